"""Whom a sentence leaves to the next: two persons, people, a document, or somebody else than who spoke."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "« On a connu la boue du port », racontent Josette Blin et Fernand Roux.",
            "fr",
            ["Josette Blin et Fernand Roux"],
        ),
        ("Paul Roux et Anne Blin ont dit que le pont était sûr.", "fr", ["Paul Roux et Anne Blin"]),
        ("Josette et Fernand rient. « On a connu la boue du port », égrènent-ils.", "fr", ["Josette et Fernand"]),
        (
            "„Wir gehen nicht weg“, sagten Karl Weber und Anna Holt. Sie betonten, es sei spät.",
            "de",
            ["Karl Weber und Anna Holt"] * 2,
        ),
        ("«No nos vamos a ir», dijeron Juan Ruiz y Ana Ríos.", "es", ["Juan Ruiz y Ana Ríos"]),
        ("Les riverains attendent. « On nous a menti longtemps », disent-ils.", "fr", ["Les riverains"]),
        ("Les deux élus promettent de rester ici.", "fr", ["Les deux élus"]),
        # each has a verb of his or her own
        (
            "« On a connu la boue », a dit Paul Roux et Anne Blin a ajouté que c'était fini.",
            "fr",
            ["Paul Roux", "Anne Blin"],
        ),
        # "they" is nobody of another paragraph
        ("La société a payé, dit la société.\n\nIl neige au port. « On a connu pire que ça », disent-ils.", "fr", []),
    ],
)
def test_who_they_are(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language)[-len(names) :] == names if names else "disent" not in str(said_by(text, language))


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Anna Holt legte einen Brief vor. Darin hieß es, der Ton sei rau.", "de", "Brief"),
        ("Anna Holt legte einen Bericht vor. „Der Ton ist sehr rau“, heißt es darin.", "de", "Bericht"),
        ("Le maire Paul Roux a lu le rapport. « Le pont est très vieux », peut-on y lire.", "fr", "le rapport"),
    ],
)
def test_what_stands_in_a_document_is_not_said_by_who_spoke(text: str, language: str, name: str) -> None:
    assert names_in(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # nobody else is named between: it is hers, whatever she does
        (
            "„Hier ist es still“, sagt Anna Holt. Sie schließt das Tor. „So, jetzt gehe ich heim.“",
            "de",
            ["Anna Holt"] * 2,
        ),
        ("„Hier ist es still“, sagt Anna Holt. Dann, nach einer Pause: „Sehr still ist es.“", "de", ["Anna Holt"] * 2),
        ("« C'est calme ici », dit Anne Roux. Elle ferme la porte. « Je rentre chez moi. »", "fr", ["Anne Roux"] * 2),
        ("«Aquí hay calma», dice Ana Ríos. Cierra la puerta. «Me voy a mi casa».", "es", ["Ana Ríos"] * 2),
        # and a sentence without a subject is still of whom the one before was
        (
            "Dolores Campoy perdió su casa. Habla despacio.\n\n—Me llamó a las siete —recuerda—. Olía a gas.",
            "es",
            ["Dolores Campoy"],
        ),
        # her husband is, and he has a name or none
        (
            "„Hier ist es still“, sagt Anna Holt. Ihr Mann Holger pflichtet ihr bei. „Viel zu still.“",
            "de",
            ["Anna Holt", "Holger"],
        ),
        ("„Hier ist es still“, sagt Anna Holt. Ihre Schwester winkt. „Viel zu still ist es.“", "de", ["Anna Holt"]),
        ("« C'est calme ici », dit Anne Roux. Son mari hausse les épaules. « Bien trop calme. »", "fr", ["Anne Roux"]),
        ("«Aquí hay calma», dice Ana Ríos. La policía vigila. «Demasiada calma hay aquí».", "es", ["Ana Ríos"]),
    ],
)
def test_a_quotation_behind_another_sentence(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # "him, too" is not who just spoke
        (
            "« Il faut attendre », dit Paul Roux. Le marin, lui, s'emporte : « On attend ici ! »",
            "fr",
            ["Paul Roux", "Le marin"],
        ),
        # whom others have just spoken of
        (
            "Anne Roux file, Anne Roux tisse. « Elle est douée », dit Jeanne Blin. L'intéressée rit. "
            "« Je ne fais que mon métier », répond-elle.",
            "fr",
            ["Jeanne Blin", "Anne Roux"],
        ),
        # the body of the sentence before
        ("Le dossier attend au ministère. « Rien ne presse ici », y répète-t-on.", "fr", ["ministère"]),
        # words that lead to a quotation of whoever speaks of himself
        (
            "« J'étais douanier », dit Paul Roux. Un matin de mai change tout : « J'ai vu la mer et je suis resté. »",
            "fr",
            ["Paul Roux"] * 2,
        ),
        (
            "„Ich war Zöllner“, sagt Karl Weber. Ein Morgen im Mai änderte alles: „Da sah ich das Meer und blieb.“",
            "de",
            ["Karl Weber"] * 2,
        ),
        # and what a sign, a document or somebody else says is not his
        (
            "« J'étais là », dit Paul Roux. La pancarte du syndicat le répète : « Nous restons tous ici. »",
            "fr",
            ["Paul Roux", "La pancarte du syndicat"],
        ),
        # somebody without a name, whom the text has just brought in
        ("Eine ältere Dame schüttelt den Kopf. „Ich brauche die Bäume und keine Bahn.“", "de", ["Eine ältere Dame"]),
        ("Ihr Vater schüttelt den Kopf. „Ich brauche die Bäume und keine Bahn.“", "de", []),
        # what he says of whom the sentence before is
        (
            "« On était pauvres », dit Anne Roux. Son père, lui, boudait. « Il m'a dit cent fois : va-t'en d'ici. »",
            "fr",
            ["Anne Roux"] * 2,
        ),
    ],
)
def test_who_says_what_another_sentence_leads_to(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # who names her own son is not he
        (
            "«Se la puse yo», cuenta Ana Ríos. Su hijo Matías murió en mayo. «Mi hijo era un niño.»",
            "es",
            ["Ana Ríos"] * 2,
        ),
        (
            "„Ich war dabei“, sagt Anna Holt. Ihr Bruder Karl ist tot. „Mein Bruder war ein guter Mann.“",
            "de",
            ["Anna Holt"] * 2,
        ),
        (
            "« J'écris », dit Anne Roux. Qu'en pense sa sœur, Mireille ? Elle rit. "
            "« Mireille m'a dit de changer son nom. »",
            "fr",
            ["Anne Roux"] * 2,
        ),
        # but of whom the sentence before is, where it names nobody
        (
            "«Se la puse yo», cuenta Ana Ríos. Su hijo Matías asiente. «Era un día de mayo.»",
            "es",
            ["Ana Ríos", "Matías"],
        ),
        # and who goes on may tell how others call her
        (
            "« Il venait », dit Yvonne Blin à la barre. « Il m'appelait sa petite Yvonne. Et il me volait. »",
            "fr",
            ["Yvonne Blin"] * 2,
        ),
    ],
)
def test_a_quotation_that_names_somebody_is_not_hers(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Juan Pérez dijo que sí. Más duro fue el exedil Saúl Olid, autor del plan. Cree que es tarde.",
            "es",
            "Saúl Olid",
        ),
        ("Juan Pérez dijo que sí. Muy distinta es Eva Blas, su rival. «No firmaré nunca ese papel.»", "es", "Eva Blas"),
        (
            "Paul Roux a dit oui. Plus dure est Eva Blin, sa rivale. « Je ne signerai jamais ce papier. »",
            "fr",
            "Eva Blin",
        ),
    ],
)
def test_a_sentence_may_open_with_what_somebody_is(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


def test_a_name_quoted_within_a_quotation_may_be_of_who_says_it() -> None:
    told = "Anne Roux, 83 ans, a tout perdu. « Il m'appelait « ma petite Anne », il mentait », a-t-elle raconté."
    assert names_in(told, "fr") == ["Anne Roux"]
    other = "Anne Roux, 83 ans, a tout perdu. « Anne ne dort plus depuis un mois », a-t-elle raconté."
    assert names_in(other, "fr") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Ihr Nachbar Jan Holt schweigt. Und Peter Blum? Der hängt den Hörer ein. „Ich rufe nicht an“, sagt er.",
            "Peter Blum",
        ),
        ("Ihr Nachbar Jan Holt schweigt. Und Anna Blum? Die winkt ab. „Ich rufe nicht an“, sagt sie.", "Anna Blum"),
        (
            "Der Nachbar ist Jan Holt. Der gut gekleidete Wirt Peter Blum kam. „Ich rufe nicht an“, sagte er.",
            "Peter Blum",
        ),
    ],
)
def test_that_one_is_of_whom_the_sentence_before_was(text: str, source: str) -> None:
    assert names_in(text, "de") == [source]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Rotundo se mostró ayer el portavoz, Pablo Ríos. «No hay división alguna», dijo.", "es", "Pablo Ríos"),
        ("Prudent reste le maire Paul Roux. « Il n'y a rien à craindre », dit-il.", "fr", "Paul Roux"),
    ],
)
def test_an_adjective_that_opens_a_sentence_is_nobody(text: str, language: str, source: str) -> None:
    assert names_in(text, language) == [source]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # whom a sentence brings in says the quotation behind it
        ("También ha participado Ana Ríos, farmacéutica del barrio. «La gente viene a verme».", "es", ["Ana Ríos"]),
        ("Entre ellos se encontraba Juan Ruiz. «No me lo esperaba así».", "es", ["Juan Ruiz"]),
        ("También acudió al puerto Ana Ríos, dueña de un bar. «Yo cierro los martes».", "es", ["Ana Ríos"]),
        ("También acudió a Ana Ríos, dueña de un bar. «Yo cierro los martes».", "es", []),
        (
            "Sorti sur une civière, Paul Roux passera une radio lundi. « Ce n'est rien, j'ai connu pire. »",
            "fr",
            ["Paul Roux"],
        ),
        # but not who has died, nor whom others have taken away
        ("Ayer murió Juan Ruiz. «Era mi hermano del alma».", "es", []),
        ("También detuvieron a Juan Ruiz. «Era mi hermano del alma».", "es", []),
        ("Juan Ruiz, de 51 años, ha muerto. «Era mi hermano del alma».", "es", []),
        ("Paul Roux est mort mardi. « C'était mon frère à moi. »", "fr", []),
        ("Karl Weber starb am Montag. „Er war mein bester Freund hier.“", "de", []),
        # it is another's death that she tells of
        ("Anne Roux a perdu son mari, mort en mer. « C'était ma vie entière. »", "fr", ["Anne Roux"]),
    ],
)
def test_who_is_brought_in_speaks_next_and_who_has_died_does_not(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


def test_a_bare_noun_that_opens_a_sentence_is_nobody_else() -> None:
    before = "Le président, Paul Roux, y croit. « Je regarde le classement », avoue-t-il. "
    text = before + "Prochaine étape lundi. « J'ai réservé deux bus. »"
    assert names_in(text, "fr") == ["Paul Roux", "Paul Roux"]
    text = before + "Élus et riverains doutent. « J'ai réservé deux bus. »"
    assert names_in(text, "fr") == ["Paul Roux"]

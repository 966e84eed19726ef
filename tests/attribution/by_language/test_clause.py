"""Where clauses begin and end, and who the subject of a verb is."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause, names_in, said_by


@pytest.mark.parametrize(
    ("text", "language", "subject"),
    [
        ("Der Minister sagte, es brenne.", "de", "Der Minister"),
        ("Der Minister, der am Montag kam, sagte, es brenne.", "de", "Der Minister"),
        ("Der Minister kam und sagte, es brenne.", "de", "Der Minister"),
        ("Interrogé par la presse, le maire a dit que oui.", "fr", "le maire"),
        ("Le maire, qui était absent, a dit que oui.", "fr", "Le maire"),
        ("Lundi le maire a dit que oui.", "fr", "le maire"),
        ("El alcalde llegó y dijo que sí.", "es", "El alcalde"),
        ("El lunes, en Tolmar, la alcaldesa dijo que sí.", "es", "la alcaldesa"),
    ],
)
def test_the_subject_before_a_verb(text: str, language: str, subject: str) -> None:
    clause = first_clause(text, language)
    found = clause.subject_before(clause.cues[-1])
    assert found is not None
    assert " ".join(token.text for token in clause.tokens[found.first : found.past]) == subject


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Montag sagte der Minister, es brenne.", "de"),
        ("Le pont, a dit le maire, rouvrira.", "fr"),
        ("L'homme qui a dit cela est parti.", "fr"),
    ],
)
def test_a_verb_whose_subject_does_not_stand_before_it(text: str, language: str) -> None:
    clause = first_clause(text, language)
    assert clause.subject_before(clause.cues[0]) is None


def test_the_subject_behind_a_verb_and_its_adjuncts() -> None:
    clause = first_clause("Dort sagte am Montag auch der Minister, es brenne.", "de")
    found = clause.subject_after(clause.cues[0].past)
    assert found is not None
    assert found.head == "minister"


def test_a_verb_without_a_subject() -> None:
    clause = first_clause("También añadió que es tarde.", "es")
    assert clause.has_no_subject(clause.cues[0])
    clause = first_clause("El alcalde añadió que es tarde.", "es")
    assert not clause.has_no_subject(clause.cues[0])


def test_what_opens_a_sentence() -> None:
    opening = first_clause("Der Minister kam.", "de").opening()
    assert opening is not None
    assert opening.head == "minister"
    assert first_clause("Am Montag kam er.", "de").opening() is None


def test_clauses_end_before_the_next_verb_of_saying() -> None:
    clause = first_clause("Er sagte, es brenne, und die Polizei meldete, es sei aus.", "de")
    end = clause.clause_end(3)
    assert clause.tokens[end].text == ","
    assert clause.words(3, end) == 2
    assert not clause.is_quote(3, end)
    assert clause.is_comma(end)
    assert clause.is_conjunction(end + 1)
    assert clause.begin == 0


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("« Elle était déjà vendue », rappelle, glacial, le président Paul Roux.", "fr", "Paul Roux"),
        ("« Elle était déjà vendue », dit, la voix cassée, Paul Roux.", "fr", "Paul Roux"),
        ("«Eso no lo sé yo», dice, muy seria, la alcaldesa Ana Ríos.", "es", "Ana Ríos"),
        ("„Das weiß ich nicht“, sagt, halb im Scherz, die Wirtin Anna Holt.", "de", "Anna Holt"),
        ("„Das weiß ich nicht“, sagt, schon etwas müde, Anna Holt.", "de", "Anna Holt"),
        # a second verb that is set against the first
        ("Anna Holt lobte den Plan, warnte aber vor Eile: „Wer rennt, der fällt am Ende.“", "de", "Anna Holt"),
        ("Anna Holt lobte den Plan als „klug“, sagte jedoch auch: „Wer rennt, der fällt.“", "de", "Anna Holt"),
        # "Eso sí, …"
        ("Ana Ríos calló. Eso sí, advirtió: «O reaccionamos ya o nos vamos».", "es", "Ana Ríos"),
        ("Marco Sanz confirmó al diario El Faro Sur que el plan seguirá.", "es", "Marco Sanz"),
        ("Marc Blin a confirmé au quotidien Le Midi Sportif que le plan restait.", "fr", "Marc Blin"),
        ("Le Matin littéraire déplore « un goût parfois complaisant pour le malheur ».", "fr", "Le Matin littéraire"),
    ],
)
def test_whom_a_verb_of_saying_stands_beside(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Karl Weber kam spät an. Anna Holt lobte ihn, warnte Karl Weber.", "de"),
        ("« Elle est vendue », rappelle, lundi, à la radio.", "fr"),
    ],
)
def test_no_subject_is_made_up(text: str, language: str) -> None:
    assert "Anna Holt" not in names_in(text, language)


def test_a_relative_clause_has_a_subject_with_an_aside() -> None:
    text = "El Banco Central elevó el tipo, una decisión que el ministro, Juan Pérez, tachó de «suicida»."
    assert names_in(text, "es") == ["Juan Pérez"]
    text = "Le conseil a voté, une décision que la maire, Anne Roux, a qualifiée d'« absurde »."
    assert names_in(text, "fr") == ["Anne Roux"]


def test_how_somebody_stands_is_nobody() -> None:
    assert "De pie" not in names_in("De pie, con la carpeta en la mano, negó haber tenido problemas.", "es")


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # how it is said, and to whom, is nobody
        ("Ana Ríos teje. «Le estoy haciendo un gorro», explica sin levantar la vista.", "es", ["Ana Ríos"]),
        ("Ana Ríos calló. «Se avisó a todos», se defendió en declaraciones a Radio Tolmar.", "es", ["Ana Ríos"]),
        ("« Nous avons prévenu tout le monde », dit sans lever les yeux Paul Roux.", "fr", ["Paul Roux"]),
        ("Una anciana espera. «¿Y este quién es?», pregunta al ver a Juan Pérez.", "es", ["Una anciana"]),
        # one of them, by name
        ("Una de las firmantes, Ana Ríos, llega a calificar el fallo de «anacrónico».", "es", ["Ana Ríos"]),
        # behind what he is
        ("Paul Roux est venu. Fils d'un grutier, il sourit. « Chez nous, c'était le port. »", "fr", ["Paul Roux"]),
        ("Darin nennen die Unterzeichner das Vorhaben „fiskalisch blind“.", "de", ["die Unterzeichner"]),
        ("Aus Ministeriumskreisen verlautete dagegen, man sei „nicht glücklich“.", "de", ["Ministeriumskreisen"]),
        ("Gefragt, ob er ihren Rücktritt fordere, winkte der Politiker ab.", "de", []),
    ],
)
def test_who_stands_beside_the_verb_and_who_does_not(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Un chalutier, l'Étoile, a coulé dans la nuit, a annoncé la préfecture.", "la préfecture"),
        ("Un hangar, la Halle aux grains, a brûlé lundi, a indiqué la police.", "la police"),
        ("Une statue, le Pêcheur, est tombée mardi, a confirmé Anne Roux.", "Anne Roux"),
        ("Anne Roux, élue en mai dans la ville, a annoncé la fermeture du pont.", "Anne Roux"),
    ],
)
def test_a_verb_of_its_own_makes_a_sentence_no_aside_of_its_first_words(text: str, source: str) -> None:
    assert names_in(text, "fr") == [source]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Cuando acaba, Ana Ríos se sienta. ¿Y qué hará? «Dormir hasta que amanezca», responde.", "es", "Ana Ríos"),
        ("Quand la cloche sonne, Anne Roux se lève. « Je vais rentrer à pied », dit-elle.", "fr", "Anne Roux"),
    ],
)
def test_a_sentence_is_of_the_person_behind_the_clause_that_opens_it(text: str, language: str, source: str) -> None:
    assert names_in(text, language) == [source]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Tras votar las cuentas, el alcalde trató un tema que, dijo, «no es agradable».",
            "el alcalde",
            "no es agradable",
        ),
        (
            "Es una suma que, aclaró la alcaldesa Ana Ríos, «no alcanzará para todo».",
            "Ana Ríos",
            "no alcanzará para todo",
        ),
    ],
)
def test_a_verb_that_interrupts_a_relative_clause_says_what_follows(text: str, source: str, content: str) -> None:
    assert names_in(text, "es") == [source]
    assert [said.content for said in said_by(text, "es")] == [(content,)]


def test_what_german_als_leads_to_is_no_subject() -> None:
    text = "Als Grund nannte ein Sprecher die „dauerhaft geringe Nachfrage“."
    assert names_in(text, "de") == ["ein Sprecher"]
    assert names_in("Als Anna Holt sagte, sie gehe, war es spät.", "de") == ["Anna Holt"]


def test_a_comma_may_stand_astray_behind_a_subject() -> None:
    assert names_in("Asimismo, el volante Juan Ruiz, dijo que la actitud fue buena.", "es") == ["Juan Ruiz"]
    assert names_in("El técnico Juan Ruiz calla. Tras ver a Ana Ríos, dijo que se iba.", "es") == ["Juan Ruiz"]


def test_who_is_named_behind_what_is_told_of_her_is_who_the_sentence_is_of() -> None:
    told = "Au pied de la tour, enveloppée dans une couverture, Anne Roux serre son chat. « J'ai entendu crier. »"
    assert names_in(told, "fr") == ["Anne Roux"]
    other = "Au pied de la tour, la couverture serrée, le chat d'Anne Roux dort. « J'ai entendu crier. »"
    assert names_in(other, "fr") == []

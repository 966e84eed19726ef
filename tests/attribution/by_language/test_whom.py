"""Whom a subject means: by what the sentences before were of, and who spoke or asked in them."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # who asks does not answer
        (
            "Warum er schwieg, wollte Richter Karl Weber wissen. „Weil mich keiner fragt“, antwortete der Zeuge.",
            "de",
            ["der Zeuge"],
        ),
        (
            "La juge Anne Blin a voulu savoir pourquoi. « Personne ne me l'a dit », a répondu le marin.",
            "fr",
            ["le marin"],
        ),
        ("La jueza Ana Ríos quiso saber por qué. «Nadie me lo dijo», respondió el marinero.", "es", ["el marinero"]),
        # she was the subject of the sentence before, who spoke in the one before that
        (
            "„Es ist spät“, sagt Karl Weber. Seine Frau Anna Holt nickt. „Viel zu spät ist es“, meint sie.",
            "de",
            ["Karl Weber", "Anna Holt"],
        ),
        # a verb without a subject is of whom the sentence before was
        ("La alcaldesa, Ana Ríos, llegó a pie. Añadió que todo sigue igual.", "es", ["Ana Ríos"]),
        # and of nobody in another's sentence
        (
            "«Es muy tarde ya», dijo Ana Ríos. Juan Ruiz y Eva Blas callan. Añadió que todo sigue igual.",
            "es",
            ["Ana Ríos"],
        ),
        # "he" is not the woman who spoke before
        (
            "Anne et Paul Roux sont là. « Je pars demain », raconte Anne. Lui n'hésite pas. « Je reste au port. »",
            "fr",
            ["Anne", "Paul Roux"],
        ),
        (
            "Anna und Karl Holt kamen. „Ich gehe morgen“, erzählt Anna Holt. Er zögert nicht. „Ich bleibe am Hafen.“",
            "de",
            ["Anna Holt", "Karl Holt"],
        ),
        (
            "Vino el pintor Juan Ruiz. “Me voy mañana mismo”, dijo. Ella no dudó. “Yo me quedo aquí”, le advirtió.",
            "es",
            ["Juan Ruiz"],
        ),
        # nor is one person many
        ("Ana Ríos calla. Sus hijos la miran. “Te vas a cansar”, le repiten.", "es", ["Sus hijos"]),
        # a country is not who spoke before, nor is a child of hers
        (
            "« Rien ne presse », a dit Anne Roux. La Tolmie a dit suivre l'affaire « avec grande attention ».",
            "fr",
            ["Anne Roux", "La Tolmie"],
        ),
        (
            "L'adjointe, Anne Roux, a deux filles. « Il sent un peu », répond la cadette.",
            "fr",
            ["la cadette"],
        ),
        # any woman is not the midwife
        (
            "Anne Roux, sage-femme, se tait. Jeanne, enceinte, compte. « Il faut une heure », dit la jeune femme.",
            "fr",
            ["Jeanne"],
        ),
        # what is said of whom was just named
        (
            "Einsatzleiter Karl Weber steht am Seil. „Wer da hochgeht, spielt“, warnt der erfahrene Kletterer.",
            "de",
            ["Karl Weber"],
        ),
        (
            "Karl Weber steht am Ofen. „Das Brot braucht Zeit“, sagt ein gelernter Maurer.",
            "de",
            ["ein gelernter Maurer"],
        ),
        # "his" coach is not the coach of the others
        (
            "L'entraîneur, Paul Roux, rit. « On a mal joué », a pesté Jean Blin. Son manager a dit : « Rien ne va. »",
            "fr",
            ["Jean Blin", "Son manager"],
        ),
        # who is told of without a name right before
        (
            "Staatsanwältin Anna Holt war laut. Auch seine Schwägerin kam. „Es war spät“, schilderte die 39-Jährige.",
            "de",
            ["seine Schwägerin"],
        ),
        (
            "L'avocate, Anne Roux, se tait. Tout est parti d'une employée. Celle-ci a raconté : « Il m'a menacée. »",
            "fr",
            ["une employée"],
        ),
        # the only man of the paragraph
        (
            "Karl Weber schwieg.\n\nAnna Holt lud ein, auch den Landwirt Max Stieg. Warum? „Es gibt Bier“, brummt "
            "der 61-Jährige.",
            "de",
            ["Max Stieg"],
        ),
        # a judge is no lawyer, and what a town has done, she says, makes her no town
        (
            "„Das ist falsch“, sagte Verteidiger Karl Weber. Der Vorsitzende Richter mahnte: „Wir hören alle an.“",
            "de",
            ["Karl Weber", "Der Vorsitzende Richter"],
        ),
        (
            "Bürgermeisterin Anna Holt zögert. Die Gemeinde habe alles geprüft. „Wir sind kein Wirt“, sagt sie.",
            "de",
            ["Anna Holt", "Anna Holt"],
        ),
        # "the Austrian coach" where nobody knows of what trade he is who spoke before
        (
            "El entrenador, Juan Ruiz, calla. Las gradas se vacían despacio, las luces se apagan una a una, los "
            "últimos vendedores recogen las mesas y nadie canta ya. Hace frío y llueve desde hace horas.\n\n"
            "«Es de otra época», apuntó Karl Nowak. El preparador austríaco dijo que no hay prisa.",
            "es",
            ["Karl Nowak", "Karl Nowak"],
        ),
        # of whom the sentence before is without a name
        (
            "Karl Weber rief an. Der Vater des Jungen war fassungslos. „Er hat nie gestohlen“, sagte der Landwirt.",
            "de",
            ["Der Vater des Jungen"],
        ),
        # who was named since somebody spoke
        (
            "«Fue un invierno», recuerda Juan Cuesta. Llegó un chico, Luis Mora. Aprende. «No sé», dice el aprendiz.",
            "es",
            ["Juan Cuesta", "Luis Mora"],
        ),
        # a body is no "sie", and a word with a capital no name
        (
            "Anna Holt geht. Nach Angaben des Umweltamts sank der Bestand weiter.\n\n„Ich kann nicht“, sagt sie.",
            "de",
            ["Umweltamt", "Anna Holt"],
        ),
        (
            "„Es ist voll“, freut sich Karl Weber. Sorgen macht ihm nur eines. „Die Eltern gucken aufs Handy.“",
            "de",
            ["Karl Weber", "Karl Weber"],
        ),
        # a trade, and a designation that opens a sentence
        ("Anna Holt hebt das Glas. „Da sind vierzig Vögel“, flüstert die Ornithologin.", "de", ["Anna Holt"]),
        (
            "Eva Armas calla. Ana Ruano dijo que no. La científica negó con la cabeza. «Esto no es todo», recalcó.",
            "es",
            ["Ana Ruano", "Ana Ruano"],
        ),
        # "elle" is whom the sentence before tells of without a name
        (
            "« On ira à pied », dit Paul Roux. À côté, une étudiante hausse les épaules. « Je vois », dit-elle.",
            "fr",
            ["Paul Roux", "une étudiante"],
        ),
        # whom the text told of before
        (
            "Entró sor Inés, la sacristana. Olga Mora calla. «Es vieja», dijo Mora. «Aún vale», replica la sacristana.",
            "es",
            ["Olga Mora", "la sacristana"],
        ),
        # who comes behind a time, by a first name alone
        (
            "«Lloverá menos», dijo Ana Ríos. Allí llega cada tarde Rosario, de 88 años. «Mi casa era aquella», cuenta.",
            "es",
            ["Ana Ríos", "Rosario"],
        ),
        # hours are nobody
        ("Horas después, el ministro Juan Ruiz dimitió y lamentó que «todo fuese en vano».", "es", ["Juan Ruiz"]),
        # a verb for many is not one person's
        (
            "Karl Weber kam. „Es ist viel zu spät“, sagte er. Die Grauen warfen ihm vor, zu lügen.",
            "de",
            ["Karl Weber", "Die Grauen"],
        ),
    ],
)
def test_who_says_it(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "„Mir hört keiner zu“, ruft eine Frau. Die Richterin Anna Holt mahnt: „Noch ein Wort, und Sie gehen.“ "
            "Später erzählt die Frau, sie habe alles verloren. „Und die Kälber. Zwölf Kälber.“",
            "de",
            ["eine Frau", "Anna Holt", "eine Frau", "eine Frau"],
        ),
        (
            "« Personne n'écoute », crie un riverain. La maire Anne Roux répond : « Nous vous écoutons. » Le riverain "
            "assure que le pont tremble.",
            "fr",
            ["un riverain", "Anne Roux", "un riverain"],
        ),
        (
            "«Nadie escucha», grita un vecino. La alcaldesa Ana Ríos responde: «Sí escuchamos». El vecino "
            "asegura que el puente tiembla.",
            "es",
            ["un vecino", "Ana Ríos", "un vecino"],
        ),
        # who is called by a name again is who has it
        (
            "„Mir hört keiner zu“, ruft eine Frau. Anna Holt mahnt: „Noch ein Wort.“ Holt sagt, sie habe genug.",
            "de",
            ["eine Frau", "Anna Holt", "Anna Holt"],
        ),
        # a passer-by is not who speaks without a subject in a later paragraph
        (
            "«Es mi vida», cuenta Eladio Soto. Un parroquiano asiente: «Tengo sus tijeras».\n\nNo todo es bueno. Según "
            "contó, le robaron la rueda.",
            "es",
            ["Eladio Soto", "Un parroquiano"],
        ),
        # but in the same one he is
        (
            "Un parroquiano asiente: «Tengo sus tijeras desde hace años». Añade que son muy buenas.",
            "es",
            ["Un parroquiano"] * 2,
        ),
    ],
)
def test_somebody_without_a_name_speaks_again(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # who adds something has just spoken
        (
            "«Lo bajamos en coche», recuerda la alcaldesa Ana Ríos. El vecino vive. «De puro milagro», puntualiza.",
            "es",
            ["Ana Ríos"] * 2,
        ),
        ("«Es tarde», dice Ana Ríos. El médico calla. «Muy tarde ya», añade.", "es", ["Ana Ríos"] * 2),
        # who only says it is of whom the sentence before is
        ("«Es tarde», dice Ana Ríos. Su marido Juan calla. «Muy tarde ya», dice.", "es", ["Ana Ríos", "Juan"]),
        # "then she …" is not about a man
        (
            "Ihr Großvater sagte zu Anna Holt: „Wer löscht, wird nass.“ Dann lächelt sie. „So, jetzt gehe ich.“",
            "de",
            ["Ihr Großvater"],
        ),
    ],
)
def test_who_goes_on_behind_a_sentence_of_another(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # the reporter asks whom the text was of
        ("Ministerin Ada Holt gibt sich kühl. Ob sie geht? „Ich knüpfe nichts an mein Amt.“", "de", ["Ada Holt"]),
        ("Le skipper Paul Roux regarde sa main. Repartira-t-il ? « Demandez-moi demain matin. »", "fr", ["Paul Roux"]),
        ("La autora Ana Ríos sonríe. ¿Y ahora? «Ahora me voy a dormir.»", "es", ["Ana Ríos"]),
        # and somebody else
        ("Ministerin Ada Holt gibt sich kühl. Was er dann macht? „Ich knüpfe nichts an mein Amt.“", "de", []),
        # he of whom his father tells is not who tells it
        (
            "« On y est », dit Paul Roux. Son père, Yann, n'a rien vu. « Il a peur de se voir. »",
            "fr",
            ["Paul Roux"] * 2,
        ),
        (
            "« On y est », dit Paul Roux. Son père, Yann, n'a rien vu. « J'ai peur de me voir. »",
            "fr",
            ["Paul Roux", "Yann"],
        ),
        # they are nobody who is alone
        (
            "El ponente es el magistrado Juan Ruiz. Los magistrados votaron. En él sostienen que es tarde.",
            "es",
            ["Los magistrados"],
        ),
        # the trade by which somebody is called again
        (
            "«Me tembló la mano», contó Ana Ríos. La escritora sonrió: «Mucho me tembló». Su editora, Eva Blas, calla. "
            "«Estaba mal escrito», dice la autora.",
            "es",
            ["Ana Ríos"] * 3,
        ),
    ],
)
def test_of_whom_the_text_still_is(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


def test_a_sentence_in_the_mood_may_hold_a_word_of_saying() -> None:
    assert names_in("Trainer Karl Weber will sie haben. Er habe „selten so viel Mut“ gesehen.", "de") == ["Karl Weber"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # of whom the sentence itself is
        (
            "« J'y suis », dit Paul Roux. Sa femme est réservée : elle craint que le pont tombe.",
            "fr",
            ["Paul Roux", "Sa femme"],
        ),
        # a book answers nothing
        ("El libro cuenta que el puente ardió. ¿Por qué? «Porque le gustaba así», responde.", "es", ["El libro"]),
        # another one
        (
            "«Mi hijo no vuelve», dijo Rosa Chum. A su lado, otra mujer calla. «Se llamaba Ángel», alcanzó a decir.",
            "es",
            ["Rosa Chum", "otra mujer"],
        ),
        # behind a sentence of things
        ("Ana Ríos recibe en el taller. Todo sigue igual. «No he tocado nada de esto», dice.", "es", ["Ana Ríos"]),
        ("Ana Ríos recibe en el taller. Su hermano Juan calla. «No he tocado nada de esto», dice.", "es", ["Juan"]),
        # behind a clause
        (
            "Manager Karl Weber freute sich. Ob er bleibt, wollte er nicht sagen. „Der Stift liegt schon bereit.“",
            "de",
            ["Karl Weber"],
        ),
        # whose spokeswoman it is
        (
            "„Endlich geht es los“, sagte Sprecherin Anna Holt. Minister Karl Weber schwieg. "
            "Webers Sprecherin rief: „Das stimmt alles nicht.“",
            "de",
            ["Anna Holt", "Webers Sprecherin"],
        ),
        # of two women the lady may be either
        (
            "„Niemand schläft hier“, sagte Anna Holt und reichte Eva Kroon die Hand. Die Dame nickte. "
            "„Ich merke mir alles.“",
            "de",
            ["Anna Holt"],
        ),
        # whom it moves to speak
        (
            "« On essaie », dit Paul Roux. Le mot fait bondir Anne Blin. « Une secte, et puis quoi encore ! »",
            "fr",
            ["Paul Roux", "Anne Blin"],
        ),
        (
            "«Lo intentamos», dice Juan Pérez. La palabra indigna a Ana Ríos. «Una secta, eso es lo que es.»",
            "es",
            ["Juan Pérez", "Ana Ríos"],
        ),
        # where somebody is from
        ("Clara Blin a gagné. « Je ne savais plus si j'avais mal », a lâché la Toulousaine.", "fr", ["Clara Blin"]),
        ("Clara Blin a gagné. « Nous restons vigilants et unis », a lâché l'Ukraine.", "fr", ["l'Ukraine"]),
    ],
)
def test_whom_the_sentence_or_the_one_before_means(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "« Il mentait », a dit Anne Roux. L'institution se défend. Elle affirme avoir prévenu.",
            "L'institution",
        ),
        (
            "« Il mentait », a dit Anne Roux. La clinique se défend. Elle affirme avoir prévenu.",
            "La clinique",
        ),
        ("« Il mentait », a dit Anne Roux. Elle affirme avoir prévenu le parquet.", "Anne Roux"),
    ],
)
def test_she_is_the_body_of_which_the_sentence_before_was(text: str, source: str) -> None:
    assert names_in(text, "fr")[1] == source


def test_a_second_verb_of_a_sentence_is_of_who_spoke_in_it() -> None:
    text = "El olor dura meses, informan vecinos. Ana Ríos asegura que «no hay más», y adelantó que se trabaja en ello."
    assert names_in(text, "es") == ["vecinos", "Ana Ríos", "Ana Ríos"]


def test_an_office_behind_a_colon_is_of_who_opens_the_sentence() -> None:
    text = "Paul Roux a écarté tout couvre-feu : « On a d'autres moyens », a assuré le ministre de l'Intérieur."
    assert names_in(text, "fr") == ["Paul Roux"]
    assert names_in(text.replace("le ministre", "la préfète"), "fr") == ["la préfète de l'Intérieur"]


def test_she_behind_a_colon_is_the_body_that_opens_the_sentence() -> None:
    text = "« Il mentait », a dit Anne Roux. La compagnie se défausse : elle affirme que la route était fermée."
    assert names_in(text, "fr")[1] == "La compagnie"


def test_she_is_not_who_spoke_in_another_paragraph_where_others_are_named_since() -> None:
    text = "« Je pars », a dit Anne Roux.\n\n{}« Je reste à quai », dit-elle."
    assert names_in(text.format(""), "fr") == ["Anne Roux", "Anne Roux"]
    assert names_in(text.format("Paul Blin est parti. Le chat dort. "), "fr") == ["Anne Roux", "Anne Roux"]
    assert names_in(text.format("Eva Blin et Jeanne Brun attendent. Le chat dort. "), "fr") == ["Anne Roux"]


def test_he_is_who_is_named_as_the_one_whom_the_sentence_turns_to() -> None:
    before = "« Il faut gagner », dit Jean Blin. "
    text = before + "Quant à Paul Roux, il préfère attendre : « Une finale se raconte après. »"
    assert names_in(text, "fr") == ["Jean Blin", "Paul Roux"]
    match = before + "Quant au match, il est oublié : « On n'en parle plus du tout », a-t-il dit."
    assert not {"match", "au match"} & set(names_in(match, "fr"))

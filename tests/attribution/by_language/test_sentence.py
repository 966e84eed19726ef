"""A verb of saying, its subject, and what is said."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, read_example, said_by
from tests.attribution.reading import marked_words


@pytest.mark.parametrize(
    ("example", "language"),
    [
        ("{Der Minister} <sagte> am Montag, [die Lage sei ernst].", "de"),
        ("Am Montag <sagte> {der Minister}, dass [die Lage ernst ist].", "de"),
        ("{Die Polizei} <teilte> mit, [der Fahrer sei geflohen].", "de"),
        ("{Karl Weber} <sagte>: „[Es brennt überall]“", "de"),
        ("{Karl Weber} trat ans Pult<:> „[Es brennt überall]“", "de"),
        ("{Karl Weber} <sprach> [von einem „schweren Tag für alle“].", "de"),
        ("{Der Verband} <wies> [die Vorwürfe zurück].", "de"),
        ("{Der Verband} <versprach>, [die Schule wieder aufzubauen].", "de"),
        ("{Le maire} <a indiqué> mardi à la presse que [le pont rouvrirait].", "fr"),
        ("{Le maire} <a promis> [de rouvrir le pont].", "fr"),
        ("{L'entreprise} <a démenti> [toute négligence].", "fr"),
        ("« [Le pont est sûr] », <a assuré> à l'AFP {Paul Roux}.", "fr"),
        ("{La ministra} <ha asegurado> este lunes que [el puente es seguro].", "es"),
        ("{El alcalde} <prometió> [reabrir el puente].", "es"),
        ("[Das Dorf sei leer], wie {der Gouverneur}, Ada Kroon, im Netz <mitteilte>.", "de"),
        ("„[Wir haben es oft gehört]“, <meint> {dessen Vorsitzender Karl Ebner}.", "de"),
        ("[Le chef, Luc Brun, a été puni jeudi], <a annoncé> {le maire de la ville}, Paul Roux.", "fr"),
        ("{El ministro} <rechazó> [la acusación] y dijo que el puente es seguro.", "es"),
        ("{El presidente} <dijo> que [el puente es seguro] y anunció un plan.", "es"),
        ("«[Soy inocente y lo voy a demostrar]», <aseguró> el pasado martes {el alcalde}.", "es"),
        ("„[Das ist gut]“, <meinte> {ein 52 Jahre alter Fahrer}.", "de"),
        ("«[Todo se movía]», <relató> a Efe {Rosa Ruiz}.", "es"),
        ("[El presidente viajará a la zona], <anunció> {su oficina}.", "es"),
        ("{El sindicato} <denunció> «[una decisión brutal]».", "es"),
        ("[Ihre Arbeit sei hart gewesen], <erzählt> {eine ehemalige Geigerin}.", "de"),
        ("« On a gagné hier », a dit {Luc Brun}, avant de <glisser> : « [Et maintenant, on va boire.] »", "fr"),
        ("{Ana Ríos} <niega> [haberlo ignorado]: «La puerta estuvo siempre abierta».", "es"),
        ("{Ana Ríos} niega haberlo ignorado<:> «[La puerta estuvo siempre abierta]».", "es"),
        ("[Das Angebot der Bahn, 3 Prozent, sei „eine Unverschämtheit“], <findet> {Fahrerin Jasmin Koch}.", "de"),
        ("<Pour> {sa collègue Anne Blin}, de la CGT, « [la vente est une honte pour la ville] ».", "fr"),
        ("<Selon> {un sondage} publié par L'Éveil du Causse, [81 % des habitants sont contre la vente].", "fr"),
        ("{La direction} <dément> [avoir écarté le moindre projet].", "fr"),
        ("{El alcalde} negó el retraso, pero <sostuvo> que [el puente es «un asunto ajeno»].", "es"),
        ("<Pour> {la maire}, [la vente est « une honte pour la ville »].", "fr"),
        ("<Para> {la alcaldesa}, [la venta es «una vergüenza para todos»].", "es"),
        ("[Le patron du port, Luc Brun, a été puni, jeudi, pour « mise en danger »], <a annoncé> {le maire}.", "fr"),
        ("[Sie wolle schlafen], <sagt> {Anna Holt}, „[mindestens bis Mai]“.", "de"),
        ("«[Que nadie se vaya de aquí]», <bromeó> {Juan Ruiz} antes de cerrar la puerta.", "es"),
        ("{Son président}, Luc Brun, va plus loin et <parle> [d'un « scandale »].", "fr"),
        # a second aside, and an object before the verb
        ("La alcaldesa, {Ana Ríos}, de viaje en Tolmar, <ha dicho> que [todo sigue igual].", "es"),
        ("Su vecina, {Ana Ríos}, sentada a su lado, lo <confirmó>: «[Es verdad todo lo que dice]».", "es"),
        # "que" that is "who"
        ("Vino {el poeta Juan Ruiz}, que <definió> [el puente como «una herida de piedra»].", "es"),
        # a verb between commas, in a sentence of hers
        ("{La alcaldesa} teme por el puerto, donde, <lamentó>, «[se vive a golpe de miedo]».", "es"),
        ("{La alcaldesa} llamó el plan «una chapuza fina» y <acusó> a la junta [de mentir a todos].", "es"),
        ("[Si le pont ferme], <prévient> {Anne Roux}, [c'est tout le port qui meurt].", "fr"),
        ("On vit chez {l'altiste Anne Roux}, <pour qui> [le port est « la seule école qui vaille »].", "fr"),
        ("[Une idée « tout à fait absurde »], <selon> {la direction}, qui dit avoir compté ses barques.", "fr"),
        ("„[Wir haben lange gewartet]“, <wird> {Direktorin Anna Holt} in der Mitteilung zitiert.", "de"),
        ("„[Er nahm den Tod in Kauf]“, <las> {Staatsanwältin Anna Holt} vor.", "de"),
        ("[Es riecht nach Rauch], <sagt> {die Frau}, die als Erste kommt.", "de"),
        ("[Le port sera fermé un mois], <a annoncé> {le staff médical}.", "fr"),
        ("{Me Paul Roux}, avocat du port, <a plaidé> : « [C'est une vengeance et rien d'autre] ».", "fr"),
        ("« [Rien ne bougera ici] », <a martelé> au mégaphone {Yazid Brun}, chef des dockers.", "fr"),
        ("{El ministro}, Juan Ruiz, la <definió> [como «una maestra de todos»].", "es"),
        ("{El dueño} calcula las pérdidas, aunque <asegura> que [eso es lo de menos].", "es"),
        ("Auf die Frage, ob er gehe, <reagierte> {der Wirt} unwirsch: „[Wohin soll ich denn gehen?]“", "de"),
        ("{Anna Holt} <rechnet> damit, dass [der Hafen bald öffnet].", "de"),
        ("{Anna Holt} <behauptet>, [alle Bücher gelesen zu haben].", "de"),
        ("{La maire} <promet> [d'y renoncer si elle gagne].", "fr"),
        ("« [Aucun dossier ne nous est parvenu] », <assure>-t-on à {l'ARS}.", "fr"),
        ("«[Llevamos veinte años aquí]», se <ríe> {Juan Ruiz}, patrón del barco.", "es"),
        ("[Eine Befangenheit liege nicht vor], <heißt es aus> {der Kommunalaufsicht}.", "de"),
    ],
)
def test_each_way_of_saying(example: str, language: str) -> None:
    assert marked_words(example) in read_example(example, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Man sagt, es habe gebrannt.", "de"),
        ("Der Minister sagte die Reise ab.", "de"),
        ("Weber begrüßte die Gäste.", "de"),
        ("On a dit que le pont était sûr.", "fr"),
        ("Le maire a salué les pompiers.", "fr"),
        ("Le maire a demandé à rencontrer la direction.", "fr"),
        ("La ministre a défendu sa réforme.", "fr"),
        ("Se dijo que el puente era seguro.", "es"),
        ("Wenn der Minister sagt, es sei sicher, dann glaubt man ihm.", "de"),
        ("Si le maire affirme que tout va bien, il faut le croire.", "fr"),
        ("Si el alcalde afirma que todo va bien, hay que creerle.", "es"),
        ("Pour la maire, la vente du port aura lieu lundi.", "fr"),
        ("Para la alcaldesa, la venta será el lunes.", "es"),
        ("«Que nadie se vaya de aquí», bromeó antes de cerrar la puerta.", "es"),
        ("—No queda nadie aquí —dice mientras seca un vaso—. Nadie.", "es"),
        ("Dessus, on peut lire : « Le port est à nous. »", "fr"),
        ("Fuentes del club apuntan a Juan Ruiz, que esta temporada dirige al filial.", "es"),
    ],
)
def test_what_nobody_says_is_no_statement(text: str, language: str) -> None:
    assert said_by(text, language) == []


def test_what_one_says_ends_where_another_begins_to_speak() -> None:
    text = "Le maire a dit que le pont était sûr, mais la police a indiqué qu'il restait fermé."
    assert [one.content for one in said_by(text, "fr")] == [("le pont était sûr",), ("il restait fermé",)]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        (
            "« C'est un point précieux », a prévenu, jeudi 3 mai, sur RTL le maire Paul Roux.",
            "fr",
            "le maire Paul Roux",
        ),
        ("« C'est un point précieux », a d'ailleurs affirmé Paul Roux.", "fr", "Paul Roux"),
        ("« C'est un point précieux », savoure Paul Roux.", "fr", "Paul Roux"),
        ("„Das ist ein guter Punkt“, sagte Anna Holt und stellte klar: „Wir feiern heute nicht.“", "de", "Anna Holt"),
        ("„So geht es hier nicht weiter“, richtet sich Anna Holt an die Stadt.", "de", "Anna Holt"),
    ],
)
def test_speakers_behind_other_words(text: str, language: str, source: str) -> None:
    found = said_by(text, language)
    assert {one.source for one in found} == {source}
    assert len(found) == text.count("«") + text.count("„")


@pytest.mark.parametrize(
    ("example", "language"),
    [
        ("{Der Verband} <verlangte> [einen Verzicht auf Kündigungen].", "de"),
        ("{Anna Holt} <versprach> [schnelle Hilfe für alle].", "de"),
        ("{El diario La Ribera} <publicó> que [el coste se triplica].", "es"),
        ("{Le quotidien L'Écho du Val} <a écrit> que [le chantier coûterait cher].", "fr"),
    ],
)
def test_things_and_names_with_an_article_of_their_own(example: str, language: str) -> None:
    assert marked_words(example) in read_example(example, language)


def test_what_is_said_ends_at_a_semicolon_and_a_letter_that_was_published_is_no_clause() -> None:
    [first, *_] = said_by("Ana Ruiz afirmó que respeta la decisión; su vecino la tachó de vieja.", "es")
    assert first.content == ("respeta la decisión",)
    text = "Ana Ruiz vino. «No lo necesito para nada», escribió en una carta que publicó el diario La Hora."
    assert [said.content for said in said_by(text, "es")] == [("No lo necesito para nada",)]


def test_the_name_of_a_paper_is_not_what_was_said_to_it() -> None:
    [said] = said_by("Anna Holt sagte im Interview mit der „Tolmer Zeitung“, sie sehe keine Mehrheit.", "de")
    assert said.content == ("sie sehe keine Mehrheit",)


def test_an_infinitive_alone_goes_on_to_say() -> None:
    text = "« Le pont est perdu », regrette Paul Roux. Et d'ajouter : « Il faudra dix ans pour le refaire. »"
    assert [one.content[0] for one in said_by(text, "fr")] == [
        "Le pont est perdu",
        "Il faudra dix ans pour le refaire.",
    ]


def test_a_verb_in_the_mood_of_reported_speech_makes_no_statement_of_its_own() -> None:
    text = "Karl Weber sagte, es brenne. Die Stadt habe behauptet, das Tor sei zu."
    assert names_in(text, "de") == ["Karl Weber", "Karl Weber"]


def test_a_clause_behind_a_colon_that_is_attributed_itself_is_one_statement() -> None:
    (only,) = said_by("Die Bank widersprach: Das sei falsch, hieß es aus der Zentrale.", "de")
    assert only.source == "der Zentrale"


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Für Anna Holt ist die Sache klar: „Wir brauchen den Bus jeden Tag.“", "de", "Anna Holt"),
        ("Para Ana Ríos la cosa está clara: «Necesitamos un autobús al día».", "es", "Ana Ríos"),
        ("A Ana Ríos no le quita el sueño: «Será que nadie la invita».", "es", "Ana Ríos"),
    ],
)
def test_a_quotation_is_his_for_whom_something_is_so(text: str, language: str, source: str) -> None:
    (said,) = said_by(text, language)
    assert said.source == source


def test_a_quotation_is_not_his_to_whom_somebody_gives_it() -> None:
    assert said_by("A Ana Ríos la vieron salir: «Nadie la esperaba fuera».", "es") == []


def test_a_subject_stands_behind_how_it_is_said() -> None:
    assert said_by("«Es muy tarde ya», relató emocionado el delantero.", "es")[0].source == "el delantero"


def test_what_many_have_written_is_not_his_who_spoke_before() -> None:
    text = "„Ich schäme mich“, sagte Karl Weber. Im Stadion hatten die Fans ein Banner: „Wir zahlen, ihr schlaft!“"
    assert [one.source for one in said_by(text, "de")] == ["Karl Weber"]


def test_how_it_is_said_is_no_subject() -> None:
    text = "La pintora Ana Ríos sube. «Mi casa era aquella», cuenta señalando un montón de piedras."
    assert [one.source for one in said_by(text, "es")] == ["cuenta"]
    assert names_in(text, "es") == ["Ana Ríos"]
    assert names_in("«Mi casa era aquella», cuenta Fernando Ríos.", "es") == ["Fernando Ríos"]


def test_a_subject_that_was_not_read_is_not_who_spoke_before() -> None:
    text = "«Es muy tarde ya», dijo Juan Ruiz. «Nos daba mucha pena», reconoce entre risas madre Inés."
    assert names_in(text, "es") == ["Juan Ruiz"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El estudiante Juan Pérez sostenía un cartel: «Ni un peso menos para nadie».", "es"),
        ("L'étudiant Paul Roux brandissait une pancarte : « Pas un sou de moins pour nous ».", "fr"),
        ("Der Student Karl Weber trug ein Pappschild: „Keinen Groschen weniger für uns“.", "de"),
    ],
)
def test_what_a_sign_says_nobody_says(text: str, language: str) -> None:
    assert names_in(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Juan Pérez habló de moción, aunque su jefe, Saúl Olid, lo enfría: «Las mociones se ganan».",
            "es",
            "Saúl Olid",
        ),
        ("Karl Weber schwieg, während Anna Holt sich freute: „Das ist ein guter Tag für uns.“", "de", "Anna Holt"),
        ("Paul Roux s'est tu, tandis que Anne Blin jubilait : « C'est un grand jour pour nous. »", "fr", "Anne Blin"),
        ("Paul Roux s'est tu, mais il jubilait : « C'est un grand jour pour nous. »", "fr", "Paul Roux"),
    ],
)
def test_a_colon_belongs_to_the_last_clause_before_it(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1:] == [name]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Un diplomate a fait part de « doutes sérieux » : « Ils disent ce que nous voulons. »",
            "fr",
            ["Un diplomate"] * 2,
        ),
        ("Anna Holt sprach von „grobem Unfug“: „So kann man keine Stadt regieren.“", "de", ["Anna Holt"] * 2),
        ("Publica ahora unas memorias que han levantado mucho polvo.", "es", []),
        ("Publica la alcaldesa que han levantado el puente.", "es", ["la alcaldesa"]),
    ],
)
def test_what_stands_behind_the_first_of_two(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names


def test_a_quotation_goes_on_behind_any_verb_and_its_speaker() -> None:
    text = "« C'est sympa chez nous », se délecte Océane, « et c'est pour ça qu'on le refait »."
    (said,) = said_by(text, "fr")
    assert said.content == ("C'est sympa chez nous", "et c'est pour ça qu'on le refait")


def test_an_adjective_may_tell_how_it_is_said() -> None:
    text = "«Yo no le voy a aceptar que grite», expresó tajante la presidenta Ana Ríos."
    assert names_in(text, "es") == ["Ana Ríos"]
    assert names_in("«Yo no le voy a aceptar que grite», repite mirando una foto.", "es") == []

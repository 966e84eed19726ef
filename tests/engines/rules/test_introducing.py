"""Who somebody is, where a line names them first."""

import pytest

from summarizer.attribution.sources import SourceName
from summarizer.contract.article import Article
from summarizer.engines.rules.introducing import is_introduced, surname, with_role

TEXT = "Harbour master Ilse Brandt left. Tomas Reil, an engineer at Kelp, stayed. The pilots' leader, Ora Lund, slept."


def put(name, role, before="", after=" said no."):
    return with_role(Article(id="a", text=TEXT), SourceName(name, "person", role), name, before, after)


def test_the_role_stands_where_the_article_puts_it():
    assert put("Ilse Brandt", "Harbour master") == "Harbour master Ilse Brandt"
    assert put("Tomas Reil", "engineer at Kelp") == "Tomas Reil, an engineer at Kelp,"
    assert put("Tomas Reil", "engineer at Kelp", "so said ", ".") == "Tomas Reil, an engineer at Kelp"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The harbour master, ", " said no."),
        ("", ", 56, of Kell, said no."),
        ("", " (56) said no."),
        ("Mayor ", " left."),
    ],
)
def test_a_line_that_says_it_already_stays(before, after):
    assert put("Ilse Brandt", "Harbour master", before, after) == "Ilse Brandt"


def test_there_is_no_room_before_a_noun_and_none_for_what_was_cut_short():
    assert put("Tomas Reil", "engineer at Kelp", "", " stock rose.") == "Tomas Reil"
    assert put("Tomas Reil", "engineer at K") == "Tomas Reil"
    assert put("Reil", "engineer at Kelp") == "Reil"


def test_a_title_of_one_word_stands_before_the_name():
    assert put("Ilse Brandt", "Secretary") == "Secretary Ilse Brandt"
    assert put("Tomas Reil", "engineer at Kelp, Senator") == "Tomas Reil, an engineer at Kelp,"


def test_before_a_noun_a_name_has_no_room_for_a_role() -> None:
    text = "Former reeve Ana Moll came. Moll aide Ada Lund stayed."
    article = Article(id="a", text=text)
    who = SourceName("Ana Moll", "person", "former reeve")
    assert with_role(article, who, "Ana Moll", "", " aide Ada Lund stayed.") == "Ana Moll"
    assert with_role(article, who, "Ana Moll", "", " stayed.") == "Former reeve Ana Moll"


def test_a_role_behind_an_age_keeps_its_article() -> None:
    article = Article(id="a", text="Carl Bower, 70, a retired miller in Kell, came.")
    who = SourceName("Carl Bower", "person", "retired miller in Kell")
    assert with_role(article, who, "Carl Bower", "", " said so.") == "Carl Bower, a retired miller in Kell,"


@pytest.mark.parametrize(("role", "told"), [("Outgoing Kell reeve", "outgoing"), ("Kell reeve", "Kell")])
def test_a_word_that_describes_begins_small_within_a_line(role: str, told: str) -> None:
    article = Article(id="a", text=f"{role} Ana Moll came.")
    who = SourceName("Ana Moll", "person", role)
    assert with_role(article, who, "Ana Moll", "“Enough,” ", " said.").startswith(told)


def test_who_has_no_role_is_known_for_what_they_do() -> None:
    text = "Ana Moll, who runs the mill of Kell, came. Bo Karr, who said nothing, left."
    article = Article(id="a", text=text)
    nobody = SourceName("", "person", "")
    assert with_role(article, nobody, "Ana Moll", "", " said so.") == "Ana Moll, who runs the mill of Kell,"
    assert with_role(article, nobody, "Ana Moll", "", " of Kell said so.") == "Ana Moll"
    assert with_role(article, nobody, "Bo Karr", "", " said so.") == "Bo Karr"


@pytest.mark.parametrize(
    ("name", "last"),
    [("Ana Le Moll", "Le Moll"), ("Ana Moll Jr.", "Moll Jr."), ("Odd Moll IV", "Moll IV"), ("Ana Moll", "Moll")],
)
def test_a_surname_may_have_two_words(name: str, last: str) -> None:
    assert surname(name) == last


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Moll of the Kell Guild, a body of pilots, came.", "Ana Moll of the Kell Guild"),
        ("“No,” said Ana Moll of Kelp and Sons.", "Ana Moll"),
        ("“No,” Ana Moll of Varn Radio said.", "Ana Moll of Varn Radio"),
        ("The boat of Ana Moll, of which nobody knew, sank.", "Ana Moll"),
    ],
)
def test_who_has_no_role_is_of_a_body(text: str, told: str) -> None:
    nobody = SourceName("", "person", "")
    assert with_role(Article(id="a", text=text), nobody, "Ana Moll", "", " said so.") == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spokeswoman Ana Moll said no.", True),
        ("Ana Moll, a miller, said no.", True),
        ("Ana Moll, 61, said no.", True),
        ("Ana Moll of Kell said no.", True),
        ("Dr. Ana Moll said no.", True),
        ("In Kell, Ana Moll said no.", False),
        ("“No,” said Ana Moll.", False),
    ],
)
def test_a_line_says_who_somebody_is(text: str, expected: bool) -> None:
    assert is_introduced(text, "Ana Moll") == expected


@pytest.mark.parametrize(
    ("role", "told"),
    [("Republican reeve", "Republican reeve"), ("Outgoing reeve", "outgoing reeve"), ("Kenyan diver", "Kenyan diver")],
)
def test_the_name_of_a_party_or_nation_keeps_its_capital(role: str, told: str) -> None:
    article = Article(id="a", text=f"{role} Ana Moll came. Then Moll left.")
    assert with_role(article, SourceName("Ana Moll", "person", role), "Ana Moll", "At noon, ", " left.") == (
        f"{told} Ana Moll"
    )


def test_a_role_that_ends_in_a_shortened_word_was_cut() -> None:
    assert put("Tomas Reil", "engineer at Kelp University in St") == "Tomas Reil"


def test_a_degree_is_told_with_what_its_bearer_does() -> None:
    article = Article(id="a", text="Dr Ana Moll, who studies seals at the Kelp Institute, came. Prof Odd Lind left.")
    doctor = SourceName("Ana Moll", "person", "Dr")
    assert with_role(article, doctor, "Ana Moll", "", " said so.") == (
        "Dr Ana Moll, who studies seals at the Kelp Institute,"
    )
    assert with_role(article, doctor, "Ana Moll", "Dr ", " said so.") == (
        "Ana Moll, who studies seals at the Kelp Institute,"
    )
    assert with_role(article, SourceName("Odd Lind", "person", "Prof"), "Odd Lind", "", " left.") == "Prof Odd Lind"


@pytest.mark.parametrize(
    ("line", "introduced"),
    [
        ("The guild's spokesman, Ana Moll, said no.", True),
        ("“No,” its head of pilots, Ana Moll, said.", True),
        ("A lawyer for the mill, Ana Moll, said no.", True),
        ("On Friday, Ana Moll said no.", False),
        ("At the mill, Ana Moll said no.", False),
    ],
)
def test_a_role_before_a_comma_introduces_whom_it_names(line: str, *, introduced: bool) -> None:
    assert is_introduced(line, "Ana Moll") is introduced


def test_a_role_that_goes_on_in_quotation_marks_was_cut() -> None:
    text = "Ana Moll, former host of the radio show “Kelp Hour,” came. Odd Lind, host of the fair, left."
    article = Article(id="a", text=text)
    assert with_role(
        article, SourceName("Ana Moll", "person", "former host of the radio show"), "Ana Moll", "", "."
    ) == ("Ana Moll")
    assert with_role(article, SourceName("Odd Lind", "person", "host of the fair"), "Odd Lind", "", ".") == (
        "Odd Lind, host of the fair"
    )


def test_who_helmed_something_is_known_for_it() -> None:
    article = Article(id="a", text="Ana Moll, who helmed the Kelp Guild from 2031 to 2033, came.")
    told = with_role(article, SourceName("Ana Moll", "person", ""), "Ana Moll", "", " said so.")
    assert told == "Ana Moll, who helmed the Kelp Guild from 2031 to 2033,"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("One of them wrote: “President Moll, thank you for the boats.”", "Ana Moll"),
        ("One of them wrote: “We thank President Moll for the boats.”", "President Ana Moll"),
        ("Kell has thanked President Moll, who gave it boats.", "President Ana Moll"),
    ],
)
def test_a_title_by_which_somebody_only_is_addressed_is_not_told(said: str, told: str) -> None:
    article = Article(id="a", text=f"Ana Moll gave boats to Kell. {said}")
    assert with_role(article, SourceName("Ana Moll", "person", "President"), "Ana Moll", "", " left.") == told


@pytest.mark.parametrize("after", [" aide, came.", " aide came."])
def test_a_noun_before_a_comma_has_a_name_for_an_attribute_too(after: str) -> None:
    article = Article(id="a", text="Former reeve Ana Moll came.")
    assert with_role(article, SourceName("Ana Moll", "person", "former reeve"), "Ana Moll", "the ", after) == "Ana Moll"


def test_the_role_before_a_name_and_a_comma_keeps_its_article_behind_the_name() -> None:
    article = Article(id="a", text="The guild asked the Kell leader, Ana Moll, for boats. Ms Moll has not come.")
    who = SourceName("Ana Moll", "person", "Kell leader")
    assert with_role(article, who, "Ana Moll", "", " has not come.") == "Ana Moll, the Kell leader,"


def test_whose_somebody_is_stands_before_the_name_as_in_the_article() -> None:
    article = Article(id="a", text="Kell Water's Ana Moll came. Ms Moll said no. A friend's Ada Lind wept.")
    who = SourceName("Ana Moll", "person", "")
    assert with_role(article, who, "Ana Moll", "", " said no.") == "Kell Water's Ana Moll"
    assert with_role(article, who, "Ana Moll", "the guild's ", " said no.") == "Ana Moll"
    assert with_role(article, SourceName("Ada Lind", "person", ""), "Ada Lind", "", " said no.") == "Ada Lind"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ora Lund met her chief rival Ana Moll.", "Ana Moll"),
        ("Ora Lund and his long-time aide Ana Moll met.", "Ana Moll"),
        ("Ora Lund met chief rival Ana Moll.", "chief rival Ana Moll"),
    ],
)
def test_whose_somebody_is_by_a_pronoun_only_is_not_told(text: str, told: str) -> None:
    article = Article(id="a", text=text)
    role = "long-time aide" if "aide" in text else "chief rival"
    who = SourceName("Ana Moll", "person", role)
    assert with_role(article, who, "Ana Moll", "", " said no.") == told


def test_dr_alone_does_not_say_who_somebody_is() -> None:
    article = Article(id="a", text="So said Dr Ana Moll, the town's head of wells. Dr Moll said no.")
    who = SourceName("Ana Moll", "person", "town's head of wells")
    assert with_role(article, who, "Ana Moll", "Dr ", " said no.") == "Ana Moll, the town's head of wells,"
    assert with_role(article, who, "Ana Moll", "Mayor ", " said no.") == "Ana Moll"


def test_former_alone_is_nobody_s_office() -> None:
    article = Article(id="a", text="Some former Ana Moll aides left. Ana Moll said no.")
    assert with_role(article, SourceName("Ana Moll", "person", "former"), "Ana Moll", "", " said no.") == "Ana Moll"


def test_behind_a_quotation_small_words_before_an_office_belong_to_it() -> None:
    article = Article(id="a", text="“We met,” harbour board director Ana Moll said. “No,” told director Ana Moll.")
    who = SourceName("Ana Moll", "person", "director")
    assert with_role(article, who, "Ana Moll", "", " said no.") == "harbour board director Ana Moll"
    article = Article(id="a", text="“No,” said director Ana Moll.")
    assert with_role(article, who, "Ana Moll", "", " said no.") == "director Ana Moll"

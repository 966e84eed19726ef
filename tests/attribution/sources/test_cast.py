from __future__ import annotations

import pytest

from summarizer.attribution.sources import SourceName, read_cast
from summarizer.contract.article import Article
from tests.attribution.sources.marked import mark


def test_mentions_outside_the_text_and_empty_ones_do_no_harm() -> None:
    cast = read_cast(Article(id="x", text="Nora Quist said so."))
    assert cast.resolve((3, 3)) == SourceName("", "anonymous")
    assert cast.resolve((500, 700)) == SourceName("", "anonymous")
    assert cast.resolve((10, 11)).name == " "


def test_a_mention_resolved_alone_does_not_know_who_spoke_before_it() -> None:
    marked = mark("[Paul Renn] said so. Tom Hale’s boat sank. [He] said more.")
    assert marked.cast.resolve_all(marked.mentions)[1].name == "Paul Renn"
    assert marked.cast.resolve(marked.mentions[1]).name == "Tom Hale"


def test_later_mentions_do_not_change_what_earlier_ones_mean() -> None:
    marked = mark("[Paul Renn] said so. [He] said more. [Mary Birch] left. [She] said no. [He] said yes.")
    whole = marked.cast.resolve_all(marked.mentions)
    for length in range(len(marked.mentions)):
        assert marked.cast.resolve_all(marked.mentions[:length]) == whole[:length]


def test_the_cast_of_an_article_is_remembered() -> None:
    article = Article(id="x", text="Nora Quist said so.")
    assert read_cast(article) is read_cast(article)


@pytest.mark.parametrize(
    ("mention", "speaks"),
    [
        ("[Nora Quist] left.", True),
        ("[The Dawn Front] left.", True),
        ("[a pilot] left.", True),
        ("[the statement] came.", True),
        ("[the poll] came.", False),
        ("[the rain] came.", False),
    ],
)
def test_what_can_speak(mention: str, speaks: bool) -> None:
    marked = mark(f"At dawn {mention}")
    assert marked.cast.can_speak(marked.mentions[0]) is speaks


def test_the_names_within_a_stretch_have_the_kinds_of_their_bearers() -> None:
    text = "Nora Quist met the Dawn Front in Ostby."
    cast = mark(text).cast
    assert cast.names_within(0, len(text)) == [
        ("Nora Quist", "person"),
        ("Dawn Front", "organization"),
        ("Ostby", "government"),
    ]
    assert cast.names_within(11, 14) == []


TEXT = (
    "Ostby, 3 May. Kata’ib Dawn fighters shelled the port, said Ali Rabiee, the harbour spokesman. Marshal Yahya "
    "Rasool denied it. Mohammed Ali al-Sadri stayed away. The Popular Harbour Forces (PHF) met "
    "Iran-backed militias.\n\n"
    "José Núñez wept. Rabiee said no more. A port official, Rasool said, had left. PHF guards stood by.\n\n"
    "The Ministry of Health closed. Ali Khorami of the Dawn Watch was seen. Rabiee left."
)


@pytest.fixture(name="article")
def _article() -> Article:
    return Article(id="x", text=TEXT)


@pytest.mark.parametrize(
    ("given", "name", "kind"),
    [
        ("Ali Rabiee", "Ali Rabiee", "person"),
        ("Rabiee", "Ali Rabiee", "person"),
        ("Ali Rabii", "Ali Rabiee", "person"),
        ("harbour spokesman Ali Rabiee", "Ali Rabiee", "person"),
        ("Yahya Rasul", "Yahya Rasool", "person"),
        ("Marshal Yahya Rasool", "Yahya Rasool", "person"),
        ("al-Rasool", "Yahya Rasool", "person"),
        ("Muhammad Ali Al Sadri", "Mohammed Ali al-Sadri", "person"),
        ("Mohamed al-Sadri", "Mohammed Ali al-Sadri", "person"),
        ("Kataib Dawn", "Kata’ib Dawn", "armed_group"),
        ("Kata'ib Dawn", "Kata’ib Dawn", "armed_group"),
        ("Jose Nunez", "José Núñez", "person"),
        ("PHF", "Popular Harbour Forces", "military"),
        ("The Popular Harbour Forces", "Popular Harbour Forces", "military"),
        ("the ministry of health", "Ministry of Health", "government"),
        ("Iran backed militias", "Iran-backed militias", "armed_group"),
        ("a port official", "A port official", "anonymous"),
    ],
)
def test_a_name_spelled_otherwise_is_found(article: Article, given: str, name: str, kind: str) -> None:
    found = read_cast(article).fullest(given)
    assert found is not None
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.parametrize(
    "given",
    [
        "Ali Khamenei",
        "Ali",
        "Hassan Rabiee",
        "Rabiee Sadri",
        "John Smith",
        "Ministry of Defence",
        "Dawn Herald",
        "he",
        "the",
        "This",
        "",
        "   ",
        "“”",
        "Rabiee supporters",
    ],
)
def test_a_name_that_the_article_does_not_hold_is_none(article: Article, given: str) -> None:
    assert read_cast(article).fullest(given) is None
    assert read_cast(article).find(given, 0) is None


def test_a_found_name_brings_its_role(article: Article) -> None:
    assert read_cast(article).fullest("Rabiee") == SourceName("Ali Rabiee", "person", "harbour spokesman")


def test_a_role_given_as_a_name_is_its_bearer(article: Article) -> None:
    found = read_cast(article).fullest("the harbour spokesman")
    assert found == SourceName("Ali Rabiee", "person", "harbour spokesman")


def test_the_nearest_mention_of_a_source_is_found(article: Article) -> None:
    cast = read_cast(article)
    first, second, third = (TEXT.index("Ali Rabiee"), TEXT.index("Rabiee said"), TEXT.index("Rabiee left"))
    assert cast.find("Ali Rabiee", TEXT.index("shelled")) == (first, first + len("Ali Rabiee"))
    assert cast.find("Ali Rabiee", second + 10) == (second, second + len("Rabiee"))
    assert cast.find("Ali Rabiee", len(TEXT)) == (third, third + len("Rabiee"))


def test_the_sentence_before_comes_before_a_nearer_one_after(article: Article) -> None:
    at = TEXT.index("A port official")
    rabiee = TEXT.index("Rabiee said")
    assert read_cast(article).find("Ali Rabiee", at) == (rabiee, rabiee + len("Rabiee"))


def test_a_short_form_of_a_body_is_a_mention_of_it(article: Article) -> None:
    short = TEXT.index("PHF guards")
    assert read_cast(article).find("Popular Harbour Forces", short) == (short, short + 3)


def test_words_that_are_no_name_are_found_too(article: Article) -> None:
    at = TEXT.index("Iran-backed militias")
    assert read_cast(article).find("iran-backed militias", 0) == (at, at + len("Iran-backed militias"))


def test_a_short_first_name_is_the_same_person_but_for_another_gender() -> None:
    cast = read_cast(Article(id="y", text="Timothy Hale met Daniela Fell in Ostby."))
    assert cast.fullest("Tim Hale") == cast.fullest("Timothy Hale")
    assert cast.fullest("T. Hale") is not None
    assert cast.fullest("Daniel Fell") is None
    assert cast.fullest("Tom Hale") is None


@pytest.mark.parametrize(
    ("text", "is_shared"),
    [
        ("Jan Brunt brought his older brother, Georg Brunt, to the hall. Mr. Brunt said it was late.", True),
        ("Bill Brunt met Hilda Brunt. Mrs. Brunt said it was late.", False),
        ("Jan Brunt came to the hall. Mr. Brunt said it was late.", False),
    ],
)
def test_a_name_with_a_title_is_shared_by_those_whom_the_title_fits(text: str, is_shared: bool) -> None:
    start = text.index("Mr", text.index("."))
    assert read_cast(Article(id="invented", text=text)).is_shared((start, text.index(" said"))) is is_shared


@pytest.mark.parametrize(
    ("told", "relay"),
    [
        ("[this newspaper]", "this newspaper"),
        ("[this magazine]", "this magazine"),
        ("[the newspaper]", "Delta Herald"),
        ("[the Ostby Post]", "Ostby Post"),
    ],
)
def test_this_newspaper_is_not_the_one_that_was_named_before(told: str, relay: str) -> None:
    marked = mark(f"The Delta Herald printed it. Mayor Ada Lund told {told} that it was false.")
    assert marked.cast.relay(marked.mentions[0]).name == relay

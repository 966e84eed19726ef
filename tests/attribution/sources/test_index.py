from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.attribution.sources.index import abbreviates
from summarizer.attribution.sources.naming import name_key
from tests.attribution.sources.marked import mark, names
from tests.growth import assert_linear

if TYPE_CHECKING:
    from summarizer.attribution.sources.mentions import Occurrence


def test_lost_capitals_and_spaces() -> None:
    text = "The harbour chief, mary quistThe note said nothing. [Quist] warned them. “Go,” [she] stressed."
    assert names(text) == ["mary quist", "mary quist"]
    assert names("The news went to OstbyMayor Nora Quist at once, [Quist] said.") == ["Nora Quist"]


def test_a_surname_is_filled_up_from_what_is_called_after_its_bearer() -> None:
    assert names("The interview was for The Rachel Quist Show. [Quist] asked why.") == ["Rachel Quist"]


def test_a_verb_before_a_surname_is_no_first_name() -> None:
    assert names("Fires burned, said Quist. “I hope quist and co hear,” [Quist] said. Said Quist: no.") == ["Quist"]


TEXT = "Mayor Nora Quist met Paul Renn, a pilot. The Dawn Front left. Quist slept."


def words(names: list[Occurrence]) -> list[str]:
    return [TEXT[name.start : name.end] for name in names]


def test_the_names_within_a_stretch_include_one_that_reaches_into_it() -> None:
    index = mark(TEXT).index
    assert words(index.within(0, 25)) == ["Nora Quist", "Paul Renn"]
    assert words(index.within(TEXT.index("Quist"), 20)) == ["Nora Quist"]
    assert words(index.within(TEXT.index("met"), TEXT.index("Paul"))) == []


def test_the_names_before_an_offset_come_nearest_first() -> None:
    index = mark(TEXT).index
    assert words(index.before(len(TEXT), 2)) == ["Quist", "Dawn Front"]
    assert words(index.before(TEXT.index("Paul"), 9)) == ["Nora Quist"]


def test_the_persons_stand_in_order_and_a_surname_is_theirs() -> None:
    index = mark(TEXT).index
    assert [person.name for person in index.persons] == ["Nora Quist", "Paul Renn"]
    assert index.referent_of(index.occurrences[-1]) is index.persons[0]


def test_roles_are_words_of_titles_and_appositions() -> None:
    index = mark(TEXT).index
    called = [[one.head for one in index.callings(person).known] for person in index.persons]
    assert called == [["mayor"], ["pilot"]]


def test_every_place_where_a_referent_is_named_is_its_mention() -> None:
    marked = mark("The Dawn Front (DAFRO) met. Nora Quist left. DAFRO slept. Quist sang.")
    index = marked.index
    front, quist = index.referents["dawn frunt"], index.persons[0]
    assert [marked.words(span) for span in index.mentions_of(front)] == ["Dawn Front", "DAFRO", "DAFRO"]
    assert [marked.words(span) for span in index.mentions_of(quist)] == ["Nora Quist", "Quist"]


def test_the_name_at_an_offset_may_stand_after_the() -> None:
    index = mark(TEXT).index
    front = TEXT.index("Dawn Front")
    assert index.name_at(TEXT.index("The Dawn")) == (front, front + len("Dawn Front"), "organization")
    assert index.name_at(front) == (front, front + len("Dawn Front"), "organization")
    assert index.name_at(TEXT.index("left")) is None


def test_acronyms_and_short_forms_get_the_full_name() -> None:
    text = (
        "The Popular Harbour Forces (PHF) met the United Coast Command (UNICOAST). [PHF] said yes. [UNICOAST] said no. "
        "[The Popular Harbour] said maybe."
    )
    assert names(text) == ["Popular Harbour Forces", "United Coast Command", "Popular Harbour Forces"]


def test_a_nation_before_a_body_is_part_of_its_fullest_name() -> None:
    text = "The Veldanian Foreign Ministry met. US State Department aides left. [The State Department] said no."
    assert names(text) == ["US State Department"]


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("PHF", "Popular Harbour Forces", True),
        ("UNICOAST", "United Coast Command", True),
        ("COASTCOM", "United Coast Command", True),
        ("SANA", "Syrian News Agency", True),
        ("PHF", "Ostby Herald", False),
        ("Ostby", "Ostby Herald", False),
    ],
)
def test_short_forms_stand_in_their_names(short: str, name: str, fits: bool) -> None:
    assert abbreviates(short, name) is fits


@pytest.mark.parametrize(
    ("text", "key", "fullest"),
    [
        ("The Dawn Front met. The Dawn Front of Ostby left.", "Dawn Front", "Dawn Front of Ostby"),
        ("The Harbour Ministry met. The Veldanian Harbour Ministry left.", "Harbour Ministry", "Harbour Ministry"),
        ("The Harbour Ministry met. The Danish Harbour Ministry left.", "Harbour Ministry", "Danish Harbour Ministry"),
        ("The Dawn Front, the Dawn Front of Ostby and the Dawn Front of Varn met.", "Dawn Front", "Dawn Front"),
        ("The NHF met. The North Harbour Foundation left.", "NHF", "North Harbour Foundation"),
        ("The Dawn Foundation (DAFO) met.", "DAFO", "Dawn Foundation"),
    ],
)  # fmt: skip
def test_a_short_name_goes_by_the_fullest_unless_it_could_be_two(text: str, key: str, fullest: str) -> None:
    index = mark(text).index
    assert index.fullest_body(index.referents[name_key(key)]).name == fullest


def test_a_person_has_no_fuller_body() -> None:
    index = mark("Nora Dawn met the Nora Dawn Foundation.").index
    person = index.referents[name_key("Nora Dawn")]
    assert index.fullest_body(person) is person


def test_the_time_to_find_the_fuller_names_of_many_bodies_is_linear() -> None:
    def find(text: str) -> None:
        names = [f"{chr(65 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}ra" for n in range(len(text))]
        index = mark("\n\n".join(f"The {name} Harbour Council said it was late." for name in names)).index
        for referent in index.referents.values():
            index.fullest_body(referent)

    assert_linear(find, "x", 150)


def test_a_paper_is_not_the_poll_that_it_takes_with_another() -> None:
    text = "The Harbour Post-Tarrin Research poll came out. [The Harbour Post], which runs a page, said it would wait."
    assert names(text) == ["Harbour Post"]

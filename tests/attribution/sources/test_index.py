from __future__ import annotations

from typing import TYPE_CHECKING

from tests.attribution.sources.marked import mark, names

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
    assert [index.roles(person) for person in index.persons] == [{"mayor"}, {"pilot"}]


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

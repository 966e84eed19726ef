"""Where the content begins behind a cue: past whom it is said to and what is put in between."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.content_start import after_addressee, content_start
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "past"),
    [
        ("Lund <told> reporters [it rained.]", 1),
        ("Lund <told> weekly magazine Arle [that it rained.]", 3),
        ("Lund <warned> the country [of floods.]", 2),
        ("Lund <said> [it rained.]", 0),
    ],
)
def test_whom_it_is_said_to_is_no_part_of_it(marked: str, past: int) -> None:
    tokens = tokens_of(marked)
    assert after_addressee(tokens.site) == tokens.site.after + past


def test_a_cue_that_needs_an_addressee_has_no_content_without_one() -> None:
    assert after_addressee(tokens_of("Lund <told> [that it rained.]").site) is None


@pytest.mark.parametrize(
    ("marked", "past"),
    [
        ("Lund <said>, though, [that it rained.]", 3),
        ("Lund <said>, in a letter, [that it rained.]", 5),
        ("Lund <said>, [that it rained.]", 1),
        ("Lund <said> of the flood [that it rose.]", 3),
        ("Lund <said> all week [that it rained.]", 2),
        ("Lund <said> time and again [that it rained.]", 3),
        ("Lund <said> [all boats that sailed sank.]", 0),
        ("Lund <said> [it rained.]", 0),
    ],
)
def test_what_is_put_in_between_is_no_part_of_it(marked: str, past: int) -> None:
    tokens = tokens_of(marked)
    assert content_start(tokens.site, tokens.site.after) == tokens.site.after + past


def test_what_is_said_in_a_programme_begins_behind_its_title_and_the_day() -> None:
    ((_, _, content),) = said_in("Jon Alder said on RTN’s “This Week” on Sunday that Lund was a danger.")
    assert content == ("that Lund was a danger",)


def test_a_title_that_is_said_is_part_of_it() -> None:
    ((_, _, content),) = said_in("Jon Alder said on Sunday “This Week” was late.")
    assert content == ("“This Week” was late",)


@pytest.mark.parametrize(
    "between",
    [
        "in a letter, signed by Ada Pell, a clerk,",
        "in its report, printed on Monday,",
        "in a note, its first in weeks,",
        "in Arle, a town in the hills,",
    ],
)
def test_what_tells_more_of_a_letter_stands_before_the_clause(between: str) -> None:
    (said,) = said_in(f"The guild said {between} that some of the donors had lied.")
    assert (said.source, said.content) == ("The guild", ("that some of the donors had lied",))

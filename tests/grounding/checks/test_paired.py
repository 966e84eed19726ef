import pytest

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.paired import compare_pairs

COUNT = "The count is Ana Moll 384, Bo Rask 300, Eik 151, and Lorn 37."
SHIFTS = (
    "On wards with six-hour shifts there were 2.1 falls for every 500 bed days, on those with nine-hour shifts 4.7."
)


@pytest.mark.parametrize(
    ("text", "held", "kept", "crossed"),
    [
        ("Moll leads with 384, ahead of Rask with 300.", COUNT, {"384", "300"}, False),
        ("Moll leads with 300, ahead of Rask with 384.", COUNT, set(), True),
        ("Eik has 37 and Lorn 151.", COUNT, set(), True),
        ("Lorn has 37 and Eik 151.", COUNT, {"37", "151"}, False),
        ("It was 4.7 with nine-hour shifts and 2.1 with six-hour shifts.", SHIFTS, {"4.7", "2.1"}, False),
        ("It was 2.1 with nine-hour shifts and 4.7 with six-hour shifts.", SHIFTS, set(), True),
        ("There were 384 votes.", COUNT, set(), False),
    ],
)
def test_a_figure_of_a_list_goes_with_what_stands_beside_it(
    text: str, held: str, kept: set[str], crossed: bool
) -> None:
    found = compare_pairs(read_words_of(text), read_words_of(held))
    assert kept <= found.kept
    assert bool(found.crossed) is crossed


@pytest.mark.parametrize(
    ("text", "crossed"),
    [("It has 75, down from 660.", False), ("It has 660, down from 75.", True), ("It went from 75 to 660.", True)],
)
def test_what_it_was_before_is_told_from_what_it_is(text: str, crossed: bool) -> None:
    held = "Its fund shrank from 660 crowns a year ago to just 75 this year."
    assert bool(compare_pairs(read_words_of(text), read_words_of(held)).crossed) is crossed

import pytest

from summarizer.text.occurrences import find_all, find_whole, holds_whole, merge_spans, shared_length


@pytest.mark.parametrize(
    ("words", "start", "end", "places"),
    [
        ("tide", 0, None, [4, 14]),
        ("tide", 5, None, [14]),
        ("tide", 0, 17, [4]),
        ("tide", 4, 18, [4, 14]),
        ("ebb", 0, None, []),
    ],
)
def test_every_place_within_the_bounds_is_found(words: str, start: int, end: int | None, places: list[int]) -> None:
    assert list(find_all("The tide, the tide", words, start, end)) == places


def test_places_may_overlap() -> None:
    assert list(find_all("anana", "ana")) == [0, 2]


@pytest.mark.parametrize(
    ("text", "is_held"),
    [
        ("Varn", True),
        ("In Varn’s harbour", True),
        ("Varna", False),
        ("Novarn", False),
        ("Varn7", False),
        ("Varna and Varn", True),
        ("varn", False),
        ("", False),
    ],
)
def test_a_word_is_held_whole_where_no_longer_word_has_it(text: str, is_held: bool) -> None:
    assert holds_whole(text, "Varn") is is_held


def test_spans_that_overlap_or_touch_become_one_stretch() -> None:
    assert merge_spans([(0, 4), (2, 3), (4, 6), (8, 9)]) == [(0, 6), (8, 9)]
    assert merge_spans([]) == []


def test_only_what_lies_in_both_lists_is_shared() -> None:
    assert shared_length([(0, 4), (6, 9)], [(2, 7)]) == 3
    assert shared_length([(0, 4)], [(4, 6)]) == 0


def test_whole_words_are_found_at_both_ends_of_a_text_and_not_inside_others():
    assert list(find_whole("Varn met Varnow, then Varn's aide and Varn", "Varn")) == [0, 22, 38]

"""Quotation marks of every kind, paired; what stands between them is what is quoted."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.reading.layout.quotation_marks import Pairs, find_marks, pair_marks
from tests.growth import assert_linear


def pairs_of(text: str, sentences: list[tuple[int, int]]) -> Pairs:
    """The quotations of a text that is one paragraph."""
    return pair_marks(text, 0, len(text), sentences, find_marks(text))


def quoted(text: str) -> list[str]:
    """What is quoted in a paragraph, whose sentences end at full stops."""
    sentences, start = [], 0
    for piece in text.split(". "):
        end = min(start + len(piece) + 1, len(text))
        sentences.append((start, end))
        start = end + 1
    return [text[region.start : region.end] for region in pairs_of(text, sentences).regions]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“It sank,” she said. “All of it.”", ["“It sank,”", "“All of it.”"]),
        ('"It sank," she said. "All of it."', ['"It sank,"', '"All of it."']),
        ("«It sank,» she said.", ["«It sank,»"]),
        ("« It sank », she said.", ["« It sank »"]),
        ("»It sank,« she said.", ["»It sank,«"]),
        ("„It sank“, she said.", ["„It sank“"]),
        ("”It sank,” she said.", ["”It sank,”"]),
        ("‹It sank,› she said.", ["‹It sank,›"]),
        ("「沈んだ」と彼女は言った。「全部『船』も」", ["「沈んだ」", "「全部『船』も」"]),
        ("``It sank,'' she said, ``all of it.''", ["``It sank,''", "``all of it.''"]),
        ("â€œIt sank,â€ she said.", ["â€œIt sank,â€"]),
        ("‘It sank,’ she said.", ["‘It sank,’"]),
        ("'It sank in the miners' bay,' she said.", ["'It sank in the miners' bay,'"]),
        ("‘It was the keepers’ Lund said. ‘We go.’", ["‘It was the keepers’", "‘We go.’"]),
        ("‘It was theirs’ said Lund.", ["‘It was theirs’"]),
        ("‘It was theirs. It sank.", ["‘It was theirs. It sank."]),  # the next paragraph goes on
        ("‘It sank,’ she said. ‘We wept.", ["‘It sank,’", "‘We wept."]),
    ],
)
def test_every_kind_of_mark_opens_and_closes(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("“She said “no” to me,” he said.", ["“She said “no” to me,”"]),
        ('"She said "no" to me," he said.', ['"She said "no" to me,"']),
        ("“She said ‘not now’ to me,” he said.", ["“She said ‘not now’ to me,”"]),
        ("‘I read “The Mill” twice,’ he said.", ["‘I read “The Mill” twice,’"]),
        ("\"'Not now,' she told me,\" he said.", ["\"'Not now,' she told me,\""]),
    ],
)
def test_a_quotation_within_a_quotation_is_part_of_it(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We go."She left. "We stay ." She wept.', ['"We go."', '"We stay ."']),  # spaces lost and won
        ("She spoke of “grave losses. “", ["“grave losses. “"]),  # the wrong shape
        ("“We will answer. “They will see,” Lund said.", ["“We will answer. “They will see,”"]),
        ("“It sank. All of it. Nobody saw.", ["“It sank. All of it. Nobody saw."]),
        ("Lund said: “It sank. All of it.", ["“It sank. All of it."]),
        ('"She came late. “It sank,” she said. She left.', ["“It sank,”"]),  # a paragraph copied from elsewhere
        ("Lund called “it sunk. The rest stood.", ["“it sunk."]),
        ('"It sank," he said. All gone," he added.', ['"It sank,"', 'All gone,"']),
    ],
)
def test_marks_that_are_lost_or_turned(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "The miners' union met in the '90s, not the '80s.",
        "Rock ‘n’ roll was a ‘disaster’ for Varn.",
        'The pipe is 6" wide and the board 12" long.',
        "'Twas the miners' union that struck, the bosses' men found.",
    ],
)
def test_apostrophes_inches_and_single_words_quote_nobody(text: str) -> None:
    assert quoted(text) == []


def test_a_mark_that_closes_what_another_paragraph_opened() -> None:
    text = "We shall see,” Lund said."
    assert pairs_of(text, [(0, len(text))]) == ([], text.index("”") + 1)


def test_where_marks_are() -> None:
    assert find_marks("The miner's hall is the '90s at best.") == []
    assert find_marks("The “hall”.") == [(4, 5), (9, 10)]


MARKS = st.sampled_from([*"\"“”„«»「」‘’'`‚ .,as", "''", "``", "â€œ", "â€"])


@given(st.lists(MARKS).map("".join))
@example('""````"')
def test_quotations_lie_in_order_and_in_the_text(text: str) -> None:
    regions = pairs_of(text, [(0, len(text))]).regions
    bounds = [at for region in regions for at in (region.start, region.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= region.start < region.end <= len(text) for region in regions)


@pytest.mark.parametrize("piece", ["“a ", '"a ', "‘as’ s", "a” ", "“a‘b", "«“‘a ", "'s a' ", '" '])
def test_odd_marks_take_linear_time(piece: str) -> None:
    assert_linear(lambda text: pairs_of(text, [(0, len(text))]), piece)


@pytest.mark.parametrize("unseen", ["\u202a", "\u200e", "\u2066"])
def test_a_mark_of_direction_is_no_letter_beside_a_quotation_mark(unseen: str) -> None:
    text = f"{unseen}”It is late. We go,” said Lund."
    assert [text[one.start : one.end] for one in pairs_of(text, [(0, len(text))]).regions] == ["”It is late. We go,”"]

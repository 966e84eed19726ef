import pytest

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.charged import is_charge


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Two divers were held in Kelp for selling bells.", "selling", True),
        ("A clerk is accused of burning the ledger.", "burning", True),
        ("Three were charged with theft.", "theft", True),
        ("Two divers were selling bells.", "selling", False),
        ("Two divers held bells; selling was hard.", "selling", False),
    ],
)
def test_what_somebody_is_held_for_is_a_charge(text, word, expected):
    words = read_words_of(text)
    at = next(at for at, one in enumerate(words) if one.text == word)
    assert is_charge(words, at) is expected

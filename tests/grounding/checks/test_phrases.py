import re

import pytest

from summarizer.grounding.checks.phrases import plain_words
from summarizer.text.words import read_words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The guild turned down the offer.", "The guild refused the offer."),
        ("The pier is not expected to reopen.", "The pier unlikely to reopen."),
        ("She had no doubt that it floats.", "She surely it floats."),
        ("The port doesn't dispute that it sank.", "The port surely it sank."),
        ("The clerk was dismissed on Monday.", "The clerk was fired on Monday."),
        ("It will not cost more than six crowns.", "It cost no more than six crowns."),
        ("The port has yet to open the gate.", "The port has not open the gate."),
        ("Moll bristled at the report.", "Moll rejected the report."),
        ("Ice kept the crew from rowing.", "Ice prevented the crew from rowing."),
        ("The guild refrained from comment.", "The guild not comment."),
    ],
)
def test_a_phrase_becomes_its_word(text, plain):
    assert plain_words(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "They turned the boat down the canal.",
        "The claim was dismissed as gossip.",
        "The offer was not accepted.",
        "She turned over in her bunk.",
    ],
)
def test_other_words_stay(text):
    assert plain_words(text) == text


def test_every_phrase_is_a_pattern_that_something_matches():
    examples = (
        "turned down / is not expected to / had no doubt / did not doubt / without any doubt / stopped short of / "
        "was dismissed on Monday / at the end of the day / turned over the keys / will not cost more than six / "
        "has yet to open / refrained from / kept the crew from rowing / scoffed at / did not and will not / "
        "on purpose / by mistake"
    )
    phrases = read_words("checks")["phrases"]["plain"]
    assert [one["of"] for one in phrases if not re.search(one["of"], examples)] == []


def test_free_of_a_thing_is_without_it() -> None:
    assert plain_words("a toll-free bridge") == "a without toll bridge"

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.asked import asked_or_feared
from summarizer.grounding.checks.passage import read_passage
from tests.grounding.checks.beside import beside

TEXT = (
    "The guild is looking into whether the pilot secretly sold the lamps. "
    "Divers spoke of the risk of further slides on the bank. "
    "The port asked if the pumps had failed. The board put off a vote on whether to lend boats to the guild. "
    "A cook is accused of poisoning nine gulls at the harbour. We will see if the toll brings any bakers back."
)
ARTICLE = Article(id="a", text=TEXT)


def difference(line):
    return asked_or_feared(align(read_passage(ARTICLE, line, [(0, len(TEXT))])))


@pytest.mark.parametrize(
    "line",
    [
        "The guild found that the pilot secretly sold the lamps.",
        "The guild is looking at how the pilot secretly sold the lamps.",
        "The pilot secretly sold the lamps.",
        "The toll brings bakers back.",
        "A cook poisoned nine gulls at the harbour.",
        "There were further slides on the bank, divers said.",
    ],
)
def test_what_is_asked_or_feared_is_not_so(line):
    assert difference(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The guild is examining whether the pilot secretly sold the lamps.",
        "The pilot may have secretly sold the lamps.",
        "The guild is investigating the pilot over lamps that were secretly sold.",
        "Divers feared further slides on the bank.",
        "Divers warned of a danger of further slides.",
        "The port asked about the pumps.",
        "The board put off its vote on lending boats to the guild.",
        "A cook was charged with poisoning nine gulls at the harbour.",
    ],
)
def test_what_stays_open_is_left_alone(line):
    assert difference(line) is None


def test_what_is_asked_of_a_thing_may_be_told_further_on() -> None:
    held = "She was asked whether her plan for new harbour walls, which he calls dear, would help."
    assert asked_or_feared(beside("Her plan for new harbour walls was defended.", held)) is None

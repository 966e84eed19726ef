"""What somebody is accused of is told with the answer to it."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.candidates import Candidate, find_candidates
from summarizer.engines.rules.centrality import weigh_sentences
from summarizer.engines.rules.denials import answers, with_denials
from summarizer.engines.rules.key_points import Point, Read
from summarizer.reading.layout.layout import layout_of

ACCUSED = "The pilots' guild accused the port of Kell of hiding a leak."
READ = Read("A boat sank in the port of Kell.")


def candidates_of(*lines: str) -> list[Candidate]:
    text = "\n\n".join((ACCUSED, *lines))
    article = Article(id="a", text=text)
    sentences = layout_of(article).sentences
    weighed = weigh_sentences([text[one.start : one.end] for one in sentences], ())
    return find_candidates(article, layout_of(article), list(zip(sentences, weighed, strict=True)), "")


def told(*lines: str, read: Read = READ) -> str:
    (point,) = with_denials([Point(ACCUSED, (1,), (1,))], candidates_of(*lines), read)
    return point.text


@pytest.mark.parametrize(
    "answer",
    [
        "Harbour master Ada Lund denied that.",
        "Harbour master Ada Lund dismissed the complaint: the boats, she said, were in the harbour.",
        "Harbour master Ada Lund denied that she had been told so.",
        "The port of Kell rejected the accusation and said that no boat was at risk.",
        "A spokesman for the port of Kell disputed the claim on Monday.",
    ],
)
def test_a_point_ends_with_the_answer_to_it(answer: str) -> None:
    assert told(answer) == f"{ACCUSED} {answer}"
    assert told("“They saw it drip, and they slept on,” the guild's Bo Karr said.", answer) == f"{ACCUSED} {answer}"


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour master Ada Lund denied that boats were at risk.",),  # says what it denies
        ("He denied that.",),
        ("Mayor Ana Moll said that the leak was mended.", "Harbour master Ada Lund denied that."),
        ("“It dripped.”", "“It ran.”", "“It poured.”", "Harbour master Ada Lund denied that."),
        (f"Harbour master Ada Lund denied that, and told of {'pumps, valves and pipes, ' * 12}all of them new.",),
    ],
)
def test_no_other_denial_is_an_answer_to_it(lines: tuple[str, ...]) -> None:
    assert told(*lines) == ACCUSED


def test_an_answer_that_the_reader_has_read_is_not_told_again() -> None:
    answer = "Harbour master Ada Lund denied that."
    assert told(answer, read=READ._replace(sentences=frozenset({2}))) == ACCUSED


def test_an_answer_is_to_what_was_said_before_a_quotation_of_the_same_speaker() -> None:
    found = candidates_of("“They saw it drip, and they slept on,” he said.", "Harbour master Ada Lund denied that.")
    denial = found[-1]
    assert answers(denial, 1)
    assert not answers(denial, denial.number)
    assert not answers(found[0], denial.number)


def test_what_is_denied_in_a_sentence_of_its_own_matters_is_no_answer() -> None:
    for second, expected in (
        ("The pilots sent a letter but the board rejected it.", False),
        ("The board of the guild rejected it.", True),
    ):
        assert answers(candidates_of(second)[1], 1) == expected

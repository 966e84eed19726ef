"""The task for most models: how long an answer may be, and what those about windows come to."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.engines.model.claims import ClaimsTask, merge
from summarizer.engines.model.prompts import Line
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.windows import Window


def claim(sentence: int, quote: str, source: str = "Ode Lunt") -> DraftClaim:
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, kind="person", stance="asserts", text=quote)


def test_a_longer_window_may_be_answered_at_more_length_up_to_a_limit() -> None:
    lengths = [ClaimsTask(LlmOptions()).output_tokens(count) for count in (0, 1, 10, 1000, 10_000)]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[1] < lengths[2] < lengths[3] == lengths[4]
    limited = ClaimsTask(LlmOptions(max_output_tokens=77))
    assert [limited.output_tokens(count) for count in (0, 1000)] == [77, 77]


LONG = Article(
    id="long",
    text="The bridge was shut. " + " ".join(f"Speaker number {n} said that crack {n} was new." for n in range(1, 40)),
)


def test_claims_of_windows_are_merged_by_place_and_source() -> None:
    first, second = Window((Line(1, 0, 20), Line(2, 21, 60))), Window((Line(2, 21, 60), Line(3, 61, 100)), 1)
    said = "crack 1 was new"
    nested = "Speaker number 1 said that crack 1 was new"
    answers = [
        (first, [claim(2, said), claim(2, said, "Bo Lind"), claim(2, nested)]),
        (second, [claim(2, said), claim(3, "crack 2 was new"), claim(2, "The bridge was shut", "Bo Lind")]),
    ]
    merged = merge(LONG, answers)
    assert [(one.source, one.quotes[0]) for one in merged] == [
        ("Ode Lunt", said),
        ("Bo Lind", said),
        ("Ode Lunt", nested),
        ("Bo Lind", "The bridge was shut"),
        ("Ode Lunt", "crack 2 was new"),
    ]

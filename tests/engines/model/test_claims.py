"""One window's requests: how much may be answered, what a second answer puts right, and errors that stop the rest."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim, DraftKeyPoint
from summarizer.contract.request import Completion, Request
from summarizer.engines.model.answers import Parsed
from summarizer.engines.model.claims import Asker, Tally, gather_all, mend

if TYPE_CHECKING:
    from collections.abc import Awaitable

ARTICLE = Article(
    id="gate",
    title="Gate stuck",
    text="Gate stuck\n\nThe gate is stuck, Ode Lunt said. It will open in May, she added. Nobody was hurt on Friday.",
)
STUCK, MAY, HURT = "The gate is stuck", "It will open in May", "Nobody was hurt on Friday"


def claim(sentence: int, quote: str, source: str = "Ode Lunt") -> DraftClaim:
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, kind="person", stance="asserts", text=quote)


def parsed(*claims: DraftClaim, points: tuple[DraftKeyPoint, ...] = (), headline: str = "") -> Parsed:
    return Parsed(
        claims=list(claims),
        refused=[],
        headline=headline,
        abstract="",
        key_points=list(points),
        is_cut=False,
    )


def asker(**options: object) -> Asker:
    async def unasked(_: Request) -> Completion:
        raise AssertionError

    told: dict[str, object] = {
        "complete": unasked, "model": "m", "temperature": 0.0, "seed": None, "language": None,
        "max_output_tokens": None, "max_reasks": 1,
    }  # fmt: skip
    return Asker(**{**told, **options})  # type: ignore[arg-type]


def test_a_longer_window_may_be_answered_at_more_length_up_to_a_limit() -> None:
    lengths = [asker().output_tokens(count) for count in (0, 1, 10, 1000, 10_000)]
    assert lengths == sorted(lengths)
    assert lengths[0] < lengths[1] < lengths[2] < lengths[3] == lengths[4]
    assert [asker(max_output_tokens=77).output_tokens(count) for count in (0, 1000)] == [77, 77]


def test_what_is_sent_is_counted_and_the_last_mode_stays() -> None:
    tally = Tally()
    for mode in ("json_schema", "tools"):
        tally.add(Completion(text="", json_text=None, prompt_tokens=7, completion_tokens=3, mode=mode))  # type: ignore[arg-type]
    assert (tally.attempts, tally.prompt_tokens, tally.completion_tokens, tally.mode) == (2, 14, 6, "tools")


def test_a_number_that_the_article_lacks_gives_way_to_a_right_one_of_the_same_source() -> None:
    wrong = claim(3, MAY).model_copy(update={"text": "It opens on 9 May."})
    other = claim(3, MAY, "the council").model_copy(update={"text": "It opens on 9 May."})
    right = claim(3, MAY).model_copy(update={"text": "It opens in May."})
    mended = mend(ARTICLE, parsed(wrong, other), parsed(right))
    assert [(one.source, one.text) for one in mended.claims] == [
        ("the council", "It opens on 9 May."), ("Ode Lunt", "It opens in May.")
    ]  # fmt: skip
    assert mend(ARTICLE, parsed(wrong), parsed(wrong)).claims == [wrong]


def test_a_second_answer_takes_the_place_of_bad_claims_only() -> None:
    bad = claim(3, "It will open in June")
    mended = mend(ARTICLE, parsed(claim(2, STUCK), bad, claim(4, "Nobody was harmed")), parsed(claim(3, MAY)))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, "Nobody was harmed", MAY]


def test_a_second_answer_that_is_worse_takes_nothing_away() -> None:
    first = parsed(claim(2, STUCK), claim(3, MAY))
    mended = mend(ARTICLE, first, parsed(claim(2, "The gate is broken"), claim(3, "In June")))
    assert mended.claims == first.claims


def test_a_claim_that_both_answers_hold_stands_once() -> None:
    mended = mend(ARTICLE, parsed(claim(2, STUCK)), parsed(claim(2, STUCK, "ODE LUNT"), claim(4, HURT)))
    assert [one.quotes[0] for one in mended.claims] == [STUCK, HURT]


def test_key_points_follow_their_claims_to_the_new_places() -> None:
    points = (DraftKeyPoint(text="Both", claims=(1, 2)), DraftKeyPoint(text="Last", claims=(3, 9)))
    first = parsed(claim(2, "The gate is shut"), claim(3, MAY), claim(4, HURT), points=points)
    mended = mend(ARTICLE, first, parsed(claim(2, STUCK)))
    assert [one.quotes[0] for one in mended.claims] == [MAY, HURT, STUCK]
    assert [(point.text, point.claims) for point in mended.key_points] == [("Both", (1,)), ("Last", (2,))]


def test_what_the_first_answer_lacks_comes_from_the_second() -> None:
    assert mend(ARTICLE, parsed(headline="One"), parsed(headline="Two")).headline == "One"
    assert mend(ARTICLE, parsed(), parsed(headline="Two")).headline == "Two"


async def test_all_are_awaited_and_come_in_order() -> None:
    gate = asyncio.Event()

    async def first() -> int:
        await gate.wait()
        return 1

    async def second() -> int:
        gate.set()
        return 2

    assert await gather_all([first(), second()]) == [1, 2]
    assert await gather_all([]) == []


async def test_the_first_error_stops_the_others_and_is_raised_as_it_is() -> None:
    stopped: list[str] = []

    async def waiting() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append("waiting")

    async def failing() -> None:
        await asyncio.sleep(0)
        msg = "told"
        raise LookupError(msg)

    jobs: list[Awaitable[None]] = [waiting(), failing()]
    with pytest.raises(LookupError, match="told"):
        await gather_all(jobs)
    assert stopped == ["waiting"]

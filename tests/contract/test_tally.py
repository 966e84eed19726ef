"""What a run counts."""

from __future__ import annotations

import asyncio

from summarizer.contract.tally import CallTally, RunTally, current_call


def test_finished_articles_have_a_report_or_a_failure() -> None:
    assert RunTally(done=3, failed=2, cached=1).finished == 5


async def test_each_task_has_its_own_current_call() -> None:
    async def work(name: str) -> str:
        current_call.set(CallTally(article_id=name))
        await asyncio.sleep(0)
        call = current_call.get()
        assert call is not None
        return call.article_id

    assert await asyncio.gather(work("a"), work("b")) == ["a", "b"]

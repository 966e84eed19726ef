"""Hand-written loops to run beside ours: one over the openai SDK, and one over instructor.

python benchmarks/batch_loops.py sdk|retrying|instructor corpus.jsonl out.jsonl http://127.0.0.1:8099/v1 32

Both send the article unchanged, request the same schema, parse the answer and write a line per article. Neither finds
quotes or keeps a cache; "retrying" is the SDK with its own retries, the others retry nothing.
"""

from __future__ import annotations

import asyncio
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai

from summarizer.contract.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_SYSTEM = "Summarize the news article and list its claims, each with the words of the article that prove it."


def sdk(base_url: str, *, max_retries: int = 0) -> Callable[[str], Awaitable[Draft]]:
    """One call by the SDK, its answer parsed into the schema."""
    client = openai.AsyncOpenAI(base_url=base_url, api_key="none", max_retries=max_retries)
    schema = {"name": "Draft", "schema": Draft.model_json_schema()}

    async def ask(text: str) -> Draft:
        completion = await client.chat.completions.create(
            model="fault-model",
            messages=[{"role": "system", "content": _SYSTEM}, {"role": "user", "content": text}],
            response_format={"type": "json_schema", "json_schema": schema},  # type: ignore[typeddict-item]
        )
        return Draft.model_validate_json(completion.choices[0].message.content or "")

    return ask


def by_instructor(base_url: str) -> Callable[[str], Awaitable[Draft]]:
    """One call by instructor."""
    import instructor  # noqa: PLC0415  not for the SDK's loop

    client = instructor.from_openai(
        openai.AsyncOpenAI(base_url=base_url, api_key="none", max_retries=0), mode=instructor.Mode.JSON_SCHEMA
    )

    async def ask(text: str) -> Draft:
        messages: Any = [{"role": "system", "content": _SYSTEM}, {"role": "user", "content": text}]
        draft: Draft = await client.chat.completions.create(
            model="fault-model", messages=messages, response_model=Draft, max_retries=0
        )
        return draft

    return ask


async def main(loop: str, corpus: str, out: str, base_url: str, concurrency: int) -> None:
    """Run one of the loops over a corpus."""
    ask = {"sdk": sdk, "retrying": partial(sdk, max_retries=8), "instructor": by_instructor}[loop](base_url)
    slots = asyncio.Semaphore(concurrency)

    async def one(line: str) -> str:
        record = json.loads(line)
        async with slots:
            draft = await ask(record["text"])
        return json.dumps({"id": record["id"], **draft.model_dump()}, ensure_ascii=False)

    lines = Path(corpus).read_text(encoding="utf-8").splitlines()  # noqa: ASYNC240  as a hand-written loop does
    results = await asyncio.gather(*(one(line) for line in lines))
    Path(out).write_text("\n".join(results) + "\n", encoding="utf-8")  # noqa: ASYNC240


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])))

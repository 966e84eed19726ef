"""A user's script for type checkers: `tests/test_types.py` asks mypy and pyright what each `reveal_type` is."""

from pathlib import Path
from typing import reveal_type

from pydantic import BaseModel

from summarizer import Evidence, Extractor, Summarizer, aextract, asummarize, extract, summarize


class Toll(BaseModel):
    dead: int
    evidence: Evidence


reveal_type(summarize("a text", engine="extractive"))  # Report
reveal_type(extract("a text", Toll, "How many died?"))  # Extraction[Toll]
with Summarizer(model="m", concurrency=4) as summarizer:
    reveal_type(summarizer.summarize(Path("a.txt")))  # Report
    for result in summarizer.run(["a text", Path("a.txt")]):
        reveal_type(result)  # Report | Failure
with Extractor(Toll, Path("toll.md"), model="m") as extractor:
    reveal_type(extractor.summarize("a text"))  # Extraction[Toll]
    reveal_type(extractor.summarize("a text").result)  # Toll
    for filled in extractor.run(["a text"]):
        reveal_type(filled)  # Extraction[Toll] | Failure


async def main() -> None:
    reveal_type(await asummarize("a text"))  # Report
    reveal_type(await aextract("a text", Toll))  # Extraction[Toll]
    async with Summarizer() as awaited:
        async for outcome in awaited.arun(["a text"]):
            reveal_type(outcome)  # Report | Failure

"""Asks a model about one window of an article, and again when the article does not bear the answer out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from summarizer.contract.draft import DraftKeyPoint
from summarizer.contract.errors import (
    AnswerError,
    EmptyAnswerError,
    InvalidAnswerError,
    RefusalError,
    TruncatedAnswerError,
)
from summarizer.contract.request import AnswerSchema, Completion, Message, Request
from summarizer.engines.model.answers import Parsed, parse_answer
from summarizer.engines.model.objections import is_grounded, is_sound, object_to
from summarizer.engines.model.prompts import Rendered, render, render_reask, render_summary
from summarizer.engines.model.schemas import claims_schema, draft_schema, summary_schema
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.report import Rejected
    from summarizer.engines.model.prompts import Task
    from summarizer.engines.model.windows import Window

_T = TypeVar("_T")
_CLAIM_TOKENS = 120  # tokens of output for each sentence shown: a claim repeats it and says what it is
_SPEAKER_TOKENS = 60
_SUMMARY_TOKENS = 1_500
_BASE_TOKENS = 1_000
_MAX_OUTPUT = 16_000
_MAX_SUMMED = 120  # claims that a summary is made from; more blur it, and would not fit a small context
_LONGEST_REASON = 300
_ALWAYS_REASKED = 2  # times; from then on only for an answer of no use at all, or one that got better


@dataclass(slots=True)
class Tally:
    """What the requests for one article took together, and what of their answers could not be used."""

    attempts: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    mode: str = ""
    refused: list[Rejected] = field(default_factory=list)

    def add(self, completion: Completion) -> None:
        """Count one answer."""
        self.attempts += 1
        self.prompt_tokens += completion.prompt_tokens
        self.completion_tokens += completion.completion_tokens
        self.mode = completion.mode


@dataclass(frozen=True, slots=True)
class Asker:
    """Sends the requests of one article, by one model and one set of options, and reads their answers."""

    complete: Callable[[Request], Awaitable[Completion]]
    model: str
    temperature: float
    seed: int | None
    language: str | None
    max_output_tokens: int | None
    max_reasks: int

    def output_tokens(self, sentences: int) -> int:
        """How long an answer about so many sentences may become."""
        return self.max_output_tokens or min(_BASE_TOKENS + _CLAIM_TOKENS * sentences, _MAX_OUTPUT)

    def request(self, article: Article, window: Window, *, is_whole: bool) -> Request:
        """The request for the claims of a window; for a whole article, for its summary too."""
        task: Task = "whole" if is_whole else "window"
        prompt = render(article, lines=window.lines, language=self.language, task=task)
        schema = draft_schema() if is_whole else claims_schema()
        return self._build(prompt.messages, schema, self.output_tokens(len(window.lines) - window.first_own))

    def speakers_request(self, article: Article, window: Window) -> Request:
        """The request for who says each sentence of a window."""
        from summarizer.engines.model.speakers import speakers_schema  # noqa: PLC0415  for small models alone

        prompt = render(article, lines=window.lines, task="speakers")
        most = self.max_output_tokens or _SPEAKER_TOKENS * len(window.own_numbers) + _SPEAKER_TOKENS
        return self._build(prompt.messages, speakers_schema(window.own_numbers), most)

    def _build(self, messages: tuple[Message, ...], schema: AnswerSchema, max_tokens: int) -> Request:
        parameters: dict[str, str | int | float | bool] = {"temperature": self.temperature, "max_tokens": max_tokens}
        if self.seed is not None:
            parameters["seed"] = self.seed
        return Request(messages=messages, model=self.model, schema=schema, parameters=parameters)

    async def ask(self, article: Article, window: Window, tally: Tally, *, is_whole: bool) -> Parsed:
        """Ask for the claims of a window, and again as often as allowed while grounding would refuse some.

        Raises AnswerError when nothing of any answer can be used.
        """
        request = self.request(article, window, is_whole=is_whole)
        completion, best = await self._send(request, tally)
        before = 0
        for asked in range(self.max_reasks):
            complaints = _complaints(article, best, is_whole=is_whole)
            is_stuck = asked >= _ALWAYS_REASKED and len(complaints) >= before and not _is_unusable(best)
            if not complaints or is_stuck:
                break
            before = len(complaints)
            messages = render_reask(request.messages, completion.text, complaints)
            again = self._build(messages, request.schema, self.output_tokens(len(complaints) + 4))
            try:
                completion, parsed = await self._send(again, tally)
            except AnswerError:
                break  # what the first answer holds is better than nothing
            if best is None or _is_unusable(best):
                best = parsed or best
            elif parsed is not None:
                best = mend(article, best, parsed)
        if best is None:
            msg = "the answer is no JSON object of the schema"
            raise InvalidAnswerError(msg)
        if _is_unusable(best):
            raise InvalidAnswerError(best.refused[0].reason)
        tally.refused.extend(best.refused)
        return best

    async def ask_speakers(self, article: Article, window: Window, tally: Tally) -> dict[int, str]:
        """Ask who says each sentence of a window. Raises AnswerError when the answer tells of none."""
        from summarizer.engines.model.speakers import read_speakers  # noqa: PLC0415  for small models alone

        completion = await self._sent(self.speakers_request(article, window), tally)
        who = read_speakers(completion.text, completion.json_text)
        if who is None and completion.finish_reason == "length":
            msg = f"the answer was cut off after {completion.completion_tokens} tokens, before its first whole entry"
            raise TruncatedAnswerError(msg)
        if who is None:
            msg = "the answer names no sentence's speaker"
            raise InvalidAnswerError(msg)
        own = set(window.own_numbers)
        return {number: name for number, name in who.items() if number in own}

    async def ask_summary(self, article: Article, claims: Sequence[DraftClaim], tally: Tally) -> Parsed | None:
        """Ask for the summary of an article from its claims; None when the answer is no use."""
        shown = claims[:_MAX_SUMMED]
        first = sentences_of(article)[0]
        prompt: Rendered = render_summary(
            [(claim.source, " … ".join(claim.quotes)) for claim in shown],
            title=article.title or article.text[first.start : first.end],
            language=self.language,
        )
        try:
            _, parsed = await self._send(self._build(prompt.messages, summary_schema(), _SUMMARY_TOKENS), tally)
        except AnswerError:
            return None
        return parsed if parsed is not None and parsed.headline and parsed.abstract else None

    async def _send(self, request: Request, tally: Tally) -> tuple[Completion, Parsed | None]:
        completion = await self._sent(request, tally)
        has_claims = "claims" in request.schema.body["properties"]
        parsed = parse_answer(completion.text, completion.json_text, has_claims=has_claims)
        if parsed is None and completion.finish_reason == "length":
            msg = f"the answer was cut off after {completion.completion_tokens} tokens, before its first whole claim"
            raise TruncatedAnswerError(msg)
        return completion, parsed

    async def _sent(self, request: Request, tally: Tally) -> Completion:
        completion = await self.complete(request)
        tally.add(completion)
        if completion.refusal or completion.finish_reason == "content_filter":
            msg = f"the model declined: {completion.refusal or 'content filter'}"[:_LONGEST_REASON]
            raise RefusalError(msg)
        if completion.text.strip():
            return completion
        if completion.finish_reason == "length":
            msg = "the answer was cut off before its first word"
            raise TruncatedAnswerError(msg)
        msg = "the answer has no content"
        raise EmptyAnswerError(msg)


async def gather_all(jobs: Iterable[Awaitable[_T]]) -> list[_T]:
    """Await all; the first error stops the others and is raised as it is."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _is_unusable(best: Parsed | None) -> bool:
    return best is None or (not best.claims and bool(best.refused))


def _complaints(article: Article, best: Parsed | None, *, is_whole: bool) -> list[str]:
    if best is None:
        return ["The answer was no JSON object of the form that was asked for."]
    return object_to(article, best, is_whole=is_whole)


def mend(article: Article, first: Parsed, second: Parsed) -> Parsed:
    """The first answer with what the second one put right: its good claims stay, bad ones only where unreplaced."""
    repaired = [claim for claim in second.claims if is_grounded(article, claim)]
    places = {claim.sentence for claim in repaired}
    better = {(claim.sentence, claim.source.casefold()) for claim in repaired if is_sound(article, claim)}

    def stays(claim: DraftClaim) -> bool:
        if not is_grounded(article, claim):
            return claim.sentence not in places
        return (claim.sentence, claim.source.casefold()) not in better or is_sound(article, claim)

    kept = [claim for claim in first.claims if stays(claim)]
    position = {id(claim): number for number, claim in enumerate(kept, start=1)}
    moved = {number: position.get(id(claim)) for number, claim in enumerate(first.claims, start=1)}
    points = [
        DraftKeyPoint(text=point.text, claims=tuple(new for old in point.claims if (new := moved.get(old))))
        for point in first.key_points
    ]
    known = {(claim.source.casefold(), claim.quotes) for claim in kept}
    added = [claim for claim in repaired if (claim.source.casefold(), claim.quotes) not in known]
    return Parsed(
        claims=kept + added,
        refused=first.refused,
        headline=first.headline or second.headline,
        abstract=first.abstract or second.abstract,
        key_points=points or second.key_points,
        is_cut=first.is_cut,
    )

"""The engine that asks a language model: decides how an article is shown, and puts the answers together."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from summarizer.contract.answer import Answer
from summarizer.contract.draft import Draft, DraftKeyPoint
from summarizer.contract.errors import AnswerError, CallError, ContextTooSmallError, EmptyArticleError
from summarizer.contract.report import Rejected, Usage
from summarizer.endpoint.profile import EndpointProfile, size_in_name
from summarizer.engines.model.claims import Asker, Tally, gather_all
from summarizer.engines.model.objections import is_of_article
from summarizer.engines.model.prompts import Task, prompt_name, render
from summarizer.engines.model.schemas import schema_name
from summarizer.engines.model.windows import Window, cut, merge, whole
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.tokens import estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.report import Origin
    from summarizer.contract.request import Completion, Request
    from summarizer.engines.model.answers import Parsed

_T = TypeVar("_T")
_DEFAULT_CONTEXT = 32_768
_SAFE_CONTEXT = 6_000  # tokens; every server takes as much, so that below it nobody need be asked
_SMALL_MODEL = 4_000_000_000  # parameters: below it a model is asked for speakers, see speakers.py
_SMALL_WINDOW = 4  # sentences: a model of 1.5 billion parameters names seven in ten speakers, with 8 five and a half
_SMALLEST = 60  # tokens; a window of one or two sentences, less cannot be understood
_AT_ONCE = 4  # windows of one article asked for at the same time; a small server has no room for more


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """How the model is asked.

    `window` is how many sentences are shown at a time (None: as many as fit; a small model gets few). `context` is the
    model's context in tokens (None: the endpoint is asked). `max_output_tokens` None lets the number of sentences
    decide. `language` names the language of the answer (None: the article's). `max_reasks` is how often an answer
    that grounding would refuse is asked for again. `asks` is what the model is asked for: "claims", "speakers", or
    "auto", which asks a model for speakers when its name tells of fewer than four billion parameters.
    """

    temperature: float = 0.0
    seed: int | None = None
    max_output_tokens: int | None = None
    language: str | None = None
    window: int | None = None
    context: int | None = None
    max_reasks: int = 1
    asks: Literal["auto", "claims", "speakers"] = "auto"


class _Drafted(NamedTuple):
    draft: Draft
    task: Task
    windows: int


class LlmEngine:
    """Answers articles by way of a language model.

    `complete` sends one request (an `Endpoint`, with the choice of mode, retry and limits around it). `probe` asks the
    endpoint about its model, and is called only for an article that may not fit.
    """

    origin: Origin = "model"

    def __init__(
        self,
        complete: Callable[[Request], Awaitable[Completion]],
        *,
        model: str,
        base_url_host: str | None = None,
        options: LlmOptions | None = None,
        probe: Callable[[], Awaitable[EndpointProfile]] | None = None,
    ) -> None:
        self._model = model
        self._host = base_url_host
        self._options = options or LlmOptions()
        self._probe = probe
        self._context: int | None = self._options.context
        if self._options.window is not None and self._options.window < 1:
            msg = f"a window of {self._options.window} sentences holds nothing"
            raise CallError(msg, hint="--window takes a number from 1")
        told = self._options
        self._is_small = told.asks == "speakers" or (
            told.asks == "auto" and (size_in_name(model) or _SMALL_MODEL) < _SMALL_MODEL
        )
        self._asker = Asker(
            complete, model, told.temperature, told.seed, told.language, told.max_output_tokens, told.max_reasks
        )

    def identity(self) -> dict[str, Any]:
        """All that decides an answer beside the article: the cache's key is made of it. Makes no request."""
        return {
            "engine": "llm",
            "model": self._model,
            "base_url_host": self._host,
            "prompts": [prompt_name("speakers")] if self._is_small else [prompt_name("whole"), prompt_name("window")],
            "schema": schema_name(),
            "parameters": asdict(self._options),
        }

    async def answer(self, article: Article) -> Answer:
        """Answer one article. Raises EndpointError, or AnswerError when nothing of the answer can be used."""
        if not sentences_of(article):
            msg = "the article has no sentences"
            raise EmptyArticleError(msg, where=article.id)
        tally = Tally()
        windows = await self._plan(article)
        try:
            drafted = await self._ask_all(article, windows, tally)
        except ContextTooSmallError:
            drafted = await self._ask_smaller(article, windows, tally)
        parameters = {key: value for key, value in asdict(self._options).items() if value is not None}
        return Answer(
            draft=drafted.draft,
            refused=tuple(tally.refused),
            engine="llm",
            model=self._model,
            base_url_host=self._host,
            prompt=prompt_name(drafted.task),
            schema_name=schema_name(),
            parameters={**parameters, "mode": tally.mode, "windows": drafted.windows},
            attempts=tally.attempts,
            usage=Usage(prompt_tokens=tally.prompt_tokens, completion_tokens=tally.completion_tokens),
            created=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )

    def preview(self, article: Article) -> tuple[Request, ...]:
        """The requests that would be sent first for an article, as far as they are known without asking anybody."""
        windows = self._cut(article, self._context or _DEFAULT_CONTEXT, self._needed_tokens(article))
        if self._is_small:
            return tuple(self._asker.speakers_request(article, window) for window in windows)
        return tuple(self._asker.request(article, window, is_whole=len(windows) == 1) for window in windows)

    async def _plan(self, article: Article) -> tuple[Window, ...]:
        needed = self._needed_tokens(article)
        if self._context is None and self._probe is not None and needed > _SAFE_CONTEXT:
            self._context = (await self._probe()).context or _DEFAULT_CONTEXT
        return self._cut(article, self._context or _DEFAULT_CONTEXT, needed)

    def _needed_tokens(self, article: Article) -> int:
        if self._is_small:
            return 0  # a few sentences at a time fit anywhere
        instructions, shown = render(article).messages
        told = _instruction_tokens(instructions.content) + estimate_tokens(shown.content)
        return told + self._asker.output_tokens(len(sentences_of(article)))

    def _cut(self, article: Article, context: int, needed: int) -> tuple[Window, ...]:
        sentences = self._options.window or (_SMALL_WINDOW if self._is_small else None)
        if sentences is None and needed <= context:
            return (whole(article),)
        prompt = render(article, lines=[], task="speakers" if self._is_small else "window")
        instructions = sum(estimate_tokens(message.content) for message in prompt.messages)
        # What the instructions leave is shared between the article and the answer, which repeats most of it.
        room = max(_SMALLEST, (context - instructions) * 2 // 5)
        return cut(article, tokens=room, sentences=sentences, overlap=2 if self._is_small else 1)

    async def _ask_smaller(self, article: Article, windows: tuple[Window, ...], tally: Tally) -> _Drafted:
        """The endpoint takes less than it was thought to: halve the windows until they fit."""
        size = max(sum(line.end - line.start for line in window.lines) for window in windows)
        size = estimate_tokens("x" * size)
        while True:
            size //= 2
            try:
                return await self._ask_all(article, cut(article, tokens=max(size, _SMALLEST), overlap=1), tally)
            except ContextTooSmallError:
                if size <= _SMALLEST:
                    raise

    async def _ask_all(self, article: Article, windows: tuple[Window, ...], tally: Tally) -> _Drafted:
        if self._is_small:
            return await self._ask_speakers(article, windows, tally)
        if len(windows) == 1:
            parsed = await self._asker.ask(article, windows[0], tally, is_whole=True)
            return _Drafted(self._summed_up(article, parsed.claims, parsed), "whole", 1)
        answers = await self._each(
            article, windows, tally, lambda window: self._asker.ask(article, window, tally, is_whole=False)
        )
        claims = merge(article, windows, [answer.claims if answer else [] for answer in answers])
        told = await self._asker.ask_summary(article, claims, tally) if claims else None
        return _Drafted(self._summed_up(article, claims, told), "window", len(windows))

    def _summed_up(self, article: Article, claims: Sequence[DraftClaim], told: Parsed | None) -> Draft:
        """The draft with the model's summary; what that lacks, or what is not about the article, is chosen by rules."""
        if told is None:
            return _outlined(article, claims)
        translated = self._options.language is not None  # then its words are not the article's

        def keeps(text: str) -> bool:
            return bool(text) and (translated or is_of_article(article, text))

        draft = _arranged(claims, told.headline, told.abstract, [one for one in told.key_points if keeps(one.text)])
        lacking = [name for name in ("headline", "abstract") if not keeps(getattr(draft, name))]
        lacking += [] if draft.key_points else ["key_points"]
        if not lacking:
            return draft
        chosen = _outlined(article, claims)
        return draft.model_copy(update={name: getattr(chosen, name) for name in lacking})

    async def _ask_speakers(self, article: Article, windows: tuple[Window, ...], tally: Tally) -> _Drafted:
        from summarizer.engines.model.speakers import claims_of  # noqa: PLC0415  for small models alone

        answers = await self._each(
            article, windows, tally, lambda window: self._asker.ask_speakers(article, window, tally), at_once=1
        )
        who: dict[int, str] = {}
        for answer in answers:
            for number, name in (answer or {}).items():
                who.setdefault(number, name)
        claims, refused = claims_of(article, who)
        tally.refused.extend(refused)
        return _Drafted(_outlined(article, claims), "speakers", len(windows))

    async def _each(
        self,
        article: Article,
        windows: Sequence[Window],
        tally: Tally,
        ask: Callable[[Window], Awaitable[_T]],
        *,
        at_once: int = _AT_ONCE,
    ) -> list[_T | None]:
        """Ask about every window; an answer that is no use is noted and leaves None, unless all are."""
        turn = asyncio.Semaphore(at_once)
        failures: list[AnswerError] = []

        async def one(window: Window) -> _T | None:
            async with turn:
                try:
                    return await ask(window)
                except ContextTooSmallError:
                    raise
                except AnswerError as error:
                    failures.append(error)
                    tally.refused.append(_lost(article, window, error))
                    return None

        answers = await gather_all([one(window) for window in windows])
        if failures and len(failures) == len(windows):
            raise failures[0]
        return answers


@lru_cache(maxsize=4)  # the same for every article
def _instruction_tokens(text: str) -> int:
    return estimate_tokens(text)


def _lost(article: Article, window: Window, error: AnswerError) -> Rejected:
    own = window.lines[window.first_own :]
    text = article.text[own[0].start : own[-1].end]
    reason = f"sentences {own[0].number} to {own[-1].number} were not answered: {error.message}"
    return Rejected(text="", source="", quote=" ".join(text.split())[:300], reason=reason)


def _outlined(article: Article, claims: Sequence[DraftClaim]) -> Draft:
    """A draft whose summary is chosen by rules from the claims: nothing in it can be made up."""
    from summarizer.engines.rules.outline import outline  # noqa: PLC0415  the rules, where no model sums up

    chosen = outline(article, tuple(claims))
    points = [DraftKeyPoint(text=text, claims=cited) for text, cited in chosen.key_points]
    return _arranged(claims, chosen.headline, chosen.abstract, points)


def _arranged(claims: Sequence[DraftClaim], headline: str, abstract: str, points: Sequence[DraftKeyPoint]) -> Draft:
    """Put a draft together, its claims in the article's order; key points cite only claims that there are."""
    order = sorted(range(len(claims)), key=lambda index: claims[index].sentence)
    position = {old + 1: new + 1 for new, old in enumerate(order)}
    kept = tuple(
        DraftKeyPoint(text=point.text, claims=tuple(sorted({position[one] for one in point.claims if one in position})))
        for point in points
    )
    return Draft(claims=tuple(claims[index] for index in order), headline=headline, abstract=abstract, key_points=kept)

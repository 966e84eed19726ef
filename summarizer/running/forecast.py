"""Says, without sending anything, what a run would send and cost, and why an answer is not in the cache."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from summarizer.contract.answer import Answer
from summarizer.contract.errors import ContextTooSmallError
from summarizer.contract.extraction import ExtractionAnswer
from summarizer.contract.tally import RunTally
from summarizer.endpoint.budget import find_price
from summarizer.reading.inputs import FailedInput
from summarizer.running.cache import ResultCache, cache_folder
from summarizer.running.cache_keys import request_key, text_prefix
from summarizer.running.model_calls import ModelCalls, answer_tokens, count_tokens
from summarizer.running.work_cache import WorkCache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.contract.article import Article
    from summarizer.engines.model.custom_schema import CustomSchema
    from summarizer.engines.model.engine import LlmEngine
    from summarizer.running.settings import Settings


@dataclass(slots=True)
class Forecast:
    """What a run will send when every first answer is right; corrections and retries come on top.

    `prompt_tokens` is an estimate, `completion_tokens` the most that the answers may take, and `cost` the price of both
    in US dollars, None when the model is unpriced.
    """

    articles: int = 0
    unreadable: int = 0
    too_long: int = 0
    cached: int = 0
    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None

    def lines(self) -> list[str]:
        """The forecast as text, one line for each figure."""
        cost = "unpriced: the model is not in the price table" if self.cost is None else f"at most ${self.cost:.4f}"
        return [
            f"articles    {self.articles:,}",
            f"unreadable  {self.unreadable:,}",
            *([f"too long    {self.too_long:,}"] if self.too_long else []),
            f"cached      {self.cached:,}",
            f"requests    {self.requests:,}{', and more where an answer must be corrected' if self.requests else ''}",
            f"tokens      about {self.prompt_tokens:,} in, at most {self.completion_tokens:,} out",
            f"cost        {cost if self.requests else 'nothing'}",
        ]


def keyless(settings: Settings) -> Settings:
    """The same settings with a stand-in for the key, which nothing needs that sends nothing."""
    return settings.model_copy(update={"api_key": SecretStr("none")})


def unsent_calls(settings: Settings, schema: CustomSchema[Any] | None = None) -> ModelCalls:
    """The model calls of these settings, to see what they would send. Raises CallError."""
    if schema is None:
        return ModelCalls(keyless(settings), RunTally())
    from summarizer.engines.model.extraction import extraction_task  # noqa: PLC0415  reports do without it

    return ModelCalls(keyless(settings), RunTally(), make_task=extraction_task(schema))


def forecast(
    articles: Iterable[Article | FailedInput], settings: Settings, schema: CustomSchema[Any] | None = None
) -> Forecast:
    """Count what would be sent for these articles, for reports or for a custom schema. Raises SummarizerError."""
    engine = unsent_calls(settings, schema).engine
    identity = engine.identity()
    total = Forecast()
    with _open_cache(settings) as cache:
        for article in articles:
            total.articles += 1
            if isinstance(article, FailedInput):
                total.unreadable += 1
            elif cache is not None and _is_answered(cache, identity, article, schema):
                total.cached += 1
            else:
                _add_requests(total, engine, article)
    price = find_price(identity["model"], settings.prices, in_batch=settings.batch)
    total.cost = None if price is None else price.cost(total.prompt_tokens, total.completion_tokens)
    return total


def _is_answered(
    cache: ResultCache, identity: Mapping[str, Any], article: Article, schema: CustomSchema[Any] | None = None
) -> bool:
    kind = Answer if schema is None else ExtractionAnswer
    return WorkCache(cache, identity, kind).answer(article) is not None


def _add_requests(total: Forecast, engine: LlmEngine[Any], article: Article) -> None:
    try:
        requests = engine.preview(article)
    except ContextTooSmallError:
        total.too_long += 1
        return
    for request in requests:
        total.requests += 1
        total.prompt_tokens += count_tokens(request)
        total.completion_tokens += answer_tokens(request)


def explain_cache(article: Article, settings: Settings) -> Iterator[str]:
    """Say whether an article's answer is cached, and if not, how the cached answers for the same text differ."""
    identity = unsent_calls(settings).engine.identity()
    key = request_key(identity, article)
    with _open_cache(settings) as cache:
        if cache is not None and _is_answered(cache, identity, article):
            yield f"{article.id}: cached under {key.answer}"
            return
        yield f"{article.id}: not cached; its key is {key.answer}"
        others = cache.keys(text_prefix(article)) if cache is not None else []
        for other in others:
            differing = _differences(cache.parts(other) if cache else {}, json.loads(key.parts))
            yield f"{article.id}: {other} is an answer for the same text, but with {differing}"


def _differences(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
    differences = [
        f"another {name.replace('_', ' ')} ({one!r} and not {other!r})" for name, one, other in _differing(theirs, ours)
    ]
    return "; ".join(differences) or "parts that this version does not know"


def _differing(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """The names under which two mappings differ, of a mapping in them those inside it, each with both values."""
    for name in sorted({*theirs, *ours}):
        one, other = theirs.get(name), ours.get(name)
        if isinstance(one, dict) and isinstance(other, dict):
            yield from _differing(one, other)
        elif one != other:
            yield name, one, other


@contextmanager
def _open_cache(settings: Settings) -> Iterator[ResultCache | None]:
    """The cache if there is one; none is created."""
    folder = cache_folder(settings)
    if not settings.cache or not (folder / "cache.db").exists():
        yield None
        return
    cache = ResultCache(folder)
    try:
        yield cache
    finally:
        cache.close()

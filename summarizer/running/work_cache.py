"""The cache as one kind of work uses it: its answers, and the results that were built from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.contract.errors import CacheError
from summarizer.running.cache_keys import report_key, request_key
from summarizer.running.logs import get_logger

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.contract.article import Article
    from summarizer.running.cache import ResultCache

A = TypeVar("A", bound=BaseModel)
R = TypeVar("R", bound=BaseModel)
_log = get_logger("cache")


class WorkCache(Generic[A, R]):
    """Keeps answers and results by article; `identity` is what decides an engine's answer besides the article.

    Without a `result_type` only answers are kept: the result is built anew from its answer. `built_with` are
    the settings that decide what is built of an answer. `fallbacks` hold what other models answered in its place.
    """

    def __init__(
        self,
        cache: ResultCache,
        identity: Mapping[str, Any],
        answer_type: type[A],
        result_type: type[R] | None = None,
        built_with: tuple[object, ...] = (),
        fallbacks: tuple[WorkCache[A, R], ...] = (),
    ) -> None:
        self._cache = cache
        self._identity = identity
        self._answer_type = answer_type
        self._result_type = result_type
        self._built_with = built_with
        self._fallbacks = fallbacks

    @classmethod
    def of_chain(
        cls,
        cache: ResultCache,
        identities: Sequence[Mapping[str, Any]],
        answer_type: type[A],
        result_type: type[R] | None = None,
        built_with: tuple[object, ...] = (),
    ) -> Self:
        """The cache for the first of several models, each of which answers what the one before it fails."""
        own, *others = identities
        fallbacks = tuple(WorkCache(cache, one, answer_type, result_type, built_with) for one in others)
        return cls(cache, own, answer_type, result_type, built_with, fallbacks)

    def answer(self, article: Article) -> A | None:
        """The answer about an article; None when there is none, or none that this version can read."""
        key = request_key(self._identity, article)
        text = self._cache.get(key.answer)
        answer = None if text is None else _read(self._answer_type, text, key.answer)
        if answer is not None:
            return answer
        return next(filter(None, (one.answer(article) for one in self._fallbacks)), None)

    def keep_answer(self, article: Article, answer: A, *, lease: str | None = None) -> None:
        """Keep an answer, and with it what its key is made of; in the same step, give a lease back.

        Raises CacheError.
        """
        key = request_key(self._identity_of(answer), article)
        self._cache.put(key.answer, _text_of(answer), tag=key.parts, instead_of=lease)

    def result(self, article: Article) -> R | None:
        """The finished result for an article, built from the answer that is kept; None when there is none that fits."""
        if self._result_type is None:
            return None
        request = request_key(self._identity, article)
        answer = self._cache.get(request.answer)
        if answer is None:
            return next(filter(None, (one.result(article) for one in self._fallbacks)), None)
        key = report_key(request, answer, article, self._built_with)
        text = self._cache.get(key)
        result = None if text is None else _read(self._result_type, text, key)
        if result is not None and getattr(result, "article", None) == article:
            return result
        return next(filter(None, (one.result(article) for one in self._fallbacks)), None)

    def keep_result(self, article: Article, answer: A, result: R) -> None:
        """Keep a finished result, if results are kept; without it, it is built from its answer again."""
        if self._result_type is None or self._cache.is_read_only:
            return
        key = report_key(request_key(self._identity_of(answer), article), _text_of(answer), article, self._built_with)
        try:
            self._cache.put(key, result.model_dump_json())
        except CacheError as error:
            _log.info("a report is not kept: %s", error)

    def _identity_of(self, answer: A) -> Mapping[str, Any]:
        """The identity of the model that answered."""
        model = getattr(getattr(answer, "provenance", answer), "model", None)
        others = [one._identity for one in self._fallbacks]  # noqa: SLF001  of this class
        return next((one for one in others if one.get("model") == model != self._identity.get("model")), self._identity)

    def lease_key(self, article: Article) -> str:
        """What the lease of an article's answer is called: see leases.py."""
        return f"lease/{request_key(self._identity, article).answer}"


def _text_of(answer: BaseModel) -> str:
    return answer.model_dump_json(by_alias=True)


def _read(kind: type[R], text: str, key: str) -> R | None:
    try:
        return kind.model_validate_json(text)
    except ValidationError:
        _log.warning("%s is not a valid %s of this version", key, kind.__name__)
        return None

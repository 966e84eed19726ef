"""One article's path: read it, look in the cache, have an engine answer, build the result from the answer.

The path is a generator that yields only what has to be waited for. So plain and asynchronous callers, one article and a
batch, rules and models, reports and custom schemas all take the same one: `finish` goes on where it waits.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.contract.article import Article
from summarizer.contract.errors import CallError, EngineError, InvalidAnswerError, SummarizerError
from summarizer.contract.failure import Failure
from summarizer.contract.tally import CallTally, RunTally
from summarizer.reading.addresses import Addresses, is_address
from summarizer.reading.inputs import FailedInput, FoundArticle, article_from_text, read_address, read_file
from summarizer.reading.kinds import SUFFIXES
from summarizer.running.logs import get_logger
from summarizer.running.work import Wait

if TYPE_CHECKING:
    from summarizer.running.work import Work

A = TypeVar("A", bound=BaseModel)  # what an engine answers
R = TypeVar("R", bound=BaseModel)  # what is built from it
T = TypeVar("T")

Input = str | Path | Article | FailedInput | FoundArticle
Steps = Generator[Wait, Any, T]
_LONGEST_NAME = 200  # bytes of a text that may be the name of a file that exists
_log = get_logger("pipeline")


class Pipeline(Generic[A, R]):
    """Does one kind of work with articles, one at a time, and counts what happens in `tally`.

    A fatal error is remembered: later articles fail with the same error, without a request, unless they are cached.
    """

    def __init__(self, work: Work[A, R], tally: RunTally, *, allow_private: bool = False) -> None:
        self._addresses = Addresses(allow_private=allow_private)
        self._work = work
        self._tally = tally
        self._fatal: SummarizerError | None = None

    def result(self, given: Input) -> Steps[R]:
        """The result of one input. Raises SummarizerError when there is none."""
        article = yield from self._read(given)
        return (yield from self._result(article, CallTally(article_id=article.id)))

    def outcome(self, given: Input) -> Steps[R | Failure]:
        """`result` with every failure as a value, counted: one article's surprise must not end a batch."""
        place: object = given
        call = CallTally(is_of_batch=True)
        try:
            place = article = yield from self._read(given)
            call.article_id = article.id
            result = yield from self._result(article, call)
        except Exception as error:  # noqa: BLE001  as the docstring says
            return self._failure(_as_ours(error), place, call.attempts)
        self._tally.done += 1
        return result

    def outcome_by_rules(self, given: Input) -> R | Failure:
        """`outcome` where nothing has to be waited for."""
        try:
            next(self.outcome(given))
        except StopIteration as end:
            result: R | Failure = end.value
            return result
        msg = "only models and addresses are waited for"
        raise RuntimeError(msg)

    def sendable(self, given: Input) -> Input:
        """An input that another process can be sent: it fetches nothing, and anything may be given by mistake."""
        if isinstance(given, Path | Article | FailedInput | FoundArticle):
            return given
        try:
            if not isinstance(given, str):
                return read_input(given)
            return read_address(given, self._addresses) if is_address(given) else given
        except SummarizerError as error:
            return FailedInput(getattr(given, "id", ""), error.where, error)  # type: ignore[arg-type]

    def count(self, result: object) -> None:
        """Count what another process has made of an input."""
        if isinstance(result, Failure):
            self._tally.failed += 1
            self._tally.failures[result.error] += 1
        else:
            self._tally.done += 1

    def close(self) -> None:
        """Close the connections to where addresses lead."""
        self._addresses.close()

    def _read(self, given: Input) -> Steps[Article]:
        if not (isinstance(given, str) and is_address(given)):
            return read_input(given)
        from asyncio import to_thread  # noqa: PLC0415  addresses alone are waited for here

        article: Article = yield partial(to_thread, read_address, given, self._addresses)
        return article

    def _result(self, article: Article, call: CallTally) -> Steps[R]:
        kept = yield from self._kept(article)
        if kept is not None:
            self._tally.cached += 1
            return kept
        if self._fatal is not None:
            raise self._fatal
        answer = self._work.ask(article, call)
        if not isinstance(answer, BaseModel):  # rules answer at once; a model is waited for
            answer = yield answer
        return (yield from self._build(article, answer))

    def _kept(self, article: Article) -> Steps[R | None]:
        """The result from the cache, or built from the answer there; None when there is none that can be used."""
        if self._work.cache is None:
            return None
        result = self._work.cache.result(article)
        if result is not None:
            return result
        answer = self._work.cache.answer(article)
        if answer is None:
            return None
        try:
            return (yield from self._build(article, answer))
        except InvalidAnswerError:
            return None  # a custom schema that has become stricter

    def _build(self, article: Article, answer: A) -> Steps[R]:
        result = self._work.build(article, answer)
        if not isinstance(result, BaseModel):  # another process builds it
            result = yield result
        if self._work.cache is not None:
            self._work.cache.keep_result(article, answer, result)
        return result

    def _failure(self, error: SummarizerError, place: object, attempts: int) -> Failure:
        if error.fatal and self._fatal is None:
            self._fatal = error
            self._tally.ended_by = type(error).__name__
        self._tally.failed += 1
        self._tally.failures[type(error).__name__] += 1
        return Failure.of(error, place, attempts=attempts)


async def finish(steps: Steps[T], wait: Wait | None = None) -> T:
    """Go through all steps, or go on after those that led to `wait`, and return what they come to."""
    try:
        wait = wait or next(steps)
        while True:
            try:
                answer = await wait()
            except BaseException as error:  # noqa: BLE001  raised again where it was waited for
                wait = steps.throw(error)
            else:
                wait = steps.send(answer)
    except StopIteration as end:
        result: T = end.value
        return result


def read_input(given: Input) -> Article:
    """The article that an input is: a text, the file at a path, or itself. Raises SummarizerError."""
    if isinstance(given, Article):
        return given
    if isinstance(given, FailedInput):
        raise given.error
    if isinstance(given, FoundArticle):
        return given.read()
    if isinstance(given, Path):
        return read_file(given)
    if isinstance(given, str):
        _refuse_name(given)
    return article_from_text(given)


def _refuse_name(text: str) -> None:
    """Refuse a file's name where a text is expected: it would be summed up as the article."""
    is_file = Path(text[-20:]).suffix.lower() in SUFFIXES and not any(map(str.isspace, text))
    is_short = len(text.encode("utf-8", "replace")) < _LONGEST_NAME and "\n" not in text
    if is_file or (is_short and text.strip() and Path(text).exists()):
        raise CallError(f"{text!r} is a name, not the text of an article", hint=f"pass Path({text!r}) for a file")


def _as_ours(error: Exception) -> SummarizerError:
    while isinstance(error, ExceptionGroup):  # of windows that were asked about together
        error = error.exceptions[0]
    if isinstance(error, SummarizerError):
        return error
    _log.error("unexpected error", exc_info=error)
    return EngineError(f"unexpected {type(error).__name__}: {error}", hint="please report this")

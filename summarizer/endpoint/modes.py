"""Chooses the structured-output mode of an endpoint: one of four ways to request JSON of a schema.

The modes (`WireMode`), best first: "json_schema" (response_format with the schema), "tools" (a function whose arguments
are the answer), "json" (response_format json_object, with the schema in the prompt), "fenced" (only words in the prompt
that request a fenced JSON block).

Servers differ: some refuse `json_schema` with 400, 404 or 422, llama-cpp-python's own server with 500; some accept it
and ignore it. So the first request tries the modes in turn, and the first one that is answered with JSON is kept. A
refusal that speaks of the mode rules it out; any other counts against it once, for it may be about this article, or a
passing fault. What is certain is remembered beyond the process. A mode that has been answered is never given up for one
article's sake: that article alone goes on with the next mode.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from summarizer.contract.errors import (
    BadGenerationError,
    EmptyAnswerError,
    EndpointError,
    KeyRefusedError,
    QuotaError,
    SummarizerError,
)
from summarizer.contract.request import WireMode
from summarizer.endpoint.error_mapping import is_unsupported

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from summarizer.contract.request import Completion, Request

Mode = Literal["auto", "json_schema", "tools", "json", "fenced"]
_BEST_FIRST: tuple[WireMode, ...] = get_args(WireMode)
_RULED_OUT = 2  # failures
_GIVEN_UP = 4  # failures in a row of a mode that was answered before
_MOST_BAD = 2  # generations in one mode that the service itself could not read
_ABOUT_REQUEST = (400, 404, 415, 422, 501)


@dataclass(slots=True)
class ModeTries:
    """What one question has come to in each mode: the modes that failed, what was said, and an answer in prose."""

    failed: set[WireMode] = field(default_factory=set)
    bad: Counter[WireMode] = field(default_factory=Counter)
    first_error: SummarizerError | None = None
    prose: tuple[WireMode, Completion] | None = None


class ModeChoice:
    """Which mode an endpoint is asked in.

    `remember` keeps the choice under `key` beyond the process: a mapping of text to text, such as the cache offers.
    """

    def __init__(self, key: str, *, mode: Mode = "auto", remember: MutableMapping[str, str]) -> None:
        self._key = key
        self._remember = remember
        self._fixed: WireMode | None = None if mode == "auto" else mode
        kept = remember.get(key)
        self.chosen: WireMode | None = next((one for one in _BEST_FIRST if one == kept), None)
        self._failures: Counter[WireMode] = Counter()
        self._uncertain: set[WireMode] = set()  # failed, but not because the mode is not known there

    @property
    def settled(self) -> WireMode | None:
        """The mode to ask in; None while it is not known."""
        return self._fixed or self.chosen

    def pick(self, tries: ModeTries, wanted: WireMode | None = None) -> WireMode:
        """The mode in which a question is asked next."""
        fixed = wanted or self._fixed
        if fixed is not None:
            return fixed
        if self.chosen is not None and self.chosen not in tries.failed:
            return self.chosen
        return next((mode for mode in self._candidates() if mode not in tries.failed), self._candidates()[0])

    def _candidates(self) -> list[WireMode]:
        """The modes that are not ruled out, best first; all of them when every one is."""
        return [mode for mode in _BEST_FIRST if self._failures[mode] < _RULED_OUT] or list(_BEST_FIRST)

    def moves_on(self, sent: Request, error: SummarizerError, tries: ModeTries, *, is_fixed: bool = False) -> bool:
        """Note that a question failed in its mode; whether it is to be asked in another one at once."""
        mode = sent.mode or _BEST_FIRST[0]
        said_before = tries.first_error
        tries.first_error = said_before or error
        if self._fixed is not None or is_fixed or isinstance(error, KeyRefusedError | QuotaError):
            return False
        if isinstance(error, EmptyAnswerError):
            self._blame(mode, tries, 1, is_certain=False, is_failed=self._failures[mode] + 1 >= _RULED_OUT)
            return False
        if isinstance(error, BadGenerationError):
            tries.bad[mode] += 1
            if tries.bad[mode] < _MOST_BAD:
                return True  # a bad moment of the model: once more in the same mode
            tries.failed.add(mode)
            return self.has_more(tries)
        if not isinstance(error, EndpointError) or not self._is_about_mode(mode, error, said_before):
            return False
        self._blame(mode, tries, _RULED_OUT if _is_certain(error) else 1, is_certain=_is_certain(error))
        return self.has_more(tries)

    def _is_about_mode(self, mode: WireMode, error: EndpointError, said_before: SummarizerError | None) -> bool:
        """Whether another mode may help."""
        if is_unsupported(error):
            return True
        if mode == self.chosen:
            return False
        if error.status == 500 and not error.fatal:
            return True
        # Said twice in the same words, it is not about the mode.
        is_new = said_before is None or said_before.message != error.message
        return error.status in _ABOUT_REQUEST and not error.fatal and is_new

    def _blame(self, mode: WireMode, tries: ModeTries, count: int, *, is_certain: bool, is_failed: bool = True) -> None:
        if is_failed:
            tries.failed.add(mode)
        if not is_certain:
            self._uncertain.add(mode)
        if mode != self.chosen:
            self._failures[mode] += count
            return
        self._failures[mode] += 1
        if self._failures[mode] >= _GIVEN_UP:
            self.chosen = None

    def has_more(self, tries: ModeTries) -> bool:
        """Whether there is a mode that has not failed for a question."""
        return any(mode not in tries.failed for mode in self._candidates())

    def accepts(self, completion: Completion, tries: ModeTries, *, is_fixed: bool = False) -> bool:
        """Note an answer; False when it is prose and another mode may do better."""
        mode = completion.mode
        if completion.json_text is not None:
            self._keep(mode)
            return True
        if self._fixed is not None or is_fixed or mode == self.chosen:
            return True
        if completion.refusal or completion.finish_reason in ("length", "content_filter"):
            return True
        # The mode may have been ignored, or the model did badly for once.
        tries.prose = tries.prose or (mode, completion)
        self._blame(mode, tries, 1, is_certain=False)
        return not self.has_more(tries)

    def _keep(self, mode: WireMode) -> None:
        """Keep a mode that was answered, for good once every better one is certainly of no use."""
        self._failures[mode] = 0
        self._uncertain.discard(mode)
        if self._fixed is not None or mode == self.chosen:
            return
        better = _BEST_FIRST[: _BEST_FIRST.index(mode)]
        if any(self._failures[one] < _RULED_OUT for one in better):
            return
        self.chosen = mode
        if not self._uncertain & set(better):
            self._remember[self._key] = mode


def _is_certain(error: EndpointError) -> bool:
    """Whether a mode is unknown to the whole endpoint, and not to the provider that a gateway chose this time."""
    return is_unsupported(error) and not (error.status == 404 and "no " in error.words.casefold())

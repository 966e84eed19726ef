"""How time grows with what there is to do: a linear step takes four times as long for four times as much.

Only the ratio of two measurements beside each other is judged, each the best of as many rounds as it takes, so that
neither a slow machine nor a busy one makes a test fail.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TIMES = 4
_MOST = 9.0  # linear work comes to 4, quadratic work to 16
_ROUNDS = 6
_SHORTEST = 0.002  # seconds; less is noise, and no growth from there is worth a failure


def assert_linear(work: Callable[[str], object], piece: str, length: int = 8_000, *, before: str = "") -> None:
    """Fail when `work` takes far more than four times as long for a text of four times the length.

    The texts are `piece` over and over, `length` and four times `length` code points of it, behind `before`.
    """
    short = long = float("inf")
    for number in range(_ROUNDS):  # a text of another length each time: nothing is remembered
        short = min(short, _seconds(work, before + _repeat(piece, length + number)))
        long = min(long, _seconds(work, before + _repeat(piece, _TIMES * length + number)))
        growth = long / max(short, _SHORTEST)
        if growth < _MOST:
            return
    assert growth < _MOST, f"{growth:.1f} times as long for {_TIMES} times the text"


def _repeat(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _seconds(work: Callable[[str], object], text: str) -> float:
    is_collecting = gc.isenabled()
    gc.disable()  # which looks at all that thousands of tests have left, the more often the longer the work
    begin = time.thread_time()
    try:
        work(text)
        return time.thread_time() - begin
    finally:
        if is_collecting:
            gc.enable()

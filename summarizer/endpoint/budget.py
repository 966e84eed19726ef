"""What calls cost, and the limits that stop a run before the call that would pass them."""

from __future__ import annotations

import asyncio
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from pydantic import NonNegativeFloat, ValidationError

from summarizer.contract.errors import BudgetError, CallError
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.tally import CallTally, RunTally

_MILLION = 1_000_000
_DATED = re.compile(r"[-@](?:20\d\d-\d\d-\d\d|20\d{6}|latest)$")


class Price(Frozen):
    """US dollars for a million tokens. A missing `cached_input` means that nothing is cheaper."""

    input: NonNegativeFloat
    output: NonNegativeFloat
    cached_input: NonNegativeFloat | None = None

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Dollars for so many tokens. What the service took from its own cache is not told, so none counts as that."""
        return (prompt_tokens * self.input + completion_tokens * self.output) / _MILLION


def find_price(model: str, overrides: Path | None = None) -> Price | None:
    """The price of a model, by the user's table and then the package's; None when neither has it.

    A date at the name's end and a provider before it are left out when the whole name is not listed. Raises CallError
    when the user's table cannot be read.
    """
    tables = [_packaged()] if overrides is None else [_users(overrides), _packaged()]
    for name in dict.fromkeys((model, _DATED.sub("", model), _DATED.sub("", model.rpartition("/")[2]))):
        for table in tables:
            if name in table:
                return table[name]
    return None


def _users(path: Path) -> dict[str, Price]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CallError("the price table cannot be read", where=str(path), hint="check --prices") from error
    return _read_table(text, str(path))


@cache
def _packaged() -> dict[str, Price]:
    return _read_table(files("summarizer.endpoint").joinpath("prices.toml").read_text(encoding="utf-8"), "prices.toml")


def _read_table(text: str, where: str) -> dict[str, Price]:
    try:
        sections = tomllib.loads(text)
        return {
            model: Price.model_validate(price)
            for section in sections.values()
            for model, price in section["models"].items()
        }
    except (tomllib.TOMLDecodeError, ValidationError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(str(error).split())[:200]
        hint = 'it must hold sections like [mine.models] with "model" = { input = 1.0, output = 2.0 }'
        raise CallError(f"it is no price table: {reason}", where=where, hint=hint) from None


class Reservation(NamedTuple):
    """The most that one call may take, set aside while it is under way."""

    tokens: int
    cost: float


class Ledger:
    """Counts tokens and money over a run, failed attempts included, and keeps both within their limits.

    Before each call the most that it may take is set aside: its prompt and as many tokens as it may answer. A call that
    does not fit beside those under way waits until they have told what they really took. So a limit is never passed as
    long as the service keeps to the length that it was asked for.
    """

    def __init__(
        self, tally: RunTally, price: Price | None, *, max_cost: float | None = None, max_tokens: int | None = None
    ) -> None:
        if max_cost is not None and price is None:
            msg = "the model is not in the price table, so --max-cost cannot be kept"
            raise CallError(msg, hint="give its price with --prices, or use --max-tokens")
        self._tally = tally
        self._price = price
        self._max_cost = max_cost
        self._max_tokens = max_tokens
        self._held = Reservation(0, 0.0)
        self._calls = 0
        self._settled = asyncio.Event()
        self._scale = 1.0  # how many times our estimate of a prompt the service really counts
        tally.cost = None if price is None else (tally.cost or 0.0)

    @property
    def is_limited(self) -> bool:
        """Whether there is a limit at all."""
        return self._max_cost is not None or self._max_tokens is not None

    async def reserve(self, prompt_tokens: int, completion_tokens: int) -> Reservation:
        """Set aside what a call may take at most. Raises BudgetError when that is more than is left."""
        while True:
            most = self._most(prompt_tokens, completion_tokens)
            if self._fits(most, self._held):
                self._hold(most, 1)
                return most
            if self._calls == 0:
                raise self._too_much(most)
            self._settled.clear()
            await self._settled.wait()

    def settle(self, reserved: Reservation, call: CallTally, used: tuple[int, int] | None, estimate: int) -> None:
        """Count what a call really took, as prompt and completion tokens; None when nothing was answered.

        `estimate` is what its prompt was taken for.
        """
        self._hold(reserved, -1)
        self._settled.set()
        if used is None:
            return
        prompt, completion = used
        if estimate:
            self._scale = max(self._scale, prompt / estimate)
        for tally in (self._tally, call):
            tally.prompt_tokens += prompt
            tally.completion_tokens += completion
            if self._price is not None:
                tally.cost = (tally.cost or 0.0) + self._price.cost(prompt, completion)

    def _most(self, prompt_tokens: int, completion_tokens: int) -> Reservation:
        prompt = int(prompt_tokens * self._scale)
        cost = self._price.cost(prompt, completion_tokens) if self._price else 0.0
        return Reservation(prompt + completion_tokens, cost)

    def _hold(self, reserved: Reservation, sign: int) -> None:
        self._calls += sign
        if self._calls == 0:
            self._held = Reservation(0, 0.0)  # exactly, whatever the sums of cents have come to
            return
        self._held = Reservation(self._held.tokens + sign * reserved.tokens, self._held.cost + sign * reserved.cost)

    def _fits(self, more: Reservation, held: Reservation) -> bool:
        tokens = self._tally.prompt_tokens + self._tally.completion_tokens + held.tokens + more.tokens
        cost = (self._tally.cost or 0.0) + held.cost + more.cost
        within_tokens = self._max_tokens is None or tokens <= self._max_tokens
        return within_tokens and (self._max_cost is None or cost <= self._max_cost)

    def _too_much(self, more: Reservation) -> BudgetError:
        spent = self._tally.prompt_tokens + self._tally.completion_tokens
        if self._max_tokens is not None and spent + more.tokens > self._max_tokens:
            return BudgetError(
                f"the next call may take {more.tokens} tokens; {spent} of {self._max_tokens} are spent (--max-tokens)"
            )
        cost = self._tally.cost or 0.0
        limit = f"${cost:.4f} of ${self._max_cost} are spent (--max-cost)"
        return BudgetError(f"the next call may cost ${more.cost:.4f}; {limit}")

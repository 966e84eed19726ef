"""What requests cost, and the limits that stop a run before a request that would exceed them."""

from __future__ import annotations

import asyncio
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import NonNegativeFloat, ValidationError

from summarizer.contract.errors import BudgetError, CallError
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.tally import CallTally, RunTally

_MILLION = 1_000_000
_DATE_SUFFIX = re.compile(r"[-@](?:20\d\d-\d\d-\d\d|20\d{6}|latest)$")


class Price(Frozen):
    """US dollars for a million tokens. `cached_input` is part of a price table, but no cost is computed from it.

    `batch` is the share of the price that the service's Batch API asks.
    """

    input: NonNegativeFloat
    output: NonNegativeFloat
    cached_input: NonNegativeFloat | None = None
    batch: NonNegativeFloat = 1.0

    def in_batch(self) -> Price:
        """The price of what is answered by the Batch API."""
        return Price(input=self.input * self.batch, output=self.output * self.batch)

    def cost(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Dollars for these tokens, as if the service had taken none of them from its own cache."""
        return (prompt_tokens * self.input + completion_tokens * self.output) / _MILLION


def find_price(model: str, overrides: Path | None = None, *, in_batch: bool = False) -> Price | None:
    """The price of a model by the user's table `overrides`, else by the package's; None when neither lists it.

    `in_batch` asks for the price by the Batch API, which is the same where the table tells no discount.

    When the whole name is not listed, it is looked up without a date at its end, then also without a provider before
    it. Raises CallError when the user's table cannot be read.
    """
    tables = [_packaged_table()] if overrides is None else [_users_table(overrides), _packaged_table()]
    for name in dict.fromkeys((model, _DATE_SUFFIX.sub("", model), _DATE_SUFFIX.sub("", model.rpartition("/")[2]))):
        for table in tables:
            if name in table:
                return table[name].in_batch() if in_batch else table[name]
    return None


def _users_table(path: Path) -> dict[str, Price]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CallError("cannot read the price table", where=str(path), hint="check --prices") from error
    return _parse_table(text, str(path))


@cache
def _packaged_table() -> dict[str, Price]:
    return _parse_table(files("summarizer.endpoint").joinpath("prices.toml").read_text(encoding="utf-8"), "prices.toml")


def _parse_table(text: str, where: str) -> dict[str, Price]:
    try:
        sections = tomllib.loads(text)
        return {
            model: Price.model_validate({**({"batch": section["batch"]} if "batch" in section else {}), **price})
            for section in sections.values()
            for model, price in section["models"].items()
        }
    except (tomllib.TOMLDecodeError, ValidationError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(str(error).split())[:200]
        hint = 'write sections such as [mine.models] with lines such as "model" = { input = 1.0, output = 2.0 }'
        raise CallError(f"not a price table: {reason}", where=where, hint=hint) from None


class Reservation(NamedTuple):
    """The most that one request may take, set aside while it is in flight."""

    tokens: int
    cost: float


class Ledger:
    """Counts tokens and money over a run, failed attempts included, and keeps both within their limits.

    Before each request, the most that it may take is set aside: its prompt and its longest possible answer. A request
    that does not fit beside those in flight waits until they have reported what they really took. So a limit is never
    exceeded, as long as the service keeps to the answer length that was requested.
    """

    def __init__(
        self, tally: RunTally, price: Price | None, *, max_cost: float | None = None, max_tokens: int | None = None
    ) -> None:
        if max_cost is not None and price is None:
            message = "--max-cost needs the model's price, which is not in the price table"
            raise CallError(message, hint="give its price with --prices, or use --max-tokens")
        self._tally = tally
        self._price = price
        self._max_cost = max_cost
        self._max_tokens = max_tokens
        self._reserved = Reservation(0, 0.0)  # by all requests in flight
        self._in_flight = 0
        self._settled = asyncio.Event()
        self._scale = 1.0  # tokens that the service counts in a prompt, over our estimate; the largest seen
        tally.cost = None if price is None else (tally.cost or 0.0)

    @property
    def is_limited(self) -> bool:
        """Whether there is any limit."""
        return self._max_cost is not None or self._max_tokens is not None

    async def reserve(self, prompt_tokens: int, completion_tokens: int) -> Reservation:
        """Set aside the most that a request may take. Raises BudgetError when that is more than is left."""
        while True:
            most = self._most(prompt_tokens, completion_tokens)
            if self._fits(most):
                self._add_reserved(most, 1)
                return most
            if self._in_flight == 0:
                raise self._budget_error(most)
            self._settled.clear()
            await self._settled.wait()

    def settle(self, reserved: Reservation, call: CallTally, used: tuple[int, int] | None, estimate: int) -> None:
        """Count what a request really took, as prompt and completion tokens; None when nothing was answered.

        `estimate` is our own estimate of its prompt, in tokens.
        """
        self._add_reserved(reserved, -1)
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

    def _add_reserved(self, reserved: Reservation, sign: Literal[1, -1]) -> None:
        self._in_flight += sign
        if self._in_flight == 0:
            self._reserved = Reservation(0, 0.0)  # exactly 0, without the rounding errors of the sums
            return
        tokens, cost = self._reserved
        self._reserved = Reservation(tokens + sign * reserved.tokens, cost + sign * reserved.cost)

    def _fits(self, more: Reservation) -> bool:
        tokens = self._tokens_spent + self._reserved.tokens + more.tokens
        cost = (self._tally.cost or 0.0) + self._reserved.cost + more.cost
        within_tokens = self._max_tokens is None or tokens <= self._max_tokens
        return within_tokens and (self._max_cost is None or cost <= self._max_cost)

    @property
    def _tokens_spent(self) -> int:
        return self._tally.prompt_tokens + self._tally.completion_tokens

    def _budget_error(self, most: Reservation) -> BudgetError:
        spent = self._tokens_spent
        if self._max_tokens is not None and spent + most.tokens > self._max_tokens:
            limit = f"{spent} of {self._max_tokens} are spent (--max-tokens)"
            return BudgetError(f"the next request may take {most.tokens} tokens; {limit}")
        limit = f"${self._tally.cost or 0.0:.4f} of ${self._max_cost} are spent (--max-cost)"
        return BudgetError(f"the next request may cost ${most.cost:.4f}; {limit}")

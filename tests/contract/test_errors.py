"""The tree of errors is the one that its module draws, and each says what, where and what next in one line."""

from __future__ import annotations

import copy
import inspect
import re

import pytest

from summarizer.contract import errors
from summarizer.contract.errors import EndpointError, InputError, RateLimitError, SummarizerError

CLASSES = {
    name: one
    for name, one in vars(errors).items()
    if inspect.isclass(one) and issubclass(one, SummarizerError) and not name.startswith("_")
}
LEAVES = [one for one in CLASSES.values() if not one.__subclasses__()]
_BRANCH = re.compile(r"^(?P<indent>[│ ]*)(?:[├└]── )?(?P<name>\w+Error)\b(?P<rest>.*)$", re.MULTILINE)


def drawn() -> dict[str, tuple[str | None, str]]:
    """Each error of the module's picture with the one above it and what is written beside it."""
    above: list[tuple[int, str]] = []
    found = {}
    for line in _BRANCH.finditer(errors.__doc__ or ""):
        column = line.start("name") - line.start()
        while above and above[-1][0] >= column:
            above.pop()
        found[line["name"]] = (above[-1][1] if above else None, line["rest"])
        above.append((column, line["name"]))
    return found


def test_the_drawn_tree_shows_exactly_the_errors_below_their_parents() -> None:
    parents = {name: one.__bases__[0].__name__ for name, one in CLASSES.items() if one is not SummarizerError}
    assert {name: parent for name, (parent, _) in drawn().items() if parent} == parents


@pytest.mark.parametrize("name", CLASSES)
def test_the_drawn_tree_marks_retryable_and_fatal_errors(name: str) -> None:
    beside = drawn()[name][1]
    assert CLASSES[name].retryable == ("retryable" in beside)
    assert CLASSES[name].fatal == ("ends a batch" in beside)


@pytest.mark.parametrize("kind", CLASSES.values())
def test_no_error_is_both_fatal_and_retryable(kind: type[SummarizerError]) -> None:
    assert not (kind.fatal and kind.retryable)


def test_only_errors_that_hit_every_article_are_fatal() -> None:
    ending = {one.__name__ for one in CLASSES.values() if one.fatal}
    assert ending == {
        "KeyRefusedError", "QuotaError", "ModelNotFoundError", "BatchRefusedError", "BudgetError", "CacheError",
        "OutputError",
    }  # fmt: skip


@pytest.mark.parametrize("kind", [one for one in LEAVES if one.__name__ not in ("CallError", "ReportError")])
def test_every_error_but_unreadable_input_has_a_default_hint(kind: type[SummarizerError]) -> None:
    assert bool(kind("it broke").hint) == (kind.__name__ != "UnreadableInputError")


@pytest.mark.parametrize("kind", CLASSES.values())
def test_an_error_prints_place_message_and_hint_in_this_order(kind: type[SummarizerError]) -> None:
    error = kind("it broke", where="olm.txt:3", hint="mend it")
    assert str(error) == "olm.txt:3: it broke (mend it)"
    assert (error.message, error.where, error.hint) == ("it broke", "olm.txt:3", "mend it")
    assert error.args == ("it broke",)


def test_a_missing_place_or_hint_leaves_no_trace_in_the_text() -> None:
    assert str(InputError("it broke")) == "it broke"
    assert str(InputError("it broke", where="olm.txt")) == "olm.txt: it broke"
    assert str(InputError("it broke", hint="mend it")) == "it broke (mend it)"


def test_a_given_hint_wins_over_the_default_one() -> None:
    general = RateLimitError("too many")
    assert general.hint == RateLimitError.default_hint
    assert general.hint in str(general)
    assert RateLimitError("too many", hint="wait").hint == "wait"
    assert RateLimitError.default_hint == general.hint


def test_an_endpoint_error_knows_its_status_and_how_long_to_wait() -> None:
    error = RateLimitError("too many", where="host", status=429, retry_after=2.5)
    assert (error.status, error.retry_after, error.retryable) == (429, 2.5, True)
    assert str(error).startswith("host: too many (")
    assert (EndpointError("x").status, EndpointError("x").retry_after) == (None, None)


@pytest.mark.parametrize("kind", CLASSES.values())
def test_a_copied_error_is_equal(kind: type[SummarizerError]) -> None:
    error = kind("it broke", where="olm.txt", hint="mend it")
    again = copy.copy(error)
    assert (type(again), str(again), again.where) == (kind, str(error), "olm.txt")


@pytest.mark.parametrize("kind", CLASSES.values())
def test_every_hint_is_one_line_without_a_full_stop(kind: type[SummarizerError]) -> None:
    assert kind.default_hint == " ".join(kind.default_hint.split())
    assert not kind.default_hint.endswith(".")

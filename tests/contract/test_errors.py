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


def test_the_picture_shows_every_error_below_its_parent_and_no_other() -> None:
    parents = {name: one.__bases__[0].__name__ for name, one in CLASSES.items() if one is not SummarizerError}
    assert {name: parent for name, (parent, _) in drawn().items() if parent} == parents


@pytest.mark.parametrize("name", CLASSES)
def test_the_picture_says_which_may_succeed_later_and_which_end_a_batch(name: str) -> None:
    beside = drawn()[name][1]
    assert CLASSES[name].retryable == ("retryable" in beside)
    if "ends a batch" in beside:
        assert CLASSES[name].fatal


@pytest.mark.parametrize("kind", CLASSES.values())
def test_none_that_ends_a_batch_is_worth_another_try(kind: type[SummarizerError]) -> None:
    assert not (kind.fatal and kind.retryable)


def test_what_concerns_one_article_ends_no_batch() -> None:
    ending = {one.__name__ for one in CLASSES.values() if one.fatal}
    assert ending == {
        "KeyRefusedError", "QuotaError", "ModelNotFoundError", "BudgetError", "CacheError", "OutputError"
    }  # fmt: skip


@pytest.mark.parametrize("kind", [one for one in LEAVES if one.__name__ not in ("CallError", "ReportError")])
def test_each_says_what_to_do_next_unless_only_its_place_can_tell(kind: type[SummarizerError]) -> None:
    assert bool(kind("it broke").hint) == (kind.__name__ != "UnreadableInputError")


@pytest.mark.parametrize("kind", CLASSES.values())
def test_place_message_and_hint_stand_in_this_order(kind: type[SummarizerError]) -> None:
    error = kind("it broke", where="olm.txt:3", hint="mend it")
    assert str(error) == "olm.txt:3: it broke (mend it)"
    assert (error.message, error.where, error.hint) == ("it broke", "olm.txt:3", "mend it")
    assert error.args == ("it broke",)


def test_what_is_not_known_leaves_no_trace() -> None:
    assert str(InputError("it broke")) == "it broke"
    assert str(InputError("it broke", where="olm.txt")) == "olm.txt: it broke"
    assert str(InputError("it broke", hint="mend it")) == "it broke (mend it)"


def test_a_hint_of_the_place_goes_before_the_general_one() -> None:
    general = RateLimitError("too many")
    assert general.hint == RateLimitError.default_hint
    assert general.hint in str(general)
    assert RateLimitError("too many", hint="wait").hint == "wait"
    assert RateLimitError.default_hint == general.hint


def test_an_endpoints_error_knows_its_status_and_how_long_to_wait() -> None:
    error = RateLimitError("too many", where="host", status=429, retry_after=2.5)
    assert (error.status, error.retry_after, error.retryable) == (429, 2.5, True)
    assert str(error).startswith("host: too many (")
    assert (EndpointError("x").status, EndpointError("x").retry_after) == (None, None)


@pytest.mark.parametrize("kind", CLASSES.values())
def test_a_copy_is_the_same_error(kind: type[SummarizerError]) -> None:
    error = kind("it broke", where="olm.txt", hint="mend it")
    again = copy.copy(error)
    assert (type(again), str(again), again.where) == (kind, str(error), "olm.txt")


@pytest.mark.parametrize("kind", CLASSES.values())
def test_every_hint_is_one_line_without_a_full_stop(kind: type[SummarizerError]) -> None:
    assert kind.default_hint == " ".join(kind.default_hint.split())
    assert not kind.default_hint.endswith(".")

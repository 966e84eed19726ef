"""Holds the answer to a custom schema to its article: says what is wrong, and takes out what cannot be proved."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.contract.errors import CallError, InvalidAnswerError
from summarizer.contract.extraction import RejectedPart
from summarizer.contract.report import Evidence, Span
from summarizer.grounding.foreign_links import strip_foreign_urls
from summarizer.grounding.placing import NOT_THERE, Path, Problem, place_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic_core import ErrorDetails

    from summarizer.contract.article import Article
    from summarizer.grounding.placing import Node

M = TypeVar("M", bound=BaseModel)

_SHOWN = 600
_FIELDS = {*Evidence.model_fields, *Span.model_fields}


class Checked(NamedTuple, Generic[M]):
    """An answer read as the user's model, None while there are problems.

    `lost` are quotes that do not stand in the article and that the model accepted as something else. `mappings` are
    the paths at which the answer holds mappings, which look like any other object.
    """

    value: M | None
    problems: tuple[Problem, ...]
    mappings: frozenset[Path]
    lost: tuple[Problem, ...] = ()


class Pruned(NamedTuple, Generic[M]):
    """What of an answer is proved, and what was taken out of it."""

    value: M
    rejected: tuple[RejectedPart, ...]


def check(model: type[M], schema: Node, article: Article, data: dict[str, Any]) -> Checked[M]:
    """Read an answer as the user's model, every quote in it placed in the article.

    `schema` is the marked JSON Schema of the model. A text with a link or markup that the article does not hold is a
    problem too: a hostile article may ask for one. Raises CallError when the model's own code fails with anything
    other than what pydantic takes for a refusal.
    """
    placed = place_quotes(schema, article, data)
    text = json.dumps(placed.data, ensure_ascii=False).encode("utf-8", "replace")
    foreign = tuple(_foreign_links(article, data))
    try:
        value = model.model_validate_json(text)
    except ValidationError as error:
        return Checked(None, (*_problems(error, data, placed.quotes), *foreign), placed.mappings)
    except Exception as error:
        msg = f"{model.__name__} raised {type(error).__name__} in its validation: {error}"
        raise CallError(msg, hint="a validator refuses a value by ValueError") from error
    if foreign:
        return Checked(None, foreign, placed.mappings)
    lost = {one.quote: one for one in placed.quotes.values() if one is not None and one.message == NOT_THERE}
    return Checked(value, (), placed.mappings, tuple(lost.values()))


def _foreign_links(article: Article, value: object, path: Path = ()) -> Iterator[Problem]:
    if isinstance(value, str):
        if strip_foreign_urls(value, article.text) != value:
            yield Problem(path, "it holds a link or markup that the article does not hold")
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _foreign_links(article, part, (*path, number))
    elif isinstance(value, dict) and value.keys() != {"sentence", "quote"}:  # a quote is the article's, or refused
        for key, part in value.items():
            yield from _foreign_links(article, key, (*path, key))
            yield from _foreign_links(article, part, (*path, key))


def _problems(error: ValidationError, data: dict[str, Any], quotes: Mapping[Path, Problem | None]) -> Iterator[Problem]:
    """What pydantic says, in the answer's own paths; all that it says of the form of one quote is one problem."""
    said: set[tuple[str | int, ...]] = set()
    for one in error.errors(include_url=False):
        loc = one["loc"]
        paths = _data_paths(data, loc)
        quote = next((path for path in reversed(paths) if path in quotes), None)
        if quote is not None and _is_about_form(one, loc[paths.index(quote) :]):
            branch = loc[: paths.index(quote)]  # two models of a union may both lead to one quote
            problem = quotes[quote]
            if problem is not None and branch not in said:
                said.add(branch)
                yield problem
            continue
        missing = f"{loc[-1]}: " if one["type"] == "missing" else ""
        yield Problem(paths[-1], missing + one["msg"].removeprefix("Value error, "))


def _is_about_form(error: ErrorDetails, below: tuple[str | int, ...]) -> bool:
    """Whether an error at or below a quote says that the answer is not of the form of evidence with offsets."""
    if error["type"] == "model_type":
        return error["ctx"]["class_name"] in ("Evidence", "Span")
    return error["type"] == "extra_forbidden" or any(step in _FIELDS for step in below)


def _data_paths(data: object, loc: tuple[str | int, ...]) -> list[Path]:
    """Where in the answer each step of an error's location leads, from the whole on.

    pydantic puts the names of types between the keys; these lead nowhere.
    """
    paths: list[Path] = [()]
    here = data
    for step in loc:
        path = paths[-1]
        if isinstance(here, list) and isinstance(step, int) and step < len(here):
            here, path = here[step], (*path, step)
        elif isinstance(here, dict) and str(step) in here:
            here, path = here[str(step)], (*path, str(step))
        paths.append(path)
    return paths


def path_text(path: Path) -> str:
    """A path as people write it: parties[2].evidence."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def prune(model: type[M], schema: Node, article: Article, data: dict[str, Any]) -> Pruned[M]:
    """Take out of an answer what the article does not prove or the model refuses, the least that holds it.

    That is the nearest object around it which is an item of a list, a value of a mapping or an optional field. Only
    where nothing but the whole answer is around it, the quote itself is taken out of its list or optional field.
    `schema` is the marked JSON Schema of the model. Raises InvalidAnswerError when what is wrong is a part that the
    model requires.
    """
    rejected: list[RejectedPart] = []
    checked = check(model, schema, article, data)
    while checked.value is None:
        # From the end, so that the places of what stands before stay as the model gave them.
        problem = max(checked.problems, key=lambda one: one.path)
        for unit in _units(data, problem, checked.mappings):
            trial = _without(data, unit)
            after = check(model, schema, article, trial)
            if any(len(one.path) < len(unit) and unit[: len(one.path)] == one.path for one in after.problems):
                continue  # what is around it cannot do without it
            rejected.append(_rejected(data, unit, checked.problems))
            data, checked = trial, after
            break
        else:
            quote = f" “{problem.quote[:_SHOWN]}”" if problem.quote else ""
            msg = f"{path_text(problem.path) or 'the answer'}: {problem.message}{quote}"
            raise InvalidAnswerError(msg, where=article.id)
    rejected.reverse()
    known = {part.quote for part in rejected}
    rejected += [
        RejectedPart(path="", quote=one.quote, reason=NOT_THERE) for one in checked.lost if one.quote not in known
    ]
    return Pruned(checked.value, tuple(rejected))


def _units(data: dict[str, Any], problem: Problem, mappings: frozenset[Path]) -> list[Path]:
    """What could be taken out for a problem, the smallest first."""
    whole = [problem.path[:length] for length in range(len(problem.path), 0, -1)]
    quote = problem.path if problem.is_evidence else None
    holders = [path for path in whole if path != quote and path not in mappings and isinstance(_at(data, path), dict)]
    if holders:
        return holders
    # The answer itself holds it, in a list or mapping, or as an optional quote.
    return [path for path in whole if path == quote or path[:-1] in mappings or isinstance(path[-1], int)]


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _without(data: dict[str, Any], path: Path) -> dict[str, Any]:
    trial = copy.deepcopy(data)
    del _at(trial, path[:-1])[path[-1]]
    return trial


def _rejected(data: dict[str, Any], unit: Path, problems: tuple[Problem, ...]) -> RejectedPart:
    inside = [one for one in problems if one.path[: len(unit)] == unit]
    said = [f"{place}: {one.message}" if (place := path_text(one.path[len(unit) :])) else one.message for one in inside]
    quote = next((one.quote for one in inside if one.quote), "")
    return RejectedPart(path=path_text(unit), quote=quote, reason="; ".join(dict.fromkeys(said)), part=_at(data, unit))

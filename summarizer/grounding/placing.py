"""Places the quotes of an answer in its article, says what is wrong with it, and takes out what cannot be proved."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from summarizer.contract.errors import CallError, InvalidAnswerError
from summarizer.contract.extraction import RejectedPart
from summarizer.contract.report import Evidence
from summarizer.grounding.foreign_links import strip_foreign_urls
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.fence import neutralise

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarizer.contract.article import Article

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

_NOT_THERE = "quote_not_in_article"
_NO_QUOTE = "no_quote"
_SHOWN = 600
_MOST = 8  # complaints; a long list confuses a weak model and costs as much as the answer
_DIGITS = re.compile(r"\d{1,6}")


class Problem(NamedTuple):
    """What is wrong with one place of an answer; `quote` where that is a quote which the article does not hold."""

    path: Path
    message: str
    quote: str = ""
    sentence: int = 0
    is_evidence: bool = False


class Checked(NamedTuple, Generic[M]):
    """An answer read as the user's model, None while there are problems; `lost` are quotes that its code dropped."""

    value: M | None
    problems: tuple[Problem, ...]
    lost: tuple[Problem, ...] = ()


class Pruned(NamedTuple, Generic[M]):
    """What of an answer is proved, and what was taken out of it."""

    value: M
    rejected: tuple[RejectedPart, ...]


class _Placer:
    """The context in which an answer is validated: evidence finds its place in the article by it (see report.py)."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.failed: list[Problem] = []

    def place_quote(self, told: object) -> Evidence:
        if isinstance(told, Evidence):
            return told
        quote, sentence = _read_quote(told)
        if quote is None:
            raise PydanticCustomError(_NO_QUOTE, "evidence is an object with a sentence's number and a quote")
        found = locate(self._article, quote, sentence)
        if found is None:
            self.failed.append(Problem((), f"the quote “{quote}” does not stand in the article", quote, sentence))
            raise PydanticCustomError(
                _NOT_THERE,
                "the quote does not stand in the article",
                {"quote": quote, "sentence": sentence},
            )
        return found


def _read_quote(told: object) -> tuple[str | None, int]:
    if isinstance(told, str):
        return told, 0
    if not isinstance(told, dict) or not isinstance(told.get("quote"), str):
        return None, 0
    digits = _DIGITS.search(str(told.get("sentence")))
    return told["quote"], int(digits.group()) if digits else 0


def check(model: type[M], article: Article, data: dict[str, Any]) -> Checked[M]:
    """Read an answer as the user's model, every quote in it placed in the article.

    A text with a link or markup that the article does not hold is a problem too: a hostile article may ask for one.
    Raises CallError when the model's own code fails with anything but what pydantic takes for a refusal.
    """
    placer = _Placer(article)
    text = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    try:
        value = model.model_validate_json(text, context=placer)
    except ValidationError as error:
        return Checked(None, (*_problems(error, data), *_foreign_links(article, data)))
    except Exception as error:
        msg = f"{model.__name__} raised {type(error).__name__} in its validation: {error}"
        raise CallError(msg, hint="a validator refuses a value by ValueError") from error
    if foreign := tuple(_foreign_links(article, data)):
        return Checked(None, foreign)
    return Checked(value, (), tuple({problem.quote: problem for problem in placer.failed}.values()))


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


def _problems(error: ValidationError, data: dict[str, Any]) -> Iterator[Problem]:
    for one in error.errors(include_url=False):
        path = _data_path(data, one["loc"])
        if one["type"] == _NOT_THERE:
            told = one["ctx"]
            yield Problem(path, one["msg"], told["quote"], told["sentence"], is_evidence=True)
            continue
        missing = f"{one['loc'][-1]}: " if one["type"] == "missing" else ""
        message = missing + one["msg"].removeprefix("Value error, ")
        yield Problem(path, message, is_evidence=one["type"] == _NO_QUOTE)


def _data_path(data: object, loc: tuple[str | int, ...]) -> Path:
    """Where in the answer an error is; pydantic puts the names of types between the keys, which are left out."""
    path: list[str | int] = []
    here = data
    for step in loc:
        if isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
        elif isinstance(here, dict) and str(step) in here:
            here = here[str(step)]
            path.append(str(step))
    return tuple(path)


def complaints(article: Article, problems: tuple[Problem, ...]) -> list[str]:
    """Say what is wrong so that a model can put it right: where, which quote, and what the sentence says."""
    return [_complaint(article, problem) for problem in problems[:_MOST]]


def _complaint(article: Article, problem: Problem) -> str:
    place = path_text(problem.path) or "The answer"
    if not problem.quote:
        return f"{place}: {problem.message}"
    said = f'{place}: the quote "{problem.quote[:_SHOWN]}" does not stand in the article.'
    sentences = sentences_of(article)
    if not 1 <= problem.sentence <= len(sentences):
        return f"{said} There is no sentence {problem.sentence}."
    one = sentences[problem.sentence - 1]
    return f'{said} Sentence {one.number} says: "{neutralise(article.text[one.start : one.end])[:_SHOWN]}"'


def path_text(path: Path) -> str:
    """A path as people write it: parties[2].evidence."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def prune(model: type[M], schema: Mapping[str, Any], article: Article, data: dict[str, Any]) -> Pruned[M]:
    """Take out of an answer what the article does not prove or the model refuses, the least that holds it.

    That is the nearest object around it which is an item of a list, a value of a mapping or an optional field. Only
    where nothing but the whole answer is around it, the quote itself is taken out of its list or optional field.
    `schema` is the JSON Schema that was asked for. Raises InvalidAnswerError when what is wrong is a part that the
    model requires.
    """
    rejected: list[RejectedPart] = []
    checked = check(model, article, data)
    while checked.value is None:
        # From the end, so that the places of what stands before stay as the model gave them.
        problem = max(checked.problems, key=lambda one: one.path)
        for unit in _units(data, problem, _mappings(schema, problem.path)):
            trial = _without(data, unit)
            after = check(model, article, trial)
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
        RejectedPart(path="", quote=one.quote, reason="the quote does not stand in the article")
        for one in checked.lost
        if one.quote not in known
    ]
    return Pruned(checked.value, tuple(rejected))


def _units(data: dict[str, Any], problem: Problem, mappings: frozenset[int]) -> list[Path]:
    """What could be taken out for a problem, the smallest first; `mappings` are lengths of paths to mappings."""
    whole = [problem.path[:length] for length in range(len(problem.path), 0, -1)]
    holders = [
        path
        for path in whole
        if isinstance(_at(data, path), dict)
        and len(path) not in mappings
        and not (problem.is_evidence and path == problem.path)
    ]
    if holders:
        return holders
    # The answer itself holds it, in a list or mapping, or as an optional quote.
    return [
        path
        for path in whole
        if isinstance(path[-1], int) or len(path) - 1 in mappings or (problem.is_evidence and path == problem.path)
    ]


def _mappings(schema: Mapping[str, Any], path: Path) -> frozenset[int]:
    """Which beginnings of a path lead to a mapping, by their length: in an answer it looks like any object."""
    found: set[int] = set()
    nodes = _resolved(schema, schema)
    for length, step in enumerate(path):
        if any("properties" not in node and _values(node) for node in nodes):
            found.add(length)
        below = [child for node in nodes for child in _below(node, step)]
        nodes = [node for child in below for node in _resolved(schema, child)]
    if any("properties" not in node and _values(node) for node in nodes):
        found.add(len(path))
    return frozenset(found)


def _resolved(schema: Mapping[str, Any], node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What a node of a JSON Schema may be, references and choices followed."""
    if name := node.get("$ref"):
        return _resolved(schema, schema["$defs"][name.rpartition("/")[2]])
    branches = [branch for key in ("anyOf", "oneOf", "allOf") for branch in node.get(key, ())]
    return [node] if not branches else [one for branch in branches for one in _resolved(schema, branch)]


def _values(node: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    told = [node.get("additionalProperties"), *node.get("patternProperties", {}).values()]
    return [value for value in told if isinstance(value, dict)]


def _below(node: Mapping[str, Any], step: str | int) -> list[Mapping[str, Any]]:
    if isinstance(step, int):
        placed = node.get("prefixItems", ())
        items = node.get("items")
        return [placed[step]] if step < len(placed) else [items] if isinstance(items, dict) else []
    named = node.get("properties", {}).get(step)
    return [named] if named is not None else _values(node)


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

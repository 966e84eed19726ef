"""Places the quotes of an answer to a custom schema: each is replaced by where it stands in the article.

Where an answer holds quotes is read from the JSON Schema that was asked for, in which every node of `Evidence` or
`Span` is marked by EVIDENCE_MARK. It is done before the user's model validates the answer, so that its validators see
evidence with its offsets and the article's own characters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.grounding.locate import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.contract.article import Article

Path = tuple[str | int, ...]
Node = Mapping[str, Any]  # of a JSON Schema

EVIDENCE_MARK = "x-summarizer-evidence"  # its value is the name of the class: "Evidence" or "Span"
NOT_THERE = "the quote does not stand in the article"
_NO_QUOTE = "evidence is an object with a sentence's number and a quote"
_DIGITS = re.compile(r"\d{1,6}")


class Problem(NamedTuple):
    """What is wrong with one place of an answer; `quote` where that is a quote which the article does not hold."""

    path: Path
    message: str
    quote: str = ""
    sentence: int = 0
    is_evidence: bool = False


class Placed(NamedTuple):
    """An answer with places for quotes.

    `quotes` has each path at which the answer may hold evidence, with what is wrong when none could be placed there.
    `mappings` are the paths at which it holds mappings, which look like any other object.
    """

    data: Any
    quotes: dict[Path, Problem | None]
    mappings: frozenset[Path]


def place_quotes(schema: Node, article: Article, data: dict[str, Any]) -> Placed:
    """Place the quotes of an answer that more or less follows the marked JSON Schema; `data` stays as it is."""
    placing = _Placing(schema, article)
    placed = placing.place(data, _choices(schema, [schema]), ())
    return Placed(placed, placing.quotes, frozenset(placing.mappings))


class _Placing:
    """Replaces the quotes of one answer by their places, and notes those that have none."""

    def __init__(self, schema: Node, article: Article) -> None:
        self._schema = schema
        self._article = article
        self.quotes: dict[Path, Problem | None] = {}
        self.mappings: set[Path] = set()

    def place(self, value: Any, nodes: Sequence[Node], path: Path) -> Any:
        """The value with places where one of the nodes, any of which it may follow, wants evidence."""
        nodes = [node for node in nodes if _fits(node, value)] or nodes
        if any(EVIDENCE_MARK in node for node in nodes):
            placed = self._place_evidence(value, nodes, path)
            if placed is not None:
                return placed
        if isinstance(value, list):
            return [self._place_below(part, nodes, path, number) for number, part in enumerate(value)]
        if not isinstance(value, dict):
            return value
        if any("properties" not in node and _values(node) for node in nodes):
            self.mappings.add(path)
        return {key: self._place_below(part, nodes, path, key) for key, part in value.items()}

    def _place_below(self, part: Any, nodes: Sequence[Node], path: Path, step: str | int) -> Any:
        below = [child for node in nodes for child in _below(node, step)]
        return self.place(part, _choices(self._schema, below), (*path, step))

    def _place_evidence(self, value: Any, nodes: Sequence[Node], path: Path) -> Any:
        """The place of a value that is to be a quote; None when it may be something else."""
        others = {node.get("type") for node in nodes if EVIDENCE_MARK not in node}
        quote, sentence = _read_quote(value)
        if isinstance(value, str) and others & {"string", None}:
            return value  # a text where a text is welcome
        if quote is None:
            if value is None and "null" in others:
                return None
            self.quotes[path] = Problem(path, _NO_QUOTE, is_evidence=True)
            return None if others - {"null"} else _without_offsets(value)
        place = locate(self._article, quote, sentence)
        if place is None:
            self.quotes[path] = Problem(path, NOT_THERE, quote, sentence, is_evidence=True)
            return _without_offsets(value)
        self.quotes[path] = None
        is_span = all(node.get(EVIDENCE_MARK) != "Evidence" for node in nodes)
        return {"start": place.start, "end": place.end, "text": place.quote} if is_span else dict(place)


def _read_quote(value: object) -> tuple[str | None, int]:
    """The quote of an answer and its sentence's number, 0 where that is not given; None when it is not a quote."""
    if isinstance(value, str):
        return value, 0
    if not isinstance(value, dict) or not isinstance(value.get("quote"), str):
        return None, 0
    digits = _DIGITS.search(str(value.get("sentence")))
    return value["quote"], int(digits.group()) if digits else 0


def _without_offsets(value: Any) -> Any:
    """An answer that was not placed, without offsets of the model's own: with them it would pass for evidence."""
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if key not in ("start", "end")}


def _choices(schema: Node, nodes: Iterable[Node]) -> list[Node]:
    """What nodes of a JSON Schema may be, references and choices followed; each once."""
    found: dict[int, Node] = {}
    for node in nodes:
        branches = [branch for key in ("anyOf", "oneOf", "allOf") for branch in node.get(key, ())]
        if name := node.get("$ref"):
            branches = [schema["$defs"][name.rpartition("/")[2]]]
        for choice in _choices(schema, branches) if branches else [node]:
            found[id(choice)] = choice
    return list(found.values())


def _fits(node: Node, value: Any) -> bool:
    """Whether a node may describe a value, as far as its constants tell: they set the models of a union apart."""
    if not isinstance(value, dict):
        return True
    constants = ((key, part["const"]) for key, part in node.get("properties", {}).items() if "const" in part)
    return all(value.get(key, constant) == constant for key, constant in constants)


def _values(node: Node) -> list[Node]:
    """The nodes of a mapping's values; none where the keys of an object are named."""
    values = [node.get("additionalProperties"), *node.get("patternProperties", {}).values()]
    return [value for value in values if isinstance(value, dict)]


def _below(node: Node, step: str | int) -> list[Node]:
    """The nodes of what stands at a key or a place in a list."""
    if isinstance(step, int):
        placed = node.get("prefixItems", ())
        items = node.get("items")
        return [placed[step]] if step < len(placed) else [items] if isinstance(items, dict) else []
    named = node.get("properties", {}).get(step)
    return [named] if named is not None else _values(node)

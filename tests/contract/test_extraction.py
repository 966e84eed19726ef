"""Extractions: evidence at any depth is the article's own characters, or there is no extraction.

The answers here are authored, as are the articles; no model gave them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from summarizer import Article, Evidence, Span
from summarizer.contract.extraction import Extraction, ExtractionAnswer, find_evidence
from summarizer.contract.report import Provenance, Usage

TEXT = "Four soldiers died in Varn on Monday.\n\nTwo boys were hurt in the same raid, Mayor Ilse Brandt said.\n"
PROVENANCE = Provenance(engine="llm", summarizer_version="0")


@dataclass
class Pair:
    left: Evidence | None = None


class Triple(NamedTuple):
    name: str
    piece: Evidence


class Inner(BaseModel, extra="allow"):
    evidence: list[Evidence] = []


class Outer(BaseModel):
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    by_name: Mapping[str, list[Inner]] = {}
    keyed: dict[Evidence, str] = {}
    pair: Pair = Pair()
    triple: Triple | None = None
    unique: frozenset[Evidence] = frozenset()
    span: Span | None = None
    any_of: Inner | Evidence | str = ""


def evidence(start: int, end: int, shift: int = 0) -> Evidence:
    return Evidence(quote=TEXT[start:end], start=start + shift, end=end + shift)


PLACES: dict[str, Any] = {
    "optional": lambda one: Outer(inner=Inner(evidence=[one])),
    "tuple": lambda one: Outer(inners=(Inner(), Inner(evidence=[one]))),
    "mapping": lambda one: Outer(by_name={"a": [Inner(evidence=[one])]}),
    "key": lambda one: Outer(keyed={one: "x"}),
    "dataclass": lambda one: Outer(pair=Pair(left=one)),
    "named tuple": lambda one: Outer(triple=Triple("a", one)),
    "frozenset": lambda one: Outer(unique=frozenset({one})),
    "union": lambda one: Outer(any_of=one),
    "extra": lambda one: Outer(inner=Inner.model_validate({"other": [one]})),
    "span": lambda one: Outer(span=Span(start=one.start, end=one.end, text=one.quote)),
}


def build(result: Outer) -> Extraction[Outer]:
    return Extraction[Outer](article=Article(id="a", text=TEXT), result=result, provenance=PROVENANCE)


@pytest.mark.parametrize("place", sorted(PLACES))
@given(bounds=st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)), shift=st.integers(0, 30))
def test_evidence_at_any_depth_is_the_articles_own_characters(place: str, bounds: tuple[int, int], shift: int) -> None:
    start, end = bounds[0], min(bounds[0] + bounds[1], len(TEXT))
    one = evidence(start, end, shift)
    result = PLACES[place](one)
    assert [path for path, _ in find_evidence(result)], place
    if TEXT[one.start : one.end] == one.quote:
        assert build(result).result == result
    else:
        with pytest.raises(ValidationError, match="does not hold the quote"):
            build(result)


@pytest.mark.parametrize("place", sorted(set(PLACES) - {"key", "extra"}))  # JSON has no such keys, and no such types
def test_what_was_saved_loads_and_what_was_changed_does_not(place: str) -> None:
    saved = build(PLACES[place](evidence(0, 13))).model_dump_json()
    assert Extraction[Outer].model_validate_json(saved).model_dump_json() == saved
    assert '"Four soldiers"' in saved
    for changed in ('"Five soldiers"', '"Four Soldiers"', '"four soldiers"'):
        with pytest.raises(ValidationError):
            Extraction[Outer].model_validate_json(saved.replace('"Four soldiers"', changed))


def test_an_extraction_of_no_model_in_particular_does_not_load() -> None:
    saved = build(PLACES["optional"](evidence(0, 13))).model_dump_json()
    with pytest.raises(ValidationError, match="name the model of the result"):
        Extraction.model_validate_json(saved)


def test_a_saved_extraction_holds_the_fields_of_a_derived_model() -> None:
    class Derived(Outer):
        more: str = "told"

    made = Extraction[Outer](article=Article(id="a", text=TEXT), result=Derived(), provenance=PROVENANCE)
    assert '"more":"told"' in made.model_dump_json()


def test_a_counted_extraction_answer_differs_only_in_what_it_took() -> None:
    answer = ExtractionAnswer(answer="{}", provenance=PROVENANCE)
    usage = Usage(prompt_tokens=3, completion_tokens=2, cost=0.1)
    counted = answer.counted(2, usage)
    assert (counted.provenance.attempts, counted.provenance.usage) == (2, usage)
    assert counted.counted(0, Usage()) == answer
    assert ExtractionAnswer.model_validate_json(counted.model_dump_json(by_alias=True)) == counted

"""Where an answer to a custom schema holds quotes, and which place each gets."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from pydantic import BaseModel, Field
from typing_extensions import TypedDict

from summarizer import Article, Evidence, Span
from summarizer.engines.model.custom_schema import CustomSchema
from summarizer.grounding.placing import Placed, place_quotes
from tests.growth import assert_linear

TEXT = (
    "Four soldiers died in Varn on Monday.\n\nTwo boys were hurt in the same raid, Mayor Ilse Brandt said.\n\n"
    "“We warned them,” she said. The raid ended at dawn.\n"
)
ARTICLE = Article(id="a", text=TEXT)
GOOD = {"sentence": 1, "quote": "Four soldiers died"}
PLACE = {"quote": "Four soldiers died", "start": 0, "end": 18, "match": "exact", "occurrence": None}
SPAN = {"text": "Four soldiers died", "start": 0, "end": 18}
BAD = {"sentence": 1, "quote": "Five soldiers died"}


@dataclass
class Pair:
    left: Evidence | None = None
    right: Span | None = None


class Triple(NamedTuple):
    name: str
    piece: Evidence


class Typed(TypedDict):
    piece: Evidence


class Leader(BaseModel):
    name: str
    proof: Evidence


class Tree(BaseModel):
    proof: Evidence | None = None
    below: list[Tree] = []
    named: dict[str, Tree] = {}


class Note(BaseModel):
    kind: Literal["note"]
    what: str


class Said(BaseModel):
    kind: Literal["said"]
    what: Evidence


class Form(BaseModel):
    one: Evidence | None = None
    spot: Span | None = None
    many: list[Evidence] = []
    unique: set[Evidence] = set()
    described: Annotated[Evidence | None, Field(description="why")] = None
    renamed: Evidence | None = Field(None, alias="other name")
    pair: Pair | None = None
    triple: Triple | None = None
    typed: Typed | None = None
    tree: Tree | None = None
    by_town: dict[str, Evidence] = {}
    tagged: list[Annotated[Note | Said, Field(discriminator="kind")]] = []
    untagged: list[Note | Said] = []
    text_or: str | Evidence | None = None
    leader_or: Leader | Evidence | None = None
    either: Evidence | Span | None = None
    anything: Any = None


def placed(data: dict[str, Any], model: type[BaseModel] = Form) -> Placed:
    return place_quotes(CustomSchema(model).marked, ARTICLE, data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"one": GOOD}, {"one": PLACE}),
        ({"spot": GOOD}, {"spot": SPAN}),
        ({"many": [GOOD, "Four soldiers died"]}, {"many": [PLACE, PLACE]}),
        ({"unique": [GOOD]}, {"unique": [PLACE]}),
        ({"described": GOOD}, {"described": PLACE}),
        ({"other name": GOOD}, {"other name": PLACE}),
        ({"pair": {"left": GOOD, "right": GOOD}}, {"pair": {"left": PLACE, "right": SPAN}}),
        ({"triple": ["x", GOOD]}, {"triple": ["x", PLACE]}),
        ({"typed": {"piece": GOOD}}, {"typed": {"piece": PLACE}}),
        (
            {"tree": {"below": [{"proof": GOOD}], "named": {"proof": {"proof": GOOD}}}},
            {"tree": {"below": [{"proof": PLACE}], "named": {"proof": {"proof": PLACE}}}},
        ),
        ({"by_town": {"quote": GOOD}}, {"by_town": {"quote": PLACE}}),
        ({"text_or": GOOD}, {"text_or": PLACE}),
        ({"leader_or": GOOD}, {"leader_or": PLACE}),
        ({"leader_or": {"name": "x", "proof": GOOD}}, {"leader_or": {"name": "x", "proof": PLACE}}),
        ({"either": GOOD}, {"either": PLACE}),
    ],
    ids=lambda value: next(iter(value)),
)
def test_a_quote_gets_its_place_wherever_evidence_is_wanted(data: dict[str, Any], expected: dict[str, Any]) -> None:
    before = copy.deepcopy(data)
    assert placed(data).data == expected
    assert data == before


@pytest.mark.parametrize(
    "data",
    [{"anything": GOOD}, {"unknown": GOOD}, {"one": None}, {"many": 7}, {"text_or": "died in Varn"}],
    ids=lambda value: next(iter(value)),
)
def test_what_is_not_evidence_stays_as_it_is(data: dict[str, Any]) -> None:
    assert placed(data).data == data
    assert placed(data).quotes == {}


@pytest.mark.parametrize("field", ["tagged", "untagged"])
def test_the_constants_of_a_unions_models_tell_which_one_is_meant(field: str) -> None:
    data = {field: [{"kind": "note", "what": "Four soldiers died"}, {"kind": "said", "what": "Four soldiers died"}]}
    assert [one["what"] for one in placed(data).data[field]] == ["Four soldiers died", PLACE]


@pytest.mark.parametrize("sentence", [1, "1", "[1]", 0, -1, 99, None, "one", True, 1.0, [1]])
def test_a_sentence_number_of_any_kind_does_not_lose_a_true_quote(sentence: object) -> None:
    assert placed({"one": {"sentence": sentence, "quote": "died in Varn"}}).data["one"]["start"] == TEXT.index("died")


def test_a_quote_is_looked_for_in_its_sentence_first() -> None:
    last = placed({"one": {"sentence": 4, "quote": "raid"}}).data["one"]
    assert (last["start"], last["occurrence"]) == (TEXT.rindex("raid"), (2, 2))


def test_a_quote_that_does_not_stand_in_the_article_is_named_and_keeps_no_offsets() -> None:
    found = placed({"many": [GOOD, {**BAD, "start": 0, "end": 18}]})
    assert found.data == {"many": [PLACE, BAD]}
    problem = found.quotes["many", 1]
    assert problem is not None
    assert (problem.quote, problem.sentence, problem.is_evidence) == ("Five soldiers died", 1, True)


@pytest.mark.parametrize("value", [7, [], {}, {"sentence": 1}, {"quote": 7}])
def test_what_is_no_quote_where_evidence_is_wanted_is_named(value: object) -> None:
    problem = placed({"one": value}).quotes["one",]
    assert problem is not None
    assert problem.message == "evidence is an object with a sentence's number and a quote"
    assert not problem.quote


def test_mappings_are_told_apart_from_objects() -> None:
    data = {"by_town": {"Varn": GOOD}, "tree": {"named": {"oak": {"proof": GOOD}}}, "pair": {"left": GOOD}}
    assert placed(data).mappings == {("by_town",), ("tree", "named")}


class Left(BaseModel):
    next: Left | Right | None = None
    proof: Evidence | None = None


class Right(BaseModel):
    next: Left | Right | None = None
    proof: Evidence | None = None


def test_an_answer_nested_in_a_union_of_models_takes_no_longer_for_each_level() -> None:
    def place_nested(levels: str) -> None:
        data: dict[str, Any] = {"proof": GOOD}
        for _ in levels:
            data = {"next": data}
        assert len(placed(data, Left).quotes) == 1

    assert_linear(place_nested, "x", 5)  # with every choice followed anew the time would double with each level

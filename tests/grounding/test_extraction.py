"""What of an authored answer cannot be proved is taken out, the least that holds it, and listed."""

from __future__ import annotations

import copy
from typing import Any, Literal, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, model_validator

from summarizer import Article, Evidence, Span
from summarizer.contract.errors import CallError, InvalidAnswerError
from summarizer.contract.extraction import find_evidence
from summarizer.engines.model.custom_schema import CustomSchema
from summarizer.grounding.extraction import Checked, check, path_text, prune

TEXT = (
    "Four soldiers died in Varn on Monday.\n\nTwo boys were hurt in the same raid, Mayor Ilse Brandt said.\n\n"
    "“We warned them,” she said. The raid ended at dawn.\n"
)
ARTICLE = Article(id="a", text=TEXT)


class Leader(BaseModel):
    name: str
    proof: Evidence


class Party(BaseModel):
    name: str
    killed: int = 0
    leader: Leader | None = None
    evidence: list[Evidence] = []


class Form(BaseModel):
    title: str = "none"
    parties: list[Party] = []
    loose: list[Evidence] = []
    by_town: dict[str, Evidence] = {}
    parties_by_town: dict[str, Party] = {}
    lead: Evidence | None = None
    spot: Span | None = None


def said(quote: str, sentence: int = 1) -> dict[str, Any]:
    return {"sentence": sentence, "quote": quote}


GOOD = said("Four soldiers died")
BAD = said("Five soldiers died")


def party(*evidence: Any, **more: Any) -> dict[str, Any]:
    return {"name": "army", "evidence": list(evidence), **more}


def checked(data: dict[str, Any], model: type[BaseModel] = Form) -> Checked[Any]:
    return check(model, CustomSchema(model).marked, ARTICLE, data)


def pruned(data: dict[str, Any], model: type[BaseModel] = Form) -> tuple[Any, list[str]]:
    value, rejected = prune(model, CustomSchema(model).marked, ARTICLE, data)
    return value, [part.path for part in rejected]


def test_a_model_gets_its_quotes_with_their_places() -> None:
    value = checked({"loose": [said('"We warned them,"', 3)], "spot": said("raid", 3)}).value
    assert value is not None
    assert value.loose[0].quote == "We warned them,"
    assert value.loose[0].match == "normalized"
    assert TEXT[value.spot.start : value.spot.end] == value.spot.text == "raid"


@pytest.mark.parametrize(
    ("data", "paths"),
    [
        ({"parties": [party(GOOD), party(BAD)]}, ["parties[1]"]),
        ({"parties": [party(BAD), party(GOOD), party(GOOD, BAD)]}, ["parties[0]", "parties[2]"]),
        ({"parties": [party(GOOD, leader={"name": "x", "proof": BAD})]}, ["parties[0].leader"]),
        ({"parties": [party(GOOD, killed="many")]}, ["parties[0]"]),
        ({"parties": [party(GOOD), party({"sentence": 1})]}, ["parties[1]"]),
        ({"parties": [{"evidence": [GOOD]}]}, ["parties[0]"]),
        ({"parties": ["army", party(GOOD)]}, ["parties[0]"]),
        ({"parties": [party(GOOD, name="see https://evil.example/x")]}, ["parties[0]"]),
        ({"loose": [BAD, GOOD, BAD]}, ["loose[0]", "loose[2]"]),
        ({"by_town": {"Varn": GOOD, "Orr": BAD}}, ["by_town.Orr"]),
        ({"parties_by_town": {"Varn": party(GOOD), "Orr": party(BAD)}}, ["parties_by_town.Orr"]),
        ({"lead": BAD}, ["lead"]),
        ({"spot": BAD}, ["spot"]),
        ({"lead": said("")}, ["lead"]),
        ({"lead": said("oldiers died")}, ["lead"]),
    ],
)
def test_the_least_that_holds_what_is_not_proved_is_taken_out(data: dict[str, Any], paths: list[str]) -> None:
    before = copy.deepcopy(data)
    _, found = pruned(data)
    assert sorted(found) == paths
    assert data == before


def test_what_was_taken_out_is_told_whole_with_its_reason() -> None:
    part = prune(Form, CustomSchema(Form).marked, ARTICLE, {"parties": [party(BAD)]}).rejected[0]
    assert part.part == party(BAD)
    assert part.quote == "Five soldiers died"
    assert part.reason == "evidence[0]: the quote does not stand in the article"


@pytest.mark.parametrize("data", [{"title": 7}, {"title": "[x](https://evil.example)"}, {"parties": "none"}])
def test_a_wrong_part_that_only_the_whole_holds_is_no_answer(data: dict[str, Any]) -> None:
    with pytest.raises(InvalidAnswerError) as raised:
        pruned(data)
    assert raised.value.where == "a"


class Required(BaseModel):
    parties: list[Party] = Field(min_length=1)
    proof: Evidence


def test_a_required_part_without_proof_is_no_answer() -> None:
    good = {"parties": [party(GOOD)], "proof": GOOD}
    assert pruned(good, Required)[1] == []
    with pytest.raises(InvalidAnswerError, match="proof: the quote does not stand in the article “Five soldiers died”"):
        pruned({**good, "proof": BAD}, Required)
    with pytest.raises(InvalidAnswerError, match=r"parties\[0\]"):
        pruned({**good, "parties": [party(BAD)]}, Required)


class Count(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    kind: Literal["count"]
    number: int
    proof: Evidence

    @model_validator(mode="after")
    def _two(self) -> Self:
        if self.number > 2:
            msg = "too many"
            raise ValueError(msg)
        return self


class Note(BaseModel):
    kind: Literal["note"]
    proof: Evidence


class Mixed(BaseModel):
    tagged: list[Count | Note] = []
    pairs: tuple[tuple[str, Evidence], ...] = ()


def test_unions_tuples_and_the_models_own_refusals() -> None:
    data = {
        "tagged": [
            {"kind": "count", "number": 2, "proof": GOOD},
            {"kind": "count", "number": 3, "proof": GOOD},
            {"kind": "note", "proof": BAD},
            {"kind": "note", "proof": GOOD},
        ],
        "pairs": [["a", GOOD], ["b", BAD]],
    }
    value, paths = pruned(data, Mixed)
    assert [one.kind for one in value.tagged] == ["count", "note"]
    assert len(value.pairs) == 1
    assert sorted(paths) == ["pairs[1]", "tagged[1]", "tagged[2]"]


class Loose(BaseModel):
    either: Evidence | dict[str, object] | None = None


def test_a_quote_that_the_users_model_would_swallow_is_told() -> None:
    value, rejected = prune(Loose, CustomSchema(Loose).marked, ARTICLE, {"either": BAD})
    assert not list(find_evidence(value))
    assert [part.quote for part in rejected] == ["Five soldiers died"]


class Broken(BaseModel):
    proof: Evidence

    @model_validator(mode="after")
    def _fail(self) -> Self:
        raise KeyError("x")


def test_a_mistake_in_the_users_validator_is_said_to_be_theirs() -> None:
    with pytest.raises(CallError, match="Broken raised KeyError in its validation"):
        checked({"proof": GOOD}, Broken)


def test_each_problem_has_its_path_and_a_false_quote_its_words() -> None:
    problems = checked({"parties": [party(BAD, said("no", 9), 7, killed="x")]}).problems
    assert {path_text(problem.path): (problem.message, problem.quote, problem.sentence) for problem in problems} == {
        "parties[0].killed": ("Input should be a valid integer, unable to parse string as an integer", "", 0),
        "parties[0].evidence[0]": ("the quote does not stand in the article", "Five soldiers died", 1),
        "parties[0].evidence[1]": ("the quote does not stand in the article", "no", 9),
        "parties[0].evidence[2]": ("evidence is an object with a sentence's number and a quote", "", 0),
    }


def test_offsets_of_the_models_own_prove_nothing() -> None:
    false = {"quote": "Five", "start": 0, "end": 4}
    assert pruned({"loose": [false], "lead": false})[1] == ["lead", "loose[0]"]
    assert pruned({"spot": {"text": "Four", "start": 0, "end": 4}})[1] == ["spot"]


class Either(BaseModel):
    some: list[Evidence | Span | Leader | str] = []


def test_a_false_quote_where_other_things_may_stand_is_named_once() -> None:
    problems = checked({"some": [BAD]}, Either).problems
    assert [problem.message for problem in problems if problem.is_evidence] == [
        "the quote does not stand in the article"
    ]
    assert not any("start" in problem.message for problem in problems)
    assert pruned({"some": [BAD, {"name": "x", "proof": GOOD}, "a text"]}, Either)[1] == ["some[0]"]


_quotes = st.one_of(
    st.sampled_from([GOOD, BAD, said("raid", 2), said("Varn on Monday"), said("Varnish"), "died", 7, None, {}]),
    st.builds(lambda a, b: said(TEXT[a : a + b]), st.integers(0, len(TEXT)), st.integers(0, 30)),
    st.builds(said, st.text(max_size=8), st.integers(-5, 9)),
)
_parties = st.builds(
    lambda pieces, leader, killed: party(*pieces, leader=leader, killed=killed),
    st.lists(_quotes, max_size=3),
    st.one_of(st.none(), st.builds(lambda one: {"name": "x", "proof": one}, _quotes)),
    st.one_of(st.integers(), st.text(max_size=3)),
)
_forms = st.fixed_dictionaries(
    {},
    optional={
        "title": st.one_of(st.text(max_size=5), st.integers()),
        "parties": st.lists(_parties, max_size=3),
        "loose": st.lists(_quotes, max_size=3),
        "by_town": st.dictionaries(st.text(max_size=3), _quotes, max_size=3),
        "parties_by_town": st.dictionaries(st.sampled_from("ab"), _parties, max_size=2),
        "lead": _quotes,
        "spot": _quotes,
    },
)


@given(_forms)
def test_whatever_is_answered_only_the_articles_own_words_remain_and_nothing_is_lost(data: dict[str, Any]) -> None:
    try:
        value, rejected = prune(Form, CustomSchema(Form).marked, ARTICLE, data)
    except InvalidAnswerError:
        return
    kept = list(find_evidence(value))
    for _, piece in kept:
        words = piece.quote if isinstance(piece, Evidence) else piece.text
        assert TEXT[piece.start : piece.end] == words
    told = _count(data)
    assert len(kept) + sum(_count(part.part) for part in rejected) == told


def _count(value: object) -> int:
    """How many quotes an answer, or a part of it, holds; here a bare text where evidence is wanted is "died"."""
    if isinstance(value, dict):
        return 1 if value.keys() == {"sentence", "quote"} else sum(map(_count, value.values()))
    if isinstance(value, list):
        return sum(map(_count, value))
    return int(value == "died")

import pytest
from pydantic import ValidationError

from summarizer.contract.comparison import (
    Compared,
    ComparedArticle,
    ComparedSource,
    Comparison,
    ComparisonProvenance,
    CopiedPassage,
    Copy,
    Fact,
    FactOrigin,
    Mention,
    Side,
    check_mentions,
)

TEXTS = {"a": "The dam held.", "b": "The dam broke."}


def mention(article, **changes):
    text = TEXTS[article]
    return Mention(**{"article": article, "start": 0, "end": len(text), "text": text, "source": "s1", **changes})


def side(article, origin="o1", **changes):
    return Side(position=TEXTS[article], mentions=(mention(article, **changes),), origins=(origin,))


def fact(**changes):
    fields = {
        "id": "f1",
        "text": "Did the dam hold?",
        "kind": "statement",
        "verdict": "conflict",
        "reason": "one says that it held, the other that it broke",
        "sides": (side("a"), side("b", "o2")),
        "origins": 2,
    }
    return Fact(**{**fields, **changes})


def comparison(**changes):
    fields = {
        "articles": (ComparedArticle(id="a"), ComparedArticle(id="b")),
        "sources": (ComparedSource(id="s1", name="Poe", names=("Poe",), kind="person", articles=("a",), claims=2),),
        "facts": (fact(),),
        "origins": (
            FactOrigin(id="o1", kind="source", source="s1", articles=("a",)),
            FactOrigin(id="o2", kind="outlet", articles=("b",)),
        ),
        "provenance": ComparisonProvenance(
            engine="extractive", summarizer_version="0", compared=(Compared(id="a", sha256="0" * 64),)
        ),
    }
    return Comparison(**{**fields, **changes})


def test_a_comparison_goes_to_json_and_back():
    made = comparison()
    assert Comparison.model_validate_json(made.model_dump_json()) == made


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (lambda: fact(sides=(side("a"),), origins=1), "two sides"),
        (lambda: fact(verdict="single_source"), "one article"),
        (lambda: fact(origins=3), "number of different origins"),
        (lambda: mention("a", end=5), "length"),
        (lambda: FactOrigin(id="o", kind="source", articles=("a",)), "names its source"),
        (lambda: FactOrigin(id="o", kind="outlet", source="s1", articles=("a",)), "names its source"),
        (lambda: CopiedPassage(article="a", start=4, end=4), "empty"),
        (lambda: comparison(facts=(fact(), fact())), "two facts have one id: f1"),
        (lambda: comparison(articles=(ComparedArticle(id="a"),)), "no article b"),
        (lambda: comparison(sources=()), "no source s1"),
        (lambda: comparison(origins=()), "no origin o1, o2"),
    ],
)
def test_what_does_not_hold_together_cannot_be_built(broken, complaint):
    with pytest.raises(ValidationError, match=complaint):
        broken()


def test_mentions_are_the_articles_own_words():
    check_mentions(comparison(), TEXTS)
    with pytest.raises(ValueError, match="fact f1: b does not hold the words at 0-14"):
        check_mentions(comparison(), {**TEXTS, "b": "The dam burst."})


def test_copies_lie_within_their_articles():
    ends = CopiedPassage(article="a", start=0, end=99)
    made = comparison(copies=(Copy(passages=(ends, ends), similarity=1.0),))
    with pytest.raises(ValueError, match="a copy ends at 99"):
        check_mentions(made, TEXTS)

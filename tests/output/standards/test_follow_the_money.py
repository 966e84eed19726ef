"""Claims as FollowTheMoney entities."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import SourceKind
from summarizer.output.standards.follow_the_money import entities, entities_text
from tests.output.tables.stories import TEXT, dyke_report

if TYPE_CHECKING:
    from summarizer.contract.report import Report

_REASON = "pip install 'summarizer[standards]'"


def _published() -> Report:
    facts = {"outlet": "Delta Post", "published": "2031-05-02T08:00:00Z", "url": "https://post.example/d"}
    article = Article(id="d", title="Dyke holds", text=TEXT, author="Ide Vos", **facts)
    return dyke_report().model_copy(update={"article": article})


def test_a_claim_is_an_edge_from_the_article_to_its_source() -> None:
    article, ada, first, ministry, second = entities(_published())
    assert [one["schema"] for one in (article, ada, first, ministry, second)] == [
        "Article", "Person", "Documentation", "PublicBody", "Documentation",
    ]  # fmt: skip
    assert first["properties"]["document"] == [article["id"]]
    assert first["properties"]["entity"] == [ada["id"]]
    assert ada["properties"] == {"name": ["Ada Kroon"], "position": ["warden"]}
    assert second["properties"]["description"] == ["=SUM(A1) costs 2.5 marks", "“no”"]
    assert second["properties"]["namesMentioned"] == ["Polder Echo"]
    assert (second["properties"]["role"], second["properties"]["date"]) == (["asserts"], ["2031-05-02"])


def test_a_body_is_one_over_articles_and_a_person_is_not() -> None:
    other = Article(id="e", text=TEXT + "More.\n")
    reports = [dyke_report(), dyke_report().model_copy(update={"article": other})]
    found = [one for report in reports for one in entities(report)]
    assert len({one["id"] for one in found if one["schema"] == "PublicBody"}) == 1
    assert len({one["id"] for one in found if one["schema"] == "Person"}) == 2


def test_its_own_library_takes_every_entity_unchanged() -> None:
    model = pytest.importorskip("followthemoney", reason=_REASON).model
    for line in entities_text(_published()).splitlines():
        entity = json.loads(line)
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        assert set(entity["properties"]) <= set(schema.properties)
        kept = model.get_proxy(entity).to_dict()["properties"]
        assert {name: sorted(values) for name, values in kept.items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }


@pytest.mark.parametrize("kind", get_args(SourceKind))
@pytest.mark.parametrize("name", ["Ada Kroon", ""])
def test_sources_of_every_kind_are_valid_with_and_without_a_name(kind: str, name: str) -> None:
    model = pytest.importorskip("followthemoney", reason=_REASON).model
    report = dyke_report()
    source = report.claims[0].source.model_copy(update={"kind": kind, "name": name, "span": None})
    claims = (report.claims[0].model_copy(update={"source": source}),)
    for entity in entities(report.model_copy(update={"claims": claims})):
        model.get(entity["schema"]).validate(entity)
        assert model.get_proxy(entity).caption

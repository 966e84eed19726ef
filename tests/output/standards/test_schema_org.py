"""Claims as schema.org markup."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING

import pytest

from summarizer.output.formats import choose_format
from tests.output.tables.stories import dyke_report

if TYPE_CHECKING:
    from summarizer.contract.report import Report

_REASON = "pip install 'summarizer[standards]'"


def _document(*reports: Report) -> str:
    form = choose_format("schema-org", several=True)
    return form.opening + form.separator.join(map(form.render, reports)) + form.closing


def test_an_article_and_each_claim_that_appears_in_it_are_nodes() -> None:
    article, first, second = json.loads(_document(dyke_report()))["@graph"]
    assert (article["@type"], article["headline"]) == ("NewsArticle", "Dyke holds")
    assert first["author"] == {"@type": "Person", "name": "Ada Kroon", "jobTitle": "warden"}
    assert second["author"] == {"@type": "GovernmentOrganization", "name": "the ministry"}
    assert [one["text"] for one in second["citation"]] == ["=SUM(A1) costs 2.5 marks", "“no”"]
    assert second["contributor"] == [{"@type": "Organization", "name": "Polder Echo"}]
    assert {first["appearance"]["@id"], second["appearance"]["@id"]} == {article["@id"]}


def test_no_verdict_on_a_claims_truth_is_given() -> None:
    assert "Review" not in _document(dyke_report())


def test_a_document_that_speaks_is_no_author() -> None:
    report = dyke_report()
    letter = report.claims[0].source.model_copy(update={"kind": "document", "name": "the letter", "span": None})
    claims = (report.claims[0].model_copy(update={"source": letter}),)
    claim = json.loads(_document(report.model_copy(update={"claims": claims})))["@graph"][1]
    assert claim["isBasedOn"] == {"@type": "CreativeWork", "name": "the letter"}
    assert "author" not in claim


def test_every_type_and_property_is_of_the_vocabulary() -> None:
    rdflib = pytest.importorskip("rdflib", reason=_REASON)
    data = json.loads(_document(dyke_report("a"), dyke_report("b")))
    data["@context"] = {"@vocab": "https://schema.org/"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its parser uses a class that it deprecates
        graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    assert len(set(graph.subjects(rdflib.RDF.type, rdflib.SDO.Claim))) == 2
    terms = {predicate for _, predicate, _ in graph} | set(graph.objects(None, rdflib.RDF.type))
    assert not [term for term in terms - {rdflib.RDF.type} if term not in rdflib.SDO]
    assert "nonsense" not in rdflib.SDO

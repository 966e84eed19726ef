"""Claims as W3C Web Annotations."""

from __future__ import annotations

import json

import pytest

from summarizer.output.formats import choose_format
from summarizer.output.standards.web_annotations import annotation_collection
from tests.output.tables.stories import TEXT, dyke_report

COLLECTION = annotation_collection(dyke_report())
ITEMS = COLLECTION["first"]["items"]

OA, AS, RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
# The terms of the data model that are used here, as its context maps them. A term that is not in it would be lost.
TERMS = {
    "id": "@id", "type": "@type",
    **{name: f"{OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector", "describing",
        "identifying", "classifying", "tagging", "questioning", "exact", "prefix", "suffix", "start", "end")},
    "AnnotationCollection": f"{AS}OrderedCollection", "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application", "body": {"@id": f"{OA}hasBody", "@type": "@id"},
    "target": {"@id": f"{OA}hasTarget", "@type": "@id"}, "source": {"@id": f"{OA}hasSource", "@type": "@id"},
    "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"}, "value": f"{RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
    "created": "http://purl.org/dc/terms/created", "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label", "generator": {"@id": f"{AS}generator", "@type": "@id"},
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "first": {"@id": f"{AS}first", "@type": "@id"},
    "partOf": {"@id": f"{AS}partOf", "@type": "@id"}, "startIndex": f"{AS}startIndex", "total": f"{AS}totalItems",
}  # fmt: skip


def _targets(item: dict[str, object]) -> list[dict[str, object]]:
    target = item["target"]
    return target if isinstance(target, list) else [target]  # type: ignore[list-item]


def test_every_piece_of_evidence_is_a_target_with_words_place_and_what_stands_beside() -> None:
    pieces = [piece for claim in dyke_report().claims for piece in claim.evidence]
    targets = [target for item in ITEMS for target in _targets(item)]
    assert len(ITEMS) == COLLECTION["total"] == 2
    assert len(targets) == len(pieces) == 3
    for target, piece in zip(targets, pieces, strict=True):
        quote, position = target["selector"]  # type: ignore[misc]
        assert (quote["exact"], position["start"], position["end"]) == (piece.quote, piece.start, piece.end)
        around = TEXT[max(0, piece.start - 32) : piece.end + 32]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] == around


def test_the_bodies_say_what_is_claimed_by_whom_and_what_to_doubt() -> None:
    told = [(body["purpose"], body["value"]) for body in ITEMS[1]["body"]]
    assert told == [
        ("describing", "=SUM(A1) costs 2.5 marks"),
        ("identifying", "the ministry"),
        ("classifying", "asserts"),
        ("tagging", "via Polder Echo"),
        ("questioning", "low_overlap: few words shared"),
    ]


def test_json_ld_expands_to_the_terms_of_the_data_model() -> None:
    jsonld = pytest.importorskip("pyld", reason="pip install 'summarizer[standards]'").jsonld

    def load(url: str, options: object) -> dict[str, object]:  # noqa: ARG001  as pyld calls it
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": TERMS}}

    form = choose_format("annotations", several=True)
    text = form.opening + form.render(dyke_report("a")) + form.separator + form.render(dyke_report("b")) + form.closing
    expanded = jsonld.expand(json.loads(text), {"documentLoader": load})
    assert len(expanded) == 2
    quads = jsonld.to_rdf(json.loads(text), {"documentLoader": load})["@default"]
    exact = [one["object"]["value"] for one in quads if one["predicate"]["value"] == f"{OA}exact"]
    assert sorted(set(exact)) == sorted(piece.quote for claim in dyke_report().claims for piece in claim.evidence)
    whole = json.loads(text)[0]
    assert _keys(whole) - {"@context"} <= set(TERMS)


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in _keys(one)}
    return {key for one in value for key in _keys(one)} if isinstance(value, list) else set()

"""Reports as Label Studio tasks: the claims are predictions that a person corrects; what comes back is gold for `eval`.

https://labelstud.io/guide/predictions . CONFIG is the labelling interface that the tasks are for. Offsets are code
points, as Label Studio has them. evaluation/labelled.py reads corrected tasks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.contract.labelling import CLAIM, CONTINUES, SAID_BY, SOURCE, TEXT
from summarizer.output.standards.names import TOOL, as_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim, Report


def task_text(report: Report) -> str:
    """A report as one task, in JSON."""
    return as_json(task(report))


def task(report: Report) -> dict[str, Any]:
    """A report as one task with one prediction; its score is the claims' mean confidence."""
    article = report.article
    about = {"article_id": article.id, "title": article.title or report.summary.headline, "outlet": article.outlet}
    known = {**about, "published": article.published, "url": article.url, "sha256": article.sha256}
    results = [one for claim in report.claims for one in _results(claim)]
    confidence = [claim.confidence for claim in report.claims]
    version = f"{TOOL['name']} {TOOL['version']} {report.provenance.model or report.provenance.engine}"
    score = round(sum(confidence) / len(confidence), 4) if confidence else 0.0
    return {
        "data": {TEXT: article.text, **{name: value or "" for name, value in known.items()}},
        "predictions": [{"model_version": version, "score": score, "result": results}],
    }


def _results(claim: Claim) -> Iterator[dict[str, Any]]:
    first, *rest = claim.evidence
    place = {"start": first.start, "end": first.end, "text": first.quote}
    yield _region(claim.id, "part", "labels", {**place, "labels": [CLAIM]}, score=claim.confidence)
    span = {"start": first.start, "end": first.end}
    yield _region(claim.id, "source", "textarea", {**span, "text": [claim.source.name or claim.source.kind]})
    yield _region(claim.id, "kind", "choices", {**span, "choices": [claim.source.kind]})
    yield _region(claim.id, "stance", "choices", {**span, "choices": [claim.stance]})
    if claim.via:
        yield _region(claim.id, "via", "textarea", {**span, "text": list(claim.via)})
    before = claim.id
    for number, piece in enumerate(rest, start=2):
        name = f"{claim.id}-{number}"
        labels = {"start": piece.start, "end": piece.end, "text": piece.quote, "labels": [CLAIM]}
        yield _region(name, "part", "labels", labels)
        yield _relation(before, name, CONTINUES)
        before = name
    if claim.source.span is not None:
        named = claim.source.span
        labels = {"start": named.start, "end": named.end, "text": named.text, "labels": [SOURCE]}
        yield _region(f"{claim.id}-source", "part", "labels", labels)
        yield _relation(claim.id, f"{claim.id}-source", SAID_BY)


def _region(name: str, control: str, kind: str, value: dict[str, Any], **more: float) -> dict[str, Any]:
    return {"id": name, "from_name": control, "to_name": TEXT, "type": kind, "value": value, **more}


def _relation(one: str, other: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}

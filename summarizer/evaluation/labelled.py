"""Gold from Label Studio: tasks that a person has corrected there, exported as JSON, become what a reader finds.

`summarizer view REPORTS -o tasks.label-studio.json` makes the tasks; docs/exchange.md tells the way there and back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast, get_args

from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.errors import CallError
from summarizer.contract.labelling import CLAIM, CONTINUES, PART, SAID_BY, SOURCE, TEXT
from summarizer.evaluation.gold import Gold, GoldStatement, occurrence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HINT = "export the project as JSON, after a person has submitted its tasks"


class _Region(NamedTuple):
    """A labelled stretch of the text, and what else was said of it."""

    start: int
    end: int
    label: str
    notes: dict[str, list[str]]


def parse_labelled(data: str, where: str) -> tuple[Gold, ...] | None:
    """Gold of the tasks that a person has submitted; None for data that is no export of Label Studio.

    Predictions are never taken for gold. Raises CallError when no task was submitted, or one lacks what gold needs.
    """
    try:
        tasks = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(tasks, list) or not tasks or not all(map(_is_task, tasks)):
        return None
    found = [
        _gold_of(task, annotation, f"{where}, task {number}")
        for number, task in enumerate(tasks, start=1)
        if (annotation := _submitted(task)) is not None
    ]
    if not found:
        raise CallError("no task of it has been submitted", where=where, hint=_HINT)
    return tuple(found)


def _is_task(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("data"), dict) and isinstance(value["data"].get(TEXT), str)


def _submitted(task: dict[str, Any]) -> dict[str, Any] | None:
    """A task's annotation: one that is marked as ground truth, else the latest that was not cancelled."""
    given = [one for one in _list(task.get("annotations")) if isinstance(one, dict) and not one.get("was_cancelled")]
    best = [one for one in given if one.get("ground_truth")] or given
    return max(best, key=lambda one: str(one.get("updated_at") or one.get("created_at") or "")) if best else None


def _gold_of(task: dict[str, Any], annotation: dict[str, Any], where: str) -> Gold:
    text, results = task["data"][TEXT], _results(annotation, where)
    regions = _regions(results, text, where)
    links = [one for one in results if one.get("type") == "relation"]
    continued = _linked(links, CONTINUES)
    spoken = _linked(links, SAID_BY)
    later = set(continued.values())
    statements = []
    for name, region in sorted(regions.items(), key=lambda one: (one[1].start, one[1].end)):
        if region.label != CLAIM or name in later:
            continue
        pieces = [regions[one] for one in _chain(name, continued) if one in regions]
        speaker = regions.get(spoken.get(name, ""))
        statements.append(_statement(pieces, speaker, text, where))
    article = str(task["data"].get("article_id") or "")
    if not article:
        raise CallError("the task does not name its article", where=where, hint="its data needs an article_id")
    return Gold(article=article, note="corrected in Label Studio", statements=tuple(statements))


def _results(annotation: dict[str, Any], where: str) -> list[dict[str, Any]]:
    """What an annotation holds. Raises CallError when it has not the shape that Label Studio gives it."""
    results = annotation.get("result") or []
    if not isinstance(results, list) or not all(map(_is_result, results)):
        raise CallError(
            "it has a result that Label Studio would not write", where=where, hint="export it again as JSON"
        )
    return results


def _is_result(one: object) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("id", ""), str):
        return False
    kind, value = one.get("type"), one.get("value")
    if kind == "relation":
        return all(isinstance(one.get(end), str) for end in ("from_id", "to_id")) and _are_texts(
            one.get("labels") or []
        )
    if kind == "labels" and one.get("from_name") == PART:
        return "id" in one and isinstance(value, dict) and _is_stretch(value)
    if kind in ("choices", "textarea"):
        if not isinstance(value, dict) or not isinstance(one.get("from_name"), str):
            return False
        return all(not value.get(name) or _are_texts(value[name]) for name in ("choices", "text"))
    return True


def _is_stretch(value: dict[str, Any]) -> bool:
    are_numbers = all(isinstance(value.get(end), int) for end in ("start", "end"))
    words, labels = value.get("text"), value.get("labels")
    return are_numbers and (words is None or isinstance(words, str)) and bool(labels) and _are_texts(labels)


def _are_texts(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _regions(results: Sequence[dict[str, Any]], text: str, where: str) -> dict[str, _Region]:
    regions: dict[str, _Region] = {}
    for one in results:
        if one.get("from_name") == PART and one.get("type") == "labels":
            start, end = _place(one["value"], text, where)
            regions[one["id"]] = _Region(start, end, one["value"]["labels"][0], {})
    for one in results:
        if one.get("id") in regions and one.get("type") in ("choices", "textarea"):
            value = one["value"]
            notes = value.get("choices") or value.get("text") or []
            regions[one["id"]].notes[one["from_name"]] = [notes] if isinstance(notes, str) else list(notes)
    return regions


def _place(value: dict[str, Any], text: str, where: str) -> tuple[int, int]:
    """Where a region is, in code points; some versions of Label Studio count in units of UTF-16."""
    start, end, words = int(value["start"]), int(value["end"]), value.get("text")
    if words is None or text[start:end] == words:
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    low = len(units[: 2 * start].decode("utf-16-le", "replace"))
    if text[low : low + len(words)] == words:
        return low, low + len(words)
    raise CallError(f"its text does not hold {words!r} at {start}-{end}", where=where, hint=_HINT)


def _linked(links: Sequence[dict[str, Any]], label: str) -> dict[str, str]:
    """Which region leads to which; a link without a label is that from a claim to its source."""
    found: dict[str, str] = {}
    for one in links:
        labels = one.get("labels") or [SAID_BY]
        if label in labels:
            pair = (one["from_id"], one["to_id"])
            found.update([pair[::-1] if one.get("direction") == "left" else pair])
    return found


def _chain(name: str, continued: dict[str, str]) -> Iterator[str]:
    seen = set()
    while name and name not in seen:
        seen.add(name)
        yield name
        name = continued.get(name, "")


def _statement(pieces: Sequence[_Region], speaker: _Region | None, text: str, where: str) -> GoldStatement:
    first = pieces[0]
    named = " ".join(first.notes.get("source", ())).strip()
    if not named and speaker is not None and speaker.label == SOURCE:
        named = text[speaker.start : speaker.end]
    words = text[first.start : first.end]
    if not named:
        message = f"nobody is named as the source of {words!r}"
        raise CallError(message, where=where, hint="fill in its source, or relate it to one")
    kind, stance = (first.notes.get("kind") or [""])[0], first.notes.get("stance", ())
    return GoldStatement(
        content=tuple(text[piece.start : piece.end] for piece in pieces),
        occurrence=occurrence_of(words, first.start, text),
        source=named,
        kind=cast("SourceKind", kind) if kind in get_args(SourceKind) else None,
        via=tuple(first.notes.get("via", ())),
        stance=tuple(cast("Stance", one) for one in stance if one in get_args(Stance)),
    )

"""Joins the outcomes of all shards of a run into those of the whole: reports, failures and manifest, in their order."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.contract.errors import CallError
from summarizer.contract.failure import FAILURES_NAME
from summarizer.contract.manifest import Calls, Manifest, Outcomes
from summarizer.output.atomic_files import PartialFile, to_bytes, write_whole
from summarizer.output.file_names import MANIFEST_NAME
from summarizer.output.formats import dump_json

if TYPE_CHECKING:
    from collections.abc import Iterable

_PIECE = 1 << 20  # bytes
_SUFFIXES = (".jsonl", ".ndjson")


def join_shards(parts: Iterable[str], out: Path) -> Manifest:
    """Write the reports of all shards to `out`, and beside it their failures and what they were together.

    A part is the .jsonl file of a shard's reports, with its manifest.json beside it. Raises CallError when a shard is
    missing, twice there or not complete, or when they are of different runs; OutputError when `out` cannot be written.
    """
    if out.suffix not in _SUFFIXES:
        raise CallError(
            "the whole is a .jsonl file, as its shards are", where=str(out), hint="name such a file with -o"
        )
    found = sorted(((_manifest(Path(part)), Path(part)) for part in parts), key=lambda one: _number(one[0]))
    manifests = [manifest for manifest, _ in found]
    _refuse_incomplete(manifests)
    if any(path.resolve() == out.resolve() or path.parent.resolve() == out.parent.resolve() for _, path in found):
        raise CallError("a shard lies in the folder that is written to", where=str(out), hint="name another -o")
    out.parent.mkdir(parents=True, exist_ok=True)
    _join([path for _, path in found], out)
    failures = [beside for _, path in found if (beside := path.with_name(FAILURES_NAME)).is_file()]
    if failures:
        _join(failures, out.with_name(FAILURES_NAME))
    whole = _together(manifests)
    write_whole(out.with_name(MANIFEST_NAME), to_bytes(f"{dump_json(whole, indent=2)}\n"))
    return whole


def _manifest(part: Path) -> Manifest:
    beside = part.with_name(MANIFEST_NAME)
    if part.suffix not in _SUFFIXES or not part.is_file():
        raise CallError("a part is the .jsonl file of a shard's reports", where=str(part), hint="check the name")
    try:
        manifest = Manifest.model_validate_json(beside.read_bytes())
    except (OSError, ValidationError):
        hint = "each shard needs a folder of its own, with its manifest.json"
        raise CallError("what was run is not told beside it", where=str(beside), hint=hint) from None
    if manifest.shard is None or manifest.status != "complete" or manifest.out != "written":
        state = "it is of no shard" if manifest.shard is None else f"shard {manifest.shard} did not come to its end"
        raise CallError(state, where=str(part), hint="run its command again")
    return manifest


def _number(manifest: Manifest) -> int:
    return int((manifest.shard or "0").split("/")[0])


def _refuse_incomplete(manifests: list[Manifest]) -> None:
    if not manifests:
        raise CallError("there are no parts to join")
    first = manifests[0]
    count = int((first.shard or "0/0").split("/")[1])
    there = [manifest.shard for manifest in manifests]
    missing = [name for number in range(1, count + 1) if (name := f"{number}/{count}") not in there]
    if missing:
        raise CallError(f"shard {', '.join(missing[:10])} is missing", hint="name the reports of all shards")
    if len(there) != count:
        raise CallError("there is a shard twice, or one of another count", hint="name each shard once")
    for manifest in manifests:
        same = ("inputs", "summarizer_version")
        if any(getattr(manifest, name) != getattr(first, name) for name in same) or (
            (manifest.engine.engine, manifest.engine.model) != (first.engine.engine, first.engine.model)
        ):
            message = f"shard {manifest.shard} is of other inputs, another engine or another version than the first"
            raise CallError(message, hint="run it again as the others were")


def _join(files: list[Path], out: Path) -> None:
    joined = PartialFile(out)
    try:
        for path in files:
            with path.open("rb") as file:
                while data := file.read(_PIECE):
                    joined.write(data)
        joined.commit()
    except BaseException:
        joined.abandon()
        raise


def _together(manifests: list[Manifest]) -> Manifest:
    first = manifests[0]
    outcomes, calls = [one.outcomes for one in manifests], [one.calls for one in manifests]
    costs = [one.cost for one in calls]
    engines = [one.engine for one in manifests]
    return first.model_copy(
        update={
            "shard": None,
            "started": min(one.started for one in manifests),
            "finished": max(one.finished for one in manifests),
            "unremembered": sum(one.unremembered for one in manifests),
            "wall_seconds": max(one.wall_seconds for one in manifests),
            "cpu_seconds": round(sum(one.cpu_seconds for one in manifests), 3),
            "engine": max(engines, key=lambda one: len(one.prompts)),
            "outcomes": Outcomes(
                **{name: sum(getattr(one, name) for one in outcomes) for name in ("articles", "reports", "cached")},
                failures=sum(one.failures for one in outcomes),
                failures_by_error=_sum(one.failures_by_error for one in outcomes),
            ),
            "calls": Calls(
                **{name: sum(getattr(one, name) for one in calls) for name in ("attempts", "prompt_tokens")},
                completion_tokens=sum(one.completion_tokens for one in calls),
                retries_by_cause=_sum(one.retries_by_cause for one in calls),
                cost=None if any(one is None for one in costs) else sum(one or 0.0 for one in costs),
            ),
        }
    )


def _sum(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    names = chain.from_iterable(Counter(one).elements() for one in counts)
    return dict(sorted(Counter(names).items()))

"""Decides whether the file of an earlier run is replaced: only by results that are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract import errors
from summarizer.output.destinations import FileDestination

if TYPE_CHECKING:
    from summarizer.contract.manifest import Status
    from summarizer.contract.tally import RunTally
    from summarizer.output.destinations import Destination


def why_left(destination: Destination, tally: RunTally, status: Status, *, is_shard: bool = False) -> str:
    """Why OUT must stay as it was before this run, in words for the user; empty when the run's results take its place.

    That an article cannot be read is no reason, because it will not be another time. That the engine gave more failures
    than reports is one, where an earlier run did better. A shard may have no report: then its file is empty, so that
    `join` finds it.
    """
    if not isinstance(destination, FileDestination):
        return ""
    reason = _reason(destination, tally, status, is_shard=is_shard)
    if not reason:
        return ""
    state = "it was not written" if destination.is_new else "it is left as it was"
    kept = f"; what there is lies in {destination.partial}" if destination.partial is not None else ""
    return f"{destination.path}: {state}, because {reason}{kept}"


def _reason(destination: FileDestination, tally: RunTally, status: Status, *, is_shard: bool) -> str:
    if status != "complete":
        return "this run did not come to its end"
    if not destination.reports and not (is_shard and (destination.is_new or not tally.failed)):
        return "this run has no report"
    failed = sum(
        count for name, count in tally.failures.items() if issubclass(getattr(errors, name), errors.EngineError)
    )
    if failed > destination.reports and not destination.is_new:
        return f"{failed:,} of this run's articles failed and only {destination.reports:,} came out"
    return ""

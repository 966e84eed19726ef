"""A report as it will be written: made where the report is made, which may be in another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.contract.report import Provenance, Report
    from summarizer.output.formats import Format


class Rendered(NamedTuple):
    """What is kept of a report to write it: its article's id, its text in OUT's format, and what is said of it."""

    id: str
    text: str
    provenance: Provenance
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rendering:
    """Renders reports in one format; `explains` adds the lines of --explain."""

    form: Format
    explains: bool = False

    def __call__(self, report: Report) -> Rendered:
        """The report as text."""
        notes: tuple[str, ...] = ()
        if self.explains:
            from summarizer.output.explain import explain  # noqa: PLC0415  for --explain alone

            notes = tuple(explain(report))
        return Rendered(report.article.id, self.form.render(report), report.provenance, notes)

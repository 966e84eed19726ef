"""A report as it will be written: made where the report is made, which may be in another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from summarizer.contract.report import Provenance, Report
    from summarizer.output.formats import Format


class Rendered(NamedTuple):
    """What is kept of a report to write it: its article's id, its text in OUT's format, and what is said of it.

    A format that is no text, and a place that has none, have the report itself as `body`.
    """

    id: str
    body: str | Report
    provenance: Provenance
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rendering:
    """Renders reports in one format; `explains` adds the lines of --explain."""

    form: Format | None
    explains: bool = False

    def __call__(self, report: Report) -> Rendered:
        """The report as text."""
        notes: tuple[str, ...] = ()
        if self.explains:
            from summarizer.output.explain import explain  # noqa: PLC0415  for --explain alone

            notes = tuple(explain(report))
        body: str | Report = report
        if self.form is not None and self.form.begin is None:
            body = self.form.render(report)
        return Rendered(report.article.id, body, report.provenance, notes)


def body_of(report: Report | Rendered) -> Any:
    """What a document of the report's format takes: of a format of texts, its text if it is made already."""
    return report.body if isinstance(report, Rendered) else report

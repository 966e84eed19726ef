"""Reports for tests of tables: every kind of column is filled, and some words are what a spreadsheet would run."""

from __future__ import annotations

from summarizer.contract.check import Check
from summarizer.contract.report import Evidence, Figure, Report, Source, Span
from tests.reports import quoted, report

TEXT = (
    "“The dyke held,” warden Ada Kroon said. "
    "=SUM(A1) costs 2.5 marks, the ministry said via Polder Echo; “no”, it added.\n"
)


def dyke_report(name: str = "dyke") -> Report:
    """A report of two claims, the second of two pieces, with a relay, a figure, a check, a missed statement."""
    first = quoted(TEXT, "“The dyke held,”", "Ada Kroon", id="c1")
    at = TEXT.index("Ada Kroon")
    named = Source(
        name="Ada Kroon", kind="person", role="warden", span=Span(start=at, end=at + 9, text=TEXT[at : at + 9])
    )
    second = quoted(TEXT, "=SUM(A1) costs 2.5 marks", "the ministry", id="c2", kind="government", via=("Polder Echo",))
    start = TEXT.index("“no”")
    no = Evidence(quote="“no”", start=start, end=start + 4, match="normalized", occurrence=(1, 2))
    figure = Figure(value=2.5, qualifier="exactly", unit="marks", text="2.5 marks")
    doubt = Check(code="low_overlap", detail="few words shared")
    claims = [
        first.model_copy(update={"source": named}),
        second.model_copy(update={"evidence": (*second.evidence, no), "figures": (figure,), "checks": (doubt,)}),
    ]
    return report(TEXT, claims, id=name, missed=["it added"], rejected=["the dyke broke"], path="x/dyke.txt")

"""The formats of reports: `SUFFIXES` lists them. JSON, JSONL and Markdown are made here, others in their rooms.

A room is imported when its format is chosen: most runs write one format, and would wait for all at every start.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pydantic_core import PydanticSerializationError

from summarizer.output.cells import csv_rows
from summarizer.output.controls import escape_controls, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from summarizer.contract.report import Claim, Report

_MARKDOWN_SPECIAL = re.compile(r"([\\`*_{}\[\]()#|~>!])")
_MARKDOWN_LIST_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")


def json_text(report: Report) -> str:
    """The report as indented JSON, without a final newline."""
    return dump_json(report, indent=2)


def jsonl_text(report: Report) -> str:
    """The report as one line of JSON."""
    return dump_json(report) + "\n"


def dump_json(model: BaseModel, *, indent: int | None = None) -> str:
    """A model as JSON, with every control escaped. Lone halves of surrogate pairs stay as they are."""
    try:
        text = model.model_dump_json(indent=indent, by_alias=True)
    except PydanticSerializationError:
        separators = (",", ":") if indent is None else None
        text = json.dumps(model.model_dump(by_alias=True), ensure_ascii=False, indent=indent, separators=separators)
    return escape_controls(text)


def csv_text(report: Report) -> str:
    """The report's claims as CSV rows; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    from summarizer.output.tables.columns import CLAIMS  # noqa: PLC0415  see above

    return csv_rows(CLAIMS.rows(report))


def markdown_text(report: Report) -> str:
    """The report as a Markdown section: summary, claims with their quotes, missed statements and rejected claims."""
    article, summary = report.article, report.summary
    lines = [f"# {escape_markdown(summary.headline) or escape_markdown(article.id)}", "", _byline(report), ""]
    if summary.abstract:
        lines += [escape_markdown(summary.abstract), ""]
    for point in summary.key_points:
        cited = f" ({', '.join(escape_markdown(name) for name in point.claims)})" if point.claims else ""
        lines.append(f"- {escape_markdown(point.text)}{cited}")
    if summary.key_points:
        lines.append("")
    if report.claims:
        lines += ["## Claims", ""]
    for claim in report.claims:
        lines += _claim_lines(claim)
    lines += _rest_lines(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def _byline(report: Report) -> str:
    article = report.article
    title = article.title if article.title != report.summary.headline else ""
    known = [title, article.outlet, article.published, article.url or article.path or article.id]
    return " · ".join(escape_markdown(value) for value in known if value)


def _claim_lines(claim: Claim) -> list[str]:
    lines = [
        f"**{escape_markdown(claim.id)}. {_source_label(claim)}** {claim.stance}: {escape_markdown(claim.text)} "
        f"(confidence {claim.confidence:.2f})",
        "",
    ]
    for piece in claim.evidence:
        lines += [f"> {escape_markdown(piece.quote)} ({piece.start}–{piece.end})", ""]
    for check in claim.checks:
        lines += [f"Check `{check.code}`: {escape_markdown(check.detail)}", ""]
    return lines


def _source_label(claim: Claim) -> str:
    source = claim.source
    role = f" ({escape_markdown(source.role)})" if source.role else ""
    via = f", via {', '.join(escape_markdown(name) for name in claim.via)}" if claim.via else ""
    return f"{escape_markdown(source.name) or source.kind}{role}{via}"


def _rest_lines(report: Report) -> list[str]:
    lines: list[str] = []
    if report.coverage.missed:
        lines += ["## Attributed statements that no claim covers", ""]
        lines += [
            f"- {escape_markdown(span.text)} ({span.start}–{span.end}): {escape_markdown(span.reason)}"
            for span in report.coverage.missed
        ]
        lines.append("")
    if report.rejected:
        lines += ["## Refused or left out", ""]
        lines += [f"- {escape_markdown(item.text)} ({escape_markdown(item.reason)})" for item in report.rejected]
    return lines


def escape_markdown(text: str) -> str:
    """Text as one line that Markdown, with the HTML in it, shows unchanged."""
    line = without_controls(" ".join(text.split()))
    line = line.replace("&", "&amp;").replace("<", "&lt;")
    line = _MARKDOWN_SPECIAL.sub(r"\\\1", line)
    return _MARKDOWN_LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def no_text(report: Report) -> str:
    """A format that is made by its document alone has no text of one report."""
    msg = f"the report of {report.article.id} has no text of its own in this format"
    raise TypeError(msg)


class Document(Protocol):
    """A document that is made report by report."""

    @property
    def is_missing(self) -> bool:
        """Whether the format holds exactly one report, which never came."""
        ...

    def add(self, report: Report) -> bytes:
        """Take the next report; returns the bytes that are ready."""
        ...

    def end(self) -> Iterator[bytes]:
        """The bytes that remain; call it once, after the last report."""
        ...


class Format(NamedTuple):
    """How reports become a document: `opening`, the reports with `separator` between them, then `closing`.

    `suffixes` are those of files that get this format by their name; a folder's files get the first one. A format that
    `is_single` holds exactly one report. `mark` stands at the beginning of a file, not of a stream; `begin` makes the
    document of a format that is no text.
    """

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Report], str]
    opening: str = ""
    separator: str = ""
    closing: str = ""
    is_single: bool = False
    mark: str = ""
    begin: Callable[[], Document] | None = None


SUFFIXES = {
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "parquet": (".parquet",),
    "sqlite": (".sqlite", ".sqlite3", ".db"),
    "annotations": (".jsonld", ".annotations.jsonld"),
    "schema-org": (".schema.jsonld", ".schema-org.jsonld"),
    "ftm": (".ftm.json", ".ftm.jsonl"),
    "label-studio": (".label-studio.json", ".labelstudio.json"),
}
_SHORT_NAMES = {"md": "markdown"}


def choose_format(name: str, *, several: bool) -> Format:
    """The format called `name`; `several` reports in json are an array, in html an index. Raises KeyError for
    an unknown name.
    """
    name = _SHORT_NAMES.get(name, name)
    suffixes = SUFFIXES[name]
    match name:
        case "json" if several:
            return Format(name, suffixes, json_text, opening="[\n", separator=",\n", closing="\n]\n")
        case "json":
            return Format(name, suffixes, json_text, closing="\n", is_single=True)
        case "jsonl":
            return Format(name, suffixes, jsonl_text)
        case "markdown":
            return Format(name, suffixes, markdown_text, separator="\n---\n\n")
        case "html":
            return _page_format(name, suffixes, several=several)
        case "csv" | "parquet" | "sqlite":
            return _table_format(name, suffixes)
        case _:
            return _standard_format(name, suffixes)


def _page_format(name: str, suffixes: tuple[str, ...], *, several: bool) -> Format:
    from summarizer.output import page  # noqa: PLC0415  see above

    if not several:
        around = page.ONE_ARTICLE
        return Format(name, suffixes, page.article_section, opening=around.opening, closing=around.closing)
    around = page.SEVERAL_ARTICLES
    return Format(name, suffixes, page.packed_article, around.opening, separator="\n", closing=around.closing)


def _table_format(name: str, suffixes: tuple[str, ...]) -> Format:
    from summarizer.output.tables import columns, database, parquet  # noqa: PLC0415  see above

    if name == "csv":
        header = ",".join(column.name for column in columns.CLAIMS.columns) + "\n"
        return Format(name, suffixes, csv_text, opening=header, mark="\ufeff")
    document = parquet.ParquetDocument if name == "parquet" else database.DatabaseDocument
    return Format(name, suffixes, no_text, begin=document)


def _standard_format(name: str, suffixes: tuple[str, ...]) -> Format:
    from summarizer.output.standards import (  # noqa: PLC0415  see above
        follow_the_money,
        label_studio,
        schema_org,
        web_annotations,
    )

    if name == "ftm":
        return Format(name, suffixes, follow_the_money.entities_text)
    if name == "schema-org":
        return Format(name, suffixes, schema_org.graph_text, schema_org.OPENING, ",\n", schema_org.CLOSING)
    text = web_annotations.annotations_text if name == "annotations" else label_studio.task_text
    return Format(name, suffixes, text, "[\n", ",\n", "\n]\n")


def format_of_name(name: str) -> str | None:
    """The name of the format that a file of this name gets, told by its ending in any case; None for other files."""
    endings = ((suffix, known) for known, suffixes in SUFFIXES.items() for suffix in suffixes)
    fitting = [one for one in endings if name.lower().endswith(one[0])]
    return max(fitting, key=lambda one: len(one[0]))[1] if fitting else None

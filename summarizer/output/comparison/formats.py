"""The formats of a comparison: `FORMATS` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.output.comparison.markdown import markdown_text
from summarizer.output.comparison.page import html_text
from summarizer.output.comparison.table import csv_text
from summarizer.output.formats import dump_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.contract.comparison import Comparison


class ComparisonFormat(NamedTuple):
    """How a comparison becomes a document, and the suffixes of files that get this format by their name."""

    name: str
    suffixes: tuple[str, ...]
    render: Callable[[Comparison], str]


def json_text(comparison: Comparison) -> str:
    """The comparison as indented JSON with a final newline."""
    return dump_json(comparison, indent=2) + "\n"


FORMATS = (
    ComparisonFormat("json", (".json",), json_text),
    ComparisonFormat("markdown", (".md", ".markdown"), markdown_text),
    ComparisonFormat("html", (".html", ".htm"), html_text),
    ComparisonFormat("csv", (".csv",), csv_text),
)


def render(comparison: Comparison, name: str) -> str:
    """The comparison in the format of this name. Raises KeyError for an unknown one."""
    return {known.name: known for known in FORMATS}[name].render(comparison)


def format_of_suffix(suffix: str) -> str | None:
    """The name of the format that files with this suffix get, in any case; None for other files."""
    return next((known.name for known in FORMATS if suffix.lower() in known.suffixes), None)

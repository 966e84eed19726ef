"""The names that users import."""

from __future__ import annotations

import subprocess

import pytest

import summarizer

PUBLIC = {
    "Article", "Check", "Claim", "Comparer", "Comparison", "Coverage", "Evidence", "Extraction", "Extractor",
    "Failure", "Figure", "KeyPoint", "Missed", "Report", "Source", "SourceKind", "Span", "Stance", "Summarizer",
    "SummarizerError", "Summary", "__version__", "acompare", "aextract", "asummarize", "compare", "errors",
    "extract", "find_figures", "read_articles", "read_reports", "summarize", "to_arrow", "to_pandas",
    "to_records",
}  # fmt: skip
HEAVY = {
    "openai",
    "instructor",
    "trafilatura",
    "typer",
    "rich",
    "pydantic",
    "diskcache",
    "asyncio",
}


def test_the_public_names_are_these_and_no_others() -> None:
    assert set(summarizer.__all__) == PUBLIC
    assert sorted(summarizer.__all__) == summarizer.__all__


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_each_public_name_can_be_imported(name: str) -> None:
    assert getattr(summarizer, name) is not None
    assert name in dir(summarizer)


def test_errors_is_the_module_of_all_errors() -> None:
    assert summarizer.errors.SummarizerError is summarizer.SummarizerError


def test_an_unknown_name_is_refused_as_usual() -> None:
    with pytest.raises(AttributeError, match="no attribute 'sumarize'"):
        summarizer.sumarize  # noqa: B018  the access is what is tested


def test_importing_the_package_imports_nothing_heavy(python: list[str]) -> None:
    code = f"import sys, summarizer; print(sorted({HEAVY!r} & set(sys.modules)))"
    ended = subprocess.run([*python, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"

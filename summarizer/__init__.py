"""summarizer: news articles to validated summaries and source-attributed claims.

    from summarizer import summarize

    report = summarize("text of an article")

Names are imported when they are first used, so that `import summarizer` itself takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.api import Summarizer, asummarize, summarize
    from summarizer.article import Article
    from summarizer.draft import SourceKind, Stance
    from summarizer.errors import SummarizerError
    from summarizer.extracting import Extractor, aextract, extract
    from summarizer.extraction import Extraction
    from summarizer.failure import Failure
    from summarizer.read import read_articles
    from summarizer.report import Check, Claim, Coverage, Evidence, Figure, KeyPoint, Report, Source, Span, Summary

__version__ = "0.1.0"

_MODULES = {
    "Article": "article",
    "Check": "report",
    "Claim": "report",
    "Coverage": "report",
    "Evidence": "report",
    "Extraction": "extraction",
    "Extractor": "extracting",
    "Failure": "failure",
    "Figure": "report",
    "KeyPoint": "report",
    "Report": "report",
    "Source": "report",
    "SourceKind": "draft",
    "Span": "report",
    "Stance": "draft",
    "Summarizer": "api",
    "SummarizerError": "errors",
    "Summary": "report",
    "aextract": "extracting",
    "asummarize": "api",
    "extract": "extracting",
    "read_articles": "read",
    "summarize": "api",
}

__all__ = [
    "Article",
    "Check",
    "Claim",
    "Coverage",
    "Evidence",
    "Extraction",
    "Extractor",
    "Failure",
    "Figure",
    "KeyPoint",
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "__version__",
    "aextract",
    "asummarize",
    "extract",
    "read_articles",
    "summarize",
]


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

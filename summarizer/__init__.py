"""summarizer: news articles to validated summaries and source-attributed claims.

    from summarizer import summarize

    report = summarize("text of an article")

Names are imported when they are first used, so that `import summarizer` itself takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from summarizer.contract.version import __version__

if TYPE_CHECKING:
    from summarizer.contract import errors
    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.errors import SummarizerError
    from summarizer.contract.extraction import Extraction
    from summarizer.contract.failure import Failure
    from summarizer.contract.report import (
        Check,
        Claim,
        Coverage,
        Evidence,
        Figure,
        KeyPoint,
        Report,
        Source,
        Span,
        Summary,
    )
    from summarizer.reading.inputs import read_articles
    from summarizer.running.api import Summarizer, asummarize, summarize
    from summarizer.running.extractor import Extractor, aextract, extract
    from summarizer.text.figures import find_figures


_MODULES = {
    "Article": "contract.article",
    "Check": "contract.report",
    "Claim": "contract.report",
    "Coverage": "contract.report",
    "Evidence": "contract.report",
    "Extraction": "contract.extraction",
    "Extractor": "running.extractor",
    "Failure": "contract.failure",
    "Figure": "contract.report",
    "KeyPoint": "contract.report",
    "Report": "contract.report",
    "Source": "contract.report",
    "SourceKind": "contract.draft",
    "Span": "contract.report",
    "Stance": "contract.draft",
    "Summarizer": "running.api",
    "SummarizerError": "contract.errors",
    "Summary": "contract.report",
    "aextract": "running.extractor",
    "asummarize": "running.api",
    "errors": "contract.errors",
    "extract": "running.extractor",
    "find_figures": "text.figures",
    "read_articles": "reading.inputs",
    "summarize": "running.api",
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
    "errors",
    "extract",
    "find_figures",
    "read_articles",
    "summarize",
]


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = import_module(f"{__name__}.{module}")
    if not module.endswith(f".{name}"):  # as "errors" does, which is a module itself
        value = getattr(value, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

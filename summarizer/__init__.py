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
    from summarizer.contract.check import Check
    from summarizer.contract.comparison import Comparison
    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.errors import SummarizerError
    from summarizer.contract.extraction import Extraction
    from summarizer.contract.failure import Failure
    from summarizer.contract.report import (
        Claim,
        Coverage,
        Evidence,
        Figure,
        KeyPoint,
        Missed,
        Report,
        Source,
        Span,
        Summary,
    )
    from summarizer.output.tables.records import to_arrow, to_pandas, to_records
    from summarizer.reading.inputs import read_articles
    from summarizer.reading.saved_reports import read_reports
    from summarizer.running.api import Summarizer, asummarize, summarize
    from summarizer.running.comparer import Comparer, acompare, compare
    from summarizer.running.extractor import Extractor, aextract, extract
    from summarizer.text.figures import find_figures


_NAMES = {
    "contract": "errors",
    "contract.article": "Article",
    "contract.comparison": "Comparison",
    "contract.draft": "SourceKind Stance",
    "contract.errors": "SummarizerError",
    "contract.extraction": "Extraction",
    "contract.failure": "Failure",
    "contract.report": "Check Claim Coverage Evidence Figure KeyPoint Missed Report Source Span Summary",
    "reading.inputs": "read_articles",
    "output.tables.records": "to_arrow to_pandas to_records",
    "reading.saved_reports": "read_reports",
    "running.api": "Summarizer asummarize summarize",
    "running.comparer": "Comparer acompare compare",
    "running.extractor": "Extractor aextract extract",
    "text.figures": "find_figures",
}
_MODULES = {name: f"{__name__}.{module}" for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "Article",
    "Check",
    "Claim",
    "Comparer",
    "Comparison",
    "Coverage",
    "Evidence",
    "Extraction",
    "Extractor",
    "Failure",
    "Figure",
    "KeyPoint",
    "Missed",
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Stance",
    "Summarizer",
    "SummarizerError",
    "Summary",
    "__version__",
    "acompare",
    "aextract",
    "asummarize",
    "compare",
    "errors",
    "extract",
    "find_figures",
    "read_articles",
    "read_reports",
    "summarize",
    "to_arrow",
    "to_pandas",
    "to_records",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    module = _MODULES[name]
    value = import_module(f"{module}.errors") if name == "errors" else getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

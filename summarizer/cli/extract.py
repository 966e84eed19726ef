"""`summarizer run --schema`: a schema of the user's own in place of the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.contract.errors import CallError
from summarizer.engines.model.custom_schema import load_model
from summarizer.running.extractor import Extractor

if TYPE_CHECKING:
    from summarizer.cli.running import RunOptions
    from summarizer.running.settings import Settings

_FOR_REPORTS = frozenset({"csv", "markdown", "html", ".csv", ".md", ".markdown", ".html", ".htm"})


def open_extractor(schema: str, prompt: Path | None, settings: Settings, options: RunOptions) -> Extractor:
    """The extractor that `--schema` and `--prompt` name. Raises CallError, also for options that only reports know."""
    suffix = Path(options.out or "").suffix.lower()
    if _FOR_REPORTS & {options.form, suffix if options.form is None else None}:
        raise CallError("a schema of your own is written as JSON or JSONL", hint="use --format json or jsonl")
    if options.explain or settings.complete:
        name = "--explain" if options.explain else "--complete"
        raise CallError(f"{name} is about claims, which --schema does not give", hint=f"leave {name} out")
    return Extractor(load_model(schema), prompt or "", settings)

"""`summarizer join`; output/joining.py does the work."""

from pathlib import Path
from typing import Annotated

import typer


def join(
    parts: Annotated[
        list[str], typer.Argument(metavar="PART...", help="The .jsonl files of all shards, each in its own folder.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT", help="The .jsonl file of the whole.")],
) -> None:
    """Join the reports of shards, made with `run --shard I/N`, into those of the whole.

    OUT has the bytes that one run over all inputs would have written; beside it are failures.jsonl and manifest.json.
    A shard that is missing, not complete, or of another run is named, and nothing is written.

    Examples:
      summarizer run news.jsonl --shard 1/2 -o one/reports.jsonl
      summarizer run news.jsonl --shard 2/2 -o two/reports.jsonl
      summarizer join one/reports.jsonl two/reports.jsonl -o reports.jsonl
    """
    from summarizer.cli.console import complain  # noqa: PLC0415  --help does without it
    from summarizer.output.joining import join_shards  # noqa: PLC0415  as above

    whole = join_shards(parts, out).outcomes
    complain(f"{whole.reports:,} reports, {whole.failures:,} failures")
    raise typer.Exit(1 if whole.failures else 0)

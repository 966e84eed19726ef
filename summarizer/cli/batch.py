"""`summarizer batch`: the batches that `summarizer run --batch` has sent."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.console import add_command, complain, show
from summarizer.cli.options import with_options
from summarizer.contract.errors import CallError
from summarizer.running.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.running.batch_errands import Errand
    from summarizer.running.batch_journal import BatchRecord
    from summarizer.running.cache import ResultCache

batch_app = typer.Typer(help="Look at, fetch or cancel what --batch has sent.", rich_markup_mode=None)

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Those batches alone; else all.")]
_OF_SERVICE = ("base_url", "header", "timeout", "max_answer", "cache_dir")


@add_command(batch_app)
@with_options(*_OF_SERVICE)
def status(settings: Settings, ids: Ids = None) -> None:
    """Say how each batch is doing, one a line.

    Examples:
      summarizer batch status
      summarizer batch status batch_68f1
    """
    _do("look", settings, ids or ())


@add_command(batch_app)
@with_options(*_OF_SERVICE)
def fetch(settings: Settings, ids: Ids = None) -> None:
    """Keep the answers of batches that have ended; reports come of them with the same `summarizer run`.

    That run fetches them too: this is for answers that should be safe before somebody runs it.

    Examples:
      summarizer batch fetch
      summarizer batch fetch batch_68f1
    """
    _do("fetch", settings, ids or ())


@add_command(batch_app)
@with_options(*_OF_SERVICE)
def cancel(settings: Settings, ids: Ids = None) -> None:
    """Ask the service to stop batches; what it has answered is paid for, and the next run uses it.

    Examples:
      summarizer batch cancel
      summarizer batch cancel batch_68f1
    """
    _do("cancel", settings, ids or ())


def _do(errand: "Errand", settings: Settings, ids: "Sequence[str]") -> None:
    import asyncio  # noqa: PLC0415  --help does without it

    from summarizer.running.cache import ResultCache, cache_folder  # noqa: PLC0415  as above

    folder = cache_folder(settings)
    if not (folder / "cache.db").exists():
        raise CallError(
            "there is no cache, and so no batch", where=str(folder), hint="name its folder with --cache-dir"
        )
    cache = ResultCache(folder)
    try:
        failed = asyncio.run(_show(errand, cache, settings, ids))
    finally:
        cache.close()
    if failed:
        raise typer.Exit(1)


async def _show(errand: "Errand", cache: "ResultCache", settings: Settings, ids: "Sequence[str]") -> int:
    from summarizer.running.batch_errands import run_errand  # noqa: PLC0415  --help does without it

    failed = count = 0
    async for found in run_errand(errand, cache, settings, ids):
        count += 1
        show(_line(found.record))
        if found.problem is not None:
            failed += 1
            complain(f"{found.record.batch_id or found.record.name}: {found.problem}")
    if not count:
        complain("no batch" if errand == "look" else "no batch that is not fetched yet")
    return failed


def _line(record: "BatchRecord") -> str:
    began = datetime.fromtimestamp(record.began, UTC).strftime("%Y-%m-%d %H:%M")
    state = record.status or record.stage
    fetched = ", fetched" if record.stage == "fetched" and record.batch_id else ""
    counts = f"{record.answered:,} of {record.requests:,} answered, {record.failed:,} failed"
    return f"{record.batch_id or record.name}  {state}{fetched}  {counts}  {record.model}  since {began} UTC"

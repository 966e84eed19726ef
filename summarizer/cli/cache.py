"""`summarizer cache`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.console import add_command, complain, show
from summarizer.cli.options import with_options
from summarizer.contract.errors import CallError
from summarizer.running.settings import DEFAULT_MODEL, Settings, choose_engine

cache_app = typer.Typer(help="Look at the cache of answers, or empty it.", rich_markup_mode=None)


@add_command(cache_app)
@with_options("cache_dir")
def stats(settings: Settings) -> None:
    """Say where the cache is, what it holds and how large it is.

    Only `summarizer cache clear` removes anything from it: an answer was paid for.

    Examples:
      summarizer cache stats
      summarizer cache stats --cache-dir answers/
    """
    from summarizer.running.cache import ResultCache, cache_folder  # noqa: PLC0415  --help does without it

    folder = cache_folder(settings)
    if not (folder / "cache.db").exists():
        typer.echo(f"folder   {folder}\nanswers  0\nreports  0\nsize     0 kB")
        return
    cache = ResultCache(folder)
    try:
        found = cache.stats()
    finally:
        cache.close()
    typer.echo(f"folder   {found.folder}")
    typer.echo(f"answers  {found.answers}")
    typer.echo(f"reports  {found.reports}")
    typer.echo(f"size     {found.size / 1000:,.0f} kB")


@add_command(cache_app)
@with_options(
    *("model", "base_url", "asks", "max_reasks", "language", "context", "window", "max_output_tokens", "cache_dir")
)
def explain(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="As those of `summarizer run`.")],
    settings: Settings,
) -> None:
    """Say of each article whether its answer is cached, and if not, why: what of its key differs.

    Examples:
      summarizer cache explain article.txt --model openai/gpt-5.4-mini
      summarizer cache explain articles/ --model ollama/qwen3
    """
    from summarizer.reading.inputs import FailedInput, read_articles  # noqa: PLC0415  --help does without it
    from summarizer.running.forecast import explain_cache  # noqa: PLC0415  --help does without it

    if choose_engine(settings).engine == "extractive":
        complain(f"by rules nothing is cached; this is about {DEFAULT_MODEL} (name another model with --model)")
    is_failed = False
    for source in read_articles(inputs):
        if isinstance(source, FailedInput):
            complain(str(source.error))
            is_failed = True
            continue
        for line in explain_cache(source, settings):
            show(line)
    if is_failed:
        raise typer.Exit(1)


@add_command(cache_app)
@with_options("cache_dir")
def repair(settings: Settings) -> None:
    """Build a damaged cache anew from all that is whole in it.

    A run does the same by itself when it finds damage and no other run uses the cache. The old database stays beside
    the new one as cache.db.damaged until the next repair.

    Examples:
      summarizer cache repair
      summarizer cache repair --cache-dir answers/
    """
    from summarizer.running.cache import cache_folder, repair_cache  # noqa: PLC0415  --help does without it

    folder = cache_folder(settings)
    if not (folder / "cache.db").exists():
        raise CallError("there is no cache", where=str(folder), hint="name its folder with --cache-dir")
    found = repair_cache(folder)
    typer.echo(f"kept {found.answers} answers and {found.reports} reports in {folder}", err=True)


@add_command(cache_app)
@with_options("cache_dir")
def clear(
    settings: Settings,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove every answer from the cache; the next run asks, and pays, again.

    Examples:
      summarizer cache clear
      summarizer cache clear --yes --cache-dir answers/
    """
    from summarizer.running.cache import cache_folder, clear_cache  # noqa: PLC0415  --help does without it

    folder = cache_folder(settings)
    if not yes:
        _confirm(folder)
    clear_cache(folder)
    typer.echo(f"cleared {folder}", err=True)


def _confirm(folder: Path) -> None:
    try:
        typer.confirm(f"Remove every answer in {folder}?", abort=True, err=True)
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        typer.echo(err=True)  # ends the line of the question
        raise CallError("nobody could be asked, so nothing was removed", hint="add --yes") from None

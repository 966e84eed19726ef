"""`summarizer cache`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import options as o
from summarizer.cli.console import GroupedCommand, complain
from summarizer.contract.errors import CallError

cache_app = typer.Typer(help="Look at the cache of answers, or empty it.", rich_markup_mode=None)


@cache_app.command(cls=GroupedCommand)
def stats(cache_dir: o.CacheDir = None) -> None:
    """Say where the cache is, what it holds and how large it is.

    Nothing is ever thrown out of it but by `summarizer cache clear`: an answer was paid for.
    """
    from summarizer.running.cache import ResultCache  # noqa: PLC0415  --help does without it
    from summarizer.running.pipeline import default_cache_dir  # noqa: PLC0415  as above
    from summarizer.running.settings import read_settings  # noqa: PLC0415  as above

    folder = read_settings(cache_dir=cache_dir).cache_dir or default_cache_dir()
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


@cache_app.command(cls=GroupedCommand)
def explain(  # noqa: PLR0913, PLR0917  one for each option
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="As those of `summarizer run`.")],
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    asks: o.Asks = None,
    max_reasks: o.MaxReasks = None,
    language: o.Language = None,
    context: o.Context = None,
    window: o.Window = None,
    max_output_tokens: o.MaxOutputTokens = None,
    cache_dir: o.CacheDir = None,
) -> None:
    """Say of each article whether its answer is cached, and if not, why: what of its key differs."""
    from summarizer.reading.inputs import FailedInput, read_articles  # noqa: PLC0415  as above
    from summarizer.running.forecast import explain_cache  # noqa: PLC0415  --help does without it
    from summarizer.running.settings import read_settings  # noqa: PLC0415  as above

    settings = read_settings(
        model=model,
        base_url=base_url,
        asks=asks,
        max_reasks=max_reasks,
        language=language,
        context=context,
        window=window,
        max_output_tokens=max_output_tokens,
        cache_dir=cache_dir,
    )
    for source in read_articles(inputs):
        if isinstance(source, FailedInput):
            complain(str(source.error))
            continue
        for line in explain_cache(source, settings):
            typer.echo(line)


@cache_app.command(cls=GroupedCommand)
def clear(
    cache_dir: o.CacheDir = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Remove every answer from the cache; the next run asks, and pays, again."""
    from summarizer.running.cache import clear_cache  # noqa: PLC0415  --help does without it
    from summarizer.running.pipeline import default_cache_dir  # noqa: PLC0415  as above
    from summarizer.running.settings import read_settings  # noqa: PLC0415  as above

    folder = read_settings(cache_dir=cache_dir).cache_dir or default_cache_dir()
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
        raise CallError("there was nobody to say yes, so nothing was removed", hint="add --yes") from None

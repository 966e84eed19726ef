"""`summarizer doctor`."""

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.console import show
from summarizer.cli.options import with_options
from summarizer.running.settings import Settings

if TYPE_CHECKING:
    from summarizer.running.doctor import Finding


@with_options(
    *("model", "base_url", "header", "mode", "asks", "max_output_tokens", "temperature", "reasoning_effort", "extra"),
    *("timeout", "max_attempts", "max_wait", "cache_dir"),
)
def doctor(
    settings: Settings,
    offline: Annotated[bool, typer.Option("--offline", help="Ask no endpoint.")] = False,
) -> None:
    """Say whether the set-up works and, if a model or endpoint is named, what it supports.

    An endpoint is asked for its models and about a sample of two sentences: as `run` asks, then once in each way to ask
    for JSON. Exit code: 1 when something does not work.

    Examples:
      summarizer doctor
      summarizer doctor --base-url http://localhost:11434/v1 --model qwen3
    """
    from summarizer.running.doctor import examine_setup, means_endpoint  # noqa: PLC0415  --help does without it
    from summarizer.running.logs import silence_libraries  # noqa: PLC0415  --help does without it

    silence_libraries()
    shown = [_show(finding) for finding in examine_setup(settings)]
    if means_endpoint(settings) and not offline:
        import asyncio  # noqa: PLC0415  for an endpoint alone

        shown += asyncio.run(_ask(settings))
    else:
        show("note  endpoint            none asked; name one with --model or --base-url")
    raise typer.Exit(0 if all(shown) else 1)


def _show(finding: "Finding") -> bool:
    show(f"{finding.level:<5} {finding.name:<19} {finding.detail}")
    return finding.level != "FAIL"


async def _ask(settings: "Settings") -> list[bool]:
    from summarizer.running.doctor import examine_endpoint  # noqa: PLC0415  --help does without it

    return [_show(finding) async for finding in examine_endpoint(settings)]

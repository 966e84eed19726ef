"""`summarizer prompt`."""

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.console import complain, show
from summarizer.cli.options import PromptFile, SchemaName, with_options
from summarizer.output.controls import escape_controls
from summarizer.running.settings import Settings

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.errors import SummarizerError
    from summarizer.contract.request import WireMode
    from summarizer.engines.model.custom_schema import CustomSchema


@with_options("model", "base_url", "mode", "asks", "language", "context", "window", "max_output_tokens")
def prompt(
    source: Annotated[
        str,
        typer.Argument(metavar="INPUT", help="A file, or - for standard input; of several, the first."),
    ],
    settings: Settings,
    as_json: Annotated[bool, typer.Option("--json", help="As a JSON list of requests.")] = False,
    schema: SchemaName = None,
    prompt_file: PromptFile = None,
) -> None:
    """Show the messages and the schema that would be sent for an article; nothing is sent.

    Examples:
      summarizer prompt article.txt
      summarizer prompt article.txt --json --model openai/gpt-5.4-mini
      summarizer prompt article.txt --schema casualties.py:Casualties --prompt casualties.md
    """
    bodies = preview(source, settings, None if schema is None else custom_schema(schema, prompt_file))
    if as_json:
        show(escape_controls(json.dumps(bodies, indent=2, ensure_ascii=False)))
        return
    for number, body in enumerate(bodies, 1):
        _show(body, f"request {number} of {len(bodies)}")


def _show(body: dict[str, Any], title: str) -> None:
    rest = {key: value for key, value in body.items() if key != "messages"}
    show(f"=== {title}")
    for message in body["messages"]:
        show(f"--- {message['role']}\n{message['content']}")
    show(f"--- beside the messages\n{json.dumps(rest, indent=2, ensure_ascii=False)}")


def custom_schema(name: str, prompt: Path | None) -> "CustomSchema[Any]":
    """The custom schema that --schema and --prompt name. Raises CallError."""
    from summarizer.engines.model.custom_schema import CustomSchema, load_model, read_prompt  # noqa: PLC0415  for --schema alone

    return CustomSchema(load_model(name), read_prompt(prompt or ""))


def preview(source: str, settings: Settings, own: "CustomSchema[Any] | None" = None) -> list[dict[str, Any]]:
    """The bodies of the requests that would be sent first for an article. Raises SummarizerError."""
    from summarizer.running.doctor import endpoint_of  # noqa: PLC0415  --help does without it
    from summarizer.running.forecast import keyless, unsent_calls  # noqa: PLC0415  as above

    article = _first_article(source)
    mode: WireMode = "json_schema" if settings.mode == "auto" else settings.mode
    endpoint = endpoint_of(keyless(settings))
    engine = unsent_calls(settings, own).engine
    return [endpoint.body(replace(request, mode=mode)) for request in engine.preview(article)]


def _first_article(source: str) -> "Article":
    """The first article of an input that can be read; when there are more, it says so. Raises SummarizerError."""
    from summarizer.reading.inputs import FailedInput, read_articles  # noqa: PLC0415  --help does without it

    errors: list[SummarizerError] = []
    found = read_articles([source])
    for article in found:
        if not isinstance(article, FailedInput):
            if errors or next(found, None) is not None:
                complain(f"{source}: it holds more than one article, and the first is shown: {article.id}")
            return article
        errors.append(article.error)
    raise errors[0]

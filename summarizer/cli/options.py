"""The options that commands share. None means that the command line says nothing, so that SUMMARIZER_* may."""

from pathlib import Path
from typing import Annotated, Literal

import typer

ENGINE = "Engine options"
OUTPUT = "Output options"
BATCH = "Batch options"
LIMITS = "Limits"
CACHE = "Cache options"
NOTES = "Notes on standard error"

Engine = Annotated[
    Literal["auto", "llm", "extractive"] | None,
    typer.Option(
        "--engine",
        rich_help_panel=ENGINE,
        help="extractive: rules, no key, no network. llm: a language model. auto: llm if a model or key is set.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", rich_help_panel=ENGINE, help="Such as openai/gpt-5.4-mini or ollama/qwen3."
    ),
]
BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url", metavar="URL", rich_help_panel=ENGINE, help="Any endpoint that speaks OpenAI's protocol."
    ),
]
Mode = Annotated[
    Literal["auto", "json_schema", "tools", "json", "fenced"] | None,
    typer.Option("--mode", rich_help_panel=ENGINE, help="How structured output is asked for; auto finds out."),
]
Asks = Annotated[
    Literal["auto", "claims", "speakers"] | None,
    typer.Option(
        "--asks",
        rich_help_panel=ENGINE,
        help="What a model is asked: whole claims, or just who says each sentence; auto: that, if below 4B parameters.",
    ),
]
MaxReasks = Annotated[
    int | None,
    typer.Option("--max-reasks", metavar="N", rich_help_panel=ENGINE, help="Times to ask again for a wrong answer."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language", metavar="LANG", rich_help_panel=ENGINE, help="Language of the answer; else the article's."
    ),
]
Context = Annotated[
    int | None,
    typer.Option(
        "--context", metavar="TOKENS", rich_help_panel=ENGINE, help="What the model holds; else the endpoint is asked."
    ),
]
Window = Annotated[
    int | None,
    typer.Option(
        "--window", metavar="N", rich_help_panel=ENGINE, help="Sentences sent at a time; else as many as fit."
    ),
]
MaxOutputTokens = Annotated[
    int | None,
    typer.Option("--max-output-tokens", metavar="N", rich_help_panel=ENGINE, help="Longest answer to one request."),
]
Complete = Annotated[
    bool | None,
    typer.Option("--complete", rich_help_panel=ENGINE, help="Add statements that the model missed, found by rules."),
]
OwnSchema = Annotated[
    str | None,
    typer.Option(
        "--schema", metavar="MODULE:MODEL", rich_help_panel=ENGINE, help="Fill in a pydantic model of your own instead."
    ),
]
OwnPrompt = Annotated[
    Path | None,
    typer.Option("--prompt", metavar="FILE", rich_help_panel=ENGINE, help="What --schema wants, in plain words."),
]
Concurrency = Annotated[
    int | None, typer.Option("--concurrency", metavar="N", rich_help_panel=LIMITS, help="Requests at one time.")
]
Rpm = Annotated[float | None, typer.Option("--rpm", metavar="N", rich_help_panel=LIMITS, help="Requests a minute.")]
Tpm = Annotated[float | None, typer.Option("--tpm", metavar="N", rich_help_panel=LIMITS, help="Tokens a minute.")]
Timeout = Annotated[
    float | None, typer.Option("--timeout", metavar="SECONDS", rich_help_panel=LIMITS, help="For one request.")
]
MaxAttempts = Annotated[
    int | None,
    typer.Option("--max-attempts", metavar="N", rich_help_panel=LIMITS, help="For one answer, the first included."),
]
MaxCost = Annotated[
    float | None,
    typer.Option("--max-cost", metavar="DOLLARS", rich_help_panel=LIMITS, help="Stop before the call that passes it."),
]
MaxTokens = Annotated[
    int | None,
    typer.Option("--max-tokens", metavar="N", rich_help_panel=LIMITS, help="Stop before the call that passes it."),
]
Prices = Annotated[
    Path | None,
    typer.Option("--prices", metavar="FILE", rich_help_panel=LIMITS, help="A price table over the built-in one."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", rich_help_panel=CACHE, help="Neither read nor keep answers.")]
CacheDir = Annotated[
    Path | None,
    typer.Option("--cache-dir", metavar="DIR", rich_help_panel=CACHE, help="Where answers are kept."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", rich_help_panel=NOTES, help="Say nothing but errors.")]
Verbose = Annotated[
    int,
    typer.Option(
        "-v",
        "--verbose",
        count=True,
        show_default=False,
        rich_help_panel=NOTES,
        help="One line a request; -vv says more.",
    ),
]
LogFile = Annotated[
    Path | None,
    typer.Option("--log-file", metavar="FILE", rich_help_panel=NOTES, help="Write those lines to a file."),
]

"""`summarizer schema`."""

from pathlib import Path
from typing import Annotated

import typer


def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="draft, report, comparison, grouping, failure or manifest; label-studio: its interface; none: a list.",
        ),
    ] = None,
    write: Annotated[
        Path | None, typer.Option("--write", metavar="DIR", help="Write them all into a folder instead.")
    ] = None,
) -> None:
    """Print a JSON Schema: of what a model must answer, or of a file that `run` or `compare` writes.

    Examples:
      summarizer schema
      summarizer schema report > report.schema.json
      summarizer schema --write schemas/
    """
    from summarizer.contract.labelling import labelling_config  # noqa: PLC0415  --help does without them
    from summarizer.contract.schemas import SCHEMAS, schema_text, write_schemas  # noqa: PLC0415  --help does without it

    if write is not None:
        for path in write_schemas(write):
            typer.echo(path)
    elif name == "label-studio":
        typer.echo(labelling_config(), nl=False)
    elif name is not None:
        typer.echo(schema_text(name), nl=False)
    else:
        for known, origin in SCHEMAS.items():
            typer.echo(f"{known:<10} {origin.about}")

"""How the command line looks: help with its options in groups, and one line an error."""

from __future__ import annotations

import sys
from typing import Any

from typer.core import TyperCommand


class GroupedCommand(TyperCommand):
    """A command whose plain help lists its options under the names of their panels."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write one section for each panel, in the order in which the panels first appear."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None:
                continue
            panel = getattr(param, "rich_help_panel", None)
            is_argument = param.param_type_name == "argument"
            sections.setdefault("Arguments" if is_argument else panel or "Options", []).append(record)
        for name, rows in sections.items():
            with formatter.section(name):
                formatter.write_dl(rows)


def complain(text: str) -> None:
    """Say one line on standard error, whatever characters are in it."""
    line = "".join(char if char.isprintable() else " " for char in f"summarizer: {text}")
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(f"{' '.join(line.split())}\n".encode(encoding, "backslashreplace").decode(encoding))
    sys.stderr.flush()

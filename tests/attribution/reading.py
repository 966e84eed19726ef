"""Reads invented sentences and gives their statements as text, for the tests of the rules."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.attribution import Statement, find_statements
from summarizer.contract.article import Article


class Said(NamedTuple):
    """A statement as words of the text; without a source or a cue, an empty string."""

    source: str
    cue: str
    content: tuple[str, ...]


def statements_of(text: str) -> tuple[Statement, ...]:
    """The statements of a text."""
    return find_statements(Article(id="invented", text=text))


def only_statement(text: str) -> Statement:
    """The statement of a text that has one."""
    (statement,) = statements_of(text)
    return statement


def said_in(text: str) -> list[Said]:
    """Source, cue and content of each statement in a text."""
    return [
        Said(
            text[slice(*statement.mention)] if statement.mention else "",
            text[slice(*statement.cue)] if statement.cue else "",
            tuple(text[slice(*piece)] for piece in statement.content),
        )
        for statement in statements_of(text)
    ]

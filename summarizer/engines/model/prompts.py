"""Builds what is sent to a model from the templates in prompts/ and an article's sentences.

The instructions come first and are the same for every article, so that services which keep a prompt's beginning
do not read them again; the article comes last, fenced as data.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.contract.request import Message
from summarizer.endpoint.templates import template
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.fence import fence_mark, neutralise

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.contract.article import Article

Prompt = Literal["whole", "window", "speakers", "compare"]
# Every template that a prompt may bring: its name and hash stand in the report, so a changed word changes the hash.
_TEMPLATES: dict[Prompt, tuple[str, ...]] = {
    "whole": ("whole", "article", "reask", "json", "fenced"),
    "window": ("window", "article", "summary", "claims", "reask", "json", "fenced"),
    "speakers": ("speakers", "sentences", "json", "fenced"),
    "compare": ("compare", "passages", "compare_reask", "json", "fenced"),
}


class Line(NamedTuple):
    """A sentence, or a piece of a very long one, as it is shown: its number and code points in the article's text."""

    number: int
    start: int
    end: int


@lru_cache(maxsize=8)
def prompt_name(prompt: Prompt) -> str:
    """The prompt's name and a hash of all that it may send: "whole@" and 12 hexadecimal digits."""
    return name_with_hash(prompt, "\0".join(template(name) for name in _TEMPLATES[prompt]))


def name_with_hash(name: str, content: str) -> str:
    """A name, "@" and 12 hexadecimal digits that change with the content."""
    return f"{name}@{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def render(
    article: Article, *, lines: Sequence[Line] | None = None, language: str | None = None, prompt: Prompt = "whole"
) -> tuple[Message, ...]:
    """Build the messages that ask about an article, or about some lines of it.

    Without `lines` all its sentences are shown. `language` names the language of the answer; without it, the
    article's own.
    """
    shown = _shown(article, all_lines(article) if lines is None else tuple(lines))
    body = _fenced(shown, language, name="sentences" if prompt == "speakers" else "article")
    return Message("system", template(prompt)), body


def all_lines(article: Article) -> tuple[Line, ...]:
    """All sentences of an article as lines."""
    return tuple([Line(one.number, one.start, one.end) for one in sentences_of(article)])


@lru_cache(maxsize=4)  # an article is measured before it is sent
def _shown(article: Article, lines: tuple[Line, ...]) -> str:
    return "\n".join([f"[{line.number}] {neutralise(article.text[line.start : line.end])}" for line in lines])


def render_summary(
    claims: Iterable[tuple[str, str]], *, title: str, language: str | None = None
) -> tuple[Message, ...]:
    """Build the messages that ask for the summary of an article from its claims: (source, words) pairs."""
    shown = [f"[0] {neutralise(title)}"] if title else []
    shown += [
        f"[{number}] {neutralise(source)}: {neutralise(words)}" if source else f"[{number}] {neutralise(words)}"
        for number, (source, words) in enumerate(claims, start=1)
    ]
    body = _fenced("\n".join(shown), language, name="claims")
    return Message("system", template("summary")), body


def render_passages(shown: str, language: str | None = None) -> tuple[Message, ...]:
    """Build the messages that ask which passages answer one question; `shown` has a numbered passage on each line."""
    return Message("system", template("compare")), _fenced(shown, language, name="passages")


@lru_cache(maxsize=4)  # as _shown
def _fenced(shown: str, language: str | None, *, name: str) -> Message:
    tongue = f"in {language}" if language else "in the language of the article"
    text = template(name).replace("{mark}", fence_mark(shown)).replace("{language}", tongue)
    return Message("user", text.replace("{lines}", shown))


def render_reask(
    messages: tuple[Message, ...], answer: str, objections: Sequence[str], *, template_name: str = "reask"
) -> tuple[Message, ...]:
    """Add to a conversation the answer that was not good enough, and what is wrong with it."""
    listed = "\n".join(f"- {objection}" for objection in objections)
    text = template(template_name).replace("{complaints}", listed)
    return (*messages, Message("assistant", answer), Message("user", text))

"""What a reader of files finds: the words of one article, or its mark-up, and what the file says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

if TYPE_CHECKING:
    from summarizer.contract.check import CheckCode
    from summarizer.contract.errors import InputError

__all__ = ["Content", "Facts", "Fetched", "Record"]


class Fetched(NamedTuple):
    """What lay at an address: where redirects led to, a file's name for it, and its bytes."""

    url: str
    name: str
    data: bytes


class Facts(TypedDict, total=False):
    """What a file says about an article besides its text; what it does not say is missing or ""."""

    title: str | None
    url: str | None
    outlet: str | None
    author: str | None
    published: str | None
    language: str | None


class Content(NamedTuple):
    """The words of one article as `text`, or as HTML in `markup` (bytes when its encoding is still to be found)."""

    text: str = ""
    markup: str | bytes = ""
    facts: Facts = Facts()
    encoding: str = "utf-8"
    doubts: tuple[tuple[CheckCode, str], ...] = ()  # code and detail of each check that the article is to bear


class Record(NamedTuple):
    """One article in a file of several, or the reason why there is none.

    `number` is its line or its place, counted from 1; 0 for a file that is one article. `id` is the file's own name
    for it, if it has one.
    """

    number: int
    found: Content | InputError
    id: str = ""

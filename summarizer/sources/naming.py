"""What a resolved source is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from summarizer.draft import SourceKind


class SourceName(NamedTuple):
    """A source by the fullest name that its article gives it.

    `name` is in the article's own letters; `role` is what the article calls the source ("army spokesman"), empty
    where it calls it nothing.
    """

    name: str
    kind: SourceKind
    role: str = ""

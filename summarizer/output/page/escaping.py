"""Text from an article, as HTML: nothing in it can become a tag, an attribute, a link that runs, or be unseen."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.contract.article import Article

# Controls that a browser would drop, and direction overrides that would show quotes in another order than they are.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def escaped(text: str) -> str:
    """A text for an element or a quoted attribute; what a browser would not show is shown as its code."""
    return escape(_UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", text))


def web_address(url: str | None) -> str:
    """The address if it leads to the web, else an empty text: `javascript:` and `file:` are no links."""
    return url if url and _WEB_ADDRESS.fullmatch(url) else ""


def article_key(article: Article) -> str:
    """What the ids of an article's elements begin with: unique to the article, and without what its id may hold."""
    return "a" + sha256(f"{article.id} {article.sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


def name_of(article_id: str) -> str:
    """An article's id without the folders of the machine that it was made on."""
    return PureWindowsPath(PurePosixPath(article_id).name).name or article_id

"""The page around the articles: style and script stand in it, and nothing else may run or be loaded."""

from __future__ import annotations

import base64
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import NamedTuple


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


_PAGE = Template(_read("page.html"))
_STYLE, _SCRIPT = _read("page.css"), _read("page.js")


class Frame(NamedTuple):
    """What comes before the first article, and after the last one."""

    opening: str
    closing: str


def frame(title: str, before: str = "", after: str = "") -> Frame:
    """The page with a title, and with HTML that stands before and after the articles."""
    page = _PAGE.substitute(
        title=escape(title),
        style=_STYLE,
        style_hash=hash_of(_STYLE),
        script=_SCRIPT,
        script_hash=hash_of(_SCRIPT),
        body=f"{before}\0{after}",
    )
    opening, closing = page.split("\0")
    return Frame(opening, closing)


def hash_of(text: str) -> str:
    """What a Content-Security-Policy calls the one text that may run."""
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


ONE_ARTICLE = frame("Article and claims")
_INDEX_BEFORE, _INDEX_AFTER = _read("index.html").split("$rows")
SEVERAL_ARTICLES = frame("Articles and claims", _INDEX_BEFORE, _INDEX_AFTER)

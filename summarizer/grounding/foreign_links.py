"""Takes links and markup that an article does not hold out of what a report says.

A model may be talked into writing them, and a reader's program might act on them.
"""

from __future__ import annotations

import re

from summarizer.text.words import either

_TLD = either("words.links.domains")
_URL = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,15}:)?//[^\s<>\"“”‘’\]\[(){}|\\^`]+"
    r"|\bwww\.[^\s<>\"“”‘’\]\[(){}|\\^`]+"
    r"|\b(?:javascript|vbscript)\s?:[^\s<>\"“”]*|\bdata:[\w.+-]+/[\w.+-]+[;,][^\s<>\"“”]*|\bmailto:[^\s<>\"“”]+"
    rf"|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,6}}(?:{_TLD})(?![\w-])(?!\.\w)(?:[/?#][^\s<>\"“”‘’\]\[(){{}}]*)?",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\s?\(\s*[^()\s]{0,2000}(?:\s+\"[^\"\n]{0,200}\")?\s*\)")
_REFERENCE = re.compile(r"!?\[([^\[\]\n]{0,300})\]\[[^\[\]\n]{0,100}\]")
_TAG = re.compile(
    rf"<!--|--!?>|<!\[CDATA\[|</?(?:{either('words.links.tags')})(?=[\s/>])[^<>]{{0,2000}}>?|</?script",
    re.IGNORECASE,
)
# What each URL has; most texts have none. A class of characters comes first and no flag stands in its way, so that the
# regex engine leaps from one of them to the next.
_ADDRESS = re.compile(
    rf"[.:/](?:(?<=[\w-]\.)(?i:(?=\w)(?:{_TLD})(?![\w-])|(?<=www\.))|(?<=[:/])/"
    r"|(?<=:)(?i:(?<=script:)|(?<=script\s:)|(?<=mailto:)|(?<=data:)))"
)
# None of these is printable.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
_SPACES = re.compile(r"[ \u00a0]{2,}")


def strip_foreign_urls(text: str, article_text: str) -> str:
    """A text of the output without links and markup that a reader's program might act on.

    A URL stays only when the article holds it whole, and then as plain text: Markdown links keep their words, HTML tags
    and control characters go. A text that has none of this comes back as it is.
    """
    for _ in range(_MOST_ROUNDS):
        clean = _strip_once(text, article_text)
        if clean == text:
            return text
        text = clean  # what stood around a link may now be one
    return _NO_WORDS.sub(" ", text).strip()


def without_links(text: str, article_text: str) -> str:
    """`strip_foreign_urls` for a summary and a role: what is left of the article's own URLs links nowhere by itself.

    "https://www.varn.example/dam" becomes "varn.example/dam", and "a@varn.example" becomes "a at varn.example".
    """
    clean = strip_foreign_urls(text, article_text)
    if not _MAY_LINK.search(clean):
        return clean
    for _ in range(_MOST_ROUNDS):
        before = clean
        clean = _TAG.sub(" ", _LINKS_ITSELF.sub("", clean))
        if clean == before:
            break  # what stood around "www." is no tag, and what stood around a tag no "www."
    return _SPACES.sub(" ", _AT.sub(" at ", clean)).strip()


# What Markdown (GFM 6.9, "extended autolinks") and most programs that show text turn into links.
_MAY_LINK = re.compile(r"[@/:]|www\.", re.IGNORECASE)
_LINKS_ITSELF = re.compile(
    r"(?<![^\W_])(?:(?:(?:[a-z][a-z0-9+.-]{1,15}:)?//+|mailto:|xmpp:|(?:java|vb)script\s?:|data:(?=[\w.+-]+/)"
    r"|www\.(?=\w))\s?)+",
    re.IGNORECASE,
)
_AT = re.compile(r"(?<=[\w.+-])@(?=[\w-]+\.\w)")
_MOST_ROUNDS = 12  # nobody nests links as deep but to get one through
_NO_WORDS = re.compile(r"[^\w,]+")


def _strip_once(text: str, article_text: str) -> str:
    clean = text if text.isprintable() else _CONTROLS.sub("", text)
    if "[" in clean:
        clean = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", clean))
    if "<" in clean or ">" in clean:
        clean = _TAG.sub(" ", clean)
    if _ADDRESS.search(clean):
        clean = _URL.sub(lambda m: _known_url(m.group(), article_text), clean)
    return text if clean == text else _SPACES.sub(" ", clean).strip()


def _known_url(url: str, article_text: str) -> str:
    bare = url.rstrip(".,;:!?'*_")
    tail = url[len(bare) :]
    if re.search(rf"(?<![^\W_])(?<![.-]){re.escape(bare)}(?![\w-]|\.[^\W_])", article_text):
        return url
    return tail if tail in {".", "!", "?"} else ""

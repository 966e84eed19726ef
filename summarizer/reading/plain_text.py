"""What programs leave in a plain text: padding, references to characters, and the facts that stand above it."""

from __future__ import annotations

import html
import re
import tomllib
from datetime import date

from summarizer.reading.content import Facts

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n((?:[\w.-]+:[^\n]*\n|[ \t]+[^\n]*\n|[ \t]*\n)+?)---[ \t]*\r?\n")
_FRONT_TOML = re.compile(r"\ufeff?\+{3}[ \t]*\r?\n((?:[^\n]*\n)+?)\+{3}[ \t]*\r?\n")
_HEADERS = re.compile(r"\ufeff?((?:[A-Za-z]{3,12}:[ \t]+\S[^\n]*\n){2,8})[ \t]*\r?\n")
_ORG = re.compile(r"\ufeff?((?:#\+[A-Za-z_]+:[^\n]*\n)+)\s*")  # Org mode: #+TITLE: …
_ASCIIDOC = re.compile(r"\ufeff?= ([^\n=][^\n]*)\n(?:[^\n:=]+<[^\n<>]+>[^\n]*\n)?((?::[\w-]+:[^\n]*\n)*)[ \t]*\r?\n")
_FEWEST_HEADERS = 2
_FIELD = re.compile(r"^([\w-]+):[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_REFERENCE = re.compile(r"&(?:[lr][sd]quo|[mn]dash|nbsp|amp|quot|apos|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,300})\]\([^()\s]{1,500}(?:\s\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{2})(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
_FEWEST = 3  # references in a text that is written with them
_ENCODED = re.compile(r"(?<!\S)[A-Za-z0-9+/=_-]{60,}(?!\S)")
_FEWEST_ENCODED = 400  # characters
_SAMPLE = 20_000  # characters
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SHORTEST = 60  # bytes of a text
_LEAST_PADDING = 4  # bytes
# Keys of front matter, by the fact that they tell; "title" and others are their own.
_KEYS = {
    "title": ("title", "headline"),
    "published": ("date", "published", "pubdate"),
    "author": ("author", "byline"),
    "url": ("url", "link", "canonical", "source_url"),
    "outlet": ("outlet", "publication", "source"),
    "language": ("language", "lang"),
}
_TITLES = frozenset(_KEYS["title"])
_NAMES = frozenset(name for names in _KEYS.values() for name in names)


def without_padding(data: bytes) -> bytes:
    """Bytes without the zeros with which a program filled its last block; UTF-16 and UTF-32 have others."""
    bare = data.rstrip(b"\0")
    is_text = len(bare) >= _SHORTEST and _CONTROL.search(bare) is None
    return bare if len(data) - len(bare) >= _LEAST_PADDING and is_text else data


def read_front_matter(text: str) -> tuple[Facts, str]:
    """The facts at the top of a text and the rest: between lines of dashes or plus signs, or bare.

    Bare ones ("Title: …", "Date: …") must be a headline and others that are known, and a blank line below them.
    """
    if document := _ASCIIDOC.match(text):
        return Facts(title=document[1].strip()), text[document.end() :]
    if written := _ORG.match(text):
        found = {key.lower(): value for key, value in _FIELD.findall(written[1].replace("#+", ""))}
        return _facts_of(found), text[written.end() :]
    match = _FRONT_MATTER.match(text) or _FRONT_TOML.match(text) or _HEADERS.match(text)
    if match is None:
        return Facts(), text
    fields = {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(match[1])}
    if match.re is _FRONT_TOML:
        fields = _fields_of_toml(match[1])
        if not fields:
            return Facts(), text
    if match.re is _HEADERS and (
        len(fields) < _FEWEST_HEADERS or not _TITLES.intersection(fields) or fields.keys() - _NAMES
    ):
        return Facts(), text
    return _facts_of(fields), text[match.end() :]


def _facts_of(fields: dict[str, str]) -> Facts:
    facts = Facts()
    for fact, keys in _KEYS.items():
        found = next((fields[key] for key in keys if fields.get(key)), "")
        if found:
            facts[fact] = found  # type: ignore[literal-required]  # the table's keys are those of Facts
    return facts


def _fields_of_toml(data: str) -> dict[str, str]:
    """The words and dates of TOML; {} when it is none."""
    try:
        values = tomllib.loads(data)
    except tomllib.TOMLDecodeError:
        return {}
    return {key.lower(): str(value) for key, value in values.items() if isinstance(value, str | date)}


def find_references(text: str) -> list[str]:
    """The references to characters ("&rdquo;") in a text that is no HTML but written with them; [] for one or two."""
    found: list[str] = _REFERENCE.findall(text) if "&" in text else []
    return found if len(found) >= _FEWEST else []


def spell_out_references(text: str) -> str:
    """The text with each reference to a character replaced by it."""
    return _REFERENCE.sub(lambda match: html.unescape(match[0]), text)


def without_marks(text: str) -> str:
    """Markdown with the words of its links alone, without images, and without the marks of emphasis around words."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(lambda match: "" if match[0].startswith("!") else match[1], text))


def is_encoded(text: str) -> bool:
    """Whether a text is data written in letters, as base64 is, and nothing that anybody reads."""
    sample = text[:_SAMPLE]
    encoded = sum(map(len, _ENCODED.findall(sample)))
    return encoded > _FEWEST_ENCODED and encoded > len(sample) // 2

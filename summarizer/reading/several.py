"""Where one text holds several articles: dumps of databases, press reviews, a page copied with the next one.

Each article has its own headline. What else stands around the place where the next one begins says how sure that is:
a database's own line between documents, or a line of dashes and then a headline with its byline, part two articles for
certain; one of them alone, or names that have nothing to do with those before, are a doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.reading.layout.dateline import past_dateline
from summarizer.reading.layout.furniture import is_furniture, is_related_heading
from summarizer.reading.layout.paragraphs import ends_sentence, sentence_end, split_paragraphs
from summarizer.text.words import either, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.reading.layout.paragraphs import Paragraph

_LINE = re.compile(r"([-–—_=*#~•·+.])(?:\s?\1){2,}\s*\Z")
_LIST_MARK = re.compile(r"\d{1,3}[.)]\s|[^\W\d]{1,12}:\s|[-–—*•]\s?[^\W_]")
_DOCUMENT_START = wordings("several.document_start", re.IGNORECASE)
_DOCUMENT_END = wordings("several.document_end", re.IGNORECASE)
_REVIEW = wordings("several.review", re.IGNORECASE)
_HEADER = wordings("several.header", re.IGNORECASE)
_BYLINE = re.compile(
    rf"(?:{either('several.byline.starts')}):?\s+[A-ZÀ-Þ][\w.’'-]*(?:\s+[\w.’'-]+){{1,12}}\Z", re.IGNORECASE
)
_DATE = wordings("several.date", re.IGNORECASE)
_NAME = re.compile(r"(?<![.!?“\"»]\s)(?<!\A)\b[A-ZÀ-Þ][a-zß-öø-ÿ’'-]{3,}")
_NO_NAMES = word_set("several.names.none")

_SHORTEST_FULL = 40  # characters of a paragraph that is running text
_FEWEST_LETTERS = 150  # of running text in an article
_FEWEST_PARAGRAPHS = 2
_LONGEST_HEADLINE = 120
_LONGEST_LABEL = 60
_FEWEST_WORDS = 4  # of a headline without anything else that shows it
_NEAR = 4  # paragraphs from a headline to the article's first
_FEWEST_NAMES = 3  # in each of two articles that have next to none in common
_FEWEST_STRANGE = 8  # for each that they do have in common


class Seam(NamedTuple):
    """A place in a text, in code points, where another article begins, and what shows it."""

    at: int
    is_certain: bool
    seen: str


def find_seams(paragraphs: Sequence[Paragraph]) -> list[Seam]:
    """The places where the second article of a text and those after it begin, in order; [] for one article."""
    full = [_is_full(paragraph.text) for paragraph in paragraphs]
    if sum(full) < 2 * _FEWEST_PARAGRAPHS:
        return []
    seams: list[Seam] = []
    first = 0  # of the article that a seam would end
    at = full.index(True) + 1
    while at < len(paragraphs):
        seam = _seam_at(paragraphs, full, first, at) if not full[at] else None
        if seam is None:
            at += 1
            continue
        seams.append(seam)
        first = at
        at = next((later for later in range(at, len(paragraphs)) if full[later]), at) + 1
    return seams


def names_itself_review(title: str) -> bool:
    """Whether a title says that what follows is of several articles: a press review, news in brief."""
    return len(title) <= _LONGEST_HEADLINE and _REVIEW.search(title) is not None


def part_articles(text: str) -> list[str]:
    """The articles in a text, parted where another one certainly begins; the text alone where there is one."""
    paragraphs = split_paragraphs(text)
    seams = [seam.at for seam in find_seams(paragraphs) if seam.is_certain]
    if not seams:
        return [text]
    lines = [paragraph for paragraph in paragraphs if not _is_between(paragraph.text)]
    starts = [next(line.start for line in lines if line.start >= at) for at in (0, *seams)]
    return [text[start:end].rstrip() + "\n" for start, end in zip(starts, [*seams, len(text)], strict=True)]


def _is_between(line: str) -> bool:
    return bool(_LINE.match(line) or _DOCUMENT_START.match(line) or _DOCUMENT_END.match(line))


def _seam_at(paragraphs: Sequence[Paragraph], full: Sequence[bool], first: int, at: int) -> Seam | None:
    """The seam whose first line is the paragraph `at`: a line between articles, or a headline."""
    start = next((later for later in range(at, min(at + 2 * _NEAR, len(full))) if full[later]), None)
    if start is None or not (_is_article(paragraphs, full, first, at) and _is_article(paragraphs, full, start)):
        return None
    between = [paragraph.text for paragraph in paragraphs[at:start]]
    if any(map(_DOCUMENT_START.match, between)) or _DOCUMENT_END.match(between[0]):
        return Seam(paragraphs[at].start, True, "a line that ends or begins a document")
    headline = next((place for place, line in enumerate(between) if _is_headline(line)), None)
    if headline is None or len(between) - headline > _NEAR or any(map(_is_sentence, between)):
        return None
    is_parted = any(map(_LINE.match, between[:headline]))
    if not is_parted and headline:
        return None
    lead = paragraphs[start].text
    has_dateline = past_dateline(lead, 0, len(lead)) > 0
    has_byline = any(_is_byline(line) for line in between[headline + 1 :])
    seen = f"the headline {between[headline]!r}"
    if has_byline or has_dateline:
        seen += f" with a {'byline or date' if has_byline else 'dateline'} of its own"
        return Seam(paragraphs[at].start, is_parted, seen + (" behind a line across the page" if is_parted else ""))
    if is_parted:
        return Seam(paragraphs[at].start, False, f"{seen} behind a line across the page")
    if len(between[headline].split()) >= _FEWEST_WORDS and _is_strange(paragraphs, full, first, at, start):
        return Seam(paragraphs[at].start, False, f"{seen}, below which the names from above it do not come back")
    return None


def _is_full(text: str) -> bool:
    return len(text) >= _SHORTEST_FULL and ends_sentence(text)


def _is_sentence(text: str) -> bool:
    """Whether a line between a headline and its article is a sentence: then the headline is a subheading."""
    return len(text) > _LONGEST_LABEL and ends_sentence(text)


def _is_article(paragraphs: Sequence[Paragraph], full: Sequence[bool], first: int, end: int | None = None) -> bool:
    """Whether enough running text for an article lies from one paragraph to another, or to the end."""
    own = [len(p.text) for p, is_full in zip(paragraphs[first:end], full[first:end], strict=True) if is_full]
    return len(own) >= _FEWEST_PARAGRAPHS and sum(own) >= _FEWEST_LETTERS


def _is_headline(line: str) -> bool:
    words = line.split()
    if len(line) > _LONGEST_HEADLINE or len(words) < 3 or line.endswith((":", ";", ",")) or _BYLINE.match(line):
        return False
    if sentence_end(line) and not (line[-1] in "?!" and len(words) > _FEWEST_WORDS):
        return False
    if is_furniture(line) or is_related_heading(line):
        return False
    if _LIST_MARK.match(line) or _LINE.match(line) or _DATE.match(line) or _HEADER.match(line):
        return False
    return line[0].isupper() or line[0] in "\"“„«‘'¿¡" or line[0].isdigit()


def _is_byline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and bool(_BYLINE.match(line) or _DATE.match(line) or _HEADER.match(line))


def _is_strange(paragraphs: Sequence[Paragraph], full: Sequence[bool], first: int, at: int, start: int) -> bool:
    """Whether the names below a headline, to the next one, have nothing to do with those above it."""
    above = {name for place in range(first, at) if full[place] for name in _names(paragraphs[place].text)}
    below: set[str] = set()
    for place in range(start, len(paragraphs)):
        if full[place]:
            below.update(_names(paragraphs[place].text))
        elif below and _is_headline(paragraphs[place].text):
            break
    fewest = min(len(above), len(below))
    return fewest >= _FEWEST_NAMES and len(above & below) * _FEWEST_STRANGE <= fewest


def _names(text: str) -> list[str]:
    return [name for name in _NAME.findall(text) if name.casefold() not in _NO_NAMES]

"""Names each paragraph's kind: by its own words first, then by where it stands among the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from summarizer.reading.layout.captions import is_caption, is_credit, may_be_caption
from summarizer.reading.layout.furniture import (
    is_comments_heading,
    is_furniture,
    is_neighbour_link,
    is_related_heading,
    last_crumb,
)
from summarizer.reading.layout.paragraphs import ends_sentence, sentence_end
from summarizer.reading.layout.repeats import find_repeats
from summarizer.text.words import either, words_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.reading.layout.paragraphs import Paragraph

BlockKind = Literal["title", "body", "caption", "furniture", "repeat"]

_LONGEST_HEADING = 120  # characters
_LONGEST_TITLE = 220
_SHORTEST_FULL = 80
_MOST_TITLES = 3  # a kicker, the title and a line below it

_SAMPLE = 500  # characters in the middle of an article: the top of a page is often menus in English
_WIDE_SCRIPT = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_INNER_END = re.compile(r"\w{3}[.!?]['\"”’)]*\s")  # a sentence ends inside the line
_LIST_MARK = re.compile(r"(?:[-–—*•·●▪‣◦■]|\d{1,3}[.)]\s)")
_LOWER_START = re.compile(r"[a-zß-öø-ÿа-яα-ω]")
_SENTENCE_START = re.compile(rf"(?:{either('layout.headings.sentence_starts')})\s[a-z]")
_BROKEN_END = re.compile(rf"(?:,|\b(?:{either('layout.headings.broken_ends')}))\Z")
_SPEECH = words_pattern("words.speech.in_sentence", ignore_case=True)


def name_kinds(paragraphs: Sequence[Paragraph], title: str = "") -> list[BlockKind]:
    """Name the kind of each of an article's paragraphs; `title` is its title where that is known."""
    kinds: list[BlockKind | None] = [_by_own_words(paragraph.text) for paragraph in paragraphs]
    _mark_captions(paragraphs, kinds)
    shortest = _SHORTEST_FULL // 3 if _is_in_wide_script(paragraphs) else _SHORTEST_FULL
    full = [kind is None and _is_full(p.text, shortest) for p, kind in zip(paragraphs, kinds, strict=True)]
    top = full.index(True) if True in full else len(full)
    _mark_titles(paragraphs, kinds, title, top)
    _mark_comments(paragraphs, kinds, full)
    _mark_links(paragraphs, kinds, top)
    if _is_written_in_sentences(paragraphs, kinds, shortest):
        _mark_headings(paragraphs, kinds, full, top)
    _mark_repeats(paragraphs, kinds)
    return [kind or "body" for kind in kinds]


def _by_own_words(text: str) -> BlockKind | None:
    if is_credit(text):  # "Ministry / Handout" has the form of a menu too
        return "caption"
    if is_furniture(text):
        return "furniture"
    return "caption" if is_caption(text) else None


def _is_in_wide_script(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the middle of the article is written without blanks between words."""
    middle = paragraphs[-1].end // 2 if paragraphs else 0
    return any(
        _WIDE_SCRIPT.search(paragraph.text, max(0, middle - paragraph.start), middle + _SAMPLE - paragraph.start)
        for paragraph in paragraphs
        if paragraph.end > middle and paragraph.start < middle + _SAMPLE
    )


def _is_full(text: str, shortest: int) -> bool:
    """Whether a paragraph is running text beyond doubt."""
    return len(text) > _LONGEST_TITLE or (len(text) >= shortest and ends_sentence(text))


def _mark_captions(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    """A line right above a credit is its caption; a blank line between them leaves it in doubt, and body."""
    has_blank_lines = any(p.is_apart for p in paragraphs[1:])
    for i in range(1, len(paragraphs)):
        above = paragraphs[i - 1]
        if kinds[i] != "caption" or kinds[i - 1] is not None or paragraphs[i].is_apart:
            continue
        # Where no blank line parts anything, only a line that ends in no full stop can be told from the body.
        is_told = has_blank_lines or (i > 1 and not ends_sentence(above.text))
        if is_told and is_credit(paragraphs[i].text) and may_be_caption(above.text):
            kinds[i - 1] = "caption"


def _mark_titles(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], title: str, top: int) -> None:
    """The headings above the first full paragraph: the title, a kicker and a line below it; the rest is labels."""
    zone = range(min(top + 1, len(paragraphs)))
    crumbs = (last_crumb(paragraphs[i].text) for i in zone if kinds[i] == "furniture")
    known = {_letters(title), *map(_letters, crumbs)}
    known.discard("")
    headings = [
        i for i in zone if kinds[i] is None and i < top and _is_heading(paragraphs[i].text, _LONGEST_TITLE, "…?!")
    ]
    told = [i for i in zone if known and kinds[i] != "caption" and _letters(paragraphs[i].text) in known]
    main = min(told, key=lambda i: kinds[i] == "furniture", default=None)  # the first that is no label
    if main is None:
        main = next((i for i in headings if _words(paragraphs[i].text) >= 4), None)
    if main is None and top < len(paragraphs):
        main = next((i for i in headings if _words(paragraphs[i].text) >= 2), None)
    if main is None:
        main = _capitalised_lead(paragraphs, kinds)
    if kinds.count(None) == 1 and not title:
        return  # one line alone is the article
    titles = 1
    for i in headings:
        if i != main and top < len(paragraphs):
            is_title = titles < _MOST_TITLES and _words(paragraphs[i].text) >= 5
            kinds[i] = "title" if is_title else "furniture"
            titles += is_title
    if main is not None:
        kinds[main] = "title"


def _capitalised_lead(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> int | None:
    """Some feeds end their titles with a full stop: then It Is Capitals That Tell."""
    first = next((i for i, kind in enumerate(kinds) if kind is None), None)
    if first is None or first == len(paragraphs) - 1:
        return None
    text = paragraphs[first].text
    words = [word for word in text.split() if len(word) > 3]
    if len(text) > 150 or len(words) < 3 or _INNER_END.search(text):
        return None
    return first if sum(word.lstrip("\"“‘'(")[:1].isupper() for word in words) >= len(words) * 0.7 else None


def _mark_comments(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], full: list[bool]) -> None:
    """What follows the heading of the readers' comments is theirs, or the rules for them."""
    end = paragraphs[-1].end if paragraphs else 0
    seen = 0
    for i, paragraph in enumerate(paragraphs):
        seen += full[i]
        if kinds[i] == "title" or not is_comments_heading(paragraph.text):
            continue
        # At the top, and between the first paragraphs, the same words are a button.
        is_late = paragraph.start * 5 >= end * 2
        is_button = not is_late and paragraph.text.strip(": ").lower() in ("comment", "comments")
        if (seen >= 2 and not is_button) or (seen == 1 and is_late):
            kinds[i:] = ["furniture"] * (len(paragraphs) - i)
            return


def _mark_links(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], top: int) -> None:
    """Headlines of other articles: below a heading that says so, and "Previous …", "Next …"."""
    for i in range(top, len(paragraphs)):
        text = paragraphs[i].text
        if kinds[i] in (None, "furniture") and is_related_heading(text):
            kinds[i] = "furniture"
            for j in range(i + 1, len(paragraphs)):
                link = _LIST_MARK.sub("", paragraphs[j].text, count=1).lstrip()
                if kinds[j] == "title" or not link or not _is_heading(link, _LONGEST_HEADING, "…?!"):
                    break
                kinds[j] = "furniture"
        elif kinds[i] is None and is_neighbour_link(text):
            kinds[i] = "furniture"


def _is_written_in_sentences(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], shortest: int) -> bool:
    """Whether a missing full stop says anything: in Thai, in transcripts and in lists it does not."""
    long = [p.text for p, kind in zip(paragraphs, kinds, strict=True) if kind is None and len(p.text) >= shortest]
    return bool(long) and sum(map(ends_sentence, long)) >= len(long) * 0.6


def _mark_headings(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None], full: list[bool], top: int) -> None:
    """Lines between full paragraphs that are no sentence: subheadings, links, labels, names below pictures."""
    lead_in = False
    for i in range(top + 1, len(paragraphs)):
        if kinds[i] is not None:
            continue
        text = paragraphs[i].text
        following = paragraphs[i + 1].text if i + 1 < len(paragraphs) else ""
        if not lead_in and _is_heading(text, _LONGEST_HEADING, "…") and not _is_broken(text, following):
            kinds[i] = "furniture"
        else:
            lead_in = text.endswith((":", "：")) or (lead_in and not full[i])  # what it announces is a list


def _is_heading(text: str, longest: int, endings: str) -> bool:
    """Whether a line reads as a heading: short, no sentence's end in it, and none after it but `endings`."""
    if len(text) > longest or text.endswith((":", "：", ";", ",")):
        return False
    ending = sentence_end(text)
    if ending and not _may_end_heading(text, ending[0], endings):
        return False
    if _LIST_MARK.match(text) or _INNER_END.search(text):
        return False
    return _SPEECH.search(text) is None


def _may_end_heading(text: str, ending: str, endings: str) -> bool:
    """A cut-off headline ends in an ellipsis, some titles ask or exclaim; what is quoted is another matter."""
    mark = "…" if ending.startswith("...") else ending[0]
    return mark in endings and len(text) <= 90 and not any(quote in text for quote in '"“”„«»')


def _is_broken(text: str, following: str) -> bool:
    """Whether a line is part of a sentence that a blank line broke in two."""
    if len(text.split()) <= 2:
        return False
    if _LOWER_START.match(text) or _SENTENCE_START.match(text):
        return True
    if text[0] in "\"“”„«‘'" and text[-1] in "\"“”»’'":
        return True  # a quotation on its own
    return _BROKEN_END.search(text) is not None or _LOWER_START.match(following) is not None


def _mark_repeats(paragraphs: Sequence[Paragraph], kinds: list[BlockKind | None]) -> None:
    own = [i for i, kind in enumerate(kinds) if kind is None or kind == "title"]
    for i in find_repeats([paragraphs[i] for i in own]):
        kinds[own[i]] = "repeat"


def _words(text: str) -> int:
    return len(text.split()) if _WIDE_SCRIPT.search(text) is None else len(text) // 2


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text[: _LONGEST_TITLE * 2])).casefold()

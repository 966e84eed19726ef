"""The words before "who", and the speaker of the quotation around "I"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.phrase import trim

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex

_WORDS_BEFORE = re.compile(r"\S+")


def antecedent_of_relative(index: NameIndex, at: int) -> tuple[int, int] | None:
    """The words that "who" or "which" at an offset belongs to, None where there are none."""
    number = index.sentence_at(at)
    if number < 0:
        return None
    floor = max(index.sentence_starts[number], at - 160)
    names = [o for o in index.within(floor, at) if o.sort not in ("title", "adjective", "none")]
    start, end = trim(index.text, floor, at)
    if start >= end:
        return None
    gap = index.text[end:at]
    if index.text[at : at + 3].lower() == "who":
        names = [o for o in names if o.sort not in ("place", "spot")]
    if names and end - names[-1].end <= 1:
        return names[-1].lead, names[-1].end
    if "," in gap and names and index.text[names[-1].end : names[-1].end + 1] == ",":
        return names[-1].lead, names[-1].end
    return _noun_phrase_before(index, start, end)


def _noun_phrase_before(index: NameIndex, start: int, end: int) -> tuple[int, int] | None:
    words = [(m.start() + start, m.group().lower()) for m in _WORDS_BEFORE.finditer(index.text[start:end])]
    low = end
    for offset, word in reversed(words[-9:]):
        if word[-1] in ",;:.”" and low < end:
            break
        bare = word.strip("“\"'‘(")
        if bare in lex.VERBLIKE or bare.endswith("ing"):
            break
        low = offset
        if bare in lex.DETERMINERS:
            break
    if low >= end:
        return None
    kept = index.text[low:end].split()
    while kept and kept[0].lower() in lex.LINKS:
        low += len(kept[0]) + 1
        kept = kept[1:]
    start, end = trim(index.text, low, end)
    return (start, end) if start < end and index.text[start:end].lower() not in lex.PRONOUNS else None


def speaker_of_quote(index: NameIndex, at: int) -> tuple[int, int] | None:
    """The mention just after or before the quotation around an offset, None where nobody stands there."""
    quote = index.quote_around(at)
    if quote is None:
        return None
    opens, closes = quote
    line_end = index.text.find("\n", closes)
    stop = min(closes + 60, line_end if line_end >= 0 else len(index.text))
    for name in index.within(closes, stop):
        if name.sort in ("person", "name", "single") and name.start > closes:
            return name.lead, name.end
    match = re.compile(r"\W{0,3}\s?(?:said\s)?(he|she)\b").match(index.text, closes, stop)
    if match is not None:
        return match.span(1)
    floor = max(index.text.rfind("\n", 0, opens) + 1, opens - 60)
    for name in reversed(index.within(floor, opens)):
        if name.sort in ("person", "name", "single") or name.sort in lex.BODIES.values():
            return name.lead, name.end
    return None

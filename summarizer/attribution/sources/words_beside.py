"""Finds the words that "who" belongs to, and who stands beside a quotation: what the text around an offset tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import BODY_SORTS
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.attribution.sources.prose import Prose
    from summarizer.contract.statement import Offsets

_DETERMINERS = word_set("sources.grammar.determiners")
_LINKS = re.compile(rf"(?:(?:{vocab.any_of(word_set('sources.grammar.links'))})(?:\s+|\Z))*", re.IGNORECASE)
_VERBLIKE = word_set("sources.grammar.verblike")
_WHO = ", who"
_WHO_MAY_BE = vocab.BODY_KINDS.keys() | vocab.HOLDER_NOUNS
_SAID_HE = re.compile(r"\W{0,3}\s?(?:said\s)?(he|she)\b")


def find_person_of_thing(index: NameIndex, phrase: Phrase) -> Referent | None:
    """Find Poe, of "the tone of Poe, who": a thing is not "who"."""
    is_who = index.prose.text.endswith(_WHO, 0, phrase.end)
    if not is_who or phrase.head in _WHO_MAY_BE or vocab.is_personal(phrase.head):
        return None
    names = index.within(phrase.head_end, phrase.end)
    who = index.referent_of(names[-1]) if names and names[-1].end == phrase.end - len(_WHO) else None
    return who if who is not None and who.sort in ("person", "name") else None


def find_words_before(index: NameIndex, at: int) -> Offsets | None:
    """Find the words that "who" or "which" belongs to, None where there are none."""
    text, sentence = index.prose.text, index.prose.sentence_at(at)
    if sentence < 0:
        return None
    floor = max(index.prose.sentence_starts[sentence], at - 160)
    start, end = index.prose.trim(floor, at)
    if start >= end:
        return None
    outside = {"title", "adjective"}
    if text[at : at + 3].lower() == "who":
        outside |= {"place", "spot"}
    names = [name for name in index.within(floor, at) if name.sort not in outside]
    if names:
        last = names[-1]
        if end - last.end <= 1 or ("," in text[end:at] and text[last.end : last.end + 1] == ","):
            return last.lead, last.end
    return _noun_phrase_before(index.prose, start, end)


def find_speaker_of_quotation(index: NameIndex, at: int) -> Offsets | None:
    """Find the mention just after or before the quotation around it, None where nobody stands there."""
    text = index.prose.text
    opens, closes = index.prose.quotation_around(at) or (0, 0)
    if not closes:
        return None
    line_end = text.find("\n", closes)
    stop = min(closes + 60, line_end if line_end >= 0 else len(text))
    for name in index.within(closes, stop):
        if name.sort in vocab.PERSONAL_SORTS and name.start > closes:
            return name.lead, name.end
    match = _SAID_HE.match(text, closes, stop)
    if match is not None:
        return match.span(1)
    floor = max(text.rfind("\n", 0, opens) + 1, opens - 60)
    for name in reversed(index.within(floor, opens)):
        if name.sort in vocab.PERSONAL_SORTS or name.sort in BODY_SORTS:
            return name.lead, name.end
    return None


def _noun_phrase_before(prose: Prose, start: int, end: int) -> Offsets | None:
    text, low = prose.text, end
    for match in list(re.finditer(r"\S+", text[start:end]))[:-10:-1]:
        word = match[0].lower()
        if word[-1] in ",;:.”" and low < end:
            break
        bare = word.strip("“\"'‘(")
        if bare in _VERBLIKE or bare.endswith("ing"):
            break
        low = start + match.start()
        if bare in _DETERMINERS:
            break
    links = _LINKS.match(text, low, end)
    start, end = prose.trim(links.end() if links else low, end)
    return (start, end) if start < end and text[start:end].lower() not in vocab.PRONOUNS else None

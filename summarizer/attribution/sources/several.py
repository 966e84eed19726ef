"""Who "they" are: the several with whom their sentence begins, those who spoke before, or a body."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.earlier_bodies import EarlierBodies
from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.naming import SourceName
from summarizer.attribution.sources.newcomers import reacts
from summarizer.attribution.sources.turns import leads_on, start_of_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.prose import Prose
    from summarizer.attribution.sources.standing import Speaker
    from summarizer.contract.draft import SourceKind

_MOST_SENTENCES = 4
_WORD = re.compile(r"[\w’'-]+")
_MOST_WORDS = 5  # of the several with whom a sentence may begin: "Many young farmers of"
_LINKED = re.compile(r"\b(?:because|and|but|as|after|when|that|if|before|since|while|though|although|until|so)\s\Z")
_NO_SUBJECT = tags.group(tags.FINITE, tags.PREPOSITION, tags.SUBORDINATOR, tags.COORDINATOR, tags.PRONOUN, tags.ED_FORM)


def find_several(index: NameIndex, start: int, speakers: Sequence[Speaker]) -> Referent | SourceName | None:
    """Who a "they" at an offset stands for; None where the article does not show it."""
    opening = _opening_subject(index, start)
    here = index.prose.sentence_at(start_of_statement(index.prose, start))
    before, reacts = _subject_before(index, here)
    if opening is not None or reacts:
        return opening or before
    block_of = index.prose.block_of
    if _answers_heading(index.prose, here):
        return before  # "Do shops profiteer?\n\nThey deny it": the shops
    if before is not None and all(block_of(speaker.sentence) < block_of(here) for speaker in speakers[-1:]):
        return before  # "Bakers said so.\n\nAnalysts expect more. They cut"
    for speaker in reversed(speakers[-4:]):
        if here - speaker.sentence > _MOST_SENTENCES:
            break
        is_group = speaker.source.kind in ("armed_group", "organization")
        if speaker.plural or is_group or speaker.head in vocab.HOUSEHOLDS:
            return speaker.who
    for name in index.before(start, 12):
        if name.sort == "crowd" and name.sentence >= here - 1 and not index.prose.is_quoted(name.start):
            return index.referent_of(name)
    if not any(speaker.source.kind not in ("anonymous", "witness", "person") for speaker in speakers[-3:]):
        return before
    found = EarlierBodies(index, start, speakers).find(None)
    is_no_group = found is not None and found.kind == "media"  # "According to the Herald, they were brothers. They"
    return None if is_no_group or (isinstance(found, Referent) and found.sort == "place") else found


def _answers_heading(prose: Prose, here: int) -> bool:
    """Whether the paragraph above is one question, which a sentence answers: "Do shops profiteer?\n\nThey deny it"."""
    if here <= 1 or prose.block_of(here - 1) in (prose.block_of(here), prose.block_of(here - 2)):
        return False
    start, end = prose.sentence_starts[here - 1 : here + 1]
    return prose.text[start:end].rstrip().endswith("?") and not prose.is_quoted(start)


def _opening_subject(index: NameIndex, start: int) -> SourceName | None:
    """The several with whom the sentence begins that goes on with "they": "Two nurses left because they thought"."""
    prose = index.prose
    if prose.is_quoted(start) or _LINKED.search(prose.text, max(0, start - 12), start) is None:
        return None
    return _several_at(prose, prose.sentence_starts[prose.sentence_at(start)], start)


def _subject_before(index: NameIndex, here: int) -> tuple[SourceName | None, bool]:
    """The several with whom the sentence before begins, and whether they do what calls for their words."""
    prose = index.prose
    if here <= 0 or not leads_on(prose, here - 1) or prose.is_quoted(prose.sentence_starts[here - 1]):
        return None, False
    start, end = prose.sentence_starts[here - 1 : here + 1]
    found = _several_at(prose, start, end)
    return found, found is not None and reacts(prose.text, start + len(found.name), end)


def _several_at(prose: Prose, begin: int, end: int) -> SourceName | None:
    """The several with whom a sentence begins at an offset."""
    known = load_lexicon().tags
    for word in islice(_WORD.finditer(prose.text, begin, end), _MOST_WORDS):
        noun = word[0].lower()
        if known.get(noun) in tags.BEFORE_NOUN:
            continue  # "many"
        if "," in prose.text[begin : word.start()]:
            return None  # "To Sanne, her aides"
        if _is_several(noun) and not prose.text.startswith(".", word.end()):
            kind: SourceKind = "witness" if noun in vocab.WITNESS_NOUNS else "anonymous"
            return SourceName(prose.text[begin : word.end()], kind)
        if known.get(noun) in _NO_SUBJECT:
            return None
    return None


def _is_several(noun: str) -> bool:
    is_plural = noun in vocab.CROWD_NOUNS or vocab.singular(noun) != noun
    return is_plural and (vocab.is_personal(noun) or vocab.singular(noun) in vocab.HOLDER_NOUNS)

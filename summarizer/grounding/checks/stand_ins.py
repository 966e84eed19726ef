"""A name that a text has where its evidence has "she", "it" or "that report", and no name that it could displace.

Whom a pronoun means is read by the rules, and they err. What stands in the place of the name is seen in the words that
both texts have on either side of it: where that is only a pronoun, any name of its sort that is at hand may be meant.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import DAYS, FIRST_NAMES, ROLE_NOUNS
from summarizer.grounding.checks.meanings import word_key
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import holds_whole
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word
    from summarizer.grounding.checks.passage import Passage

_MEN, _WOMEN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_BODIES = frozenset({"it", "its", "itself"})
_ANY = frozenset({"they", "them", "their", "theirs", "you", "your", "we", "us", "our"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_PERSONS = word_set("checks.references.persons")
_CALLED = ROLE_NOUNS | _PERSONS | word_set("checks.references.bodies")
_REACH = 6  # words on either side of a name in which one must stand that both texts have
_WIDEST = 10  # words of the evidence in whose place a name may stand
_BACK = 6  # sentences before the evidence in which a name is at hand
_LEAD = 3  # sentences, the title among them, that say what the article is about
_OFTEN = 4  # times that a name stands in an article which is about it


class _StandIn(NamedTuple):
    word: str
    is_noun: bool


def stands_for_name(alignment: Alignment, passage: Passage, word: str) -> bool:
    """Whether all that the evidence has in the place of a name of a text may stand for it, and the name is at hand."""
    key = word_key(word)
    places = [at for at, one in enumerate(alignment.said) if one.kind != "mark" and word_key(one.text) == key]
    if not places:
        return False
    name = _whole(alignment.said, places[0])
    if not holds_whole(passage.article.text, name) or _is_of_speaker(alignment, passage):
        return False
    return _is_at_hand(passage, name) and all(_may_stand(alignment, passage, at, name) for at in places)


def _is_of_speaker(alignment: Alignment, passage: Passage) -> bool:
    """Whether a person says it of "he" or "she" outside a quotation: that is most often who says it."""
    if not any(one.kind == "person" for one in passage.speakers):
        return False
    cast = read_cast(passage.article)
    cited = (alignment.held[at] for at in alignment.cited)
    return any(one.lower in _MEN | _WOMEN and not cast.is_quoted(one.start) for one in cited)


def _whole(words: Sequence[Word], at: int) -> str:
    """The name of which a word at a place is a part."""
    first = last = at
    while first > 0 and words[first - 1].kind == "name" and not words[first - 1].owns:
        first -= 1
    while last + 1 < len(words) and words[last + 1].kind == "name" and not words[last].owns:
        last += 1
    return re.sub(r"['’]s?$", "", " ".join(one.text for one in words[first : last + 1]))


def _may_stand(alignment: Alignment, passage: Passage, at: int, name: str) -> bool:
    place = _place_of(alignment, at)
    if place is None:
        return False
    found = list(_read_place(alignment, place))
    return (
        bool(found)
        and all(one is not None for one in found)
        and any(one is not None and _may_mean(passage, one, name) for one in found)
    )


def _place_of(alignment: Alignment, at: int) -> range | None:
    """Where in the evidence a word of a text would stand: between what both have before and after it."""
    before = next((alignment.links[one] for one in _going(at, -1) if _is_linked(alignment, one)), None)
    after = next(
        (alignment.links[one] for one in _going(at, 1) if one < len(alignment.said) and _is_linked(alignment, one)),
        None,
    )
    if after is None:
        return None if before is None else _to_clause_end(alignment.held, before)
    if before is None or not 0 < after - before <= _WIDEST:
        return _from_clause_start(alignment.held, after)
    return range(before + 1, after)


def _going(at: int, step: int) -> Iterator[int]:
    return (one for one in range(at + step, at + step * (_REACH + 1), step) if one >= 0)


def _is_linked(alignment: Alignment, at: int) -> bool:
    return alignment.links[at] is not None and alignment.said[at].is_content


def _from_clause_start(held: Sequence[Word], end: int) -> range:
    start = end
    while start > max(0, end - _REACH) and held[start - 1].kind != "mark":
        start -= 1
    return range(start, end)


def _to_clause_end(held: Sequence[Word], start: int) -> range:
    end = start + 1
    while end < min(len(held), start + _REACH) and held[end].kind != "mark":
        end += 1
    return range(start + 1, end)


def _read_place(alignment: Alignment, place: range) -> Iterator[_StandIn | None]:
    """What in a place of the evidence may stand for a name; None for a name or thing that the text leaves out."""
    held = alignment.held
    for at in place:
        word = held[at]
        if word.lower in _MEN | _WOMEN | _BODIES | _ANY:
            yield _StandIn(word.lower, is_noun=False)
        elif _is_name(held, at) and alignment.back[at] is None:
            yield None
        elif word.lower in _CALLED and any(one.lower in _POINTING | _OWNERS for one in held[max(0, at - 3) : at]):
            yield _StandIn(word.lower, is_noun=True)
        elif word.is_content and word.kind == "word" and alignment.back[at] is None and _is_thing(held, at):
            yield None


def _is_name(held: Sequence[Word], at: int) -> bool:
    """Whether a word is of a name, of a department for instance, and neither a day nor the first of its sentence."""
    if not held[at].text[0].isupper() or held[at].lower in DAYS:
        return False
    return held[at].kind == "name" or (held[at].is_content and at > 0 and held[at - 1].kind != "mark")


def _is_thing(held: Sequence[Word], at: int) -> bool:
    """Whether a word has "his" or "a" before it: "from her parents"."""
    return at > 0 and held[at - 1].lower in _OWNERS | {"a", "an"}


def _may_mean(passage: Passage, one: _StandIn, name: str) -> bool:
    """Whether a pronoun or noun may mean a name, as far as is known what it is the name of."""
    who = read_cast(passage.article).fullest(name)
    is_person = who is not None and who.kind == "person" and (bool(who.role) or " " in who.name)
    if one.is_noun and who is not None and who.role and one.word in who.role.lower().split():
        return True
    if one.is_noun:
        return who is None or is_person is (one.word in ROLE_NOUNS or one.word in _PERSONS)
    if one.word in _BODIES:
        return not is_person
    if one.word in _ANY:
        return True
    gender = "man" if one.word in _MEN else "woman"
    return who is not None and is_person and _gender(who.name) == gender and _is_main(passage, who.name, gender)


def _gender(name: str) -> str:
    return FIRST_NAMES.get(name.split(maxsplit=1)[0].lower(), "")


def _is_main(passage: Passage, name: str, gender: str) -> bool:
    """Whether somebody is named often in the article, or no other man or woman as often, or right before."""
    if holds_whole(passage.before, name.split(maxsplit=1)[0]) or holds_whole(
        passage.before, name.rsplit(maxsplit=1)[-1]
    ):
        return True
    persons = read_cast(passage.article).persons_within(0, len(passage.article.text))
    counts = Counter(who.name for _, who in persons if _gender(who.name) == gender)
    return counts[name] >= _OFTEN or all(count < counts[name] for one, count in counts.items() if one != name)


def _is_at_hand(passage: Passage, name: str) -> bool:
    """Whether an article leads with a name, has it often, or in the sentences just before the evidence."""
    text, sentences = passage.article.text, sentences_of(passage.article)
    last = name.rsplit(maxsplit=1)[-1]
    if len(re.findall(rf"(?<!\w){re.escape(last.removesuffix('s'))}s?(?!\w)", text)) >= _OFTEN:
        return True
    near = list(sentences[:_LEAD])
    for first, _ in passage.stretches:
        near += sentences[max(0, first - _BACK) : first]
    return any(holds_whole(text[one.start : one.end], last) for one in near)

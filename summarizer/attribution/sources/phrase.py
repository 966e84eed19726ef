"""Reads the words of a mention: its head, its name, who it belongs to, and how definite it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence

# A full stop before a capital is a lost space.
_TOKEN = re.compile(r"\w(?:[\w’'‘&%-]|\.(?![A-Z][a-z]))*|[,;:()—–“”\"]|\.(?=[A-Z])")
_EDGE = " \t\r\n\v\f\u00a0,;:.“”\"'‘’()[]—–-"
_OPENING_WORDS = vocab.POSSESSIVE_WORDS | vocab.DEFINITE | vocab.INDEFINITE | vocab.NUMBERS
_TITLED = frozenset({"title", "adjective", "crowd"})
_NAMES_OF_PERSONS = frozenset({"person", "name", "single"})
UNNAMED = _TITLED | {"none"}
_RANKED = re.compile(r"the\s([a-z]+)\s(?=[A-Z])")
_NAMING = re.compile(rf"\s(?:{'|'.join(sorted(vocab.NAMING))})\s(?:itself\s|themselves\s|as\s)?(?:the\s)?[“\"‘']?")


class Phrase(NamedTuple):
    """A mention taken apart; offsets are code points of the article.

    `head` is the head noun in lower case, empty when the head is the name. `words` are the lower-case words of the
    head phrase before its head, determiner left out. `inner` is where the phrase begins after its determiner, and
    `head_end` where its head phrase ends, `end` where the whole mention does.
    """

    start: int
    inner: int
    head_end: int
    end: int
    determiner: str
    head: str
    words: tuple[str, ...]
    name: Occurrence | None
    owner: Occurrence | None
    attached: Occurrence | None
    joined: bool

    @property
    def is_definite(self) -> bool:
        """Whether it points back at something that the reader knows."""
        return self.determiner in vocab.DEFINITE or self.determiner in vocab.POSSESSIVE_WORDS

    @property
    def is_indefinite(self) -> bool:
        """Whether it brings in somebody new."""
        return self.determiner in vocab.INDEFINITE

    @property
    def is_plural(self) -> bool:
        """Whether it stands for several."""
        if self.determiner in ("a", "an", "one", "another", "this", "that"):
            return False
        return _is_several(self.head)


class Part(NamedTuple):
    """A word of a mention in lower case, or a whole name, for which the word is empty."""

    start: int
    end: int
    name: Occurrence | None
    word: str


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, punctuation and quotation marks off both ends of a stretch."""
    start, end = max(0, start), min(end, len(text))
    words = text[start:end]
    if words[:1].isalnum() and words[-1].isalnum():
        return start, end
    left = len(words) - len(words.lstrip(_EDGE))
    right = len(words.rstrip(_EDGE))
    if left >= right:
        return start, start
    kept = start + right
    # "U.S." and "Sen. Poe (R-X)" keep what closes them.
    if kept < end and text[kept] == "." and "." in text[max(start, kept - 3) : kept]:
        kept += 1
    if kept < end and text[kept] == ")" and "(" in text[start:kept]:
        kept += 1
    return start + left, kept


def read_phrase(index: NameIndex, start: int, end: int) -> Phrase:
    """Take a trimmed mention apart."""
    text = index.text
    names = [name for name in index.within(start, end) if name.start >= start and name.sort != "none"]
    parts = _split(text, start, end, names)
    determiner, inner = "", start
    if parts and parts[0].word in _OPENING_WORDS and not text[parts[0].start : parts[0].end].isupper():
        determiner = parts[0].word
        if len(parts) > 1:
            inner = parts[1].start
            parts = parts[1:]
    head_length, joined = _head_length(parts)
    if not head_length:
        return Phrase(start, inner, end, end, determiner, "", (), None, None, None, joined)
    *before, last = parts[:head_length]
    owner = next((part.name for part in before if part.name is not None and _is_owner(text, part.name)), None)
    words = tuple(word for part in before for word in _words_of(text, part))
    if last.name is not None and last.name.sort not in _TITLED:
        if owner is not None and _is_owner(text, last.name) and text[last.name.end : end].strip("’'s ") == "":
            owner = None
        return Phrase(start, inner, last.end, end, determiner, "", words, last.name, owner, None, joined)
    inside = _words_of(text, last)
    if "of" in inside[1:-1]:  # of a title: "Secretary of State"
        of = inside.index("of")
        inside = inside[of:] + inside[:of]
    *more, head = inside or [""]
    if words and f"{words[-1]} {head}" in vocab.BODY_KINDS:  # "coast guard"
        head, words = f"{words[-1]} {head}", words[:-1]
    attached = before[-1].name if before else None
    phrase = Phrase(start, inner, last.end, end, determiner, head, (*words, *more), None, owner, attached, joined)
    return phrase if joined else _with_apposed(index, text, phrase, parts[head_length:])


def _split(text: str, start: int, end: int, names: list[Occurrence]) -> list[Part]:
    """The mention's words in order, a whole name as one part."""
    parts: list[Part] = []
    at = start
    upcoming = iter(names)
    name = next(upcoming, None)
    while (match := _TOKEN.search(text, at, end)) is not None:
        while name is not None and name.end <= at:
            name = next(upcoming, None)
        if name is not None and match.end() > max(name.lead, start):
            parts.append(Part(max(name.lead, start), min(name.end, end), name, ""))
            at = max(name.end, at + 1)
            if text[at : at + 2] in ("’s", "'s"):
                at += 2
        else:
            parts.append(Part(match.start(), match.end(), None, _bare(match[0])))
            at = match.end()
    return parts


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")


def _words_of(text: str, part: Part) -> list[str]:
    if part.name is None:
        return [part.word.strip(".")]
    return text[part.start : part.end].lower().replace(".", "").split()


def _is_several(noun: str) -> bool:
    return vocab.singular(noun) != noun or noun in vocab.CROWD_NOUNS


def _head_length(parts: list[Part]) -> tuple[int, bool]:
    """How many parts belong to the head phrase, and whether "and" or a comma joins another one to it."""
    for i, (_, _, name, word) in enumerate(parts):
        if name is not None:
            before = parts[i - 1].name if i else None
            if before is not None and name.sort == before.sort == "person":
                return i, False
            continue
        if word in ("and", "or", "&") and i and i + 1 < len(parts):
            if _joins(parts[i - 1], parts[i + 1]):
                return i, True
            if parts[i + 1].word in vocab.POSSESSIVE_WORDS:
                return i, False
            continue
        if word == "of" and i and _names_office(parts, i):
            continue
        if (word in vocab.HEAD_ENDS or not word[0].isalnum()) and i:
            return i, word == "," and _lists_names(parts, i)
    return len(parts), False


def _names_office(parts: list[Part], of: int) -> bool:
    """Whether "of" stands within a title: "former secretary of state"."""
    is_office = of + 1 < len(parts) and parts[of + 1].word in vocab.OFFICE_WORDS
    return is_office and parts[of - 1].word in vocab.PERSON_TITLES


def _joins(before: Part, after: Part) -> bool:
    """Whether "and" joins two sources, not two words for one: "Ann Poe and Bob Roe", "voters and aides"."""
    if after.name is None and after.word in vocab.POSSESSIVE_WORDS:
        return False
    if before.name is not None:
        return before.name.sort not in _TITLED and (after.name is not None or before.name.sort != "name")
    return (
        _is_several(before.word)
        or before.word in vocab.BODY_KINDS
        or after.name is not None
        or after.word in vocab.DEFINITE
        or after.word in vocab.INDEFINITE
    )


def _lists_names(parts: list[Part], comma: int) -> bool:
    """Whether a comma begins a list: "Ann Poe, Bob Roe and Cy Doe"."""
    if comma + 2 >= len(parts) or parts[comma - 1].name is None or parts[comma + 1].name is None:
        return False
    return parts[comma + 2].word in ("and", ",") and any(part.word == "and" for part in parts[comma + 2 : comma + 5])


def _is_owner(text: str, name: Occurrence) -> bool:
    after = text[name.end : name.end + 2]
    return after in ("’s", "'s") or (after[:1] in ("’", "'") and text[name.end - 1] == "s")


def _with_apposed(index: NameIndex, text: str, phrase: Phrase, rest: list[Part]) -> Phrase:
    """Take the name that follows a role: "his rival, Ann Poe," and "a group calling itself the Front"."""
    follows = rest[1].name if len(rest) > 1 and rest[0].word == "," else None
    is_role = (
        phrase.head in vocab.PERSON_NOUNS
        or phrase.head in vocab.PERSON_TITLES
        or phrase.head.endswith(vocab.PERSON_ENDINGS)
    )
    if follows is None and is_role:
        follows = _name_after(index, phrase.end)
    if follows is not None and is_role:
        is_owner = phrase.head in vocab.OWNER_NOUNS and follows.sort not in _TITLED
        if is_owner or follows.sort in _NAMES_OF_PERSONS:
            return phrase._replace(name=follows, head="")
    named = _NAMING.match(text, phrase.head_end) if phrase.head in vocab.BODY_KINDS else None
    if named is not None:
        at = named.end()
        name = next((one for one in index.within(at, at + 2) if one.start <= at + 1 < one.end), None)
        if name is not None and name.sort not in _TITLED:
            return phrase._replace(name=name, owner=None)
    return phrase


def _name_after(index: NameIndex, end: int) -> Occurrence | None:
    """The name apposed after a mention's end: "[her deputy], Ann Poe, said"."""
    if index.text[end : end + 2] != ", ":
        return None
    called = _RANKED.match(index.text, end + 2)
    at = called.end() if called and called[1] in vocab.RANK_NOUNS else end + 2
    name = next(iter(index.within(at, at + 1)), None)
    if name is None or name.lead != at or index.text[name.end : name.end + 2].strip()[:1] not in (*',.”";',):
        return None
    return name

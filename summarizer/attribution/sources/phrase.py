"""Reads the words of a mention: its head, its name, whom it belongs to, and how definite it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence

# A full stop before a capital is a lost space.
_TOKEN = re.compile(r"\w(?:[\w’'‘&%-]|\.(?![A-Z][a-z]))*|[,;:()—–“”\"]|\.(?=[A-Z])")
_EDGE = " \t\r\n\v\f\u00a0,;:.“”\"'‘’()[]—–-"
_DETERMINERS = lex.POSSESSIVES | lex.DEFINITE | lex.INDEFINITE | lex.NUMBERS
_TITLED = frozenset(["title", "adjective", "crowd"])
_PERSONAL = frozenset(["person", "name", "single"])
PERSON_ENDS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant")
UNNAMED = _TITLED | {"none"}
_RANKED = re.compile(r"the\s([a-z]+)\s(?=[A-Z])")
_NAMING = re.compile(r"\s(?:calling|called|call|calls|named|known)\s(?:itself\s|themselves\s|as\s)?(?:the\s)?[“\"‘']?")


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
        return self.determiner in lex.DEFINITE or self.determiner in lex.POSSESSIVES

    @property
    def is_indefinite(self) -> bool:
        """Whether it brings in somebody new."""
        return self.determiner in lex.INDEFINITE

    @property
    def is_plural(self) -> bool:
        """Whether it stands for several."""
        if self.determiner in ("a", "an", "one", "another", "this", "that"):
            return False
        return lex.singular(self.head) != self.head or self.head in lex.CROWDS


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take white space, punctuation and quotation marks off both ends of a stretch."""
    if 0 <= start < end <= len(text) and text[start].isalnum() and text[end - 1].isalnum():
        return start, end  # most mentions are words and no more
    start, end = max(0, start), min(end, len(text))
    words = text[start:end]
    left = len(words) - len(words.lstrip(_EDGE))
    right = len(words.rstrip(_EDGE))
    if left >= right:
        return start, start
    end = start + right
    # "U.S." and "Sen. Poe (R-X)" keep what closes them.
    if text[end : end + 1] == "." and "." in text[max(start, end - 3) : end] and end < start + len(words):
        end += 1
    if text[end : end + 1] == ")" and "(" in text[start:end] and end < start + len(words):
        end += 1
    return start + left, end


def read_phrase(index: NameIndex, start: int, end: int) -> Phrase:
    """Take a trimmed mention apart."""
    text = index.text
    names = [o for o in index.within(start, end) if o.start >= start and o.sort != "none"]
    parts = _parts(text, start, end, names)
    determiner, inner = "", start
    if parts and parts[0][2] is None and parts[0][3] in _DETERMINERS and not text[slice(*parts[0][:2])].isupper():
        determiner = parts[0][3]
        if len(parts) > 1:
            inner = parts[1][0]
            parts = parts[1:]
    head_length, joined = _head_length(parts)
    if not head_length:
        return Phrase(start, inner, end, end, determiner, "", (), None, None, None, joined)
    before, last = parts[: head_length - 1], parts[head_length - 1]
    owner = next((p[2] for p in before if p[2] is not None and _is_owner(text, p[2])), None)
    words = tuple([word for part in before for word in _lows(text, part)])
    name = last[2]
    if name is not None and name.sort not in _TITLED:
        if owner is not None and _is_owner(text, name) and text[name.end : end].strip("’'s ") == "":
            owner = None
        return Phrase(start, inner, last[1], end, determiner, "", words, name, owner, None, joined)
    lows = _lows(text, last)
    if "of" in lows[1:-1]:
        lows = lows[lows.index("of") :] + lows[: lows.index("of")]
    head = lows[-1] if lows else ""
    if words and f"{words[-1]} {head}" in lex.BODIES:  # "coast guard"
        head, words = f"{words[-1]} {head}", words[:-1]
    attached = before[-1][2] if before else None
    words += tuple(lows[:-1])
    phrase = Phrase(start, inner, last[1], end, determiner, head, words, None, owner, attached, joined)
    return phrase if joined else _with_apposed(index, text, phrase, parts[head_length:])


Part = tuple[int, int, "Occurrence | None", str]


def _parts(text: str, start: int, end: int, names: list[Occurrence]) -> list[Part]:
    """The mention's words in order, a whole name as one part."""
    if not names:
        return [(m.start(), m.end(), None, _bare(m[0])) for m in _TOKEN.finditer(text, start, end)]
    parts: list[Part] = []
    at, i = start, 0
    while at < end:
        while i < len(names) and names[i].end <= at:
            i += 1
        match = _TOKEN.search(text, at, end)
        if match is None:
            break
        if i < len(names) and match.end() > max(names[i].lead, start):
            name = names[i]
            parts.append((max(name.lead, start), min(name.end, end), name, ""))
            at = max(name.end, at + 1)
            if text[at : at + 2] in ("’s", "'s"):
                at += 2
            continue
        parts.append((match.start(), match.end(), None, _bare(match[0])))
        at = match.end()
    return parts


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s")


def _lows(text: str, part: Part) -> list[str]:
    if part[2] is None:
        return [part[3].strip(".")]
    return text[part[0] : part[1]].lower().replace(".", "").split()


def _head_length(parts: list[Part]) -> tuple[int, bool]:
    """How many parts belong to the head phrase, and whether "and" or a comma joins another one to it."""
    for i, (_, _, name, word) in enumerate(parts):
        if name is not None:
            before = parts[i - 1][2] if i else None
            if before is not None and name.sort == before.sort == "person":
                return i, False
            continue
        if word in ("and", "or", "&") and i and i + 1 < len(parts):
            if _joins(parts, i):
                return i, True
            if parts[i + 1][3] in lex.POSSESSIVES:
                return i, False
            continue
        if word == "of" and i and _names_office(parts, i):
            continue
        if (word in lex.HEAD_ENDS or not word[0].isalnum()) and i:
            joined = word == "," and _lists_names(parts, i)
            return i, joined
    return len(parts), False


def _names_office(parts: list[Part], of: int) -> bool:
    """Whether "of" stands within a title: "former secretary of state"."""
    return parts[of - 1][3] in lex.TITLES and of + 1 < len(parts) and parts[of + 1][3] in lex.OFFICES


def _joins(parts: list[Part], link: int) -> bool:
    """Whether "and" joins two sources, not two words for one: "Ann Poe and Bob Roe", "voters and aides"."""
    before, after = parts[link - 1], parts[link + 1]
    if before[2] is not None:
        if after[2] is None and after[3] in lex.POSSESSIVES:
            return False
        return before[2].sort not in _TITLED and (after[2] is not None or before[2].sort != "name")
    if after[3] in lex.POSSESSIVES:
        return False
    word = before[3]
    many = lex.singular(word) != word or word in lex.CROWDS
    return many or word in lex.BODIES or after[2] is not None or after[3] in lex.DEFINITE or after[3] in lex.INDEFINITE


def _lists_names(parts: list[Part], comma: int) -> bool:
    """Whether a comma begins a list: "Ann Poe, Bob Roe and Cy Doe"."""
    if comma == 0 or parts[comma - 1][2] is None or comma + 2 >= len(parts) or parts[comma + 1][2] is None:
        return False
    return parts[comma + 2][3] in ("and", ",") and any(p[3] == "and" for p in parts[comma + 2 : comma + 5])


def _is_owner(text: str, name: Occurrence) -> bool:
    after = text[name.end : name.end + 2]
    return after in ("’s", "'s") or (after[:1] in ("’", "'") and text[name.end - 1] == "s")


def _name_after(index: NameIndex, end: int) -> Occurrence | None:
    """The name apposed after a mention's end: "[her deputy], Ann Poe, said"."""
    if index.text[end : end + 2] != ", ":
        return None
    called = _RANKED.match(index.text, end + 2)
    at = called.end() if called and called.group(1) in lex.RANKS else end + 2
    name = next(iter(index.within(at, at + 1)), None)
    if name is None or name.lead != at or index.text[name.end : name.end + 2].strip()[:1] not in (*',.”";',):
        return None
    return name


def _with_apposed(index: NameIndex, text: str, phrase: Phrase, rest: list[Part]) -> Phrase:
    """Take the name that follows a role: "his rival, Ann Poe," and "a group calling itself the Front"."""
    follows = rest[1][2] if len(rest) > 1 and rest[0][3] == "," else None
    is_role = phrase.head in lex.PERSONS or phrase.head in lex.TITLES or phrase.head.endswith(PERSON_ENDS)
    if follows is None and is_role:
        follows = _name_after(index, phrase.end)
    is_owner = phrase.head in lex.OWNERS and follows is not None and follows.sort not in _TITLED
    if follows is not None and is_role and (follows.sort in _PERSONAL or is_owner):
        return phrase._replace(name=follows, head="")
    named = _NAMING.match(text, phrase.head_end) if phrase.head in lex.BODIES else None
    if named is not None:
        at = named.end()
        name = next((o for o in index.within(at, at + 2) if o.start <= at + 1 < o.end), None)
        if name is not None and name.sort not in _TITLED:
            return phrase._replace(name=name, owner=None)
    return phrase

"""Reads the words of a mention: its head, its name, who it belongs to, and how definite it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.bodies import BodyNoun, body_noun
from summarizer.attribution.sources.mentions import BODY_SORTS
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence

# A full stop before a capital is a lost space.
_TOKEN = re.compile(r"\w(?:[\w’'‘&%-]|,(?=\d{3})|\.(?![A-Z][a-z]))*|[,;:()—–“”\"]|\.(?=[A-Z])")
_POSSESSIVES = word_set("sources.grammar.possessives")
_DEFINITE = word_set("sources.grammar.definite")
_OPENING_WORDS = _POSSESSIVES | _DEFINITE | vocab.INDEFINITE | vocab.NUMBERS
_OF_TWO_WORDS = vocab.BODY_KINDS.keys() | vocab.DOCUMENT_NOUNS
_SINGULAR = word_set("sources.grammar.singular_determiners")
_HEAD_ENDS = word_set("sources.grammar.head_ends")
_OWNERS = word_set("sources.persons.owners")
UNNAMED = frozenset({"title", "adjective", "crowd", "short"})
_SMALL_ROLE = re.compile(r", (?:the )?(?:[a-z0-9-]+ |[A-Z][a-z]+(?:ish|an|ese|ch) ){0,2}([a-z-]+) (?=[A-Z])")
_RANKED = re.compile(r"the\s([a-z]+)\s(?=[A-Z])")
_REVEREND = re.compile(r"the\s(?=(?:Rt|Right|Most|Very|Rev|Revd|Reverend|Hon|Honou?rable)\b)")
_TICKER = re.compile(r"[A-Z]{2,5}\.[A-Z]{1,2}")
_BRACKET = re.compile(r"\s\([A-Z][\w &]{1,25}\)\s(?=[A-Z])")
_OF_BODY = re.compile(r"\s(?:of|from|at)\s(?:the\s)?[A-Z][^,.;:“”\"\n]{1,40}(?=[,.])")
_OF_THEM = re.compile(r"\sof\s(?:them|these|those)\b")  # the mention ends before it: "[one] of them, Ann Poe,"
_AGED = re.compile(r"\d{1,3}-year-old\s(?=[A-Z])")
_CALLED = re.compile(r"an?\s(?:[a-z-]+\s){1,4}(?:called|named)\s(?=[A-Z])")
_OF = re.compile(r"\s(?:of|for)\s([^,.;:()“”\"\n—–]{2,60})")
# "The firm that runs the dam, Brenn,", but not "the man who met the singer, Ann Poe,".
_TOLD_OF = re.compile(r"\s(?:who|which|that)\s[^,;.“”\"\n]{0,60}?\b([a-z-]+)(?=,\s)")
_CALLED_SO = vocab.RANK_NOUNS | vocab.HOLDER_NOUNS
_NAMING = wordings("sources.wordings.named_body")
_CLOSING = frozenset('”’"')
_BEFORE_THINGS = frozenset({"of", "for"})
_NO_POSTS = word_set("sources.persons.of_others") - word_set("sources.persons.posts")
_MOST_OF_BODY = 7  # words
_MOST_THINGS = 4  # words between a role and the name of who has it


class Phrase(NamedTuple):
    """A mention taken apart; offsets are code points of the article.

    `inner` is where the phrase begins after its determiner, `head_end` where its head phrase ends, `end` where the
    whole mention does, and `joined` whether it is only the first of several. `head` is the head noun in lower case,
    empty when the head is the name. `words` are the lower-case words of the head phrase before its head, without the
    determiner, and `last` is the word after "and" where it joins two, in lower case.
    """

    start: int
    inner: int
    head_end: int
    end: int
    determiner: str
    joined: bool
    head: str = ""
    words: tuple[str, ...] = ()
    last: str = ""
    name: Occurrence | None = None
    owner: Occurrence | None = None
    attached: Occurrence | None = None

    @property
    def is_definite(self) -> bool:
        """Whether it points back at something that the reader knows."""
        return self.determiner in _DEFINITE or self.determiner in _POSSESSIVES

    @property
    def is_indefinite(self) -> bool:
        """Whether it brings in somebody new."""
        return self.determiner in vocab.INDEFINITE

    @property
    def is_plural(self) -> bool:
        """Whether it stands for several."""
        return self.determiner not in _SINGULAR and _is_several(self.head)


class Part(NamedTuple):
    """A word of a mention in lower case, or a whole name, for which `word` is empty and `words` are those of it."""

    start: int
    end: int
    name: Occurrence | None
    word: str
    words: list[str]


def read_phrase(index: NameIndex, start: int, end: int) -> Phrase:
    """Take a trimmed mention apart."""
    text = index.prose.text
    parts = _past_title(_split(index, start, end))
    determiner, inner = "", start
    if parts and parts[0].word in _OPENING_WORDS and (parts[0].word == "a" or not _is_upper(text, parts[0])):
        determiner = parts[0].word
        if len(parts) > 1:
            inner = parts[1].start
            parts = parts[1:]
    head_length, joined = _head_length(parts, is_bare=not determiner)
    if not head_length:
        return Phrase(start, inner, end, end, determiner, joined)
    *before, last = parts[:head_length]
    joined_word = parts[head_length + 1].word if joined and head_length + 1 < len(parts) else ""
    owner = next((part.name for part in before if part.name is not None and _is_owner(index, part.name)), None)
    words = tuple(word for part in before for word in part.words)
    if last.name is not None and last.name.sort not in UNNAMED:
        if owner is not None and _is_owner(index, last.name) and text[last.name.end : end].strip("’'s ") == "":
            owner = None
        return Phrase(
            start, inner, last.end, end, determiner, joined, words=words, last=joined_word, name=last.name, owner=owner
        )
    inside = last.words
    if "of" in inside[1:-1]:  # of a title: "Secretary of State"
        of = inside.index("of")
        inside = inside[of:] + inside[:of]
    *more, head = inside or [""]
    if head in vocab.OFFICE_WORDS and words[-1:] == ("of",) and len(words) > 1:  # "the former secretary of state"
        head, words = words[-2], (*words[:-2], "of", head)
    if words and f"{words[-1]} {head}" in _OF_TWO_WORDS:  # "coast guard", "white paper"
        head, words = f"{words[-1]} {head}", words[:-1]
    attached = before[-1].name if before else None
    phrase = Phrase(
        start, inner, last.end, end, determiner, joined, head, (*words, *more), joined_word, None, owner, attached
    )
    return phrase if joined else _with_apposed(index, phrase, parts[head_length:])


def _past_title(parts: list[Part]) -> list[Part]:
    """The parts of a mention past a work that it begins with: actress Alba Moll, in "Mrs Tarrow” actress Alba Moll"."""
    mark = next((at for at, part in enumerate(parts) if part.word in _CLOSING), len(parts))
    is_behind = 0 < mark < len(parts) - 2 and parts[-1].name is not None and parts[mark + 1].name is None
    return parts[mark + 1 :] if is_behind else parts


def read_body_noun(phrase: Phrase, text: str) -> BodyNoun:
    """The noun of a mention with the words before it and after "of"."""
    end = phrase.end if phrase.end > phrase.head_end else len(text)  # the mention may end before it
    match = _OF.match(text, phrase.head_end, end)
    return body_noun(phrase.head, phrase.words, match[1].lower().split() if match is not None else ())


def _is_upper(text: str, part: Part) -> bool:
    return text[part.start : part.end].isupper()


def _split(index: NameIndex, start: int, end: int) -> list[Part]:
    """The mention's words in order, a whole name as one part."""
    text = index.prose.text
    parts: list[Part] = []
    at = start
    upcoming = iter([name for name in index.within(start, end) if name.start >= start])
    name = next(upcoming, None)
    while (match := _TOKEN.search(text, at, end)) is not None:
        while name is not None and name.end <= at:
            name = next(upcoming, None)
        is_in_word = name is not None and name.end < match.end() and text[name.end] == "-"  # "U.S.-led"
        if name is not None and not is_in_word and match.end() > max(name.lead, start):
            low, high = max(name.lead, start), min(name.end, end)
            parts.append(Part(low, high, name, "", text[low:high].lower().replace(".", "").split()))
            at = max(name.end, at + 1)
            if text[at : at + 2] in ("’s", "'s"):
                at += 2
        elif _TICKER.fullmatch(match[0]):
            at = match.end()  # "Brenn Foods BRNN.L"
        else:
            word = match[0].lower().removesuffix("’s").removesuffix("'s")
            parts.append(Part(*match.span(), None, word, [word.strip(".")]))
            at = match.end()
    return parts


def _is_several(noun: str) -> bool:
    return vocab.singular(noun) != noun or noun in vocab.CROWD_NOUNS


def _head_length(parts: list[Part], *, is_bare: bool) -> tuple[int, bool]:
    """How many parts belong to the head phrase, and whether "and" or a comma joins another one to it.

    `is_bare` says that no determiner is before them.
    """
    for i, (_, _, name, word, _) in enumerate(parts):
        if name is not None:
            before = parts[i - 1].name if i else None
            if before is not None and name.sort == before.sort == "person":
                return i, False
            continue
        if word in ("and", "or", "&") and i and i + 1 < len(parts):
            is_owned = parts[i + 1].word in _POSSESSIVES  # "the founder and his brother": the founder speaks
            is_one = is_bare and _holds_two_roles(parts, i)
            if is_owned or (not is_one and _joins(parts[i - 1], parts[i + 1])):
                return i, not is_owned
            continue
        if word == "of" and i and _names_office(parts, i):
            continue
        if word == "close" and i + 1 < len(parts) and parts[i + 1].word != "to":
            continue  # "Poe's close friends"
        is_second = word == "of" and i > 0 and _joins_after_place(parts, i)
        if is_second or (word.endswith("ing") and i and _tells_of_person(parts, i)):
            return i, is_second
        if (word in _HEAD_ENDS or not word[0].isalnum()) and i:
            return i, word == "," and _lists_names(parts, i)
    return len(parts), False


def _holds_two_roles(parts: list[Part], and_: int) -> bool:
    """Whether the "and" is within one person's roles: "Former teacher and Ostby Mayor Ann Poe"."""
    before, after = parts[and_ - 1], parts[and_ + 1].name
    if any(part.word in _OPENING_WORDS for part in parts[:and_]):
        return False  # "Last year a teacher and Mayor Ann Poe"
    is_role = before.name is None and before.word in vocab.HOLDER_NOUNS and not _is_several(before.word)
    return is_role and after is not None and after.sort == "person" and after.lead < after.start


def _tells_of_person(parts: list[Part], at: int) -> bool:
    """Whether a participle says what somebody does: "a judge hearing the case", but not "a judge advocating group"."""
    before = parts[at - 1]
    is_person = before.name is None and before.word in vocab.HOLDER_NOUNS
    return is_person and at + 1 < len(parts) and parts[at + 1].word in _OPENING_WORDS | _HEAD_ENDS


def _joins_after_place(parts: list[Part], of: int) -> bool:
    """Whether somebody else follows the place of the first: "Ann Poe of Ostby and Senator Bob Roe"."""
    names = [part.name for part in (parts[of - 1], *parts[of + 1 : of + 4 : 2])]
    if len(names) < 3 or parts[of + 2].word not in ("and", "&"):
        return False
    first, _, other = (name.sort if name is not None else "" for name in names)
    return first in ("person", "name") and other in ("person", "name")


def _names_office(parts: list[Part], of: int) -> bool:
    """Whether "of" stands within a title: "former secretary of state"."""
    is_office = of + 1 < len(parts) and parts[of + 1].word in vocab.OFFICE_WORDS
    return is_office and parts[of - 1].word in vocab.PERSON_TITLES


def _joins(before: Part, after: Part) -> bool:
    """Whether "and" joins two sources, not two words for one: "Ann Poe and Bob Roe", "voters and aides"."""
    if before.name is not None:
        return before.name.sort not in UNNAMED and (after.name is not None or before.name.sort != "name")
    begins_anew = after.name is not None or after.word in _DEFINITE or after.word in vocab.INDEFINITE
    return begins_anew or _is_several(before.word) or before.word in vocab.BODY_KINDS


def _lists_names(parts: list[Part], comma: int) -> bool:
    """Whether a comma begins a list: "Ann Poe, Bob Roe and Cy Doe"."""
    before = parts[comma - 1].name
    if comma + 2 >= len(parts) or before is None or before.sort == "title" or parts[comma + 1].name is None:
        return False
    return parts[comma + 2].word in ("and", ",") and any(part.word == "and" for part in parts[comma + 2 : comma + 5])


def _is_owner(index: NameIndex, name: Occurrence) -> bool:
    text, end = index.prose.text, name.end
    return text[end : end + 1] in ("’", "'") and "s" in (text[end - 1], text[end + 1 : end + 2])


def _with_apposed(index: NameIndex, phrase: Phrase, rest: list[Part]) -> Phrase:
    """Take the name that follows a role: "his rival, Ann Poe," and "a group calling itself the Front"."""
    is_one = phrase.head in ("one", "another") or (phrase.determiner in ("one", "another") and phrase.head != "")
    if is_one and vocab.singular(phrase.head) not in vocab.BODY_KINDS:
        # "one of the women, Ann Poe,", "one noted critic, the host Ann Poe,"
        part = _OF_THEM.match(index.prose.text, phrase.end)
        end = part.end() if part is not None else phrase.end
        name = _name_after(index, end) or _name_after_role(index, end)
        if name is not None and name.sort in ("person", "name"):
            return phrase._replace(name=name, head="", inner=phrase.start)
    elif phrase.head in vocab.ROLE_NOUNS or phrase.head.endswith(vocab.PERSON_ENDINGS):
        name = _name_behind_office(phrase.head, rest) or _name_after(index, phrase.end)
        name = name or _name_after_role(index, phrase.end)
        is_owner = name is not None and phrase.head in _OWNERS and name.sort not in UNNAMED
        if name is not None and (is_owner or name.sort in vocab.PERSONAL_SORTS):
            return phrase._replace(name=name, head="")
    elif phrase.head not in vocab.BODY_KINDS and phrase.head not in vocab.DOCUMENT_NOUNS and phrase.is_definite:
        # "his second, the former champion Ann Poe,"
        the = phrase.determiner == "the"
        name = _name_after(index, phrase.end) if the else _name_after_role(index, phrase.end)
        if name is not None and name.sort in ("person", "name"):
            return phrase._replace(name=name, head="")
    return _with_bodys_name(index, phrase) if phrase.head in vocab.BODY_KINDS else phrase


def _with_bodys_name(index: NameIndex, phrase: Phrase) -> Phrase:
    """Take the name that follows a body: "a group calling itself the Front", "the firm that runs it, Brenn Energy,"."""
    named = _NAMING.match(index.prose.text, phrase.head_end)
    if named is not None:
        at = named.end()
        name = next((one for one in index.within(at, at + 2) if one.start <= at + 1 < one.end), None)
        if name is not None and name.sort not in UNNAMED and not _is_owner(index, name):
            return phrase._replace(name=name, owner=None)
    is_pointed_at = phrase.determiner == "the" or phrase.determiner in _POSSESSIVES
    apposed = _name_after(index, phrase.end) if is_pointed_at else None
    if apposed is not None and apposed.sort == "single":
        return phrase._replace(name=apposed, owner=None)  # "their union, Poe,"
    return phrase._replace(name=apposed, head="") if apposed is not None and apposed.sort in BODY_SORTS else phrase


def _name_behind_office(head: str, rest: list[Part]) -> Occurrence | None:
    """The name that follows a role with what it is for: "Minister of Trade, Fish and Works, Senator Ann Poe"."""
    if not rest:
        return None
    last = rest[-1].name
    is_after_office = len(rest) > 1 and (rest[-2].word == "," or rest[-2].name is not None)
    if last is not None and last.sort == "person" and is_after_office and all(map(_goes_on_in_office, rest[:-1])):
        return last
    if last is not None and last.sort in ("person", "name") and _is_for_a_thing(head, rest):
        return last  # "cabinet member for transport Ann Poe"
    return rest[1].name if len(rest) > 1 and rest[0].word == "," else None


def _goes_on_in_office(part: Part) -> bool:
    is_name_of_office = part.name is not None and part.name.sort not in ("person", "name")
    return is_name_of_office or part.word in (",", "and", "the", "of", "for")


def _is_for_a_thing(head: str, rest: list[Part]) -> bool:
    """Whether a post goes on to a name with what it is for: "for transport", not "of actress" nor "wife of"."""
    link, *things, _ = rest
    words = [thing.word for thing in things]
    is_body = link.word == "of" and len(things) <= _MOST_OF_BODY and any(word in vocab.BODY_KINDS for word in words)
    if is_body and all(words) and head not in _NO_POSTS:
        return True  # "chairman of the trade union of drivers Ann Poe"
    if head in _NO_POSTS or link.word not in _BEFORE_THINGS or not 0 < len(things) <= _MOST_THINGS:
        return False
    return all(words) and not any(vocab.is_personal(word) or word in vocab.HOLDER_NOUNS for word in words)


def name_behind_bracket(index: NameIndex, end: int) -> Occurrence | None:
    """The name behind what an office is for, in brackets: "Assistant Commissioner (Crime) Ann Poe"."""
    bracket = _BRACKET.match(index.prose.text, end)
    name = next(iter(index.within(bracket.end(), bracket.end() + 1)), None) if bracket else None
    return name if name is not None and name.sort in ("person", "name") else None


def _is_called_so(noun: str) -> bool:
    return noun in _CALLED_SO or noun.endswith(vocab.SURE_ENDINGS)


def _name_after_role(index: NameIndex, end: int) -> Occurrence | None:
    """The name apposed after a mention's end with a role in small letters: "[one critic], radio host Ann Poe, said"."""
    text = index.prose.text
    role = _SMALL_ROLE.match(text, end)
    if role is None or not _is_called_so(role[1]):
        return None
    name = next(iter(index.within(role.end(), role.end() + 1)), None)
    return (
        name if name is not None and name.lead == role.end() and text[name.end : name.end + 1] in (",", ".") else None
    )


def _name_after(index: NameIndex, end: int) -> Occurrence | None:
    """The name apposed after a mention's end: "[her deputy], Ann Poe, said"."""
    text = index.prose.text
    told = _TOLD_OF.match(text, end)
    if told is not None and not vocab.is_personal(told[1].lower()) and told[1].lower() not in vocab.HOLDER_NOUNS:
        end = told.end()
    if text[end : end + 2] != ", ":
        return None
    called = _RANKED.match(text, end + 2)
    reverend = _REVEREND.match(text, end + 2)
    at = called.end() if called and _is_called_so(called[1]) else reverend.end() if reverend else end + 2
    aged = _AGED.match(text, at)
    at = aged.end() if aged else at
    named = _CALLED.match(text, at)
    at = named.end() if named else at  # "its secretary, a teacher called Ann Poe, says"
    name = next(iter(index.within(at, at + 1)), None)
    if name is None or name.lead != at:
        return None
    body = _OF_BODY.match(text, name.end) if name.sort in ("person", "name") else None
    past = body.end() if body is not None else name.end  # "her publisher, Ann Poe of Poe & Roe, said"
    if text[past : past + 2].strip()[:1] not in (*',.”";',):
        return None
    return name

"""Tells who a mention is: a name, a pronoun, a bare role, a body, a document or somebody without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import lexicon as lex
from summarizer.attribution.sources.antecedents import (
    Speaker,
    find_body,
    find_by_role,
    find_issuer,
    find_person,
    only_person,
)
from summarizer.attribution.sources.mentions import RUN, Referent, kind_of
from summarizer.attribution.sources.naming import SourceName, name_key, read_run
from summarizer.attribution.sources.phrase import PERSON_ENDS, UNNAMED, Phrase, read_phrase, trim
from summarizer.attribution.sources.pronouns import antecedent_of_relative, speaker_of_quote
from summarizer.attribution.sources.roles import is_degree, role_of, tidy_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.contract.draft import SourceKind

Offsets = tuple[int, int]
_LONGER_THAN_PRONOUNS = 13  # "themselves’s"
_new = tuple.__new__  # one for each mention; without the detour of NamedTuple
Who = Referent | SourceName

_TAIL = re.compile(
    r",\s.*|\sand\s(?:its|his|her|their)\s.*|\s[—–]\s.*|\s(?:who|whom|whose|which|that|[Ss]aid)\b.*|\s\(.*", re.DOTALL
)
_THE = re.compile(r"\A(?:the|this|that|these|those)\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(r"(?:according to|among|by|from|to|with|for|but|and)\s(?=\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,.;:()“”\"\n]{1,60}")
_MEN = frozenset(["he", "him", "his", "himself"])
_WOMEN = frozenset(["she", "her", "hers", "herself"])
_WIDE_BODIES = frozenset(["group", "groups", "network", "movement", "alliance", "organization", "organisation"])
_BY = re.compile(r"\s(?:from|of|(?:\w+ed\s(?:\w+\s){0,3})?by)\s")
_NOUN_OWNER = re.compile(r"([Tt]he\s[a-z-]+(?:\s[a-z-]+)?)['’]s\s")


class Resolved(NamedTuple):
    """Who a mention is; `role` is what this mention calls them, `head` its head noun where it names nobody."""

    who: Who
    head: str = ""
    plural: bool = False
    role: str = ""


def _kind_of_phrase(phrase: Phrase) -> SourceKind:
    """The source kind of a mention that keeps its own words."""
    head, single = phrase.head, lex.singular(phrase.head)
    if phrase.joined and phrase.name is not None:
        return kind_of(phrase.name.sort)
    if head in lex.WITNESSES:
        return "witness"
    if (head in lex.PERSONS or head in lex.TITLES) and phrase.is_definite and head not in lex.NAMELESS:
        return _kind_of_role(phrase)
    body = _kind_of_body(phrase)
    is_person = head in lex.PERSONS or head in lex.CROWDS or single in lex.PERSONS
    if is_person and body != "armed_group" and (head in lex.PERSONS or body != "government"):
        return "anonymous"
    return body or ("document" if head in lex.DOCUMENTS or single in lex.DOCUMENTS else "anonymous")


def _kind_of_body(phrase: Phrase) -> SourceKind | None:
    """The kind of body that a mention's head and the words before it tell, None where its head is no body."""
    head = phrase.head
    if head in _WIDE_BODIES and any(lex.BODIES.get(w) == "armed_group" or w in lex.ARMED for w in phrase.words):
        return "armed_group"
    if head == "coalition" and any(w in ("led", "international", "military") for w in phrase.words):
        return "military"
    return lex.BODIES.get(head) or lex.BODIES.get(lex.singular(head))


def _kind_of_role(phrase: Phrase) -> SourceKind:
    """The kind of one whom the article knows but does not name: "the colonel", "the army spokesman", "its editor"."""
    if phrase.head in lex.RANKS:
        return "military"
    if phrase.head.startswith("spokes"):
        return next((lex.BODIES[word] for word in reversed(phrase.words) if word in lex.BODIES), "person")
    return "person"


class Resolver:
    """Resolves the mentions of one article."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._text = index.text
        self._names: dict[str, SourceName] = {}
        self._track: tuple[tuple[Offsets, ...], list[Speaker]] = ((), [])

    def resolve(self, start: int, end: int, speakers: Sequence[Speaker]) -> SourceName:
        """Name the source of a trimmed mention, given those who spoke before it."""
        return self.name(self._who(start, end, speakers))

    def speakers(self, mentions: Sequence[Offsets]) -> list[Speaker]:
        """Resolve attributing mentions in order; a list that grows is not resolved anew."""
        wanted = tuple(mentions)
        done, speakers = self._track
        if done[: len(wanted)] == wanted:
            return speakers[: len(wanted)]
        if wanted[: len(done)] != done:
            speakers = []
        speakers = speakers.copy()
        for mention in wanted[len(speakers) :]:
            speakers.append(self._speaker(mention, speakers))
        self._track = (wanted, speakers)
        return speakers

    def _speaker(self, mention: Offsets, earlier: Sequence[Speaker]) -> Speaker:
        start, end = trim(self._text, *mention)
        if start >= end:
            words = self._text[max(0, mention[0]) : max(0, mention[1])]
            return Speaker(start, end, -1, SourceName(words, "anonymous"), None, "", plural=True)
        found = self._who(start, end, [s for s in earlier[-12:] if s[1] <= start])
        referent = found.who if isinstance(found.who, Referent) else None
        sentence = self._index.sentence_at(start)
        return _new(Speaker, (start, end, sentence, self.name(found), referent, found.head, found.plural))

    def _who(self, start: int, end: int, speakers: Sequence[Speaker]) -> Resolved:
        """Who a trimmed mention is."""
        text = self._text
        if end - start < _LONGER_THAN_PRONOUNS:
            low = text[start:end].lower().replace("’", "'").removesuffix("'s")
            if low in lex.PRONOUNS and text[start:end] != "US":
                return self._pronoun(low, start, end, speakers)
        names = self._index.within(start, end)
        if len(names) == 1 and names[0].lead == start and names[0].end == end and names[0].sort not in UNNAMED:
            who, titles = self._body_or_person(names[0]), text[start : names[0].start]
            is_person = isinstance(who, Referent) and who.kind == "person"
            return _new(Resolved, (who, "", False, tidy_role(titles) if titles and is_person else ""))
        lead = _LEAD.match(text, start, end)
        phrase = read_phrase(self._index, lead.end() if lead else start, end)
        if phrase.joined:
            return Resolved(self._own_words(phrase), phrase.head, plural=True)
        if phrase.name is not None:
            return self._named(phrase, phrase.name)
        # A headline or a caption may name somebody whom the body names too.
        if text[phrase.inner].isupper() and phrase.head not in lex.BODIES and end - start < 200:
            outside = self._outside_body(text[phrase.inner : phrase.head_end])
            if outside is not None:
                return Resolved(outside)
        return Resolved(self._noun(phrase, speakers), phrase.head, plural=phrase.is_plural)

    def _outside_body(self, words: str) -> Who | None:
        """Who the words of a headline or caption name, whether or not the body names them too."""
        referent = self._index.referents.get(name_key(words))
        if referent is not None:
            return None if referent.sort == "crowd" else self._index.fullest_body(referent)
        pieces = read_run(words) if RUN.fullmatch(words) else ()
        if len(pieces) != 1 or pieces[0].end != len(words) or pieces[0].sort in (*UNNAMED, "single"):
            return None
        piece = pieces[0]
        return SourceName(words[piece.start :], kind_of(piece.sort), words[piece.lead : piece.start].strip())

    def _body_or_person(self, name: Occurrence) -> Who:
        referent = self._index.referent_of(name)
        if referent is None:
            return SourceName(self._text[name.start : name.end], kind_of(name.sort))
        return referent if referent.kind == "person" else self._index.fullest_body(referent)

    def _named(self, phrase: Phrase, name: Occurrence) -> Resolved:
        who = self._body_or_person(name._replace(end=min(name.end, phrase.end)))
        if isinstance(who, SourceName) or who.kind != "person":
            return Resolved(who)
        if phrase.head in lex.BODIES:  # "a group called Colour of Spring"
            return Resolved(SourceName(who.name, lex.BODIES[phrase.head]))
        # The mention may end before its name: "[the supervisor], Ann Poe, said".
        role = tidy_role(self._text[phrase.inner : min(name.start, phrase.end)]) if phrase.inner < name.start else ""
        return Resolved(who, role=role)

    def name(self, found: Resolved) -> SourceName:
        """Give the fullest name of a resolved mention, its kind and its role."""
        who = found.who
        if isinstance(who, SourceName):
            return who
        known = self._names.get(who.key)
        if known is None:
            role = role_of(self._index, who) if who.kind == "person" else ""
            known = self._names[who.key] = SourceName(self._index.full_name(who), who.kind, role)
        return SourceName(known.name, known.kind, found.role) if found.role and not is_degree(found.role) else known

    def _own_words(self, phrase: Phrase, kind: SourceKind | None = None) -> SourceName:
        """Keep the mention's own words, without "the" and without what is apposed or says more about it."""
        words = " ".join(self._text[phrase.start : phrase.end].split())
        short = words if phrase.joined else _TAIL.sub("", words).rstrip(" ,")
        if phrase.head in lex.BODIES or phrase.joined:
            short = _THE.sub("", short, count=1)
        return SourceName(short or words or self._text[phrase.start : phrase.end], kind or _kind_of_phrase(phrase))

    def _noun(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        head, single = phrase.head, lex.singular(phrase.head)
        if head in lex.PERSONAL or single in lex.DOCUMENTS:
            return self._document(phrase, speakers)
        if phrase.is_indefinite or not head:
            return self._own_words(phrase)
        if head in lex.CROWDS or phrase.is_plural:
            return self._crowd(phrase, speakers)
        if head in lex.BODIES and head not in lex.PERSONS:
            return self._body(phrase, speakers)
        if head in lex.PERSONS or head in lex.TITLES or head.endswith(PERSON_ENDS):
            return self._bare_role(phrase, speakers)
        return self._own_words(phrase)

    def _bare_role(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        found = find_by_role(self._index, phrase, speakers)
        if phrase.determiner == "its" and isinstance(found, Referent) and self._is_elsewhere(found, phrase.start):
            found = None
        if found is None and phrase.determiner == "the" and phrase.head in lex.TOPICAL:
            found = only_person(self._index, phrase.start)
        last = speakers[-1] if speakers else None
        if last is None or last.referent is None or last.referent.kind != "person":
            return found or self._own_words(phrase)
        # "Poe goes further: "…," the senator says": a person with no other role is called by a new one.
        here = self._index.sentence_at(phrase.start)
        is_near = self._index.blocks[here] == self._index.blocks[last.sentence]
        between = self._index.within(last.end, phrase.start) if is_near else []
        others = (self._index.referent_of(o) for o in between if not self._index.is_quoted(o.start))
        is_near = is_near and all(r is None or r.kind != "person" or r is last.referent for r in others)
        is_free = not self._index.roles(last.referent)
        if phrase.determiner == "the" and is_near and is_free and (found is None or phrase.head in lex.TOPICAL):
            return last.referent
        return found or self._own_words(phrase)

    def _is_elsewhere(self, person: Referent, at: int) -> bool:
        """Whether a person is named before an offset, but not in its paragraph: "its spokesman" is another body's."""
        blocks = self._index.blocks
        here = blocks[self._index.sentence_at(at)]
        before = [o.sentence for o in person.occurrences if o.start < at]
        return bool(before) and all(blocks[number] != here for number in before)

    def _document(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        """A statement, a tweet or a mind speaks for whose it is; a poll or a report for itself."""
        owner = self._owner(phrase, speakers) or self._author(phrase, speakers)
        if owner is not None:
            return owner
        if phrase.head in lex.ISSUED and phrase.determiner in ("the", "this", "that"):
            issuer = find_issuer(self._index, phrase, speakers)
            if issuer is not None:
                return issuer
        return self._own_words(phrase, "organization" if phrase.head == "office" else "document")

    def _owner(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        if phrase.owner is not None:
            referent = self._index.referent_of(phrase.owner)
            return self._index.fullest_body(referent) if referent else None
        noun = _NOUN_OWNER.match(self._text, phrase.start, phrase.head_end)
        if noun is not None:
            found = self._who(*noun.span(1), speakers).who
            return found if isinstance(found, Referent) or found.kind not in ("anonymous", "person") else None
        if phrase.determiner in ("his", "her", "its", "their", "my", "our"):
            who = self._pronoun(phrase.determiner, phrase.start, phrase.inner, speakers).who
            return None if isinstance(who, SourceName) and who.name.lower() == phrase.determiner else who
        return None

    def _author(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        """The body or person behind "a statement from the ministry", "a report by Poe", "a letter from his office"."""
        match = _BY.match(self._text, phrase.head_end)
        if match is None:
            return None
        # The mention may end before its author: "according to [a report] by the Front".
        beyond = _CLAUSE.match(self._text, match.end())
        start, end = trim(self._text, match.end(), max(phrase.end, beyond.end() if beyond else 0))
        if start >= end:
            return None
        inner = read_phrase(self._index, start, end)
        if inner.name is not None:
            return self._named(inner, inner.name).who
        if inner.head in lex.PERSONAL or inner.head in lex.DOCUMENTS:
            return self._owner(inner, speakers)
        # "a statement from the ministry" is the ministry's; one from nobody in particular stays a statement.
        return self._noun(inner, speakers) if inner.head in lex.BODIES and not inner.is_indefinite else None

    def _body(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        name = phrase.attached
        if name is not None and name.end < phrase.head_end and name.sort not in ("title", "adjective", "place"):
            referent = self._index.referent_of(name)
            # "the Riverside Front militia" is the Front; "the Poe campaign" is not Poe.
            if referent is not None and referent.kind == lex.BODIES[phrase.head] and phrase.owner is None:
                return self._index.fullest_body(referent)
        if phrase.determiner in ("his", "her", "their", "its"):
            return self._body_of_person(phrase, speakers)
        if phrase.determiner in ("the", "this", "that") and (last := self._last_called(phrase, speakers)):
            return last
        if phrase.determiner in ("the", "this", "that") and lex.ARMED.issuperset(phrase.words):
            found = find_body(self._index, phrase.head, phrase.start, speakers)
            if found is not None:
                return self._index.fullest_body(found) if isinstance(found, Referent) else found
        return self._own_words(phrase)

    def _last_called(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        """The body of that noun that spoke last, or "the Poe campaign" of before for a mere "the campaign"."""
        proper = {w for w in phrase.words if w in lex.PLACES or w in lex.ADJECTIVES}
        if phrase.attached is not None or proper:
            return None
        if phrase.words:
            media = lex.BODIES[phrase.head] == "media" and speakers and speakers[-1].source.kind == "media"
            return (speakers[-1].referent or speakers[-1].source) if media else None
        for speaker in reversed(speakers[-6:]):
            if (
                speaker.source.name.lower().endswith(f" {phrase.head}")
                and speaker.source.kind == lex.BODIES[phrase.head]
            ):
                return speaker.referent or speaker.source
        if phrase.head not in ("campaign", "administration"):
            return None
        before = self._text[max(0, phrase.start - 2000) : phrase.start]
        called = list(re.finditer(rf"\b[A-Z]\w+(?:['’]s?)? {phrase.head}\b", before))
        return SourceName(called[-1].group(), lex.BODIES[phrase.head]) if called else None

    def _body_of_person(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        """ "His campaign" is "the Poe campaign" where the article says so somewhere."""
        owner = self._owner(phrase, speakers)
        if isinstance(owner, Referent):
            surname = owner.name.split()[-1]
            pattern = rf"\b{re.escape(surname)}(?:['’]s?)? {re.escape(phrase.head)}\b"
            match = re.search(pattern, self._text)
            if match is not None:
                return SourceName(match.group(), lex.BODIES[phrase.head])
        return self._own_words(phrase)

    def _crowd(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        """ "The officials" are the two officials of before; any other several keep their own words."""
        if phrase.determiner in ("the", "these", "those") and not phrase.words:
            for speaker in reversed(speakers[-6:]):
                if speaker.plural and speaker.head == phrase.head:
                    return speaker.source
        return self._own_words(phrase)

    def _pronoun(self, low: str, start: int, end: int, speakers: Sequence[Speaker]) -> Resolved:
        own = SourceName(self._text[start:end], "anonymous")
        if low in _MEN or low in _WOMEN:
            found = find_person(self._index, start, "man" if low in _MEN else "woman", speakers)
            # Machine translation calls a ministry "he"; where no person is in reach, whoever spoke last is meant.
            if found is None and speakers and not speakers[-1].plural:
                found = speakers[-1].referent or speakers[-1].source
            return Resolved(found or own)
        if low in ("it", "its", "itself"):
            body = find_body(self._index, "", start, speakers)
            return Resolved((self._index.fullest_body(body) if isinstance(body, Referent) else body) or own)
        if low in ("they", "them", "their", "themselves"):
            return Resolved(self._several(start, speakers) or own, plural=True)
        if low in ("who", "which", "that", "whose", "whom"):
            return self._relative(start, speakers, own)
        if low in ("i", "we", "my", "our", "me", "us"):
            return self._first_person(start, speakers, own)
        return Resolved(own, low, plural=True)

    def _relative(self, start: int, speakers: Sequence[Speaker], own: SourceName) -> Resolved:
        """ "Who" is the speaker straight before it, or else the words before it."""
        if speakers and 0 <= start - speakers[-1].end <= 2:
            last = speakers[-1]
            return Resolved(last.referent or last.source, last.head, last.plural)
        span = antecedent_of_relative(self._index, start)
        return Resolved(own) if span is None else self._who(*span, speakers)

    def _first_person(self, start: int, speakers: Sequence[Speaker], own: SourceName) -> Resolved:
        if not self._index.is_quoted(start):
            return Resolved(own._replace(kind="outlet"))
        span = speaker_of_quote(self._index, start)
        if span is not None:
            return self._who(*span, speakers)
        if speakers and self._index.sentence_at(start) - speakers[-1].sentence < 3:
            last = speakers[-1]
            return Resolved(last.referent or last.source, last.head, last.plural)
        return Resolved(own)

    def _several(self, start: int, speakers: Sequence[Speaker]) -> Who | None:
        here = self._index.sentence_at(start)
        for speaker in reversed(speakers[-4:]):
            if here - speaker.sentence > 4:
                break
            if speaker.plural or speaker.source.kind in ("armed_group", "organization"):
                return speaker.referent or speaker.source
        for occurrence in self._index.before(start, 12):
            if occurrence.sort == "crowd" and occurrence.sentence >= here - 1:
                return self._index.referent_of(occurrence)
        found = find_body(self._index, "", start, speakers)
        if isinstance(found, Referent):
            return None if found.sort == "place" else self._index.fullest_body(found)
        return found

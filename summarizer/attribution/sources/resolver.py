"""Says who a mention is: a name, a pronoun, a bare role, a body, a document or somebody without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.ages import AGE, find_aged
from summarizer.attribution.sources.antecedents import Anaphor
from summarizer.attribution.sources.bearers import bearer_before
from summarizer.attribution.sources.companies import find_called_so
from summarizer.attribution.sources.earlier_bodies import EarlierBodies
from summarizer.attribution.sources.issuers import find_issuer
from summarizer.attribution.sources.kinds import kind_of_body, kind_of_phrase
from summarizer.attribution.sources.mentions import BODY_SORTS, RUN, Referent, kind_of
from summarizer.attribution.sources.naming import SourceName, name_key, read_run
from summarizer.attribution.sources.phrase import UNNAMED, Phrase, name_behind_bracket, read_body_noun, read_phrase
from summarizer.attribution.sources.pronouns import BODY_HERE, Pronouns, Resolved, is_body
from summarizer.attribution.sources.role_holders import BareRole
from summarizer.attribution.sources.roles import is_degree, role_of, tidy_role
from summarizer.attribution.sources.standing import Speaker
from summarizer.attribution.sources.words_beside import (
    find_person_of_thing,
)
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources.bodies import BodyNoun
    from summarizer.attribution.sources.candidates import Who
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets

_PERSONAL_THINGS = word_set("sources.documents.personal")
_BODIES_OR_THINGS = vocab.BODY_KINDS.keys() & (_PERSONAL_THINGS | vocab.DOCUMENT_NOUNS)  # "the paper", "the office"
_WHICH_OF_KIN = re.compile(r"\b(?:elder|older|eldest|oldest|younger|youngest|middle|senior|junior)\s\Z")
_ACRONYMS = ("us", "who", "it")
_OFFICES = ("office", "desk")
_CALLED_AFTER_PERSONS = word_set("sources.body_words.called_after_persons")
_TAIL = wordings("sources.wordings.said_further", re.DOTALL)
_THE = re.compile(r"\A(?:the|this|that|these|those)\s+(?=\S)", re.IGNORECASE)
_LEAD = re.compile(  # "By 10:40 [the crew] said"
    rf"(?:(?:{vocab.any_of(word_set('sources.words.before_mentions'))}|\d\d?:\d\d)\s(?=\w))+", re.IGNORECASE
)
_CLAUSE = re.compile(r"[^,.;:()“”\"\n]{1,60}")
# "A woman who identified herself as the victim's mother", "two people close to the talks".
_IDENTITY = re.compile(
    rf"\s(?:who\s(?:has\s|had\s)?(?:{vocab.any_of(word_set('sources.words.identified'))})\s\w+sel(?:f|ves)(?:\sonly)?"
    rf"(?:\s(?:as|by))?|{vocab.any_of(word_set('sources.words.identifying'))})"
    rf"(?:\s(?!(?:{vocab.any_of(word_set('sources.words.ends_of_identity'))})\b)[\w’'.&-]*[\w’']){{1,9}}"
)
# A memo obtained by the Herald is not the Herald's.
_BY = re.compile(
    rf"\s(?!(?:{vocab.any_of(word_set('sources.relays.seen'))})\b)(?:from|of|(?:\w+ed\s(?:\w+\s){{0,3}})?by)\s"
)
_NOUN_OWNER = re.compile(r"([Tt]he\s[a-z-]+(?:\s[a-z-]+)?)['’]s\s")
_STUDIES = word_set("sources.documents.studies")
_OPENING_OF = {"”": "“", '"': '"', "»": "«"}
_POINTING = ("the", "this", "that")
_EMPHATIC = (" himself", " herself", " itself", " themselves")
_THIRD_PERSON = ("his", "her", "their", "its")
_LONGEST_HEADLINE = 200
_ASIDE = re.compile(r"\s(?:-+|[–—])(?:\s|\Z)")  # "the crew – most of them ill – who"


class Resolver:
    """Resolves the mentions of one article."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._prose = index.prose
        self._text = index.prose.text
        self._names: dict[str, SourceName] = {}
        self._called: dict[str, SourceName] = {}  # whom the mentions so far call by a fuller role
        self._pronouns = Pronouns(index, self._who)

    @property
    def rivalled(self) -> set[int]:
        """Where a "he" or "she" begins that may as well be somebody else."""
        return self._pronouns.rivalled

    def resolve_all(self, mentions: Sequence[Offsets]) -> list[SourceName]:
        """Name the source of each mention in order, given those who spoke before it."""
        self._pronouns.is_whole = len(mentions) > 1
        self._called = {}  # what is found for some mentions may not depend on those asked for before
        speakers: list[Speaker] = []
        for mention in mentions:
            speakers.append(self._speaker(mention, speakers))
        return [speaker.source for speaker in speakers]

    def _around(self, start: int, end: int) -> Offsets:
        """All of the name of which a mention is the end, or whose office it is: the Ministry of Food | and Fish."""
        names = self._index.within(start, end)
        around = next((one for one in names if one.lead < start and one.end >= end), None)
        if around is not None and around.sort in vocab.RULING_KINDS:
            return around[:2]
        behind = name_behind_bracket(self._index, end) if self._text[start].isupper() else None
        return (behind.lead, behind.end) if behind is not None else (start, end)

    def _speaker(self, mention: Offsets, earlier: Sequence[Speaker]) -> Speaker:
        start, end = self._prose.trim(*mention)
        if start >= end:
            words = self._text[max(0, mention[0]) : max(0, mention[1])]
            return Speaker(start, end, -1, SourceName(words, "anonymous"), None, "", plural=True)
        found = self._who(*self._around(start, end), [speaker for speaker in earlier[-12:] if speaker.end <= start])
        referent = found.who if isinstance(found.who, Referent) else None
        sentence = self._prose.sentence_at(start)
        return Speaker(start, end, sentence, self.name(found), referent, found.head, found.plural)

    def name(self, found: Resolved) -> SourceName:
        """Give the fullest name of a resolved mention, its kind and its role."""
        who = found.who
        if isinstance(who, SourceName):
            return who
        known = self._called.get(who.key) or self.name_of(who)
        if not found.role or is_degree(found.role):
            return known
        called = known._replace(role=found.role)
        if known.role and found.role.endswith(f" {known.role}"):
            self._called[who.key] = called  # a mention knows where a role begins: "[taskforce] commander Ann Poe"
        return called

    def name_of(self, who: Referent) -> SourceName:
        """The fullest name of whom the article names, with the kind and the role that it gives them first."""
        known = self._names.get(who.key)
        if known is None:
            role = role_of(self._prose, who) if who.kind == "person" else ""
            known = self._names[who.key] = SourceName(self._index.full_name(who), who.kind, role)
        return known

    def _who(self, start: int, end: int, speakers: Sequence[Speaker]) -> Resolved:
        """Who a trimmed mention is."""
        text = self._text
        low = text[start:end].lower().replace("’", "'").removesuffix("'s")
        if low.endswith(_EMPHATIC):  # "Lund himself"
            end = start + low.rindex(" ")
            low = low[: end - start]
        if low in vocab.PRONOUNS and not (low in _ACRONYMS and text[start:end].isupper()):
            return self._pronouns.resolve(low, start, end, speakers)
        bare = low.removeprefix("the ")
        if bare in _ACRONYMS and bare in vocab.KNOWN_KINDS and text[end - len(bare) : end].isupper():
            return Resolved(SourceName(text[end - len(bare) : end], vocab.KNOWN_KINDS[bare]))  # "the WHO"
        lead = _LEAD.match(text, start, end)
        bearer = bearer_before(self._index, start) if text[start - 2 : start] == ", " else None
        if bearer is not None:
            return Resolved(bearer)
        aside = _ASIDE.search(text, start, end)
        end = aside.start() if aside is not None and aside.start() > start else end
        phrase = read_phrase(self._index, lead.end() if lead else start, end)
        if phrase.joined:
            return Resolved(self._own_words(phrase), phrase.head, plural=True)
        if phrase.name is not None:
            return self._named(phrase.name, phrase.inner, phrase.end, phrase.head)
        described = find_person_of_thing(self._index, phrase)
        if described is not None:
            return Resolved(described)
        # A headline or a caption may name somebody whom the body names too.
        if text[phrase.inner].isupper() and phrase.head not in vocab.BODY_KINDS and end - start < _LONGEST_HEADLINE:
            outside = self._outside_body(text[phrase.inner : phrase.head_end])
            if outside is not None:
                return Resolved(outside)
        return Resolved(self._noun(phrase, speakers), phrase.head, plural=phrase.is_plural)

    def _outside_body(self, words: str) -> Who | None:
        """Who the words of a headline or caption name, whether or not the body names them too."""
        key = name_key(words)
        referent = self._index.referents.get(key)
        if referent is not None:
            return None if referent.sort == "crowd" else self._index.fullest_body(referent)
        bearers = [person for person in self._index.persons if person.key_words[1:] and person.key_words[-1] == key]
        if len(bearers) == 1:
            return bearers[0]
        pieces = read_run(words) if RUN.fullmatch(words) else ()
        if len(pieces) != 1 or pieces[0].end != len(words) or pieces[0].sort in (*UNNAMED, "single"):
            return None
        piece = pieces[0]
        return SourceName(words[piece.start :], kind_of(piece.sort), words[piece.lead : piece.start].strip())

    def _named(self, name: Occurrence, start: int, end: int, head: str) -> Resolved:
        """Who a name means in a mention, given by its offsets without a determiner and by its head noun."""
        referent = self._index.referent_of(name)
        if referent is None:
            return Resolved(SourceName(self._text[name.start : min(name.end, end)], kind_of(name.sort)))
        who = referent if referent.kind == "person" else self._index.fullest_body(referent)
        if who.kind != "person":
            return Resolved(who)
        if who.sort == "single" and name.end == end and self._text[name.start - 4 : name.start].lower() == "the ":
            return Resolved(self._called_with_the(who))
        if head in vocab.BODY_KINDS:  # "a group called Colour of Spring"
            return Resolved(SourceName(who.name, vocab.BODY_KINDS[head]))
        if self._index.is_shared(name.start) and _WHICH_OF_KIN.search(self._text, start, name.start):
            return Resolved(SourceName(self._text[start:end], "person"))  # "the elder Poe"
        # The mention may end before its name: "[the supervisor], Ann Poe, said".
        return Resolved(who, role=tidy_role(self._text[start : min(name.start, end)]))

    def _called_with_the(self, who: Referent) -> SourceName:
        """ "The Vatican" is no person, nor are "the Rainmakers"; "the Lunds" are, where the article names a Lund."""
        one = vocab.singular(who.key)
        is_family = one != who.key and any(person.key_words[-1] == one for person in self._index.persons)
        kind: SourceKind = "person" if is_family else "organization" if one == who.key else "anonymous"
        return SourceName(who.name, kind)

    def _own_words(self, phrase: Phrase, kind: SourceKind | None = None) -> SourceName:
        """Keep the mention's own words, without "the" and without what is apposed or says more about it."""
        identity = _IDENTITY.match(self._text, phrase.end) or _IDENTITY.match(self._text, phrase.head_end)
        end = identity.end() if identity is not None and not phrase.joined else phrase.end
        opening = _OPENING_OF.get(self._text[end : end + 1])  # "the channel “Arle Live” says"
        end += opening is not None and self._text.count(opening, phrase.start, end) == 1
        words = " ".join(self._text[phrase.start : end].split())
        short = words if phrase.joined else _TAIL.sub("", words).rstrip(" ,")
        if phrase.head in vocab.BODY_KINDS or phrase.joined:
            short = _THE.sub("", short, count=1)
        return SourceName(short or words or self._text[phrase.start : phrase.end], kind or kind_of_phrase(phrase))

    def _noun(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        """Who a phrase whose head is a noun stands for."""
        head = phrase.head
        found: Who | None = None
        if head in _BODIES_OR_THINGS and phrase.determiner in _POINTING:
            if head == "paper" and not phrase.words and (study := self._study(speakers)) is not None:
                return study
            found = self._body(phrase, speakers)
        is_writing = not vocab.DOCUMENT_NOUNS.isdisjoint((head, vocab.singular(head)))
        if found is None and (head in _PERSONAL_THINGS or is_writing):
            found = self._document(phrase, speakers)
        elif found is not None:
            return found
        elif phrase.is_indefinite or AGE.fullmatch(head):
            may_be = phrase.determiner == "the"
            found = find_aged(self._index, head[:2], phrase.start, speakers) if may_be else None
        elif head in vocab.CROWD_NOUNS or phrase.is_plural:
            found = self._crowd(phrase, speakers)
        elif head in vocab.BODY_KINDS and head not in vocab.ROLE_NOUNS and "of" not in phrase.words:
            found = self._body(phrase, speakers)
        else:
            found = BareRole(self._index, phrase, speakers).holder()
        return found or find_called_so(self._index, phrase) or self._own_words(phrase)

    def _study(self, speakers: Sequence[Speaker]) -> Who | None:
        """The study of which an article tells as "the paper", which is no newspaper then."""
        return next((one.who for one in reversed(speakers) if one.head in _STUDIES), None)

    def _document(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who:
        """A statement, a tweet or a mind speaks for whose it is; a poll or a report for itself."""
        owner = self._owner(phrase, speakers)
        if phrase.head in _OFFICES:  # it speaks for a body, but a person's office is not that person
            return owner if owner is not None and is_body(owner) else self._own_words(phrase, kind_of_body(phrase))
        who = owner or self._author(phrase, speakers)
        if who is None and phrase.head in vocab.ISSUED_THINGS and phrase.determiner in _POINTING:
            who = find_issuer(Anaphor(self._index, phrase.start, speakers), phrase)
            who = None if isinstance(who, Referent) and self._is_told_of(who, phrase.end) else who
        return who or self._own_words(phrase, "document")

    def _is_told_of(self, who: Referent, end: int) -> bool:
        """Whether a person is named behind an offset in its sentence: "the ad concludes that Lund is rash"."""
        here = self._prose.sentence_at(end - 1)
        return who.kind == "person" and any(name.sentence == here and name.start >= end for name in who.occurrences)

    def _owner(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        if phrase.owner is not None:
            owner = self._index.referent_of(phrase.owner)
            return self._index.fullest_body(owner) if owner is not None else None
        noun = _NOUN_OWNER.match(self._text, phrase.start, phrase.head_end)
        if noun is not None:
            found = self._who(*noun.span(1), speakers).who
            return found if isinstance(found, Referent) or found.kind not in ("anonymous", "person") else None
        if phrase.determiner == "its":
            first = self._prose.sentence_starts[self._prose.sentence_at(phrase.start)]
            bodies = BODY_HERE.finditer(self._text, first, phrase.start)
            body = next((one for one in bodies if one[2] in vocab.BODY_KINDS), None)
            if body is not None and not any(one.sort in BODY_SORTS for one in self._index.within(first, body.start())):
                found = self._who(*body.span(1), speakers).who
                return found if isinstance(found, Referent) else None
        if phrase.determiner in (*_THIRD_PERSON, "my", "our"):
            who = self._pronouns.resolve(phrase.determiner, phrase.start, phrase.inner, speakers).who
            near = self._prose.sentence_at(phrase.start) - 1
            if phrase.head == "words" and not isinstance(who, Referent) and speakers and speakers[-1].sentence >= near:
                return speakers[-1].who  # "the driver told them. According to his words"
            return None if isinstance(who, SourceName) and who.name.lower() == phrase.determiner else who
        return None

    def _author(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        """The body or person behind "a statement from the ministry", "a report by Poe", "a letter from his office"."""
        match = _BY.match(self._text, phrase.head_end)
        if match is None:
            return None
        # The mention may end before its author: "according to [a report] by the Front".
        beyond = _CLAUSE.match(self._text, match.end())
        start, end = self._prose.trim(match.end(), max(phrase.end, beyond.end() if beyond else 0))
        if start >= end:
            return None
        inner = read_phrase(self._index, start, end)
        if inner.name is not None:
            return self._named(inner.name, inner.inner, inner.end, inner.head).who
        if inner.head in _PERSONAL_THINGS or inner.head in vocab.DOCUMENT_NOUNS:
            owner = self._owner(inner, speakers)
            # What somebody's office has released or obtained may be another's.
            is_own = inner.head not in _OFFICES or not match[0].endswith("ed by ") or phrase.head in vocab.ISSUED_THINGS
            return owner if is_own or (owner is not None and is_body(owner)) else None
        # "a statement from the ministry" is the ministry's; one from nobody in particular stays a statement.
        return self._noun(inner, speakers) if inner.head in vocab.BODY_KINDS and not inner.is_indefinite else None

    def _body(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        kind, name = vocab.BODY_KINDS[phrase.head], phrase.attached
        if name is not None and name.end < phrase.head_end and name.sort not in ("title", "adjective", "place"):
            referent = self._index.referent_of(name)
            # "the Riverside Front militia" is the Front; "the Poe campaign" is not Poe.
            if referent is not None and referent.kind == kind and phrase.owner is None:
                return self._index.fullest_body(referent)
        if phrase.determiner in _THIRD_PERSON:
            return self._body_of_person(phrase, speakers)
        if phrase.determiner not in _POINTING:
            return None
        wanted = read_body_noun(phrase, self._text)
        earlier = EarlierBodies(self._index, phrase.start, speakers)
        return self._last_called(phrase, wanted, speakers) or earlier.find(wanted)

    def _last_called(self, phrase: Phrase, wanted: BodyNoun, speakers: Sequence[Speaker]) -> Who | None:
        """ "The Poe campaign" of before for a mere "the campaign"."""
        if phrase.attached is not None or wanted.words or phrase.head not in _CALLED_AFTER_PERSONS:
            return None
        kind = vocab.BODY_KINDS[phrase.head]
        for speaker in reversed(speakers[-6:]):
            if speaker.source.kind == kind and speaker.source.name.lower().endswith(f" {phrase.head}"):
                return speaker.who
        before = self._text[max(0, phrase.start - 2000) : phrase.start]
        called = re.findall(rf"\b[A-Z]\w+(?:['’]s?)? {phrase.head}\b", before)
        return SourceName(called[-1], kind) if called else None

    def _body_of_person(self, phrase: Phrase, speakers: Sequence[Speaker]) -> Who | None:
        """ "His campaign" is "the Poe campaign" where the article says so somewhere."""
        owner = self._owner(phrase, speakers)
        if not isinstance(owner, Referent):
            return None
        surname = re.escape(owner.name.split()[-1])
        match = re.search(rf"\b{surname}(?:['’]s?)? {re.escape(phrase.head)}\b", self._text)
        return SourceName(match[0], vocab.BODY_KINDS[phrase.head]) if match is not None else None

    def _crowd(self, phrase: Phrase, speakers: Sequence[Speaker]) -> SourceName | None:
        """ "The officials" are the two officials of before; any other several keep their own words."""
        if phrase.determiner not in ("the", "these", "those") or phrase.words:
            return None
        same = [speaker.source for speaker in speakers[-6:] if speaker.plural and speaker.head == phrase.head]
        return same[-1] if same else None

"""The cast of an article: everyone that it names, who each mention is, and who a name from elsewhere is."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.index import NameIndex
from summarizer.attribution.sources.mentions import RUN, Referent
from summarizer.attribution.sources.naming import SourceName, name_key, plain, read_run
from summarizer.attribution.sources.outlets import TWEETED_ON, employer_of, is_on_air, is_tweet, past_nation
from summarizer.attribution.sources.persons import same_person
from summarizer.attribution.sources.phrase import read_phrase
from summarizer.attribution.sources.pronouns import Resolved
from summarizer.attribution.sources.prose import Prose, lower_case
from summarizer.attribution.sources.relays import find_credit, find_record, find_relays, is_record
from summarizer.attribution.sources.resolver import Resolver
from summarizer.attribution.sources.titled import is_title
from summarizer.contract.article import ReadOnce
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.attribution.sources.naming import Piece
    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.statement import Offsets

_LONGEST_NAME = 200
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)
_GAP = re.compile(r"[\s\-–’'‘ʼ`´]{0,2}")
_IN_WORD = re.compile(r"\w")
_OF_ROLES = vocab.ROLE_NOUNS | vocab.NATIONS | vocab.BODY_KINDS.keys() | vocab.OFFICE_WORDS
_OF_ROLES |= word_set("sources.words.within_roles")
_OPENING, _CLOSING = ("“", '"', "‘"), ("”", '"', "’", ",", ".")
_SPLIT = re.compile(r"[\s\-–’'‘ʼ`´]+")


class Cast:
    """The sources that one article names."""

    def __init__(self, article: Article) -> None:
        self._prose = Prose(article)
        self._index = NameIndex(self._prose)
        self._resolver = Resolver(self._index)
        self._resolved: dict[Offsets, SourceName] = {}

    def resolve(self, mention: Offsets) -> SourceName:
        """Name the source that a mention (code points, end-exclusive) stands for, whoever spoke before it.

        A mention that points at nobody keeps its own words; the name is empty only where the mention is.
        """
        if mention not in self._resolved:
            self._resolved[mention] = self._resolver.resolve_all([mention])[0]
        return self._resolved[mention]

    def resolve_all(self, mentions: Sequence[Offsets]) -> list[SourceName]:
        """Name the source of each attributing mention; they must be in text order, and each helps the later ones."""
        return self._resolver.resolve_all(mentions)

    def can_speak(self, mention: Offsets) -> bool:
        """Whether a mention stands for a person, people or a body, named or not, or for what one of them issued."""
        if self.resolve(mention).kind not in ("anonymous", "document"):
            return True
        start, end = self._prose.trim(*mention)
        head = read_phrase(self._index, start, end).head if start < end else ""
        return vocab.is_personal(head) or head in vocab.ISSUED_THINGS

    def fullest(self, name: str) -> SourceName | None:
        """Give the fullest form of a name that somebody else gives, tolerant of its spelling.

        None when the article does not hold the name; a person who shares only a part of it is not meant.
        """
        found = _look_up(self._index, name)
        if found is None:
            return None
        return self._resolver.name(Resolved(found)) if isinstance(found, Referent) else self.resolve(found)

    def find(self, name: str, near: int) -> Offsets | None:
        """Find the mention of a source nearest to an offset: in its sentence, the one before, or further off.

        Short forms of the name count. None when the article does not hold it.
        """
        found = _look_up(self._index, name)
        if found is None:
            return None
        if isinstance(found, tuple):
            spots = list(_places_of_name(self._index, _ARTICLE.sub("", _tidy(name), count=1))) or [found]
        else:
            spots = self._index.mentions_of(found)
        here = self._prose.sentence_at(near)

        def rank(spot: Offsets) -> tuple[int, bool, int]:
            away = here - self._prose.sentence_at(spot[0])
            return (away if away in (0, 1) else 2), away < 0, abs(spot[0] - near)

        return min(spots, key=rank, default=None)

    def names_within(self, start: int, end: int) -> list[tuple[str, SourceKind]]:
        """The names in a stretch of the text, in order, each with the kind of source that it is."""
        found = ((name, self._index.referent_of(name)) for name in self._index.within(start, end))
        return [(self._prose.text[name.start : name.end], who.kind) for name, who in found if who is not None]

    def persons_within(self, start: int, end: int, *, in_full: bool = False) -> list[tuple[Offsets, SourceName]]:
        """The persons named in a stretch of the text, in order: where each name stands, and who it is.

        With `in_full`, only where the name has several words.
        """
        return [
            ((name.start, name.end), self._resolver.name_of(who))
            for name, who in self._index.persons_within(start, end)
            if not in_full or " " in self._prose.text[name.start : name.end]
        ]

    def is_shared(self, mention: Offsets) -> bool:
        """Whether a mention is a lone name that several persons of the article bear, or several whom its title fits."""
        return self._index.is_shared(self._prose.trim(*mention)[0]) or self._index.is_shared_with_title(mention)

    def is_rivalled(self, mention: Offsets) -> bool:
        """Whether a mention is a "he" or "she" that may as well be somebody else, as found with those before it."""
        return self._prose.trim(*mention)[0] in self._resolver.rivalled

    def sentence_at(self, at: int) -> int:
        """The index in the article's sentences of the one that holds an offset or ends before it; -1 before all."""
        return self._prose.sentence_at(at)

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies inside quotation marks."""
        return self._prose.is_quoted(at)

    def relays(self, content: Sequence[Offsets], mention: Offsets | None) -> tuple[Offsets, ...]:
        """Find the mentions of those who pass a statement on, in text order, which puts the outermost last.

        `content` holds what is said and `mention` who says it, in code points; a statement that nobody is named for has
        no relays. Only the sentences of the content and the mention are searched, and what is quoted is left out.
        """
        return find_relays(self._index, content, mention) if content and mention is not None else ()

    def passes_on(self, medium: Offsets, cited: Offsets) -> bool:
        """Whether who cites somebody is a medium: known as one, or a body of which nothing else is known."""
        who = self.resolve(medium)
        if who.kind != "organization" or who.name[:1].islower():
            return who.kind == "media"
        if who.name.endswith(" agency"):
            return True  # "the Norda agency, citing a sailor"; an agency of a state has a capital
        is_known = any(word in vocab.BODY_KINDS for word in who.name.lower().split())
        return not is_known and self.resolve(cited).kind in ("anonymous", "witness")

    def record(self, cited: Offsets) -> Offsets | None:
        """Find the medium or record by which somebody who cites it knows something: "citing the Dams Database"."""
        return find_record(self._index, cited)

    def relay(self, mention: Offsets) -> SourceName:
        """Name who passes a statement on: the medium rather than the journalist, in "Ann Poe of the Herald"."""
        medium = employer_of(self._index, mention) or mention
        words = self._prose.text[slice(*medium)]
        if is_tweet(words):
            return SourceName(TWEETED_ON, "media")
        is_whole = is_on_air(words) or is_record(words) or self._is_only_title(medium)
        if is_whole:
            return SourceName(words, "media")
        if words.startswith("this ") and words.islower():
            return SourceName(words, "media")  # "told this newspaper": whose article it is, and none named before
        return self.resolve((past_nation(self._index, *medium), medium[1]))

    def _is_only_title(self, medium: Offsets) -> bool:
        """Whether words are a medium's name that the names of the article do not hold as a whole."""
        named = any((name.start, name.end) == medium for name in self._index.within(*medium))
        text, (start, end) = self._prose.text, medium
        is_marked = text.startswith(_OPENING, max(0, start - 1)) and text.startswith(_CLOSING, end)
        return not named and (is_title(text[start:end]) or is_marked)

    @cached_property
    def credit(self) -> str | None:
        """The news agency that the article as a whole is credited to, in the article's words; None when there is none.

        Credits stand in a dateline, on a line of their own, in "with information from", or close the text in brackets.
        """
        return find_credit(self._prose)


@ReadOnce
def read_cast(article: Article) -> Cast:
    """Read who is who in an article; remembered on the article itself, with which it is forgotten."""
    return Cast(article)


def _look_up(index: NameIndex, name: str) -> Referent | Offsets | None:
    """Find the referent of a name, or the place where its words stand; None when the article holds neither."""
    name = _tidy(name)
    bare = _ARTICLE.sub("", name, count=1) or name
    if not name or len(name) > _LONGEST_NAME or name.lower() in vocab.PRONOUNS:
        return None
    if all(word.lower() in vocab.NEVER_FIRST for word in bare.split()):
        return None
    referent = _referent(index, bare)
    if referent is not None:
        return referent
    place = next(_places_of_name(index, name), None) or next(_places_of_name(index, bare), None)
    return _guard(index, place) if place is not None else None


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(' ,;:.“”"()')


def _referent(index: NameIndex, name: str) -> Referent | None:
    direct = index.referents.get(name_key(name))
    if direct is not None and (direct.kind == "person" or direct.sort not in ("crowd", "spot")):
        return index.fullest_body(direct)
    piece = _named_by(name)
    if piece is None:
        return None
    exact = index.referents.get(piece.key)
    if exact is not None:
        return index.fullest_body(exact) if piece.lead == piece.start or exact.kind == "person" else None
    words = piece.key.split()
    if len(words) < 2 or piece.sort not in ("person", "name"):
        return None
    bearers = [who for who in index.persons if " " in who.name and same_person(words, name_key(who.name).split())]
    gender = _gender_of_first_name(name[piece.start - piece.end :])
    # Dan is not a short form of Dana.
    return next((who for who in bearers if {gender, _gender_of_first_name(who.name)} != {"woman", "man"}), None)


def _named_by(name: str) -> Piece | None:
    """The name in "the harbour chief Ann Poe"; None where more than a role stands around it."""
    runs = list(RUN.finditer(name))
    pieces = read_run(runs[-1][0]) if runs and runs[-1].end() == len(name) else ()
    if not pieces or pieces[-1].end != len(runs[-1][0]):
        return None
    titles = name[: runs[-1].start() + pieces[-1].start].lower().replace("’", "'").split()
    words = [title.strip(".,") for title in titles]
    is_role = all(word.removesuffix("'s") in _OF_ROLES for word in words)
    return pieces[-1] if is_role or titles[-1] in vocab.PERSON_NOUNS or words[-1] in vocab.PERSON_TITLES else None


def _gender_of_first_name(name: str) -> str:
    first = plain(name.split(maxsplit=1)[0]) if name.strip() else ""
    is_made_of_his = first.endswith("a") and vocab.FIRST_NAMES.get(first[:-1]) == "man"
    return vocab.FIRST_NAMES.get(first) or ("woman" if is_made_of_his else "")


def _places_of_name(index: NameIndex, name: str) -> Iterator[Offsets]:
    """Where the words of a name stand in the title or body, in order of the text; between them may be two marks."""
    first, *others = [word for word in _SPLIT.split(lower_case(name)) if word] or [""]
    text = index.prose.lower_text
    at = text.find(first) if first else -1
    while at >= 0:
        # no pattern, which would be made for each name: that takes longer than to read an article's text
        end = _end_of_words(text, at + len(first), others)
        is_whole = end > 0 and not _IN_WORD.match(text, max(0, at - 1), at) and not _IN_WORD.match(text, end)
        if is_whole and index.prose.is_body(at):
            yield at, end
        at = text.find(first, end if is_whole else at + 1)


def _end_of_words(text: str, at: int, words: Sequence[str]) -> int:
    """Where words end that stand in a text from an offset on, each behind two marks at most; 0 where they do not."""
    for word in words:
        gap = _GAP.match(text, at)
        at = gap.end() if gap is not None else at
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def _guard(index: NameIndex, place: Offsets) -> Referent | Offsets | None:
    """A part of a person's name stands for the person only if it is the first or last word of one person's name."""
    start, end = place
    around = next((name for name in index.within(start, end) if name.start <= start and end <= name.end), None)
    if around is None or around.sort not in ("person", "name"):
        return place
    part = name_key(index.prose.text[start:end])
    keys = {person: name_key(person.name).split() for person in index.persons}
    bearers = [person for person, words in keys.items() if part in (*words[:1], *words[-1:])]
    return bearers[0] if len(bearers) == 1 else None

"""Chooses key points from an article's claims: each a whole sentence with its speaker, no two saying the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, ROLE_NOUNS
from summarizer.engines.rules.centrality import SAME, content_of, says_again, words_of
from summarizer.engines.rules.doubts import is_doubtful
from summarizer.engines.rules.introducing import is_introduced, surname
from summarizer.engines.rules.pronouns import QUOTED
from summarizer.engines.rules.shortening import one_line
from summarizer.engines.rules.told_claims import (
    PRONOUNS,
    ToldClaim,
    has_name,
    is_dangling,
    is_pointer,
    points_by_name,
    tell_claim,
)
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import find_whole
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.engines.rules.centrality import Topic

MAX_POINTS = 3  # of more, one is mostly a trifle
_MOST_OF_ONE, _MOST_OF_ONE_ALONE = 2, 3  # points of one source, and where others say little
_FEW_POINTS = 3  # up to so many
# Content words beside the speaker's name: of a quotation, of what is told, and of a sentence that tells it shorter
_FEWEST_QUOTED, _FEWEST_WORDS, _FEWEST_IN_ALL = 4, 3, 4
_SAME_OF_ONE = 0.25
_LEAST = 0.3  # what a point weighs beside others; what weighs less is a trifle
_QUOTED_SHARE = 3  # of what is quoted for more than a third, the quotation is the point
_SHORT_WORD = 3  # letters: "don" of "don't"
# Of claims like one that a key point rests on so many were right: where its source was put into the sentence, and where
# the sentence itself names who speaks.
_SURE, _SURE_ENOUGH = 0.75, 0.65
_SAYS_NOTHING = re.compile(
    r"[dw](?<!\w.)(?:(?:(?<=d)(?:id|oes|o)|(?<=w)ould)(?: not|n[’']t) (?:say|discuss|comment|answer)"
    r"|(?<=d)eclin(?:ed|es|ing) to)\b"
)
# "I", "I've", "My" and "me" after one class of letters, to which the regex engine skips in C
_SAYS_I = re.compile(r"[ImM](?<!\w.)(?:(?<=I)(?:[’'][a-z]+)?|(?<=[Mm])y|(?<=m)e)\b")
_NAMED_BEHIND = re.compile(r", (?:the )?[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*,")  # "the union, Varn Crew, said"
_DIGIT = re.compile(r"\d")
_KNOWN_INITIALS = word_set("drafts.summary.known_initials")
_NEED_NAMES = word_set("drafts.summary.need_names")
# "The" thing that nothing behind it explains, and of which the reader has not read.
_THE_THING = re.compile(
    r"[TtSs](?<!\w.)(?:(?<=[Tt])h(?:e|is|at|ese|ose)|(?<=[Ss])uch)"
    r" ([a-z]{4,})\b(?! (?:of|that|who|which|for|in|to|on|at|with|from)\b)"
)
_UNMET = 0.85
_SPOKEN = 0.6  # a quotation beside what is told: of three one is colour
_OFFICES = ROLE_NOUNS | OFFICE_WORDS


class Read(NamedTuple):
    """What a reader of key points has read before: headline and abstract, as text, by sentence and by content words.

    The sentences make no points, and whom the text names, in `met` by their full names in lower case, is not introduced
    again.
    """

    text: str = ""
    sentences: frozenset[int] = frozenset()
    lines: tuple[frozenset[str], ...] = ()
    topic: Topic | None = None  # with the words of headline and abstract
    met: frozenset[str] = frozenset()


_NOTHING_READ = Read()


class Point(NamedTuple):
    """A key point, the positions of its claims from 1, and the numbers of the sentences that it is made of."""

    text: str
    claims: tuple[int, ...]
    sentences: tuple[int, ...]


class Chosen(NamedTuple):
    """Key points, and the one of most weight among those that were left out because a reader may refuse them."""

    points: tuple[Point, ...]
    refused: tuple[Point, ...]


def choose_points(
    article: Article,
    claims: Sequence[DraftClaim],
    weights: Mapping[int, float],
    rates: Sequence[float] | None = None,
    read: Read = _NOTHING_READ,
) -> Chosen:
    """Up to three claims that weigh most, in the article's order; `weights` are those of sentences by their numbers.

    A claim of a sentence without a weight is left out, and one whose confidence in `rates` is low.
    """
    sure = rates if rates is not None else [1.0] * len(claims)
    met = frozenset(words_of(read.text))

    @cache
    def weigh_one(index: int) -> float:
        return weights[claims[index].sentence] * _claim_weight(article, claims[index], met)

    told_of = (index for index, claim in enumerate(claims) if claim.sentence in weights and sure[index] >= _SURE_ENOUGH)
    ranked = sorted(told_of, key=lambda index: (-weigh_one(index), index))

    @cache
    def tell_one(index: int) -> ToldClaim | None:
        point = _point(article, claims[index], index + 1, sure[index], read)
        return None if point is None or is_read(point, read) else point

    def is_refused(point: ToldClaim) -> bool:
        return is_doubtful(article, point.text, point.sentences, read.text, read.met)

    chosen: list[ToldClaim] = []
    refused: dict[int, ToldClaim] = {}
    for most, enough in ((_MOST_OF_ONE, MAX_POINTS), (_MOST_OF_ONE_ALONE, _FEW_POINTS)):
        told = Counter(claims[one.position - 1].source.casefold() for one in chosen)
        for index in ranked:
            # what weighs less stands in for one that is refused only where there would be a single point
            if len(chosen) + bool(refused) >= enough or (chosen and weigh_one(index) < _LEAST):
                break
            claim = claims[index]
            source = claim.source.casefold()
            if index in refused or told[source] >= most or _is_taken(claim, chosen, read):
                continue
            point = tell_one(index)
            if point is None or _says_what_another_says(
                point, source, [(one, claims[one.position - 1]) for one in chosen]
            ):
                continue
            if is_refused(point):
                refused[index] = point
                continue
            chosen.append(point)
            told[source] += 1
    points = tuple(_with_all_claims(one, claims) for one in _introduced_once(article, claims, chosen, read))
    return Chosen(points, tuple(_with_all_claims(one, claims) for one in islice(refused.values(), 1)))


def _is_taken(claim: DraftClaim, chosen: Sequence[ToldClaim], read: Read) -> bool:
    """Whether a claim's sentence is read already, or stands in a point."""
    return claim.sentence in read.sentences or any(claim.sentence in one.sentences for one in chosen)


def is_read(point: ToldClaim, read: Read) -> bool:
    """Whether a reader has read a point's sentences, or most of what it says in other words."""
    if not read.sentences.isdisjoint(point.sentences):
        return True
    whole = frozenset(words_of(point.text))
    return any(says_again(words, line) for line in read.lines for words in (point.words, whole))


def _point(article: Article, claim: DraftClaim, position: int, sure: float, read: Read) -> ToldClaim | None:
    """A claim as a point, if it has enough words and is sure enough for how it names its source."""
    if not _has_speaker(article, claim) or _is_unknown(claim, read.text) or _SAYS_NOTHING.search(claim.text):
        return None
    point = tell_claim(article, claim, position, read.text, read.met)
    if point is None or _says_little(article, point, claim, read) or (not point.is_named and sure < _SURE):
        return None
    return None if _is_beside_topic(point.text, read) or _is_stranger(claim, point, read) else point


def _says_little(article: Article, point: ToldClaim, claim: DraftClaim, read: Read) -> bool:
    """Whether a point has few words of its own; what the article tells may be short, "denied the leak"."""
    if _is_spoken(article, claim):
        return len(point.words) < _FEWEST_QUOTED
    if len(point.words) < _FEWEST_WORDS and not point.is_named:
        return True
    if claim.stance == "denies" and len(point.words) == _FEWEST_WORDS - 1:
        return False  # "Lund denied that jobs would go"
    if len(point.words) > _FEWEST_WORDS or (len(point.words) == _FEWEST_WORDS and read.topic is None):
        return False
    beside = frozenset(words_of(point.text)) - frozenset(words_of(claim.source))
    return len(beside) < _FEWEST_IN_ALL or read.topic is None or not read.topic.holds_any(point.words)


def _is_unknown(claim: DraftClaim, read: str) -> bool:
    """Whether a source is nobody to the reader: initials, or one of those whom a reporter asked about himself."""
    if claim.source.isupper() and " " not in claim.source:
        is_told = claim.mention.endswith(claim.source) and any(map(str.islower, claim.mention.split()[:-1]))
        return not is_told and claim.source.lower() not in _KNOWN_INITIALS and claim.source not in read
    is_nobody = claim.kind == "person" and not claim.role and surname(claim.source) not in read
    return is_nobody and _SAYS_I.search(claim.text) is not None


def _is_stranger(claim: DraftClaim, point: ToldClaim, read: Read) -> bool:
    """Whether a point names somebody without a word of who that is, whom the reader has not met."""
    if not read.text or claim.kind != "person" or not has_name(claim):
        return False
    if surname(claim.source) in read.text or claim.source.casefold() in read.met:
        return False
    return not is_introduced(point.text, claim.source)


def _is_beside_topic(text: str, read: Read) -> bool:
    """Whether a point is mostly a quotation that has no word of what the article is about: that is colour."""
    quoted = " ".join(QUOTED.findall(text))
    if read.topic is None or _QUOTED_SHARE * len(quoted) < len(text):
        return False
    return not read.topic.holds_any(word for word in words_of(quoted) if len(word) > _SHORT_WORD)


def _introduced_once(
    article: Article,
    claims: Sequence[DraftClaim],
    chosen: Sequence[ToldClaim],
    read: Read,
) -> Iterator[ToldClaim]:
    """The chosen points in the article's order: who somebody is stands in the first that names them."""
    met: set[str] = set()  # by points before
    for one in sorted(chosen, key=lambda one: one.position):
        claim, known = claims[one.position - 1], read.met | met
        again = tell_claim(article, claim, one.position, read.text, known) if one.names & met else None
        yield again or one
        met |= one.names - read.met


def _with_all_claims(one: ToldClaim, claims: Sequence[DraftClaim]) -> Point:
    """A point with every claim that it tells whole."""
    plain = one_line(one.text)
    others = [
        position
        for position, claim in enumerate(claims, start=1)
        if position != one.position
        and claim.sentence in one.sentences
        and all(one_line(quote) in plain for quote in claim.quotes)
    ]
    return Point(one.text, tuple(sorted((one.position, *others))), one.sentences)


def _says_what_another_says(point: ToldClaim, source: str, chosen: Sequence[tuple[ToldClaim, DraftClaim]]) -> bool:
    """Whether a point tells again what a chosen one does; what one source says twice is alike with fewer words."""
    for other, claim in chosen:
        same = _SAME_OF_ONE if claim.source.casefold() == source else SAME
        if says_again(point.words, other.words, same) or not set(point.sentences).isdisjoint(other.sentences):
            return True
    return False


def _claim_weight(article: Article, claim: DraftClaim, met: frozenset[str]) -> float:
    """How much rather a claim is told than another one of its sentence's weight."""
    figures = 1.2 if _DIGIT.search(claim.text) else 1.0
    denial = 1.3 if claim.stance in ("denies", "accuses", "confirms") else 1.0
    named = 1.0 if has_name(claim) else 0.7
    is_bare = len(claim.mention) <= len(claim.source)  # no word beside the name says who it is
    stranger = 0.7 if claim.kind == "person" and not claim.role and is_bare else 1.0
    named *= (
        0.8 if claim.mention.lower() in PRONOUNS else 1.0
    )  # the name must be put there, and mostly a quotation stands alone
    loose = 0.5 if claim.mention.lower() == "they" else 1.0
    broken = 0.3 if is_dangling(claim.text) else 1.0  # bad translation cuts sentences in the middle
    spoken = _SPOKEN if _is_spoken(article, claim) else 1.0
    own = 0.6 if _SAYS_I.search(claim.text) else 1.0  # what somebody says of himself is mostly colour
    things = [found[1] for found in _THE_THING.finditer(claim.text)]
    unmet = math.pow(_UNMET, sum(met.isdisjoint(content_of(thing)) for thing in things))
    return figures * denial * named * stranger * loose * broken * own * spoken * unmet


def _is_spoken(article: Article, claim: DraftClaim) -> bool:
    """Whether a claim is a quotation, more of which is colour than of what the article says in its own words."""
    sentences = sentences_of(article)
    start = sentences[claim.sentence - 1].start if 1 <= claim.sentence <= len(sentences) else 0
    at = article.text.find(claim.quotes[0], start)
    return at >= 0 and read_cast(article).is_quoted(at + len(claim.quotes[0]) // 2)


def _has_speaker(article: Article, claim: DraftClaim) -> bool:
    """Whether a claim comes from somebody who can speak, whom a reader would know by the name that it gives."""
    if not claim.source or claim.kind in ("outlet", "document"):
        return False
    if claim.source.lower() in PRONOUNS or claim.mention.lower() == "it":
        return False
    at = _place_of_mention(article, claim)
    is_named = at >= 0 and _NAMED_BEHIND.match(article.text, at + len(claim.mention)) is not None
    if not is_named and _is_nameless(claim):
        return False
    return at < 0 or read_cast(article).can_speak((at, at + len(claim.mention)))


def _place_of_mention(article: Article, claim: DraftClaim) -> int:
    """Where the words for a claim's source stand, rather in its sentence than elsewhere; -1 where nowhere."""
    if not claim.mention:
        return -1
    sentences = sentences_of(article)
    if 1 <= claim.sentence <= len(sentences):
        one = sentences[claim.sentence - 1]
        within = next(find_whole(article.text[one.start : one.end], claim.mention), None)
        if within is not None:
            return one.start + within
    return next(find_whole(article.text, claim.mention), -1)


def _is_nameless(claim: DraftClaim) -> bool:
    """Whether a source has no name by which a reader could know it, though it is one person or body."""
    last = claim.source.rsplit(maxsplit=1)[-1].lower()
    if claim.kind == "person" and " " not in claim.source and not claim.role:
        return True  # a surname that the article does not introduce
    if claim.kind == "person" and last in _OFFICES:
        return True  # "Finance Secretary", whose name was not read
    if is_pointer(claim) and not points_by_name(claim):
        return True
    return last in _NEED_NAMES and not has_name(claim)

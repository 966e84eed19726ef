"""What the claims of the same answer say of the things that a line tells again.

A claim names whom "he" means and says in one sentence what an article says in three; where no check doubts it, a line
is compared with it too: what it holds the line may say, and who makes it is who says it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources import read_cast
from summarizer.contract.report import is_doubted
from summarizer.grounding.checks.passage import sentence_range
from summarizer.grounding.lines.names import words_meant
from summarizer.grounding.lines.polarity import DECLINING, DENYING, says_no, tokens_of
from summarizer.grounding.lines.speakers import OF_STATE
from summarizer.grounding.lines.support import alike, roots_of, sentence_text
from summarizer.grounding.lines.words import forms_of, holds_name, keys_of, name_keys, sentence_keys, word_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import SourceKind, Stance
    from summarizer.contract.report import Claim
    from summarizer.grounding.lines.speakers import Said

_ALIKE = 0.5  # of the weight of some words in a claim that says the same
_NEARLY = 0.75  # of the most alike claim's share: another one that may be meant
_HALF = 0.5  # the same of all that the one says whom the line names
_MOSTLY = 0.6  # of them in a claim that the line does not cite
_WHOLE = 0.75  # of a claim in some words that say it with other things
_FEWEST_ROOTS = 2
_ITS = re.compile(r"[“\"]?(?:Its|Their)\b")
_UNTRUE = (
    "false",
    "untrue",
    "baseless",
    "unfounded",
    "wrong",
    "invent",
    "nonsense",
    "lie",
    "contrary",
    "rather",
    "only",
)
_WHO = re.compile(r",? (?:which|who|that)$")


class Claims(NamedTuple):
    """The claims that a line cites, and all of the answer's."""

    cited: tuple[Retold, ...]
    every: tuple[Retold, ...]

    def told_again(self, article: Article, words: str) -> list[Retold]:
        """The claims that say what some words say, as far as their words tell, the most alike first."""
        roots = roots_of(words)
        if len(roots) < _FEWEST_ROOTS:
            return []
        shares = [(alike(article, roots, one.roots), one) for one in self.cited or self.every]
        best = max((share for share, _ in shares), default=0.0)
        near = [(share, one) for share, one in shares if best >= _ALIKE and share >= _NEARLY * best]
        found = [one for _, one in sorted(near, key=lambda pair: -pair[0])]
        whole = (one for one in self.cited or self.every if holds_whole(article, words, one))
        return list({one.id: one for one in (*found, *whole)}.values())

    def is_told_by(self, article: Article, said: Said) -> bool:
        """Whether the claims of somebody, taken together, say much of what a line has from them, or deny it."""
        if said.stance == "denies" and any(one.stance == "denies" for one in self._of(article, said)):
            return True
        roots = roots_of(said.words)
        if not roots or not self.every:
            return False
        best = max(alike(article, roots, one.roots) for one in self.every)
        own = [one.roots for one in self._of(article, said)]
        return best > 0 and alike(article, roots, frozenset().union(*own)) >= _HALF * best

    def _of(self, article: Article, said: Said) -> Iterator[Retold]:
        names = (said.speaker, *said.others)
        return (one for one in self.every if any(_may_be(article, name, one) for name in names))


class Retold(NamedTuple):
    """A claim as a line may tell it again: its words, who makes it, and the indices of the sentences it rests on."""

    id: str
    text: str
    speaker: str
    called: str  # all by which the speaker is named, and who passed the claim on
    kind: SourceKind
    stance: Stance
    quotes: str
    indices: frozenset[int]
    roots: frozenset[str]
    said: frozenset[str]  # the roots of its text, without who says it


def retold_claims(article: Article, claims: Iterable[Claim]) -> tuple[Retold, ...]:
    """The claims of an answer that no check doubts, as lines may tell them again."""
    return tuple(_read(article, one) for one in claims if not is_doubted(one))


def _read(article: Article, claim: Claim) -> Retold:
    source = claim.source
    mention = source.span.text if source.span is not None else ""
    ranges = (sentence_range(article, piece.start, piece.end) for piece in claim.evidence)
    quotes = " ".join(piece.quote for piece in claim.evidence)
    return Retold(
        id=claim.id,
        text=claim.text,
        speaker=source.name,
        called=" ".join((source.name, source.role or "", mention, *claim.via)),
        kind=source.kind,
        stance=claim.stance,
        quotes=quotes,
        indices=frozenset(index for first, last in ranges for index in range(first, last + 1)),
        roots=roots_of(f"{claim.text} {quotes}"),
        said=roots_of(claim.text) - roots_of(f"{source.name} {source.role or ''} said"),
    )


def holds_whole(article: Article, words: str, claim: Retold) -> bool:
    """Whether some words, which may say other things too, say all that a claim says, as far as their words tell."""
    return bool(claim.said) and alike(article, claim.said, roots_of(words)) >= _WHOLE


def other_speakers(article: Article, said: Sequence[Said], claims: Claims) -> Iterator[tuple[Said, str]]:
    """What a line has from somebody, and the claims that say it from others only, each with one of those.

    Only of those who make one of the answer's claims: of others who are named the article tells more than the claims.
    """
    for one in said:
        same = claims.told_again(article, one.words) or list(claims.cited)
        names = (one.speaker, *one.others)
        if not same or any(_may_be(article, name, other) for other in same for name in names):
            continue
        if any(other.kind == "outlet" for other in same):
            continue  # what the article says itself it may have from them
        if not claims.cited and (claims.is_told_by(article, one) or not _holds_most(article, one, same[0])):
            continue
        if not name_keys(one.speaker) and word_key(one.speaker.rsplit(maxsplit=1)[-1]) not in OF_STATE:
            continue  # "the owners" may be anybody
        is_known = any(_makes(article, one.speaker, other) for other in claims.every)
        if is_known or (_is_known(article, one.speaker) and _holds_most(article, one, same[0])):
            yield one, same[0].speaker


def other_stances(article: Article, said: Sequence[Said], claims: Claims) -> Iterator[tuple[Said, Stance]]:
    """What a line has somebody deny, or admit, of which each of their claims that says it has the opposite."""
    for one in said:
        same = [other for other in claims.told_again(article, one.words) if _may_be(article, one.speaker, other)]
        own = [other for other in claims.every if _may_be(article, one.speaker, other)]
        stances = {other.stance for other in (own if one.stance == "denies" else same)}
        words = {word for other in same for word in tokens_of(f"{other.text} {other.quotes}")}
        if not same or one.stance in stances:
            continue
        if one.stance == "denies" and "denies" not in stances and not any(map(_is_of_denial, words)):
            yield one, min(stances)
        elif one.stance == "confirms" and stances == {"denies"}:
            yield one, "denies"


def _is_of_denial(word: str) -> bool:
    return says_no(word) or word in DENYING or word in DECLINING or word.startswith(_UNTRUE)


def names_told(article: Article, clause: str, claims: Claims) -> frozenset[str]:
    """The keys of the words of the claims that say what a clause of a line says, and of those who make them."""
    same = claims.told_again(article, clause)
    return frozenset().union(*[keys_of(f"{one.text} {one.called}") for one in same])


def _is_known(article: Article, speaker: str) -> bool:
    """Whether an article knows a person of that name, first name and all, or a paper or group."""
    who = read_cast(article).fullest(speaker)
    if who is None or not name_keys(speaker):
        return False
    return " " in who.name if who.kind == "person" else who.kind in ("media", "armed_group")


def _holds_most(article: Article, said: Said, claim: Retold) -> bool:
    return alike(article, roots_of(said.words), claim.roots) >= _MOSTLY


def _makes(article: Article, speaker: str, claim: Retold) -> bool:
    return _is_named(article, _WHO.sub("", speaker), claim.called)


def _may_be(article: Article, speaker: str, claim: Retold) -> bool:
    """Whether somebody whom a line names may be who makes a claim, speaks for them, or does something in its text."""
    speaker = _WHO.sub("", speaker)
    if _is_named(article, speaker, claim.called) or (
        claim.kind == "outlet" and _is_named(article, speaker, claim.text)
    ):
        return True
    if _is_his_body(article, speaker, claim):
        return True
    last = re.escape(speaker.rsplit(maxsplit=1)[-1])
    if re.search(
        rf"(?<!\w){last},? (?:has |had |have |also )?[a-z]+(?:ed|s)\b", claim.text.removeprefix(claim.speaker)
    ):
        return True  # "Reil said that Moll had told him"
    who = read_cast(article).fullest(speaker)
    is_person = who is not None and who.kind == "person"
    if is_person is (claim.kind in ("person", "witness", "anonymous")):
        return False
    return _stand_together(article, speaker, claim.speaker)


def _is_his_body(article: Article, speaker: str, claim: Retold) -> bool:
    """Whether somebody's office or the like makes a claim, whose owner the article means there: "his office"."""
    owner, owns, body = speaker.replace("’", "'").partition("'s ")
    if not owns or word_key(body.rsplit(maxsplit=1)[-1]) not in keys_of(claim.called):
        return False
    return holds_name(owner, words_meant(article, claim.indices))


def _stand_together(article: Article, one: str, other: str) -> bool:
    """Whether a sentence, or two of which the second says "its", name a person and a body: one speaks for the other."""
    keys = sentence_keys(article)
    near = (
        keys[at - 1] | keys[at] if at > 0 and _ITS.match(sentence_text(article, at)) else keys[at]
        for at in range(len(keys))
    )
    return any(_is_within(article, one, words) and _is_within(article, other, words) for words in near)


def _is_named(article: Article, speaker: str, text: str) -> bool:
    return _is_within(article, speaker, keys_of(text))


def _is_within(article: Article, speaker: str, keys: Collection[str]) -> bool:
    if name_keys(speaker):
        return any(holds_name(form, keys) for form in forms_of(article, speaker))
    return word_key(speaker.rsplit(maxsplit=1)[-1]) in keys

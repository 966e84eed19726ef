"""Statements at second hand: Y quoted X as saying; X was quoted by Y as saying; Y said, citing X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import Cue, load_lexicon
from summarizer.attribution.rules.content_first import content_before
from summarizer.attribution.syntax.complements import complement
from summarizer.attribution.syntax.noun_phrases import phrase_starting
from summarizer.attribution.syntax.site import Found, Site

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Range

QUOTING = frozenset({"quote", "cite"})
CITING = frozenset({"citing", "quoting"})
SAYING = frozenset({"saying", "telling", "adding", "claiming", "warning", "denying", "confirming"})
MOST_WORDS = 16  # between "quoted" and "as saying"; more is another clause


def read_quoted_as(site: Site, subject: Range | None, *, is_passive: bool) -> Found | None:
    """Y quoted X as saying that; X was quoted by Y as saying that; "...," X was quoted as saying by Y."""
    p, hi, k = site.p, site.hi, site.k
    as_ = next((n for n in range(k, min(k + MOST_WORDS, hi - 1)) if p.low[n] == "as" and p.low[n + 1] in SAYING), None)
    if as_ is None or (is_passive and subject is None):
        return None
    who = _without_pronoun(p, subject) if is_passive else phrase_starting(p, k, as_)
    if who is None or who[0] == as_:
        return None
    late = _after_by(p, as_ + 2, hi) if is_passive else None  # "quoted as saying by Y that"
    inner = Site(p, site.lo, hi, as_ + 1, late[1] if late else as_ + 2, _saying(p.low[as_ + 1]), site.found)
    relay = _after_by(p, k, as_) or late if is_passive else subject
    got = _said(inner, (subject or who)[0], is_relative=subject is not None and p.tag[subject[1] - 1] == "W")
    if got is None:
        return None
    return Found(p, [got[1]], who, (site.i, as_ + 2), inner.entry, "quoted-" + got[0], (relay,) if relay else ())


def _said(saying: Site, first: int, *, is_relative: bool) -> tuple[str, Range] | None:
    """What is quoted: after "as saying", or before the first token of who quotes or is quoted."""
    after = complement(saying, inner=is_relative)
    if after or first == saying.lo or saying.p.tag[first - 1] not in ",Q":
        return after
    before = content_before(saying, first - 1)
    return ("before-cue", before) if before else None


def _without_pronoun(p: Paragraph, subject: Range | None) -> Range | None:
    """The mayor, in "the mayor, who was quoted"."""
    if subject and p.tag[subject[1] - 1] == "W" and subject[1] - subject[0] > 1:
        return (subject[0], subject[1] - 1)
    return subject


def _after_by(p: Paragraph, k: int, hi: int) -> Range | None:
    return phrase_starting(p, k + 1, hi) if p.low[k : k + 1] == ["by"] else None


def _saying(word: str) -> Cue:
    lexicon = load_lexicon()
    entries = lexicon.cues.get(word, ())
    return next((one for one in entries if one.kind == "verb" and not one.rest), lexicon.plain_saying)


def attach_cited(p: Paragraph, lo: int, hi: int, found: list[Found]) -> None:
    """Add whom "citing" or "quoting" names to the statement that is made so: Y said, citing X, that."""
    if CITING.isdisjoint(p.low[lo:hi]):
        return
    for i in range(lo, hi):
        who = phrase_starting(p, i + 1, hi) if p.low[i] in CITING else None
        if who is not None and p.low[who[1] : who[1] + 1] != ["as"]:
            _attach(i, lo, who, found)


def _attach(i: int, lo: int, who: Range, found: list[Found]) -> None:
    made = [one for one in found if one.cue[0] != i and one.mention and (one.is_speech or one.entry.kind == "phrase")]
    beside = [one for one in made if one.mention and one.mention[1] == i - 1]  # "Y, quoting X, said"
    before = [one for one in made if one.cue[0] < i]
    following = made if i == lo else []
    for one in (beside or before[-1:] or following)[:1]:
        if not any(a <= i < b for a, b in one.content):
            one.cited = who

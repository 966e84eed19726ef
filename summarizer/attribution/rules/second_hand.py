"""Statements at second hand: Y quoted X as saying; X was quoted by Y as saying; Y said, citing X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import Cue, load_lexicon
from summarizer.attribution.rules.content_before import content_before
from summarizer.attribution.syntax.complements import Complement, complement
from summarizer.attribution.syntax.phrase_starts import phrase_starting, source_starting
from summarizer.attribution.syntax.site import Attribution, Site

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.contract.statement import Form

MOST_WORDS = 16  # between "quoted" and "as saying"; more is another clause


def read_quoted_as(site: Site, subject: Range | None, *, is_passive: bool) -> Attribution | None:
    """Y quoted X as saying that; X was quoted by Y as saying that; "...," X was quoted as saying by Y."""
    paragraph, after, right = site.paragraph, site.after, site.right
    as_ = _as_saying(site)
    if as_ is None or (is_passive and subject is None):
        return None
    if site.entry.lemma == "report" and tags.COMMA in paragraph.tags[after:as_]:
        return None  # "reported the flood, quoting a nurse as saying"
    source = _without_pronoun(paragraph, subject) if is_passive else phrase_starting(paragraph, after, as_)
    if source is None or source[0] == as_:
        return None
    past = as_ + 2
    late = phrase_after_by(paragraph, past, right) if is_passive else None  # "quoted as saying by Y that"
    saying = _saying(paragraph.lower[as_ + 1])
    inner = Site(paragraph, site.left, right, as_ + 1, late[1] if late else past, saying, site.earlier)
    relay = (phrase_after_by(paragraph, after, as_) or late) if is_passive else subject
    is_relative = subject is not None and paragraph.tags[subject[1] - 1] == tags.WH_WORD
    said = _said(inner, (subject or source)[0], is_relative=is_relative)
    if said is None:
        return None
    attribution = inner.attribute([said.content], source, said.form, "quoted-" + said.label)
    attribution.cue = (site.at, past)
    attribution.relays = (relay,) if relay else ()
    return attribution


def _as_saying(site: Site) -> int | None:
    """The "as" of "as saying" after a verb of quoting."""
    lower = site.paragraph.lower
    near = range(site.after, min(site.after + MOST_WORDS, site.right - 1))
    return next((index for index in near if lower[index] == "as" and lower[index + 1] in grammar.SAYING), None)


def _said(saying: Site, first: int, *, is_relative: bool) -> Complement | None:
    """What is quoted: after "as saying", or before the first token of whoever quotes or is quoted."""
    letters = saying.paragraph.tags
    is_quoted_before = first - 1 > saying.left and letters[first - 2 : first] == tags.COMMA + tags.QUOTATION_MARK
    after = None if is_quoted_before else complement(saying, is_inner=is_relative)
    if after or first == saying.left:
        return after
    mark = letters[first - 1]
    if mark not in (tags.COMMA, tags.QUOTATION_MARK):
        return None
    before = content_before(saying, first - 1)
    form: Form = "quotation" if mark == tags.QUOTATION_MARK else "clause"
    return Complement(form, "before-cue", before) if before else None


def _without_pronoun(paragraph: Paragraph, subject: Range | None) -> Range | None:
    """The mayor, in "the mayor, who was quoted"."""
    if subject and paragraph.tags[subject[1] - 1] == tags.WH_WORD and subject[1] - subject[0] > 1:
        return (subject[0], subject[1] - 1)
    return subject


def phrase_after_by(paragraph: Paragraph, index: int, right: int) -> Range | None:
    """Who is named after a "by" at a token."""
    return phrase_starting(paragraph, index + 1, right) if paragraph.word_at(index) == "by" else None


def _saying(word: str) -> Cue:
    """The cue of "saying", "adding" or another word of that set."""
    lexicon = load_lexicon()
    entries = lexicon.cues.get(word, ())
    return next((entry for entry in entries if entry.kind == "verb" and not entry.following), lexicon.plain_saying)


def attach_cited(paragraph: Paragraph, left: int, right: int, attributions: list[Attribution]) -> None:
    """Add the phrase after "citing" or "which cited" to the attribution that cites it: Y said, citing X, that."""
    lower = paragraph.lower
    if grammar.CITING.isdisjoint(lower[left:right]) and grammar.CITED.isdisjoint(lower[left:right]):
        return
    for index in range(left, right):
        is_citing = lower[index] in grammar.CITING or (lower[index] in grammar.CITED and lower[index - 1] == "which")
        cited = source_starting(paragraph, index + 1, right) if is_citing else None
        if cited is None or paragraph.word_at(cited[1]) == "as" or lower[index - 1] in grammar.AVOIDING:
            continue  # "without citing a source" cites nobody
        # "citing officials briefed on the talks": whoever is cited was briefed
        attributions[:] = [one for one in attributions if one.mention is None or one.mention[0] != index]
        attribution = _citing(index, left, attributions)
        if attribution and not attribution.holds(index):
            attribution.cited = cited


def _citing(index: int, left: int, attributions: list[Attribution]) -> Attribution | None:
    """Which attribution of the sentence the "citing" at a token belongs to."""
    saying = [one for one in attributions if one.cue[0] != index and (one.is_speech or one.entry.kind == "phrase")]
    around = [one for one in saying if one.mention and one.mention[1] in (index - 1, index - 2)]  # "Y, quoting X, said"
    before = [one for one in saying if one.cue[0] < index]
    if around:
        return around[0]
    if before:
        return before[-1]
    return saying[0] if saying and index == left else None

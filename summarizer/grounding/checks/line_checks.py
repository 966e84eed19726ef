"""Compares a line of text, of a claim or of a summary, with the words of the article that it rests on.

`check_line` is for any line with its evidence. A claim has more to it, its source and stance: claim_checks.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources.vocabulary import DAYS
from summarizer.contract.check import Check
from summarizer.grounding.checks.alignment import Alignment, align
from summarizer.grounding.checks.asked import asked_or_feared
from summarizer.grounding.checks.dated import find_misdated
from summarizer.grounding.checks.doers import find_other_doers, find_turned_acts
from summarizer.grounding.checks.exchanged import find_exchanged
from summarizer.grounding.checks.figures import Comparison, compare_figures
from summarizer.grounding.checks.flipped import find_flipped
from summarizer.grounding.checks.hedges import hedge_difference
from summarizer.grounding.checks.injection import article_instructions, looks_like_instruction
from summarizer.grounding.checks.loaded import find_loaded
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.grounding.checks.moved import Moved, find_moved, find_replaced
from summarizer.grounding.checks.names import (
    foreign_names,
    is_of_speaker,
    is_same_one,
    speaker_keys,
    words_near,
    wrong_speaker,
)
from summarizer.grounding.checks.negation import leads_to_denied, negation_difference
from summarizer.grounding.checks.negation_edit import negation_edit
from summarizer.grounding.checks.opposites import find_opposites
from summarizer.grounding.checks.paired import compare_pairs
from summarizer.grounding.checks.passage import LONGEST, Passage, read_passage
from summarizer.grounding.checks.prefixed import find_prefixed
from summarizer.grounding.checks.publication import reckoned_years, told_dates
from summarizer.grounding.checks.ranks import other_rank
from summarizer.grounding.checks.reasons import unproved_reason
from summarizer.grounding.checks.roles import persons_named, wrong_roles
from summarizer.grounding.checks.scope import scope_difference
from summarizer.grounding.checks.sided import find_other_side
from summarizer.grounding.checks.substituted import find_substitutes
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.checks.times import time_difference
from summarizer.grounding.checks.turned_pairs import other_side, turned_pair
from summarizer.grounding.checks.who_says import other_body, other_speakers
from summarizer.grounding.checks.wording import named_twice, swapped_verb
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.figures import FigureSpan, as_figure, find_figures
from summarizer.text.numerals import find_numerals
from summarizer.text.overlap import CUT_OFF, content_words, measure_overlap, stem, stems
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.contract.report import Figure, Source
    from summarizer.contract.statement import Offsets

_ENDS = ".,;:!?… "
_NAMES_OR_DIGITS = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+|\b\d[\w.,]*")  # these have checks of their own


def check_line(
    article: Article,
    text: str,
    spans: Sequence[Offsets],
    speakers: Sequence[Source] = (),
    relays: Sequence[str] = (),
) -> tuple[Check, ...]:
    """Every reason to doubt a line of text that rests on these spans of the article, in code points, one at least.

    `speakers` are those whom the line may name as saying it, the sources of the claims that it cites; without any, who
    says it is not compared. A line in the article's own words passes.
    """
    passage = read_passage(article, text, spans, speakers, relays)
    return (*check_evidence(article, passage.spans, text), *compare_with_evidence(passage)[0])


def compare_with_evidence(passage: Passage) -> tuple[list[Check], tuple[Figure, ...]]:
    """What a text says otherwise than its evidence, and the article's figures for the numbers that both have."""
    article = passage.article
    # All evidence lies in these; by itself it may hold a part of a number ("647" of "647 million").
    near = [*_figures_within(passage), *_figures_meant(passage)]
    compared = compare_figures(passage.text, article.text, near, _told_with(passage), _just_before(passage))
    return _check_wording(passage, compared), _as_figures(article, compared.held)


def evidence_figures(article: Article, spans: Sequence[Offsets]) -> tuple[Figure, ...]:
    """The numbers in the pieces of a claim's evidence, which are code points of the article."""
    return _as_figures(article, [one for start, end in spans for one in find_figures(article.text, start, end)])


def unproved_figures(article: Article, text: str, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """The numbers in a claim's text, in its words, that the sentences of its evidence, at these spans, do not hold."""
    passage = read_passage(article, text, spans)
    if _is_passage(passage.text, passage.held):
        return ()
    return compare_figures(passage.text, article.text, _figures_within(passage), passage.held).missing


def _figures_within(passage: Passage) -> list[FigureSpan]:
    """The figures of the sentences that hold the evidence."""
    text, sentences = passage.article.text, sentences_of(passage.article)
    return [
        figure
        for first, last in passage.stretches
        for one in sentences[first : last + 1]
        for figure in find_figures(text, one.start, one.end)
    ]


def _figures_meant(passage: Passage) -> list[FigureSpan]:
    """The figures of the sentence before where the evidence has none and says "this" of one."""
    if find_numerals(passage.evidence) or not _THIS.search(f"{passage.lead[-_TO_THIS:]}{passage.evidence}"):
        return []
    text, sentences = passage.article.text, sentences_of(passage.article)
    before = [sentences[first - 1] for first, _ in passage.stretches if first]
    return [figure for one in before for figure in find_figures(text, one.start, one.end)]


_THIS = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Ii]t) (?:is|was|were|would be|had been)\b")
_TO_THIS = 30  # characters before the evidence


def _just_before(passage: Passage) -> str:
    """The sentences right before the evidence, whose numbers may be carried on."""
    text, sentences = passage.article.text, sentences_of(passage.article)
    return " ".join(
        text[one.start : one.end] for first, _ in passage.stretches for one in sentences[max(0, first - _BACK) : first]
    )


_BACK = 3  # sentences
_POINTS_BACK = wordings("checks.figures.back")


def _told_with(passage: Passage) -> str:
    """The sentences of the evidence, who says it, and the sentence before where "it" points there for a number."""
    points_back = _POINTS_BACK.search(passage.evidence) and not find_numerals(passage.held)
    told = f"{passage.sentences} {passage.named} {told_dates(passage)}; {reckoned_years(passage)}"
    return f"{told} {passage.before}" if points_back else told


def _as_figures(article: Article, found: Sequence[FigureSpan]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(as_figure(article.text, one) for one in found))


def check_evidence(article: Article, spans: Sequence[Offsets], said: str = "") -> list[Check]:
    """Whether the evidence at these spans, or what an engine said about it, reads like an instruction to a model."""
    for suspect in article_instructions(article):
        if any(start < suspect.end and suspect.start < end for start, end in spans):
            words = " ".join(article.text[suspect.start : suspect.end].split())[:80]
            return _doubt("instruction_like_text", f"the evidence {suspect.why}: “{words}”")
    why = looks_like_instruction(said) if said else None
    return _doubt("instruction_like_text", f"the claim {why}") if why else []


def _doubt(code: CheckCode, detail: str) -> list[Check]:
    return [Check(code=code, detail=detail)]


def _check_wording(passage: Passage, compared: Comparison) -> list[Check]:
    """What a text says otherwise than its evidence."""
    text = passage.text
    checks = _check_figures(compared) + _check_speakers(passage)
    if _is_passage(text, passage.held):
        is_whole = text.strip(_ENDS) == passage.held.strip(_ENDS)
        return checks if is_whole else checks + _check_negation(passage) + _check_supposed(passage)
    alignment = align(passage)
    checks += _check_moved(passage, alignment) + _check_names(passage, alignment)
    return (
        checks
        + _check_negation(passage)
        + check_meaning(passage, alignment, _just_before(passage))
        + _check_overlap(passage, compared)
    )


_SUPPOSED = re.compile(r"\b(?:whether|if|unless)(?: or not)? (?:the |an? )?$", re.IGNORECASE)


def _check_supposed(passage: Passage) -> list[Check]:
    """A clause of the evidence that is only asked or supposed there, given by itself: "whether the wall held"."""
    words = passage.text.strip(_ENDS)
    found = _SUPPOSED.search(passage.held[: max(0, passage.held.find(words[1:]) - 1)])
    if found is None:
        return []
    return _doubt("hedge_differs", f"the evidence says “{found.group().strip()}” before this, the claim has it as so")


def _check_speakers(passage: Passage) -> list[Check]:
    """Whom the text names as saying it, beside those who do."""
    if not passage.speakers:
        return []
    name, text = passage.speaker, passage.text
    speaker = wrong_speaker(passage)
    if speaker is not None and not (_is_passage(text, passage.held) and words_near(name, passage.held)):
        return _doubt("name_not_in_evidence", f"the claim names “{speaker}” as who says it, its source is “{name}”")
    if any(one.kind in ("outlet", "anonymous") for one in passage.speakers):
        return []
    others = other_speakers(text, speaker_keys(passage), passage.near)
    others = [
        one
        for one in others
        if not (is_of_speaker(passage, text.find(one), one) or _is_of_thing_there(text, one, passage.held))
    ]
    if (noun := other_body(text, passage.speaker)) is not None:
        return _doubt("name_not_in_evidence", f"the claim has “{noun}” say it, its source is “{passage.speaker}”")
    nouns = [re.escape(name) for name in (one.name for one in passage.speakers) if name.islower()]
    if nouns:  # "an Orsk judge" is "the judge"
        others = [one for one in others if not re.search(rf"{re.escape(one)} (?:\w+ )?(?:{'|'.join(nouns)})\b", text)]
    return [
        Check(code="name_not_in_evidence", detail=f"the claim names “{other}” as who says it, beside “{name}”")
        for other in others
    ]


def _is_of_thing_there(text: str, name: str, held: str) -> bool:
    """Whether a name only says whose the thing is that does it, as in the evidence: "the Varn newspaper attacked"."""
    found = re.search(rf"(?<!\w){re.escape(name)} ([a-z]{{4,}}) [a-z]+", text)
    return found is not None and not found[1].endswith(("s", "ed")) and found.group() in held


def _check_figures(compared: Comparison) -> list[Check]:
    details = [f"neither the evidence nor its sentence holds “{words}”" for words in compared.missing]
    checks = [Check(code="figure_not_in_evidence", detail=detail) for detail in details]
    return checks + [Check(code="qualifier_differs", detail=detail) for detail in compared.requalified]


def _check_moved(passage: Passage, alignment: Alignment) -> list[Check]:
    """Numbers and names of the evidence that stand elsewhere in the text."""
    pairs = compare_pairs(alignment.said, alignment.held)
    found = (*find_moved(alignment, passage.named), *find_replaced(alignment, names=False))
    are_kept = len(pairs.kept) > 1 and not pairs.crossed
    moved = [one for one in found if not (one.said in pairs.kept if one.is_number else are_kept)]
    moved += [Moved(one, other, is_number=True) for one, other in pairs.crossed]
    misdated = (
        f"the claim has “{one.number}” for {one.said}, the evidence for {one.held}"
        for one in find_misdated(alignment.said, alignment.held)
    )
    details = dict.fromkeys(misdated)
    return [doubt_moved(one) for one in moved] + [
        Check(code="figure_not_in_evidence", detail=detail) for detail in details
    ]


def doubt_moved(one: Moved) -> Check:
    """The doubt about a number or name that stands in the place of another one of the evidence."""
    code: CheckCode = "figure_not_in_evidence" if one.is_number else "name_not_in_evidence"
    return Check(code=code, detail=f"“{one.said}” stands where the evidence has “{one.held}”")


def _check_names(passage: Passage, alignment: Alignment) -> list[Check]:
    checks: list[Check] = []
    for name, in_article in foreign_names(passage, alignment):
        if in_article:
            checks += _doubt("name_not_in_evidence", f"“{name}” is in the article, but not where the evidence has it")
        else:
            checks += _doubt("name_not_in_article", f"the article does not hold “{name}”")
    if twice := named_twice(passage.text, passage.held, passage.article.text):
        checks += _doubt("name_not_in_evidence", f"the claim names “{twice}” twice, the evidence does not")
    return checks + check_persons(passage, alignment)


def check_persons(passage: Passage, alignment: Alignment) -> list[Check]:
    """Who does in the text what is done to them in the evidence, and who is called what they are not."""
    checks: list[Check] = []
    swapped = swapped_verb(passage.text, passage.held) or find_flipped(alignment, persons_named(passage))
    if swapped := swapped or next(find_turned_acts(alignment), None):
        name, verb = swapped
        detail = f"“{name}” is who “{verb}” in the claim, in the evidence it is done to them"
        checks += _doubt("name_not_in_evidence", detail)
    for verb, name, other in find_other_doers(alignment):
        if other.lower() not in DAYS and not is_same_one(passage, name, other):
            checks += _doubt(
                "name_not_in_evidence", f"“{name}” stands before “{verb}”, where the evidence has “{other}”"
            )
    if office := other_rank(alignment):
        checks += _doubt("role_differs", f"the evidence has another rank than “{office}”")
    for name, role in wrong_roles(passage):
        checks += _doubt("role_differs", f"the article does not call {name} “{role}”")
    return checks


def check_meaning(passage: Passage, alignment: Alignment, elsewhere: str = "") -> list[Check]:
    """What the text says surer, wider, in another unit, the other way round or with another reason.

    Whatever word stands `elsewhere` it may repeat, if it adds it to words of its own.
    """
    checks: list[Check] = []
    for one in find_opposites(alignment, passage.before):
        code: CheckCode = "unit_differs" if one.is_measure else "meaning_differs"
        checks += _doubt(code, f"the claim says “{one.said}”, the evidence “{one.held}”")
    for other in find_substitutes(alignment, f"{passage.near} {passage.named}"):
        checks += _doubt("meaning_differs", f"the claim says “{other.said}” where the evidence has “{other.held}”")
    for word in find_loaded(alignment, f"{passage.near} {passage.named}", elsewhere):
        checks += _doubt("meaning_differs", f"the claim says “{word}”, nothing in the evidence does")
    if difference := time_difference(alignment):
        checks += _doubt("meaning_differs", difference)
    if difference := hedge_difference(alignment) or asked_or_feared(alignment):
        checks += _doubt("hedge_differs", difference)
    if exchanged := find_exchanged(alignment) or find_other_side(alignment) or find_prefixed(alignment):
        checks += _doubt("meaning_differs", "“{}” stands where the evidence has “{}”".format(*exchanged))
    if difference := turned_pair(passage.text, passage.held) or other_side(passage.text, passage.held):
        checks += _doubt("meaning_differs", difference)
    if difference := scope_difference(alignment, passage.near):
        checks += _doubt("scope_differs", difference)
    if unproved := unproved_reason(alignment, passage.text, passage.near, passage.article.text):
        kind, words = unproved
        checks += _doubt("reason_not_in_evidence", f"the evidence does not give as a {kind}: “{words}”")
    return checks


def _check_overlap(passage: Passage, compared: Comparison) -> list[Check]:
    text = passage.text
    held = stems(f"{passage.near} {passage.named}") | _number_words(text, compared)
    held |= _words_alike(text, held)
    overlap = measure_overlap(text, held)
    if overlap.share >= CUT_OFF or measure_overlap(_NAMES_OR_DIGITS.sub("", text), held).share >= CUT_OFF:
        return []
    words = ", ".join(overlap.missing[:6])
    detail = f"{overlap.share:.0%} of the claim's content words are in its evidence; not there: {words}"
    return _doubt("low_overlap", detail)


def _words_alike(text: str, held: Collection[str]) -> set[str]:
    """The stems of a text's words for which the evidence, with these stems, has others of the same meaning."""
    groups = {group for key in held for group in groups_of(key)}
    sides = {side for key in held for side in sides_of(key)}
    keys = [(stem(word.lower()), meaning(word)) for word in content_words(text)]
    return {one for one, key in keys if not (groups.isdisjoint(groups_of(key)) and sides.isdisjoint(sides_of(key)))}


def _number_words(text: str, compared: Comparison) -> set[str]:
    """A text's words for the numbers that its evidence holds in other words: "9" for "nine"."""
    values = {one.value for one in compared.held}
    return {
        stem(word.lower())
        for one in find_figures(text)
        if one.value in values
        for word in content_words(text[one.start : one.end])
        if not word.isalpha() or len(word.split()) == 1
    }


_DENIED_IT = wordings("checks.negation.reply")


def _check_negation(passage: Passage) -> list[Check]:
    difference = negation_edit(passage.text, passage.held[:LONGEST]) or negation_difference(
        passage.text,
        passage.evidence[:LONGEST],
        passage.sentences[:LONGEST],
        denied=leads_to_denied(passage.lead),
        denied_before=_DENIED_IT.search(passage.near) is not None,
    )
    return _doubt("negation_differs", difference) if difference is not None else []


def _is_passage(text: str, held: str) -> bool:
    """Whether a text is, word for word, a passage of the sentences that hold the evidence: its names are theirs."""
    words = text.strip(_ENDS)
    at = held.find(words)
    if at < 0 and words[:1].isupper():
        words = words[0].lower() + words[1:]  # "the wall held" begins a sentence now
        at = held.find(words)
    end = at + len(words)
    return at >= 0 and words != "" and not (held[at - 1 : at].isalnum() or held[end : end + 1].isalnum())

"""What a reader should doubt in a claim, each doubt with its reason; docs/report.md explains every code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.contract.check import Check
from summarizer.grounding.checks.context import LONGEST, read_context, sentence_range
from summarizer.grounding.checks.figures import Comparison, compare_figures
from summarizer.grounding.checks.injection import find_instructions, looks_like_instruction
from summarizer.grounding.checks.names import foreign_names, words_near, wrong_speaker
from summarizer.grounding.checks.negation import has_denial, leads_to_denied, negation_difference
from summarizer.grounding.checks.source import Reading, check_source, read_evidence
from summarizer.grounding.checks.wording import named_twice, negation_edit, number_edits, swapped_verb
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation import DOUBLE_MARKS
from summarizer.text.figures import FigureSpan, as_figure, find_figures
from summarizer.text.folding import fold
from summarizer.text.overlap import CUT_OFF, content_words, measure_overlap, stem, stems
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.contract.report import Claim, Figure
    from summarizer.contract.statement import Offsets
    from summarizer.grounding.checks.context import Context


_AROUND = DOUBLE_MARKS + " \t\r\n"
_ENDS = ".,;:!?… "
_NAMES_OR_DIGITS = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+|\b\d[\w.,]*")  # these have checks of their own


def check_claim(article: Article, claim: Claim) -> tuple[Check, ...]:
    """Every reason to doubt a claim, in a fixed order; a claim in the article's own words costs next to nothing."""
    if claim.origin == "rules":  # these words are the article's own: a test holds the engine to it
        checks = _check_hostile(article, claim) + check_source(article, claim, "", None)
        return (*checks, *_check_cut(article, claim, None))
    return examine_claim(article, claim, read_evidence(article, claim)).checks


def examine_claim(article: Article, claim: Claim, reading: Reading | None) -> Claim:
    """Compare what a model claims with the article; `reading` is what the rules read where its evidence stands.

    The claim comes back with its checks, and with those numbers of its text that the sentences of its evidence hold.
    """
    context = read_context(article, claim)
    checks = _check_hostile(article, claim)
    checks += check_source(article, claim, context.near, reading)
    checks += _check_cut(article, claim, reading)
    if is_verbatim(claim):
        figures = evidence_figures(article, [(piece.start, piece.end) for piece in claim.evidence])
        return claim.model_copy(update={"figures": figures, "checks": tuple(checks)})
    # All evidence lies in these; by itself it may hold a part of a number ("647" of "647 million").
    near = _figures_within(article, *context.range)
    compared = compare_figures(context.text, article.text, near, context.sentences)
    checks += _check_wording(context, compared)
    return claim.model_copy(update={"figures": _as_figures(article, compared.held), "checks": tuple(checks)})


def evidence_figures(article: Article, spans: Sequence[Offsets]) -> tuple[Figure, ...]:
    """The numbers in the pieces of a claim's evidence, which are code points of the article."""
    return _as_figures(article, [one for start, end in spans for one in find_figures(article.text, start, end)])


def unproved_figures(article: Article, text: str, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """The numbers in a claim's text, in its words, that the sentences of its evidence, at these spans, do not hold."""
    first, last = sentence_range(article, spans[0][0], spans[-1][1])
    held = " ".join([article.text[one.start : one.end] for one in sentences_of(article)[first : last + 1]])
    if _is_passage(text, held):
        return ()
    return compare_figures(text[:LONGEST], article.text, _figures_within(article, first, last), held).missing


def _figures_within(article: Article, first: int, last: int) -> list[FigureSpan]:
    """The figures of some sentences, from the first index to the last."""
    sentences = sentences_of(article)[first : last + 1]
    return [figure for one in sentences for figure in find_figures(article.text, one.start, one.end)]


def _as_figures(article: Article, found: Sequence[FigureSpan]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(as_figure(article.text, one) for one in found))


def is_verbatim(claim: Claim) -> bool:
    """Whether a claim's text is all of its evidence, except for white space and quotation marks around it."""
    text, evidence = claim.text, claim.evidence
    if len(evidence) == 1 and text == evidence[0].quote:
        return True
    if abs(sum(len(piece.quote) + 1 for piece in evidence) - len(text)) > 8 + len(text) // 8:
        return False
    joined = " ".join(" ".join(piece.quote.strip(_AROUND) for piece in evidence).split())
    return fold(text).text.strip(_ENDS) == fold(joined).text.strip(_ENDS)


def _check_hostile(article: Article, claim: Claim) -> list[Check]:
    for suspect in find_instructions(article.text):
        if any(piece.start < suspect.end and suspect.start < piece.end for piece in claim.evidence):
            words = " ".join(article.text[suspect.start : suspect.end].split())[:80]
            return _doubt("instruction_like_text", f"the evidence {suspect.why}: “{words}”")
    if claim.origin == "rules":
        return []
    why = looks_like_instruction(f"{claim.text}\n{claim.source.name}")
    return _doubt("instruction_like_text", f"the claim {why}") if why else []


def _doubt(code: CheckCode, detail: str) -> list[Check]:
    return [Check(code=code, detail=detail)]


# A class of characters comes first and no flag stands in its way: the regex engine leaps to the few that may begin it.
_CUT = re.compile(
    r"[NnWwCc](?i:(?<=n)['’]t|(?<!\w.)(?:(?<=n)(?:ot|ever|or?)|(?<=w)ithout|(?<=c)annot))\s+"
    r"(?i:be |been |being |have |a |any |the )?$"
)
_CUT_AFTER = re.compile(r"\s?(?:not(?! only)|n['’]t|never)(?!\w)", re.IGNORECASE)
_DENIED_NEXT = re.compile(r"[^.!?“\"]{0,30}")


def _check_cut(article: Article, claim: Claim, reading: Reading | None) -> list[Check]:
    """A negation or a denial that stands right before the evidence and is left out of the claim."""
    if claim.stance == "denies":
        return []
    text, start, end = article.text, claim.evidence[0].start, claim.evidence[-1].end
    cue = reading.statement.cue if reading is not None and reading.statement.stance == "denies" else None
    # "denied that it fell" denies what follows; a quotation in the sentence after a denial does not
    if cue is not None and cue[1] <= start and _DENIED_NEXT.fullmatch(text, cue[1], start):
        if has_denial(claim.text):
            return []
        return _doubt("negation_differs", f"the article has this denied (“{text[slice(*cue)]}”), the claim does not")
    found = _CUT.search(text, max(0, start - 16), start) or _CUT_AFTER.match(text, end)
    if found is None or has_denial(claim.text) or found.group().split()[0].lower() in claim.text.lower().split():
        return []
    return _doubt("negation_differs", f"the article says “{found.group().strip()}” right beside the evidence")


def _check_wording(context: Context, compared: Comparison) -> list[Check]:
    """What the text of a claim says otherwise than its evidence."""
    name, text = context.claim.source.name, context.text
    checks = _check_figures(context, compared)
    speaker = wrong_speaker(context)
    is_theirs = _is_passage(text, context.held)
    if speaker is not None and not (is_theirs and words_near(name, context.held)):
        checks += _doubt("name_not_in_evidence", f"the claim names “{speaker}” as who says it, its source is “{name}”")
    if is_theirs:
        is_whole = text.strip(_ENDS) == context.held.strip(_ENDS)
        return checks if is_whole else checks + _check_negation(context)
    return checks + _check_names(context) + _check_negation(context) + _check_overlap(context, compared)


def _check_figures(context: Context, compared: Comparison) -> list[Check]:
    details = [f"neither the evidence nor its sentence holds “{words}”" for words in compared.missing] or [
        f"“{words}” stands where the evidence has another number"
        for words in number_edits(context.text, context.held[:LONGEST])
    ]
    checks = [Check(code="figure_not_in_evidence", detail=detail) for detail in details]
    return checks + [Check(code="qualifier_differs", detail=detail) for detail in compared.requalified]


def _check_names(context: Context) -> list[Check]:
    checks: list[Check] = []
    for name, in_article in foreign_names(context):
        if in_article:
            checks += _doubt("name_not_in_evidence", f"“{name}” is in the article, but not where the evidence has it")
        else:
            checks += _doubt("name_not_in_article", f"the article does not hold “{name}”")
    if twice := named_twice(context.text, context.held, context.article.text):
        checks += _doubt("name_not_in_evidence", f"the claim names “{twice}” twice, the evidence does not")
    if swapped := swapped_verb(context.text, context.held):
        name, verb = swapped
        detail = f"“{name}” is who “{verb}” in the claim, in the evidence it is done to them"
        checks += _doubt("name_not_in_evidence", detail)
    return checks


def _check_overlap(context: Context, compared: Comparison) -> list[Check]:
    text = context.claim.text
    held = stems(f"{context.near} {context.named}") | _number_words(context.text, compared)
    overlap = measure_overlap(text, held)
    if overlap.share >= CUT_OFF or measure_overlap(_NAMES_OR_DIGITS.sub("", text), held).share >= CUT_OFF:
        return []
    words = ", ".join(overlap.missing[:6])
    detail = f"{overlap.share:.0%} of the claim's content words are in its evidence; not there: {words}"
    return _doubt("low_overlap", detail)


def _number_words(text: str, compared: Comparison) -> set[str]:
    """A claim's words for the numbers that its evidence holds in other words: "9" for "nine"."""
    values = {one.value for one in compared.held}
    return {
        stem(word.lower())
        for one in find_figures(text)
        if one.value in values
        for word in content_words(text[one.start : one.end])
        if not word.isalpha() or len(word.split()) == 1
    }


_DENIED_IT = wordings("checks.negation.reply")


def _check_negation(context: Context) -> list[Check]:
    difference = negation_edit(context.text, context.held[:LONGEST]) or negation_difference(
        context.text,
        context.evidence[:LONGEST],
        context.sentences[:LONGEST],
        denied=leads_to_denied(context.lead),
        denied_before=_DENIED_IT.search(context.near) is not None,
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

"""What a reader should doubt in a claim, each doubt with its reason; docs/report.md explains every code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from summarizer.attribution.sources import read_cast
from summarizer.contract.article import ReadOnce
from summarizer.contract.report import Check
from summarizer.grounding.checks.figures import Comparison, compare_figures
from summarizer.grounding.checks.injection import find_instructions, looks_like_instruction
from summarizer.grounding.checks.names import foreign_names, words_near, wrong_speaker
from summarizer.grounding.checks.negation import has_denial, leads_to_denied, negation_difference
from summarizer.grounding.checks.source import Reading, check_source, read_evidence
from summarizer.grounding.checks.vocabulary import DENYING
from summarizer.grounding.checks.word_order import swapped_verb
from summarizer.grounding.checks.wording import named_twice, negation_edit, number_edits
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation import DOUBLE_MARKS
from summarizer.text.figures import FigureSpan, as_figure, find_figures
from summarizer.text.folding import fold
from summarizer.text.overlap import CUT_OFF, content_words, measure_overlap, stem, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim, Figure
    from summarizer.contract.statement import Offsets
    from summarizer.reading.layout.layout import Sentence


# A claim is one plain sentence. Of a longer text so much is compared word by word; it keeps the time linear.
_MOST = 3000
_AROUND = DOUBLE_MARKS + " \t\r\n"
_ENDS = ".,;:!?… "
_NAMES_OR_DIGITS = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+|\b\d[\w.,]*")  # these have checks of their own
_LETTERS = re.compile(r"[A-Za-z0-9]+")


class Context(NamedTuple):
    """The article's words that a claim's text may draw on.

    `held` are the sentences that hold the evidence, `sentences` are these and the evidence, `near` adds the sentence
    before; `denied` says that a denial leads up to the evidence.
    """

    evidence: str
    held: str
    sentences: str
    near: str
    source: str
    relays: str
    denied: bool


class Examined(NamedTuple):
    """The numbers in a claim's text that its evidence, or the sentences that hold it, hold as well; its checks."""

    figures: tuple[Figure, ...]
    checks: tuple[Check, ...]


def check_claim(article: Article, claim: Claim) -> tuple[Check, ...]:
    """Every reason to doubt a claim, in a fixed order; a claim in the article's own words costs next to nothing."""
    if claim.origin == "rules":  # these words are the article's own: a test holds the engine to it
        checks = _check_hostile(article, claim) + check_source(article, claim, "", None)
        return (*checks, *_check_cut(article, claim, None))
    return examine_claim(article, claim, read_evidence(article, claim)).checks


def examine_claim(article: Article, claim: Claim, reading: Reading | None) -> Examined:
    """Compare what a model claims with the article; `reading` is what the rules read where its evidence stands."""
    context = _context(article, claim)
    checks = _check_hostile(article, claim)
    checks += check_source(article, claim, context.near, reading)
    checks += _check_cut(article, claim, reading)
    if is_verbatim(claim):
        figures = evidence_figures(article, [(piece.start, piece.end) for piece in claim.evidence])
        return Examined(figures, tuple(checks))
    compared = compare_figures(claim.text[:_MOST], article.text, _figures_near(article, claim), context.sentences)
    checks += _check_wording(article, claim, context, compared)
    return Examined(_as_figures(article, compared.held), tuple(checks))


def evidence_figures(article: Article, spans: Sequence[Offsets]) -> tuple[Figure, ...]:
    """The numbers in the pieces of a claim's evidence, which are code points of the article."""
    return _as_figures(article, [one for start, end in spans for one in find_figures(article.text, start, end)])


def unproved_figures(article: Article, text: str, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """The numbers in a claim's text, in its words, that the sentences of its evidence, at these spans, do not hold."""
    sentence_at = read_cast(article).sentence_at
    first, last = max(0, sentence_at(spans[0][0])), max(0, sentence_at(spans[-1][1] - 1))
    near = sentences_of(article)[first : last + 1]
    held = " ".join([article.text[one.start : one.end] for one in near])
    if _is_part(text, held):
        return ()
    figures = [figure for one in near for figure in _figures_in(article, one)]
    return compare_figures(text[:_MOST], article.text, figures, held).missing


def _as_figures(article: Article, found: Sequence[FigureSpan]) -> tuple[Figure, ...]:
    return tuple(dict.fromkeys(as_figure(article.text, one) for one in found)) if found else ()


def is_verbatim(claim: Claim) -> bool:
    """Whether a claim's text is all of its evidence, but for white space and quotation marks around it."""
    text, evidence = claim.text, claim.evidence
    if len(evidence) == 1 and text == evidence[0].quote:
        return True
    if abs(sum(len(piece.quote) + 1 for piece in evidence) - len(text)) > 8 + len(text) // 8:
        return False
    joined = " ".join(" ".join([piece.quote.strip(_AROUND) for piece in evidence]).split())
    if text == joined:
        return True
    if is_normalized("NFD", text) and is_normalized("NFD", joined) and _letters(text) != _letters(joined):
        return False  # folding keeps them
    return fold(text).text.strip(_ENDS) == fold(joined).text.strip(_ENDS)


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text))


def _sentence_range(article: Article, claim: Claim) -> tuple[int, int]:
    """Indices of the first sentence that holds evidence and of the one after the last."""
    sentence_at = read_cast(article).sentence_at
    return max(0, sentence_at(claim.evidence[0].start)), max(sentence_at(claim.evidence[-1].end - 1) + 1, 1)


def _figures_near(article: Article, claim: Claim) -> tuple[FigureSpan, ...]:
    # All evidence lies in these; by itself it may hold a part of a number ("647" of "647 million").
    first, after = _sentence_range(article, claim)
    return tuple([figure for one in sentences_of(article)[first:after] for figure in _figures_in(article, one)])


def _figures_in(article: Article, sentence: Sentence) -> tuple[FigureSpan, ...]:
    """`find_figures`, remembered for the sentences that several claims of an article rest on."""
    known = _sentence_figures(article)
    found = known.get(sentence.number)
    if found is None:
        found = known[sentence.number] = find_figures(article.text, sentence.start, sentence.end)
    return found


@ReadOnce
def _sentence_figures(article: Article) -> dict[int, tuple[FigureSpan, ...]]:  # noqa: ARG001  where it is remembered
    return {}


def _context(article: Article, claim: Claim) -> Context:
    text, sentences = article.text, sentences_of(article)
    first, after = _sentence_range(article, claim)
    held = " ".join(text[one.start : one.end] for one in sentences[first:after])
    before = " ".join(text[one.start : one.end] for one in sentences[max(0, first - 1) : first])
    evidence = "; ".join(piece.quote for piece in claim.evidence)  # no word of one piece belongs to the next
    mention = claim.source.span.text if claim.source.span else ""
    source = " ".join((claim.source.name, claim.source.role or "", mention))
    lead = text[sentences[first].start : claim.evidence[0].start] if sentences else ""
    denied = leads_to_denied(lead)
    return Context(
        evidence, held, f"{evidence} {held}", f"{before} {evidence} {held}", source, " ".join(claim.via), denied
    )


def _check_hostile(article: Article, claim: Claim) -> list[Check]:
    for suspect in find_instructions(article.text):
        if any(piece.start < suspect.end and suspect.start < piece.end for piece in claim.evidence):
            words = " ".join(article.text[suspect.start : suspect.end].split())[:80]
            return [Check(code="instruction_like_text", detail=f"the evidence {suspect.why}: “{words}”")]
    if claim.origin == "rules":
        return []
    why = looks_like_instruction(f"{claim.text}\n{claim.source.name}")
    return [Check(code="instruction_like_text", detail=f"the claim {why}")] if why else []


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
    start, end = claim.evidence[0].start, claim.evidence[-1].end
    cue = reading.statement.cue if reading is not None and reading.statement.stance == "denies" else None
    # "denied that it fell" denies what follows; a quotation in the sentence after a denial does not
    is_denied = cue is not None and cue[1] <= start and _DENIED_NEXT.fullmatch(article.text, cue[1], start) is not None
    found = _CUT.search(article.text, max(0, start - 16), start) or _CUT_AFTER.match(article.text, end)
    if (not is_denied and found is None) or has_denial(claim.text):
        return []
    if is_denied and cue is not None:
        detail = f"the article has this denied (“{article.text[cue[0] : cue[1]]}”), the claim does not"
        return [Check(code="negation_differs", detail=detail)]
    if found is None or found.group().split()[0].lower() in claim.text.lower().split():
        return []
    detail = f"the article says “{found.group().strip()}” right beside the evidence"
    return [Check(code="negation_differs", detail=detail)]


def _check_wording(article: Article, claim: Claim, context: Context, compared: Comparison) -> list[Check]:
    checks = [
        Check(code="figure_not_in_evidence", detail=f"neither the evidence nor its sentence holds “{words}”")
        for words in compared.missing
    ]
    if not compared.missing:
        checks += [
            Check(code="figure_not_in_evidence", detail=f"“{words}” stands where the evidence has another number")
            for words in number_edits(claim.text[:_MOST], context.held[:_MOST])
        ]
    checks += [Check(code="qualifier_differs", detail=detail) for detail in compared.requalified]
    text = claim.text[:_MOST]
    mention = claim.source.span.text if claim.source.span else ""
    said_by = f"{claim.source.name} {context.held if claim.source.kind == 'outlet' else mention}"
    speaker = wrong_speaker(text, said_by, context.relays, context.evidence, article.text)
    is_theirs = _is_part(text, context.held)
    if speaker is not None and not (is_theirs and words_near(claim.source.name, context.held)):
        detail = f"the claim names “{speaker}” as who says it, its source is “{claim.source.name}”"
        checks.append(Check(code="name_not_in_evidence", detail=detail))
    if is_theirs:
        is_whole = text.strip(_ENDS) == context.held.strip(_ENDS)
        return checks if is_whole else checks + _check_negation(text, context)
    named = f"{context.source} {context.relays}"
    own_words = (context.evidence, context.held)
    near = f"{context.sentences} {named}"
    for name, in_article in foreign_names(article, claim, text, near, context.near, own_words):
        if in_article:
            detail = f"“{name}” is in the article, but not where the evidence has it"
            checks.append(Check(code="name_not_in_evidence", detail=detail))
        else:
            checks.append(Check(code="name_not_in_article", detail=f"the article does not hold “{name}”"))
    twice = named_twice(text, context.held, article.text)
    if twice is not None:
        detail = f"the claim names “{twice}” twice, the evidence does not"
        checks.append(Check(code="name_not_in_evidence", detail=detail))
    order = swapped_verb(text, context.held)
    if order is not None:
        detail = f"“{order[0]}” is who “{order[1]}” in the claim, in the evidence it is done to them"
        checks.append(Check(code="name_not_in_evidence", detail=detail))
    checks += _check_negation(text, context)
    held = stems(f"{context.near} {named}") | _number_words(text, compared)
    overlap = measure_overlap(claim.text, held)
    if overlap.share < CUT_OFF and measure_overlap(_NAMES_OR_DIGITS.sub("", claim.text), held).share < CUT_OFF:
        words = ", ".join(overlap.missing[:6])
        detail = f"{overlap.share:.0%} of the claim's content words are in its evidence; not there: {words}"
        checks.append(Check(code="low_overlap", detail=detail))
    return checks


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


_DENIED_IT = re.compile(rf"\b(?:{'|'.join(sorted(DENYING))}) (?:it|this|that)[.!?]")


def _check_negation(text: str, context: Context) -> list[Check]:
    difference = negation_edit(text, context.held[:_MOST]) or negation_difference(
        text,
        context.evidence[:_MOST],
        context.sentences[:_MOST],
        denied=context.denied,
        denied_before=_DENIED_IT.search(context.near) is not None,
    )
    return [Check(code="negation_differs", detail=difference)] if difference is not None else []


def _is_part(text: str, held: str) -> bool:
    """Whether a text is, word for word, a part of the sentences that hold the evidence: its names are theirs."""
    words = text.strip(_ENDS)
    at = held.find(words)
    if at < 0 and words[:1].isupper():
        words = words[0].lower() + words[1:]  # "the wall held" begins a sentence now
        at = held.find(words)
    end = at + len(words)
    return at >= 0 and words != "" and not (held[at - 1 : at].isalnum() or held[end : end + 1].isalnum())

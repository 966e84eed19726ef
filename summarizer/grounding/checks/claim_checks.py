"""What a reader should doubt in a claim, each doubt with its reason; docs/report.md explains every code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.contract.check import Check
from summarizer.grounding.checks.line_checks import check_evidence, compare_with_evidence, evidence_figures
from summarizer.grounding.checks.negation import has_denial
from summarizer.grounding.checks.passage import read_passage
from summarizer.grounding.checks.roles import contradicted_role
from summarizer.grounding.checks.source import Reading, check_source, read_evidence
from summarizer.grounding.checks.stance import check_stance
from summarizer.reading.layout.quotation import DOUBLE_MARKS
from summarizer.text.folding import fold

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim
    from summarizer.contract.statement import Offsets


_AROUND = DOUBLE_MARKS + " \t\r\n"
_ENDS = ".,;:!?… "


def check_claim(article: Article, claim: Claim) -> tuple[Check, ...]:
    """Every reason to doubt a claim, in a fixed order; a claim in the article's own words costs next to nothing."""
    if claim.origin == "rules":  # these words are the article's own: a test holds the engine to it
        checks = check_evidence(article, claim_spans(claim)) + check_source(article, claim, "", None)
        return (*checks, *_check_cut(article, claim, None))
    return examine_claim(article, claim, read_evidence(article, claim)).checks


def examine_claim(article: Article, claim: Claim, reading: Reading | None) -> Claim:
    """Compare what a model claims with the article; `reading` is what the rules read where its evidence stands.

    The claim comes back with its checks, and with those numbers of its text that the sentences of its evidence hold.
    """
    passage = read_passage(article, claim.text, claim_spans(claim), (claim.source,), claim.via)
    checks = check_evidence(article, passage.spans, f"{claim.text}\n{claim.source.name}")
    checks += check_source(article, claim, passage.near, reading)
    checks += _check_cut(article, claim, reading)
    checks += _check_role(article, claim)
    checks += check_stance(passage, claim.stance, reading)
    if is_verbatim(claim):
        figures = evidence_figures(article, passage.spans)
    else:
        more, figures = compare_with_evidence(passage)
        checks += more
    return claim.model_copy(update={"figures": figures, "checks": tuple(checks)})


def _check_role(article: Article, claim: Claim) -> list[Check]:
    """A role that the article gives to another one, or to nobody."""
    other = contradicted_role(article, claim.source)
    role = claim.source.role or ""
    mention = claim.source.span.text if claim.source.span is not None else ""
    if other is None or (role and role.lower().rstrip(".") in mention.lower()):
        return []  # "the harbour senator said"
    detail = f"the article does not call {claim.source.name} “{role}”"
    return [Check(code="role_differs", detail=detail if other in role else f"{detail}, but {other}")]


def claim_spans(claim: Claim) -> tuple[Offsets, ...]:
    """Where the evidence of a claim stands, in code points of the article."""
    return tuple((piece.start, piece.end) for piece in claim.evidence)


def is_verbatim(claim: Claim) -> bool:
    """Whether a claim's text is all of its evidence, except for white space and quotation marks around it."""
    text, evidence = claim.text, claim.evidence
    if len(evidence) == 1 and text == evidence[0].quote:
        return True
    if abs(sum(len(piece.quote) + 1 for piece in evidence) - len(text)) > 8 + len(text) // 8:
        return False
    joined = " ".join(" ".join(piece.quote.strip(_AROUND) for piece in evidence).split())
    return fold(text).text.strip(_ENDS) == fold(joined).text.strip(_ENDS)


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
        detail = f"the article has this denied (“{text[slice(*cue)]}”), the claim does not"
        return [Check(code="negation_differs", detail=detail)]
    found = _CUT.search(text, max(0, start - 16), start)
    if found is None and text[end - 1] not in ".!?":  # the next sentence may begin with "Not"
        found = _CUT_AFTER.match(text, end)
    if found is None or has_denial(claim.text) or found.group().split()[0].lower() in claim.text.lower().split():
        return []
    detail = f"the article says “{found.group().strip()}” right beside the evidence"
    return [Check(code="negation_differs", detail=detail)]

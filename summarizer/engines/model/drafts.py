"""Makes a draft of the claims of a model: in the article's order, with the model's summary or one chosen by rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.answer import Answer
from summarizer.contract.draft import Draft
from summarizer.contract.report import Rejected
from summarizer.engines.model.objections import is_of_article
from summarizer.engines.model.summary_lines import settle_summary, unsupported_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim, DraftKeyPoint, DraftLine
    from summarizer.contract.report import Provenance
    from summarizer.engines.model.answers import Parsed
    from summarizer.engines.model.task import LostWindow


def summed_up(article: Article, parsed: Parsed, *, is_translated: bool) -> tuple[Draft, list[Rejected]]:
    """The draft with the model's summary, and what was refused of the answer.

    What the summary lacks, and what nothing in the article supports, is chosen by rules. The words of a translated
    summary are not the article's, so that it is taken as it is.
    """

    wrong = [] if is_translated else unsupported_lines(article, parsed)
    if wrong:
        parsed = settle_summary(article, parsed, _chosen(article, parsed.claims), wrong)

    def keeps(text: str) -> bool:
        return bool(text) and (is_translated or is_of_article(article, text))

    points = [point for point in parsed.key_points if keeps(point.text)]
    draft = _arranged(parsed.claims, parsed.headline, parsed.abstract, points, parsed.lines)
    lacking = [name for name in ("headline", "abstract") if not keeps(getattr(draft, name))]
    lacking += [] if draft.key_points else ["key_points"]
    if not lacking:
        return draft, parsed.refused
    chosen = outlined(article, parsed.claims)
    lines = (*draft.lines, *chosen.lines)
    update = {"lines": lines} | {name: getattr(chosen, name) for name in lacking}
    return draft.model_copy(update=update), parsed.refused


def outlined(article: Article, claims: Sequence[DraftClaim]) -> Draft:
    """A draft whose summary is chosen by rules from the claims: nothing in it can be made up."""
    chosen = _chosen(article, claims)
    return _arranged(chosen.claims, chosen.headline, chosen.abstract, chosen.key_points, chosen.lines)


def _chosen(article: Article, claims: Sequence[DraftClaim]) -> Draft:
    """The claims in the order in which they come, with the summary that the rules choose."""
    from summarizer.engines.rules.engine import summed_up_by_rules  # noqa: PLC0415  the rules, where no model sums up

    return summed_up_by_rules(article, tuple(claims))


def _arranged(
    claims: Sequence[DraftClaim],
    headline: str,
    abstract: str,
    points: Sequence[DraftKeyPoint],
    lines: Sequence[DraftLine] = (),
) -> Draft:
    """Put a draft together, its claims in the article's order; key points cite only claims that there are."""
    order = sorted(range(len(claims)), key=lambda index: claims[index].sentence)
    position = {old + 1: new + 1 for new, old in enumerate(order)}
    kept = tuple(
        point.model_copy(update={"claims": tuple(sorted({position[one] for one in point.claims if one in position}))})
        for point in points
    )
    return Draft(
        claims=tuple(claims[index] for index in order),
        headline=headline,
        abstract=abstract,
        key_points=kept,
        lines=tuple(lines),
    )


def draft_answer(draft: Draft, refused: Sequence[Rejected], lost: Sequence[LostWindow], made: Provenance) -> Answer:
    """A draft with how it came about; windows that were not answered are listed before what was refused."""
    unanswered = [Rejected(text="", source="", quote=window.quote, reason=window.reason) for window in lost]
    origin = {
        name: getattr(made, name) for name in ("engine", "model", "base_url_host", "prompt", "parameters", "created")
    }
    return Answer(draft=draft, refused=(*unanswered, *refused), schema_name=made.schema_, is_whole=not lost, **origin)

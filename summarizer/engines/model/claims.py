"""The task for most models: who claims what in an article, and in a few words what happened.

The rules, by which answers are judged, are imported where they are needed: often that is in another process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.answer import Answer
from summarizer.contract.errors import AnswerError, InvalidAnswerError, TruncatedAnswerError
from summarizer.engines.model.answers import Parsed, parse_answer
from summarizer.engines.model.prompts import prompt_name, render, render_summary
from summarizer.engines.model.schemas import claims_schema, draft_schema, lines_schema, schema_name, summary_schema
from summarizer.engines.model.task import Objections, Question, Send, Task
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.folding import fold_quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.report import Provenance
    from summarizer.contract.request import Completion
    from summarizer.engines.model.prompts import Prompt
    from summarizer.engines.model.task import LlmOptions, LostWindow
    from summarizer.engines.model.windows import Window

_SUMMARY_TOKENS = 1_500
_MAX_SUMMED = 120  # claims that a summary is made from; more blur it, and would not fit a small context
_CUT = (
    "All of it: it ended before it was complete, or broke off in its middle. Give the whole answer again, with every"
    " claim; no word but the JSON object."
)
_NO_JSON = "The answer was no JSON object of the form that was asked for."


class ClaimsTask(Task[Parsed, Answer]):
    """Asks for the claims of an article and for its summary; of a long one, first for the claims of each window."""

    sentence_tokens = 120  # a claim repeats the sentence and says what it is

    def __init__(self, options: LlmOptions) -> None:
        super().__init__(options, prompts=(prompt_name("whole"), prompt_name("window")), schema_name=schema_name())

    def question(self, article: Article, window: Window, language: str | None = None) -> Question:
        """Ask for the claims of a window; of a whole article, for its summary too."""
        prompt: Prompt = "whole" if window.is_whole else "window"
        messages = render(article, lines=window.lines, language=language, prompt=prompt)
        schema = draft_schema() if window.is_whole else claims_schema()
        return Question(messages, schema, self.output_tokens(len(window.lines) - window.first_own))

    def reask(self, question: Question, answer: str, objections: Objections) -> Question:
        """Ask for what is to be put right, which is less than a whole answer."""
        again = super().reask(question, answer, objections)
        if _CUT in objections.sentences:
            return again._replace(max_tokens=self.options.max_output_tokens or 2 * question.max_tokens)
        schema = question.schema
        if objections.shown is not None:
            schema = claims_schema() if objections.about == "claims" else lines_schema()
        return again._replace(schema=schema, max_tokens=self.output_tokens(len(objections.sentences) + 4))

    def read(self, article: Article, window: Window, completion: Completion) -> Parsed:
        """The claims, and what was refused of them."""
        return _read(completion)

    def objections(self, article: Article, window: Window, best: Parsed, latest: Parsed) -> Objections:
        """What is wrong with the claims so far: a second answer holds only what it puts right."""
        from summarizer.engines.model.objections import object_to  # noqa: PLC0415  the rules; see the module
        from summarizer.engines.model.summary_lines import unsupported_lines  # noqa: PLC0415

        if best.is_cut:
            return Objections([_CUT], 1)
        if not best.is_answer:
            return Objections([_NO_JSON], 1)
        is_told = window.is_whole and self.options.language is None  # what is translated cannot be compared
        lines = unsupported_lines(article, best) if is_told else ()
        return object_to(article, best, is_whole=window.is_whole, lines=lines)

    def fault(self, article: Article, best: Parsed) -> AnswerError | None:
        """An error for an answer that cannot be read, whose end is lost, or of which every claim was refused."""
        if best.is_cut:
            said = f"the answer was cut off or broken after {len(best.claims)} claims, however often it was asked for"
            return TruncatedAnswerError(said, where=article.id)
        if not best.is_answer:
            return InvalidAnswerError("the answer is not a JSON object of the schema")
        return InvalidAnswerError(best.refused[0].reason) if best.refused and not best.claims else None

    def better(self, article: Article, best: Parsed, latest: Parsed) -> Parsed:
        """The best answer with what the latest one put right."""
        from summarizer.engines.model.mending import mend  # noqa: PLC0415  the rules; see the module

        if not (latest.is_answer or latest.lines or latest.key_points):
            return best
        if best.is_cut:
            return latest if not latest.is_cut or len(latest.claims) > len(best.claims) else best
        return latest if self.fault(article, best) is not None else mend(article, best, latest)

    async def join(self, article: Article, answers: Sequence[tuple[Window, Parsed]], send: Send) -> Parsed:
        """The claims of all windows, and a summary that is asked for from them."""
        claims = merge(article, [(window, parsed.claims) for window, parsed in answers])
        summary = await self._sum_up(article, claims, send) if claims else Parsed()
        return Parsed(
            claims=claims,
            refused=[refused for _, parsed in answers for refused in parsed.refused],
            headline=summary.headline,
            abstract=summary.abstract,
            key_points=summary.key_points,
            lines=summary.lines,
        )

    async def _sum_up(self, article: Article, claims: Sequence[DraftClaim], send: Send) -> Parsed:
        """Ask for the summary of an article from its claims; an empty one when the answer is of no use."""
        first = sentences_of(article)[0]
        messages = render_summary(
            [(claim.source, " … ".join(claim.quotes)) for claim in claims[:_MAX_SUMMED]],
            title=article.title or article.text[first.start : first.end],
            language=self.options.language,
        )
        try:
            summary = _read(await send(Question(messages, summary_schema(), _SUMMARY_TOKENS)), has_claims=False)
        except AnswerError:
            return Parsed()
        return summary if summary.headline and summary.abstract else Parsed()

    def result(self, article: Article, part: Parsed, lost: Sequence[LostWindow], made: Provenance) -> Answer:
        """The draft."""
        from summarizer.engines.model.drafts import draft_answer, summed_up  # noqa: PLC0415  the rules; see the module

        draft, refused = summed_up(article, part, is_translated=self.options.language is not None)
        return draft_answer(draft, refused, lost, made)


def _read(completion: Completion, *, has_claims: bool = True) -> Parsed:
    parsed = parse_answer(completion.text, completion.json_text, has_claims=has_claims)
    if parsed is None and completion.finish_reason == "length":
        msg = f"the answer was cut off after {completion.completion_tokens} tokens, before its first whole claim"
        raise TruncatedAnswerError(msg)
    if parsed is None:
        return Parsed(is_answer=False)
    # Brackets may have been closed by force, unless what comes after the claims is there.
    is_forced = completion.finish_reason == "length" and not (parsed.headline and parsed.abstract and parsed.key_points)
    parsed.is_cut = parsed.is_cut or is_forced
    return parsed


def merge(article: Article, answers: Sequence[tuple[Window, Sequence[DraftClaim]]]) -> list[DraftClaim]:
    """The claims of all windows in the article's order, each once.

    Two claims are one when their quotes stand at the same places and their source is the same. A claim about a
    sentence that was shown only as context is kept only when the window which owns the sentence has none there.
    """
    merged: dict[tuple[object, ...], DraftClaim] = {}
    strays: list[DraftClaim] = []
    for window, claims in answers:
        for claim in claims:
            if claim.sentence not in window.own_numbers:
                strays.append(claim)
                continue
            merged.setdefault(_identity(article, claim), claim)
    spans = [span for key in merged for span in key[1:] if isinstance(span, tuple)]
    for claim in strays:
        key = _identity(article, claim)
        placed = [span for span in key[1:] if isinstance(span, tuple)]
        if any(low < end and start < high for low, high in placed for start, end in spans):
            continue
        merged.setdefault(key, claim)
    return sorted(merged.values(), key=lambda claim: claim.sentence)


def _identity(article: Article, claim: DraftClaim) -> tuple[object, ...]:
    places = [locate(article, quote, claim.sentence) for quote in claim.quotes]
    return (
        claim.source.casefold(),
        *(
            (place.start, place.end) if place else fold_quote(quote)
            for place, quote in zip(places, claim.quotes, strict=True)
        ),
    )

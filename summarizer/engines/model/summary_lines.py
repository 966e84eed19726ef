"""Holds a model's summary against the article: lines that nothing supports are asked for again, then replaced."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.draft import DraftLine
from summarizer.contract.report import Claim, KeyPoint, Rejected
from summarizer.grounding.ground import ground_claim
from summarizer.grounding.lines.proof import ProposedLine, prove_lines, split_text
from summarizer.grounding.lines.retold import retold_claims
from summarizer.grounding.summary import propose_lines
from summarizer.text.overlap import content_words, measure_overlap, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import Draft
    from summarizer.contract.report import LinePart
    from summarizer.engines.model.answers import Parsed

# What makes a line one that nothing supports. Other doubts stand in the report beside it: they are right less often.
_UNSUPPORTED = frozenset(
    {
        "unsupported_line",
        "name_not_in_article",
        "figure_not_in_evidence",
        "negation_differs",
        "source_differs",
        "instruction_like_text",
    }
)
_ALIKE = 0.3  # of a line's words in another: it is the same line put right
_SHOWN = 300
_FEWEST_WORDS = 3  # of content; what says less cannot be held against anything


class UnsupportedLine(NamedTuple):
    """A line that nothing supports: its part and place there, from 0, its words, and why."""

    part: LinePart
    place: int
    text: str
    why: str


def unsupported_lines(article: Article, parsed: Parsed) -> list[UnsupportedLine]:
    """The lines of an answer's summary that nothing in the article supports."""
    proposed, places = _propose(article, parsed)
    grounded = [
        ground_claim(article, one, claim_id=str(number), origin="model") for number, one in enumerate(parsed.claims, 1)
    ]
    claims = retold_claims(article, [one for one in grounded if isinstance(one, Claim)])
    found = []
    for line, place in zip(prove_lines(article, proposed, claims), places, strict=True):
        why = next((check.detail for check in line.checks if check.code in _UNSUPPORTED), None)
        if why is not None and len(content_words(line.text)) >= _FEWEST_WORDS:
            found.append(UnsupportedLine(line.part, place, line.text, why))
    return found


def _propose(article: Article, parsed: Parsed) -> tuple[list[ProposedLine], list[int]]:
    """The lines of an answer's summary and the place of each in its part; a headline has one place."""
    sentences = {line.text: line.sentences for line in parsed.lines}
    for point in parsed.key_points:
        cited = [parsed.claims[number - 1].sentence for number in point.claims if number <= len(parsed.claims)]
        sentences[point.text] = (*point.sentences, *cited)
    points = [KeyPoint(text=point.text, claims=tuple(map(str, point.claims))) for point in parsed.key_points]
    proposed = list(propose_lines(parsed.headline, parsed.abstract, points, sentences, article.language))
    next_place = Counter[str]()
    places = []
    for line in proposed:
        places.append(0 if line.part == "headline" else next_place[line.part])
        next_place[line.part] += 1
    return proposed, places


def headline_lines(parsed: Parsed) -> list[DraftLine]:
    """The headline as one line, with the sentences that it was said to rest on."""
    named = next((line.sentences for line in parsed.lines if line.text == parsed.headline), ())
    return [DraftLine(text=parsed.headline, sentences=named)] if parsed.headline else []


def abstract_lines(parsed: Parsed, language: str) -> list[DraftLine]:
    """The sentences of the abstract, each with those that it was said to rest on."""
    return [
        DraftLine(text=text, sentences=next((line.sentences for line in parsed.lines if text in line.text), ()))
        for text in split_text(parsed.abstract, language)
    ]


def complain_of_lines(lines: Sequence[UnsupportedLine]) -> list[str]:
    """Say what is wrong with lines of a summary, so that a model can put them right."""
    names = {"headline": "The headline", "abstract": "The abstract", "key_point": "A key point"}
    return [f'{names[one.part]} says "{one.text[:_SHOWN]}": {one.why}.' for one in lines]


def show_lines(lines: Sequence[UnsupportedLine]) -> str:
    """Lines of a summary as a model gave them."""
    told = {part: [one.text for one in lines if one.part == part] for part in ("headline", "abstract", "key_point")}
    shown = {
        "headline": " ".join(told["headline"]),
        "abstract": told["abstract"],
        "key_points": [{"text": text} for text in told["key_point"]],
    }
    return json.dumps({name: value for name, value in shown.items() if value}, ensure_ascii=False)


def mend_summary(article: Article, first: Parsed, second: Parsed) -> Parsed:
    """The first answer, its lines that nothing supports taken from the second where that has better ones."""
    wrong = unsupported_lines(article, first)
    if not (first.headline and first.abstract and first.key_points):
        first = _filled(first, second)
    still = {one.text for one in unsupported_lines(article, second)} if wrong else set()
    mended = first
    for one in wrong:
        candidates = {
            "headline": headline_lines(second),
            "abstract": abstract_lines(second, article.language),
            "key_point": [DraftLine(text=point.text, sentences=point.sentences) for point in second.key_points],
        }[one.part]
        known = stems(one.text)
        told = {
            first.headline,
            *(line.text for line in abstract_lines(first, article.language)),
            *(point.text for point in first.key_points),
        }
        usable = [line for line in candidates if line.text not in still | told]  # what stands there is no new line
        best = max(usable, key=lambda line: measure_overlap(line.text, known).share, default=None)
        if best is not None and measure_overlap(best.text, known).share >= _ALIKE:
            mended = _put(article, mended, one, best)
    return mended


def _filled(first: Parsed, second: Parsed) -> Parsed:
    """The first answer with the parts of a summary that it lacks."""
    lines = [
        *(first if first.headline else second).lines[:1],
        *(first if first.abstract else second).lines[1 if (first if first.abstract else second).headline else 0 :],
    ]
    return replace(
        first,
        headline=first.headline or second.headline,
        abstract=first.abstract or second.abstract,
        key_points=first.key_points or second.key_points,
        lines=lines,
    )


def _put(article: Article, parsed: Parsed, old: UnsupportedLine, new: DraftLine) -> Parsed:
    """An answer with another line in the place of one."""
    if old.part == "key_point":
        points = list(parsed.key_points)
        points[old.place] = points[old.place].model_copy(update={"text": new.text, "sentences": new.sentences})
        return replace(parsed, key_points=points)
    lines = {"headline": headline_lines(parsed), "abstract": abstract_lines(parsed, article.language)}
    lines[old.part][old.place] = new
    return replace(
        parsed,
        headline=" ".join(line.text for line in lines["headline"]),
        abstract=" ".join(line.text for line in lines["abstract"]),
        lines=[*lines["headline"], *lines["abstract"]],
    )


def settle_summary(article: Article, parsed: Parsed, chosen: Draft, wrong: Sequence[UnsupportedLine]) -> Parsed:
    """An answer with lines that the rules chose in the place of those that nothing supports, which are listed."""
    bad = {part: {one.place for one in wrong if one.part == part} for part in ("headline", "abstract", "key_point")}
    heads = [line for line in chosen.lines if line.text == chosen.headline] or [DraftLine(text=chosen.headline)]
    heads = heads[:1] if bad["headline"] else headline_lines(parsed)
    told = abstract_lines(parsed, article.language)
    spare = [line for line in chosen.lines if line.text != chosen.headline and line not in told]
    points = [point for place, point in enumerate(parsed.key_points) if place not in bad["key_point"]]
    points += [point for point in chosen.key_points if point not in points][: len(bad["key_point"])]
    lines = [line for place, line in enumerate(told) if place not in bad["abstract"]]
    for place in sorted(bad["abstract"]):
        lines[place:place] = spare[:1]
        spare = spare[1:]
    return replace(
        parsed,
        headline=heads[0].text if heads else "",
        abstract=" ".join(line.text for line in lines),
        key_points=points,
        lines=[*heads, *lines],
        refused=[*parsed.refused, *map(_refuse, wrong)],
    )


def _refuse(line: UnsupportedLine) -> Rejected:
    part = {"headline": "headline", "abstract": "abstract", "key_point": "key point"}[line.part]
    return Rejected(text=line.text, source="", quote="", reason=f"the {part} says what nothing supports: {line.why}")

"""Grounds a draft's summary: its lines are cleaned, cited claims become ids, and each line gets its proof."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summarizer.contract.report import KeyPoint, Summary
from summarizer.grounding.foreign_links import without_links
from summarizer.grounding.lines.proof import ProposedLine, prove_lines, rest_on, split_text
from summarizer.grounding.lines.retold import retold_claims
from summarizer.grounding.lines.support import find_support
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import Draft
    from summarizer.contract.report import Claim, Origin


def ground_summary(
    article: Article,
    draft: Draft,
    claims: Sequence[Claim],
    ids: Mapping[int, str],
    *,
    origin: Origin,
    is_translated: bool = False,
) -> Summary:
    """The summary of a draft with its lines proved; `ids` are those of the claims at positions in the draft, from 1.

    What rules chose is not compared with the article; what is translated cannot be.
    """

    def clean(text: str) -> str:
        return without_links(text.strip(), article.text)

    headline, abstract = clean(draft.headline), clean(draft.abstract)
    points: dict[str, KeyPoint] = {}
    sentences: dict[str, tuple[int, ...]] = {clean(line.text): line.sentences for line in draft.lines}
    for point in draft.key_points:
        cited = tuple(dict.fromkeys(ids[number] for number in point.claims if number in ids))
        if text := clean(point.text):
            points.setdefault(text, KeyPoint(text=text, claims=cited))
            sentences.setdefault(text, point.sentences)
    proposed = list(propose_lines(headline, abstract, tuple(points.values()), sentences, article.language))
    by_id = {claim.id: claim for claim in claims}
    proposed = [_with_claims(article, line, by_id) for line in proposed]
    if origin == "rules":  # these words are the article's own
        lines = tuple(rest_on(article, line, _indices(article, line)) for line in proposed)
    else:
        lines = prove_lines(article, proposed, retold_claims(article, claims), is_translated=is_translated)
    return Summary(headline=headline, abstract=abstract, key_points=tuple(points.values()), lines=lines)


def _indices(article: Article, line: ProposedLine) -> Iterable[int]:
    return [number - 1 for number in line.sentences] or find_support(article, line.text)


def propose_lines(
    headline: str, abstract: str, points: Sequence[KeyPoint], sentences: Mapping[str, tuple[int, ...]], language: str
) -> Iterator[ProposedLine]:
    """The lines of a summary in order; `sentences` are the numbers of those that each is said to rest on."""
    for line in split_text(headline, language):
        yield ProposedLine("headline", line, sentences.get(line) or sentences.get(headline, ()))
    for line in split_text(abstract, language):
        yield ProposedLine("abstract", line, sentences.get(line) or _numbers_around(line, sentences))
    for point in points:
        yield ProposedLine("key_point", point.text, sentences.get(point.text, ()), point.claims)


def _numbers_around(line: str, sentences: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """The numbers given for a longer text that a line is a sentence of."""
    return next((numbers for text, numbers in sentences.items() if numbers and line in text), ())


def _with_claims(article: Article, line: ProposedLine, claims: Mapping[str, Claim]) -> ProposedLine:
    """A line that rests also on the sentences of the claims that it cites."""
    sentences = sentences_of(article)
    numbers: set[int] = set()
    for piece in [piece for one in line.claims for piece in claims[one].evidence]:
        first = bisect_right(sentences, piece.start, key=lambda one: one.end)
        last = bisect_left(sentences, piece.end, key=lambda one: one.start)
        numbers.update(one.number for one in sentences[first:last])
    return line._replace(sentences=tuple(dict.fromkeys((*line.sentences, *sorted(numbers)))))

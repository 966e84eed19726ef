"""ROUGE of the rules' abstracts beside the article's beginning, LexRank and TextRank at the same length.

  python benchmarks/summaries.py ARTICLES REFERENCES

ARTICLES is a folder of text files. REFERENCES is a folder of files of the same names: .txt with a summary that somebody
wrote, or .json as `summarizer eval` reads it, whose `must` is taken for one. It needs `pip install rouge-score sumy`
(and the punkt data of nltk for neither: sentences are those of this project), and changes nothing.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarizer import summarize
from summarizer.engines.rules.title import find_title
from summarizer.reading.inputs import read_file
from summarizer.reading.layout.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer import Article

_MEASURES = ("rouge1", "rouge2", "rougeL")


class _Words:
    """Splits what sumy asks it to: it has its own ideas of sentences, and wants data for them."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple("".join(char if char.isalnum() else " " for char in text).split())


def _sentences(article: Article) -> list[str]:
    """The body's sentences; a title that stands as the text's first line is no part of a summary, ours or another."""
    layout = layout_of(article)
    above = find_title(article).above
    return [
        " ".join(article.text[one.start : one.end].split())
        for one in layout.sentences
        if layout.blocks[one.block].kind == "body" and one.number not in above
    ]


def _ranked(summarizer: Callable[..., object], sentences: list[str]) -> str:
    words = _Words()
    document = ObjectDocumentModel([Paragraph([Sentence(text, words) for text in sentences])])
    return " ".join(map(str, summarizer(document, 3)))  # type: ignore[call-overload]


def _cut(text: str, words: int) -> str:
    return " ".join(text.split()[:words])


def _reference(folder: Path, name: str) -> str | None:
    text, listed = folder / f"{name}.txt", folder / f"{name}.json"
    if text.exists():
        return text.read_text(encoding="utf-8")
    return " ".join(json.loads(listed.read_text(encoding="utf-8"))["must"]) if listed.exists() else None


def main() -> None:
    """Print the mean F1 of each way to sum up, in percent."""
    articles, references = Path(sys.argv[1]), Path(sys.argv[2])
    scorer = RougeScorer(list(_MEASURES), use_stemmer=True)
    scores: dict[str, list[tuple[float, ...]]] = {}
    for file in sorted(articles.glob("*.txt")):
        reference = _reference(references, file.stem)
        if reference is None:
            continue
        article = read_file(file)
        sentences, ours = _sentences(article), summarize(article).summary.abstract
        length = len(ours.split())
        told = {
            "summarizer": ours,
            "lead, same length": _cut(" ".join(sentences), length),
            "lead-3": " ".join(sentences[:3]),
            "LexRank": _cut(_ranked(LexRankSummarizer(), sentences), length),
            "TextRank": _cut(_ranked(TextRankSummarizer(), sentences), length),
        }
        for name, text in told.items():
            found = scorer.score(reference, text)
            scores.setdefault(name, []).append(tuple(found[measure].fmeasure for measure in _MEASURES))
    print(f"{'':<20}" + "".join(f"{measure:>9}" for measure in _MEASURES))
    for name, values in scores.items():
        print(f"{name:<20}" + "".join(f"{100 * mean(column):9.1f}" for column in zip(*values, strict=True)))
    print(f"{len(next(iter(scores.values()), []))} articles")


if __name__ == "__main__":
    main()

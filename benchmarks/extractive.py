"""How many articles the extractive path takes in a second of CPU: `python benchmarks/extractive.py [FILE or FOLDER …]`.

The path is an article's text to its JSON report, nothing remembered from before. Beside it runs sentencex alone over
the same texts, which tells a slow machine from slow code, and each part of the path. Each article counts with the best
of its rounds, sentencex too, because whatever else runs on the machine only ever adds time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import sentencex

from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.article import Article
from summarizer.engines.rules.engine import ExtractiveEngine, draft
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import read_articles
from summarizer.reading.layout.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7


def fresh(told: Article, number: int) -> Article:
    """The article as nobody has seen it: with blanks at its end, so that nothing remembered is taken for it."""
    return Article(id=told.id, title=told.title, text=told.text + " " * number, language=told.language)


def report(article: Article) -> str:
    """The whole path: from an article to its report in JSON."""
    return ground(article, ExtractiveEngine().answer_now(article), origin="rules").model_dump_json()


def split(article: Article) -> None:
    """Sentence boundaries by sentencex, and nothing else."""
    sentencex.get_sentence_boundaries(article.language, article.text)


def steps(article: Article) -> dict[str, Callable[[], object]]:
    """The parts of the path in their order; each stands on those before it."""
    return {
        "layout": lambda: layout_of(article),
        "statements": lambda: article_statements(article),
        "sources": lambda: source_names(article),
        "draft": lambda: draft(article),
        "all": lambda: report(article),
    }


def seconds(step: Callable[..., object], *given: Article) -> float:
    """CPU seconds of one call."""
    begin = time.thread_time()
    step(*given)
    return time.thread_time() - begin


def measure(articles: list[Article]) -> dict[str, float]:
    """CPU seconds of the whole path, of sentencex alone and of each part, an article's best rounds added up."""
    best: list[dict[str, float]] = [{} for _ in articles]
    for number in range(ROUNDS):
        for told, known in zip(articles, best, strict=True):
            took = {
                "sentencex": seconds(split, told),
                "path": seconds(report, fresh(told, 2 * number + 1)),
                **{name: seconds(step) for name, step in steps(fresh(told, 2 * number + 2)).items()},
            }
            for name, one in took.items():
                known[name] = min(one, known.get(name, one))
    return {name: sum(known[name] for known in best) for name in best[0]}


def main() -> None:
    """Measure the articles that are named, or those of examples/."""
    paths = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parents[1] / "examples"]
    articles = [one for one in read_articles(paths) if isinstance(one, Article)]
    count = len(articles)
    took = measure(articles)
    path, alone = took.pop("path"), took.pop("sentencex")
    print(f"{count} articles of {sum(len(one.text) for one in articles) / count:.0f} characters on average")
    print(f"{count / path:.0f} articles per CPU second, {1000 * path / count:.2f} ms each")
    print(f"{path / alone:.1f} times sentencex alone ({1000 * alone / count:.3f} ms)")
    # The last step has all that stands before it remembered, but for the draft.
    took["ground and JSON"] = took.pop("all") - took["draft"]
    for name, one in took.items():
        print(f"  {name:16} {1000 * one / count:.2f} ms")


if __name__ == "__main__":
    main()

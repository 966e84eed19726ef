"""Measures how many articles the rules process in a CPU second: `python benchmarks/extractive.py [FILE or FOLDER …]`.

The path leads from an article's text to its JSON report, with empty caches. For comparison, sentencex alone runs over
the same texts: it shows whether the machine or the code is slow. The parts of the path are measured, too. Each article
counts with the best of its rounds, because whatever else runs on the machine only adds time. What is remembered of
words and names helps in all rounds but the first, which is told apart: a run over many articles is like that. Last, the
calls of functions are counted: of two versions they tell which does less, however busy the machine is.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import sentencex

from summarizer.attribution.confidence import confidences
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.article import Article
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground
from summarizer.reading.inputs import read_articles
from summarizer.reading.layout.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
Made = TypeVar("Made")


def fresh(article: Article, number: int) -> Article:
    """The article with `number` blanks at its end, so that no cache knows its text."""
    return Article(id=article.id, title=article.title, text=article.text + " " * number, language=article.language)


def report(article: Article) -> str:
    """The whole path: from an article to its report in JSON."""
    return ground(article, answer_by_rules(article), origin="rules").model_dump_json()


def split(article: Article) -> None:
    """Only the sentence boundaries, by sentencex."""
    sentencex.get_sentence_boundaries(article.language, article.text)


def timed(step: Callable[[], Made]) -> tuple[Made, float]:
    """What a step makes, and the CPU seconds that it takes."""
    begin = time.thread_time()
    made = step()
    return made, time.thread_time() - begin


def measure_steps(article: Article) -> dict[str, float]:
    """CPU seconds of each part of the path, in their order: each goes on from those before it, as in the path."""
    _, layout = timed(lambda: layout_of(article))
    _, statements = timed(lambda: article_statements(article))
    _, sources = timed(lambda: source_names(article))
    _, rates = timed(lambda: confidences(article))
    answer, drafting = timed(lambda: answer_by_rules(article))
    grounded, grounding = timed(lambda: ground(article, answer, origin="rules"))
    _, dumping = timed(grounded.model_dump_json)
    return {
        "layout": layout,
        "statements": statements,
        "sources": sources,
        "confidence": rates,
        "wording, summary": drafting,
        "grounding": grounding,
        "JSON": dumping,
    }


def measure(articles: list[Article]) -> dict[str, float]:
    """CPU seconds of the whole path, of sentencex alone and of each part: the sums of each article's best round.

    `first` are those of the whole path when an article is read for the first time.
    """
    report(fresh(articles[0], 0))  # which loads all that is loaded once
    best: list[dict[str, float]] = [{"first": timed(partial(report, article))[1]} for article in articles]
    for number in range(ROUNDS):
        for article, known in zip(articles, best, strict=True):
            took = {
                "sentencex": timed(partial(split, article))[1],
                "path": timed(partial(report, fresh(article, 2 * number + 1)))[1],
                **measure_steps(fresh(article, 2 * number + 2)),
            }
            for name, cpu in took.items():
                known[name] = min(cpu, known.get(name, cpu))
    return {name: sum(known[name] for known in best) for name in best[0]}


def count_calls(articles: list[Article]) -> tuple[int, int]:
    """How many functions of Python and of C the whole path calls; a generator counts each time that it goes on."""
    calls: Counter[str] = Counter()
    unread = [fresh(article, 2 * ROUNDS + 1) for article in articles]
    sys.setprofile(lambda _frame, event, _about: calls.update((event,)))
    for article in unread:
        report(article)
    sys.setprofile(None)
    return calls["call"], calls["c_call"]


def main() -> None:
    """Measure the named articles, or those of examples/."""
    paths = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parents[1] / "examples"]
    articles = [article for article in read_articles(paths) if isinstance(article, Article)]
    count = len(articles)
    took = measure(articles)
    first, path, alone = took.pop("first"), took.pop("path"), took.pop("sentencex")
    print(f"{count} articles of {sum(len(article.text) for article in articles) / count:.0f} characters on average")
    print(f"{count / path:.0f} articles per CPU second, {1000 * path / count:.2f} ms each")
    print(f"{path / alone:.1f} times sentencex alone ({1000 * alone / count:.3f} ms)")
    print(f"{1000 * first / count:.2f} ms when an article is read for the first time")
    for name, cpu in took.items():
        print(f"  {name:16} {1000 * cpu / count:.2f} ms, {cpu / sum(took.values()):.0%}")
    of_python, of_c = count_calls(articles)
    print(f"{of_python / count:,.0f} calls of Python functions and {of_c / count:,.0f} of C functions each")


if __name__ == "__main__":
    main()

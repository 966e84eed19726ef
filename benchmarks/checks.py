"""What the checks cost beside the extractive engine: `python benchmarks/checks.py [FOLDER or FILE …]`.

Prints CPU milliseconds per article, the best of five rounds: the whole way from text to report, and the shares of the
checks, the figures and the coverage.
"""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path

from summarizer.contract.article import Article
from summarizer.contract.report import Claim
from summarizer.engines.rules.engine import answer_by_rules, draft
from summarizer.grounding.checks.claim_checks import check_claim
from summarizer.grounding.checks.line_checks import evidence_figures
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.ground import ground, ground_claim
from summarizer.reading.inputs import read_articles

ROUNDS = 5


def measure(article: Article) -> tuple[float, ...]:
    """CPU seconds of the whole, of figures, of checks and of coverage, with empty caches."""
    fresh = Article(id=article.id, text=article.text, title=article.title, language=article.language)
    begin = time.process_time()
    ground(fresh, answer_by_rules(fresh), origin="rules").model_dump_json()
    reported = time.process_time()
    proposals = draft(fresh).claims
    grounded = [
        ground_claim(fresh, proposal, claim_id=f"c{number}", origin="rules")
        for number, proposal in enumerate(proposals)
    ]
    claims = [claim for claim in grounded if isinstance(claim, Claim)]
    marks = [time.process_time()]
    for claim in claims:
        evidence_figures(fresh, [(piece.start, piece.end) for piece in claim.evidence])
    marks.append(time.process_time())
    for claim in claims:
        check_claim(fresh, claim)
    marks.append(time.process_time())
    measure_coverage(fresh, claims)
    marks.append(time.process_time())
    return (reported - begin, *(late - early for early, late in pairwise(marks)))


def main() -> None:
    """Measure the named articles, or those of examples/."""
    paths = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parents[1] / "examples"]
    articles = [article for article in read_articles(paths) if isinstance(article, Article)]
    rounds = [[sum(part) for part in zip(*map(measure, articles), strict=True)] for _ in range(ROUNDS)]
    whole, figures, checks, coverage = (1000 * min(part) / len(articles) for part in zip(*rounds, strict=True))
    print(f"{len(articles)} articles of {whole:.2f} ms each, of which")
    for name, took in (("checks", checks), ("figures", figures), ("coverage", coverage)):
        print(f"  {name:10} {took:.3f} ms {took / whole:6.1%}")
    print(f"  together   {checks + figures + coverage:.3f} ms {(checks + figures + coverage) / whole:6.1%}")


if __name__ == "__main__":
    main()

"""Scores the detector on PolNeAR-style files, and compares its time with that of sentencex alone.

    python benchmarks/polnear.py GOLD.jsonl [--scorer polnear_eval.py] [--statements] [--out PRED.jsonl]

GOLD holds one {"id", "text", "attributions"} per line; the scorer is the corpus's own program, whose rules are fixed.
Neither is part of this project.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import sentencex

from summarizer.attribution import find_statements
from summarizer.contract.article import Article
from summarizer.engines.rules.engine import answer_by_rules
from summarizer.grounding.ground import ground


def predict_statements(text: str, name: str) -> list[dict[str, Any]]:
    """Claims in PRED format from the detector alone; statements without a source are left out."""
    return [
        {"source": list(s.mention), "content": [list(c) for c in s.content]}
        for s in find_statements(Article(id=name, text=text))
        if s.mention
    ]


def predict_report(text: str, name: str) -> list[dict[str, Any]]:
    """Claims in PRED format from the embedded engine's report; those whose source has no span are left out."""
    article = Article(id=name, text=text)
    report = ground(article, answer_by_rules(article), origin="rules")
    return [
        {
            "source": [claim.source.span.start, claim.source.span.end],
            "content": [[e.start, e.end] for e in claim.evidence],
        }
        for claim in report.claims
        if claim.source.span
    ]


def time_sentencex(texts: list[str]) -> float:
    """CPU seconds of one sentencex pass over the texts."""
    start = time.process_time()
    for text in texts:
        list(sentencex.get_sentence_boundaries("en", text))
    return time.process_time() - start


def main() -> None:
    """Predict, time and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, help="polnear_eval.py; without it only the speed is printed")
    parser.add_argument("--statements", action="store_true", help="score statements, not reports")
    parser.add_argument("--out", type=Path, help="keep the predictions here")
    args = parser.parse_args()
    articles = [json.loads(line) for line in args.gold.read_text("utf-8").splitlines() if line.strip()]
    texts = [a["text"] for a in articles]
    predict = predict_statements if args.statements else predict_report
    predict(texts[0], "warm-up")
    start = time.process_time()
    rows = [{"id": a["id"], "claims": predict(a["text"], a["id"])} for a in articles]
    spent = time.process_time() - start
    base = time_sentencex(texts)
    speed, plain = len(texts) / spent, len(texts) / base
    print(f"{speed:.0f} articles a CPU-second; sentencex alone {plain:.0f}; ratio {spent / base:.1f}")
    out = args.out or Path(tempfile.mkdtemp()) / "pred.jsonl"
    out.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    if args.scorer:
        subprocess.run(  # noqa: S603  the caller names the scorer
            [sys.executable, str(args.scorer), "score", str(args.gold), str(out)], check=True
        )


if __name__ == "__main__":
    main()

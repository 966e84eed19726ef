"""Runs langextract 1.7.1 at its defaults over the same articles and the same server, to compare it with ours.

langextract pins other versions than we do, so it needs its own virtual environment (`LX` below), and there are three
steps: our texts, its extraction, its result as reports that `summarizer eval` can score.

    python -m venv LX && LX/bin/pip install "langextract[openai]==1.7.1"
    python benchmarks/langextract_claims.py texts ARTICLES texts.jsonl
    LX/bin/python benchmarks/langextract_claims.py extract texts.jsonl found.jsonl MODEL http://127.0.0.1:8092/v1
    python benchmarks/langextract_claims.py reports texts.jsonl found.jsonl out/
    summarizer eval GOLD out/

An extraction becomes a claim at the place that langextract gives it, whether or not its words are there; the number of
those that are is printed. Time and tokens are those of the extraction, all attempts included.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

_PROMPT = (
    "Extract every claim that the article attributes to somebody: what a person, a body or a document says, denies, "
    "warns, demands, promises or believes. Use the exact words of the text for the claim, do not paraphrase, do not "
    "overlap. Give the full name of the source, who passed the claim on, and the stance."
)
_EXAMPLE = (
    "The northern ferry will not sail before Friday, harbour master Ilse Brandt told the Tide Post. “The engine is "
    "gone,” she said. The union denied that anybody had been warned, according to Radio Skarne."
)


def texts(paths: list[str], out: str) -> None:
    """Write the articles' ids and texts as we read them."""
    from summarizer.contract.article import Article  # noqa: PLC0415  not in langextract's environment
    from summarizer.reading.inputs import read_articles  # noqa: PLC0415

    articles = [article for article in read_articles([Path(path) for path in paths]) if isinstance(article, Article)]
    lines = [json.dumps({"id": article.id, "text": article.text}, ensure_ascii=False) for article in articles]
    Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


def extract(source: str, out: str, model: str, base_url: str) -> None:
    """Let langextract read the texts; counts the tokens that the server reports."""
    import langextract as lx  # noqa: PLC0415  not in our environment
    from langextract import factory  # noqa: PLC0415
    from openai.resources.chat import completions  # noqa: PLC0415

    used = {"requests": 0, "prompt_tokens": 0, "completion_tokens": 0}
    create = completions.Completions.create

    def counted(*given: Any, **named: Any) -> Any:
        used["requests"] += 1
        answer = create(*given, **named)
        if answer.usage is not None:
            used["prompt_tokens"] += answer.usage.prompt_tokens
            used["completion_tokens"] += answer.usage.completion_tokens
        return answer

    completions.Completions.create = counted
    config = factory.ModelConfig(
        model_id=model, provider="OpenAILanguageModel", provider_kwargs={"api_key": "none", "base_url": base_url}
    )
    begin = time.perf_counter()
    with Path(out).open("w", encoding="utf-8") as file:
        for line in Path(source).read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            found = lx.extract(
                article["text"], prompt_description=_PROMPT, examples=[_example(lx)], config=config, show_progress=False
            )
            rows = [_row(one) for one in found.extractions or []]
            file.write(json.dumps({"id": article["id"], "found": rows}, ensure_ascii=False) + "\n")
            print(article["id"], len(rows), f"{time.perf_counter() - begin:.0f} s", flush=True)
    print(used, f"{time.perf_counter() - begin:.0f} s")


def _example(lx: Any) -> Any:
    said = (
        ("The northern ferry will not sail before Friday", "Ilse Brandt", "Tide Post", "asserts"),
        ("“The engine is gone,”", "Ilse Brandt", "", "asserts"),
        ("anybody had been warned", "The union", "Radio Skarne", "denies"),
    )
    claims = [
        lx.data.Extraction(
            extraction_class="claim", extraction_text=text, attributes={"source": who, "via": via, "stance": stance}
        )
        for text, who, via, stance in said
    ]
    return lx.data.ExampleData(text=_EXAMPLE, extractions=claims)


def _row(one: Any) -> dict[str, Any]:
    place = one.char_interval
    status = one.alignment_status
    return {
        "text": one.extraction_text,
        "start": place.start_pos if place else None,
        "end": place.end_pos if place else None,
        "status": status.value if status else None,
        "attributes": one.attributes or {},
    }


def reports(source: str, found: str, out: str) -> None:
    """Write the extractions as reports and print how many are verbatim."""
    from summarizer.contract.answer import Answer  # noqa: PLC0415
    from summarizer.contract.article import Article  # noqa: PLC0415  not in langextract's environment
    from summarizer.contract.draft import Draft  # noqa: PLC0415
    from summarizer.grounding.ground import ground  # noqa: PLC0415

    articles = {row["id"]: row["text"] for row in map(json.loads, Path(source).read_text("utf-8").splitlines())}
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    total = placed = verbatim = 0
    for record in map(json.loads, Path(found).read_text("utf-8").splitlines()):
        article = Article(id=record["id"], text=articles[record["id"]])
        empty = ground(
            article,
            Answer(draft=Draft(claims=(), headline="", abstract="", key_points=()), engine="llm"),
            origin="model",
        )
        claims = []
        for row in record["found"]:
            total += 1
            if row["start"] is None:
                continue
            placed += 1
            verbatim += article.text[row["start"] : row["end"]] == row["text"]
            claims.append(_claim(article.text, row, len(claims) + 1))
        value = {**empty.model_dump(mode="json"), "claims": claims}
        (folder / f"{article.id}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    print(f"{total} claims, {placed} with a place, {verbatim} with exactly the words at that place")


def _claim(text: str, row: dict[str, Any], number: int) -> dict[str, Any]:
    attributes = {key: str(value) for key, value in row["attributes"].items() if value}
    via = attributes.get("via", "")
    source = {"name": attributes.get("source") or "unnamed source", "kind": "organization", "role": None, "span": None}
    return {
        "id": f"c{number}",
        "text": row["text"],
        "stance": "other",
        "mode": "none",
        "source": source,
        "via": [via] if via else [],
        "evidence": [{"start": row["start"], "end": row["end"], "quote": text[row["start"] : row["end"]]}],
        "figures": [],
        "origin": "model",
        "checks": [],
    }


if __name__ == "__main__":
    step, *given = sys.argv[1:]
    if step == "texts":
        texts(given[:-1], given[-1])
    elif step == "extract":
        extract(*given)
    else:
        reports(*given)

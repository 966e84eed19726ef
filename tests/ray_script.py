"""Runs on a Ray of its own for tests/test_ray.py: `python -m tests.ray_script FOLDER` writes found.json there."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import ray

from summarizer.ray import MakeReports, ray_run, read_jsonl
from tests.fault_server import FaultServer


def rows_of(dataset: Any) -> list[dict[str, Any]]:
    return sorted(dataset.take_all(), key=lambda row: (row["id"], row["report"] or ""))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class DiesOnce(MakeReports):
    """Its process is killed in the middle of the first batch."""

    def __call__(self, batch: Any) -> Any:
        mark = Path(os.environ["SUMMARIZER_TEST_MARK"])
        made = super().__call__(batch)
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return made


def main(folder: Path) -> dict[str, Any]:
    lines = str(folder / "in.jsonl")
    options: dict[str, Any] = {"engine": "extractive"}
    dataset = read_jsonl(lines, override_num_blocks=4)
    found: dict[str, Any] = {"rows": rows_of(ray_run(dataset, **options))}
    for form in ("jsonl", "parquet"):
        out = folder / form
        found[form] = rows_of(ray_run(dataset, out, form=form, **options))
        found[f"{form} names"] = names(out)
        first = json.loads((out / "manifest.json").read_text())["shards"][0]["name"]
        (out / first).unlink()  # as if it had been killed before this one
        again = ray_run(read_jsonl(lines, override_num_blocks=4), out, form=form, **options)
        found[f"{form} again"] = rows_of(again)
        found[f"{form} manifest"] = json.loads((out / "manifest.json").read_text())
        found[f"{form} same names"] = names(out) == found[f"{form} names"]
    dies = dataset.map_batches(DiesOnce, fn_constructor_kwargs=options, batch_size=8, concurrency=2, num_cpus=0.5)
    found["killed"] = rows_of(dies)
    found["was killed"] = Path(os.environ["SUMMARIZER_TEST_MARK"]).exists()
    pages = ray.data.read_binary_files(str(folder / "pages"), include_paths=True)
    found["pages"] = rows_of(ray_run(pages, **options))
    paths = ray.data.from_items([{"path": str(one)} for one in sorted((folder / "pages").iterdir())])
    found["paths"] = rows_of(ray_run(paths, **options))
    records = ray.data.from_items(
        [{"id": "own", "text": "The dyke held, Ada Kroon said.", "outlet": "Post"}, {"id": "x"}]
    )
    found["records"] = rows_of(ray_run(records, **options))
    with FaultServer() as server:
        asked = {"model": "m", "base_url": server.base_url, "cache_dir": folder / "cache", "max_tokens": 4000}
        found["model"] = rows_of(ray_run(dataset, folder / "model", **asked))
        found["requests"] = server.seen.requests
        found["most"] = server.seen.most_in_flight
    return found


if __name__ == "__main__":
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    result = main(Path(sys.argv[1]))
    (Path(sys.argv[1]) / "found.json").write_text(json.dumps(result))

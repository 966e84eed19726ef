"""Reports on a Ray cluster: `ray_run` for a whole dataset, `MakeReports` for a pipeline of your own. See docs/scale.md.

Needs the extra `ray`. Options are those of `Summarizer`. The rows of a dataset are records with a text (as those that
`summarizer run` reads), lines of JSON as `read_jsonl` gives them, files as `ray.data.read_binary_files` gives them, or
the `path` alone of a file that each machine can open.
"""

from __future__ import annotations

import inspect
import io
import json
import re
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
    import ray
    import ray.data
    from ray.data.datasource import FileBasedDatasource
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy
except ImportError as error:
    raise ImportError(f"summarizer.ray needs Ray (pip install 'summarizer[ray]'): {error}") from error

from summarizer.contract.errors import CallError, InputError
from summarizer.contract.manifest import Shard, ShardsManifest
from summarizer.contract.report import Report
from summarizer.contract.version import __version__
from summarizer.output.atomic_files import as_output_error, clear_left_over, to_bytes, write_whole
from summarizer.output.file_names import MANIFEST_NAME
from summarizer.output.formats import dump_json
from summarizer.reading.articles import article_from_record
from summarizer.reading.ids import name_unread
from summarizer.reading.inputs import FailedInput, find_articles, find_in_bytes, find_in_line
from summarizer.reading.records import split_lines
from summarizer.running.api import Summarizer
from summarizer.running.settings import ABOUT, CACHE, LIMITS, Settings, choose_engine, read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Unpack

    from summarizer.contract.article import Article
    from summarizer.reading.inputs import FoundArticle
    from summarizer.running.options import Options

__all__ = ["MakeReports", "ray_run", "read_jsonl"]

Form = Literal["jsonl", "parquet"]
_FORMS = ("jsonl", "parquet")
_SCHEMA = pa.schema([("id", pa.string()), ("report", pa.string()), ("failure", pa.string())])
_LINE, _NUMBER, _DATA, _PATH = "json_line", "line_number", "bytes", "path"
_LINES = pa.schema([(_LINE, pa.binary()), (_NUMBER, pa.int64())])
_READ_AT_ONCE = 8 * 2**20  # bytes of lines; Ray makes blocks of them
_SHARD_NAME = re.compile(r"part-[0-9a-f]{24}\.(?:jsonl|parquet)")
# An actor takes no more than half a processor in Ray's books, so that reading has some while all actors work.
_CPUS = 0.5


class Outcome(NamedTuple):
    """What came of one article, as a row: its id, and its report or its failure as JSON."""

    id: str
    report: str | None
    failure: str | None


def read_jsonl(paths: str | list[str], **options: Any) -> ray.data.Dataset:
    """The lines of JSONL files, unread, each with its file and number, for reports as `summarizer run` makes them.

    `options` are those of `ray.data.read_datasource` and of its `FileBasedDatasource` (`override_num_blocks`,
    `filesystem`, `file_extensions` and others). `ray.data.read_json` reads into columns instead, which turns dates into
    moments and gives every row the keys of all others; `ray.data.read_text` ends a line at each letter that Unicode
    calls a line's end, of which JSON may hold some, and gives a whole file up for one byte that is no letter. Raises
    TypeError for an option that is neither's.
    """
    of_files = inspect.signature(FileBasedDatasource).parameters.keys() & options.keys()
    of_reading = inspect.signature(ray.data.read_datasource).parameters.keys()
    for name in options.keys() - of_files - of_reading:  # Ray would take it and do nothing with it
        raise TypeError(f"read_jsonl() got an unexpected keyword argument {name!r}")
    source = _JsonLines(paths, include_paths=True, **{name: options.pop(name) for name in of_files})
    lines: ray.data.Dataset = ray.data.read_datasource(source, **options)
    return lines


class _JsonLines(FileBasedDatasource):
    """JSONL files as the bytes of their lines, a few megabytes at a time."""

    def _read_stream(self, f: Any, path: str) -> Iterator[pa.Table]:  # noqa: ARG002  ray's signature
        lines: dict[str, list[Any]] = {_LINE: [], _NUMBER: []}
        size = 0
        for number, line in enumerate(split_lines(io.BufferedReader(f)), start=1):
            if not line.strip():
                continue
            lines[_LINE].append(line)
            lines[_NUMBER].append(number)
            size += len(line)
            if size >= _READ_AT_ONCE:
                yield pa.table(lines, schema=_LINES)
                lines, size = {_LINE: [], _NUMBER: []}, 0
        if size:
            yield pa.table(lines, schema=_LINES)


class MakeReports:
    """For `map_batches`: from a batch of articles to rows with `id` and either `report` or `failure`, in JSON.

    A report is the line that `summarizer run` writes for the same article, without its end. Raises CallError when an
    option is wrong.
    """

    def __init__(self, settings: Settings | None = None, /, **options: Unpack[Options]) -> None:
        self._summarizer = Summarizer(settings, **options)

    def __call__(self, batch: Any) -> pa.Table:
        """The outcomes of a batch, a table or a dictionary of arrays, in its order."""
        return _table(self.outcomes(_rows(batch)))

    def outcomes(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[Outcome]:
        """The outcomes of some rows, of each file as many as it has articles."""
        for result in self._summarizer.run(one for row in rows for one in _read_row(row)):
            if isinstance(result, Report):
                yield Outcome(result.article.id, dump_json(result), None)
            else:
                yield Outcome(result.id, None, dump_json(result))


def ray_run(
    dataset: ray.data.Dataset, out: str | Path | None = None, *, form: Form = "jsonl", **options: Unpack[Options]
) -> ray.data.Dataset:
    """The outcomes of all articles in a dataset, as rows with `id` and either `report` or `failure`, in JSON.

    Without `out` nothing happens before the rows are asked for. With it, a folder that all machines see, the run is
    done: each block of the dataset becomes a shard there (`form`: JSONL with failures beside it, or Parquet with the
    same columns as the rows), named by its content, and manifest.json lists them. What a killed run has finished is not
    done again by the next one over the same dataset with the same options.

    By rules there is an actor for each processor of the cluster. With a model, one actor on this machine asks it, so
    that `rpm`, `tpm`, `concurrency`, `max_cost` and `max_tokens` hold for the whole run; the cache is this machine's.
    Raises CallError when an option is wrong, OutputError when the folder cannot be written.
    """
    if form not in _FORMS:
        raise CallError(f"no form of shards: {form!r}", hint="jsonl or parquet")
    settings = read_settings(**options)
    # Said once for all machines: another one's environment might choose otherwise.
    settings = settings.model_copy(update={"engine": choose_engine(settings).engine})
    where = _places(settings)
    if out is None:
        return dataset.map_batches(
            MakeReports, fn_constructor_args=(settings,), batch_format="pyarrow", batch_size=None, **where
        )
    folder, began = _prepared(Path(out)), time.monotonic()
    rows = dataset.map_batches(
        _WriteShards,
        fn_constructor_args=(settings, str(folder), form),
        batch_format="pyarrow",
        batch_size=None,  # a block: the next run over the same dataset has the same ones, in any order
        **where,
    ).take_all()
    shards = {row["name"]: Shard.model_validate_json(row["shard"]) for row in rows if row["name"]}
    others = {path.name for path in folder.iterdir() if _SHARD_NAME.fullmatch(path.name)} - shards.keys()
    manifest = ShardsManifest(
        engine=settings.engine,
        model=settings.model,
        wall_seconds=round(time.monotonic() - began, 3),
        reports=sum(one.reports for one in shards.values()),
        failures=sum(one.failures for one in shards.values()),
        shards=tuple(shards[name] for name in sorted(shards)),
        others=tuple(sorted(others)),
    )
    write_whole(folder / MANIFEST_NAME, to_bytes(f"{dump_json(manifest, indent=2)}\n"))
    return _read_shards([folder / name for name in sorted(shards)], form)


class _WriteShards:
    """For `map_batches`: writes the shard of each block, unless it is there, and tells what is in it."""

    def __init__(self, settings: Settings, folder: str, form: Form) -> None:
        self._make = MakeReports(settings)
        list(self._make.outcomes(()))  # loads what reports need, while the first blocks are read
        self._identity = _identity(settings)
        self._folder = Path(folder)
        self._form = form

    def __call__(self, block: pa.Table) -> pa.Table:
        rows = _rows(block)
        if not rows:
            return pa.table({"name": [""], "shard": [""]})
        path = self._folder / f"part-{_digest(self._identity, rows)}.{self._form}"
        is_new = not path.is_file()
        if is_new:
            _write(path, list(self._make.outcomes(rows)))
        return pa.table({"name": [path.name], "shard": [_told(path, is_new=is_new).model_dump_json()]})


def _write(path: Path, outcomes: list[Outcome]) -> None:
    """Write a shard; of JSONL the failures beside it, and the reports last, because they tell that it is finished."""
    if path.suffix == ".parquet":
        data = pa.BufferOutputStream()
        pq.write_table(_table(outcomes), data, compression="zstd")
        write_whole(path, data.getvalue().to_pybytes())
        return
    failures = "".join(f"{one.failure}\n" for one in outcomes if one.failure is not None)
    if failures:
        write_whole(_failures_beside(path), to_bytes(failures))
    write_whole(path, to_bytes("".join(f"{one.report}\n" for one in outcomes if one.report is not None)))


def _told(path: Path, *, is_new: bool) -> Shard:
    """What the manifest says about a shard that is there."""
    if path.suffix == ".parquet":
        found = pq.read_table(path, columns=["failure"])["failure"]
        failures, reports = [one for one in found.to_pylist() if one is not None], found.null_count
    else:
        beside = _failures_beside(path)
        failures = beside.read_text("utf-8").splitlines() if beside.is_file() else []
        reports = path.read_bytes().count(b"\n")
    causes = Counter(json.loads(failure)["error"] for failure in failures)
    return Shard(
        name=path.name,
        reports=reports,
        failures=len(failures),
        failures_by_error=dict(sorted(causes.items())),
        is_of_earlier_run=not is_new,
    )


def _failures_beside(path: Path) -> Path:
    return path.with_name(f"{path.stem}.failures.jsonl")


def _read_shards(paths: list[Path], form: Form) -> ray.data.Dataset:
    if not paths:
        return ray.data.from_arrow(_table([]))
    if form == "parquet":
        return ray.data.read_parquet([str(path) for path in paths])
    beside = [one for path in paths if (one := _failures_beside(path)).is_file()]
    files = [str(path) for path in (*paths, *beside) if path.stat().st_size]
    return ray.data.read_text(files, include_paths=True).map_batches(_as_outcomes, batch_format="pyarrow")


def _as_outcomes(lines: pa.Table) -> pa.Table:
    """The rows of lines that were read from shards."""
    outcomes = []
    for line, path in zip(lines["text"].to_pylist(), lines["path"].to_pylist(), strict=True):
        value = json.loads(line)
        if path.endswith(".failures.jsonl"):
            outcomes.append(Outcome(value["id"], None, line))
        else:
            outcomes.append(Outcome(value["article"]["id"], line, None))
    return _table(outcomes)


def _read_row(row: Mapping[str, Any]) -> Iterator[Article | FoundArticle | FailedInput]:
    """The articles of one row: a file's bytes or its path, a line of JSON, or a record."""
    record = {name: value for name, value in row.items() if value is not None}
    path = record.pop(_PATH, None)
    if isinstance(record.get(_DATA), bytes):
        yield from find_in_bytes(record[_DATA], path or "unnamed")
    elif path and not record:
        yield from find_articles([path])
    elif _LINE in record:
        yield from find_in_line(record[_LINE], path or "", record.get(_NUMBER))
    else:
        try:
            yield article_from_record(record, path=path, where=path or "")
        except InputError as error:
            told = str(record.get("id", "")) or name_unread(json.dumps(record, default=str).encode())
            yield FailedInput(told, path or "", error)


def _rows(batch: Any) -> list[dict[str, Any]]:
    if isinstance(batch, pa.Table):
        rows: list[dict[str, Any]] = batch.to_pylist()
        return rows
    columns = {name: getattr(values, "tolist", lambda values=values: list(values))() for name, values in batch.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _table(outcomes: Iterable[Outcome]) -> pa.Table:
    return pa.Table.from_pylist([one._asdict() for one in outcomes], schema=_SCHEMA)


def _identity(settings: Settings) -> str:
    """What decides an outcome besides its row."""
    asides = {name for name, about in ABOUT.items() if about.group in (LIMITS, CACHE)} | {"api_key", "header"}
    return f"{__version__} {settings.model_dump_json(exclude=asides)}"


def _digest(identity: str, rows: list[dict[str, Any]]) -> str:
    text = json.dumps([identity, *rows], default=lambda value: value.hex() if isinstance(value, bytes) else str(value))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _places(settings: Settings) -> dict[str, Any]:
    """Where the actors run, and how many."""
    if settings.engine == "extractive":
        resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]  # ray's own
        return {"compute": ray.data.ActorPoolStrategy(size=max(1, int(resources.get("CPU", 1)))), "num_cpus": _CPUS}
    here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
    return {"compute": ray.data.ActorPoolStrategy(size=1), "num_cpus": _CPUS, "scheduling_strategy": here}


def _prepared(folder: Path) -> Path:
    with as_output_error(folder):
        folder.mkdir(parents=True, exist_ok=True)
    clear_left_over(folder)
    return folder.resolve()

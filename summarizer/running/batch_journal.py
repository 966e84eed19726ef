"""What is known of batches at a service, kept in the cache: what was sent, where it is, and what came back.

A batch has a row, written before anything is sent. Each of its requests has one that says in which batch it is, and
later holds the line that answered it, until the article's own answer is kept. So a run that was killed finds all again.
"""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import ValidationError

from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from summarizer.running.cache import ResultCache

_BATCH, _LINE = "batch/", "line/"
_KEPT = 30 * 86_400.0  # seconds; as long as OpenAI keeps a batch's files
Stage = Literal["new", "uploaded", "sent", "ended", "fetched"]


class BatchRecord(Frozen):
    """One batch: our `name` for it, how its model was named, and how far it has come.

    `stage`: "new" before anything was sent, then "uploaded", "sent" once it was created, "ended" when the service is
    done with it, and "fetched" when its answers are kept. `status` is the service's own word. `began` is a Unix time.
    """

    name: str
    model: str
    address: str
    base_url: str | None = None
    requests: int
    began: float
    stage: Stage = "new"
    file_id: str = ""
    batch_id: str = ""
    status: str = ""
    answered: int = 0
    failed: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the service may still have something of it that we have not."""
        return self.stage != "fetched"


class SentLine(NamedTuple):
    """A request that was sent: in which batch, and the line that answered it, empty while there is none."""

    batch: str
    text: str = ""


class BatchJournal:
    """The rows about batches in one cache."""

    def __init__(self, cache: ResultCache, clock: Callable[[], float] = time.time) -> None:
        self.folder = cache.folder
        self._cache = cache
        self._clock = clock

    def records(self) -> list[BatchRecord]:
        """All batches that are remembered, the oldest first. What ended long ago is forgotten."""
        found = [self.record(key.removeprefix(_BATCH)) for key in self._cache.keys(_BATCH)]
        kept = [one for one in found if one is not None]
        old = [one for one in kept if one.began < self._clock() - _KEPT]
        if old:
            self._cache.drop_all([_BATCH + one.name for one in old])
        return sorted((one for one in kept if one not in old), key=lambda one: one.began)

    def record(self, name: str) -> BatchRecord | None:
        """One batch by its name; None when it was never begun, or given up."""
        text = self._cache.get(_BATCH + name)
        try:
            return None if text is None else BatchRecord.model_validate_json(text)
        except ValidationError:
            return None

    def keep(self, record: BatchRecord) -> None:
        """Remember how far a batch has come. Raises CacheError."""
        self._cache.put(_BATCH + record.name, record.model_dump_json())

    def begin(self, record: BatchRecord, lines: Iterable[str]) -> None:
        """Remember a batch and which requests are in it, before it is sent. Raises CacheError."""
        said = json.dumps({"batch": record.name})
        rows = {_LINE + line: said for line in lines}
        self._cache.put_all({_BATCH + record.name: record.model_dump_json(), **rows})

    def give_up(self, record: BatchRecord) -> None:
        """Forget a batch that was never created: its requests count as never sent."""
        self._cache.drop(_BATCH + record.name)

    def line(self, name: str) -> SentLine | None:
        """What became of a request; None when it was not sent, or its batch was given up."""
        text = self._cache.get(_LINE + name)
        if text is None:
            return None
        told = json.loads(text)
        sent = SentLine(told["batch"], told.get("line", ""))
        return sent if sent.text or self.record(sent.batch) is not None else None

    def answer(self, record: BatchRecord, lines: Mapping[str, str]) -> None:
        """Keep lines that came back with a batch, by their names. Raises CacheError."""
        rows = {_LINE + name: json.dumps({"batch": record.name, "line": line}) for name, line in lines.items()}
        self._cache.put_all(rows)

    def forget(self, lines: Iterable[str]) -> None:
        """Remove the rows of requests that have done their work."""
        self._cache.drop_all([_LINE + name for name in lines])


def line_name(address: str, body: bytes, number: int) -> str:
    """The name of a request in a batch: the same in every run for what is sent for the `number`th time."""
    digest = hashlib.sha256(address.encode() + b"\0" + body).hexdigest()[:40]
    return f"{digest}-{number}"

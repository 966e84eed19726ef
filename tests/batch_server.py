"""A loopback service that speaks OpenAI's Files and Batches beside single requests, and fails as planned.

    python tests/batch_server.py --port 8099 --seconds 2 --fault 500:0.1

A batch takes `seconds`, a third of it each in validating, in_progress and finalizing, and its lines come back in an
order of their own. `GET /stats` tells how often each article was answered, which is what is paid for.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.fault_server import FaultServer, Plan, article_key, draft_for, mode_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fault_server import Connection

_STEPS = ("validating", "in_progress", "finalizing")
Line = dict[str, Any]
Asked = dict[str, Any]


class LineFault(NamedTuple):
    """One way in which a line comes back, and for what share of the lines.

    A number is the status of a refusal in the error file; "missing", "expired", "twice", "garbled", "refusal",
    "length" and "empty" are what they say.
    """

    kind: str
    rate: float

    @classmethod
    def parse(cls, text: str) -> LineFault:
        """Read kind:rate."""
        kind, rate = text.split(":")
        return cls(kind, float(rate))


@dataclass(slots=True)
class BatchPlan:
    """How the service behaves. `outcomes` are how batches end, one after the other, the last for all others.

    `check` sees each body and refuses its line by what it returns: a status and a message. `faults_of` sees a batch's
    bodies and refuses it as a whole. `breaks` names calls (such as "POST /batches") whose connection breaks once after
    they were obeyed; `refuses` gives statuses for calls, one after the other.
    """

    seconds: float = 0.0
    faults: tuple[LineFault, ...] = ()
    seed: int = 0
    outcomes: tuple[str, ...] = ("completed",)
    check: Callable[[Asked], tuple[int, str] | None] | None = None
    faults_of: Callable[[list[Asked]], list[dict[str, Any]]] | None = None
    breaks: list[str] = field(default_factory=list)
    refuses: dict[str, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Batch:
    id: str
    input: str
    metadata: dict[str, str]
    outcome: str
    begun: float
    total: int = 0
    status: str = "validating"
    output: str | None = None
    errors: str | None = None
    faults: list[dict[str, Any]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


class BatchServer(FaultServer):
    """The service. Single requests are answered as by the fault server, and counted apart."""

    def __init__(self, plan: BatchPlan | None = None, single: Plan | None = None) -> None:
        super().__init__(single)
        self.batch_plan = plan or BatchPlan()
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, _Batch] = {}
        self.paid: Counter[str] = Counter()
        self.names: Counter[str] = Counter()
        self.bodies: list[Asked] = []

    def handle(self, connection: Connection, method: str, path: str, body: bytes) -> None:
        """Answer one request."""
        found = re.fullmatch(r"/v1/(files|batches)(?:/([\w-]+))?(?:/(content|cancel))?(?:\?.*)?", path)
        if path == "/stats":
            connection.send(200, json.dumps(self._stats()).encode())
            return
        if found is None:
            super().handle(connection, method, path, body)
            return
        call = f"{method} /{found[1]}" + (f"/{found[3]}" if found[3] else "/id" if found[2] else "")
        refusals = self.batch_plan.refuses.get(call)
        if refusals:
            status = refusals.pop(0)
            connection.send(status, json.dumps({"error": {"message": f"planned to refuse with {status}"}}).encode())
            return
        status, answer = self._obey(call, found[2] or "", body)
        if call in self.batch_plan.breaks:
            self.batch_plan.breaks.remove(call)
            connection.reset()
            return
        connection.send(status, answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def _stats(self) -> dict[str, Any]:
        statuses = Counter(batch.status for batch in self.batches.values())
        return {
            "batches": len(self.batches), "statuses": statuses, "paid": self.paid, "lines": sum(self.names.values()),
            "named_twice": sum(1 for count in self.names.values() if count > 1), "single": self.seen.requests,
        }  # fmt: skip

    def _obey(self, call: str, name: str, body: bytes) -> tuple[int, Any]:
        for batch in self.batches.values():
            self._advance(batch)
        if call == "POST /files":
            made = f"file-{len(self.files)}"
            self.files[made] = _uploaded(body)
            return 200, {"id": made, "object": "file", "purpose": "batch", "bytes": len(self.files[made])}
        if call == "GET /files/content" and name in self.files:
            return 200, self.files[name]
        if call == "POST /batches":
            return 200, self._told(self._create(json.loads(body)))
        if call == "GET /batches":
            newest = [self._told(batch) for batch in reversed(self.batches.values())]
            return 200, {"object": "list", "data": newest, "has_more": False}
        batch = self.batches.get(name)
        if batch is None:
            return 404, {"error": {"message": f"No such batch or file: {name}"}}
        if call == "POST /batches/cancel" and batch.status in _STEPS:
            batch.outcome, batch.begun, batch.status = "cancelled", 0.0, "cancelling"
        return 200, self._told(batch)

    def _create(self, asked: dict[str, Any]) -> _Batch:
        assert asked["endpoint"] == "/v1/chat/completions"
        assert asked["completion_window"] == "24h"
        outcomes = self.batch_plan.outcomes
        made = _Batch(
            id=f"batch_{len(self.batches)}",
            input=asked["input_file_id"],
            metadata=asked.get("metadata") or {},
            outcome=outcomes[min(len(self.batches), len(outcomes) - 1)],
            begun=time.monotonic(),
        )
        self.batches[made.id] = made
        self._advance(made)
        return made

    def _advance(self, batch: _Batch) -> None:
        past = time.monotonic() - batch.begun
        if batch.status not in (*_STEPS, "cancelling"):
            return
        if past < self.batch_plan.seconds:
            batch.status = _STEPS[int(3 * past / self.batch_plan.seconds)]
            return
        lines = [json.loads(line) for line in self.files[batch.input].splitlines()]
        batch.total = len(lines)
        bodies = [line["body"] for line in lines]
        batch.faults = self.batch_plan.faults_of(bodies) if self.batch_plan.faults_of is not None else []
        batch.status = "failed" if batch.faults else batch.outcome
        if batch.status != "failed":
            self._answer_lines(batch, lines)

    def _answer_lines(self, batch: _Batch, lines: list[Line]) -> None:
        chance = random.Random(f"{self.batch_plan.seed}:{batch.id}")  # noqa: S311  repeatable on purpose
        chance.shuffle(lines)
        good: list[bytes] = []
        bad: list[bytes] = []
        for place, line in enumerate(lines):
            self.names[line["custom_id"]] += 1
            self.bodies.append(line["body"])
            is_left = batch.status in ("expired", "cancelled") and place >= len(lines) // 2
            kind = "left" if is_left else self._line_fault(line)
            (good if kind in _ANSWERED else bad).extend(self._rows(line, kind, batch))
            batch.counts["completed" if kind in _ANSWERED else "failed"] += 1
        for which, rows in (("output", good), ("errors", bad)):
            if rows:
                name = f"file-{len(self.files)}"
                self.files[name] = b"\n".join(rows) + b"\n"
                setattr(batch, which, name)

    def _line_fault(self, line: Line) -> str:
        refused = self.batch_plan.check(line["body"]) if self.batch_plan.check is not None else None
        if refused is not None:
            return f"{refused[0]} {refused[1]}"
        for number, fault in enumerate(self.batch_plan.faults):
            if random.Random(f"{self.batch_plan.seed}:{number}:{_which(line)}").random() < fault.rate:  # noqa: S311
                return fault.kind
        return ""

    def _rows(self, line: Line, kind: str, batch: _Batch) -> list[bytes]:
        name, body = line["custom_id"], line["body"]
        if kind == "missing":
            return []
        if kind in ("left", "expired"):
            code = f"batch_{batch.status if kind == 'left' else 'expired'}"
            error = {"code": code, "message": "This request was not executed."}
            return [_row(name, None, error)]
        if kind not in _ANSWERED:
            status, _, message = kind.partition(" ")
            return [_row(name, (int(status), {"error": {"message": message or "planned to fail"}}), None)]
        self.paid[article_key(body)] += 1
        row = _row(name, (200, _answer(body, kind)), None)
        return {"twice": [row, row], "garbled": [row[: len(row) // 2]]}.get(kind, [row])

    def _told(self, batch: _Batch) -> dict[str, Any]:
        counts = {name: batch.counts[name] for name in ("completed", "failed")}
        return {
            "id": batch.id, "object": "batch", "endpoint": "/v1/chat/completions", "completion_window": "24h",
            "input_file_id": batch.input, "output_file_id": batch.output, "error_file_id": batch.errors,
            "status": batch.status, "metadata": batch.metadata, "created_at": 1,
            "request_counts": {"total": batch.total, **counts},
            "errors": {"object": "list", "data": batch.faults} if batch.faults else None,
        }  # fmt: skip


_ANSWERED = ("", "twice", "garbled", "refusal", "length", "empty")


def _which(line: Line) -> str:
    """A line's request and the number of its try; its custom_id is another one at each port."""
    return f"{json.dumps(line['body'])}-{line['custom_id'].rpartition('-')[2]}"


def _uploaded(body: bytes) -> bytes:
    """The file in a multipart form."""
    boundary = body.split(b"\r\n", 1)[0]
    parts = body.split(boundary)
    file = next(part for part in parts if b'name="file"' in part)
    assert any(b'name="purpose"' in part and b"batch" in part for part in parts)
    return file.split(b"\r\n\r\n", 1)[1].removesuffix(b"\r\n")


def _row(name: str, response: tuple[int, dict[str, Any]] | None, error: dict[str, str] | None) -> bytes:
    told = None if response is None else {"status_code": response[0], "request_id": "r", "body": response[1]}
    return json.dumps({"id": f"batch_req_{name}", "custom_id": name, "response": told, "error": error}).encode()


def _answer(asked: Asked, kind: str) -> dict[str, Any]:
    text = json.dumps(draft_for(asked, 4))
    message: dict[str, Any] = {"role": "assistant", "content": text}
    finish = "stop"
    if kind == "refusal":
        message = {"role": "assistant", "content": None, "refusal": "I cannot help with that."}
    elif kind == "length":
        message["content"], finish = text[:40], "length"
    elif kind == "empty":
        message["content"] = ""
    elif mode_of(asked) == "tools":
        function = {"name": asked["tools"][0]["function"]["name"], "arguments": text}
        message = {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c", "type": "function", "function": function}],
        }
    usage = {"prompt_tokens": 900, "completion_tokens": 300, "total_tokens": 1200}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion", "model": asked["model"], "choices": [choice], "usage": usage}


def main() -> None:
    """Serve by the command line's options until killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fault", type=LineFault.parse, action="append", default=[])
    options = parser.parse_args()
    plan = BatchPlan(seconds=options.seconds, faults=tuple(options.fault), seed=options.seed)
    asyncio.run(BatchServer(plan).serve(options.port))


if __name__ == "__main__":
    main()

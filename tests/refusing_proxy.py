"""A loopback proxy that refuses one structured-output mode, as llama-cpp-python's server does, and forwards the rest.

llama-cpp-python (0.3) answers 500 to `response_format` json_schema, with pydantic's complaint as the message. Its wheel
has no server for this machine, so the refusal is written here; every other answer is the real model's.
"""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_COMPLAINT = (
    "[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text' or "
    "'json_object'\", 'input': 'json_schema', 'ctx': {'expected': \"'text' or 'json_object'\"}}]"
)


class RefusingProxy:
    """Serves on a free port of 127.0.0.1 inside a `with` block."""

    def __init__(self, upstream: str) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                if (json.loads(body).get("response_format") or {}).get("type") == "json_schema":
                    error = {
                        "error": {"message": _COMPLAINT, "type": "internal_server_error", "param": None, "code": None}
                    }
                    self._say(500, json.dumps(error).encode())
                    return
                told = {"content-type": "application/json"}
                request = urllib.request.Request(upstream + self.path.removeprefix("/v1"), body, told)  # noqa: S310  loopback
                try:
                    with urllib.request.urlopen(request, timeout=600) as answer:  # noqa: S310  loopback
                        self._say(answer.status, answer.read())
                except urllib.error.HTTPError as error:
                    self._say(error.code, error.read())

            def _say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Write no log: pytest shows what matters."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

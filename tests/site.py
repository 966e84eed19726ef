"""A loopback web site whose answers are written by the test."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from types import TracebackType

PAGE = """<!doctype html><html lang="en"><head><title>Weir closed</title></head><body><article><h1>Weir closed</h1>
<p>The weir at Tolm was closed on Monday after two of its gates broke in the night, leaving the lower fields dry.</p>
<p>“Nobody had been told of it,” the reeve, Ada Kroon, said at the town hall, where some forty farmers had come.</p>
<p>Kroon said that the gates would be mended by the end of the month, and that the town would pay for the loss.</p>
</article></body></html>"""


class Page(NamedTuple):
    """What lies at a path; `headers` beside its type."""

    body: bytes | str = PAGE
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Site:
    """Serves pages by their paths on 127.0.0.1 until it is left; `asked` are the requests' paths and headers."""

    def __init__(self, pages: dict[str, Page]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, dict[str, str]]] = []

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                page = site.pages.get(self.path, Page("none", "text/plain", 404))
                body = page.body.encode() if isinstance(page.body, str) else page.body
                self.send_response(page.status)
                for name, value in (("Content-Type", page.kind), ("Content-Length", str(len(body))), *page.headers):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

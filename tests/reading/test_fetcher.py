"""The client that fetches what lies at addresses, against a loopback site."""

from __future__ import annotations

import codecs
import ipaddress
import socket
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from summarizer import __version__
from summarizer.contract.errors import FetchError
from summarizer.reading.fetcher import LARGEST, Fetcher
from tests.site import PAGE, Page, Site

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    """One that takes 127.0.0.1 for public, and all else that is private as it is."""
    with Fetcher(lambda machine: machine == ipaddress.ip_address("127.0.0.1")) as one:
        yield one


def leading(to: str, status: int = 302) -> Page:
    return Page("", status=status, headers=(("Location", to),))


def test_a_page_comes_as_it_is_and_the_site_is_told_who_asks(fetcher: Fetcher) -> None:
    with Site({"/news/weir.php?id=3": Page()}) as site:
        fetched = fetcher.fetch(f"{site.url}/news/weir.php?id=3#top")
    assert fetched.data == PAGE.encode()
    assert fetched.name == "weir.php?id=3.html"
    assert site.paths() == ["/robots.txt", "/news/weir.php?id=3"]
    assert site.asked[1][1]["user-agent"] == f"summarizer/{__version__}"
    assert site.asked[1][1]["host"] == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("/news/weir.html", "text/html", "weir.html"),
        ("/", "text/html", "127.0.0.1-{port}.html"),
        ("/weir/index.html", "text/html", "weir.html"),
        ("/weir.csv", "text/plain", "weir.csv"),
        ("/weir.pdf", "application/octet-stream", "weir.pdf"),
        ("/feed", "application/rss+xml", "feed.rss"),
        ("/a%2Fb%20c", "application/json", "b c.json"),
    ],
)
def test_a_name_tells_the_kind(fetcher: Fetcher, path: str, kind: str, name: str) -> None:
    with Site({path: Page("x", kind)}) as site:
        assert fetcher.fetch(site.url + path).name == name.format(port=site.port)


@pytest.mark.parametrize("place", ["http://[weir", "//[::1", "http://℀.example/"])
def test_a_redirect_to_what_is_no_address_is_refused(fetcher: Fetcher, place: str) -> None:
    with Site({"/a": leading(place.encode().decode("latin-1"))}) as site, pytest.raises(FetchError, match="/a: "):
        fetcher.fetch(f"{site.url}/a")


@contextmanager
def dripping(beginning: bytes, drop: bytes) -> Iterator[str]:
    """A site that answers with a beginning, and then with a drop now and then, without end."""
    with socket.create_server(("127.0.0.1", 0)) as server, suppress(OSError):
        is_over = Event()

        def drip(connection: socket.socket) -> None:
            with connection, suppress(OSError):
                if connection.recv(4096).startswith(b"GET /robots.txt"):
                    connection.sendall(b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n")
                    return
                connection.sendall(beginning)
                while not is_over.wait(0.02):
                    connection.sendall(drop)

        def serve() -> None:
            for _ in range(2):
                drip(server.accept()[0])

        thread = Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/weir"
        finally:
            is_over.set()
            thread.join(5)


@pytest.mark.parametrize(
    ("beginning", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Weir: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x"),
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    ],
)
def test_a_site_that_answers_a_drop_at_a_time_is_left_when_the_time_is_up(beginning: bytes, drop: bytes) -> None:
    with (
        Fetcher(lambda _: True, longest=0.5) as fetcher,
        dripping(beginning, drop) as url,
        pytest.raises(FetchError, match="did not answer in time") as raised,
    ):
        fetcher.fetch(url)
    assert raised.value.retryable


def test_redirects_are_followed_and_told(fetcher: Fetcher) -> None:
    with Site({"/a": leading("b?x=1", 301), "/b?x=1": leading("/c"), "/c": Page()}) as site:
        assert fetcher.fetch(f"{site.url}/a").url == f"{site.url}/c"
        site.pages["/c"] = leading("/a")
        with pytest.raises(FetchError, match="leads on more than 5 times"):
            fetcher.fetch(f"{site.url}/a")


@pytest.mark.parametrize("place", ["http://127.0.0.2:{port}/", "http://[::1]:{port}/", "http://0/", "http://10.0.0.1/"])
def test_a_redirect_to_a_private_machine_is_refused(fetcher: Fetcher, place: str) -> None:
    with Site({}) as site:
        site.pages["/a"] = leading(place.format(port=site.port))
        with pytest.raises(FetchError, match="private network") as raised:
            fetcher.fetch(f"{site.url}/a")
    assert raised.value.where == f"{site.url}/a"
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://a.example/x", "http://ada:weir@127.0.0.1/"])
def test_a_redirect_to_what_is_no_page_is_refused(fetcher: Fetcher, place: str) -> None:
    with Site({"/a": leading(place)}) as site, pytest.raises(FetchError, match=r"no page|no address|password"):
        fetcher.fetch(f"{site.url}/a")


def test_the_machine_that_was_checked_is_the_one_that_is_asked(
    fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    leads_to = iter(["127.0.0.1", "127.0.0.1"])  # for robots.txt and the page; a third question would end the test

    def resolve(host: str, port: int, **_: object) -> list[object]:
        assert host == "weir.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(leads_to), port))]

    with Site({"/weir": Page()}) as site, monkeypatch.context() as patched:
        patched.setattr("summarizer.reading.hosts.socket.getaddrinfo", resolve_names_only(resolve))
        fetched = fetcher.fetch(f"http://weir.example:{site.port}/weir")
    assert fetched.url == f"http://weir.example:{site.port}/weir"
    assert {headers["host"] for _, headers in site.asked} == {f"weir.example:{site.port}"}
    assert next(leads_to, None) is None


def resolve_names_only(resolve):  # type: ignore[no-untyped-def]
    """The system's own look-up for what is an IP address already, as a connection asks for."""
    real = socket.getaddrinfo

    def look_up(host, port, *more, **options):  # type: ignore[no-untyped-def]
        name = host.decode() if isinstance(host, bytes) else host
        return real(host, port, *more, **options) if name[0].isdigit() else resolve(name, port)

    return look_up


def test_robots_txt_is_obeyed_and_asked_for_once(fetcher: Fetcher) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: summarizer\nDisallow: /private/*.html$\nAllow: /\n"
    with Site({"/robots.txt": Page(rules, "text/plain"), "/a.html": Page(), "/private/b.html": Page()}) as site:
        fetcher.fetch(f"{site.url}/a.html")
        with pytest.raises(FetchError, match=r"robots.txt of http://127.0.0.1:\d+ does not allow it") as raised:
            fetcher.fetch(f"{site.url}/private/b.html")
    assert not raised.value.retryable
    assert site.paths() == ["/robots.txt", "/a.html"]


def test_robots_txt_is_obeyed_after_a_redirect(fetcher: Fetcher) -> None:
    rules = Page("User-agent: *\nDisallow: /b\n", "text/plain")
    pages = {"/robots.txt": rules, "/a": leading("/b"), "/b": Page()}
    with Site(pages) as site, pytest.raises(FetchError, match="does not allow"):
        fetcher.fetch(f"{site.url}/a")
    assert "/b" not in site.paths()


def test_a_robots_txt_that_cannot_be_read_allows_nothing(fetcher: Fetcher) -> None:
    with Site({"/robots.txt": Page("", status=503), "/a": Page()}) as site:
        with pytest.raises(FetchError, match=r"robots.txt cannot be read.*503") as raised:
            fetcher.fetch(f"{site.url}/a")
        assert raised.value.retryable
        site.pages["/robots.txt"] = Page("", status=403)  # RFC 9309: as if there were none
        assert fetcher.fetch(f"{site.url}/a").name == "a.html"


@pytest.mark.parametrize(("status", "later"), [(404, False), (403, False), (410, False), (429, True), (503, True)])
def test_what_the_server_refuses_is_said(fetcher: Fetcher, status: int, later: bool) -> None:
    answer = pytest.raises(FetchError, match=f"the server answers {status}")
    with Site({"/a": Page("", status=status)}) as site, answer as raised:
        fetcher.fetch(f"{site.url}/a")
    assert raised.value.retryable == later
    assert raised.value.hint


def test_what_is_too_large_is_refused_before_it_fills_the_memory(fetcher: Fetcher) -> None:
    with Site({"/a": Page(b"x" * (LARGEST + 1))}) as site, pytest.raises(FetchError, match="larger than 32 MB"):
        fetcher.fetch(f"{site.url}/a")


def test_nobody_there(fetcher: Fetcher) -> None:
    with Site({}) as site:
        pass
    with pytest.raises(FetchError, match="cannot be reached") as raised:
        fetcher.fetch(f"{site.url}/a")
    assert raised.value.retryable


@pytest.mark.parametrize("address", ["http://ada:weir@127.0.0.1/", "http://127.0.0.1:x/", "http://[::1/"])
def test_what_is_no_address_is_said(fetcher: Fetcher, address: str) -> None:
    with pytest.raises(FetchError, match=r"password|no address"):
        fetcher.fetch(address)


def test_the_encoding_that_the_server_names_is_the_texts(fetcher: Fetcher) -> None:
    page = PAGE.replace("Kroon", "Křížová").replace('lang="en"', 'lang="cs"')
    with Site({"/a": Page(page.encode("iso8859-2", "replace"), "text/html; charset=ISO-8859-2")}) as site:
        data = fetcher.fetch(f"{site.url}/a").data
        assert data.startswith(codecs.BOM_UTF8)
        assert "Křížová" in data.decode("utf-8-sig")
        for said in ("latin-1", "rot13", "zip", "none-such"):
            site.pages["/a"] = Page(b"\xe9t\xe9", f"text/plain; charset={said}")
            assert fetcher.fetch(f"{site.url}/a").data == b"\xe9t\xe9"


def test_what_takes_too_long_is_given_up() -> None:
    hasty = Fetcher(lambda _: True, longest=0.0)
    with Site({"/a": Page()}) as site, hasty, pytest.raises(FetchError, match="did not answer in time") as raised:
        hasty.fetch(f"{site.url}/a")
    assert raised.value.retryable

"""What lies at an address (https://…), fetched by one client: bounded in time, size and redirects, and polite.

Every step of a redirect is looked at as the first address is: its scheme, its machine (hosts.py), and what the site's
robots.txt (RFC 9309) says to our name.
"""

from __future__ import annotations

import codecs
import re
import socket
from collections import defaultdict
from contextlib import contextmanager, suppress
from pathlib import PurePosixPath
from threading import Lock, Timer
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2
from protego import Protego

from summarizer.contract.errors import FetchError
from summarizer.contract.version import __version__
from summarizer.reading.content import Fetched
from summarizer.reading.hosts import find_machines, is_public
from summarizer.reading.kinds import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import TracebackType

    from summarizer.reading.hosts import Machine

AGENT = "summarizer"  # what robots.txt calls us
LARGEST = 32 * 2**20  # bytes, unpacked
_LARGEST_RULES = 512 * 2**10  # bytes of a robots.txt; RFC 9309 asks for 500 KiB at least
_MOST_REDIRECTS = 5
LONGEST = 60.0  # seconds for one address in all
_TIMEOUT = httpx2.Timeout(20.0, connect=10.0)
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SUFFIX_OF_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


class Fetcher:
    """Fetches what lies at addresses; a site is asked for one thing at a time. Close it at the end.

    `may_ask` says which machines may be asked; `longest` is in seconds, for one address in all. May be used by several
    threads.
    """

    def __init__(self, may_ask: Callable[[Machine], bool] = is_public, *, longest: float = LONGEST) -> None:
        self._may_ask = may_ask
        self._longest = longest
        self._client = _client(trust_env=False)
        self._proxied: httpx2.Client | None = None
        self._rules: dict[str, Protego] = {}
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)

    def fetch(self, address: str) -> Fetched:
        """What lies at an address. Raises FetchError, which says whether it may be there later."""
        until = monotonic() + self._longest
        try:
            url = address
            for _ in range(_MOST_REDIRECTS + 1):
                site = _site_of(url)
                with self._turns[site]:
                    self._obey_rules(url, site, until)
                    answer = self._ask(url, LARGEST, until)
                if not answer.leads_to:
                    return _fetched(url, answer)
                url = answer.leads_to
        except FetchError as error:
            error.where = address
            raise
        raise FetchError(f"it leads on more than {_MOST_REDIRECTS} times", where=address, hint="name the page itself")

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
        if self._proxied is not None:
            self._proxied.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _obey_rules(self, url: str, site: str, until: float) -> None:
        if site not in self._rules:
            self._rules[site] = Protego.parse(self._read_rules(f"{site}/robots.txt", until))
        if not self._rules[site].can_fetch(url, AGENT):
            message = f"the robots.txt of {site} does not allow it"
            raise FetchError(message, hint="save the page yourself, and name the file")

    def _read_rules(self, url: str, until: float) -> str:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._ask(url, _LARGEST_RULES, until, is_cut=True)
            if not answer.leads_to:
                break
            url = answer.leads_to
        if answer.status >= 500:  # RFC 9309: what cannot be read allows nothing
            message = f"its robots.txt cannot be read: the server answers {answer.status}"
            raise FetchError(message, hint="try again later", retryable=True)
        return answer.data.decode("utf-8", "replace") if answer.status == 200 else ""

    def _ask(self, url: str, largest: int, until: float, *, is_cut: bool = False) -> _Answer:
        """One request; of what is larger than `largest`, the beginning or an error."""
        target = _target(url)
        machines = self._machines(target)
        for number, machine in enumerate(machines):
            try:
                return self._ask_machine(target, machine, largest, until, is_cut)
            except httpx2.ConnectError as error:
                if number + 1 == len(machines):
                    message = f"{target.host} cannot be reached: {str(error).lower() or 'no connection'}"
                    raise FetchError(message, hint="check the address and the network", retryable=True) from None
            except httpx2.TimeoutException:
                raise _slow(target.host) from None
            except (httpx2.HTTPError, httpx2.InvalidURL) as error:
                if monotonic() >= until:
                    raise _slow(target.host) from None
                message = f"the connection to {target.host} broke: {error or type(error).__name__}"
                raise FetchError(message, hint="try again later", retryable=True) from None
        raise AssertionError(url)  # find_machines gives one at least

    def _machines(self, target: httpx2.URL) -> list[str | None]:
        """The machines to ask in turn; None for the proxy, which looks up names itself."""
        is_proxied = target.scheme in getproxies() and not proxy_bypass(target.host)
        try:
            found = find_machines(target.host, _port_of(target), self._may_ask)
        except FetchError as error:
            if is_proxied and error.retryable:  # the name is known to the proxy alone
                return [None]
            raise
        return [None] if is_proxied else [*found]

    def _ask_machine(
        self, target: httpx2.URL, machine: str | None, largest: int, until: float, is_cut: bool
    ) -> _Answer:
        client, url, headers = self._client, target, {}
        extensions: dict[str, Any] = {}
        if machine is None:
            client = self._proxied = self._proxied or _client(trust_env=True)
        else:  # the checked address, under the name that the server and its certificate are known by
            url = target.copy_with(host=machine)
            headers["Host"] = target.netloc.decode("ascii")
            extensions["sni_hostname"] = target.raw_host.decode("ascii")
        with (
            _cut_off_at(until) as extensions["trace"],
            client.stream("GET", url, headers=headers, extensions=extensions) as response,
        ):
            place = response.headers.get("location", "")
            if response.status_code in _REDIRECTS and place:
                return _Answer(response.status_code, b"", "", _joined(target, place))
            if response.status_code != 200:
                return _Answer(response.status_code, b"", response.reason_phrase, "")
            data = bytearray()
            for chunk in response.iter_bytes():  # as they come: a size would be waited for past the time
                data += chunk
                if len(data) > largest and not is_cut:
                    message = f"it is larger than {largest >> 20} MB"
                    raise FetchError(message, hint="fetch it yourself, and split it into its articles")
                if len(data) > largest:
                    break
            if monotonic() >= until:  # what was cut off then looks like the end
                raise _slow(target.host)
            return _Answer(200, bytes(data), response.headers.get("content-type", ""), "")


class _Answer(NamedTuple):
    status: int
    data: bytes
    said: str  # the type of the data, or the reason why there are none
    leads_to: str


def _client(*, trust_env: bool) -> httpx2.Client:
    headers = {"User-Agent": f"{AGENT}/{__version__}", "Accept": "text/html, application/xhtml+xml, */*;q=0.8"}
    # A connection serves one request: one that is kept is known by its machine, on which another site may live, too.
    limits = httpx2.Limits(max_keepalive_connections=0)
    return httpx2.Client(headers=headers, timeout=_TIMEOUT, limits=limits, trust_env=trust_env)


@contextmanager
def _cut_off_at(until: float) -> Iterator[Callable[[str, Mapping[str, Any]], None]]:
    """A trace for a request, whose connection is cut when the time is up.

    The client's own limits are for each read: a server that sends a byte now and then never meets them.
    """
    streams: list[Any] = []

    def cut() -> None:
        for stream in streams:
            with suppress(OSError):  # it is closed already
                # Not SSLSocket's own, which would let what is still read pass for plain text.
                socket.socket.shutdown(stream.get_extra_info("socket"), socket.SHUT_RDWR)

    def see(event: str, about: Mapping[str, Any]) -> None:
        if event.endswith((".connect_tcp.complete", ".start_tls.complete")):
            streams.append(about["return_value"])
            if monotonic() >= until:
                cut()

    timer = Timer(max(0.0, until - monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield see
    finally:
        timer.cancel()


def _joined(target: httpx2.URL, place: str) -> str:
    """Where a redirect leads; the place itself when it cannot be read, which is then refused as an address."""
    try:
        return urljoin(str(target), place)
    except ValueError:
        return place


def _target(url: str) -> httpx2.URL:
    try:
        target = httpx2.URL(url)
        port = target.port
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise FetchError(f"it is no address: {str(error).lower()}", hint="check the address") from None
    if target.scheme not in ("http", "https") or not target.host:
        raise FetchError(f"it leads to {url[:80]}, which is no page", hint="name a page by its http or https address")
    if target.userinfo:
        raise FetchError("there is a password in it", hint="fetch it yourself, and name the file, or - to pipe it")
    return target.copy_with(fragment=None, port=port)


def _port_of(target: httpx2.URL) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


def _site_of(url: str) -> str:
    target = _target(url)
    return f"{target.scheme}://{target.netloc.decode('ascii')}"


def _slow(host: str) -> FetchError:
    return FetchError(f"{host} did not answer in time", hint="try again later", retryable=True)


def _fetched(url: str, answer: _Answer) -> Fetched:
    if answer.status != 200:
        message = f"the server answers {answer.status} {answer.said}".rstrip()
        hint = "try again later" if answer.status in _BUSY else "check the address, or save the page and name the file"
        raise FetchError(message, hint=hint, retryable=answer.status in _BUSY)
    kind, _, rest = answer.said.partition(";")
    return Fetched(url, _name_of(url, kind.strip().lower()), _in_utf8(answer.data, kind, rest))


def _name_of(url: str, kind: str) -> str:
    """A file's name for an address: its last part that says something, with the suffix of what lies there."""
    parts = urlsplit(url)
    path = PurePosixPath(unquote(parts.path))
    named = path.suffix.lower() in SUFFIXES
    suffix = _SUFFIX_OF_TYPE.get(kind) or (path.suffix.lower() if named else "")
    stem = path.stem if named or suffix == path.suffix.lower() else path.name
    if stem in ("", "/", "index"):
        stem = path.parent.name if stem == "index" and path.parent.name else parts.netloc.replace(":", "-")
    return f"{stem}?{parts.query}{suffix}" if parts.query else f"{stem}{suffix}"


def _in_utf8(data: bytes, kind: str, parameters: str) -> bytes:
    """Text in the encoding that the server names, in UTF-8: a page's own word for it counts for less (RFC 9110)."""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", parameters, re.IGNORECASE)
    if named is None or not kind.strip().lower().startswith("text/") or data.startswith(codecs.BOM_UTF8):
        return data
    try:
        codec = codecs.lookup(named[1])
        # A codec of Python's own, such as one that unpacks, is no encoding.
        is_text: Any = getattr(codec, "_is_text_encoding", True)
        if codec.name in ("utf-8", "ascii", "iso8859-1") or not is_text:
            return data  # the second and the third are said of everything
        return codecs.BOM_UTF8 + data.decode(codec.name).encode()
    except (LookupError, UnicodeError):
        return data

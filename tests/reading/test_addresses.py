"""Addresses among the inputs."""

from __future__ import annotations

import pytest

from summarizer.contract.errors import FetchError
from summarizer.reading.addresses import Addresses, is_address, other_scheme, without_password
from summarizer.reading.content import Fetched
from tests.site import PAGE, Page, Site


def test_what_is_an_address() -> None:
    assert all(map(is_address, ["https://a.example", "HTTP://a.example/b?c#d", "http://127.0.0.1:8000"]))
    assert not any(map(is_address, ["https://", "see https://a.example", "https://a.example said", "ftp://a.b", "a"]))


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("ftp://weir.example/a.txt", "ftp"),
        ("S3://weir/a.jsonl", "s3"),
        ("https://weir.example", ""),
        ("C://a", ""),
        ("a.txt", ""),
    ],
)
def test_an_address_of_another_kind_is_known_by_its_scheme(name: str, scheme: str) -> None:
    assert other_scheme(name) == scheme


def test_what_is_fetched_is_handed_on() -> None:
    kept: list[Fetched] = []
    with Site({"/weir": Page()}) as site:
        addresses = Addresses(allow_private=True, on_fetched=kept.append)
        fetched = addresses.fetch(f"{site.url}/weir")
        addresses.close()
    assert kept == [fetched] == [Fetched(f"{site.url}/weir", "weir.html", PAGE.encode())]


def test_a_private_machine_is_not_asked_without_leave() -> None:
    with Site({"/weir": Page()}) as site:
        addresses = Addresses()
        with pytest.raises(FetchError, match=r"private network.*--allow-private"):
            addresses.fetch(f"{site.url}/weir")
        addresses.close()
    assert site.asked == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("https://ada:secret@dyke.example/a?b=c@d", "https://dyke.example/a?b=c@d"),
        ("HTTP://ada@dyke.example", "HTTP://dyke.example"),
        ("https://dyke.example/@ada", "https://dyke.example/@ada"),
        ("notes@home.txt", "notes@home.txt"),
    ],
)
def test_a_password_is_left_out_of_what_is_written(name: str, shown: str) -> None:
    assert without_password(name) == shown

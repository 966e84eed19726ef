"""Which machines may be asked."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from summarizer.contract.errors import FetchError
from summarizer.reading.hosts import find_machines, is_public


@pytest.mark.parametrize(
    "machine",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1"),
        *("2002:7f00:1::", "64:ff9b::7f00:1"),
        *("::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "fec0::1", "4000::1"),
    ],
)
def test_private_machines(machine: str) -> None:
    assert not is_public(ipaddress.ip_address(machine))


@pytest.mark.parametrize("machine", ["93.184.215.14", "2a00:1450:4001::1", "::ffff:93.184.215.14"])
def test_public_machines(machine: str) -> None:
    assert is_public(ipaddress.ip_address(machine))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1"])
def test_a_name_of_this_machine_is_seen_through(host: str) -> None:
    with pytest.raises(FetchError, match="private network"):
        find_machines(host, 80, is_public)
    assert find_machines(host, 80, lambda _: True)[-1] in ("127.0.0.1", "::1")


def test_a_name_that_leads_to_a_public_and_a_private_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (machine, 80)) for machine in ("93.184.215.14", "93.184.215.14", "fe80::1%eth0")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match="fe80::1"):
        find_machines("weir.example", 80, is_public)
    assert find_machines("weir.example", 80, lambda _: True) == ["93.184.215.14", "fe80::1"]


def test_a_host_that_is_not_there_may_be_there_later(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(FetchError, match=r"no host weir.example") as raised:
        find_machines("weir.example", 80, is_public)
    assert raised.value.retryable

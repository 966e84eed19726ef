"""Which machine an address leads to, and whether it may be asked: none of our own network unless that is wanted.

What is asked is the address that was checked, so that a name which leads elsewhere a moment later (DNS rebinding) gains
nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from summarizer.contract.errors import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable

    Machine = ipaddress.IPv4Address | ipaddress.IPv6Address

_UNICAST = ipaddress.ip_network("2000::/3")  # RFC 4291: all of IPv6 that is given out as the open internet
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in its last four bytes


def is_public(machine: Machine) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, shared or multicast.

    An IPv4 address that stands in an IPv6 one (mapped, 6to4 or NAT64) counts for itself.
    """
    if isinstance(machine, ipaddress.IPv6Address):
        inner = machine.ipv4_mapped or machine.sixtofour
        if machine in _NAT64:
            inner = ipaddress.IPv4Address(int(machine) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if machine not in _UNICAST:
            return False
    return machine.is_global and not machine.is_multicast


def find_machines(host: str, port: int, may_ask: Callable[[Machine], bool]) -> list[str]:
    """The IP addresses that a host's name leads to, each once, in the order of the system.

    Raises FetchError when there are none, or when one of them may not be asked.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"there is no host {host}: {reason}"
        raise FetchError(message, hint="check the address and the network", retryable=True) from None
    machines = [str(place[4][0]).partition("%")[0] for place in found]
    for machine in machines:
        if not may_ask(ipaddress.ip_address(machine)):
            message = f"{host} is a machine of a private network ({machine})"
            raise FetchError(message, hint="--allow-private fetches from there too")
    return list(dict.fromkeys(machines))

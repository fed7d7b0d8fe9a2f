"""Which addresses may be fetched: public hosts by http(s), decided on what their names resolve to.

A page can name any address, and a report can be a trap: a fetcher that follows it to a router, a
cloud's metadata service or a database on this machine gives away what it finds (server-side
request forgery, OWASP A10:2021). So the address that was checked is the address connected to.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import SplitResult, urlsplit

from recoupe.errors import ForbiddenAddressError, UnreachableError

_NAT64: Final = ip_network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in the last 32 bits."""
_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """A host that may be fetched from: its name, its port, and the address it was checked at."""

    scheme: str
    host: str
    port: int
    address: str


def target(url: str, *, where: str, allow_private: bool) -> Target:
    """Resolve the host of ``url`` and return the first of its addresses, all of them checked.

    Raises :class:`ForbiddenAddressError` where the scheme is not http(s), there are credentials in
    the URL, or any address is not public and ``allow_private`` is false; :class:`UnreachableError`
    where the name does not resolve.
    """
    parts, port = _parts(url, where)
    host = parts.hostname or ""
    addresses = _resolved(host, port, where)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise ForbiddenAddressError(
                f"{host} is at {address}, which is not a public address",
                where=where,
                remedy="--allow-private fetches it all the same",
            )
    return Target(parts.scheme.lower(), host, port, addresses[0])


def _parts(url: str, where: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ForbiddenAddressError(
            f"is no address: {error}", where=where, remedy="give an http or https address"
        ) from None
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise ForbiddenAddressError(
            f"{scheme}: is not fetched", where=where, remedy="give an http or https address"
        )
    if not parts.hostname:
        raise ForbiddenAddressError(
            "names no host", where=where, remedy="give an http or https address"
        )
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddressError(
            "carries a user name or password", where=where, remedy="take them out of the address"
        )
    return parts, _PORTS[scheme] if port is None else port


def _resolved(host: str, port: int, where: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise UnreachableError(
            f"the host {host} is not known", where=where, remedy="check the address, or the network"
        ) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, whatever it is wrapped in.

    IPv4 mapped into IPv6, 6to4, Teredo and NAT64 are judged by the IPv4 address they lead to.
    """
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = _inner(found)
        return all(_global(each) for each in inner) if inner else _global(found)
    return _global(found)


def _inner(address: IPv6Address) -> list[IPv4Address]:
    if address.ipv4_mapped:
        return [address.ipv4_mapped]
    if address.sixtofour:
        return [address.sixtofour]
    if address.teredo:
        return list(address.teredo)
    if address in _NAT64:
        return [IPv4Address(int(address) & 0xFFFFFFFF)]
    return []


def _global(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )

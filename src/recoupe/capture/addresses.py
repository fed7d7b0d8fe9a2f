"""Which addresses may be fetched: public hosts by http(s), decided on what their names resolve to.

A page can name any address, and a report can be a trap: a fetcher that follows it to a router, a
cloud's metadata service or a database on this machine gives away what it finds (server-side
request forgery, OWASP A10:2021). So the addresses that were checked are those connected to, and
the address is taken apart once, by the library that asks for it.
"""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urldefrag

from recoupe.errors import ForbiddenAddressError, UnreachableError

if TYPE_CHECKING:
    import httpx

LONGEST: Final = 8_000
"""Code points of an address: RFC 9110 asks servers to take as many octets, and few take more."""
_NAT64: Final = ip_network("64:ff9b::/96")
"""RFC 6052: an IPv4 address in the last 32 bits."""
_SPECIAL: Final = (
    ip_network("192.0.0.0/24"),
    ip_network("192.88.99.0/24"),
    ip_network("64:ff9b:1::/48"),
    ip_network("2001::/23"),
    ip_network("3fff::/20"),
    ip_network("5f00::/16"),
    ip_network("fec0::/10"),
)
"""What IANA's registries of special-purpose addresses hold that some Pythons take for public."""
_PORTS: Final = {"http": 80, "https": 443}
_LOW: Final = 1024
"""Below it stand services that speak something else; above it websites may stand."""
_HIGHEST: Final = 65_535
_BAD_PORTS: Final = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668}
    | {6669, 6679, 6697, 10080}
)
"""Ports that browsers refuse too (WHATWG Fetch, "bad port")."""
_SAFE: Final = "/?:@!$&'()*+,;=%~-._"
_SAVED: Final = "save the page from a browser and give the file"
_GIVEN: Final = "give an http or https address"


@dataclass(frozen=True, slots=True)
class Target:
    """A host that may be fetched from: its port, and the addresses it was checked at, in order."""

    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]


def target(url: str, *, where: str, allow_private: bool, seconds: float) -> Target:
    """Resolve the host of ``url``; all addresses of it are checked.

    Raises :class:`ForbiddenAddressError` where the scheme is not http(s), the port is not one of
    websites, there are credentials in the URL, or any address is not public and ``allow_private``
    is false; :class:`UnreachableError` where the name does not resolve, or not within ``seconds``.
    """
    parts = parsed(url, where=where)
    host = parts.raw_host.decode("ascii")
    port = _PORTS[parts.scheme] if parts.port is None else parts.port
    if port > _HIGHEST:
        raise ForbiddenAddressError(f"is no address: port {port}", where=where, remedy=_GIVEN)
    if port not in _PORTS.values() and (port < _LOW or port in _BAD_PORTS):
        raise ForbiddenAddressError(
            f"port {port} is not one of websites", where=where, remedy=_SAVED
        )
    addresses = _resolved(host, port, where, seconds)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise ForbiddenAddressError(
                f"{host} is at {address}, which is not a public address",
                where=where,
                remedy="--allow-private fetches it all the same",
            )
    return Target(parts.scheme, host, port, addresses)


def parsed(url: str, *, where: str) -> httpx.URL:
    """Return the parts of an http(s) address.

    Raises :class:`ForbiddenAddressError` where it is none, or carries credentials.
    """
    import httpx

    try:
        parts = httpx.URL(url)
        host, known = parts.raw_host, parts.scheme in _PORTS
    except (httpx.InvalidURL, ValueError) as error:  # ValueError: what is no Unicode
        raise ForbiddenAddressError(f"is no address: {error}", where=where, remedy=_GIVEN) from None
    if not known:
        raise ForbiddenAddressError(f"{parts.scheme}: is not fetched", where=where, remedy=_GIVEN)
    if not host:
        raise ForbiddenAddressError("names no host", where=where, remedy=_GIVEN)
    if b"%" in host:
        raise ForbiddenAddressError("its host is no name", where=where, remedy=_GIVEN)
    if parts.userinfo or "@" in url.partition("://")[2].partition("/")[0]:
        raise ForbiddenAddressError(
            "carries a user name or password", where=where, remedy="take them out of the address"
        )
    return parts


def plain(url: str, *, where: str) -> str:
    """Return an http(s) address as it is asked for: one spelling, without its fragment.

    What no address may hold is percent-encoded. Raises :class:`ForbiddenAddressError` where it is
    none.
    """
    if len(url) > LONGEST:
        raise ForbiddenAddressError(
            f"is longer than {LONGEST:,} characters", where=where[:200], remedy=_SAVED
        )
    try:
        bare = urldefrag(url.strip()).url
        scheme, mark, rest = bare.partition("://")
        host, slash, path = rest.partition("/")
        spelt = f"{scheme.lower()}{mark}{host}{slash}{quote(path, safe=_SAFE)}"
    except ValueError as error:
        raise ForbiddenAddressError(f"is no address: {error}", where=where, remedy=_GIVEN) from None
    return str(parsed(spelt, where=where))


def _resolved(host: str, port: int, where: str, seconds: float) -> tuple[str, ...]:
    """Return the addresses of a host, each once; a resolver that hangs is left behind."""
    found: list[tuple[str, ...]] = []

    def resolve() -> None:
        try:
            entries = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError, ValueError):
            entries = []
        found.append(tuple(dict.fromkeys(str(entry[4][0]) for entry in entries)))

    asking = threading.Thread(target=resolve, name="resolve", daemon=True)
    asking.start()
    asking.join(max(seconds, 0.0))
    if not found or not found[0]:
        raise UnreachableError(
            f"the host {host} is not known", where=where, remedy="check the address, or the network"
        )
    return found[0]


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
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or any(address in each for each in _SPECIAL)
    )

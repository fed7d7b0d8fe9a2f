"""Settings of the application: where it listens, and who may come in."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Final

from recoupe.errors import UsageError

PORT: Final = 8787
_TILES: Final = re.compile(
    r"https?://[\w.-]+(:\d+)?/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})[\w./{}?&=%~+-]*", re.ASCII
)
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@dataclass(frozen=True, slots=True)
class Settings:
    """How the application is served.

    ``host`` and ``port`` are where it listens. ``author`` is who works in it where nobody else says
    so. ``password`` is asked for beyond this machine; ``secret`` signs cookies and forms, and is
    new at each start. ``names`` are further names by which the application may be called (the
    ``Host`` header), beside that of this machine. ``tiles`` is the address of the pictures of the
    user's own tile server, with ``{z}``, ``{x}`` and ``{y}`` in it; without it maps ask nobody.
    """

    author: str
    host: str = "127.0.0.1"
    port: int = PORT
    language: str = "en"
    password: str | None = None
    names: tuple[str, ...] = ()
    tiles: str | None = None
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def __post_init__(self) -> None:
        """Refuse to listen beyond this machine without a password."""
        if not is_local(self.host) and not self.password:
            raise UsageError(
                f"{self.host} can be reached by others, and nothing asks who they are",
                where="--host",
                remedy="set RECOUPE_PASSWORD, or leave --host out",
            )
        if self.tiles is not None and not _TILES.fullmatch(self.tiles):
            raise UsageError(
                "this is no address of a tile server's pictures",
                where=f"--tiles {self.tiles}",
                remedy="write it as https://tiles.example/{z}/{x}/{y}.png",
            )

    @property
    def tile_host(self) -> str | None:
        """The scheme and host from which pictures of maps may come."""
        return self.tiles and "/".join(self.tiles.split("/")[:3])


def is_local(host: str) -> bool:
    """Whether only this machine reaches what listens at ``host``."""
    if host in _LOCAL:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False

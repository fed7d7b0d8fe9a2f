"""One connection to a checked address: what goes over it is noted, and it never outlasts its time.

httpcore speaks HTTP over it (it is what httpx stands on). The sockets are ours, so that the address
that was checked is the one connected to, and every byte is seen as it went.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from functools import cache
from typing import Final

import certifi
import httpcore

from recoupe.capture.addresses import Target
from recoupe.capture.limits import Limits
from recoupe.errors import CertificateError, FetchError, UnreachableError

Left = Callable[[], float]
"""The seconds that are left; raises the error that fits where there are none."""
_HEADS: Final = 256_000
"""Bytes that may come before the head of the answer has."""
_FRAME: Final = 1_000_000
"""Bytes that heads and chunks may need beside twice the bytes of the page."""


class Wire(httpcore.NetworkBackend):
    """A connection that opens to none but the addresses of ``goal``, and keeps what it carries.

    ``sent`` and ``came`` are all bytes of it, after TLS is taken off. ``answered`` is to be set
    when the head of the answer has come, after any that only announce it (1xx). ``ended`` says that
    the other side closed it; ``cut`` that it did so without saying so in TLS, so that the end may
    be missing.
    """

    def __init__(self, goal: Target, left: Left, *, where: str, limits: Limits) -> None:
        self._goal = goal
        self._limits = limits
        self.left = left
        self.where = where
        self.sent = bytearray()
        self.came = bytearray()
        self.address = ""
        self.protocols: tuple[str, ...] = ("http/1.1",)
        self.answered = False
        self.ended = False
        self.cut = False

    def connect_tcp(self, *_: object, **__: object) -> httpcore.NetworkStream:
        """Connect to the first of the checked addresses that answers."""
        reason = ""
        for at, address in enumerate(self._goal.addresses):
            share = self.left() / (len(self._goal.addresses) - at)
            try:
                opened = socket.create_connection((address, self._goal.port), share)
            except OSError as error:
                reason = error.strerror or str(error)
                continue
            self.address = address.partition("%")[0]
            return _Stream(self, opened)
        self.left()
        raise unreachable(reason, self.where)

    def keep(self, came: bytes) -> None:
        """Keep what came; raise the error that fits where it is more than any page needs."""
        self.came += came
        if not self.answered and len(self.came) > _HEADS:
            raise FetchError(
                "its server announces an answer for ever",
                where=self.where,
                remedy="open it in a browser, save the page and give the file",
            )
        if len(self.came) > 2 * self._limits.max_bytes + _FRAME:
            self._limits.check_bytes(len(self.came), self.where)


class _Stream(httpcore.NetworkStream):
    """The bytes of a wire, in the clear or in TLS."""

    def __init__(self, wire: Wire, opened: socket.socket) -> None:
        self._wire = wire
        self._socket = opened

    def read(self, max_bytes: int, *_: object, **__: object) -> bytes:
        wire = self._wire
        self._socket.settimeout(wire.left())
        try:
            came = self._socket.recv(max_bytes)
        except TimeoutError:
            wire.left()
            raise unreachable("it does not answer", wire.where) from None
        except ssl.SSLEOFError:
            came, wire.cut = b"", True
        except OSError as error:
            wire.ended = True
            raise unreachable(error.strerror or str(error), wire.where) from None
        wire.ended = wire.ended or not came
        wire.keep(came)
        return came

    def write(self, buffer: bytes, *_: object, **__: object) -> None:
        self._socket.settimeout(self._wire.left())
        try:
            self._socket.sendall(buffer)
        except TimeoutError:
            self._wire.left()
            raise httpcore.WriteError("timed out") from None
        except OSError as error:  # it may have answered all the same
            raise httpcore.WriteError(str(error)) from None
        finally:
            self._wire.sent += buffer

    def close(self) -> None:
        self._socket.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        *_: object,
        **__: object,
    ) -> httpcore.NetworkStream:
        wire, secured = self._wire, None
        try:
            self._socket.settimeout(wire.left())
            secured = ssl_context.wrap_socket(
                self._socket, server_hostname=server_hostname, suppress_ragged_eofs=False
            )
        except ssl.SSLCertVerificationError as error:
            raise CertificateError(
                f"its certificate is not to be trusted: {error.verify_message}",
                where=wire.where,
                remedy="open it in a browser to see why, save the page and give the file",
            ) from None
        except TimeoutError:
            wire.left()
            raise unreachable("it does not answer", wire.where) from None
        except (OSError, ValueError) as error:  # ValueError: a name that no certificate can have
            reason = getattr(error, "reason", None) or str(error)
            raise unreachable(f"no TLS: {reason}", wire.where) from None
        finally:
            if secured is None:
                self._socket.close()
        version = (secured.version() or "").replace("TLSv", "tls/")
        wire.protocols = (*wire.protocols, version)
        return _Stream(wire, secured)

    def get_extra_info(self, *_: object, **__: object) -> None:
        """Return nothing: of TLS, httpcore would ask only whether it is HTTP/2."""


def unreachable(reason: str, where: str) -> UnreachableError:
    """Return the error of a server that cannot be spoken to."""
    return UnreachableError(
        f"could not be reached: {reason}",
        where=where,
        remedy="check the address, or try again later",
    )


@cache
def trusted() -> ssl.SSLContext:
    """Return what certificates are trusted: those of the system, and those of Mozilla's list."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context

"""Guard: who may come in, from where, and what a page may do in the browser.

A page of ours runs our own script and style files and nothing else (Content Security Policy Level
3). The ``Host`` header must name us, so that no foreign name that resolves to this machine ("DNS
rebinding") reads a casefile. What changes something must carry the token of a form that we wrote
(OWASP, *Cross-Site Request Forgery Prevention*, signed double-submit) and come from our own pages.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse

from recoupe.dossier.web.settings import Settings, is_local

_PICTURES: Final = "img-src 'self' data:"
POLICY: Final = (
    f"default-src 'none'; script-src 'self'; style-src 'self'; {_PICTURES}; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_SESSION: Final = "recoupe_session"
_OPEN: Final = ("/login", "/static/")
"""What anybody may ask for who has not said a password."""

Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """Checks every request against ``settings``, and puts our headers on every answer."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        pictures = f"img-src 'self' data: {settings.tile_host}" if settings.tiles else _PICTURES
        self._headers = {**HEADERS, "Content-Security-Policy": POLICY.replace(_PICTURES, pictures)}

    async def __call__(self, request: Request, call_next: Next) -> Response:
        """Return the answer to a request, or why there is none."""
        response = self._refusal(request) or await call_next(request)
        for name, value in self._headers.items():
            response.headers.setdefault(name, value)
        if not request.url.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _refusal(self, request: Request) -> Response | None:
        if not self._names_us(request.headers.get("host", "")):
            return PlainTextResponse("not a name of this application\n", 421)
        if request.method not in _SAFE and not self._from_us(request):
            return PlainTextResponse("a request from another site is refused\n", 403)
        if self.asks_password and not self.is_known(request):
            return self._unknown(request)
        return None

    def _unknown(self, request: Request) -> Response | None:
        if request.url.path.startswith(_OPEN):
            return None
        if request.url.path.startswith("/api/"):
            return PlainTextResponse("log in first\n", 401, {"WWW-Authenticate": "Bearer"})
        return RedirectResponse("/login", 303)

    @property
    def asks_password(self) -> bool:
        """Whether somebody must say a password before anything is shown."""
        return self._settings.password is not None

    def admits(self, password: str) -> bool:
        """Whether this is the password."""
        known = self._settings.password or ""
        return bool(known) and hmac.compare_digest(password.encode(), known.encode())

    def is_known(self, request: Request) -> bool:
        """Whether the password was said in this browser, or is in the request's own header."""
        said = request.cookies.get(_SESSION, "")
        if hmac.compare_digest(said.encode(), self._sign("session").encode()):
            return True
        scheme, _, password = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.admits(password)

    def admit(self, response: Response) -> None:
        """Let the browser that gets this answer come in until the application ends."""
        response.set_cookie(_SESSION, self._sign("session"), httponly=True, samesite="strict")

    def token(self) -> str:
        """Return what a form of ours must carry."""
        return self._sign("form")

    def is_ours(self, token: str) -> bool:
        """Whether a form carries our token."""
        return hmac.compare_digest(token.encode(), self.token().encode())

    def _sign(self, what: str) -> str:
        key = self._settings.secret.encode()
        return hmac.new(key, what.encode(), hashlib.sha256).hexdigest()

    def _names_us(self, host: str) -> bool:
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        return is_local(name) or name in {self._settings.host, *self._settings.names}

    def _from_us(self, request: Request) -> bool:
        """Whether a request that changes something comes from a page of ours, or from no page."""
        site = request.headers.get("sec-fetch-site")
        if site is not None:  # a browser that tells; it may hide the origin
            return site in {"same-origin", "none"}
        origin = request.headers.get("origin")
        return origin is None or urlsplit(origin).netloc == request.headers.get("host")

"""Forms: what every one of ours carries, and how it is refused."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse

from recoupe.dossier.web.desk import AtDesk
from recoupe.errors import UsageError


def our_form(desk: AtDesk, form_token: Annotated[str, Form()] = "") -> None:
    """Refuse a form that is not one of ours; raise :class:`UsageError`."""
    if not desk.guard.is_ours(form_token):
        raise UsageError(
            "this form is from before the application was started again",
            remedy="go back, load the page again, and send it once more",
        )


OurForm = Depends(our_form)

_WRITES_NOTHING: Final = frozenset({"/login", "/who"})


def only_reading(request: Request, desk: AtDesk) -> None:
    """Refuse whatever is sent where a casefile can only be read; raise :class:`ReadOnlyError`."""
    reads = request.method in {"GET", "HEAD", "OPTIONS"}
    if not reads and request.url.path not in _WRITES_NOTHING:
        _ = desk.keeps


ONLY_READING = Depends(only_reading)


def back_to(address: str) -> RedirectResponse:
    """Return the answer that leads back to one of our own pages: another address is the case's."""
    return RedirectResponse(address if is_ours(address) else "/", 303)


def is_ours(address: str) -> bool:
    """Whether an address is that of one of our own pages."""
    return address.startswith("/") and not address.startswith(("//", "/\\"))

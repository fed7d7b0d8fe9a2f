"""Answers of the JSON interface: paged, known again by their ETag, and errors in one form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Any, Final

from fastapi import Query, Request, Response
from pydantic import BaseModel, Field

from recoupe.errors import RecoupeError
from recoupe.languages import available

MOST: Final = 100
"""Items on a page."""
_FAR: Final = 1_000_000_000

Limit = Annotated[int, Query(ge=1, le=MOST, description="items on a page")]
Offset = Annotated[int, Query(ge=0, le=_FAR, description="items before the page")]
Language = Annotated[
    str,
    Query(
        pattern=f"^({'|'.join(available())})$",
        description="ISO 639-1 code of the language of reasons",
    ),
]


class Page(BaseModel):
    """One page of a list."""

    items: list[Any]
    total: int | None = Field(description="all that fit; null where counting was left off")
    more: bool = Field(description="whether there is a page after this one")


class ErrorForm(BaseModel):
    """What went wrong, where, and what to do next."""

    kind: str
    message: str
    where: str
    remedy: str


class Failed(BaseModel):
    """An answer in place of what was asked for."""

    error: ErrorForm


NOT_FOUND: Final[dict[int | str, dict[str, Any]]] = {404: {"model": Failed}}

WRONG: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": Failed, "description": "no request that can be read"},
    422: {"model": Failed, "description": "it cannot be so"},
}
"""What every operation may answer."""


def answer(request: Request, document: object) -> Response:
    """Return a document as JSON with its ETag; nothing but that where the client has it."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    asked = [one.strip().removeprefix("W/") for one in _asked(request)]
    if tag in asked or "*" in asked:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


def _asked(request: Request) -> list[str]:
    return request.headers.get("if-none-match", "").split(",")


def page(items: Iterable[object], *, total: int | None, more: bool) -> dict[str, object]:
    """Return the JSON of one page of a list."""
    return {"items": list(items), "total": total, "more": more}


def failed(error: RecoupeError, status: int) -> Response:
    """Return an error of ours as JSON."""
    told = {
        "kind": error.kind,
        "message": error.what,
        "where": error.where,
        "remedy": error.remedy,
    }
    body = json.dumps({"error": told}, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, media_type="application/json")

"""The description of the JSON interface, as a page that works without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from recoupe.dossier.web.desk import AtDesk

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked: where it goes ("path", "query"), and its values in short."""

    name: str
    where: str
    needed: bool
    values: str
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked of the interface."""

    method: str
    path: str
    summary: str
    parameters: tuple[Parameter, ...]
    answers: tuple[str, ...]


@router.get("/docs")
def show(request: Request, desk: AtDesk) -> HTMLResponse:
    """Show what can be asked for, made from the OpenAPI description."""
    found = tuple(operations(request.app.openapi()))
    return HTMLResponse(desk.render(request, "docs.html", operations=found))


def operations(description: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield the operations of an OpenAPI description, in its order."""
    for path, methods in description["paths"].items():
        for method, told in methods.items():
            yield Operation(
                method.upper(),
                path,
                told.get("description") or told.get("summary", ""),
                tuple(_parameter(one) for one in told.get("parameters", ())),
                tuple(sorted(told["responses"])),
            )


def _parameter(told: Mapping[str, Any]) -> Parameter:
    return Parameter(
        told["name"],
        told["in"],
        bool(told.get("required")),
        _values(told.get("schema", {})),
        told.get("description", ""),
    )


def _values(schema: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    if "anyOf" in schema:
        return " / ".join(_values(one) for one in schema["anyOf"] if one.get("type") != "null")
    bounds = [str(schema[name]) for name in ("minimum", "maximum") if name in schema]
    return " ".join([schema.get("type", ""), *(["–".join(bounds)] if bounds else [])]).strip()

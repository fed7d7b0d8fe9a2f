"""The JSON interface: everything that the pages show, for programs."""

from typing import Final

from fastapi import APIRouter

from recoupe.dossier.web.api import case, evidence, parties, reports, reviewing

ROUTERS: Final[tuple[APIRouter, ...]] = (
    case.router,
    reports.router,
    parties.router,
    evidence.router,
    reviewing.router,
)

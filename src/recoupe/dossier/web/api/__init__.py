"""The JSON interface: everything that the pages show, for programs."""

from typing import Final

from fastapi import APIRouter

from recoupe.dossier.web.api import case, reports, reviewing

ROUTERS: Final[tuple[APIRouter, ...]] = (case.router, reports.router, reviewing.router)

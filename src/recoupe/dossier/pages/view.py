"""View: how pages are shown, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.dossier.addresses import Addresses


@dataclass(frozen=True, slots=True)
class View:
    """Who looks at pages, in which language, and where links lead.

    ``author`` is who works in them, ``None`` where nobody can: in an export, or where the casefile
    cannot be written. ``masked`` says in words what is masked, ``None`` where everything is shown.
    """

    language: str
    addresses: Addresses
    author: str | None = None
    masked: str | None = None

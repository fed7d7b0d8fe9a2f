"""Readings as pages, tables and folders that a person reads."""

from recoupe.dossier.folder import PageFolder
from recoupe.dossier.page import reading_page
from recoupe.dossier.table import reading_table

__all__ = ["PageFolder", "reading_page", "reading_table"]

"""Readings as pages, tables and folders that a person reads."""

from recoupe.dossier.crosscheck_page import crosscheck_page
from recoupe.dossier.crosscheck_table import crosscheck_table
from recoupe.dossier.folder import PageFolder
from recoupe.dossier.page import reading_page
from recoupe.dossier.table import reading_table

__all__ = ["PageFolder", "crosscheck_page", "crosscheck_table", "reading_page", "reading_table"]

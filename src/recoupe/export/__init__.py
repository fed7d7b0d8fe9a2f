"""Readings and cross-checks to the formats the field uses, one format a file."""

from recoupe.export.crosscheck_json import crosscheck_document
from recoupe.export.reading_json import document, line
from recoupe.export.schemas import FORMS, json_schema

__all__ = ["FORMS", "crosscheck_document", "document", "json_schema", "line"]

"""Readings to the formats the field uses, one format a file."""

from recoupe.export.contract import FORMS, json_schema
from recoupe.export.reading_json import document, line

__all__ = ["FORMS", "document", "json_schema", "line"]

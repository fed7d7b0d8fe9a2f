"""The documents that have a published form, and their JSON Schema."""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel

from recoupe.export.contract import FailureForm, ReadingForm
from recoupe.export.crosscheck_contract import CrossCheckForm

FORMS: Final[dict[str, type[BaseModel]]] = {
    "reading": ReadingForm,
    "failure": FailureForm,
    "crosscheck": CrossCheckForm,
}
"""The documents whose JSON Schema ``recoupe schema`` prints."""


def json_schema(name: str) -> dict[str, object]:
    """Return the JSON Schema (draft 2020-12) of the document called ``name``."""
    schema = FORMS[name].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}

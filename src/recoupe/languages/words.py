"""The base of every table of words: strict, frozen, and refused with the file and key named."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Words(BaseModel):
    """One table of a language pack, read from the TOML file of the same name.

    An unknown key or a value of the wrong type is an error: a misspelt table must never be a
    silently empty one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

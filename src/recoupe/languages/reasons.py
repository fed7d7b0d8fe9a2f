"""Reasons in plain words, by the wordings of a pack's ``findings.toml``."""

from __future__ import annotations

from collections.abc import Iterable

from recoupe.languages.findings import FindingWords
from recoupe.model import Reason


def worded(reasons: Iterable[Reason], words: FindingWords) -> list[str]:
    """Return reasons in plain words; one whose code no table words is told by its code."""
    return [_worded(reason, words) for reason in reasons]


def _worded(reason: Reason, words: FindingWords) -> str:
    wording = words.reasons.get(reason.code)
    if wording is None:
        values = ", ".join(f"{name} {value}" for name, value in reason.values)
        return f"{reason.code} ({values})" if values else reason.code
    return wording.format(**{name: _plain(value) for name, value in reason.values})


def _plain(value: str | float) -> str:
    return " ".join(value.split()) if isinstance(value, str) else f"{value:,}"

"""``dossier.toml``: what the pages of a casefile say in their own voice, page by page."""

from __future__ import annotations

from recoupe.languages.words import Words


class DossierLabels(Words):
    """What every page says: where one can go, who works, what went wrong."""

    skip: str
    pages: str
    case: str
    search: str
    quality: str
    find: str
    you_are: str
    language: str
    set: str
    log_in: str
    password: str
    wrong_password: str
    not_done: str
    at: str
    what_to_do: str


class CaseLabels(Words):
    """The first page; ``counts`` names what the casefile holds."""

    holds: str
    counts: dict[str, str]


class QualityLabels(Words):
    """The page on how good this is; ``readers`` names what was measured, by subject."""

    opening: str
    proof: str
    proves: tuple[str, ...]
    not_proved: str
    proves_not: tuple[str, ...]
    measured: str
    measuring: str
    corpus: str
    measure: str
    at_least: str
    readers: dict[str, str]


class DossierWords(Words):
    """The words of the dossier, by page."""

    labels: DossierLabels
    case: CaseLabels
    quality: QualityLabels

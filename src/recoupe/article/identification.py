"""Which language a report is in (docs/decisions/0003-language-identification.md)."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from recoupe.errors import UnknownLanguageError
from recoupe.languages import available

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SHOWN: Final = 3_000
"""Code points that the identifier is shown; more change nothing but its time."""
_FEWEST: Final = 3
"""Letters of a text that can be told."""
_FIRST: Final = 1_000
"""Code points that are enough where it is sure of them: so it was of all but 6 of 1,043 texts, and
never sure of another language than after ``_SHOWN``."""
_SURE: Final = 0.99
"""Probability from which the words outweigh what the page's mark-up declares."""
_ENOUGH: Final = 80
"""Letters from which the words can outweigh the mark-up at all."""


def identify(text: str) -> tuple[str | None, float]:
    """Return the ISO 639-1 code of the language of ``text`` and its probability.

    ``None`` where there are no words to go by. By py3langid (Lui and Baldwin 2012, langid.py).
    """
    shown = text[:_SHOWN]
    if len(list(islice(filter(str.isalpha, shown), _FEWEST))) < _FEWEST:
        return None, 0.0
    code, probability = _identifier().classify(shown[:_FIRST])
    if probability < _SURE and len(shown) > _FIRST:
        code, probability = _identifier().classify(shown)
    return str(code), float(probability)


def language_of(text: str, *, declared: str | None, marked: str | None, where: str) -> str:
    """Return the language to read ``text`` in: as declared, as marked if plausible, as it reads.

    ``marked`` is what the page's mark-up declares, which is plausible unless the words say
    otherwise and surely. Raises :class:`UnknownLanguageError` where no pack reads it.
    """
    code = primary(declared)
    if code is None:
        found, sure = identify(text)
        code = found
        said = primary(marked)
        doubtful = sure < _SURE or sum(map(str.isalpha, text[:_SHOWN])) < _ENOUGH
        if said in available() and (found is None or doubtful):
            code = said
    if code in available():
        return code
    raise UnknownLanguageError(
        _unread(text, code, declared=declared is not None),
        where=where,
        remedy=f"packs installed: {', '.join(available())}; --language forces one",
    )


def _unread(text: str, code: str | None, *, declared: bool) -> str:
    """Return why no pack reads a text; few words look like any language."""
    if code is None:
        return "its language cannot be told"
    if not declared and sum(map(str.isalpha, text[:_SHOWN])) < _ENOUGH:
        return "is too short to tell its language"
    return f"is in {_name(code)}, which no pack reads"


def primary(tag: str | None) -> str | None:
    """Return the language of a BCP 47 tag: ``fr`` of ``fr_CA``; ``None`` of an empty one."""
    return (tag or "").replace("_", "-").partition("-")[0].strip().lower() or None


def _name(code: str) -> str:
    from babel import Locale

    name = Locale("en").languages.get(code)
    return f"{name} ({code})" if name else repr(code)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

"""Countries as recorders write them: English names, and ISO 3166-1 codes."""

from __future__ import annotations

from functools import cache


@cache
def country_name(code: str | None) -> str:
    """Return the English name of a country by its alpha-2 code, "" where it is not known."""
    from babel import Locale

    return Locale.parse("en").territories.get(code or "", "") if code else ""


@cache
def codes(code: str | None) -> tuple[str, str]:
    """Return the alpha-3 and the numeric code of a country, "" where it is not known."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code) if code else None
    return ("", "") if found is None else (found.alpha_3, str(int(found.numeric)))

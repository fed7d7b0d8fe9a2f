"""Templates to pages: everything escaped, one style, at most one script, both known by hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from recoupe.dossier import wording
from recoupe.dossier.crosscheck import counted, happening, wordings
from recoupe.dossier.pages.reading import UNCERTAIN, inferred_from, safe_address
from recoupe.dossier.voices import SHAPES, party, shape
from recoupe.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads: files beside it, and a line that stands at its foot."""

    capture: str | None = None
    index: str | None = None
    note: str | None = None


def render(
    template: str,
    *,
    language: str,
    links: Links,
    rules: str = "",
    script: str = "",
    **facts: object,
) -> str:
    """Return the page that ``template`` makes of ``facts`` in the words of ``language``.

    ``rules`` are added to the style; ``script`` names the file of the one script.
    """
    style = static("page.css") + rules
    code = static(script) if script else ""
    return render_whole(template, language, style, code, {"links": links, **facts})


def render_whole(
    template: str,
    language: str,
    style: str,
    code: str,
    facts: Mapping[str, object],
    *,
    unscripted: str = "",
) -> str:
    """Return a page that holds its style and, if there is any, its script in itself.

    ``unscripted`` is the style that holds where no script runs. All are our own, and nothing else
    may run or be loaded in the page.
    """
    held: dict[str, object] = {
        "style": Markup(style),  # noqa: S704 - ours, and anchors made of ASCII words and numbers
        "script": Markup(code),  # noqa: S704 - ours
        "unscripted": Markup(unscripted),  # noqa: S704 - ours
        "policy": _policy([style, unscripted] if unscripted else [style], code),
        "linked": False,
    }
    return _rendered(template, language, {**held, **facts})


def render_linked(template: str, language: str, facts: Mapping[str, object]) -> str:
    """Return a page that names its styles and scripts by where they are.

    That is the application's folder of them, unless ``facts`` say otherwise in ``static``, and a
    ``policy``: the application's own answers carry one.
    """
    held = {"linked": True, "script": "", "links": Links(), "static": "/static/", "policy": ""}
    return _rendered(template, language, {**held, **facts})


def _rendered(template: str, language: str, facts: Mapping[str, object]) -> str:
    told = wordings(language)
    held: dict[str, object] = {
        "dossier": wording.dossier_words(language),
        "words": wording.words(language),
        "labels": wording.words(language).labels,
        "check": told.check,
        "counted": partial(counted, words=told),
        "happening": partial(happening, words=told),
        "language": language,
        "direction": wording.locale(language).text_direction,
        "recoupe": __version__,
        **{name: partial(written, language=language) for name, written in _WORDINGS.items()},
    }
    return _environment().get_template(template).render({**held, **facts})


_WORDINGS: Final[dict[str, Callable[..., str]]] = {
    "number": wording.number,
    "bounds": wording.bounds,
    "bounds_of": wording.bounds_of,
    "day": wording.day,
    "interval": wording.interval,
    "distance": wording.distance,
    "country": wording.country,
    "size": wording.size,
    "percent": wording.percent,
    "language_name": wording.language_name,
}


def prepare() -> None:
    """Have all templates ready, so that the first pages are quick."""
    for name in _environment().list_templates():
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("recoupe.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain_line"] = wording.plain_line
    environment.globals.update(
        autonym=wording.autonym,
        degrees=wording.degrees,
        plain_line=wording.plain_line,
        shapes=SHAPES,
        party=party,
        shape=shape,
        inferred_from=inferred_from,
        safe_address=safe_address,
        uncertain=UNCERTAIN,
    )
    return environment


def _finalize(value: object) -> object:
    """Show control characters in every string that is printed; ``None`` prints as nothing."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return wording.visible(value)
    return "" if value is None else value


def _policy(styles: Sequence[str], code: str) -> str:
    known = " ".join(f"'{_hash(style)}'" for style in styles)
    parts = ["default-src 'none'", f"style-src {known}"]
    if code:
        parts.append(f"script-src '{_hash(code)}'")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def static(name: str) -> str:
    """Return the text of a file of the package's own styles and scripts."""
    return files("recoupe.dossier").joinpath("static", name).read_text(encoding="utf-8")

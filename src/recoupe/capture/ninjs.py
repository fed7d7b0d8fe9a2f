"""News items of agencies in ninjs, IPTC's News in JSON, versions 1 to 3: recognised by their shape.

Version 3 writes its names in camel case, version 2 keeps texts in lists and version 1 in fields of
their own; all are read alike. ``uri`` names the item, so that a later version of it, or the notice
that takes it back, is a version of the same report.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from recoupe.errors import EmptyInputError
from recoupe.model import WITHDRAWN, Author, Dateline, Declared, LinkKind, Metadata, PubStatus

_TYPES: Final = frozenset(
    {"text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"}
)
_OWN: Final = frozenset(
    {"pubstatus", "versioncreated", "firstcreated", "contentcreated", "representationtype",
     "bodies", "headlines", "body_text", "body_xhtml", "body_html", "usageterms", "ednote"}
)  # fmt: skip
"""Names that tell an item of ninjs, beside its ``uri``, two of which it has."""
_TELLING: Final = 2
_STATUS: Final[Mapping[str, PubStatus]] = {
    "usable": "usable",
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}
_SHOWN: Final[Mapping[str, LinkKind]] = {
    "picture": "image",
    "graphic": "image",
    "video": "video",
    "audio": "audio",
}
_PAGE: Final = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article>"
    "</body></html>"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A news item: its text or HTML, what it declares and says of itself, and what it shows.

    ``notice`` says that it holds no report, only that one is taken back; its text is then what it
    says of that. ``modified`` is as written. ``shown`` are addresses of pictures and films.
    """

    text: str | None
    html: str | None
    declared: Declared
    metadata: Metadata
    modified: str | None
    notice: bool
    shown: tuple[tuple[LinkKind, str], ...]


def is_item(value: Mapping[str, object]) -> bool:
    """Whether a JSON object is an item of ninjs, and not of the form that Recoupe reads itself."""
    low = _lowered(value)
    if "text" in low or "html" in low or _uri(low) is None:
        return False
    standard = low.get("standard")
    if isinstance(standard, dict) and str(standard.get("name")).lower() == "ninjs":
        return True
    typed = str(low.get("type")) in _TYPES
    return len(_OWN & low.keys()) + typed >= _TELLING


def item_of(value: Mapping[str, object], *, where: str) -> Item:
    """Return the item that a JSON object is.

    One that is withheld or canceled may have no text. Raises :class:`EmptyInputError` where another
    has none: a picture, or a package of other items.
    """
    low = _lowered(value)
    title = _main(low, "headlines", "headline")
    metadata = _metadata(low)
    text, page = _body(low, title)
    notice = False
    if text is None and page is None:
        if metadata.withdrawal is None:
            raise EmptyInputError(
                f"is a ninjs item of type {low.get('type') or 'text'!r} without a text",
                where=where,
                remedy="give the items that have one",
            )
        text, notice = metadata.note or title or str(metadata.status), True
    return Item(
        text=text,
        html=page,
        declared=_declared(low, title),
        metadata=metadata,
        modified=_words(low, "versioncreated"),
        notice=notice,
        shown=tuple(_shown(low)),
    )


def _lowered(value: Mapping[str, object]) -> dict[str, Any]:
    return {name.lower(): one for name, one in value.items()}


def _uri(low: Mapping[str, Any]) -> str | None:
    return _words(low, "uri", "guid")


def _words(low: Mapping[str, Any], *names: str) -> str | None:
    """Return the first of some fields that has words, on one line; numbers are taken for them."""
    for name in names:
        found = low.get(name)
        if isinstance(found, int | float) and not isinstance(found, bool):
            found = str(found)
        if isinstance(found, str) and (words := " ".join(found.split())):
            return words
    return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a list, or of an object that names them."""
    values: Iterable[object] = ()
    if isinstance(value, dict | list):
        values = value.values() if isinstance(value, dict) else value
    for one in values:
        if isinstance(one, dict):
            yield _lowered(one)


def _main(low: Mapping[str, Any], many: str, one: str) -> str | None:
    """Return the main one of texts that stand in a list, or else the one of its own field."""
    told = [each for each in _objects(low.get(many)) if _words(each, "value")]
    told.sort(key=lambda each: str(each.get("role")).lower() != "main")
    return _words(told[0], "value") if told else _words(low, one)


def _metadata(low: Mapping[str, Any]) -> Metadata:
    status = _STATUS.get((_words(low, "pubstatus") or "").lower().rpartition(":")[2])
    byline, located = _words(low, "byline", "by"), _words(low, "located")
    keywords = low.get("keywords")
    said = keywords if isinstance(keywords, list) else [keywords]
    return Metadata(
        authors=(Author(byline),) if byline else (),
        dateline=Dateline(place=located) if located else None,
        status=status,
        status_at=_words(low, "versioncreated") if status in WITHDRAWN else None,
        note=_words(low, "ednote"),
        keywords=tuple(" ".join(word.split()) for word in said if isinstance(word, str)),
        usage=_words(low, "usageterms"),
        version=_words(low, "version"),
    )


def _declared(low: Mapping[str, Any], title: str | None) -> Declared:
    uri = _uri(low)
    language = (_words(low, "language") or "").replace("_", "-").partition("-")[0].lower()
    return Declared(
        input_id=uri,
        url=uri,
        outlet=_outlet(low),
        title=title,
        byline=_words(low, "byline", "by"),
        published=_words(low, "firstcreated", "contentcreated", "versioncreated"),
        language=language or None,
    )


def _outlet(low: Mapping[str, Any]) -> str | None:
    """Return who sends the item: its source, or else who holds the right in it."""
    for one in _objects(low.get("infosources")):
        if found := _words(one, "name", "literal"):
            return found
    holder = low.get("copyrightholder")
    if isinstance(holder, dict):
        return _words(_lowered(holder), "name", "literal")
    return _words(low, "copyrightholder", "source")


def _body(low: Mapping[str, Any], title: str | None) -> tuple[str | None, str | None]:
    """Return the text of an item, or its HTML as a page.

    Bare text is kept to the letter. Where its paragraphs were run together, as version 2 does, the
    HTML that tells them apart is taken, if there is any.
    """
    bare, marked = _raw(low.get("body_text")), None
    for name in ("body_xhtml", "body_html"):
        marked = marked or _raw(low.get(name))
    for one in _objects(low.get("bodies")):
        kind = str(one.get("contenttype") or one.get("role") or "").lower()
        if "html" in kind or "xml" in kind:
            marked = marked or _raw(one.get("value"))
        else:
            bare = bare or _raw(one.get("value"))
    if bare is not None and (marked is None or "\n" in bare.strip()):
        return bare, None
    if marked is None:
        return None, None
    return None, _PAGE.format(title=html.escape(title or ""), body=marked)


def _raw(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _shown(low: Mapping[str, Any]) -> Iterator[tuple[LinkKind, str]]:
    """Yield the pictures, films and recordings that go with the item, the largest of each."""
    for one in _objects(low.get("associations")):
        kind = _SHOWN.get(str(one.get("type")))
        forms = [each for each in _objects(one.get("renditions")) if _words(each, "href")]
        if kind is not None and forms:
            largest = max(forms, key=_width)
            yield kind, cast("str", _words(largest, "href"))


def _width(form: Mapping[str, Any]) -> float:
    width = form.get("width")
    return float(width) if isinstance(width, int | float) else 0.0

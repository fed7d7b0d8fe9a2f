"""XML of lists, read as a stream: no entities, no network, no nesting without end.

feedparser is not used: it reads a feed whole, however long, at three times the cost (ADR 22).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from html.entities import html5
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from recoupe.errors import MalformedInputError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MadeT = TypeVar("MadeT")

_ROOT: Final = re.compile(rb"<(?![?!])\s*(?:([\w.-]+):)?([\w.-]+)")
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]*\bencoding\s*=", re.I)
_REFERENCE: Final = re.compile(rb"&(#?\w{1,32};)?")
_STRAY: Final = re.compile(rb"<(?![A-Za-z_:/!?])")
_OF_XML: Final = frozenset({b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"})
_OPEN: Final = b"<![CDATA["
_CLOSE: Final = b"]]>"
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def root_of(content: bytes) -> str | None:
    """Return the name of the outermost element, in lower case, ``None`` where there is none.

    Declarations, comments and a document type before it are passed over.
    """
    at = 0
    for _ in range(100):
        at = content.find(b"<", at)
        if at < 0:
            return None
        end = _behind(content, at)
        if end is None:
            found = _ROOT.match(content, at)
            return found.group(2).decode("ascii", "replace").lower() if found else None
        at = end
    return None


def _behind(content: bytes, at: int) -> int | None:
    """Return where the comment, declaration or document type at a place ends; else ``None``."""
    if content.startswith(b"<!--", at):
        end = content.find(b"-->", at)
    elif content.startswith(b"<?", at):
        end = content.find(b"?>", at)
    elif content[at : at + 9].lower() == b"<!doctype":
        inner, close = content.find(b"[", at), content.find(b">", at)
        end = content.find(b"]", inner) if 0 <= inner < close else close
        end = content.find(b">", end) if end >= 0 else end
    else:
        return None
    return len(content) if end < 0 else end + 1


def read_elements(
    content: bytes,
    wanted: frozenset[str],
    made: Callable[[Element], MadeT | None],
    *,
    charset: str | None,
    where: str,
) -> Iterator[MadeT]:
    """Yield what is ``made`` of the wanted elements of a document, as they end.

    They are told by their names without namespace; one that is in another is a part of that one,
    and does not come by itself. Broken XML is read as far as it makes sense. Raises
    :class:`MalformedInputError` where nothing comes of it.
    """
    from lxml import etree

    found = 0
    try:
        for one in filter(None, map(made, _read(content, wanted, charset, broken=False))):
            found += 1
            yield one
        return
    except etree.XMLSyntaxError as error:
        reason = " ".join(f"{error.msg}".split())[:200]
    with suppress(etree.XMLSyntaxError):
        again = filter(None, map(made, _read(_mended(content), wanted, charset, broken=True)))
        for one in islice(again, found, None):  # what came before it broke came already
            found += 1
            yield one
    if not found:
        raise MalformedInputError(
            f"is no XML that can be read: {reason}",
            where=where,
            remedy="open it in a browser, and give the address of the list itself",
        )


def _read(
    content: bytes, wanted: frozenset[str], charset: str | None, *, broken: bool
) -> Iterator[Element]:
    from lxml import etree

    said = _DECLARED.match(content) or content.startswith(_MARKS)
    reading = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        recover=broken,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=None if said else _known(charset),
    )
    within = 0
    for event, element in reading:
        is_wanted = name_of(element) in wanted
        if event == "start":
            within += is_wanted
            continue
        within -= is_wanted
        if within:
            continue
        if is_wanted:
            yield element
        element.clear(keep_tail=False)
        above = element.getparent()
        while above is not None and element.getprevious() is not None:
            del above[0]


def _known(charset: str | None) -> str | None:
    """Return a charset if Python has it; what it does not have, XML is to tell itself."""
    import codecs

    try:
        return codecs.lookup(charset).name if charset else None
    except LookupError:
        return None


def _mended(content: bytes) -> bytes:
    """Return a document whose stray marks and names of HTML's letters are as XML has them."""
    parts: list[bytes] = []
    at = 0
    while True:
        opened = content.find(_OPEN, at)
        closed = content.find(_CLOSE, opened) if opened >= 0 else -1
        end = opened if closed >= 0 else len(content)
        parts.append(_STRAY.sub(b"&lt;", _REFERENCE.sub(_mend, content[at:end])))
        if closed < 0:
            return b"".join(parts)
        parts.append(content[opened : closed + len(_CLOSE)])
        at = closed + len(_CLOSE)


def _mend(found: re.Match[bytes]) -> bytes:
    name = found.group(1)
    if name is None:
        return b"&amp;"
    if name in _OF_XML or name.startswith(b"#"):
        return found.group()
    letters = html5.get(name.decode("latin-1"))
    return "".join(f"&#{ord(one)};" for one in letters or "").encode() or b"&amp;" + name


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def space_of(element: Element) -> str:
    """Return the namespace of an element, empty where it has none."""
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def text_in(element: Element) -> str:
    """Return all text in an element."""
    return "".join(element.itertext()).strip()

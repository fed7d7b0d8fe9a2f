"""HTML to a tree, as trafilatura parses it, whose elements cost less to come by.

lxml asks a function in Python for the class of each element that is met, each time it is met: tens
of thousands of times a page. No step here needs more than one class, which lxml can be told once;
copies of the tree that trafilatura makes have it too.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

_CONTROLS: Final = bytes(each for each in range(0x20) if each not in b"\t\n\r")
_HEAD: Final = 4_096
"""Code points at the start of a page in which trafilatura looks for faults."""


def parsed(html: str) -> HtmlElement | None:
    """Return the tree of a page, ``None`` where it is no HTML; what is broken is mended first."""
    from lxml.etree import LxmlError
    from lxml.html import fromstring
    from trafilatura.utils import is_dubious_html

    beginning = html[:50].lower()
    mended = _mended(html, beginning)
    tree: HtmlElement | None = None
    try:
        tree = fromstring(mended, parser=_parser())
    except ValueError:  # lxml takes no text that declares its own encoding
        tree = _of_bytes(mended)
    except (LxmlError, AssertionError):
        tree = None
    if tree is None or not len(tree):
        tree = _of_bytes(mended)
    if tree is not None and is_dubious_html(beginning) and len(tree) < 2:
        return None
    return tree


def _mended(html: str, beginning: str) -> str:
    """Return the page as trafilatura mends it, for which it looks at every character.

    What it takes out are characters that XML has not; all else it mends is in the first lines.
    """
    from trafilatura.utils import repair_faulty_html

    content = html.encode("utf-8", "surrogatepass")
    clean = len(content.translate(None, _CONTROLS)) == len(content)
    if clean and "\ufffe" not in html and "\uffff" not in html:
        head = html[:_HEAD]
        if repair_faulty_html(head, beginning) in (head, f"{head}\n"):
            return html
    return repair_faulty_html(html, beginning)


def _of_bytes(html: str) -> HtmlElement | None:
    from lxml.etree import LxmlError
    from lxml.html import fromstring

    try:
        tree: HtmlElement = fromstring(html.encode("utf-8", "surrogatepass"), parser=_parser())
    except (LxmlError, ValueError, AssertionError):
        return None
    return tree


@cache
def _parser() -> HTMLParser:
    from lxml.etree import ElementDefaultClassLookup
    from lxml.html import HtmlElement, HTMLParser

    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser

"""What a report says of where its words come from: sign-offs, datelines, bylines, phrases.

Credits stand in silent blocks as well ("© 2018 AFP"), so the whole text is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from recoupe.languages import Pack, pack
from recoupe.languages.evidence import EvidenceWords
from recoupe.languages.lineage import LineageWords
from recoupe.languages.parties import PartyWords
from recoupe.model import Article, Origin, Reading, Span

CreditKind = Literal["signed", "partly", "told", "source"]
"""``signed``: the report is that medium's. ``partly``: it leans on it ("avec AFP"). ``told``: what
somebody said to it. ``source``: what it reports ("selon l'AFP")."""

_LINE: Final = 80
"""Code points of the longest sign-off on a line of its own."""
_EDGE: Final = 160
"""Code points at either end of a text in which brackets sign it."""
_BEFORE: Final = 48
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")
_COPYRIGHT: Final = re.compile(r"©\s*(?:copyright\s*)?\d{4}\s+([^\n.,;]{2,40})", re.IGNORECASE)
_PARTS: Final = re.compile(r"[\w'’.-]+")
_BEHIND_DATELINE: Final = re.compile(r"\s*[-–—:|]")
_BEHIND_PLACE: Final = re.compile(
    r"(?:^|[\n.!?][\"”»']?\s*)[A-ZÀ-Ý]{3}[A-ZÀ-Ý' -]*(?:,? [A-ZÀ-Ý]\w+){0,2},? ?$"
)
"""A dateline's place in capitals, with its country: "DAMASCUS, Syria |(AP)"."""
_WRITER: Final = re.compile(r"(?<=\w)(?:,? [A-ZÀ-Ý][\w'.-]+){2}$")
"""The name of who wrote it, behind an agency's: "AP | Jane Doe"."""


@dataclass(frozen=True, slots=True)
class Credit:
    """One naming of where words come from; ``span`` is ``None`` where metadata name it."""

    kind: CreditKind
    origin: Origin
    span: Span | None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """The names and phrases of one pack, ready to be searched."""

    named: re.Pattern[str]
    signers: re.Pattern[str]
    origins: Mapping[str, Origin]
    agencies: Mapping[str, str]
    keyed: Mapping[str, str]
    small: frozenset[str]
    partly: frozenset[str]
    told: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    posted: tuple[str, ...]
    articles: tuple[str, ...]


def read_credits(reading: Reading) -> tuple[Credit, ...]:
    """Return every credit that a report gives, those of its metadata first."""
    article = reading.article
    lexicon = _lexicon(pack(article.language))
    found = [*_of_metadata(article, lexicon), *_sign_offs(article, lexicon)]
    signed = [credit.span for credit in found if credit.span is not None]
    found += [
        credit
        for credit in _phrases(article, lexicon)
        if credit.span is not None and not any(credit.span.overlaps(span) for span in signed)
    ]
    return tuple(dict.fromkeys(found))


def signer(article: Article) -> str | None:
    """Return the one agency that signs a report, ``None`` for none or several."""
    lexicon = _lexicon(pack(article.language))
    found = (*_of_metadata(article, lexicon), *_sign_offs(article, lexicon))
    names = {credit.origin.name for credit in found if credit.kind == "signed"}
    return names.pop() if len(names) == 1 else None


def credited(article: Article, outlet: str) -> Span | None:
    """Return where the text credits ``outlet`` with what it says; ``None`` where it does not."""
    lexicon = _lexicon(pack(article.language))
    bare = outlet_key(outlet, article.language)
    for match in re.finditer(_loosely(bare), article.text, re.IGNORECASE):
        kind = _kind(Origin("outlet", outlet), *_around(article.text, *match.span()), lexicon)
        if kind == "source":
            return article.span(*match.span())
    return None


def same_outlet(one: str, other: str, language: str) -> bool:
    """Whether two forms name one outlet: with or without article, as a name or as an address."""
    return bool(_forms(one, language) & _forms(other, language))


def outlet_key(name: str, language: str) -> str:
    """Return what the forms of an outlet's name have in common: no article, address or marks."""
    return min(_forms(name, language), key=len, default="")


@lru_cache(maxsize=4096)
def _forms(name: str, language: str) -> frozenset[str]:
    """Return the letters of a name with and without the article that opens it."""
    words = plain(name).removeprefix("www.")
    words = words.split(".")[0] if " " not in words else words
    forms = {words}
    for article in _lexicon(pack(language)).articles:
        opening = article if article.endswith("'") else f"{article} "
        if words.startswith(opening):
            forms.add(words.removeprefix(opening))
    return frozenset(filter(None, ("".join(filter(str.isalnum, form)) for form in forms)))


def _loosely(bare: str) -> str:
    """Return a pattern of letters between which marks and spaces may stand."""
    return r"(?<!\w)" + r"[\W_]?".join(map(re.escape, bare)) + r"(?!\w)"


def agency_named(name: str | None, language: str) -> str | None:
    """Return the agency that ``name`` is a form of, as an outlet's name or address."""
    known = _lexicon(pack(language)).keyed
    found = (known.get(form) for form in sorted(_forms(name or "", language)))
    return next((agency for agency in found if agency), None)


def plain(text: str) -> str:
    """Return ``text`` in lower case with one kind of apostrophe and of space."""
    return " ".join(text.casefold().replace("’", "'").split())


def _of_metadata(article: Article, lexicon: _Lexicon) -> Iterator[Credit]:
    agency = agency_named(article.outlet, article.language)
    if agency is not None:
        yield Credit("signed", Origin("agency", agency), None)
    if article.byline:
        yield from _signers(article.byline, lexicon, None, strict=False)


def _sign_offs(article: Article, lexicon: _Lexicon) -> Iterator[Credit]:
    """Yield agencies that sign: in brackets at an edge or on a dateline, or alone on a line."""
    text = article.text
    for match in _BRACKETS.finditer(text):
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        if _BEHIND_PLACE.search(before):
            for words in (match.group(1), _WRITER.sub("", match.group(1))):
                yield from _signers(words, lexicon, article.span(*match.span(1)))
        edge = match.start() < _EDGE or match.end() > len(text) - _EDGE
        if edge or _BEHIND_DATELINE.match(text, match.end()) or _ends_line(text, match.end()):
            yield from _signers(match.group(1), lexicon, article.span(*match.span(1)))
    for match in _COPYRIGHT.finditer(text):
        yield from _signers(match.group(1), lexicon, article.span(*match.span(1)))
    for match in re.finditer(r"[^\n]+", text):
        line = match.group().strip()
        if (
            1 < len(line) <= _LINE
            and "©" not in line
            and (span := article.trimmed(*match.span())) is not None
        ):
            yield from _signers(line.strip("()[]–—-. "), lexicon, span)


def _ends_line(text: str, at: int) -> bool:
    return not text[at : at + 2].strip(" .\u00a0") or text[at : at + 1] == "\n"


def _signers(
    words: str, lexicon: _Lexicon, span: Span | None, *, strict: bool = True
) -> Iterator[Credit]:
    """Yield the agencies named in ``words``; where ``strict``, only if little else stands there."""
    rest = plain(words)
    found = [lexicon.agencies[match.group()] for match in lexicon.signers.finditer(rest)]
    if not found:
        return
    rest = lexicon.signers.sub(" ", rest)
    left = [word.strip("'.-") for word in _PARTS.findall(rest)]
    left = [word for word in left if word and not word.isdigit()]
    others = [word for word in left if word not in lexicon.small]
    if strict and others:
        return
    kind: CreditKind = "partly" if any(word in lexicon.partly for word in left) else "signed"
    for agency in sorted(set(found)):
        yield Credit(kind, Origin("agency", agency), span)


def _phrases(article: Article, lexicon: _Lexicon) -> Iterator[Credit]:
    """Yield the agencies, media and networks that a phrase beside their name credits."""
    text = article.text
    for match in lexicon.named.finditer(text):
        origin = lexicon.origins.get(match.group()) or lexicon.origins[plain(match.group())]
        kind = _kind(origin, *_around(text, *match.span()), lexicon)
        if kind is not None:
            yield Credit(kind, origin, article.span(*match.span()))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words right before and behind a name."""
    return plain(text[max(start - _BEFORE, 0) : start]), plain(text[end : end + _BEFORE])


def _kind(origin: Origin, before: str, behind: str, lexicon: _Lexicon) -> CreditKind | None:
    forms = [before]
    for _ in range(2):
        shorter = _without(forms[-1], lexicon.articles)
        if shorter != forms[-1]:
            forms.append(shorter)
    if origin.kind == "post":
        return "told" if any(_ends(form, lexicon.posted) for form in forms) else None
    for kind, phrases in (("source", lexicon.before), ("told", lexicon.told)):
        if any(_ends(form, phrases) for form in forms):
            return kind  # type: ignore[return-value]
    if any(behind.startswith(f"{phrase} ") for phrase in lexicon.behind):
        return "source"
    return None


def _ends(before: str, phrases: Iterable[str]) -> bool:
    return any(
        before.endswith(phrase) and not before[: -len(phrase)][-1:].isalnum() for phrase in phrases
    )


def _without(before: str, articles: Iterable[str]) -> str:
    """Return ``before`` without the longest article at its end."""
    ending = [word for word in articles if _ends(before, (word,))]
    return before[: -len(max(ending, key=len))].rstrip() if ending else before


@cache
def _lexicon(language: Pack) -> _Lexicon:
    words = language.table("lineage", LineageWords)
    networks = language.table("evidence", EvidenceWords)
    outlets = language.table("parties", PartyWords).outlets
    agencies = {plain(form): name for name, forms in words.agencies.items() for form in forms}
    origins = {outlet: Origin("outlet", outlet) for outlet in outlets}
    posts = {
        form: Origin("post", name)
        for name, forms in networks.platforms.items()
        for form in forms
        if name not in networks.ambiguous and name[0].isupper()
    }
    origins |= posts
    for name, forms in words.agencies.items():
        origins |= {form: Origin("agency", name) for form in forms}
    cased = sorted((form for form in origins if form not in posts), key=lambda form: -len(form))
    loose = sorted(posts, key=lambda form: -len(form))
    parts = [re.escape(form) for form in cased]
    parts += [f"(?i:{re.escape(form)})" for form in loose]
    signers = [re.escape(form) for form in sorted(agencies, key=len, reverse=True)]
    small = {
        part
        for phrase in (*words.desks, *words.partly, *words.joining, *words.unnamed)
        for part in _PARTS.findall(phrase)
    }
    return _Lexicon(
        re.compile(rf"(?<![\w@#-])(?:{'|'.join(parts)})(?![\w-])"),
        re.compile(rf"(?<![\w'-])(?:{'|'.join(signers)})(?![\w-])"),
        origins,
        agencies,
        {"".join(filter(str.isalnum, form)): name for form, name in agencies.items()},
        frozenset(part.strip("'.-") for part in small),
        frozenset(part.strip("'.-") for phrase in words.partly for part in _PARTS.findall(phrase)),
        words.told,
        words.before,
        words.behind,
        words.posted,
        words.articles,
    )

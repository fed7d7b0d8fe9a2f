"""Numbers in a text: digits, letters and vague quantities, as inclusive bounds.

Words are read by text2num; what it does not know ("une vingtaine", "dozens", bounds, ranges,
digit conventions) is the pack's data.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from text_to_num import text2num

from recoupe.languages import Pack
from recoupe.languages.numbers import (
    BoundKind,
    Collective,
    CountingProfile,
    Magnitude,
    NumberWords,
)

_WORDS: Final = 11
"""How many words a number in letters may have behind its first; 999,999 has eight."""
_LARGEST: Final = 1e12
"""No count of anything a report speaks of is larger; longer digits are identifiers."""
_SPACES: Final = " \u00a0\u2009\u202f"
"""The spaces that print between groups of three digits: plain, no-break, thin, narrow no-break."""
_REACH: Final = 24
"""How many code points before a number its bound may begin."""
_CHANGE_REACH: Final = 40
"""How many code points before two numbers a word for a change from one to the other may begin."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number ``[start, end)`` of a plain text; bounds inclusive, ``None`` where open.

    ``vague`` is true where only a magnitude is said ("dozens"), ``digits`` where the number is
    written in digits.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    approximate: bool
    vague: bool = False
    digits: bool = False


@dataclass(frozen=True, slots=True)
class _Core:
    """One number without bounds: its value or, where vague, its magnitude times a scale."""

    value: float
    approximate: bool = False
    magnitude: Magnitude | None = None


@dataclass(frozen=True, slots=True)
class NumberGrammar:
    """The compiled tables of one pack; ``word`` matches an unnamed number in letters or digits."""

    words: NumberWords
    word: str
    core: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    range_first: re.Pattern[str]
    range_second: re.Pattern[str]
    joiner: re.Pattern[str]
    spanned: re.Pattern[str]
    changed: re.Pattern[str]
    share: re.Pattern[str]
    fractions: dict[str, float]
    collectives: dict[str, Collective]
    bounds: dict[str, BoundKind]


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of ``words``, the longest first, a space being any white space."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


@cache
def number_grammar(pack: Pack) -> NumberGrammar:
    """Return the compiled ``numbers.toml`` of ``pack``."""
    words = pack.table("numbers", NumberWords)
    core = _core_pattern(words)
    bounds = {form: kind for kind, forms in words.bounds.items() for form in forms}
    after = {form: kind for kind, forms in words.bounds_after.items() for form in forms}
    return NumberGrammar(
        words=words,
        word=rf"(?:{_digits(words)}|{_letters(words)})",
        core=re.compile(core),
        before=re.compile(rf"(?<!\w)({alternatives(bounds)})\s*\Z"),
        after=re.compile(rf"\s*,?\s*({alternatives(after)})(?!\w)"),
        range_first=re.compile(rf"(?<!\w)({alternatives(f for f, _ in words.ranges if f)})\s+\Z"),
        range_second=re.compile(rf"\s*({alternatives(s for _, s in words.ranges)})\s*"),
        joiner=re.compile(rf"[\s-](?:{alternatives(words.joiners)})[\s-]"),
        spanned=re.compile(rf"\s*,?\s*(?:(?:{alternatives(words.joiners)})\s+)?"),
        changed=re.compile(rf"(?<!\w)(?:{alternatives(words.changes)})(?!\w)[^\d.;:]{{0,20}}\Z"),
        share=_share_pattern(words),
        fractions={form: part.value for part in words.fractions for form in part.words},
        collectives={form: c for c in words.collectives for form in (*c.one, *c.many)},
        bounds=bounds | after,
    )


def _share_pattern(words: NumberWords) -> re.Pattern[str]:
    """Return the pattern of a share before the number it is of: "la moitié des", "90 % of the"."""
    named = alternatives(form for part in words.fractions for form in part.words)
    percent = rf"(?P<hundredths>\d+(?:[.,]\d+)?)\s*(?:{alternatives(words.percent)})"
    whole = rf"(?:(?P<whole>{alternatives(words.wholes)})\s+)?"
    return re.compile(rf"(?<![\w.,])(?:(?P<named>{named})|{percent})\s+{whole}")


def _digits(words: NumberWords) -> str:
    groups = "".join(_SPACES if mark == " " else re.escape(mark) for mark in words.thousands)
    points = "".join(re.escape(mark) for mark in (*words.decimals, *words.thousands) if mark != " ")
    return rf"\d{{1,3}}(?:[{groups}]\d{{3}})+(?!\d)|\d+(?:[{points}]\d+)?"


def _letters(words: NumberWords) -> str:
    one = alternatives(words.words)
    gap = r"(?:\s+|-)"
    joiner = rf"(?:(?:{alternatives(words.joiners)}){gap})?"
    return rf"(?:{one})(?!\w)(?:{gap}{joiner}(?:{one})(?!\w)){{0,{_WORDS}}}"


def _core_pattern(words: NumberWords) -> str:
    """Return the pattern of one number: a collective, a vague one, digits or letters."""
    named = [form for c in words.collectives for form in (*c.one, *c.many)]
    counted = alternatives(form for form in named if form not in words.words)
    vague = alternatives(form for c in words.collectives if c.several for form in c.many)
    single = alternatives(
        form for c in words.collectives if c.several for form in c.one if form in words.scales
    )
    of = alternatives(words.of)
    scale = alternatives(words.scales)
    soft = rf"(?:(?:{alternatives(words.softeners)})\s+)?"
    number = rf"{_digits(words)}|{_letters(words)}"
    return (
        r"(?<![\w.,])(?:"
        rf"(?:(?:{alternatives(words.one)})\s+{soft}(?P<one>{alternatives(named)})"
        rf"|(?P<count>{number})\s+{soft}(?P<counted>{counted}))(?!\w)"
        rf"(?:\s+(?:{of})?(?P<times>{scale})(?!\w))?"
        rf"|(?:(?:{alternatives(words.several)})\s+(?P<some>{single})"
        rf"|(?:(?:{alternatives((*words.several, *words.definite))})\s+)?(?P<vague>{vague}))(?!\w)"
        rf"(?:\s+(?:{of})(?P<scaled>{scale})(?!\w))?"
        rf"|(?P<digits>{_digits(words)})(?:[\s-]+(?P<scale>{scale}))?(?!\w)"
        rf"|(?P<letters>{_letters(words)}))"
    )


def read_quantities(text: str, pack: Pack, profile: CountingProfile) -> tuple[Quantity, ...]:
    """Return every number of ``text`` (lower case, plain marks) with its bounds, in order."""
    grammar = number_grammar(pack)
    read: list[Quantity] = []
    for quantity in _with_bounds(text, list(_cores(text, grammar)), grammar, profile):
        if read and read[-1].end > quantity.start:
            read.pop()
        spanned = _spanned(text, read[-1], quantity, grammar) if read else None
        if spanned is None:
            read.append(quantity)
        else:
            read[-1] = spanned
    return tuple(read)


def _cores(text: str, grammar: NumberGrammar) -> Iterator[tuple[re.Match[str], _Core]]:
    """Yield the numbers of a text; letters that make no number together are two numbers.

    "Two hundred and fifty" is one, "four and five" are two.
    """
    at, end = 0, len(text)
    while match := grammar.core.search(text, at, end):
        core = _read_core(match, grammar)
        joined = list(grammar.joiner.finditer(text, match.start(), match.end()))
        if core is None and match["letters"] and joined:
            end = joined[-1].start()
            continue
        at, end = match.end(), len(text)
        if core is not None:
            yield match, core


def number_value(text: str, pack: Pack) -> float | None:
    """Return the value of one exact number in letters or digits, or ``None`` if it is not one."""
    match = number_grammar(pack).core.fullmatch(text)
    core = _read_core(match, number_grammar(pack)) if match else None
    return core.value if core and core.magnitude is None else None


def _read_core(match: re.Match[str], grammar: NumberGrammar) -> _Core | None:
    words = grammar.words
    if name := match["one"] or match["counted"]:
        count = _exact(match["count"], words) if match["count"] else 1.0
        times = words.scales[match["times"]] if match["times"] else 1
        size = grammar.collectives[name].size
        return _Core(count * size * times, approximate=True) if count else None
    if name := match["some"] or match["vague"]:
        times = words.scales[match["scaled"]] if match["scaled"] else 1
        return _Core(times, approximate=True, magnitude=grammar.collectives[name].several)
    value = _exact(match["digits"] or match["letters"], words, scaled=bool(match["scale"]))
    if value is None or value > _LARGEST:
        return None
    return _Core(value * words.scales.get(match["scale"] or "", 1))


def _exact(text: str, words: NumberWords, *, scaled: bool = False) -> float | None:
    """Return the value of digits or letters; a fraction of three digits groups thousands."""
    if not text[0].isdigit():
        if text in words.one:
            return None
        try:
            return float(text2num(text, words.language))
        except ValueError:
            return None
    for mark in words.thousands:
        marks = _SPACES if mark == " " else re.escape(mark)
        text = re.sub(rf"(?<=\d)[{marks}](?=\d{{3}}(?!\d))", "", text)
    if not scaled:
        text = re.sub(r"(?<=\d)[.,](?=\d{3}$)", "", text)
    for mark in words.decimals:
        text = text.replace(mark, ".")
    try:
        return float(text)
    except ValueError:
        return None


def _with_bounds(
    text: str,
    found: list[tuple[re.Match[str], _Core]],
    grammar: NumberGrammar,
    profile: CountingProfile,
) -> Iterator[Quantity]:
    shares = {match.end(): match for match in grammar.share.finditer(text)} if found else {}
    index = 0
    while index < len(found):
        match, core = found[index]
        quantity = _quantity(match, core, profile)
        index += 1
        if index < len(found):
            joined = _range(text, quantity, _quantity(*found[index], profile), grammar)
            if joined is not None:
                quantity = joined
                index += 1
        if share := shares.get(quantity.start):
            quantity = _share(text, quantity, share, grammar)
        yield _bounded(text, quantity, grammar)


def _spanned(text: str, low: Quantity, high: Quantity, grammar: NumberGrammar) -> Quantity | None:
    """Join two bounds that are the ends of one range: "at least 15 and up to 25"."""
    if low.low is None or low.high is not None or high.low is not None or high.high is None:
        return None
    if low.low >= high.high or not grammar.spanned.fullmatch(text, low.end, high.start):
        return None
    return replace(high, start=low.start, low=low.low)


def _share(text: str, quantity: Quantity, share: re.Match[str], grammar: NumberGrammar) -> Quantity:
    """Return the share of ``quantity`` that the words before it mean: "half of the 200"."""
    if quantity.low is None or quantity.high is None:
        return quantity
    if share["whole"] is None and not text.startswith(grammar.words.one, quantity.start):
        return quantity
    if share["named"]:
        value = grammar.fractions[_form(share["named"])]
    else:
        value = float(share["hundredths"].replace(",", ".")) / 100
    low, high = round(quantity.low * value, 6), round(quantity.high * value, 6)
    return replace(
        quantity,
        start=share.start(),
        low=math.floor(low),
        high=math.ceil(high),
        approximate=quantity.approximate or low != math.floor(low),
    )


def _quantity(match: re.Match[str], core: _Core, profile: CountingProfile) -> Quantity:
    low = high = core.value
    if core.magnitude is not None:
        low, high = (bound * core.value for bound in profile.magnitudes[core.magnitude])
    return Quantity(
        match.start(),
        match.end(),
        math.floor(low),
        math.floor(high),
        approximate=core.approximate or low != math.floor(low),
        vague=core.magnitude is not None,
        digits=match["digits"] is not None,
    )


def _range(text: str, low: Quantity, high: Quantity, grammar: NumberGrammar) -> Quantity | None:
    """Join two numbers that are the ends of one range ("entre 150 et 200"), or return ``None``."""
    between = text[low.end : high.start]
    if len(between) > _REACH or not (second := grammar.range_second.fullmatch(between)):
        return None
    first = grammar.range_first.search(text, max(0, low.start - _REACH), low.start)
    pair = (first[1] if first else "", second[1])
    opened = pair if pair in grammar.words.ranges else ("", second[1])
    if first and grammar.changed.search(text, max(0, first.start() - _CHANGE_REACH), first.start()):
        return None
    if opened not in grammar.words.ranges or low.low is None or high.high is None:
        return None
    start = first.start() if first and opened[0] else low.start
    bottom = low.low * _shared_scale(text, low, high, grammar)
    if bottom >= high.high:
        return None
    approximate = low.approximate or high.approximate
    return Quantity(start, high.end, bottom, high.high, approximate, digits=high.digits)


def _shared_scale(text: str, low: Quantity, high: Quantity, grammar: NumberGrammar) -> int:
    """Return what the first number is multiplied by: "2 à 3 millions" is two million to three."""
    last = text[high.start : high.end].rsplit(maxsplit=1)[-1]
    scale = grammar.words.scales.get(last, 1)
    return scale if low.low is not None and low.low < scale else 1


def _bounded(text: str, quantity: Quantity, grammar: NumberGrammar) -> Quantity:
    while before := grammar.before.search(text, max(0, quantity.start - _REACH), quantity.start):
        kind = grammar.bounds[_form(before[1])]
        quantity = replace(_apply(quantity, kind), start=before.start())
    if after := grammar.after.match(text, quantity.end):
        quantity = replace(_apply(quantity, grammar.bounds[_form(after[1])]), end=after.end())
    return quantity


def _form(words: str) -> str:
    return " ".join(words.split())


def _apply(quantity: Quantity, kind: BoundKind) -> Quantity:
    exact = quantity.low == quantity.high
    if kind == "about":
        return replace(quantity, approximate=True)
    if kind in {"more", "at_least"} and quantity.low is not None:
        more = kind == "more" and exact
        return _opened(quantity, low=quantity.low + more, high=None)
    if kind in {"less", "at_most"} and quantity.high is not None:
        less = kind == "less" and exact
        return _opened(quantity, low=None, high=quantity.high - less)
    return quantity


def _opened(quantity: Quantity, *, low: int | None, high: int | None) -> Quantity:
    """Return ``quantity`` with one end open: a bound on a round number is as exact as its words."""
    return replace(quantity, low=low, high=high, approximate=quantity.vague)

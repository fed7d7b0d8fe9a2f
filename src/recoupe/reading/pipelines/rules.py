"""A pipeline's attribute rules, looked up instead of searched for.

spaCy's attribute ruler puts every token to every one of its patterns (179 in an English pipeline).
Nearly all are about one token: its tag, its dependency, whether it is white space, and for a
hundred words the word. What they say of such a combination is asked of spaCy's own matcher the
first time it is met, and remembered; so is which tokens of a longer pattern it may be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Key = tuple[int, int, int, int, int]
"""Tag, dependency, part of speech, white space or not, and the word if a pattern may name it."""

Attributes = dict[int, int]

_COLUMNS: Final[list[int | str]] = ["TAG", "DEP", "POS", "IS_SPACE", "LOWER"]
"""What :class:`RuleTable` knows a token by."""

_MOST: Final = 20_000
"""Words of which it is remembered whether a pattern may name them."""

_OPERATORS: Final = {"IN", "NOT_IN", "REGEX"}


def can_look_up(ruler: AttributeRuler) -> bool:
    """Whether every pattern asks only for what :class:`RuleTable` knows a token by."""
    rules: Any = ruler.patterns
    return all(
        token.keys() <= set(_COLUMNS)
        and (isinstance(lower := token.get("LOWER", ""), str) or lower.keys() <= _OPERATORS)
        for rule in rules
        for pattern in rule["patterns"]
        for token in pattern
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Pattern:
    """A pattern of the rule ``number``, which may have others; of ``length`` tokens."""

    number: int
    length: int


Part = tuple[_Pattern, int]
"""One token of a pattern: which of the pattern's, from 0."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rules say of a token that stands alone, and which parts of longer ones it may be."""

    numbers: tuple[int, ...]
    attributes: Attributes
    parts: frozenset[Part]


class RuleTable:
    """Sets attributes of tokens as the ruler that it is made of would."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._vocab = ruler.vocab
        self._attributes: list[Attributes] = ruler.attrs
        self._indices: list[int] = ruler.indices
        self._parts: list[Part] = []
        self._matcher = Matcher(ruler.vocab)
        rules: Any = ruler.patterns
        for number, rule in enumerate(rules):
            for tokens in rule["patterns"]:
                pattern = _Pattern(number, len(tokens))
                for place, token in enumerate(tokens):
                    self._matcher.add(str(len(self._parts)), [[token]])
                    self._parts.append((pattern, place))
        self._may_be_named = _naming(ruler)
        self._words: dict[int, int] = {}
        self._known: dict[Key, _Known] = {}

    def __call__(self, doc: Doc) -> None:
        """Set the attributes of every token of ``doc``."""
        from spacy.tokens._retokenize import set_token_attrs

        found = [self._of_token(doc, index, key) for index, key in enumerate(self._keys(doc))]
        several: dict[int, list[int]] = {}
        for pattern, start in _longer([known.parts for known in found]):
            place = range(start, start + pattern.length)[self._indices[pattern.number]]
            several.setdefault(place, []).append(pattern.number)
        for index, known in enumerate(found):
            if index in several:
                set_token_attrs(doc[index], self._merged([*known.numbers, *several[index]]))
            elif known.attributes:
                set_token_attrs(doc[index], known.attributes)

    def _keys(self, doc: Doc) -> Iterator[Key]:
        words = self._words
        if len(words) > _MOST:
            words.clear()
        for tag, dep, pos, space, lower in doc.to_array(_COLUMNS).tolist():
            word = words.get(lower)
            if word is None:
                named = self._may_be_named(self._vocab.strings[lower])
                word = words[lower] = lower if named else 0
            yield tag, dep, pos, space, word

    def _of_token(self, doc: Doc, index: int, key: Key) -> _Known:
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._asked(_alone(doc, index))
        return known

    def _asked(self, alone: Doc) -> _Known:
        """Return what spaCy's own matcher finds in a document of one token."""
        if not len(self._matcher):
            return _Known((), {}, frozenset())
        found = [
            self._parts[int(self._vocab.strings[name])]
            for name, _, _ in self._matcher(alone, allow_missing=True)
        ]
        numbers = [pattern.number for pattern, _ in found if pattern.length == 1]
        longer = frozenset(part for part in found if part[0].length > 1)
        return _Known(tuple(numbers), self._merged(numbers), longer)

    def _merged(self, numbers: list[int]) -> Attributes:
        """Return what these rules set together: a later rule outdoes an earlier one."""
        merged: Attributes = {}
        for number in sorted(numbers):
            merged |= self._attributes[number]
        return merged


def _longer(parts: Sequence[frozenset[Part]]) -> Iterator[tuple[_Pattern, int]]:
    """Yield the patterns of several tokens that stand in a text, each with its first token."""
    for start, some in enumerate(parts):
        for pattern, place in some:
            run = parts[start : start + pattern.length] if place == 0 else ()
            if len(run) == pattern.length and all((pattern, n) in p for n, p in enumerate(run)):
                yield pattern, start


def _alone(doc: Doc, index: int) -> Doc:
    """Return a document of one token, which is tagged as the one of ``doc`` at ``index``.

    Not with ``Span.as_doc``: that makes every such token the root of its sentence.
    """
    token = doc[index]
    return type(doc)(
        doc.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], pos=[token.pos_]
    )


def _naming(ruler: AttributeRuler) -> Callable[[str], bool]:
    """Return a test of a word in lower case that every word passes which a pattern may name."""
    words: set[str] = set()
    expressions: list[re.Pattern[str]] = []
    rules: Any = ruler.patterns
    for rule in rules:
        for asked in (token["LOWER"] for p in rule["patterns"] for token in p if "LOWER" in token):
            operators: dict[str, Any] = {"IN": [asked]} if isinstance(asked, str) else asked
            words.update(operators.get("IN", ()), operators.get("NOT_IN", ()))
            if "REGEX" in operators:
                expressions.append(re.compile(operators["REGEX"]))
    return lambda word: word in words or any(some.search(word) for some in expressions)

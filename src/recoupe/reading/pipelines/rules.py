"""A pipeline's attribute rules, looked up instead of searched for.

spaCy's attribute ruler puts every token to every one of its patterns (179 in an English pipeline).
Nearly all are about one token: its tag, its dependency, whether it is white space, and for a
hundred words the word. What they say of such a combination is asked of spaCy's own matcher the
first time it is met, and remembered; only patterns of several tokens are searched for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

Key = tuple[int, int, int, int, int]
"""Tag, dependency, part of speech, white space or not, and the word if a pattern may name it."""

Attributes = dict[int, int]

_COLUMNS: Final[list[int | str]] = ["TAG", "DEP", "POS", "IS_SPACE", "LOWER"]
"""What :class:`RuleTable` knows a token by."""

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


class RuleTable:
    """Sets attributes of tokens as the ruler that it is made of would."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._vocab = ruler.vocab
        self._attributes: list[Attributes] = ruler.attrs
        self._indices: list[int] = ruler.indices
        self._single, self._several = Matcher(ruler.vocab), Matcher(ruler.vocab)
        rules: Any = ruler.patterns
        for number, rule in enumerate(rules):
            for matcher, wanted in ((self._single, True), (self._several, False)):
                patterns = [p for p in rule["patterns"] if (len(p) == 1) is wanted]
                if patterns:
                    matcher.add(str(number), patterns)
        self._may_be_named = _naming(ruler)
        self._words: dict[int, int] = {}
        self._known: dict[Key, tuple[tuple[int, ...], Attributes]] = {}

    def __call__(self, doc: Doc) -> None:
        """Set the attributes of every token of ``doc``."""
        from spacy.tokens._retokenize import set_token_attrs

        found = [self._of_token(doc, index, key) for index, key in enumerate(self._keys(doc))]
        several: dict[int, list[int]] = {}
        for number, start, end in self._matches(self._several, doc):
            several.setdefault(range(start, end)[self._indices[number]], []).append(number)
        for index, (numbers, attributes) in enumerate(found):
            if index in several:
                set_token_attrs(doc[index], self._merged([*numbers, *several[index]]))
            elif attributes:
                set_token_attrs(doc[index], attributes)

    def _keys(self, doc: Doc) -> Iterator[Key]:
        words = self._words
        for tag, dep, pos, space, lower in doc.to_array(_COLUMNS).tolist():
            word = words.get(lower)
            if word is None:
                named = self._may_be_named(self._vocab.strings[lower])
                word = words[lower] = lower if named else 0
            yield tag, dep, pos, space, word

    def _of_token(self, doc: Doc, index: int, key: Key) -> tuple[tuple[int, ...], Attributes]:
        known = self._known.get(key)
        if known is None:
            alone = _alone(doc, index)
            numbers = [number for number, _, _ in self._matches(self._single, alone)]
            known = self._known[key] = (tuple(numbers), self._merged(numbers))
        return known

    def _matches(self, matcher: Matcher, doc: Doc) -> Iterator[tuple[int, int, int]]:
        if not len(matcher):
            return
        for name, start, end in matcher(doc, allow_missing=True):
            yield int(self._vocab.strings[name]), start, end

    def _merged(self, numbers: list[int]) -> Attributes:
        """Return what these rules set together: a later rule outdoes an earlier one."""
        merged: Attributes = {}
        for number in sorted(numbers):
            merged |= self._attributes[number]
        return merged


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

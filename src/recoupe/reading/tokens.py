"""The words and marks of a parsed text, each with what the parse says of it: what readers look at.

Tokens have the names that spaCy gives its own, so who knows those can read a reader. But spaCy
makes a string, a list or another token each time that it is asked for one, and readers ask some
hundred times about each word. Here all is looked up once, and what is asked for lies ready.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Source
    from spacy.vocab import Vocab

Features = Mapping[str, list[str]]
"""The values of each feature that the tagger gives a word: ``{"Tense": ["Past"]}``."""

_STRINGS: Final = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
_NUMBERS: Final = ("HEAD", "SENT_START")
_STARTS: Final = 1
"""What ``SENT_START`` is of a token that begins a sentence."""


class Token:
    """A word, a mark or white space; two are equal only if they are one and the same.

    ``i`` is its place in ``doc``, the tokens of the whole text; ``idx`` is that of its first code
    point. ``children`` are in the order of the text; the root of a sentence is its own ``head``.
    """

    __slots__ = (
        "_source",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: tuple[Token, ...]
    sent: Stretch
    head: Token
    children: tuple[Token, ...]

    def __init__(self, source: Source, strings: tuple[str, ...], morph: Features) -> None:
        """Make a token of ``source``, of what :data:`_STRINGS` names and of its features."""
        self._source = source
        self.i = source.i
        self.idx = source.idx
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_, name = strings
        self.ent_type_ = name
        self.morph = morph
        self.whitespace_ = source.whitespace_
        self.is_space = source.is_space
        self.is_punct = source.is_punct
        self.is_alpha = source.is_alpha
        self.is_sent_start = False
        self.children = ()

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_upper(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()

    @property
    def is_lower(self) -> bool:
        """Whether it has no capitals."""
        return self.text.islower()

    @property
    def is_title(self) -> bool:
        """Whether its first letter alone is a capital."""
        return self.text.istitle()

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark."""
        return self._source.is_quote

    @property
    def is_stop(self) -> bool:
        """Whether it is one of the language's commonest words."""
        return self._source.is_stop

    @property
    def like_num(self) -> bool:
        """Whether it looks like a number, in digits or letters."""
        return self._source.like_num

    @property
    def left_edge(self) -> Token:
        """The first of what hangs on it, itself included."""
        return self.doc[self._source.left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last of what hangs on it, itself included."""
        return self.doc[self._source.right_edge.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """What hangs on it at whatever remove, itself included, in order."""
        waiting = [(self, False)]
        while waiting:
            token, opened = waiting.pop()
            if opened or not token.children:
                yield token
                continue
            own = [(child, False) for child in reversed(token.children)]
            later = sum(child.i > token.i for child in token.children)
            waiting += [*own[:later], (token, True), *own[later:]]

    def nbor(self, step: int = 1) -> Token:
        """Return the token that stands ``step`` places further on; IndexError beyond the text."""
        if self.i + step < 0:
            raise IndexError(step)
        return self.doc[self.i + step]


class Stretch:
    """Tokens ``[start, end)`` of a text; ``label_`` is the pipeline's, where they are a name."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: tuple[Token, ...], start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self.doc[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Where its first token starts, in code points."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where its last token ends, in code points; it may not be empty."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def root(self) -> Token:
        """The token that hangs least deep in its sentence, the first of equals: as spaCy has it."""
        words = self.doc[self.start : self.end]
        top = next((word for word in words if word.head is word), None)
        if top is not None:
            return top
        hung = [word for word in words if not self.start <= word.head.i < self.end]
        return min(hung, key=_depth, default=words[0])


def text_of(words: Sequence[Token] | Stretch) -> str:
    """Return the text of tokens that follow one another, without the blank behind the last one."""
    text = "".join([word.text + word.whitespace_ for word in words])
    return text[:-1] if words and words[-1].whitespace_ else text


def tokens_of(doc: Doc) -> tuple[Token, ...]:
    """Return the tokens of a parsed text, each tied to the others."""
    if not len(doc):
        return ()
    said: Any = doc.to_array([*_STRINGS, "MORPH"])
    tied: Any = doc.to_array(list(_NUMBERS))
    string = _Strings(doc.vocab).__getitem__
    *columns, morphs = (list(map(string, column)) for column in said.T.tolist())
    words = tuple(map(Token, doc, zip(*columns, strict=True), map(_features, morphs)))
    _tie(words, *tied.astype("int64").T.tolist())
    return words


def part(words: tuple[Token, ...]) -> None:
    """Let tokens that hold one another go, which would stay until all garbage is looked through."""
    for word in words:
        del word.doc, word.sent, word.head, word.children


def _tie(words: tuple[Token, ...], heads: list[int], starts: list[int]) -> None:
    children: dict[int, list[Token]] = {}
    for at, (word, away) in enumerate(zip(words, heads, strict=True)):
        word.doc = words
        word.head = words[at + away]
        if away:
            children.setdefault(at + away, []).append(word)
    for at, hung in children.items():
        words[at].children = tuple(hung)
    first = [at for at, start in enumerate(starts) if start == _STARTS]
    for at in first:
        words[at].is_sent_start = True
    for start, end in pairwise([0, *(at for at in first if at), len(words)]):
        sentence = Stretch(words, start, end)
        for word in words[start:end]:
            word.sent = sentence


def _depth(word: Token) -> int:
    """Return how deep a token hangs; marks and blanks with nothing on them count as the deepest."""
    if (word.is_space or word.is_punct) and not word.children:
        return len(word.doc) - 1
    depth = 0
    while word.head is not word:
        word, depth = word.head, depth + 1
    return depth


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, as they are asked for."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings

    def __missing__(self, key: int) -> str:
        text = self[key] = self._strings[key]
        return text


@lru_cache(maxsize=10_000)
def _features(written: str) -> Features:
    """Return the features that Universal Dependencies write ``Number=Plur|Tense=Past``."""
    pairs = (pair.partition("=") for pair in written.split("|") if "=" in pair)
    return {name: values.split(",") for name, _, values in pairs}

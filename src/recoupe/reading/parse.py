"""One shared spaCy parse of an article, on the article's own offsets.

Every reader works on this and none parses again. Sentences never run across a block, and the
offsets of tokens are offsets into ``article.text``: typographic marks are replaced one for one
before the pipeline sees them, because pipelines are trained on plain ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from recoupe.languages import Pack, pack
from recoupe.languages.moods import MoodWords
from recoupe.languages.quotes import QuoteWords
from recoupe.model import Article, Block, Mode, Span
from recoupe.reading.moods import mend_moods
from recoupe.reading.pipelines import annotator
from recoupe.reading.tokens import Stretch, Token, part, tokens_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]"
)

BATCH: Final = 16
"""Articles that are parsed together."""

_ENDLESS = re.compile(r"\S{500,}")
"""A picture in base64, or nonsense: no word is as long, and the tokeniser takes minutes over it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block that may be read: ``[start, end)`` in code points.

    ``words`` are the parse's tokens, to go through; ``tokens`` knows where they are.
    """

    block: Block
    start: int
    end: int
    tokens: Stretch
    words: tuple[Token, ...] = field(repr=False, compare=False)


class Parse:
    """An article, its language pack and its spaCy ``Doc``; ``doc`` has the offsets of the text."""

    def __init__(self, article: Article, words: Pack, doc: Doc) -> None:
        self.article = article
        self.pack = words
        self.doc = doc

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All the tokens of ``doc``, marks and spaces too, made once for every reader."""
        tokens = tokens_of(self.doc)
        mend_moods(tokens, self.pack.table("moods", MoodWords))
        return tokens

    @cached_property
    def names(self) -> tuple[Stretch, ...]:
        """The names that the pipeline found, with their labels, in order."""
        return tuple(
            Stretch(self.words, name.start, name.end, name.label_) for name in self.doc.ents
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of every block that is not silent, in order."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        at = 0
        while at < len(self.words):
            tokens = self.words[at].sent
            at = tokens.end
            words = self.words[tokens.start : tokens.end]
            block = self.article.block_at(_first_word(words))
            if block is not None and not block.silent and not all(w.is_space for w in words):
                start = max(tokens.start_char, block.start)
                end = min(tokens.end_char, block.end)
                yield Sentence(block, start, end, tokens, words)

    @cached_property
    def plain(self) -> str:
        """The text in lower case with plain marks, one code point for one, for patterns."""
        text = "".join([word.text + word.whitespace_ for word in self.words])
        lower = text.lower()
        if len(lower) == len(text):
            return lower
        # a few letters grow when lowered, U+0130 among them: those stay
        return "".join(low if len(low := char.lower()) == 1 else char for char in text)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.idx + len(token) for token in self.words]

    def tokens(self, start: int, end: int) -> Stretch:
        """Return the tokens that overlap ``[start, end)`` code points; possibly none."""
        first, last = self.overlap(start, end)
        return self.stretch(first, last)

    def words_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the same tokens as ``tokens``, out of ``words``: for going through them."""
        first, last = self.overlap(start, end)
        return self.words[first:last]

    def overlap(self, start: int, end: int) -> tuple[int, int]:
        """Return where these tokens are: ``[first, last)`` in ``words``, as in ``doc``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._ends[first] <= start:
            first += 1
        return first, max(first, bisect_left(self._starts, end))

    def stretch(self, first: int, last: int) -> Stretch:
        """Return the tokens ``[first, last)``."""
        return Stretch(self.words, first, last)

    def span(self, tokens: Stretch | Token) -> Span:
        """Return the article's span of these tokens, of which there is one at least."""
        if isinstance(tokens, Token):
            return self.article.span(tokens.idx, tokens.idx + len(tokens.text))
        return self.article.span(tokens.start_char, tokens.end_char)

    def part(self) -> None:
        """Let the tokens go at once: nobody may ask them for one another any more."""
        part(self.words)

    def readable(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` lies wholly in one block that may be read."""
        block = self.article.block_at(start)
        return block is not None and not block.silent and end <= block.end


def _first_word(words: tuple[Token, ...]) -> int:
    return int(next((word for word in words if not word.is_space), words[0]).idx)


def parse_all(
    articles: Iterable[Article], code: str, *, mode: Mode = "accurate"
) -> Iterator[Parse]:
    """Parse articles of one language in batches through spaCy, in order."""
    del mode  # every mode parses alike so far
    words = pack(code)
    spacy = annotator(code)
    plain = words.table("quotes", QuoteWords).table
    stream = iter(articles)
    while batch := list(islice(stream, BATCH)):
        blank = [_blank_doc(spacy.nlp, article, plain) for article in batch]
        for article, doc in zip(batch, spacy.annotate(blank), strict=True):
            yield Parse(article, words, doc)


def parse(article: Article, *, mode: Mode = "accurate") -> Parse:
    """Parse one article with the pipeline of its language."""
    return next(parse_all([article], article.language, mode=mode))


def _blank_doc(nlp: Language, article: Article, plain: dict[int, str]) -> Doc:
    """Tokenise, and fix sentence starts where blocks begin and end, which the parser respects."""
    text = _CONTROL.sub(" ", article.text.translate(plain))
    text = _ENDLESS.sub(lambda run: " " * len(run.group()), text)
    doc = nlp.make_doc(text)
    offsets: Any = doc.to_array("IDX")
    starts = offsets.tolist()
    for block in article.blocks:
        for edge in (block.start, block.end):
            index = bisect_left(starts, edge)
            if 0 < index < len(doc):
                doc[index].is_sent_start = True
    return doc

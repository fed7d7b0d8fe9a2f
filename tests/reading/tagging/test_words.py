"""Words and chunks cover what may be read, in order, each once."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.tagging.chunks import LONGEST, chunks_of
from recoupe.reading.attributions.tagging.words import Words, words_of
from recoupe.reading.parse import Parse


def words_from(sentences: list[list[list[int]]]) -> tuple[Words, list[int]]:
    """Return words of nothing but sizes: blocks of sentences of numbers of pieces."""
    sizes, opening, numbers, blocks = [], [], [], []
    for block, some in enumerate(sentences):
        for sentence in some:
            sizes.extend(sentence)
            opening.extend([True, *[False] * (len(sentence) - 1)])
            numbers.extend([sum(opening)] * len(sentence))
            blocks.extend([block] * len(sentence))
    places = tuple(range(0, 2 * len(sizes), 2))
    ends = tuple(place + 1 for place in places)
    text = "x " * len(sizes)
    every = (tuple(True for _ in sizes), tuple(opening), tuple(numbers), tuple(blocks))
    return Words(text, places, ends, *every), sizes


def test_marks_are_words_and_silent_blocks_are_not_read(
    parse_of: Callable[..., Parse],
) -> None:
    text = "Par la rédaction\n\n«Rien», dit-il. Le maire l'a nié."
    words = words_of(Page(parse_of(text, kinds=("byline", "paragraph")), ()))
    written = [words.of(at) for at in range(len(words))]
    assert written == [
        *["«", "Rien", "»", ",", "dit", "-", "il", ".", "Le", "maire", "l", "'", "a", "nié", "."]
    ]
    assert [written[at] for at in range(len(words)) if words.opening[at]] == ["«", "Le"]
    assert words.place(words.run((18, 24))) == (18, 24)
    assert [words.spaced[at] for at in range(4)] == [True, False, False, False]


def test_blocks_stand_together_and_long_ones_are_cut_at_sentences() -> None:
    words, sizes = words_from([[[1] * 100], [[1] * 100], [[1] * 200, [1] * 200], [[1] * 30]])
    assert chunks_of(words, sizes) == ((0, 200), (200, 400), (400, 630))


def test_a_sentence_longer_than_a_chunk_is_cut_anywhere() -> None:
    words, sizes = words_from([[[1] * (2 * LONGEST + 5)]])
    assert chunks_of(words, sizes) == (
        (0, LONGEST),
        (LONGEST, 2 * LONGEST),
        (2 * LONGEST, 2 * LONGEST + 5),
    )


@given(
    st.lists(
        st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=90), min_size=1, max_size=4),
        max_size=6,
    )
)
def test_chunks_cover_every_word_once_and_keep_their_size(
    sentences: list[list[list[int]]],
) -> None:
    words, sizes = words_from(sentences)
    chunks = chunks_of(words, sizes)
    assert [at for first, last in chunks for at in range(first, last)] == list(range(len(words)))
    assert all(sum(sizes[first:last]) <= LONGEST for first, last in chunks)

"""Where spaCy's arc-eager parser stands in many stretches of text at once, and what it may do.

spaCy (``_parser_internals/_state.pxd`` and ``arc_eager.pyx``) takes each document from its first
token to its last, one action after another. But while the stack is empty, nothing that came before
counts any more: so a stretch begins, with a state of its own, at every token that is bound or
likely to begin a sentence, and all of them go on abreast. A state is through when it stands as the
next one began. One that goes further, because no sentence began there after all, absorbs the next
and what was found there: a wrong guess takes time and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS: Final = "SDLRB"
"""spaCy's letters for shift, reduce, left arc, right arc and break."""

_REDUCES: Final = KINDS.index("D")

SHIFT, REDUCE, ARC, BREAK = 1, 2, 4, 8
"""What is allowed, as bits: both arcs always are together."""

NONE: Final = -1
"""No token. As an index it leads to the last item of a list, which is kept for it."""

_STARTS, _OPEN, _GOES_ON = 1, 0, -1
"""Whether a token begins a sentence, as spaCy's ``sent_start`` has it."""

_MARKS: Final = (".", "!", "?", "…")
"""After these a sentence is likely to begin."""


class _State:
    """A stack, with three times no token beneath, and a buffer: what is left of the document.

    The next token is the last of ``buffer``. Once that is ``end`` and the stack empty, the state is
    through: ``end`` begins the next stretch, or is no token at the end of a document. ``stop`` is
    the same place, as the index behind the last token.
    """

    __slots__ = ("alive", "buffer", "end", "stack", "stop")

    def __init__(self, buffer: list[int], end: int, stop: int) -> None:
        self.stack = [NONE, NONE, NONE]
        self.buffer = buffer
        self.end = end
        self.stop = stop
        self.alive = True


class States:
    """The states of a batch of documents, whose tokens lie in one row, and the arcs found so far.

    ``seen`` are the tokens that spaCy's network looks at in each state, eight a state, ``allowed``
    what each may do. ``heads`` is the head of each token and ``moves`` the action that set it.
    """

    def __init__(self, docs: Sequence[Doc], kinds: Sequence[int]) -> None:
        """Begin at the first tokens; ``kinds`` says of every action of which kind it is."""
        self._kinds = kinds
        self._do = (self._shift, self._reduce, self._arc_left, self._arc_right, self._break)
        self._given: list[int] = []
        self._open: list[_State] = []
        for doc in docs:
            self._open.extend(_states(doc, len(self._given), self._given))
        self._given.append(_OPEN)
        self._sentence = self._given[:]
        self._at = {state.buffer[-1]: state for state in self._open}
        none = [NONE] * len(self._given)
        self.heads, self.moves = none[:], none[:]
        self._left, self._right, self._older = none[:], none[:], none[:]
        self._held = [False] * len(none)
        self.seen: list[int] = []
        self.allowed: list[int] = []
        for state in self._open:
            self._look(state)

    def take(self, chosen: Sequence[int]) -> None:
        """Take the action chosen for each state, and look at those that are not through."""
        going = self._open
        self._open, self.seen, self.allowed = [], [], []
        kinds, do = self._kinds, self._do
        for state, move in zip(going, chosen, strict=True):
            if not state.alive:
                continue
            kind = kinds[move]
            if kind != _REDUCES and state.buffer[-1] == state.end:
                self._absorb(state)
            do[kind](state, move)
            if state.stack[-1] != NONE or state.buffer[-1] != state.end:
                self._open.append(state)
                self._look(state)

    def _look(self, state: _State) -> None:
        third, second, top = state.stack[-3:]
        following, front = state.buffer[-2:]
        left = self._left
        self.seen += (front, following, top, second, third, left[front], left[top])
        self.seen.append(self._right[top])
        sentence = self._sentence
        if top == NONE:
            allowed = SHIFT
        elif front == NONE or sentence[front] == _STARTS:
            allowed = REDUCE
        else:
            allowed = ARC
            if second != NONE or sentence[front] != _GOES_ON:
                allowed |= REDUCE
            if following != NONE and not self._held[front]:
                allowed |= SHIFT
        if following == front + 1:
            # a state at the next one's first token knows of no break that was made behind it
            known = self._given if front == state.end else sentence
            if known[following] == _OPEN:
                allowed |= BREAK
        self.allowed.append(allowed)

    def _shift(self, state: _State, _: int) -> None:
        state.stack.append(state.buffer.pop())

    def _reduce(self, state: _State, _: int) -> None:
        top = state.stack.pop()
        if self.heads[top] == NONE and state.stack[-1] != NONE:
            state.buffer.append(top)
            self._held[top] = True

    def _arc_left(self, state: _State, move: int) -> None:
        child, head = state.stack.pop(), state.buffer[-1]
        former = self.heads[child]
        if former != NONE:  # one to its left, whose last child it is: it still lies on the stack
            self._right[former] = self._older[child]
        self.heads[child], self.moves[child] = head, move
        self._left[head] = child
        self._held[head] = False

    def _arc_right(self, state: _State, move: int) -> None:
        head, child = state.stack[-1], state.buffer.pop()
        self.heads[child], self.moves[child] = head, move
        self._older[child] = self._right[head]
        self._right[head] = child
        state.stack.append(child)

    def _break(self, state: _State, _: int) -> None:
        self._sentence[state.buffer[-2]] = _STARTS

    def _absorb(self, state: _State) -> None:
        """Let a state go on through the next one's stretch, and forget what was found there."""
        first = state.end
        other = self._at[first]
        other.alive = False
        none = [NONE] * (other.stop - first)
        for each in (self.heads, self.moves, self._left, self._right):
            each[first : other.stop] = none
        self._held[first : other.stop] = [False] * len(none)
        breaks = slice(first + 1, other.stop + 1)
        self._sentence[breaks] = self._given[breaks]
        state.end, state.stop = other.end, other.stop


def _states(doc: Doc, offset: int, given: list[int]) -> Iterator[_State]:
    """Yield the first states of a document, and add to ``given`` where its sentences begin."""
    columns: Any = doc.to_array(["SENT_START", "IS_SPACE", "ORTH"])
    starts, space = columns[:, 0].astype(np.int64), columns[:, 1] != 0
    marks = [doc.vocab.strings[mark] for mark in _MARKS]
    likely = (starts == _OPEN) & ~space
    likely[1:] &= (space | np.isin(columns[:, 2], marks))[:-1]
    begins = (starts == _STARTS) | likely
    begins[0] = True
    given.extend(starts.tolist())
    stop = offset + len(doc)
    edges = (np.flatnonzero(begins) + offset).tolist()
    backwards = list(range(stop - 1, offset - 1, -1))
    for first, following in zip(edges, [*edges[1:], stop], strict=True):
        buffer = [NONE, NONE, *backwards[: stop - first]]
        yield _State(buffer, NONE if following == stop else following, following)

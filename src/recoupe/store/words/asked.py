"""What a person types into a search, and how the databases are asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from recoupe.store.words.phrases import holds
from recoupe.store.words.terms import Run, Term
from recoupe.words.tokens import NUMBER, tokens

MOST_ASKED: Final = 64
"""Words and phrases that are looked for; what is typed after them is left off."""

LONGEST_RUN: Final = 32
"""Words in a row that a database is asked for; a phrase's others are held against the text."""

_MARKS: Final = ('"“”„‟＂', "«»", "‹›", "「」", "『』")
_QUOTED: Final = "|".join(
    f"[{marks}](?P<q{place}>[^{marks}]*)(?:[{marks}]|$)" for place, marks in enumerate(_MARKS)
)
_QUOTES: Final = tuple(f"q{place}" for place in range(len(_MARKS)))
_ANY_MARK: Final = "".join(_MARKS)
_UNIT: Final = re.compile(
    rf"(?P<out>(?<!\S)[-−])?(?:{_QUOTED}|(?P<word>{NUMBER}(?!\w)|[^\s{_ANY_MARK}]+))"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for, and what must not be there.

    ``terms`` are found in all their forms, ``phrases`` as they were typed; all of both are wanted.
    None of ``excluded`` and ``excluded_phrases`` may be there.
    """

    terms: tuple[Term, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[Term, ...] = ()
    excluded_phrases: tuple[str, ...] = ()

    @property
    def inverted(self) -> bool:
        """Whether only exclusions were typed that a database can be asked for.

        Then the queries find the texts that are *not* wanted: SQLite cannot be asked for the rest.
        """
        return bool(self.excluded) and not self.terms and not self.phrases

    @property
    def checked(self) -> bool:
        """Whether a database may find too much: each text then goes through :meth:`confirms`."""
        return bool(
            self.phrases
            or self.excluded_phrases
            or any(term.prefix for term in (*self.terms, *self.excluded))
        )

    def confirms(self, text: str) -> bool:
        """Whether a text that a database found has the phrases and beginnings as typed."""
        return (
            all(holds(text, phrase) for phrase in self.phrases)
            and not any(holds(text, phrase) for phrase in self.excluded_phrases)
            and all(term.begins(text) for term in self.terms if term.prefix)
            and not any(term.begins(text) for term in self.excluded if term.prefix)
        )

    def fts5(self) -> str:
        """Return the query for SQLite's FTS5 on stems; empty where every text may fit."""
        wanted, unwanted = self._groups()
        if not wanted:
            return " OR ".join(_fts5(group) for group in unwanted)
        query = " AND ".join(_fts5(group) for group in wanted)
        return f"({query})" + "".join(f" NOT {_fts5(group)}" for group in unwanted)

    def tsquery(self, *, in_a_row: bool = True) -> str:
        """Return the same query in the words of PostgreSQL's type ``tsquery``.

        Without ``in_a_row`` the words of a wanted phrase may stand anywhere: the query for
        :func:`~recoupe.store.words.crowded` streams, where :meth:`confirms` does the rest.
        """
        wanted, unwanted = self._groups()
        by = " <-> " if in_a_row else " & "
        if not wanted:
            return " | ".join(_tsquery(group) for group in unwanted)
        return " & ".join(
            [
                *(_tsquery(group, by) for group in wanted),
                *(f"!{_tsquery(group)}" for group in unwanted),
            ]
        )

    def _groups(self) -> tuple[list[list[Run]], list[list[Run]]]:
        """Return what is wanted and unwanted, each as runs of stems of which one is there."""
        phrases = (Term(_folded(phrase)) for phrase in self.phrases)
        return (
            [[*term.runs, *term.shortened] for term in (*self.terms, *phrases)],
            [list(term.runs) for term in self.excluded],
        )


def parsed(words: str) -> Asked:
    """Return what a person asks for with ``words``; whatever is typed means something.

    Quotation marks of any kind make a phrase, which runs to the end where it is not closed. A minus
    right before a word or a phrase excludes it, a final ``*`` stands for any end. Everything else
    is words and what stands between words. After 64 words and phrases the others are left off.
    """
    asked = Asked()
    for count, match in enumerate(_UNIT.finditer(words)):
        if count >= MOST_ASKED:
            break
        asked = _with(asked, match)
    return asked


def _with(asked: Asked, match: re.Match[str]) -> Asked:
    out, word = match["out"], match["word"]
    if word is None:
        phrase = next(match[name] for name in _QUOTES if match[name] is not None)
        return _with_phrase(asked, phrase, out=bool(out)) if _folded(phrase) else asked
    if not (folded := _folded(word)):
        return asked
    term = Term(folded, prefix=word.endswith("*"))
    if out:
        return replace(asked, excluded=(*asked.excluded, term))
    return replace(asked, terms=(*asked.terms, term))


def _with_phrase(asked: Asked, phrase: str, *, out: bool) -> Asked:
    if out:
        return replace(asked, excluded_phrases=(*asked.excluded_phrases, phrase))
    return replace(asked, phrases=(*asked.phrases, phrase))


def _folded(words: str) -> tuple[str, ...]:
    return tuple(token.folded for token in islice(tokens(words), LONGEST_RUN))


def _fts5(runs: Iterable[Run]) -> str:
    each = (f'"{" ".join(run.stems)}"' + (" *" if run.prefix else "") for run in runs)
    return "(" + " OR ".join(each) + ")"


def _tsquery(runs: Iterable[Run], by: str = " <-> ") -> str:
    each = (
        "(" + by.join(f"'{stem}'" for stem in run.stems) + (":*" if run.prefix else "") + ")"
        for run in runs
    )
    return "(" + " | ".join(each) + ")"

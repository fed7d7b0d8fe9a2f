"""Kinds read off the quotation marks."""

from __future__ import annotations

import pytest

from recoupe.evaluation.kinds import QuotedWords


def kind(marked: str) -> str:
    """Return the kind of what stands between bars in ``marked``."""
    spans, text = [], ""
    for number, part in enumerate(marked.split("|")):
        if number % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return QuotedWords(text).kind(spans)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("|« Nous partons »|, dit Anne.", "direct"),
        ("« |Nous partons| », dit Anne.", "direct"),
        ('|"We leave"|, Ann said.', "direct"),
        ("|” Nous partons “|, dit Anne.", "direct"),
        ("|« Nous partons|, dit Anne, |et vite. »|", "direct"),
        ("Anne dit |vouloir « partir »|.", "mixed"),
        ('|"Partir", et "vite"|, veut Anne.', "mixed"),
        ("|« Il a dit « jamais » hier »|, dit Anne.", "direct"),
        ("Anne dit qu'|elle part|.", "indirect"),
        ("Anne parle d'« or » et dit qu'|elle part|.", "indirect"),
        ("« Elle part.\n\nAnne dit qu'|elle part|.", "indirect"),
        ("Anne dit : |…|", "indirect"),
        ("l'|eau d'Anne|", "indirect"),
    ],
)
def test_a_kind_is_what_its_letters_say(marked: str, expected: str) -> None:
    assert kind(marked) == expected

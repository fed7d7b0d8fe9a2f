"""Draft attributions written by hand, found in a text by their words."""

from __future__ import annotations

from recoupe.model import Span
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse


def find(parse: Parse, words: str, after: int = 0) -> Span:
    """Return the first span that reads ``words`` at or after ``after``."""
    start = parse.article.text.index(words, after)
    return parse.article.claimed(start, start + len(words), words)


def draft(
    parse: Parse,
    content: str,
    *,
    cue: str | None = None,
    source: str | None = None,
    within: int | None = None,
    follows: int | None = None,
) -> Attribution:
    """Return a draft of these words; cue and source are looked for around the content."""
    said = find(parse, content)
    near = max(0, parse.article.text.rfind("\n", 0, said.start))

    def span(words: str | None) -> tuple[Span, ...]:
        return (find(parse, words, near),) if words is not None else ()

    return Attribution(
        content=(said,),
        cue=span(cue),
        source=span(source),
        kind="direct" if content[0] in '«"“' else "indirect",
        stance="asserts",
        hedged=False,
        within=within,
        follows=follows,
        confidence=1.0,
    )

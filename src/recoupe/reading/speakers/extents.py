"""Where the words of a draft begin and end, its cue and its source among them."""

from __future__ import annotations

from recoupe.reading.drafts import Attribution


def start_of(draft: Attribution) -> int:
    """Return where the first of a draft's words begins, in code points of the text."""
    return min(span.start for span in (*draft.content, *draft.cue, *draft.source))


def end_of(draft: Attribution) -> int:
    """Return where the last of a draft's words ends, in code points of the text."""
    return max(span.end for span in (*draft.content, *draft.cue, *draft.source))


def floats(draft: Attribution) -> bool:
    """Whether nothing beside the words says that they are said, or by whom."""
    return not draft.source and not draft.cue

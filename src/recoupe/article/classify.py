"""What each stretch of a report is: headline, lead, paragraph, heading, caption, or furniture.

By general features only: where it stands, how long it is, how it ends, whether it has a verb, a
breadcrumb's marks, the headline over again, and the words of furniture of every language pack.
Silence is the costlier mistake (a statement lost for good), so a stretch is furniture only where
two features agree, or where it is word for word a known piece of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recoupe.article.bylines import authors_in, is_byline, is_dated
from recoupe.article.furniture import furniture
from recoupe.article.stretch import Stretch, credited
from recoupe.model.article import SILENT_BLOCKS, BlockKind

_TAGS: Final = re.compile(r"(?:#\w+[\s,]*)+")
_TITLE: Final = 30
"""Most words of a headline or of the title of another report."""
_LABEL: Final = 3
"""Most words of the name of a section that stands above a headline."""
_NOTICE: Final = 60
"""Most words of a legal or subscription notice in one stretch."""
_DENSE: Final = 12
"""Words to each phrase that tells a notice, at most."""
_CAPTION: Final = 45
_VERBLESS: Final = 16
"""Most words of a caption told by its having no verb; longer ones have one we do not see."""
_HEADING: Final = 12
_TOP: Final = 8
"""Stretches at the top among which headline, byline and breadcrumb are looked for."""


def classify(stretches: Sequence[Stretch], *, title: str | None = None) -> list[BlockKind]:
    """Return the kind of each stretch; ``title`` is the page's own, in plain text, if known."""
    kinds: list[BlockKind] = ["paragraph"] * len(stretches)
    prose = [at for at, stretch in enumerate(stretches) if stretch.prose and not _legal(stretch)]
    first = prose[0] if prose else len(stretches)
    last = prose[-1] if prose else -1
    _silence(stretches, kinds, first, last)
    head = _headline(stretches, kinds, title)
    if head is not None:
        kinds[head] = "headline"
        _silence_copies(stretches, kinds, head)
    _name_inner(stretches, kinds, first)
    if head is not None:
        _name_lead(stretches, kinds, head)
    return kinds


def _silence(stretches: Sequence[Stretch], kinds: list[BlockKind], first: int, last: int) -> None:
    """Mark breadcrumbs, bylines, notices and lists of other reports."""
    listing = False
    for at, stretch in enumerate(stretches):
        outside = at < first or at > last
        heads_list = stretch.words <= 6 and stretch.bare in furniture().related
        if stretch.prose:
            listing = False
        listed = heads_list or (listing and _titles(stretch))
        crumbs = at < min(first + 1, _TOP) and _breadcrumb(stretch)
        if crumbs or listed or _notice(stretch, outside=outside):
            kinds[at] = "boilerplate"
        elif is_byline(stretch) and (at <= first or outside or authors_in(stretch)):
            kinds[at] = "byline"
        listing = listed
    _silence_tail(stretches, kinds)


def _silence_tail(stretches: Sequence[Stretch], kinds: list[BlockKind]) -> None:
    """Mark what stands under furniture below the story: topics, titles, buttons.

    The story ends with its last sentence; from the first furniture below it on, no line that
    does not end like a sentence is the report's.
    """
    said = [
        at
        for at, each in enumerate(stretches)
        if each.ended or each.prose or each.quoted or each.words > _TITLE
    ]
    if not said:  # a list, or a poem: nothing tells where it ends
        return
    end, under = said[-1], False
    for at in range(end + 1, len(stretches)):
        under = under or kinds[at] == "boilerplate"
        if under and kinds[at] == "paragraph" and stretches[at].mark is None:
            kinds[at] = "boilerplate"


def _breadcrumb(stretch: Stretch) -> bool:
    """Whether it is a way through a site: short steps between arrows, or one from the home page."""
    steps = stretch.steps
    if len(steps) < 2 or stretch.words > 2 * _TITLE:
        return False
    short = all(len(step.split()) <= 4 for step in steps[:-1])
    return short and (len(steps) > 2 or steps[0] in furniture().home)


def _titles(stretch: Stretch) -> bool:
    """Whether it could be the title of another report; a short sentence of this one could not."""
    if stretch.prose or stretch.words > _TITLE:
        return False
    return not (stretch.finite and stretch.plain.endswith("."))


def _notice(stretch: Stretch, *, outside: bool) -> bool:
    """Whether it is a known piece of furniture, or worded like one."""
    words = furniture()
    if not stretch.words or {stretch.bare, stretch.bare.strip(" 0123456789")} & words.whole:
        return True
    if (outside and stretch.bare in words.home) or _TAGS.fullmatch(stretch.text):
        return True
    if stretch.words <= _TITLE and words.opening.match(stretch.plain):
        return outside or not stretch.ended or not stretch.prose
    return _legal(stretch) or (outside and _telling(stretch) >= 2)


def _legal(stretch: Stretch) -> bool:
    """Whether nearly all of it is phrases of notices: no report is worded so densely."""
    opened = furniture().opening.match(stretch.plain) is not None
    return _telling(stretch) + opened >= max(3, stretch.words / _DENSE)


def _telling(stretch: Stretch) -> int:
    """Return how many phrases of notices it has, if it is short, unquoted and to the reader."""
    words = furniture()
    if stretch.quoted or stretch.words > _NOTICE:
        return 0
    if stretch.words > _HEADING and words.address.search(stretch.plain) is None:
        return 0
    return len(set(words.telling.findall(stretch.plain)))


def _headline(
    stretches: Sequence[Stretch], kinds: list[BlockKind], title: str | None
) -> int | None:
    """Return where the headline is: the page's title, a doubled line, or a title on top."""
    top = [at for at in range(min(_TOP, len(stretches))) if kinds[at] not in SILENT_BLOCKS]
    for at in top:
        if title and stretches[at].bare == title:
            return at
    crumbs = {stretch.steps[-1] for stretch in stretches[:_TOP] if stretch.steps}
    plains = [stretches[at].plain for at in top]
    for at in top:
        own = stretches[at].plain
        if stretches[at].words <= _TITLE and (own in crumbs or plains.count(own) > 1):
            return at
    if len(top) + (len(stretches) > _TOP) < 2 or not _titled(stretches[top[0]]):
        return None
    if stretches[top[0]].words <= _LABEL:  # of the section, if a longer title stands under it
        second = stretches[top[1]] if len(top) > 1 else None
        if second and _titled(second) and second.words > _LABEL and not second.prose:
            kinds[top[0]] = "boilerplate"
            return top[1]
    return top[0]


def _titled(stretch: Stretch) -> bool:
    """Whether a first line is a title: short, and not closed, or capitalised throughout."""
    if not 0 < stretch.words <= _TITLE or credited(stretch):
        return False
    if stretch.mark == "headline" or not stretch.ended or stretch.text.isupper():
        return True
    return _capitalised(stretch)


def _capitalised(stretch: Stretch) -> bool:
    """Whether it has a capital on its longer words, as English sets titles."""
    long_words = [word for word in stretch.text.split() if len(word) > 3]
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in long_words)
    return len(long_words) >= 3 and capitals >= 0.7 * len(long_words)


def _silence_copies(stretches: Sequence[Stretch], kinds: list[BlockKind], head: int) -> None:
    """Mark the headline over again: it says nothing new, and would be counted twice."""
    for at, stretch in enumerate(stretches[: 2 * _TOP]):
        if at != head and stretch.plain == stretches[head].plain:
            kinds[at] = "boilerplate"


def _name_inner(stretches: Sequence[Stretch], kinds: list[BlockKind], first: int) -> None:
    """Tell captions and headings from short paragraphs, after the story has begun.

    A page's mark-up knows; bare text is judged by verbs. What ends like a sentence without one is
    a caption; what does not end is a heading, unless the page sets captions between paragraphs.
    """
    doubtful: list[int] = []
    for at, stretch in enumerate(stretches):
        if kinds[at] != "paragraph":
            continue
        if stretch.mark == "caption" or (stretch.words <= _CAPTION and _is_caption(stretch)):
            kinds[at] = "caption"
        elif stretch.mark == "heading" or (at > first and is_dated(stretch)):
            kinds[at] = "heading"
        elif stretch.mark is None and at > first and _verbless(stretch):
            if stretch.ended and _capitalised(stretch):
                kinds[at] = "heading"
            elif stretch.ended:
                kinds[at] = "caption"
            elif stretch.words <= _HEADING and at + 1 < len(stretches):
                doubtful.append(at)
    captions = kinds.count("caption") >= 2
    for at in doubtful:
        kinds[at] = "caption" if captions else "heading"


def _verbless(stretch: Stretch) -> bool:
    """Whether it is short and has no clue of a verb; what opens like a list item is one."""
    if stretch.prose or stretch.finite or not 1 < stretch.words <= _VERBLESS:
        return False
    return stretch.text[0].isalnum() and not stretch.plain.endswith(("?", "!"))


def _is_caption(stretch: Stretch) -> bool:
    return credited(stretch) and not stretch.quoted


def _name_lead(stretches: Sequence[Stretch], kinds: list[BlockKind], head: int) -> None:
    """Name the first paragraph under the headline the lead, if a paragraph is what follows."""
    for at in range(head + 1, len(stretches)):
        if kinds[at] == "paragraph" or (kinds[at] == "heading" and stretches[at].words > _HEADING):
            kinds[at] = "lead"
            return
        if kinds[at] == "heading":
            return

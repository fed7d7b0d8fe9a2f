"""``furniture.toml``: the words on a page that are not the report's."""

from __future__ import annotations

from recoupe.languages.words import Words


class FurnitureWords(Words):
    """How a language words what stands around a report.

    All in lower case with plain apostrophes. A page in one language may carry furniture in any
    other, so the tables of all packs are used together.

    ``home`` are first steps of a breadcrumb; ``by`` words before an author's name; ``staff`` words
    that stand beside a name in a byline; ``dated`` words that open a line saying when the page was
    published or changed, ``changed`` those of them that say changed. ``whole`` are lines that are
    furniture where nothing else stands on them; ``opening`` open a line that is furniture;
    ``related`` are headings of lists of other reports, and of all that follows a report.

    ``telling`` are phrases of legal notices, subscriptions and sharing, two of which in one block
    that addresses its reader tell that it is one; ``address`` are the words by which it does.
    ``credit`` are words before the name of a photographer or an agency, or names of picture
    agencies. ``finite`` are frequent finite verb forms, ``finite_endings`` endings of words that no
    other word has: without one, a short block between paragraphs is a caption or a heading.

    ``small`` are words that may stand between names in a byline, ``clock`` those that may stand
    beside the figures of a date or an hour, ``day_endings`` what may follow the figures of a day
    ("1er"). ``day_first`` says that dates in figures always give
    the day first; where they may give the month first as well, it is false, and 4/5/2022 is no
    date at all.

    ``correction`` opens a note in which an outlet tells what it corrected. ``killed`` opens a wire
    report, in capitals, that takes another back, ``replacing`` one that takes the place of another.
    """

    home: tuple[str, ...]
    by: tuple[str, ...]
    staff: tuple[str, ...]
    dated: tuple[str, ...]
    changed: tuple[str, ...]
    whole: tuple[str, ...]
    opening: tuple[str, ...]
    related: tuple[str, ...]
    telling: tuple[str, ...]
    address: tuple[str, ...]
    credit: tuple[str, ...]
    finite: tuple[str, ...]
    finite_endings: tuple[str, ...]
    small: tuple[str, ...]
    clock: tuple[str, ...]
    day_endings: tuple[str, ...]
    day_first: bool
    correction: tuple[str, ...]
    killed: tuple[str, ...]
    replacing: tuple[str, ...]

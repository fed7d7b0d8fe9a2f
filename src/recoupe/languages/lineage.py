"""``lineage.toml``: how a report says from which agency, outlet or network it has its words."""

from __future__ import annotations

from recoupe.languages.words import Words


class LineageWords(Words):
    """Names of news agencies, and the phrases by which they and other media are credited.

    ``agencies`` go from the name of an agency, the same in every pack, to its forms. ``desks`` are
    signs of those who prepare an agency's text, which stand beside it in a sign-off ("nxp").
    ``partly`` are words before an agency in a byline or sign-off that say that the report only
    leans on it ("with"), ``unnamed`` words that stand there for agencies without their names.
    ``joining`` are words between two of them ("and").

    The others are phrases in lower case that stand beside a name in a sentence. ``told`` stand
    before whom a source spoke to ("told"), ``before`` before whom the report has it from
    ("according to"), ``behind`` behind it ("reported"). ``articles`` are what may stand between
    phrase and name, or open the name of an outlet. ``posted`` stand before the network on which
    something was posted ("via"). ``closing`` open a line that agencies put under every report.
    ``formulas`` are phrases that reports of no connection have in common.
    """

    agencies: dict[str, tuple[str, ...]]
    desks: tuple[str, ...]
    partly: tuple[str, ...]
    unnamed: tuple[str, ...]
    joining: tuple[str, ...]
    told: tuple[str, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    articles: tuple[str, ...]
    posted: tuple[str, ...]
    closing: tuple[str, ...]
    formulas: tuple[str, ...]

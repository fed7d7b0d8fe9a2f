"""``times.toml``: how a language names days, months, parts of a day, periods and durations."""

from __future__ import annotations

from typing import Literal

from recoupe.languages.words import Words

TimeKind = Literal[
    "date",
    "weekday",
    "day",
    "unit",
    "count",
    "weekend",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "part",
    "clock",
    "holiday",
    "duration",
    "set",
    "reference",
    "nothing",
]


class TimeRule(Words):
    """One way of writing a time.

    ``pattern`` is a regular expression over lower-case text with plain quotation marks, in which
    a space is any white space (and ``space?`` none or any), ``<name>`` captures a word of the
    table or macro of that name and ``<:name>`` matches it without capturing. Rules are tried in
    the file's order at each word. ``after`` lists words one of which must stand before.

    ``kind`` says how it is resolved; ``kind = "nothing"`` matches what looks like a time and is
    none. ``shift`` is how many units from the anchor (0 is the one it lies in); for dates and
    weekdays its sign says on which side of the anchor they lie, and without it the tense decides.
    ``past`` stands in for ``shift`` where the tense puts the time in the past ("cette nuit").
    ``lists`` says that the days behind it, as ``another`` has them, are of its month and year.
    ``anchor`` is the publication date or the day last mentioned. ``unit`` and ``part`` stand in
    where the pattern captures none; ``value`` is the value itself, for sets and references.
    """

    pattern: str
    kind: TimeKind
    shift: int | None = None
    past: int | None = None
    lists: bool = False
    anchor: Literal["published", "mentioned"] = "published"
    after: tuple[str, ...] = ()
    unit: str | None = None
    part: str | None = None
    value: str | None = None


class TimeWords(Words):
    """Names of times, and rules that put them together.

    ``months`` and ``weekdays`` count from 1 (Monday); ``parts`` give TIMEX3 parts of a day;
    ``seasons`` ``SP SU FA WI``; ``units`` ``D W M Q Y E C H MIN S``; ``days`` are words for a day
    some days from today; ``clocks`` words for an hour (``HH:MM``); ``holidays`` fixed feasts
    (``MM-DD``); ``ordinals`` the words for first, second...

    ``proper`` are words that are times only when written with a capital and not as a verb.
    ``years_before_nouns`` is true where a bare year may qualify the noun after it ("the 1988
    results"), so that four digits before a plural need not be a count.

    ``joints`` may stand between a date and an hour that belong together. ``future`` are lemmas
    (auxiliaries and governing words) that put their clause in the future; ``future_before`` and
    ``past_before`` are words that put the time after them to come or past ("until", "since").
    ``macros`` are patterns for use in rules. ``another`` is how another day stands behind a date
    whose rule ``lists`` them ("May 5, 6 and 7"); empty where months follow their days.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, str]
    units: dict[str, str]
    days: dict[str, int]
    clocks: dict[str, str]
    holidays: dict[str, str]
    ordinals: dict[str, int]
    proper: tuple[str, ...]
    years_before_nouns: bool
    joints: tuple[str, ...]
    future: tuple[str, ...]
    future_before: tuple[str, ...]
    past_before: tuple[str, ...]
    another: str
    macros: dict[str, str]
    rules: tuple[TimeRule, ...]

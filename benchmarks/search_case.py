"""A casefile of made-up reports, as many as wanted, written in bulk: for ``benchmarks/search.py``.

Each report has 12 statements, 8 entities, 6 places, 4 figures, 2 events and 2 pieces of evidence
in some 400 words of French or English, whose words are as frequent as words are (Zipf): a few in
every report, most in hardly any. Rows are made by the store's own makers for one report in fifty,
and then written under other ids, days and outlets, with a tail of rare words of their own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import JSON, Connection, Table

from recoupe.model import (
    Article,
    Entity,
    Event,
    Evidence,
    Figure,
    Place,
    Reading,
    Span,
    Statement,
    content_id,
    make_article,
    make_capture,
)
from recoupe.store import Casefile, columns, facets, schema
from recoupe.store.indexes import ARTICLES, STATEMENTS, WordIndex
from recoupe.store.parties import Parties
from recoupe.store.projection import projected
from recoupe.store.rows import article_row, folded_name, shown_row
from recoupe.store.words import stems

NOW: Final = datetime(2024, 1, 1, tzinfo=UTC)
FIRST_DAY: Final = date(2019, 1, 1)
DAYS: Final = 4 * 365
STANCES: Final = ("asserts",) * 12 + ("confirms", "denies", "accuses", "demands", "no_comment")
SUBJECTS: Final = ("killed", "injured", "missing", "evacuated", "participants")
FRAMES: Final = {
    "en": ("said", "The mayor of {place} said that {figure} people were killed in the night."),
    "fr": ("affirme", "Le maire de {place} affirme que {figure} personnes ont péri cette nuit."),
}
PLACES: Final = (
    ("Kyiv", "UA"), ("Mariupol", "UA"), ("Odesa", "UA"), ("Lyon", "FR"), ("Marseille", "FR"),
    ("Lille", "FR"), ("Leeds", "GB"), ("Bristol", "GB"), ("Turin", "IT"), ("Porto", "PT"),
)  # fmt: skip
SYLLABLES: Final = (
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "bra",
    "cle", "dri", "flo", "gra", "pli", "tro",
)  # fmt: skip
OUTLETS: Final = tuple(f"Daily {name}" for name in ("Mirror", "Lantern", "Harbour", "Courier"))
SHARED: Final = 50
"""Reports that share one set of records."""
COMMON: Final = {"en": "harbour evening witness", "fr": "port soirée témoin"}
"""Words that half of the reports have."""


def vocabulary() -> tuple[list[str], list[float]]:
    """Return words of our own, and how often each is used: the n-th an n-th as often."""
    chance = random.Random(1)  # noqa: S311 - no secret
    words = {"".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(30_000)}
    ordered = sorted(words)
    chance.shuffle(ordered)
    return ordered, [1 / (rank + 10) for rank in range(len(ordered))]


class Maker:
    """Makes reports, always the same ones."""

    def __init__(self) -> None:
        self._chance = random.Random(7)  # noqa: S311 - no secret
        self._words, weights = vocabulary()
        self._weights = weights
        self.people = [
            " ".join(word.capitalize() for word in self._chance.sample(self._words, 2))
            for _ in range(4_000)
        ]

    def words(self, count: int) -> str:
        """Return words as frequent as words are."""
        return " ".join(self._chance.choices(self._words, self._weights, k=count))

    def person(self) -> str:
        """Return a name, of which a few are met often."""
        return self.people[min(int(self._chance.paretovariate(0.6)) - 1, len(self.people) - 1)]

    def reading(self, number: int) -> Reading:
        """Return a report with all its records."""
        chance = self._chance
        language = "fr" if number % 2 else "en"
        verb, sentence = FRAMES[language]
        lines = [f"{self.words(6).capitalize()} {number}"]
        names = list(dict.fromkeys(self.person() for _ in range(8)))
        said = []
        for at in range(12):
            figure = int(chance.paretovariate(0.5)) % 5000
            place = chance.choice(PLACES)
            content = f"{self.words(18)} {place[0]} {figure} {self.words(4)}"
            if at < 3 and number % 4 < 2:
                content += " " + COMMON[language].split()[at]
            said.append((content, names[at % len(names)], place, figure))
            lines.append(f"“{content}”, {verb} {said[-1][1]}. {self.words(8).capitalize()}.")
        lines.append(sentence.format(place=said[0][2][0], figure=said[0][3]))
        body = "\n\n".join(lines)
        return self._read(body, lines[0], language, said, verb)

    def _read(
        self, body: str, title: str, language: str, said: Sequence[Any], verb: str
    ) -> Reading:
        capture = make_capture(
            body.encode(), source=f"{title}.txt", media_type="text/plain", captured_at=NOW
        )
        article = make_article(
            capture, body, (), title=title, outlet="-", published="2020-01-01", language=language
        )
        here = _Finder(article)
        named = {name: here.entity(name) for _, name, _, _ in said}
        statements, places, figures = [], [], []
        for content, name, place, figure in said:
            words = here.next(content)
            cue, source = here.next(verb), here.next(name)
            one = Statement(
                here.id("statement"), (words,), (cue,), (source,), named[name].id, name,
                "direct", self._chance.choice(STANCES), False, None, (), 0.9,
            )  # fmt: skip
            statements.append(one)
            if len(places) < 6:
                at = article.span(*_within(words, place[0]))
                places.append(
                    Place(here.id("place"), at, place[0], "city", 48.0, 30.0, 5000, place[1],
                          None, None, 0.9)
                )  # fmt: skip
            if len(figures) < 4:
                at = article.span(*_within(words, str(figure)))
                figures.append(
                    Figure(here.id("figure"), at, figure, figure, False,
                           self._chance.choice(SUBJECTS), None, one.id, False, None, places[-1].id)
                )  # fmt: skip
        events = [
            Event(here.id("event"), one.cue[0], "Battles", None, None, (), (), places[at].id, None,
                  (figures[at].id,), (one.id,), (), False, False)
            for at, one in enumerate(statements[:2])
        ]  # fmt: skip
        evidence = [
            Evidence(here.id("evidence"), one.cue[0], "video", None, "Telegram", None, None, None)
            for one in statements[:2]
        ]
        return Reading(
            article, tuple(statements), tuple(named.values()), tuple(places), (), tuple(figures),
            tuple(events), tuple(evidence), (),
        )  # fmt: skip


class _Finder:
    """Finds words of an article one after the other, and numbers records."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._at = 0
        self._count = 0

    def next(self, words: str) -> Span:
        start = self._article.text.index(words, self._at)
        self._at = start + len(words)
        return self._article.span(start, self._at)

    def id(self, kind: str) -> str:
        self._count += 1
        return content_id(kind, self._article.id, self._count)

    def entity(self, name: str) -> Entity:
        start = self._article.text.index(name)
        span = self._article.span(start, start + len(name))
        key = name.casefold()
        return Entity(self.id("entity"), "person", name, (), (), None, (span,), (), key)


def _within(span: Span, words: str) -> tuple[int, int]:
    start = span.start + span.text.index(words)
    return start, start + len(words)


def fill(case: Casefile, count: int) -> None:
    """Write ``count`` reports into an empty casefile."""
    on_sqlite = case.database.on_sqlite
    with case.database.engine.connect() as connection:
        loader = _Sqlite(connection) if on_sqlite else _Postgresql(connection)
        loader.begin()
        index = WordIndex(on_sqlite=on_sqlite)
        for some in _rows(count, index):
            for table, rows in some.items():
                loader.add(table, rows)
        loader.end()


def _rows(count: int, index: WordIndex) -> Iterator[dict[str, list[dict[str, Any]]]]:
    maker, chance, parties = Maker(), random.Random(11), Parties(())  # noqa: S311
    known: set[str] = set()
    numbers = dict.fromkeys((table.name for table in schema.PROJECTION), 0)
    for number in range(0, count, SHARED):
        reading = maker.reading(number // SHARED)
        made = projected(reading, (), {}, parties)
        whole, said = index.entries(reading.article, made.rows)
        fresh = [row for id_, row in made.parties.items() if id_ not in known]
        known.update(made.parties)
        some: dict[str, list[dict[str, Any]]] = {
            "parties": [{"number": len(known) - at, **row} for at, row in enumerate(fresh)]
        }
        for copy in range(number, min(number + SHARED, count)):
            tail = maker.words(30)
            day = str(FIRST_DAY + timedelta(days=chance.randrange(DAYS)))
            outlet = chance.choice(OUTLETS)
            _copy(some, reading, made.rows, copy, (tail, day, outlet))
            mark = _Facets(tail, day, outlet, reading.article.language)
            some.setdefault(ARTICLES, []).append(mark.entry(copy + 1, whole, tail=True))
            for row in some["statements"][-len(said) :]:
                numbers["statements"] += 1
                row["number"] = numbers["statements"]
                original = row["id"].rsplit("-", 1)[0]
                some.setdefault(STATEMENTS, []).append(mark.entry(row["number"], said[original]))
            for table in schema.PROJECTION:
                if table.name != "statements":
                    for row in some.get(table.name, [])[-len(made.rows[table]) :]:
                        numbers[table.name] += 1
                        row["number"] = numbers[table.name]
        yield some


def _copy(
    some: dict[str, list[dict[str, Any]]],
    reading: Reading,
    rows: Mapping[Table, Sequence[Mapping[str, Any]]],
    copy: int,
    shown: tuple[str, str, str],
) -> None:
    """Add the rows of one report, as of its own, to the rows by table."""
    tail, day, outlet = shown
    article, end = reading.article, f"-{copy}"
    id_, at = article.id + end, "2024-01-01T00:00:00Z"
    some.setdefault("captures", []).append(
        {"number": copy + 1, "id": f"capture{end}", "sha256": f"{copy:064x}", "bytes": 1,
         "media_type": "text/plain", "charset": None, "captured_at": at, "input": "x",
         "declared": {"url": None, "input_id": None}}
    )  # fmt: skip
    some.setdefault("reports", []).append(
        {"number": copy + 1, "id": f"page{end}", "address": None, "added_at": at}
    )
    own = {"id": id_, "text": f"{article.text}\n\n{tail}", "outlet": outlet, "published": day}
    seen = {**shown_row(article, article), "published_day": day}
    seen["outlet_folded"] = folded_name(outlet)
    some.setdefault("articles", []).append(
        {**article_row(article), **seen, **own, "number": copy + 1, "report": f"page{end}",
         "version": 1, "latest": True, "capture": f"capture{end}", "added_at": at}
    )  # fmt: skip
    for table, made in rows.items():
        names = [key.parent.name for key in table.foreign_keys if key.column.table in rows]
        lists = [name for name in ("figures", "according_to") if table.name == "events"]
        for row in made:
            new = {**row, "id": row["id"] + end, "article": id_}
            new |= {name: row[name] + end for name in names if row[name] is not None}
            new |= {name: [one + end for one in row[name]] for name in lists}
            some.setdefault(table.name, []).append(new)


class _Facets:
    """What the index holds of a copy: its own day and outlet, and its tail of words."""

    def __init__(self, tail: str, day: str, outlet: str, language: str) -> None:
        self._tail = " " + stems(tail, language)
        self._day = facets.day(day)
        self._outlet = [facets.outlet(word) for word in facets.words_of(outlet)]

    def entry(self, number: int, entry: Any, *, tail: bool = False) -> dict[str, Any]:  # noqa: ANN401
        """Return the row of an entry."""
        words = entry.facets.split()
        before = "." if words[0].startswith(".") else ""
        words = [word for word in words if word.removeprefix(".")[0] not in "db"]
        words += [before + word for word in (self._day, *self._outlet)]
        stream = entry.stems + (self._tail if tail else "")
        return {"number": number, "stems": stream, "facets": " ".join(words)}


class _Sqlite:
    """Writes rows into SQLite, all in one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._cursor: Any = None

    def begin(self) -> None:
        driver: Any = self._connection.connection.driver_connection
        self._cursor = driver.cursor()
        for pragma in ("foreign_keys=OFF", "synchronous=OFF", "cache_size=-1500000"):
            self._cursor.execute(f"PRAGMA {pragma}")
        self._cursor.execute("BEGIN IMMEDIATE")

    def add(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        rows = list(rows)
        if not rows:
            return
        if table in (ARTICLES, STATEMENTS):
            put = f"INSERT INTO {table} (rowid, stems, facets) VALUES (?, ?, ?)"  # noqa: S608
            self._cursor.executemany(put, [tuple(row.values()) for row in rows])
            return
        names = [name for name in rows[0] if name in schema.metadata.tables[table].c]
        marks = ", ".join("?" * len(names))
        columns = '", "'.join(names)
        put = f'INSERT INTO {table} ("{columns}") VALUES ({marks})'  # noqa: S608
        self._cursor.executemany(put, list(_plain(table, names, rows)))

    def end(self) -> None:
        self._cursor.execute("COMMIT")
        self._cursor.execute("ANALYZE")
        self._cursor.execute("PRAGMA foreign_keys=ON")


class _Postgresql:
    """Writes rows into PostgreSQL by COPY; its index of words is made at the end."""

    def __init__(self, connection: Connection) -> None:
        self._driver: Any = connection.connection.driver_connection

    def begin(self) -> None:
        self._driver.execute("SET session_replication_role = replica")
        for table in (ARTICLES, STATEMENTS):
            self._driver.execute(f"DROP INDEX ix_{table}_stems")
            self._driver.execute(
                f"CREATE TEMP TABLE {table}_given (number bigint, stems text, facets text)"
            )

    def add(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        rows = list(rows)
        if not rows:
            return
        if table in (ARTICLES, STATEMENTS):
            self._copy(f"{table}_given", list(rows[0]), [tuple(row.values()) for row in rows])
            return
        names = [name for name in rows[0] if name in schema.metadata.tables[table].c]
        self._copy(table, names, _plain(table, names, rows))

    def end(self) -> None:
        for table in (ARTICLES, STATEMENTS):
            self._driver.execute(
                f"INSERT INTO {table} (number, stems) SELECT number, to_tsvector('simple', stems)"  # noqa: S608
                f" || array_to_tsvector(string_to_array(facets, ' ')) FROM {table}_given"
            )
            self._driver.execute("SET maintenance_work_mem = '512MB'")
            self._driver.execute(
                f"CREATE INDEX ix_{table}_stems ON {table} USING gin (stems)"
                " WITH (gin_pending_list_limit = 512)"
            )
        self._driver.commit()
        self._driver.autocommit = True
        self._driver.execute("VACUUM ANALYZE")

    def _copy(self, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        columns = '", "'.join(names)
        with self._driver.cursor().copy(f'COPY {table} ("{columns}") FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def _plain(
    table: str, names: Sequence[str], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Any, ...]]:
    """Yield the values of rows as drivers take them."""
    columns = schema.metadata.tables[table].c
    makers = [_maker(columns[name].type) for name in names]
    for row in rows:
        yield tuple(
            value if make is None or value is None else make(value)
            for make, value in zip(makers, (row[name] for name in names), strict=True)
        )


def _maker(kind: Any) -> Any:  # noqa: ANN401 - types of columns
    if isinstance(kind, JSON):
        return lambda value: json.dumps(value, ensure_ascii=False)
    if isinstance(kind, columns.Places):
        return lambda value: str(value).replace(" ", "")
    return None

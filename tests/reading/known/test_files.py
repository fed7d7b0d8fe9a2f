"""Lists of known people as files: what is taken, what is told, and what is never half written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from recoupe.errors import KnownListError
from recoupe.reading.known.dates import first_day, last_day
from recoupe.reading.known.files import LONGEST, import_list
from recoupe.reading.known.index import Built, KnownList

HEADER = "name,kind,aliases,role,organisation,country,from,until,id\n"


def written(folder: Path, text: str | bytes, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def built(folder: Path, text: str | bytes, name: str = "people.csv") -> tuple[Built, KnownList]:
    index = folder / "people.known.sqlite"
    return import_list(written(folder, text, name), index), KnownList(index)


def entity(own: str, schema: str, **properties: str | list[str]) -> str:
    values = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return json.dumps({"id": own, "schema": schema, "properties": values})


def test_a_table_is_one_role_a_row(tmp_path: Path) -> None:
    rows = (
        "Anna Karlin,person,Анна Карлин;A. Karlin,maire,Lorvent,FR,2014,2020-06,Q1\n"
        "Anna Karlin,person,,ministre,,FR,2020-07-01,,Q1\n"
    )
    made, known = built(tmp_path, HEADER + rows)
    assert made == Built(parties=1, offices=2, bad=())
    assert known.name == "people"
    assert [role.title for role in known.roles("Q1", date(2020, 6, 30))] == ["maire"]
    assert [role.title for role in known.roles("Q1", date(2021, 1, 1))] == ["ministre"]


@pytest.mark.parametrize("name", ["Anna Karlin", "Mme Anna Karlin", "АННА КАРЛИН", "Anna  Karlyn"])
def test_a_name_is_found_in_any_spelling_and_script(tmp_path: Path, name: str) -> None:
    _, known = built(tmp_path, HEADER + "Anna Karlin,person,Анна Карлин,,,,,,Q1\n")
    assert [found.external for found in known.named(name)] == ["Q1"]


def test_bad_rows_are_told_with_their_line_and_the_others_kept(tmp_path: Path) -> None:
    rows = (
        "Anna Karlin,person,,,,,,,\n"
        ",person,,,,,,,\n"
        "Rex,dog,,,,,,,\n"
        '"Paul\nGirard",person,,maire,,,2020-02-30,,\n'
        "Late,person,,maire,,,2021,2020,\n"
        "a,b,c,d,e,f,g,h,i,j\n"
        "Last One,person,,,,,,,\n"
    )
    made, known = built(tmp_path, HEADER.encode() + rows.encode() + b"\xff\xfe,person\n")
    assert [row.line for row in made.bad] == [3, 4, 6, 7, 8, 10]
    assert made.parties == 2
    assert known.named("Last One")


def test_follow_the_money_with_its_edges_in_any_order(tmp_path: Path) -> None:
    lines = "\n".join(
        (
            entity("e", "Employment", employee="p", employer="o", role=["head", "chef"]),
            entity("h", "Occupancy", holder="p", post="m", startDate="2020", endDate="2021-03"),
            entity("m", "Position", name="minister of transport", country="fr"),
            entity("p", "Person", name=["Anna Karlin", "A. Karlin"], weakAlias="the Mole"),
            entity("o", "PublicBody", name="Port Office", wikidataId="Q9"),
            entity("v", "Vessel", name="Aurora"),
        )
    )
    made, known = built(tmp_path, lines, "export.ftm.json")
    assert made == Built(parties=2, offices=3, bad=())
    [role] = known.roles("p", date(2021, 3, 31))
    assert (role.title, role.since, role.until) == (
        "minister of transport",
        date(2020, 1, 1),
        date(2021, 3, 31),
    )
    assert known.named("Port Office")[0].external == "Q9"
    assert known.named("the Mole")[0].weak


def test_what_an_edge_names_and_the_file_has_not_is_told(tmp_path: Path) -> None:
    lines = "\n".join(
        (
            entity("p", "Person", name="Anna Karlin"),
            entity("e", "Membership", member="nobody", organization="o", role="head"),
            entity("h", "Occupancy", holder="p", post="none"),
            "{not json",
            entity("q", "Person"),
            '["no entity"]',
        )
    )
    made, _ = built(tmp_path, lines, "export.json")
    assert sorted(row.line for row in made.bad) == [2, 3, 4, 5, 6]


def test_a_line_too_long_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    long = entity("long", "Person", name="x" * LONGEST)
    lines = f"{entity('p', 'Person', name='Anna Karlin')}\n{long}\n"
    lines += entity("q", "Person", name="Paul Girard")
    made, known = built(tmp_path, lines, "export.json")
    assert [row.line for row in made.bad] == [2]
    assert known.named("Paul Girard")


@pytest.mark.parametrize("text", ["", "nom,type\nAnna,person\n", HEADER, "just words\n", "{}\n"])
def test_a_file_that_names_nobody_is_an_error_and_leaves_the_old_list(
    tmp_path: Path, text: str
) -> None:
    built(tmp_path, HEADER + "Anna Karlin,person,,,,,,,\n")
    with pytest.raises(KnownListError, match="names nobody"):
        built(tmp_path, text)
    assert KnownList(tmp_path / "people.known.sqlite").named("Anna Karlin")
    assert not list(tmp_path.glob(".draft-*"))


def test_what_is_no_list_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnownListError, match="recoupe known import"):
        KnownList(written(tmp_path, "no database", "broken.known.sqlite"))
    with pytest.raises(KnownListError, match="cannot be read"):
        import_list(tmp_path / "none.csv", tmp_path / "none.known.sqlite")


def test_a_folder_that_cannot_be_written_is_told_by_its_name(tmp_path: Path) -> None:
    source = written(tmp_path, HEADER + "Anna Karlin,person,,,,,,,\n")
    with pytest.raises(KnownListError, match="name another folder in RECOUPE_KNOWN"):
        import_list(source, source / "people.known.sqlite")
    with pytest.raises(KnownListError, match="cannot be read"):
        import_list(tmp_path, tmp_path / "people.known.sqlite")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        ("2020-02-03T10:00", date(2020, 2, 3), date(2020, 2, 3)),
        ("", None, None),
        (None, None, None),
    ],
)
def test_a_part_of_a_date_is_the_whole_of_it(
    text: str | None, first: date | None, last: date | None
) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["soon", "2020-13", "2020-02-30", "0000", "20-01-01"])
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        first_day(text)

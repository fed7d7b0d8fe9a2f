"""Places of a person's own and GeoNames' dump: what is imported, what is refused, what wins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.errors import GazetteerError
from recoupe.model import Place
from recoupe.reading.gazetteer import chosen, fold, imported, opened, used
from recoupe.reading.gazetteer.building import build, mapped
from recoupe.reading.gazetteer.imported import REJECTED, Outcome, import_file, remove
from recoupe.reading.gazetteer.index import Index
from recoupe.reading.gazetteer.shapes import middle
from recoupe.reading.gazetteer.sources import Row
from recoupe.reading.parse import Parse
from recoupe.reading.places import read_places

ParseOf = Callable[..., Parse]

VILLAGES = """\
name,latitude,longitude,kind,country,aliases,radius
Robotyne,47.4453,35.8365,village,UA,Роботине|Robotine,1200
aciérie Azovstal,47.0958,37.6067,facility,UA,Azovstal,2000
ferme des Tilleuls,48.5,2.5,usine,France,,
"""


def dump_line(number: int, name: str, **fields: str) -> str:
    """Return a line of allCountries.txt."""
    cells = [str(number), name, name, fields.get("others", ""), "47.5", "36.5"]
    cells += [fields.get("feature", "P"), fields.get("code", "PPL"), "UA", "", "26", "", "", ""]
    return "\t".join([*cells, "900", "", "", "Europe/Kiev", "2020-01-01"]) + "\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for imports, empty."""
    monkeypatch.setenv("RECOUPE_GAZETTEERS", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def importing(home: Path, tmp_path: Path) -> Callable[..., Outcome]:
    """``importing(text, file)``: import these words as a file of that name."""

    def run(text: str, file: str = "villages.csv", classes: str = "AP") -> Outcome:
        (tmp_path / file).write_bytes(text.encode("utf-8", "surrogateescape"))
        return import_file(tmp_path / file, Path(file).stem, classes=classes)

    return run


def found(folder: Path, name: str) -> list[tuple[str, str, int]]:
    spots = opened((str(folder),)).find(fold(name))
    return [(spot.name, spot.kind, spot.radius) for spot in spots]


def test_a_list_is_found_under_every_name_and_is_all_that_a_name_means(
    importing: Callable[..., Outcome],
) -> None:
    outcome = importing(VILLAGES + "Paris,10,20,town,,,\n")
    assert (outcome.made.places, outcome.made.names, outcome.made.rejected) == (4, 7, 0)
    assert found(outcome.folder, "Роботине") == [("Robotyne", "city", 1200)]
    assert found(outcome.folder, "azovstal") == [("aciérie Azovstal", "site", 2000)]
    assert found(outcome.folder, "Paris") == [("Paris", "city", 1500)]
    assert found(outcome.folder, "Lyon")[0][0] == "Lyon"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Nowhere,abc,3,village,FR,,", "line 5: latitude 'abc' is no number"),
        ("Nowhere,95,3,village,FR,,", "line 5: latitude 95 is not between -90 and 90"),
        ("Nowhere,nan,3,village,FR,,", "line 5: latitude nan is not between -90 and 90"),
        ("Nowhere,1,,village,FR,,", "line 5: longitude '' is no number"),
        (",1,3,village,FR,,", "line 5: has no name"),
        ("Nowhere,1,3,planet,FR,,", "line 5: kind 'planet' is none of city"),
        ("Nowhere,1,3,village,Zembla,,", "line 5: country 'Zembla' is no ISO 3166"),
        ("Nowhere,1,3,village,FR,,far", "line 5: radius 'far' is no number"),
        ("Nowhere,1,3,village,FR,,-4", "line 5: radius -4 cannot be"),
        ("Nowhere,1,3,village,FR,,,,x", "line 5: 9 cells under 7 columns"),
        ("No\0where,1,3,village,FR,,", "line 5: a name has signs that are no characters"),
        ("Nowh\udce9re,1,3,village,FR,,", "line 5: is not UTF-8"),
        ("x" * 201 + ",1,3,village,FR,,", "line 5: a name has more than 200"),
    ],
)
def test_a_row_that_is_no_place_is_said_with_its_line_and_kept_aside(
    importing: Callable[..., Outcome], row: str, why: str
) -> None:
    outcome = importing(f"{VILLAGES}{row}\nElsewhere,1,2,,,,\n")
    assert (outcome.made.places, outcome.made.rejected) == (4, 1)
    [item] = outcome.rejected
    assert f"{item.where}: {item.why}".startswith(why)
    kept = (outcome.folder / REJECTED).read_text(encoding="utf-8")
    assert kept.count("\n") == 1
    assert kept.startswith("line 5\t")


def test_a_field_over_two_lines_does_not_lose_count(importing: Callable[..., Outcome]) -> None:
    text = 'name;latitude;longitude\n"Saint-\nPaul";45,1;4,2\nB;x;1\n'
    outcome = importing(text)
    assert found(outcome.folder, "Saint- Paul") == [("Saint- Paul", "city", 1500)]
    assert [item.where for item in outcome.rejected] == ["line 4"]


@pytest.mark.parametrize(
    ("file", "text", "why"),
    [
        ("a.csv", "name,lat\nA,1\n", "no column is called longitude"),
        ("a.csv", "", "no column is called name or latitude or longitude"),
        ("a.csv", "name,lat,lon\nA,b,1\n", "holds no place that can be used: line 2: latitude"),
        ("a.geojson", "{", "is not JSON"),
        ("a.geojson", "[1]", "it has no features"),
        ("a.geojson", "[" * 100_000, "is not JSON"),
        ("a.zip", "PK\x03\x04", "unzip it first"),
    ],
)
def test_a_file_that_cannot_be_used_leaves_nothing(
    importing: Callable[..., Outcome], home: Path, file: str, text: str, why: str
) -> None:
    with pytest.raises(GazetteerError, match=why):
        importing(text, file)
    assert not home.exists() or list(home.iterdir()) == []


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_features_of_any_shape_have_a_middle_and_a_radius_that_covers_them(
    importing: Callable[..., Outcome],
) -> None:
    square = [[[2.0, 48.0], [2.2, 48.0], [2.2, 48.2], [2.0, 48.2], [2.0, 48.0]]]
    point = {"type": "Point", "coordinates": [37.6, 47.1]}
    features = [
        feature(point, name="Azovstal", kind="usine", aliases=["Азовсталь"], radius=2000),
        feature({"type": "Polygon", "coordinates": square}, Name="Les Marais", kind="area"),
        feature(None, name="Nowhere"),
        feature({"type": "Point", "coordinates": [137.6, 147.1]}, name="Beyond"),
        feature({"type": "Point", "coordinates": "here"}, name="Words"),
        feature(point),
        "no feature",
        feature(point, name="\ud800"),
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    outcome = importing(text, "plants.geojson")
    assert found(outcome.folder, "Азовсталь") == [("Azovstal", "site", 2000)]
    [(_, kind, radius)] = found(outcome.folder, "Les Marais")
    assert kind == "area"
    assert 13_300 < radius < 13_450  # half the diagonal of 0.2 x 0.2 degrees at 48.1 degrees north
    wheres = [item.where for item in outcome.rejected]
    assert wheres == [f"feature {number}" for number in range(3, 9)]


def test_a_shape_across_the_date_line_has_no_middle() -> None:
    with pytest.raises(ValueError, match="180th meridian"):
        middle({"type": "LineString", "coordinates": [[179.0, 1.0], [-179.0, 1.0]]})


def test_geonames_adds_places_of_the_classes_asked_for(importing: Callable[..., Outcome]) -> None:
    text = (
        dump_line(90_000_001, "Robotyne", others="Роботине,RBT,robotyne")
        + dump_line(90_000_002, "Zembla", code="PCLI", feature="A")
        + dump_line(90_000_003, "Old Robotyne", code="PPLH")
        + dump_line(90_000_004, "Robotyne Mill", code="ML", feature="S")
        + "90000005\tbroken\n"
        + dump_line(90_000_006, "Paris")
    )
    outcome = importing(text, "allCountries.txt")
    assert (outcome.made.kind, outcome.made.places, outcome.made.rejected) == ("places", 2, 1)
    assert outcome.rejected[0].where == "line 5"
    assert found(outcome.folder, "Роботине") == [("Robotyne", "city", 1500)]
    assert found(outcome.folder, "Robotyne Mill") == []
    paris = opened((str(outcome.folder),)).find("paris")
    assert paris[0].country == "FR"
    assert 90_000_006 in {spot.geonames_id for spot in paris}
    assert importing(text, "allCountries.txt", classes="PS").made.places == 3


def test_geonames_names_are_added_to_places_known_already(
    importing: Callable[..., Outcome],
) -> None:
    importing(dump_line(90_000_001, "Robotyne"), "geonames.txt")
    text = (
        "1\t90000001\tfr\tRobotino-le-Bas\n"
        "2\t701822\tzz\tZhdanovgrad\t\t\t\t\t\t\n"
        "3\t701822\tlink\tHttps-Mariupol\n"
        "4\t701822\tfr\tJdanov\t\t\t\t1\n"
        "5\t99999999\tfr\tNullepart\n"
        "x\ty\n"
    )
    outcome = importing(text, "alternateNamesV2.txt")
    assert (outcome.made.kind, outcome.made.places, outcome.made.rejected) == ("names", 2, 1)
    [spot] = opened((str(outcome.folder),)).find("zhdanovgrad")
    assert (spot.geonames_id, spot.name, spot.primary) == (701822, "Mariupol", False)
    assert found(outcome.folder, "Robotino le Bas") == [("Robotyne", "city", 1500)]
    assert found(outcome.folder, "Https-Mariupol") == found(outcome.folder, "Nullepart") == []
    both = [s for s in opened((str(outcome.folder),)).find("mariupol") if s.geonames_id == 701822]
    assert len(both) == 1


def test_what_is_imported_is_listed_replaced_and_removed(
    importing: Callable[..., Outcome], home: Path
) -> None:
    assert imported.imported() == ()
    first = importing(VILLAGES).made
    again = importing(VILLAGES).made
    other = importing(VILLAGES + "Elsewhere,1,2,,,,\n").made
    assert first.digest == again.digest != other.digest
    assert imported.imported() == (other,)
    assert used((str(home / "villages"),))[0] == "packaged+villages"
    assert used((str(home / "villages"),))[1].endswith(f"+{other.digest}")
    remove("villages")
    assert list(home.iterdir()) == []
    with pytest.raises(GazetteerError, match="'villages' is neither"):
        remove("villages")
    with pytest.raises(GazetteerError, match="no name for a gazetteer"):
        import_file(home, "../villages")


def test_what_is_read_with_is_what_was_chosen(
    importing: Callable[..., Outcome],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _: tmp_path / "cache")
    importing(VILLAGES)
    assert chosen(None) == (str(home / "villages"),)
    assert chosen(["villages", "villages"]) == (str(home / "villages"),)
    assert chosen(["none"]) == chosen([]) == ()
    with pytest.raises(GazetteerError, match="imported are: villages"):
        chosen(["nothing"])
    other = tmp_path / "plants.csv"
    other.write_text("name,lat,lon\nKunlun,1,2\n", encoding="utf-8")
    [path] = chosen([str(other)])
    assert chosen([str(other)]) == (path,)
    assert found(Path(path), "Kunlun") == [("Kunlun", "city", 1500)]
    other.write_text("name,lat,lon\nKunlun,1,2\nBroken,x,2\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"plants.csv, line 3: 1 rows are no places"):
        chosen([str(other)])


@pytest.mark.parametrize("file", ["keys.bin", "firsts.txt", "about.json"])
def test_a_damaged_gazetteer_is_an_error_that_says_what_to_do(
    importing: Callable[..., Outcome], file: str
) -> None:
    outcome = importing(VILLAGES)
    (outcome.folder / file).unlink()
    if file != "about.json":
        with pytest.raises(GazetteerError, match=r"is damaged .*; import villages.csv again"):
            chosen(["villages"])
    with pytest.raises(GazetteerError, match="import"):
        opened.__wrapped__((str(outcome.folder),))


def test_an_index_built_in_many_parts_finds_every_name_most_people_first(tmp_path: Path) -> None:
    rows = [
        Row(n, "city", (f"Town {n % 700}", f"Alias{n}"), "XA", "XA.1", 1.0, 2.0, n, 1500)
        for n in range(1, 30_001)
    ]
    assert build(iter(rows), tmp_path) == (30_000, 60_000)
    index = Index(mapped(tmp_path))
    people = [spot.population for spot in index.find("town 12")]
    assert people == sorted((n for n in range(1, 30_001) if n % 700 == 12), reverse=True)
    assert all(index.find(f"alias{n}")[0].geonames_id == n for n in range(1, 30_001, 997))


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "spelling", "kind", "lat", "radius"),
    [
        ("L’armée a repris Robotyne mercredi.", "Robotyne", "city", 47.4453, 1200),
        ("Des tirs ont visé l’aciérie Azovstal.", "aciérie Azovstal", "facility", 47.0958, 2000),
        ("La ferme des Tilleuls a brûlé jeudi.", "ferme des Tilleuls", "facility", 48.5, 500),
        ("Les combats autour de Роботине durent.", "Роботине", "city", 47.4453, 1200),
        ("À l’aciérie Azovstal, le calme règne.", "aciérie Azovstal", "facility", 47.0958, 2000),
    ],
)
def test_a_listed_place_is_read_at_its_own_point_with_its_own_radius(
    importing: Callable[..., Outcome],
    parse_of: ParseOf,
    text: str,
    spelling: str,
    kind: str,
    lat: float,
    radius: int,
) -> None:
    folder = str(importing(VILLAGES).folder)
    places: dict[str, Place] = {p.span.text: p for p in read_places(parse_of(text), (folder,))}
    place = places[spelling]
    assert (place.kind, place.precision_m, place.geonames_id) == (kind, radius, None)
    assert place.lat == pytest.approx(lat, abs=0.001)

"""Every format says which reports were withdrawn."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest

from recoupe.engine import LocalEngine
from recoupe.export.masking.kept import masked_store
from recoupe.export.material import Material
from recoupe.filing.checking import check_case
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from tests.export.conftest import ONE, TWO, handed, table, written
from tests.store import building, notices


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    """A casefile of two reports of one attack, the first of which was withdrawn."""
    with new_casefile(str(tmp_path_factory.mktemp("gone") / "case"), author="Ana") as made:
        made.add_report(*notices.published(ONE, version="2"), author="Ana")
        made.add_report(*building.report(TWO, killed=14, version="2"), author="Ana")
        made.add_report(*notices.notice(ONE), author="Ana")
        check_case(made, LocalEngine())
        yield made


@pytest.fixture
def what(case: Casefile) -> Material:
    return handed(case)


def test_tables_have_a_column_for_it(what: Material) -> None:
    packed = written("csv", what)
    reports = {row["url"]: row for row in table("reports", packed)}
    assert reports[ONE]["withdrawn"] == "canceled"
    assert reports[ONE]["withdrawn_at"] == "2022-05-05T15:00+00:00"
    assert reports[TWO]["withdrawn"] == ""
    said = {row["report_id"]: row["withdrawn"] for row in table("said", packed)}
    assert said[reports[ONE]["report_id"]] == "canceled"
    assert {row["withdrawn"] for row in table("statements", packed)} == {"canceled", ""}


@pytest.mark.parametrize("recorder", ["acled", "ucdp"])
def test_recorders_tables_name_it_and_count_it_for_nothing(what: Material, recorder: str) -> None:
    text = written(recorder, what).decode("utf-8")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    gone, stands = (one.reading.article.id for one in what.reports())
    assert row["recoupe_withdrawn"] == gone
    assert stands in row["recoupe_reports"]
    assert row["recoupe_independent_origins"] == "1"
    assert "withdrawn by their publisher" in " ".join(row.values())


def test_readings_in_json_say_it(what: Material) -> None:
    told = [json.loads(line) for line in written("jsonl", what).decode().splitlines()]
    status = {one["article"]["url"]: one["article"]["withdrawn"] for one in told}
    assert status[ONE]["note"] == notices.NOTE
    assert status[TWO] is None
    assert told[0]["article"]["metadata"]["authors"][0]["name"] == "Ada Holm"
    assert "recalled" not in told[0]["article"]


def test_features_count_withdrawn_reports(what: Material) -> None:
    features = json.loads(written("geojson", what))["features"]
    assert {one["properties"]["withdrawn_reports"] for one in features} == {1}
    assert all(one["properties"]["independent_origins"] == 1 for one in features)


def test_provenance_invalidates_the_article(what: Material) -> None:
    document = json.loads(written("prov", what))
    gone, _ = (one.reading.article.id for one in what.reports())
    (one,) = document["wasInvalidatedBy"].values()
    assert one["prov:entity"] == f"recoupe:{gone}"
    assert "2022-05-05T15:00" in json.dumps(one)


def test_annotations_and_claims_say_it(what: Material) -> None:
    assert '"withdrawn": "canceled"' in written("webannotation", what).decode()
    claims = written("claimreview", what).decode()
    assert '"creativeWorkStatus": "Withdrawn"' in claims


def test_masked_pages_have_the_flag_and_no_name(case: Casefile) -> None:
    gone = next(case.readings()).reading
    case.add_review(Draft("protect", "entity", gone.entities[0].id, "Ana"))
    with case.snapshot() as now:
        assert now.withdrawn() == {gone.article.id}
    store = masked_store(case, "en")
    assert [one.withdrawn for one in store.reports()] == ["canceled", None]
    assert [one.source.withdrawn for one in store.arrivals().arrivals].count("canceled") == 2
    article = store.article(gone.article.id)
    assert article.withdrawn is not None
    assert article.metadata is not None
    assert article.metadata.corrections[0].text == "A video posted on Telegram"

"""Gold data: found or said to be missing, and read on the text's own offsets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recoupe.errors import GoldMissingError
from recoupe.evaluation import gold_folder
from recoupe.evaluation.gold import (
    SUBJECTS,
    corpora,
    read_airwars,
    read_french,
    read_isaf,
    read_polnear,
)
from recoupe.evaluation.gold_markup import aligned, read_geovirus, read_timebank, read_tr_news
from recoupe.evaluation.gold_records import GoldTime, GoldToll


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_the_folder_that_the_variable_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_GOLD", str(tmp_path))
    assert gold_folder() == tmp_path


def test_the_folder_beside_the_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RECOUPE_GOLD", raising=False)
    monkeypatch.setattr("recoupe.evaluation.gold.__file__", str(tmp_path / "a/b/c/d/e.py"))
    (tmp_path / "shared" / "gold").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert gold_folder() == tmp_path / "shared" / "gold"


def test_a_missing_folder_says_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_GOLD", str(tmp_path / "none"))
    with pytest.raises(GoldMissingError, match="RECOUPE_GOLD"):
        gold_folder()
    monkeypatch.delenv("RECOUPE_GOLD")
    monkeypatch.setattr("recoupe.evaluation.gold.__file__", str(tmp_path / "a/b/c/d/e.py"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    with pytest.raises(GoldMissingError, match="RECOUPE_GOLD"):
        gold_folder()


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    for corpus in corpora(frozenset(SUBJECTS)):
        if corpus.bundled:
            continue
        with pytest.raises(GoldMissingError, match=corpus.path):
            next(corpus.reports(tmp_path))
    broken = tmp_path / "polnear.jsonl"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(GoldMissingError, match="line 1"):
        next(read_polnear(broken))
    with pytest.raises(GoldMissingError, match="XML"):
        next(read_geovirus(broken))


def test_each_subject_has_a_corpus_and_profiles_stand_together() -> None:
    for subject in SUBJECTS:
        assert corpora(frozenset({subject}))
    profiles = [corpus.counting for corpus in corpora(frozenset(SUBJECTS))]
    assert profiles == sorted(profiles, key=profiles.index)


def test_french_statements_figures_and_times(tmp_path: Path) -> None:
    text = "Anne a dit « non » mardi à 12 personnes."
    statement = {
        "content": [[11, 19]],
        "cue": [5, 10],
        "source": None,
        "speaker": "Anne",
        "type": "direct",
        "stance": "refuses",
        "hedged": False,
    }
    figure = {"span": [27, 39], "low": 12, "high": None, "what": "other", "hedged": True}
    record = {
        "id": "a",
        "published": None,
        "text": text,
        "attributions": [statement],
        "figures": [figure | {"according_to": None}],
        "times": [{"span": [19, 24], "value": None}],
    }
    [report] = read_french(lines(tmp_path / "fr.jsonl", record))
    assert report.statements is not None
    assert report.statements[0].content == ((11, 18),)  # without the space at its end
    assert report.statements[0].cue == ((5, 10),)
    assert report.statements[0].source == ()
    assert report.figures is not None
    assert (report.figures[0].approximate, report.figures[0].high) == (False, None)
    assert report.times == (GoldTime((19, 24), None, None),)
    assert report.places is None


def test_english_statements(tmp_path: Path) -> None:
    record = {
        "id": "a",
        "text": "Yes, she said, no.",
        "attributions": [{"source": [[5, 8]], "cue": [[9, 13]], "content": [[15, 17], [0, 3]]}],
    }
    [report] = read_polnear(lines(tmp_path / "polnear.jsonl", record))
    assert report.statements is not None
    assert report.statements[0].content == ((0, 3), (15, 17))
    assert not report.statements[0].named


def test_tolls(tmp_path: Path) -> None:
    coded = {"code": "A1", "text": "x", "civ_killed_min": 1, "civ_killed_max": 2}
    path = lines(tmp_path / "airwars.jsonl", coded, {"code": "A2", "text": "y"})
    [report] = read_airwars(path)
    assert report.tolls == (GoldToll("killed", 1, 2),)
    path = lines(
        tmp_path / "isaf.jsonl", {"text": "x", "gold": {"min_killed": 0, "min_captured": 3}}
    )
    [report] = read_isaf(path)
    assert report.tolls == (GoldToll("killed", 0, None), GoldToll("detained", 3, None))


def test_toponyms_stand_where_their_names_do(tmp_path: Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text(
        "<articles><article><text>From Lyon to Riga.</text><locations>"
        "<location><name>Lyon</name><start>6</start><lat>45.7</lat><lon>4.8</lon></location>"
        "<location><name>Oslo</name><start>14</start><lat>1</lat><lon>1</lon></location>"
        "</locations></article></articles>",
        encoding="utf-8",
    )
    [report] = read_geovirus(path)
    assert report.places is not None
    assert [(place.span, place.lat) for place in report.places] == [((5, 9), 45.7)]


def test_toponyms_without_coordinates(tmp_path: Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text(
        "<articles><article docid='7'><dltime>2016-12-19</dltime><text>Near Lyon.</text>"
        "<toponyms><toponym><phrase>Lyon</phrase><start>5</start></toponym></toponyms>"
        "</article></articles>",
        encoding="utf-8",
    )
    [report] = read_tr_news(path)
    assert (report.id, report.published) == ("7", "2016-12-19")
    assert report.places is not None
    assert report.places[0].lat is None


def test_a_date_that_is_not_iso_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "places.xml"
    path.write_text(
        "<articles><article docid='7'><dltime>Dec 16 2016</dltime><text>Near Lyon.</text>"
        "</article></articles>",
        encoding="utf-8",
    )
    [report] = read_tr_news(path)
    assert report.published is None


def test_the_nearest_place_of_a_name() -> None:
    assert aligned("aa aa aa", "aa", 4) == (3, 5)
    assert aligned("aa" + " " * 60, "aa", 60) is None
    assert aligned("aa", "", 0) is None


def test_timex3_on_the_offsets_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(
        "<TimeML><DCT><TIMEX3 type='DATE' value='2022-05-05'>5</TIMEX3></DCT><TEXT>They "
        "<EVENT>left</EVENT> <TIMEX3 type='DATE' value='2022-05-04'>yesterday</TIMEX3>."
        "<TIMEX3 type='DURATION' value='P1D'/></TEXT></TimeML>",
        encoding="utf-8",
    )
    [report] = read_timebank(tmp_path)
    assert report.text == "They left yesterday."
    assert report.published == "2022-05-05"
    assert report.times == (GoldTime((10, 19), "DATE", "2022-05-04"),)


@pytest.mark.shared
def test_the_real_gold_data_hold_what_their_readme_says(gold: Path) -> None:
    sizes = {}
    for corpus in corpora(frozenset({"statements", "places"})):
        reports = list(corpus.reports(gold))
        marked = sum(len(report.statements or report.places or ()) for report in reports)
        sizes[corpus.name] = (len(reports), marked)
        assert all(report.text.strip() for report in reports)
    assert sizes == {
        "fr_dev": (30, 356),
        "polnear_dev": (84, 2192),
        "own_fr_seen": (26, 236),
        "own_fr_unseen": (26, 257),
        "tr_news": (118, 1319),
        "geovirus": (229, 2170),
    }

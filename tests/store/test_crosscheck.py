"""The kept cross-check, asked: stories, findings and lineage a page at a time, and all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.engine import LocalEngine
from recoupe.errors import StoreError
from recoupe.filing.checking import check_case
from recoupe.model import CrossCheck, Draft
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.backup import backup, copy_casefile
from recoupe.store.checks import AGAIN
from tests.store.building import report

ME = "Ana"
FAR = "Nothing burns here at night"


@pytest.fixture
def store(case: str) -> Iterator[Casefile]:
    """A casefile that was checked: three reports of one shelling."""
    with checked(case) as casefile:
        yield casefile


def checked(case: str) -> Casefile:
    casefile = new_casefile(case, author=ME)
    for name, killed in (("one", 12), ("two", 12), ("three", 17)):
        made = report(f"https://{name}.example/x", killed=killed, version="2")
        casefile.add_report(*made, author=ME)
    check_case(casefile, LocalEngine())
    return casefile


def kept(store: Casefile) -> CrossCheck:
    found = store.crosscheck()
    assert found is not None
    return found


def test_before_the_first_check_there_is_nothing(case: str) -> None:
    with new_casefile(case, author=ME) as casefile:
        assert casefile.crosscheck() is None
        assert casefile.check_state() is None
        assert casefile.status().check is None
        assert casefile.stories().stories == ()
        assert casefile.findings().total == 0


def test_stories_come_in_pages_with_counts(store: Casefile) -> None:
    (story,) = kept(store).stories
    page = store.stories(limit=1)
    assert (page.total, page.more) == (1, False)
    (one,) = page.stories
    assert one.story == story
    assert one.findings == len(kept(store).findings)
    assert one.contested == sum(f.kind in {"dispute", "denial"} for f in kept(store).findings)
    assert store.story(story.id) == one
    assert store.stories(offset=1).stories == ()
    with pytest.raises(StoreError, match="there is no such story now"):
        store.story("story-0")


def test_stories_of_a_report_are_found_by_its_id_and_by_its_articles(store: Casefile) -> None:
    for record in store.reports():
        for id_ in (record.id, record.article):
            assert store.stories(report=id_).total == 1
    assert store.stories(report="report-0").total == 0


def test_findings_of_a_story_come_in_their_order(store: Casefile) -> None:
    found = kept(store)
    (story,) = found.stories
    pages = [store.findings(story=story.id, limit=2, offset=at) for at in range(0, 99, 2)]
    told = [finding for page in pages for finding in page.findings]
    assert tuple(told) == found.findings
    assert pages[0].more
    assert pages[0].total == len(found.findings)


def test_findings_are_found_by_party_report_and_kind(store: Casefile) -> None:
    found = kept(store).findings
    party = next(one.party_id for f in found for one in f.positions if one.party_id is not None)
    wanted = [f for f in found if any(one.party_id == party for one in f.positions)]
    assert store.findings(party=party).findings == tuple(wanted)
    article = kept(store).reports[2].id
    part = [f for f in found if any(s.report == article for p in f.positions for s in p.said)]
    assert store.findings(report=article).findings == tuple(part)
    denials = [f for f in found if f.kind == "denial"]
    assert store.findings(kind="denial").findings == tuple(denials)
    assert denials


def test_lineage_is_of_a_report_and_of_those_that_come_from_it(store: Casefile) -> None:
    derived = kept(store).lineage
    assert derived
    for entry in kept(store).reports:
        wanted = [one for one in derived if entry.id in {one.report, one.source}]
        assert sorted(store.lineage(entry.id), key=repr) == sorted(wanted, key=repr)


def test_it_is_known_how_old_it_is(store: Casefile) -> None:
    fresh = store.check_state()
    assert fresh is not None
    assert (fresh.missing, fresh.stale_since) == (0, None)
    first, *_ = store.readings()
    figure = first.reading.figures[0]
    store.add_review(Draft("note", "figure", figure.id, ME, "as on the tape"))
    store.note_export("csv", {"rows": "4"}, author=ME)
    assert store.check_state() == fresh
    store.add_report(*report("https://four.example/x", quote=FAR), author=ME)
    old = store.status().check
    assert old is not None
    assert (old.log_number, old.missing) == (fresh.log_number, 1)
    assert old.stale_since is not None
    assert old.stale_since > old.checked_at
    (note,) = store.verify().notes
    assert "recoupe check CASE brings it up to date" in note
    assert store.verify().clean
    assert len(kept(store).reports) == 3


def test_a_review_makes_it_old(store: Casefile) -> None:
    first, *_ = store.readings()
    figure = first.reading.figures[0]
    store.add_review(Draft("reject", "figure", figure.id, ME))
    state = store.check_state()
    assert state is not None
    assert (state.missing, state.stale_since is not None) == (0, True)


def test_what_is_damaged_names_the_way_out(store: Casefile) -> None:
    from sqlalchemy import update

    from recoupe.store.schema import checks

    with store.database.writing() as connection:
        connection.execute(update(checks).values(document=b"scribble"))
    with pytest.raises(StoreError, match=AGAIN):
        store.crosscheck()
    check_case(store, LocalEngine(), again=True)
    assert kept(store).findings
    assert store.verify().clean


def test_it_goes_with_a_backup_and_with_a_copy_on_the_other_database(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with checked(str(tmp_path / "case")) as casefile:
        wanted = kept(casefile)
        with open_casefile(str(backup(casefile, author=ME))) as copy:
            assert copy.crosscheck() == wanted
        with copy_casefile(casefile, postgresql, author=ME) as there:
            assert there.crosscheck() == wanted
            assert there.verify().clean
            there.add_report(*report("https://four.example/x", killed=17), author=ME)
            assert len(check_case(there, LocalEngine()).found.reports) == 4
            with copy_casefile(there, str(tmp_path / "back"), author=ME) as back:
                assert back.crosscheck() == there.crosscheck()
                assert back.verify().clean

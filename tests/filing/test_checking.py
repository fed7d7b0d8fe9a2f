"""A kept cross-check is what a check from nothing says, whatever was done before it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from recoupe.comparison import checking
from recoupe.comparison.checking import Checked, StoryReadings
from recoupe.engine import LocalEngine
from recoupe.errors import CasefileDamagedError
from recoupe.filing.checking import check_case, shared_of
from recoupe.flow import check_readings
from recoupe.model import CrossCheck, Draft
from recoupe.store import Casefile, new_casefile, open_casefile
from recoupe.store.keeping import Update
from tests.filing.worlds import ME, report, step

REPORTS = 8
STEPS = 8
ENGINE = LocalEngine()


@pytest.fixture(autouse=True)
def without_contradictions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the reader that takes longest: here it only matters what is compared, and when."""
    monkeypatch.setattr(checking, "contradictions", None)


def from_nothing(casefile: Casefile) -> CrossCheck:
    """Return the cross-check of a casefile as if nothing had been kept."""
    with casefile.snapshot() as now:
        found, failures = check_readings(
            [now.reading(article) for article in now.keys],
            ENGINE,
            shared=shared_of(now),
            said=now.reviews(),
            articles=now.articles,
        )
    assert failures == ()
    return found


def begun(case: str, seed: int = 0) -> Casefile:
    """Return a casefile with a few reports."""
    chance = Random(seed)  # noqa: S311 - not a secret
    casefile = new_casefile(case, author=ME)
    for number in range(REPORTS):
        casefile.add_report(*report(chance, f"https://{number}.example"), author=ME)
    return casefile


def another(seed: int) -> Any:
    return report(Random(seed), f"https://more{seed}.example")  # noqa: S311 - not a secret


@pytest.mark.parametrize("seed", range(3))
def test_the_kept_check_is_what_a_check_from_nothing_says(case: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - not a secret
    with begun(case, seed) as casefile:
        check_case(casefile, ENGINE)
        for _ in range(STEPS):
            done = [step(casefile, chance) for _ in range(chance.randrange(1, 3))]
            checked = check_case(casefile, ENGINE)
            wanted = from_nothing(casefile)
            assert checked.found == wanted, done
            assert casefile.crosscheck() == wanted, done
        assert casefile.verify().problems == ()


def test_where_nothing_altered_nothing_is_compared(case: str) -> None:
    with begun(case) as casefile:
        first = check_case(casefile, ENGINE)
        assert first.anew == len(first.found.stories)
        casefile.note_export("csv", {"rows": "4"}, author=ME)
        again = check_case(casefile, ENGINE)
        assert (again.anew, again.found, again.kept) == (0, first.found, True)
        one, *_ = casefile.readings()
        casefile.replace_reading(replace(one.reading, evidence=()), author=ME)
        casefile.replace_reading(one.reading, author=ME)
        same = check_case(casefile, ENGINE)  # something was done, and comes to nothing
        assert (same.anew, same.found) == (0, first.found)
        assert check_case(casefile, ENGINE, again=True).anew == first.anew


def test_a_review_has_its_story_compared_and_no_other(case: str) -> None:
    with begun(case) as casefile:
        found = check_case(casefile, ENGINE).found
        article = found.stories[0].reports[0]
        statement = casefile.reading(article).reading.statements[0]
        casefile.add_review(Draft("reject", "statement", statement.id, ME))
        assert len(found.stories) > 1
        assert check_case(casefile, ENGINE).anew == 1


def test_another_program_compares_all_anew(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with begun(case) as casefile:
        found = check_case(casefile, ENGINE).found
        for module in ("recoupe.comparison.keys", "recoupe.filing.checking"):
            monkeypatch.setattr(f"{module}.code", lambda: "another")
        again = check_case(casefile, ENGINE)
        assert (again.anew, again.found) == (len(found.stories), found)


def test_a_casefile_that_may_only_be_read_is_checked_and_nothing_is_kept(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with begun(case) as casefile:
        monkeypatch.setattr("recoupe.store.casefile.may_write", lambda _: False)
        checked = check_case(casefile, ENGINE)
        assert not checked.kept
        assert checked.found == from_nothing(casefile)
        assert casefile.crosscheck() is None


def test_a_story_that_fails_is_told_and_tried_again(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    check_story = checking.check_story

    def fails_once(item: StoryReadings) -> Checked:
        if len(item.readings) > 1:
            raise ValueError("on purpose")
        return check_story(item)

    with begun(case) as casefile:
        monkeypatch.setattr(checking, "check_story", fails_once)
        first = check_case(casefile, ENGINE)
        assert first.failures
        assert casefile.crosscheck() == first.found
        monkeypatch.setattr(checking, "check_story", check_story)
        second = check_case(casefile, ENGINE)
        assert (second.failures, second.anew) == ((), len(first.failures))
        assert second.found == from_nothing(casefile)


# Several at once


class Meddling(Casefile):
    """A casefile in which somebody else does something right before a check is kept, once."""

    meddle: Any = None

    def keep_check(self, update: Update) -> bool:
        if self.meddle is not None:
            meddle, self.meddle = self.meddle, None
            meddle()
        return super().keep_check(update)


def meddling(casefile: Casefile, meddle: Any) -> Meddling:
    made = Meddling(casefile.database, casefile.vault, casefile.index)
    made.meddle = meddle
    return made


def test_what_is_added_meanwhile_is_not_in_the_check_and_that_is_known(case: str) -> None:
    with begun(case) as casefile, open_casefile(case) as other:

        def add() -> None:
            other.add_report(*another(1), author=ME)

        checked = check_case(meddling(casefile, add), ENGINE)
        assert len(checked.found.reports) == REPORTS
        state = casefile.check_state()
        assert state is not None
        assert (state.missing, state.stale_since is not None) == (1, True)
        assert casefile.crosscheck() == checked.found
        assert casefile.verify().clean
        assert check_case(casefile, ENGINE).found == from_nothing(casefile)


def test_who_comes_second_goes_on_from_the_newer_check(case: str) -> None:
    """The older state of the casefile never takes the place of the newer one."""
    with begun(case) as casefile, open_casefile(case) as other:

        def add_and_check() -> None:
            other.add_report(*another(2), author=ME)
            check_case(other, ENGINE)

        checked = check_case(meddling(casefile, add_and_check), ENGINE)
        assert len(checked.found.reports) == REPORTS + 1
        assert casefile.crosscheck() == checked.found == from_nothing(casefile)
        assert casefile.check_state() == replace(_state(casefile), missing=0, stale_since=None)


def _state(casefile: Casefile) -> Any:
    return casefile.check_state()


def test_a_damaged_reading_is_told_and_nothing_is_kept(case: str) -> None:
    from sqlalchemy import update

    from recoupe.store.schema import readings

    with begun(case) as casefile:
        with casefile.database.writing() as connection:
            connection.execute(update(readings).values(document=b"scribble"))
        with pytest.raises(CasefileDamagedError, match="reread"):
            check_case(casefile, ENGINE)
        assert casefile.crosscheck() is None


def test_stories_know_the_older_versions_and_the_stock_of_the_corpus(case: str) -> None:
    with begun(case) as casefile:
        casefile.add_report(*report(Random(77), "https://0.example"), author=ME)  # noqa: S311
        with casefile.snapshot() as now:
            shared = shared_of(now)
            [(latest, [older])] = shared.versions.items()
            assert latest == older.report == now.articles[latest]
            assert older.text != now.text(latest)
            assert set(shared.known.phrases) == set(now.keys)

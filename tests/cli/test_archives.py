"""What is told of web archives, and that pages without a report are no failures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from recoupe.capture import capture_inputs
from recoupe.capture.archives import Account, Accounts
from recoupe.cli.archives import account_lines, account_words, how_far
from recoupe.engine import LocalEngine
from recoupe.filing import file_reports
from recoupe.flow import ReadOptions
from recoupe.model import Declared
from recoupe.store import new_casefile
from tests.capture.archives.making import Warc, page


def test_an_account_tells_what_is_there_and_no_more() -> None:
    account = Account()
    account.held.update(page=3, known=1, media=1200, broken=1)
    account.passed.update(no_article=2)
    assert account_words([account]) == (
        "1,205 records: 4 pages (2 read, 2 without a report), 1,200 pictures, sounds and films, "
        "1 broken"
    )


def test_many_archives_are_told_together() -> None:
    accounts = Accounts()
    for number in range(9):
        accounts.begin(f"{number}.warc", 10).held["page"] += 1
    assert list(account_lines(accounts)) == ["9 web archives: 9 records: 9 pages"]


def test_how_far_it_is_is_told_in_percent_where_the_size_is_known() -> None:
    assert how_far(Account(size=200, read=50)) == ", 25 % of the archive"
    assert how_far(Account(read=3_000_000)) == ", 3 MB of the archive"
    again = Account(size=200, read=50, again=True)
    assert how_far(again) == ", 25 % of the archive, for what its pages show"


def test_what_was_kept_with_the_reports_is_told_and_what_could_not_be_looked_for() -> None:
    assert account_words([Account(shown=1)]).endswith("; 1 picture or film kept with the reports")
    assert account_words([Account(unsought=2)]).endswith(
        "; 2 pictures and films not looked for, since it could not be read a second time: give the "
        "file by its name"
    )


def test_pages_without_a_report_are_counted_and_not_kept(tmp_path: Path) -> None:
    front = b"<html><body><ul><li><a href=/a>One</a><li><a href=/b>Two</a></ul></body></html>"
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        Warc()
        .answer("http://paper.example/", front)
        .answer("http://paper.example/one", page(1))
        .made
    )
    accounts = Accounts()
    captures = capture_inputs(
        [str(path)], declared=Declared(), allow_private=False, accounts=accounts
    )
    options = ReadOptions(date(2030, 1, 1), mode="fast")
    with new_casefile(str(tmp_path / "case"), author="Ana") as store:
        filed = list(
            file_reports(captures, store, options, LocalEngine(1), author="Ana", accounts=accounts)
        )
        assert [one.input for one in filed] == [f"{path}#2"]
        assert list(store.failures()) == []
    assert accounts.of[str(path)].passed == {"no_article": 1}

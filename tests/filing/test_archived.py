"""Pictures in web archives are kept with the pages that show them, wherever they stand there."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from recoupe.capture.archives import Account, Accounts
from recoupe.dossier.pages.showing import evidence_lines, shown_lines
from recoupe.engine.local import LocalEngine
from recoupe.errors import StoreError
from recoupe.filing import Asked, Filed, begin_job, retry_failures, run_job
from recoupe.model import Failure
from recoupe.store import Casefile
from tests.capture.archives.making import Warc, raw
from tests.capture.archives.test_packages import package
from tests.pictures import jpeg, photo

pytestmark = pytest.mark.models

SITE = "https://paper.example"
PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
{pictures}<p>The mayor said on Wednesday that {count} people were killed at the market.</p>
<p>A witness said that the bombs fell at noon, when the stalls were full of people.</p>
</article></body></html>"""
FALSE = "\r\n".join(
    (
        "WARC/1.0",
        "WARC-Type: resource",
        "WARC-Date: 2022-05-05T10:00:00Z",
        f"WARC-Target-URI: {SITE}/bad.jpg",
        f"WARC-Block-Digest: sha1:{'A' * 32}",
        "Content-Type: image/jpeg",
    )
)
"""The head of a record whose bytes are not those of its digest."""
BEFORE, BOTH, BEHIND, UNSHOWN = (jpeg(photo(number)) for number in (1, 4, 7, 10))


def page(title: str, count: int, *names: str) -> bytes:
    """Return a page that shows pictures of these names."""
    shown = "".join(f'<figure><img src="/{name}" width="600"></figure>' for name in names)
    return PAGE.format(title=title, count=count, pictures=shown).encode()


ONE = page("Twelve killed at the market", 12, "before.jpg", "both.jpg#wide", "cut.jpg")
TWO = page("Market bombed, fourteen dead", 14, "both.jpg", "à côté.jpg", "gone.jpg", "bad.jpg")


def warc() -> bytes:
    """Return an archive with two pages, and pictures before and behind them."""
    made = Warc().info().answer(f"{SITE}/before.jpg", BEFORE, "image/jpeg")
    made.answer(f"{SITE}/unshown.jpg", UNSHOWN, "image/jpeg")
    made.answer(f"{SITE}/gone.jpg", BEFORE, "image/jpeg", status="404 Not Found")
    made.answer(f"{SITE}/one", ONE, asked=True).answer(f"{SITE}/two", TWO, asked=True)
    made.answer(f"{SITE}/cut.jpg", BEHIND[:2000], "image/jpeg")
    made.other("resource", f"{SITE}/%C3%A0%20c%C3%B4t%C3%A9.jpg", BEHIND, "image/jpeg")
    made.answer(f"{SITE}/both.jpg", BOTH, "application/octet-stream")
    return made.made + gzip.compress(raw(FALSE, UNSHOWN))


def added(
    store: Casefile, path: Path, moved: Callable[[Account], None] = lambda _: None
) -> tuple[list[Filed], Account]:
    job = begin_job(store, [str(path)], Asked(mode="fast"), author="Ana")
    accounts, today = Accounts(moved=moved), date(2022, 6, 1)
    engine = LocalEngine(1)
    filed = list(
        run_job(job, [str(path)], store, engine, author="Ana", today=today, accounts=accounts)
    )
    return filed, accounts.of[str(path)]


def articles(filed: list[Filed]) -> Iterator[str]:
    for one in filed:
        assert not isinstance(one.result, Failure), one.result.message
        yield one.result.article


def given(store: Casefile, article: str) -> dict[str, bytes | None]:
    """Return the bytes that are kept of what an article shows, by its last name."""
    return {
        shown.url.rpartition("/")[2]: store.media_file(file.sha256)[1] if file else None
        for shown, file in store.media_of(article)
    }


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.wacz"])
def test_pictures_before_and_behind_their_pages_are_kept(
    casefile: Casefile, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    packed = name.endswith("wacz")
    path.write_bytes(package({"archive/a.warc.gz": warc()}) if packed else warc())
    filed, account = added(casefile, path)
    one, two = articles(filed)
    assert given(casefile, one) == {
        "before.jpg": BEFORE,
        "both.jpg#wide": BOTH,
        "cut.jpg": BEHIND[:2000],
    }
    assert given(casefile, two) == {
        "both.jpg": BOTH,
        "à côté.jpg": BEHIND,
        "gone.jpg": None,
        "bad.jpg": None,
    }
    assert (account.shown, account.unsought) == (4, 0)
    (cut,) = [
        file for shown, file in casefile.media_of(one) if file and shown.url.endswith("cut.jpg")
    ]
    assert "broken or cut off" in (cut.trouble or "")
    with pytest.raises(StoreError):
        casefile.media_file(hashlib.sha256(UNSHOWN).hexdigest())
    assert not casefile.verify().problems


def test_a_picture_of_two_pages_is_one_piece_of_evidence(
    casefile: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc())
    one, two = articles(added(casefile, path)[0])
    first, *_ = evidence_lines(casefile, [one, two], ())
    assert {leaning.source.article for leaning in first.reports} == {one, two}
    (line,) = [
        each
        for each in shown_lines(casefile, casefile.article(two))
        if each.shown.url.endswith("both.jpg")
    ]
    assert [leaning.source.article for leaning in line.others] == [one]


def test_an_archive_added_again_gives_what_it_did_not_give_before(
    casefile: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(Warc().info().answer(f"{SITE}/one", ONE).made)
    filed, account = added(casefile, path)
    (one,) = articles(filed)
    assert (set(given(casefile, one).values()), account.shown) == ({None}, 0)
    path.write_bytes(warc())
    (known, _), account = added(casefile, path)
    assert not isinstance(known.result, Failure)
    assert (known.result.outcome, known.result.article) == ("known", one)
    assert given(casefile, one)["before.jpg"] == BEFORE
    assert account.shown == 4
    assert added(casefile, path)[1].shown == 0


def test_an_archive_is_read_again_only_where_its_pages_show_something(
    casefile: Casefile, tmp_path: Path
) -> None:
    for name, shown in (("plain", ()), ("shown", ("before.jpg",))):
        path = tmp_path / f"{name}.warc"
        body = page(f"Killed at the market of {name}", 12, *shown)
        path.write_bytes(Warc(packed=False).answer(f"{SITE}/{name}", body).made)
        again: list[bool] = []
        added(casefile, path, lambda account, again=again: again.append(account.again))  # type: ignore[misc]
        assert any(again) == bool(shown)


def records(store: Casefile, article: str) -> list[tuple[str, str, int | None]]:
    """Return the records that are kept with an article: kind, last part of the address, status."""
    return [
        (one.type, (one.url or "").rpartition("/")[2], one.status)
        for one in store.captured(article).records
    ]


def test_the_records_of_pictures_are_kept_behind_those_of_their_page(
    casefile: Casefile, tmp_path: Path
) -> None:
    path = tmp_path / "crawl.warc.gz"
    made = Warc().answer(f"{SITE}/one", page("Twelve killed", 12, "a.jpg", "b.jpg"), asked=True)
    made.answer(f"{SITE}/b.jpg", BOTH, "image/jpeg", http={"ETag": '"7"'}, asked=True)
    made.answer(f"{SITE}/c.jpg", UNSHOWN, "image/jpeg", asked=True)
    made.other("resource", f"{SITE}/a.jpg", BEFORE, "image/jpeg")
    path.write_bytes(made.made)
    (one,) = articles(added(casefile, path)[0])
    page_first = [("request", "one", None), ("response", "one", 200)]
    shown = [("request", "b.jpg", None), ("response", "b.jpg", 200), ("resource", "a.jpg", None)]
    assert records(casefile, one) == [*page_first, *shown]
    response = casefile.captured(one).records[3]
    kept = gzip.decompress(casefile.record(response.id).content)
    assert kept in gzip.decompress(made.made)
    assert BOTH in kept
    assert b'ETag: "7"' in kept
    added(casefile, path)
    assert records(casefile, one) == [*page_first, *shown]
    assert not casefile.verify().problems


@pytest.mark.parametrize("turned", [False, True])
def test_redirects_are_followed_within_the_archive(
    casefile: Casefile, tmp_path: Path, turned: bool
) -> None:
    steps = [
        lambda made: made.answer(
            f"{SITE}/a.jpg", b"", status="301 Moved", http={"Location": "/b.jpg"}, asked=True
        ),
        lambda made: made.answer(
            f"{SITE}/b.jpg", b"", status="302 Found", http={"Location": f"{SITE}/c.jpg"}
        ),
        lambda made: made.answer(f"{SITE}/c.jpg", BOTH, "image/jpeg"),
    ]
    made = Warc().answer(f"{SITE}/one", page("Twelve killed", 12, "a.jpg"))
    for step in reversed(steps) if turned else steps:
        step(made)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(made.made)
    (one,) = articles(added(casefile, path)[0])
    assert given(casefile, one) == {"a.jpg": BOTH}
    assert records(casefile, one) == [
        ("response", "one", 200),
        ("request", "a.jpg", None),
        ("response", "a.jpg", 301),
        ("response", "b.jpg", 302),
        ("response", "c.jpg", 200),
    ]


def test_redirects_that_lead_nowhere_end(casefile: Casefile, tmp_path: Path) -> None:
    made = Warc().answer(f"{SITE}/one", page("Twelve killed", 12, "a.jpg", "lost.jpg", "x.jpg"))
    for here, there in (("a", "b"), ("b", "c"), ("c", "a"), ("lost", "nowhere"), ("x", "x")):
        http = {"Location": f"/{there}.jpg"}
        made.answer(f"{SITE}/{here}.jpg", b"", status="302 Found", http=http)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(made.made)
    filed, account = added(casefile, path)
    (one,) = articles(filed)
    assert set(given(casefile, one).values()) == {None}
    assert (account.shown, len(records(casefile, one))) == (0, 1)


def test_another_size_of_a_picture_stands_for_it(casefile: Casefile, tmp_path: Path) -> None:
    body = PAGE.format(
        title="Twelve killed",
        count=12,
        pictures="<figure><picture><source srcset='/large.jpg 1200w, /odd.avif 2000w'>"
        "<img src='/small.jpg' srcset='/small.jpg 300w, /middle.jpg 600w'></picture></figure>",
    ).encode()
    made = Warc().answer(f"{SITE}/one", body).answer(f"{SITE}/middle.jpg", BOTH, "image/jpeg")
    made.answer(f"{SITE}/large.jpg", BEHIND, "image/jpeg")
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(made.made)
    filed, account = added(casefile, path)
    (one,) = articles(filed)
    assert given(casefile, one) == {"small.jpg": BOTH}  # the size that stands first
    assert account.shown == 1
    assert records(casefile, one)[1:] == [("response", "middle.jpg", 200)]


def test_what_is_tried_again_has_its_pictures(casefile: Casefile, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    job = begin_job(casefile, [str(path)], Asked(mode="fast"), author="Ana")
    today = date(2022, 6, 1)
    list(run_job(job, [str(path)], casefile, LocalEngine(1), author="Ana", today=today))
    assert len(list(casefile.failures())) == 1
    path.write_bytes(warc())
    accounts = Accounts()
    filed = list(
        retry_failures(
            casefile, LocalEngine(1), Asked(), author="Ana", today=today, accounts=accounts
        )
    )
    one, _ = articles(filed)
    assert given(casefile, one)["before.jpg"] == BEFORE
    assert accounts.of[str(path)].shown == 4
    assert list(casefile.failures()) == []


def test_what_is_piped_in_is_told_to_be_without_its_pictures(
    casefile: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc())
    with path.open("rb") as file:
        monkeypatch.setattr("sys.stdin", type("Piped", (), {"buffer": file}))
        filed, account = added(casefile, Path("-"))
    assert (account.shown, account.unsought) == (0, 6)
    assert [set(given(casefile, one).values()) for one in articles(filed)] == [{None}, {None}]


def test_what_is_larger_than_a_picture_may_be_is_left_out(
    casefile: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_MAX_MEDIA_BYTES", str(len(BOTH) - 1))
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(warc())
    one, _ = articles(added(casefile, path)[0])
    assert given(casefile, one)["both.jpg#wide"] is None

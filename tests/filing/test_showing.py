"""What reports show is kept with them, wherever its bytes were given, and never fails them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recoupe.capture import capture_inputs
from recoupe.capture.warc.writing import resource_of
from recoupe.engine.local import LocalEngine
from recoupe.filing import file_reports
from recoupe.filing.showing import keep_shown
from recoupe.flow import ReadOptions
from recoupe.model import Declared
from recoupe.store import Store, new_casefile
from tests.pictures import TRANSFORMS, jpeg, mirrored, photo

pytestmark = pytest.mark.models

PAGE = """<html lang="en"><head><title>Twelve killed at the market</title></head><body><article>
<h1>Twelve killed at the market</h1>
<figure><img src="{src}" width="600"><figcaption>Smoke over the market on Tuesday.</figcaption>
</figure><p>The mayor said on Wednesday that twelve people were killed at the market. {more}</p>
<p>A witness said that the bombs fell at noon, when the stalls were full of people.</p>
</article></body></html>"""


@pytest.fixture
def store(tmp_path: Path):
    with new_casefile(str(tmp_path / "case"), author="tester") as casefile:
        yield casefile


def _added(store: Store, path: Path, *, beside: bool = True) -> str:
    captures = capture_inputs(
        [str(path)],
        declared=Declared(url=f"https://{path.stem}.example/one", published="2022-05-04"),
        allow_private=False,
    )
    options = ReadOptions(today=date(2022, 6, 1), mode="fast")
    (filed,) = file_reports(
        captures, store, options, LocalEngine(1), author="tester", beside=beside
    )
    return filed.result.article  # type: ignore[union-attr]


def _page(folder: Path, name: str, picture: bytes, more: str = "") -> Path:
    beside = folder / f"{name}_files"
    beside.mkdir()
    (beside / "one.jpg").write_bytes(picture)
    page = folder / f"{name}.html"
    page.write_text(PAGE.format(src=f"{name}_files/one.jpg", more=more))
    return page


def test_a_saved_page_has_its_pictures_beside_it(store: Store, tmp_path: Path) -> None:
    article = _added(store, _page(tmp_path, "daily", jpeg(photo(1))))
    ((shown, file),) = store.media_of(article)
    assert shown.url == "https://daily.example/daily_files/one.jpg"
    assert file is not None
    assert (file.width, file.height) == photo(1).size
    assert store.media_file(file.sha256)[1] == jpeg(photo(1))
    assert not store.verify().problems


def test_files_are_looked_for_only_beside_reports_that_a_person_named(
    store: Store, tmp_path: Path
) -> None:
    article = _added(store, _page(tmp_path, "daily", jpeg(photo(1))), beside=False)
    ((_, file),) = store.media_of(article)
    assert file is None


def test_a_page_reaches_nothing_outside_its_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(jpeg(photo(1)))
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    for name, source in (("up", "../secret.jpg"), ("linked", "link.jpg")):
        page = inside / f"{name}.html"
        page.write_text(PAGE.format(src=source, more=name))
        assert all(file is None for _, file in store.media_of(_added(store, page)))


def test_a_folder_beside_a_report_holds_what_it_shows(store: Store, tmp_path: Path) -> None:
    report = tmp_path / "told.txt"
    report.write_text(
        "Twelve killed\n\nThe mayor said that twelve people were killed on Tuesday.\n"
    )
    folder = tmp_path / "told_media"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(jpeg(photo(1)))
    (folder / "notes.txt").write_text("no picture")
    ((shown, file),) = store.media_of(_added(store, report))
    assert shown.url == "told_media/a.jpg"
    assert file is not None


def test_pictures_in_records_are_kept(store: Store, tmp_path: Path) -> None:
    from dataclasses import replace

    page = tmp_path / "post.html"
    page.write_text(PAGE.format(src="https://post.example/one.jpg", more=""))
    article = _added(store, page)
    captures = capture_inputs([str(page)], declared=Declared(), allow_private=False)
    (capture,) = captures
    record = resource_of(
        "https://post.example/one.jpg",
        datetime(2022, 5, 4, tzinfo=UTC),
        "image/jpeg",
        jpeg(photo(1)),
    )
    with_records = replace(capture, records=(record,))
    for _ in range(2):
        keep_shown(store, with_records, store.article(article), author="tester")
    ((_, file),) = store.media_of(article)
    assert file is not None


def test_a_broken_picture_costs_its_report_nothing(store: Store, tmp_path: Path) -> None:
    article = _added(store, _page(tmp_path, "daily", jpeg(photo(1))[:2000]))
    ((_, file),) = store.media_of(article)
    assert file is not None
    assert "broken or cut off" in (file.trouble or "")


def test_one_picture_in_three_reports_is_one_piece(store: Store, tmp_path: Path) -> None:
    import numpy as np

    crop = TRANSFORMS["cropped by 20 %"](photo(1), np.random.default_rng(1))
    for name, picture in (("one", photo(1)), ("two", crop), ("three", mirrored(photo(1)))):
        _added(store, _page(tmp_path, name, jpeg(picture), f"So says {name}."))
    (piece,) = store.pieces()
    assert len(piece.files) == 3
    seen = store.sightings(piece.files)
    assert len({one.source.article for one in seen}) == 3
    assert [one.captured_at for one in seen] == sorted(one.captured_at for one in seen)

"""A dossier in one file: every page in it, every id once, every link to a part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recoupe.dossier.files import Handed, write_dossier
from recoupe.dossier.files.binding import Binding, Leaf
from recoupe.errors import UsageError
from recoupe.store import Casefile
from tests.dossier.files.linked import addresses, tree

REFERRING = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls")


def leaf(path: str, content: str, title: str = "T") -> Leaf:
    return Leaf.of(path, f'<title>{title}</title><main id="main" class="site">{content}</main>')


def bound(*leaves: Leaf) -> str:
    return "".join(Binding({one.path: one for one in leaves}).sections())


def test_every_page_of_the_folder_is_a_section(folder: Path, single: Path) -> None:
    sections = tree(single).xpath("//main/section")
    assert len(sections) == len(list(folder.rglob("*.html")))


def test_every_id_is_there_once_and_every_link_leads_to_one(single: Path) -> None:
    page = tree(single)
    ids = page.xpath("//@id")
    known = set(ids)
    assert len(ids) == len(known)
    ours = [one for one in addresses(page) if not one.startswith(("https://", "http://"))]
    assert len(ours) > 1000
    assert [one for one in ours if one[0] != "#" or one[1:] not in known] == []
    for name in REFERRING:
        wanted = {one for value in page.xpath(f"//@{name}") for one in value.split()}
        assert wanted <= known
    assert "url(#" not in single.read_text(encoding="utf-8")


def test_it_names_no_other_file_and_holds_no_bytes(single: Path) -> None:
    page = tree(single)
    assert page.xpath("//link[@rel='stylesheet'] | //script[@src] | //img | //iframe") == []
    assert page.xpath("//form | //input | //@download") == []
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_links_between_pages_lead_to_headings_and_places() -> None:
    one = leaf("index.html", '<h1>One</h1><a href="reports/a.html">a</a><p id="x">1</p>')
    two = leaf("reports/a.html", '<h1 dir="auto">Two</h1><a href="../index.html#x">b</a>')
    html = bound(one, two)
    assert '<h1 dir="auto" id="p2" data-opening tabindex="-1">Two</h1>' in html
    assert '<a href="#p2">a</a><p id="p1-x">1</p>' in html
    assert '<a href="#p1-x">b</a>' in html


def test_a_place_that_is_not_there_leads_to_the_heading_of_its_page() -> None:
    one = leaf(
        "index.html", '<h1>One</h1><a href="#gone">a</a><a href="https://a.example/#x">b</a>'
    )
    assert '<a href="#p1">a</a><a href="https://a.example/#x">b</a>' in bound(one)


def test_what_a_report_says_of_links_is_left_as_it_is() -> None:
    one = leaf(
        "index.html", "<h1>One</h1><p>&lt;a href=&#34;index.html&#34; id=&#34;x&#34;&gt;</p>"
    )
    assert "&lt;a href=&#34;index.html&#34; id=&#34;x&#34;&gt;" in bound(one)


def test_a_page_without_a_heading_is_led_to_itself() -> None:
    html = bound(leaf("index.html", "<p>Nothing</p>"))
    assert html.startswith('<section class="leaf shown" data-title="T" id="p1" data-opening')


def test_one_that_is_too_large_is_refused_and_not_written(
    case: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.dossier.files.single.MOST", 20_000)
    with pytest.raises(UsageError, match=r"more than 0 MB with the first \d pages; name a folder"):
        write_dossier(case, tmp_path / "large.html", Handed())
    assert list(tmp_path.iterdir()) == []


def test_captured_bytes_are_for_folders(case: Casefile, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="one file holds no captured bytes"):
        write_dossier(case, tmp_path / "a.html", Handed(captures=True))

"""Where links lead in the application."""

from __future__ import annotations

from recoupe.dossier.addresses import WebAddresses

TO = WebAddresses()


def test_what_is_not_asked_for_is_not_in_an_address() -> None:
    assert TO.case() == TO.case(offset=0) == "/"
    assert TO.report("a") == "/reports/a"
    assert TO.said("p") == "/speakers/p#said"
    assert TO.search(q="", party=None) == "/search"


def test_pages_of_lists_are_asked_for_by_how_much_stands_before() -> None:
    assert TO.case(offset=20) == "/?offset=20"
    assert TO.outlet("The Post", offset=30) == "/outlets/The%20Post?offset=30"
    assert TO.report("a", taken=20) == "/reports/a?taken=20"
    assert TO.said("p", stance="denies", offset=30) == "/speakers/p?stance=denies&offset=30#said"
    assert TO.story("s", page=2) == "/stories/s?page=2"


def test_a_place_in_a_report_has_a_fragment() -> None:
    assert TO.report("a", statement="s#1") == "/reports/a?at=s%231#in-s%231"
    assert TO.report("a", words=(4, 9)) == "/reports/a?words=4-9#words"


def test_a_finding_says_itself_on_which_page_of_its_story_it_is() -> None:
    assert TO.story("s", finding="f", page=3) == "/stories/s?finding=f"

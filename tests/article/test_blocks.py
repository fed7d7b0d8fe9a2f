"""The blocks of a page: words between edges, links in them, what is shown among them."""

from __future__ import annotations

import pytest

from recoupe.article.blocks import PageBlocks, blocks_of
from recoupe.article.parsing import parsed


def blocks(body: str, before: str = "<!doctype html>") -> PageBlocks:
    tree = parsed(
        f"{before}<html><head><title>Not a block</title></head><body>{body}</body></html>"
    )
    assert tree is not None
    return blocks_of(tree)


def words(body: str) -> list[str]:
    return [source.text for source in blocks(body).sources]


def shown(body: str) -> list[str]:
    found = blocks(body)
    every = [*(each for source in found.sources for each in source.shown), *found.shown]
    return [each.url for each in every]


def test_a_block_is_what_stands_between_edges_with_single_spaces() -> None:
    body = "<p>One  <b>bold</b>\n word</p>two<div>three<br>four</div>"
    assert words(body) == ["One bold word", "two", "three", "four"]


@pytest.mark.parametrize("tag", ["script", "svg", "form", "button", "template", "object"])
def test_what_is_no_text_is_passed_over_with_all_in_it(tag: str) -> None:
    body = f"<p>Before</p><{tag}>no<{tag}></{tag}></{tag}><p>behind</p>"
    assert words(body)[0] == "Before"
    assert words(body)[-1] == "behind"
    assert "no" not in words(f"<p>Before</p><{tag}>no</{tag}><p>behind</p>")


def test_marks_of_html_in_words_are_words() -> None:
    assert words("<p>1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;amp; é</p>") == ["1 < 2 && 3 > 2, &amp; é"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/x.dtd">',
        " " * 60 + '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://w3.org/x">',
    ],
)
def test_a_doctype_changes_nothing(before: str) -> None:
    body = "<p></p><script>if (a<b && c>d) e()</script><p>Said &lt; meant</p>"
    assert [source.text for source in blocks(body, before).sources] == ["Said < meant"]


def test_elements_of_xhtml_are_told_as_they_are() -> None:
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://w3.org/x">'
    found = blocks("<img name=a><p data-tweetid=12>One</p>", " " * 60 + doctype)
    [source] = found.sources
    assert [each.url for each in source.shown] == ["https://twitter.com/i/status/12"]


def test_a_tag_that_was_not_closed_costs_no_other_block() -> None:
    assert words("<p <b>One</p><div a<img b>two</div><p>three</p>") == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ("href=/a", "/a"),
        ('title="see href=" href="/a"', "/a"),
        ('data-href="/no" class=x href="/a?b=1&amp;c=&quot;2&quot;"', '/a?b=1&c="2"'),
        ('href="/a" title="> 1"', "/a"),
    ],
)
def test_a_link_has_its_words_and_its_address(tag: str, address: str) -> None:
    [source] = blocks(f"<p>Said  by <a {tag}> the <i>town</i> </a> on Monday</p>").sources
    [(start, end, found)] = source.links()
    assert (source.text[start:end], found) == ("the town", address)


@pytest.mark.parametrize("tag", ["", 'href=""', 'title="see href="', "name=top"])
def test_a_link_to_nowhere_is_none(tag: str) -> None:
    [source] = blocks(f"<p>Said by <a {tag}>the town</a></p>").sources
    assert list(source.links()) == []


def test_only_pictures_around_a_report_are_shown() -> None:
    body = (
        "<img src=/logo.png><button><img src=/button.png></button><svg><image></image></svg>"
        "<article><p>One</p><figure><img src=/one.jpg></figure><p>two</p></article>"
        "<aside><img src=/teaser.jpg></aside><main><img src=/two.jpg></main>"
    )
    assert shown(body) == ["/one.jpg", "/two.jpg"]


def test_a_post_is_told_by_its_attributes_whatever_its_tag() -> None:
    body = (
        "<form><p data-tweetid=7></p></form><article><img src=/one.jpg><p>One</p>"
        "<span data-tweetid=12>a post</span><div class='x fb-post' data-href=/post>another</div>"
        "<blockquote class=twitter-tweet><a href=/quoted>a third</a></blockquote></article>"
    )
    posts = ["/one.jpg", "https://twitter.com/i/status/12", "/post", "/quoted"]
    assert shown(body) == posts


def test_an_attribute_with_an_odd_name_does_no_harm() -> None:
    assert shown("<article><img src=/one.jpg {x=1 =y a\"b='2'><p>One</p></article>") == ["/one.jpg"]


def test_captions_and_headings_are_told_from_paragraphs() -> None:
    body = (
        "<h2>Under the <b>bridge</b></h2><figure><figcaption>A quay</figcaption></figure><p>One</p>"
        "<aside><figure><figcaption>Another</figcaption></figure></aside><h4>Small</h4>"
    )
    told = [(source.text, source.heading, source.caption) for source in blocks(body).sources]
    assert told == [
        ("Under the bridge", True, False),
        ("A quay", False, True),
        ("One", False, False),
        ("Another", False, False),
        ("Small", False, False),
    ]

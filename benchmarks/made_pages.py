"""Made-up pages of news sites, as heavy as real ones: a WARC of them, as crawlers write it.

A page has 137 KB on average, 110 to 170: of that three in a hundred are the words of its report
(350 to 900), the rest scripts, styles, menus, teasers, pictures, comments and a footer, as sites
have them. There are three builds of sites; half of the pages tell of themselves in JSON-LD, most in
meta elements. Every page has words of its own.

Pages made around a given report are nearer to the eleven real ones that the extraction of articles
is tested with. Those have 38 to 370 KB, 183 in the middle, 389 to 2,080 elements, 1,045 in the
middle, and half of the words they show are their reports'; pages of archives have more elements,
and four in five of their words are not.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import count
from pathlib import Path
from typing import Final

SITES: Final = ("The Pier Gazette", "Harbour Post", "L'Écho du quai", "North Bank News")
WHO: Final = ("the harbour master", "a council member", "the fire brigade", "a fisherman",
              "the prefecture", "a ministry spokeswoman", "two witnesses", "the union")  # fmt: skip
SAID: Final = ("said", "told reporters", "confirmed", "wrote in a statement", "denied", "insisted")
WHAT: Final = ("the bridge had been closed since dawn", "the ferry had left without its crew",
               "no warning had been given to the people in the lower town",
               "at least {n} boats were lost in the storm", "the road would stay shut for {n} days",
               "{n} families had been moved to the school hall",
               "the wall had been inspected in spring and was found sound",
               "nobody had asked the town before the work began")  # fmt: skip
WHEN: Final = ("on Monday", "late on Tuesday", "in the early hours", "before the council met",
               "after the second alarm", "at a meeting in the town hall")  # fmt: skip
ALSO: Final = ("The wind had turned in the night and the water rose faster than all year.",
               "Work on the quay is to go on until the end of the month, weather permitting.",
               "Neighbours had brought blankets and soup, and some stayed until the morning.",
               "It was the third such failure in a decade, and the costliest so far.")  # fmt: skip
FILLER: Final = (
    "window.{a}=window.{a}||[];(function(d,s){{var e=d.createElement(s);e.async=1;"
    "e.dataset.slot='{b}';e.onload=function(){{{a}.push({{id:{n},name:'{b}',at:Date.now()}})}};"
    "d.head.appendChild(e)}})(document,'script');"
)
STYLE: Final = ".{a}-{b}{{display:flex;margin:{n}px auto;padding:0 {n}px;color:#{n:06x}}}"
LINKED: Final = "<a href=/topic/bridge>{}</a>"
LAYOUT: Final = ("flex", "md:grid-cols-3", "items-center", "gap-x-4", "border-t", "px-2", "w-full",
                 "Card_card__x81a", "lg:max-w-screen-md", "text-sm", "u-hidden@print")  # fmt: skip
ANSWER: Final = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: made\r\n\r\n"

Chance = random.Random


@dataclass(frozen=True, slots=True)
class Load:
    """What stands around a report: characters of HTML, and at most so many teasers and comments.

    ``around`` is how many elements each teaser is wrapped in, as tools for building pages do.
    """

    size: tuple[int, int]
    teasers: int
    sections: tuple[int, int]
    comments: int
    around: int = 0


ARCHIVED: Final = Load((110_000, 170_000), 130, (120, 260), 60)
NEWS: Final = Load((120_000, 250_000), 60, (120, 260), 12, around=5)


def archive(path: Path, pages: int) -> int:
    """Write a ``.warc.gz`` of so many pages, a picture behind every other; return their bytes."""
    size = 0
    with path.open("wb") as file:
        for number in range(pages):
            html = page(number).encode()
            size += len(html)
            address = (
                f"https://news{number % 7}.example/2022/05/{number % 28 + 1:02}/report-{number}"
            )
            file.write(record(address, ANSWER.encode() + html))
            if number % 2:
                picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8\xff"
                file.write(record(f"{address}.jpg", picture + bytes(range(256)) * 40))
    return size


def record(address: str, block: bytes) -> bytes:
    """Return a response as one gzip member."""
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{random.Random(address).getrandbits(128):032x}>\r\n"  # noqa: S311
        f"WARC-Target-URI: {address}\r\nWARC-Date: 2022-05-05T10:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def page(number: int) -> str:
    """Return the page of one report."""
    chance = random.Random(number)  # noqa: S311 - the same pages in every run
    site = chance.choice(SITES)
    title = f"{chance.choice(WHO).capitalize()} {chance.choice(SAID)} {_clause(chance)}"
    told = [one.replace("bridge", LINKED.format("bridge")) for one in _paragraphs(chance)]
    return _around(number, chance, ARCHIVED, (site, title, "en"), told)


def page_around(number: int, title: str, told: list[str], language: str) -> str:
    """Return a page whose report is ``told``, paragraph by paragraph, a word of each third linked.

    What stands around it is that of the page of ``number`` in size and build.
    """
    chance = random.Random(number)  # noqa: S311 - the same pages in every run
    linked = [
        " ".join([LINKED.format(escape(words[0])), *map(escape, words[1:])])
        if at % 3 == 1
        else escape(" ".join(words))
        for at, words in enumerate(map(str.split, told))
    ]
    return _around(number, chance, NEWS, (chance.choice(SITES), title, language), linked)


def _around(
    number: int, chance: Chance, load: Load, known: tuple[str, str, str], told: list[str]
) -> str:
    """Return the page of a report: ``known`` are the site, the title and the language."""
    site, title, _ = known
    body = _build(chance, title, told)
    html = f"{_head(chance, *known)}<body class='page p{number}'>"
    html += f"{_menu(chance, load.sections)}{body}{_teasers(chance, load.teasers, load.around)}"
    html += f"{_comments(chance, load.comments)}{_footer(chance, site)}"
    goal = chance.randrange(*load.size)
    scripts = _scripts(chance)
    while len(html) < goal:
        html += next(scripts)
    return html + "</body></html>"


def _clause(chance: Chance) -> str:
    return chance.choice(WHAT).format(n=chance.randrange(2, 90))


def _sentence(chance: Chance) -> str:
    if chance.random() < 0.25:
        return chance.choice(ALSO)
    who, said = chance.choice(WHO), chance.choice(SAID)
    if chance.random() < 0.3:
        words = f"“{_clause(chance).capitalize()},” {who} {said} {chance.choice(WHEN)}"
    else:
        words = f"{who.capitalize()} {said} {chance.choice(WHEN)} that {_clause(chance)}"
    return f"{words}, {chance.choice(WHEN)}, while {_clause(chance)}."


def _paragraphs(chance: Chance) -> Iterator[str]:
    words, goal = 0, chance.randrange(350, 900)
    while words < goal:
        told = " ".join(_sentence(chance) for _ in range(chance.randrange(1, 4)))
        words += len(told.split())
        yield told


def _build(chance: Chance, title: str, told: list[str]) -> str:
    """Return the report as one of three builds of sites lays it out."""
    linked = [f"<p>{one}</p>" for one in told]
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(1, max(2, len(linked)))
        linked.insert(at, _figure(chance))
    heading = f"<h1 class=headline>{escape(title)}</h1><div class=byline>By Ann Quay</div>"
    words = "".join(linked)
    build = chance.randrange(3)
    if build == 0:
        return f"<main><article>{heading}<div class=article-body>{words}</div></article></main>"
    if build == 1:
        return f"<div id=content><div class=story>{heading}{words}</div>{_teasers(chance, 6)}</div>"
    nested = words
    for depth in range(6):
        nested = f"<div class='wrap w{depth}'>{nested}</div>"
    return f"<section class=post>{heading}{nested}</section>"


def _figure(chance: Chance) -> str:
    n = chance.randrange(10**6)
    sizes = ", ".join(f"/img/{n}-{width}.jpg {width}w" for width in (320, 640, 960, 1280, 1600))
    return (
        f"<figure><picture><source srcset='{sizes}'><img src=/img/{n}.jpg alt='The quay'></picture>"
        f"<figcaption>The quay at low tide, picture {n}. Photo: Ann Quay</figcaption></figure>"
    )


def _head(chance: Chance, site: str, title: str, language: str) -> str:
    stamp = f"2022-05-{chance.randrange(1, 29):02}T10:00:00+02:00"
    metas = {
        "og:title": title,
        "og:site_name": site,
        "og:type": "article",
        "og:description": _sentence(chance),
        "twitter:card": "summary",
        "author": "Ann Quay",
        **({"article:published_time": stamp} if chance.random() < 0.7 else {}),
    }
    meta = "".join(f"<meta property='{k}' content=\"{escape(v)}\">" for k, v in metas.items())
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": stamp,
        "author": {"@type": "Person", "name": "Ann Quay"},
        "publisher": {"@type": "Organization", "name": site},
    }
    data = f"<script type='application/ld+json'>{json.dumps(told)}</script>"
    css = "".join(
        STYLE.format(a=chance.randrange(999), b=chance.randrange(999), n=chance.randrange(999))
        for _ in range(200)
    )
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8>"
        f"<title>{escape(title)} | {site}</title>{meta}{data if chance.random() < 0.5 else ''}"
        f"<style>{css}</style></head>"
    )


def _menu(chance: Chance, sections: tuple[int, int]) -> str:
    items = "".join(
        f"<li class='item i{n}'><a href=/section/{n} data-track='nav-{n}'>"
        f"<span>Section {n}</span></a></li>"
        for n in range(chance.randrange(*sections))
    )
    return f"<header><nav><ul>{items}</ul></nav></header>"


def _teasers(chance: Chance, most: int, around: int = 0) -> str:
    items = "".join(
        f"{_opened(chance, around)}<div class='card c{n}' data-id='{n}'><a href=/2022/{n}>"
        f"<img src=/img/{n}.jpg loading=lazy><h3>{escape(_clause(chance).capitalize())}</h3></a>"
        f"<p class=teaser>{_sentence(chance)}</p>"
        f"<time datetime=2022-05-01>1 May 2022</time></div>{'</div>' * around}"
        for n in range(chance.randrange(most // 2, most))
    )
    return f"<aside class=related>{items}</aside>"


def _opened(chance: Chance, levels: int) -> str:
    """Return the starts of elements that only lay out what is in them."""
    return "".join(
        f"<div class='{' '.join(chance.choices(LAYOUT, k=6))}' data-slot='{chance.random()}'>"
        for _ in range(levels)
    )


def _comments(chance: Chance, most: int) -> str:
    items = "".join(
        f"<li class=comment><b>reader{n}</b><p>{_sentence(chance)}</p><button>Reply</button></li>"
        for n in range(chance.randrange(0, most))
    )
    return f"<section id=comments><ol>{items}</ol></section>"


def _footer(chance: Chance, site: str) -> str:
    links = "".join(f"<a href=/about/{n}>About {n}</a> " for n in range(chance.randrange(20, 60)))
    return f"<footer><div>{links}</div><p>© 2022 {site}. All rights reserved.</p></footer>"


def _scripts(chance: Chance) -> Iterator[str]:
    for number in count():
        parts = (
            FILLER.format(a=f"q{chance.randrange(99)}", b=f"slot-{chance.randrange(10**6)}", n=n)
            for n in range(chance.randrange(4, 30))
        )
        yield f"<script data-n={number}>{''.join(parts)}</script>"
        if number % 4 == 0:
            path = " ".join(f"{chance.randrange(24)},{chance.randrange(24)}" for _ in range(20))
            yield f"<svg viewBox='0 0 24 24'><path d='M{path}'/></svg>"

"""What reports show: listed as the log says that it was; the bytes are checked with the others."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select

from recoupe.store.schema import article_media, articles
from recoupe.store.verification.findings import Findings
from recoupe.store.verification.log import Lines
from recoupe.store.verification.paging import pages

_KINDS: Final = frozenset({"image", "video", "audio", "embed"})


def check_shown(connection: Connection, findings: Findings) -> None:
    """Check every picture and film of a list: that the log has it listed, and where it stands."""
    table = article_media
    lines = Lines(table, "media")
    wanted = select(table, articles.c.text).join(articles, articles.c.id == table.c.article)
    for page in pages(connection, wanted, table.c.number, findings):
        lines.fetch(connection, findings, [row.article for row in page])
        for row in page:
            where = f"article_media {row.number}"
            with findings.checking(where):
                if not lines.of(row.article):
                    findings.add(where, "has no line in the log", kind="article_media: lines")
                if row.kind not in _KINDS:
                    findings.add(where, f"is a {row.kind}, which there is not", kind="media: kind")
                if not 0 <= row.start <= row.end <= len(row.text):
                    said = f"stands at {row.start} to {row.end} of {len(row.text)} characters"
                    findings.add(where, said, kind="article_media: place")
        findings.count("pictures and films that reports show", len(page))

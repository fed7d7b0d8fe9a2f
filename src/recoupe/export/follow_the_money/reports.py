"""Reports, who is named and speaks in them, and what is said: as entities of FollowTheMoney."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.export.follow_the_money.making import Line, Maker
from recoupe.export.follow_the_money.parties import Parties, forms, named_in
from recoupe.export.material import ExportedReport, Party
from recoupe.export.web import web_address
from recoupe.languages import Pack
from recoupe.languages.export import ExportWords
from recoupe.languages.page import PageWords
from recoupe.model import Statement, content_id
from recoupe.version import __version__


@dataclass(frozen=True, slots=True)
class Told:
    """Makes the entities of one report, whose parties are taken already.

    ``note`` is what a report with masked words says of that.
    """

    report: ExportedReport
    make: Maker
    pack: Pack
    note: str | None
    parties: Parties

    def lines(self) -> Iterator[Line]:
        """Yield the report, the parties it names, who speaks in it, and what each says."""
        named = named_in(self.report)
        yield self._article()
        yield from self._mentions(named)
        yield from self._speaking(named)
        for statement in self.report.reading.statements:
            yield self._statement(statement, named)

    def _article(self) -> Line:
        reading = self.report.reading
        article = reading.article
        people = [one.name for one in reading.entities if one.key and one.kind == "person"]
        others = [one.name for one in reading.entities if one.key and one.kind != "person"]
        words = self.pack.table("page", PageWords).labels
        return self.make(
            "Article",
            article.id,
            title=article.title,
            author=article.byline,
            publisher=article.outlet,
            sourceUrl=web_address(article.url),
            publishedAt=article.published,
            modifiedAt=article.modified,
            retrievedAt=article.capture.captured_at,
            language=article.language,
            mimeType=article.capture.media_type,
            fileSize=article.capture.bytes,
            description=f"{words.sha256}: {article.capture.sha256}",
            processingAgent=f"Recoupe {__version__}",
            peopleMentioned=people,
            namesMentioned=others,
            locationMentioned=[place.name for place in reading.places],
            bodyText=article.text if self.report.whole else None,
            notes=list(self._notes()),
        )

    def _notes(self) -> Iterator[str]:
        """Yield that words are masked, and that the publisher took the report back."""
        if not self.report.whole and self.note is not None:
            yield self.note
        if (gone := self.report.reading.article.withdrawn) is not None:
            said = self.pack.table("page", PageWords).published.withdrawn[gone.status]
            yield f"{said}: {gone.note}" if gone.note else said

    def _mentions(self, named: dict[str, Party]) -> Iterator[Line]:
        article = self.report.reading.article
        written: dict[str, list[str]] = {}
        for entity in self.report.reading.entities:
            if entity.id in named:
                written.setdefault(named[entity.id].id, []).extend(forms(entity))
        for party, names in written.items():
            yield self.make(
                "Mention",
                content_id("mention", article.id, party),
                document=article.id,
                resolved=party,
                name=names,
                detectedSchema=self.parties.found[party].schema,
            )

    def _speaking(self, named: dict[str, Party]) -> Iterator[Line]:
        article = self.report.reading.article
        speakers = (named.get(one.speaker or "") for one in self.report.reading.statements)
        for party in dict.fromkeys(one.id for one in speakers if one is not None):
            yield self.make(
                "Documentation",
                content_id("documentation", article.id, party),
                document=article.id,
                entity=party,
                role=self.pack.table("export", ExportWords).speaks,
                date=article.published,
            )

    def _statement(self, one: Statement, named: dict[str, Party]) -> Line:
        article = self.report.reading.article
        words = self.pack.table("page", PageWords)
        speaker = one.speaker_name or words.labels.unknown_speaker
        manner = [words.stances[one.stance], words.statement_kinds[one.kind]]
        manner += [words.labels.hedged] if one.hedged else []
        said = " … ".join(span.text for span in one.content)
        says = self.pack.table("export", ExportWords).says
        party = named.get(one.speaker or "")
        return self.make(
            "Note",
            one.id,
            description=says.format(party=f"{speaker} ({', '.join(manner)})", number=said),
            keywords=manner,
            entity=[article.id, party.id if party is not None else None],
            proof=article.id,
            publisher=article.outlet,
            sourceUrl=web_address(article.url),
            createdAt=article.published,
            detectedLanguage=article.language,
            notes=self.note if not self.report.whole else None,
        )

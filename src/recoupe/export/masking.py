"""Who and what is protected, in everything that is handed over (DESIGN section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from recoupe.export.material import ExportedReport
    from recoupe.model import CrossCheck, Story
    from recoupe.store import Store


@dataclass(frozen=True, slots=True)
class Masked:
    """How much was masked: parties, places, and reports in which words of them stand."""

    parties: int = 0
    places: int = 0
    reports: int = 0

    def __bool__(self) -> bool:
        return bool(self.parties or self.places or self.reports)


NOTHING_MASKED: Final = Masked()


@dataclass(frozen=True, slots=True)
class Masker:
    """Masks records: made once an export."""

    masked: Masked = NOTHING_MASKED
    articles: frozenset[str] = frozenset()

    @classmethod
    def nobody(cls) -> Masker:
        """Return the masker that leaves everything as it is."""
        return cls()

    @classmethod
    def of(cls, store: Store, language: str) -> Masker:  # noqa: ARG003
        """Return the masker of whatever is protected in a casefile."""
        articles = store.protected()
        return cls(Masked(reports=len(articles)), articles)

    def report(self, report: ExportedReport) -> ExportedReport:
        """Return a report with whatever is protected masked."""
        from dataclasses import replace

        masked = report.reading.article.id in self.articles
        return replace(report, masked=1) if masked else report

    def check(self, check: CrossCheck) -> CrossCheck:
        """Return a cross-check with whatever is protected masked."""
        return check

    def story(self, story: Story) -> Story:
        """Return a story with whatever is protected masked."""
        return story

"""``claimreview``: denied and disputed matters as schema.org ClaimReview, in JSON-LD.

The vocabulary is schema.org's, release 28 (ClaimReview, Claim, appearance, firstAppearance). There
is never a ``reviewRating``: nothing here says what is true. Whoever publishes a review adds the
rating, and ``author`` and ``url`` of the review, which are theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from recoupe.export.formats import Asked, as_text
from recoupe.export.material import Material
from recoupe.export.notes import notes
from recoupe.export.ranges import shown_range
from recoupe.languages.export import ExportWords
from recoupe.languages.findings import FindingWords
from recoupe.languages.page import PageWords
from recoupe.languages.reasons import worded
from recoupe.model import Article, EntityKind, Finding, Position
from recoupe.version import __version__

CONTEXT: Final = "https://schema.org"
REVIEWED: Final = frozenset({"denial", "dispute"})
"""The kinds of finding that are written."""
_TYPES: Final[Mapping[EntityKind, str]] = {
    "person": "Person",
    "organisation": "Organization",
    "medium": "NewsMediaOrganization",
    "group": "Organization",
    "other": "Thing",
}

_Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the reports of an export say of themselves and of who speaks in them."""

    articles: Mapping[str, Article]
    kinds: Mapping[str, EntityKind]


def write(material: Material, asked: Asked, stream: BinaryIO) -> Mapping[str, int]:
    """Write one document of JSON-LD: the data set, and a ClaimReview for each finding."""
    seen = _seen(material)
    reviews = [
        claim_review(finding, seen.articles, seen.kinds, asked)
        for finding in material.check.findings
        if finding.kind in REVIEWED
    ]
    document = {"@context": CONTEXT, "@graph": [_data_set(material, asked), *reviews]}
    with as_text(stream, bom=asked.bom) as text:
        json.dump(document, text, ensure_ascii=False, indent=1)
        text.write("\n")
    return {"claims": len(reviews)}


def claim_review(
    finding: Finding,
    articles: Mapping[str, Article],
    kinds: Mapping[str, EntityKind],
    asked: Asked,
) -> _Json:
    """Return a finding as a ClaimReview without a rating.

    ``articles`` are the reports by id, ``kinds`` those of parties. What is reviewed is the matter
    as the party that said it first says it.
    """
    claim = _first(finding)
    of_claim = [articles[said.report] for said in claim.said if said.report in articles]
    shown = [_work(article) for article in of_claim]
    counted = (claim.low, claim.high) != (None, None)
    told = f"{finding.matter}: {shown_range(claim.low, claim.high)}" if counted else finding.matter
    item: _Json = {
        "@type": "Claim",
        "@id": f"urn:recoupe:{finding.id}:claim",
        "text": told,
        "appearance": shown,
        "firstAppearance": shown[0] if shown else None,
        "datePublished": claim.first_said,
        "author": _party(claim, kinds),
    }
    return _without_nothing(
        {
            "@type": "ClaimReview",
            "@id": f"urn:recoupe:{finding.id}",
            "claimReviewed": told,
            "inLanguage": asked.pack.code,
            "reviewBody": _body(finding, asked),
            "creativeWorkStatus": "draft",
            "itemReviewed": _without_nothing(item),
            "citation": [_work(one) for one in _others(finding, claim, articles)],
        }
    )


def _seen(material: Material) -> _Seen:
    wanted = {
        said.report
        for finding in material.check.findings
        if finding.kind in REVIEWED
        for position in finding.positions
        for said in position.said
    }
    articles: dict[str, Article] = {}
    kinds: dict[str, EntityKind] = {}
    for report in material.reports():
        article = report.reading.article
        if article.id in wanted:
            articles[article.id] = article
            kinds.update((party.id, party.kind) for party in report.parties.values())
    return _Seen(articles, kinds)


def _data_set(material: Material, asked: Asked) -> _Json:
    told = " ".join(notes(material, asked.pack))
    return _without_nothing(
        {
            "@type": "Dataset",
            "name": material.case,
            "dateCreated": material.at,
            "version": f"recoupe {__version__}",
            "description": told or None,
        }
    )


def _first(finding: Finding) -> Position:
    """Return the position that the matter is: what was asserted first, if anything was."""
    asserted = [one for one in finding.positions if one.stance in {"asserts", "accuses"}]
    return min(asserted or finding.positions, key=lambda one: one.first_said or "9")


def _others(
    finding: Finding, claim: Position, articles: Mapping[str, Article]
) -> Iterator[Article]:
    """Yield the reports of all other positions, each once."""
    found = dict.fromkeys(
        said.report for one in finding.positions if one is not claim for said in one.said
    )
    return (articles[report] for report in found if report in articles)


def _body(finding: Finding, asked: Asked) -> str:
    """Return what each party says, with how many origins stand behind it, and why it differs."""
    words = asked.pack.table("export", ExportWords)
    stances = asked.pack.table("page", PageWords).stances
    told = []
    for one in finding.positions:
        party = one.party if one.party_id is not None else words.own_voice
        number = f" {shown_range(one.low, one.high)}" if (one.low, one.high) != (None, None) else ""
        origins = words.origins.format(reports=one.reports, origins=one.independent_origins)
        said = f"{stances[one.stance]}{number}, “{one.said[0].span.text}”"
        told.append(f"{words.says.format(party=party, number=said)} ({origins.rstrip('.')})")
    told += worded(finding.reasons, asked.pack.table("findings", FindingWords))
    return "\n".join(told)


def _party(position: Position, kinds: Mapping[str, EntityKind]) -> _Json | None:
    if position.party_id is None:
        return None
    return {"@type": _TYPES[kinds.get(position.party_id, "other")], "name": position.party}


def _work(article: Article) -> _Json:
    return _without_nothing(
        {
            "@type": "NewsArticle",
            "@id": f"urn:recoupe:{article.id}",
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published,
            "inLanguage": article.language,
            "creativeWorkStatus": "Withdrawn" if article.withdrawn is not None else None,
            "publisher": (
                {"@type": "NewsMediaOrganization", "name": article.outlet}
                if article.outlet
                else None
            ),
        }
    )


def _without_nothing(node: _Json) -> _Json:
    """Return a node without properties that are not known."""
    return {name: value for name, value in node.items() if value is not None and value != []}

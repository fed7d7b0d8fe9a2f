"""A small context of our own for the terms of schema.org that we use, and nothing else.

What is not in it falls out of an expansion, so that a test sees every term that is misspelt.
"""

from __future__ import annotations

from typing import Any, Final

_TYPES: Final = (
    "Claim", "ClaimReview", "Dataset", "NewsArticle", "NewsMediaOrganization", "Organization",
    "Person", "Thing",
)  # fmt: skip
_TEXTS: Final = (
    "claimReviewed", "creativeWorkStatus", "description", "headline", "inLanguage", "name",
    "reviewBody", "text", "version",
)  # fmt: skip
_NODES: Final = (
    "appearance", "author", "citation", "firstAppearance", "itemReviewed", "publisher",
)  # fmt: skip
_DAYS: Final = ("dateCreated", "datePublished")
BASE: Final = "https://schema.org/"

CONTEXT: Final[dict[str, Any]] = {
    "@context": {
        **{name: f"{BASE}{name}" for name in (*_TYPES, *_TEXTS, *_NODES)},
        **{name: {"@id": f"{BASE}{name}", "@type": f"{BASE}Date"} for name in _DAYS},
        "url": {"@id": f"{BASE}url", "@type": "@id"},
    }
}

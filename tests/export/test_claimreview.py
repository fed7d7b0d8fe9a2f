"""ClaimReview, expanded by a JSON-LD processor: every term is schema.org's, none is a rating."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pyld import jsonld

from recoupe.store import Casefile
from tests.export import schema_org
from tests.export.conftest import handed, written

BASE = schema_org.BASE


def loader(url: str, options: object) -> dict[str, Any]:
    """Return our own context; whatever else is asked for is a mistake."""
    assert url.rstrip("/") == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": schema_org.CONTEXT}


@pytest.fixture(scope="module")
def document(plain: Casefile) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written("claimreview", handed(plain)))
    return found


@pytest.fixture(scope="module")
def nodes(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.expand(document, {"documentLoader": loader})
    return found


def terms(value: object) -> list[str]:
    """Return the properties of a document, nested ones among them, without JSON-LD's own."""
    if isinstance(value, list):
        return [term for one in value for term in terms(one)]
    if not isinstance(value, dict):
        return []
    own = [name for name in value if not name.startswith("@")]
    return own + [term for one in value.values() for term in terms(one)]


def typed(nodes: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [one for one in nodes if one["@type"] == [f"{BASE}{name}"]]


def test_every_term_is_one_of_schema_org(
    document: dict[str, Any], nodes: list[dict[str, Any]]
) -> None:
    assert sorted(f"{BASE}{term}" for term in terms(document["@graph"])) == sorted(terms(nodes))


def test_there_is_one_for_every_denied_or_disputed_matter(
    plain: Casefile, nodes: list[dict[str, Any]]
) -> None:
    kept = plain.crosscheck()
    assert kept is not None
    wanted = {f"urn:recoupe:{one.id}" for one in kept.findings if one.kind in {"denial", "dispute"}}
    assert wanted
    assert {one["@id"] for one in typed(nodes, "ClaimReview")} == wanted


def test_nothing_is_ever_rated(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    assert "ating" not in text.replace("stating", "")


def test_a_claim_says_who_said_it_and_where_it_appeared_first(nodes: list[dict[str, Any]]) -> None:
    for review in typed(nodes, "ClaimReview"):
        (claim,) = review[f"{BASE}itemReviewed"]
        assert claim["@type"] == [f"{BASE}Claim"]
        assert claim[f"{BASE}author"][0][f"{BASE}name"]
        (first,) = claim[f"{BASE}firstAppearance"]
        appearances = claim[f"{BASE}appearance"]
        assert first in appearances
        days = [one[f"{BASE}datePublished"][0]["@value"] for one in appearances]
        assert first[f"{BASE}datePublished"][0]["@value"] == min(days)


def test_the_body_counts_origins_beside_reports(document: dict[str, Any]) -> None:
    for review in document["@graph"][1:]:
        assert "independent origins" in review["reviewBody"]


def test_the_words_around_are_in_the_language_asked_for(plain: Casefile) -> None:
    found = json.loads(written("claimreview", handed(plain, language="fr"), language="fr"))
    assert found["@graph"][1]["inLanguage"] == "fr"
    assert "origines indépendantes" in found["@graph"][1]["reviewBody"]

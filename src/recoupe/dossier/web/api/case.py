"""The case and its stories, findings and lineage, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from recoupe.dossier.web.api.answers import NOT_FOUND, Language, Limit, Offset, Page, answer, page
from recoupe.dossier.web.desk import AtDesk
from recoupe.export.crosscheck_contract import DerivationForm, StoryForm
from recoupe.export.crosscheck_json import derivation_document, finding_document, story_document
from recoupe.export.watches_json import page_document, watch_document
from recoupe.languages import pack
from recoupe.languages.findings import FindingWords
from recoupe.model import FindingKind
from recoupe.store.records import KeptStory

router = APIRouter(tags=["cross-check"])


@router.get("/case")
def case(request: Request, desk: AtDesk) -> Response:
    """Return what the casefile holds and what waits for a look."""
    status = desk.store.status()
    check = asdict(status.check) if status.check else None
    told = {
        "name": status.name,
        "counts": dict(status.counts),
        "failures": status.failures,
        "words_gone": [review.id for review in status.words_gone],
        "log_head": status.head,
        "check": check,
    }
    return answer(request, told)


@router.get("/watches")
def watches(request: Request, desk: AtDesk) -> Response:
    """Return the lists that are followed, and pages that were taken down, the newest first."""
    told = {
        "items": [watch_document(one) for one in desk.store.watches()],
        "taken_down": [page_document(one) for one in desk.store.taken_down()],
    }
    return answer(request, told)


@router.get("/stories", response_model=Page)
def stories(
    request: Request, desk: AtDesk, limit: Limit = 20, offset: Offset = 0, language: Language = "en"
) -> Response:
    """Return the stories, newest first."""
    found = desk.store.stories(limit=limit, offset=offset)
    words = _words(language)
    items = [_story(one, words) for one in found.stories]
    return answer(request, page(items, total=found.total, more=found.more))


@router.get("/stories/{story}", response_model=StoryForm, responses=NOT_FOUND)
def story(request: Request, desk: AtDesk, story: str, language: Language = "en") -> Response:
    """Return one story: its reports, when and where, and why they belong together."""
    return answer(request, _story(desk.store.story(story), _words(language)))


@router.get("/findings", response_model=Page)
def findings(  # noqa: PLR0917 - the parameters of an address
    request: Request,
    desk: AtDesk,
    story: str | None = None,
    report: str | None = None,
    party: str | None = None,
    kind: Annotated[FindingKind | None, Query()] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    language: Language = "en",
) -> Response:
    """Return findings, the most pressing first: of a story, a report, a party or a kind."""
    found = desk.store.findings(
        story=story, report=report, party=party, kind=kind, limit=limit, offset=offset
    )
    words = _words(language)
    items = [finding_document(one, words) for one in found.findings]
    return answer(request, page(items, total=found.total, more=found.more))


@router.get("/reports/{report}/lineage", response_model=list[DerivationForm])
def lineage(request: Request, desk: AtDesk, report: str, language: Language = "en") -> Response:
    """Return what a report has from others or from outside, and others from it."""
    words = _words(language)
    return answer(request, [derivation_document(one, words) for one in desk.store.lineage(report)])


def _story(kept: KeptStory, words: FindingWords) -> dict[str, object]:
    return {
        **story_document(kept.story, words),
        "findings": kept.findings,
        "contested": kept.contested,
        "checked_at": kept.checked_at,
    }


def _words(language: str) -> FindingWords:
    return pack(language).table("findings", FindingWords)

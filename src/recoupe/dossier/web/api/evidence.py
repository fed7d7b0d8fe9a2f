"""How reports came, what they show and have from elsewhere, and what proves it, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from recoupe.dossier.pages.quality import quality_page
from recoupe.dossier.web.api.answers import NOT_FOUND, Limit, Offset, Page, answer, page
from recoupe.dossier.web.desk import AtDesk, Desk
from recoupe.errors import StoreError
from recoupe.model.media import MediaFile

router = APIRouter(tags=["evidence"])


@router.get("/arrivals", response_model=Page)
def arrivals(request: Request, desk: AtDesk, limit: Limit = 20, offset: Offset = 0) -> Response:
    """Return the versions of reports, those that were added last first."""
    found = desk.store.arrivals(limit=limit, offset=offset)
    items = [asdict(one) for one in found.arrivals]
    return answer(request, page(items, total=found.total, more=found.more))


@router.get("/failures", response_model=Page)
def failures(request: Request, desk: AtDesk, limit: Limit = 20, offset: Offset = 0) -> Response:
    """Return the inputs that could not be read, oldest first."""
    every = [
        {
            "input": one.failure.input,
            "source": one.source,
            "kind": one.failure.kind,
            "message": one.failure.message,
            "retryable": one.failure.retryable,
            "attempts": one.attempts,
            "first_at": one.first_at,
            "last_at": one.last_at,
            "sha256": one.sha256,
        }
        for one in desk.store.failures()
    ]
    items = every[offset : offset + limit]
    return answer(request, page(items, total=len(every), more=offset + limit < len(every)))


@router.get("/reports/{report}/capture", responses=NOT_FOUND)
def capture(request: Request, desk: AtDesk, report: str) -> Response:
    """Return what is known of a report's capture: hash, times, and the exchanges it came by."""
    article = _article(desk, report)
    heads = desk.store.heads(article)
    told = asdict(desk.store.captured(article))
    for record in told["records"]:
        head = heads.get(record["id"])
        record["head"] = None if head is None else asdict(head)
    return answer(request, told)


@router.get("/reports/{report}/copies", response_model=Page, responses=NOT_FOUND)
def copies(  # noqa: PLR0917 - the parameters of an address
    request: Request,
    desk: AtDesk,
    report: str,
    taken: bool = True,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Return what a report has from elsewhere, or else (``taken=false``) what others have of it."""
    found = desk.store.copies(_article(desk, report), taken=taken, limit=limit, offset=offset)
    items = [asdict(one) for one in found.copies]
    return answer(request, page(items, total=found.total, more=found.more))


@router.get("/reports/{report}/media", responses=NOT_FOUND)
def media(request: Request, desk: AtDesk, report: str) -> Response:
    """Return the pictures and films that a report shows; with their files, where they are kept."""
    shown = desk.store.media_of(_article(desk, report))
    told = [{**asdict(one), "file": file and _file(file)} for one, file in shown]
    return answer(request, told)


@router.get("/evidence", response_model=Page)
def evidence(request: Request, desk: AtDesk, limit: Limit = 20, offset: Offset = 0) -> Response:
    """Return pictures and footage that reports share, each with the reports that show it."""
    pieces = desk.store.pieces()
    items = []
    for piece in pieces[offset : offset + limit]:
        seen = desk.store.sightings((*piece.files, *piece.parts))
        told = {**asdict(piece), "mirrored": sorted(piece.mirrored)}
        items.append({**told, "shown_by": [asdict(one) for one in seen]})
    more = offset + limit < len(pieces)
    return answer(request, page(items, total=len(pieces), more=more))


@router.get("/quality")
def quality(request: Request, desk: AtDesk) -> Response:
    """Return the scores that every release must reach, and the proofs of time of the log."""
    shown = quality_page(desk.store)
    told = {
        "readers": [asdict(one) for one in shown.readers],
        "proofs": [
            {
                "id": one.proof.id,
                "kind": one.proof.kind,
                "sha256": one.proof.sha256,
                "line": one.proof.line,
                "authority": one.proof.authority,
                "at": one.at,
                "signer": one.signer,
                "blocks": [asdict(block) for block in one.blocks],
                "promised": list(one.promised),
                "command": one.command,
            }
            for one in shown.proofs
        ],
        "trouble": shown.trouble or None,
    }
    return answer(request, told)


def _article(desk: Desk, report: str) -> str:
    where = desk.store.locate(report)
    if where.kind != "report" or where.article is None:
        raise StoreError(f"this is a {where.kind}, and no report", where=report)
    return where.article


def _file(file: MediaFile) -> Mapping[str, object]:
    """Return what is told of a file: all but what it is known again by."""
    return {
        "sha256": file.sha256,
        "kind": file.kind,
        "media_type": file.media_type,
        "bytes": file.bytes,
        "width": file.width,
        "height": file.height,
        "duration": file.duration,
        "exif": asdict(file.exif),
        "trouble": file.trouble,
    }

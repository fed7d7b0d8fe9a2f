"""Statements and who says them: persons, bodies, and outlets in their own voice, as JSON."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, Request, Response

from recoupe.dossier.web.api.answers import NOT_FOUND, Limit, Offset, Page, answer, page
from recoupe.dossier.web.desk import AtDesk
from recoupe.errors import StoreError
from recoupe.model import Stance, record_json
from recoupe.store.answers import HeldPage

router = APIRouter(tags=["parties"])


@router.get("/statements/{statement}", responses=NOT_FOUND)
def statement(request: Request, desk: AtDesk, statement: str) -> Response:
    """Return a statement as people left it, where it stands, and the positions that it bears out.

    ``standing`` says what people made of it: one that they rejected is still told.
    """
    where = desk.store.locate(statement)
    if where.kind != "statement" or where.article is None:
        raise StoreError(f"this is a {where.kind}, and no statement", where=statement)
    kept = desk.store.reading(where.article)
    records = {one.id: one for one in kept.reading.statements}
    record = records.get(statement) or kept.rejected.get(statement)
    if record is None:
        raise StoreError("this version has no such statement", where=statement)
    mark = kept.marks.get(statement)
    told = {
        "article": where.article,
        "report": where.report,
        "statement": record_json(record),
        "standing": "rejected" if statement not in records else mark and mark.standing,
        "party": desk.store.parties_of(where.article).get(statement),
        "positions": [
            asdict(one) for one in desk.store.positions_of([statement]).get(statement, ())
        ],
    }
    return answer(request, told)


@router.get("/parties/{party}", responses=NOT_FOUND)
def party(request: Request, desk: AtDesk, party: str) -> Response:
    """Return a person or body: its names and roles, whom it speaks for, where it is heard."""
    return answer(request, asdict(desk.store.party(party)))


@router.get("/parties/{party}/statements", response_model=Page, responses=NOT_FOUND)
def said(  # noqa: PLR0917 - the parameters of an address
    request: Request,
    desk: AtDesk,
    party: str,
    stance: Stance | None = None,
    story: str | None = None,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Return everything that a party says, the newest report first."""
    id_ = desk.store.party(party).id
    found = desk.store.said_by(id_, stance=stance, story=story, limit=limit, offset=offset)
    items = [asdict(one) for one in found.statements]
    return answer(request, page(items, total=found.total, more=found.more))


@router.get("/parties/{party}/positions", response_model=Page, responses=NOT_FOUND)
def positions(  # noqa: PLR0917 - the parameters of an address
    request: Request,
    desk: AtDesk,
    party: str,
    turned: bool = False,
    limit: Limit = 20,
    offset: Offset = 0,
) -> Response:
    """Return a party's positions; ``turned``: on matters on which it gave several alone."""
    id_ = desk.store.party(party).id
    found = desk.store.positions(party=id_, turned=turned, limit=limit, offset=offset)
    return answer(request, _held(found))


@router.get("/outlets/{name}/positions", response_model=Page)
def own_voice(
    request: Request, desk: AtDesk, name: str, limit: Limit = 20, offset: Offset = 0
) -> Response:
    """Return what reports of an outlet say in their own voice."""
    return answer(request, _held(desk.store.own_voice(name, limit=limit, offset=offset)))


def _held(found: HeldPage) -> dict[str, object]:
    items = [asdict(one) for one in found.positions]
    return page(items, total=found.total, more=found.more)

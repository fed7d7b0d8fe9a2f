"""Working: what people say of records, sent by forms, and all that they said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, get_args

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.reviews import reviews_page
from recoupe.dossier.web.changing import Fields, changes
from recoupe.dossier.web.desk import AtDesk, Desk
from recoupe.dossier.web.flash import telling
from recoupe.dossier.web.forms import OurForm, back_to
from recoupe.dossier.web.stale import stale_page
from recoupe.dossier.wording import dossier_words
from recoupe.errors import RecordError, StaleReviewError, StoreError, UsageError
from recoupe.model import RECORD_KINDS, REVIEW_ACTIONS, Article, Draft, TargetKind

router = APIRouter(include_in_schema=False)

_KINDS: Final[tuple[TargetKind, ...]] = get_args(TargetKind)


async def fields_of(request: Request) -> Fields:
    """Return every field of the form that a request carries."""
    form = await request.form()
    return {name: [one for one in form.getlist(name) if isinstance(one, str)] for name in form}


@router.get("/reviews")
def everything(
    request: Request, desk: AtDesk, offset: Annotated[int, Query(ge=0, le=10**9)] = 0
) -> HTMLResponse:
    """Show what people reviewed, the newest first."""
    page = reviews_page(desk.store, offset=offset)
    return HTMLResponse(desk.render(request, "reviews.html", page=page))


@router.post("/reviews", dependencies=[OurForm])
def add(request: Request, desk: AtDesk, fields: Annotated[Fields, Depends(fields_of)]) -> Response:
    """Append the review that a form asks for, and lead back to where it was sent from.

    What comes back says what was done, where it was done.
    """
    draft = _draft(desk, request, fields)
    try:
        review = desk.keeps.add_review(draft)
    except StaleReviewError as error:
        return HTMLResponse(stale_page(desk, request, draft, fields, error), 409)
    back = _one(fields, "back")
    if review.action == "add" and review.record is not None and review.article is not None:
        to = desk.view(request).addresses
        back = to.report(review.article, statement=str(review.record["id"]))
    return back_to(telling(back, review.id))


def _draft(desk: Desk, request: Request, fields: Fields) -> Draft:
    author = desk.view(request).author
    if author is None:
        raise StoreError("nothing can be written here", remedy="ask who keeps the casefile")
    kind = next((one for one in _KINDS if one == _one(fields, "kind")), None)
    action = next((one for one in REVIEW_ACTIONS if one == _one(fields, "action")), None)
    if kind is None or action is None:
        raise RecordError("this form asks for nothing that can be done", where="action")
    target = _one(fields, "target")
    others = tuple(_id(one) for value in fields.get("others", ()) for one in value.split())
    groups = action in {"merge", "split"}
    if groups and not others:
        told = dossier_words(desk.view(request).language).working
        raise UsageError(told.tick_first, where="others")
    corrects = action in {"correct", "add"}
    return Draft(
        action=action,
        kind=kind,
        target=_id(target),
        author=author,
        reason=_one(fields, "reason"),
        changes=changes(kind, fields, _article(desk, kind, target)) if corrects else {},
        others=others if groups else (),
        seen=fields["seen"][-1] if "seen" in fields else None,
    )


def _article(desk: Desk, kind: TargetKind, target: str) -> Article | None:
    """Return the text in which the words of a record stand."""
    if kind not in RECORD_KINDS:
        return None
    where = desk.store.locate(target)
    return desk.store.article(where.article) if where.article is not None else None


def _id(said: str) -> str:
    """Return the id that somebody typed, or pasted as the address of its page."""
    return said.strip().split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]


def _one(fields: Fields, name: str) -> str:
    values: Sequence[str] = fields.get(name, ())
    return values[-1].strip() if values else ""

"""Working: what people say of records, sent by forms; and a stale form refused with both sides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, get_args

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse

from recoupe.dossier.pages.history import history
from recoupe.dossier.web.changing import Fields, changes
from recoupe.dossier.web.desk import AtDesk, Desk
from recoupe.dossier.web.forms import OurForm, back_to
from recoupe.errors import RecordError, StaleReviewError, StoreError
from recoupe.model import RECORD_KINDS, REVIEW_ACTIONS, Article, Draft, TargetKind

router = APIRouter(include_in_schema=False)

_KINDS: Final[tuple[TargetKind, ...]] = get_args(TargetKind)


async def fields_of(request: Request) -> Fields:
    """Return every field of the form that a request carries."""
    form = await request.form()
    return {name: [one for one in form.getlist(name) if isinstance(one, str)] for name in form}


@router.post("/reviews", dependencies=[OurForm])
def add(request: Request, desk: AtDesk, fields: Annotated[Fields, Depends(fields_of)]) -> Response:
    """Append the review that a form asks for, and lead back to where it was sent from."""
    draft = _draft(desk, request, fields)
    try:
        desk.keeps.add_review(draft)
    except StaleReviewError as error:
        return _refused(desk, request, draft, fields, error)
    return back_to(_one(fields, "back"))


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
    corrects = action in {"correct", "add"}
    return Draft(
        action=action,
        kind=kind,
        target=_id(target),
        author=author,
        reason=_one(fields, "reason"),
        changes=changes(kind, fields, _article(desk, kind, target)) if corrects else {},
        others=others if action in {"merge", "split"} else (),
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


def _refused(
    desk: Desk, request: Request, draft: Draft, fields: Fields, error: StaleReviewError
) -> HTMLResponse:
    """Return both versions: what others said meanwhile, and what this form asks for."""
    reviews = tuple(desk.store.reviews(draft.target))
    own = [one for one in reviews if one.target == draft.target]
    seen = next((at + 1 for at, one in enumerate(own) if one.id == draft.seen), 0)
    meanwhile = own[seen:]
    page = desk.render(
        request,
        "stale.html",
        error=error,
        meanwhile=history(meanwhile),
        draft=draft,
        fields={name: values for name, values in fields.items() if name != "seen"},
        newest=own[-1].id if own else "",
        changed={name: _asked(fields, name) for name in draft.changes},
    )
    return HTMLResponse(page, 409)


def _asked(fields: Fields, field: str) -> str:
    values = fields.get(f"words.{field}") or fields.get(f"set.{field}") or ()
    return " … ".join(one for one in values if one)

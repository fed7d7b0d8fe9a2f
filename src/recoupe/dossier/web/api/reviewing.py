"""What people say, as JSON: reviews read and written."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from recoupe.dossier.web.api.answers import NOT_FOUND, Failed, answer
from recoupe.dossier.web.desk import AtDesk
from recoupe.model import Draft, ReviewAction, TargetKind

router = APIRouter(tags=["reviews"])


class DraftForm(BaseModel):
    """A review as somebody gives it; see the record `Draft` for each field."""

    action: ReviewAction
    kind: TargetKind
    target: str = Field(max_length=200)
    reason: str = Field("", max_length=20_000)
    changes: dict[str, Any] = Field(default_factory=dict)
    others: list[str] = Field(default_factory=list, max_length=1000)
    seen: str | None = Field(None, description="newest review of the target that was seen")


@router.get("/reviews/{target}")
def reviews(request: Request, desk: AtDesk, target: str) -> Response:
    """Return the reviews of a record, report, party, story or finding, oldest first."""
    return answer(request, [asdict(one) for one in desk.store.reviews(target)])


@router.post(
    "/reviews",
    status_code=201,
    responses={**NOT_FOUND, 409: {"model": Failed}},
)
def add(request: Request, desk: AtDesk, draft: DraftForm) -> Response:
    """Append a review, in the name of whoever is at the desk."""
    made = desk.keeps.add_review(
        Draft(
            draft.action,
            draft.kind,
            draft.target,
            desk.view(request).author or desk.settings.author,
            draft.reason,
            draft.changes,
            tuple(draft.others),
            draft.seen,
        )
    )
    told = answer(request, asdict(made))
    told.status_code = 201
    return told

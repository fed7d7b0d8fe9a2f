"""Adding: an address, a file or a pasted text into the case; and bringing its check up to date."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, BinaryIO, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse

from recoupe.capture import capture_content, capture_file, capture_inputs
from recoupe.capture.archives import Accounts
from recoupe.dossier.web.desk import AtDesk, Desk
from recoupe.dossier.web.flash import without
from recoupe.dossier.web.forms import OurForm, back_to, is_ours
from recoupe.dossier.web.tasks import Outcome
from recoupe.engine import LocalEngine
from recoupe.errors import StoreError, UsageError
from recoupe.filing import Asked, file_inputs
from recoupe.filing.checking import check_case
from recoupe.model import Capture, Declared, Failure

router = APIRouter(include_in_schema=False)

_PASTED: Final = "pasted text"


@router.post("/add", dependencies=[OurForm])
def add(  # noqa: PLR0917 - the fields of a form
    request: Request,
    desk: AtDesk,
    url: Annotated[str, Form(max_length=4000)] = "",
    text: Annotated[str, Form()] = "",
    file: UploadFile | None = None,
    title: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Read a report beside the pages, and keep it; lead to where its progress is shown."""
    author = _author(desk, request)
    said = Declared(
        url=url.strip() or None if text.strip() or (file and file.filename) else None,
        outlet=outlet.strip() or None,
        title=title.strip() or None,
        published=published.strip() or None,
    )
    if file is not None and file.filename:
        given = _of_file(file.file, file.filename, said)
    elif text.strip():
        what = url.strip() or _PASTED
        content = text.encode("utf-8", "replace")
        given = _Given(what, capture_content(content, what, declared=said))
    elif url.strip():
        given = _of_address(url.strip(), said)
    else:
        raise UsageError("nothing was given", remedy="give an address, a file or a text")
    desk.tasks.begin("add", given.what, lambda: tuple(_filed(desk, given, author)))
    return back_to("/tasks")


@router.post("/check", dependencies=[OurForm])
def check(request: Request, desk: AtDesk, back: Annotated[str, Form()] = "") -> Response:
    """Bring the cross-check up to date, beside the pages; lead to where its progress is shown.

    From there one goes on at ``back``.
    """
    _author(desk, request)

    def bring() -> tuple[Outcome, ...]:
        came = check_case(desk.keeps, LocalEngine(1))
        return tuple(Outcome(one.input, problem=one.message) for one in came.failures)

    desk.tasks.begin("check", "", bring)
    return back_to("/tasks?" + urlencode({"back": without(back)}) if back else "/tasks")


@router.get("/tasks")
def show(request: Request, desk: AtDesk, back: str = "") -> HTMLResponse:
    """Show what is being done, and what came of it; the page asks again while something is."""
    tasks = desk.tasks.all()
    page = desk.render(
        request,
        "tasks.html",
        tasks=tasks,
        waiting=any(not task.ended for task in tasks),
        back=back if is_ours(back) else "",
    )
    return HTMLResponse(page)


@dataclass(frozen=True, slots=True)
class _Given:
    """What somebody gave, in their words, and the captures of it.

    ``aside`` is the file that these are read from, for a web archive more than once.
    """

    what: str
    captures: Iterable[Capture | Failure]
    accounts: Accounts = field(default_factory=Accounts)
    aside: AbstractContextManager[object] = field(default_factory=nullcontext)


def _of_file(file: BinaryIO, name: str, said: Declared) -> _Given:
    """Lay a file aside that somebody sent, which lasts no longer than its request."""
    with ExitStack() as held:
        aside = held.enter_context(NamedTemporaryFile(prefix="recoupe-"))
        shutil.copyfileobj(file, aside)
        aside.flush()
        accounts = Accounts()
        captures = capture_file(Path(aside.name), name, declared=said, accounts=accounts)
        return _Given(name, captures, accounts, held.pop_all())


def _of_address(url: str, said: Declared) -> _Given:
    if not url.lower().startswith(("http://", "https://")):
        raise UsageError("this is no address of a page", where=url, remedy="begin with https://")
    return _Given(url, capture_inputs([url], declared=said, allow_private=False))


def _filed(desk: Desk, given: _Given, author: str) -> Iterator[Outcome]:
    """File what was given, as the command does; the file that was laid aside goes away."""
    options, engine = Asked().reading(date.today()), LocalEngine(1)
    with given.aside:
        for filed in file_inputs(
            given.captures, desk.keeps, options, engine, author=author, accounts=given.accounts
        ):
            if isinstance(filed.result, Failure):
                yield Outcome(filed.input, problem=filed.result.message)
            else:
                yield Outcome(filed.input, article=filed.result.article)


def _author(desk: Desk, request: Request) -> str:
    author = desk.view(request).author
    if author is None:
        raise StoreError("nothing can be written here", remedy="ask who keeps the casefile")
    return author

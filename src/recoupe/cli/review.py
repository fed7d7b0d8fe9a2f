"""``recoupe review``: what people say of records, which then stands above the machine."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.casefiles import AuthorOption, CaseArgument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recoupe.model import Json, ReviewAction

review = typer.Typer(
    name="review",
    help="""Confirm, correct, reject and add: your word stands above the machine's.

    A review is kept with its author, time and reason, outlives every new reading, and can be taken
    back. Ids are those that `recoupe search` and `recoupe check` show.

    **Examples**

    - `recoupe review confirm mariupol statement-1f…`
    - `recoupe review correct mariupol figure-9c… --set low=200 --reason "the ministry's own page"`
    - `recoupe review correct mariupol statement-1f… --words content="Il n'y a pas d'assaut"`
    - `recoupe review add mariupol report-77… --words content="the words" --set speaker_name=Peskov`
    - `recoupe review merge mariupol party-3a… party-b0… --reason "one man, two spellings"`
    - `recoupe review copy mariupol report-77… report-0c… --reason "the same dispatch, reworded"`
    - `recoupe review import mariupol figures.csv --dry-run`
    - `recoupe review undo mariupol review-5d…`
    """,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """What ``recoupe review list`` writes."""

    TEXT = "text"
    JSONL = "jsonl"


class Kind(StrEnum):
    """The kinds of record that can be added."""

    STATEMENT = "statement"
    ENTITY = "entity"
    PLACE = "place"
    TIME = "time"
    FIGURE = "figure"
    EVENT = "event"
    EVIDENCE = "evidence"


IdArgument = Annotated[str, typer.Argument(metavar="ID", help="The id of what you review.")]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", help="Why, for those who come after.")]
SeenOption = Annotated[
    str | None,
    typer.Option(
        metavar="REVIEW",
        help="The newest review of it that you saw (none: there was none): refused if there is a "
        "newer one.",
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="A field of the record as recoupe read writes it; null for unknown. Again for more.",
    ),
]
WordsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--words",
        metavar='FIELD="WORDS"',
        help="Words of the report, to the letter, as the span of a field (content, cue, source, "
        "span, …). Again for more.",
    ),
]
OccurrenceOption = Annotated[
    int | None,
    typer.Option(min=1, help="Which one, where the report has the words several times."),
]


def register(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    from recoupe.cli import copies

    copies.register(review)
    app.add_typer(review)


@review.command(no_args_is_help=True)
def confirm(
    case: CaseArgument,
    id_: IdArgument,
    reason: ReasonOption = "",
    seen: SeenOption = None,
    author: AuthorOption = None,
) -> None:
    """Say that a record or finding is right as it stands; also brings back a rejected one.

    **Examples**

    - `recoupe review confirm mariupol statement-1f2e3d4c5b6a7980`
    - `recoupe review confirm mariupol finding-c0…`
    """
    append(case, "confirm", id_, author, reason=reason, seen=seen)


@review.command(no_args_is_help=True)
def correct(
    case: CaseArgument,
    id_: IdArgument,
    set_: SetOption = None,
    words: WordsOption = None,
    occurrence: OccurrenceOption = None,
    reason: ReasonOption = "",
    seen: SeenOption = None,
    author: AuthorOption = None,
) -> None:
    """Correct fields of a record, or the words that it stands on; or a report's date and outlet.

    **Examples**

    - `recoupe review correct mariupol statement-1f… --set stance=denies --set hedged=false`
    - `recoupe review correct mariupol statement-1f… --set speaker_name="Dmitri Peskov"`
    - `recoupe review correct mariupol figure-9c… --set low=101 --set high=null`
    - `recoupe review correct mariupol statement-1f… --words content="Il n'y a pas d'assaut"`
    - `recoupe review correct mariupol page-20… --set published=2022-05-04`
    """
    append(
        case,
        "correct",
        id_,
        author,
        reason=reason,
        seen=seen,
        said=(set_ or [], words or [], occurrence),
    )


@review.command(no_args_is_help=True)
def reject(
    case: CaseArgument,
    id_: IdArgument,
    reason: ReasonOption = "",
    seen: SeenOption = None,
    author: AuthorOption = None,
) -> None:
    """Take out a record or finding that should not be there; confirm brings it back.

    A finding stays out as long as most of its words are the same.

    **Examples**

    - `recoupe review reject mariupol place-88… --reason "a ship, not the town"`
    - `recoupe review reject mariupol finding-c0… --reason "two shellings of one day"`
    """
    append(case, "reject", id_, author, reason=reason, seen=seen)


@review.command(no_args_is_help=True)
def add(
    case: CaseArgument,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of the report.")],
    kind: Annotated[Kind, typer.Option(help="What to add.")] = Kind.STATEMENT,
    words: WordsOption = None,
    set_: SetOption = None,
    occurrence: OccurrenceOption = None,
    reason: ReasonOption = "",
    author: AuthorOption = None,
) -> None:
    """Add a record that the machine missed, by its words in the report.

    **Examples**

    - `recoupe review add mariupol report-77… --words content="the words" --words source="Peskov"`
    - `recoupe review add mariupol report-77… --kind figure --words span="17" --set low=17
      --set high=17 --set what=killed`
    """
    append(
        case,
        "add",
        report,
        author,
        reason=reason,
        kind=kind.value,
        said=(set_ or [], words or [], occurrence),
    )


@review.command(no_args_is_help=True)
def merge(
    case: CaseArgument,
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="The party (or entity), story or finding to keep.")
    ],
    others: Annotated[
        list[str], typer.Argument(metavar="ID...", help="What is the same: others of its kind.")
    ],
    reason: ReasonOption = "",
    author: AuthorOption = None,
) -> None:
    """Say that several parties are one, or several stories; or that findings are on one matter.

    **Examples**

    - `recoupe review merge mariupol party-3a… party-b0…`
    - `recoupe review merge mariupol finding-c0… finding-f2… --reason "he denies just this"`
    """
    append(case, "merge", id_, author, reason=reason, others=others)


@review.command(no_args_is_help=True)
def split(
    case: CaseArgument,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The party, story or finding.")],
    others: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="What is not of it: entities of a party, reports of a story; statements, figures "
            "or reports of a finding.",
        ),
    ],
    reason: ReasonOption = "",
    author: AuthorOption = None,
) -> None:
    """Take entities out of a party, reports out of a story, words out of a finding.

    Statements, figures, or all that a report has of a finding are then on another matter.

    **Examples**

    - `recoupe review split mariupol party-3a… entity-51… --reason "his brother"`
    - `recoupe review split mariupol finding-c0… statement-1f… --reason "of the strike in May"`
    """
    append(case, "split", id_, author, reason=reason, others=others)


@review.command(no_args_is_help=True)
def note(
    case: CaseArgument,
    id_: IdArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What to note.")],
    author: AuthorOption = None,
) -> None:
    """Note something beside a record, report, party, story or finding.

    **Examples**

    - `recoupe review note mariupol statement-1f… "asked the ministry on 6 May, no answer yet"`
    """
    append(case, "note", id_, author, reason=text)


@review.command(no_args_is_help=True)
def protect(
    case: CaseArgument,
    id_: IdArgument,
    reason: ReasonOption = "",
    author: AuthorOption = None,
) -> None:
    """Mark a speaker, witness or place whom being named could harm.

    What is handed over then shows a role and a coarse place instead.

    **Examples**

    - `recoupe review protect mariupol party-3a… --reason "a witness who asked for it"`
    """
    append(case, "protect", id_, author, reason=reason)


@review.command(no_args_is_help=True)
def undo(
    case: CaseArgument,
    id_: Annotated[str, typer.Argument(metavar="REVIEW", help="The id of the review.")],
    reason: ReasonOption = "",
    author: AuthorOption = None,
) -> None:
    """Take a review back; it stays in the history. To undo an undo restores it.

    **Examples**

    - `recoupe review undo mariupol review-5d6c7b8a90f1e2d3`
    """
    append(case, "undo", id_, author, reason=reason)


@review.command(name="list", no_args_is_help=True)
def list_(
    case: CaseArgument,
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Of one record, report or party alone.")
    ] = None,
    format_: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="[default: text on a terminal, otherwise jsonl]"),
    ] = None,
) -> None:
    """List the reviews, oldest first: who said what, when and why, and what was taken back.

    **Examples**

    - `recoupe review list mariupol`
    - `recoupe review list mariupol statement-1f… --format jsonl`
    """
    import sys

    from recoupe.cli.casefiles import opened
    from recoupe.cli.reviewing import write_reviews

    chosen = format_ or (Format.TEXT if sys.stdout.isatty() else Format.JSONL)
    with opened(case) as casefile:
        write_reviews(casefile.reviews(id_), as_text=chosen is Format.TEXT)


@review.command(no_args_is_help=True)
def show(case: CaseArgument, id_: IdArgument) -> None:
    """Show a record or finding as it stands, in its context, with what people said of it.

    **Examples**

    - `recoupe review show mariupol statement-1f2e3d4c5b6a7980`
    """
    from recoupe.cli.casefiles import opened
    from recoupe.cli.reviewing import write_record

    with opened(case) as casefile:
        write_record(casefile, id_)


def append(
    case: str,
    action: ReviewAction,
    id_: str,
    author: str | None,
    *,
    reason: str = "",
    kind: str | None = None,
    others: list[str] | None = None,
    seen: str | None = None,
    said: tuple[list[str], list[str], int | None] | None = None,
) -> None:
    """Append one review, and say under which id it is kept."""
    from recoupe.cli.casefiles import author_of, opened
    from recoupe.cli.reviewing import changes_of, told
    from recoupe.model import Draft

    by = author_of(author)
    with opened(case) as casefile:
        where = casefile.locate(id_)
        adding = action == "add"
        target = where.article if adding and where.article is not None else id_
        subject = where.kind if kind is None else kind
        changes: Mapping[str, Json] = {}
        if said is not None:
            article = None
            if where.article is not None:
                article = casefile.reading(where.article).reading.article
            changes = changes_of(subject, *said, article=article)
        kept = casefile.add_review(
            Draft(
                action=action,
                kind=subject,  # type: ignore[arg-type]  # checked against what is allowed
                target=target,
                author=by,
                reason=reason,
                changes=changes,
                others=tuple(others or ()),
                seen="" if seen == "none" else seen,
            )
        )
        told(kept)

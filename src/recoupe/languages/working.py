"""What the forms of people who work in a case say: parts of ``dossier.toml``."""

from __future__ import annotations

from recoupe.languages.words import Words
from recoupe.model import RecordKind, ReviewAction


class WorkingLabels(Words):
    """The forms of people who work in a case.

    ``do`` names what a button does, ``add`` what adds a record of a kind, ``fields`` what a field
    of a record is where the other pages have no word for it, ``key_words`` what a key does.
    """

    heading: str
    correct: str
    content: str
    add_other: str
    correct_report: str
    review_this: str
    take_selected: str
    exact_words: str
    meanwhile: str
    meanwhile_means: str
    theirs: str
    yours: str
    now: str
    still: str
    leave: str
    join_or_part: str
    done_on: str
    later: str
    hide: str
    redo: str
    reviews: str
    all_reviews: str
    no_reviews: str
    rejected: str
    rejected_means: str
    filter: str
    filtered: str
    first_of: str
    none_fit: str
    open: str
    tick_first: str
    back_to_story: str
    back_to_report: str
    back_to_speaker: str
    finding_title: str
    same_matter: str
    same_matter_means: str
    other_matter: str
    other_matter_means: str
    whole_report: str
    story_title: str
    same_story: str
    same_story_means: str
    part_story: str
    part_story_means: str
    party_title: str
    same_party: str
    same_party_means: str
    part_party: str
    part_party_means: str
    as_in: str
    statements_there: str
    named_in: str
    copies_title: str
    is_copy: str
    is_copy_means: str
    no_copy: str
    no_story: str
    record_title: str
    record_gone: str
    protect_party: str
    protect_means: str
    protect_place: str
    protect_report: str
    protect_speaker: str
    protected_by: str
    check_now: str
    keys: str
    keys_title: str
    keys_on: str
    keys_close: str
    do: dict[ReviewAction, str]
    yes_no: dict[str, str]
    add: dict[RecordKind, str]
    fields: dict[str, str]
    key_words: dict[str, str]


class AddingLabels(Words):
    """The forms that add reports and check, and the page of what they do."""

    heading: str
    url: str
    file: str
    text: str
    check: str
    tasks: str
    working: str
    again: str
    all_done: str
    nothing: str
    go_on: str
    open: str
    states: dict[str, str]
    kinds: dict[str, str]

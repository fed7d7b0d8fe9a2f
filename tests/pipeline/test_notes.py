"""After a worker's death it is known what it died of, and that is read around."""

from __future__ import annotations

from pathlib import Path

from recoupe.pipeline.folder import AT_WORK, Folder
from recoupe.pipeline.notes import AtWork, Note, note_name, read_note

NAME = note_name("own.warc-0123456789", 7)


def begun(folder: Folder, run: str = "a run") -> AtWork:
    return AtWork.begin(folder, NAME, run, "own.warc")


def test_a_batch_that_kills_twice_is_read_singly_and_the_third_death_names_the_record(
    tmp_path: Path,
) -> None:
    folder = Folder.at(str(tmp_path))
    assert begun(folder).batch(17) is False
    assert begun(folder).batch(17) is False  # once may have been for no fault of its own
    third = begun(folder)
    assert third.batch(1) is False
    assert third.batch(17) is True
    assert [third.begun(number) for number in (17, 18, 19)] == [None] * 3
    last = begun(folder)
    assert last.note.given_up == (19,)
    assert last.batch(17) is True
    assert last.begun(18) is None
    error = last.begun(19)
    assert error is not None
    assert (error.kind, error.where) == ("worker_lost", "own.warc#19")
    assert last.note.deaths == 3


def test_deaths_at_different_batches_are_told_apart(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    for at in (1, 17, 33):
        begun(folder).batch(at)
    assert begun(folder).note == Note("a run", died=(1, 17, 33))


def test_a_worker_that_died_before_it_read_anything_names_nothing() -> None:
    note = Note("a run", died=(5,))
    assert note.after_death() == note


def test_a_note_of_another_run_and_one_that_was_cut_short_count_for_nothing(
    tmp_path: Path,
) -> None:
    folder = Folder.at(str(tmp_path))
    begun(folder).batch(17)
    assert read_note(folder, NAME, "another run") == Note("another run")
    folder.write(NAME, b'{"run": "a run", "at"')
    assert read_note(folder, NAME, "a run") == Note("a run")


def test_a_slice_that_is_done_leaves_no_note(tmp_path: Path) -> None:
    folder = Folder.at(str(tmp_path))
    work = begun(folder)
    work.batch(1)
    assert list(folder.names(AT_WORK)) == [NAME]
    work.end()
    assert list(folder.names()) == []

"""Adding reports and checking, from the first page."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

import pytest
from fastapi.testclient import TestClient

from recoupe.dossier.web.desk import Desk
from recoupe.dossier.web.tasks import KEPT, Outcome, Task, Tasks
from recoupe.errors import StoreError
from recoupe.store import Casefile
from tests.dossier.web.conftest import token_of

TEXT = (
    "The dam at Nova held\n\n“The dam held all night,” the mayor, Jo Lind, said on Tuesday. "
    "Two people were injured."
)


def ended(tasks: Callable[[], tuple[Task, ...]]) -> tuple[Task, ...]:
    """Wait until nothing is being done, and return the tasks."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if all(task.ended for task in tasks()):
            return tasks()
        time.sleep(0.05)
    raise AssertionError("a task did not come to its end")


def desk(client: TestClient) -> Desk:
    found: Desk = client.app.state.desk  # type: ignore[attr-defined]
    return found


def added(client: TestClient, **fields: str) -> Task:
    token = token_of(client.get("/").text)
    answer = client.post("/add", data={"form_token": token, **fields}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/tasks")
    return ended(desk(client).tasks.all)[0]


def test_a_pasted_text_is_read_and_kept(case: Casefile, client: TestClient) -> None:
    task = added(client, text=TEXT, outlet="The Nova Post", published="2025-03-04")
    [outcome] = task.outcomes
    assert outcome.article is not None
    kept = case.reading(outcome.article).reading
    assert kept.article.outlet == "The Nova Post"
    assert [one.speaker_name for one in kept.statements] == ["Jo Lind"]
    assert outcome.article in client.get("/tasks").text


def test_a_file_is_read_and_kept(case: Casefile, client: TestClient) -> None:
    token = token_of(client.get("/").text)
    client.post("/add", data={"form_token": token}, files={"file": ("dam.txt", TEXT.encode())})
    [task] = ended(desk(client).tasks.all)
    assert task.what == "dam.txt"
    assert case.status().counts["reports"] == 3


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/x", "http://169.254.169.254/latest", "http://[::1]/"]
)
def test_an_address_of_this_machine_is_not_fetched(client: TestClient, url: str) -> None:
    [outcome] = added(client, url=url).outcomes
    assert outcome.article is None
    assert outcome.problem


@pytest.mark.parametrize("url", ["/etc/passwd", "file:///etc/passwd", "-", "casefile.db"])
def test_no_file_of_this_machine_is_named(case: Casefile, client: TestClient, url: str) -> None:
    token = token_of(client.get("/").text)
    answer = client.post("/add", data={"form_token": token, "url": url})
    assert answer.status_code == 422
    assert case.status().counts["reports"] == 2


def test_an_uploaded_name_is_never_opened(case: Casefile, client: TestClient) -> None:
    token = token_of(client.get("/").text)
    files = {"file": ("/etc/passwd", b"")}
    client.post("/add", data={"form_token": token}, files=files)
    [task] = ended(desk(client).tasks.all)
    assert [one.article for one in task.outcomes] == [None]
    assert case.status().counts["reports"] == 2


def test_nothing_given_is_told(client: TestClient) -> None:
    token = token_of(client.get("/").text)
    assert client.post("/add", data={"form_token": token}).status_code == 422


def test_the_check_is_brought_up_to_date(case: Casefile, client: TestClient) -> None:
    assert case.check_state() is None
    token = token_of(client.get("/").text)
    client.post("/check", data={"form_token": token})
    ended(desk(client).tasks.all)
    state = case.check_state()
    assert state is not None
    assert state.missing == 0


def test_tasks_are_done_one_after_the_other() -> None:
    tasks, begin, order = Tasks(), Event(), []

    def first() -> tuple[Outcome, ...]:
        begin.wait(10)
        order.append("first")
        return ()

    def second() -> tuple[Outcome, ...]:
        order.append("second")
        return (Outcome("x", article="a"),)

    tasks.begin("add", "one", first)
    tasks.begin("add", "two", second)
    assert [task.ended for task in tasks.all()] == [False, False]
    begin.set()
    newest, oldest = ended(tasks.all)
    assert order == ["first", "second"]
    assert (newest.what, newest.outcomes, oldest.state) == ("two", (Outcome("x", "a"),), "done")
    tasks.close()


def test_a_task_that_fails_says_why_and_ends_no_other() -> None:
    tasks = Tasks()

    def fail() -> tuple[Outcome, ...]:
        raise StoreError("the disk is full", where="case")

    def crash() -> tuple[Outcome, ...]:
        raise ZeroDivisionError

    for do in (fail, crash, tuple):
        tasks.begin("check", "", do)
    done, crashed, failed = ended(tasks.all)
    assert (failed.state, failed.problem) == ("failed", "case: the disk is full")
    assert crashed.state == "failed"
    assert "--debug" in (crashed.problem or "")
    assert done.state == "done"
    tasks.close()


def test_old_tasks_are_forgotten() -> None:
    tasks = Tasks()
    for number in range(KEPT + 5):
        tasks.begin("add", str(number), tuple)
    ended(tasks.all)
    assert len(tasks.all()) == KEPT
    assert tasks.all()[0].what == str(KEPT + 4)
    tasks.close()

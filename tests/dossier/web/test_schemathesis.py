"""Two thousand generated requests against the description of the interface: none breaks it.

Half of them fit the description, half do not; ids are made up, or those of what is there. Answers
must be as described: their status, their type of content, their form.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.store import Casefile
from tests.dossier.worlds import ME, latest, strike

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

pytestmark = pytest.mark.process
REQUESTS: Final = 2_000
EACH: Final = 145
"""Requests of each operation and kind: some operations have no parameter that can be wrong."""
HEADERS: Final = {"host": "localhost:8787", "authorization": "Bearer open sesame"}


@dataclass(frozen=True)
class Interface:
    """The application's description, and ids of what is there, by the parameters that name it."""

    schema: Any
    there: dict[str, list[str]]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casefile]:
    with strike(tmp_path_factory.mktemp("strike")) as made:
        yield made


@pytest.fixture(scope="module")
def interface(case: Casefile) -> Interface:
    reading = latest(case)
    finding = case.findings(limit=1).findings[0]
    reports = [reading.article.id, next(case.reports()).id]
    app = application(case, Settings(author=ME, password="open sesame"))
    return Interface(
        schemathesis.openapi.from_asgi("/openapi.json", app, headers=HEADERS),
        {
            "report": reports,
            "statement": [one.id for one in reading.statements],
            "story": [finding.story],
            "target": [reading.statements[0].id, reading.entities[0].id, finding.id, *reports],
            "party": [str(case.parties_of(reading.article.id)[reading.entities[0].id])],
        },
    )


def test_no_generated_request_breaks_anything(interface: Interface) -> None:
    told: Counter[tuple[str, str, int]] = Counter()
    for found in interface.schema.get_all_operations():
        operation = found.ok()
        for mode in schemathesis.GenerationMode:
            _try(operation, mode, interface.there, told)
    assert sum(told.values()) >= REQUESTS
    assert max(status for *_, status in told) < 500
    of_each = {(method, path) for method, path, _ in told}
    reached = {(method, path) for method, path, status in told if status < 300}
    assert reached == of_each, "each operation answered what it is for"


@pytest.mark.parametrize(
    "more",
    [
        {"reason": "\ud800"},
        {"target": "\udfff"},
        {"seen": "\ud800"},
        {"action": "correct", "changes": {"outlet": "\ud800"}},
        {"action": "merge", "kind": "party", "others": ["\ud800"]},
    ],
)
def test_half_a_character_is_refused(case: Casefile, more: dict[str, Any]) -> None:
    client = TestClient(application(case, Settings(author=ME)), base_url="http://localhost:8787")
    draft = {"action": "note", "kind": "report", "target": latest(case).article.id, **more}
    json_ = {"content-type": "application/json"}
    answer = client.post("/api/reviews", content=json.dumps(draft), headers=json_)
    assert answer.status_code == 422
    assert answer.json()["error"]["message"]


def _try(
    operation: Any, mode: Any, there: dict[str, list[str]], told: Counter[tuple[str, str, int]]
) -> None:
    @seed(20_221_105)
    @settings(
        max_examples=EACH,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=mode), st.integers(0, 9))
    def ask(request: Any, pick: int) -> None:
        if mode is schemathesis.GenerationMode.POSITIVE:
            _name_what_is_there(request, there, pick)
        answer = request.call(headers=HEADERS, base_url=f"http://{HEADERS['host']}")
        told[operation.method, operation.path, answer.status_code] += 1
        request.validate_response(answer, excluded_checks=_unfit(operation))

    try:
        ask()
    except Unsatisfiable:  # nothing that could be asked of it is wrong
        assert mode is schemathesis.GenerationMode.NEGATIVE


def _name_what_is_there(request: Any, there: dict[str, list[str]], pick: int) -> None:
    """Put ids of what is there in the place of made-up ones, in two requests of three."""
    if pick % 3 == 0:
        return
    for some in (request.path_parameters, request.query, request.body):
        if isinstance(some, dict):
            for name in some.keys() & there.keys():
                some[name] = there[name][pick % len(there[name])]
    if isinstance(request.body, dict):
        request.body |= {"action": "note", "kind": "report", "target": there["report"][0]}
        request.body |= {"reason": "noted", "changes": {}, "others": []}
        request.body.pop("seen", None)


def _unfit(operation: Any) -> list[Any]:
    """Return the checks that say nothing here: which reviews can be is no matter of form."""
    if operation.method.lower() == "post":
        return [schemathesis.checks.CHECKS.get_one("positive_data_acceptance")]
    return []

"""Whatever somebody is called, and however that is protected: no answer has a word of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from recoupe.export.masking.kept import masked_store
from recoupe.model import Draft
from recoupe.store import Casefile, new_casefile
from recoupe.store.search import Query
from tests.export.masking.everything import answers
from tests.export.masking.world import report

WORDS = some.text("äéïøqxžжы", min_size=4, max_size=7).map(str.capitalize)
SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda name: name.replace(" ", "-"),
    lambda name: unicodedata.normalize("NFD", name),
)


def folded(text: str) -> str:
    """Return text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def protect(case: Casefile, how: str) -> None:
    """Protect the surgeon and the town of the first report, by one kind of record."""
    reading = next(case.readings()).reading
    surgeon = reading.entities[0].id
    target = {
        "entity": surgeon,
        "party": case.parties_of(reading.article.id)[surgeon],
        "statement": reading.statements[0].id,
    }[how]
    case.add_review(Draft("protect", how, target, "Ana"))  # type: ignore[arg-type]
    case.add_review(Draft("protect", "place", reading.places[0].id, "Ana"))


@given(
    first=WORDS,
    last=WORDS,
    town=WORDS,
    spelt=some.sampled_from(SPELLINGS),
    how=some.sampled_from(["entity", "party", "statement"]),
)
@settings(max_examples=6, deadline=None)
def test_no_word_of_any_name_is_left_in_any_answer(
    tmp_path_factory: pytest.TempPathFactory,
    first: str,
    last: str,
    town: str,
    spelt: Callable[[str], str],
    how: str,
) -> None:
    name = f"{first} {last}"
    with new_casefile(str(tmp_path_factory.mktemp("any") / "case"), author="Ana") as case:
        for address, quote in (("one", "Ask us"), ("two", f"Ask {spelt(name)} in {town}")):
            case.add_report(
                *report(f"https://{address}.example/", speaker=name, place=town, quote=quote),
                author="Ana",
            )
        protect(case, how)
        with closing(masked_store(case, "en")) as shown:
            said = folded("\n".join(repr(one) for one in answers(shown)))
            assert [word for word in (first, last, town) if folded(word) in said] == []
            for word in (first, last, town, name):
                assert shown.search(Query(word)).hits == ()

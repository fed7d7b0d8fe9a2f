from __future__ import annotations

from itertools import permutations

import pytest

from recoupe.comparison.matters import Matter, matters
from recoupe.comparison.positions import Parties, sayings
from recoupe.model import ContradictionScore, Reading
from tests.comparison.telling import Happens, Report, Says, Who, told

TOWN, FIRM, UNION = Who("Harbour Council"), Who("Nordvik Chemicals"), Who("Dockers Union")

LEAK = Report(
    "Nordvik Chemicals dumped acid into the estuary, the Harbour Council said.",
    [Says("Nordvik Chemicals dumped acid into the estuary", TOWN)],
)
DENIAL = Report(
    "Nordvik Chemicals denied that it dumped acid into the estuary.",
    [Says("it dumped acid into the estuary", FIRM, "denies")],
    outlet="The Beacon",
)
STRIKE = Report(
    "Dockers will walk out on Friday over wages, the Dockers Union said.",
    [Says("Dockers will walk out on Friday over wages", UNION)],
    outlet="The Ledger",
)


def of(*reports: Report) -> tuple[Matter, ...]:
    return over([told(report) for report in reports])


def over(readings: list[Reading]) -> tuple[Matter, ...]:
    return matters(sayings(readings, Parties(readings)), readings)


def parties(matter: Matter) -> set[str]:
    return {saying.party.name for saying in matter.sayings}


def test_a_denial_finds_what_it_denies_in_another_report() -> None:
    dispute, other = sorted(of(LEAK, DENIAL, STRIKE), key=lambda matter: -len(matter.sayings))
    assert parties(dispute) == {"Harbour Council", "Nordvik Chemicals"}
    assert [pair.code for pair in dispute.against] == ["denied_elsewhere"]
    assert parties(other) == {"Dockers Union"}


def test_the_claim_names_the_matter_and_not_its_denial() -> None:
    dispute = next(matter for matter in of(LEAK, DENIAL) if matter.against)
    assert dispute.best.party.name == "Harbour Council"


def test_a_pronoun_denies_the_claim_just_before_it() -> None:
    text = (
        "Nordvik Chemicals dumped acid into the estuary, the Harbour Council said. "
        "The firm denies it."
    )
    [matter] = of(
        Report(
            text,
            [
                Says("Nordvik Chemicals dumped acid into the estuary", TOWN),
                Says("it", FIRM, "denies"),
            ],
        )
    )
    assert [pair.code for pair in matter.against] == ["denied_in_same_report"]


def test_nobody_denies_what_they_say_themselves() -> None:
    again = Report(
        "The Harbour Council denied that Nordvik Chemicals dumped acid into the estuary.",
        [Says("Nordvik Chemicals dumped acid into the estuary", TOWN, "denies")],
    )
    assert all(not matter.against for matter in of(LEAK, again))


def test_who_cannot_verify_something_stands_beside_it() -> None:
    text = "The Beacon could not verify that Nordvik Chemicals dumped acid into the estuary."
    words = "Nordvik Chemicals dumped acid into the estuary"
    doubt = Report(text, [Says(words, Who("The Beacon"), "cannot_verify")], outlet="The Beacon")
    [matter] = of(LEAK, doubt)
    assert [pair.code for pair in matter.against] == ["cannot_verify"]


def test_two_who_blame_two_sides_for_one_event_are_against_each_other() -> None:
    one = Report(
        "The army shelled the harbour market with mortars, the Dockers Union said.",
        [Says("The army shelled the harbour market with mortars", UNION, "accuses")],
        happens=[Happens("shelled", "Shelling")],
    )
    other = Report(
        "Rebels shelled the harbour market with mortars, the Harbour Council said.",
        [Says("Rebels shelled the harbour market with mortars", TOWN, "accuses")],
        happens=[Happens("shelled", "Shelling")],
        outlet="The Beacon",
    )
    [matter] = of(one, other)
    assert [pair.code for pair in matter.against] == ["accuse_each_other"]
    assert matter.happened


def test_like_claims_are_one_matter_and_others_are_not() -> None:
    same = Report(
        "Acid was dumped into the estuary by Nordvik Chemicals, the Dockers Union said.",
        [Says("Acid was dumped into the estuary by Nordvik Chemicals", UNION)],
        outlet="The Ledger",
    )
    sizes = sorted(len(matter.sayings) for matter in of(LEAK, same, STRIKE))
    assert sizes == [1, 2]


def test_claims_that_a_reader_says_contradict_are_one_matter() -> None:
    readings = [
        told(LEAK),
        told(
            Report(
                "Acid from Nordvik Chemicals never reached the estuary, the Dockers Union said.",
                [Says("Acid from Nordvik Chemicals never reached the estuary", UNION)],
            )
        ),
    ]
    found = matters(
        sayings(readings, Parties(readings)),
        readings,
        lambda pairs: [ContradictionScore(0.9, 0.9, ())] * len(pairs),
    )
    codes = [pair.code for matter in found for pair in matter.against]
    assert codes in (["contradicts"], [])
    assert len(found) == (1 if codes else 2)


def test_every_saying_is_in_one_matter_whatever_the_order_of_reports() -> None:
    seen = set()
    for order in permutations([LEAK, DENIAL, STRIKE]):
        readings = sorted((told(report) for report in order), key=lambda r: r.article.id)
        found = over(readings)
        ids = [saying.statement.id for matter in found for saying in matter.sayings]
        assert len(ids) == len(set(ids)) == 3
        seen.add(frozenset(frozenset(parties(matter)) for matter in found))
    assert len(seen) == 1


def test_a_denial_finds_what_it_denies_in_another_language() -> None:
    denial = Report(
        "Nordvik Chemicals dément avoir déversé de l'acide dans l'estuaire.",
        [Says("avoir déversé de l'acide dans l'estuaire", FIRM, "denies")],
        outlet="La Vigie",
        language="fr",
    )
    [matter] = of(LEAK, denial)
    assert [pair.code for pair in matter.against] == ["denied_elsewhere"]


def test_who_denies_a_negation_agrees() -> None:
    agreed = Report(
        "No acid was dumped into the estuary by Nordvik Chemicals, the Dockers Union said.",
        [Says("No acid was dumped into the estuary by Nordvik Chemicals", UNION)],
        outlet="The Ledger",
    )
    assert all(not matter.against for matter in of(DENIAL, agreed))


def test_words_alone_are_a_denial_only_where_somebody_claims_the_contrary() -> None:
    alone = Report(
        "There were no guards at the estuary, the Dockers Union said.",
        [Says("There were no guards at the estuary", UNION)],
    )
    [matter] = of(alone)
    assert [saying.stance for saying in matter.sayings] == ["asserts"]


BERTH = Report(
    "The Dockers Union demanded a second berth for the ferries.",
    [Says("a second berth for the ferries", UNION, "demands")],
)


def test_a_refusal_stands_against_what_others_want_in_another_report() -> None:
    refusal = Report(
        "The Harbour Council rejected a second berth for ferries. It has no money.",
        [Says("a second berth for ferries", TOWN, "refuses")],
        outlet="The Beacon",
    )
    [matter] = of(BERTH, refusal)
    assert [pair.code for pair in matter.against] == ["refused"]
    assert matter.best.party.name == "Dockers Union"


def test_a_refusal_that_only_points_is_of_what_was_wanted_just_before() -> None:
    text = f"{BERTH.text} The Harbour Council refused it."
    [matter] = of(Report(text, [*BERTH.says, Says("it", TOWN, "refuses")]))
    assert [pair.code for pair in matter.against] == ["refused"]


def test_a_refusal_of_something_else_stands_against_nothing() -> None:
    other = Report(
        "The Harbour Council refused to let ferries wait in the fog.",
        [Says("to let ferries wait in the fog", TOWN, "refuses")],
        outlet="The Beacon",
    )
    assert all(not matter.against for matter in of(BERTH, LEAK, other))


def test_nobody_refuses_what_others_only_claim() -> None:
    refusal = Report(
        "Nordvik Chemicals refused to have acid dumped into the estuary.",
        [Says("acid dumped into the estuary", FIRM, "refuses")],
        outlet="The Beacon",
    )
    assert all(not matter.against for matter in of(LEAK, refusal))


SPILL = Report(
    "Nordvik Chemicals poisoned the estuary, the Dockers Union said.",
    [Says("Nordvik Chemicals poisoned the estuary", UNION, "accuses")],
    happens=[Happens("poisoned", "Chemical weapon")],
    outlet="The Ledger",
)


def denying(words: str, who: Who = FIRM) -> Report:
    return Report(f"They denied {words}.", [Says(words, who, "denies")], outlet="The Beacon")


def test_denied_allegations_are_the_accusations_of_all_reports() -> None:
    [matter] = of(SPILL, denying("the allegations"))
    assert [pair.code for pair in matter.against] == ["denied_elsewhere"]


def test_allegations_of_something_else_are_no_accusations_of_other_reports() -> None:
    found = of(SPILL, denying("accusations of bribery by two deputies"))
    assert all(not matter.against for matter in found)


def test_a_denial_that_names_claims_in_passing_is_not_of_the_accusations() -> None:
    text = f"{SPILL.text} They denied that mayors would resign over the reports."
    says = [*SPILL.says, Says("mayors would resign over the reports", TOWN, "denies")]
    assert all(not matter.against for matter in of(Report(text, says, happens=SPILL.happens)))


def test_words_that_stand_for_nothing_said_before_deny_nothing() -> None:
    text = f"{LEAK.text} The firm denies some."
    says = [*LEAK.says, Says("some", FIRM, "denies")]
    assert all(not matter.against for matter in of(Report(text, says)))


def test_who_suffers_is_not_blamed() -> None:
    troops = Report(
        "Troops stormed the harbour and killed rebels, the Harbour Council said.",
        [Says("Troops stormed the harbour and killed rebels", TOWN, "accuses")],
        happens=[Happens("stormed", "Armed clash")],
    )
    rebels = Report(
        "Nine rebels have been killed by troops at the harbour, the Dockers Union said.",
        [Says("Nine rebels have been killed by troops at the harbour", UNION, "accuses")],
        happens=[Happens("killed", "Armed clash")],
        outlet="The Beacon",
    )
    assert all(not matter.against for matter in of(troops, rebels))


def test_a_denied_event_is_not_denied_of_claims_that_share_no_word() -> None:
    claim, denial = "a clerk was shot at the depot", "the attack had been planned for weeks"
    text = (
        f"{claim.capitalize()}, the Dockers Union said. The Harbour Council denied that {denial}."
    )
    report = Report(
        text,
        [Says(claim.capitalize(), UNION), Says(denial, TOWN, "denies")],
        happens=[Happens("shot", "Attack", denied_by=(1,)), Happens("attack", "Attack")],
    )
    assert all(not matter.against for matter in of(report))


@pytest.mark.parametrize(("score", "codes"), [(0.9, ["contradicts"]), (0.89, [])])
def test_only_what_the_reader_is_sure_of_contradicts(score: float, codes: list[str]) -> None:
    readings = [
        told(Report("Old Quay is open to ferries.", [Says("Old Quay is open to ferries", TOWN)])),
        told(
            Report(
                "Old Quay is not open to ferries, dockers said.",
                [Says("Old Quay is not open to ferries", UNION)],
            )
        ),
    ]
    found = matters(
        sayings(readings, Parties(readings)),
        readings,
        lambda pairs: [ContradictionScore(score, 1.0, ())] * len(pairs),
    )
    assert [pair.code for matter in found for pair in matter.against] == codes


def test_denied_allegations_are_not_the_sentence_that_tells_of_the_denial() -> None:
    text = "The firm denied the allegations but paid for a new weir, The Beacon said."
    around = "The firm denied the allegations but paid for a new weir"
    report = Report(
        text,
        [Says(around, Who("The Beacon")), Says("the allegations", FIRM, "denies", within=0)],
        outlet="The Beacon",
    )
    [dispute] = [matter for matter in of(SPILL, report) if matter.against]
    assert parties(dispute) == {"Dockers Union", "Nordvik Chemicals"}

"""Which words two reports share, and what kind of passage they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.comparison.lineage.candidates import candidate_pairs
from recoupe.comparison.lineage.features import features
from recoupe.comparison.lineage.furniture import without_furniture
from recoupe.comparison.lineage.linking import link, side
from recoupe.comparison.lineage.parts import parts
from recoupe.comparison.lineage.tiling import shared
from recoupe.comparison.lineage.wording import Wording, quotations, wording
from recoupe.languages import pack
from tests.comparison.lineage.bank import OTHER
from tests.comparison.lineage.worlds import report

FIRST = (
    "Les sauveteurs ont retrouvé mercredi matin trois randonneurs égarés depuis dimanche dans le "
    "massif des Arves. Ils souffraient du froid mais aucun d'entre eux n'était blessé."
)


def words_of(text: str, language: str = "fr") -> Wording:
    return wording(report(text, None, None, language=language))


def test_words_are_folded_and_know_where_they_stand() -> None:
    made = words_of("L’Élysée a dit « non » à 12 élus.")
    assert made.words == ("l", "elysee", "a", "dit", "non", "a", "12", "elus")
    assert [made.words[i] for i in range(len(made)) if made.quoted[i]] == ["non"]
    assert [made.words[i] for i in range(len(made)) if made.figures[i]] == ["12"]
    assert made.article.text[slice(*made.stretch(range(1, 2)))] == "Élysée"


def test_quotations_are_found_with_any_marks() -> None:
    text = 'Il dit « un », “deux” et "trois" puis "quatre\ncinq" non.'
    found = [text[start:end].strip() for start, end in quotations(text, pack("fr"))]
    assert found == ["un", "deux", "trois"]


def test_site_boilerplate_of_agencies_is_not_compared() -> None:
    made = words_of("The bridge is open.\n\nOur Standards: The Trust Principles.", "en")
    assert made.words == ("the", "bridge", "is", "open")


def test_a_reworded_passage_is_one_match_with_its_gaps() -> None:
    other = FIRST.replace("mercredi matin", "mercredi à l'aube").replace("égarés", "perdus")
    [match] = shared(words_of(FIRST), words_of(other))
    assert 0.8 < match.density < 1.0
    made, told = words_of(FIRST), words_of(other)
    assert all(made.words[i] == told.words[j] for i, j in match.pairs)
    assert parts(made, told, [match])[0].kind == "rewrite"


def test_short_common_phrases_are_no_passage() -> None:
    one = words_of("Le maire de la ville a parlé de la fin des travaux sur la place.")
    other = words_of("La préfète de la ville a dit que la fin des pluies est sur la carte.")
    assert shared(one, other) == ()


def test_a_passage_is_cut_where_a_number_differs() -> None:
    one = words_of("Le bilan provisoire est de 12 morts parmi les passagers du premier wagon.")
    other = words_of("Le bilan provisoire est de 14 morts parmi les passagers du premier wagon.")
    found = parts(one, other, shared(one, other))
    assert len(found) == 2
    held = {one.words[i] for part in found for i in part.here}
    assert "12" not in held
    assert {"bilan", "passagers"} <= held


def test_the_same_words_of_a_speaker_are_a_quotation() -> None:
    said = "nous ne céderons pas un mètre de cette digue tant que la mer monte"
    one = words_of(f"Le maire l'a redit : « {said} ».")
    other = words_of(f'Devant la presse, il a promis que "{said}", sous les rires.')
    [part] = parts(one, other, shared(one, other))
    assert part.kind == "quoted"


def test_two_reports_relate_the_same_from_either_side() -> None:
    one, other = words_of(FIRST), words_of(f"Bonne nouvelle. {FIRST} Une fête est prévue samedi.")
    ahead = features(one, other, shared(one, other))
    back = features(other, one, shared(other, one))
    assert ahead == back
    assert ahead.share == 1.0


def test_reports_that_share_nothing_are_not_linked() -> None:
    one = side(report(FIRST, None, None))
    other = side(
        report("Le marché aux fleurs ouvrira plus tôt cet été, dit la mairie.", None, None)
    )
    assert link(one, other) is None


def test_candidates_hold_rare_words_in_common_however_they_are_put() -> None:
    reworded = FIRST.replace("dans le", "au cœur du").replace("du froid", "d'un froid vif")
    others = [f"Texte {n} sur un sujet tout autre, le numéro {n * 7} du jour." for n in range(30)]
    made = [words_of(text) for text in (FIRST, *others, reworded)]
    assert (0, len(made) - 1) in candidate_pairs(made)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FIRST.split()), max_size=60), st.integers(0, 40))
def test_no_word_is_in_two_matches(chosen: list[str], cut: int) -> None:
    one, other = words_of(FIRST), words_of(" ".join(chosen[cut:] + FIRST.split()[:cut]) or "mot")
    pairs = [pair for match in shared(one, other) for pair in match.pairs]
    assert len({i for i, _ in pairs}) == len(pairs)
    assert len({j for _, j in pairs}) == len(pairs)
    assert all(one.words[i] == other.words[j] for i, j in pairs)


def test_what_reports_of_many_years_say_is_a_stock_phrase() -> None:
    stock = (
        "Quiconque aurait aperçu cette voiture est prié de joindre le commissariat le plus proche"
    )
    made = [
        side(report(f"{other} {stock}.", None, f"20{10 + n}-04-01"))
        for n, other in enumerate(OTHER)
    ]
    cleared = without_furniture(made)
    for report_ in cleared:
        words = report_.wording
        held = [words.words[i] for i in range(len(words)) if words.telling[i]]
        assert "apercu" not in held
    assert link(cleared[0], cleared[1]) is None


def test_what_many_print_within_weeks_is_no_stock_phrase() -> None:
    text = " ".join(OTHER[:4])
    made = [side(report(text, None, f"2024-03-0{n + 1}")) for n in range(8)]
    cleared = without_furniture(made)
    assert [len(report_.wording) for report_ in cleared] == [len(made[0].wording)] * 8
    found = link(cleared[0], cleared[1])
    assert found is not None
    assert found.relation == "copy"


def test_a_sentence_of_another_season_is_no_lineage_but_a_reprint_is() -> None:
    text = " ".join(OTHER)
    old, new = side(report(text, None, "2019-03-01")), side(report(text, None, "2024-03-01"))
    found = link(old, new)
    assert found is not None
    assert found.relation == "copy"
    short = side(report(OTHER[0], None, "2024-03-01"))
    assert link(side(report(OTHER[0], None, "2019-03-01")), short) is None

"""Attributions: who says what, by which cue, with which stance, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe import languages
from recoupe.languages import pack
from recoupe.languages.cues import CueWords
from recoupe.reading.attributions import read_attributions
from recoupe.reading.attributions.passages import Page
from recoupe.reading.attributions.settling import CONFIDENCE
from recoupe.reading.drafts import Attribution
from recoupe.reading.parse import Parse
from recoupe.reading.quotations import read_quotations

ParseOf = Callable[..., Parse]


def read(parse: Parse) -> tuple[Attribution, ...]:
    return read_attributions(parse, read_quotations(parse))


def only(parse: Parse) -> Attribution:
    (found,) = read(parse)
    return found


def words(found: Attribution) -> tuple[str, str, str]:
    """Return source, cue and content as text, pieces joined by a bar."""
    parts = (found.source, found.cue, found.content)
    source, cue, content = (" | ".join(span.text for span in part) for part in parts)
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        (
            "« Nous rouvrirons le pont lundi », a déclaré la maire de Brest.",
            ("la maire de Brest", "a déclaré", "« Nous rouvrirons le pont lundi »"),
            "direct",
        ),
        (
            "“Il n’y a plus de danger”, a-t-il ajouté mardi.",
            ("il", "a-t-il ajouté", "“Il n’y a plus de danger”"),
            "direct",
        ),
        (
            "Le préfet a déclaré que les secours étaient en route.",
            ("Le préfet", "a déclaré", "les secours étaient en route"),
            "indirect",
        ),
        (
            "La ministre a indiqué mardi que le texte était « prêt ».",
            ("La ministre", "a indiqué", "le texte était « prêt »"),
            "mixed",
        ),
        (
            "Selon la préfecture, trois routes sont coupées.",
            ("la préfecture", "Selon", "trois routes sont coupées"),
            "indirect",
        ),
        (
            "Trois routes sont coupées, selon la préfecture.",
            ("la préfecture", "selon", "Trois routes sont coupées"),
            "indirect",
        ),
        (
            "Le commandant Paul Martin a déclaré : « La ville tient bon ».",
            ("Le commandant Paul Martin", "a déclaré", "« La ville tient bon »"),
            "direct",
        ),
        (
            "« La ville, a-t-il dit, tient bon depuis hier. »",
            ("il", "a-t-il dit", "« La ville | tient bon depuis hier. »"),
            "direct",
        ),
        (
            "Comme l'a annoncé la mairie, la piscine rouvrira lundi.",
            ("la mairie", "l'a annoncé", "la piscine rouvrira lundi"),
            "indirect",
        ),
    ],
)
def test_french_forms(
    parse_of: ParseOf, text: str, expected: tuple[str, str, str], kind: str
) -> None:
    found = only(parse_of(text))
    assert words(found) == expected
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        (
            '"We will reopen the bridge on Monday," said the mayor of Dover.',
            ("the mayor of Dover", "said", '"We will reopen the bridge on Monday,"'),
            "direct",
        ),
        (
            "The mayor said that the bridge would reopen.",
            ("The mayor", "said", "that the bridge would reopen"),
            "indirect",
        ),
        (
            "The mayor said the bridge would reopen.",
            ("The mayor", "said", "the bridge would reopen"),
            "indirect",
        ),
        (
            "According to the ministry, ten roads are closed.",
            ("the ministry", "According to", "ten roads are closed"),
            "indirect",
        ),
        (
            "Ten roads are closed, the ministry said.",
            ("the ministry", "said", "Ten roads are closed"),
            "indirect",
        ),
        (
            '"We are ready," she said. "We have boats."',
            ("she", "said", '"We are ready," | "We have boats."'),
            "direct",
        ),
        (
            "Critics called the plan a disgrace.",
            ("Critics", "called", "the plan a disgrace"),
            "indirect",
        ),
    ],
)
def test_english_forms(
    parse_of: ParseOf, text: str, expected: tuple[str, str, str], kind: str
) -> None:
    found = only(parse_of(text, "en"))
    assert words(found) == expected
    assert found.kind == kind


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("fr", "Le maire a démenti avoir reçu cette lettre.", "denies"),
        ("fr", "Le ministre a confirmé que la route est fermée.", "confirms"),
        ("fr", "Le ministre a refusé de commenter cette affaire.", "no_comment"),
        ("fr", "Le syndicat a demandé le retrait du texte.", "demands"),
        ("fr", "Le maire a promis que la piscine rouvrirait.", "promises"),
        ("fr", "Le maire a accusé la région de bloquer le projet.", "accuses"),
        ("fr", "La police n'a pas pu confirmer que le pont est tombé.", "cannot_verify"),
        ("en", "The mayor denied that he had seen the letter.", "denies"),
        ("en", "The minister confirmed that the road is closed.", "confirms"),
        ("en", "The ministry declined to comment on the case.", "no_comment"),
        ("en", "The union urged the town to reopen the pool.", "demands"),
        ("en", "The mayor promised to reopen the pool.", "promises"),
        ("en", "The police could not confirm that the bridge fell.", "cannot_verify"),
    ],
)
def test_stances(parse_of: ParseOf, language: str, text: str, stance: str) -> None:
    assert only(parse_of(text, language)).stance == stance


def test_a_passive_has_its_subject_as_content(parse_of: ParseOf) -> None:
    found = only(parse_of("L'accord a été démenti par le porte-parole, Paul Martin."))
    assert words(found) == ("le porte-parole, Paul Martin", "a été démenti", "L'accord")
    assert found.stance == "denies"


def test_an_appeal_is_its_infinitive(parse_of: ParseOf) -> None:
    text = "La maire a lancé un appel à la région pour rouvrir la ligne de train."
    found = only(parse_of(text))
    assert found.stance == "demands"
    assert words(found)[2] == "rouvrir la ligne de train"
    assert words(found)[0] == "La maire"


def test_a_quotation_keeps_the_editors_brackets(parse_of: ParseOf) -> None:
    text = "Le juge a affirmé que “la consigne est partie hier”. [Le préfet] d'évacuer le camp."
    assert words(only(parse_of(text)))[2].endswith("d'évacuer le camp")


def test_a_floating_quotation_follows_the_statement_before(parse_of: ParseOf) -> None:
    text = (
        "Le commandant Paul Martin a déclaré que la ville tient bon.\n\n"
        "” Je remercie les habitants et je le dis à tous “.\n\n"
    )
    first, second = read(parse_of(text))
    assert (second.follows, second.cue, second.source) == (0, (), ())
    assert second.kind == "direct"
    assert second.content[0].text.startswith("” Je remercie")
    assert first.follows is None


def test_a_says_that_b_says(parse_of: ParseOf) -> None:
    text = "Le journal a révélé que le ministre avait promis de rouvrir la ligne."
    outer, inner = read(parse_of(text))
    assert (outer.within, inner.within) == (None, 0)
    assert words(inner)[2] == "rouvrir la ligne"
    assert inner.stance == "promises"


def test_a_participle_reports_for_the_subject_of_its_clause(parse_of: ParseOf) -> None:
    text = "La maire a quitté la salle, estimant que le débat était clos."
    assert words(only(parse_of(text))) == ("La maire", "estimant", "le débat était clos")


def test_names_held_at_arms_length_are_no_statements(parse_of: ParseOf) -> None:
    assert read(parse_of("Les « gilets bleus » défilent samedi pour l'« acte trois ».")) == ()


@pytest.mark.parametrize(
    ("language", "text", "hedged"),
    [
        ("fr", "Dix personnes seraient piégées, selon la mairie.", True),
        ("fr", "Dix personnes sont piégées, selon la mairie.", False),
        ("fr", "La mairie a déclaré que le pont rouvrirait lundi.", False),
        ("fr", "Selon la mairie, le voleur présumé a fui.", True),
        ("en", "The driver allegedly fled, the police said.", True),
        ("en", "The driver fled, the police said.", False),
    ],
)
def test_hedges(parse_of: ParseOf, language: str, text: str, hedged: bool) -> None:
    assert only(parse_of(text, language)).hedged is hedged


def test_nothing_is_read_from_silent_blocks(parse_of: ParseOf) -> None:
    text = "Le site dit que vous acceptez tout.\n\nLa maire dit que le pont est ouvert."
    found = read(parse_of(text, kinds=("boilerplate", "paragraph")))
    assert [words(item)[0] for item in found] == ["La maire"]


HOSTILE = [
    "« \x00 » dit-il.",
    "\u202e« Oui », a-t-il dit.\u202c",
    "😀 « Nous partons 😀 demain », a déclaré le maire 😀.",
    "a-t-il dit",
    "selon",
    "Selon.",
    "dit : «",
    "« » a dit",
    "-t-il -t-il -t-il",
    "Selon selon selon, dit dit dit que que que.",
    "que",
    "\u0301« e\u0301 », dit-elle.",
]


@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_true_spans(parse_of: ParseOf, language: str, text: str) -> None:
    parse = parse_of(text, language)
    for found in read(parse):
        for span in (*found.content, *found.cue, *found.source):
            assert parse.article.text[span.start : span.end] == span.text
        assert found.content
        assert 0 < found.confidence < 1


def test_content_stays_in_order_and_off_the_cue(parse_of: ParseOf) -> None:
    text = (
        "« La digue, a expliqué Marie Petit, est solide », mais le maire doute qu'elle tienne. "
        "Selon lui, « rien n'est sûr », et la région refuse de payer."
    )
    for found in read(parse_of(text)):
        ends = [0]
        for span in found.content:
            assert span.start >= ends[-1]
            assert not any(span.overlaps(cue) for cue in found.cue)
            ends.append(span.end)


@pytest.mark.parametrize("language", languages.available())
def test_the_examples_of_every_pack_report_something(parse_of: ParseOf, language: str) -> None:
    examples = pack(language).about.examples
    assert all(read(parse_of(example, language)) for example in examples[:1])


@pytest.mark.parametrize("language", languages.available())
def test_every_pack_has_a_cue_for_every_stance(language: str) -> None:
    cues = pack(language).table("cues", CueWords)
    stances = {group.stance for group in cues.verbs}
    assert stances >= {"asserts", "confirms", "denies", "refuses", "demands", "promises", "accuses"}


def test_a_long_line_holds_a_statement_a_sentence(parse_of: ParseOf) -> None:
    once = "« Le pont est sûr », a dit le maire. "
    assert len(read(parse_of(once * 150))) == 150


def test_who_denies_a_statement_does_not_report_it(parse_of: ParseOf) -> None:
    text = "Les habitants disent subir des tirs, l'armée dément."
    assert [draft.stance for draft in read(parse_of(text))] == ["denies", "asserts"]
    assert [draft.within for draft in read(parse_of(text))] == [None, None]


def test_confidence_is_between_nothing_and_certainty() -> None:
    assert all(0 < value < 1 for value in CONFIDENCE.values())


def test_a_line_with_no_end_in_sight_is_read_in_parts(parse_of: ParseOf) -> None:
    parse = parse_of("le maire a dit que la route était coupée ; " * 100)
    page = Page(parse, read_quotations(parse))
    assert len(page.passages) > 1
    assert [p.last for p in page.passages[:-1]] == [p.first for p in page.passages[1:]]
    assert len(read(parse)) == 100

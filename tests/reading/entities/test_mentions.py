"""What counts as a mention of a party, and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recoupe.languages import available, pack
from recoupe.reading.entities import Mention, read_mentions
from recoupe.reading.entities.lexicon import lexicon
from recoupe.reading.parse import Parse

ParseOf = Callable[..., Parse]


def words(parse: Parse, *kinds: str) -> list[str]:
    return [
        parse.article.text[m.start : m.end]
        for m in read_mentions(parse)
        if not kinds or m.kind in kinds
    ]


def named(parse: Parse, text: str) -> Mention:
    return next(
        m
        for m in read_mentions(parse)
        if m.kind == "name" and parse.article.text[m.start : m.end].endswith(text)
    )


def test_titles_belong_to_the_mention_and_not_to_the_name(parse_of: ParseOf) -> None:
    parse = parse_of("Hier, Mme Claire Vasseur a quitté la réunion.")
    mention = named(parse, "Vasseur")
    assert parse.article.text[mention.start : mention.core] == "Mme "
    assert mention.key == ("claire", "vasseur")
    assert (mention.label, mention.gender, mention.sure) == ("person", "f", True)


def test_an_office_reaches_to_the_end_of_its_complement(parse_of: ParseOf) -> None:
    parse = parse_of("Le porte-parole de la préfecture de police a parlé à la presse.")
    assert "Le porte-parole de la préfecture de police" in words(parse, "role")


def test_an_agency_told_something_is_no_complement(parse_of: ParseOf) -> None:
    parse = parse_of("La date a été donnée par le porte-parole auprès de Reuters.")
    assert "le porte-parole" in words(parse, "role")


def test_a_common_word_that_opens_a_sentence_is_no_name(parse_of: ParseOf) -> None:
    parse = parse_of("Voire plus tard. Bombarder la ville ne sert à rien, dit-il. Quoi encore ?")
    assert words(parse, "name") == []


def test_days_and_months_are_no_names(parse_of: ParseOf) -> None:
    parse = parse_of("She left on Monday and came back in December.", "en")
    assert words(parse, "name") == []


def test_institutions_keep_their_adjective(parse_of: ParseOf) -> None:
    parse = parse_of("Elle a été entendue à l'Assemblée nationale par les élus.")
    assert "Assemblée nationale" in words(parse, "name")


def test_the_field_of_a_ministry_is_no_party(parse_of: ParseOf) -> None:
    parse = parse_of("Le ministre des Transports, Paul Girard, arrivera demain.")
    assert words(parse, "name") == ["Paul Girard"]
    assert "Le ministre des Transports" in words(parse, "role")


def test_a_big_town_is_no_person(parse_of: ParseOf) -> None:
    parse = parse_of("Kharkiv a été touchée. Des tirs visent Kharkiv depuis mardi.")
    assert {m.label for m in read_mentions(parse) if m.key == ("kharkiv",)} <= {None}


def test_title_case_headlines_name_only_who_comes_again(parse_of: ParseOf) -> None:
    headline = "Senator Laura Whitfield Promises Better Roads After Long Winter Storm"
    body = "Laura Whitfield spoke to farmers in the rain, and they listened to her."
    parse = parse_of(f"{headline}\n\n{body}", "en", kinds=("headline", "paragraph"))
    assert [w for w in words(parse, "name") if parse.article.text.index(w) < len(headline)] == [
        "Laura Whitfield",
        "Laura Whitfield",
    ]


def test_mentions_in_speech_are_marked_and_scare_quotes_are_not(parse_of: ParseOf) -> None:
    parse = parse_of(
        "« Nous attendons toujours une réponse de Julie Renard à notre lettre », dit Marc Tissot, "
        "qui vit au « Petit Moulin »."
    )
    assert named(parse, "Renard").quoted
    assert not named(parse, "Tissot").quoted


def test_inverted_pronouns_are_found_whatever_the_tagger_says(parse_of: ParseOf) -> None:
    parse = parse_of("« C'est trop tard pour changer d'avis », a-t-elle relevé.")
    pronouns = [m for m in read_mentions(parse) if m.kind == "pronoun" and m.gender == "f"]
    assert [parse.article.text[m.start : m.end] for m in pronouns] == ["elle"]


def test_a_verb_taken_for_an_office_is_none(parse_of: ParseOf) -> None:
    parse = parse_of("« Le texte va trop loin pour beaucoup d'entre nous », juge-t-elle.")
    assert words(parse, "role") == []


@pytest.mark.parametrize("code", available())
def test_every_pack_has_its_small_words_and_parties(code: str) -> None:
    known = lexicon(pack(code))
    assert known.pronouns
    assert known.determiners
    assert {noun.kind for noun in known.nouns.values()} == {
        "role",
        "body",
        "group",
        "medium",
        "document",
    }
    assert known.portfolios <= known.nouns.keys()
    assert {title for title in known.titles if not title.strip()} == set()


@pytest.mark.parametrize("code", available())
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x00\x00 A\x00b",
        "\u202eM. Ivan\u202c",
        "M.",
        "Mr Mrs Dr",
        "’",
        "- -t-il -elle",
        "𝕁𝕠𝕙𝕟 𝔻𝕠𝕖 said 𝕙𝕚",
        "مدير الشركة قال Иван Петров",
        "a" * 5000,
        "X " * 300,
        ":::: «« ( [ President",
    ],
)
def test_hostile_text_never_raises(parse_of: ParseOf, code: str, text: str) -> None:
    parse = parse_of(text, code)
    for mention in read_mentions(parse):
        assert 0 <= mention.start <= mention.core < mention.end <= len(parse.article.text)

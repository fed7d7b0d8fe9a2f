"""Words are made alike, found by any database in the same way, and shown where they stand."""

from __future__ import annotations

import re
import sqlite3

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.languages import available, pack
from recoupe.languages.search import SearchWords
from recoupe.store.words import context, crowded, found, holds, parsed, stems, tokens

FRENCH = "Les civils évacués de l’aciérie sont arrivés lundi, selon la porte-parole du maire."
ENGLISH = "Azovstal's workers were evacuated on Monday; 1,500 people are waiting, O'Brien said."
ARABIC = "قالَ المتحدث إن أكثر من خمسين شخصاً غادروا المدينة"
UKRAINIAN = "П’ять автобусів виїхали з міста вранці."
CHINESE = "记者在北京报道"
TEXTS = [
    (FRENCH, "fr"),
    (ENGLISH, "en"),
    (ARABIC, "ar"),
    (UKRAINIAN, "uk"),
    (CHINESE, "zh"),
]

anything = st.text(max_size=80) | st.text(
    alphabet="aé1 .,'’ʼ\"“”«»-*()^:+{}ANDORNT\0\nœж中", max_size=60
)


def words(text: str) -> list[str]:
    return [token.folded for token in tokens(text)]


def index(streams: list[str]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table texts using fts5(stream)")
    database.executemany("insert into texts values (?)", [(stream,) for stream in streams])
    return database


INDEX = index([stems(text, language) for text, language in TEXTS])


def finds(typed: str) -> list[str]:
    """Return the languages of the texts that fit what was typed, as a store would find them."""
    asked = parsed(typed)
    everything = "select rowid from texts"
    matching = f"{everything} where texts match ?"
    if not asked.fts5():
        rows = INDEX.execute(everything)
    elif asked.inverted:
        rows = INDEX.execute(f"{everything} where rowid not in ({matching})", (asked.fts5(),))
    else:
        rows = INDEX.execute(matching, (asked.fts5(),))
    found_texts = [TEXTS[row - 1] for (row,) in sorted(rows)]
    return [language for text, language in found_texts if asked.confirms(text)]


# Words


@pytest.mark.parametrize("code", available())
def test_every_example_of_a_pack_is_made_alike_as_it_says(code: str) -> None:
    for text, alike in pack(code).table("search", SearchWords).examples.items():
        assert " ".join(words(text)) == alike


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("aciérie l'acierie L’ACIÉRIE lacie\u0301rie", "acierie acierie acierie lacierie"),
        ("jusqu’au s'entr'aider d’aujourd’hui qu'on", "au entraider aujourdhui on"),
        ("porte-parole Seine-Saint-Denis", "porte parole seine saint denis"),
        ("œuvre Æsop Straße Łódź ﬁn évac\u00aduer", "oeuvre aesop strasse lodz fin evacuer"),
        ("1 500 1,500 1.500 1'500 1\u202f500 ١٬٥٠٠", "1500 1500 1500 1500 1500 1500"),
        ("1 500 000 plus d'1 500 morts", "1500000 plus d 1500 morts"),
        ("24.02.2022 2022 300 0.125 1,50", "24 02 2022 2022 300 0 125 1 50"),
        ("covid19 3ème m² CO₂ T-72", "covid 19 3 eme m 2 co 2 t 72"),
        ("snake_case 'quoted' workers’ it’s", "snake case quoted workers it"),
        ("ʼ ʼmot ʼʼ motʼ", "mot mot"),
    ],
)
def test_words_are_cut_and_made_alike(text: str, alike: str) -> None:
    assert " ".join(words(text)) == alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("п'ять", "П’ЯТЬ"),
        ("їжак", "іжак"),
        ("أخبار", "اخبار"),
        ("كِتَاب", "كتـــاب"),
        ("ὈΔΥΣΣΕΎΣ", "οδυσσευς"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_letters_of_other_scripts_are_kept_and_made_alike(one: str, other: str) -> None:
    assert words(one) == words(other)
    assert len(words(one)) == 1


def test_scripts_without_spaces_are_cut_into_their_letters() -> None:
    assert len(words("北京ニュース")) == 6
    assert len({*words("北京")}) == 2


@given(anything)
def test_words_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert re.fullmatch("[a-z0-9]+", token.folded)
        end = token.end


# The stream


@given(anything, st.sampled_from([*available(), "uk", ""]))
def test_the_stream_is_letters_and_digits_one_stem_a_word(text: str, language: str) -> None:
    stream = stems(text, language)
    assert len(stream.split()) == len(words(text))
    assert re.fullmatch("(([a-z]+|x[a-z0-9]+|[a-z]+x[a-z0-9]+|[0-9]+)( (?!$)|$))*", stream)


def test_the_forms_of_a_word_have_one_stem_with_or_without_accents() -> None:
    forms = "évacuer évacué évacués évacuée évacuées evacuees évacuation ÉVACUATIONS évacuait"
    assert set(stems(forms, "fr").split()) == {"evacu"}
    assert set(stems("evacuate evacuated evacuating evacuates", "en").split()) == {"evacu"}


def test_short_and_frequent_words_are_in_the_stream_and_long_ones_are_cut() -> None:
    assert stems("il est à la gare", "fr") == "il est a la gar"
    assert stems("é" * 1000, "uk") == "e" * 64
    assert stems("7" * 1000, "uk") == "7" * 64


def test_a_stream_is_crowded_where_a_word_is_too_frequent_or_too_late() -> None:
    assert not crowded("")
    assert not crowded(("de " * 256) + " ".join(str(n) for n in range(16_127)))
    assert crowded("de " * 257)
    assert crowded(" ".join(str(n) for n in range(16_384)))


def test_words_of_a_language_without_a_pack_stay_as_they_are() -> None:
    assert stems("Die Häuser", "de") == "die hauser"


# What a person types


TYPED = [
    ("évacuer", ["fr", "en"]),
    ("evacuation", ["fr", "en"]),
    ("acierie", ["fr"]),
    ("L'ACIÉRIE lundi", ["fr"]),
    ("azovstal", ["en"]),
    ("1 500", ["en"]),
    ("1500 personnes", []),
    ("porte-parole", ["fr"]),
    ("parole", ["fr"]),
    ("parole-porte", []),
    ("évacués -azovstal", ["fr"]),
    ("-azovstal -lundi", ["ar", "uk", "zh"]),
    ("", ["fr", "en", "ar", "uk", "zh"]),
    ('- * " « (', ["fr", "en", "ar", "uk", "zh"]),
    ("п'ять автобусів", ["uk"]),
    ("قال شخصا", ["ar"]),
    ("北京", ["zh"]),
    ("京北", []),
    ("evacuat*", ["en"]),
    ("évacua*", ["en"]),
    ("évacu*", ["fr", "en"]),
    ("-évacu*", ["ar", "uk", "zh"]),
    ("-évacua*", ["fr", "ar", "uk", "zh"]),
    ("авто*", ["uk"]),
    ("porte-par*", ["fr"]),
    ('"évacués de l\'aciérie"', ["fr"]),
    ('"evacues de l\'acierie"', []),
    ('"évacuer de l\'aciérie"', []),
    ("“ÉVACUÉS DE  L’ACIÉRIE”", ["fr"]),
    ("«porte-parole du» lundi", ["fr"]),
    ("„people are“", ["en"]),
    ("„people are”", ["en"]),
    ('"people are', ["en"]),
    ('"are people', []),
    ('-"people are"', ["fr", "ar", "uk", "zh"]),
    ('évacués -"evacues de"', ["fr", "en"]),
    ('"o’brien said"', ["en"]),
    ('"people" "monday"', ["en"]),
    ("évacués OR azovstal", []),
    ("stream:évacués", []),
]


@pytest.mark.parametrize(("typed", "languages"), TYPED)
def test_what_is_typed_finds_what_it_means(typed: str, languages: list[str]) -> None:
    assert finds(typed) == languages


def test_postgresql_takes_the_stream_for_the_same_words_and_finds_the_same(postgresql: str) -> None:
    streams = [stems(text, language) for text, language in TEXTS]
    asking = [parsed(typed) for typed, _ in TYPED if parsed(typed).fts5()]
    matches = "select to_tsvector('simple', %s) @@ %s::tsquery"
    with psycopg.connect(postgresql) as database:
        for stream in streams:
            parts = "select token from ts_parse('default', %s) where token <> ' '"
            assert [row[0] for row in database.execute(parts, (stream,))] == stream.split()
        for asked in asking:
            rows = INDEX.execute("select rowid from texts where texts match ?", (asked.fts5(),))
            of_sqlite = {streams[row - 1] for (row,) in rows}
            of_postgresql = {
                stream
                for stream in streams
                if database.execute(matches, (stream, asked.tsquery())).fetchone() == (True,)
            }
            assert of_postgresql == of_sqlite, asked


def test_a_minus_within_a_word_or_by_itself_excludes_nothing() -> None:
    assert parsed("Seine-Saint-Denis - lundi").excluded == ()
    assert len(parsed("lundi -Reuters").excluded) == 1


def test_whether_texts_are_to_be_checked_is_said() -> None:
    assert not parsed("évacués -Reuters").checked
    assert all(parsed(typed).checked for typed in ('"a b"', '-"a b"', "évac*", "-évac*"))


@given(anything)
def test_whatever_is_typed_is_a_query_that_sqlite_understands(typed: str) -> None:
    query = parsed(typed).fts5()
    assert re.fullmatch(r'[a-z0-9 "*()]*', re.sub("AND|OR|NOT", "", query))
    if query:
        INDEX.execute("select count(*) from texts where texts match ?", (query,)).fetchone()


def test_a_crowded_stream_is_asked_for_the_words_of_a_phrase_anywhere() -> None:
    asked = parsed('"la gare" -porte-parole')
    assert "('la' & 'gare')" in asked.tsquery(in_a_row=False)
    assert "('porte' <-> 'parole')" in asked.tsquery(in_a_row=False)
    assert "('la' <-> 'gare')" in asked.tsquery()


@given(anything)
def test_whatever_is_typed_is_a_query_of_quoted_words_for_postgresql(typed: str) -> None:
    run = r"\('[a-z0-9]+'( <-> '[a-z0-9]+')*(:\*)?\)"
    group = rf"!?\({run}( \| {run})*\)"
    assert re.fullmatch(rf"({group}( [&|] {group})*)?", parsed(typed).tsquery())


@given(anything, st.sampled_from(available()))
def test_a_text_is_found_by_its_own_words(text: str, language: str) -> None:
    phrase = re.sub('["“”„‟＂]', " ", text)
    asked = parsed('"' + phrase + '"')
    database = index([stems(phrase, language)])
    if asked.fts5():
        assert database.execute(
            "select 1 from texts where texts match ?", (asked.fts5(),)
        ).fetchone()
    assert asked.confirms(phrase)


def test_what_is_typed_after_many_words_is_left_off() -> None:
    asked = parsed(" ".join(f"word{n}x" for n in range(5000)) + ' "' + "mot " * 5000)
    assert len(asked.terms) == 64
    INDEX.execute("select count(*) from texts where texts match ?", (asked.fts5(),)).fetchone()
    long_phrase = parsed('"' + "mot " * 5000)
    INDEX.execute("select count(*) from texts where texts match ?", (long_phrase.fts5(),))
    assert not long_phrase.confirms("mot " * 4999)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", "application publication appuyer existence matériaux évacuations chercheuse"),
        ("en", "ruling possibility relying evacuations organizations"),
    ],
)
def test_every_beginning_of_a_word_finds_it(language: str, forms: str) -> None:
    for word in forms.split():
        database = index([stems(word, language)])
        for length in range(1, len(word) + 1):
            asked = parsed(f"{word[:length]}*")
            query = "select 1 from texts where texts match ?"
            assert database.execute(query, (asked.fts5(),)).fetchone(), word[:length]
            assert asked.confirms(word)


# Phrases


@pytest.mark.parametrize(
    ("phrase", "stands"),
    [
        ("évacués de l'aciérie", True),
        ("L’ACIÉRIE\nsont\u00a0arrivés", True),
        ("aciérie sont", True),
        ("lundi selon", True),
        ("acierie sont", False),
        ("aciéries sont", False),
        ("la aciérie", False),
        ("civil", False),
        ("sont évacués", False),
    ],
)
def test_a_phrase_is_those_very_words(phrase: str, stands: bool) -> None:
    assert holds(FRENCH, phrase) is stands


def test_letters_and_their_accents_apart_are_the_same_words() -> None:
    assert holds("un e\u0301vacue\u0301", "un évacué")
    assert not holds("le cœur", "le coeur")


# Showing


def marked(text: str, typed: str, start: int = 0, end: int | None = None) -> list[str]:
    return [text[a:b] for a, b in found(text, parsed(typed), start, end)]


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        (FRENCH, "evacuation acierie", ["évacués", "aciérie"]),
        (FRENCH, "porte-parole", ["porte-parole"]),
        (FRENCH, '"évacués de l\'aciérie" -lundi', ["évacués de l’aciérie"]),
        (FRENCH, '"l\'aciérie" acierie', ["l’aciérie"]),
        (FRENCH, "arriv*", ["arrivés"]),
        (ENGLISH, "1500 azovstal", ["Azovstal", "1,500"]),
        (UKRAINIAN, "п'ять", ["П’ять"]),
        (CHINESE, "北京", ["北京"]),
        (FRENCH, "", []),
    ],
)
def test_the_words_are_found_where_they_stand(text: str, typed: str, shown: list[str]) -> None:
    assert marked(text, typed) == shown


def test_words_are_found_only_within_a_stretch_and_whole() -> None:
    text = "civil usine civils"
    assert marked(text, "civil", 2) == ["civils"]
    assert marked(text, "civil", 0, len(text) - 1) == ["civil"]
    assert marked("vacué évacué", "vacué", 7) == []


def test_a_context_is_whole_words_on_both_sides() -> None:
    text = "un deux trois quatre cinq six sept huit neuf dix"
    start = text.index("cinq")
    first, last = context(text, start, start + 4, [(start, start + 4)], width=20)
    assert text[first:last] == "quatre cinq six"


def test_a_context_stays_within_its_line_and_uses_what_is_spare() -> None:
    text = "avant avant\ncinq six sept huit neuf dix\naprès"
    start = text.index("cinq")
    first, last = context(text, start, start + 4, width=24)
    assert text[first:last] == "cinq six sept huit neuf"
    first, last = context(text, 0, len(text), width=200)
    assert (first, last) == (0, len(text))


def test_a_context_is_as_wide_where_a_script_has_no_spaces() -> None:
    text = CHINESE * 40
    assert context(text, 100, 102, width=60) == (71, 131)


def test_a_context_of_a_long_record_is_around_the_first_word_found() -> None:
    text = "mot " * 100 + "usine " + "mot " * 100
    places = found(text, parsed("usine"))
    first, last = context(text, 0, len(text), places, width=60)
    assert "usine" in text[first:last]
    assert last - first <= 60
    first, last = context(text, 0, len(text), [], width=60)
    assert text[first:last].startswith("mot mot")


@given(anything, st.integers(0, 80), st.integers(0, 80), st.integers(1, 100))
def test_a_context_is_never_wider_than_asked(text: str, one: int, other: int, width: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = context(text, start, end, found(text, parsed("a"), start, end), width)
    assert 0 <= first <= last <= len(text)
    assert last - first <= max(width, 0)

"""What records say to a person: ranges, days, degrees, and what must be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from recoupe.dossier import wording
from recoupe.dossier.ranges import WIDTH, Scale
from recoupe.dossier.voices import COLOURS, NOBODY, shape, voices
from recoupe.model import Figure, Place, Reading, Stance, Time
from tests.dossier.conftest import BASE, Sketch


@pytest.fixture
def figure(flood: Reading) -> Figure:
    return flood.figures[0]


@pytest.mark.parametrize(
    ("low", "high", "approximate", "french"),
    [
        (17, 17, False, "17"),
        (20, 20, True, "≈ 20"),
        (200, 900, True, "≈ 200–900"),
        (101, None, False, "≥ 101"),
        (None, 49, False, "≤ 49"),
        (0, 0, False, "0"),
        (None, None, False, "?"),
        (12000, 15000, False, "12\u202f000–15\u202f000"),
    ],
)
def test_bounds_are_one_range(
    figure: Figure, low: int | None, high: int | None, approximate: bool, french: str
) -> None:
    made = replace(figure, low=low, high=high, approximate=approximate)
    assert wording.bounds(made, "fr") == french


@pytest.mark.parametrize(
    ("stamp", "english"),
    [
        ("2022-05-04", "May 4, 2022"),
        ("2022-05-04T20:40:00+03:00", "May 4, 2022, 20:40 UTC+03:00"),
        ("2022-05-04T20:40", "May 4, 2022, 20:40"),
        ("2022-05-04T20:40:00Z", "May 4, 2022, 20:40 UTC"),
        ("soon", "soon"),
        ("2022-W18", "May 2, 2022"),
        (None, ""),
    ],
)
def test_days_and_moments(stamp: str | None, english: str) -> None:
    assert wording.day(stamp, "en") == english


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2022-05-04", "2022-05-04", "May 4, 2022"),
        ("2022-05-05", "2022-05-07", "May 5, 2022 – May 7, 2022"),
        ("2022-05-04T18:00", "2022-05-04T23:59", "May 4, 2022, 18:00 – 23:59"),
        (None, "2022-05-07", "… – May 7, 2022"),
        ("2022-05-05", None, "May 5, 2022"),
        (None, None, ""),
    ],
)
def test_an_interval(flood: Reading, start: str | None, end: str | None, says: str) -> None:
    time: Time = replace(flood.times[0], start=start, end=end)
    assert wording.interval(time, "en") == says


@pytest.mark.parametrize(
    ("precision", "says"),
    [
        (10, "47.0960, 37.6050"),
        (1000, "47.096, 37.605"),
        (9000, "47.10, 37.60"),
        (99_000, "47.1, 37.6"),
    ],
)
def test_degrees_claim_no_more_than_the_precision(
    flood: Reading, precision: int, says: str
) -> None:
    place: Place = replace(flood.places[0], lat=47.096, lon=37.605, precision_m=precision)
    assert wording.degrees(place) == says


def test_distances_and_sizes_have_their_units() -> None:
    assert [wording.distance(m, "fr") for m in (None, 250, 7500, 47_300)] == [
        "",
        "250 m",
        "7,5 km",
        "47 km",
    ]
    assert wording.size(458, "en") == "458 B"
    assert wording.size(1_500_000, "en") == "1,500 kB"


def test_countries_and_languages_have_their_names() -> None:
    assert wording.country("UA", "fr") == "Ukraine"
    assert wording.country("XX", "fr") == "XX"
    assert wording.country(None, "fr") == ""
    assert wording.language_name("en", "fr") == "anglais"


def test_what_must_be_seen_is_shown() -> None:
    assert wording.visible("a\x00b\x1bc\x7fd\x9be") == "a␀b␛c␡d\ufffde"
    assert wording.visible("\u202etxet\u202c \ud800") == "\ufffdtxet\ufffd \ufffd"
    kept = "ligne\n\tשלום\u200f \u2067x\u2069 👩‍🚒"
    assert wording.visible(kept) == kept
    assert wording.plain_line(" «\u00a0Oui\u00a0»\n\n dit-il ") == "«\u00a0Oui\u00a0» dit-il"


def test_a_report_is_called_by_its_title_its_headline_or_its_input(
    sketch: Callable[..., Sketch],
) -> None:
    article = sketch("Tête\n\nCorps", "fr", None, ("headline",)).article
    assert wording.title_of(replace(article, title="Titre")) == "Titre"
    assert wording.title_of(article) == "Tête"
    assert wording.title_of(sketch("Corps", "fr").article) == "test.txt"


def test_ranges_lie_on_one_scale_and_open_ends_reach_its_edge(figure: Figure) -> None:
    some = replace(figure, low=200, high=900)
    least = replace(figure, low=101, high=None)
    most = replace(figure, low=None, high=49)
    exact = replace(figure, low=0, high=0)
    none = replace(figure, low=None, high=None)
    scale = Scale.of([some, least, most, exact, none])
    assert scale.top == 1000
    bars = [scale.bar(one) for one in (some, least, most, exact)]
    assert all(bar is not None and 0 <= bar.left <= bar.right <= WIDTH for bar in bars)
    assert [(bar.open_left, bar.open_right, bar.exact) for bar in bars if bar] == [
        (False, False, False),
        (False, True, False),
        (True, False, False),
        (False, False, True),
    ]
    assert bars[0] is not None
    assert bars[1] is not None
    assert bars[1].left < bars[0].left
    assert scale.bar(none) is None
    assert Scale.of([]).top == 10


def test_speakers_get_colours_in_order_and_again_with_dashes() -> None:
    said = [replace(BASE, speaker_name=f"S{number}") for number in range(COLOURS + 1)]
    styles = voices([said[0], BASE, said[0], *said[1:]])
    assert styles[None] == NOBODY
    assert list(styles.values())[1:3] == ["voice-1", "voice-2"]
    assert styles[f"S{COLOURS}"] == "voice-1 again"


@pytest.mark.parametrize(
    ("stance", "hedged", "form"),
    [
        ("asserts", False, "●"),
        ("asserts", True, "◐"),
        ("denies", True, "✕"),
        ("cannot_verify", False, "?"),
        ("no_comment", False, "–"),
    ],
)
def test_a_stance_has_a_shape(stance: Stance, hedged: bool, form: str) -> None:
    assert shape(replace(BASE, stance=stance, hedged=hedged)) == form

"""Bytes in every charset, declared rightly, wrongly or not at all."""

from __future__ import annotations

import pytest

from recoupe.article.decoding import decode
from recoupe.errors import EncodingError

FRENCH = "L’été où la ministre a déclaré « non » à Besançon : 10 € d’écart."
RUSSIAN = "Министр заявил, что мост будет закрыт во вторник утром. " * 3


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_french_is_decoded_without_being_told(codec: str) -> None:
    text = FRENCH * 3
    assert decode(text.encode(codec), where="a.txt") == text


@pytest.mark.parametrize("codec", ["utf-8", "cp1251", "koi8-r"])
def test_a_declared_charset_that_fits_is_believed(codec: str) -> None:
    assert decode(RUSSIAN.encode(codec), where="a.txt", charset=codec) == RUSSIAN


@pytest.mark.parametrize("wrong", ["iso-8859-1", "utf-16", "ascii", "nonsense", "idna", "base64"])
def test_utf8_is_utf8_whatever_was_declared(wrong: str) -> None:
    assert decode(FRENCH.encode(), where="a.txt", charset=wrong) == FRENCH


def test_a_page_may_declare_its_charset_itself() -> None:
    page = f'<html><head><meta http-equiv="a" content="text/html; charset=windows-1251">{RUSSIAN}'
    assert RUSSIAN in decode(page.encode("cp1251"), where="a.html")
    old = f"<?xml version='1.0' encoding='koi8-r'?><html>{RUSSIAN}"
    assert RUSSIAN in decode(old.encode("koi8-r"), where="a.html")


def test_a_page_that_wrongly_says_utf8_is_read_all_the_same() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{FRENCH}'
    assert FRENCH in decode(page.encode("cp1252"), where="a.html", charset="utf-8")


def test_a_few_broken_bytes_in_utf8_are_marked_and_the_rest_kept() -> None:
    content = (FRENCH * 5).encode()
    text = decode(content[:40] + b"\xc3" + content[40:] + b"\xff", where="a.txt")
    assert text.count("\ufffd") == 2
    assert text.replace("\ufffd", "") == FRENCH * 5


def test_nuls_and_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\x00b\r\nc\rd", where="a.txt") == "a\x00b\r\nc\rd"


def test_bytes_of_no_charset_are_an_error_that_says_what_to_do() -> None:
    with pytest.raises(
        EncodingError, match=r"a\.txt: is in no charset that fits; save it as UTF-8"
    ):
        decode(b"\x81\x8d\x8f\x90\x9d" * 50, where="a.txt")

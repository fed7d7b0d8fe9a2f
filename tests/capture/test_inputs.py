"""Files, folders, JSON and standard input, good and bad."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.capture import capture_inputs
from recoupe.errors import UsageError
from recoupe.model import Capture, Declared, Failure

TEXT = "Le pont de Brest est fermé, dit la mairie.\n"


def captured(*inputs: str | Path, **said: str) -> list[Capture | Failure]:
    names = [str(each) for each in inputs]
    return list(capture_inputs(names, declared=Declared(**said), allow_private=False))


def only(*inputs: str | Path, **said: str) -> Capture:
    [found] = captured(*inputs, **said)
    assert isinstance(found, Capture), found
    return found


def failed(*inputs: str | Path) -> Failure:
    [found] = captured(*inputs)
    assert isinstance(found, Failure), found
    return found


def written(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    content = TEXT.encode("latin-1") + b"\r\n\x00"
    capture = only(written(tmp_path / "a.txt", content), published="2022-05-05")
    assert capture.content == content
    assert capture.media_type == "text/plain"
    assert capture.captured_at.endswith("+00:00")
    assert capture.declared == Declared(published="2022-05-05")


def test_the_type_is_what_the_bytes_are_not_what_the_name_says(tmp_path: Path) -> None:
    page = written(tmp_path / "a.txt", "<!-- saved -->\n<!DOCTYPE html><html><p>Bonjour")
    plain = written(tmp_path / "b.html", TEXT)
    part = written(tmp_path / "c.html", "<p>Bonjour à tous.</p>")
    about = written(tmp_path / "d.txt", "The tag <p> opens a paragraph, he said.")
    kinds = [only(path).media_type for path in (page, plain, part, about)]
    assert kinds == ["text/html", "text/plain", "text/html", "text/plain"]


def test_a_folder_is_searched_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/y.json", ".git/c.txt", ".d.txt", "e.pdf"):
        written(tmp_path / name, '{"text": "x y"}' if name.endswith("json") else TEXT)
    names = [found.input for found in captured(tmp_path)]
    assert names == [f"{tmp_path}/a/y.json#1", f"{tmp_path}/a/z.html", f"{tmp_path}/b.txt"]


def test_one_bad_file_of_a_folder_leaves_the_others_be(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", b"")
    written(tmp_path / "b.txt", TEXT)
    first, second = captured(tmp_path)
    assert isinstance(first, Failure)
    assert (first.input, first.kind) == (f"{tmp_path}/a.txt", "empty_input")
    assert isinstance(second, Capture)


def test_objects_of_json_keep_their_bytes_and_what_they_declare(tmp_path: Path) -> None:
    first = (
        '{"text": "Bonjour [à] \\"tous\\" }", "id": 12, "language": "fr", "outlet": " Le Soir "}'
    )
    second = '{ "html":"<p>x</p>", "url": "https://example.org/a", "extra": {"deep": [1]} }'
    path = written(tmp_path / "a.json", f"\ufeff[\n{first} ,\n{second}]\n")
    one, two = captured(path, language="en")
    assert isinstance(one, Capture)
    assert isinstance(two, Capture)
    assert (one.input, one.content.decode()) == (f"{path}#1", first)
    assert one.declared == Declared(input_id="12", language="en", outlet="Le Soir")
    assert (two.input, two.content.decode()) == (f"{path}#2", second)
    assert two.declared.url == "https://example.org/a"


def test_a_bad_line_of_jsonl_costs_only_itself(tmp_path: Path) -> None:
    lines = [
        '{"text": "a b"}',
        "",
        '{"text": "never closed',
        "[1]",
        '{"title": "t"}',
        '{"text": " "}',
    ]
    path = written(tmp_path / "a.jsonl", "\n".join([*lines, '{"text": "c d"}']))
    found = captured(path)
    kinds = [each.kind if isinstance(each, Failure) else "ok" for each in found]
    assert kinds == ["ok", *["malformed_input"] * 3, "empty_input", "ok"]
    assert [each.input for each in found] == [f"{path}#{n}" for n in range(1, 7)]


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", '{"text": "a b"}\n' * 200_000)
    found = capture_inputs([str(path)], declared=Declared(), allow_private=False)
    first = next(found)
    path.unlink()
    assert first.input == f"{path}#1"


@pytest.mark.parametrize("chunk", [1, 2, 3, 7])
def test_chunks_may_end_anywhere(
    tmp_path: Path, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recoupe.capture.files.CHUNK", chunk)
    monkeypatch.setattr("recoupe.capture.inputs.HEAD", chunk)
    objects = ['{"text": "à \\\\ \\" }{ ["}', '{"text": "b", "x": [{"y": "]"}]}']
    path = written(tmp_path / "a.json", f"[{','.join(objects)}]")
    contents = [each.content.decode() for each in captured(path) if isinstance(each, Capture)]
    assert contents == objects


class Standard:
    """Standard input with these bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.mark.parametrize(
    ("content", "names", "media_type"),
    [
        (TEXT, ["-"], "text/plain"),
        ("<html><p>Bonjour</p></html>", ["-"], "text/html"),
        ('{"text": "a"}\n{"text": "b"}\n', ["-#1", "-#2"], "application/json"),
        ('{"text": "a",\n"id": 1}', ["-#1"], "application/json"),
        ('[{"text": "a"}]', ["-#1"], "application/json"),
        ("[Vladimir Putin] a dit non.", ["-"], "text/plain"),
    ],
)
def test_standard_input_is_what_it_looks_like(
    content: str, names: list[str], media_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Standard(content.encode()))
    found = captured("-")
    assert [each.input for each in found] == names
    assert {each.media_type for each in found if isinstance(each, Capture)} == {media_type}


def archive() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a.txt", b"0" * 1_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind", "words"),
    [
        ("a.txt", b"", "empty_input", "is empty"),
        ("a.txt", b" \n\t ", "empty_input", "is empty"),
        ("a.json", b"", "empty_input", "is empty"),
        ("a.txt", bytes(range(256)) * 20, "binary_input", "is binary"),
        ("a.html", b"%PDF-1.7 ...", "binary_input", "is a PDF.*convert it"),
        ("a.txt", archive(), "binary_input", "ZIP archive.*unpack it"),
        ("a.jsonl", gzip.compress(b"0" * 1_000_000, mtime=0), "binary_input", "gzip.*unpack it"),
        ("a.json", b"Bonjour", "malformed_input", "is not whole JSON, at 'Bonjour'"),
        ("a.json", b'[{"text": "a"', "malformed_input", "is not whole JSON"),
        ("a.json", b"[1, 2]", "malformed_input", "holds no JSON objects"),
        ("a.json", b"]", "malformed_input", "bracket too many"),
        ("a.json", '{"text": "a"}'.encode("utf-16"), "encoding", "in UTF-16; save it as UTF-8"),
        ("a.json", b'{"id": 1' + b"0" * 5_000 + b"}", "malformed_input", "thousands of digits"),
        ("a.jsonl", b'{"text": "a', "malformed_input", "from its character 10 on: Unterminated"),
        ("a.json", b'{"text": 3}', "malformed_input", "its text is not a string"),
        ("a.json", b'{"text": ' + b"[" * 9_000 + b"]" * 9_000 + b"}", "too_large", "too deep"),
    ],
)
def test_bad_files_are_failures_that_name_them_and_the_remedy(
    tmp_path: Path, name: str, content: bytes, kind: str, words: str
) -> None:
    path = written(tmp_path / name, content)
    found = failed(path)
    assert found.kind == kind
    assert found.message.startswith(str(path))
    assert "\n" not in found.message
    assert re.search(words, found.message), found.message


def test_a_page_of_fifty_megabytes_is_refused_and_the_limit_named(tmp_path: Path) -> None:
    found = failed(written(tmp_path / "a.html", b"<html>" + b" " * 50_000_000))
    assert found.kind == "too_large"
    assert "more than 20,000,000 bytes; raise the limit with RECOUPE_MAX_BYTES" in found.message


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl"])
def test_the_limit_holds_for_every_kind(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_MAX_BYTES", "100000")
    path = written(tmp_path / name, b'{"text": "' + b"a" * 200_000 + b'"}')
    assert failed(path).kind == "too_large"


def test_limits_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    monkeypatch.setenv("RECOUPE_MAX_BYTES", "10")
    assert "more than 10 bytes" in failed(path).message
    monkeypatch.setenv("RECOUPE_MAX_BYTES", "ten")
    with pytest.raises(UsageError, match="RECOUPE_MAX_BYTES: 'ten' is not a positive number"):
        capture_inputs([str(path)], declared=Declared(), allow_private=False)


@pytest.mark.parametrize("name", ["missing.txt", "missing", "a\x00b.txt", "n" * 5000])
def test_a_missing_file_is_a_failure(tmp_path: Path, name: str) -> None:
    assert failed(f"{tmp_path}/{name}").kind == "missing_input"


def test_a_folder_without_reports_is_a_failure(tmp_path: Path) -> None:
    written(tmp_path / "a.pdf", b"%PDF-")
    assert "nothing to read in this folder; it reads .txt" in failed(tmp_path).message


def test_a_pipe_is_read_and_a_device_without_end_is_not(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
    writer.start()
    assert only(pipe).content == TEXT.encode()
    writer.join()
    assert failed("/dev/zero").kind == "too_large"
    assert failed("/dev/null").kind == "empty_input"


def test_a_path_of_any_bytes_has_a_name_that_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT, encoding="utf-8")
    alone, within = only(os.fsdecode(path)), only(tmp_path)
    assert alone.input == within.input == f"{tmp_path}/caf\ufffd.txt"


def test_what_nobody_foresaw_costs_one_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*args: object, **kwargs: object) -> None:
        raise ZeroDivisionError("oh\nno")

    good = written(tmp_path / "a.jsonl", '{"text": "x y"}')
    monkeypatch.setattr("recoupe.capture.inputs.sniff", explode)
    first, second = captured(written(tmp_path / "b.txt", TEXT), good)
    assert isinstance(first, Failure)
    assert first.kind == "internal"
    assert "ZeroDivisionError: oh no; run again with --debug" in first.message
    assert isinstance(second, Capture)


def test_inputs_come_in_order_and_bad_ones_stand_in_their_place(tmp_path: Path) -> None:
    good = written(tmp_path / "a.txt", TEXT)
    found: Iterator[Capture | Failure] = iter(captured(good, tmp_path / "no", "ftp://a/b", good))
    assert [type(each).__name__ for each in found] == ["Capture", "Failure", "Failure", "Capture"]


@pytest.mark.parametrize("name", ["", " "])
def test_an_input_without_a_name_is_no_folder(name: str) -> None:
    assert failed(name).message.startswith("an input without a name; name a file")


@pytest.mark.parametrize("name", ["www.example.org", "example.org/news"])
def test_an_address_without_its_scheme_is_told_from_a_file(name: str) -> None:
    assert failed(name).message.endswith(
        f"check its name, or write https://{name} if it is an address"
    )
    assert failed("missing.txt").message.endswith("no such file or folder; check its name")


def test_a_folder_is_read_past_its_pipes_and_tells_of_its_broken_links(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", TEXT)
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("nowhere")
    report, broken = captured(tmp_path)
    assert isinstance(report, Capture)
    assert isinstance(broken, Failure)
    assert broken.input == str(tmp_path / "c.txt")


def test_a_folder_that_is_shut_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "b" / "c.txt", TEXT)
    written(tmp_path / "d.txt", TEXT)
    listed, opened = os.scandir, Path.open

    def refuse(path: Path) -> None:
        if path == tmp_path / "b":  # what the system does where it is not asked by root
            raise PermissionError(13, "Permission denied", str(path))

    def scandir(path: str) -> object:
        refuse(Path(path))
        return listed(path)

    def open_(path: Path, *how: str) -> object:
        refuse(path)
        return opened(path, *how)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", open_)
    first, shut, last = captured(tmp_path)
    assert isinstance(first, Capture)
    assert isinstance(last, Capture)
    assert isinstance(shut, Failure)
    assert shut.message == f"{tmp_path / 'b'}: you may not read it; check its permissions"

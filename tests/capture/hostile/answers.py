"""What the hostile server sends: bytes of answers, made by hand."""

from __future__ import annotations

from tests.capture.hostile.server import Script, Talk

WORDS = "Le pont de Brest rouvrira mardi, dit la mairie."
ACCENTS = "La préfète a démenti. « L'été dernier, rien n'a été décidé », a-t-elle répété à Orléans."
HTML = f"<html><body><p>{WORDS}</p></body></html>".encode()


def html(words: str, more: str = "") -> str:
    """Return a page that holds a report of some length."""
    body = "".join(f"<p>{words}</p>" for _ in range(4))
    return f"<html><head>{more}</head><body><article><h1>Un pont</h1>{body}</article></body></html>"


def head(status: str = "200 OK", *fields: str, version: str = "HTTP/1.1") -> bytes:
    """Return the head of an answer, fields in any spelling, with its empty line."""
    return "\r\n".join((f"{version} {status}", *fields, "", "")).encode()


def sent(body: bytes = HTML, *fields: str, status: str = "200 OK") -> Script:
    """Return a script that sends an answer as it should be."""
    whole = head(status, *fields, f"Content-Length: {len(body)}") + body
    return raw(whole)


def raw(*parts: bytes) -> Script:
    """Return a script that sends these bytes and closes."""

    def script(talk: Talk) -> None:
        talk.send(*parts)

    return script


def to(location: str, status: str = "302 Found") -> Script:
    """Return a script that redirects; ``{port}`` is the server's own."""

    def script(talk: Talk) -> None:
        place = location.replace("{port}", str(talk.opened.getsockname()[1]))
        sent(b"", f"Location: {place}", status=status)(talk)

    return script


def alternately(*scripts: Script) -> Script:
    """Return a script that does the one, then the next, and the last for ever."""
    left = list(scripts)

    def script(talk: Talk) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(talk)

    return script


def chunked(*chunks: bytes) -> bytes:
    """Return a body in chunks, with its end."""
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in (*chunks, b""))

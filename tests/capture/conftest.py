"""A real web server on this machine, with the pages that fetching goes wrong on."""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = "<html><body><p>Le pont de Brest rouvrira mardi, dit la mairie.</p></body></html>"
BOMB = 300_000


class Site(BaseHTTPRequestHandler):
    """Serves a few pages; everything else is not found."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        name = self.path.strip("/").replace("-", "_").replace(".", "_") or "page"
        answer = getattr(self, f"get_{name}", None)
        if answer is None:
            self.send(404, b"gone")
        else:
            answer()

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def get_robots_txt(self) -> None:
        self.send(200, b"User-agent: *\nDisallow: /private\n")

    def get_page(self) -> None:
        self.send(200, PAGE.encode("latin-1"), Content_Type="text/html; charset=iso-8859-1")

    def get_packed(self) -> None:
        self.send(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def get_deflated(self) -> None:
        self.send(200, zlib.compress(PAGE.encode()), Content_Encoding="deflate")

    def get_bomb(self) -> None:
        self.send(200, gzip.compress(b"<p>" + b"a" * BOMB), Content_Encoding="gzip")

    def get_brotli(self) -> None:
        self.send(200, b"\x0b\x02\x80", Content_Encoding="br")

    def get_damaged(self) -> None:
        self.send(200, b"this is no gzip", Content_Encoding="gzip")

    def get_large(self) -> None:
        self.send(200, b"a" * BOMB)

    def get_circle(self) -> None:
        self.send(302, b"", Location="/circle2")

    def get_circle2(self) -> None:
        self.send(302, b"", Location="/circle")

    def get_moved(self) -> None:
        self.send(301, b"", Location="/page#below")

    def get_inwards(self) -> None:
        self.send(302, b"", Location="http://169.254.169.254/latest/meta-data/")

    def get_elsewhere(self) -> None:
        self.send(302, b"", Location="file:///etc/passwd")

    def get_nonsense(self) -> None:
        self.send(302, b"", Location="http://[nonsense")

    def get_baked(self) -> None:
        self.send(200, PAGE.encode(), Set_Cookie="who=you; path=/")

    def get_tasted(self) -> None:
        self.send(200, f"{PAGE}{self.headers['Cookie']}".encode())

    def get_busy(self) -> None:
        self.send(503, b"")

    def get_empty(self) -> None:
        self.send(200, b"  ")

    def get_picture(self) -> None:
        self.send(200, b"\x89PNG\r\n\x1a\n", Content_Type="text/html")

    def get_reports(self) -> None:
        self.send(200, b'[{"text": "a", "id": 7}, {"text": "b"}]', Content_Type="application/json")

    def get_private(self) -> None:
        self.send(200, PAGE.encode())

    def get_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"<p>")
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="session")
def server() -> Iterator[ThreadingHTTPServer]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    running.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"

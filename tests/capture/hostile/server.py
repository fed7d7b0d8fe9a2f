"""A server that does what no server should: each address has a script of its own."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress

Script = Callable[["Talk"], None]


class Talk:
    """One connection, after the head of its request was read."""

    def __init__(self, opened: socket.socket, head: bytes, over: threading.Event) -> None:
        self.opened = opened
        self.head = head
        self.cut = False
        """Whether the connection is to end without saying so in TLS."""
        self._over = over

    def send(self, *parts: bytes) -> None:
        for part in parts:
            self.opened.sendall(part)

    def drip(self, part: bytes, every: float = 0.02) -> None:
        """Send a part again and again until the other side has had enough."""
        while not self._over.is_set():
            self.opened.sendall(part)
            time.sleep(every)

    def flood(self, part: bytes, times: int = 20_000) -> None:
        """Send a part as often as the other side takes it, at most so many times."""
        for _ in range(times):
            if self._over.is_set():
                return
            self.opened.sendall(part)

    def be_silent(self) -> None:
        """Say nothing until the other side has gone."""
        self.opened.settimeout(0.05)
        while not self._over.is_set():
            try:
                if not self.opened.recv(1):
                    return
            except TimeoutError:
                continue

    def reset(self) -> None:
        """Break the connection off (RST)."""
        linger = b"\x01\x00\x00\x00\x00\x00\x00\x00"
        self.opened.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)


class Server:
    """Listens on loopback; ``scripts`` go by ``host/path``, then by ``/path`` of any host."""

    def __init__(self, scripts: dict[str, Script], secured: ssl.SSLContext | None = None) -> None:
        self.scripts = scripts
        self._secured = secured
        self._over = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self.port = self._listening.getsockname()[1]
        self.asked: list[tuple[str, bytes]] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()
        self._listening.close()

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                opened, _ = self._listening.accept()
            except TimeoutError:
                continue
            opened.settimeout(20)
            self._threads.append(threading.Thread(target=self._serve, args=(opened,)))
            self._threads[-1].start()

    def _serve(self, opened: socket.socket) -> None:
        with suppress(OSError), opened:
            if self._secured is not None:
                opened = self._secured.wrap_socket(opened, server_side=True)
            with opened:
                self._answer(opened)

    def _answer(self, opened: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            came = opened.recv(65_536)
            if not came:
                return
            head += came
        path = head.split(b" ")[1].decode()
        host = head.lower().partition(b"\r\nhost: ")[2].partition(b"\r\n")[0].decode()
        self.asked.append((path, head))
        place = f"{host.partition(':')[0]}{path.partition('?')[0]}"
        script = self.scripts.get(place) or self.scripts.get(path.partition("?")[0]) or _nothing
        talk = Talk(opened, head, self._over)
        script(talk)
        if isinstance(opened, ssl.SSLSocket) and not talk.cut:
            with suppress(OSError):
                opened.unwrap()


def _nothing(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

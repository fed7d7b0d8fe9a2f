"""A casefile served to a real browser, which must complain of nothing and ask nobody else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.export.masking.kept import MaskedStore
from recoupe.store import Casefile


@contextmanager
def served(case: Casefile | MaskedStore) -> Iterator[str]:
    """Serve a casefile from a thread, at a port that the system chooses; yield its address."""
    import uvicorn

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
        app = application(case, Settings(author="Ana", port=port))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://localhost:{port}"
        server.should_exit = True
        thread.join()


@contextmanager
def opened(
    browser: Any, address: str, page_at: str, *, expected: str = "", **options: object
) -> Iterator[Any]:
    """Open a page; afterwards nobody else was asked, and nothing but ``expected`` complained of."""
    complaints: list[str] = []
    page = browser.new_page(**options)
    page.set_default_timeout(120_000)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda asked: asked.url.startswith((address, "data:")) or complaints.append(asked.url),
    )
    page.goto(address + page_at)
    yield page
    page.close()
    assert [one for one in complaints if not expected or expected not in one] == []

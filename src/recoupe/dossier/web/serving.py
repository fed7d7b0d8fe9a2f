"""Serving: the application on this machine, until somebody ends it."""

from __future__ import annotations

import socket
import threading
from contextlib import closing

from recoupe.dossier.web.application import application
from recoupe.dossier.web.settings import Settings
from recoupe.dossier.web.warming import warm_up
from recoupe.errors import UsageError
from recoupe.export.masking.kept import MaskedStore
from recoupe.store import Store


def serve(store: Store | MaskedStore, settings: Settings) -> None:
    """Serve a casefile until the process is asked to end, and the task that runs then is done.

    Raises :class:`UsageError` where something else listens at that port.
    """
    import uvicorn

    if isinstance(store, MaskedStore):
        threading.Thread(target=store.warm_up, name="masked search", daemon=True).start()
    app = application(store, settings)
    warm_up(app.state.desk)
    asked = uvicorn.Config(app, log_level="warning", server_header=False, date_header=False)
    # The casefile is closed after this: no task may still be writing into it.
    with closing(_listening(settings)) as listening, closing(app.state.desk.tasks):
        uvicorn.Server(asked).run(sockets=[listening])


def _listening(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((settings.host, settings.port))
    except OSError as error:
        made.close()
        raise UsageError(
            f"nothing can listen there: {error.strerror or error}",
            where=f"{settings.host}:{settings.port}",
            remedy="choose another --port",
        ) from error
    return made

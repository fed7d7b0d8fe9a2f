"""What commands do before they hand a casefile over: bring its cross-check up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recoupe.model import CrossCheck
    from recoupe.store import Casefile


def up_to_date_check(store: Casefile, *, as_kept: bool) -> CrossCheck | None:
    """Return the cross-check brought up to date, ``None`` where the kept one is to be taken.

    What is done, or is old and left so with ``as_kept``, is told on standard error.
    """
    from recoupe.cli.counting import up_to_all
    from recoupe.cli.running import told
    from recoupe.engine import LocalEngine
    from recoupe.filing.checking import check_case

    state = store.check_state()
    if state is not None and state.stale_since is None and not state.missing:
        return None
    if as_kept:
        what = "out of date" if state is not None else "not made yet"
        told(f"recoupe: the cross-check is {what}, and handed over as it is")
        return None
    with up_to_all() as advance:
        done = check_case(store, LocalEngine(), progress=advance)
    told(f"recoupe: the cross-check was brought up to date: {done.anew:,} stories compared")
    for failure in done.failures:
        told(f"recoupe: {failure.input}: {failure.message}")
    return done.found

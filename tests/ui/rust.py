"""When an app in a test has done all that it will do by itself, however busy the machine is.

Textual's own way looks at the processor time of the process: one that gets no turn uses none, and then
counts as idle in the middle of its work. Here an app rests when no message and no key is under way in it,
nothing waits to be drawn, and no other thread of the process has work. Who waits for the test itself (an
`Event`) rests too. Timers are not waited for: that asks for `wacht_op`.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump

KIJK, KEREN = 0.005, 2
"""Seconds between two looks, and how many of them in a row must find rest."""
GENOEG = 20.0
"""Seconds after which an app that never rests is taken as it is."""
WERKT = "RD"
"""States of a Linux thread that has work: running or ready to, and waiting for a disk."""

_handel_af = MessagePump._dispatch_message
_onderhanden: set[object] = set()


async def _geteld(self: MessagePump, bericht: Any) -> None:
    """As Textual's; meanwhile this message is being handled."""
    beurt = object()
    _onderhanden.add(beurt)
    try:
        await _handel_af(self, bericht)
    finally:
        _onderhanden.discard(beurt)


async def tot_rust(min_sleep: float = 0.0, max_sleep: float = GENOEG) -> None:
    """Until the app of this test rests. The arguments are Textual's (of `wait_for_idle`), and not used."""
    del min_sleep, max_sleep
    app = active_app.get(None)
    eind = time.monotonic() + GENOEG
    arbeid = _arbeid()
    keren = 0
    while keren < KEREN and time.monotonic() < eind:
        await asyncio.sleep(KIJK)
        eerder, arbeid = arbeid, _arbeid()
        stil = arbeid == eerder and not any(stand[0] in WERKT for stand in arbeid.values())
        keren = keren + 1 if stil and (app is None or _is_stil(app)) else 0


def _is_stil(app: App[Any]) -> bool:
    """No message, no callback and no key is on its way in this app, and all of it is drawn."""
    if app._exit or app._closing or app._exception is not None:
        return True
    if not app._screen_stack or _onderhanden or app._resize_timer is not None:
        return False
    scherm = app.screen
    if app._batch_count or scherm._callbacks or scherm._dirty_widgets:
        return False
    if scherm._layout_required or scherm._repaint_required:
        return False
    wacht = getattr(app, "toetswacht", None)
    if wacht is not None and not wacht.leeg and not getattr(scherm, "laadt", False):
        return False
    return not any(map(_heeft_werk, (app, *scherm.walk_children(with_self=True))))


def _heeft_werk(knoop: DOMNode) -> bool:
    if not knoop._is_mounted or knoop._pruning:
        return True
    return knoop._running and bool(knoop.message_queue_size or knoop._next_callbacks)


def _arbeid() -> Mapping[str, tuple[str, str]]:
    """Of each other thread of this process its state and how long it ran; empty where nothing tells it."""
    zelf = str(threading.get_native_id())
    gezien: dict[str, tuple[str, str]] = {}
    for draad in Path("/proc/self/task").glob("*"):
        if draad.name != zelf:
            with suppress(OSError, IndexError):
                stand = (draad / "stat").read_text().rpartition(")")[2].split()[0]
                gezien[draad.name] = stand, (draad / "schedstat").read_text().split()[0]
    return gezien


def kijk_naar_het_werk() -> None:
    """Let the pilots of Textual wait for rest, and not for a processor that has time."""
    from textual import app, pilot

    MessagePump._dispatch_message = _geteld  # type: ignore[assignment,method-assign]  # only in tests
    app.wait_for_idle = tot_rust  # type: ignore[attr-defined]  # what Textual itself calls there
    pilot.wait_for_idle = tot_rust  # type: ignore[attr-defined]  # as above

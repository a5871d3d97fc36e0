"""Foreign work off the event loop, in threads that do not hold up the end of the program."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def in_draad(functie: Callable[[], T]) -> T:
    """Run `functie` in a thread of its own and give its result, or raise what it raised.

    The thread is a daemon: asyncio's own executor waits at exit for every thread in it, also for
    one whose answer nobody wants any more. When the waiting task is cancelled the thread runs on
    and its result is dropped.
    """
    loop = asyncio.get_running_loop()
    uitkomst: asyncio.Future[T] = loop.create_future()

    def zet(zetter: Callable[[Any], None], waarde: object) -> None:
        if not uitkomst.done():
            zetter(waarde)

    def meld(zetter: Callable[[Any], None], waarde: object) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the program has ended
            loop.call_soon_threadsafe(zet, zetter, waarde)

    def werk() -> None:
        try:
            resultaat = functie()
        except Exception as fout:  # handed over to the one who waits
            meld(uitkomst.set_exception, fout)
        else:
            meld(uitkomst.set_result, resultaat)

    threading.Thread(target=werk, name="kernteam-werk", daemon=True).start()
    return await uitkomst

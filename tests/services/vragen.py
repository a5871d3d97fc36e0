"""What a service asks of the store, counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from kernteam_tui.services.sessie import Sessie


@contextmanager
def vragen(sessie: Sessie) -> Iterator[list[str]]:
    """The statements that go to the store in this block."""
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(arguments[2].lstrip())

    event.listen(sessie.store.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(sessie.store.engine, "before_cursor_execute", note)

"""Column text back into values, for queries that read bare rows."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from kernteam_tui.domain.klok import AMSTERDAM


@lru_cache(maxsize=4096)
def read_day(text: str | None) -> date | None:
    """A column of type Dagtekst."""
    return None if text is None else date.fromisoformat(text)


def read_moment(text: str) -> datetime:
    """A column of type Moment: aware, UTC."""
    return datetime.fromisoformat(text)


@lru_cache(maxsize=4096)
def day_of(text: str) -> date:
    """The day in Amsterdam of a column of type Moment."""
    return datetime.fromisoformat(text).astimezone(AMSTERDAM).date()


def read_flag(value: int | None) -> bool | None:
    """A column of type JaNee."""
    return None if value is None else bool(value)

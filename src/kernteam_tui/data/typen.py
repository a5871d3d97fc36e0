"""How values of the domain stand in a column: moments, days, codes and small tuples as text.

Only INTEGER, TEXT and BLOB reach the file, so every table can be STRICT. Moments are ISO text in UTC
with microseconds: they sort as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from kernteam_tui.domain.codes import Code, Dag, Dagdeel
from kernteam_tui.domain.gesprek import Wijziging
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.school import Aanwezigheid


def moment_text(moment: datetime) -> str:
    """A moment as it stands in a column. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment must have a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Moment(TypeDecorator[datetime]):
    """An aware moment; read back in UTC."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Dagtekst(TypeDecorator[date]):
    """A calendar day, `2026-11-23`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, _dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class JaNee(TypeDecorator[bool]):
    """A yes or no as 1 or 0: STRICT tables know no BOOLEAN."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, _dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, _dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Codetekst(TypeDecorator[Code]):
    """One code of a list of codes, by its value."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: type[Code]) -> None:
        super().__init__()
        self.soort = soort

    def process_bind_param(self, value: Code | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.soort(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Code | None:
        return None if value is None else self.soort(value)


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of small values as a JSON list. `write` and `read` turn one value into JSON and back."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[Any], Any], read: Callable[[Any], Any]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: tuple[Any, ...] | None, _dialect: Dialect) -> str:
        return json.dumps([self.write(item) for item in value or ()], ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> tuple[Any, ...]:
        return self.from_text(value or "[]")

    def from_text(self, text: str) -> tuple[Any, ...]:
        """The tuple that stands in a column, for queries that read bare rows."""
        return tuple(self.read(item) for item in json.loads(text))


def codes(soort: type[Code]) -> JsonTuple:
    """A column for a tuple of codes."""
    return JsonTuple(str, soort)


def _write_presence(presence: Aanwezigheid) -> list[str]:
    return [presence.dag.value, presence.dagdeel.value]


def _read_presence(pair: list[str]) -> Aanwezigheid:
    return Aanwezigheid(Dag(pair[0]), Dagdeel(pair[1]))


def _read_quote(fields: dict[str, str]) -> Citaat:
    return Citaat(**fields)


def _read_change(fields: dict[str, str]) -> Wijziging:
    return Wijziging(**fields)


TEKSTEN = JsonTuple(str, str)
DAGEN = JsonTuple(date.isoformat, date.fromisoformat)
AANWEZIGHEID = JsonTuple(_write_presence, _read_presence)
CITATEN = JsonTuple(asdict, _read_quote)
WIJZIGINGEN = JsonTuple(asdict, _read_change)

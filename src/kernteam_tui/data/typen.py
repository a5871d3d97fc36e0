"""How values of the domain stand in a column: moments, days, codes and small tuples as text.

Only INTEGER, TEXT and BLOB reach the file, so every table can be STRICT. Moments are ISO text in UTC
with microseconds: they sort as text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.codes import Code, Dag, Dagdeel, JaNeeOnbekend
from kernteam_tui.domain.gesprek import Vervallen, Wijziging
from kernteam_tui.domain.gezinsplan import Citaat, Ouderantwoord, Veldwaarde
from kernteam_tui.domain.gezinstijd import Gezinstijd, Lestijd
from kernteam_tui.domain.instellingen import Reistijd, Vrijedag
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment


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


class JsonValue(TypeDecorator[Any]):
    """One small value, or nothing. `write` and `read` turn it into JSON and back."""

    impl = Text
    cache_ok = True

    def __init__(self, write: Callable[[Any], Any], read: Callable[[Any], Any]) -> None:
        super().__init__()
        self.write = write
        self.read = read

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(self.write(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        return self.from_text(value)

    def from_text(self, text: str | None) -> Any:
        """The value that stands in a column, for queries that read bare rows."""
        return None if text is None else self.read(json.loads(text))


def _write_presence(presence: Aanwezigheid) -> list[str]:
    """The usual weekly dagdeel is a pair, as before schema 4."""
    pair = [presence.dag.value, presence.dagdeel.value]
    if presence == Aanwezigheid(presence.dag, presence.dagdeel):
        return pair
    return [*pair, presence.weken.value, presence.van.isoformat(), presence.tot_en_met.isoformat()]


def _read_presence(parts: list[str]) -> Aanwezigheid:
    dag, dagdeel = Dag(parts[0]), Dagdeel(parts[1])
    if len(parts) == 2:
        return Aanwezigheid(dag, dagdeel)
    weken, van, tot_en_met = parts[2:]
    return Aanwezigheid(dag, dagdeel, Weken(weken), date.fromisoformat(van), date.fromisoformat(tot_en_met))


def _clock(moment: time) -> str:
    return moment.isoformat(timespec="minutes")


def _block(parts: list[str]) -> Bezetblok:
    van, tot, staat, merk = parts
    return Bezetblok(datetime.fromisoformat(van), datetime.fromisoformat(tot), Bezetstaat(staat), merk)


LESUREN = JsonTuple(
    lambda uur: [uur.nummer, _clock(uur.van), _clock(uur.tot)],
    lambda uur: Lesuur(uur[0], time.fromisoformat(uur[1]), time.fromisoformat(uur[2])),
)
DAGDELEN = JsonTuple(
    lambda deel: [deel.dagdeel.value, _clock(deel.van), _clock(deel.tot)],
    lambda deel: Dagdeeltijd(Dagdeel(deel[0]), time.fromisoformat(deel[1]), time.fromisoformat(deel[2])),
)
OVERLEG = JsonValue(
    lambda vast: [vast.dag.value, _clock(vast.van), vast.minuten],
    lambda vast: Overlegmoment(Dag(vast[0]), time.fromisoformat(vast[1]), vast[2]),
)
LESTIJDEN = JsonTuple(
    lambda les: [les.dag.value, _clock(les.van), _clock(les.tot)],
    lambda les: Lestijd(Dag(les[0]), time.fromisoformat(les[1]), time.fromisoformat(les[2])),
)
GEZINSTIJDEN = JsonTuple(
    lambda tijd: [tijd.dag.value, _clock(tijd.van), _clock(tijd.tot), int(tijd.liefst)],
    lambda tijd: Gezinstijd(
        Dag(tijd[0]), time.fromisoformat(tijd[1]), time.fromisoformat(tijd[2]), bool(tijd[3])
    ),
)
VRIJE_DAGEN = JsonTuple(
    lambda vrij: [vrij.van.isoformat(), vrij.tot_en_met.isoformat(), vrij.wat],
    lambda vrij: Vrijedag(date.fromisoformat(vrij[0]), date.fromisoformat(vrij[1]), vrij[2]),
)
REISTIJDEN = JsonTuple(lambda reis: [reis.een, reis.ander, reis.minuten], lambda reis: Reistijd(*reis))
BLOKKEN = JsonTuple(
    lambda blok: [moment_text(blok.van), moment_text(blok.tot), blok.staat.value, blok.uid_hash], _block
)


def _read_quote(fields: dict[str, Any]) -> Citaat:
    return Citaat(**fields)


def _read_field(fields: dict[str, str]) -> Veldwaarde:
    return Veldwaarde(**fields)


def _read_change(fields: dict[str, Any]) -> Wijziging:
    gone = tuple(Vervallen(**who) for who in fields.get("vervallen", ()))
    return Wijziging(**{**fields, "vervallen": gone})


TEKSTEN = JsonTuple(str, str)
GETALLEN = JsonTuple(int, int)
DAGEN = JsonTuple(date.isoformat, date.fromisoformat)
AANWEZIGHEID = JsonTuple(_write_presence, _read_presence)
CITATEN = JsonTuple(asdict, _read_quote)
VELDEN = JsonTuple(asdict, _read_field)
OUDERANTWOORDEN = JsonTuple(
    lambda een: [een.jongere_id, een.antwoord.value],
    lambda een: Ouderantwoord(een[0], JaNeeOnbekend(een[1])),
)
TEKSTEN = JsonTuple(str, str)
WIJZIGINGEN = JsonTuple(asdict, _read_change)

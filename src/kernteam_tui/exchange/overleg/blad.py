"""The agenda of an overleg as lines, with words from `assets/overleg/zinnen-nl.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.deelcodes import Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.schoontekst import een_regel
from kernteam_tui.exchange.vastewoorden import lees_woorden

LABEL_BREED = 9


@dataclass(frozen=True)
class Bladpunt:
    """One point: initials or less, and below it what may be known."""

    wie: str
    regels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agendablad:
    """Everything that the paper holds. There is no field for the number of a casus."""

    school: str
    start: datetime
    """Aware."""
    minuten: int
    voor: str
    """A role; empty for everybody at the table."""
    datum: date
    punten: tuple[Bladpunt, ...]


@dataclass(frozen=True)
class Regelpunt:
    """A point with its number on the paper."""

    nummer: int
    wie: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Opbouw:
    """The paper as lines, the same printed and as text."""

    taal: str
    titel: str
    van_wie: str
    leeg: str
    regels: tuple[tuple[str, str], ...]
    punten: tuple[Regelpunt, ...]


def bouw_op(blad: Agendablad, doorlaten: tuple[Doorlaat, ...]) -> Opbouw:
    """The ready lines. Raises DoorlaatOngeldig unless each reader of the paper has leave for an overleg."""
    if not doorlaten:
        raise DoorlaatOngeldig("Deze agenda mag niet weg.", "Er is niets geschreven.")
    for doorlaat in doorlaten:
        doorlaat.eis(Uitweg.OVERLEG)
    woorden = lees_woorden("overleg")
    koppen = woorden["koppen"]
    van, tot = blad.start.astimezone(AMSTERDAM), blad.start.astimezone(AMSTERDAM)
    tot += timedelta(minutes=blad.minuten)
    return Opbouw(
        taal=woorden["taal"],
        titel=koppen["titel"],
        van_wie=koppen["van_wie"],
        leeg=koppen["leeg"],
        regels=(
            (koppen["wanneer"], f"{dag_lang(van.date())}, {van:%H:%M} tot {tot:%H:%M}"),
            (koppen["school"], een_regel(blad.school)),
            (koppen["voor"], een_regel(blad.voor) or koppen["tafel"]),
        ),
        punten=tuple(
            Regelpunt(nummer, een_regel(punt.wie), tuple(een_regel(regel) for regel in punt.regels))
            for nummer, punt in enumerate(blad.punten, 1)
        ),
    )


def maak_tekst(blad: Agendablad, doorlaten: tuple[Doorlaat, ...]) -> str:
    """The agenda as plain text, ending in one newline. Raises DoorlaatOngeldig."""
    opbouw = bouw_op(blad, doorlaten)
    lines = [opbouw.titel, "", *(f"{label + ':':<{LABEL_BREED}}{waarde}" for label, waarde in opbouw.regels)]
    for punt in opbouw.punten:
        lines += ["", f"{punt.nummer}. {punt.wie}", *(f"   {regel}" for regel in punt.regels)]
    if not opbouw.punten:
        lines += ["", opbouw.leeg]
    return "\n".join(lines) + "\n"

"""The sentences of the weekly pattern: what a dagdeel is, and which moments the kernteam shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_kaal, dag_van, moment_kort, tijd_kort
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.domain.weekpatroon import VAKKEN, Vak, delen_van, komt_in
from kernteam_tui.services.afwezigheden import GeraaktGesprek
from kernteam_tui.services.school import PartnerBeeld


@dataclass(frozen=True)
class Samen:
    """How many partners share a dagdeel in even and in odd weeks, and in which of them she is there."""

    laagst: int
    hoogst: int
    met_mij: bool
    opvallend: bool

    @property
    def tekst(self) -> str:
        """`3`, or `2-3` where even and odd weeks differ."""
        return str(self.hoogst) if self.laagst == self.hoogst else f"{self.laagst}-{self.hoogst}"


def reken_samen(kernteam: Sequence[PartnerBeeld], vandaag: date) -> dict[Vak, Samen]:
    """The shared moments of the pattern (S11): the most partners in every week, and at least two."""
    partners = [partner for partner in kernteam if partner.rol is not Rol.GEZINSWERKER]
    ik = [partner for partner in kernteam if partner.ik]
    telling = {
        vak: tuple(
            sum(komt_in(partner.aanwezig, vak, weken, vandaag) for partner in partners)
            for weken in (Weken.EVEN, Weken.ONEVEN)
        )
        for vak in VAKKEN
    }
    meeste = max(min(paar) for paar in telling.values())
    return {
        vak: Samen(
            min(paar),
            max(paar),
            any(delen_van(mijn.aanwezig, vak, vandaag) for mijn in ik),
            min(paar) == meeste and meeste > 1,
        )
        for vak, paar in telling.items()
    }


def samen_zin(samen: dict[Vak, Samen], aantal: int) -> str:
    """`Samen op school: di ochtend en do ochtend (3 van 4).`"""
    beste = [(vak, een) for vak, een in samen.items() if een.opvallend]
    if not beste:
        return "Er is geen dagdeel waarop twee partners elke week samen op school zijn."
    momenten = [f"{vak_kort(vak)}{'' if een.met_mij else ' (zonder jou)'}" for vak, een in beste]
    return f"Samen op school: {opsomming(momenten)}, met {beste[0][1].laagst} van de {aantal} partners."


def vak_kort(vak: Vak) -> str:
    """`di ochtend`."""
    dag, deel = vak
    return f"{dag.value} {deel.label}"


def vak_zin(partner: PartnerBeeld, vak: Vak, vandaag: date) -> str:
    """`Lia de Wit, dinsdag ochtend: even weken, vanaf 1 dec`."""
    wie = "Jij" if partner.ik else f"{partner.naam} ({partner.rol.label})"
    delen = delen_van(partner.aanwezig, vak, vandaag)
    staat = "; ".join(deel_zin(deel, vandaag) for deel in delen) or "niet op school"
    return f"{wie}, {vak[0].label} {vak[1].label}: {staat}"


def deel_zin(deel: Aanwezigheid, vandaag: date) -> str:
    """`even weken, vanaf 1 dec tot en met 20 jan 2027`."""
    van = f" vanaf {dag_kaal(deel.van, vandaag)}" if deel.van > date.min else ""
    tot = f" tot en met {dag_kaal(deel.tot_en_met, vandaag)}" if deel.tot_en_met < date.max else ""
    return deel.weken.label + (f",{van}{tot}" if van or tot else "")


def opsomming(delen: Sequence[str]) -> str:
    """`een, twee en drie`."""
    return " en ".join(deel for deel in (", ".join(delen[:-1]), *delen[-1:]) if deel)


def geraakt_zin(gesprekken: Sequence[GeraaktGesprek], vandaag: date) -> str:
    """`2 geplande gesprekken: 2026-029 vandaag 10:00, 2026-031 di 24 nov 13:00`; empty without any."""
    if not gesprekken:
        return ""
    return (
        f"{tel_zin(len(gesprekken))}: {', '.join(gesprek_kort(gesprek, vandaag) for gesprek in gesprekken)}"
    )


def raakt_zin(gesprekken: Sequence[GeraaktGesprek], vandaag: date) -> Content:
    """Which talks are planned on a free or closed day, and what to do; empty where none is."""
    if not gesprekken:
        return Content("")
    staat = "staat" if len(gesprekken) == 1 else "staan"
    zin = f"Dan {staat} nog {geraakt_zin(gesprekken, vandaag)}."
    return Content.styled(zin, "$warning") + Content(" Verzetten kan in de planner (F4).")


def tel_zin(aantal: int) -> str:
    """`geen gesprek`, `1 gepland gesprek`, `3 geplande gesprekken`."""
    return {0: "geen gesprek", 1: "1 gepland gesprek"}.get(aantal, f"{aantal} geplande gesprekken")


def gesprek_kort(gesprek: GeraaktGesprek, vandaag: date) -> str:
    """`2026-029 di 24 nov 10:00`: never the name of a family (S36)."""
    moment = moment_kort(gesprek.start)
    if dag_van(gesprek.start) == vandaag:
        moment = f"vandaag {tijd_kort(gesprek.start)}"
    return f"{gesprek.nummer} {moment}"

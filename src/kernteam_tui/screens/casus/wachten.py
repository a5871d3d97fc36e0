"""How the two clocks stand on the casus: offered and held, planned, and waiting until the help begins."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.screens.casus.woorden import dag
from kernteam_tui.services.casusbeeld import CasusBeeld, GesprekRegel


def kennismaking_tekst(casus: CasusBeeld, vandaag: date) -> str:
    """`aangeboden ma 23 nov, gehouden do 26 nov`."""
    offered = dag(casus.kennismaking_aangeboden_op, vandaag)
    held = dag(casus.kennismaking_op, vandaag)
    parts = (f"aangeboden {offered}" if offered else "", f"gehouden {held}" if held else "")
    return ", ".join(part for part in parts if part) or "nog niet aangeboden"


def startgesprek_tekst(casus: CasusBeeld, vandaag: date) -> str:
    """`aangeboden ma 23 nov, staat op di 8 dec, 1 keer verzet`; empty before anything happened."""
    offered = dag(casus.startgesprek_aangeboden_op, vandaag)
    talks = [g for g in casus.gesprekken if g.soort is GesprekSoort.STARTGESPREK]
    last = next((g for g in talks if g.staat is not GesprekStaat.AFGEZEGD), None)
    parts = [f"aangeboden {offered}" if offered else ""]
    if last is not None:
        day = dag(dag_van(last.start), vandaag)
        words = {GesprekStaat.GEHOUDEN: "gehouden", GesprekStaat.NIET_VERSCHENEN: "niemand kwam"}
        parts += [f"{words.get(last.staat, 'staat op')} {day}", _verzet(last)]
    return ", ".join(part for part in parts if part)


def _verzet(gesprek: GesprekRegel) -> str:
    moved = sum(stap.wat.startswith("verzet") for stap in gesprek.stappen)
    return f"{moved} keer verzet" if moved else ""


def gestart_tekst(casus: CasusBeeld, vandaag: date) -> str:
    """When the help began and how long the family waited; or how long it waits now."""
    if casus.begeleiding_gestart is not None:
        waited = f", na {dagen(casus.gewacht)} wachten" if casus.gewacht else ""
        return f"{dag(casus.begeleiding_gestart, vandaag)}{waited}"
    if casus.wacht is None:
        return "nog niet"
    return f"nog niet; wacht {dagen(casus.wacht.dagen)} ({casus.wacht.band.label})"


def dagen(aantal: int) -> str:
    """`1 dag`, `34 dagen`."""
    return f"{aantal} dag{'' if aantal == 1 else 'en'}"

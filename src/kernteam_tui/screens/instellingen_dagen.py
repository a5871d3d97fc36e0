"""The rows of Instellingen about her own days: free, swapped, and the way between her schools."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.periodetekst import periode_met_jaar
from kernteam_tui.services.ongedaan import Ongedaan
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vrijedagen import (
    EigenDagenBeeld,
    zet_reistijd,
    zet_ruildagen,
    zet_vrije_dagen,
)
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.periodelezen import lees_periode
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Getalveld, Tekstvlak, Veld

VRIJ, RUIL, REIS = "vrije_dagen", "ruildagen", "reis"
RUILEN = (
    "Een feestdag mag je ruilen voor een dag die voor jou telt (cao Sociaal Werk 5.9). Zet aan op welke je "
    "werkt; de dag die je ervoor vrij neemt, zet je bij je vrije dagen."
)


def velden() -> ComposeResult:
    """The fixed rows; those that depend on what is known come in `#ruil-rijen` and `#reis-rijen`."""
    yield Kopregel("Jouw vrije dagen")
    yield Tekstvlak(
        VRIJ,
        "Vrij",
        hoogte=3,
        uitleg="per regel een dag of periode, bv. 21 dec - 1 jan kerst",
    )
    yield Tekst(id="vrij-gelezen", classes="zacht")
    yield Tekst(id="vrij-raakt")
    yield Kopregel("Feestdagen waarop je werkt")
    yield Tekst(RUILEN, classes="zacht")
    yield Vertical(id="ruil-rijen")
    with Vertical(id="reis-deel"):
        yield Kopregel("Onderweg tussen je scholen")
        yield Vertical(id="reis-rijen")


def ruilvelden(beeld: EigenDagenBeeld) -> list[Veld]:
    """The holidays to come as boxes to tick."""
    opties = [(f"{dag_kort(f.dag)} {f.dag.year} {f.naam}", f.dag.isoformat()) for f in beeld.feestdagen]
    return [Meerkeuze(RUIL, "Ik werk op", opties)] if opties else []


def reisvelden(beeld: EigenDagenBeeld) -> list[Veld]:
    """A row for each pair of schools."""
    return [
        Getalveld(
            f"{REIS}_{paar.een}_{paar.ander}",
            f"{paar.naam_een} en {paar.naam_ander}",
            uitleg="minuten van de ene naar de andere school; leeg is onbekend",
        )
        for paar in beeld.paren
    ]


def waarden(beeld: EigenDagenBeeld) -> dict[str, Any]:
    """What stands in these rows."""
    gekozen = set(beeld.instellingen.ruildagen)
    vast = {VRIJ: schrijf_vrije_dagen(beeld.instellingen.vrije_dagen)}
    if beeld.feestdagen:
        return {
            **vast,
            RUIL: [f.dag.isoformat() for f in beeld.feestdagen if f.dag in gekozen],
            **_reis(beeld),
        }
    return {**vast, **_reis(beeld)}


def _reis(beeld: EigenDagenBeeld) -> dict[str, str]:
    return {
        f"{REIS}_{paar.een}_{paar.ander}": "" if paar.minuten is None else str(paar.minuten)
        for paar in beeld.paren
    }


def bewaar(sessie: Sessie, naam: str, waarde: Any) -> bool:
    """Save one of these rows; False where the name is of another row. Raises InhoudOngeldig."""
    if naam == VRIJ:
        zet_vrije_dagen(sessie, _alles_gelezen(waarde, sessie.vandaag()))
    elif naam == RUIL:
        zet_ruildagen(sessie, [date.fromisoformat(dag) for dag in waarde])
    elif naam.startswith(f"{REIS}_"):
        _, een, ander = naam.split("_")
        zet_reistijd(sessie, een, ander, _minuten(waarde))
    else:
        return False
    return True


def ongedaan(voor: Mapping[str, Any], nu: Mapping[str, Any]) -> Ongedaan | None:
    """The way back to what stood in these rows before; None where all of it is as it was."""
    anders = {naam: waarde for naam, waarde in voor.items() if nu.get(naam) != waarde}
    if not anders:
        return None
    return Ongedaan("Eigen dagen gewijzigd", partial(_bewaar_alle, waarden=anders))


def _bewaar_alle(sessie: Sessie, waarden: Mapping[str, Any]) -> None:
    for naam, waarde in waarden.items():
        bewaar(sessie, naam, waarde)


def _minuten(waarde: str) -> int | None:
    schoon = waarde.strip()
    if schoon and not schoon.isdecimal():
        raise InhoudOngeldig("Typ een aantal minuten, of laat het leeg.")
    return int(schoon) if schoon else None


# --- free days, a line each -------------------------------------------------------------------------


def lees_vrije_dagen(tekst: str, vandaag: date) -> tuple[tuple[Vrijedag, ...], tuple[str, ...]]:
    """The days of lines such as `21 dec - 1 jan kerstvakantie`, and the lines not understood."""
    dagen, vreemd = [], []
    for regel in (" ".join(ruw.split()) for ruw in tekst.splitlines()):
        dag = _lees_regel(regel, vandaag)
        if dag is not None:
            dagen.append(dag)
        elif regel:
            vreemd.append(regel)
    return tuple(dagen), tuple(vreemd)


def schrijf_vrije_dagen(dagen: tuple[Vrijedag, ...]) -> str:
    """A line for each; `lees_vrije_dagen` reads exactly these back."""
    return "\n".join(f"{periode_met_jaar(vrij.van, vrij.tot_en_met)}  {vrij.wat}".rstrip() for vrij in dagen)


def gelezen_zin(tekst: str, vandaag: date) -> str:
    """How it was understood; empty where it stands there like that already."""
    dagen, vreemd = lees_vrije_dagen(tekst, vandaag)
    if schrijf_vrije_dagen(dagen).split() == tekst.split():
        return ""
    zin = ", ".join(f"{periode_met_jaar(v.van, v.tot_en_met)} {v.wat}".strip() for v in dagen)
    return f"{zin}  (niet begrepen: {', '.join(vreemd)})".strip() if vreemd else zin


def _alles_gelezen(tekst: str, vandaag: date) -> tuple[Vrijedag, ...]:
    dagen, vreemd = lees_vrije_dagen(tekst, vandaag)
    if vreemd:
        raise InhoudOngeldig(
            "Een van de regels begrijp ik niet.", "Typ bijvoorbeeld 21 dec - 1 jan vakantie."
        )
    return dagen


def _lees_regel(regel: str, vandaag: date) -> Vrijedag | None:
    """The longest beginning that is a day or a period; the rest says what it is."""
    woorden = regel.split()
    for aantal in range(len(woorden), 0, -1):
        periode = lees_periode(" ".join(woorden[:aantal]), vandaag)
        if periode is not None:
            wat = " ".join(woorden[aantal:])
            return Vrijedag(periode.van, periode.tot_en_met, wat)
    return None

"""How the difference between two versions reads: what went between [− ], what came between [+ ]."""

from __future__ import annotations

from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.planverschil.plan import Onderdeelverschil
from kernteam_tui.domain.planverschil.regel import Regelverschil
from kernteam_tui.domain.planverschil.tekst import Soort, Stuk
from kernteam_tui.services.planverschil import PlanverschilBeeld, PlanversieBeeld
from kernteam_tui.widgets.tekst import ZACHT

LEGENDA = "[− stond er eerst]  [+ is erbij gekomen]"
NIETS_ANDERS = "Tussen deze twee versies is niets veranderd."
NIETS_GESCHREVEN = "In deze versie staat nog niets."
WEG, NIEUW = f"strike {ZACHT}", "bold underline"
_HEEL = {Soort.WEG: " (weg)", Soort.NIEUW: " (nieuw)"}


def naam_van(versie: PlanversieBeeld) -> str:
    """`versie 2 (12 mei 2026)`; `wat er nu staat` for what is in progress; `wat Fatma zag op 12 mei 2026`."""
    if versie.gezien_op is not None:
        return f"wat {versie.gezien_door} zag op {dag_met_jaar(versie.gezien_op)}"
    if versie.vastgesteld_op is None:
        return "wat er nu staat"
    return f"versie {versie.nummer} ({dag_met_jaar(versie.vastgesteld_op)})"


def kopzin(beeld: PlanverschilBeeld) -> str:
    """Which version is shown, or which two are beside each other."""
    tot = naam_van(beeld.tot)
    if beeld.van is None:
        return f"{tot[:1].upper()}{tot[1:]}"
    return f"Van {naam_van(beeld.van)} naar {tot}"


def lijf(beeld: PlanverschilBeeld) -> Content:
    """All sections under each other."""
    if not beeld.onderdelen:
        return Content(NIETS_GESCHREVEN if beeld.van is None else NIETS_ANDERS)
    heel = beeld.van is None
    return Content("\n\n").join(_onderdeel(deel, heel=heel) for deel in beeld.onderdelen)


def _onderdeel(deel: Onderdeelverschil, *, heel: bool) -> Content:
    vast = deel.onderdeel
    herkomst = f" ({vast.herkomst})" if vast.herkomst else ""
    nummer = f"{vast.nr}  " if vast.nr else ""
    kop = Content.styled(f"{nummer}{vast.titel}{herkomst}", "bold $primary")
    regels = Content("\n\n").join(_regel(regel, heel=heel) for regel in deel.regels)
    return Content("\n").join([kop, regels])


def _regel(regel: Regelverschil, *, heel: bool) -> Content:
    erbij = "" if heel or regel.soort is None else _HEEL.get(regel.soort, "")
    tekst = _zonder_tekens(regel.stukken) if heel or erbij else _met_tekens(regel.stukken)
    kop = f"{regel.kop}: {regel.kort}" if regel.kort else f"{regel.kop}{erbij}"
    return Content.assemble((f"{kop}\n", ZACHT), tekst.rstrip())


def _zonder_tekens(stukken: tuple[Stuk, ...]) -> Content:
    """The whole line stayed, went or came: its heading says so."""
    return Content.assemble(*((stuk.tekst, WEG if stuk.soort is Soort.WEG else "") for stuk in stukken))


def _met_tekens(stukken: tuple[Stuk, ...]) -> Content:
    delen: list[tuple[str, str]] = []
    for stuk in stukken:
        if delen and delen[-1][0].endswith("]") and stuk.tekst[:1].isalnum():
            delen.append((" ", ""))
        delen += [(stuk.tekst, "")] if stuk.soort is Soort.GELIJK else _gemerkt(stuk)
    return Content.assemble(*delen)


def _gemerkt(stuk: Stuk) -> list[tuple[str, str]]:
    """`[+ drie] `: the white space around it stays outside; white space alone is not worth a mark."""
    kern = stuk.tekst.strip()
    if not kern:
        return [(stuk.tekst if stuk.soort is Soort.NIEUW else "", "")]
    voor, _, na = stuk.tekst.partition(kern)
    teken, stijl = ("−", WEG) if stuk.soort is Soort.WEG else ("+", NIEUW)
    return [(f"{voor}[{teken} ", ZACHT), (kern, stijl), ("]", ZACHT), (na, "")]

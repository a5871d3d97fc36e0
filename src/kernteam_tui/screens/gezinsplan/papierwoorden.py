"""How the readers of a plan on paper, and what stays out of it, read on the screen."""

from __future__ import annotations

from textual.content import Content

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.screens.gezinsplan.verschilwoorden import naam_van
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld
from kernteam_tui.services.planpapier import ZELF
from kernteam_tui.services.planpapierbeeld import Blijft, PapierBeeld
from kernteam_tui.services.planverschil import PlanversieBeeld
from kernteam_tui.widgets.tabel import Rij
from kernteam_tui.widgets.tekst import ZACHT

ZELF_REGEL = "Jijzelf"
_ZELF_UITLEG = "voor je eigen werk: alles staat erin, dus niet om mee te geven"
_GEZAG = {
    JaNeeOnbekend.JA: "heeft gezag",
    JaNeeOnbekend.NEE: "! geen gezag: heel plan alleen met toestemming",
    JaNeeOnbekend.ONBEKEND: "! gezag niet bekend: leg het eerst vast",
}
_WOONT = {True: " · woont bij het kind", False: " · woont ergens anders", None: ""}


def lezers_van(casus: CasusBeeld) -> list[tuple[str, Content]]:
    """Who can be chosen, by id: the parents, the jongeren, and the worker herself."""
    living = [persoon for persoon in casus.personen if not persoon.overleden]
    ouders = [p for p in living if p.rol is PersoonRol.OUDER and p.gezag is not None]
    jongeren = [p for p in living if p.id in casus.jongeren]
    return [
        *((ouder.id, _ouder(ouder)) for ouder in ouders),
        *((jongere.id, _jongere(jongere)) for jongere in jongeren),
        (ZELF, _regel(ZELF_REGEL, "gezinswerker", _ZELF_UITLEG)),
    ]


def _ouder(ouder: PersoonBeeld) -> Content:
    assert ouder.gezag is not None
    wie = "voogd" if ouder.ouder_soort is OuderSoort.VOOGD else "ouder"
    stijl = ZACHT if ouder.gezag is JaNeeOnbekend.JA else "$warning"
    return _regel(ouder.naam, wie, f"{_GEZAG[ouder.gezag]}{_WOONT[ouder.woont_bij]}", stijl)


def _jongere(jongere: PersoonBeeld) -> Content:
    known = jongere.leeftijd is not None
    return _regel(jongere.naam, "jongere", f"{jongere.leeftijd} jaar" if known else "leeftijd niet bekend")


def _regel(naam: str, wie: str, uitleg: str, stijl: str = ZACHT) -> Content:
    kop = Content.styled(naam, "bold") + Content.styled(f"   {wie}", ZACHT)
    return kop + Content.styled(f"\n   {uitleg}", stijl)


def versienaam(versie: PlanversieBeeld) -> str:
    """`versie 2 (12 mei 2026)`, or that it is the plan as it is being written."""
    return "zoals het nu is (CONCEPT)" if versie.vastgesteld_op is None else naam_van(versie)


def bladregel(beeld: PapierBeeld, *, groot: bool) -> str:
    """Which version it is, how much stays out, and how much there is to mind: a family may look along. With
    `groot`, that it comes in large letters, which the screen does not show."""
    lezen = f" ({beeld.te_lezen} te lezen)" if beeld.te_lezen else ""
    let_op = f", {len(beeld.meldingen)} om op te letten" if beeld.meldingen else ""
    concept = beeld.versie.vastgesteld_op is None
    wat = versienaam(beeld.versie) if concept else f"versie {beeld.versie.nummer}"
    letters = " · grote letters" if groot else ""
    return f"{wat}{letters} · i: {beeld.weg} weggelaten{lezen}{let_op}"


def rij_van(regel: Blijft) -> Rij:
    """One part that stays out, or that goes along after reading."""
    mark = "[x]" if regel.vrij else "[ ]" if regel.vrij_te_geven else "nooit"
    if regel.vrij:
        why = "je las het: het gaat mee"
    elif regel.vrij_te_geven:
        why = f"lees eerst: {' '.join(regel.tekst.split())}"
    else:
        why = regel.waarom
    return Rij(regel.id, (mark, regel.kop, why))


def op_volgorde(beeld: PapierBeeld) -> list[Blijft]:
    """What she can decide about stands first."""
    return sorted(beeld.lijst, key=lambda regel: not regel.vrij_te_geven)


def te_lezen(regel: Blijft) -> Content:
    """The part itself, for the worker, with why it stays and what she can do."""
    if regel.vrij:
        why = "Dit gaat mee. Spatie haalt het er weer uit."
    elif regel.vrij_te_geven:
        reden = f"{regel.waarom[:1].upper()}{regel.waarom[1:]}".rstrip(".")
        why = f"{reden}. Mag deze lezer het weten, dan geef je het mee met spatie."
    else:
        why = f"Dit gaat niet mee: {regel.waarom}."
    lines = [Content.styled(regel.kop, "bold"), Content.styled(why, ZACHT), Content(""), Content(regel.tekst)]
    return Content("\n").join(lines)

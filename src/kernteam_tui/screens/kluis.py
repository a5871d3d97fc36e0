"""De kluis (ctrl+g): how the store is doing, and the way to keys, backups, files outside and the log."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.register import bestaat
from kernteam_tui.services.kluisoverzicht import KluisOverzicht, get_kluisoverzicht
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

KIJK_WEER_SECONDEN = 0.5
NAAMBREEDTE = 31
"""Cells for the name of a row; behind it, in line, how things stand."""
NOG_BEZIG = ("Je kluis wordt nagekeken …", "$text-muted")
UITLEG_STAAT = {
    "kluis heel": ("Je kluis is heel.", "$success"),
    "kluis beschadigd": (
        "Je kluis is beschadigd. Verander niets meer; zet een reservekopie terug.",
        "$error",
    ),
}


@dataclass(frozen=True)
class Deur:
    """One row: which screen it opens, its name, and what there is to know of it now."""

    scherm: str
    naam: str
    stand: str
    let_op: bool = False


class KluisScreen(KernteamScreen):
    """One glance: is it whole, is there a copy, does something lie outside?"""

    NAAM = "kluis"
    TITEL = "De kluis"
    UITLEG = (
        "Hier staat hoe het met je kluis is. Elke dag dat je hem opent, kijkt het programma alles na en "
        "maakt het een reservekopie. Enter opent een regel."
    )
    CSS_PATH = stijl("kluis")
    OPDRACHTEN = (Opdracht("openen", "enter", "openen", "De gekozen regel openen"),)
    AUTO_FOCUS = "#deuren"

    def __init__(self) -> None:
        super().__init__()
        self._deuren: tuple[Deur, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="kluis-staat")
        yield Optielijst(id="deuren")
        yield Tekst(id="kluis-map", classes="zacht")

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(KIJK_WEER_SECONDEN, self._toon_staat)

    def _toon_staat(self) -> None:
        """The check goes on in the background while this screen is open."""
        zin, kleur = UITLEG_STAAT.get(self.kernteam.nazorg.staat, NOG_BEZIG)
        self.query_one("#kluis-staat", Tekst).update(Content.styled(zin, f"bold {kleur}"))

    def laad(self) -> None:
        self.lees(get_kluisoverzicht, bij_klaar=self._toon)

    def _toon(self, beeld: KluisOverzicht) -> None:
        self._toon_staat()
        self._deuren = tuple(deur for deur in deuren(beeld) if bestaat(deur.scherm))
        lijst = self.query_one("#deuren", OptionList)
        gekozen = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(_regel(deur)) for deur in self._deuren)
        lijst.highlighted = min(gekozen, len(self._deuren) - 1)
        self.query_one("#kluis-map", Tekst).update(f"De kluis staat in {beeld.map}")

    def action_openen(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#deuren", OptionList).action_select()

    @on(OptionList.OptionSelected, "#deuren")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self.open(self._deuren[event.option_index].scherm)


def deuren(beeld: KluisOverzicht) -> tuple[Deur, ...]:
    """The rows in their order, with what there is to know."""
    return (
        Deur("reservekopieen", "Reservekopieën", _kopieen(beeld), let_op=not beeld.kopieen),
        Deur("sleutels", "Wachtwoordzin en herstelcode", _sleutels(beeld)),
        Deur("uit", "Wat naar buiten ging", _buiten(beeld), let_op=beeld.buiten_oud > 0),
        Deur("logboek", "Logboek", f"{beeld.logregels} regels"),
    )


def _kopieen(beeld: KluisOverzicht) -> str:
    if beeld.laatste_kopie is None:
        return "nog geen; vandaag komt de eerste"
    moment = f"{dag_kort(beeld.laatste_kopie.date())} {beeld.laatste_kopie:%H:%M}"
    return f"{beeld.kopieen} bewaard, de laatste van {moment}"


def _sleutels(beeld: KluisOverzicht) -> str:
    if beeld.sleutel_gewijzigd_op is None:
        return "zoals bij het maken van de kluis"
    return f"het laatst gewijzigd op {dag_kort(beeld.sleutel_gewijzigd_op)}"


def _buiten(beeld: KluisOverzicht) -> str:
    if not beeld.buiten:
        return "niets"
    aantal = "1 bestand" if beeld.buiten == 1 else f"{beeld.buiten} bestanden"
    oud = f", {beeld.buiten_oud} ouder dan een week" if beeld.buiten_oud else ""
    return f"{aantal}{oud}; niet versleuteld"


def _regel(deur: Deur) -> Content:
    stand = Content.styled(deur.stand, "$warning" if deur.let_op else ZACHT)
    return Content.styled(deur.naam.ljust(NAAMBREEDTE), "bold") + stand

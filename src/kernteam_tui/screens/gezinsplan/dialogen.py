"""The looks at a plan (F7), and what to do when it was changed elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.plancontrole import Controlepunt
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.planbeeld import VeldBeeld
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst

BEIDE = "beide"
EIGEN = "eigen"


class Controledialoog(Dialoog[Controlepunt]):
    """The fourteen looks; answers with the one to go to. What is open stands first."""

    def __init__(self, punten: Sequence[Controlepunt]) -> None:
        super().__init__(_samenvatting(punten))
        self._punten = sorted(punten, key=lambda punt: (punt.in_orde is not False, punt.nr))

    def inhoud(self) -> ComposeResult:
        yield Optielijst(*(Option(_punt(punt)) for punt in self._punten), id="controle-lijst")
        yield Tekst("Enter ernaartoe   Esc terug   Het plan vaststellen kan altijd.", classes="zacht")

    @on(OptionList.OptionSelected)
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._punten[event.option_index])


class Botsingdialoog(Dialoog[str]):
    """Both versions of a section that was saved elsewhere meanwhile; answers `beide` or `eigen`."""

    def __init__(self, eigen: Inhoud, ander: Inhoud, velden: Sequence[VeldBeeld]) -> None:
        """`velden`: of the section, for what they are called."""
        super().__init__("Dit onderdeel is intussen ergens anders gewijzigd")
        self._namen = {een.veld.sleutel: een.veld.vraag for een in velden}
        self._eigen = eigen
        self._ander = ander

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(classes="dialoog-tekst", can_focus=False):
            yield Tekst("Er is niets weg. Kies wat er in het plan komt.")
            yield Kopregel("Jij schreef")
            yield Tekst(_leesbaar(self._eigen, self._namen))
            yield Kopregel("In het plan staat nu")
            yield Tekst(_leesbaar(self._ander, self._namen))
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Beide onder elkaar", BEIDE, hoofd=True)
            yield knop("Alleen mijn tekst", EIGEN)
            yield knop("Later", "later")

    @on(Button.Pressed)
    def _gedrukt(self, event: Button.Pressed) -> None:
        keus = event.button.id or ""
        self.dismiss(keus if keus in (BEIDE, EIGEN) else None)


def aantal_open(punten: Sequence[Controlepunt]) -> int:
    """How many looks ask for something."""
    return sum(1 for punt in punten if punt.in_orde is False)


def _samenvatting(punten: Sequence[Controlepunt]) -> str:
    te_doen = aantal_open(punten)
    if not te_doen:
        return "Controle van het plan: alles staat erin"
    return f"Controle van het plan: {te_doen} {'punt' if te_doen == 1 else 'punten'} om naar te kijken"


def _punt(punt: Controlepunt) -> Content:
    if punt.in_orde is False:
        return (
            Content.styled("! ", "$warning") + Content(punt.wat) + Content.styled(f"\n  {punt.wat_nu}", ZACHT)
        )
    if punt.in_orde is None:
        return Content.styled(f"– {punt.wat}\n  niet van toepassing", ZACHT)
    return Content.styled("✓ ", "$success") + Content(punt.wat)


def _leesbaar(inhoud: Inhoud, namen: Mapping[str, str]) -> str:
    regels = [f"{namen.get(veld.sleutel) or _woord(veld.sleutel)}: {veld.tekst}" for veld in inhoud.velden]
    regels += [_citaat(citaat) for citaat in inhoud.woorden]
    if inhoud.toelichting.strip():
        regels.append(f"Toelichting: {inhoud.toelichting}")
    return "\n".join(regels) or "(leeg)"


def _woord(sleutel: str) -> str:
    return sleutel.replace("_", " ").capitalize()


def _citaat(citaat: Citaat) -> str:
    wie = f"{citaat.van}: " if citaat.van else ""
    return f"{wie}{citaat.tekst}{'' if citaat.op_bladzijde else ' (niet op de bladzijde)'}"

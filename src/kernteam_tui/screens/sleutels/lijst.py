"""Wachtwoordzin en herstelcode: what may be changed, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.sleutels import SleutelsBeeld, get_sleutels, wis_oude_kopieen
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

INLEIDING = (
    "Voor elke wijziging vraagt het programma eerst je huidige wachtwoordzin. Stop je halverwege, of valt de "
    "stroom uit, dan blijft alles zoals het was."
)
OUDE_KOPIEEN = "oude_kopieen"


@dataclass(frozen=True)
class Keuze:
    """One row: the screen it opens (or OUDE_KOPIEEN), its name, and what there is to know."""

    scherm: str
    naam: str
    stand: str
    let_op: bool = False


class SleutelsScreen(KernteamScreen):
    """A short list; each row is one calm form."""

    NAAM = "sleutels"
    TITEL = "Wachtwoordzin en herstelcode"
    UITLEG = (
        "Hier wijzig je wie er in je kluis komt. Denk je dat iemand je wachtwoordzin of herstelcode kent? "
        "Kies dan ‘mogelijk gelekt’: alleen dat maakt ook oude sleutelbestanden waardeloos."
    )
    CSS_PATH = stijl("sleutels")
    OPDRACHTEN = (Opdracht("openen", "enter", "openen", "De gekozen regel openen"),)
    AUTO_FOCUS = "#sleutelkeuzes"

    def __init__(self) -> None:
        super().__init__()
        self._keuzes: tuple[Keuze, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Tekst(INLEIDING, id="sleutels-inleiding", classes="zacht")
        yield Optielijst(id="sleutelkeuzes")

    def laad(self) -> None:
        self.lees(get_sleutels, bij_klaar=self._toon)

    def _toon(self, beeld: SleutelsBeeld) -> None:
        self._keuzes = keuzes(beeld)
        lijst = self.query_one("#sleutelkeuzes", OptionList)
        gekozen = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(_regel(keuze)) for keuze in self._keuzes)
        lijst.highlighted = min(gekozen, len(self._keuzes) - 1)

    def action_openen(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#sleutelkeuzes", OptionList).action_select()

    @on(OptionList.OptionSelected, "#sleutelkeuzes")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        keuze = self._keuzes[event.option_index]
        if keuze.scherm == OUDE_KOPIEEN:
            self._vraag_oude_kopieen()
        else:
            self.open(keuze.scherm)

    def _vraag_oude_kopieen(self) -> None:
        self.bevestig(
            "Oude kopieën weghalen?",
            "Eerst wordt er een nieuwe reservekopie gemaakt en nagekeken; daarna gaan de oude weg. Dat kan "
            "niet ongedaan worden gemaakt. Kopieën op een stick of in een andere map haal je zelf weg.",
            bij_ja=lambda: self.doe(wis_oude_kopieen, bij_klaar=self._opgeruimd),
            ja="Weghalen",
            nee="Laten staan",
        )

    def _opgeruimd(self, aantal: int) -> None:
        wat = "De oude kopie is" if aantal == 1 else f"De {aantal} oude kopieën zijn"
        self.meld(f"{wat} weg; er staat een nieuwe.")
        self.laad()


def keuzes(beeld: SleutelsBeeld) -> tuple[Keuze, ...]:
    """The rows in their order; those that have nothing to change are left out."""
    rijen = [
        Keuze("sleutel_zin", "Wachtwoordzin wijzigen", "je herstelcode blijft dezelfde"),
        Keuze("sleutel_code", "Nieuwe herstelcode", "de oude code werkt tot je de nieuwe hebt overgetypt"),
        Keuze(
            "sleutel_gelekt",
            "Wachtwoordzin of herstelcode mogelijk gelekt",
            "alles krijgt een nieuwe sleutel; wat oud is, opent je kluis niet meer",
        ),
        Keuze("sleutel_organisatie", "Slot voor je organisatie", _organisatie(beeld)),
    ]
    if beeld.organisatie:
        rijen.append(
            Keuze("sleutel_organisatie_weg", "Slot van de organisatie weghalen", "alleen jij komt er dan in")
        )
    if beeld.oude_kopieen:
        rijen.append(Keuze(OUDE_KOPIEEN, "Oude kopieën weghalen", _kopieen(beeld), let_op=True))
    return tuple(rijen)


def _organisatie(beeld: SleutelsBeeld) -> str:
    if not beeld.organisatie:
        return "geen: alleen jij komt in je kluis"
    return f"vingerafdruk {beeld.organisatie}"


def _kopieen(beeld: SleutelsBeeld) -> str:
    if beeld.oude_kopieen == 1:
        return "1 reservekopie gaat nog open met een oude wachtwoordzin"
    return f"{beeld.oude_kopieen} reservekopieën gaan nog open met een oude wachtwoordzin"


def _regel(keuze: Keuze) -> Content:
    stand = Content.styled(f"\n  {keuze.stand}\n", "$warning" if keuze.let_op else ZACHT)
    return Content.styled(keuze.naam, "bold") + stand

"""Who of a kernteam is away, and which planned talks that hits: by number and time only (S36)."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.periodetekst import periode_nu
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.rooster.woorden import gesprek_kort, opsomming, tel_zin
from kernteam_tui.services.afwezigheden import (
    AfwezigenBeeld,
    AfwezigheidBeeld,
    GeraaktGesprek,
    get_afwezigen,
    haal_afwezigheid_weg,
)
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

WIE_BREED, WANNEER_BREED = 34, 26
LEEG = (
    "Niemand is afwezig.\n\nMet t zet je iemand afwezig: een dag, een week, alleen een ochtend. "
    "Wie er niet is, staat dan niet meer in het rooster; de vervanger wel."
)


class AfwezigenScreen(KernteamScreen):
    """`eerder`: absences that are over stand in the list too."""

    NAAM = "afwezigen"
    TITEL = "Afwezig"
    UITLEG = (
        "Wie van het kernteam er niet is, tot wanneer, en wie er invalt. Daaronder de geplande gesprekken "
        "die het raakt, met nummer en tijd; met g plan je zo’n gesprek opnieuw. Wat voorbij is, zie je met e."
    )
    CSS_PATH = stijl("rooster")
    OPDRACHTEN = (
        Opdracht("wijzigen", "enter,w", "wijzigen", "Deze afwezigheid wijzigen", "afwezigheid"),
        Opdracht("toevoegen", "t", "erbij", "Iemand afwezig zetten", "afwezigheid"),
        Opdracht("gesprek", "g", "gesprek", "Een geraakt gesprek opnieuw plannen"),
        Opdracht("weghalen", "d", "weghalen", "Deze afwezigheid weghalen: iemand is er toch"),
        Opdracht("eerdere", "e", "eerdere", "Ook tonen wat voorbij is, of weer verbergen", in_voet=False),
    )
    AUTO_FOCUS = "#afwezigen-lijst"

    def __init__(self, school_id: str, eerder: str = "") -> None:
        super().__init__(school_id=school_id, eerder=eerder)
        self._school_id = school_id
        self._beeld: AfwezigenBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Lijst[AfwezigheidBeeld](self._regels, LEEG, id="afwezigen-lijst")
        with VerticalScroll(id="afwezigen-raakt", can_focus=False):
            yield Tekst(id="afwezigen-gesprekken")
        yield Tekst(id="afwezigen-voet", classes="zacht")

    def laad(self) -> None:
        self.lees(get_afwezigen, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: AfwezigenBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=beeld.school)
        met_eerder = bool(self.argumenten["eerder"])
        getoond = [een for een in beeld.afwezig if met_eerder or not een.voorbij]
        self._lijst.vul([(een.id, een) for een in getoond])
        verborgen = len(beeld.afwezig) - len(getoond)
        self.query_one("#afwezigen-voet", Tekst).update(
            f"{verborgen} die voorbij {'is' if verborgen == 1 else 'zijn'}, met e" if verborgen else ""
        )

    def _regels(self, een: AfwezigheidBeeld, breed: int) -> tuple[Content, ...]:
        del breed
        return afwezig_regels(een, self.kernteam.klok.vandaag())

    @property
    def _lijst(self) -> Lijst[AfwezigheidBeeld]:
        return self.query_one("#afwezigen-lijst", Lijst)

    @on(Lijst.Gemarkeerd, "#afwezigen-lijst")
    def _toon_gesprekken(self) -> None:
        een, vandaag = self._lijst.item, self.kernteam.klok.vandaag()
        regels = [f"{gesprek_kort(g, vandaag)}  {g.soort.label}" for g in een.gesprekken] if een else []
        kop = [Content.styled("Opnieuw plannen met g", "bold")] if regels else []
        self.query_one("#afwezigen-gesprekken", Tekst).update(
            Content("\n").join([*kop, *map(Content, regels)])
        )

    @on(Lijst.Gekozen, "#afwezigen-lijst")
    def action_wijzigen(self) -> None:
        een = self._lijst.item
        if een is not None:
            self.open("afwezigheid", school_id=een.school_id, afwezigheid_id=een.id)

    def action_toevoegen(self) -> None:
        self.open("afwezigheid", school_id=self._school_id)

    def action_weghalen(self) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                haal_afwezigheid_weg,
                self._lijst.sleutel,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Afwezigheid weggehaald",
            )

    def action_eerdere(self) -> None:
        self.argumenten["eerder"] = "" if self.argumenten["eerder"] else "ja"
        self.laad()

    def action_gesprek(self) -> None:
        """Straight on where one talk is hit, else choose."""
        een = self._lijst.item
        gesprekken = een.gesprekken if een is not None else ()
        if not gesprekken:
            self.meld("Deze afwezigheid raakt geen gepland gesprek.")
        elif len(gesprekken) == 1:
            self._plan_opnieuw(gesprekken[0])
        else:
            vandaag = self.kernteam.klok.vandaag()
            opties = [(f"{gesprek_kort(g, vandaag)}  {g.soort.label}", g) for g in gesprekken]
            self.kies("Welk gesprek plan je opnieuw?", opties, self._plan_opnieuw)

    def _plan_opnieuw(self, gesprek: GeraaktGesprek) -> None:
        if gesprek.soort is GesprekSoort.STARTGESPREK:
            self.open("startgesprek", casus_id=gesprek.casus_id)
        else:
            self.open("casus", casus_id=gesprek.casus_id, tab="gesprekken")


def afwezig_regels(een: AfwezigheidBeeld, vandaag: date) -> tuple[Content, Content, Content]:
    """Who, when and why; below it who comes instead and where else; below that the talks."""
    wie = "jij" if een.ik else een.naam
    naam = Content.assemble((wie, "bold"), ("" if een.ik else f" {een.rol.kort}", ZACHT))
    naam = naam.truncate(WIE_BREED - 1, ellipsis=True)
    wanneer = periode_nu(een.van, een.tot_en_met, vandaag)
    if een.dagdeel:
        wanneer = f"{wanneer} {een.dagdeel.label}"
    boven = Content.assemble(
        naam.pad_right(WIE_BREED - naam.cell_length),
        (f"{wanneer:{WANNEER_BREED}}", "$primary"),
        f"  {een.reden.label}",
    )
    delen = [f"{een.vervanger} valt in" if een.vervanger else "niemand valt in"]
    delen += [f"ook op {opsomming(een.elders)}"] if een.elders else []
    geraakt = tel_zin(len(een.gesprekken))
    onder = Content.styled(f"raakt {geraakt}", "$warning" if een.gesprekken else ZACHT)
    if een.voorbij:
        delen, onder = ["voorbij", *delen], Content("")
    return boven, Content.styled(f"  {' · '.join(delen)}", ZACHT), Content("  ") + onder

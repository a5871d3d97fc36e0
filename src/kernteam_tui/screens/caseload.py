"""Caseload: all cases, to filter, sort and open."""

from __future__ import annotations

from datetime import date

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer

from kernteam_tui.domain.codes import Fase
from kernteam_tui.domain.datumtekst import termijn_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.caseload_lijst import (
    VOLGORDEN,
    kolommen,
    optijd_tekst,
    rijen,
    sorteer,
    telling,
    volgende_volgorde,
)
from kernteam_tui.screens.casus.wachten import dagen
from kernteam_tui.services.caseload import CaseloadRegel, filter_caseload, get_caseload, get_optijd
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tabel import Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.velden import Tekstveld, Veld

WACHT = 0.12
"""Seconds after the last key before the list follows."""
RAND = 3
"""Cells beside the table: the padding of the screen and the scrollbar."""
FILTERS = ("school", "fase", "tekst")


class CaseloadScreen(KernteamScreen):
    """The list is read once; filtering and sorting happen on what was read.

    What was chosen stays in `argumenten`, so that it is there again after locking.
    """

    NAAM = "caseload"
    TITEL = "Caseload"
    UITLEG = (
        "Al je casussen. Filter met school, fase en tekst bovenaan; Tab springt van het een naar het ander. "
        "Onder de lijst staat meer over de casus waar je bent. Afgesloten casussen staan onderaan. Boven de "
        "lijst staat hoeveel startgesprekken dit schooljaar op tijd waren; wat het gezin later koos staat "
        "apart."
    )
    CSS_PATH = stijl("caseload")
    OPDRACHTEN = (
        Opdracht("openen", "enter", "openen", "De casus openen"),
        Opdracht("filter", "f", "filter", "Zoeken op naam, nummer, klas of school in deze lijst"),
        Opdracht("sorteer", "s", "sorteren", "De lijst anders ordenen; elke keer een andere kolom"),
        Opdracht("alles", "a", "alles", "Alle filters weghalen", in_voet=False),
    )
    AUTO_FOCUS = "#caseload-tabel-tabel"

    def __init__(
        self, school: str = "", fase: str = "", tekst: str = "", volgorde: str = "aangemeld"
    ) -> None:
        super().__init__(school=school, fase=fase, tekst=tekst, volgorde=volgorde)
        self._regels: tuple[CaseloadRegel, ...] = ()
        self._per_id: dict[str, CaseloadRegel] = {}
        self._wacht: Timer | None = None

    def inhoud(self) -> ComposeResult:
        fasen = [(fase.label, fase.value) for fase in Fase]
        with Horizontal(id="caseload-filters"):
            yield Tekstveld("tekst", "Filter", waarde=self._filter("tekst"), voorbeeld="naam, nummer, klas")
            yield Keuzeveld("school", "School", [], leeg="alle scholen")
            yield Keuzeveld("fase", "Fase", fasen, leeg="alle fasen", waarde=self._filter("fase"))
        yield Tekst(id="caseload-telling")
        yield Tekst(id="caseload-optijd", classes="zacht")
        yield Tabel(kolommen(self.app.size.width - RAND, self._filter("volgorde")), "", id="caseload-tabel")
        yield Tekst(id="caseload-meer")

    def laad(self) -> None:
        self.lees(get_caseload, bij_klaar=self._gelezen)

    def _gelezen(self, regels: tuple[CaseloadRegel, ...]) -> None:
        self._regels = regels
        self._per_id = {regel.casus_id: regel for regel in regels}
        scholen = sorted({regel.school for regel in regels}, key=str.casefold)
        veld = self.query_one("#school", Keuzeveld)
        with self.prevent(Veld.Gewijzigd):
            veld.zet_opties([(school, school) for school in scholen])
            veld.waarde = self._filter("school")
        veld.display = len(scholen) > 1
        self._toon()

    def _filter(self, naam: str) -> str:
        return str(self.argumenten[naam] or "")

    # --- showing -----------------------------------------------------------------------------

    def _toon(self) -> None:
        volgorde = self._filter("volgorde")
        gevonden = sorteer(filter_caseload(self._regels, *(self._filter(naam) for naam in FILTERS)), volgorde)
        scholen = len({regel.school for regel in self._regels})
        hoe = kolommen(self.size.width - RAND, volgorde, scholen)
        self._tabel.zet_leeg(self._leeg())
        self._tabel.zet_kolommen(hoe)
        self._tabel.vul(rijen(gevonden, hoe, self._vandaag))
        self.query_one("#caseload-telling", Tekst).update(self._telling(len(gevonden)))
        self._toon_optijd()
        self._toon_meer()

    def _toon_optijd(self) -> None:
        """Of the school that is chosen, whatever else the filter says."""
        van_school = filter_caseload(self._regels, self._filter("school"))
        regel = self.query_one("#caseload-optijd", Tekst)
        tekst = optijd_tekst(get_optijd(van_school, self._vandaag), self._vandaag)
        regel.update(tekst)
        regel.display = bool(tekst)

    def _telling(self, getoond: int) -> Content:
        if not self._regels:
            return Content("")
        woorden = VOLGORDEN.get(self._filter("volgorde"), VOLGORDEN["aangemeld"]).woorden
        return Content.assemble(telling(self._regels, getoond), (f"   {woorden}", ZACHT))

    def _leeg(self) -> str:
        if not self._regels:
            return "Nog geen casussen. Druk op n voor een nieuwe aanmelding."
        return "Geen casus past bij dit filter. Druk op a (buiten het filterveld) om alles weer te zien."

    @on(Tabel.Gemarkeerd)
    def _toon_meer(self) -> None:
        regel = self._gekozen
        self.query_one("#caseload-meer", Tekst).update(meer_tekst(regel, self._vandaag) if regel else "")

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#caseload-tabel", Tabel)

    @property
    def _gekozen(self) -> CaseloadRegel | None:
        return self._per_id.get(self._tabel.sleutel or "")

    def on_resize(self, event: events.Resize) -> None:
        del event
        if self._regels:
            self._toon()

    # --- filtering and sorting ---------------------------------------------------------------

    @on(Veld.Gewijzigd)
    def _gefilterd(self, event: Veld.Gewijzigd) -> None:
        naam = event.veld.id or ""
        if naam not in FILTERS or self.argumenten[naam] == event.veld.waarde:
            return
        self.argumenten[naam] = event.veld.waarde
        if self._wacht is not None:
            self._wacht.stop()
        self._wacht = self.set_timer(WACHT, self._toon)

    def action_filter(self) -> None:
        self.query_one("#tekst", Tekstveld).focus_invoer()

    def action_sorteer(self) -> None:
        self.argumenten["volgorde"] = volgende_volgorde(self._filter("volgorde"))
        self._toon()

    def action_alles(self) -> None:
        for naam in FILTERS:
            self.argumenten[naam] = ""
            self.query_one(f"#{naam}", Veld).waarde = ""
        self._toon()
        self._naar_lijst()

    def _naar_lijst(self) -> None:
        self.query_one("#caseload-tabel-tabel").focus()

    def on_key(self, event: events.Key) -> None:
        """From the filter with Enter or down to the list."""
        veld = self.focused
        if veld is not None and veld.id == "tekst-invoer" and event.key in ("down", "enter"):
            event.stop()
            event.prevent_default()
            self._naar_lijst()

    # --- opening -------------------------------------------------------------------------------

    @on(Tabel.Gekozen)
    def action_openen(self) -> None:
        regel = self._gekozen
        if regel is not None:
            self.open("casus", casus_id=regel.casus_id)


def meer_tekst(regel: CaseloadRegel, vandaag: date) -> Content:
    """Two lines about one casus: who and where, and everything that must be done."""
    wacht = f"wacht {dagen(regel.wacht.dagen)} ({regel.wacht.band.label})" if regel.wacht else ""
    fase = wacht if regel.fase is Fase.WACHT_OP_START and wacht else regel.fase.label
    wie = "  ·  ".join(deel for deel in (regel.school, regel.klas, fase) if deel)
    wat = "  ·  ".join(
        f"{termijn_kort(s.uiterlijk, vandaag)}: {s.tekst}" if s.uiterlijk else s.tekst for s in regel.signalen
    )
    return Content.assemble((regel.jongere, "bold"), (f"  {wie}", ZACHT), "\n", wat or "Niets wat nu moet.")

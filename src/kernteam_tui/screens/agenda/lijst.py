"""Agenda’s: of whom there is one, how old it is, and what lies in the folder that is looked in."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.agenda import woorden
from kernteam_tui.screens.agenda.lezend import LezendScreen
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.reservekopieen.padvraag import Padvraag
from kernteam_tui.services.agendamap import (
    Mapbeeld,
    Mapbestand,
    Mapgelezen,
    bekijk_map,
    lees_map,
    lees_mapnaam,
    neem_map_aan,
    zet_map,
)
from kernteam_tui.services.agendas import AgendaBeeld, AgendasBeeld, MensBeeld, get_agendas, vergeet_agenda
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import Tekst

MetAgenda = tuple[MensBeeld, AgendaBeeld | None]
Regel = MetAgenda | Mapbestand

LEEG = (
    "Nog niemand in een kernteam.\n\nVul bij School (F5) in wie er in het kernteam zit. Daarna lees je hier "
    "hun agenda’s in, zodat een voorstel rekening houdt met wat zij al hebben."
)
WELKE_MAP = "In welke map komen de agenda’s? Er wordt alleen in gelezen: niets verplaatst, niets veranderd."


class AgendasScreen(LezendScreen):
    """Everybody of one kernteam, or (without `school_id`) of all of them."""

    NAAM = "agendas"
    TITEL = "Agenda’s"
    UITLEG = (
        "De agenda’s van het kernteam, zodat een voorstel rekening houdt met wat iemand al heeft. Je leest "
        "een bestand (.ics) in dat iemand uit Outlook of een andere agenda haalt. Alleen tijden worden "
        "bewaard: geen onderwerp, plaats of mensen. Vanaf een week oud staat er een ! bij. Staat een nieuwer "
        "bestand met dezelfde naam in de gekozen map, dan wordt dat bij het openen vanzelf gelezen."
    )
    CSS_PATH = stijl("agenda")
    OPDRACHTEN = (
        Opdracht("inlezen", "enter,i", "inlezen", "Een agenda van deze persoon inlezen"),
        Opdracht("vergeten", "d,delete", "vergeten", "Deze agenda vergeten; het bestand blijft staan"),
        Opdracht("in_map", "m", "map lezen", "Nu in de map kijken en nieuwere agenda’s inlezen"),
        Opdracht("kies_map", "k", "map kiezen", "De map kiezen waarin agenda’s komen"),
    )
    AUTO_FOCUS = "#agendas-lijst"

    def __init__(self, school_id: str = "") -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id
        self._beeld: AgendasBeeld | None = None
        self._map: Mapbeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="agendas-map")
        yield Lijst[Regel](self._regels, LEEG, id="agendas-lijst")
        yield Tekst(id="agendas-detail")
        with VerticalScroll(id="agendas-vlak", can_focus=False):
            yield Tekst(id="agendas-verslag")
        yield Tekst(woorden.ALLEEN_TIJDEN, id="agendas-alleen", classes="zacht")

    def laad(self) -> None:
        self.lees(get_agendas, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: AgendasBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=beeld.school)
        self._vul()
        self.laadt = False  # keys need not wait for the folder
        self.lees(bekijk_map, bij_klaar=self._toon_map)

    def _toon_map(self, beeld: Mapbeeld) -> None:
        """The folder comes after the list: it may be far away."""
        self._map = beeld
        self.query_one("#agendas-map", Tekst).update(woorden.map_regel(beeld))
        self._vul()

    def _vul(self) -> None:
        regels: list[tuple[str, Regel]] = []
        for mens in self._beeld.mensen if self._beeld else ():
            eerste, *rest = mens.agendas or (None,)
            regels.append((mens.partner_id, (mens, eerste)))
            regels += [(agenda.id, (mens, agenda)) for agenda in rest if agenda]
        regels += [(bestand.pad, bestand) for bestand in (self._map.nieuwe if self._map else ())]
        self._lijst.vul(regels)

    def _regels(self, regel: Regel, breed: int) -> tuple[Content, ...]:
        if isinstance(regel, Mapbestand):
            return (woorden.mapbestand_regel(regel),)
        return (woorden.mens_regel(*regel, self._vandaag, breed),)

    @on(Lijst.Gemarkeerd, "#agendas-lijst")
    def _toon_detail(self) -> None:
        regel, detail = self._lijst.item, self.query_one("#agendas-detail", Tekst)
        if isinstance(regel, Mapbestand):
            detail.update(woorden.mapbestand_detail(regel, self._vandaag))
        else:
            detail.update(woorden.mens_detail(*regel, self._vandaag) if regel else "")

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    @property
    def _lijst(self) -> Lijst[Regel]:
        return self.query_one("#agendas-lijst", Lijst)

    # --- one agenda ------------------------------------------------------------------------------

    @on(Lijst.Gekozen, "#agendas-lijst")
    def action_inlezen(self) -> None:
        regel = self._lijst.item
        if isinstance(regel, Mapbestand):
            mensen = self._beeld.mensen if self._beeld else ()
            opties = list(woorden.opsomming_namen(mensen))
            self.kies("Van wie is deze agenda?", opties, partial(self._lees_van, regel.pad))
        elif regel is not None:
            self._lees_van("", regel[0].partner_id)

    def _lees_van(self, pad: str, partner_id: str) -> None:
        self.toon_bezig("")
        self.open("agenda_inlezen", partner_id=partner_id, pad=pad)

    def action_vergeten(self) -> None:
        regel = self._lijst.item
        if regel is None or isinstance(regel, Mapbestand) or regel[1] is None:
            self.meld("Hier is geen agenda om te vergeten.")
            return
        self.toon_bezig("")
        self.doe(vergeet_agenda, regel[1].id, bij_klaar=lambda _: self.laad(), ongedaan="Agenda vergeten")

    # --- the folder --------------------------------------------------------------------------------

    def action_in_map(self) -> None:
        if self._map is not None and not self._map.map:
            self.action_kies_map()
            return
        self.lees_rustig(lees_map, bij_klaar=self._bewaar, bij_fout=self.toon_fout)

    def _bewaar(self, gelezen: Mapgelezen) -> None:
        self.doe(neem_map_aan, gelezen, bij_klaar=self._ingelezen, ongedaan="Agenda’s ingelezen uit de map")

    def _ingelezen(self, uitkomst: Mapgelezen) -> None:
        self.query_one("#agendas-verslag", Tekst).update(woorden.map_verslag(uitkomst))
        self.laad()

    def toon_bezig(self, tekst: str) -> None:
        self.query_one("#agendas-verslag", Tekst).update(tekst)

    def bezig_tekst(self) -> str:
        return "De map wordt gelezen …  Esc breekt af"

    def action_kies_map(self) -> None:
        """Another folder, or none."""
        if self._map is not None and self._map.map:
            opties = [("Een andere map …", True), ("Niet meer in een map kijken", False)]
            self.kies(woorden.kort_pad(self._map.map), opties, self._kies_verder)
        else:
            self._kies_verder(True)

    def _kies_verder(self, andere: bool) -> None:
        if andere:
            vraag = Padvraag("Map met agenda’s", WELKE_MAP, "bijvoorbeeld ~/agenda", lees_mapnaam, "Kiezen")
            self.app.push_screen(vraag, lambda pad: self._zet_map(str(pad)) if pad is not None else None)
        else:
            self._zet_map("")

    def _zet_map(self, folder: str) -> None:
        self.toon_bezig("")
        self.doe(zet_map, folder, bij_klaar=lambda _: self.laad(), bij_fout=self._niet_gezet)

    def _niet_gezet(self, fout: KernteamError) -> None:
        self.toon_fout(fout)

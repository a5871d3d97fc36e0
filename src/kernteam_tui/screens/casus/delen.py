"""Delen: who may know what, what is promised to partners, and what school knows."""

from __future__ import annotations

from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import DataTable

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import dag, wanneer
from kernteam_tui.screens.delen.geschiedenis import Geschiedenisdialoog
from kernteam_tui.screens.delen.woorden import NIVEAU_KORT, rijcellen, uitleg
from kernteam_tui.services.casus import koppel_terug
from kernteam_tui.services.casusbeeld import TerugkoppelRegel
from kernteam_tui.services.schoolweet import get_school_weet
from kernteam_tui.services.terugkoppelafspraken import verwijder_afspraak
from kernteam_tui.services.toestemmingbeeld import IntrekBeeld, RegisterBeeld, ToestemmingRegel
from kernteam_tui.services.toestemmingen import get_intrekking, list_toestemmingen, trek_in
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Kopregel, Tekst

RUIM = 100
"""Width from which a label need not be short."""
_BIJ_TOESTEMMING = frozenset({"aanvullen", "intrekken"})
_BIJ_AFSPRAAK = frozenset({"bericht", "afvinken", "wijzigen", "weghalen"})


class DelenTab(Tabblad):
    """Consents on top, agreements under them; the commands follow the list that has the focus."""

    NAAM = "delen"
    TITEL = "Delen"
    OPDRACHTEN = (
        Opdracht(
            "bericht",
            "enter",
            "bericht",
            "Het bericht aan deze partner maken, zonder inhoud",
            "terugkoppeling",
        ),
        Opdracht(
            "aanvullen", "enter", "aanvullen", "Toestemming vastleggen voor deze partner", "toestemming"
        ),
        Opdracht("toestemming", "t", "toestemming", "Een nieuwe toestemming vastleggen", "toestemming"),
        Opdracht("afspraak", "a", "afspraak", "Afspreken wie wat wanneer terughoort", "afspraak"),
        Opdracht("intrekken", "i", "intrekken", "Een toestemming intrekken; je ziet eerst wat dat raakt"),
        Opdracht("afvinken", "v", "verteld", "Noteren dat je het deze partner hebt laten weten"),
        Opdracht("wijzigen", "w", "wijzigen", "Deze afspraak wijzigen", "afspraak"),
        Opdracht("weghalen", "d", "weghalen", "Deze afspraak weghalen"),
        Opdracht(
            "verzoeken",
            "o",
            "over dossier",
            "Verzoeken over het dossier: inzage, verbeteren, een eigen verklaring, een afschrift",
            "verzoeken",
        ),
        Opdracht("geschiedenis", "h", "geschiedenis", "Wat er met de toestemmingen gebeurde", in_voet=False),
    )

    def compose(self) -> ComposeResult:
        yield Kopregel("Wie mag wat weten", classes="eerste")
        yield Tabel(
            (
                Kolom("wie", "Wie", self.rek(22, 34)),
                Kolom("niveau", "Mag weten", self.rek(21, 36)),
                Kolom("tot", "Tot", 11),
                Kolom("mist", "Mist nog", self.rek(16, 28)),
            ),
            "Nog geen toestemming. Druk op t als het gezin er een geeft.",
            id="toestemmingen",
        )
        yield Tekst(id="toestemming-meer", classes="zacht")
        yield Kopregel("Terugkoppelen")
        yield Tabel(
            (
                Kolom("partner", "Partner", self.rek(22, 34)),
                Kolom("niveau", "Mag weten", self.rek(15, 36)),
                Kolom("wanneer", "Wanneer", 22),
                Kolom("gedaan", "Gedaan", 11),
            ),
            "Nog geen afspraken. Druk op a als je met het gezin afspreekt wie wat terughoort.",
            id="terugkoppelingen",
        )
        yield Kopregel("Wat school weet")
        yield Feiten(id="school-weet", breed=8)

    def on_mount(self) -> None:
        self._register: RegisterBeeld | None = None
        super().on_mount()

    def begin(self) -> None:
        due = any(signaal.regel == "terugkoppelen" for signaal in self.casus.signalen)
        order = ("terugkoppelingen", "toestemmingen") if due else ("toestemmingen", "terugkoppelingen")
        tables = [self._tabel(naam) for naam in order]
        filled = next((table for table in tables if table.row_count), None)
        if self._register is None and filled is not tables[0]:
            filled = None  # what comes first is still being read
        self.can_focus = filled is None  # empty tables are hidden: the tab itself takes the keys
        (filled or self).focus()

    def _tabel(self, naam: str) -> DataTable[object]:
        return self.query_one(f"#{naam}-tabel", DataTable)

    # --- showing ---------------------------------------------------------------------

    def vul(self) -> None:
        self._vul_afspraken(frozenset())
        self.scherm.lees(list_toestemmingen, self.casus.id, bij_klaar=self._toon_register)
        self.scherm.lees(get_school_weet, self.casus.id, bij_klaar=self._school)

    def _vul_afspraken(self, zonder: frozenset[str]) -> None:
        regels = sorted(self.casus.terugkoppelingen, key=lambda regel: regel.gedaan_op is not None)
        self.query_one("#terugkoppelingen", Tabel).vul([self._rij(regel, zonder) for regel in regels])

    def _rij(self, regel: TerugkoppelRegel, zonder: frozenset[str]) -> Rij:
        nog_niet = "vraag eerst" if regel.id in zonder else "nog niet"
        gedaan = dag(regel.gedaan_op, self.vandaag) or nog_niet
        return Rij(regel.id, (regel.partner, self._niveau(regel), wanneer(regel, self.vandaag), gedaan))

    def _niveau(self, regel: TerugkoppelRegel) -> str:
        """The whole label where it fits."""
        if self.app.size.width >= RUIM:
            return regel.niveau
        return next((kort for n, kort in NIVEAU_KORT.items() if n.label == regel.niveau), regel.niveau)

    def _toon_register(self, register: RegisterBeeld) -> None:
        if not self.is_attached:
            return
        self._register = register
        meer_jongeren = len(register.vereisten) > 1
        self.query_one("#toestemmingen", Tabel).vul(
            [Rij(r.sleutel, rijcellen(r, self.vandaag, meer_jongeren)) for r in register.regels]
        )
        self._vul_afspraken(register.zonder_toestemming)
        self._toon_uitleg()
        focus = self.app.focused
        if self.display and (focus in (None, self) or self not in focus.ancestors or not focus.display):
            self.begin()
        self.scherm.toon_voet()

    def _school(self, uitkomst: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        if not self.is_attached:
            return
        weet, weet_niet = uitkomst
        self.query_one("#school-weet", Feiten).zet((("wel", "; ".join(weet)), ("niet", "; ".join(weet_niet))))

    def _toon_uitleg(self) -> None:
        regel = self._toestemming()
        meer = self.query_one("#toestemming-meer", Tekst)
        meer.display = regel is not None
        meer.update(uitleg(regel, self.vandaag) if regel is not None else "")

    # --- what is marked ----------------------------------------------------------------

    def past(self, opdracht: Opdracht) -> bool:
        if opdracht.id in _BIJ_TOESTEMMING:
            regel = self._toestemming() if self._in("toestemmingen") else None
            return regel is not None and (opdracht.id != "intrekken" or bool(regel.gevers))
        if opdracht.id in _BIJ_AFSPRAAK:
            afspraak = self._afspraak() if self._in("terugkoppelingen") else None
            return afspraak is not None and (opdracht.id == "bericht" or afspraak.gedaan_op is None)
        return True

    def _in(self, tabel: str) -> bool:
        return self.app.focused is self._tabel(tabel)

    def _toestemming(self) -> ToestemmingRegel | None:
        sleutel = self.query_one("#toestemmingen", Tabel).sleutel
        regels = self._register.regels if self._register else ()
        return next((regel for regel in regels if regel.sleutel == sleutel), None)

    def _afspraak(self) -> TerugkoppelRegel | None:
        sleutel = self.query_one("#terugkoppelingen", Tabel).sleutel
        return next((r for r in self.casus.terugkoppelingen if r.id == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self._toon_uitleg()
        self.scherm.toon_voet()

    @on(events.DescendantFocus)
    def _ander_deel(self) -> None:
        self.scherm.toon_voet()

    @on(Tabel.Gekozen, "#toestemmingen")
    def _enter_toestemming(self) -> None:
        self.action_aanvullen()

    @on(Tabel.Gekozen, "#terugkoppelingen")
    def _enter_afspraak(self) -> None:
        self.action_bericht()

    # --- consents ------------------------------------------------------------------------

    def action_toestemming(self) -> None:
        self.scherm.open("toestemming", casus_id=self.casus.id)

    def action_aanvullen(self) -> None:
        regel = self._toestemming()
        if regel is not None:
            self.scherm.open(
                "toestemming",
                casus_id=self.casus.id,
                jongere_id=regel.jongere_id,
                partner=regel.partner.value,
                onderwerp=regel.onderwerp.value,
                partner_naam=regel.partner_naam,
                partner_id=regel.partner_id,
            )

    def action_intrekken(self) -> None:
        regel = self._toestemming()
        if regel is None or not regel.gevers:
            return
        if len(regel.gevers) == 1:
            self._vraag_intrekken((regel.gevers[0].toestemming_id,))
            return
        ieder = tuple(gever.toestemming_id for gever in regel.gevers)
        self.scherm.kies(
            "Wie trekt de toestemming in?",
            [*((gever.naam, (gever.toestemming_id,)) for gever in regel.gevers), ("allemaal", ieder)],
            self._vraag_intrekken,
        )

    def _vraag_intrekken(self, ids: tuple[str, ...]) -> None:
        self.scherm.lees(get_intrekking, self.casus.id, ids, bij_klaar=partial(self._toon_wat_het_raakt, ids))

    def _toon_wat_het_raakt(self, ids: tuple[str, ...], beeld: IntrekBeeld) -> None:
        raakt = "\n".join(f"· {zin}" for zin in beeld.zinnen)
        self.scherm.vraag_reden(
            "Toestemming intrekken",
            f"{raakt}\nWat al verteld is, blijft verteld. Waarom wordt de toestemming ingetrokken?",
            partial(self._trek_in, ids),
            sleutel=f"intrekken:{ids[0]}",
        )

    def _trek_in(self, ids: tuple[str, ...], reden: str) -> None:
        self.scherm.doe(
            trek_in,
            self.casus.id,
            ids,
            reden,
            bij_klaar=self._gewijzigd,
            ongedaan="Toestemming ingetrokken",
        )

    def _gewijzigd(self, _register: RegisterBeeld) -> None:
        self.scherm.ververs()

    def action_geschiedenis(self) -> None:
        if self._register is not None:
            self.app.push_screen(Geschiedenisdialoog(self._register.historie, self.vandaag))

    def action_verzoeken(self) -> None:
        self.scherm.open("verzoeken", casus_id=self.casus.id)

    # --- agreements ----------------------------------------------------------------------

    def action_afspraak(self) -> None:
        self.scherm.open("afspraak", casus_id=self.casus.id)

    def action_bericht(self) -> None:
        self._open("terugkoppeling")

    def action_wijzigen(self) -> None:
        self._open("afspraak")

    def _open(self, scherm: str) -> None:
        afspraak = self._afspraak()
        if afspraak is not None:
            self.scherm.open(scherm, casus_id=self.casus.id, afspraak_id=afspraak.id)

    def action_afvinken(self) -> None:
        afspraak = self._afspraak()
        if afspraak is None or afspraak.gedaan_op is not None:
            return
        self.scherm.doe(
            koppel_terug,
            self.casus.id,
            afspraak.id,
            bij_klaar=self.scherm.toon_casus,
            ongedaan="Terugkoppeling afgevinkt",
        )

    def action_weghalen(self) -> None:
        afspraak = self._afspraak()
        if afspraak is None or afspraak.gedaan_op is not None:
            return
        self.scherm.doe(
            verwijder_afspraak,
            self.casus.id,
            afspraak.id,
            bij_klaar=self.scherm.toon_casus,
            ongedaan="Afspraak weggehaald",
        )

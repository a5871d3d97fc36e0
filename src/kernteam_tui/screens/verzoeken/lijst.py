"""The requests of one casus: open ones first, every step with its day (Jeugdwet 7.3.8 to 7.3.10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from kernteam_tui.domain.datumtekst import dag_kaal, termijn_kort
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.verzoeken import VERNIETIGING, VerzoekenBeeld, VerzoekRegel, list_verzoeken
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.voet import Voet

RUIM = 100
"""Width from which a whole name fits."""
_KORT = {
    VerzoekSoort.INZAGE: "inzage of afschrift",
    VerzoekSoort.INFORMATIE: "informatie, geen gezag",
    VerzoekSoort.CORRECTIE: "een feit verbeteren",
    VerzoekSoort.VERKLARING: "eigen verklaring",
}
_MET_AFSCHRIFT = (VerzoekSoort.INZAGE, VerzoekSoort.INFORMATIE)


class VerzoekenScreen(KernteamScreen):
    """A list, and under it the request that is marked."""

    NAAM = "verzoeken"
    TITEL = "Verzoeken over het dossier"
    CSS_PATH = stijl("verzoeken")
    UITLEG = (
        "Wat iemand vroeg over het dossier: lezen of een afschrift, iets verbeteren, een eigen verklaring "
        "erbij, vernietigen. Antwoord zo snel mogelijk, uiterlijk na een maand; vernietigen in drie maanden."
    )
    OPDRACHTEN = (
        Opdracht("afhandelen", "enter", "afhandelen", "Noteren wat je met dit verzoek deed"),
        Opdracht("nieuw", "v", "verzoek", "Een verzoek of eigen verklaring noteren", "verzoek"),
        Opdracht("afschrift", "a", "afschrift", "Een afschrift van het dossier maken", "afschrift"),
    )
    BINDINGS = [
        Binding("pageup", "blader(-1)", "omhoog", show=False, priority=True),
        Binding("pagedown", "blader(1)", "omlaag", show=False, priority=True),
    ]
    AUTO_FOCUS = "#verzoeken-tabel"

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id
        self._beeld: VerzoekenBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tabel(
            (
                Kolom("wat", "Wat", 22),
                Kolom("van", "Van", 14 if self.app.size.width < RUIM else 30),
                Kolom("op", "Op", 8),
                Kolom("staat", "Hoe het staat"),
            ),
            "Nog niets gevraagd. Druk op v als iemand iets vraagt over het dossier.",
            id="verzoeken",
        )
        with VerticalScroll(id="verzoek-meer", can_focus=False):
            yield Feiten(id="verzoek-stappen", breed=16)

    def laad(self) -> None:
        self.lees(list_verzoeken, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: VerzoekenBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        self.query_one("#verzoeken", Tabel).vul([self._rij(regel) for regel in beeld.regels])
        self._toon_meer()

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def _rij(self, regel: VerzoekRegel) -> Rij:
        staat = f"! {_wanneer(regel.uiterlijk, self._vandaag)}" if regel.open else regel.uitkomst
        wat = _KORT[regel.soort] if regel.soort is not None else "vernietigen"
        return Rij(regel.id, (wat, regel.van, dag_kaal(regel.op, self._vandaag), staat))

    @property
    def _regel(self) -> VerzoekRegel | None:
        if self._beeld is None:
            return None
        sleutel = self.query_one("#verzoeken", Tabel).sleutel
        return next((regel for regel in self._beeld.regels if regel.id == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _toon_meer(self) -> None:
        regel = self._regel
        self.query_one("#verzoek-meer").display = regel is not None
        if regel is not None:
            self.query_one("#verzoek-stappen", Feiten).zet(_feiten(regel, self._vandaag))
            self.query_one("#verzoek-meer").scroll_home(animate=False)
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def eigen_opdrachten(self) -> list[Opdracht]:
        opened = self._regel is not None and self._regel.open
        return [op for op in super().eigen_opdrachten() if opened or op.id != "afhandelen"]

    # --- commands ----------------------------------------------------------------------------

    def action_blader(self, stap: int) -> None:
        self.query_one("#verzoek-meer").scroll_relative(y=stap * 5, animate=False)

    @on(Tabel.Gekozen)
    def action_afhandelen(self) -> None:
        regel = self._regel
        if regel is None or not regel.open:
            return
        if regel.id == VERNIETIGING:
            self.open("wissen", casus_id=self._casus_id)
        else:
            self.open("verzoek_afhandelen", casus_id=self._casus_id, verzoek_id=regel.id)

    def action_nieuw(self) -> None:
        self.open("verzoek", casus_id=self._casus_id)

    def action_afschrift(self) -> None:
        regel = self._regel
        asks = regel is not None and regel.open and regel.soort in _MET_AFSCHRIFT
        self.open("afschrift", casus_id=self._casus_id, voor=regel.van_id if regel and asks else "")


def _wanneer(uiterlijk: date, vandaag: date) -> str:
    if uiterlijk < vandaag:
        return f"open, had {dag_kaal(uiterlijk, vandaag)} gemoeten"
    return f"open, uiterlijk {termijn_kort(uiterlijk, vandaag)}"


def _feiten(regel: VerzoekRegel, vandaag: date) -> Iterator[tuple[str, str]]:
    for stap in regel.stappen:
        yield dag_kaal(stap.op, vandaag), stap.wat
    if regel.open:
        yield "antwoord", f"zo snel mogelijk, uiterlijk {dag_kaal(regel.uiterlijk, vandaag)}"
    yield "in hun woorden" if regel.soort is VerzoekSoort.VERKLARING else "wat", regel.tekst
    if regel.open and regel.soort is VerzoekSoort.CORRECTIE:
        yield "hoe", "Verbeter het feit in zijn eigen formulier. Een mening blijft; de eigen kijk komt erbij."

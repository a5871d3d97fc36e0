"""What was given of the gezinsplan: which version, to whom, when, how, asked by whom."""

from __future__ import annotations

from datetime import date
from functools import partial

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_kaal, dag_met_jaar
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.bladzijde.gegevenwoorden import hoe_het_was, in_het_kort
from kernteam_tui.screens.bladzijde.leesdialoog import Leesdialoog
from kernteam_tui.screens.papier.bladtekst import opgemaakt
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.verstrekkingen import (
    BLADZIJDE,
    GEZINSPLAN,
    OpnieuwUitkomst,
    VerstrekkingBeeld,
    VerstrektBlad,
    get_sinds_gesloten,
    list_verstrekkingen,
    maak_opnieuw,
    open_verstrekking,
)
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

LEEG = (
    "Je gaf in deze casus nog geen bladzijde of plan. Wat je opslaat of afdrukt, komt hier vanzelf te staan."
)
ALLEN = ""
_VAN_NU = {BLADZIJDE: "De bladzijde", GEZINSPLAN: "Het gezinsplan"}
_SCHERMEN = {BLADZIJDE: "bladzijde", GEZINSPLAN: "planpapier"}
RUIM = 100
"""Width from which every cell fits."""


class GegevenScreen(KernteamScreen):
    """Newest first; Enter shows what stood on it."""

    NAAM = "verstrekkingen"
    TITEL = "Wat je gaf"
    UITLEG = (
        "Elke bladzijde en elk plan dat je opsloeg of afdrukte: welke versie, voor wie, wanneer en hoe. "
        "Wat er toen op stond, is hier terug te lezen en precies zo opnieuw te maken."
    )
    CSS_PATH = stijl("gegeven")
    OPDRACHTEN = (
        Opdracht("lezen", "enter", "lezen", "Lezen wat erop stond"),
        Opdracht("opnieuw", "o", "opnieuw maken", "Dit nog eens als bestand maken, precies zoals het was"),
        Opdracht("wie", "l", "voor wie", "Alleen laten zien wat één lezer kreeg"),
    )
    AUTO_FOCUS = "#gegeven-tabel"

    def __init__(self, casus_id: str, voor: str = ALLEN) -> None:
        super().__init__(casus_id=casus_id, voor=voor)
        self._casus_id = casus_id
        self._alles: tuple[VerstrekkingBeeld, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="gegeven-boven", classes="zacht")
        breed = self.app.size.width >= RUIM
        yield Tabel(
            (
                Kolom("op", "Dag", 11),
                Kolom("wat", "Wat", 20),
                Kolom("aan", "Voor", 30 if breed else 17),
                Kolom("hoe", "Hoe", 30 if breed else 21),
            ),
            LEEG,
            id="gegeven",
        )
        yield Tekst(id="gegeven-meer", classes="zacht")

    def laad(self) -> None:
        self.lees(get_casus, self._casus_id, bij_klaar=self._toon_kop, groep="kop")
        self.lees(list_verstrekkingen, self._casus_id, bij_klaar=self._toon)

    def _toon_kop(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")

    def eigen_opdrachten(self) -> list[Opdracht]:
        return super().eigen_opdrachten() if self._alles else []

    def _toon(self, alles: tuple[VerstrekkingBeeld, ...]) -> None:
        self._alles = alles
        shown = self._zichtbaar
        vandaag = self.kernteam.klok.vandaag()
        self._tabel.vul([_rij(beeld, vandaag) for beeld in shown])
        self.query_one("#gegeven-boven", Tekst).update(_boven(shown, str(self.argumenten["voor"] or "")))
        self._toon_meer()
        for naam in ("#gegeven-boven", "#gegeven-meer"):
            self.query_one(naam).display = bool(shown)
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    @property
    def _zichtbaar(self) -> tuple[VerstrekkingBeeld, ...]:
        voor = self.argumenten["voor"]
        return tuple(beeld for beeld in self._alles if voor in (ALLEN, beeld.aan_id))

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#gegeven", Tabel)

    @property
    def _gekozen(self) -> VerstrekkingBeeld | None:
        return next((beeld for beeld in self._alles if beeld.id == self._tabel.sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _toon_meer(self) -> None:
        beeld = self._gekozen
        self.query_one("#gegeven-meer", Tekst).update("" if beeld is None else _meer(beeld))

    @on(Tabel.Gekozen)
    def action_lezen(self) -> None:
        if self._gekozen is not None:
            self.lees(open_verstrekking, self._casus_id, self._gekozen.id, bij_klaar=self._lees_voor)

    def _lees_voor(self, blad: VerstrektBlad) -> None:
        self.app.push_screen(Gegevendialoog(blad))

    def action_opnieuw(self) -> None:
        beeld = self._gekozen
        if beeld is not None:
            self.lees(get_sinds_gesloten, self._casus_id, beeld.id, bij_klaar=partial(self._vraag_wat, beeld))

    def _vraag_wat(self, beeld: VerstrekkingBeeld, gesloten: str) -> None:
        precies = partial(self._maak_opnieuw, beeld)
        if not gesloten:
            precies()
            return
        today = partial(self._maak_die_van_nu, beeld)
        keuzes = [(f"{_VAN_NU[beeld.wat]} van vandaag", today), ("Toch precies zoals toen", precies)]
        self.kies(f"{gesloten} Wat maak je?", keuzes, lambda gekozen: gekozen())

    def _maak_opnieuw(self, beeld: VerstrekkingBeeld) -> None:
        self.doe(maak_opnieuw, self._casus_id, beeld.id, bij_klaar=self._opnieuw_gemaakt)

    def _maak_die_van_nu(self, beeld: VerstrekkingBeeld) -> None:
        self.open(_SCHERMEN[beeld.wat], casus_id=self._casus_id, voor=beeld.aan_id)

    def _opnieuw_gemaakt(self, uitkomst: OpnieuwUitkomst) -> None:
        same = "Precies gelijk aan toen." if uitkomst.gelijk else "Dezelfde woorden; de opmaak is vernieuwd."
        self.app.push_screen(
            Opgeslagendialoog("Het is opnieuw gemaakt", uitkomst.bestand, (same, *uitkomst.meldingen))
        )

    def action_wie(self) -> None:
        readers = dict.fromkeys((beeld.aan, beeld.aan_id) for beeld in self._alles)
        if readers:
            self.kies("Wat wie kreeg?", [("iedereen", ALLEN), *readers], self._kies_wie)

    def _kies_wie(self, voor: str) -> None:
        self.argumenten["voor"] = voor
        self._toon(self._alles)


class Gegevendialoog(Leesdialoog):
    """A paper as it was, to read: with room for its lines as they are."""

    def __init__(self, blad: VerstrektBlad) -> None:
        super().__init__(f"{blad.beeld.wat.capitalize()} van {dag_met_jaar(blad.beeld.op)}")
        self._blad = blad

    def lijf(self) -> ComposeResult:
        yield Tekst(opgemaakt(self._blad.tekst))


def _rij(beeld: VerstrekkingBeeld, vandaag: date) -> Rij:
    version = f"versie {beeld.versie}" if beeld.versie else "concept"
    what = f"{beeld.wat}, {version}"
    return Rij(beeld.id, (dag_kaal(beeld.op, vandaag), what, beeld.aan, in_het_kort(beeld)))


def _boven(shown: tuple[VerstrekkingBeeld, ...], voor: str) -> str:
    if not shown:
        return ""
    who = f" aan {shown[0].aan}" if voor else ""
    return f"{len(shown)} keer iets gegeven{who}, het nieuwste bovenaan"


def _meer(beeld: VerstrekkingBeeld) -> str:
    asked = f"gevraagd door {beeld.gevraagd_door}" if beeld.gevraagd_door else "door jou aangeboden"
    known = "" if beeld.kan_opnieuw else " · wat erop stond is gewist"
    return f"{hoe_het_was(beeld)} · {asked}{known}"

"""Logboek: who opened, changed, exported or erased what, and whether nobody touched the log itself."""

from __future__ import annotations

from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import dag_kaal, dag_van, moment_kort, tijd_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.logboek import HOOGSTENS, WAT_NU, Keten, LogBeeld, LogboekRegel, get_logboek
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst

SMAL = (
    Kolom("moment", "Wanneer", 17),
    Kolom("soort", "Wat", 22),
    Kolom("casus", "Casus", 8),
    Kolom("wat", "Bijzonderheden", 22),
)
BREED = (
    Kolom("moment", "Wanneer", 17),
    Kolom("soort", "Wat", 22),
    Kolom("casus", "Casus", 8),
    Kolom("wat", "Bijzonderheden", 43),
    Kolom("voor", "Voor wie", 16),
)
VANAF_BREED = 118
GEWIST = "van een gewiste casus"
LEEG = "Het logboek is nog leeg. Het vult zich vanzelf als je werkt."
NIETS_VAN_SOORT = "Hier staat niets van deze soort. Druk op a om alles te zien."


class LogboekScreen(KernteamScreen):
    """Nothing can be changed here; lines are only ever added."""

    NAAM = "logboek"
    TITEL = "Logboek"
    UITLEG = (
        "Hier staat wat er met je casussen is gebeurd: geopend, gewijzigd, naar buiten gebracht, gewist. "
        "Alleen wát, nooit de inhoud. De regels haken in elkaar als een keten: haalt iemand er een weg of "
        "verandert iemand er een, dan zie je dat bovenaan."
    )
    CSS_PATH = stijl("logboek")
    OPDRACHTEN = (
        Opdracht("casus_openen", "enter", "casus", "De casus van deze regel openen", "casus"),
        Opdracht("kies_soort", "s", "soort", "Alleen regels van één soort laten zien"),
        Opdracht("deze_casus", "c", "alleen deze casus", "Alleen de regels van deze casus laten zien"),
        Opdracht("alles", "a", "alles", "Weer alle regels laten zien"),
    )
    AUTO_FOCUS = "#logboek-tabel-tabel"

    def __init__(self, casus_id: str = "", soort: str = "") -> None:
        super().__init__(casus_id=casus_id, soort=soort)
        self._beeld: LogBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="logboek-keten")
        yield Tekst(id="logboek-filter", classes="zacht")
        yield Tabel(self._kolommen, LEEG, id="logboek-tabel")
        yield Tekst(id="logboek-regel")

    @property
    def _kolommen(self) -> tuple[Kolom, ...]:
        return BREED if self.app.size.width >= VANAF_BREED else SMAL

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#logboek-tabel", Tabel)

    def laad(self) -> None:
        self.lees(get_logboek, str(self.argumenten["casus_id"]), bij_klaar=self._toon)

    def _toon(self, beeld: LogBeeld) -> None:
        self._beeld = beeld
        soort = str(self.argumenten["soort"])
        regels = [regel for regel in beeld.regels if not soort or regel.soort == soort]
        self.kop(onderwerp=beeld.casus)
        self.query_one("#logboek-keten", Tekst).update(keten_tekst(beeld.keten))
        self._toon_filter(beeld, len(regels))
        self._tabel.zet_leeg(NIETS_VAN_SOORT if beeld.regels else LEEG)
        voor_wie, vandaag = len(self._kolommen) == len(BREED), self.kernteam.klok.vandaag()
        self._tabel.vul([_rij(regel, vandaag, voor_wie=voor_wie) for regel in regels])
        self.on_tabel_gemarkeerd()

    def _toon_filter(self, beeld: LogBeeld, aantal: int) -> None:
        delen = [f"casus {beeld.casus}"] if beeld.casus else []
        if self.argumenten["soort"]:
            delen.append(LogSoort(str(self.argumenten["soort"])).label)
        tekst = f"Alleen {', '.join(delen)}: {_aantal(aantal)}. Met a zie je weer alles." if delen else ""
        if not delen and beeld.keten.regels > HOOGSTENS:
            tekst = f"Dit zijn de laatste {HOOGSTENS} regels."
        regel = self.query_one("#logboek-filter", Tekst)
        regel.display = bool(tekst)
        regel.update(tekst)

    def on_tabel_gemarkeerd(self) -> None:
        """Below the table: the marked line in full."""
        regel = self._gekozen
        self.query_one("#logboek-regel", Tekst).update(_voluit(regel) if regel else Content(""))

    @property
    def _gekozen(self) -> LogboekRegel | None:
        sleutel = self._tabel.sleutel
        regels = self._beeld.regels if self._beeld else ()
        return next((regel for regel in regels if str(regel.nr) == sleutel), None)

    # --- filters and going on ----------------------------------------------------------------

    def action_kies_soort(self) -> None:
        aanwezig = {regel.soort for regel in self._beeld.regels} if self._beeld else set()
        opties = [("alles", ""), *((soort.label, soort.value) for soort in LogSoort if soort in aanwezig)]
        self.kies("Welke regels?", opties, self._zet_soort)

    def _zet_soort(self, soort: str) -> None:
        self.argumenten["soort"] = soort
        if self._beeld is not None:
            self._toon(self._beeld)

    def action_deze_casus(self) -> None:
        regel = self._gekozen
        if regel is None or not regel.casus:
            self.meld("Deze regel hoort niet bij een casus.")
            return
        self.argumenten["casus_id"] = regel.casus_id
        self.laad()

    def action_alles(self) -> None:
        self.argumenten.update(casus_id="", soort="")
        self.laad()

    def on_tabel_gekozen(self) -> None:
        self.action_casus_openen()

    def action_casus_openen(self) -> None:
        regel = self._gekozen
        if regel is not None and regel.casus:
            self.open("casus", casus_id=regel.casus_id)
        else:
            self.meld("Deze regel hoort niet bij een casus.")


def keten_tekst(keten: Keten) -> Content:
    """Whole: one calm line. Broken: where, and what to do."""
    if keten.breuk is None:
        return Content.assemble(("Keten heel: ", "$success"), _aantal(keten.regels))
    return Content.assemble((f"Keten niet heel. {keten.breuk.tekst}", "bold $error"), "\n", WAT_NU)


def _rij(regel: LogboekRegel, vandaag: date, *, voor_wie: bool) -> Rij:
    wanneer = f"{dag_kaal(dag_van(regel.moment), vandaag)} {tijd_kort(regel.moment)}"
    wat: str | Text = Text(GEWIST, style="italic dim") if regel.leeg else regel.wat
    cellen = (wanneer, regel.soort.label, regel.casus, wat)
    return Rij(str(regel.nr), (*cellen, regel.voor) if voor_wie else cellen)


def _voluit(regel: LogboekRegel) -> Content:
    wat = GEWIST if regel.leeg else regel.wat
    delen = [regel.soort.label, wat, f"voor {regel.voor}" if regel.voor else "", regel.casus]
    tekst = " · ".join(deel for deel in delen if deel)
    return Content.assemble((f"regel {regel.nr}, {moment_kort(regel.moment)}: ", ZACHT), tekst)


def _aantal(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"

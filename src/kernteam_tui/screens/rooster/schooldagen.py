"""The days of a school: its own list, and beside it what is known of the region."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.periodetekst import periode_met_jaar
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.rooster.woorden import raakt_zin
from kernteam_tui.services.afwezigheden import GeraaktGesprek
from kernteam_tui.services.geraakt import get_geraakt_door_dicht
from kernteam_tui.services.schooldagen import (
    Dagregel,
    SchooldagenBeeld,
    get_schooldagen,
    haal_schooldag_weg,
)
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst

WANNEER_BREED = 34
LEEG = (
    "Nog geen eigen dagen in dit schooljaar.\n\nMet t zet je ze erin: een studiedag, een eigen vakantie, een "
    "toetsweek, of een dag waarop deze school juist wel open is. Ze gaan voor op de vakanties van de regio."
)
_STIJL = {Schooldagsoort.TOETSWEEK: "$warning", Schooldagsoort.OPEN: "$success"}


class SchooldagenScreen(KernteamScreen):
    """`dag`: a day of the schooljaar that is shown; empty is today."""

    NAAM = "schooldagen"
    TITEL = "Dagen van de school"
    UITLEG = (
        "Links de eigen lijst van deze school, rechts de vakanties van de regio. De eigen lijst gaat voor: "
        "herfst en voorjaar zijn een advies, en elke school heeft eigen studiedagen. Met ◄ en ► een ander "
        "schooljaar."
    )
    CSS_PATH = stijl("rooster")
    OPDRACHTEN = (
        Opdracht("wijzigen", "enter,w", "wijzigen", "Deze dagen wijzigen", "schooldag"),
        Opdracht("toevoegen", "t", "erbij", "Dagen in de lijst zetten", "schooldag"),
        Opdracht("weghalen", "d", "weghalen", "Deze dagen uit de lijst halen"),
        Opdracht("vorig_jaar", "left", "jaar terug", "Het vorige schooljaar"),
        Opdracht("volgend_jaar", "right", "jaar verder", "Het volgende schooljaar"),
    )
    AUTO_FOCUS = "#schooldagen-lijst"

    def __init__(self, school_id: str, dag: str = "") -> None:
        super().__init__(school_id=school_id, dag=dag)
        self._school_id = school_id
        self._beeld: SchooldagenBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="schooldagen-kop")
        with Container(id="schooldagen"):
            with Vertical(id="schooldagen-links"):
                yield Lijst[Dagregel](self._regel, LEEG, id="schooldagen-lijst")
                yield Tekst(id="schooldagen-raakt")
            with VerticalScroll(id="schooldagen-regio"):
                yield Kopregel(id="regio-kop")
                yield Tekst(id="regio-lijst")
                yield Tekst(id="regio-bron", classes="zacht")

    @property
    def _dag(self) -> date:
        dag = str(self.argumenten["dag"] or "")
        return date.fromisoformat(dag) if dag else self.kernteam.klok.vandaag()

    @property
    def _lijst(self) -> Lijst[Dagregel]:
        return self.query_one("#schooldagen-lijst", Lijst)

    def laad(self) -> None:
        self.lees(get_schooldagen, self._school_id, self._dag, bij_klaar=self._toon)
        self.lees(get_geraakt_door_dicht, self._school_id, bij_klaar=self._toon_geraakt)

    def _toon_geraakt(self, gesprekken: tuple[GeraaktGesprek, ...]) -> None:
        zin = raakt_zin(gesprekken, self.kernteam.klok.vandaag())
        self.query_one("#schooldagen-raakt", Tekst).update(zin)

    def _toon(self, beeld: SchooldagenBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=beeld.school)
        jaar = f"Schooljaar {beeld.jaar.van.year}-{beeld.jaar.tot_en_met.year}"
        elders = [
            f"{beeld.eerder} eerder" if beeld.eerder else "",
            f"{beeld.later} later" if beeld.later else "",
        ]
        rest = ", ".join(deel for deel in elders if deel)
        self.query_one("#schooldagen-kop", Tekst).update(
            Content.styled(jaar, "bold") + Content.styled(f"   ◄ ► ander jaar   {rest}".rstrip(), ZACHT)
        )
        self._lijst.vul([(regel.sleutel, regel) for regel in beeld.eigen])
        self.query_one("#regio-kop", Kopregel).update(f"Vakanties, regio {beeld.regio.label}")
        self.query_one("#regio-lijst", Tekst).update("\n".join(regio_regels(beeld)))
        self.query_one("#regio-bron", Tekst).update(bron_zin(beeld))

    def _regel(self, regel: Dagregel, breed: int) -> tuple[Content, ...]:
        del breed
        wanneer = f"{periode_met_jaar(regel.van, regel.tot_en_met):{WANNEER_BREED}}"
        stijl_soort = _STIJL.get(regel.soort, "")
        voorbij = regel.tot_en_met < self.kernteam.klok.vandaag()
        tekst = Content.assemble((wanneer, "" if voorbij else "bold"), (soort_tekst(regel), stijl_soort))
        return (tekst.stylize(ZACHT) if voorbij else tekst,)

    # --- changing ---------------------------------------------------------------------------------

    @on(Lijst.Gekozen, "#schooldagen-lijst")
    def action_wijzigen(self) -> None:
        if self._lijst.sleutel is not None:
            self.open("schooldag", school_id=self._school_id, sleutel=self._lijst.sleutel)

    def action_toevoegen(self) -> None:
        self.open("schooldag", school_id=self._school_id)

    def action_weghalen(self) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                haal_schooldag_weg,
                self._school_id,
                self._lijst.sleutel,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Dag uit de lijst gehaald",
            )

    def action_vorig_jaar(self) -> None:
        self._naar_jaar(-1)

    def action_volgend_jaar(self) -> None:
        self._naar_jaar(1)

    def _naar_jaar(self, stap: int) -> None:
        if self._beeld is None or not 1 < self._beeld.jaar.van.year + stap < date.max.year:
            return
        begin = self._beeld.jaar.van
        self.argumenten["dag"] = begin.replace(year=begin.year + stap).isoformat()
        self.laad()


def soort_tekst(regel: Dagregel) -> str:
    """`studiedag`, `toetsweek: mondelingen`."""
    if regel.oud:
        return regel.wat
    return f"{regel.soort.label}: {regel.wat}" if regel.wat else regel.soort.label


def regio_regels(beeld: SchooldagenBeeld) -> Sequence[str]:
    """The holidays of this schooljaar, or plainly that they are not known."""
    regels = [
        f"{periode_met_jaar(v.periode.van, v.periode.tot_en_met):{WANNEER_BREED}}{v.naam}"
        for v in beeld.vakanties
    ]
    if not beeld.jaar_bekend:
        regels.append(
            "Van dit schooljaar zijn de vakanties"
            + (" nog niet allemaal" if regels else " niet")
            + " bekend."
        )
    return regels


def bron_zin(beeld: SchooldagenBeeld) -> str:
    """Until when the holidays are known, where they come from and when that was looked up."""
    if beeld.bekend is None:
        return (
            f"Van regio {beeld.regio.label} heeft dit programma geen vakanties. Zet ze zelf in de lijst; "
            "zonder lijst is niet bekend of de school open is."
        )
    bron = " ".join(beeld.bron.split())
    return (
        f"Bekend tot en met {dag_met_jaar(beeld.bekend.tot_en_met)}. Nagekeken op "
        f"{dag_met_jaar(beeld.bijgewerkt)}. Herfst en voorjaar zijn een advies. Bron: {bron}"
    )

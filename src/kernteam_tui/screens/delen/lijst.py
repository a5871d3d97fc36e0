"""Nog terug te koppelen, over all casussen: what is due first (S32)."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from kernteam_tui.domain.codes import TerugkoppelMoment
from kernteam_tui.domain.datumtekst import termijn_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.terugkoppeling import TerugkoppelTaak, list_terugkoppelingen
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Tekst

_BIJ = {
    TerugkoppelMoment.BIJ_START: "start",
    TerugkoppelMoment.BIJ_WEIGERING: "weigering",
    TerugkoppelMoment.BIJ_AFSLUITEN: "stop",
    TerugkoppelMoment.OP_DATUM: "datum",
}


class TerugkoppelingenScreen(KernteamScreen):
    """Every promise to a partner that is not kept yet."""

    NAAM = "terugkoppelingen"
    TITEL = "Nog terug te koppelen"
    CSS_PATH = stijl("delen")
    UITLEG = (
        "Alles wat je een partner nog laat weten, van al je casussen. Bovenaan staat wat nu kan; daaronder "
        "wat wacht op zijn moment. ‘Vraag eerst’ betekent dat de toestemming nog niet rond is."
    )
    OPDRACHTEN = (
        Opdracht("bericht", "enter", "bericht", "Het bericht aan deze partner maken, zonder inhoud"),
        Opdracht("casus", "o", "casus", "Deze casus openen, op het tabblad Delen"),
    )
    AUTO_FOCUS = "#taken-tabel"

    def __init__(self) -> None:
        super().__init__()
        self._taken: tuple[TerugkoppelTaak, ...] = ()

    def inhoud(self) -> ComposeResult:
        rek = max(0, min(24, self.app.size.width - 80))
        yield Tabel(
            (
                Kolom("wanneer", "Wanneer", 8),
                Kolom("casus", "Casus", 8),
                Kolom("jongere", "Jongere", 12 + rek // 3),
                Kolom("partner", "Partner", 18 + rek),
                Kolom("moment", "Bij", 9),
                Kolom("kan", "Kan het?", 11),
            ),
            "Je hebt niets terug te koppelen. Afspraken maak je bij een casus, op tabblad 6.",
            id="taken",
        )
        yield Tekst(id="taken-uitleg", classes="zacht")

    def laad(self) -> None:
        self.lees(list_terugkoppelingen, bij_klaar=self._toon)

    def _toon(self, taken: tuple[TerugkoppelTaak, ...]) -> None:
        self._taken = taken
        vandaag = self.kernteam.klok.vandaag()
        self.query_one("#taken", Tabel).vul(
            [
                Rij(
                    taak.afspraak_id,
                    (
                        termijn_kort(taak.uiterlijk, vandaag) if taak.uiterlijk else "nog niet",
                        taak.nummer,
                        taak.jongere,
                        taak.partner,
                        _BIJ[taak.moment],
                        _kan(taak),
                    ),
                )
                for taak in taken
            ]
        )
        due = sum(taak.uiterlijk is not None for taak in taken)
        regel = f"{due} om nu te doen; {len(taken) - due} voor later." if taken else ""
        self.query_one("#taken-uitleg", Tekst).update(regel)

    def _gekozen(self) -> TerugkoppelTaak | None:
        sleutel = self.query_one("#taken", Tabel).sleutel
        return next((taak for taak in self._taken if taak.afspraak_id == sleutel), None)

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_bericht()

    def action_bericht(self) -> None:
        taak = self._gekozen()
        if taak is not None:
            self.open("terugkoppeling", casus_id=taak.casus_id, afspraak_id=taak.afspraak_id)

    def action_casus(self) -> None:
        taak = self._gekozen()
        if taak is not None:
            self.open("casus", casus_id=taak.casus_id, tab="delen")


def _kan(taak: TerugkoppelTaak) -> str:
    if not taak.toestemming:
        return "vraag eerst"
    return "ja" if taak.uiterlijk is not None else "straks"

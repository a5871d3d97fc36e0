"""Closing a casus: when, how, and what still has to be told to whom (S65-S69)."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.codes import AfsluitKenmerk, AfsluitSoort
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.casus.woorden import wanneer
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.afsluiting import AfsluitGegevens, gaat_lopen, sluit_casus
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.widgets.feiten import Feiten
from kernteam_tui.widgets.keuzelijst import Keuzelijst
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Datumveld, Getalveld, Tekstvlak
from kernteam_tui.widgets.vinklijst import opties_van


class AfsluitenScreen(FormulierScreen):
    """A short form. The kenmerken stand there with what they mean."""

    NAAM = "afsluiten"
    TITEL = "Casus afsluiten"
    UITLEG = "Afsluiten kun je altijd terugnemen: open de casus en kies heropenen."
    CSS_PATH = stijl("afsluiten")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id
        self._casus: CasusBeeld | None = None

    def concept_sleutel(self) -> str:
        return f"afsluiten:{self._casus_id}"

    def laad(self) -> None:
        self.lees(get_casus, self._casus_id, bij_klaar=self._toon_begin_van)

    def _toon_begin_van(self, casus: CasusBeeld) -> None:
        self._casus = casus
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        vandaag = self.kernteam.klok.vandaag()
        self.begin_met({"op": dag_cijfers(vandaag), "soort": str(AfsluitSoort.AFGESLOTEN)})

    def velden(self) -> ComposeResult:
        yield Datumveld("op", "Afgesloten op", self.kernteam.klok.vandaag(), verplicht=True)
        yield Keuzerij("soort", "Hoe", opties_van(AfsluitSoort), verplicht=True)
        yield Keuzelijst(
            "kenmerk",
            "Kenmerk",
            [(kenmerk.label, kenmerk.uitleg, str(kenmerk)) for kenmerk in AfsluitKenmerk],
            verplicht=True,
        )
        yield Keuzerij(
            "zelfstandig_verder",
            "Zelfstandig verder",
            [("ja", "ja"), ("nee", "nee")],
            verplicht=True,
            uitleg="Kan het gezin nu zonder hulp verder? Zo niet: schrijf hieronder waarmee dan wel.",
        )
        yield Tekstvlak("toelichting", "Toelichting", hoogte=3)
        yield Getalveld(
            "cijfer", "Cijfer van het gezin", voorbeeld="1 tot en met 10", uitleg="Mag leeg blijven."
        )
        yield Kopregel("Hierna nog laten weten", id="terug-kop")
        yield Feiten(id="terug")
        yield Tekst(id="terug-leeg", classes="zacht")

    def begonnen(self) -> None:
        self._toon_terugkoppelingen()

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id != "soort":
            return
        soort = self.waarde.get("soort")
        for naam in ("kenmerk", "zelfstandig_verder", "cijfer"):
            self.veld(naam).display = soort == AfsluitSoort.AFGESLOTEN
        self._toon_terugkoppelingen()

    def _toon_terugkoppelingen(self) -> None:
        """What becomes due by closing like this, and what stays open as it was."""
        if self._casus is None:
            return
        vandaag = self.kernteam.klok.vandaag()
        soort = AfsluitSoort(self.waarde.get("soort") or AfsluitSoort.AFGESLOTEN)
        open_ = [regel for regel in self._casus.terugkoppelingen if regel.gedaan_op is None]
        lopen = [regel for regel in open_ if gaat_lopen(regel, soort)]
        rest = [regel for regel in open_ if regel not in lopen]
        self.query_one("#terug", Feiten).zet(
            [
                *((regel.partner, f"{regel.niveau}: staat na het afsluiten op Vandaag") for regel in lopen),
                *((regel.partner, f"{regel.niveau}, {wanneer(regel, vandaag)}") for regel in rest),
            ]
        )
        self.query_one("#terug-leeg", Tekst).display = not open_
        self.query_one("#terug-leeg", Tekst).update("Er zijn geen afspraken over terugkoppelen open.")

    # --- closing -------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        cijfer = str(self.waarde.get("cijfer", "")).strip()
        if cijfer and not cijfer.isdecimal():
            fouten["cijfer"] = "Vul een heel cijfer in van 1 tot en met 10, of laat het leeg."
        return fouten

    def afronden(self) -> None:
        op = self.query_one("#op", Datumveld).datum
        assert op is not None  # `ontbrekend` was empty
        soort = AfsluitSoort(self.waarde["soort"])
        gewoon = soort is AfsluitSoort.AFGESLOTEN
        gegevens = AfsluitGegevens(
            soort=soort,
            op=op,
            kenmerk=_kenmerk(soort, self.waarde["kenmerk"]),
            zelfstandig_verder=self.waarde["zelfstandig_verder"] == "ja" if gewoon else None,
            toelichting=self.waarde["toelichting"],
            cijfer=int(self.waarde["cijfer"]) if gewoon and self.waarde["cijfer"].strip() else None,
        )
        self.rond_af(
            sluit_casus, self._casus_id, gegevens, bij_klaar=self._klaar, ongedaan="Casus afgesloten"
        )

    def _klaar(self, _: CasusBeeld) -> None:
        self.klaar()
        self.terug()


def _kenmerk(soort: AfsluitSoort, gekozen: str) -> AfsluitKenmerk | None:
    """Handing over is a kenmerk of its own; what never started has none."""
    if soort is AfsluitSoort.OVERGEDRAGEN:
        return AfsluitKenmerk.OVERDRACHT
    return next((k for k in AfsluitKenmerk if soort is AfsluitSoort.AFGESLOTEN and k == gekozen), None)

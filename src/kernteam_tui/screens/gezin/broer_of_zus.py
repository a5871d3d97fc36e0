"""A casus for a brother or sister: one short form, in the same gezin."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import Reden
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.gezin import (
    BroerZusBegin,
    BroerZusGegevens,
    get_broer_zus_begin,
    meld_broer_of_zus_aan,
)
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.geboortedatum import Geboortedatumveld, lees_geboortedatum
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld, Vinkveld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Datumveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

NIEUW = "nieuw"
"""Value for a child who is not in the family yet."""
NAMEN = ("roepnaam", "achternaam")
ALLEEN_NIEUW = ("roepnaam", "achternaam", "geboortedatum", "zelfde_ouders")
WETEN = {"ja": True, "nee": False}


class BroerOfZusScreen(FormulierScreen):
    """The persons of the family stay as they are; who is new gets the same parents, unless said otherwise."""

    NAAM = "broer_of_zus"
    TITEL = "Casus voor broer of zus"
    UITLEG = (
        "Een nieuwe casus in hetzelfde gezin. Ouders, adressen en het gezinsplan zijn er al. De notities en "
        "gesprekken van deze casus staan apart."
    )
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)

    def concept_sleutel(self) -> str:
        return f"broer_of_zus:{self.argumenten['casus_id']}"

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Keuzeveld("kind", "Wie", (), verplicht=True, leeg="kies een kind …")
        yield Tekstveld("roepnaam", "Roepnaam", verplicht=True)
        yield Tekstveld("achternaam", "Achternaam")
        yield Geboortedatumveld("geboortedatum", "Geboren op", vandaag)
        yield Vinkveld("zelfde_ouders", "Ouders", tekst="dezelfde ouders, en hetzelfde gezag", waarde=True)
        yield Kopregel("School en aanmelding")
        yield Keuzeveld("school", "School", (), verplicht=True, leeg="kies een school …")
        yield Tekstveld("klas", "Klas")
        yield Tekstveld("mentor", "Mentor")
        yield Datumveld("aangemeld", "Aangemeld op", vandaag, verplicht=True)
        yield Meerkeuze("redenen", "Redenen", opties_van(Reden), verplicht=True)
        yield Keuzerij(
            "ouders_weten", "Weten de ouders het", [("ja", "ja"), ("nee", "nee"), ("weet ik niet", "")]
        )

    def laad(self) -> None:
        self.lees(get_broer_zus_begin, self.argumenten["casus_id"], bij_klaar=self._begin)

    def _begin(self, begin: BroerZusBegin) -> None:
        self.kop(onderwerp=f"broer of zus van {begin.jongere}")
        opties = [*begin.kinderen, ("een kind dat er nog niet bij staat", NIEUW)]
        self.query_one("#kind", Keuzeveld).zet_opties(opties)
        self.query_one("#school", Keuzeveld).zet_opties([(naam, naam) for naam in begin.scholen])
        self.begin_met(
            {
                "kind": begin.kinderen[0][1]
                if len(begin.kinderen) == 1
                else ("" if begin.kinderen else NIEUW),
                "zelfde_ouders": True,
                "school": begin.school,
                "aangemeld": dag_cijfers(self.kernteam.klok.vandaag()),
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "kind":
            for naam in ALLEEN_NIEUW:
                self.veld(naam).display = self.waarde.get("kind") == NIEUW
        if veld_id in NAMEN:
            self.kernteam.namen.hoor(" ".join(str(self.waarde.get(veld, "")) for veld in NAMEN).title())

    def afronden(self) -> None:
        self.rond_af(
            meld_broer_of_zus_aan,
            self.argumenten["casus_id"],
            self._gegevens(self.waarde),
            bij_klaar=self._klaar,
            ongedaan="Casus voor broer of zus gemaakt",
        )

    def _gegevens(self, waarde: dict[str, Any]) -> BroerZusGegevens:
        vandaag = self.kernteam.klok.vandaag()
        nieuw = waarde["kind"] == NIEUW
        return BroerZusGegevens(
            school=str(waarde["school"]),
            aangemeld=lees_datum(str(waarde["aangemeld"]), vandaag) or vandaag,
            redenen=tuple(Reden(code) for code in waarde.get("redenen") or ()),
            persoon_id="" if nieuw else str(waarde["kind"]),
            roepnaam=str(waarde.get("roepnaam", "")),
            achternaam=str(waarde.get("achternaam", "")),
            geboortedatum=lees_geboortedatum(str(waarde.get("geboortedatum", "")), vandaag),
            zelfde_ouders=bool(waarde.get("zelfde_ouders", True)),
            klas=str(waarde.get("klas", "")),
            mentor=str(waarde.get("mentor", "")),
            ouders_weten=WETEN.get(str(waarde.get("ouders_weten", ""))),
        )

    def _klaar(self, uitkomst: AanmeldingUitkomst) -> None:
        self.klaar()
        self.vervang("casus", casus_id=uitkomst.casus_id, nieuw=True)

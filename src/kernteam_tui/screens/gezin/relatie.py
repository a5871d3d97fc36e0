"""The form for a tie between two people of the family."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.gezinscodes import RelatieKwaliteit, RelatieSoort
from kernteam_tui.domain.verwantschap import is_familie
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.gezin import (
    RelatieBegin,
    RelatieGegevens,
    get_relatie,
    save_relatie,
    verwijder_relatie,
)
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

JAREN = {"sinds": "Sinds (jaar)", "tot": "Tot (jaar)"}


class RelatieScreen(Wijzigformulier):
    """`relatie_id` empty: a new one, of `van_id` when that is given."""

    NAAM = "relatie"
    TITEL = "Relatie"
    UITLEG = (
        "Hoe twee mensen bij elkaar horen. Je legt het één keer vast; bij allebei staat het met het goede "
        "woord. Ouders en kinderen leg je vast bij de persoon zelf of met Gezin invoeren."
    )
    CSS_PATH = stijl("casus")
    OPDRACHTEN = (
        Opdracht("weghalen", "f4", "weghalen", "Deze relatie weghalen; de mensen blijven bij het gezin"),
    )

    def __init__(self, casus_id: str, relatie_id: str = "", van_id: str = "") -> None:
        super().__init__(casus_id=casus_id, relatie_id=relatie_id, van_id=van_id)
        self._relatie_id = relatie_id

    def concept_sleutel(self) -> str:
        return f"relatie:{self.argumenten['casus_id']}:{self._relatie_id or 'nieuw'}"

    def velden(self) -> ComposeResult:
        yield Keuzeveld("van_id", "Wie", (), verplicht=True, leeg="kies iemand …")
        yield Keuzeveld("soort", "Wat voor relatie", opties_van(RelatieSoort), verplicht=True)
        yield Keuzeveld("naar_id", "Met of van wie", (), verplicht=True, leeg="kies iemand …")
        yield Tekstveld(
            "omschrijving",
            "Welk woord",
            voorbeeld="bv. tante",
            uitleg="Wat de eerste is van de tweede: tante, stiefbroer, buurvrouw.",
        )
        yield Keuzeveld("kwaliteit", "Hoe is het tussen hen", opties_van(RelatieKwaliteit))
        for veld, label in JAREN.items():
            yield Tekstveld(veld, label, voorbeeld="bv. 2019")

    def laad(self) -> None:
        self.lees(get_relatie, self.argumenten["casus_id"], self._relatie_id, bij_klaar=self._toon_relatie)

    def _toon_relatie(self, begin: RelatieBegin) -> None:
        self.kop(titel="Relatie" if self._relatie_id else "Relatie toevoegen")
        for veld in ("van_id", "naar_id"):
            self.query_one(f"#{veld}", Keuzeveld).zet_opties(begin.personen)
        waarden = waarden_van(begin.relatie)
        if begin.relatie is None:
            waarden["van_id"] = str(self.argumenten["van_id"])
        self.begin_met(waarden)

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "soort":
            soort = str(self.waarde.get("soort") or "")
            self.veld("omschrijving").display = bool(soort) and is_familie(RelatieSoort(soort))

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        for veld in JAREN:
            tekst = str(self.waarde.get(veld, "")).strip()
            if tekst and not (tekst.isdecimal() and len(tekst) == 4):
                fouten[veld] = "Typ een jaar met vier cijfers, bijvoorbeeld 2019."
        return fouten

    def eigen_opdrachten(self) -> list[Opdracht]:
        eigen = super().eigen_opdrachten()
        return eigen if self._relatie_id else [op for op in eigen if op.id != "weghalen"]

    def afronden(self) -> None:
        self.rond_af(
            save_relatie,
            self.argumenten["casus_id"],
            self._relatie_id or None,
            gegevens_van(self.waarde),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Relatie gewijzigd" if self._relatie_id else "Relatie toegevoegd",
        )

    def action_weghalen(self) -> None:
        if self._relatie_id:
            self.rond_af(
                verwijder_relatie,
                self.argumenten["casus_id"],
                self._relatie_id,
                bij_klaar=lambda _: self._klaar(),
                ongedaan="Relatie weggehaald",
            )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


def waarden_van(relatie: RelatieGegevens | None) -> dict[str, Any]:
    """The fields of the form as this tie has them."""
    if relatie is None:
        return dict.fromkeys(("van_id", "naar_id", "soort", "kwaliteit", "omschrijving", *JAREN), "")
    return {
        "van_id": relatie.van_id,
        "naar_id": relatie.naar_id,
        "soort": str(relatie.soort),
        "kwaliteit": str(relatie.kwaliteit or ""),
        "omschrijving": relatie.omschrijving,
        **{veld: str(getattr(relatie, veld) or "") for veld in JAREN},
    }


def gegevens_van(waarde: dict[str, Any]) -> RelatieGegevens:
    """What the service asks, from what the fields hold."""

    def jaar(veld: str) -> int | None:
        tekst = str(waarde.get(veld, "")).strip()
        return int(tekst) if tekst else None

    kwaliteit = waarde.get("kwaliteit")
    return RelatieGegevens(
        van_id=waarde["van_id"],
        naar_id=waarde["naar_id"],
        soort=RelatieSoort(waarde["soort"]),
        kwaliteit=RelatieKwaliteit(kwaliteit) if kwaliteit else None,
        omschrijving=str(waarde.get("omschrijving", "")),
        sinds=jaar("sinds"),
        tot=jaar("tot"),
    )

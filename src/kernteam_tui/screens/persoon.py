"""The form for a person of the family: add or change, with gezag and how it was established."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.talen import taal_code, taal_naam
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.gezin import PersoonGegevens, get_persoon, save_persoon
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.geboortedatum import Geboortedatumveld
from kernteam_tui.widgets.keuzes import Keuzerij, Vinkveld
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

ALLEEN_OUDER = ("gezag", "gezag_hoe", "woont_bij")


class PersoonScreen(Wijzigformulier):
    """`persoon_id` empty: somebody new."""

    NAAM = "persoon"
    TITEL = "Persoon"
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str, persoon_id: str = "") -> None:
        super().__init__(casus_id=casus_id, persoon_id=persoon_id)
        self._casus_id = casus_id
        self._persoon_id = persoon_id
        self._rol = PersoonRol.OUDER

    def concept_sleutel(self) -> str:
        return f"persoon:{self._casus_id}:{self._persoon_id or 'nieuw'}"

    def laad(self) -> None:
        if self._persoon_id:
            self.lees(get_persoon, self._casus_id, self._persoon_id, bij_klaar=self._toon_persoon)
        else:
            self.kop(titel="Iemand toevoegen")
            leeg = PersoonGegevens(rol=PersoonRol.OUDER, roepnaam="")
            self.begin_met({"rol": str(PersoonRol.OUDER), **waarden_van(leeg)})

    def _toon_persoon(self, persoon: PersoonGegevens) -> None:
        self._rol = persoon.rol
        naam = f"{persoon.roepnaam} {persoon.achternaam}".strip()
        self.kop(titel=persoon.rol.label.capitalize(), onderwerp=naam)
        self.begin_met(waarden_van(persoon))

    def velden(self) -> ComposeResult:
        if not self._persoon_id:
            yield Keuzerij(
                "rol",
                "Wie is dit",
                [("ouder", str(PersoonRol.OUDER)), ("ander gezinslid", str(PersoonRol.GEZINSLID))],
                verplicht=True,
            )
        yield Tekstveld("roepnaam", "Naam of roepnaam", verplicht=True)
        yield Tekstveld("achternaam", "Achternaam")
        yield Geboortedatumveld("geboortedatum", "Geboren op", self.kernteam.klok.vandaag())
        yield Keuzerij(
            "gezag",
            "Gezag",
            opties_van(JaNeeOnbekend),
            uitleg="Ga niet af op het woord van één ouder.",
        )
        yield Tekstveld("gezag_hoe", "Hoe weet je dat", voorbeeld="bv. gezagsregister ingezien op 23-11")
        yield Keuzerij("woont_bij", "Jongere woont hier", [("ja", "ja"), ("nee", "nee")])
        yield Tekstveld("telefoon", "Telefoon")
        yield Tekstveld("email", "E-mail")
        yield Tekstveld("taal", "Taal thuis", voorbeeld="bv. Turks", uitleg="Leeg is Nederlands.")
        yield Vinkveld("tolk", "Tolk", tekst="een tolk is nodig")

    def gewijzigd(self, veld_id: str) -> None:
        ouder = self._gekozen_rol() is PersoonRol.OUDER
        if veld_id in (*ALLEEN_OUDER, "rol"):
            for naam in ALLEEN_OUDER:
                self.veld(naam).display = ouder

    def _gekozen_rol(self) -> PersoonRol:
        if self._persoon_id:
            return self._rol
        return PersoonRol(self.waarde.get("rol") or PersoonRol.OUDER)

    def afronden(self) -> None:
        self.rond_af(
            bewaar_persoon,
            self._casus_id,
            self._persoon_id,
            self._gekozen_rol(),
            self.veranderd(),
            self.kernteam.klok.vandaag(),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Gegevens gewijzigd" if self._persoon_id else "Persoon toegevoegd",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


def bewaar_persoon(
    sessie: Any, casus_id: str, persoon_id: str, rol: PersoonRol, veranderd: dict[str, Any], vandaag: date
) -> str:
    """Put what was changed over the person as it is now, so that nothing changed elsewhere is lost."""
    nu = get_persoon(sessie, casus_id, persoon_id) if persoon_id else PersoonGegevens(rol=rol, roepnaam="")
    gegevens = gegevens_van({**waarden_van(nu), **veranderd}, rol, vandaag)
    return save_persoon(sessie, casus_id, persoon_id or None, gegevens)


def waarden_van(persoon: PersoonGegevens) -> dict[str, Any]:
    """The fields of the form as this person has them."""
    geboren = persoon.geboortedatum
    return {
        "roepnaam": persoon.roepnaam,
        "achternaam": persoon.achternaam,
        "geboortedatum": dag_cijfers(geboren) if geboren else "",
        "gezag": str(persoon.gezag),
        "gezag_hoe": persoon.gezag_hoe,
        "woont_bij": "" if persoon.woont_bij is None else ("ja" if persoon.woont_bij else "nee"),
        "telefoon": persoon.telefoon,
        "email": persoon.email,
        "taal": taal_naam(persoon.taal),
        "tolk": persoon.tolk,
    }


def gegevens_van(waarde: dict[str, Any], rol: PersoonRol, vandaag: date) -> PersoonGegevens:
    """What the service asks, from what the fields hold."""
    geboren = str(waarde["geboortedatum"])
    return PersoonGegevens(
        rol=rol,
        roepnaam=waarde["roepnaam"],
        achternaam=waarde["achternaam"],
        geboortedatum=lees_datum(geboren, vandaag) if geboren.strip() else None,
        telefoon=waarde["telefoon"],
        email=waarde["email"],
        taal=taal_code(waarde["taal"]),
        tolk=bool(waarde["tolk"]),
        gezag=JaNeeOnbekend(waarde["gezag"] or JaNeeOnbekend.ONBEKEND),
        gezag_hoe=waarde["gezag_hoe"],
        woont_bij={"ja": True, "nee": False}.get(waarde["woont_bij"]),
    )

"""The form for a person of the family: add or change, with gezag, how to reach them, and what to mind."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, VeiligBereiken
from kernteam_tui.domain.talen import taal_code, taal_naam
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.gezin import PersoonGegevens, get_persoon, save_persoon
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.geboortedatum import Geboortedatumveld
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld, Vinkveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Getalveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

ALLEEN_OUDER = ("soort", "gezag", "gezag_hoe", "woont_bij", "geinformeerd_op")
ALLEEN_JONGERE = ("wilsonbekwaam", "gezagsconflict")
JAREN = ("geboortejaar", "overleden_jaar")
NAMEN = ("roepnaam", "achternaam")
TEKSTEN = ("roepnaam", "achternaam", "gezag_hoe", "telefoon", "email", "let_op")
VINKEN = ("tolk", "overleden", *ALLEEN_JONGERE)


class PersoonScreen(Wijzigformulier):
    """`persoon_id` empty: somebody new."""

    NAAM = "persoon"
    TITEL = "Persoon"
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str, persoon_id: str = "") -> None:
        super().__init__(casus_id=casus_id, persoon_id=persoon_id)
        self._casus_id = casus_id
        self._persoon_id = persoon_id
        self._persoon = PersoonGegevens(rol=PersoonRol.OUDER, roepnaam="")

    def concept_sleutel(self) -> str:
        return f"persoon:{self._casus_id}:{self._persoon_id or 'nieuw'}"

    def laad(self) -> None:
        if self._persoon_id:
            self.lees(get_persoon, self._casus_id, self._persoon_id, bij_klaar=self._toon_persoon)
        else:
            self.kop(titel="Iemand toevoegen")
            self.begin_met({"rol": str(PersoonRol.OUDER), **waarden_van(self._persoon)})

    def _toon_persoon(self, persoon: PersoonGegevens) -> None:
        self._persoon = persoon
        naam = f"{persoon.roepnaam} {persoon.achternaam}".strip()
        self.kop(titel=persoon.rol.label.capitalize(), onderwerp=naam)
        self.begin_met(waarden_van(persoon))

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        if not self._persoon_id:
            yield Keuzerij(
                "rol",
                "Wie is dit",
                [("ouder", str(PersoonRol.OUDER)), ("ander gezinslid", str(PersoonRol.GEZINSLID))],
                verplicht=True,
            )
        yield Tekstveld("roepnaam", "Naam of roepnaam", verplicht=True)
        yield Tekstveld("achternaam", "Achternaam")
        yield Keuzerij("geslacht", "Geslacht", _GESLACHT)
        yield Geboortedatumveld("geboortedatum", "Geboren op", vandaag)
        yield Getalveld("geboortejaar", "of alleen het jaar", voorbeeld="bv. 1981")
        yield Keuzeveld("soort", "Welke ouder", opties_van(OuderSoort))
        yield Keuzerij(
            "gezag",
            "Gezag",
            opties_van(JaNeeOnbekend),
            uitleg="Ga niet af op het woord van één ouder.",
        )
        yield Tekst(
            "Het gezag is niet voor elk kind hetzelfde: dat leg je vast met g op tabblad Gezin.",
            id="gezag-verschilt",
            classes="zacht",
        )
        yield Tekstveld("gezag_hoe", "Hoe weet je dat", voorbeeld="bv. gezagsregister ingezien op 23-11")
        yield Keuzerij("woont_bij", "Jongere woont hier", [("ja", "ja"), ("nee", "nee")])
        yield Datumveld(
            "geinformeerd_op",
            "Geïnformeerd op",
            vandaag,
            uitleg="Wanneer hoorde deze ouder van de aanmelding? Vóór het eerste gesprek.",
        )
        yield Tekstveld("telefoon", "Telefoon")
        yield Keuzerij("bellen", "Bellen", opties_van(VeiligBereiken))
        yield Tekstveld("let_op", "Let op", voorbeeld="bv. bel na vier uur, vader leest mee")
        yield Tekstveld("email", "E-mail")
        yield Tekstveld("taal", "Taal thuis", voorbeeld="bv. Turks", uitleg="Leeg is Nederlands.")
        yield Vinkveld("tolk", "Tolk", tekst="een tolk is nodig")
        yield from self._zelden()

    def _zelden(self) -> ComposeResult:
        yield Vinkveld(
            "gezagsconflict",
            "Ouders oneens",
            tekst="wie gezag heeft, is het niet eens over de hulp",
            uitleg="Dan beslist de rechter (BW 1:253a).",
        )
        yield Vinkveld(
            "wilsonbekwaam",
            "Wilsonbekwaam",
            tekst="kan dit zelf niet overzien",
            uitleg="Alleen na een oordeel van wie dat mag geven (Jeugdwet 7.3.5).",
        )
        yield Vinkveld("overleden", "Overleden", tekst="deze persoon leeft niet meer")
        yield Getalveld("overleden_jaar", "Jaar van overlijden", voorbeeld="bv. 2019")

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id in NAMEN:
            self.kernteam.namen.hoor(" ".join(str(self.waarde.get(veld, "")) for veld in NAMEN).title())
        rol = self._gekozen_rol()
        if veld_id in (*ALLEEN_OUDER, *ALLEEN_JONGERE, "rol"):
            for naam in ALLEEN_OUDER:
                self.veld(naam).display = rol is PersoonRol.OUDER and not self._elders_vastgelegd(naam)
            for naam in ALLEEN_JONGERE:
                self.veld(naam).display = rol is PersoonRol.JONGERE
            verschilt = rol is PersoonRol.OUDER and self._persoon.gezag_verschilt
            self.query_one("#gezag-verschilt").display = verschilt
        if veld_id in ("overleden", "overleden_jaar"):
            self.veld("overleden_jaar").display = bool(self.waarde.get("overleden"))

    def _elders_vastgelegd(self, veld: str) -> bool:
        """Whether this follows from a household, or differs per child and has a form of its own."""
        if veld == "woont_bij":
            return self._persoon.huis_bekend
        return veld in ("gezag", "gezag_hoe") and self._persoon.gezag_verschilt

    def _gekozen_rol(self) -> PersoonRol:
        if self._persoon_id:
            return self._persoon.rol
        return PersoonRol(self.waarde.get("rol") or PersoonRol.OUDER)

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        for veld in JAREN:
            tekst = str(self.waarde.get(veld, "")).strip()
            if tekst and not (tekst.isdecimal() and 1900 <= int(tekst) <= self.kernteam.klok.vandaag().year):
                fouten[veld] = "Typ een jaar met vier cijfers, bijvoorbeeld 1981."
        return fouten

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


_GESLACHT = [
    ("man", str(Geslacht.MAN)),
    ("vrouw", str(Geslacht.VROUW)),
    ("anders", str(Geslacht.ANDERS)),
]


def bewaar_persoon(
    sessie: Any, casus_id: str, persoon_id: str, rol: PersoonRol, veranderd: dict[str, Any], vandaag: date
) -> str:
    """Put what was changed over the person as it is now, so that nothing changed elsewhere is lost."""
    nu = get_persoon(sessie, casus_id, persoon_id) if persoon_id else PersoonGegevens(rol=rol, roepnaam="")
    gegevens = gegevens_van({**waarden_van(nu), **veranderd}, rol, vandaag)
    return save_persoon(sessie, casus_id, persoon_id or None, gegevens)


def waarden_van(persoon: PersoonGegevens) -> dict[str, Any]:
    """The fields of the form as this person has them."""

    def dag(waarde: date | None) -> str:
        return dag_cijfers(waarde) if waarde else ""

    return {
        **{veld: getattr(persoon, veld) for veld in (*TEKSTEN, *VINKEN)},
        **{veld: str(getattr(persoon, veld) or "") for veld in JAREN},
        "geslacht": "" if persoon.geslacht is Geslacht.ONBEKEND else str(persoon.geslacht),
        "geboortedatum": dag(persoon.geboortedatum),
        "soort": str(persoon.soort),
        "gezag": str(persoon.gezag),
        "woont_bij": "" if persoon.woont_bij is None else ("ja" if persoon.woont_bij else "nee"),
        "geinformeerd_op": dag(persoon.geinformeerd_op),
        "bellen": str(persoon.bellen),
        "taal": taal_naam(persoon.taal),
    }


def gegevens_van(waarde: dict[str, Any], rol: PersoonRol, vandaag: date) -> PersoonGegevens:
    """What the service asks, from what the fields hold."""

    def dag(veld: str) -> date | None:
        tekst = str(waarde[veld])
        return lees_datum(tekst, vandaag) if tekst.strip() else None

    def jaar(veld: str) -> int | None:
        tekst = str(waarde[veld]).strip()
        return int(tekst) if tekst else None

    return PersoonGegevens(
        rol=rol,
        roepnaam=waarde["roepnaam"],
        achternaam=waarde["achternaam"],
        geboortedatum=dag("geboortedatum"),
        telefoon=waarde["telefoon"],
        email=waarde["email"],
        taal=taal_code(waarde["taal"]),
        tolk=bool(waarde["tolk"]),
        gezag=JaNeeOnbekend(waarde["gezag"] or JaNeeOnbekend.ONBEKEND),
        gezag_hoe=waarde["gezag_hoe"],
        woont_bij={"ja": True, "nee": False}.get(waarde["woont_bij"]),
        geslacht=Geslacht(waarde["geslacht"] or Geslacht.ONBEKEND),
        geboortejaar=jaar("geboortejaar"),
        overleden=bool(waarde["overleden"]),
        overleden_jaar=jaar("overleden_jaar"),
        bellen=VeiligBereiken(waarde["bellen"] or VeiligBereiken.ONBEKEND),
        let_op=waarde["let_op"],
        wilsonbekwaam=bool(waarde["wilsonbekwaam"]),
        gezagsconflict=bool(waarde["gezagsconflict"]),
        soort=OuderSoort(waarde["soort"] or OuderSoort.BIOLOGISCH),
        geinformeerd_op=dag("geinformeerd_op"),
    )

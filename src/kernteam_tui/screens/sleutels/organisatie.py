"""A slot for the organisation: sealed to its public key, opened only with the private one."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult

from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.screens.sleutels.stappen import REKENT, HuidigStap, StappenScreen
from kernteam_tui.services.sleutels import lees_vingerafdruk, verwijder_organisatie, zet_organisatie
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Tekstveld

GEZET = "Je organisatie heeft nu een slot op je kluis."
WEG = "Je organisatie heeft geen slot meer op je kluis."


class BestandStap(Stap):
    """Where the public key is."""

    NUMMER = 1
    NAAM = "de openbare sleutel"

    def rijen(self) -> ComposeResult:
        yield Tekst(
            "Met een slot kan je organisatie bij je kluis als jij er niet meer in komt, bijvoorbeeld na "
            "ziekte. Zij bewaart daarvoor een geheime sleutel; hier komt alleen de openbare.",
            classes="stap-uitleg",
        )
        yield Tekst(
            "Wie de geheime sleutel heeft en bij je kluis kan, kan alles lezen. Doe dit alleen als het zo is "
            "afgesproken.",
            classes="stap-uitleg waarschuwing",
        )
        yield Tekstveld("sleutelbestand", "Bestand", voorbeeld="/media/stick/organisatie-openbaar.pem")

    @property
    def bestand(self) -> Path:
        return Path(self.query_one("#sleutelbestand", Tekstveld).waarde.strip()).expanduser()

    def verder(self) -> None:
        if self.query_one("#sleutelbestand", Tekstveld).leeg:
            self.zeg("Vul in waar het bestand met de openbare sleutel staat.")
        else:
            self.klaar()


class AfdrukStap(HuidigStap):
    """The fingerprint to compare, and the passphrase."""

    NAAM = "de vingerafdruk"
    VERDER = "Slot zetten"
    UITLEG = (
        "Vergelijk de vingerafdruk met je organisatie, bijvoorbeeld door te bellen. Klopt hij, typ dan je "
        "wachtwoordzin."
    )

    def rijen(self) -> ComposeResult:
        yield Kopregel("Vingerafdruk")
        yield Tekst(id="vingerafdruk", classes="stap-groot")
        yield from super().rijen()

    def toon_afdruk(self, afdruk: str) -> None:
        self.query_one("#vingerafdruk", Tekst).update(afdruk)


class SleutelOrganisatieScreen(StappenScreen):
    """Two steps: the file, and the fingerprint with the passphrase."""

    NAAM = "sleutel_organisatie"
    TITEL = "Slot voor je organisatie"
    UITLEG = (
        "Je geeft je organisatie een slot op je kluis, met haar openbare sleutel. Haar geheime sleutel komt "
        "nooit op deze laptop. In het logboek staat dat je het slot hebt gezet."
    )
    STAPPEN = (BestandStap, AfdrukStap)

    def na(self, stap: Stap) -> None:
        self.rekent(REKENT)
        bestand = self.stap(BestandStap).bestand
        if isinstance(stap, BestandStap):
            self.roep(lees_vingerafdruk, bestand, bij_klaar=self._gelezen, bij_fout=self.zeg_fout)
        elif isinstance(stap, AfdrukStap):
            self.doe(zet_organisatie, stap.zin, bestand, bij_klaar=self._gezet, bij_fout=self.zeg_fout)

    def _gelezen(self, afdruk: str) -> None:
        self.toon(AfdrukStap)
        self.stap(AfdrukStap).toon_afdruk(afdruk)

    def _gezet(self, meldingen: tuple[str, ...]) -> None:
        for melding in (GEZET, *meldingen):
            self.meld(melding)
        self.terug()


class WeghaalStap(HuidigStap):
    """The only step of taking it out."""

    VERDER = "Slot weghalen"
    UITLEG = (
        "Na het weghalen komt alleen jij nog in je kluis, met je wachtwoordzin of herstelcode. Typ je "
        "huidige wachtwoordzin. Een oude reservekopie houdt het slot dat erop zat."
    )


class SleutelOrganisatieWegScreen(StappenScreen):
    """One step: the passphrase."""

    NAAM = "sleutel_organisatie_weg"
    TITEL = "Slot van de organisatie weghalen"
    UITLEG = "Je organisatie kan daarna niet meer bij je kluis. In het logboek staat dat je het hebt gedaan."
    STAPPEN = (WeghaalStap,)

    def na(self, stap: Stap) -> None:
        if isinstance(stap, WeghaalStap):
            self.rekent(REKENT)
            self.doe(verwijder_organisatie, stap.zin, bij_klaar=self._weg, bij_fout=self.zeg_fout)

    def _weg(self, meldingen: tuple[str, ...]) -> None:
        for melding in (WEG, *meldingen):
            self.meld(melding)
        self.terug()

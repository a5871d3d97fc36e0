"""Gezin: who they are, who has gezag, and how to reach them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.talen import taal_naam
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.casus.tabblad import Tabblad
from kernteam_tui.screens.casus.woorden import gezag, gezag_kort, ja_nee, leeftijd
from kernteam_tui.services.casus import wijzig_casus
from kernteam_tui.services.casusbeeld import PersoonBeeld
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import Tekst


class GezinTab(Tabblad):
    """A table of persons; under it everything of the marked one."""

    NAAM = "gezin"
    TITEL = "Gezin"
    OPDRACHTEN = (
        Opdracht("wijzigen", "enter", "wijzigen", "De gegevens van deze persoon wijzigen", "persoon"),
        Opdracht("gezag", "g", "gezag", "Vastleggen of deze ouder gezag heeft, en hoe je dat weet", "gezag"),
        Opdracht("toevoegen", "t", "toevoegen", "Iemand aan het gezin toevoegen", "persoon"),
        Opdracht("ouders_weten", "o", "ouders weten het", "Noteren dat de ouders van de aanmelding weten"),
    )

    def compose(self) -> ComposeResult:
        yield Tekst(id="ouders-weten", classes="waarschuwing")
        yield Tabel(
            (
                Kolom("naam", "Naam", self.rek(24, 44)),
                Kolom("rol", "Rol", 10),
                Kolom("gezag", "Gezag", 8),
                Kolom("telefoon", "Telefoon", 14),
                Kolom("taal", "Taal", 12),
            ),
            "Nog niemand. Druk op t om iemand toe te voegen.",
            id="personen",
        )
        with VerticalScroll(id="persoon-meer", can_focus=False):
            yield Feiten(id="persoon")

    def begin(self) -> None:
        self.query_one("#personen-tabel").focus()

    def vul(self) -> None:
        weten = self.query_one("#ouders-weten", Tekst)
        weten.display = self._ouders_weten_nog_niet()
        weten.update("De ouders weten nog niet van de aanmelding. Vertel het ze eerst, en druk dan op o.")
        self.query_one("#personen", Tabel).vul([_rij(persoon) for persoon in self.casus.personen])
        self._toon_persoon()

    def past(self, opdracht: Opdracht) -> bool:
        persoon = self._gekozen()
        if opdracht.id == "gezag":
            return persoon is not None and persoon.rol is PersoonRol.OUDER
        if opdracht.id == "ouders_weten":
            return self._ouders_weten_nog_niet()
        return True

    def _ouders_weten_nog_niet(self) -> bool:
        return self.casus.ouders_weten is False and self.casus.afsluiting is None

    def _gekozen(self) -> PersoonBeeld | None:
        sleutel = self.gemarkeerd()
        return next((p for p in self.casus.personen if p.id == sleutel), None)

    @on(Tabel.Gemarkeerd)
    def _gemarkeerd(self) -> None:
        self._toon_persoon()
        self.scherm.toon_voet()

    @on(Tabel.Gekozen)
    def _enter(self) -> None:
        self.action_wijzigen()

    def _toon_persoon(self) -> None:
        persoon = self._gekozen()
        self.query_one("#persoon", Feiten).zet(_feiten(persoon, self.vandaag) if persoon else ())

    # --- commands ----------------------------------------------------------------------

    def action_wijzigen(self) -> None:
        persoon = self._gekozen()
        if persoon is not None:
            self.scherm.open("persoon", casus_id=self.casus.id, persoon_id=persoon.id)

    def action_toevoegen(self) -> None:
        self.scherm.open("persoon", casus_id=self.casus.id)

    def action_ouders_weten(self) -> None:
        self.scherm.doe(
            wijzig_casus,
            self.casus.id,
            self.casus.revision,
            ouders_weten=True,
            bij_klaar=self.scherm.toon_casus,
            ongedaan="Genoteerd dat de ouders het weten",
        )

    def action_gezag(self) -> None:
        persoon = self._gekozen()
        if persoon is not None:
            self.scherm.open("gezag", casus_id=self.casus.id, ouder_id=persoon.id)


def _rij(persoon: PersoonBeeld) -> Rij:
    taal = taal_naam(persoon.taal) + (" (tolk)" if persoon.tolk else "")
    cellen = (persoon.naam, persoon.rol.label, gezag_kort(persoon), persoon.telefoon, taal)
    return Rij(persoon.id, cellen)


def _feiten(persoon: PersoonBeeld, vandaag: date) -> Iterator[Feit]:
    ouder = persoon.rol is PersoonRol.OUDER
    yield persoon.rol.label, persoon.naam
    yield "geboren", leeftijd(persoon, vandaag)
    yield "gezag", gezag(persoon, vandaag) if ouder else ""
    yield "jongere woont hier", ja_nee(persoon.woont_bij) if ouder else ""
    yield "telefoon", persoon.telefoon
    yield "e-mail", persoon.email
    taal = taal_naam(persoon.taal)
    yield "taal", f"{taal}, met tolk" if persoon.tolk else taal

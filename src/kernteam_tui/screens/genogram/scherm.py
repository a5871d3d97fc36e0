"""Genogram: the family as a drawing, changed by keyboard."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.genogram.boomvlak import Boomvlak
from kernteam_tui.screens.genogram.naamvraag import Naamvraag, naam_sleutel
from kernteam_tui.screens.gezin.weghalen import haal_persoon_weg
from kernteam_tui.services.genogram import (
    GenogramBeeld,
    GenogramUitkomst,
    get_genogram,
    maak_genogrambestand,
    voeg_toe,
)
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

TEKENING, WOORDEN = "tekening", "woorden"
_OVER_EEN = {"wijzigen", "erbij", "relatie", "eraf"}
"""Commands about who is marked; in words nobody is."""
SOORTEN = (("PDF, om af te drukken", "pdf"), ("tekst, om voor te lezen", "tekst"))
BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. Het is voor je eigen werk. "
    "Ruim het op bij ctrl+g, Wat naar buiten ging."
)


class GenogramScreen(KernteamScreen):
    """`vorm`: the drawing, or the same in words."""

    NAAM = "genogram"
    TITEL = "Genogram"
    UITLEG = (
        "De familie getekend: [ ] man, ( ) vrouw, ouders boven hun kinderen. Met de pijltjes loop je van de "
        "een naar de ander; met t zet je iemand erbij, als wat die persoon is van wie gemarkeerd is."
    )
    CSS_PATH = stijl("genogram")
    OPDRACHTEN = (
        Opdracht("wijzigen", "enter", "wijzigen", "De gegevens van deze persoon wijzigen", "persoon"),
        Opdracht("erbij", "t", "erbij", "Iemand erbij zetten: ouder, kind, partner, broer of zus"),
        Opdracht("relatie", "r", "relatie", "Hoe deze persoon bij een ander hoort", "relatie"),
        Opdracht("wissel", "l", "tekening of woorden", "Van de tekening naar woorden, en terug"),
        Opdracht("netwerk", "w", "netwerk", "De netwerkkaart openen", "netwerk"),
        Opdracht("opslaan", "o", "opslaan", "Het genogram opslaan, voor je eigen werk"),
        Opdracht("eraf", "d,delete", "eraf", "Wie per vergissing is ingevoerd weghalen", in_voet=False),
    )

    def __init__(self, casus_id: str, vorm: str = TEKENING) -> None:
        super().__init__(casus_id=casus_id, vorm=vorm)
        self._casus_id = casus_id
        self._beeld: GenogramBeeld | None = None
        self._straks = ""
        """Id of who has just been put in: to be marked when the drawing is there."""

    def inhoud(self) -> ComposeResult:
        yield Boomvlak(id="genogram-boom")
        with VerticalScroll(id="genogram-woorden"):
            yield Tekst(id="genogram-tekst")
        yield Tekst(id="genogram-wie", classes="vet")
        yield Tekst(id="genogram-legenda", classes="zacht")

    def laad(self) -> None:
        self.lees(get_genogram, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: GenogramBeeld) -> None:
        eerste = self._beeld is None
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        self._boom.vul(beeld.stamboom, beeld.jongere_ids[0])
        self.query_one("#genogram-tekst", Tekst).update("\n".join(beeld.omschrijving))
        if self._straks:
            self._boom.markeer(self._straks)
            self._straks = ""
        self._toon_vorm()
        if eerste:
            self._zet_focus()

    @property
    def _boom(self) -> Boomvlak:
        return self.query_one("#genogram-boom", Boomvlak)

    @property
    def _in_woorden(self) -> bool:
        return self.argumenten["vorm"] == WOORDEN

    def _toon_vorm(self) -> None:
        self._boom.display = not self._in_woorden
        self.query_one("#genogram-woorden").display = self._in_woorden
        self._toon_wie()
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def _zet_focus(self) -> None:
        (self.query_one("#genogram-woorden") if self._in_woorden else self._boom).focus()

    @on(Boomvlak.Gemarkeerd)
    def _toon_wie(self) -> None:
        """Who is marked, in the words of the description; and the signs of the drawing."""
        wie = self._boom.sleutel
        zin = self._beeld.zin_over(wie) if self._beeld is not None and wie is not None else ""
        self.query_one("#genogram-wie", Tekst).update("" if self._in_woorden else zin)
        legenda = () if self._in_woorden else self._boom.legenda
        self.query_one("#genogram-legenda", Tekst).update("\n".join(legenda))

    @property
    def _naam(self) -> str:
        if self._beeld is None or self._boom.sleutel is None:
            return ""
        return self._beeld.stamboom.lid(self._boom.sleutel).naam

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [opdracht for opdracht in super().eigen_opdrachten() if self._past(opdracht.id)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._past(action) and super().check_action(action, parameters)

    def _past(self, opdracht_id: str) -> bool:
        return opdracht_id not in _OVER_EEN or not self._in_woorden

    # --- looking ------------------------------------------------------------------------

    def action_wissel(self) -> None:
        self.argumenten["vorm"] = TEKENING if self._in_woorden else WOORDEN
        self._toon_vorm()
        self._zet_focus()

    def action_netwerk(self) -> None:
        self.open("netwerk", casus_id=self._casus_id)

    # --- changing -----------------------------------------------------------------------

    def action_wijzigen(self) -> None:
        if self._boom.sleutel is not None:
            self.open("persoon", casus_id=self._casus_id, persoon_id=self._boom.sleutel)

    def action_relatie(self) -> None:
        if self._boom.sleutel is not None:
            self.open("relatie", casus_id=self._casus_id, van_id=self._boom.sleutel)

    def action_erbij(self) -> None:
        bij = self._boom.sleutel
        if bij is None:
            return
        keuzes = [(als.label, als) for als in Verwant]
        self.kies(f"Wie van {self._naam} komt erbij?", keuzes, partial(self._vraag_naam, bij))

    def _vraag_naam(self, bij: str, als: Verwant) -> None:
        sleutel = naam_sleutel(self._casus_id, bij, als)
        vraag = Naamvraag(f"{als.label.capitalize()} van {self._naam}", sleutel)
        self.app.push_screen(vraag, lambda naam: self._voeg_toe(bij, als, naam) if naam else None)

    def _voeg_toe(self, bij: str, als: Verwant, naam: str) -> None:
        self.rondt_af(naam_sleutel(self._casus_id, bij, als))
        self.doe(
            voeg_toe,
            self._casus_id,
            bij,
            als,
            naam,
            bij_klaar=self._toegevoegd,
            ongedaan="Persoon toegevoegd",
        )

    def _toegevoegd(self, persoon_id: str) -> None:
        self._straks = persoon_id
        self.laad()

    def action_eraf(self) -> None:
        if self._boom.sleutel is not None:
            haal_persoon_weg(self, self._casus_id, self._boom.sleutel, self._weggehaald)

    def _weggehaald(self) -> None:
        """The mark goes to the jongere, who cannot be taken away: a second `d` takes nobody else along."""
        if self._beeld is not None:
            self._boom.markeer(self._beeld.jongere_ids[0])
        self.laad()

    # --- on paper -----------------------------------------------------------------------

    def action_opslaan(self) -> None:
        self.kies("Het genogram opslaan", SOORTEN, self._bewaar)

    def _bewaar(self, vorm: str) -> None:
        self.doe(maak_genogrambestand, self._casus_id, vorm, bij_klaar=self._bewaard)

    def _bewaard(self, uitkomst: GenogramUitkomst) -> None:
        self.meld("\n".join((f"Opgeslagen: {uitkomst.bestand}", BUITEN, *uitkomst.meldingen)))

"""Reading one agenda in: which file, whether it comes in the place of another, and what was read."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.agenda import woorden
from kernteam_tui.screens.agenda.lezend import LezendScreen
from kernteam_tui.screens.agenda.padveld import Padveld
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.agendas import (
    AgendaBeeld,
    GelezenBestand,
    MensBeeld,
    get_mens,
    lees_bestand,
    neem_aan,
)
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.padtekst import lees_pad
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

VELD = "bestand"
HOE = (
    "Zo komt iemand aan dit bestand: in Outlook met Bestand, Agenda opslaan; in Google Agenda met "
    "Instellingen, Exporteren (pak de zip uit). Een half jaar is genoeg; ‘alleen beschikbaarheid’ mag ook."
)


class AgendaInlezenScreen(LezendScreen, FormulierScreen):
    """`partner_id`: whose agenda; `pad`: a file that was chosen already.

    What was read is shown once, here; after locking the form is empty again.
    """

    NAAM = "agenda_inlezen"
    TITEL = "Agenda inlezen"
    UITLEG = (
        "Typ de map en de naam van een .ics-bestand, plak die of sleep het bestand in het venster. Wat zacht "
        "achter de cursor staat, neem je over met →. Van elke afspraak blijft alleen over wanneer hij is, en "
        "of dat vast staat. Een bestand met dezelfde naam komt in de plaats van wat er was."
    )
    CSS_PATH = stijl("agenda")
    OPDRACHTEN = (Opdracht("klaar_maken", "enter,ctrl+s", "inlezen", "Dit bestand inlezen"),)
    TERUG_OPDRACHT = Opdracht("klaar_maken", "enter,ctrl+s", "klaar", "Terug naar de agenda’s")

    def __init__(self, partner_id: str, pad: str = "") -> None:
        super().__init__(partner_id=partner_id, pad=pad)
        self._partner_id = partner_id
        self._pad = pad
        self._mens: MensBeeld | None = None
        self._map = ""
        self._agenda_id = ""
        """Of what was read in here; the report is shown."""

    def concept_sleutel(self) -> str:
        return f"agenda:{self._partner_id}:{self._pad}"

    def inhoud(self) -> ComposeResult:
        yield from super().inhoud()
        with VerticalScroll(id="agenda-verslag"):
            yield Tekst(id="agenda-gelezen")

    def velden(self) -> ComposeResult:
        yield Padveld(
            VELD,
            "Bestand",
            ".ics",
            uitleg="typ, plak of sleep het hierheen; → vult aan",
            voorbeeld="bijvoorbeeld ~/Downloads/agenda.ics",
        )
        yield Tekst(id="agenda-bezig")
        yield Tekst(id="agenda-nu")
        yield Tekst(woorden.ALLEEN_TIJDEN, id="agenda-alleen")
        yield Tekst(HOE, id="agenda-hoe", classes="zacht")

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [self.TERUG_OPDRACHT] if self._agenda_id else super().eigen_opdrachten()

    # --- the form ---------------------------------------------------------------------------------

    def laad(self) -> None:
        self.lees(_begin, self._partner_id, bij_klaar=self._toon)

    def _toon(self, begin: tuple[MensBeeld, str]) -> None:
        self._mens, self._map = begin
        wie = "jij" if self._mens.ik else self._mens.naam
        self.kop(onderwerp=f"{wie}, {self._mens.rol.label}" if wie else self._mens.rol.label)
        vandaag = self.kernteam.klok.vandaag()
        self.query_one("#agenda-nu", Tekst).update(woorden.nu_gelezen(self._mens, vandaag))
        self.query_one(f"#{VELD}", Padveld).zoek_in(self._map)
        self.begin_met({VELD: self._pad})

    def begonnen(self) -> None:
        """Go on behind what stands there."""
        invoer = self.query_one(f"#{VELD}-invoer", Invoer)
        invoer.select_on_focus = False
        invoer.focus()
        invoer.cursor_position = 0  # so that going to the end brings the end into sight
        self.call_after_refresh(invoer.action_end)

    @on(Invoer.Submitted)
    def _enter(self) -> None:
        self.action_klaar_maken()

    def action_klaar_maken(self) -> None:
        if self._agenda_id:
            self.terug()
        else:
            super().action_klaar_maken()

    def afronden(self) -> None:
        try:
            pad = lees_pad(self.waarde[VELD], self._map)
        except KernteamError as fout:
            self._weiger(fout)
            return
        self.lees_rustig(
            lees_bestand, self._partner_id, pad, bij_klaar=self._vraag_of_bewaar, bij_fout=self._weiger
        )

    def _weiger(self, fout: KernteamError) -> None:
        self.toon_fouten({VELD: fout.zin})

    def toon_bezig(self, tekst: str) -> None:
        self.query_one("#agenda-bezig", Tekst).update(tekst)

    # --- what becomes of it -------------------------------------------------------------------------

    def _vraag_of_bewaar(self, gelezen: GelezenBestand) -> None:
        """A file of another name may be a newer one of the same agenda, or one beside it."""
        agendas = self._mens.agendas if self._mens else ()
        if not agendas or any(agenda.bestand == gelezen.bestand for agenda in agendas):
            self._bewaar(gelezen, None)
            return
        opties: list[tuple[str, AgendaBeeld | None]] = [
            (woorden.in_plaats_van(agenda), agenda) for agenda in agendas
        ]
        opties.append(("Erbij: iemand met twee agenda’s", None))
        self.kies("Er is al een agenda van deze persoon", opties, partial(self._bewaar, gelezen))

    def _bewaar(self, gelezen: GelezenBestand, in_plaats_van: AgendaBeeld | None) -> None:
        self.rond_af(
            neem_aan,
            self._partner_id,
            gelezen,
            (in_plaats_van.id,) if in_plaats_van else (),
            bij_klaar=partial(self._toon_verslag, gelezen),
            ongedaan="Agenda ingelezen",
        )

    def _toon_verslag(self, gelezen: GelezenBestand, agenda_id: str) -> None:
        self.klaar()
        self._agenda_id = agenda_id
        self.add_class("-gelezen")
        self.query_one("#agenda-gelezen", Tekst).update(woorden.verslag(gelezen))
        self.query_one("#agenda-verslag").focus()
        self.query_one(Voet).toon(self.voetopdrachten())

    def ververs(self) -> None:
        """What was read may have been taken back with ctrl+z: then there is no report any more."""
        if self._agenda_id:
            self.lees(get_mens, self._partner_id, bij_klaar=self._nog_zo)

    def _nog_zo(self, mens: MensBeeld) -> None:
        oud = self._mens.agendas if self._mens else ()
        if mens.agendas == oud or all(agenda.id != self._agenda_id for agenda in mens.agendas):
            self.terug()


def _begin(sessie: Sessie, partner_id: str) -> tuple[MensBeeld, str]:
    """Who it is, and the folder in which agendas come. Raises NietGevonden."""
    return get_mens(sessie, partner_id), get_instellingen(sessie).agenda_map

"""One backup: what is in it, beside what is in the store now, and putting it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort, tijd_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.terugzetten import (
    Inhoud,
    Inzage,
    SleutelPastNiet,
    bekijk_eigen_kopie,
    zet_terug,
)
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst

GETALLEN = (
    ("Casussen", "casussen"),
    ("Gesprekken", "gesprekken"),
    ("Notities", "notities"),
    ("Gezinsplannen", "plannen"),
)
LABEL, KOLOM = 18, 24
WAT_ER_GEBEURT = (
    "Je kluis wordt dan zoals op dat moment. Wat je daarna schreef raakt niet kwijt: de kluis van nu wordt "
    "apart gehouden in de map ‘oud’. Wat daarna definitief is gewist, wordt opnieuw gewist. "
    "Het programma vergrendelt eerst; daarna open je met de wachtwoordzin van toen."
)
VRAAG = "Typ de wachtwoordzin of herstelcode van deze kopie en druk op Enter"
EVEN_GEDULD = "Even geduld, de kopie wordt bekeken …"
BEZIG = "De reservekopie wordt teruggezet. Laat het programma open …"


class ReservekopieScreen(KernteamScreen):
    """Looks with the key of the open store; the passphrase is asked only to put it back."""

    NAAM = "reservekopie"
    TITEL = "Reservekopie"
    UITLEG = (
        "Links wat er in de kopie zit, rechts wat er nu in je kluis zit. Terugzetten doe je met de "
        "wachtwoordzin die gold toen de kopie werd gemaakt."
    )
    CSS_PATH = stijl("reservekopieen")
    OPDRACHTEN = (Opdracht("terugzetten", "ctrl+s", "terugzetten", "Deze reservekopie terugzetten"),)
    TYPEN = True
    AUTO_FOCUS = "#kopie-geheim"

    def __init__(self, pad: str) -> None:
        super().__init__(pad=pad)
        self._inzage: Inzage | None = None

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="kopie-vlak", can_focus=False):
            yield Tekst(EVEN_GEDULD, id="kopie-inhoud")
            yield Kopregel("Terugzetten")
            yield Tekst(WAT_ER_GEBEURT, classes="zacht")
            yield Tekst(VRAAG, id="kopie-vraag")
            yield Invoer(password=True, id="kopie-geheim")
            yield Tekst(id="kopie-melding")

    @property
    def pad(self) -> Path:
        return Path(str(self.argumenten["pad"]))

    def laad(self) -> None:
        self.kop(onderwerp=self.pad.name)
        if self._inzage is None:
            self._kijk("", self._toon)

    def _kijk(self, geheim: str, bij_klaar: Callable[[Inzage], None]) -> None:
        self.doe(bekijk_eigen_kopie, self.pad, geheim, bij_klaar=bij_klaar, bij_fout=self._niet_bekeken)

    def _toon(self, inzage: Inzage) -> None:
        self._inzage = inzage
        self.query_one("#kopie-inhoud", Tekst).update(_vergelijking(inzage))
        self._zeg("")

    def _niet_bekeken(self, fout: KernteamError) -> None:
        invoer = self.query_one("#kopie-geheim", Invoer)
        invoer.disabled = self.slikt_toetsen = False
        invoer.value = ""
        invoer.focus()
        if isinstance(fout, SleutelPastNiet):
            self.query_one("#kopie-inhoud", Tekst).update(fout.zin)
        else:
            self._zeg(fout.zin)

    def _zeg(self, zin: str) -> None:
        self.query_one("#kopie-melding", Tekst).update(Content.styled(zin, "$warning"))

    # --- putting it back ----------------------------------------------------------------------------

    @on(Invoer.Submitted, "#kopie-geheim")
    def action_terugzetten(self) -> None:
        """The passphrase is tried while the store is still open: a slip costs nothing."""
        invoer = self.query_one("#kopie-geheim", Invoer)
        if not invoer.value:
            self._zeg("Typ eerst de wachtwoordzin of herstelcode van deze kopie.")
            invoer.focus()
        elif not invoer.disabled:
            invoer.disabled = self.slikt_toetsen = True
            self._zeg(EVEN_GEDULD)
            self._kijk(invoer.value, partial(self._vraag, invoer.value))

    def _vraag(self, geheim: str, inzage: Inzage) -> None:
        self._toon(inzage)
        self.query_one("#kopie-geheim", Invoer).disabled = self.slikt_toetsen = False
        self.bevestig(
            "Deze reservekopie terugzetten?",
            f"Je kluis wordt weer zoals op {_moment(inzage.gemaakt)}. De kluis van nu blijft apart bewaard.",
            partial(self._doe_het, geheim),
            ja="Terugzetten",
            nee="Niet doen",
        )

    def _doe_het(self, geheim: str) -> None:
        app = self.kernteam
        kluis_map, pad, klok = app.kluis_map, self.pad, app.klok
        app.doe_gesloten(BEZIG, lambda: zet_terug(kluis_map, pad, geheim, klok).zin)


def _vergelijking(inzage: Inzage) -> Content:
    """A small table: a row for each kind, a column for the backup and one for now."""
    over = f"Gemaakt op {_moment(inzage.gemaakt)}, {inzage.reden}, met kernteam {inzage.programma}."
    kop = f"{'':{LABEL}}{'In de kopie':{KOLOM}}Nu"
    regels = [
        _regel(naam, str(getattr(inzage.inhoud, veld)), _nu(inzage.huidig, veld)) for naam, veld in GETALLEN
    ]
    laatst = _regel("Laatste wijziging", _laatst(inzage.inhoud), _laatst(inzage.huidig))
    return Content.assemble(over, "\n\n", (kop, ZACHT), "\n", "\n".join((*regels, laatst)))


def _regel(naam: str, toen: str, nu: str) -> str:
    return f"{naam:{LABEL}}{toen:{KOLOM}}{nu}"


def _nu(huidig: Inhoud | None, veld: str) -> str:
    return "" if huidig is None else str(getattr(huidig, veld))


def _laatst(inhoud: Inhoud | None) -> str:
    if inhoud is None:
        return ""
    return "nog niets" if inhoud.laatst is None else _moment(inhoud.laatst)


def _moment(moment: datetime) -> str:
    lokaal = moment.astimezone(AMSTERDAM)
    return f"{dag_kort(lokaal.date())} {lokaal.year} {tijd_kort(moment)}"

"""What every screen of an open store shares: header, footer, service calls, dialogs, and its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from importlib.resources import files
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, TextArea

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import (
    AAN_TAFEL,
    OVERAL_LETTERS,
    TERUG,
    Opdracht,
    overal_naast,
    overal_zonder_letters,
    voetvolgorde,
    zonder_letters,
)
from kernteam_tui.screens import plekken
from kernteam_tui.screens.dienst import DienstScreen
from kernteam_tui.screens.register import Argument, Plek, bestaat
from kernteam_tui.widgets.inhoud import Inhoud
from kernteam_tui.widgets.kop import Kop
from kernteam_tui.widgets.voet import Voet

if TYPE_CHECKING:
    pass


PLEK_WACHT, PLEK_POGINGEN = 0.05, 40
"""Two seconds, in steps, for a widget that still has to be mounted on a slow machine."""


def stijl(naam: str) -> list[str | PurePath]:
    """The css files of a screen: what all screens share, and its own `styles/<naam>.tcss`."""
    map_ = Path(str(files("kernteam_tui") / "styles"))
    return [map_ / "basis.tcss", map_ / f"{naam}.tcss"]


def bindingen(opdrachten: Iterable[Opdracht]) -> list[Binding]:
    """Key bindings for commands; their ids are the ids of the commands, so that keys can be remapped."""
    return [
        Binding(
            op.toets,
            op.id,
            op.tekst,
            show=False,
            id=op.id,
            priority=op.toets.startswith("ctrl+") or op.toets[1:].isdigit(),
        )
        for op in opdrachten
    ]


class KernteamScreen(DienstScreen):
    """A screen that the app can build again after locking from plain arguments.

    A subclass sets NAAM, TITEL and OPDRACHTEN, passes its plain arguments to `super().__init__`,
    and defines `inhoud()` and `laad()`. Service calls go through `lees` and `doe`.
    """

    NAAM: ClassVar[str] = ""
    """Its name in `register.SCHERMEN`."""
    TITEL: ClassVar[str] = ""
    UITLEG: ClassVar[str] = ""
    """What the screen is for, for F1."""
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = ()
    """Its own commands; each has a method `action_<id>`."""
    TYPEN: ClassVar[bool] = False
    """True where nearly every key is text: the footer then leaves out commands on a single letter."""
    LETTERS_OVERAL: ClassVar[bool] = True
    """False where a letter that no field takes is a slip: `n` and `/` then lead nowhere."""
    GEZIN_KIJKT_MEE: ClassVar[bool] = False
    """True where a family looks at the screen: of the general commands only those of `AAN_TAFEL` work."""
    CSS_PATH = [Path(str(files("kernteam_tui") / "styles")) / "basis.tcss"]
    BINDINGS = [Binding("escape", "terug", "terug", show=False, id="terug")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]

    def __init_subclass__(cls, **opties: Any) -> None:
        if "OPDRACHTEN" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindingen(cls.OPDRACHTEN)]
        super().__init_subclass__(**opties)

    def __init__(self, **argumenten: Argument) -> None:
        super().__init__()
        self.argumenten: dict[str, Argument] = argumenten
        """Plain values to build this screen again; keep them up to date while it is open."""
        self.te_herstellen: Plek | None = None
        self.slikt_toetsen = False
        """Something is being worked out: until then keys do nothing, but for locking, stopping and F9."""

    # --- what a subclass defines ---------------------------------------------------

    def inhoud(self) -> ComposeResult:
        """The widgets between header and footer."""
        yield from ()

    def laad(self) -> None:
        """Ask the services for what is shown; called at mount."""

    def ververs(self) -> None:
        """Called when the screen above has closed: what is shown may have changed."""
        self.laad()

    def bewaar_nu(self) -> None:
        """Save what is half typed, at once. Called before locking, leaving and quitting.

        Raises KernteamError when that fails.
        """

    def onbewaard(self) -> Any:
        """What to keep in memory when `bewaar_nu` failed at locking; None for nothing."""
        return None

    # --- the shared parts ----------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Kop(id="kop")
        with Inhoud(id="inhoud"):
            yield from self.inhoud()
        yield Voet(self.voetopdrachten(), id="voet")

    def on_mount(self) -> None:
        kop = self.query_one("#kop", Kop)
        kop.titel = self.TITEL
        kop.dag = self.kernteam.klok.vandaag()
        kop.merk = self.kernteam.merk
        kop.kluis = self.kernteam.nazorg.staat
        kop.slot_tekst = self.kernteam.slot_tekst()
        kop.namen_tekst = self.kernteam.namen.tekst
        self.laad()
        self.call_after_refresh(self.pas_plek_toe)
        self.call_later(self._misschien_gereed)

    def kop(self, titel: str | None = None, onderwerp: str | None = None) -> None:
        """Set the header line; None leaves a part as it is."""
        kop = self.query_one("#kop", Kop)
        if titel is not None:
            kop.titel = titel
        if onderwerp is not None:
            kop.onderwerp = onderwerp

    def opdrachten(self) -> list[Opdracht]:
        """Every command that works here, this screen's own first."""
        eigen, terug = self.eigen_opdrachten(), [TERUG] if self.kernteam.kan_terug() else []
        overal = overal_naast(eigen, bestaat)
        if self.GEZIN_KIJKT_MEE:
            overal = (op for op in overal if op.id in AAN_TAFEL)
        return [*eigen, *terug, *(overal if self.LETTERS_OVERAL else overal_zonder_letters(overal))]

    def eigen_opdrachten(self) -> list[Opdracht]:
        """OPDRACHTEN of this class and of the classes it is built on."""
        gezien: dict[str, Opdracht] = {}
        for klasse in type(self).__mro__:
            for opdracht in klasse.__dict__.get("OPDRACHTEN", ()):
                gezien.setdefault(opdracht.id, opdracht)
        return list(gezien.values())

    def voetopdrachten(self) -> list[Opdracht]:
        """The commands of the footer, in order."""
        eigen, alle = self.eigen_opdrachten(), self.opdrachten()
        overal = [op for op in alle if op not in eigen and op.scherm != self.NAAM]
        if self._in_tekst():
            return voetvolgorde(zonder_letters(eigen), overal, typen=True)
        return voetvolgorde(eigen, overal, self.TYPEN)

    def _in_tekst(self) -> bool:
        """A letter would now be written in a field: in the footer it would be a key that does not work."""
        focus = self.focused
        return isinstance(focus, Input) or (isinstance(focus, TextArea) and not focus.read_only)

    def on_key(self, event: events.Key) -> None:
        """What no field took, before the commands that work everywhere."""
        if not self.LETTERS_OVERAL and event.key in OVERAL_LETTERS:
            event.stop()

    @on(events.DescendantFocus)
    def _andere_toetsen(self) -> None:
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    @on(Voet.Gekozen)
    async def _voet_gekozen(self, event: Voet.Gekozen) -> None:
        await self.voer_uit(event.opdracht.id)

    async def voer_uit(self, opdracht_id: str) -> None:
        """Run a command by its id, as if its key was pressed here."""
        eigen = opdracht_id == TERUG.id or any(op.id == opdracht_id for op in self.eigen_opdrachten())
        await self.run_action(f"{'screen' if eigen else 'app'}.{opdracht_id}")

    # --- words -------------------------------------------------------------------------

    def meld(self, tekst: str) -> None:
        """A short notification, on the screen that is seen now (`schil.meldingen` has the rule)."""
        self.kernteam.meldingen.zeg(tekst, van=self)

    @property
    def weg_van_tafel(self) -> str:
        """Said where a key would lead away while a family looks along: which key closes this screen."""
        return ""

    def toon_fout(self, fout: KernteamError) -> None:
        """One Dutch dialog: what is wrong and what to do."""
        self.kernteam.toon(fout)

    # --- going elsewhere ---------------------------------------------------------------

    def open(self, naam: str, **argumenten: Argument) -> None:
        """A screen on top of this one."""
        self.kernteam.open(naam, **argumenten)

    def vervang(self, naam: str, **argumenten: Argument) -> None:
        """A screen instead of this one."""
        self.kernteam.vervang(naam, **argumenten)

    def ga_naar(self, naam: str, **argumenten: Argument) -> None:
        """A main screen: all others close."""
        self.kernteam.ga_naar(naam, **argumenten)

    def terug(self) -> None:
        """Back to the screen below."""
        self.kernteam.terug()

    def action_terug(self) -> None:
        self.terug()

    # --- its place ----------------------------------------------------------------------

    def plek(self) -> Plek:
        """Where the user is on this screen."""
        focus = self.focused
        return Plek(
            self.NAAM,
            dict(self.argumenten),
            (focus.id or "") if focus is not None else "",
            plekken.cursor_van(focus) if focus is not None else (),
        )

    def herstel(self, plek: Plek) -> None:
        """Put the user back; called before mount. Focus and cursor follow when the widgets are there."""
        self.te_herstellen = plek

    def na_lezen(self) -> None:
        self.pas_plek_toe()

    def pas_plek_toe(self, nog: int = PLEK_POGINGEN) -> None:
        """Restore focus and cursor; again after each load, until the user presses a key.

        What a load mounts may take a while to stand: while the widget is not there, try `nog` times more.
        """
        plek = self.te_herstellen
        if plek is None or not plek.focus or self.kernteam.toetsen_sinds_openen:
            return
        widget = next((w for w in self.query(f"#{plek.focus}") if plekken.kan_focus(w)), None)
        if widget is not None:
            widget.focus()
            plekken.zet_cursor(widget, plek.cursor)
        elif nog:
            self.set_timer(PLEK_WACHT, partial(self.pas_plek_toe, nog - 1))

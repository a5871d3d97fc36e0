"""What every screen of an open store shares: header, footer, service calls, dialogs, and its place."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable
from functools import partial
from importlib.resources import files
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, TextArea

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.opdrachten import TERUG, Opdracht, overal_naast, voetvolgorde, zonder_letters
from kernteam_tui.screens import plekken
from kernteam_tui.screens.register import Argument, Plek, bestaat
from kernteam_tui.screens.vragen import VraagScreen
from kernteam_tui.widgets.inhoud import Inhoud
from kernteam_tui.widgets.kop import Kop
from kernteam_tui.widgets.voet import Voet

if TYPE_CHECKING:
    from textual.worker import WorkType

    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services.ongedaan import Ongedaan

T = TypeVar("T")

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


class KernteamScreen(VraagScreen):
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
    CSS_PATH = [Path(str(files("kernteam_tui") / "styles")) / "basis.tcss"]
    BINDINGS = [Binding("escape", "terug", "terug", show=False, id="terug")]
    VERTICAL_BREAKPOINTS = [(0, "-laag"), (30, "-hoog")]
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (100, "-breed")]

    class Uitkomst(Message, bubble=False):
        """A service call has ended."""

        def __init__(self, na: Callable[[], None], schrijft: bool) -> None:
            super().__init__()
            self.na = na
            self.schrijft = schrijft

    def __init_subclass__(cls, **opties: Any) -> None:
        if "OPDRACHTEN" in cls.__dict__:
            cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindingen(cls.OPDRACHTEN)]
        super().__init_subclass__(**opties)

    def __init__(self, **argumenten: Argument) -> None:
        super().__init__()
        self.argumenten: dict[str, Argument] = argumenten
        """Plain values to build this screen again; keep them up to date while it is open."""
        self.te_herstellen: Plek | None = None
        self.laadt = True
        """What it shows first is still on its way; keys wait for it (`Toetswacht`)."""
        self.slikt_toetsen = False
        """Something is being worked out: until then keys do nothing, but for locking, stopping and F9."""
        self._lezend: set[str] = set()
        self._bezig: set[str] = set()
        self._groepen = itertools.count()

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

    @property
    def kernteam(self) -> KernteamApp:
        return cast("KernteamApp", self.app)

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

    def _misschien_gereed(self) -> None:
        """Nothing is being read any more, and what was read is handled: keys may come."""
        if self.laadt and not self._lezend:
            self.call_after_refresh(self._gereed)

    def _gereed(self) -> None:
        self.laadt = bool(self._lezend)

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
        return [*eigen, *terug, *overal_naast(eigen, bestaat)]

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

    # --- services --------------------------------------------------------------------

    def lees(
        self,
        functie: Callable[..., T],
        *args: Any,
        bij_klaar: Callable[[T], None],
        groep: str = "",
        **kw: Any,
    ) -> None:
        """Run the query `functie(sessie, *args, **kw)` in a thread; `bij_klaar(result)` on the UI thread.

        A newer call of the same group (default: the function's name) makes an older result vanish.
        Nothing happens when the store was closed: a timer may go off on a screen that is on its way out.
        """
        if not self.kernteam.is_open:
            return
        werk = partial(functie, self.kernteam.sessie, *args, **kw)
        naam = f"lees-{groep or _naam(functie)}"
        self._lezend.add(naam)
        # a function, not a coroutine: one that is overtaken before it starts would never be awaited
        lezer: WorkType[None] = partial(self._lees, naam, werk, bij_klaar)
        self.run_worker(lezer, name=naam, group=naam, exclusive=True, exit_on_error=False)

    async def _lees(self, naam: str, werk: Callable[[], Any], bij_klaar: Callable[[Any], None]) -> None:
        na: Callable[[], None]
        try:
            uitkomst = await in_draad(werk)
        except Exception as fout:  # the border with the services: shown and logged, never swallowed
            na = partial(self.kernteam.toon, fout)
        else:
            na = partial(bij_klaar, uitkomst)
        self.post_message(self.Uitkomst(partial(self._geladen, naam, na), schrijft=False))

    def _geladen(self, naam: str, na: Callable[[], None]) -> None:
        if not self.kernteam.is_open:
            return  # locked in the meantime: nothing of it may be shown or asked any more
        self._lezend.discard(naam)
        na()
        self.call_after_refresh(self.pas_plek_toe)
        self.call_later(self._misschien_gereed)

    def doe(
        self,
        functie: Callable[..., T],
        *args: Any,
        bij_klaar: Callable[[T], None] | None = None,
        bij_fout: Callable[[KernteamError], None] | None = None,
        groep: str = "",
        ongedaan: str | Ongedaan = "",
        **kw: Any,
    ) -> None:
        """Run the write `functie(sessie, *args, **kw)` in a thread; the callbacks run on the UI thread.

        While it runs, a write of the same group (default: the function's name) is not started again (a
        double Enter). A KernteamError goes to `bij_fout`, or becomes a dialog; any other exception
        becomes the apology dialog. With `ongedaan` (what was done, or the way back) ctrl+z takes it back.
        """
        sessie, groep = self.sessie_voor_schrijven(), groep or _naam(functie)
        werk, na = self.kernteam.terugweg.volg(functie, bij_klaar, ongedaan)
        self.roep(werk, sessie, *args, bij_klaar=na, bij_fout=bij_fout, groep=groep, **kw)

    def roep(
        self,
        functie: Callable[..., T],
        *args: Any,
        bij_klaar: Callable[[T], None] | None = None,
        bij_fout: Callable[[KernteamError], None] | None = None,
        groep: str = "",
        **kw: Any,
    ) -> None:
        """As `doe`, for a service that needs no open store (making one)."""
        naam = groep or _naam(functie)
        if naam in self._bezig:
            return
        self._bezig.add(naam)
        self.kernteam.begin_schrijven()
        # on the app: leaving this screen must not drop the answer of a write
        self.app.run_worker(
            self._schrijf(naam, partial(functie, *args, **kw), bij_klaar, bij_fout),
            name=f"doe-{naam}",
            group=f"doe-{naam}-{id(self)}",
            exit_on_error=False,
        )

    async def _schrijf(
        self,
        naam: str,
        werk: Callable[[], T],
        bij_klaar: Callable[[T], None] | None,
        bij_fout: Callable[[KernteamError], None] | None,
    ) -> None:
        na: Callable[[], None]
        try:
            uitkomst = await in_draad(werk)
        except asyncio.CancelledError:
            self.kernteam.einde_schrijven()
            raise
        except Exception as fout:  # the border with the services: shown and logged, never swallowed
            if bij_fout is not None and isinstance(fout, KernteamError) and self.is_attached:
                na = partial(bij_fout, fout)
            else:
                na = partial(self.kernteam.toon, fout)
        else:
            na = partial(bij_klaar, uitkomst) if bij_klaar is not None else _niets
        self._bezig.discard(naam)
        if not (self.is_attached and self.post_message(self.Uitkomst(na, schrijft=True))):
            self.kernteam.einde_schrijven()
            if isinstance(na, partial) and na.func == self.kernteam.toon:
                na()

    @on(Uitkomst)
    def _uitkomst(self, event: Uitkomst) -> None:
        try:
            event.na()
        finally:
            if event.schrijft:
                self.kernteam.einde_schrijven()

    # --- words -------------------------------------------------------------------------

    def meld(self, tekst: str) -> None:
        """A short notification, on the screen that is seen now (`schil.meldingen` has the rule)."""
        self.kernteam.meldingen.zeg(tekst)

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


def _naam(functie: Callable[..., Any]) -> str:
    return getattr(functie, "__name__", type(functie).__name__)


def _niets() -> None:
    return None

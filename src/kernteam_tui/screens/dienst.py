"""A screen that asks the services: reading and writing in a thread, the answer on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual import on
from textual.message import Message

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.draad import in_draad
from kernteam_tui.screens.vragen import VraagScreen

if TYPE_CHECKING:
    from textual.worker import WorkType

    from kernteam_tui.app import KernteamApp
    from kernteam_tui.services.ongedaan import Ongedaan

T = TypeVar("T")


class DienstScreen(VraagScreen):
    """`lees` and `doe`: the only two ways from a screen to the store."""

    class Uitkomst(Message, bubble=False):
        """A service call has ended; `schrijft` names a write, which until here is not started again."""

        def __init__(self, na: Callable[[], None], schrijft: str = "") -> None:
            super().__init__()
            self.na = na
            self.schrijft = schrijft

    def __init__(self) -> None:
        super().__init__()
        self.laadt = True
        """What it shows first is still on its way; keys wait for it (`Toetswacht`)."""
        self._lezend: set[str] = set()
        self._bezig: set[str] = set()

    @property
    def kernteam(self) -> KernteamApp:
        return cast("KernteamApp", self.app)

    def na_lezen(self) -> None:
        """Called when what was read has been shown."""

    def _misschien_gereed(self) -> None:
        """Nothing is being read any more, and what was read is handled: keys may come."""
        if self.laadt and not self._lezend:
            self.call_after_refresh(self._gereed)

    def _gereed(self) -> None:
        self.laadt = bool(self._lezend)

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
        self.post_message(self.Uitkomst(partial(self._geladen, naam, na)))

    def _geladen(self, naam: str, na: Callable[[], None]) -> None:
        if not self.kernteam.is_open:
            return  # locked in the meantime: nothing of it may be shown or asked any more
        self._lezend.discard(naam)
        na()
        self.call_after_refresh(self.na_lezen)
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
        Nothing happens when the store was closed, as with `lees`.
        """
        if not self.kernteam.is_open:
            return
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
        if not (self.is_attached and self.post_message(self.Uitkomst(na, schrijft=naam))):
            self._bezig.discard(naam)
            self.kernteam.einde_schrijven()
            if isinstance(na, partial) and na.func == self.kernteam.toon:
                na()

    @on(Uitkomst)
    def _uitkomst(self, event: Uitkomst) -> None:
        self._bezig.discard(event.schrijft)
        try:
            event.na()
        finally:
            if event.schrijft:
                self.kernteam.einde_schrijven()


def _naam(functie: Callable[..., Any]) -> str:
    return getattr(functie, "__name__", type(functie).__name__)


def _niets() -> None:
    return None

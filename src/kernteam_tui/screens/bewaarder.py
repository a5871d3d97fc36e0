"""Saves by itself while a user types: at most half a second after a key, and at once when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.screen import Screen
from textual.timer import Timer

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.schil.draad import in_draad

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

T = TypeVar("T")
U = TypeVar("U")

NA_SECONDEN = 0.5
"""From the first key that is not saved yet to the save; later keys do not put it off."""
OPNIEUW_NA = 3.0
"""After a failure (a full disk) it is tried again so often."""
NOG_NIET = "nog niet bewaard"


class Bewaarder(Generic[T]):
    """The saver of one form or editor.

    `lees` gives what is to be saved now (UI thread, asked only when saving); `bewaar` saves it
    durably (in a thread; `nu()` calls it directly) and may raise KernteamError; `bij_staat` gets the
    text for the screen; `bij_bewaard` gets what `bewaar` gave back, on the UI thread. `bij_fout` gets a
    failure first; True: it was dealt with, and saving waits for the next key. Saves never overtake
    each other: an older one that comes late is skipped.
    """

    def __init__(
        self,
        scherm: Screen[Any],
        lees: Callable[[], T],
        bewaar: Callable[[T], Any],
        bij_staat: Callable[[str], None],
        bij_bewaard: Callable[[Any], None] | None = None,
        bij_fout: Callable[[Exception], bool] | None = None,
    ) -> None:
        self._scherm = scherm
        self._lees = lees
        self._bewaar = bewaar
        self._bij_staat = bij_staat
        self._bij_bewaard = bij_bewaard
        self._bij_fout = bij_fout
        self._slot = threading.Lock()
        self._nummer = 0
        self._bewaard_nummer = 0
        self._vuil = False
        self._gesloten = False
        self._timer: Timer | None = None
        self._fout_getoond = False

    @property
    def vuil(self) -> bool:
        """There is text that was not saved yet."""
        return self._vuil

    def gewijzigd(self) -> None:
        """The user typed."""
        self._vuil = True
        self._bij_staat(NOG_NIET)
        self._plan(NA_SECONDEN)

    def nu(self) -> None:
        """Save at once, on this thread. Raises KernteamError; the text then still counts as unsaved."""
        if not self._vuil or self._gesloten:
            return
        self._stop_timer()
        try:
            uitkomst = self._schrijf(self._volgend_nummer(), self._lees())
        except KernteamError:
            self._plan(OPNIEUW_NA)
            raise
        self._klaar(uitkomst, self._nummer)

    @property
    def gesloten(self) -> bool:
        """Nothing is saved any more."""
        return self._gesloten

    def sluitend(self, functie: Callable[..., U]) -> Callable[..., U]:
        """`functie`, the write that finishes the work: once it has succeeded nothing is saved any more.

        A save that comes due in the meantime waits, and goes on when the write has failed.
        """

        @wraps(functie)
        def werk(*args: Any, **kw: Any) -> U:
            with self._slot:
                uitkomst = functie(*args, **kw)
                self._gesloten = True
            return uitkomst

        return werk

    def sluit(self) -> None:
        """The work is finished: nothing is saved any more; waits for a save that is under way."""
        self._stop_timer()
        with self._slot:
            self._gesloten = True
        self._vuil = False

    def _plan(self, seconden: float) -> None:
        if self._timer is None and not self._gesloten:
            self._timer = self._scherm.set_timer(seconden, self._tijd)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tijd(self) -> None:
        self._timer = None
        if self._vuil and not self._gesloten:
            werk = partial(self._schrijf, self._volgend_nummer(), self._lees())
            self._scherm.run_worker(
                self._in_achtergrond(werk, self._nummer), group="bewaren", exit_on_error=False
            )

    async def _in_achtergrond(self, werk: Callable[[], Any], nummer: int) -> None:
        try:
            uitkomst = await in_draad(werk)
        except Exception as fout:  # the border with the services: shown and logged, never swallowed
            self._mislukt(fout)
        else:
            self._klaar(uitkomst, nummer)

    def _volgend_nummer(self) -> int:
        self._nummer += 1
        return self._nummer

    def _schrijf(self, nummer: int, waarde: T) -> Any:
        with self._slot:
            if self._gesloten or nummer < self._bewaard_nummer:
                return None
            uitkomst = self._bewaar(waarde)
            self._bewaard_nummer = nummer
            return uitkomst

    def _klaar(self, uitkomst: Any, nummer: int) -> None:
        self._fout_getoond = False
        if self._bij_bewaard is not None and uitkomst is not None:
            self._bij_bewaard(uitkomst)
        if nummer == self._nummer and self._timer is None:
            self._vuil = False
            moment = self._app().klok.nu().astimezone(AMSTERDAM)
            self._bij_staat(f"bewaard {moment:%H:%M:%S}")

    def _mislukt(self, fout: Exception) -> None:
        zin = fout.zin if isinstance(fout, KernteamError) else ""
        self._bij_staat(f"{NOG_NIET}. {zin}".strip())
        if self._bij_fout is not None and self._bij_fout(fout):
            return
        if not self._fout_getoond:
            self._fout_getoond = True
            self._app().toon(fout)
        self._plan(OPNIEUW_NA)

    def _app(self) -> KernteamApp:
        app: Any = self._scherm.app
        return app  # type: ignore[no-any-return]  # every screen of ours lives in a KernteamApp

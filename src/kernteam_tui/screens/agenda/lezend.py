"""A screen that reads what a stranger wrote: said after a second; Esc breaks it off, keeping nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens.basis import KernteamScreen

T = TypeVar("T")

NA_SECONDEN = 1.0
"""So long a reading may take before it is said that it goes on."""
AFGEBROKEN = "Afgebroken. Er is niets ingelezen en niets veranderd."


class LezendScreen(KernteamScreen):
    """A subclass starts with `lees_rustig` and shows in `toon_bezig` what is said meanwhile.

    Reading keeps nothing; what is kept follows in a write of its own, after the reading has come through.
    """

    _nummer = 0
    _leest = False

    def lees_rustig(
        self,
        functie: Callable[..., T],
        *args: Any,
        bij_klaar: Callable[[T], None],
        bij_fout: Callable[[KernteamError], None],
    ) -> None:
        """Run `functie(sessie, *args)` in a thread. Not a second time while it runs; not heard after Esc."""
        if self._leest:
            return
        self._nummer += 1
        self._leest = True
        self.toon_bezig("")
        self.set_timer(NA_SECONDEN, partial(self._duurt, self._nummer))
        na = partial(self._gelezen, self._nummer, bij_klaar, bij_fout)
        self.lees(_probeer, functie, args, bij_klaar=na, groep="bestand")

    def toon_bezig(self, tekst: str) -> None:
        """Show this where the user looks; empty: nothing to say (any more)."""

    def bezig_tekst(self) -> str:
        """What is said while it goes on."""
        return "De agenda wordt gelezen …  Esc breekt af"

    def action_terug(self) -> None:
        if not self._leest:
            super().action_terug()
            return
        self._nummer += 1
        self._leest = False
        self.toon_bezig(AFGEBROKEN)

    def _duurt(self, nummer: int) -> None:
        if self._leest and nummer == self._nummer:
            self.toon_bezig(self.bezig_tekst())

    def _gelezen(
        self,
        nummer: int,
        bij_klaar: Callable[[T], None],
        bij_fout: Callable[[KernteamError], None],
        uitkomst: T | Exception,
    ) -> None:
        if nummer != self._nummer:
            return
        self._leest = False
        self.toon_bezig("")
        if isinstance(uitkomst, KernteamError):
            bij_fout(uitkomst)
        elif isinstance(uitkomst, Exception):
            self.kernteam.toon(uitkomst)
        else:
            bij_klaar(uitkomst)


def _probeer(sessie: Any, functie: Callable[..., T], args: tuple[Any, ...]) -> T | Exception:
    """Its answer, or what it raised: a reading that was broken off may go wrong unheard."""
    try:
        return functie(sessie, *args)
    except Exception as fout:  # handed over: shown by the screen, if it still waits for it
        return fout

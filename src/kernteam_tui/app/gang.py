"""Going from screen to screen: each step saves what is half typed first."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from kernteam_tui.app.basis import BasisApp
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.vangnet import bewaar
from kernteam_tui.screens.register import Argument, maak_scherm

EERSTE = 1
"""Place of the main screen in the stack of `werk`. Below it lies an empty one: Textual cannot replace
the screen with which a mode begins."""


class GangApp(BasisApp):
    """The stack of screens of an open store."""

    def open(self, naam: str, **argumenten: Argument) -> None:
        """A screen on top of the others."""
        self.push_screen(maak_scherm(naam, argumenten))

    def vervang(self, naam: str, **argumenten: Argument) -> None:
        """A screen instead of the one on top."""
        if self._bewaard(self.screen):
            self.switch_screen(maak_scherm(naam, argumenten))

    def ga_naar(self, naam: str, **argumenten: Argument) -> None:
        """A main screen; all others close, after saving."""
        if not self._alles_bewaard():
            return
        with self.batch_update():
            while len(self.screen_stack) > EERSTE + 1:
                self.pop_screen()
            self.switch_screen(maak_scherm(naam, argumenten))

    def terug(self) -> None:
        """To the screen below, after saving."""
        if not self.kan_terug() or not self._bewaard(self.screen):
            return
        self.pop_screen()
        if hasattr(self.screen, "ververs"):
            self.screen.ververs()

    def kan_terug(self) -> bool:
        return self.is_open and len(self.screen_stack) > EERSTE + 1

    def _alles_bewaard(self) -> bool:
        return all(self._bewaard(scherm) for scherm in reversed(self.screen_stack))

    def _bewaard(self, scherm: Screen[Any]) -> bool:
        try:
            bewaar(scherm)
        except KernteamError as fout:
            self.toon(fout)
            return False
        return True

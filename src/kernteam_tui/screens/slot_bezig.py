"""The lock screen while something is done with the closed store: no passphrase can be typed yet."""

from __future__ import annotations

from kernteam_tui.screens.slot import SlotScreen


class BezigSlotScreen(SlotScreen):
    """Asks for the passphrase once `klaar` was called."""

    def on_mount(self) -> None:
        self._invoer_aan(False)

    def na_eerste_beeld(self) -> None:
        """Nothing is looked at yet: the store is in use, by ourselves."""

    def klaar(self, zin: str) -> None:
        """It is done: say what came of it, and go on as any lock screen."""
        self._invoer_aan(True)
        super().na_eerste_beeld()
        if zin:
            self.zeg(zin)

"""Where confidential text asks for more care than Textual gives: crashes, pictures, markup."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, cast

from textual.app import App, SystemCommand
from textual.screen import Screen

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil import noodlog

EXCUUS = (
    "Er ging iets mis in het programma; dat ligt niet aan jou.\n"
    "Wat je typte is bewaard, tot op een seconde. Start kernteam opnieuw.\n"
    "Gebeurt het vaker? Geef dan dit bestand door, er staan geen namen in:\n"
)
FOUT_IN_PROGRAMMA = 70


class VangnetApp(App[int], inherit_bindings=False):
    """An app that fails in Dutch, saves first, and writes down only where it failed."""

    ENABLE_COMMAND_PALETTE = False
    logbestand: Path | None = None
    """Where failures of the program are noted; None: the platform's log folder."""

    def sluit_kluis(self) -> None:
        """Close the open store, if there is one."""

    def zeg_fout(self, titel: str, tekst: str, stap: str) -> None:
        """Show the dialog of a failure."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Nothing: a picture of confidential text does not belong on the disk."""

    def get_system_commands(self, screen: Screen[Any]) -> Any:  # noqa: ARG002 - Textual's signature
        """None of Textual's own commands."""
        return cast("list[SystemCommand]", [])

    def let_op_einde(self, stop: Callable[[], None]) -> None:
        """A closed terminal window or a shutdown ends the program with `stop`."""
        if self.is_headless:
            return
        for naam in ("SIGHUP", "SIGTERM"):
            with contextlib.suppress(AttributeError, NotImplementedError):  # Windows has neither
                asyncio.get_running_loop().add_signal_handler(getattr(signal, naam), stop)

    # --- words and failures --------------------------------------------------------------------

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """As Textual's, with markup off unless asked for."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def toon(self, fout: Exception) -> None:
        """One Dutch dialog for a failure; one that nobody expected is also noted in the log."""
        if isinstance(fout, KernteamError):
            self.zeg_fout(fout.titel, fout.tekst, fout.stap)
        else:
            self.zeg_fout("Er ging iets mis", EXCUUS + self._noteer(fout), "")

    def _noteer(self, fout: BaseException) -> str:
        return noodlog.noteer(fout, self.logbestand)

    def _handle_exception(self, error: Exception) -> None:
        """Textual's last resort. Its own version prints local variables: names, and the passphrase."""
        self._return_code = FOUT_IN_PROGRAMMA
        if self._exception is not None:
            return
        self._exception = error
        self._exception_event.set()
        self._noodgreep(error)

    def _fatal_error(self) -> None:
        self._handle_exception(RuntimeError())

    def _noodgreep(self, error: Exception) -> None:
        from rich.text import Text

        for scherm in reversed(self._alle_schermen()):
            with contextlib.suppress(Exception):  # one broken screen must not cost the text of another
                bewaar(scherm)
        with contextlib.suppress(Exception):  # as above: what follows must happen
            self.sluit_kluis()
        self._exit_renderables = [Text(EXCUUS + self._noteer(error))]
        self._close_messages_no_wait()

    def _alle_schermen(self) -> list[Screen[Any]]:
        return [scherm for stapel in self._screen_stacks.values() for scherm in stapel]


def bewaar(scherm: Screen[Any]) -> None:
    """Save what is half typed on that screen. Raises KernteamError."""
    bewaar_nu: Callable[[], None] | None = getattr(scherm, "bewaar_nu", None)
    if bewaar_nu is not None:
        bewaar_nu()

"""A small screen that asks for a folder or a file on this computer, and looks whether it will do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.screens.vragen import Gebrek
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.tekst import Tekst


class Padvraag(Dialoog[Path]):
    """Answers with a path that passed `controle`; what is wrong is said under the field."""

    def __init__(
        self,
        titel: str,
        vraag: str,
        voorbeeld: str,
        controle: Callable[[str], Path],
        goed: str,
        gebrek: Gebrek | None = None,
    ) -> None:
        """`controle` makes a path of what was typed and raises a KernteamError where it will not do.

        `gebrek`: an answer that was refused later, to be mended.
        """
        super().__init__(titel)
        self._vraag = vraag
        self._voorbeeld = voorbeeld
        self._controle = controle
        self._goed = goed
        self._gebrek = gebrek

    def inhoud(self) -> ComposeResult:
        yield Tekst(self._vraag)
        yield Invoer(
            self._gebrek.tekst if self._gebrek else "", self._voorbeeld, id="pad", select_on_focus=False
        )
        yield Tekst(self._gebrek.zin if self._gebrek else "", id="pad-fout", classes="fout")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Terug", "terug")
            yield knop(f"{self._goed} (Enter)", "goed", hoofd=True)

    def on_mount(self) -> None:
        self.query_one("#pad", Invoer).focus()

    @on(Invoer.Changed, "#pad")
    def _getypt(self, event: Invoer.Changed) -> None:
        if self._gebrek is None or event.value != self._gebrek.tekst:
            self.query_one("#pad-fout", Tekst).update("")

    @on(Invoer.Submitted, "#pad")
    @on(Button.Pressed, "#goed")
    def _klaar(self) -> None:
        try:
            pad = self._controle(self.query_one("#pad", Invoer).value.strip())
        except KernteamError as fout:
            self.query_one("#pad-fout", Tekst).update(fout.zin)
        else:
            self.dismiss(pad)

    @on(Button.Pressed, "#terug")
    def _terug(self) -> None:
        self.action_sluit()

"""Where a paper went as a file, and that it is no longer protected there."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.widgets.tekst import Tekst

BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. "
    "Geef het mee of druk het af, en ruim het daarna op (ctrl+g, Wat naar buiten ging)."
)


class Opgeslagendialoog(Dialoog[None]):
    """Where the file is, and that it is no longer protected."""

    def __init__(self, titel: str, bestand: Path, let_op: tuple[str, ...] = (), buiten: str = BUITEN) -> None:
        super().__init__(titel)
        self._bestand = bestand
        self._let_op = let_op
        self._buiten = buiten

    def inhoud(self) -> ComposeResult:
        yield Tekst(str(self._bestand), id="bestand", classes="vet")
        for zin in self._let_op:
            yield Tekst(zin, classes="dialoog-stap waarschuwing")
        yield Tekst(self._buiten, classes="dialoog-stap")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)

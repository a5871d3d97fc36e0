"""F1: what this screen is for, and every key that works here. Read from the command table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from kernteam_tui.schil.opdrachten import OVERAL, ZONDER_SLEUTEL, Opdracht, toets_tekst
from kernteam_tui.screens.dialogen import Dialoog
from kernteam_tui.widgets.tekst import Tekst

TOETS_BREED = 16
ALTIJD = (
    ("Tab", "Naar het volgende veld; shift+Tab terug"),
    ("Enter", "Openen of kiezen"),
    ("spatie", "Aan- of uitvinken"),
    ("Shift+muis", "Tekst kiezen om te kopiëren (op een Mac: Option+muis)"),
)
BEWAREN = "Bewaren gaat vanzelf. Sluit gerust de laptop: wat je typte, staat er weer na het ontgrendelen."


class HulpScreen(Dialoog[None]):
    """The keys of the screen below."""

    def __init__(self, scherm: Screen[Any]) -> None:
        super().__init__(f"Hulp  ·  {getattr(scherm, 'TITEL', '')}".removesuffix("  ·  "))
        self._uitleg = str(getattr(scherm, "UITLEG", ""))
        opdrachten: Callable[[], list[Opdracht]] = getattr(scherm, "opdrachten", _zonder_sleutel)
        self._opdrachten = opdrachten()

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="hulp-lijst"):
            if self._uitleg:
                yield Tekst(self._uitleg, classes="hulp-uitleg")
            regels = [(toets_tekst(op), op.uitleg) for op in self._opdrachten]
            yield Tekst(Content("\n").join(_regel(*paar) for paar in [*regels, *ALTIJD]))
            yield Tekst(BEWAREN, classes="dialoog-stap")
        yield Tekst("Esc terug", classes="zacht")


def _zonder_sleutel() -> list[Opdracht]:
    return [op for op in OVERAL if op.id in ZONDER_SLEUTEL]


def _regel(toets: str, uitleg: str) -> Content:
    return Content.styled(f"{toets:<{TOETS_BREED}}", "bold $primary") + Content(uitleg)

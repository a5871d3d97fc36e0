"""A screen that asks something in a small dialog and goes on with the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.screen import Screen

T = TypeVar("T")


class VraagScreen(Screen[None]):
    """Yes or no, a text, one of a list. No answer (Esc): nothing is called."""

    def bevestig(
        self, titel: str, tekst: str, bij_ja: Callable[[], None], ja: str = "Ja", nee: str = "Nee"
    ) -> None:
        """Ask before doing; `bij_ja` runs only after a yes."""
        from kernteam_tui.screens.dialogen import Bevestiging

        self.app.push_screen(Bevestiging(titel, tekst, ja, nee), lambda keus: bij_ja() if keus else None)

    def vraag_reden(
        self,
        titel: str,
        vraag: str,
        bij_reden: Callable[[str], None],
        sleutel: str = "",
        keuzes: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Ask for a text that may not stay empty; `keuzes` (text, value) can be taken over with Enter.

        With a `sleutel` what is half typed survives locking: it is there when asked again.
        """
        from kernteam_tui.screens.dialogen import Redendialoog

        def na(reden: str | None) -> None:
            if reden:
                bij_reden(reden)

        self.app.push_screen(Redendialoog(titel, vraag, sleutel, keuzes), na)

    def kies(self, titel: str, opties: Sequence[tuple[str, T]], bij_keuze: Callable[[T], None]) -> None:
        """Choose one of a list of (text, value)."""
        from kernteam_tui.screens.dialogen import Keuzedialoog

        def na(gekozen: int | None) -> None:
            if gekozen is not None:
                bij_keuze(opties[gekozen][1])

        self.app.push_screen(Keuzedialoog(titel, [tekst for tekst, _ in opties]), na)

"""A screen that asks something in a small dialog and goes on with the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.screen import Screen

from kernteam_tui.schil.draad import in_draad
from kernteam_tui.schil.wekker import Wekker

if TYPE_CHECKING:
    from kernteam_tui.app import KernteamApp

T = TypeVar("T")


@dataclass(frozen=True)
class Gebrek:
    """An answer that was refused: what was typed, and the sentence that says what is wrong with it."""

    tekst: str
    zin: str


class VraagScreen(Wekker, Screen[None]):
    """Yes or no, a text, one of a list. No answer (Esc): nothing is called."""

    _af_te_ronden: tuple[str, ...] = ()

    def rondt_af(self, *sleutels: str) -> None:
        """The next write finishes the drafts with these keys: they go in its transaction, or stay with it."""
        self._af_te_ronden += tuple(sleutel for sleutel in sleutels if sleutel)

    def sessie_voor_schrijven(self) -> Any:
        """The open store for one write, with the drafts that it finishes."""
        app = cast("KernteamApp", self.app)
        sleutels, self._af_te_ronden = self._af_te_ronden, ()
        return app.concepten.afrondend(app.sessie, *sleutels) if sleutels else app.sessie

    def _vergeet_wat_niet_geschreven_werd(self) -> None:
        """The answer needed no write: its draft goes by itself."""
        app = cast("KernteamApp", self.app)
        sleutels, self._af_te_ronden = self._af_te_ronden, ()
        for sleutel in sleutels:
            werk = partial(app.concepten.drop_concept, app.sessie, sleutel)
            app.run_worker(in_draad(werk), group="concept-weg", exit_on_error=False)

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
        gebrek: Gebrek | None = None,
    ) -> None:
        """Ask for a text that may not stay empty; `keuzes` (text, value) can be taken over with Enter.
        With a `gebrek` it asks again: the refused text stands there, with the sentence under it.

        With a `sleutel` what is half typed survives locking: it is there when asked again, until the write
        that `bij_reden` starts has succeeded.
        """
        from kernteam_tui.screens.dialogen import Redendialoog

        def na(reden: str | None) -> None:
            if reden:
                self.rondt_af(sleutel)
                bij_reden(reden)
                self._vergeet_wat_niet_geschreven_werd()

        self.app.push_screen(Redendialoog(titel, vraag, sleutel, keuzes, gebrek), na)

    def kies(self, titel: str, opties: Sequence[tuple[str, T]], bij_keuze: Callable[[T], None]) -> None:
        """Choose one of a list of (text, value)."""
        from kernteam_tui.screens.dialogen import Keuzedialoog

        def na(gekozen: int | None) -> None:
            if gekozen is not None:
                bij_keuze(opties[gekozen][1])

        self.app.push_screen(Keuzedialoog(titel, [tekst for tekst, _ in opties]), na)

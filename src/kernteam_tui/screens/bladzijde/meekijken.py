"""What the page for parents leaves out, what it misses and where a reader may stumble: for the worker."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.taalhulp.bevinding import Bevinding
from kernteam_tui.screens.bladzijde.leesdialoog import Leesdialoog
from kernteam_tui.services.samenvatting import BladzijdeBeeld
from kernteam_tui.widgets.tekst import Kopregel, Tekst

TAAL_LENGTE = 60
"""Characters of a sentence in the list of what a reader may stumble over."""


class Meekijkdialoog(Leesdialoog):
    """What the page leaves out and what it misses: for the worker."""

    def __init__(self, blad: BladzijdeBeeld) -> None:
        super().__init__("Alleen voor jou")
        self._blad = blad

    def lijf(self) -> ComposeResult:
        yield Kopregel("Let op")
        yield Tekst(_lijst(self._blad.meldingen) or "Niets om op te letten.")
        yield Kopregel("Staat in het plan, niet op de bladzijde")
        yield Tekst(_lijst(self._blad.weggelaten) or "Alles uit het plan staat erop.")
        if self._blad.taal.bevindingen:
            yield Kopregel("Hier kan een lezer blijven haken")
            yield Tekst(_lijst(tuple(_taalpunt(b) for b in self._blad.taal.bevindingen)))
            yield Tekst("Pas het aan in het gezinsplan, en stel dat opnieuw vast.", classes="zacht")


def _lijst(punten: tuple[str, ...]) -> str:
    return "\n".join(f"· {punt}" for punt in punten)


def _taalpunt(bevinding: Bevinding) -> str:
    woorden = " ".join(bevinding.woorden.split())
    if len(woorden) > TAAL_LENGTE:
        woorden = f"{woorden[:TAAL_LENGTE].rpartition(' ')[0] or woorden[:TAAL_LENGTE]} …"
    return f"{woorden}\n  {bevinding.advies}"

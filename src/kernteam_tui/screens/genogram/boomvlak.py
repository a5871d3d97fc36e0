"""The drawing of a genogram, walked through with the arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kernteam_tui.domain.celtekst import Stuk
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekst import Tekstbeeld, teken_tekst
from kernteam_tui.widgets.tekenvlak import Tekenvlak

SMALST = 40


class Boomvlak(Tekenvlak[Tekstbeeld]):
    """The family as large as fits, with one person marked."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._stamboom: Stamboom | None = None

    @property
    def legenda(self) -> tuple[str, ...]:
        """The signs that are used, explained."""
        return self.beeld.legenda if self.beeld is not None else ()

    def vul(self, stamboom: Stamboom, bij: str) -> None:
        """Show this family; the mark stays on the same person, at first on `bij`, and when they are gone."""
        self._stamboom = stamboom
        hier = {lid.id for lid in stamboom.leden}
        if self.sleutel not in hier:
            self.sleutel = bij if bij in hier else None
        self.teken()

    def maak_beeld(self, breedte: int, hoogte: int) -> Tekstbeeld | None:
        del hoogte
        return teken_tekst(self._stamboom, max(SMALST, breedte - 1)) if self._stamboom is not None else None

    def stukken(self, sleutel: str) -> Sequence[Stuk]:
        return self.beeld.plekken[sleutel].stukken if self.beeld is not None else ()

    def kleuren(self) -> Iterator[tuple[Stuk, str]]:
        if self._stamboom is None or self.beeld is None:
            return
        jongeren = {lid.id for lid in self._stamboom.leden if lid.jongere}
        for plek in self.beeld.plekken.values():
            for stuk in plek.stukken:
                yield stuk, "bold $primary" if plek.lid_id in jongeren else "$foreground"

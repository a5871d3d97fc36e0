"""A real week of a kernteam: who is in, who is away, who comes instead, which days are closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual import events
from textual.content import Content
from textual.message import Message

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.domain.roosterweek import Gedeeld, Staat
from kernteam_tui.screens.rooster import tekenen
from kernteam_tui.screens.rooster.mensenblok import Mensenblok
from kernteam_tui.services.rooster import RoosterWeek
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT

LEGENDA = "■ op school   × afwezig   + valt in   ─ school dicht   [3] samen"
_TEKENS = {
    Staat.IN: (tekenen.AAN, "$primary"),
    Staat.NIET: (tekenen.UIT, ZACHT),
    Staat.WEG: (tekenen.WEG, "bold $warning"),
    Staat.INVALLER: (tekenen.INVALLER, "bold $primary"),
}


class Weekblok(Mensenblok):
    """Up and down walk through the people, left and right through the weeks, home is this week."""

    class Bladeren(Message):
        """Another week is wanted: that many weeks on, or 0 for the one of today."""

        def __init__(self, stap: int) -> None:
            super().__init__()
            self.stap = stap

    def __init__(self, vandaag: date, *, id: str) -> None:
        super().__init__(id=id)
        self._vandaag = vandaag
        self._week: RoosterWeek | None = None

    @property
    def kernteam(self) -> Sequence[PartnerBeeld]:
        return self._week.kernteam if self._week else ()

    def toon(self, week: RoosterWeek) -> None:
        """Show this; the cursor stays at the same person."""
        self._week = week
        self._getoond()

    # --- drawing ---------------------------------------------------------------------------

    def render(self) -> Content:
        week = self._week
        if week is None:
            return Content("")
        dagen = [f"{naam} {dag.day}" for naam, dag in zip(SCHOOLDAGEN, week.dagen, strict=True)]
        vandaag = week.dagen.index(self._vandaag) if self._vandaag in week.dagen else None
        return self._teken(tekenen.kop(dagen, self._namen, vandaag), _samen(week, self._namen))

    def _vakken(self, nummer: int, partner: PartnerBeeld) -> Content:
        del partner
        if self._week is None:
            return Content("")
        return Content("").join(
            _dicht_vak() if reden else Content("").join(tekenen.vak(*_TEKENS[deel]) for deel in dag)
            for dag, reden in zip(self._week.staten[nummer], self._week.dicht, strict=True)
        )

    # --- keys --------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            self.rij += -1 if event.key == "up" else 1
        elif event.key in ("left", "right", "home"):
            self.post_message(self.Bladeren({"left": -1, "right": 1, "home": 0}[event.key]))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        rij = self._rij_op(event.get_content_offset_capture(self).y)
        if rij is not None:
            self.rij = rij


def _dicht_vak() -> Content:
    return tekenen.vak(tekenen.DICHT, ZACHT) + tekenen.vak(tekenen.DICHT, ZACHT)


def _samen(week: RoosterWeek, namen: int) -> Content:
    def telling(een: Gedeeld) -> Content:
        return tekenen.samen_vak(str(een.aantal), een.opvallend)

    regel = tekenen.samen_kop(namen)
    for dag, reden in zip(week.samen, week.dicht, strict=True):
        regel += _dicht_vak() if reden else telling(dag[0]) + telling(dag[1])
    return regel

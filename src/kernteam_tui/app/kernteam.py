"""The app as Textual sees it: theme, styles, keys, the first frame, and every event on its way in."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from kernteam_tui.app.opdrachten import OpdrachtenApp
from kernteam_tui.schil.herstart import weer_gewoon
from kernteam_tui.schil.opdrachten import OVERAL, VOORRANG
from kernteam_tui.schil.toetswacht import Echo
from kernteam_tui.screens.slot import SlotScreen


class KernteamApp(OpdrachtenApp, inherit_bindings=False):
    """The program on the screen. Its parts: `basis` (state), `gang` (screens), `slot`, `opdrachten`."""

    TITLE = "kernteam"
    CSS_PATH = [Path(__file__).parents[1] / "styles" / "app.tcss"]
    DEFAULT_MODE = "slot"
    MODES = {"slot": SlotScreen}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(toets, op.id, op.tekst, show=False, id=f"{op.id}.{nummer}", priority=toets in VOORRANG)
        for op in OVERAL
        for nummer, toets in enumerate(op.toets.split(","))
    ]
    BINDINGS.append(
        Binding("ctrl+c", "uitleg_stoppen", "stoppen", show=False, id="uitleg_stoppen", system=True)
    )

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tik)
        self.screen_change_signal.subscribe(self, self.meldingen.ga_mee, immediate=True)
        if not self.kluis_map.exists():
            self.begin_eerste_keer()

    def on_ready(self) -> None:
        """The first frame stands: heavy work may begin."""
        weer_gewoon(getattr(self._driver, "attrs_before", None))
        self.eerste_beeld_staat = True
        for scherm in self.screen_stack:
            if isinstance(scherm, SlotScreen):
                scherm.na_eerste_beeld()
        self.let_op_einde(self.stop_meteen)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste):
            if self.current_mode == "werk" and not self.is_open:
                return  # locked a moment ago: these screens are on their way out
            if self.slotwacht is not None:
                self.slotwacht.actief()
        if not self.toetswacht.houd_vast(event):
            await self.geef_door(event)

    @on(Echo)
    def _echo_terug(self, event: Echo) -> None:
        self.toetswacht.terug(event)

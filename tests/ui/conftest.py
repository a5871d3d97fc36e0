"""What makes hundreds of apps in one process quick and steady, however busy the machine is.

Each style sheet is read once, not once per app. What is said stays until a test looks at it: of five seconds
a slow machine may need more to go from one screen to the next. Nobody gives up on a screen, a key or a write
sooner than the tests themselves do. And a pilot waits until the app rests.
"""

from __future__ import annotations

from typing import Any

from textual.css.stylesheet import Stylesheet
from textual.notifications import Notification
from textual.pilot import Pilot

from kernteam_tui.app.gesloten import GeslotenApp
from kernteam_tui.app.slot import SlotApp
from kernteam_tui.schil import toetswacht
from tests.geduld import GEDULD
from tests.ui.rust import kijk_naar_het_werk

_lees_regels = Stylesheet._parse_rules
_gelezen: dict[tuple[object, ...], Any] = {}


def _een_keer(self: Stylesheet, *wat: Any, **hoe: Any) -> Any:
    """The rules of this text with these colours; they are the same, and never change, whoever asks."""
    sleutel = (wat, tuple(sorted(hoe.items())), tuple(sorted(self._variables.items())))
    if sleutel not in _gelezen:
        _gelezen[sleutel] = _lees_regels(self, *wat, **hoe)
    return _gelezen[sleutel]


Stylesheet._parse_rules = _een_keer  # type: ignore[method-assign]  # a private step, and only in tests
Notification.time_left = property(lambda _: GEDULD)  # type: ignore[assignment]  # only in tests
for wachtend in (Pilot._wait_for_screen, SlotApp.vergrendel, SlotApp.stop, SlotApp.stop_meteen):
    wachtend.__defaults__ = (GEDULD,)
GeslotenApp.doe_gesloten.__defaults__ = (GEDULD,)
toetswacht.GEDULD_SCHERM = toetswacht.GEDULD_TOETS = toetswacht.GEDULD_EINDE = GEDULD
kijk_naar_het_werk()

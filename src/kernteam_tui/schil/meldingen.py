"""On which screen a message is shown, and how long.

The rule, as a user expects it: a message is about what you just did, and stands on the screen that you see
after it. It stays on that screen until its time is up, and is on no other: who goes elsewhere with a key
leaves it behind, and finds it again on the way back as long as its time is not up. Where the step that
said it brings another screen by itself (a form that is saved and closes), the message goes along to the
screen on which that step ends.

While a family looks along, what a screen below has to say stays on that screen.

What the program says of itself (`app.notify`: a backup was made, the store was opened) belongs to no
screen, and is shown everywhere.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.notifications import Notification, Notifications, Notify
from textual.screen import Screen

if TYPE_CHECKING:
    from kernteam_tui.app.basis import BasisApp

Plaats = weakref.ref[Screen[Any]]


@dataclass
class Schermmelding(Notification):
    """A message of one screen; `stap` counts what the user pressed until then."""

    plaats: Plaats | None = None
    stap: int = 0


class Meldingen:
    """The messages of screens, each with the screen to which it belongs now."""

    def __init__(self, app: BasisApp) -> None:
        self._app = app
        self._van_deze_stap: list[Schermmelding] = []

    def zeg(self, tekst: str, van: Screen[Any] | None = None) -> None:
        """Say this on the screen on top. Plain text: nothing in it is markup.

        `van`: the screen that has it to say, where that may not be the one on top any more.
        """
        stap, tafel = self._app.toetsen_sinds_openen, self._app.aan_tafel
        if van is not None and tafel is not None and van is not tafel:
            self._post(tekst, van, stap)
            return
        melding = self._post(tekst, self._app.screen, stap)
        self._van_deze_stap = [m for m in self._van_deze_stap if m.stap == stap] + [melding]

    def zeg_eens(self, tekst: str) -> None:
        """As `zeg`; where it stands there already, it only stays longer."""
        for melding in self.op(self._app.screen):
            if melding.message == tekst:
                self._app._unnotify(melding)
        self.zeg(tekst)

    def _post(self, tekst: str, scherm: Screen[Any], stap: int) -> Schermmelding:
        tijd = self._app.NOTIFICATION_TIMEOUT
        melding = Schermmelding(tekst, timeout=tijd, plaats=weakref.ref(scherm), stap=stap)
        self._app.post_message(Notify(melding))
        return melding

    def ga_mee(self, scherm: Screen[Any]) -> None:
        """This screen is on top now: what was said since the last key goes along to it."""
        for melding in self._van_deze_stap:
            if melding.stap == self._app.toetsen_sinds_openen:
                melding.plaats = weakref.ref(scherm)

    def op(self, scherm: Screen[Any]) -> Notifications:
        """What is to be seen on this screen."""
        zichtbaar = Notifications()
        for melding in self._app._notifications:
            if not isinstance(melding, Schermmelding) or melding.plaats is None or melding.plaats() is scherm:
                zichtbaar.add(melding)
        return zichtbaar

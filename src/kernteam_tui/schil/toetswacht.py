"""Keys pressed before the screen can take them wait for it, in order."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from kernteam_tui.app.basis import BasisApp

TEL = 0.01
"""Seconds between two looks at whether a key that waits can go on."""
GEDULD_SCHERM = 3.0
"""Seconds after which a key goes on to a screen that is still reading."""
GEDULD_TOETS = 0.25
"""Seconds after which the next key goes on, whatever became of the one before."""
RONDEN = 3
"""Times that an echo goes round: a key, the message it leads to, and the message that one leads to."""
NAMEN = "f9"
"""Hiding names waits for nothing either; what waits goes on waiting."""
DIRECT = frozenset({"ctrl+l", "ctrl+q", "ctrl+c"})
"""Locking and stopping wait for nothing; what waited is then dropped."""


class Echo(Message):
    """Goes the way of a key, behind it: from the widget with the focus up to the app."""

    def __init__(self, doel: Widget) -> None:
        super().__init__()
        self.doel = doel


class Toetswacht:
    """Who works fast presses the next key while the one before is not handled yet.

    Textual hands a key at once to what has the focus then: to a screen that is still being made or
    whose commands are still off because there is no data, or, after Tab, to the field that was just
    left. The key would be lost, or be taken as something else. Here it waits. Text typed in a field
    does not wait for the letter before it.
    """

    def __init__(self, app: BasisApp) -> None:
        self._app = app
        self._wachtend: deque[events.Event] = deque()
        self._sinds = 0.0
        self._ronden = 0
        self._laatste_toets = 0.0

    @property
    def leeg(self) -> bool:
        """No key is waiting."""
        return not self._wachtend

    def houd_vast(self, event: events.Event) -> bool:
        """True when this event is kept for later."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            return False
        if isinstance(event, events.Key) and event.key == NAMEN:
            return False
        if isinstance(event, events.Key) and event.key in DIRECT:
            self.vergeet()
            return False
        if getattr(self._app.screen, "slikt_toetsen", False):
            return True  # nothing can be typed there now: a letter of a passphrase must not become a command
        if self.leeg and self._gereed():
            self._volg(event)
            return False
        if self.leeg:
            self._sinds = time.monotonic()
            self._app.set_timer(TEL, self._kijk)
        self._wachtend.append(event)
        return True

    def vergeet(self) -> None:
        """Drop what waits: the screen it was meant for is gone."""
        self._wachtend.clear()
        self._ronden = 0

    def terug(self, echo: Echo) -> None:
        """The echo has reached the app: so has everything before it."""
        self._ronden = max(0, self._ronden - 1)
        if self._ronden:
            self._stuur_echo(echo.doel)

    async def _kijk(self) -> None:
        while not self.leeg and (self._gereed() or time.monotonic() - self._sinds > GEDULD_SCHERM):
            self._sinds = time.monotonic()
            event = self._wachtend.popleft()
            self._volg(event)
            await self._app.geef_door(event)
        if not self.leeg:
            self._app.set_timer(TEL, self._kijk)

    def _gereed(self) -> bool:
        scherm = self._app.screen
        if not scherm.is_mounted or getattr(scherm, "laadt", False):
            return False
        return not self._ronden or time.monotonic() - self._laatste_toets > GEDULD_TOETS

    def _volg(self, event: events.Event) -> None:
        """Let the next key wait until this one is handled."""
        scherm = self._app.screen
        doel = scherm.focused
        if doel is not None and _is_tekst(event, doel):
            return
        self._ronden = RONDEN
        self._laatste_toets = time.monotonic()
        self._app.call_later(self._stuur_echo, scherm if doel is None else doel)

    def _stuur_echo(self, doel: Widget) -> None:
        if not doel.is_attached or not doel.post_message(Echo(doel)):
            self._ronden = 0


def _is_tekst(event: events.Event, doel: Widget) -> bool:
    """A letter for a text field: it changes nothing but that field."""
    return isinstance(event, events.Key) and doel.check_consume_key(event.key, event.character)

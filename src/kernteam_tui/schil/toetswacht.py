"""Keys pressed before the screen can take them wait for it, in order."""

from __future__ import annotations

import math
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
"""Seconds after which a key goes on to a screen that is still reading, or past letters on their way."""
GEDULD_TOETS = 0.25
"""Seconds after which the next key goes on, whatever became of the command before."""
RONDEN = 3
"""Times that an echo goes round: a key, the message it leads to, and the message that one leads to."""
GEDULD_EINDE = 2.0
"""Seconds that locking and stopping wait for what was typed before them."""
NAMEN = "f9"
"""Hiding names waits for nothing; what waits goes on waiting."""
SLOT = "ctrl+l"
"""Locking: where it has to wait, an empty sheet lies over the screen."""
EINDE = frozenset({SLOT, "ctrl+q"})
"""Locking and stopping: never held up for long."""


class Echo(Message):
    """Goes the way of a key, behind it: from the widget with the focus up to the app."""

    def __init__(self, doel: Widget) -> None:
        super().__init__()
        self.doel = doel


class Toetswacht:
    """Who works fast presses the next key while the one before is not handled yet.

    Textual hands a key at once to what has the focus then: to a screen that is still being made or
    whose commands are still off because there is no data, or, after Tab, to the field that was just
    left. The key would be lost, or be taken as something else. And a command of the whole app overtakes
    letters that the field has not taken in yet: a form would be kept, or the store locked, without them.
    Here it waits. Text typed in a field does not wait for the letter before it.
    """

    def __init__(self, app: BasisApp) -> None:
        self._app = app
        self._wachtend: deque[events.Event] = deque()
        self._sinds = 0.0
        self._ronden = 0
        self._tot = 0.0
        self._uiterlijk = math.inf
        self._laat_voor: events.Event | None = None

    @property
    def leeg(self) -> bool:
        """No key is waiting."""
        return not self._wachtend

    def houd_vast(self, event: events.Event) -> bool:
        """True when this event is kept for later."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or _toets(event) == NAMEN:
            return False
        if getattr(self._app.screen, "slikt_toetsen", False):
            # nothing can be typed there now: a letter of a passphrase must not become a command
            return _toets(event) not in EINDE
        if self.leeg and (self._gereed() or _toets(event) in EINDE) and not self._haalt_in(event):
            self._volg(event)
            return False
        if _toets(event) in EINDE:
            self._uiterlijk = min(self._uiterlijk, time.monotonic() + GEDULD_EINDE)
        if _toets(event) == SLOT and self._app.is_open:
            self._app.dek_af()
        if self.leeg:
            self._sinds = time.monotonic()
            self._app.set_timer(TEL, self._kijk)
        self._wachtend.append(event)
        return True

    def vergeet(self) -> None:
        """Drop what waits: the screen it was meant for is gone."""
        self._wachtend.clear()
        self._ronden = 0
        self._uiterlijk = math.inf

    def terug(self, echo: Echo) -> None:
        """The echo has reached the app: so has everything before it."""
        self._ronden = max(0, self._ronden - 1)
        if self._ronden:
            self._stuur_echo(echo.doel)

    async def _kijk(self) -> None:
        while not self.leeg and self._mag_verder():
            self._sinds = time.monotonic()
            event = self._wachtend.popleft()
            if _toets(event) in EINDE:
                self._uiterlijk = math.inf
            self._volg(event)
            await self._app.geef_door(event)
        if not self.leeg:
            self._app.set_timer(TEL, self._kijk)

    def _mag_verder(self) -> bool:
        """The first that waits may go to the screen."""
        event = self._wachtend[0]
        if time.monotonic() > self._uiterlijk:
            while _toets(self._wachtend[0]) not in EINDE:
                self._wachtend.popleft()
            return True
        if not self._gereed() and time.monotonic() - self._sinds <= GEDULD_SCHERM:
            return _toets(event) in EINDE and not self._ronden
        return not self._haalt_in(event)

    def _gereed(self) -> bool:
        scherm = self._app.screen
        if not scherm.is_mounted or getattr(scherm, "laadt", False):
            return False
        return not self._ronden or time.monotonic() > self._tot

    def _volg(self, event: events.Event) -> None:
        """Let the next key wait until this one is handled."""
        doel = self._app.screen.focused
        if doel is None or not _is_tekst(event, doel):
            self._wacht_op(doel or self._app.screen, GEDULD_TOETS)

    def _haalt_in(self, event: events.Event) -> bool:
        """Whether this one would be done before the letters that are on their way to the field."""
        doel = self._app.screen.focused
        if event is self._laat_voor or doel is None or _is_tekst(event, doel) or not _onderweg(doel):
            return False
        self._laat_voor = event
        self._wacht_op(doel, GEDULD_SCHERM)
        return True

    def _wacht_op(self, doel: Widget, geduld: float) -> None:
        self._ronden = RONDEN
        self._tot = time.monotonic() + geduld
        self._app.call_later(self._stuur_echo, doel)

    def _stuur_echo(self, doel: Widget) -> None:
        if not doel.is_attached or not doel.post_message(Echo(doel)):
            self._ronden = 0


def _toets(event: events.Event) -> str:
    return event.key if isinstance(event, events.Key) else ""


def _onderweg(doel: Widget) -> bool:
    """Something waits to be handled on the way from this widget up to the screen."""
    return any(knoop.message_queue_size for knoop in doel.ancestors_with_self if isinstance(knoop, Widget))


def _is_tekst(event: events.Event, doel: Widget) -> bool:
    """A letter for a text field: it changes nothing but that field."""
    return isinstance(event, events.Key) and doel.check_consume_key(event.key, event.character)

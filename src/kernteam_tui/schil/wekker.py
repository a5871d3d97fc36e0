"""A timer that is set goes off.

Textual's own skips a turn that is over already when the timer begins, also the only turn of a timer that
goes off once: on a machine that was busy elsewhere in that moment it never did. The keys that wait
(`schil.toetswacht`), a changed window and a lock that waits for a write then waited for ever.
"""

from __future__ import annotations

from textual.message_pump import MessagePump
from textual.timer import Timer, TimerCallback


class Wekker(MessagePump):
    """An app, a screen or a widget whose `set_timer` goes off once, however late."""

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """As Textual's; `delay` in seconds."""
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False  # it begins to run later than this line
        return timer

"""A row for the path of a file, which says how what was typed can go on."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.suggester import Suggester

from kernteam_tui.schil.draad import in_draad
from kernteam_tui.services.padtekst import is_heel, vul_aan
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.velden import Tekstveld


class Aanvuller(Suggester):
    """The first way to go on with what was typed; looks in the folder in a thread."""

    def __init__(self, uitgang: str) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._uitgang = uitgang
        self.vanuit = ""
        """Folder of names without one."""

    async def get_suggestion(self, value: str) -> str | None:
        """The whole text; None where nothing goes on with exactly these letters."""
        verder = await in_draad(partial(vul_aan, value, self._uitgang, self.vanuit))
        return next((tekst for tekst in verder if tekst.startswith(value) and tekst != value), None)


class Padinvoer(Invoer):
    """A whole path that is pasted or dragged into it comes in the place of what was there."""

    def _on_paste(self, event: events.Paste) -> None:
        if is_heel(event.text):
            self.value = ""
        super()._on_paste(event)


class Padveld(Tekstveld):
    """One line for a path. What is shown softly behind the cursor is taken over with →."""

    def __init__(self, id: str, label: str, uitgang: str, *, uitleg: str = "", voorbeeld: str = "") -> None:
        """`uitgang`: how the files end that are offered (`.ics`)."""
        super().__init__(id, label, verplicht=True, uitleg=uitleg)
        self._aanvuller = Aanvuller(uitgang)
        self._invoer = Padinvoer(placeholder=voorbeeld, suggester=self._aanvuller, id=self.invoer_id)

    def zoek_in(self, map_: str) -> None:
        """A name without a folder is offered from this one."""
        self._aanvuller.vanuit = map_

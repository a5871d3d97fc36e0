"""A mark from 0 to 10 as a row of a form."""

from __future__ import annotations

from kernteam_tui.domain.doelverloop import HOOGST, LAAGST
from kernteam_tui.widgets.velden import Getalveld


class Cijferveld(Getalveld):
    """A mark from 0 to 10."""

    DEFAULT_CSS = "Cijferveld Invoer { width: 8; }"

    @property
    def cijfer(self) -> int | None:
        """The mark; None when empty or no mark."""
        tekst = self.waarde.strip()
        if not (tekst.isascii() and tekst.isdigit()):
            return None
        return int(tekst) if len(tekst) < 3 and LAAGST <= int(tekst) <= HOOGST else None

    def controle(self) -> str:
        if not self.leeg and self.cijfer is None:
            return "Typ een heel cijfer van 0 tot en met 10."
        return super().controle()

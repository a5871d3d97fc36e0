"""A birth date: a day in the past, with its year."""

from __future__ import annotations

import re
from datetime import date

from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.velden import Datumveld

_MET_JAAR = re.compile(r"\d{4}|\d{1,2}\D+(?:\d{1,2}|[a-z]{3,})\D+\d{2}", re.IGNORECASE)


class Geboortedatumveld(Datumveld):
    """As Datumveld, but without a year it is not taken for one near today."""

    def __init__(self, id: str, label: str, vandaag: date, *, uitleg: str = "") -> None:
        super().__init__(id, label, vandaag, uitleg=uitleg)
        self._invoer.placeholder = "bv. 14-3-2011"

    @property
    def datum(self) -> date | None:
        return lees_geboortedatum(self.waarde, self._vandaag)

    def controle(self) -> str:
        if not self.leeg and self.datum is None:
            return "Typ de dag met het jaar erbij, bijvoorbeeld 14-3-2011."
        return ""


def lees_geboortedatum(tekst: str, vandaag: date) -> date | None:
    """The day meant; None without a year, in the future, or when it is no day."""
    dag = lees_datum(tekst, vandaag) if _MET_JAAR.search(tekst) else None
    return dag if dag is not None and dag <= vandaag else None

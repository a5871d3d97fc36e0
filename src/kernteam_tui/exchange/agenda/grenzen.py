"""Bounds: what a calendar may ask of this computer before it is refused, in whole or for one appointment."""

from __future__ import annotations

from kernteam_tui.domain.fouten import KernteamError

MAX_BYTES = 32_000_000
"""Of one file; a school year of a busy worker, with pictures in it, stays under 10 MB."""
MAX_DIEPTE = 30
"""Components within components; a real one goes four deep."""
MAX_ONDERDELEN = 60_000
"""Appointments and the like in one file."""
MAX_BLOKKEN = 200_000
"""Busy times in one answer."""
MAX_WAARDEN = 200_000
"""Dates in one list of one appointment (EXDATE, RDATE)."""
MAX_REGELS = 20
"""Repeating rules of one appointment; real ones have one."""
VRIJ_WERK = 30
"""Steps that every appointment may take, also in a file whose other rules took all there were: a real series
needs fewer for a week."""
MAX_WERK_PER_REEKS = 30_000
"""Steps of one appointment: a rule that counts the days since 1945."""
MAX_WERK_VOOR_ZONES = 300_000
"""Steps for all zones that one file describes: thirty zones over a century fit."""
MAX_WERK = 1_000_000
"""Steps of one file, beside the free ones; a few seconds of work."""


class AgendaNietHeel(KernteamError):
    """The file is cut off, empty or no calendar: nothing in it is believed."""

    code = "agenda_niet_heel"
    titel = "Deze agenda is niet heel"


class AgendaTeGroot(KernteamError):
    """The file holds, or asks for, more than a person's agenda can."""

    code = "agenda_te_groot"
    titel = "Deze agenda is te groot"


class AfspraakOnleesbaar(Exception):
    """One appointment cannot be read; `tekst` says why, in a few Dutch words."""

    def __init__(self, tekst: str) -> None:
        super().__init__(tekst)
        self.tekst = tekst


class Werk:
    """Counts steps: by work and not by the clock, so that a file has the same answer on every computer."""

    def __init__(self, per_reeks: int = MAX_WERK_PER_REEKS) -> None:
        self._per_reeks = per_reeks
        self._over = MAX_WERK
        self._reeks = 0

    @property
    def gedaan(self) -> int:
        """Steps taken for this appointment."""
        return self._reeks

    def begin_reeks(self) -> None:
        """The next appointment may take steps of its own."""
        self._reeks = 0

    def neem(self, stappen: int = 1) -> None:
        """Take steps. Raises AfspraakOnleesbaar where there are none left."""
        self._reeks += stappen
        if self._reeks <= VRIJ_WERK:
            return
        self._over -= stappen
        if self._reeks > self._per_reeks or self._over < 0:
            raise AfspraakOnleesbaar("kost te veel rekenwerk; niet meegeteld")

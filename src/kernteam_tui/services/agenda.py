"""The busy times in a calendar file; needs no store, and loads none."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.agenda import Agendaprobleem, Bezetblok, GelezenAgenda
from kernteam_tui.exchange.agenda import lezen
from kernteam_tui.exchange.agenda.grenzen import MAX_BYTES

__all__ = ["MAX_BYTES", "Agendaprobleem", "Bezetblok", "GelezenAgenda", "lees_agenda"]


def lees_agenda(data: bytes, van: date, tot: date, bestandsdag: date, ik: str = "") -> GelezenAgenda:
    """Contract 3: the busy times of a calendar file from `van` up to `tot` (not in it), and what went wrong.

    Takes as long as the file is large (5,000 appointments: under a second), so a screen asks it in a thread.
    Raises AgendaNietHeel for a file that is cut off, empty or no calendar, AgendaTeGroot.
    """
    return lezen.lees_agenda(data, van, tot, bestandsdag, ik)

"""Later than agreed, and whose choice that was: a family that wants that is no failure of anybody (S26)."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, RedenLater
from kernteam_tui.domain.datumtekst import dag_kort, dag_van
from kernteam_tui.domain.feiten import CasusFeiten

KEUZE_VAN_GEZIN = frozenset({RedenLater.EIGEN_VERZOEK, RedenLater.AGENDA_GEZIN})


def keuze_van_gezin(feiten: CasusFeiten, uiterlijk: date) -> bool:
    """Whether the family itself is why the startgesprek is after `uiterlijk`: it said so, named a first day,
    or did not come to a talk that was in time."""
    if feiten.gezin_vanaf is not None and feiten.gezin_vanaf > feiten.aangemeld:
        return True
    if feiten.startgesprek_keuze is not None:
        return feiten.startgesprek_keuze in KEUZE_VAN_GEZIN
    return niet_gekomen(feiten, uiterlijk)


def niet_gekomen(feiten: CasusFeiten, uiterlijk: date) -> bool:
    """Whether a startgesprek stood in time and nobody came to it."""
    return any(
        g.soort is GesprekSoort.STARTGESPREK
        and g.staat is GesprekStaat.NIET_VERSCHENEN
        and dag_van(g.start) <= uiterlijk
        for g in feiten.gesprekken
    )


def streefdag(feiten: CasusFeiten, uiterlijk: date) -> date | None:
    """The last day that is still in time, the family's wish counted in; None: there is none.

    A family that names its first day gets the same number of days from that day on. A family that wants it
    later without a day has none. `uiterlijk` itself, the agreement of the team, never moves (contract 2).
    """
    if feiten.gezin_vanaf is not None:
        return week_van_gezin(feiten.aangemeld, feiten.gezin_vanaf, uiterlijk)
    return None if keuze_van_gezin(feiten, uiterlijk) else uiterlijk


def week_van_gezin(aangemeld: date, gezin_vanaf: date, uiterlijk: date) -> date:
    """The last day of the week that begins on the family's first day; never before `uiterlijk`."""
    return max(uiterlijk, gezin_vanaf + (uiterlijk - aangemeld))


def waarom_later(feiten: CasusFeiten) -> str:
    """Why it is later and whose choice that was, in words; empty where nothing was noted."""
    wish = f"het gezin wil vanaf {dag_kort(feiten.gezin_vanaf)}" if feiten.gezin_vanaf else ""
    choice = feiten.startgesprek_keuze.label if feiten.startgesprek_keuze and not wish else ""
    reason = feiten.startgesprek_reden_later.strip()
    parts = (wish, choice, "" if reason in (wish, choice) else reason)
    return "; ".join(part for part in parts if part)

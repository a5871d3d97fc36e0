"""The lesson hours of a school: made from a first start, a length and the breaks, and looked up by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from kernteam_tui.domain.codes import Dagdeel
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.planning.week import DAGDELEN as GEWOON
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur

MEESTE_UREN = 15
_DAG = date(2000, 1, 1)
_UUR = re.compile(r"(\d{1,2})\s*(?:e|de|ste)(?:\s*(?:les)?uur)?")


class LestijdenOngeldig(InhoudOngeldig):
    """Lesson hours that cannot be: past midnight, one over the other, a number twice."""

    code = "lestijden_ongeldig"


def maak_lesuren(begin: time, minuten: int, aantal: int, pauzes: Mapping[int, int]) -> tuple[Lesuur, ...]:
    """Lesson hours 1 to `aantal` of `minuten` each; `pauzes`: number of an hour -> minutes of break after it.

    Raises LestijdenOngeldig for a length or number that cannot be, and where the day ends first.
    """
    if not (0 < minuten <= 240 and 0 < aantal <= MEESTE_UREN):
        raise LestijdenOngeldig(f"Kies 1 tot en met {MEESTE_UREN} lesuren van hooguit 240 minuten.")
    lesuren, nu = [], datetime.combine(_DAG, begin)
    for nummer in range(1, aantal + 1):
        eind = nu + timedelta(minutes=minuten)
        if eind.date() != _DAG:
            raise _na_middernacht()
        lesuren.append(Lesuur(nummer, nu.time(), eind.time()))
        nu = eind + timedelta(minutes=pauzes.get(nummer, 0))
        if nu.date() != _DAG:
            break
    if len(lesuren) < aantal:
        raise _na_middernacht()
    return tuple(lesuren)


def _na_middernacht() -> LestijdenOngeldig:
    return LestijdenOngeldig("Zo lopen de lessen door tot na middernacht.", "Kies minder of kortere uren.")


def controleer_lesuren(lesuren: Iterable[Lesuur]) -> tuple[Lesuur, ...]:
    """The same by number. Raises LestijdenOngeldig where a number stands there twice, an hour ends before
    it begins, or begins before the one in front has ended."""
    op_nummer = sorted(lesuren)
    for uur in op_nummer:
        if not 0 < uur.nummer <= MEESTE_UREN:
            raise LestijdenOngeldig(f"Lesuren zijn genummerd van 1 tot en met {MEESTE_UREN}.")
        if uur.van >= uur.tot:
            raise LestijdenOngeldig(
                f"Het {uur.nummer}e uur eindigt voordat het begint.", "Verbeter de tijden."
            )
    for eerder, later in pairwise(op_nummer):
        if eerder.nummer == later.nummer:
            raise LestijdenOngeldig(f"Het {later.nummer}e uur staat er twee keer.", "Haal er een weg.")
        if later.van < eerder.tot:
            raise LestijdenOngeldig(
                f"Het {later.nummer}e uur begint voordat het {eerder.nummer}e is afgelopen.",
                "Verbeter de tijden.",
            )
    return tuple(op_nummer)


def vind_lesuur(tekst: str, lesuren: Iterable[Lesuur]) -> Lesuur | None:
    """The lesson hour meant by `3e uur`, `3e lesuur` or `3e`; None when it is none of these.

    `9 uur` is a time of day and no lesson hour.
    """
    gevonden = _UUR.fullmatch(" ".join(tekst.lower().split()))
    nummer = int(gevonden[1]) if gevonden else 0
    return next((uur for uur in lesuren if uur.nummer == nummer), None)


def dagdeeltijden(eigen: Sequence[Dagdeeltijd]) -> dict[Dagdeel, tuple[time, time]]:
    """The hours of each dagdeel at a school: its own, or else the usual ones."""
    gewoon = {deel: GEWOON[deel] for deel in Dagdeel}
    return {**gewoon, **{deel.dagdeel: (deel.van, deel.tot) for deel in eigen}}


def controleer_dagdelen(delen: Iterable[Dagdeeltijd]) -> tuple[Dagdeeltijd, ...]:
    """Only what is not as usual. Raises LestijdenOngeldig where a dagdeel ends before it begins, or the
    morning runs into the afternoon."""
    eigen = tuple(sorted(d for d in delen if GEWOON[d.dagdeel] != (d.van, d.tot)))
    uren = dagdeeltijden(eigen)
    for dagdeel, (van, tot) in uren.items():
        if van >= tot:
            raise LestijdenOngeldig(f"De {dagdeel.label} eindigt voordat die begint.", "Verbeter de tijden.")
    if uren[Dagdeel.OCHTEND][1] > uren[Dagdeel.MIDDAG][0]:
        raise LestijdenOngeldig("De ochtend loopt door in de middag.", "Verbeter de tijden.")
    return eigen


def dagdeel_van(tijd: time, eigen: Sequence[Dagdeeltijd]) -> Dagdeel:
    """In which dagdeel of this school a time falls; the morning ends where the afternoon begins."""
    return Dagdeel.OCHTEND if tijd < dagdeeltijden(eigen)[Dagdeel.MIDDAG][0] else Dagdeel.MIDDAG

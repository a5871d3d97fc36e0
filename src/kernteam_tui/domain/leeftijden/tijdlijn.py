"""Which birthdays ask for a talk now: near, or past since the aanmelding and told to nobody."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from kernteam_tui.domain.codes import Code
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.leeftijden.dagen import dag_van_grens

VOORUIT = timedelta(days=30)
"""How far ahead a birthday is named."""
EEN_JAAR = timedelta(days=366)
"""How long before a birthday it can be told at most: an own choice."""
TOEKOMST_VANAF = Leeftijdsgrens.ZESTIEN
"""From this age the seven domains are talked about (domain 3.7: as early as 16)."""

_GAAT_OP_IN = {
    Leeftijdsgrens.TWAALF: Leeftijdsgrens.ZESTIEN,
    Leeftijdsgrens.ZESTIEN: Leeftijdsgrens.ACHTTIEN,
    Leeftijdsgrens.ZESTIEN_HALF: Leeftijdsgrens.ZEVENTIEN,
    Leeftijdsgrens.ZEVENTIEN: Leeftijdsgrens.ZEVENTIEN_HALF,
    Leeftijdsgrens.ZEVENTIEN_HALF: Leeftijdsgrens.ACHTTIEN,
}
"""An age -> the one that takes its place: who tells about the later one has told all there is to tell."""


class GrensStaat(Code):
    """Where one birthday of one jongere stands."""

    VERTELD = "verteld", "verteld"
    NU = "nu", "nog vertellen"
    EERDER = "eerder", "al voorbij"
    LATER = "later", "komt nog"


def grenzen_van(geboren: date) -> tuple[tuple[Leeftijdsgrens, date], ...]:
    """All six ages with their day, in order; those that the calendar still holds."""
    days = ((grens, dag_van_grens(geboren, grens)) for grens in Leeftijdsgrens)
    return tuple((grens, day) for grens, day in days if day is not None)


def te_vertellen(
    geboren: date, aangemeld: date, verteld: Collection[Leeftijdsgrens], vandaag: date
) -> tuple[tuple[Leeftijdsgrens, date], ...]:
    """The ages to tell about now, with their day.

    From 30 days before the birthday until it was told. A birthday before the aanmelding is not asked for, nor
    one whose place was taken by a later birthday that has come.
    """
    days = dict(grenzen_van(geboren))
    return tuple(
        (grens, day)
        for grens, day in days.items()
        if grens not in verteld
        and day <= vandaag + VOORUIT
        and day >= min(aangemeld, vandaag)
        and not _ingehaald(grens, days, vandaag)
    )


def _ingehaald(grens: Leeftijdsgrens, days: dict[Leeftijdsgrens, date], vandaag: date) -> bool:
    later = days.get(_GAAT_OP_IN[grens]) if grens in _GAAT_OP_IN else None
    return later is not None and later <= vandaag


def staat_van(
    grens: Leeftijdsgrens,
    geboren: date,
    aangemeld: date,
    verteld: Collection[Leeftijdsgrens],
    vandaag: date,
) -> GrensStaat:
    """Where this age stands on the time line."""
    if grens in verteld:
        return GrensStaat.VERTELD
    if any(open_ is grens for open_, _ in te_vertellen(geboren, aangemeld, verteld, vandaag)):
        return GrensStaat.NU
    day = dag_van_grens(geboren, grens)
    return GrensStaat.EERDER if day is not None and day <= vandaag else GrensStaat.LATER


def weiger_te_vroeg(geboren: date, grens: Leeftijdsgrens, vandaag: date) -> None:
    """Raises RegelGeweigerd for a birthday more than a year off: what is told then is forgotten."""
    day = dag_van_grens(geboren, grens)
    if day is None or day > vandaag + EEN_JAAR:
        raise RegelGeweigerd(
            "Die verjaardag is nog meer dan een jaar weg.", "Vertel het als het dichterbij is."
        )


def nog_te_bespreken(besproken: Collection[Toekomstdomein]) -> tuple[Toekomstdomein, ...]:
    """The domains of the plan for 16 to 27 that were not talked about yet, in order."""
    return tuple(domein for domein in Toekomstdomein if domein not in besproken)

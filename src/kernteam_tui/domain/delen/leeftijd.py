"""The age of a jongere as a band of the law; what is not sure counts as not known."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.gezin import Persoon

_GRENZEN = (
    (18, Leeftijdsband.VAN_18),
    (16, Leeftijdsband.VAN_16),
    (12, Leeftijdsband.VAN_12),
    (0, Leeftijdsband.TOT_12),
)


def bepaal_band(leeftijd: int | None) -> Leeftijdsband:
    """The band of an age in whole years; `None` (or less than nothing) is not known."""
    if leeftijd is None:
        return Leeftijdsband.ONBEKEND
    return next((band for grens, band in _GRENZEN if leeftijd >= grens), Leeftijdsband.ONBEKEND)


def band_van(persoon: Persoon, op: date) -> Leeftijdsband:
    """The band of a person on that day; with only a year of birth where the whole year falls in one band."""
    if persoon.geboortedatum is not None or persoon.geboortejaar is None:
        return bepaal_band(persoon.leeftijd(op))
    oudst = op.year - persoon.geboortejaar
    banden = {bepaal_band(oudst), bepaal_band(oudst - 1)}
    return banden.pop() if len(banden) == 1 else Leeftijdsband.ONBEKEND

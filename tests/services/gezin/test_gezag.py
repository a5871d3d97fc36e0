"""Gezag: how it is known and from when, and which parent was told."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.services.gezin import (
    noteer_geinformeerd,
    save_gezag,
)
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import persoon

JA, NEE = JaNeeOnbekend.JA, JaNeeOnbekend.NEE


def test_gezag_asks_how_it_is_known_and_counts_from_today(sessie: Sessie, gezin: str) -> None:
    fatma, sami = (persoon(sessie, gezin, naam).id for naam in ("Fatma", "Sami"))
    with pytest.raises(InhoudOngeldig):
        save_gezag(sessie, gezin, fatma, {sami: JA}, " ")
    with pytest.raises(NietGevonden):
        save_gezag(sessie, gezin, fatma, {"iemand anders": JA}, "register")
    save_gezag(sessie, gezin, fatma, {sami: NEE}, "register")
    gezag = persoon(sessie, gezin, "Fatma")
    assert (gezag.gezag, gezag.gezag_hoe, gezag.gezag_op) == (NEE, "register", sessie.vandaag())


def test_a_parent_is_told_once_and_not_in_the_future(sessie: Sessie, gezin: str) -> None:
    ali = persoon(sessie, gezin, "Ali").id
    with pytest.raises(InhoudOngeldig):
        noteer_geinformeerd(sessie, gezin, ali, date(2026, 11, 24))
    noteer_geinformeerd(sessie, gezin, ali, date(2026, 11, 23))
    assert persoon(sessie, gezin, "Ali").geinformeerd_op == date(2026, 11, 23)
    with pytest.raises(NietGevonden):
        noteer_geinformeerd(sessie, gezin, persoon(sessie, gezin, "Elif").id, None)

"""A brother or a sister gets a casus of their own in the same family."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.codes import Reden
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.genogram import voeg_toe
from kernteam_tui.services.gezin import (
    BroerZusGegevens,
    get_broer_zus_begin,
    get_gezin,
    get_persoon,
    meld_broer_of_zus_aan,
    save_persoon,
)
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import meld_aan, persoon


def test_a_child_of_an_uncle_is_no_brother_or_sister(sessie: Sessie, gezin: str) -> None:
    oom = persoon(sessie, gezin, "Elif").id
    nicht = voeg_toe(sessie, gezin, oom, Verwant.DOCHTER, "Selin")
    save_persoon(sessie, gezin, nicht, replace(get_persoon(sessie, gezin, nicht), geboortejaar=2015))
    assert [naam for naam, _ in get_broer_zus_begin(sessie, gezin).kinderen] == ["Lina"]


def test_a_sister_gets_a_casus_in_the_same_gezin(sessie: Sessie, gezin: str) -> None:
    assert [naam for naam, _ in get_broer_zus_begin(sessie, gezin).kinderen] == ["Lina"]
    lina = meld_aan(sessie, gezin, "Lina")
    een, ander = get_casus(sessie, gezin), get_casus(sessie, lina)
    assert een.gezin_id == ander.gezin_id
    assert (ander.nummer, ander.naam, ander.klas) == ("2026-002", "Lina", "1A")
    assert {p.naam for p in een.personen} == {p.naam for p in ander.personen}
    assert [c.nummer for c in get_gezin(sessie, gezin).casussen] == ["2026-002"]
    assert [beeld.jongere for beeld in get_gezin(sessie, lina).gezag] == ["Lina", "Sami"]
    with pytest.raises(RegelGeweigerd, match="al een casus"):
        meld_aan(sessie, gezin, "Lina")


def test_a_brother_nobody_had_named_gets_the_same_parents_and_gezag(sessie: Sessie, gezin: str) -> None:
    gegevens = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), roepnaam="Bo")
    bo = meld_broer_of_zus_aan(sessie, gezin, gegevens).casus_id
    assert get_gezin(sessie, bo).gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"
    assert persoon(sessie, bo, "Fatma").geinformeerd_op is None
    los = replace(gegevens, roepnaam="Jip", zelfde_ouders=False)
    jip = meld_broer_of_zus_aan(sessie, gezin, los).casus_id
    assert get_gezin(sessie, jip).gezag[0].zin == "onbekend"


@pytest.mark.parametrize("anders", [{"redenen": ()}, {"roepnaam": ""}, {"geboortedatum": date(2027, 1, 1)}])
def test_an_aanmelding_that_says_too_little_is_refused(
    sessie: Sessie, gezin: str, anders: dict[str, Any]
) -> None:
    goed = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), roepnaam="Bo")
    with pytest.raises(InhoudOngeldig):
        meld_broer_of_zus_aan(sessie, gezin, replace(goed, **anders))

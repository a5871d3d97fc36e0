"""A family typed in at once: all of it or nothing, taken back as a whole, no name in the log."""

from __future__ import annotations

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezin import (
    bewaar_invoer,
    get_gezin,
)
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import REGELS, erbij, persoon


def test_a_family_typed_at_once_stands_in_the_store(sessie: Sessie, gezin: str) -> None:
    beeld = get_gezin(sessie, gezin)
    assert [(huis.naam, huis.bewoners) for huis in beeld.huizen] == [
        ("huis 1", ("Sami (deels)", "Fatma Yilmaz", "Lina")),
        ("bij vader", ("Ali", "Sami (deels)", "Elif")),
    ]
    assert beeld.gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"
    assert beeld.ouders_apart is True
    assert "bij vader: geheim adres" in beeld.waarschuwingen
    assert erbij(sessie, gezin, "Elif").wie == "tante"
    assert persoon(sessie, gezin, "Ali").woont_bij is True
    assert persoon(sessie, gezin, "Ali").gezag_hoe == "register"


def test_one_line_that_is_wrong_keeps_all_of_them_out(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig, match="Regel 2"):
        bewaar_invoer(sessie, casus.casus_id, ("Ali vader", "Tim 45 jaar", "Lina zus"))
    assert len(get_casus(sessie, casus.casus_id).personen) == 2


def test_typing_a_family_is_taken_back_as_a_whole(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    voor = get_gezin(sessie, casus.casus_id)
    gedaan = doe_met_opname(bewaar_invoer, sessie, casus.casus_id, REGELS)
    ongedaan = gedaan.ongedaan("Gezin ingevoerd")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert get_gezin(sessie, casus.casus_id) == voor


def test_the_log_of_typing_a_family_holds_no_name(sessie: Sessie, gezin: str) -> None:
    with sessie.lezen() as conn:
        regels = [item.wat for item in lees_log(conn)]
    assert regels[0] == "gezin ingevoerd: 8 regels"
    assert not any(naam in " ".join(regels) for naam in ("Ali", "Lina", "Laan"))
    assert gezin

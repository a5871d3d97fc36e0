"""A worry about safety is in no overleg, whatever a partner may hear."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.services.overleg.papier import get_blad
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from tests.services.overleg.conftest import geef_toestemming, meld_aan, van_rol
from tests.services.overleg.test_wie_wat_hoort import JGZ, LEERPLICHT


@pytest.mark.parametrize(
    "vraag", ["zorgmelding gedaan?", "advies van Veilig Thuis bespreken", "wijkagent erbij?"]
)
@pytest.mark.parametrize("rol", ["", "leerplichtambtenaar"])
def test_a_question_about_safety_stays_with_the_worker(
    sessie: Sessie, overlegschool: SchoolBeeld, vraag: str, rol: str
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens(vraag, casus_id))
    for partner in (LEERPLICHT, JGZ):
        geef_toestemming(sessie, casus_id, partner, Niveau.INHOUD)
    text = get_blad(sessie, overlegschool.id, van_rol(overlegschool, rol) if rol else "").tekst
    assert vraag not in text
    assert "niet op papier hoort" in " ".join(text.split())


def test_another_question_is_on_it(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("rooster aanpassen?", casus_id))
    for partner in (LEERPLICHT, JGZ):
        geef_toestemming(sessie, casus_id, partner, Niveau.INHOUD)
    assert "rooster aanpassen?" in get_blad(sessie, overlegschool.id).tekst

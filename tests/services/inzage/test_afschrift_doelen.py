"""How the goals went over time in a copy: the marks as the goals go, the words as whose they are."""

from __future__ import annotations

from kernteam_tui.domain.doelverloop import Blik
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.services.gezinsplan import get_plan, stel_plan_vast
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.planevaluatie import EvaluatieGegevens, leg_evaluatie_vast
from tests.services.inzage.conftest import Thuis
from tests.services.inzage.test_afschrift import beeld, plat


def kijk_terug(thuis: Thuis, van: str, tekst: str) -> None:
    doel = get_plan(thuis.sessie, thuis.casus_id).doelen[0]
    blik = Blik(7, Doeluitkomst.BEREIKT, van, tekst)
    leg_evaluatie_vast(thuis.sessie, thuis.casus_id, EvaluatieGegevens({doel.id: blik}, ""))


def test_a_look_at_a_goal_that_was_reached_is_in_the_copy_though_no_version_tells_of_it(thuis: Thuis) -> None:
    kijk_terug(thuis, "Fatma", "De wekker hielp mij.")
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    thuis.vraag(thuis.fatma)
    thuis.vraag(thuis.mehmet)
    hers, his = (plat(beeld(thuis, ouder).tekst) for ouder in (thuis.fatma, thuis.mehmet))
    assert "De wekker hielp mij." in hers
    assert "wat het werd: bereikt" in hers
    assert "wat het werd: bereikt" in his
    assert "De wekker hielp mij." not in his


def test_what_a_goal_goes_along_with_is_in_the_copy(thuis: Thuis) -> None:
    doel = get_plan(thuis.sessie, thuis.casus_id).doelen[0]
    gegevens = DoelGegevens(doel.wat, doel.van, opp_doel="volgt alle lessen", familiedoel="samen eten")
    save_doel(thuis.sessie, thuis.casus_id, doel.id, gegevens)
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    thuis.vraag(thuis.fatma)
    tekst = plat(beeld(thuis, thuis.fatma).tekst)
    assert "volgt alle lessen" in tekst
    assert "samen eten" in tekst

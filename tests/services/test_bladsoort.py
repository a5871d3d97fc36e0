"""Whom the page speaks to: the jongere with `je`, parents together, and each of two parents apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.domain.bladzijde import Bladsoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.formaten.verstrekt import lees_bladzijde
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezinsplan import save_onderdeel, stel_plan_vast
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.services.gezinsplan.conftest import AANMELDING, SCHOOL, id_van

DOELEN = ("Elke dag naar school", "Samen eten", "Zelf de wekker zetten", "Zwemmen")


def met_plan(sessie: Sessie, *, samen: bool) -> str:
    save_school(sessie, SCHOOL)
    ouders = [{"naam": naam, "gezag": "ja", "woont_bij": True} for naam in ("Fatma Kaya", "Mehmet Kaya")]
    anders = {"ouders": ouders} if samen else {}
    casus_id = register_aanmelding(sessie, {**AANMELDING, **anders}).casus_id
    save_onderdeel(sessie, casus_id, 0, "wat_gaat_goed", (Citaat("Lina", "nl", "Ik slaap weer."),), "")
    for wat in DOELEN[:3]:
        save_doel(sessie, casus_id, None, DoelGegevens(wat, van="Lina", nu=4, gewenst=7))
    stel_plan_vast(sessie, casus_id)
    return casus_id


@pytest.mark.parametrize(
    ("samen", "wie", "soort", "gezegd", "niet_gezegd"),
    [
        (True, "Fatma", Bladsoort.GEZIN, "Wie u kunt bellen", "Elke ouder krijgt een eigen bladzijde."),
        (False, "Fatma", Bladsoort.OUDER_APART, "Elke ouder krijgt een eigen bladzijde.", "Kindertelefoon"),
        (False, "Mehmet", Bladsoort.OUDER_APART, "Deze bladzijde is voor u.", "Wie je kunt bellen"),
        (True, "Lina", Bladsoort.JONGERE, "Wie je kunt bellen", "Wie u kunt bellen"),
        (False, "Lina", Bladsoort.JONGERE, "Kindertelefoon 0800-0432", "Elke ouder krijgt"),
    ],
)
def test_each_reader_has_the_page_that_speaks_to_them(
    sessie: Sessie, tmp_path: Path, samen: bool, wie: str, soort: Bladsoort, gezegd: str, niet_gezegd: str
) -> None:
    casus_id = met_plan(sessie, samen=samen)
    maak_samenvatting(sessie, casus_id, id_van(sessie, casus_id, wie), "tekst", tmp_path / "blad.txt")
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find(casus_id=casus_id)
    assert lees_bladzijde(given.inhoud).soort is soort
    tekst = " ".join((tmp_path / "blad.txt").read_text("utf-8").split())
    assert gezegd in tekst
    assert niet_gezegd not in tekst


@pytest.mark.parametrize("vorm", ["tekst", "html"])
def test_all_three_goals_stand_on_it_and_a_fourth_is_named_to_the_worker(
    sessie: Sessie, tmp_path: Path, vorm: str
) -> None:
    casus_id = met_plan(sessie, samen=True)
    lina = id_van(sessie, casus_id, "Lina")
    made = maak_samenvatting(sessie, casus_id, lina, vorm, tmp_path / "drie")
    assert [doel for doel in DOELEN[:3] if doel not in made.bestand.read_text("utf-8")] == []
    save_doel(sessie, casus_id, None, DoelGegevens(DOELEN[3], van="Lina"))
    stel_plan_vast(sessie, casus_id)
    four = maak_samenvatting(sessie, casus_id, lina, vorm, tmp_path / "vier")
    assert [doel for doel in DOELEN if doel not in four.bestand.read_text("utf-8")] == [DOELEN[3]]
    assert any("hoogstens 3" in regel for regel in four.weggelaten)

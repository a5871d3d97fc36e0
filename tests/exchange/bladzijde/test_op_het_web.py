"""Signs that no font can print are named, and the worker hears where they do stand: on the web page."""

from __future__ import annotations

from dataclasses import replace

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import vormen
from kernteam_tui.exchange.planpapier import vormen as planvormen
from tests.exchange.drukwerk.soorten import mag_op_papier
from tests.exchange.planpapier.bouw import maak_plan

RAAD = "Sla het op als webpagina: daar staat alles op."


def test_the_page_with_a_box_points_to_the_web_page(volle_bladzijde: Bladzijde) -> None:
    page = replace(volle_bladzijde, goed=(Citaat("Sara", "nl", "Top 😀"),))
    assert RAAD in vormen.maak_vorm(page, "pdf").meldingen
    made = vormen.maak_vorm(page, "html")
    assert "Top 😀" in made.data.decode()
    assert made.meldingen == ()


def test_the_plan_with_a_box_points_to_the_web_page() -> None:
    plan = maak_plan(toelichting="goed 😀")
    assert RAAD in planvormen.maak_vorm(plan, mag_op_papier(), "pdf").meldingen
    made = planvormen.maak_vorm(plan, mag_op_papier(), "html")
    assert "goed 😀" in made.data.decode()
    assert made.meldingen == ()


def test_without_a_box_nothing_is_said(volle_bladzijde: Bladzijde) -> None:
    assert RAAD not in vormen.maak_vorm(volle_bladzijde, "pdf").meldingen
    assert RAAD not in planvormen.maak_vorm(maak_plan(), mag_op_papier(), "pdf").meldingen

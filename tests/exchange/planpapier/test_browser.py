"""The plan as a web page in a real browser: every rule of axe-core, a phone, a laptop, paper, no network."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.planpapier.html import maak_html
from tests.exchange.bladzijde.in_browser import ALTIJD_GEWOGEN, Kijker, bekijk, keur, vellen
from tests.exchange.drukwerk.soorten import mag_op_papier
from tests.exchange.planpapier.bouw import maak_plan
from tests.exchange.planpapier.test_vormen import VOL

pytestmark = pytest.mark.lang
PLANNEN: dict[str, Planpapier] = {
    "twee huizen": VOL,
    "concept": replace(VOL, vastgesteld_op=None),
    "gezin": maak_plan(toelichting="x" * 5000),
    "jongere": maak_plan(PlanVariant.JONGERE, VOL.onderdelen[0].woorden),
    "groot": replace(VOL, groot=True),
    "eigen werk": replace(maak_plan(), tekenaars=(), eigen_werk=True),
}


@pytest.mark.parametrize("naam", PLANNEN)
def test_every_plan_passes_every_rule_on_a_phone_a_laptop_and_paper(kijker: Kijker, naam: str) -> None:
    for aanblik in bekijk(kijker, maak_html(PLANNEN[naam], mag_op_papier())):
        assert aanblik.gebreken == [], aanblik.waar
        assert aanblik.geslaagd >= ALTIJD_GEWOGEN
    assert kijker.vreemd_gevraagd == []


def test_a_plan_without_its_main_part_is_refused(kijker: Kijker) -> None:
    """Control."""
    html = maak_html(VOL, mag_op_papier()).replace("<main>", "<div>").replace("</main>", "</div>")
    with kijker.pagina(html) as pagina:
        assert "region" in {regel for regel, _ in keur(pagina).fouten}


def test_printed_from_the_browser_all_of_it_is_on_paper(kijker: Kijker) -> None:
    with kijker.pagina(maak_html(VOL, mag_op_papier())) as pagina:
        text = "".join(vel.extract_text() for vel in vellen(pagina).pages)
    for said in ("1. Wie zijn wij", "14. Akkoord en eigen verklaring", "Handtekening"):
        assert said in text

"""Who stands on the map already, by name and by what they are known as."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.dubbel import zelfde_mens, zelfde_naam
from tests.unit.netwerkkaart.mensen import kaart, mens

G = Netwerkgroep
RENEE = replace(mens("Renée  Smit", G.FAMILIE), relatie="tante")
KAART = kaart([RENEE, mens("Jan", G.VRIENDEN)])


@pytest.mark.parametrize(
    ("naam", "relatie", "gevonden"),
    [
        ("renee smit", "", True),
        ("RENÉE SMIT", "Tante", True),
        ("Renée Smit", "buurvrouw", False),
        ("Renée", "", False),
        ("Jan", "trainer", True),
        ("", "", False),
    ],
)
def test_a_name_is_the_same_whatever_its_accents(naam: str, relatie: str, gevonden: bool) -> None:
    assert (zelfde_naam(KAART, naam, relatie) is not None) is gevonden


def test_a_link_is_the_same_only_when_it_was_put_on_the_map() -> None:
    moeder = replace(mens("Fatma", G.GEZIN), persoon_id="moeder", op_kaart_gezet=False)
    arts = replace(mens("M. Bakker", G.PROFESSIONALS), contact_id="arts")
    op_kaart = kaart([moeder, arts])
    assert zelfde_mens(op_kaart, "moeder", None) is None
    assert zelfde_mens(kaart([replace(moeder, op_kaart_gezet=True)]), "moeder", None) is not None
    assert zelfde_mens(op_kaart, None, "arts") == arts
    assert zelfde_mens(op_kaart, None, None) is None

"""Recording a talk with a jongere alone: below sixteen the parents hear it, from sixteen he may say no."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.screens.gesprek_vastleggen.ouders import NIET
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zonder_ouders import ZonderOuders, get_vastlegging
from tests.ui.gezinnen import maak_school
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht
from tests.ui.test_leeftijden import (
    BIJNA_ZESTIEN,
    BREED,
    ZEVENTIEN,
    druk,
    formulier,
    huisbezoek,
    meld,
    veld,
    zonder_ouder,
)


@pytest.fixture
def sessie(store: Store) -> Sessie:
    sessie = Sessie(store, VasteKlok())
    maak_school(sessie)
    return sessie


def taak(sessie: Sessie, casus_id: str) -> bool:
    return any(s.regel == "ouders_na_gesprek" for s in get_casus(sessie, casus_id).signalen)


@pytest.mark.parametrize(
    ("geboren", "kan"),
    [(BIJNA_ZESTIEN, False), (ZEVENTIEN, True), (None, False)],
    ids=["15", "17", "unknown"],
)
async def test_only_from_sixteen_the_form_lets_him_say_no(
    tmp_path: Path, sessie: Sessie, geboren: str | None, kan: bool
) -> None:
    casus_id = meld(sessie, geboren)
    gesprek = huisbezoek(sessie, casus_id)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "gesprek_vastleggen", BREED, gesprek_id=gesprek.id) as pilot:
        formulier(app).zet("uitkomst", "gehouden")
        formulier(app).zet("aanwezig", zonder_ouder(gesprek))
        formulier(app).gewijzigd("aanwezig")
        formulier(app).zet("ouders_waarom", "even alleen")
        await wacht(pilot)
        assert ("wil dit niet" in " ".join(tekst_van(app).split())) is kan
        if kan:
            formulier(app).zet("ouders_horen", NIET)
            formulier(app).gewijzigd("ouders_horen")
            assert veld(app, "ouders_niet").display
            await druk(pilot, "ctrl+s")
            assert formulier(app).NAAM == "gesprek_vastleggen", "what he said is missing"
            formulier(app).zet("ouders_niet", "dit is van mij")
        await druk(pilot, "ctrl+s")
    assert taak(sessie, casus_id) is not kan
    found = get_vastlegging(sessie, gesprek.id).ouders.zonder
    assert found is not None
    if kan:
        assert found == ZonderOuders("even alleen", ouders_niet="dit is van mij")
    else:
        assert found.informeren_voor is not None

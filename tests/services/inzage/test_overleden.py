"""The father died: no page, no copy and no request is made for him any more, also not by his id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.lezer import LezerOverleden
from kernteam_tui.services.afschrift import bereid_afschrift_voor, list_lezers, maak_afschrift
from kernteam_tui.services.gezin import get_persoon, save_persoon
from kernteam_tui.services.samenvatting import lees_bladzijde, maak_samenvatting
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.services.inzage.conftest import MAANDAG, Thuis

Maak = Callable[[Thuis, str, Path], object]
WEGEN: dict[str, Maak] = {
    "bladzijde": lambda thuis, wie, pad: maak_samenvatting(thuis.sessie, thuis.casus_id, wie, "tekst", pad),
    "bladzijde lezen": lambda thuis, wie, _: lees_bladzijde(thuis.sessie, thuis.casus_id, wie),
    "afschrift": lambda thuis, wie, pad: maak_afschrift(thuis.sessie, thuis.casus_id, wie, "tekst", pad),
    "afschrift zien": lambda thuis, wie, _: bereid_afschrift_voor(thuis.sessie, thuis.casus_id, wie),
    "verzoek": lambda thuis, wie, _: noteer_verzoek(
        thuis.sessie, thuis.casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=wie)
    ),
}


def overlijdt(thuis: Thuis, wie: str) -> None:
    gegevens = replace(get_persoon(thuis.sessie, thuis.casus_id, wie), overleden=True, overleden_jaar=2026)
    save_persoon(thuis.sessie, thuis.casus_id, wie, gegevens)


@pytest.mark.parametrize("weg", WEGEN)
def test_nothing_is_made_for_who_died(thuis: Thuis, tmp_path: Path, weg: str) -> None:
    thuis.vraag(thuis.mehmet)
    overlijdt(thuis, thuis.mehmet)
    file = tmp_path / "uit.txt"
    with pytest.raises(LezerOverleden) as refused:
        WEGEN[weg](thuis, thuis.mehmet, file)
    assert refused.value.code == "lezer_overleden"
    assert "nabestaande" in refused.value.stap
    assert not file.exists()


def test_nor_for_a_jongere_who_died(thuis: Thuis) -> None:
    thuis.vraag(thuis.sami)
    overlijdt(thuis, thuis.sami)
    for voor in ("jongere", thuis.sami):
        with pytest.raises(LezerOverleden):
            lees_bladzijde(thuis.sessie, thuis.casus_id, voor)
        with pytest.raises(LezerOverleden):
            bereid_afschrift_voor(thuis.sessie, thuis.casus_id, voor)


def test_the_mother_still_reads_and_is_the_parent_of_the_page(thuis: Thuis) -> None:
    overlijdt(thuis, thuis.mehmet)
    assert thuis.mehmet not in {lezer.id for lezer in list_lezers(thuis.sessie, thuis.casus_id).lezers}
    assert lees_bladzijde(thuis.sessie, thuis.casus_id, "ouder").voor == "Fatma Yilmaz"

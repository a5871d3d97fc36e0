"""After the help stopped: who may inspect may still do so (Jeugdwet 7.3.10), and partners hear it stopped."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    JaNeeOnbekend,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lezer import GeenGezag
from kernteam_tui.services.afschrift import maak_afschrift
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.gezinsplan import DoelGegevens, save_doel, stel_plan_vast
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppelafspraken import AfspraakGegevens, maak_afspraak
from kernteam_tui.services.terugkoppeling import get_bericht, list_terugkoppelingen, noteer_verteld
from kernteam_tui.services.toestemmingen import list_toestemmingen, trek_in
from kernteam_tui.services.verzoeken import (
    Afhandeling,
    VerzoekGegevens,
    handel_verzoek_af,
    list_verzoeken,
    noteer_verzoek,
)
from tests.conftest import VasteKlok
from tests.gezagshulp import leg_gezag_vast
from tests.services.delen.conftest import Thuis

GESTOPT = date(2026, 11, 23)
EEN_JAAR_LATER = datetime(2027, 10, 4, 10, tzinfo=AMSTERDAM)


@pytest.fixture
def gesloten(thuis: Thuis) -> Thuis:
    """The help stopped; leerplicht was promised to hear it."""
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens("vier dagen naar school"))
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    stop = AfspraakGegevens(PartnerSoort.JGZ, Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_AFSLUITEN)
    maak_afspraak(thuis.sessie, thuis.casus_id, stop)
    gegevens = AfsluitGegevens(AfsluitSoort.AFGESLOTEN, GESTOPT, AfsluitKenmerk.VOLGENS_PLAN, True)
    sluit_casus(thuis.sessie, thuis.casus_id, gegevens)
    return thuis


def een_jaar_later(thuis: Thuis) -> Thuis:
    sessie = Sessie(thuis.sessie.store, VasteKlok(EEN_JAAR_LATER))
    return Thuis(sessie, thuis.casus_id, thuis.sami, thuis.fatma, thuis.mehmet)


def vraag(thuis: Thuis, wie: str, soort: VerzoekSoort = VerzoekSoort.INZAGE, tekst: str = "") -> str:
    op = thuis.sessie.vandaag()
    noteer_verzoek(thuis.sessie, thuis.casus_id, VerzoekGegevens(soort, op, van_id=wie, tekst=tekst))
    return next(r.id for r in list_verzoeken(thuis.sessie, thuis.casus_id).regels if r.van_id == wie)


@pytest.mark.parametrize("wanneer", ["meteen", "een jaar later"])
def test_pages_are_still_made(gesloten: Thuis, tmp_path: Path, wanneer: str) -> None:
    thuis = gesloten if wanneer == "meteen" else een_jaar_later(gesloten)
    for wie in (thuis.fatma, thuis.sami):
        file = tmp_path / f"{wie}.txt"
        maak_samenvatting(thuis.sessie, thuis.casus_id, wie, "tekst", file)
        assert "vier dagen naar school" in file.read_text("utf-8")


def test_a_year_later_a_copy_is_asked_and_given(gesloten: Thuis, tmp_path: Path) -> None:
    thuis = een_jaar_later(gesloten)
    for wie in (thuis.fatma, thuis.sami):
        asked = vraag(thuis, wie)
        file = tmp_path / f"{wie}.txt"
        maak_afschrift(thuis.sessie, thuis.casus_id, wie, "tekst", file)
        assert "hulp gestopt: 23 november 2026" in " ".join(file.read_text("utf-8").split())
        done = Afhandeling(VerzoekUitkomst.TOEGEWEZEN, thuis.sessie.vandaag())
        handel_verzoek_af(thuis.sessie, thuis.casus_id, asked, done)
    assert not any(regel.open for regel in list_verzoeken(thuis.sessie, thuis.casus_id).regels)


def test_a_statement_and_a_correction_are_still_noted(gesloten: Thuis) -> None:
    thuis = een_jaar_later(gesloten)
    vraag(thuis, thuis.mehmet, VerzoekSoort.CORRECTIE, "Ik heet Mehmet met een h.")
    vraag(thuis, thuis.fatma, VerzoekSoort.VERKLARING, "Ik zag het anders.")
    assert len(list_verzoeken(thuis.sessie, thuis.casus_id).regels) == 2


def test_a_father_without_gezag_still_asks_first(gesloten: Thuis, tmp_path: Path) -> None:
    thuis = een_jaar_later(gesloten)
    leg_gezag_vast(thuis.sessie, thuis.casus_id, thuis.mehmet, JaNeeOnbekend.NEE)
    file = tmp_path / "uit.txt"
    with pytest.raises(GeenGezag):
        maak_afschrift(thuis.sessie, thuis.casus_id, thuis.mehmet, "tekst", file)
    vraag(thuis, thuis.mehmet, VerzoekSoort.INFORMATIE)
    maak_afschrift(thuis.sessie, thuis.casus_id, thuis.mehmet, "tekst", file)
    assert "Belangrijke feiten" in file.read_text("utf-8")


def test_a_partner_hears_that_it_stopped_with_consent_that_stands(gesloten: Thuis) -> None:
    thuis = gesloten
    afspraak = thuis.afspraak("jeugdgezondheidszorg")
    assert get_bericht(thuis.sessie, thuis.casus_id, afspraak).weigering is not None
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ)
    due = [taak for taak in list_terugkoppelingen(thuis.sessie) if taak.afspraak_id == afspraak]
    assert [taak.toestemming for taak in due] == [True]
    bericht = get_bericht(thuis.sessie, thuis.casus_id, afspraak)
    assert bericht.weigering is None
    assert "gestopt" in bericht.tekst
    noteer_verteld(thuis.sessie, thuis.casus_id, afspraak)
    assert afspraak not in {taak.afspraak_id for taak in list_terugkoppelingen(thuis.sessie)}


def test_a_consent_is_still_withdrawn_after_the_help_stopped(gesloten: Thuis) -> None:
    thuis = gesloten
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ)
    lines = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    jgz = next(line for line in lines if line.partner is PartnerSoort.JGZ)
    trek_in(thuis.sessie, thuis.casus_id, [g.toestemming_id for g in jgz.gevers], "het is klaar")
    weigering = get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak("jeugdgezondheidszorg")).weigering
    assert weigering is not None
    assert "toestemming" in weigering.tekst

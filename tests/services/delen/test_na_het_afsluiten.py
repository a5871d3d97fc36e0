"""After the help stopped: who may inspect may still do so (Jeugdwet 7.3.10), and partners hear it stopped."""

from __future__ import annotations

from datetime import date, datetime, timedelta
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
from kernteam_tui.services.afsluiting import AfsluitGegevens, heropen_casus, sluit_casus
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.schoolweet import get_school_weet
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


def weken_later(thuis: Thuis, weken: int = 2) -> Sessie:
    return Sessie(
        thuis.sessie.store, VasteKlok(datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM) + timedelta(weeks=weken))
    )


def niveau_van(sessie: Sessie, thuis: Thuis, partner: PartnerSoort) -> Niveau | None:
    register = list_toestemmingen(sessie, thuis.casus_id)
    return next(regel.niveau for regel in register.regels if regel.partner is partner)


def sluit(thuis: Thuis) -> None:
    gegevens = AfsluitGegevens(AfsluitSoort.AFGESLOTEN, GESTOPT, AfsluitKenmerk.VOLGENS_PLAN, True)
    sluit_casus(thuis.sessie, thuis.casus_id, gegevens)


def test_a_consent_without_a_last_day_ends_with_the_help(thuis: Thuis) -> None:
    """`Leeg: tot het gezin stopt of het intrekt.` After that a partner may hear only that it stopped."""
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ, niveau=Niveau.INHOUD, tot=None)
    sluit(thuis)
    assert niveau_van(thuis.sessie, thuis, PartnerSoort.JGZ) is Niveau.INHOUD  # its last day
    later = weken_later(thuis)
    assert niveau_van(later, thuis, PartnerSoort.JGZ) is Niveau.GESTART_GESTOPT
    (regel,) = [r for r in list_toestemmingen(later, thuis.casus_id).regels if r.partner is PartnerSoort.JGZ]
    assert "De hulp is gestopt" in regel.let_op


def test_school_knows_less_once_the_help_stopped(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.MENTOR, niveau=Niveau.INHOUD, tot=None)
    weet, _ = get_school_weet(thuis.sessie, thuis.casus_id)
    sluit(thuis)
    later, niet = get_school_weet(weken_later(thuis), thuis.casus_id)
    assert len(later) < len(weet)
    assert niet


def test_with_a_last_day_it_stands_until_that_day(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ, niveau=Niveau.PROCES)  # until November 2027
    sluit(thuis)
    assert niveau_van(weken_later(thuis), thuis, PartnerSoort.JGZ) is Niveau.PROCES


def test_what_is_agreed_after_the_help_stands_as_it_is_agreed(thuis: Thuis) -> None:
    sluit(thuis)
    later = weken_later(thuis)
    een_later = Thuis(later, thuis.casus_id, thuis.sami, thuis.fatma, thuis.mehmet)
    een_later.geef(*thuis.allen, partner=PartnerSoort.JGZ, niveau=Niveau.PROCES, tot=None, op=later.vandaag())
    assert niveau_van(later, thuis, PartnerSoort.JGZ) is Niveau.PROCES


def test_a_promise_of_more_is_then_kept_by_telling_that_it_stopped(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ, niveau=Niveau.PROCES, tot=None)
    stop = AfspraakGegevens(PartnerSoort.JGZ, Niveau.PROCES, TerugkoppelMoment.BIJ_AFSLUITEN)
    maak_afspraak(thuis.sessie, thuis.casus_id, stop)
    sluit(thuis)
    later = weken_later(thuis)
    afspraak = thuis.afspraak("jeugdgezondheidszorg")
    bericht = get_bericht(later, thuis.casus_id, afspraak)
    assert bericht.weigering is None
    assert "gestopt" in bericht.tekst
    assert [t.toestemming for t in list_terugkoppelingen(later) if t.afspraak_id == afspraak] == [True]


def test_a_casus_that_is_opened_again_stands_as_it_did(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ, niveau=Niveau.INHOUD, tot=None)
    sluit(thuis)
    later = weken_later(thuis)
    heropen_casus(later, thuis.casus_id)
    assert niveau_van(later, thuis, PartnerSoort.JGZ) is Niveau.INHOUD

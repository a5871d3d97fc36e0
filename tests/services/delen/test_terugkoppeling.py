"""Telling a partner that the help began or stopped: only with consent, without content, and done on."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.queries.uitvoer import lees_uitvoer
from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    LogSoort,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.domain.delen.partners import (
    lezer_voor,
    naam_in_tekst,
    partner_tekst,
    partner_van_rol,
    partner_van_tekst,
)
from kernteam_tui.domain.delen.weigeren import GeenToestemming
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.terugkoppeling import NogNiets
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppelafspraken import (
    AfspraakGegevens,
    maak_afspraak,
    verwijder_afspraak,
    wijzig_afspraak,
)
from kernteam_tui.services.terugkoppeling import (
    get_bericht,
    list_terugkoppelingen,
    noteer_verteld,
    schrijf_bericht,
)
from tests.conftest import VasteKlok
from tests.services.delen.conftest import GESPREK, Thuis

AF = AfspraakGegevens(PartnerSoort.HUISARTS, Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_START)


def sluit(thuis: Thuis, soort: AfsluitSoort = AfsluitSoort.AFGESLOTEN) -> None:
    kenmerk = AfsluitKenmerk.VOLGENS_PLAN if soort is AfsluitSoort.AFGESLOTEN else None
    sluit_casus(thuis.sessie, thuis.casus_id, AfsluitGegevens(soort, date(2026, 11, 23), kenmerk, True))


def test_with_consent_of_all_the_message_is_ready_and_names_nobody(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    bericht = get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak())
    assert bericht.weigering is None
    assert "De hulp van de gezinswerker is gestart op 23 november 2026." in bericht.tekst
    assert "S.Y., klas 3B" in bericht.tekst
    assert "Sami" not in bericht.tekst
    assert bericht.om_wie == "Sami Yilmaz, klas 3B", "for the worker to say"


@pytest.mark.parametrize("wie", [(), (0,), (0, 1), (1, 2)])
def test_without_consent_of_all_it_is_refused_in_the_words_of_the_deel_poort(
    thuis: Thuis, wie: tuple[int, ...], tmp_path: Path
) -> None:
    if wie:
        thuis.geef(*(thuis.allen[n] for n in wie))
    bericht = get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak())
    assert bericht.tekst == ""
    assert bericht.weigering is not None
    assert "Jeugdwet 7.3.11 lid 1" in bericht.weigering.tekst
    assert not bericht.weigering.uitzondering_kan
    with pytest.raises(GeenToestemming):
        noteer_verteld(thuis.sessie, thuis.casus_id, thuis.afspraak(), uitzondering="spoed")
    file = tmp_path / "brief.txt"
    with pytest.raises(GeenToestemming):
        schrijf_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak(), "tekst", file, uitzondering="spoed")
    assert not file.exists()
    assert get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen[0].gedaan_op is None


def test_consent_for_one_partner_is_none_for_another(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.JGZ)
    assert get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak()).weigering is not None


def test_told_by_phone_it_is_done_today_and_stands_in_the_log(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    done = noteer_verteld(thuis.sessie, thuis.casus_id, thuis.afspraak())
    assert done.terugkoppelingen[0].gedaan_op == date(2026, 11, 23)
    with thuis.sessie.lezen() as conn:
        line = next(iter(lees_log(conn)))
    assert (line.soort, line.wat, line.voor) == (
        LogSoort.GEEXPORTEERD,
        "terugkoppeling: de hulp is gestart (verteld)",
        "leerplicht",
    )


@pytest.mark.parametrize(("vorm", "begin"), [("pdf", b"%PDF"), ("tekst", b"Van:")])
def test_as_a_letter_it_lies_in_uit_and_is_done_in_the_same_step(
    thuis: Thuis, vorm: str, begin: bytes
) -> None:
    thuis.geef(*thuis.allen)
    uitkomst = schrijf_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak(), vorm)
    assert uitkomst.bestand.parent == thuis.sessie.map / "uit"
    assert uitkomst.bestand.name.startswith("terugkoppeling-leerplicht-20261123-k")
    assert uitkomst.bestand.read_bytes().startswith(begin)
    assert get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen[0].gedaan_op == date(2026, 11, 23)
    with thuis.sessie.lezen() as conn:
        (known,) = lees_uitvoer(conn, thuis.casus_id)
    assert (known.soort, known.voor) == (f"terugkoppeling ({vorm})", "leerplicht")


def test_after_closing_the_message_says_that_the_help_stopped(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    sluit(thuis)
    bericht = get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak())
    assert "is gestopt op 23 november 2026." in bericht.tekst


def test_help_that_never_began_is_told_as_that_and_not_why(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    maak_afspraak(
        thuis.sessie,
        thuis.casus_id,
        AfspraakGegevens(PartnerSoort.LEERPLICHT, Niveau.PROCES, TerugkoppelMoment.BIJ_WEIGERING, naam="Lia"),
    )
    asked = thuis.afspraak("leerplicht (Lia)")
    not_yet = get_bericht(thuis.sessie, thuis.casus_id, asked).weigering
    assert not_yet is not None
    assert not_yet.tekst == "Afgesproken is: als ouders niet willen. Dat is nu niet zo."
    with pytest.raises(NogNiets):
        noteer_verteld(thuis.sessie, thuis.casus_id, asked)
    sluit(thuis, AfsluitSoort.NIET_GESTART)
    told = get_bericht(thuis.sessie, thuis.casus_id, asked).tekst
    assert told.endswith("De hulp van de gezinswerker is niet gestart.\n")


def test_before_anything_began_there_is_nothing_to_tell(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    casus = get_casus(thuis.sessie, thuis.casus_id)
    wijzig_casus(thuis.sessie, casus.id, casus.revision, begeleiding_gestart=None)
    refused = get_bericht(thuis.sessie, thuis.casus_id, thuis.afspraak()).weigering
    assert refused is not None
    assert refused.tekst == "De hulp is nog niet gestart."


def test_only_for_the_gezinsvoogd_a_written_reason_opens_it_and_that_is_logged(thuis: Thuis) -> None:
    maak_afspraak(thuis.sessie, thuis.casus_id, dataclasses.replace(AF, soort=PartnerSoort.SAVE))
    asked = thuis.afspraak("SAVE of jeugdbescherming")
    refused = get_bericht(thuis.sessie, thuis.casus_id, asked).weigering
    assert refused is not None
    assert refused.uitzondering_kan
    assert "7.3.11 lid 4" in refused.tekst
    noteer_verteld(thuis.sessie, thuis.casus_id, asked, uitzondering="nodig voor de ots")
    with thuis.sessie.lezen() as conn:
        lines = [(r.soort, r.wat) for r in lees_log(conn)]
    assert (LogSoort.UITZONDERING, "nodig voor de ots") in lines


def test_a_reason_that_was_not_needed_is_not_logged_as_an_exception(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    noteer_verteld(thuis.sessie, thuis.casus_id, thuis.afspraak(), uitzondering="zekerheid")
    with thuis.sessie.lezen() as conn:
        assert LogSoort.UITZONDERING not in {r.soort for r in lees_log(conn)}


# --- agreements ------------------------------------------------------------------------------


def test_an_agreement_of_between_talks_hangs_under_the_newest_that_was_held(thuis: Thuis) -> None:
    later = GesprekGegevens(GesprekSoort.EVALUATIE, GESPREK + timedelta(days=20))
    plan_gesprek(thuis.sessie, thuis.casus_id, later)
    casus = maak_afspraak(thuis.sessie, thuis.casus_id, AF)
    made = next(t for t in casus.terugkoppelingen if t.partner == "huisarts")
    held = next(g for g in casus.gesprekken if g.staat is GesprekStaat.GEHOUDEN)
    assert (made.gesprek_id, made.soort) == (held.id, PartnerSoort.HUISARTS)


def test_without_any_talk_an_agreement_has_no_table_to_be_made_at(thuis: Thuis, sessie: Sessie) -> None:
    with sessie.unit_of_work() as uow:
        for gesprek in uow.gesprekken.find(casus_id=thuis.casus_id):
            uow.gesprekken.remove(gesprek)
        uow.commit()
    with pytest.raises(RegelGeweigerd) as refused:
        maak_afspraak(sessie, thuis.casus_id, AF)
    assert "nog geen gesprek" in refused.value.tekst
    plan_gesprek(sessie, thuis.casus_id, GesprekGegevens(GesprekSoort.EVALUATIE, GESPREK))
    assert maak_afspraak(sessie, thuis.casus_id, AF).terugkoppelingen[0].partner == "huisarts"


def test_an_agreement_is_changed_and_taken_away_until_it_is_done(thuis: Thuis) -> None:
    maak_afspraak(thuis.sessie, thuis.casus_id, AF)
    on_a_day = dataclasses.replace(AF, moment=TerugkoppelMoment.OP_DATUM, op=date(2026, 12, 1), naam="Bos")
    changed = wijzig_afspraak(thuis.sessie, thuis.casus_id, thuis.afspraak("huisarts"), on_a_day)
    made = next(t for t in changed.terugkoppelingen if t.partner == "huisarts (Bos)")
    assert made.op == date(2026, 12, 1)
    gone = verwijder_afspraak(thuis.sessie, thuis.casus_id, made.id)
    assert [t.partner for t in gone.terugkoppelingen] == ["leerplicht"]
    thuis.geef(*thuis.allen)
    noteer_verteld(thuis.sessie, thuis.casus_id, thuis.afspraak())
    with pytest.raises(RegelGeweigerd):
        verwijder_afspraak(thuis.sessie, thuis.casus_id, thuis.afspraak())
    with pytest.raises(NietGevonden):
        get_bericht(thuis.sessie, thuis.casus_id, "weg")


def test_what_is_no_agreement_with_a_partner_is_refused(thuis: Thuis) -> None:
    for wrong in (
        dataclasses.replace(AF, soort=PartnerSoort.OUDER),
        dataclasses.replace(AF, moment=TerugkoppelMoment.OP_DATUM),
    ):
        with pytest.raises(InhoudOngeldig):
            maak_afspraak(thuis.sessie, thuis.casus_id, wrong)


def test_an_agreement_of_which_only_a_name_is_known_asks_what_partner_it_is(
    thuis: Thuis, sessie: Sessie
) -> None:
    with sessie.unit_of_work() as uow:
        afspraak = uow.gesprekken.find(casus_id=thuis.casus_id)[0].terugkoppelafspraken[0]
        afspraak.partner, afspraak.soort = "Lia", None
        uow.commit()
    refused = get_bericht(sessie, thuis.casus_id, thuis.afspraak("Lia")).weigering
    assert refused is not None
    assert "wat voor partner" in refused.tekst


def test_an_older_agreement_is_understood_by_its_words() -> None:
    assert partner_van_tekst("leerplicht (Lia de Vries)") is PartnerSoort.LEERPLICHT
    assert naam_in_tekst("leerplicht (Lia de Vries)") == "Lia de Vries"
    assert partner_van_tekst("jeugdarts") is PartnerSoort.JGZ
    assert partner_van_tekst("Lia") is None
    assert partner_van_rol("gezinswerker") is None
    assert partner_van_rol("ouder") is None
    assert all(partner_van_tekst(partner_tekst(soort, "Bo")) is soort for soort in PartnerSoort)
    assert all(lezer_voor(soort) for soort in PartnerSoort)


# --- over all casussen -----------------------------------------------------------------------


def test_the_list_over_all_casussen_has_what_is_due_first(thuis: Thuis, sessie: Sessie) -> None:
    stop = dataclasses.replace(AF, moment=TerugkoppelMoment.BIJ_AFSLUITEN)
    maak_afspraak(sessie, thuis.casus_id, stop)
    tasks = list_terugkoppelingen(sessie)
    assert [(t.partner, t.uiterlijk, t.toestemming) for t in tasks] == [
        ("leerplicht", date(2026, 11, 23), False),
        ("huisarts", None, False),
    ]
    thuis.geef(*thuis.allen)
    assert [t.toestemming for t in list_terugkoppelingen(sessie)] == [True, False]
    noteer_verteld(sessie, thuis.casus_id, thuis.afspraak())
    assert [t.partner for t in list_terugkoppelingen(sessie)] == ["huisarts"]


def test_a_consent_that_ended_yesterday_is_none_today(thuis: Thuis, sessie: Sessie, klok: VasteKlok) -> None:
    thuis.geef(*thuis.allen, tot=date(2026, 12, 1))
    for days, allowed in ((8, True), (9, False)):
        later = Sessie(sessie.store, VasteKlok(klok.moment + timedelta(days=days)))
        refused = get_bericht(later, thuis.casus_id, thuis.afspraak()).weigering
        assert (refused is None) is allowed


def test_the_list_read_in_one_go_says_the_same_as_the_register_read_from_records(
    thuis: Thuis, sessie: Sessie
) -> None:
    """Every age, gezag and circumstance: SQL facts and loaded records lead to one answer."""
    ages = (date(2016, 1, 1), date(2012, 1, 1), date(2010, 1, 1), date(2007, 1, 1), None)
    thuis.geef(*thuis.allen)
    seen = set()
    for born, gezag, unable, conflict, dead in itertools.product(
        ages, JaNeeOnbekend, (False, True), (False, True), (False, True)
    ):
        with sessie.unit_of_work() as uow:
            gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
            jongere, mehmet = gezin.persoon(thuis.sami), gezin.persoon(thuis.mehmet)
            jongere.geboortedatum, jongere.wilsonbekwaam, jongere.gezagsconflict = born, unable, conflict
            mehmet.overleden = dead
            next(b for b in gezin.ouderschappen if b.ouder_id == thuis.mehmet).gezag = gezag
            uow.commit()
        (task,) = list_terugkoppelingen(sessie)
        refused = get_bericht(sessie, thuis.casus_id, thuis.afspraak()).weigering
        assert task.toestemming is (refused is None), (born, gezag, unable, conflict, dead)
        seen.add(task.toestemming)
    assert seen == {True, False}

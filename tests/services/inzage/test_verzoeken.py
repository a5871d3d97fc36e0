"""Requests about the file: every step with its date, one month to answer, and the words as they were said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kernteam_tui.domain.codes import AfsluitKenmerk, AfsluitSoort
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.domain.verzoek import antwoord_uiterlijk
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.vernietiging import vraag_vernietiging, weiger_vernietiging
from kernteam_tui.services.verzoeken import (
    VERNIETIGING,
    Afhandeling,
    VerzoekenBeeld,
    VerzoekGegevens,
    handel_verzoek_af,
    list_verklaringen,
    list_verzoeken,
    noteer_verzoek,
)
from tests.services.inzage.conftest import MAANDAG, Thuis

GEDAAN = Afhandeling(VerzoekUitkomst.TOEGEWEZEN, MAANDAG)


def lijst(thuis: Thuis) -> VerzoekenBeeld:
    return list_verzoeken(thuis.sessie, thuis.casus_id)


def signaal(thuis: Thuis) -> Signaal | None:
    found = get_vandaag(thuis.sessie).signalen
    return next((one for one in found if one.regel == "verzoek_open"), None)


def test_a_request_is_noted_with_its_day_and_the_last_day_to_answer(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma, dagen=3)
    assert (row.van, row.op, row.uiterlijk) == ("Fatma Yilmaz", date(2026, 11, 20), date(2026, 12, 20))
    assert row.open
    assert [(stap.op, stap.wat) for stap in row.stappen] == [(date(2026, 11, 20), "gevraagd")]
    assert thuis.log()[0].wat == "verzoek genoteerd: het dossier inzien of een afschrift"


@pytest.mark.parametrize(
    ("gevraagd", "uiterlijk"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_at_the_latest_on_the_last_day_of_the_next(gevraagd: date, uiterlijk: date) -> None:
    assert antwoord_uiterlijk(gevraagd) == uiterlijk


def test_handled_in_part_needs_a_reason_and_keeps_every_day(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma, dagen=3)
    bare = Afhandeling(VerzoekUitkomst.DEELS, MAANDAG)
    with pytest.raises(RegelGeweigerd, match="reden"):
        handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, bare)
    done = Afhandeling(VerzoekUitkomst.DEELS, MAANDAG, "woorden van een ander weggelaten")
    (after,) = handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, done).regels
    assert not after.open
    assert [(stap.op, stap.wat) for stap in after.stappen] == [
        (date(2026, 11, 20), "gevraagd"),
        (MAANDAG, "voor een deel gedaan: woorden van een ander weggelaten"),
    ]
    with pytest.raises(RegelGeweigerd, match="al afgehandeld"):
        handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, GEDAAN)
    assert "woorden" not in thuis.log()[0].wat, "the reason is no business of the log"


@pytest.mark.parametrize(("dagen", "wat"), [(-1, "toekomst"), (10, "vóór de dag van het verzoek")])
def test_handling_has_a_day_that_can_be(thuis: Thuis, dagen: int, wat: str) -> None:
    row = thuis.vraag(thuis.fatma, dagen=3)
    day = MAANDAG - timedelta(days=dagen)
    with pytest.raises(RegelGeweigerd, match=wat):
        handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, Afhandeling(VerzoekUitkomst.TOEGEWEZEN, day))


@pytest.mark.parametrize(
    ("gegevens", "wat"),
    [
        (VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG), "wie dit vraagt"),
        (VerzoekGegevens(VerzoekSoort.VERKLARING, MAANDAG, van_naam="Buur"), "verklaring is leeg"),
        (VerzoekGegevens(VerzoekSoort.CORRECTIE, MAANDAG, van_naam="Buur"), "welk feit"),
    ],
)
def test_what_a_request_needs(thuis: Thuis, gegevens: VerzoekGegevens, wat: str) -> None:
    with pytest.raises(InhoudOngeldig, match=wat):
        noteer_verzoek(thuis.sessie, thuis.casus_id, gegevens)
    assert not lijst(thuis).regels


@pytest.mark.parametrize("dagen", [-1, 200])
def test_a_request_has_a_day_that_can_be(thuis: Thuis, dagen: int) -> None:
    with pytest.raises(RegelGeweigerd):
        thuis.vraag(thuis.fatma, dagen=dagen)


def test_a_person_of_another_family_cannot_ask(thuis: Thuis) -> None:
    with pytest.raises(NietGevonden):
        thuis.vraag("een ander")


def test_somebody_who_is_no_person_of_the_family_is_named(thuis: Thuis) -> None:
    gegevens = VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_naam=" advocaat De Groot ")
    (row,) = noteer_verzoek(thuis.sessie, thuis.casus_id, gegevens).regels
    assert row.van == "advocaat De Groot"


def test_a_statement_is_kept_word_for_word_and_is_in_the_file_at_once(thuis: Thuis) -> None:
    words = "  Dit klopt niet.\n\nIk was er WEL bij…  "
    row = thuis.vraag(thuis.mehmet, VerzoekSoort.VERKLARING, words)
    assert row.tekst == words
    assert not row.open
    assert row.stappen[-1].wat == "toegevoegd aan het dossier"
    assert list_verklaringen(thuis.sessie, thuis.casus_id) == (("Mehmet Yilmaz", "Dit klopt niet."),)
    assert signaal(thuis) is None


def test_an_opinion_stays_and_the_own_view_is_added(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma, VerzoekSoort.CORRECTIE, "er staat dat ik streng ben")
    done = Afhandeling(
        VerzoekUitkomst.GEWEIGERD, MAANDAG, "dit is een mening", "Ik ben niet streng, ik ben duidelijk."
    )
    after = handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, done)
    assert {regel.soort for regel in after.regels} == {VerzoekSoort.CORRECTIE, VerzoekSoort.VERKLARING}
    assert list_verklaringen(thuis.sessie, thuis.casus_id) == (
        ("Fatma Yilmaz", "Ik ben niet streng, ik ben duidelijk."),
    )


def test_only_a_correction_has_an_own_view(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma)
    with pytest.raises(InhoudOngeldig):
        handel_verzoek_af(
            thuis.sessie,
            thuis.casus_id,
            row.id,
            Afhandeling(VerzoekUitkomst.TOEGEWEZEN, MAANDAG, eigen_kijk="Ik vind"),
        )
    assert lijst(thuis).regel(row.id).open


def test_open_ones_stand_first_and_destroying_is_one_of_them(thuis: Thuis) -> None:
    done = thuis.vraag(thuis.fatma, dagen=1)
    handel_verzoek_af(thuis.sessie, thuis.casus_id, done.id, GEDAAN)
    opened = thuis.vraag(thuis.mehmet, dagen=5)
    vraag_vernietiging(thuis.sessie, thuis.casus_id, MAANDAG - timedelta(days=2))
    assert [regel.id for regel in lijst(thuis).regels] == [opened.id, VERNIETIGING, done.id]
    row = lijst(thuis).regel(VERNIETIGING)
    assert (row.soort, row.uiterlijk) == (None, date(2027, 2, 21))
    weiger_vernietiging(thuis.sessie, thuis.casus_id, "belang van een ander")
    assert not lijst(thuis).regel(VERNIETIGING).open


def test_noting_and_handling_can_be_taken_back(thuis: Thuis) -> None:
    gegevens = VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=thuis.fatma)
    noted = doe_met_opname(noteer_verzoek, thuis.sessie, thuis.casus_id, gegevens)
    row = noted.uitkomst.regels[0]
    done = doe_met_opname(handel_verzoek_af, thuis.sessie, thuis.casus_id, row.id, GEDAAN)
    zet_terug(thuis.sessie, wat="Afgehandeld", wissels=done.wissels)
    assert lijst(thuis).regel(row.id).open
    assert thuis.log()[0].wat == "teruggezet: afgehandeld"


def test_a_note_of_a_request_can_be_taken_back(thuis: Thuis) -> None:
    gegevens = VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=thuis.fatma)
    noted = doe_met_opname(noteer_verzoek, thuis.sessie, thuis.casus_id, gegevens)
    zet_terug(thuis.sessie, wat="Verzoek genoteerd", wissels=noted.wissels)
    assert not lijst(thuis).regels


@pytest.mark.parametrize(("dagen", "spoed"), [(0, False), (27, False), (28, True), (40, True)])
def test_an_open_request_is_named_from_the_first_day_and_urgent_after_four_weeks(
    thuis: Thuis, dagen: int, spoed: bool
) -> None:
    thuis.vraag(thuis.fatma, dagen=dagen)
    found = signaal(thuis)
    assert found is not None
    assert found.spoed is spoed
    assert found.doel == "verzoeken"
    assert found.uiterlijk == antwoord_uiterlijk(MAANDAG - timedelta(days=dagen))
    assert ("de maand is voorbij" in found.waarom) is (dagen > 31)
    assert "Fatma" not in found.tekst + found.waarom


def test_a_handled_request_is_named_no_more(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma)
    handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, GEDAAN)
    assert signaal(thuis) is None


def test_a_closed_casus_still_has_to_answer(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    sluit_casus(
        thuis.sessie,
        thuis.casus_id,
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, MAANDAG, AfsluitKenmerk.VOLGENS_PLAN, True),
    )
    assert signaal(thuis) is not None
    assert get_casus(thuis.sessie, thuis.casus_id).signalen

"""A request that stands open already is not noted twice without a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.services.verzoeken import (
    Afhandeling,
    StaatAlOpen,
    VerzoekGegevens,
    handel_verzoek_af,
    list_verzoeken,
    noteer_verzoek,
    noteer_verzoek_van,
)
from tests.services.inzage.conftest import MAANDAG, Thuis

VRIJDAG = MAANDAG - timedelta(days=3)
INZAGE = VerzoekGegevens(VerzoekSoort.INZAGE, VRIJDAG)


def aantal(thuis: Thuis) -> int:
    return len(list_verzoeken(thuis.sessie, thuis.casus_id).regels)


@pytest.mark.parametrize("wie", ["sami", "fatma"])
def test_the_same_once_more_says_since_when_it_stands_open(thuis: Thuis, wie: str) -> None:
    gegevens = replace(INZAGE, van_id=getattr(thuis, wie))
    noteer_verzoek(thuis.sessie, thuis.casus_id, gegevens)
    with pytest.raises(StaatAlOpen) as refused:
        noteer_verzoek(thuis.sessie, thuis.casus_id, replace(gegevens, op=MAANDAG))
    assert "staat open sinds 20 november 2026." in refused.value.tekst
    assert "Yilmaz" not in refused.value.zin
    assert aantal(thuis) == 1


def test_somebody_who_is_only_a_name_is_known_by_it(thuis: Thuis) -> None:
    noteer_verzoek_van(thuis.sessie, thuis.casus_id, "advocaat De Groot", INZAGE)
    with pytest.raises(StaatAlOpen):
        noteer_verzoek_van(thuis.sessie, thuis.casus_id, "Advocaat  de Groot", INZAGE)
    noteer_verzoek_van(thuis.sessie, thuis.casus_id, "advocaat De Wit", INZAGE)
    assert aantal(thuis) == 2


def test_noted_all_the_same_it_stands_twice(thuis: Thuis) -> None:
    for toch in (False, True):
        noteer_verzoek(thuis.sessie, thuis.casus_id, replace(INZAGE, van_id=thuis.fatma), toch=toch)
    assert aantal(thuis) == 2


def test_another_question_of_the_same_person_is_another_request(thuis: Thuis) -> None:
    first = VerzoekGegevens(VerzoekSoort.CORRECTIE, VRIJDAG, van_id=thuis.fatma, tekst="Hij zit in 3B.")
    noteer_verzoek(thuis.sessie, thuis.casus_id, first)
    noteer_verzoek(thuis.sessie, thuis.casus_id, replace(first, tekst="Ik werk niet op maandag."))
    noteer_verzoek(thuis.sessie, thuis.casus_id, replace(INZAGE, van_id=thuis.fatma))
    noteer_verzoek(thuis.sessie, thuis.casus_id, replace(INZAGE, van_id=thuis.mehmet))
    assert aantal(thuis) == 4


def test_once_handled_it_may_be_asked_again(thuis: Thuis) -> None:
    row = thuis.vraag(thuis.fatma)
    done = Afhandeling(VerzoekUitkomst.TOEGEWEZEN, MAANDAG)
    handel_verzoek_af(thuis.sessie, thuis.casus_id, row.id, done)
    thuis.vraag(thuis.fatma)
    assert aantal(thuis) == 2


def test_two_statements_are_two_statements(thuis: Thuis) -> None:
    for _ in range(2):
        thuis.vraag(thuis.fatma, VerzoekSoort.VERKLARING, "Ik was er wel.")
    assert aantal(thuis) == 2

"""Rules of erasing: the three months, whose words are whose, and a mark that cannot be guessed back."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan
from kernteam_tui.domain.signalen import bepaal_signalen
from kernteam_tui.domain.wissen import (
    alleen_van,
    merk_van,
    nog_genoemd,
    snoei_versie,
    vernietigen_uiterlijk,
)
from tests.unit.feitenbouw import MAANDAG, beeld, feiten


def persoon(roepnaam: str, achternaam: str = "") -> Persoon:
    return Persoon(rol=PersoonRol.JONGERE, roepnaam=roepnaam, achternaam=achternaam)


@pytest.mark.parametrize(
    ("gevraagd", "uiterlijk"),
    [
        ("2026-11-23", "2027-02-23"),
        ("2026-11-30", "2027-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-08-31", "2026-11-30"),
        ("2026-10-01", "2027-01-01"),
        ("2026-12-31", "2027-03-31"),
    ],
)
def test_three_months_end_on_the_same_day_or_the_last_of_the_month(gevraagd: str, uiterlijk: str) -> None:
    assert vernietigen_uiterlijk(date.fromisoformat(gevraagd)) == date.fromisoformat(uiterlijk)


@given(st.dates(max_value=date(9998, 12, 31)))
def test_it_is_never_later_than_three_months_and_never_much_earlier(day: date) -> None:
    assert timedelta(days=89) <= vernietigen_uiterlijk(day) - day <= timedelta(days=92)


def test_a_mark_needs_the_secret() -> None:
    assert merk_van(b"a" * 32, "c1") == merk_van(b"a" * 32, "c1") != merk_van(b"b" * 32, "c1")
    assert len(merk_van(b"a" * 32, "c1")) == 64


@pytest.mark.parametrize(
    ("naam", "eigen"),
    [
        ("Sami", True),
        ("sami", True),
        ("Sami Yilmaz", True),
        ("Yilmaz", False),
        ("Lina", False),
        ("Sami en Lina", False),
        ("mama", False),
        ("", False),
    ],
)
def test_words_are_somebodys_alone_when_the_name_is_of_nobody_who_stays(naam: str, eigen: bool) -> None:
    is_eigen = alleen_van([persoon("Sami", "Yilmaz")], [persoon("Lina", "Yilmaz")])
    assert is_eigen(naam) is eigen


def test_texts_that_still_name_the_child_are_counted() -> None:
    sami = persoon("Sami", "Yilmaz")
    plan = Gezinsplan(gezin_id="g")
    section = plan.onderdeel("wat_gaat_goed")
    section.woorden = (Citaat("Sami", "nl", "ik, Sami"), Citaat("Lina", "nl", "met SAMI voetballen"))
    section.toelichting = "Samira komt ook; sami doet mee."
    plan.doelen.append(Doel(wat="Sami naar school", van="Sami"))
    plan.acties.append(Actie(wat="bellen", wie="Sami en mama"))
    assert nog_genoemd(plan, [sami], alleen_van([sami], [persoon("Lina")])) == 3
    assert nog_genoemd(plan, [], lambda _: False) == 0


def test_a_frozen_version_without_those_words_stays_the_very_same_text() -> None:
    text = '{ "onderdelen":{"a":{"woorden":[{"van":"Lina"}]}},"doelen":[] }'
    assert snoei_versie(text, lambda naam: naam == "Sami") == text
    assert json.loads(snoei_versie(text, lambda naam: naam == "Lina"))["onderdelen"]["a"]["woorden"] == []


# --- the signal ------------------------------------------------------------------------------


def test_a_request_stands_on_vandaag_also_for_a_closed_casus() -> None:
    for closed in (None, MAANDAG):
        asked = feiten(vernietigen_gevraagd_op=date(2026, 11, 30), afgesloten_op=closed)
        (signaal,) = [s for s in bepaal_signalen(beeld(asked)) if s.regel == "vernietigen"]
        assert signaal.uiterlijk == date(2027, 2, 28)
        assert signaal.tekst == "vernietigen uiterlijk zo 28 feb 2027"
        assert "Jeugdwet 7.3.9" in signaal.waarom
        assert signaal.doel == "afsluiten"


def test_without_a_request_nothing_is_said() -> None:
    assert "vernietigen" not in {s.regel for s in bepaal_signalen(beeld(feiten()))}

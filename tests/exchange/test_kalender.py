"""The facts from outside: public holidays of every year, school holidays of the region."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from kernteam_tui.domain.codes import Bevrijdingsdag
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels
from kernteam_tui.exchange import feestdagen as module
from kernteam_tui.exchange.feestdagen import feestdagen_van
from kernteam_tui.exchange.kalender import build_kalender
from kernteam_tui.exchange.schoolvakanties import read_schoolvakanties

CAO = FeestdagRegels()
RUIM = FeestdagRegels(goede_vrijdag_vrij=True)


def easter(jaar: int) -> date:
    """Easter Sunday by Gauss's rule with the corrections of Lichtenberg."""
    k = jaar // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    s = 2 - (3 * k + 3) // 4
    a = jaar % 19
    d = (19 * a + m) % 30
    r = (d + a // 11) // 29
    og = 21 + d - r
    sz = 7 - (jaar + jaar // 4 + s) % 7
    oe = 7 - (og - sz) % 7
    return date(jaar, 3, 1) + timedelta(days=og + oe - 1)


def test_our_own_easter_is_right_where_everybody_can_check_it() -> None:
    bekend = [date(1961, 4, 2), date(2000, 4, 23), date(2008, 3, 23), date(2026, 4, 5), date(2038, 4, 25)]
    assert [easter(dag.year) for dag in bekend] == bekend


@pytest.mark.parametrize("jaar", range(2014, 2101))
def test_every_year_has_the_holidays_of_the_contract_and_no_others(jaar: int) -> None:
    pasen = easter(jaar)
    koning = date(jaar, 4, 27)
    verwacht = {
        date(jaar, 1, 1),
        pasen + timedelta(days=1),
        koning - timedelta(days=1) if koning.weekday() == 6 else koning,
        pasen + timedelta(days=39),
        pasen + timedelta(days=50),
        date(jaar, 12, 25),
        date(jaar, 12, 26),
    }
    vijf_mei = date(jaar, 5, 5)
    nooit = FeestdagRegels(bevrijdingsdag=Bevrijdingsdag.NOOIT)
    lustrum = FeestdagRegels(bevrijdingsdag=Bevrijdingsdag.LUSTRUM)

    assert set(feestdagen_van(jaar, CAO)) == verwacht | {vijf_mei}
    assert set(feestdagen_van(jaar, nooit)) == verwacht
    assert set(feestdagen_van(jaar, lustrum)) == (verwacht | {vijf_mei} if jaar % 5 == 0 else verwacht)
    assert set(feestdagen_van(jaar, RUIM)) == verwacht | {vijf_mei, pasen - timedelta(days=2)}


def test_the_weekdays_named_in_the_dossier() -> None:
    def weekdays(jaar: int) -> list[str]:
        return [dag.isoformat() for dag in sorted(feestdagen_van(jaar, RUIM)) if dag.weekday() < 5]

    assert weekdays(2026) == [
        *("2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27"),
        *("2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25"),
    ]
    assert weekdays(2027) == [
        *("2027-01-01", "2027-03-26", "2027-03-29", "2027-04-27"),
        *("2027-05-05", "2027-05-06", "2027-05-17"),
    ]
    assert weekdays(2028) == [
        *("2028-04-14", "2028-04-17", "2028-04-27", "2028-05-05"),
        *("2028-05-25", "2028-06-05", "2028-12-25", "2028-12-26"),
    ]
    assert date(2025, 4, 26) in feestdagen_van(2025, CAO)


def test_holidays_have_dutch_names_and_two_on_one_day_are_both_named() -> None:
    assert feestdagen_van(2026, RUIM)[date(2026, 4, 3)] == "Goede Vrijdag"
    assert feestdagen_van(2026, CAO)[date(2026, 4, 6)] == "Tweede Paasdag"
    assert feestdagen_van(2016, CAO)[date(2016, 5, 5)] == "Hemelvaartsdag en Bevrijdingsdag"
    assert feestdagen_van(2013, CAO)[date(2013, 4, 30)] == "Koninginnedag"


@pytest.mark.parametrize("jaar", [1, 1965, 2101, 9999])
def test_a_year_without_known_holidays_is_refused_by_name(jaar: int) -> None:
    with pytest.raises(DatumBuitenBereik, match=f"feestdagen van {jaar}"):
        feestdagen_van(jaar, CAO)


def test_a_library_that_forgets_a_holiday_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    echt = module._load_year(2091)
    monkeypatch.setattr(module, "_load_year", lambda _jaar: echt[1:])
    with pytest.raises(DatumBuitenBereik):
        feestdagen_van.__wrapped__(2091, CAO)


def test_school_holidays_agree_with_the_published_regulation_day_by_day() -> None:
    """`holidays` holds the weeks of Stcrt. 2024, 19237: a second source for our own file."""
    midden = read_schoolvakanties("midden")
    assert midden.bekend is not None
    tweede_bron = holidays.country_holidays(
        "NL", subdiv="Midden", categories=("school",), years=range(2025, 2030), language="nl"
    )
    dag, verschillen = midden.bekend.van, []
    while dag in midden.bekend:
        if any(dag in vakantie.periode for vakantie in midden.vakanties) != (dag in tweede_bron):
            verschillen.append(dag)
        dag += timedelta(days=1)
    assert (midden.bekend.van, midden.bekend.tot_en_met) == (date(2025, 9, 1), date(2029, 8, 19))
    assert verschillen == []


@pytest.mark.parametrize("regio", ["noord", "zuid", "bestaat niet"])
def test_a_region_without_data_knows_no_day(regio: str) -> None:
    kalender = build_kalender(CAO, regio)
    assert not kalender.is_bekend(date(2026, 11, 23))
    assert not kalender.is_schooldag(date(2026, 11, 23))
    assert kalender.is_werkdag(date(2026, 11, 23))


def test_a_calendar_says_why_a_school_is_closed() -> None:
    kalender = build_kalender(CAO, "midden", [date(2026, 11, 24)])
    assert kalender.waarom_dicht(date(2026, 11, 23)) is None
    assert kalender.waarom_dicht(date(2026, 11, 24)) == "vrije dag van de school"
    assert kalender.waarom_dicht(date(2026, 11, 28)) == "weekend"
    assert kalender.waarom_dicht(date(2026, 12, 25)) == "Eerste Kerstdag"
    assert kalender.waarom_dicht(date(2026, 12, 28)) == "kerstvakantie"

"""The two deadlines: the vectors of the dossier, and every day against a slow count of our own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from kernteam_tui.cli.termijnen import run, termijnen_json
from kernteam_tui.domain.codes import Bevrijdingsdag, Regio
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.kalender import DatumBuitenBereik, FeestdagRegels
from kernteam_tui.domain.termijnen import Termijnen, startgesprek_uiterlijk
from kernteam_tui.services.termijnen import bereken_termijnen

DAG = timedelta(days=1)
CAO = FeestdagRegels()
GOEDE_VRIJDAG = FeestdagRegels(goede_vrijdag_vrij=True)
VIJF_MEI_GEWERKT = FeestdagRegels(bevrijdingsdag=Bevrijdingsdag.NOOIT)
LUSTRUM = FeestdagRegels(bevrijdingsdag=Bevrijdingsdag.LUSTRUM)


def reken(aangemeld: str, regels: FeestdagRegels = CAO, **meer: Any) -> Termijnen:
    dag = date.fromisoformat(aangemeld)
    vandaag = date.fromisoformat(meer.pop("vandaag", aangemeld))
    regio = meer.pop("regio", "midden")
    dicht = [date.fromisoformat(d) for d in meer.pop("dicht", [])]
    return bereken_termijnen(dag, vandaag, regels, regio, dicht)


@pytest.mark.parametrize(
    ("aangemeld", "regels", "uiterlijk"),
    [
        ("2026-04-02", CAO, "2026-04-10"),
        ("2026-04-02", GOEDE_VRIJDAG, "2026-04-13"),
        ("2026-04-29", CAO, "2026-05-07"),
        ("2026-04-29", VIJF_MEI_GEWERKT, "2026-05-06"),
        ("2026-04-29", LUSTRUM, "2026-05-06"),
        ("2026-11-20", CAO, "2026-11-27"),
        ("2026-12-18", CAO, "2026-12-28"),
        ("2027-03-25", CAO, "2027-04-02"),
        ("2027-03-25", GOEDE_VRIJDAG, "2027-04-05"),
        ("2027-04-26", CAO, "2027-05-04"),
    ],
)
def test_kennismaking_within_five_working_days(
    aangemeld: str, regels: FeestdagRegels, uiterlijk: str
) -> None:
    assert reken(aangemeld, regels).kennismaking_uiterlijk == date.fromisoformat(uiterlijk)


def test_the_example_of_the_contract_to_the_letter() -> None:
    antwoord = termijnen_json(reken("2026-12-18"))
    uitleg = antwoord.pop("uitleg")
    assert list(antwoord.items()) == [
        ("schema", "termijnen/1"),
        ("aangemeld", "2026-12-18"),
        ("startgesprek_uiterlijk", "2026-12-25"),
        ("schooldagen", ["2026-12-18"]),
        ("laatste_schooldag", "2026-12-18"),
        ("eerste_schooldag_erna", "2027-01-04"),
        ("schoolvakanties_bekend", True),
        ("kennismaking_uiterlijk", "2026-12-28"),
    ]
    assert isinstance(uitleg, list)
    assert any("alleen vandaag nog schooldag" in zin for zin in uitleg)


# --- an independent slow count, sharing nothing with the program ---------------------------------

VAKANTIES = """
2025-10-18 2025-10-26  2026-10-17 2026-10-25  2027-10-16 2027-10-24  2028-10-21 2028-10-29
2025-12-20 2026-01-04  2026-12-19 2027-01-03  2027-12-25 2028-01-09  2028-12-23 2029-01-07
2026-02-14 2026-02-22  2027-02-20 2027-02-28  2028-02-26 2028-03-05  2029-02-17 2029-02-25
2026-04-25 2026-05-03  2027-04-24 2027-05-02  2028-04-29 2028-05-07  2029-04-28 2029-05-06
2026-07-18 2026-08-30  2027-07-17 2027-08-29  2028-07-08 2028-08-20  2029-07-07 2029-08-19
"""
EERSTE, LAATSTE = "2025-09-01", "2029-08-19"


def slow_easter(jaar: int) -> date:
    """The anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    maand, dag = divmod(h + el - 7 * m + 114, 31)
    return date(jaar, maand, dag + 1)


def slow_vrij(jaren: Iterable[int], goede_vrijdag: bool, vijf_mei: str) -> set[str]:
    vrij = set()
    for jaar in jaren:
        vrij |= {f"{jaar}-01-01", f"{jaar}-12-25", f"{jaar}-12-26"}
        zondag = date(jaar, 4, 27).isoweekday() == 7
        vrij.add(f"{jaar}-04-26" if zondag else f"{jaar}-04-27")
        afstanden = [1, 39, 50] + ([-2] if goede_vrijdag else [])
        vrij |= {str(slow_easter(jaar) + n * DAG) for n in afstanden}
        if vijf_mei == "elk-jaar" or (vijf_mei == "lustrum" and str(jaar)[-1] in "05"):
            vrij.add(f"{jaar}-05-05")
    return vrij


def slow_vakantiedagen() -> set[str]:
    dagen = set()
    for van, tot in zip(VAKANTIES.split()[::2], VAKANTIES.split()[1::2], strict=True):
        dag = date.fromisoformat(van)
        while str(dag) <= tot:
            dagen.add(str(dag))
            dag += DAG
    return dagen


def slow_count(aangemeld: str, vrij: set[str], vakantie: set[str], dicht: set[str]) -> dict[str, object]:
    """The fields of contract 2, counted with text dates and one day at a time."""
    dag = date.fromisoformat(aangemeld)
    week = [str(dag + n * DAG) for n in range(8)]

    def open_(d: str) -> bool:
        weekend = date.fromisoformat(d).isoweekday() in (6, 7)
        return not weekend and d not in vrij and d not in vakantie and d not in dicht

    bekend = week[0] >= EERSTE and week[-1] <= LAATSTE
    schooldagen = [d for d in week if open_(d)]
    erna = date.fromisoformat(week[-1]) + DAG
    while str(erna) <= LAATSTE and not open_(str(erna)):
        erna += DAG
    over, werkdag = 5, dag
    while over:
        werkdag += DAG
        if werkdag.isoweekday() < 6 and str(werkdag) not in vrij:
            over -= 1
    return {
        "startgesprek_uiterlijk": week[-1],
        "schooldagen": schooldagen if bekend else None,
        "laatste_schooldag": schooldagen[-1] if bekend and schooldagen else None,
        "eerste_schooldag_erna": str(erna) if bekend and str(erna) <= LAATSTE else None,
        "schoolvakanties_bekend": bekend,
        "kennismaking_uiterlijk": str(werkdag),
    }


def differences(goede_vrijdag: bool, vijf_mei: str, dicht: set[str], geteld_met: set[str]) -> list[str]:
    """Every day (ten days over both ends) on which the program and the slow count differ."""
    vrij, vakantie = slow_vrij(range(2025, 2031), goede_vrijdag, vijf_mei), slow_vakantiedagen()
    regels = FeestdagRegels(goede_vrijdag, Bevrijdingsdag(vijf_mei))
    dicht_dagen = [date.fromisoformat(d) for d in dicht]
    dag, anders = date.fromisoformat(EERSTE) - 10 * DAG, []
    while dag <= date.fromisoformat(LAATSTE) + 10 * DAG:
        antwoord = termijnen_json(bereken_termijnen(dag, dag, regels, Regio.MIDDEN, dicht_dagen))
        geteld = slow_count(str(dag), vrij, vakantie, geteld_met)
        if {veld: antwoord[veld] for veld in geteld} != geteld:
            anders.append(str(dag))
        dag += DAG
    return anders


STUDIEDAGEN = {"2026-11-24", "2026-11-25", "2026-12-18", "2027-01-04", "2028-02-25", "2029-07-06"}


@pytest.mark.parametrize(("goede_vrijdag", "vijf_mei"), list(product([False, True], list(Bevrijdingsdag))))
@pytest.mark.parametrize("dicht", [set(), STUDIEDAGEN], ids=["open", "studiedagen"])
def test_every_day_of_the_known_years_agrees_with_the_slow_count(
    goede_vrijdag: bool, vijf_mei: Bevrijdingsdag, dicht: set[str]
) -> None:
    assert differences(goede_vrijdag, vijf_mei, dicht, dicht) == []


def test_the_slow_count_sees_a_single_closed_day_that_the_program_was_not_told() -> None:
    """Control: the comparison above can fail."""
    anders = differences(False, "elk-jaar", set(), {"2026-11-24"})
    assert anders[0] == "2026-11-16"
    assert anders[-1] == "2026-11-24"
    assert len(anders) == 9


def test_the_slow_count_sees_a_wrong_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: with the setting of Goede Vrijdag turned round it finds the days before Easter."""
    monkeypatch.setattr(sys.modules[__name__], "slow_easter", lambda jaar: date(jaar, 4, 1))
    assert differences(False, "nooit", set(), set())


# --- what the worker reads ------------------------------------------------------------------------


def uitleg(aangemeld: str, **meer: Any) -> str:
    return " ".join(reken(aangemeld, **meer).uitleg)


def test_only_today_is_said_only_when_today_is_the_only_school_day() -> None:
    assert "alleen vandaag nog schooldag" in uitleg("2026-12-18")
    assert "alleen vandaag nog schooldag" not in uitleg("2026-12-18", vandaag="2026-12-17")
    assert "alleen vandaag nog schooldag" not in uitleg("2026-12-17", vandaag="2026-12-18")
    assert "Vandaag is de laatste schooldag" in uitleg("2026-12-17", vandaag="2026-12-18")


def test_without_a_school_day_the_three_ways_out_are_offered() -> None:
    tekst = uitleg("2026-12-22")
    assert "Tot en met dinsdag 29 december 2026 is er geen schooldag." in tekst
    assert "De laatste schooldag daarvoor, vrijdag 18 december 2026, is al voorbij." in tekst
    assert "thuis of bij het buurtteam, op een werkdag: di 22 dec, wo 23 dec" in tekst
    assert 'maandag 4 januari 2027, met als reden "te laat: vakantie"' in tekst


def test_no_talk_is_offered_on_a_day_before_an_aanmelding_that_is_still_to_come() -> None:
    tekst = uitleg("2026-12-19", vandaag="2026-12-16")
    assert "geen schooldag. De termijn schuift niet op." in tekst
    assert "18 december" not in tekst


def test_a_week_of_study_days_is_not_called_a_holiday() -> None:
    dicht = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"]
    tekst = uitleg("2026-11-23", dicht=dicht)
    assert 'dinsdag 1 december 2026, met als reden "te laat: school dicht"' in tekst
    assert "vakantie" not in tekst


def test_a_school_that_is_open_the_day_after_is_not_said_to_be_closed_for_long() -> None:
    assert "Daarna is de school op dinsdag 4 mei 2027 weer open" in uitleg("2027-04-26", vandaag="2027-04-26")
    assert "Daarna is de school pas op maandag 4 januari 2027" in uitleg("2026-12-18")


def test_when_the_school_days_have_gone_by_the_ways_out_are_offered_too() -> None:
    tekst = uitleg("2026-12-17", vandaag="2026-12-21")
    assert "geen schooldag meer; de laatste was vrijdag 18 december 2026" in tekst
    assert "maandag 4 januari 2027" in tekst


def test_a_kennismaking_inside_a_school_holiday_suggests_a_home_visit() -> None:
    assert "kerstvakantie" in uitleg("2026-12-18")
    assert "huisbezoek" in uitleg("2026-12-18")
    assert "huisbezoek" not in uitleg("2026-11-23")


def test_a_last_day_on_which_the_school_is_closed_names_the_last_school_day_before() -> None:
    tekst = uitleg("2026-11-24", dicht=["2026-12-01"])
    assert "Op dinsdag 1 december 2026 is de school dicht (vrije dag van de school)" in tekst
    assert "de laatste schooldag daarvoor is maandag 30 november 2026" in tekst


@pytest.mark.parametrize(
    "meer", [{"regio": "noord"}, {"regio": "zuid"}, {"regio": "noord", "vandaag": "2027-06-01"}]
)
def test_unknown_school_holidays_are_said_and_never_made_up(meer: dict[str, Any]) -> None:
    termijnen = reken("2026-11-23", **meer)
    assert not termijnen.schoolvakanties_bekend
    assert termijnen.schooldagen is None
    assert termijnen.laatste_schooldag is None
    assert termijnen.eerste_schooldag_erna is None
    assert "schoolvakanties zijn voor deze dagen niet bekend" in " ".join(termijnen.uitleg)


def test_a_week_that_is_over_or_still_to_come_is_said() -> None:
    assert "maandag 30 november 2026 was de laatste dag" in uitleg("2026-11-23", vandaag="2026-12-01")
    assert "ligt na vandaag" in uitleg("2026-11-23", vandaag="2026-11-20")


def test_the_team_may_agree_on_another_number_of_days() -> None:
    dag = date(2026, 11, 23)
    termijnen = bereken_termijnen(dag, dag, dagen=10, werkdagen=3)
    assert termijnen.startgesprek_uiterlijk == date(2026, 12, 3)
    assert termijnen.kennismaking_uiterlijk == date(2026, 11, 26)
    assert "10 dagen" in termijnen.uitleg[0]


@pytest.mark.parametrize("aangemeld", [date.min, date(1965, 3, 1), date(2100, 12, 30), date.max])
def test_a_date_out_of_reach_is_wrong_usage_with_a_sentence(aangemeld: date) -> None:
    with pytest.raises(DatumBuitenBereik):
        bereken_termijnen(aangemeld, date(2026, 11, 23))
    with pytest.raises(GebruikOnjuist, match=r"niet bekend|te ver weg") as gevangen:
        run(aangemeld=aangemeld, vandaag=date(2026, 11, 23))
    assert gevangen.value.exit_status == 2
    assert gevangen.value.stap


def test_the_calendar_ends_in_a_named_error() -> None:
    with pytest.raises(DatumBuitenBereik):
        startgesprek_uiterlijk(date.max)


def test_the_plain_text_gives_one_fact_a_line() -> None:
    _, regels = run(aangemeld=date(2026, 11, 23), vandaag=date(2026, 11, 23))
    assert regels[:3] == [
        "Aangemeld: maandag 23 november 2026",
        "Startgesprek uiterlijk: maandag 30 november 2026",
        "Kennismaking aanbieden uiterlijk: maandag 30 november 2026",
    ]
    assert all(regel and "\n" not in regel for regel in regels)
    _, onbekend = run(aangemeld=date(2026, 11, 23), vandaag=date(2026, 11, 23), regio=Regio.NOORD)
    assert "Schooldagen: niet bekend" in onbekend


def test_holidays_are_loaded_only_when_a_day_is_asked() -> None:
    code = (
        "import sys, kernteam_tui.cli.termijnen, kernteam_tui.exchange.kalender as k\n"
        "from kernteam_tui.domain.kalender import FeestdagRegels\n"
        "k.build_kalender(FeestdagRegels(), 'midden')\n"
        "bad = {'holidays', 'sqlalchemy', 'textual', 'pydantic'} & set(sys.modules)\n"
        "sys.exit(str(bad) if bad else 0)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

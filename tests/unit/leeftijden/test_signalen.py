"""What Vandaag says of birthdays, of parents who were not there, and of who does what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.codes import AfsluitSoort, GesprekSoort, GesprekStaat
from kernteam_tui.domain.deelcodes import Leeftijdsgrens as G
from kernteam_tui.domain.deelcodes import Toekomstdomein
from kernteam_tui.domain.feiten import CasusFeiten, JongereFeit, LeeftijdstapFeit
from kernteam_tui.domain.signalen import Signaal, bepaal_signalen
from tests.unit.feitenbouw import MAANDAG, beeld, feiten, geboren, gesprek


def van(facts: CasusFeiten, regel: str, vandaag: date = MAANDAG) -> list[Signaal]:
    return [s for s in bepaal_signalen(beeld(facts, vandaag)) if s.regel.startswith(regel)]


@pytest.mark.parametrize(
    ("dag", "regel"),
    [
        (date(2014, 12, 1), "wordt_12"),
        (date(2010, 12, 1), "wordt_16"),
        (date(2010, 6, 1), "wordt_16_half"),
        (date(2009, 12, 1), "wordt_17"),
        (date(2009, 6, 1), "wordt_17_half"),
        (date(2008, 12, 1), "wordt_18"),
    ],
)
def test_each_of_the_six_ages_has_its_signal(dag: date, regel: str) -> None:
    [signaal] = van(feiten(jongeren=(geboren(dag),)), "wordt_")
    assert (signaal.regel, signaal.uiterlijk, signaal.doel) == (regel, date(2026, 12, 1), "leeftijden")
    assert signaal.over_id == "j1"
    assert "nog vertellen: Sami en ouders" in signaal.waarom


def test_it_stays_up_after_the_day_until_everybody_was_told() -> None:
    jongere = geboren(date(2010, 11, 22))
    [signaal] = van(feiten(jongeren=(jongere,)), "wordt_")
    assert signaal.uiterlijk == date(2026, 11, 22)
    half = replace(jongere, stappen=(LeeftijdstapFeit(G.ZESTIEN, True, False),))
    assert "nog vertellen: ouders" in van(feiten(jongeren=(half,)), "wordt_")[0].waarom
    done = replace(jongere, stappen=(LeeftijdstapFeit(G.ZESTIEN, True, True),))
    assert van(feiten(jongeren=(done,)), "wordt_") == []


def test_before_the_aanmelding_nobody_asks() -> None:
    assert van(feiten(jongeren=(geboren(date(2010, 11, 19)),)), "wordt_") == []


def test_the_domains_not_talked_about_are_named() -> None:
    jongere = replace(geboren(date(2009, 12, 1)), besproken=frozenset({Toekomstdomein.WONEN}))
    [signaal] = van(feiten(jongeren=(jongere,)), "wordt_17")
    assert "nog bespreken: school, werk" in signaal.waarom
    assert "wonen" not in signaal.waarom
    alles = replace(jongere, besproken=frozenset(Toekomstdomein))
    assert "bespreken" not in van(feiten(jongeren=(alles,)), "wordt_17")[0].waarom


def test_of_two_children_the_name_is_said() -> None:
    kinderen = (geboren(date(2010, 12, 1)), JongereFeit("j2", "Lina", date(2014, 12, 1)))
    teksten = {s.tekst for s in van(feiten(jongeren=kinderen), "wordt_")}
    assert teksten == {
        "Sami wordt 16: toestemming opnieuw vragen",
        "Lina wordt 12: toestemming opnieuw vragen",
    }


def test_a_birth_date_that_is_not_known_asks_nothing() -> None:
    assert van(feiten(jongeren=(JongereFeit("j1", "Sami", None),)), "wordt_") == []


def test_parents_are_told_of_a_talk_also_after_closing() -> None:
    talk = gesprek(GesprekSoort.HUISBEZOEK, GesprekStaat.GEHOUDEN, date(2026, 11, 19))
    told = feiten(gesprekken=(talk,))
    assert van(told, "ouders_na_gesprek") == []
    talk = replace(talk, ouders_horen_voor=date(2026, 11, 26))
    for facts in (
        feiten(gesprekken=(talk,)),
        feiten(gesprekken=(talk,), afsluiting=AfsluitSoort.AFGESLOTEN, afgesloten_op=MAANDAG),
    ):
        [signaal] = van(facts, "ouders_na_gesprek")
        assert (signaal.uiterlijk, signaal.over_id) == (date(2026, 11, 26), talk.id)
        assert "do 19 nov" in signaal.tekst


@pytest.mark.parametrize(
    ("regisseur", "maatje", "tekst"),
    [
        ("Fatma", "Tom", None),
        ("", "Tom", "regisseur afspreken"),
        ("Fatma en Kemal", "Tom", "regisseur afspreken"),
        ("Fatma", "", None),
        ("", "", "regisseur afspreken en maatje zoeken"),
    ],
)
def test_while_the_help_runs_there_is_one_regisseur(regisseur: str, maatje: str, tekst: str | None) -> None:
    wie = {"regisseur": regisseur, "maatje": maatje}
    assert van(feiten(**wie), "geen_regisseur") == [], "before the help starts nobody asks"
    found = van(feiten(begeleiding_gestart=MAANDAG, **wie), "geen_regisseur")
    assert [s.tekst for s in found] == ([tekst] if tekst else [])

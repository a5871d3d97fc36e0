"""The texts about the ages: each age is there, each rule has a source, and they can be read by a family."""

from __future__ import annotations

import re

import pytest

from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.leeftijden.regels import Leeftijdstaak, Verandering
from kernteam_tui.exchange.buurtteams import read_buurtteams
from kernteam_tui.exchange.leeftijden import read_leeftijdsregels, read_toekomstvragen


@pytest.mark.parametrize("grens", Leeftijdsgrens)
def test_every_age_says_what_changes_and_where_that_stands(grens: Leeftijdsgrens) -> None:
    regel = read_leeftijdsregels()[grens]
    assert regel.grens is grens
    assert regel.verandert
    assert regel.taken
    delen: list[Verandering | Leeftijdstaak] = [*regel.verandert, *regel.taken]
    assert all(deel.bron.strip() and deel.tekst.strip() for deel in delen)
    assert regel.bron.strip()
    assert regel.nagekeken.year >= 2026


def test_a_source_is_named_so_that_a_reader_can_find_it() -> None:
    """`(S35)` on the screen says nothing to a gezinswerker."""
    zinnen = [read_toekomstvragen().bron]
    for regel in read_leeftijdsregels().values():
        zinnen.append(regel.bron)
        zinnen += [deel.bron for deel in regel.verandert] + [taak.bron for taak in regel.taken]
    assert [zin for zin in zinnen if re.search(r"\bS\d+\b|\bdomain\b", zin)] == []


def test_the_articles_that_the_ages_turn_on_are_named() -> None:
    regels = read_leeftijdsregels()

    def bronnen(grens: Leeftijdsgrens) -> str:
        delen: list[Verandering | Leeftijdstaak] = [*regels[grens].verandert, *regels[grens].taken]
        return " ".join(deel.bron for deel in delen)

    assert "Jeugdwet 7.3.4 lid 2" in bronnen(Leeftijdsgrens.TWAALF)
    assert "Jeugdwet 7.3.5" in bronnen(Leeftijdsgrens.ZESTIEN)
    assert "Leerplichtwet 3, 4a" in bronnen(Leeftijdsgrens.ZESTIEN)
    for grens in (Leeftijdsgrens.ZEVENTIEN, Leeftijdsgrens.ZEVENTIEN_HALF, Leeftijdsgrens.ACHTTIEN):
        assert "Jeugdwet 1.1" in bronnen(grens)


@pytest.mark.parametrize("grens", Leeftijdsgrens)
def test_what_is_said_to_jongere_and_parents_is_short(grens: Leeftijdsgrens) -> None:
    regel = read_leeftijdsregels()[grens]
    for tekst in (regel.jongere, regel.ouders):
        for zin in re.split(r"[.?!]", tekst):
            assert len(zin.split()) <= 15, zin


def test_seven_domains_with_something_to_ask() -> None:
    vragen = read_toekomstvragen()
    assert [vraag.domein for vraag in vragen.vragen] == list(Toekomstdomein)
    assert all(vraag.vragen for vraag in vragen.vragen)
    assert any("schulden" in tekst for vraag in vragen.vragen for tekst in vraag.vragen), "S61"


def test_the_buurtteams_are_seventeen_different_names() -> None:
    teams = read_buurtteams()
    assert len(set(teams)) == len(teams) == 17
    assert list(teams) == sorted(teams)

"""Birthdays and the plan for 16 to 27, from a key press to the store and back to Vandaag."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.leeftijden.tijdlijn import GrensStaat
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.leeftijden import (
    GrensBeeld,
    JongereLeeftijden,
    Verteld,
    get_leeftijden,
    noteer_toekomst,
    noteer_verteld,
    open_leeftijden,
)
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from tests.services.conftest import AANMELDING

MAANDAG = date(2026, 11, 23)


def meld_aan(sessie: Sessie, geboren: str | None) -> str:
    jongere = {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": geboren}
    return register_aanmelding(sessie, AANMELDING | {"jongere": jongere}).casus_id


def lina(sessie: Sessie, casus_id: str) -> JongereLeeftijden:
    return get_leeftijden(sessie, casus_id).jongeren[0]


def grens(jongere: JongereLeeftijden, welke: Leeftijdsgrens) -> GrensBeeld:
    return next(g for g in jongere.grenzen if g.grens is welke)


def regels(sessie: Sessie, casus_id: str) -> list[str]:
    signalen = get_vandaag(sessie).signalen
    return [s.regel for s in signalen if s.casus_id == casus_id and s.regel.startswith("wordt_")]


def test_sixteen_is_told_to_both_and_leaves_vandaag(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2010-12-01")
    jongere = lina(sessie, casus_id)
    assert (jongere.leeftijd, jongere.leerplicht_tot) == (15, date(2027, 7, 31))
    assert jongere.kwalificatieplicht_tot == date(2028, 12, 1)
    assert jongere.domeinen == ()
    assert grens(jongere, Leeftijdsgrens.ZESTIEN).staat is GrensStaat.NU
    assert regels(sessie, casus_id) == ["wordt_16"]

    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, Verteld(jongere_op=MAANDAG))
    assert regels(sessie, casus_id) == ["wordt_16"], "the parents do not know yet"
    told = Verteld(MAANDAG, MAANDAG)
    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, told)
    assert regels(sessie, casus_id) == []
    assert grens(lina(sessie, casus_id), Leeftijdsgrens.ZESTIEN).staat is GrensStaat.VERTELD

    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, Verteld())
    assert regels(sessie, casus_id) == ["wordt_16"], "an empty answer takes it back"


def test_only_from_sixteen_the_parents_may_be_left_out(sessie: Sessie, school: Any) -> None:
    assert school
    jong, oud = meld_aan(sessie, "2010-12-01"), meld_aan_ander(sessie, "2009-12-01")
    niet = Verteld(MAANDAG, None, "ik vertel het zelf")
    with pytest.raises(RegelGeweigerd, match="16 jaar"):
        noteer_verteld(sessie, jong, lina(sessie, jong).id, Leeftijdsgrens.ZESTIEN, niet)
    assert grens(lina(sessie, jong), Leeftijdsgrens.ZESTIEN).jongere_verteld_op is None
    noteer_verteld(sessie, oud, lina(sessie, oud).id, Leeftijdsgrens.ZEVENTIEN, niet)
    assert regels(sessie, oud) == []
    assert grens(lina(sessie, oud), Leeftijdsgrens.ZEVENTIEN).ouders_niet == "ik vertel het zelf"


def meld_aan_ander(sessie: Sessie, geboren: str) -> str:
    jongere = {"roepnaam": "Mo", "achternaam": "Kaya", "geboortedatum": geboren}
    return register_aanmelding(sessie, AANMELDING | {"jongere": jongere}).casus_id


def test_told_and_not_told_is_refused(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2009-12-01")
    with pytest.raises(InhoudOngeldig):
        noteer_verteld(
            sessie,
            casus_id,
            lina(sessie, casus_id).id,
            Leeftijdsgrens.ZEVENTIEN,
            Verteld(MAANDAG, MAANDAG, "liever niet"),
        )
    with pytest.raises(RegelGeweigerd, match="nog komen"):
        noteer_verteld(
            sessie,
            casus_id,
            lina(sessie, casus_id).id,
            Leeftijdsgrens.ZEVENTIEN,
            Verteld(date(2026, 11, 24)),
        )


def test_a_birthday_far_away_is_not_told_yet(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2012-05-04")
    jongere = lina(sessie, casus_id)
    with pytest.raises(RegelGeweigerd, match="meer dan een jaar"):
        noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, Verteld(MAANDAG))
    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZESTIEN, Verteld())


def test_the_seven_domains_are_talked_about_one_by_one(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2009-12-01")
    jongere = lina(sessie, casus_id)
    assert [domein.domein for domein in jongere.domeinen] == list(Toekomstdomein)
    noteer_toekomst(sessie, casus_id, jongere.id, Toekomstdomein.WONEN, MAANDAG, " bij tante, tot de zomer ")
    wonen = lina(sessie, casus_id).domeinen[0]
    assert (wonen.besproken_op, wonen.afspraak) == (MAANDAG, "bij tante, tot de zomer")
    [signaal] = [s for s in get_vandaag(sessie).signalen if s.regel == "wordt_17"]
    assert "nog bespreken: school, werk, inkomen" in signaal.waarom
    noteer_toekomst(sessie, casus_id, jongere.id, Toekomstdomein.WONEN, None, "")
    assert lina(sessie, casus_id).domeinen[0].besproken_op is None


def test_without_a_birth_date_there_is_nothing_to_reckon(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, None)
    jongere = lina(sessie, casus_id)
    assert (jongere.grenzen, jongere.domeinen, jongere.leerplicht_tot) == ((), (), None)
    assert regels(sessie, casus_id) == []


def test_another_child_is_not_found(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2009-12-01")
    with pytest.raises(NietGevonden):
        noteer_verteld(sessie, casus_id, "x", Leeftijdsgrens.ZEVENTIEN, Verteld(MAANDAG))


def test_the_log_says_which_birthday_and_no_words(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = meld_aan(sessie, "2009-12-01")
    open_leeftijden(sessie, casus_id)
    jongere = lina(sessie, casus_id)
    niet = Verteld(MAANDAG, None, "geheimpje")
    noteer_verteld(sessie, casus_id, jongere.id, Leeftijdsgrens.ZEVENTIEN, niet)
    noteer_toekomst(sessie, casus_id, jongere.id, Toekomstdomein.INKOMEN, MAANDAG, "geheimpje")
    wat = [regel.wat for regel in get_logboek(sessie).regels]
    assert "leeftijden" in wat
    assert "verteld wat er verandert met 17 jaar" in wat
    assert "toekomstplan: inkomen" in wat
    assert not any("geheimpje" in tekst or "Lina" in tekst for tekst in wat)

"""Who takes a casus: the rule at the aanmelding (S16), and the one regisseur (S18)."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import AanmelderRol, JaNeeOnbekend, Route
from kernteam_tui.domain.deelcodes import SignaalBij, WiePakt
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.wie_pakt import (
    bepaal_signaal_bij,
    controleer_regisseur,
    controleer_wie_pakt,
    is_een_naam,
    regel_voor,
    wijkt_af,
)

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND


@pytest.mark.parametrize(
    ("signaal", "buurtteam", "wie"),
    [
        (SignaalBij.SCHOOL, NEE, WiePakt.VO_TEAM),
        (SignaalBij.SCHOOL, ONBEKEND, WiePakt.VO_TEAM),
        (SignaalBij.BUURTTEAM, NEE, WiePakt.BUURTTEAM),
        (SignaalBij.GEZIN, NEE, WiePakt.ONBEKEND),
        (SignaalBij.ELDERS, ONBEKEND, WiePakt.ONBEKEND),
        (SignaalBij.ONBEKEND, NEE, WiePakt.ONBEKEND),
        *((signaal, JA, WiePakt.SAMEN) for signaal in SignaalBij),
    ],
)
def test_the_rule(signaal: SignaalBij, buurtteam: JaNeeOnbekend, wie: WiePakt) -> None:
    regel = regel_voor(signaal, buurtteam)
    assert regel.wie is wie
    assert regel.zin.endswith(".")


def test_what_is_not_known_is_asked_of_the_family() -> None:
    assert "Vraag het gezin" in regel_voor(SignaalBij.SCHOOL, ONBEKEND).stap
    assert regel_voor(SignaalBij.SCHOOL, NEE).stap == ""


@pytest.mark.parametrize(
    ("route", "rol", "signaal"),
    [
        (Route.SCHOOL, AanmelderRol.OVERIG, SignaalBij.SCHOOL),
        (Route.ONBEKEND, AanmelderRol.MENTOR, SignaalBij.SCHOOL),
        (Route.SCHOOL, AanmelderRol.BUURTTEAM, SignaalBij.BUURTTEAM),
        (Route.ZELF, AanmelderRol.OUDER, SignaalBij.GEZIN),
        (Route.HUISARTS, AanmelderRol.HUISARTS, SignaalBij.ELDERS),
        (Route.ONBEKEND, AanmelderRol.OVERIG, SignaalBij.ONBEKEND),
    ],
)
def test_the_aanmelding_tells_where_the_signal_came_in(
    route: Route, rol: AanmelderRol, signaal: SignaalBij
) -> None:
    assert bepaal_signaal_bij(route, rol) is signaal


def test_an_exception_has_a_reason() -> None:
    regel = regel_voor(SignaalBij.SCHOOL, NEE)
    with pytest.raises(InhoudOngeldig, match="vo-team"):
        controleer_wie_pakt(regel, WiePakt.BUURTTEAM, "  ")
    controleer_wie_pakt(regel, WiePakt.BUURTTEAM, "het gezin kent Noor van het buurtteam al")
    controleer_wie_pakt(regel, WiePakt.VO_TEAM, "")
    controleer_wie_pakt(regel, WiePakt.ONBEKEND, "")


def test_where_the_rule_is_silent_nothing_is_an_exception() -> None:
    regel = regel_voor(SignaalBij.ELDERS, NEE)
    assert not any(wijkt_af(regel, wie) for wie in WiePakt)


@pytest.mark.parametrize(
    "naam", ["Fatma Yıldız", "d'Hondt", "Arjan (voogd)", "de jongere zelf", "Mien Ruys-Enden"]
)
def test_one_name(naam: str) -> None:
    assert is_een_naam(naam)
    controleer_regisseur(naam)


@pytest.mark.parametrize("naam", ["Fatma en Kemal", "Fatma, Kemal", "Fatma/Kemal", "Fatma & Kemal"])
def test_two_names_are_not_one_regisseur(naam: str) -> None:
    assert not is_een_naam(naam)
    with pytest.raises(InhoudOngeldig, match="één regisseur"):
        controleer_regisseur(naam)


def test_nobody_yet_is_allowed_but_is_nobody() -> None:
    controleer_regisseur(" ")
    assert not is_een_naam(" ")

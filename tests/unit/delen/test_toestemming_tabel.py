"""Who must give consent: the program against the table, for every age, gezag, ability and conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.beslissers import (
    Beslisvraag,
    Gezagsdrager,
    Vereiste,
    bepaal_gezagsbeeld,
    bepaal_vereiste,
)
from kernteam_tui.domain.delen.codes import GeverRol, Gezagsbeeld, Leeftijdsband
from kernteam_tui.domain.gezinscodes import OuderSoort
from tests.unit.delen.tabel import Geval, Rij, toestemming_gevallen, toestemming_rijen, zoeker

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND
STIEF, VOOGD = OuderSoort.STIEF, OuderSoort.VOOGD
MOEDER, VADER = Gezagsdrager("moeder", gezag=JA), Gezagsdrager("vader", gezag=JA)
ZONDER = Gezagsdrager("vader", gezag=NEE)
VOOGDES = Gezagsdrager("voogd", VOOGD, JA)

GEZINNEN: dict[Gezagsbeeld, list[tuple[Gezagsdrager, ...]]] = {
    Gezagsbeeld.GEZAMENLIJK: [(MOEDER, VADER), (MOEDER, ZONDER, Gezagsdrager("stiefvader", STIEF, JA))],
    Gezagsbeeld.ALLEEN: [(MOEDER,), (MOEDER, ZONDER), (ZONDER, Gezagsdrager("tante", OuderSoort.PLEEG, JA))],
    Gezagsbeeld.VOOGD: [(VOOGDES,), (ZONDER, VOOGDES)],
    Gezagsbeeld.ONBEKEND: [
        (MOEDER, Gezagsdrager("vader")),
        (Gezagsdrager("moeder"), Gezagsdrager("vader")),
        (MOEDER, VOOGDES),
        (Gezagsdrager("voogd", VOOGD),),
    ],
    Gezagsbeeld.NIEMAND: [(), (ZONDER,)],
}


def gevers_volgens(rij: Rij, dragers: tuple[Gezagsdrager, ...]) -> set[str]:
    """Ids of who must agree by the words of the table."""
    wie: set[str] = set()
    for woord in rij.antwoord["gevers"].split("+"):
        if woord == "jongere":
            wie.add("jongere")
        if woord in ("ouders", "bekenden"):
            wie |= {drager.id for drager in dragers if drager.gezag is JA}
        if woord == "voogd":
            wie |= {drager.id for drager in dragers if drager.soort is VOOGD}
    return wie


def vereiste_van(geval: Geval, dragers: tuple[Gezagsdrager, ...]) -> Vereiste:
    return bepaal_vereiste(
        Beslisvraag(
            "jongere",
            Leeftijdsband(geval["leeftijd"]),
            dragers,
            wilsonbekwaam=geval["wilsonbekwaam"] == "ja",
            gezagsconflict=geval["conflict"] == "ja",
        )
    )


def verschillen(rijen: Sequence[Rij]) -> list[tuple[Geval, str]]:
    """Every combination in which the program and the table differ, or that no row covers."""
    zoek = zoeker(rijen)
    gevonden = []
    for geval in toestemming_gevallen():
        rij = zoek(geval)
        for dragers in GEZINNEN[Gezagsbeeld(geval["gezag"])]:
            eigen = vereiste_van(geval, dragers)
            if rij is None or (eigen.regel, eigen.kan, {gever.id for gever in eigen.gevers}) != (
                rij.antwoord["regel"],
                rij.antwoord["kan"] == "ja",
                gevers_volgens(rij, dragers),
            ):
                gevonden.append((geval, eigen.regel))
    return gevonden


def test_every_combination_answers_as_the_table_says() -> None:
    assert verschillen(toestemming_rijen()) == []


def test_every_combination_is_there_and_every_row_is_used() -> None:
    rijen = toestemming_rijen()
    zoek = zoeker(rijen)
    gevallen = list(toestemming_gevallen())
    assert len(gevallen) == 100
    assert {rij.nummer for geval in gevallen if (rij := zoek(geval))} == {rij.nummer for rij in rijen}


@pytest.mark.parametrize("beeld", Gezagsbeeld)
def test_the_families_of_this_test_are_what_they_say(beeld: Gezagsbeeld) -> None:
    assert {bepaal_gezagsbeeld(dragers) for dragers in GEZINNEN[beeld]} == {beeld}


@pytest.mark.parametrize("nummer", range(len(toestemming_rijen())))
def test_a_row_that_is_turned_round_is_seen(nummer: int) -> None:
    """Control: each row matters."""
    rijen = toestemming_rijen()
    rij = rijen[nummer]
    omgekeerd = {"ja": "nee", "nee": "ja"}[rij.antwoord["kan"]]
    rijen[nummer] = replace(rij, antwoord={**rij.antwoord, "kan": omgekeerd})
    assert verschillen(rijen)


def test_a_row_that_is_gone_is_seen() -> None:
    """Control."""
    rijen = toestemming_rijen()
    for nummer in range(len(rijen)):
        assert verschillen(rijen[:nummer] + rijen[nummer + 1 :])


def test_the_roles_are_said_of_each_giver() -> None:
    vraag = Beslisvraag("kind", Leeftijdsband.VAN_12, (MOEDER, ZONDER))
    assert [(gever.id, gever.rol) for gever in bepaal_vereiste(vraag).gevers] == [
        ("kind", GeverRol.JONGERE),
        ("moeder", GeverRol.OUDER),
    ]
    met_voogd = replace(vraag, dragers=(Gezagsdrager("", VOOGD, JA, naam="Stichting Voogdij"),))
    voogd = bepaal_vereiste(met_voogd).gevers[1]
    assert (voogd.rol, voogd.naam) == (GeverRol.VOOGD, "Stichting Voogdij")


def test_nothing_is_possible_without_a_next_step_and_an_article() -> None:
    for geval in toestemming_gevallen():
        for dragers in GEZINNEN[Gezagsbeeld(geval["gezag"])]:
            vereiste = vereiste_van(geval, dragers)
            assert vereiste.zin
            assert vereiste.artikel
            assert vereiste.wat_nu
            assert bool(vereiste.gevers) or not vereiste.kan

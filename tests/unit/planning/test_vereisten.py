"""Who must be at a startgesprek: by reason, by name, and what may be lifted (contract 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.codes import Reden, Rol
from kernteam_tui.domain.planning.vereisten import ROLLEN_BIJ_REDEN, vereisten
from kernteam_tui.domain.planning.voorstellen import voorstellen
from tests.unit.planning.weken import (
    DI_OCHTEND,
    ROLLEN,
    TEAM,
    best,
    blok,
    casus,
    mens,
    tijden,
    week,
    wie_niet,
)


@pytest.mark.parametrize(
    ("redenen", "gevraagd"),
    [
        ([Reden.THUISZITTEN, Reden.VERZUIM], ["gw1", "leerplichtambtenaar"]),
        ([Reden.ZIEKTE], ["gw1", "jeugdarts"]),
        ([Reden.LEREN, Reden.SCHOOLLOOPBAAN, Reden.GEDRAG], ["gw1", "begeleider_passend_onderwijs"]),
        ([Reden.THUISSITUATIE, Reden.OPVOEDING, Reden.CONFLICT], ["gw1"]),
        ([Reden.PESTEN, Reden.SCHULDEN, Reden.VERSLAVING], ["gw1"]),
        (
            [Reden.VERZUIM, Reden.GEDRAG, Reden.PESTEN],
            ["gw1", "begeleider_passend_onderwijs", "leerplichtambtenaar"],
        ),
        ([], ["gw1"]),
    ],
)
def test_the_reasons_decide_who_is_asked(redenen: list[Reden], gevraagd: list[str]) -> None:
    assert [v.wie for v in vereisten(week(*TEAM, kernteam=ROLLEN), casus(*redenen))] == gevraagd


def test_every_reason_is_a_decision() -> None:
    niemand = {Reden.THUISSITUATIE, Reden.OPVOEDING, Reden.CONFLICT}
    niemand |= {Reden.PESTEN, Reden.SCHULDEN, Reden.VERSLAVING}
    assert set(ROLLEN_BIJ_REDEN) == set(Reden) - niemand


def test_illness_asks_a_doctor_or_a_nurse_whoever_can() -> None:
    arts = mens("arts", "do", rol=Rol.JEUGDARTS)
    zuster = mens("jgz1", "di ochtend")
    beide = week(mens("gw1", "di", "do"), arts, zuster, kernteam=["arts", "jgz1"], raster_minuten=60)
    assert {tijd[:2] for tijd in tijden(voorstellen(beide, casus(Reden.ZIEKTE)))} == {"24", "26"}


def test_a_kernteam_without_the_role_gives_no_proposal_and_names_the_role() -> None:
    antwoord = voorstellen(week(DI_OCHTEND), casus(Reden.ZIEKTE, Reden.THUISSITUATIE))
    assert wie_niet(antwoord) == ["jeugdarts"]
    assert "geen jeugdarts of jeugdverpleegkundige" in antwoord.waarom_niet[0].reden


def test_a_partner_of_another_kernteam_does_not_count() -> None:
    assert wie_niet(voorstellen(week(DI_OCHTEND, mens("lp1", "di")), casus(Reden.VERZUIM))) == [
        "leerplichtambtenaar"
    ]


@pytest.mark.parametrize("wie", ["lp1", "leerplichtambtenaar"])
def test_zonder_lifts_a_requirement_by_id_or_by_role_and_that_person_may_still_come(wie: str) -> None:
    lp = mens("lp1", "di ochtend", bezet=(blok("08:30", "11:00"),))
    samen = week(DI_OCHTEND, lp, kernteam=["lp1"], raster_minuten=60)
    assert tijden(voorstellen(samen, casus(Reden.VERZUIM))) == ["24 11:00"]
    antwoord = voorstellen(samen, casus(Reden.VERZUIM, zonder={wie: "ziek"}))
    assert tijden(antwoord) == ["24 11:00", "24 09:00", "24 10:00"]
    assert best(antwoord).erbij == ("gw1", "lp1")


def test_zonder_lifts_one_requirement_a_persons_own_before_that_of_the_role() -> None:
    samen = week(DI_OCHTEND, mens("lp1", "do"), kernteam=["lp1"])
    dubbel = casus(Reden.VERZUIM, verplicht=("lp1",))
    assert [v.wie for v in vereisten(samen, dubbel)] == ["gw1", "lp1", "leerplichtambtenaar"]
    zonder = replace(dubbel, zonder={"lp1": "ziek"})
    assert [v.wie for v in vereisten(samen, zonder)] == ["gw1", "leerplichtambtenaar"]
    beide = replace(dubbel, zonder={"lp1": "ziek", "leerplichtambtenaar": "ziek"})
    assert [v.wie for v in vereisten(samen, beide)] == ["gw1"]


def test_zonder_lifts_the_gezinswerker_and_a_named_person_too() -> None:
    samen = week(DI_OCHTEND, mens("mentor7", "wo"))
    met_mentor = casus(verplicht=("mentor7",))
    assert len(voorstellen(samen, replace(met_mentor, zonder={"mentor7": "vrij"})).voorstellen) == 13
    assert len(voorstellen(samen, replace(met_mentor, zonder={"mentor": "vrij"})).voorstellen) == 13
    woensdag = voorstellen(samen, replace(met_mentor, zonder={"gw1": "ziek"}))
    assert {tijd[:2] for tijd in tijden(woensdag)} == {"25"}
    assert "zonder de gezinswerker" in best(woensdag).uitleg


def test_present_are_all_who_can_and_absent_only_members_of_the_kernteam_sorted_by_code_point() -> None:
    kernteam = ["é1", "Z1", "a1", "lp1"]
    mensen = [mens(wie, "di", rol=Rol.OVERIG) for wie in kernteam[:2]]
    mensen += [mens(wie, "do", rol=Rol.OVERIG) for wie in ("a1",)]
    mensen += [mens("lp1", "do"), DI_OCHTEND, mens("mentor7", "di")]
    antwoord = best(voorstellen(week(*mensen, kernteam=kernteam), casus(verplicht=("mentor7",))))
    assert antwoord.erbij == ("Z1", "gw1", "mentor7", "é1")
    assert antwoord.niet_erbij == ("a1", "lp1")

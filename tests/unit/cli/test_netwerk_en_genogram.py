"""`kernteam netwerk` and `kernteam genogram`: in words for who listens, in facts for another program."""

from __future__ import annotations

from kernteam_tui.services.formaten import GenogramUit, NetwerkUit
from tests.unit.cli.conftest import Roep


def test_the_network_is_read_one_fact_a_line(kernteam: Roep) -> None:
    gezien = kernteam("netwerk", "2026-001")
    assert gezien.uit.splitlines() == [
        "Netwerk van Sami, casus 2026-001",
        "Niemand geeft steun; 1 nog niet besproken.",
        "Gezin: Fatma Kaya, ouder: nog niet besproken",
    ]


def test_the_network_for_another_program(kernteam: Roep) -> None:
    casus = kernteam("casus", "2026-001", "--json").json
    uit = NetwerkUit.model_validate(kernteam("netwerk", "2026-001", "--json").json)
    assert (uit.casus, uit.rond) == ("2026-001", casus["jongeren"][0])
    [moeder] = uit.mensen
    assert (moeder.naam, moeder.op_kaart, moeder.persoon) == ("Fatma Kaya", False, moeder.id)
    assert kernteam("netwerk", "2026-001", "--rond", uit.rond or "", "--json").json == uit.gegevens()


def test_around_the_whole_family_or_nobody_else(kernteam: Roep) -> None:
    heel = kernteam("netwerk", "2026-001", "--rond", "allen")
    assert heel.uit.startswith("Netwerk van het gezin, casus 2026-001\n")
    ouder = next(p for p in kernteam("casus", "2026-001", "--json").json["personen"] if p["rol"] == "ouder")
    for wie in (ouder["id"], "Fatma"):
        gezien = kernteam("netwerk", "2026-001", "--rond", wie, "--json")
        assert (gezien.status, gezien.json["code"]) == (1, "niet_gevonden")
        assert "Fatma" not in gezien.uit


def test_the_genogram_is_read_one_person_a_line(kernteam: Roep) -> None:
    assert kernteam("genogram", "2026-001").uit.splitlines() == [
        "Genogram van Sami K., casus 2026-001",
        "Fatma Kaya.",
        "Sami Kaya (13), jongere; ouder: Fatma Kaya.",
    ]


def test_the_genogram_for_another_program(kernteam: Roep) -> None:
    uit = GenogramUit.model_validate(kernteam("genogram", "2026-001", "--json").json)
    [jongere] = [lid for lid in uit.leden if lid.jongere]
    [band] = uit.ouders
    assert (band.kind, band.soort) == (jongere.id, "biologisch")
    assert {lid.id for lid in uit.leden} == {jongere.id, band.ouder}


def test_the_log_says_that_they_were_opened(kernteam: Roep) -> None:
    kernteam("netwerk", "2026-001")
    kernteam("genogram", "2026-001")
    regels = kernteam("logboek", "--json").json["regels"]
    assert [(regel["soort"], regel["wat"]) for regel in regels[:2]] == [
        ("geopend", "genogram"),
        ("geopend", "netwerk"),
    ]

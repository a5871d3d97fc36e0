"""`kernteam planformaat`: the formats of a plan, from a file that may be thrown away after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.formaathulp import EIGEN, NAAM
from tests.unit.cli.conftest import PLAN, Roep

DREMPEL = "gezinsplan-2026-3"


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    pad = tmp_path / "ons.toml"
    pad.write_text(EIGEN)
    return pad


def in_gebruik(kernteam: Roep) -> str:
    formaten = kernteam("planformaat", "--json").json["formaten"]
    (naam,) = [een["naam"] for een in formaten if een["in_gebruik"]]
    return str(naam)


def test_a_format_is_read_used_and_put_back(kernteam: Roep, eigen: Path) -> None:
    gezien = kernteam("planformaat", eigen, "--in-gebruik", "--json").json
    assert gezien["schema"] == "planformaten/1"
    assert gezien["formaten"][0] == {
        "naam": NAAM,
        "eigen": True,
        "ingelezen_op": gezien["formaten"][0]["ingelezen_op"],
        "in_gebruik": True,
        "onderdelen": 10,
        "velden": 2,
        "plannen": 0,
    }
    assert in_gebruik(kernteam) == NAAM
    assert kernteam("planformaat", "--kies", DREMPEL).status == 0
    assert in_gebruik(kernteam) == DREMPEL
    regels = kernteam("planformaat").uit.splitlines()
    assert regels[0].startswith(f"{NAAM}: ingelezen op ")
    begin = f"{DREMPEL}: van het programma, 14 onderdelen, 0 plannen"
    assert regels[1] == f"{begin}, nieuwe plannen beginnen hierin"


def test_a_plan_is_written_in_it_and_read_after_the_file_is_gone(
    kernteam: Roep, bestand: Callable[[object], Path], eigen: Path, tmp_path: Path
) -> None:
    kernteam("planformaat", eigen, "--in-gebruik")
    eigen.unlink()
    plan = PLAN | {"onderdelen": PLAN["onderdelen"] | {"dromen": {"toelichting": "Een tuin."}}}
    assert kernteam("gezinsplan", "2026-001", "--bestand", bestand(plan), "--vaststellen").status == 0
    kernteam("planformaat", "--kies", DREMPEL)
    gezien = kernteam("gezinsplan", "2026-001").uit
    assert "1. Waar dromen wij van\n  Toelichting: Een tuin." in gezien
    uit = tmp_path / "p.txt"
    kernteam("samenvatting", "2026-001", "--voor", "ouder", "--vorm", "tekst", "--uit", uit)
    assert "Ik ga weer drie dagen" in uit.read_text("utf-8")
    assert "Een tuin" not in uit.read_text("utf-8")
    assert [een["plannen"] for een in kernteam("planformaat", "--json").json["formaten"]] == [1, 0, 0, 0]


def test_the_format_of_the_program_is_a_file_to_begin_with(kernteam: Roep, tmp_path: Path) -> None:
    getoond = kernteam("planformaat", "--toon", DREMPEL).uit
    pad = tmp_path / "nieuw.toml"
    pad.write_text(getoond)
    geweigerd = kernteam("planformaat", pad)
    assert (geweigerd.status, geweigerd.uit) == (1, "")
    assert "Geef het een eigen naam bij formaat" in geweigerd.fout
    pad.write_text(getoond.replace(f'"{DREMPEL}"', f'"{NAAM}"'))
    assert kernteam("planformaat", pad).status == 0
    assert kernteam("planformaat", "--toon", NAAM, "--json").json["inhoud"] == pad.read_text()


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (EIGEN.replace('titel = "Kracht"', ""), "Onderdeel 2 ‘wat_gaat_goed’ (regel 19), titel: ontbreekt"),
        (EIGEN.replace('"akkoord"', '"eens"'), "nderdeel ‘akkoord’ ontbreekt: daar staat wie het eens is"),
        ("\x00", "geen geldige TOML (regel 1, teken 1)"),
        ("", "dingen niet. (1) Formaat: ontbreekt"),
    ],
)
def test_a_wrong_file_says_where_and_changes_nothing(
    kernteam: Roep, tmp_path: Path, inhoud: str, zin: str
) -> None:
    pad = tmp_path / "stuk.toml"
    pad.write_text(inhoud)
    gezien = kernteam("planformaat", pad, "--in-gebruik", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")
    assert zin in str(gezien.json)
    assert in_gebruik(kernteam) == DREMPEL


def test_two_questions_at_once_are_refused(kernteam: Roep, eigen: Path) -> None:
    for woorden in ((eigen, "--kies", NAAM), ("--kies", NAAM, "--toon", NAAM), ("--in-gebruik",)):
        assert kernteam("planformaat", *woorden).status == 2
    assert kernteam("planformaat", "--kies", "weg", "--json").json["code"] == "niet_gevonden"

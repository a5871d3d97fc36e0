"""The command line speaks Dutch, whatever is typed, and never repeats what was typed."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kernteam_tui.cli.aanroep import bouw_ontleder, ontleed
from kernteam_tui.cli.ontleder import Ontleder
from kernteam_tui.domain.fouten import GebruikOnjuist
from tests.unit.cli.conftest import Roep

ENGELS = re.compile(
    r"\b(usage|options?|optional|positional|arguments?|show|this|exit|message|choose|choice|invalid|error|"
    r"required|default|expected|unrecognized|the|and|help message|following)\b",
    re.IGNORECASE,
)
DOC = Path(__file__).parents[3] / "docs" / "openformaat.md"


def alle_ontleders(ontleder: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield ontleder
    for actie in ontleder._actions:
        if isinstance(actie, argparse._SubParsersAction):
            for deel in actie.choices.values():
                yield from alle_ontleders(deel)


ONTLEDERS = list(alle_ontleders(bouw_ontleder()))


@pytest.mark.parametrize("ontleder", ONTLEDERS, ids=lambda o: o.prog)
def test_every_command_explains_itself_in_dutch(ontleder: Ontleder, roep: Roep) -> None:
    woorden = ontleder.prog.split()[1:]
    gezien = roep(*woorden, "--help")
    assert gezien.status == 0
    assert gezien.uit.startswith(f"Gebruik: {ontleder.prog}")
    assert gezien.fout == ""
    assert not ENGELS.findall(gezien.uit.replace("--help", ""))


def test_the_check_for_english_can_fail() -> None:
    assert ENGELS.findall(argparse.ArgumentParser(prog="x").format_help())


@pytest.mark.parametrize("ontleder", ONTLEDERS[1:], ids=lambda o: o.prog)
def test_every_command_stands_in_the_manual_of_formats(ontleder: Ontleder) -> None:
    assert f"`{ontleder.prog.removeprefix('kernteam ')}" in DOC.read_text(encoding="utf-8")


def test_every_option_of_a_command_stands_in_the_manual_of_formats() -> None:
    tekst = DOC.read_text(encoding="utf-8")
    opties = {o for ontleder in ONTLEDERS for actie in ontleder._actions for o in actie.option_strings}
    assert {o for o in opties if f"{o}" not in tekst} <= {"-h"}


@pytest.mark.parametrize(
    "woorden",
    [
        "Fatma",
        "casus",
        "gesprek",
        "gesprek Fatma",
        "casus 2026-001 Fatma",
        "casus 2026-001 --Fatma",
        "vandaag --bestaatniet",
        "vandaag --json=Fatma",
        "caseload --fase",
        "caseload --fase Fatma",
        "notitie x --soort Fatma --tekst-bestand y",
        "notitie x --soort huisbezoek",
        "gesprek plannen x --soort startgesprek --op morgen",
        "gesprek plannen x --soort startgesprek --op 2026-11-26T10:30 --minuten veel",
        "gesprek verzetten x --op 2026-11-26T10:30",
        "termijnen",
        "termijnen --aangemeld 2026-13-01",
        "termijnen --aangemeld 26-11-2026",
        "termijnen --aangemeld 2026-11-23 --goede-vrijdag-vrij misschien",
        "termijnen --aangemeld 2026-11-23 --regio Fatma",
        "vandaag --vandaag 2026-02-30",
        "vandaag --vandaag 9999-12-31",
        "samenvatting x --voor ouder --vorm odt --uit y",
        "samenvatting x --voor ouder --vorm pdf --taal so --uit y",
        "zoek x --aantal 0",
        "zoek",
        "exporteren",
        "reservekopie a b",
        "terugzetten",
        "terugzetten Fatma.kluis",
        "--map",
        "gezinsplan x --vaststellen",
    ],
)
@pytest.mark.parametrize("json", [[], ["--json"]], ids=["tekst", "json"])
def test_wrong_usage_is_one_dutch_sentence_without_what_was_typed(
    roep: Roep, woorden: str, json: list[str]
) -> None:
    gezien = roep(*woorden.split(), *json)
    assert gezien.status == 2
    assert gezien.uit == ""
    assert gezien.fout.count("\n") == 1
    assert not ENGELS.findall(gezien.fout.replace("--help", ""))
    assert "Fatma" not in gezien.fout


def test_the_common_options_may_stand_before_between_and_after() -> None:
    for woorden in (
        "--map a --json gesprek herstellen g",
        "gesprek --map a herstellen --json g",
        "gesprek herstellen g --json --map a",
    ):
        keuzes = ontleed(woorden.split())
        assert (keuzes.map, keuzes.json, keuzes.gesprek) == (Path("a").absolute(), True, "g")


def test_an_option_after_the_command_wins() -> None:
    assert ontleed(["--vandaag", "2026-11-23", "vandaag", "--vandaag", "2026-11-24"]).vandaag.day == 24
    assert ontleed(["--json", "vandaag"]).json
    assert not ontleed(["vandaag"]).json


def test_an_option_may_not_be_shortened() -> None:
    with pytest.raises(GebruikOnjuist):
        ontleed(["termijnen", "--aange", "2026-11-23"])


@pytest.mark.parametrize("woord", ["-foo", "--wie", "-1", "-", "--bestand=x", "", "de mentor"])
def test_any_text_can_be_looked_for(woord: str) -> None:
    assert ontleed(["zoek", woord]).woorden == [woord]


def test_words_beside_options_keep_their_order() -> None:
    keuzes = ontleed(["--json", "zoek", "-a", "--aantal", "3", "b", "--map=m", "c*"])
    assert keuzes.woorden == ["-a", "b", "c*"]
    assert (keuzes.json, keuzes.aantal, keuzes.map) == (True, 3, Path("m").absolute())


def test_after_two_dashes_everything_is_a_word() -> None:
    assert ontleed(["zoek", "a", "--", "--json", "-b"]).woorden == ["a", "--json", "-b"]


@pytest.mark.parametrize(
    ("woorden", "hulp"),
    [
        ("notitie 2026-001 --soort telefoon --tekst-bestand - --bestaatniet", "kernteam notitie"),
        ("notitie --bestaatniet 2026-001 --soort telefoon --tekst-bestand -", "kernteam notitie"),
        ("notitie 2026-001", "kernteam notitie"),
        ("casus 2026-001 2026-002", "kernteam casus"),
        ("vandaag --json --alles", "kernteam vandaag"),
        ("gesprek --bestaatniet plannen 2026-001 --soort overleg --op 2026-11-26T10:30", "kernteam gesprek"),
        ("gesprek herstellen g --reden x", "kernteam gesprek herstellen"),
        ("--bestaatniet vandaag", "kernteam"),
    ],
)
def test_wrong_usage_points_to_the_help_of_that_command(roep: Roep, woorden: str, hulp: str) -> None:
    gezien = roep(*woorden.split())
    assert gezien.status == 2
    assert f"‘{hulp} --help’" in gezien.fout

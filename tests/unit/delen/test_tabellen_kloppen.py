"""The tables and their texts are whole: known words, an article and a source in each row, no dead rows."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kernteam_tui.domain.delen import deelregels, toestemmingsregels
from kernteam_tui.domain.delen.codes import Uitkomst
from tests.unit.delen.tabel import (
    ALLES,
    DELEN_KOLOMMEN,
    TOESTEMMING_KOLOMMEN,
    lees_csv,
    lees_kop,
)

ARTIKEL = re.compile(r"^(Jeugdwet \d+\.\d+\.\d+|BW 1:\d+[a-z]?|AVG art\. \d+)")
KOP = lees_kop()
BRONNEN = {bron["sleutel"] for bron in KOP["bron"]}
TABELLEN = [
    ("delen.csv", DELEN_KOLOMMEN, {regel["sleutel"]: regel for regel in KOP["regel"]}),
    ("toestemming.csv", TOESTEMMING_KOLOMMEN, {regel["sleutel"]: regel for regel in KOP["toestemming"]}),
]


@pytest.mark.parametrize(("naam", "kolommen", "_regels"), TABELLEN)
def test_every_cell_holds_words_that_exist(
    naam: str, kolommen: dict[str, tuple[str, ...]], _regels: object
) -> None:
    for nummer, rij in enumerate(lees_csv(naam), start=2):
        for kolom, bekend in kolommen.items():
            woorden = rij[kolom].split("|")
            assert woorden == [ALLES] or set(woorden) <= set(bekend), f"{naam} regel {nummer}: {rij[kolom]}"
            assert len(woorden) == len(set(woorden)), f"{naam} regel {nummer}"


@pytest.mark.parametrize(("naam", "_kolommen", "regels"), TABELLEN)
def test_every_row_says_what_its_rule_says(
    naam: str, _kolommen: object, regels: dict[str, dict[str, str]]
) -> None:
    for nummer, rij in enumerate(lees_csv(naam), start=2):
        regel = regels[rij["regel"]]
        for kolom in ("artikel", "zin", "bron"):
            assert rij[kolom] == regel[kolom], f"{naam} regel {nummer}"
        assert rij.get("uitkomst", "") == regel.get("uitkomst", ""), f"{naam} regel {nummer}"


@pytest.mark.parametrize(("naam", "_kolommen", "regels"), TABELLEN)
def test_every_rule_is_used_and_stands_once(
    naam: str, _kolommen: object, regels: dict[str, dict[str, str]]
) -> None:
    soort = "regel" if naam == "delen.csv" else "toestemming"
    assert len(regels) == len(KOP[soort])
    assert {rij["regel"] for rij in lees_csv(naam)} == set(regels)


@pytest.mark.parametrize(("_naam", "_kolommen", "regels"), TABELLEN)
def test_every_rule_has_an_article_and_sources_that_are_named(
    _naam: object, _kolommen: object, regels: dict[str, dict[str, str]]
) -> None:
    for sleutel, regel in regels.items():
        assert ARTIKEL.match(regel["artikel"]), sleutel
        assert set(regel["bron"].split("|")) <= BRONNEN, sleutel
        assert regel["zin"].endswith("."), sleutel
        if regel.get("uitkomst") != Uitkomst.JA:
            assert regel["wat_nu"].endswith("."), sleutel


def test_the_program_says_the_same_as_the_table() -> None:
    for regel in KOP["regel"]:
        eigen = deelregels.REGELS[regel["sleutel"]]
        assert (eigen.uitkomst, eigen.zin, eigen.artikel, eigen.wat_nu) == (
            regel["uitkomst"],
            regel["zin"],
            regel["artikel"],
            regel["wat_nu"],
        )
    assert len(deelregels.REGELS) == len(KOP["regel"])


def test_the_program_says_the_same_about_consent() -> None:
    kan = {rij["regel"]: rij["kan"] == "ja" for rij in lees_csv("toestemming.csv")}
    for regel in KOP["toestemming"]:
        eigen = toestemmingsregels.REGELS[regel["sleutel"]]
        assert (eigen.kan, eigen.zin, eigen.artikel, eigen.wat_nu) == (
            kan[regel["sleutel"]],
            regel["zin"],
            regel["artikel"],
            regel["wat_nu"],
        )
    assert len(toestemmingsregels.REGELS) == len(KOP["toestemming"])


def test_the_state_of_the_law_is_said_with_a_date() -> None:
    assert isinstance(KOP["datum"], date)
    assert "mei 2017" in KOP["stand"]
    assert "wetten.overheid.nl" in KOP["stand"]
    assert all(verschil["gekozen"] for verschil in KOP["verschil"])

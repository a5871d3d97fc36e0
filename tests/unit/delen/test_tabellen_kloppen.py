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
ZINNEN = {
    "delen.csv": {r.sleutel: (r.zin, r.artikel) for r in deelregels.REGELS.values()},
    "toestemming.csv": {r.sleutel: (r.zin, r.artikel) for r in toestemmingsregels.REGELS.values()},
}
"""What the program says of each rule."""
TABELLEN = [("delen.csv", DELEN_KOLOMMEN), ("toestemming.csv", TOESTEMMING_KOLOMMEN)]


@pytest.mark.parametrize(("naam", "kolommen"), TABELLEN)
def test_every_cell_holds_words_that_exist(naam: str, kolommen: dict[str, tuple[str, ...]]) -> None:
    for nummer, rij in enumerate(lees_csv(naam), start=2):
        for kolom, bekend in kolommen.items():
            woorden = rij[kolom].split("|")
            assert woorden == [ALLES] or set(woorden) <= set(bekend), f"{naam} regel {nummer}: {rij[kolom]}"
            assert len(woorden) == len(set(woorden)), f"{naam} regel {nummer}"


@pytest.mark.parametrize("naam", ZINNEN)
def test_the_program_says_of_each_rule_what_its_rows_say(naam: str) -> None:
    for nummer, rij in enumerate(lees_csv(naam), start=2):
        assert (rij["zin"], rij["artikel"]) == ZINNEN[naam][rij["regel"]], f"{naam} regel {nummer}"


def test_the_program_answers_what_the_rows_answer() -> None:
    for rij in lees_csv("delen.csv"):
        assert deelregels.REGELS[rij["regel"]].uitkomst == rij["uitkomst"], rij["regel"]
    for rij in lees_csv("toestemming.csv"):
        assert toestemmingsregels.REGELS[rij["regel"]].kan == (rij["kan"] == "ja"), rij["regel"]


@pytest.mark.parametrize("naam", ZINNEN)
def test_every_rule_is_used(naam: str) -> None:
    assert {rij["regel"] for rij in lees_csv(naam)} == set(ZINNEN[naam])


@pytest.mark.parametrize("naam", ZINNEN)
def test_every_rule_has_an_article_and_one_list_of_sources_that_are_named(naam: str) -> None:
    found: dict[str, str] = {}
    for rij in lees_csv(naam):
        assert ARTIKEL.match(rij["artikel"]), rij["regel"]
        assert set(rij["bron"].split("|")) <= BRONNEN, rij["regel"]
        assert found.setdefault(rij["regel"], rij["bron"]) == rij["bron"], rij["regel"]


def test_every_rule_that_does_not_simply_say_yes_says_what_to_do() -> None:
    sharing = ((r.zin, r.wat_nu, r.uitkomst is Uitkomst.JA) for r in deelregels.REGELS.values())
    consent = ((r.zin, r.wat_nu, False) for r in toestemmingsregels.REGELS.values())
    for zin, wat_nu, agreed in (*sharing, *consent):
        assert zin.endswith(".")
        assert agreed or wat_nu.endswith("."), zin


def test_a_sentence_stands_in_one_place_of_the_program_only() -> None:
    """delen.toml holds sources and choices, no second copy of the sentences."""
    assert set(KOP) == {"versie", "datum", "stand", "na_te_kijken", "voorrang", "bron", "verschil"}


def test_the_state_of_the_law_is_said_with_a_date() -> None:
    assert isinstance(KOP["datum"], date)
    assert "mei 2017" in KOP["stand"]
    assert "wetten.overheid.nl" in KOP["stand"]
    assert all(verschil["gekozen"] for verschil in KOP["verschil"])

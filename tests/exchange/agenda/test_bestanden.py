"""Calendar files as programs write them, each with the answer written by hand beside it (contract 3)."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.exchange.agenda.grenzen import AgendaNietHeel
from tests.exchange.agenda.bouw import BESTANDSDAG, antwoord, lees

MAP = Path(__file__).parent / "bestanden"
BESTANDEN = sorted(MAP.glob("*.ics"))
VERBODEN = "GEHEIM"


def _gevraagd(bestand: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(bestand.with_suffix(".json").read_text(encoding="utf-8"))
    return table


def _gelezen(bestand: Path) -> dict[str, Any]:
    table = _gevraagd(bestand)
    van, tot = date.fromisoformat(table["van"]), date.fromisoformat(table["tot"])
    return antwoord(lees(bestand.read_bytes(), van, tot, table["ik"]))


def _verwacht(table: dict[str, Any]) -> dict[str, Any]:
    return {
        "blokken": table["blokken"],
        "problemen": table["problemen"],
        "peildatum": table["peildatum"] or BESTANDSDAG.isoformat(),
    }


HELE = [bestand for bestand in BESTANDEN if "fout" not in _gevraagd(bestand)]
KAPOTTE = [bestand for bestand in BESTANDEN if "fout" in _gevraagd(bestand)]


def test_there_are_files_enough_and_each_has_its_answer() -> None:
    assert len(BESTANDEN) >= 100
    assert {bestand.stem for bestand in MAP.glob("*.json")} == {bestand.stem for bestand in BESTANDEN}
    assert all(_gevraagd(bestand)["waarom"] for bestand in BESTANDEN)


@pytest.mark.parametrize("bestand", HELE, ids=lambda bestand: bestand.stem)
def test_a_file_is_read_as_written_by_hand(bestand: Path) -> None:
    assert _gelezen(bestand) == _verwacht(_gevraagd(bestand)), _gevraagd(bestand)["waarom"]


@pytest.mark.parametrize("bestand", KAPOTTE, ids=lambda bestand: bestand.stem)
def test_a_file_that_is_not_whole_is_refused(bestand: Path) -> None:
    with pytest.raises(AgendaNietHeel) as gezien:
        _gelezen(bestand)
    assert gezien.value.code == _gevraagd(bestand)["fout"]
    assert gezien.value.exit_status == 1
    assert gezien.value.tekst
    assert gezien.value.stap


def test_an_answer_that_is_an_hour_off_is_seen() -> None:
    """Control: every table with a busy time in it, shifted by an hour, fails; so does one without a line."""
    geschoven = 0
    for bestand in HELE:
        table = _verwacht(_gevraagd(bestand))
        if table["blokken"]:
            geschoven += 1
            anders = [[_later(van), _later(tot), staat] for van, tot, staat in table["blokken"]]
            assert _gelezen(bestand) != {**table, "blokken": anders}, bestand.stem
        if table["problemen"]:
            assert _gelezen(bestand) != {**table, "problemen": table["problemen"][1:]}, bestand.stem
    assert geschoven > 70


def _later(moment: str) -> str:
    return (datetime.fromisoformat(moment) + timedelta(hours=1)).isoformat()


@pytest.mark.parametrize("bestand", HELE, ids=lambda bestand: bestand.stem)
def test_nothing_but_times_state_and_a_hash_is_kept(bestand: Path) -> None:
    table = _gevraagd(bestand)
    van, tot = date.fromisoformat(table["van"]), date.fromisoformat(table["tot"])
    agenda = lees(bestand.read_bytes(), van, tot, table["ik"])
    assert VERBODEN not in repr(agenda)
    for blok in agenda.blokken:
        assert set(vars(blok)) == {"van", "tot", "staat", "uid_hash"}
        assert len(blok.uid_hash) == 64
        assert set(blok.uid_hash) <= set("0123456789abcdef")


def test_some_files_do_hold_what_must_not_be_kept() -> None:
    """Control: the word that is looked for stands in many of the files."""
    assert sum(VERBODEN.encode() in bestand.read_bytes() for bestand in BESTANDEN) >= 8

"""Whatever goes wrong ends in an exit status and one sentence (contract 1)."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from kernteam_tui.cli import kluis as cli_kluis
from kernteam_tui.cli import vandaag
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.toegang import unlock
from tests.unit.cli.conftest import ZIN, Kluis, Roep


def test_a_wrong_passphrase_is_status_three(kernteam: Roep, kluis: Kluis) -> None:
    kluis.wachtwoord.write_text("iets anders dan dit\n")
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json["code"], gezien.fout) == (3, "wachtwoord_onjuist", "")
    gezien = kernteam("vandaag")
    assert (gezien.status, gezien.uit) == (3, "")
    assert gezien.fout.startswith("Deze wachtwoordzin")


def test_an_empty_passphrase_file_is_a_wrong_passphrase(kernteam: Roep, kluis: Kluis) -> None:
    kluis.wachtwoord.write_text("")
    assert kernteam("vandaag", "--json").json["code"] == "wachtwoord_onjuist"


def test_a_passphrase_file_that_is_not_there_is_wrong_usage(kernteam: Roep, kluis: Kluis) -> None:
    kluis.wachtwoord.unlink()
    assert kernteam("vandaag", "--json").status == 2


def test_no_store_no_keys_and_a_damaged_store_are_told_apart(kernteam: Roep, kluis: Kluis) -> None:
    bestanden = {
        naam: (kluis.map / naam).read_bytes() for naam in ("kluis.db", "kluis.keys", "kluis.keys.bak")
    }

    def code() -> tuple[int, str]:
        gezien = kernteam("vandaag", "--json")
        for naam, inhoud in bestanden.items():
            (kluis.map / naam).write_bytes(inhoud)
        return gezien.status, gezien.json["code"]

    (kluis.map / "kluis.db").write_bytes(bestanden["kluis.db"][:5000])
    assert code() == (4, "kluis_beschadigd")
    (kluis.map / "kluis.keys").unlink()
    (kluis.map / "kluis.keys.bak").unlink()
    assert code() == (4, "sleutelbestand_ontbreekt")
    for naam in ("kluis.keys", "kluis.keys.bak"):
        (kluis.map / naam).write_bytes(b"onzin")
    assert code() == (4, "sleutelbestand_beschadigd")
    (kluis.map / "kluis.db").unlink()
    assert code() == (4, "kluis_ontbreekt")
    assert kernteam("vandaag", "--json").status == 0


def test_one_damaged_key_copy_is_mended_and_said_beside_the_answer(kernteam: Roep, kluis: Kluis) -> None:
    (kluis.map / "kluis.keys.bak").write_bytes(b"onzin")
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json["schema"]) == (0, "vandaag/1")
    assert "sleutelbestand" in gezien.fout
    assert kernteam("vandaag", "--json").fout == ""


def test_a_store_in_use_is_status_five(kernteam: Roep, kluis: Kluis, klok: Klok) -> None:
    sessie = unlock(kluis.map, ZIN, klok)
    try:
        assert kernteam("vandaag", "--json").json["code"] == "kluis_in_gebruik"
        assert kernteam("vandaag").status == 5
    finally:
        sessie.close()


@pytest.mark.parametrize("map_", ["weg", "bestand"])
def test_without_a_store_nothing_is_asked(roep: Roep, tmp_path: Path, map_: str) -> None:
    (tmp_path / "bestand").write_text("")
    gezien = roep("--map", tmp_path / map_, "vandaag", "--json")
    assert (gezien.status, gezien.json["code"]) == (4, "kluis_ontbreekt")


def test_without_a_terminal_and_without_a_file_the_next_step_is_told(roep: Roep, kluis: Kluis) -> None:
    gezien = roep("--map", kluis.map, "vandaag", "--json")
    assert (gezien.status, gezien.uit) == (2, "")
    assert "--wachtwoord-bestand" in gezien.fout


def test_on_a_terminal_the_passphrase_is_asked_and_never_on_stdout(
    roep: Roep, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd: list[str] = []

    def antwoord(vraag: str) -> str:
        gevraagd.append(vraag)
        return ZIN

    monkeypatch.setattr(cli_kluis, "is_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", antwoord)
    gezien = roep("--map", kluis.map, "vandaag", "--json")
    assert (gezien.status, gevraagd) == (0, ["Wachtwoordzin: "])
    assert gezien.json["schema"] == "vandaag/1"


def test_a_fault_of_the_program_is_an_apology_without_what_was_in_it(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def breekt(_: object) -> object:
        raise ValueError("Sami Kaya")

    monkeypatch.setattr(vandaag, "get_vandaag", breekt)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "staat"))
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json["code"], gezien.fout) == (70, "programmafout", "")
    gezien = kernteam("vandaag")
    assert (gezien.status, gezien.uit) == (70, "")
    assert "Traceback" not in gezien.fout
    noted = [pad.read_text() for pad in tmp_path.rglob("fouten.log")]
    assert noted or sys.platform != "linux"
    assert "Sami" not in gezien.fout + "".join(noted)


def test_ctrl_c_ends_quietly(kernteam: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    def breekt(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(vandaag, "get_vandaag", breekt)
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.uit, gezien.fout) == (130, "", "")


class Dicht(io.RawIOBase):
    """A stream on which writing fails."""

    def __init__(self, fout: OSError) -> None:
        self.fout = fout

    def writable(self) -> bool:
        return True

    def write(self, _: object) -> int:
        raise self.fout


@pytest.mark.parametrize(("fout", "status"), [(BrokenPipeError(), 0), (OSError(28, "vol"), 1)])
def test_an_answer_that_nobody_can_read_ends_without_a_traceback(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, fout: OSError, status: int
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(Dicht(fout))))
    gezien = roep("schema", "school")
    monkeypatch.undo()
    assert gezien.status == status
    assert "Traceback" not in gezien.fout


def test_a_name_that_is_no_utf8_is_still_json(roep: Roep, kluis: Kluis, tmp_path: Path) -> None:
    if os.name != "posix":
        pytest.skip("names of files are bytes on POSIX only")
    gezien = roep(
        *(*kluis.opties, "gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-26T10:30"),
        *("--ics", str(tmp_path / "map-\udcff"), "--json"),
    )
    assert gezien.status == 0
    assert "map-\udcff" in gezien.json["bestanden"][0]["pad"]

"""`kernteam controle`: the store and the computer around it, each in its own words."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kernteam_tui.data import proces
from kernteam_tui.data.omgeving.schijfversleuteling import Staat
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.store import open_store
from kernteam_tui.services import controle, omgeving
from tests.unit.cli.conftest import ZIN, Kluis, Roep

VAN_DE_KLUIS = {"logbestand", "versleuteling", "opbouw", "verwijzingen", "logboek", "zoekindex"}
VAN_DE_COMPUTER = {
    "rechten",
    "plek",
    "synchronisatie",
    "klok",
    "ruimte",
    "reservekopie",
    "sleutelkosten",
    "geheugenafdruk",
    "afscherming",
    "schijfversleuteling",
    "wisselgeheugen",
}


def punten(kernteam: Roep) -> dict[str, dict[str, object]]:
    return {punt["wat"]: punt for punt in kernteam("controle", "--json").json["punten"]}


def test_every_point_is_there_with_a_sentence(kernteam: Roep) -> None:
    gezien = kernteam("controle", "--json").json
    assert {punt["wat"] for punt in gezien["punten"]} == VAN_DE_KLUIS | VAN_DE_COMPUTER
    assert all(punt["tekst"].endswith(".") for punt in gezien["punten"])
    assert gezien["in_orde"] is True


def test_a_computer_that_keeps_nothing_secret_leaves_the_store_whole(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controle, "schijfversleuteling", lambda _map: Staat.UIT)
    monkeypatch.setattr(controle, "wisselgeheugen", lambda: Staat.UIT)
    monkeypatch.setattr(proces, "core_dumps_off", lambda: False)
    monkeypatch.setattr(proces, "shielded", lambda: False)
    monkeypatch.setattr(omgeving, "netwerkschijf", lambda _map: "NFS")
    gezien = kernteam("controle")
    assert gezien.uit.endswith("De kluis is heel.\n")
    for wat in ("schijfversleuteling", "wisselgeheugen", "geheugenafdruk", "afscherming", "plek"):
        assert f"Let op, {wat}: " in gezien.uit
    assert "vragen aandacht" in gezien.uit
    assert kernteam("controle", "--json").json["in_orde"] is True


@pytest.mark.parametrize("staat", [Staat.AAN, Staat.ONBEKEND])
def test_what_cannot_be_told_is_said_and_is_no_fault(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch, staat: Staat
) -> None:
    monkeypatch.setattr(controle, "schijfversleuteling", lambda _map: staat)
    punt = punten(kernteam)["schijfversleuteling"]
    assert punt["in_orde"] is True
    assert ("Niet vast te stellen" in str(punt["tekst"])) is (staat is Staat.ONBEKEND)


def test_a_line_taken_from_the_log_is_found(kernteam: Roep, kluis: Kluis) -> None:
    store = open_store(kluis.map, ZIN)
    with driver_connection(store.engine) as verbinding:
        verbinding.execute("DROP TRIGGER logboek_blijft")
        verbinding.execute("DELETE FROM logboek WHERE nr = 1")
    store.close()
    gezien = kernteam("controle", "--json").json
    assert gezien["in_orde"] is False
    assert [
        punt["wat"] for punt in gezien["punten"] if not punt["in_orde"] and punt["wat"] in VAN_DE_KLUIS
    ] == ["logboek"]
    assert "reservekopie terug" not in kernteam("controle").uit.splitlines()[-1]


def test_a_folder_of_a_cloud_service_is_said_beside_every_answer(
    kernteam: Roep, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDrive", str(kluis.map.parent))
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json["schema"]) == (0, "vandaag/1")
    assert "OneDrive" in gezien.fout
    assert punten(kernteam)["synchronisatie"]["in_orde"] is False


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_new_store_in_a_folder_with_other_files_leaves_its_rights_and_says_so(
    roep: Roep, tmp_path: Path
) -> None:
    samen, wachtwoord = tmp_path / "samen", tmp_path / "wachtwoord"
    samen.mkdir()
    (samen / "rooster.txt").write_text("")
    samen.chmod(0o755)
    wachtwoord.write_text("gordijn fiets komkommer lantaarn zeef")
    gezien = roep("--map", samen, "--wachtwoord-bestand", wachtwoord, "nieuw", "--json")
    assert gezien.status == 0
    assert "eigen map" in gezien.fout
    assert stat.S_IMODE(samen.stat().st_mode) == 0o755
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in samen.glob("kluis.*")} == {0o600}

"""The commands `reservekopie` and `terugzetten`."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.cli import kluis as cli_kluis
from kernteam_tui.cli import terugzetten
from tests.unit.cli.conftest import ZIN, Kluis, Roep


@pytest.fixture
def kopie(kernteam: Roep) -> Path:
    """A backup with one casus."""
    return Path(kernteam("reservekopie", "--json").json["bestand"])


@pytest.fixture
def toetsenbord(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody sits at the terminal; what is answered is taken from this list."""
    answers: list[str] = []
    monkeypatch.setattr(cli_kluis, "is_terminal", lambda: True)
    monkeypatch.setattr(terugzetten, "is_terminal", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _: ZIN)
    monkeypatch.setattr(terugzetten, "vraag", lambda _: answers.pop(0))
    return answers


def casussen(kernteam: Roep) -> int:
    return len(kernteam("caseload", "--json").json["casussen"])


def test_a_backup_beside_the_store(kernteam: Roep, kluis: Kluis) -> None:
    gezien = kernteam("reservekopie", "--json")
    assert gezien.status == 0
    pad = Path(gezien.json["bestand"])
    assert pad.parent == kluis.map / "reserve"
    assert gezien.json == {
        "schema": "reservekopie/1",
        "bestand": str(pad),
        "gemaakt": gezien.json["gemaakt"],
        "geverifieerd": True,
        "opgeruimd": [],
    }
    assert gezien.json["gemaakt"].startswith("2026-11-23T")


def test_a_backup_on_a_stick(kernteam: Roep, tmp_path: Path) -> None:
    gezien = kernteam("reservekopie", tmp_path)
    assert gezien.status == 0
    [pad] = tmp_path.glob("*.kluis")
    assert f"Reservekopie gemaakt: {pad}" in gezien.uit


def test_a_stick_that_is_not_in(kernteam: Roep, tmp_path: Path) -> None:
    gezien = kernteam("reservekopie", tmp_path / "weg", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "map_onbruikbaar")


def test_looking_only(kernteam: Roep, kluis: Kluis, kopie: Path) -> None:
    gezien = kernteam("terugzetten", kopie, "--bekijk", "--json").json
    assert gezien["teruggezet"] is False
    assert gezien["inhoud"]["casussen"] == gezien["huidig"]["casussen"] == 1
    assert gezien["reden"] == "door jou gemaakt"
    assert not (kluis.map / "oud").exists()


def test_a_script_goes_on_without_a_question(kernteam: Roep, kluis: Kluis, kopie: Path) -> None:
    (kluis.map / "kluis.db").write_bytes(b"")
    assert kernteam("caseload").status == 4
    gezien = kernteam("terugzetten", kopie, "--json").json
    assert gezien["teruggezet"] is True
    assert gezien["huidig"] is None
    assert Path(gezien["apart"]).parent == kluis.map / "oud"
    assert casussen(kernteam) == 1


def test_on_a_terminal_it_shows_and_asks(
    roep: Roep, kernteam: Roep, kluis: Kluis, kopie: Path, toetsenbord: list[str]
) -> None:
    toetsenbord += ["nee", "ja"]
    laat_maar = roep("--map", kluis.map, "terugzetten", kopie)
    assert "In de reservekopie: casussen 1" in laat_maar.fout
    assert "Er is niets teruggezet." in laat_maar.uit
    assert not (kluis.map / "oud").exists()
    gedaan = roep("--map", kluis.map, "terugzetten", kopie)
    assert "De reservekopie is teruggezet." in gedaan.uit
    assert (kluis.map / "oud").exists()
    assert casussen(kernteam) == 1


def test_a_new_laptop(roep: Roep, kluis: Kluis, kopie: Path, tmp_path: Path) -> None:
    nieuw = ("--map", tmp_path / "nieuw", "--wachtwoord-bestand", kluis.wachtwoord)
    assert roep(*nieuw, "terugzetten", kopie, "--json").json["apart"] is None
    assert len(roep(*nieuw, "caseload", "--json").json["casussen"]) == 1


def test_only_the_keys(kernteam: Roep, kluis: Kluis, kopie: Path) -> None:
    for name in ("kluis.keys", "kluis.keys.bak"):
        (kluis.map / name).write_bytes(b"stuk")
    assert kernteam("caseload", "--json").json["code"] == "sleutelbestand_beschadigd"
    gezien = kernteam("terugzetten", kopie, "--alleen-sleutels", "--json").json
    assert (gezien["alleen_sleutels"], gezien["teruggezet"], gezien["inhoud"]) == (True, True, None)
    assert casussen(kernteam) == 1


def test_a_folder_with_only_backups_is_no_place_to_begin_anew(
    kernteam: Roep, kluis: Kluis, kopie: Path
) -> None:
    for name in ("kluis.db", "kluis.keys", "kluis.keys.bak"):
        (kluis.map / name).unlink()
    gezien = kernteam("caseload", "--json")
    assert (gezien.status, gezien.json["code"]) == (4, "kluis_ontbreekt")
    assert "kernteam terugzetten BESTAND" in gezien.json["tekst"]
    assert kernteam("nieuw", "--json").json["code"] == "kluis_bestaat_al"
    assert kernteam("terugzetten", kopie, "--json").json["teruggezet"] is True
    assert casussen(kernteam) == 1


@pytest.mark.parametrize("onder", ["", "kluis"])
def test_a_new_store_in_the_place_of_a_file_is_refused_before_anything_is_made(
    roep: Roep, kluis: Kluis, tmp_path: Path, onder: str
) -> None:
    brief = tmp_path / "brief.txt"
    brief.write_text("Beste Vera")
    gezien = roep("--map", brief / onder, "--wachtwoord-bestand", kluis.wachtwoord, "nieuw", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "map_is_bestand")
    assert "staat een bestand en geen map" in gezien.json["tekst"]
    assert brief.read_text() == "Beste Vera"


def test_the_next_step_of_a_damaged_key_file_is_this_command(kernteam: Roep, kluis: Kluis) -> None:
    for name in ("kluis.keys", "kluis.keys.bak"):
        (kluis.map / name).unlink()
    gezien = kernteam("caseload")
    assert gezien.status == 4
    assert "terugzetten BESTAND --alleen-sleutels" in gezien.fout


@pytest.mark.parametrize(
    ("inhoud", "status", "code"), [(b"", 4, "reservekopie_ongeldig"), (b"PK\5\6" + b"\0" * 18, 4, None)]
)
def test_a_file_that_is_no_backup(
    kernteam: Roep, tmp_path: Path, inhoud: bytes, status: int, code: str | None
) -> None:
    (tmp_path / "foto.kluis").write_bytes(inhoud)
    gezien = kernteam("terugzetten", tmp_path / "foto.kluis", "--json")
    assert gezien.status == status
    assert gezien.json["code"] == code or code is None


def test_a_file_that_is_not_there_is_wrong_usage(kernteam: Roep, tmp_path: Path) -> None:
    assert kernteam("terugzetten", tmp_path / "weg.kluis").status == 2


def test_a_wrong_passphrase(kernteam: Roep, kluis: Kluis, kopie: Path) -> None:
    kluis.wachtwoord.write_text("iets anders")
    gezien = kernteam("terugzetten", kopie, "--json")
    assert (gezien.status, gezien.json["code"]) == (3, "wachtwoord_onjuist")

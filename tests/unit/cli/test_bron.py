"""What is given as a file to read: a file, a pipe within bounds, and nothing that hangs."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.cli import bron
from kernteam_tui.cli.kluis import lees_wachtwoordzin
from tests.unit.cli.conftest import ZIN, Kluis, Roep

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes with a name, and modes of a file")

LEZERS: dict[str, Callable[[str, Kluis], tuple[str, ...]]] = {
    "wachtwoord": lambda pad, _: ("vandaag", "--wachtwoord-bestand", pad),
    "school": lambda pad, _: ("school", "--bestand", pad),
    "aanmelden": lambda pad, _: ("aanmelden", "--bestand", pad),
    "gezinsplan": lambda pad, kluis: ("gezinsplan", kluis.nummer, "--bestand", pad),
    "notitie": lambda pad, kluis: (
        *("notitie", kluis.nummer, "--soort", "telefoon", "--tekst-bestand", pad),
    ),
    "nieuwe zin": lambda pad, _: ("wachtwoord", "--nieuw-bestand", pad),
    "terugzetten": lambda pad, _: ("terugzetten", pad),
}


@pytest.fixture
def pijp(tmp_path: Path) -> Path:
    pad = tmp_path / "pijp"
    os.mkfifo(pad)
    return pad


@pytest.fixture
def ongeduldig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits at all has waited long enough; without a bound it would wait for ever."""
    monkeypatch.setattr(bron, "ZONDER_SCHRIJVER", 0.1)
    monkeypatch.setattr(bron, "STIL", 0.3)


@pytest.mark.usefixtures("ongeduldig")
@pytest.mark.parametrize("opdracht", LEZERS)
@pytest.mark.parametrize("wat", ["pijp", "apparaat", "map"])
def test_what_is_no_file_is_refused_at_once_and_named(
    kernteam: Roep, kluis: Kluis, tmp_path: Path, pijp: Path, opdracht: str, wat: str
) -> None:
    pad = {"pijp": str(pijp), "apparaat": "/dev/zero", "map": str(tmp_path)}[wat]
    gezien = kernteam(*LEZERS[opdracht](pad, kluis), "--json")
    assert (gezien.status, gezien.uit) == (2, "")
    assert gezien.fout.startswith(f"Dit is een {wat}, geen bestand." if wat != "pijp" else ("Uit", "Dit"))
    assert gezien.fout.count(".") >= 2, "what is wrong, and what to do"


@pytest.mark.parametrize("optie", ["--organisatie-erbij", "--organisatiesleutel"])
def test_a_key_of_the_organisation_is_a_file(kernteam: Roep, pijp: Path, optie: str) -> None:
    gezien = kernteam("wachtwoord", optie, pijp, "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "organisatiesleutel_ongeldig")


def test_the_passphrase_may_come_out_of_a_pipe(kernteam: Roep, pijp: Path) -> None:
    schrijver = threading.Thread(target=pijp.write_text, args=(ZIN + "\n",))
    schrijver.start()
    gezien = kernteam("caseload", "--wachtwoord-bestand", pijp, "--json")
    schrijver.join()
    assert (gezien.status, gezien.fout) == (0, "")


def test_a_writer_that_was_done_before_we_looked_is_heard() -> None:
    """As with `<(echo ...)`: the shell hands over an open pipe, and who wrote is gone already."""
    lees, schrijf = os.pipe()
    os.write(schrijf, b"zin\n")
    os.close(schrijf)
    assert lees_wachtwoordzin(f"/dev/fd/{lees}") == "zin"
    os.close(lees)


@pytest.mark.usefixtures("ongeduldig")
def test_a_pipe_without_an_end_is_given_up() -> None:
    lees, schrijf = os.pipe()
    os.write(schrijf, b"een halve zi")
    with pytest.raises(bron.PijpZwijgt):
        lees_wachtwoordzin(f"/dev/fd/{lees}")
    os.close(schrijf)
    os.close(lees)


def test_more_than_was_asked_for_is_left_in_the_pipe(pijp: Path) -> None:
    hier = os.open(pijp, os.O_RDWR)
    os.write(hier, b"x" * 5_000)
    assert bron.lees_begin(pijp, 1_000) == b"x" * 1_000
    os.close(hier)


@pytest.mark.parametrize("mode", [0o666, 0o644, 0o640, 0o604, 0o620])
def test_a_passphrase_file_that_others_can_open_is_warned_of_and_used(
    kernteam: Roep, kluis: Kluis, mode: int
) -> None:
    kluis.wachtwoord.chmod(mode)
    gezien = kernteam("caseload", "--json")
    assert gezien.status == 0
    assert gezien.json["schema"] == "overzicht/1"
    assert gezien.fout.count("\n") == 1
    assert "chmod 600" in gezien.fout
    assert "--wachtwoord-bestand" in gezien.fout
    assert str(kluis.wachtwoord) not in gezien.fout


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_passphrase_file_of_ones_own_is_not(kernteam: Roep, kluis: Kluis, mode: int) -> None:
    kluis.wachtwoord.chmod(mode)
    assert kernteam("caseload").fout == ""


def stdin(monkeypatch: pytest.MonkeyPatch, inhoud: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(inhoud), encoding="utf-8"))


def test_words_to_look_for_may_come_from_stdin(kernteam: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the name of a child does not stay in the history of the shell."""
    stdin(monkeypatch, b"Sami\nKaya\n")
    [treffer, *_] = kernteam("zoek", "-", "--json").json["treffers"]
    assert treffer["casus"] == "2026-001"


def test_nothing_from_stdin_is_a_query_that_finds_nothing(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, b"\n")
    assert kernteam("zoek", "-", "--json").json == {"schema": "zoek/1", "treffers": []}


def test_on_a_terminal_the_words_are_asked_for_beside_the_answer(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, b"Sami\n")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    gezien = kernteam("zoek", "-", "--json")
    assert gezien.fout == "Waarnaar zoek je? "
    assert gezien.json["treffers"]


@pytest.mark.parametrize(
    "woorden",
    [("zoek", "-"), ("notitie", "2026-001", "--soort", "telefoon", "--tekst-bestand", "-")],
    ids=["zoek", "notitie"],
)
def test_stdin_is_read_for_one_thing(roep: Roep, kluis: Kluis, woorden: tuple[str, ...]) -> None:
    gezien = roep("--map", kluis.map, "--wachtwoord-bestand", "-", *woorden)
    assert gezien.status == 2
    assert "maar één keer" in gezien.fout


def test_the_help_of_zoek_says_how_a_name_stays_out_of_the_history(roep: Roep) -> None:
    assert "geschiedenis van je terminal" in " ".join(roep("zoek", "--help").uit.split())

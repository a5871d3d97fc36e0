"""The plain line mode as the real program: exit status, bytes on stdout, what is loaded, what stays."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.geduld import GEDULD

ZIN = "gordijn fiets komkommer lantaarn zeef"
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell or terminal")


def omgeving(home: Path, **meer: str) -> dict[str, str]:
    temp = home / "tmp"
    temp.mkdir(exist_ok=True)
    return {"HOME": str(home), "PATH": os.environ["PATH"], "TMPDIR": str(temp), **meer}


def kernteam(
    home: Path, *woorden: str | Path, invoer: bytes = b"", **meer: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kernteam_tui", *map(str, woorden)]
    return subprocess.run(
        command, input=invoer, capture_output=True, env=omgeving(home, **meer), cwd=home, timeout=GEDULD
    )


def test_a_new_store_is_made_opened_and_refused_a_second_time(tmp_path: Path) -> None:
    wachtwoord = tmp_path / "wachtwoord"
    wachtwoord.write_bytes(ZIN.encode() + b"\r\n")
    wachtwoord.chmod(0o600)
    opties = ("--map", tmp_path / "kluis", "--wachtwoord-bestand", wachtwoord, "--json")
    gemaakt = kernteam(tmp_path, "nieuw", *opties)
    assert (gemaakt.returncode, gemaakt.stderr) == (0, b"")
    antwoord = json.loads(gemaakt.stdout)
    assert list(antwoord) == ["schema", "map", "herstelcode"]
    assert antwoord["map"] == str(tmp_path / "kluis")
    assert {p.name for p in (tmp_path / "kluis").iterdir()} >= {"kluis.db", "kluis.keys", "kluis.keys.bak"}
    opnieuw = kernteam(tmp_path, "nieuw", *opties)
    assert (opnieuw.returncode, json.loads(opnieuw.stdout)["code"]) == (1, "kluis_bestaat_al")
    wachtwoord.write_text(antwoord["herstelcode"])
    assert kernteam(tmp_path, "vandaag", *opties).returncode == 0


def test_a_script_may_choose_a_weak_phrase_and_hears_that_it_is(tmp_path: Path) -> None:
    wachtwoord = tmp_path / "wachtwoord"
    wachtwoord.write_text("welkom01")
    opties = ("--map", tmp_path / "kluis", "--wachtwoord-bestand", wachtwoord, "--json")
    zwak = kernteam(tmp_path, *opties, "nieuw")
    assert (zwak.returncode, list(json.loads(zwak.stdout))) == (0, ["schema", "map", "herstelcode"])
    assert "Let op:" in zwak.stderr.decode()
    wachtwoord.write_text("   \n")
    leeg = kernteam(tmp_path, *opties, "nieuw", "--map", tmp_path / "ander")
    assert (leeg.returncode, json.loads(leeg.stdout)["code"]) == (1, "wachtwoordzin_zwak")
    assert not (tmp_path / "ander" / "kluis.db").exists()


@POSIX
def test_a_new_store_can_be_made_by_answering_questions(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    command = (sys.executable, "-m", "kernteam_tui", "--map", tmp_path / "kluis", "nieuw")
    with Terminal(command, tmp_path) as terminal:
        terminal.wait_for("Je naam:")
        terminal.press("Vera\r")
        terminal.wait_for("e-mailadres")
        terminal.press("geen adres\r")
        terminal.wait_for("geen e-mailadres")
        terminal.press("\r")
        for vraag, getypt in (
            (r"Wachtwoordzin:\s*$", "welkom01"),
            (r"(?s)(zwak|raden).*Wachtwoordzin:\s*$", ZIN),
            ("Nog een keer", ZIN + "x"),
            (r"niet gelijk.\s*Wachtwoordzin:\s*$", ZIN),
            (r"(?s)niet gelijk.*Nog een keer", ZIN),
        ):
            terminal.wait_for(vraag)
            terminal.press(getypt + "\r")
        terminal.wait_for("Je herstelcode: ")
        assert terminal.wait_for_exit() == 0
        assert ZIN not in terminal.text
    wachtwoord = tmp_path / "wachtwoord"
    wachtwoord.write_text(ZIN)
    opties = ("--map", tmp_path / "kluis", "--wachtwoord-bestand", wachtwoord)
    assert kernteam(tmp_path, "controle", *opties).returncode == 0


def test_without_terminal_and_without_file_nothing_hangs(tmp_path: Path) -> None:
    for woorden in (("nieuw",), ("--json", "nieuw")):
        gezien = kernteam(tmp_path, "--map", tmp_path / "kluis", *woorden)
        assert (gezien.returncode, gezien.stdout) == (2, b"")
        assert b"--wachtwoord-bestand" in gezien.stderr


def test_termijnen_loads_neither_the_store_nor_the_screen(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from kernteam_tui.cli.main import main\n"
        "status = main(['termijnen', '--aangemeld', '2026-11-23', '--vandaag', '2026-11-23', '--json'])\n"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'textual', 'pydantic', 'typst', 'cryptography'}\n"
        "bad = heavy & set(sys.modules)\n"
        "sys.exit(str(bad) if bad or status else 0)\n"
    )
    gezien = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=omgeving(tmp_path), timeout=GEDULD
    )
    assert gezien.returncode == 0, gezien.stderr
    assert json.loads(gezien.stdout)["startgesprek_uiterlijk"] == "2026-11-30"


@pytest.mark.parametrize("codering", ["utf-8", "cp1252", "ascii"])
def test_json_is_utf8_whatever_the_terminal_says(tmp_path: Path, codering: str) -> None:
    gezien = kernteam(tmp_path, "schema", "--json", PYTHONIOENCODING=codering, LANG="C", PYTHONUTF8="0")
    assert gezien.returncode == 0
    assert json.loads(gezien.stdout.decode("utf-8"))["schema"] == "schema/1"
    uitleg = kernteam(tmp_path, "--help", PYTHONIOENCODING=codering, LANG="C", PYTHONUTF8="0")
    assert "één JSON-object" in uitleg.stdout.decode("utf-8")


@POSIX
@pytest.mark.parametrize(
    ("pijp", "status"), [("| head -c 5 >&2", 0), ("> /dev/full", 1), (">&-", 0)], ids=["dicht", "vol", "weg"]
)
def test_nobody_to_read_the_answer_is_no_traceback(tmp_path: Path, pijp: str, status: int) -> None:
    if "full" in pijp and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = f"set -o pipefail; {sys.executable} -m kernteam_tui schema --json {pijp}"
    gezien = subprocess.run(
        ["bash", "-c", command], capture_output=True, env=omgeving(tmp_path), cwd=tmp_path, timeout=GEDULD
    )
    assert gezien.returncode == status
    for english in (b"Traceback", b"Exception", b"Error"):
        assert english not in gezien.stderr


@POSIX
@pytest.mark.parametrize(("woorden", "status"), [("--help >", 1), ("schema --json >", 1), ("onzin 2>", 2)])
def test_a_full_disk_under_words_keeps_the_status(tmp_path: Path, woorden: str, status: int) -> None:
    """What could not be written is not tried once more while the program ends (that would be status 120)."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = f"{sys.executable} -m kernteam_tui {woorden} /dev/full"
    gezien = subprocess.run(
        ["bash", "-c", command], capture_output=True, env=omgeving(tmp_path), cwd=tmp_path, timeout=GEDULD
    )
    assert gezien.returncode == status
    assert b"Exception" not in gezien.stderr
    assert (b"Kijk of de schijf vol is" in gezien.stderr) is (status == 1)


@pytest.mark.parametrize("woorden", [("demo",), ("demo", "--tekst")])
def test_the_demo_as_text_leaves_two_files_and_no_store(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    gezien = kernteam(tmp_path, *woorden, "--vandaag", "2026-11-23")
    assert (gezien.returncode, gezien.stderr) == (0, b"")
    tekst = gezien.stdout.decode("utf-8")
    assert "Vandaag is het maandag 23 november 2026." in tekst
    assert "Startgesprek gepland" in tekst
    ics, pdf = (Path(pad) for pad in re.findall(r"(/\S+\.(?:ics|pdf))$", tekst, re.MULTILINE))
    assert b"BEGIN:VCALENDAR" in ics.read_bytes()
    assert pdf.read_bytes().startswith(b"%PDF")
    assert ics.parent.stat().st_mode & 0o077 == 0 or os.name != "posix"
    assert {p for p in (tmp_path / "tmp").rglob("*") if p.is_file()} == {ics, pdf}


@POSIX
@pytest.mark.parametrize("teken", ["SIGTERM", "SIGHUP"])
def test_a_demo_that_is_ended_takes_its_folder_along(tmp_path: Path, teken: str) -> None:
    """A shutdown or a closed window, in the middle of it."""
    nummer = getattr(signal, teken)
    eerder = signal.signal(nummer, signal.SIG_DFL)  # under `nohup` the program would rightly not mind
    bezig = subprocess.Popen(
        [sys.executable, "-m", "kernteam_tui", "demo", "--vandaag", "2026-11-23", "--casussen", "2000"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=omgeving(tmp_path),
        cwd=tmp_path,
    )
    signal.signal(nummer, eerder)
    temp = tmp_path / "tmp"
    while not list(temp.glob("kernteam-voorbeeld-*/*")) and bezig.poll() is None:
        time.sleep(0.01)
    bezig.send_signal(nummer)
    uit, fout = bezig.communicate(timeout=GEDULD)
    assert (bezig.returncode, uit, fout) == (128 + nummer, b"", b"")
    assert list(temp.iterdir()) == []


def test_a_demo_store_is_made_and_opens(tmp_path: Path) -> None:
    doel = tmp_path / "voorbeeld"
    gemaakt = kernteam(tmp_path, "demo", "--maak", doel, "--json", "--vandaag", "2026-11-23")
    assert json.loads(gemaakt.stdout) == {
        "schema": "demo/1",
        "map": str(doel),
        "wachtwoordzin": "voorbeeld",
        "casussen": 25,
    }
    (tmp_path / "w").write_text("voorbeeld")
    opties = ("--map", doel, "--wachtwoord-bestand", tmp_path / "w", "--vandaag", "2026-11-23", "--json")
    casussen = json.loads(kernteam(tmp_path, "caseload", *opties).stdout)["casussen"]
    assert len(casussen) == 25
    assert kernteam(tmp_path, "demo", "--maak", doel).returncode == 1


@POSIX
def test_the_demo_on_a_screen_goes_without_asking_when_nothing_was_written(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    with Terminal(
        (sys.executable, "-m", "kernteam_tui", "demo", "--vandaag", "2026-11-23"), tmp_path
    ) as terminal:
        terminal.wait_for("VOORBEELD")
        assert list((tmp_path / "tmp").glob("kernteam-voorbeeld-*"))
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert not list((tmp_path / "tmp").glob("kernteam-voorbeeld-*"))

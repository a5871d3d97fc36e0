"""What happens before the first frame, and how the bare call is told from a command."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.__main__ import lees_kale_aanroep
from tests.geduld import GEDULD

ZWAAR = {
    "sqlalchemy",
    "pydantic",
    "cryptography",
    "alembic",
    "typst",
    "jinja2",
    "sqlcipher3",
    "sqlite3",
    "argparse",
    "zxcvbn",
    "holidays",
    "icalendar",
    "textual.widgets._text_area",
    "textual.widgets._data_table",
    "textual.widgets._markdown",
    "textual.widgets._footer",
    "tree_sitter",
    "kernteam_tui.screens.basis",
    "kernteam_tui.cli",
}

PROEF = """
import json, sys
from pathlib import Path
from kernteam_tui.screens import slot
from kernteam_tui import bootstrap

def na_eerste_beeld(scherm):
    {extra}
    uit = json.dumps(sorted(sys.modules))
    scherm.app.exit(0)
    Path({doel!r}).write_text(uit)

slot.SlotScreen.na_eerste_beeld = na_eerste_beeld
from kernteam_tui.app import KernteamApp
oud = KernteamApp.run
KernteamApp.run = lambda self: oud(self, headless=True)
bootstrap.op_een_scherm = lambda: True
sys.exit(bootstrap.start_app(Path({kluis!r})))
"""


def modules_bij_eerste_beeld(tmp_path: Path, extra: str = "pass") -> set[str]:
    """Start the real app on a folder with a (broken) store; gives what is loaded at the first frame."""
    kluis = tmp_path / "kluis"
    kluis.mkdir()
    for naam in ("kluis.db", "kluis.keys", "kluis.keys.bak"):
        (kluis / naam).write_bytes(b"kapot")
    doel = tmp_path / "modules.json"
    proef = PROEF.format(doel=str(doel), kluis=str(kluis), extra=extra)
    subprocess.run([sys.executable, "-c", proef], check=True, timeout=GEDULD, capture_output=True)
    return set(json.loads(doel.read_text()))


def test_nothing_heavy_is_loaded_at_the_first_frame(tmp_path: Path) -> None:
    assert not modules_bij_eerste_beeld(tmp_path) & ZWAAR


def test_the_check_would_see_it(tmp_path: Path) -> None:
    assert "sqlalchemy" in modules_bij_eerste_beeld(tmp_path, extra="import sqlalchemy")


def test_a_fault_ends_with_status_70_and_an_apology_without_a_name(tmp_path: Path) -> None:
    ontploffing = "naam = 'Sami Yilmaz'; raise ValueError(naam + ' hunter2')"
    proef = PROEF.format(doel=str(tmp_path / "x"), kluis=str(tmp_path), extra=ontploffing)
    omgeving = {**os.environ, "HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    klaar = subprocess.run([sys.executable, "-c", proef], timeout=GEDULD, capture_output=True, env=omgeving)
    assert klaar.returncode == 70
    uitvoer = (klaar.stdout + klaar.stderr).decode()
    assert "niet aan jou" in uitvoer
    alles = uitvoer + "".join(log.read_text() for log in tmp_path.rglob("*.log"))
    assert "ValueError" in alles
    for geheim in ("Sami", "Yilmaz", "hunter2", "Traceback"):
        assert geheim not in alles


@pytest.mark.skipif(sys.platform == "win32", reason="a pty is needed")
def test_closing_the_terminal_saves_and_frees_the_store(tmp_path: Path) -> None:
    import pty

    proef = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from tests.ui.hulpmiddel import maak_app, NepSessie, NepToegang, GEHEIM
from tests.ui.test_slot import Vandaag
from kernteam_tui.screens.register import SCHERMEN
SCHERMEN.clear()
SCHERMEN["vandaag"] = Vandaag

class Sessie(NepSessie):
    def close(self):
        Path({str(tmp_path / "dicht")!r}).write_text("dicht")

app = maak_app(Path({str(tmp_path)!r}), sessie=Sessie(), wachtwoordzin=GEHEIM)
sys.exit(app.run() or 0)
"""
    kind, einde = pty.fork()
    if kind == 0:
        os.execv(sys.executable, [sys.executable, "-c", proef])
    gelezen = b""
    while b"Niets te doen" not in gelezen:
        gelezen += os.read(einde, 65536)
    os.kill(kind, signal.SIGTERM)
    with contextlib.suppress(OSError):
        while os.read(einde, 65536):
            pass
    assert os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) == 0
    os.close(einde)
    assert (tmp_path / "dicht").read_text() == "dicht"


@pytest.mark.parametrize(
    ("argumenten", "uitkomst"),
    [
        ([], (None, None)),
        (["--map", "kluis"], (Path("kluis"), None)),
        (["--vandaag", "2026-11-23", "--map", "kluis"], (Path("kluis"), date(2026, 11, 23))),
        (["--vandaag", "gisteren"], None),
        (["--map"], None),
        (["--map", "a", "--map", "b"], None),
        (["demo"], None),
        (["caseload", "--json"], None),
        (["--help"], None),
    ],
)
def test_only_the_bare_call_skips_the_command_line(
    argumenten: list[str], uitkomst: tuple[Path | None, date | None] | None
) -> None:
    assert lees_kale_aanroep(argumenten) == uitkomst

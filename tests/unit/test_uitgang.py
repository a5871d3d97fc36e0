"""Nothing about a family gets into a file but through the deel-poort: who writes, and with what leave."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.deelcodes import LezerSoort, Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.printer import druk_af
from tests.geduld import GEDULD

SRC = Path(__file__).parents[2] / "src" / "kernteam_tui"
SCHRIJVERS = {
    "data/opening": "the store itself: encrypted, or lengths, marks and locks without content",
    "data/reservekopie": "backups: encrypted as a whole",
    "data/sleutels": "key files: wrapped keys",
    "exchange/bestand.py": "the one writer of readable files: asks for the leave of the deel-poort",
    "exchange/word": "a DOCX is put together in memory: tests/exchange/word sees that no file is opened",
    "schil/noodlog.py": "the log of a crash: kinds of errors and places in the program, no text",
    "schil/herstart.py": "a sentence of the program for its next start",
}
"""Who may open a file to write, and why that is no way out for client facts."""
_WRITES = {
    "write_bytes",
    "write_text",
    "mkstemp",
    "NamedTemporaryFile",
    "copyfile",
    "copy",
    "copy2",
    "copytree",
    "copyfileobj",
    "move",
    "make_archive",
    "TemporaryFile",
    "SpooledTemporaryFile",
    "ZipFile",
    "TarFile",
    "FileHandler",
    "save_screenshot",
    "deliver_screenshot",
    "deliver_text",
    "deliver_binary",
    "copy_to_clipboard",
}
_ALLEEN_VAN_SHUTIL = {"copy", "copy2", "copyfile", "copytree", "copyfileobj", "move"}
_LEEG_KLEMBORD = 'self.copy_to_clipboard("")'
"""Locking empties what the terminal may have kept."""
_FLAGS = {"O_WRONLY", "O_RDWR", "O_CREAT"}


def schrijvende_aanroepen(source: Path) -> Iterator[int]:
    """Lines on which this file opens something to write."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _writes(node):
            yield node.lineno


def _writes(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in _WRITES:
        receiver = call.func.value if isinstance(call.func, ast.Attribute) else None
        if ast.unparse(call) == _LEEG_KLEMBORD.replace('"', "'"):
            return False
        return name not in _ALLEEN_VAN_SHUTIL or receiver is None or getattr(receiver, "id", "") == "shutil"
    if name not in ("open", "fdopen"):
        return False
    if "os.devnull" in ast.unparse(call):
        return False
    told = [n for argument in call.args for n in ast.walk(argument)]
    flags = {n.attr for n in told if isinstance(n, ast.Attribute)}
    flags |= {n.id for n in told if isinstance(n, ast.Name)}
    modes = [
        argument.value
        for argument in (*call.args, *(k.value for k in call.keywords if k.arg == "mode"))
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return bool(flags & _FLAGS) or any(set(mode) & set("wax+") for mode in modes if len(mode) <= 3)


def toegestaan(source: Path) -> bool:
    place = source.relative_to(SRC).as_posix()
    return any(place == room or place.startswith(f"{room}/") for room in SCHRIJVERS)


def test_only_these_rooms_write_files() -> None:
    found = {source: list(schrijvende_aanroepen(source)) for source in sorted(SRC.rglob("*.py"))}
    writers = {source.relative_to(SRC).as_posix(): lines for source, lines in found.items() if lines}
    assert len(writers) >= 8, "the search sees who writes"
    assert {place: lines for place, lines in writers.items() if not toegestaan(SRC / place)} == {}


@pytest.mark.parametrize(
    "line",
    [
        "pad.write_text(naam)",
        "open('x', 'w')",
        "pad.open(mode='ab')",
        "os.open(pad, os.O_CREAT)",
        "tempfile.NamedTemporaryFile()",
        "shutil.copyfile(a, b)",
        "shutil.move(a, b)",
        "copyfile(a, b)",
        "os.open(pad, O_WRONLY)",
        "self.copy_to_clipboard(naam)",
        "self.app.save_screenshot()",
        "self.app.deliver_text(stroom)",
        "zipfile.ZipFile(pad, 'w')",
        "logging.FileHandler(pad)",
    ],
)
def test_a_way_round_is_seen(tmp_path: Path, line: str) -> None:
    """Control: each of these, in a screen say, would be found."""
    source = tmp_path / "scherm.py"
    source.write_text(f"{line}\n")
    assert list(schrijvende_aanroepen(source)) == [1]


ZONDER_CLIENTGEGEVENS = {
    "services/deelpoort.py": "an invitation with roles, day, time and place",
    "services/wissen.py": "the proof of an erasure: a mark and counts",
}
"""Who may write a file without weighing facts, and what is in it."""


def namen_in(source: Path) -> set[str]:
    """Every name that this file uses, also through a module (`bestand.schrijf_prive`)."""
    nodes = list(ast.walk(ast.parse(source.read_text(encoding="utf-8"))))
    names = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    names |= {node.id for node in nodes if isinstance(node, ast.Name)}
    return names | {one.name for node in nodes if isinstance(node, ast.ImportFrom) for one in node.names}


def test_a_leave_without_facts_is_given_in_these_places_only() -> None:
    """Else any service could call a file one without client facts."""
    users = {
        s.relative_to(SRC).as_posix() for s in SRC.rglob("*.py") if "zonder_clientgegevens" in namen_in(s)
    }
    assert users == ZONDER_CLIENTGEGEVENS.keys()


def test_the_writer_and_the_printer_are_used_by_services_only() -> None:
    """Under whatever name they are reached."""
    ways = {"schrijf_prive", "druk_af"}
    users = {s.relative_to(SRC).as_posix() for s in SRC.rglob("*.py") if ways & namen_in(s)}
    assert {place for place in users if not place.startswith("services/")} == set()
    assert len(users) >= 6


def test_a_writer_reached_through_its_module_is_seen(tmp_path: Path) -> None:
    """Control."""
    source = tmp_path / "scherm.py"
    source.write_text("from kernteam_tui.exchange import bestand\nbestand.schrijf_prive(pad, b'', None)\n")
    assert "schrijf_prive" in namen_in(source)


def test_only_services_call_the_writer_and_each_has_its_leave_from_the_deel_poort() -> None:
    callers = {
        source.relative_to(SRC).as_posix(): text
        for source in sorted(SRC.rglob("*.py"))
        for text in [source.read_text(encoding="utf-8")]
        if "import schrijf_prive" in text or "schrijf_prive," in text or "import druk_af" in text
    }
    assert callers
    for place, text in callers.items():
        assert place.startswith("services/"), place
        assert "doorlaat" in text, f"{place} writes without a leave"


@pytest.mark.parametrize("paper", [None, object(), True, "doorlaat"])
def test_the_writer_refuses_whatever_is_no_leave(tmp_path: Path, paper: Any) -> None:
    with pytest.raises((DoorlaatOngeldig, TypeError)):
        schrijf_prive(tmp_path / "a.txt", b"x", paper)
    with pytest.raises((DoorlaatOngeldig, TypeError)):
        druk_af(b"%PDF", paper)
    assert list(tmp_path.iterdir()) == []


def test_a_leave_cannot_be_made_elsewhere() -> None:
    with pytest.raises(DoorlaatOngeldig):
        Doorlaat(object(), Uitweg.BLADZIJDE, LezerSoort.OUDER)


_DAG = """
import os, sys
from pathlib import Path
geopend, doorgelaten = [], []
def hoor(gebeurtenis, args):
    if gebeurtenis == "open" and isinstance(args[0], (str, bytes)) and isinstance(args[2], int):
        if args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            geopend.append(os.fsdecode(args[0]))
sys.addaudithook(hoor)
from kernteam_tui.exchange import bestand
schrijf = bestand._schrijf_en_ruil
def schrijf_en_noteer(pad, data):
    doorgelaten.append(str(pad))
    schrijf(pad, data)
bestand._schrijf_en_ruil = schrijf_en_noteer
from kernteam_tui.cli.main import main
try:
    main(["demo", "--tekst", "--vandaag", "2026-11-23"])
except SystemExit as einde:
    assert not einde.code, einde.code
print("GEOPEND", *sorted(set(geopend)), sep="\\n")
print("DOORGELATEN", *doorgelaten, sep="\\n")
"""


def test_a_day_of_work_opens_no_other_file_to_write(tmp_path: Path) -> None:
    """Python tells of every file that is opened to write: the store's own, and what the deel-poort let out.

    `tempfile` tries its folder once, with a file of eight letters and the word `blat`.
    """
    answer = subprocess.run(
        [sys.executable, "-c", _DAG],
        cwd=tmp_path,
        env={
            "HOME": str(tmp_path),
            "TMPDIR": str(tmp_path),
            "PYTHONPATH": str(SRC.parent),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PATH": "/usr/bin:/bin",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=GEDULD,
    )
    assert answer.returncode == 0, answer.stderr
    told = answer.stdout.split("GEOPEND\n", 1)[1]
    opened, let_out = (part.splitlines() for part in told.split("DOORGELATEN\n", 1))
    own = ("kluis.", "/dev/", ".kernteam-")
    opened = [path for path in opened if not re.fullmatch(rf"{re.escape(str(tmp_path))}/\w{{8}}", path)]
    strange = [path for path in opened if not any(mark in path for mark in own) and "/reserve/" not in path]
    assert strange == []
    assert len(let_out) >= 2, "an invitation and a page went out, through the one writer"

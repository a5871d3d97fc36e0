"""No network, no shell, nothing that turns data into code: read from the source itself.

`tests/e2e/test_geen_netwerk.py` shows the same on the running program.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HUIS = Path(__file__).parents[2] / "src" / "kernteam_tui"
BRONNEN = sorted(HUIS.rglob("*.py"))
VERBODEN_MODULES = frozenset(
    [
        "socket",
        "socketserver",
        "ssl",
        "http",
        "urllib.request",
        "ftplib",
        "smtplib",
        "poplib",
        "imaplib",
        "telnetlib",
        "xmlrpc",
        "asyncore",
        "requests",
        "httpx",
        "aiohttp",
        "urllib3",
        "pickle",
        "marshal",
        "shelve",
        "dill",
        "yaml",
        "code",
        "codeop",
        "pty",
        "multiprocessing",
        "xml.etree",
        "xml.dom",
        "xml.sax",
        "webbrowser",
    ]
)
VERBODEN_AANROEPEN = frozenset(["eval", "exec", "compile", "__import__", "breakpoint", "input"])
VERBODEN_VAN_OS = frozenset(
    [
        "system",
        "popen",
        "spawnl",
        "spawnle",
        "spawnlp",
        "spawnv",
        "spawnve",
        "spawnvp",
        "startfile",
        "execl",
        "execle",
        "execlp",
        "execvp",
    ]
)
MAG_EEN_PROGRAMMA_STARTEN = {
    "data/omgeving/netwerkschijf.py",
    "data/omgeving/schijfversleuteling.py",
    "exchange/printer.py",
    "schil/herstart.py",
}
MAG_CTYPES = {"data/proces.py", "data/omgeving/netwerkschijf.py"}


def overtredingen(bron: str, naam: str) -> Iterator[str]:
    """What in this source is not allowed, in words."""
    for deel in ast.walk(ast.parse(bron)):
        if isinstance(deel, ast.Import):
            yield from (m.name for m in deel.names if _verboden(m.name, naam))
        elif isinstance(deel, ast.ImportFrom) and deel.module:
            namen = (deel.module, *(f"{deel.module}.{m.name}" for m in deel.names))
            yield from (n for n in namen if _verboden(n, naam))
        elif isinstance(deel, ast.Call):
            yield from _aanroep(deel)


def _verboden(module: str, naam: str) -> bool:
    if module.partition(".")[0] == "subprocess":
        return naam not in MAG_EEN_PROGRAMMA_STARTEN
    if module.partition(".")[0] == "ctypes":
        return naam not in MAG_CTYPES
    return any(module == slecht or module.startswith(f"{slecht}.") for slecht in VERBODEN_MODULES)


def _aanroep(aanroep: ast.Call) -> Iterator[str]:
    wie = aanroep.func
    if isinstance(wie, ast.Name) and wie.id in VERBODEN_AANROEPEN:
        yield f"{wie.id}()"
    if isinstance(wie, ast.Attribute) and isinstance(wie.value, ast.Name):
        if wie.value.id == "os" and wie.attr in VERBODEN_VAN_OS:
            yield f"os.{wie.attr}"
        if wie.value.id == "subprocess" and aanroep.args and isinstance(aanroep.args[0], ast.JoinedStr):
            yield "een opdracht als tekst"
    for woord in aanroep.keywords:
        if woord.arg == "shell":
            yield "shell="


@pytest.mark.parametrize("pad", BRONNEN, ids=lambda pad: str(pad.relative_to(HUIS)))
def test_a_source_holds_nothing_that_runs_data_or_reaches_out(pad: Path) -> None:
    naam = pad.relative_to(HUIS).as_posix()
    assert list(overtredingen(pad.read_text(encoding="utf-8"), naam)) == []


@pytest.mark.parametrize(
    "bron",
    [
        "import socket",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import pickle",
        "eval('1')",
        "exec(tekst)",
        "import os\nos.system('ls')",
        "import subprocess",
        "import http.client as h",
        "f(shell=True)",
    ],
)
def test_what_is_not_allowed_is_seen(bron: str) -> None:
    """Control."""
    assert list(overtredingen(bron, "services/x.py"))


def test_the_few_places_that_start_a_program_exist() -> None:
    assert all((HUIS / naam).is_file() for naam in MAG_EEN_PROGRAMMA_STARTEN | MAG_CTYPES)

"""A hostile calendar cannot hang the program or fill the memory: both are measured from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.agenda.vijandig import VIJANDIG
from tests.geduld import GEDULD

HUIS = Path(__file__).parents[3]
GEHEUGEN = 700_000_000
"""Bytes of address space for one reading, the making of the file in the same process included."""
SECONDEN = 6.0
"""Of processor time; on a quiet computer none takes 3."""
MET_GRENS = """
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_AS, ({geheugen}, {geheugen}))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
runpy.run_module("tests.exchange.agenda.vijandig", run_name="__main__", alter_sys=False)
"""
WEIGERINGEN = {
    "diep": "agenda_niet_heel",
    "regel_van_50_mb": "agenda_te_groot",
    "honderdduizend_afspraken": "agenda_te_groot",
    "zeer_lang_en_vaak": "agenda_te_groot",
}
pytestmark = [
    pytest.mark.lang,
    pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are set the POSIX way"),
]


def _lees(*namen: str, geheugen: int = GEHEUGEN) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MET_GRENS.format(geheugen=geheugen), *namen],
        cwd=HUIS,
        env={"PYTHONPATH": f"{HUIS / 'src'}:{HUIS}", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=False,
    )


@pytest.mark.parametrize("naam", VIJANDIG)
def test_it_ends_in_time_and_keeps_what_is_good(naam: str) -> None:
    gezien = _lees(naam)
    assert gezien.returncode == 0, gezien.stderr[-500:]
    uitkomst: dict[str, Any] = json.loads(gezien.stdout)
    assert uitkomst["tijd"] < SECONDEN
    if naam in WEIGERINGEN:
        assert uitkomst["fout"] == WEIGERINGEN[naam]
    else:
        assert uitkomst["goed"], uitkomst


@pytest.mark.parametrize("naam", ["elk_uur", "elke_seconde", "elke_seconde_vermomd"])
def test_a_rule_by_the_hour_is_refused_within_two_seconds(naam: str) -> None:
    uitkomst: dict[str, Any] = json.loads(_lees(naam).stdout)
    assert uitkomst["tijd"] < 2
    assert uitkomst["problemen"] == ["herhaalt elk uur of vaker; niet meegeteld"]


def test_a_reading_without_room_is_seen() -> None:
    """Control: the bound on memory is one that can be hit."""
    assert _lees("bijlage", geheugen=60_000_000).returncode != 0

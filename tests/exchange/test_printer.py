"""Printing: the page goes to the printing system and no file is left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.printer import AfdrukkenMislukt, GeenPrinter, druk_af, kan_afdrukken

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a stand-in for lp is a shell script")

PAPIER = Doorlaat.zonder_clientgegevens("een proefbladzijde")


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for CUPS: keeps what it is given and how it was called."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "lp"
    script.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/hoe\ncat > {tmp_path}/wat\n')
    script.chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return script


def test_the_page_goes_to_the_printer_and_nowhere_else(lp: Path, tmp_path: Path) -> None:
    before = {pad.name for pad in tmp_path.iterdir()}
    druk_af(b"%PDF-1.7 bladzijde", PAPIER)
    assert (tmp_path / "wat").read_bytes() == b"%PDF-1.7 bladzijde"
    assert {pad.name for pad in tmp_path.iterdir()} == before | {"hoe", "wat"}
    assert lp.exists()


@pytest.mark.usefixtures("lp")
def test_the_print_queue_shows_no_name(tmp_path: Path) -> None:
    druk_af(b"%PDF-1.7 bladzijde", PAPIER)
    assert (tmp_path / "hoe").read_text().split() == ["-s", "-t", "kernteam", "-"]


def test_a_printer_that_refuses_is_told_in_a_sentence(lp: Path) -> None:
    lp.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(AfdrukkenMislukt):
        druk_af(b"%PDF", PAPIER)


def test_where_nothing_can_print_the_next_step_is_to_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not kan_afdrukken()
    with pytest.raises(GeenPrinter) as refused:
        druk_af(b"%PDF", PAPIER)
    assert "Sla het op als bestand" in refused.value.stap

"""The log of failures says where, never what: it is made to be given to somebody else."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kernteam_tui.schil import noodlog

NAAM = "Sami Kaya"


def mislukt(naam: str) -> None:
    gezin = {"naam": naam, "notitie": f"{naam} kwam niet"}
    try:
        raise KeyError(gezin["naam"])
    except KeyError as fout:
        raise ValueError(f"kan {gezin} niet bewaren") from fout


def gevangen() -> BaseException:
    with pytest.raises(ValueError, match=NAAM) as fout:
        mislukt(NAAM)
    return fout.value


def test_a_name_in_a_failure_and_in_its_cause_is_not_written_down(tmp_path: Path) -> None:
    pad = tmp_path / "log" / "fouten.log"
    assert noodlog.noteer(gevangen(), pad) == str(pad)
    tekst = pad.read_text()
    assert "ValueError" in tekst
    assert "KeyError" in tekst
    assert "test_noodlog.py" in tekst
    assert not any(stuk in tekst for stuk in (*NAAM.split(), "kwam", "bewaren", str(tmp_path)))


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_log_is_for_its_owner_only_whatever_the_umask(tmp_path: Path) -> None:
    eerder = os.umask(0)
    try:
        pad = tmp_path / "log" / "fouten.log"
        noodlog.noteer(gevangen(), pad)
    finally:
        os.umask(eerder)
    assert stat.S_IMODE(pad.stat().st_mode) == 0o600
    assert stat.S_IMODE(pad.parent.stat().st_mode) == 0o700


def test_a_log_that_grows_is_cut(tmp_path: Path) -> None:
    pad = tmp_path / "fouten.log"
    pad.write_bytes(b"x" * (noodlog.MAX_BYTES + 1))
    noodlog.noteer(gevangen(), pad)
    assert pad.stat().st_size < 5_000

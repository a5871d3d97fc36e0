"""Files with personal data: private, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.bestand import (
    GeenGewoonBestand,
    MapNietSchrijfbaar,
    SchijfVol,
    schrijf_prive,
)

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes of files exist on POSIX only")

PAPIER = Doorlaat.zonder_clientgegevens("een proefbestand")


def rechten(pad: Path) -> int:
    return stat.S_IMODE(pad.stat().st_mode)


@POSIX
def test_file_and_new_folders_are_for_the_user_alone(tmp_path: Path) -> None:
    pad = tmp_path / "een" / "twee" / "plan.pdf"
    schrijf_prive(pad, b"inhoud", PAPIER)
    assert pad.read_bytes() == b"inhoud"
    assert (rechten(pad), rechten(pad.parent), rechten(pad.parent.parent)) == (0o600, 0o700, 0o700)


@POSIX
def test_replacing_makes_an_open_file_private_and_leaves_nothing_else(tmp_path: Path) -> None:
    pad = tmp_path / "plan.pdf"
    pad.write_bytes(b"oud")
    pad.chmod(0o644)
    schrijf_prive(pad, b"nieuw", PAPIER)
    assert (pad.read_bytes(), rechten(pad), list(tmp_path.iterdir())) == (b"nieuw", 0o600, [pad])


def test_on_a_full_disk_no_half_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "geheime-naam.pdf")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(SchijfVol) as fout:
        schrijf_prive(tmp_path / "geheime-naam.pdf", b"inhoud", PAPIER)
    assert fout.value.code == "schijf_vol"
    assert "geheime" not in f"{fout.value}{fout.value.zin}"
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "plan.pdf"
    pad.write_bytes(b"oud")

    def vol(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(SchijfVol):
        schrijf_prive(pad, b"nieuw", PAPIER)
    assert pad.read_bytes() == b"oud"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "geen-map").write_text("ik ben een bestand")
    with pytest.raises(MapNietSchrijfbaar) as fout:
        schrijf_prive(tmp_path / "geen-map" / "plan.pdf", b"x", PAPIER)
    assert (fout.value.code, fout.value.exit_status) == ("map_niet_schrijfbaar", 1)


def test_a_folder_or_device_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(GeenGewoonBestand):
        schrijf_prive(tmp_path, b"x", PAPIER)
    if os.name == "posix":
        with pytest.raises(GeenGewoonBestand):
            schrijf_prive(Path("/dev/null"), b"x", PAPIER)

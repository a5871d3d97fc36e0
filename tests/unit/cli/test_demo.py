"""The demo on a screen: its folder goes, unless something was written and she wants to keep it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from kernteam_tui.bootstrap import DemoEinde
from kernteam_tui.cli import demo
from tests.unit.cli.conftest import Roep


@pytest.mark.parametrize(
    ("geschreven", "antwoord", "blijft"),
    [(False, None, False), (True, "", False), (True, "n", False), (True, "j", True), (True, "Ja", True)],
)
def test_the_store_goes_unless_she_wrote_in_it_and_keeps_it(
    roep: Roep,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    geschreven: bool,
    antwoord: str | None,
    blijft: bool,
) -> None:
    gevraagd: list[str] = []

    def vraag(tekst: str) -> str:
        gevraagd.append(tekst)
        return antwoord or ""

    def open_demo(folder: Path, *_: object) -> DemoEinde:
        assert (folder / "kluis.db").exists()
        return DemoEinde(0, geschreven)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(demo, "op_een_scherm", lambda: True)
    monkeypatch.setattr(demo, "open_demo", open_demo)
    monkeypatch.setattr(demo, "vraag", vraag)
    gezien = roep("demo", "--vandaag", "2026-11-23", "--casussen", "2")
    assert (gezien.status, gezien.uit) == (0, "")
    assert bool(gevraagd) is geschreven
    left = list(tmp_path.glob("kernteam-voorbeeld-*"))
    assert bool(left) is blijft
    assert (bool(left) and str(left[0]) in gezien.fout) is blijft


def test_the_store_goes_also_when_the_app_breaks(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def open_demo(*_: object) -> DemoEinde:
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(demo, "op_een_scherm", lambda: True)
    monkeypatch.setattr(demo, "open_demo", open_demo)
    assert roep("demo", "--casussen", "2").status == 130
    assert not list(tmp_path.glob("kernteam-voorbeeld-*"))


def test_a_demo_is_not_made_over_a_store(roep: Roep, tmp_path: Path) -> None:
    for status in (0, 1):
        assert roep("demo", "--maak", tmp_path / "v", "--casussen", "2", "--json").status == status

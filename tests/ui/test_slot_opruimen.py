"""On the lock screen: files that anybody can read are offered for clearing up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.hulpmiddel import maak_app, op_slot, tekst_van, wacht


@pytest.fixture
def buiten(tmp_path: Path) -> list[Path]:
    paden = [tmp_path / "uit" / naam for naam in ("plan.pdf", "uitnodiging.ics")]
    paden[0].parent.mkdir()
    for pad in paden:
        pad.write_text("x")
    return paden


async def test_what_lies_outside_is_told(tmp_path: Path, buiten: list[Path]) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app):
        assert f"liggen {len(buiten)} bestanden, niet versleuteld" in tekst_van(app)


async def test_pressing_f8_by_accident_takes_nothing_away(tmp_path: Path, buiten: list[Path]) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        await pilot.press("f8")
        await wacht(pilot)
        assert "Druk nog eens op F8" in tekst_van(app)
        assert all(pad.exists() for pad in buiten)


async def test_pressing_it_twice_clears_up(tmp_path: Path, buiten: list[Path]) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        await pilot.press("f8", "f8")
        await wacht(pilot)
        assert "De map ‘uit’ is leeg" in tekst_van(app)
        assert "niet versleuteld." not in tekst_van(app)
        assert not any(pad.exists() for pad in buiten)


async def test_where_nothing_lies_outside_nothing_is_said(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        await pilot.press("f8", "f8")
        await wacht(pilot)
        assert "map ‘uit’" not in tekst_van(app)

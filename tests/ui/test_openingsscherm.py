"""What the lock screen says when it does not open: a wrong phrase, lost keys, a store that is not right."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from kernteam_tui.data import fouten
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.wachttijd import nog_te_wachten
from kernteam_tui.screens.slot import SlotScreen
from tests.ui.hulpmiddel import (
    GEHEIM,
    NepToegang,
    VasteKlok,
    maak_app,
    ontgrendel,
    op_slot,
    tekst_van,
    wacht,
    wacht_op,
)
from tests.ui.test_slot import schermen

__all__ = ["schermen"]


async def test_a_wrong_passphrase_says_so_and_the_wait_doubles(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        invoer = app.screen.query_one("#slot-geheim", Input)
        for wachten in (0, 1):
            invoer.value = "fout"
            invoer.post_message(Input.Submitted(invoer, "fout"))
            await wacht(pilot)
            assert "Deze wachtwoordzin klopt niet." in tekst_van(app)
            assert invoer.disabled == bool(wachten)
        assert "Nog 1 s" in tekst_van(app)
        await wacht_op(pilot, lambda: not invoer.disabled)
        assert invoer.value == ""
        await ontgrendel(pilot)
        assert app.mislukte_pogingen == 0


async def test_a_damaged_store_is_said_on_the_lock_screen(tmp_path: Path) -> None:
    class Kapot(NepToegang):
        def kluis_staat(self, kluis_map: Path) -> str:
            raise KernteamError(
                f"Het sleutelbestand [/]{kluis_map.name}x is beschadigd.", "Zet een kopie terug."
            )

    app = maak_app(tmp_path, toegang=Kapot())
    async with op_slot(app):
        assert "Zet een kopie terug." in tekst_van(app)


async def test_beginning_anew_does_not_shorten_the_wait(tmp_path: Path) -> None:
    nu = VasteKlok().nu()
    app = maak_app(tmp_path, toegang=NepToegang(pogingen=(9, nu - timedelta(seconds=1))))
    async with op_slot(app) as pilot:
        await wacht_op(pilot, lambda: re.search(r"Nog [67] s", tekst_van(app)))
        assert app.screen.query_one("#slot-geheim", Input).disabled


@pytest.mark.parametrize(
    ("pogingen", "laatste", "seconden"),
    [
        (0, None, 0),
        (1, 0, 0),
        (2, 0, 1),
        (5, 0, 8),
        (900, 0, 8),
        (900, 3, 5),
        (900, 3600, 0),
        (900, -86_400, 8),
    ],
)
def test_the_wait_is_never_longer_than_eight_seconds(
    pogingen: int, laatste: int | None, seconden: int
) -> None:
    """`laatste`: seconds ago; below zero the clock was set back since."""
    nu = datetime(2026, 11, 23, 9, tzinfo=UTC)
    moment = None if laatste is None else nu - timedelta(seconds=laatste)
    assert nog_te_wachten(pogingen, moment, nu) == seconden


@pytest.mark.parametrize("gezien", ["bij het kijken", "bij het openen"])
async def test_lost_keys_come_back_from_a_backup_by_typing_the_passphrase(
    tmp_path: Path, gezien: str
) -> None:
    toegang = NepToegang(sleutelkopie=datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    if gezien == "bij het kijken":
        toegang.kapot = fouten.KeyFileMissing()
    else:
        toegang.fout = fouten.KeyFileDamaged()
    app = maak_app(tmp_path, toegang=toegang)
    async with op_slot(app) as pilot:
        if gezien == "bij het openen":
            app.screen.query_one("#slot-geheim", Input).value = GEHEIM
            await pilot.press("enter")
        await wacht_op(pilot, lambda: "vr 20 nov 09:30" in tekst_van(app))
        assert "Enter sleutels terughalen en openen" in tekst_van(app)
        await wacht(pilot)
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: "teruggehaald" in tekst_van(app))


async def test_without_a_backup_the_lost_keys_are_explained(tmp_path: Path) -> None:
    app = maak_app(tmp_path, toegang=NepToegang(kapot=fouten.KeyFileMissing()))
    async with op_slot(app):
        assert "Enter openen" in tekst_van(app)
        assert "kluis.keys" in tekst_van(app)


async def test_each_named_error_of_the_store_is_told_with_its_next_step(tmp_path: Path) -> None:
    soorten = [
        soort
        for soort in vars(fouten).values()
        if isinstance(soort, type) and issubclass(soort, fouten.StoreError) and soort is not fouten.StoreError
    ]
    assert len(soorten) > 15
    app = maak_app(tmp_path)
    async with op_slot(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, SlotScreen)
        for soort in soorten:
            fout = soort()
            scherm._zeg_fout(fout)
            await pilot.pause()
            gelezen = " ".join(tekst_van(app).split())
            assert fout.stap, soort
            assert " ".join(fout.tekst.split()) in gelezen, soort
            assert " ".join(fout.stap.split()) in gelezen, soort
            assert "opnieuw beginnen" not in fout.stap.casefold()
            assert "begin opnieuw" not in fout.stap.casefold()
            assert "ctrl+q stoppen" in gelezen, soort

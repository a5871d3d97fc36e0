"""One of two parents is at the table and the section is changed elsewhere: no word of the other is shown."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.dialogen import Botsingdialoog
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.gezinsplan.test_over_de_schouder import apart
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

__all__ = ["apart"]

ZIJ, HIJ, NU = "Zij lacht weer.", "Ik mis haar.", "Ik mis haar heel erg."


def _schrijf_elders(sessie: Sessie, casus: str) -> None:
    said = (Citaat("Wqindoleq", "nl", ZIJ), Citaat("Jqakobyz", "nl", NU))
    save_onderdeel(sessie, casus, get_plan(sessie, casus).revision, GOED, said, "Rustig bij mij.")


async def test_a_clash_with_one_parent_at_the_table_shows_what_that_one_reads(
    app: KernteamApp, apart: str
) -> None:
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED, wie="ouder-0") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        _schrijf_elders(app.sessie, apart)
        vlak(app).insert("En zij zingt. ")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        assert "En zij zingt." in tekst_van(app), "the control: what she wrote is there"
        assert not _van_hem(app)
        await pilot.click("#beide")
        await wacht(pilot)
        assert not _van_hem(app)
        await tot_bewaard(pilot, app)
        assert not _van_hem(app)
    kept = bewaard(app, apart)
    assert NU in [citaat.tekst for citaat in kept.woorden], "and nothing of his is lost"
    assert "Rustig bij mij." in kept.toelichting


async def test_the_worker_reads_both_at_a_clash(app: KernteamApp, apart: str) -> None:
    """The control of the test above."""
    async with open_app(app, "gezinsplan", casus_id=apart, onderdeel=GOED) as pilot:
        _schrijf_elders(app.sessie, apart)
        vlak(app).insert("En zij zingt. ")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        assert len(_van_hem(app)) > 1


def _van_hem(app: KernteamApp) -> list[str]:
    shown = tekst_van(app)
    return [
        said for said in (HIJ, "mis haar", "Rustig thuis.", "Rustig bij mij.", "Jqakobyz") if said in shown
    ]


@pytest.mark.parametrize("wie", ["ouder-7", "jongere-3", "iemand"])
async def test_who_is_not_in_the_family_any_more_is_asked_for_again(
    app: KernteamApp, apart: str, wie: str
) -> None:
    """As it was kept at locking, or with fewer parents than before: nothing is shown to nobody."""
    async with open_app(app, "samen_kijken", casus_id=apart, onderdeel=GOED, wie=wie):
        assert "Wie zit er aan tafel?" in tekst_van(app)
        assert not any(said in tekst_van(app) for said in (HIJ, ZIJ, "Rustig thuis."))

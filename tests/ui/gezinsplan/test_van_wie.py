"""Whose words these are is saved at every key: who comes there by Tab wipes nobody, and ctrl+z is there."""

from __future__ import annotations

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.gezinsplan import save_onderdeel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import open_app, wacht_op


async def test_a_name_is_not_lost_by_tab_and_a_letter(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Mehmet", "nl", "Wij lachen samen."),), "")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        van = app.screen.query_one("#citaat-0-van", Invoer)
        vlak(app).focus()
        await pilot.press("tab")
        await wacht_op(pilot, lambda: app.focused is van)
        await pilot.press("a", "b")
        assert van.value == "Mehmetab"
        await pilot.press("shift+home", "c")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden[0].van == "c"
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: van.value == "Mehmet")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden == (Citaat("Mehmet", "nl", "Wij lachen samen."),)

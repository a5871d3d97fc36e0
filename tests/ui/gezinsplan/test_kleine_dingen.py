"""What a worker meets in the plan at 80x24: where the cursor lands, what the footer says, what fits."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.inspringen import ONBEKEND, met_inspring
from kernteam_tui.screens.gezinsplan.onderdeel import OnderdeelVak
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel, stel_plan_vast
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder, zus_erbij
from tests.ui.gezinsplan.handgrepen import GOED
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

HULP, TIEN = "hulp_die_erbij_komt", "wie_doet_wat"


def _focus(app: KernteamApp) -> str:
    return (app.focused.id or "") if app.focused is not None else ""


def _voet(app: KernteamApp) -> str:
    return str(tekst_van(app).rstrip().split("\n")[-1])


@pytest.fixture
def jongere_van_zestien(sessie: Sessie, casus_id: str) -> str:
    assert casus_id
    casus = meld_aan(sessie, "Aniek", "Bos", "2009-01-01", ouder("Els Bos"))
    kies_variant(sessie, casus, PlanVariant.JONGERE)
    return casus


# --- where the cursor lands -------------------------------------------------------------


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_ctrl_down_lands_in_the_first_field_with_the_title_in_view(
    app: KernteamApp, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_app(app, "gezinsplan", size=maat, casus_id=casus_id, onderdeel=TIEN) as pilot:
        await pilot.press("enter")
        await wacht_op(pilot, lambda: _focus(app) == "planlijst-regels")
        await pilot.press("ctrl+down")
        await wacht(pilot)
        await wacht_op(pilot, lambda: _focus(app) == "veld-0-tekst")
        await wacht(pilot)
        vak = app.screen.query_one(OnderdeelVak)
        assert vak.scroll_y == 0
        assert "11  Hulp die erbij komt" in tekst_van(app)
        await pilot.press("ctrl+up")
        await wacht_op(pilot, lambda: _focus(app) == "planlijst-regels")


async def test_without_fields_or_list_the_cursor_lands_in_their_words(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("enter")
        await wacht_op(pilot, lambda: _focus(app) == "citaat-0-tekst")


# --- what the footer says ---------------------------------------------------------------


async def test_the_footer_of_the_list_says_how_to_begin_writing(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert _voet(app).strip().startswith("Enter schrijven")
        assert "Esc terug" in _voet(app)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: _focus(app) == "citaat-0-tekst")
        await wacht_op(pilot, lambda: "Enter schrijven" not in _voet(app))
        await pilot.press("ctrl+home", "enter")
        await wacht(pilot)
        assert _focus(app) == "citaat-0-tekst", "there Enter is a new line"


# --- what fits --------------------------------------------------------------------------


@pytest.mark.parametrize("variant", list(PlanVariant))
async def test_the_numbers_of_casus_and_version_fit_on_the_line_of_a_shared_plan(
    app: KernteamApp, jongere_van_zestien: str, sessie: Sessie, variant: PlanVariant
) -> None:
    zus_erbij(sessie, jongere_van_zestien, date(2010, 6, 5))
    if get_plan(sessie, jongere_van_zestien).variant is not variant:
        kies_variant(sessie, jongere_van_zestien, variant)
    revision = get_plan(sessie, jongere_van_zestien).revision
    save_onderdeel(sessie, jongere_van_zestien, revision, GOED, (Citaat("", "nl", "Ik zing"),), "")
    async with open_app(app, "gezinsplan", casus_id=jongere_van_zestien, onderdeel=GOED) as pilot:
        scherm: Any = app.screen
        scherm._toon_staat("bewaard 14:02:11")
        await wacht(pilot)
        regel = tekst_van(app).split("\n")[1]
        for woorden in ("versie 1 in bewerking", "ook van 2026-099", "bewaard 14:02:11"):
            assert woorden in regel
        assert "…" not in regel
        stel_plan_vast(sessie, jongere_van_zestien)
        scherm._toon_staat("")
        scherm.laad()
        await wacht_op(pilot, lambda: "vastgesteld" in tekst_van(app))
        regel = tekst_van(app).split("\n")[1]
        for woorden in ("versie 1 vastgesteld op 23 nov", "ook van 2026-099"):
            assert woorden in regel


def test_wide_letters_under_a_number_stay_within_the_list() -> None:
    for tekst in (
        "学校 每天 早上 迟到 半个 小时 再来 一次",
        "مرحبًا بكم في المدرسة كل يوم",
        "a" * 60,
        "学" * 40,
        "👋 dag " * 9,
    ):
        regels = met_inspring(tekst, 24, 3).split("\n")
        assert len(regels) > 1
        assert all(celbreedte(regel) <= 24 for regel in regels[1:]), tekst
        assert celbreedte(regels[0]) <= 24 - 3, "the first has the number before it"
        kaal = "".join(tekst.split())
        assert "".join("".join(regels).split()) == kaal, "no letter goes"
    assert met_inspring("学校  每天", ONBEKEND, 3) == "学校 每天"


def test_marks_over_a_letter_take_no_cell() -> None:
    woord = "e\u0301" * 5
    assert met_inspring(f"{woord} {woord} {woord}", 24, 3) == f"{woord} {woord} {woord}"
    assert len(woord) == 10


# --- in whose words ---------------------------------------------------------------------


async def test_in_the_plan_of_a_jongere_the_words_are_mine(
    app: KernteamApp, jongere_van_zestien: str
) -> None:
    async with open_app(
        app, "gezinsplan", size=(120, 40), casus_id=jongere_van_zestien, onderdeel="waarom_dit_plan"
    ) as pilot:
        assert "Mijn woorden" in tekst_van(app)
        assert "In hun woorden" not in tekst_van(app)
        for _ in range(14):
            rechts = [regel[38:] for regel in tekst_van(app).split("\n")[1:-1]]
            assert "het gezin" not in "\n".join(rechts)
            await pilot.press("down")
            await wacht(pilot)
        await pilot.press("w", "enter")
        await wacht_op(pilot, lambda: "In hun woorden" in tekst_van(app))


@pytest.mark.parametrize("onderdeel", [GOED, "veiligheid"])
async def test_the_head_over_my_words_keeps_off_its_keys(
    app: KernteamApp, jongere_van_zestien: str, onderdeel: str
) -> None:
    async with open_app(
        app, "gezinsplan", size=(80, 24), casus_id=jongere_van_zestien, onderdeel=onderdeel
    ) as pilot:
        await pilot.press("enter")
        await wacht_op(pilot, lambda: not _focus(app).startswith("onderdelen"))
        app.screen.query_one("#citaat-0-tekst").focus()
        await wacht_op(pilot, lambda: "ctrl+t taal" in tekst_van(app))
        kop = next(regel for regel in tekst_van(app).split("\n") if "ctrl+t taal" in regel)
        assert "Mijn woorden  " in kop
        assert kop.rstrip().endswith(("ctrl+n erbij", "ctrl+b blad"))

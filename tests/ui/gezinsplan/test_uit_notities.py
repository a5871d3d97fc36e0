"""Text from notes comes into the plan: chosen in a list, as one change; and a note says where it belongs."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan import uitnotities
from kernteam_tui.screens.gezinsplan.notitiedialoog import Notitiedialoog
from kernteam_tui.screens.notitie.onderdelen import Onderdelendialoog
from kernteam_tui.services.gezinsplan import save_onderdeel
from kernteam_tui.services.notitiebron import koppel_notitie, list_onderdelen, neem_over
from kernteam_tui.services.notities import get_notitie, schrijf_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, vlak
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

BEZOEK = "Feit: drie dagen op school\nCitaat van Lina: „Ik ga weer [/]x”\nOma belt haar wakker."


@pytest.fixture
def notitie_id(sessie: Sessie, casus_id: str) -> str:
    return schrijf_notitie(sessie, casus_id, NotitieSoort.HUISBEZOEK, BEZOEK)


async def test_what_is_ticked_comes_in_and_is_taken_back_as_one(
    app: KernteamApp, casus_id: str, sessie: Sessie, notitie_id: str
) -> None:
    assert notitie_id
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Er is rust.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app, "toelichting").focus()
        await pilot.press("ctrl+u")
        await wacht(pilot)
        assert isinstance(app.screen, Notitiedialoog)
        assert "Uit notities: Wat gaat goed" in tekst_van(app)
        assert "(wordt een citaat van Lina)" in tekst_van(app)
        await pilot.press("space", "down", "space", "enter")
        await wacht_op(pilot, lambda: bewaard(app, casus_id).woorden)
        await wacht(pilot)
        goed = bewaard(app, casus_id)
        assert goed.woorden == (Citaat("Lina", "nl", "Ik ga weer [/]x"),)
        assert goed.toelichting == "Er is rust.\nFeit: drie dagen op school"
        assert vlak(app).text == "Ik ga weer [/]x"
        assert vlak(app, "toelichting").text == goed.toelichting
        assert "Met ctrl+z maak je dat ongedaan" in tekst_van(app)
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: vlak(app, "toelichting").text == "Er is rust.")
        await wacht(pilot)
        assert (bewaard(app, casus_id).woorden, vlak(app).text) == ((), "")


async def test_enter_alone_takes_the_paragraph_that_is_marked(
    app: KernteamApp, casus_id: str, notitie_id: str
) -> None:
    assert notitie_id
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+u")
        await wacht(pilot)
        await pilot.press("end", "enter")
        await wacht_op(pilot, lambda: bewaard(app, casus_id).toelichting == "Oma belt haar wakker.")
        await wacht(pilot)
        await pilot.press("ctrl+u")
        await wacht(pilot)
        assert "(staat er al)" in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert bewaard(app, casus_id).toelichting == "Oma belt haar wakker."


async def test_a_heading_of_a_note_cannot_be_ticked(
    app: KernteamApp, casus_id: str, sessie: Sessie, notitie_id: str
) -> None:
    schrijf_notitie(sessie, casus_id, NotitieSoort.TELEFOON, "Zij zwemt.")
    koppel_notitie(sessie, notitie_id, (GOED,))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+u")
        await wacht(pilot)
        beeld = tekst_van(app)
        assert beeld.index("hoort bij dit onderdeel") < beeld.index("Zij zwemt.")
        assert beeld.index("huisbezoek") < beeld.index("telefoon")
        lijst = app.screen.query_one("#bron-lijst", OptionList)
        gezien = []
        for _ in range(lijst.option_count):
            gezien.append(lijst.highlighted)
            await pilot.press("down")
        assert {0, 4} & set(gezien) == set()


async def test_what_is_typed_while_it_comes_in_stays(
    app: KernteamApp, casus_id: str, notitie_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notitie_id

    def langzaam(sessie: Any, casus: str, sleutel: str, alineas: Any) -> Any:
        app.call_from_thread(vlak(app, "toelichting").insert, "Intussen getypt.")
        return neem_over(sessie, casus, sleutel, alineas)

    monkeypatch.setattr(uitnotities, "neem_over", langzaam)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+u")
        await wacht(pilot)
        await pilot.press("end", "enter")
        await wacht_op(pilot, lambda: "wakker" in bewaard(app, casus_id).toelichting)
        await wacht_op(pilot, lambda: "Intussen getypt." in bewaard(app, casus_id).toelichting)
        assert "Oma belt haar wakker." in bewaard(app, casus_id).toelichting
        assert "Oma belt haar wakker." in vlak(app, "toelichting").text


async def test_without_notes_it_says_so(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+u")
        await wacht(pilot)
        assert "staat niets om over te nemen" in tekst_van(app)


async def test_a_note_about_the_meldcode_is_not_named_at_the_table(
    app: KernteamApp, casus_id: str, sessie: Sessie, notitie_id: str
) -> None:
    assert notitie_id
    schrijf_notitie(sessie, casus_id, NotitieSoort.OVERLEG, "Met Veilig Thuis gebeld over Lina.")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        await pilot.press("ctrl+u")
        await wacht(pilot)
        beeld = tekst_van(app)
        assert "Eén notitie staat er niet bij." in beeld
        assert "Veilig Thuis" not in beeld
        assert "meldcode" not in beeld.lower()


# --- in the note ----------------------------------------------------------------------------------


async def test_a_finished_note_says_to_which_sections_it_belongs(
    app: KernteamApp, sessie: Sessie, notitie_id: str
) -> None:
    async with open_app(app, "notitie", notitie_id=notitie_id) as pilot:
        await pilot.press("f7")
        await wacht(pilot)
        assert isinstance(app.screen, Onderdelendialoog)
        await pilot.press("down", "down", "space", "enter")
        await wacht(pilot)
        assert [k.sleutel for k in list_onderdelen(sessie, notitie_id) if k.gekozen] == [GOED]
        assert get_notitie(sessie, notitie_id).tekst == BEZOEK
        await pilot.press("f7")
        await wacht(pilot)
        assert "[x] Wat gaat goed" in tekst_van(app)
        await pilot.press("escape", "ctrl+z")
        await wacht_op(pilot, lambda: not any(k.gekozen for k in list_onderdelen(sessie, notitie_id)))


async def test_a_draft_is_linked_while_it_is_written(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    concept = start_notitie(sessie, casus_id, NotitieSoort.OVERIG, tekst="Half").id
    async with open_app(app, "notitie", notitie_id=concept) as pilot:
        await pilot.press("end", "f7")
        await wacht(pilot)
        await pilot.press("space", "enter")
        await wacht(pilot)
        await pilot.press("end", *" getypt")
        await wacht_op(pilot, lambda: get_notitie(sessie, concept).tekst == "Half getypt")
        assert sum(k.gekozen for k in list_onderdelen(sessie, concept)) == 1


async def test_the_same_key_marks_a_paragraph_of_a_note(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    concept = start_notitie(sessie, casus_id, NotitieSoort.OVERIG, tekst="Zij slaapt.\nJa.").id
    async with open_app(app, "notitie", notitie_id=concept) as pilot:
        vlak(app, "tekst").move_cursor((1, 1))
        await pilot.press("ctrl+e", "ctrl+e")
        await wacht_op(pilot, lambda: get_notitie(sessie, concept).tekst == "Zij slaapt.\nMening: Ja.")
        await pilot.press("ctrl+z", "ctrl+z")
        assert vlak(app, "tekst").text == "Zij slaapt.\nJa."

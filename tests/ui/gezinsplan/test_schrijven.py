"""The gezinsplan as a worker writes it: kept while she types, and what is missing is seen."""

from __future__ import annotations

from typing import Any

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan import schrijver
from kernteam_tui.screens.gezinsplan.dialogen import Botsingdialoog
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezinsplan import lees_plan, save_onderdeel
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from tests.ui.gezinsplan.handgrepen import GOED, bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht, wacht_op


async def test_what_is_typed_is_kept_by_itself_letter_for_letter(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert "Waar zijn jullie trots op?" in tekst_van(app)
        vlak(app).insert("Oma belt  [/]wakker\nen dan ga ik ")
        app.screen.query_one("#citaat-0-van", Invoer).value = "Lina"
        vlak(app, "toelichting").insert("Oma is de motor.")
        await tot_bewaard(pilot, app)
        goed = bewaard(app, casus_id)
        assert goed.woorden == (Citaat("Lina", "nl", "Oma belt  [/]wakker\nen dan ga ik "),)
        assert goed.toelichting == "Oma is de motor."
        assert "3 ✓ Wat gaat goed" in tekst_van(app)
        assert "versie 1 in bewerking" in tekst_van(app)


async def test_save_after_save_goes_on_from_the_answer_of_the_one_before(
    app: KernteamApp, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    geweigerd: list[object] = []
    monkeypatch.setattr(GezinsplanScreen, "_vraag_botsing", geweigerd.append)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        for tekst in ("een", " twee", " drie"):
            vlak(app).insert(tekst)
            await wacht_op(pilot, lambda: "nog niet bewaard" in tekst_van(app))
            await tot_bewaard(pilot, app)
        assert geweigerd == []
        assert bewaard(app, casus_id).woorden[0].tekst == "een twee drie"


async def test_a_second_quote_and_its_language_stay(app: KernteamApp, casus_id: str, sessie: Sessie) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("Fatma", "tr", "Çok gurur duyuyorum"),), "")
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        assert "gezegd in het Turks" in tekst_van(app)
        await pilot.press("ctrl+n")
        await wacht_op(pilot, lambda: app.focused is not None and app.focused.id == "citaat-1-tekst")
        vlak(app, "citaat-1-tekst").insert("Ik ook")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden == (
            Citaat("Fatma", "tr", "Çok gurur duyuyorum"),
            Citaat("", "nl", "Ik ook"),
        )


async def test_whose_words_can_be_chosen_from_the_family(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).insert("Ik ben trots")
        app.screen.query_one("#citaat-0-van", Invoer).focus()
        await pilot.press("down")
        await wacht(pilot)
        assert "Wiens woorden zijn dit?" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert app.screen.query_one("#citaat-0-van", Invoer).value == "Lina"


async def test_going_to_the_next_section_saves_and_coming_back_shows_it(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).focus()
        vlak(app).insert("Drie dagen gegaan")
        await pilot.press("ctrl+down")
        assert bewaard(app, casus_id).woorden[0].tekst == "Drie dagen gegaan"
        assert vlak(app).text == ""
        assert "4  Wat maakt het moeilijk" in tekst_van(app)
        await pilot.press("f18")
        assert vlak(app).text == "Drie dagen gegaan"
        await pilot.press("f6", "f6")
        assert "5  Wie zijn belangrijk" in tekst_van(app)


async def test_a_section_that_does_not_exist_opens_the_first(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="bestaat_niet"):
        assert "1  Wie zijn wij" in tekst_van(app)


async def test_the_list_opens_what_it_stands_on(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        assert "1  Wie zijn wij" in tekst_van(app)
        await pilot.press("down", "down")
        await wacht(pilot)
        assert "3  Wat gaat goed" in tekst_van(app)
        await pilot.press("enter")
        assert app.focused is not None
        assert app.focused.id == "citaat-0-tekst"


async def test_what_is_missing_stands_where_it_is_missing(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    for nummer in range(4):
        save_doel(sessie, casus_id, None, DoelGegevens(f"doel {nummer}"))
    save_actie(sessie, casus_id, None, ActieGegevens("bellen", "oma"))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="wat_willen_wij_bereiken"):
        scherm = tekst_van(app)
        assert "9 ! Wat willen wij bereiken" in scherm
        assert "4 doelen, kies er 3" in scherm
        assert "doelen tegelijk is veel" in scherm
        assert "1 zonder dag" in scherm
        assert "13 ! Wanneer kijken we opnieuw" in scherm
        assert "6 – Veiligheid" in scherm


async def test_locking_while_typing_keeps_text_section_and_cursor(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).focus()
        vlak(app).insert("Zij slaapt beter\nMaandag gi")
        vlak(app).cursor_location = (1, 3)
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "slaapt" not in tekst_van(app)
        await ontgrendel(pilot)
        assert vlak(app).text == "Zij slaapt beter\nMaandag gi"
        await wacht_op(pilot, lambda: vlak(app).cursor_location == (1, 3) and app.focused is vlak(app))


async def test_what_could_not_be_saved_at_locking_is_saved_after_opening(
    app: KernteamApp, casus_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_: object) -> int:
        raise KernteamError("De schijf is vol.", "Maak ruimte.")

    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app).insert("Niet kwijtraken")
        with monkeypatch.context() as even:
            even.setattr(schrijver, "save_onderdeel", vol)
            await pilot.press("ctrl+l")
            await wacht(pilot)
        assert "Nog niet bewaard" in tekst_van(app)
        await ontgrendel(pilot)
        assert vlak(app).text == "Niet kwijtraken"
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).woorden[0].tekst == "Niet kwijtraken"


async def test_the_same_section_changed_elsewhere_shows_both_and_keeps_both(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        save_onderdeel(app.sessie, casus_id, 0, GOED, (Citaat("Fatma", "nl", "Van elders"),), "Toe")
        vlak(app).insert("Van mij")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        assert "Van elders" in tekst_van(app)
        assert "Van mij" in tekst_van(app)
        await pilot.click("#beide")
        await tot_bewaard(pilot, app)
        goed = bewaard(app, casus_id)
        assert [citaat.tekst for citaat in goed.woorden] == ["Van elders", "Van mij"]
        assert goed.toelichting == "Toe"


async def test_another_section_changed_elsewhere_is_no_reason_to_ask(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        save_onderdeel(app.sessie, casus_id, 0, "veiligheid", (), "Besproken op 9-11")
        vlak(app).insert("Van mij")
        await tot_bewaard(pilot, app)
        assert isinstance(app.screen, GezinsplanScreen)
        assert bewaard(app, casus_id).woorden[0].tekst == "Van mij"
        assert bewaard(app, casus_id, "veiligheid").toelichting == "Besproken op 9-11"


async def test_a_clash_at_locking_is_still_a_clash_after_opening(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        save_onderdeel(app.sessie, casus_id, 0, GOED, (), "Van elders")
        vlak(app, "toelichting").insert("Van mij")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        assert "Nog niet bewaard" in tekst_van(app)
        await ontgrendel(pilot)
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        await pilot.click("#beide")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).toelichting == "Van elders\n\nVan mij"


async def test_a_brother_or_sister_has_the_same_plan_and_the_screen_says_so(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    ander = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Emre"},
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["verzuim"],
        },
    )
    with sessie.unit_of_work() as uow:
        uow.casussen.get(ander.casus_id).gezin_id = uow.casussen.get(casus_id).gezin_id
        uow.commit()
    async with open_app(app, "gezinsplan", casus_id=casus_id):
        assert f"ook van {ander.nummer}" in tekst_van(app)


async def test_leaving_with_a_clash_asks_first(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        save_onderdeel(app.sessie, casus_id, 0, GOED, (), "Van elders")
        vlak(app).insert("Van mij")
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        await pilot.press("escape")
        await wacht(pilot)
        assert vlak(app).text == "Van mij"


async def test_a_reload_while_typing_does_not_put_old_text_back(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    lees_plan(sessie, casus_id, {"onderdelen": {GOED: {"toelichting": "oud"}}})
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=GOED) as pilot:
        vlak(app, "toelichting").insert("nieuw ")
        scherm: Any = app.screen
        scherm.ververs()
        vlak(app, "toelichting").insert("en nog wat ")
        await tot_bewaard(pilot, app)
        assert bewaard(app, casus_id).toelichting == vlak(app, "toelichting").text
        assert "en nog wat" in vlak(app, "toelichting").text


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_both_panes_are_there_at_every_size(
    app: KernteamApp, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_app(app, "gezinsplan", size=maat, casus_id=casus_id):
        scherm = tekst_van(app)
        assert "14 – Akkoord en eigen verklaring" in scherm
        assert "In hun woorden" in scherm
        assert "F7 controle" in scherm

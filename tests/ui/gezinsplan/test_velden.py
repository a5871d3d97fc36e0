"""Fields of a section: short, apart, saved by themselves; nothing that stood in one disappears."""

from __future__ import annotations

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.gezinsplan import Veldwaarde
from kernteam_tui.screens.gezinsplan.dialogen import Botsingdialoog
from kernteam_tui.screens.gezinsplan.onderdelenlijst import Onderdelenlijst
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planformaten import kies_formaat, lees_formaat_in
from kernteam_tui.services.sessie import Sessie
from tests.formaathulp import EIGEN
from tests.ui.gezinsplan.handgrepen import bewaard, tot_bewaard, vlak
from tests.ui.hulpmiddel import ontgrendel, open_app, tekst_van, wacht, wacht_op

VEILIG, HULP = "veiligheid", "hulp_die_erbij_komt"


def gevuld(app: KernteamApp, casus_id: str, sleutel: str) -> dict[str, str]:
    return {een.veld.sleutel: een.tekst for een in bewaard(app, casus_id, sleutel).velden if een.tekst}


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_fields_stand_under_the_question_and_are_saved_as_they_are_meant(
    app: KernteamApp, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=VEILIG, size=maat) as pilot:
        beeld = tekst_van(app)
        assert beeld.index("Besproken op") < beeld.index("In hun woorden")
        assert "0 onveilig, 10 veilig" in beeld
        await pilot.press("tab", *"9 nov", "enter", *"7")
        await tot_bewaard(pilot, app)
        assert gevuld(app, casus_id, VEILIG) == {"besproken_op": "2026-11-09", "cijfer": "7"}
        assert "ma 9 nov 2026" in tekst_van(app)


async def test_what_is_no_day_and_no_mark_is_kept_and_said(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=VEILIG, size=(120, 40)) as pilot:
        await pilot.press("tab", *"ooit", "tab", *"zes")
        await tot_bewaard(pilot, app)
        assert gevuld(app, casus_id, VEILIG) == {"besproken_op": "ooit", "cijfer": "zes"}
        assert "Dit is nog geen dag" in tekst_van(app)
        assert "Dit is nog geen cijfer" in tekst_van(app)


async def test_a_section_without_fields_has_no_room_for_them_and_the_next_one_has_its_own(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    save_onderdeel(sessie, casus_id, 0, HULP, (), "", (Veldwaarde("welke_hulp", "Ambulant"),))
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=HULP, size=(120, 40)) as pilot:
        assert vlak(app, "veld-0-tekst").text == "Ambulant"
        await pilot.press("down")
        await wacht(pilot)
        assert not app.screen.query_one("#velden").display
        await pilot.press(*["up"] * 6)
        await wacht(pilot)
        assert [vlak(app, f"veld-{n}-tekst").text for n in (0, 1)] == ["", ""]
        assert [app.screen.query_one(f"#veld-{n}").display for n in range(3)] == [True, True, False]
        assert gevuld(app, casus_id, HULP) == {"welke_hulp": "Ambulant"}


async def test_a_long_field_grows_and_keeps_its_lines(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=HULP) as pilot:
        veld = vlak(app, "veld-3-tekst")
        veld.focus()
        assert veld.size.height == 1
        await pilot.press(*"Oma helpt al elke dag en moeder is ziek", "enter", *"[b]dus")
        await tot_bewaard(pilot, app)
        assert veld.size.height > 1
        tekst = "Oma helpt al elke dag en moeder is ziek\n[b]dus"
        assert gevuld(app, casus_id, HULP) == {"waarom_niet_zelf": tekst}


async def test_a_cursor_in_a_field_comes_back_after_locking(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=HULP) as pilot:
        vlak(app, "veld-2-tekst").focus()
        await pilot.press(*"Tot de zomer")
        await pilot.press("ctrl+l")
        await wacht(pilot)
        await ontgrendel(pilot)
        await wacht(pilot)
        assert vlak(app, "veld-2-tekst").text == "Tot de zomer"
        assert app.screen.focused is vlak(app, "veld-2-tekst")


async def test_a_field_that_was_changed_elsewhere_keeps_both(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel=HULP, size=(120, 40)) as pilot:
        save_onderdeel(app.sessie, casus_id, 0, HULP, (), "", (Veldwaarde("duur", "een jaar"),))
        vlak(app, "veld-0-tekst").insert("Ambulant")
        vlak(app, "veld-2-tekst").insert("zes maanden")
        await wacht_op(pilot, lambda: isinstance(app.screen, Botsingdialoog))
        assert "Hoe lang: een jaar" in tekst_van(app)
        assert "Welke hulp: Ambulant" in tekst_van(app)
        await pilot.click("#beide")
        await tot_bewaard(pilot, app)
        assert gevuld(app, casus_id, HULP) == {"welke_hulp": "Ambulant", "duur": "een jaar; zes maanden"}


async def test_a_section_that_another_variant_does_not_have_keeps_what_was_just_typed_in_it(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    save_onderdeel(sessie, casus_id, 0, "wat_gaat_goed", (), "Veel", ())
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="dromen") as pilot:
        kies_variant(app.sessie, casus_id, PlanVariant.JONGERE)
        assert all(deel.sleutel != "dromen" for deel in get_plan(app.sessie, casus_id).onderdelen)
        vlak(app, "veld-0-tekst").insert("Kippen")
        await tot_bewaard(pilot, app)
        assert gevuld(app, casus_id, "dromen") == {"eerste_stap": "Kippen"}
        assert vlak(app, "veld-0-tekst").text == "Kippen"
        vlak(app, "veld-0-tekst").insert(" kopen")
        await pilot.press("escape")
        await wacht(pilot)
        assert gevuld(app, casus_id, "dromen") == {"eerste_stap": "Kippen kopen"}


def test_two_texts_of_one_field_become_one_and_the_same_text_stays() -> None:
    eigen = Inhoud("x", velden=(Veldwaarde("a", "een"), Veldwaarde("b", "mijn")))
    ander = Inhoud("x", velden=(Veldwaarde("a", "een en meer"), Veldwaarde("c", "van hen")))
    assert eigen.samen_met(ander).velden == (
        Veldwaarde("a", "een en meer"),
        Veldwaarde("c", "van hen"),
        Veldwaarde("b", "mijn"),
    )


async def test_what_another_format_left_behind_is_shown_and_goes_when_it_is_emptied(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    save_onderdeel(sessie, casus_id, 0, "dromen", (), "Kippen", (Veldwaarde("eerste_stap", "Kijken"),))
    kies_formaat(sessie, "gezinsplan-2026-3")
    kies_variant(sessie, casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="dromen") as pilot:
        assert "uit een eerder formaat" in tekst_van(app)
        assert vlak(app, "veld-0-tekst").text == "Kijken"
        vlak(app, "veld-0-tekst").clear()
        vlak(app, "toelichting").clear()
        await tot_bewaard(pilot, app)
        assert app.screen.query_one(Onderdelenlijst).option_count == 15  # typed in just now: it stays open
        await pilot.press("escape")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).onderdeel("dromen").velden == ()


async def test_a_variant_that_does_not_have_the_open_section_goes_to_the_first(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    async with open_app(app, "gezinsplan", casus_id=casus_id, onderdeel="dromen") as pilot:
        assert "Waar dromen wij van" in tekst_van(app)
        await pilot.press("w", "down", "enter")
        await wacht(pilot)
        assert get_plan(app.sessie, casus_id).variant is PlanVariant.JONGERE
        assert "Mijn vraag" in tekst_van(app)
        assert "Waar dromen wij van" not in tekst_van(app)


async def test_fields_are_read_together_at_the_table(app: KernteamApp, sessie: Sessie, casus_id: str) -> None:
    save_onderdeel(sessie, casus_id, 0, VEILIG, (), "", (Veldwaarde("besproken_op", "2026-11-09"),))
    async with open_app(app, "samen_kijken", casus_id=casus_id, onderdeel=VEILIG):
        assert "Besproken op: 9 november 2026" in tekst_van(app)


async def test_the_difference_names_a_field_and_says_what_another_format_left_behind(
    app: KernteamApp, sessie: Sessie, casus_id: str
) -> None:
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    save_onderdeel(sessie, casus_id, 0, "dromen", (), "", (Veldwaarde("begonnen_op", "2026-11-09"),))
    stel_plan_vast(sessie, casus_id)
    kies_formaat(sessie, "gezinsplan-2026-3")
    plan = kies_variant(sessie, casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    nu = (Veldwaarde("begonnen_op", "2026-11-16"),)
    save_onderdeel(sessie, casus_id, plan.revision, "dromen", (), "", nu)
    async with open_app(app, "planversies", casus_id=casus_id, size=(120, 40)):
        beeld = tekst_van(app)
        assert "Waar dromen wij van (uit een eerder formaat)" in beeld
        assert "Begonnen op" in beeld
        assert "16 november 2026" in beeld

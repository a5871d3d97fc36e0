"""The whole plan on paper, by keys: a reader, what stays out, another version, a file, the printer."""

from __future__ import annotations

from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.gezag import GezagScreen
from kernteam_tui.screens.gezinsplan.papier import PlanpapierScreen
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services import planpapier as dienst
from kernteam_tui.services.gezinsplan import lees_plan, stel_plan_vast
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

PLAN: dict[str, Any] = {
    "onderdelen": {
        "wat_gaat_goed": {
            "woorden": [
                {"van": "Lina", "tekst": "Oma belt me [/] wakker"},
                {"van": "Mehmet", "tekst": "Ze belt me elke zondag"},
            ]
        },
        "veiligheid": {"toelichting": "Mehmet was er niet bij."},
    },
    "doelen": [{"wat": "Vier dagen naar school", "nu": 4, "gewenst": 7}],
}


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    """One frozen version, and a goal that was changed after it."""
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    made = meld_aan(
        sessie,
        "Lina",
        "Kaya",
        "2012-01-01",
        ouder("Fatma Kaya"),
        ouder("Mehmet Kaya", gezag="onbekend", woont_bij=False),
    )
    lees_plan(sessie, made, PLAN)
    stel_plan_vast(sessie, made)
    lees_plan(sessie, made, PLAN | {"doelen": [{"wat": "Elke dag naar school"}]})
    return made


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


async def test_the_reader_is_chosen_first_and_then_the_plan_stands_there(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        assert "Versie 1 (23 november 2026)" in plat(app)
        assert "De ouders wonen niet bij elkaar" in plat(app)
        assert "! gezag niet bekend" in plat(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "versie 1 · i: 2 weggelaten (1 te lezen), 1 om op te letten" in plat(app)
        assert "Voor: Fatma Kaya" in plat(app)
        await pilot.press("end")
        await wacht(pilot)
        assert "Uw eigen verklaring" in plat(app)
        await pilot.press("escape")
        assert "Voor wie is het plan op papier?" in plat(app)


async def test_what_waits_is_read_and_goes_along_and_what_is_of_another_never(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("i")
        await wacht(pilot)
        assert "[ ] Veiligheid" in plat(app)
        assert "Mehmet was er niet bij." in plat(app)
        assert "nooit Wat gaat goed" in plat(app)
        await pilot.press("space")
        await wacht(pilot)
        assert "[x] Veiligheid" in plat(app)
        await pilot.press("down", "space")
        await wacht(pilot)
        assert "Dit mag niet mee" in plat(app)
        await pilot.press("b")
        await wacht(pilot)
        assert "i: 1 weggelaten" in plat(app)


async def test_the_plan_as_it_is_now_is_one_key_away(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id, voor="zelf") as pilot:
        assert "Geef deze afdruk niet mee." in plat(app)
        await pilot.press("v")
        await wacht(pilot)
        assert "zoals het nu is (CONCEPT)" in plat(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert "zoals het nu is (CONCEPT) · i: 0 weggelaten" in plat(app)
        await pilot.press("i")
        await wacht(pilot)
        assert "op elk vel staat CONCEPT" in plat(app)


async def test_a_pdf_is_saved_and_it_says_where_and_that_it_lies_outside(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("p")
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
        assert "Bespreek eerst met de jongere" in plat(app)
        assert "buiten de kluis" in plat(app)
    (made,) = (sessie.map / "uit").iterdir()
    assert made.name.startswith("gezinsplan-p")
    assert made.suffix == ".pdf"


@pytest.mark.parametrize(("toets", "soort"), [("t", ".txt"), ("w", ".docx"), ("h", ".html")])
async def test_each_form_has_a_key(
    app: KernteamApp, casus_id: str, sessie: Sessie, toets: str, soort: str
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id, voor="zelf") as pilot:
        await pilot.press(toets)
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
    assert [made.suffix for made in (sessie.map / "uit").iterdir()] == [soort]


async def test_the_printer_gets_it_and_no_file_is_left(
    app: KernteamApp, casus_id: str, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []

    def druk(pdf: bytes, doorlaat: Doorlaat) -> None:
        assert isinstance(doorlaat, Doorlaat)
        printed.append(pdf)

    monkeypatch.setattr(dienst, "druk_af", druk)
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("d")
        await wacht_op(pilot, lambda: bool(printed))
        await wacht(pilot)
        assert "Het plan is naar de printer. Er blijft geen bestand achter." in plat(app)
    assert printed[0].startswith(b"%PDF-")
    assert not (sessie.map / "uit").exists()


async def test_what_there_is_to_mind_is_whole_on_a_small_screen_in_large_print(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "planpapier", size=(80, 24), casus_id=casus_id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("g")
        await wacht(pilot)
        assert "grote letters · i: 2 weggelaten (1 te lezen), 1 om op te letten" in plat(app)


async def test_large_print_is_one_key_and_not_for_the_next_reader(
    app: KernteamApp, casus_id: str, sessie: Sessie
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id, voor="zelf") as pilot:
        await pilot.press("g")
        await wacht(pilot)
        assert "versie 1 · grote letters · i: 0 weggelaten" in plat(app)
        await pilot.press("h")
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press("escape", "enter")
        await wacht(pilot)
        assert "Voor: Fatma Kaya" in plat(app)
        assert "· grote letters" not in plat(app)
        await pilot.press("g", "g")
        await wacht(pilot)
        assert "· grote letters" not in plat(app)
    (made,) = (sessie.map / "uit").iterdir()
    assert 'class="groot"' in made.read_text("utf-8")


async def test_where_gezag_is_not_known_it_is_asked_and_then_the_plan_stands_there(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezagScreen))
        await wacht(pilot)
        scherm = app.screen
        assert isinstance(scherm, GezagScreen)
        assert "Mehmet Kaya" in plat(app)
        scherm.zet("gezag", "ja")
        scherm.zet("hoe", "gezagsregister, 23 november")
        await pilot.press("ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        await wacht(pilot)
        assert "Voor: Mehmet Kaya" in plat(app)


async def test_where_gezag_stays_unknown_a_reason_is_asked_and_opens_it(
    app: KernteamApp, casus_id: str
) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id) as pilot:
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezagScreen))
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Redendialoog))
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        assert "Voor wie is het plan op papier?" in plat(app)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, GezagScreen))
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, Redendialoog))
        await pilot.press(*"gevaar", "ctrl+s")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        await wacht(pilot)
        assert "Voor: Mehmet Kaya" in plat(app)
        assert "i: 0 weggelaten" in plat(app)


async def test_it_opens_from_the_plan_on_the_last_fixed_version(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=casus_id) as pilot:
        await pilot.press("p")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        await wacht(pilot)
        assert "Versie 1 (23 november 2026)" in plat(app)


async def test_it_opens_from_a_version_on_that_version(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "planversies", casus_id=casus_id, tot=IN_BEWERKING) as pilot:
        await pilot.press("p")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        await wacht(pilot)
        assert "Zoals het nu is (CONCEPT)" in plat(app)


async def test_words_that_look_like_markup_stand_there_as_they_are(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "planpapier", casus_id=casus_id, voor="zelf") as pilot:
        app.screen.query_one("#blad").scroll_to(y=20, animate=False)
        await wacht(pilot)
        assert "Oma belt me [/] wakker" in plat(app)
        assert app.screen.query_one("#lezers", OptionList).option_count == 4


async def test_beside_the_plan_on_paper_the_way_back_stands_below(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "gezinsplan", size=(80, 24), casus_id=casus_id) as pilot:
        await pilot.press("p")
        await wacht_op(pilot, lambda: isinstance(app.screen, PlanpapierScreen))
        await wacht(pilot)
        await pilot.press("enter")
        await wacht_op(pilot, lambda: "Voor: Fatma Kaya" in plat(app))
        voet = tekst_van(app).rstrip().split("\n")[-1]
        for paar in ("i wat wegblijft", "d afdrukken", "p PDF", "g grote letters", "Esc terug", "F1 hulp"):
            assert paar in voet

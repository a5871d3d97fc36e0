"""How the reader wants the page: another language, large letters, a drawing; and what was given before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.screens.bladzijde.gegeven import Gegevendialoog, GegevenScreen
from kernteam_tui.screens.bladzijde.opmaak import Opmaakdialoog, lees_opmaak, schrijf_opmaak
from kernteam_tui.screens.bladzijde.scherm import BladzijdeScreen
from kernteam_tui.screens.dialogen import Keuzedialoog
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.planpapier import maak_planpapier
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht, wacht_op

INHOUD = {
    "onderdelen": {"wat_gaat_goed": {"woorden": [{"van": "Lina", "tekst": "Oma belt me wakker"}]}},
    "doelen": [{"wat": "Elke dag naar school", "nu": 4, "gewenst": 7}],
}


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    casus_id = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2012-01-01"},
            "ouders": [{"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True, "taal": "tr"}],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    lees_plan(sessie, casus_id, INHOUD, vaststellen=True)
    return casus_id


@pytest.fixture
def app(tmp_path: Path, sessie: Sessie) -> KernteamApp:
    return maak_app(tmp_path, sessie)


async def open_voor_moeder(pilot: Any) -> None:
    pilot.app.screen.query_one("#lezers", OptionList).highlighted = 0
    await pilot.press("enter")
    await wacht_op(pilot, lambda: "Ons plan" in tekst_van(pilot.app))


@pytest.mark.parametrize("hoe", [("shift+tab", "enter"), ("enter",), ("tab", "space"), ("tab", "enter")])
async def test_the_mother_reads_turkish_headings_with_the_dutch_ones_beside_them(
    app: KernteamApp, casus_id: str, hoe: tuple[str, ...]
) -> None:
    """Enter on the language, on the boxes below it, or the button by Enter or space: all mean that."""
    async with open_app(app, "bladzijde", casus_id=casus_id, size=(80, 40)) as pilot:
        await open_voor_moeder(pilot)
        assert "o: ook in het Turks" in tekst_van(app)
        await pilot.press("o")
        await wacht_op(pilot, lambda: isinstance(app.screen, Opmaakdialoog))
        assert "Turks   taal van de lezer" in tekst_van(app)
        await pilot.press("down", "tab", "space", *hoe)
        await wacht_op(pilot, lambda: isinstance(app.screen, BladzijdeScreen))
        await wacht_op(pilot, lambda: "Planımız / Ons plan" in tekst_van(app))
        assert "Oma belt me wakker" in tekst_van(app)
        await pilot.press("l")
        await wacht(pilot)
        await open_voor_moeder(pilot)
        assert "Planımız" not in tekst_van(app), "another reader begins in Dutch"


@pytest.mark.parametrize(("toets", "staart"), [("w", ".docx"), ("h", ".html"), ("p", ".pdf"), ("t", ".txt")])
async def test_each_form_is_one_key_and_is_remembered(
    app: KernteamApp, sessie: Sessie, casus_id: str, toets: str, staart: str
) -> None:
    async with open_app(app, "bladzijde", casus_id=casus_id, size=(80, 24)) as pilot:
        await open_voor_moeder(pilot)
        await pilot.press(toets)
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
        bestand = Path(str(app.screen.query_one("#bestand").content))  # type: ignore[attr-defined]  # a Tekst
        assert bestand.suffix == staart
        assert bestand.stat().st_size > 500
        await pilot.press("enter")
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
    assert given.merk


async def test_what_was_given_is_read_back_and_made_again(
    app: KernteamApp, sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    maak_samenvatting(sessie, casus_id, "ouder", "tekst", tmp_path / "toen.txt")
    maak_samenvatting(sessie, casus_id, "jongere", "tekst", tmp_path / "eigen.txt")
    async with open_app(app, "verstrekkingen", casus_id=casus_id, size=(80, 24)) as pilot:
        await wacht_op(pilot, lambda: "2 keer iets gegeven" in tekst_van(app))
        await pilot.press("l")
        await wacht(pilot)
        await pilot.press("down", "down", "enter")
        await wacht_op(pilot, lambda: "1 keer iets gegeven aan Fatma Kaya" in tekst_van(app))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, Gegevendialoog))
        assert "Oma belt me wakker" in tekst_van(app)
        await pilot.press("escape")
        await wacht_op(pilot, lambda: isinstance(app.screen, GegevenScreen))
        await pilot.press("o")
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
        assert "Precies gelijk aan toen." in tekst_van(app)


async def test_what_the_jongere_closed_since_is_told_before_it_is_made_again(
    app: KernteamApp, sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    maak_samenvatting(sessie, casus_id, "ouder", "tekst", tmp_path / "toen.txt")
    with sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        jongere_id = uow.casussen.get(casus_id).jongere.id
        zet_antwoord(plan.onderdeel("wat_gaat_goed"), jongere_id, JaNeeOnbekend.NEE)
        plan.gewijzigd = True
        uow.commit()
    async with open_app(app, "verstrekkingen", casus_id=casus_id, size=(80, 24)) as pilot:
        await pilot.press("o")
        await wacht_op(pilot, lambda: isinstance(app.screen, Keuzedialoog))
        gezegd = " ".join(tekst_van(app).replace("│", " ").split())
        assert "Er staat nog ‘Wat gaat goed’ op; intussen geldt: de jongere wil niet dat ouders" in gezegd
        assert not (sessie.map / "uit").exists()
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, Opgeslagendialoog))
        assert "Precies gelijk aan toen." in tekst_van(app)
        assert "Let op: er staat nog" in tekst_van(app)
        await pilot.press("enter", "o")
        await wacht_op(pilot, lambda: isinstance(app.screen, Keuzedialoog))
        await pilot.press("enter")
        await wacht_op(pilot, lambda: isinstance(app.screen, BladzijdeScreen))
        await wacht_op(pilot, lambda: "Ons plan" in tekst_van(app))
        assert "Oma belt me wakker" not in tekst_van(app)


@pytest.mark.parametrize("opmaak", ["nl", "tr,nederlands", "ar,groot,kring", "ti,nederlands,groot,kring"])
def test_a_wish_survives_locking(opmaak: str) -> None:
    assert schrijf_opmaak(lees_opmaak(opmaak)) == opmaak


def test_a_wish_that_nobody_can_have_falls_away() -> None:
    assert schrijf_opmaak(lees_opmaak("so,nederlands,onzin")) == "nl"
    assert schrijf_opmaak(lees_opmaak("")) == "nl"


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_register_says_how_each_paper_looked(
    app: KernteamApp, sessie: Sessie, casus_id: str, tmp_path: Path, maat: tuple[int, int]
) -> None:
    moeder = get_casus(sessie, casus_id).personen[1].id
    wens = Bladwens("uk", met_nederlands=True, groot=True)
    maak_samenvatting(sessie, casus_id, moeder, "html", tmp_path / "a", wens=wens)
    maak_planpapier(sessie, casus_id, moeder, "tekst", IN_BEWERKING, tmp_path / "b", groot=True)
    maak_planpapier(sessie, casus_id, moeder, "docx", uit=tmp_path / "c", groot=True)
    async with open_app(app, "verstrekkingen", casus_id=casus_id, size=maat) as pilot:
        await wacht_op(pilot, lambda: "3 keer iets gegeven" in tekst_van(app))
        gezien = tekst_van(app)
        assert "gezinsplan, concept" in gezien
        assert "Word groot" in gezien
        assert "tekst groot" not in gezien, "text has no letters of its own"
        assert "Word, plan van het gezin, in grote letters · door jou aangeboden" in gezien
        await pilot.press("down")
        await wacht_op(pilot, lambda: "tekst, plan van het gezin · door jou" in tekst_van(app))
        await pilot.press("down")
        zin = "webpagina in het Oekraïens, met Nederlandse kopjes ernaast, in grote letters · door jou"
        await wacht_op(pilot, lambda: zin in " ".join(tekst_van(app).split()))

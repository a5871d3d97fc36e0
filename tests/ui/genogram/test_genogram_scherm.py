"""The genogram by keyboard, on a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.pilot import Pilot

from kernteam_tui.data.store import Store
from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.schil.vangnet import bewaar
from kernteam_tui.screens.genogram.boomvlak import Boomvlak
from kernteam_tui.services.genogram import get_genogram, voeg_toe
from kernteam_tui.services.gezin.invoer import bewaar_invoer
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from tests.conftest import VasteKlok
from tests.ui.casussen import maak_sessie, meld_aan, open_scherm
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return maak_sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    ouders = [
        {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True},
        {"naam": "Mehmet [/]x", "gezag": "ja", "woont_bij": True},
    ]
    return meld_aan(sessie, ouders=ouders)


def stamboom(sessie: Sessie, casus_id: str) -> Stamboom:
    return get_genogram(sessie, casus_id).stamboom


async def test_at_80x24_every_sign_is_explained_and_none_is_broken_off(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    regels = ("Fatma moeder", "Ans oma via moeder", "Ben opa via moeder †2019", "huis Kade 1", "Fatma")
    bewaar_invoer(sessie, casus_id, regels)
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", (80, 24), casus_id=casus_id) as pilot:
        tekst = tekst_van(pilot.app)
        for regel in pilot.app.screen.query_one(Boomvlak).legenda:
            assert regel in tekst
        assert "⌂A huis 1" in tekst


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_the_family_is_drawn_with_the_jongere_marked(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", maat, casus_id=casus_id) as pilot:
        beeld = tekst_van(pilot.app)
        assert "Fatma Kaya" in beeld
        assert "Mehmet [/]x" in beeld, "a name is never markup"
        assert "jongere; ouders: Fatma Kaya en Mehmet [/]x." in beeld
        assert pilot.app.screen.query_one(Boomvlak).sleutel == get_genogram(sessie, casus_id).jongere_ids[0]


async def test_the_arrows_walk_and_enter_opens_who_is_marked(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("up", "right", "left")
        boom = pilot.app.screen.query_one(Boomvlak)
        gemarkeerd = stamboom(sessie, casus_id).lid(boom.sleutel or "")
        assert not gemarkeerd.jongere
        await pilot.press("enter")
        await wacht(pilot)
        naam, argumenten = geopend(pilot.app)
        assert (naam, argumenten["persoon_id"]) == ("persoon", gemarkeerd.id)


async def test_somebody_is_put_in_as_what_they_are_to_who_is_marked_and_taken_back(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press("down", "down", "enter")  # a sister
        await wacht(pilot)
        await pilot.press(*"Selin", "enter")
        await wacht(pilot)
        assert "Selin" in tekst_van(pilot.app)
        boom = stamboom(sessie, casus_id)
        zus = next(lid for lid in boom.leden if lid.naam == "Selin")
        assert sum(band.kind_id == zus.id for band in boom.kindschappen) == 2, "the same two parents"
        assert pilot.app.screen.query_one(Boomvlak).sleutel == zus.id
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert all(lid.naam != "Selin" for lid in stamboom(sessie, casus_id).leden)


async def test_the_same_stands_there_in_words(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    oma = voeg_toe(sessie, casus_id, stamboom(sessie, casus_id).leden[1].id, Verwant.MOEDER, "Oma Ans")
    assert oma
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("l")
        await wacht(pilot)
        beeld = tekst_van(pilot.app)
        assert "Oma Ans, vrouw" in beeld
        assert "Fatma Kaya; ouder: Oma Ans." in " ".join(beeld.split())
        await pilot.press("l")
        await wacht(pilot)
        assert "( )" in tekst_van(pilot.app)


async def test_it_is_saved_for_own_work_and_the_log_says_so(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("o")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
    [bestand] = list((sessie.map / "uit").iterdir())
    assert "kaya" not in bestand.name.casefold()
    assert "Fatma" in PdfReader(bestand).pages[0].extract_text()


async def test_who_a_casus_is_about_cannot_be_taken_out(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert "Over deze jongere gaat casus" in " ".join(tekst_van(pilot.app).split())
    assert len(stamboom(sessie, casus_id).leden) == 3


async def test_a_second_key_takes_nobody_else_out(tmp_path: Path, sessie: Sessie, casus_id: str) -> None:
    jongere = get_genogram(sessie, casus_id).jongere_ids[0]
    for naam in ("Selin", "Ela"):
        voeg_toe(sessie, casus_id, jongere, Verwant.ZUS, naam)
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("end", "d", "d", "d")
        await wacht(pilot)
        assert "Over deze jongere gaat casus" in " ".join(tekst_van(pilot.app).split())
    assert [lid.naam for lid in stamboom(sessie, casus_id).leden][3:] == ["Selin"]


async def test_in_words_nobody_is_marked_so_no_key_takes_somebody_out(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    jongere = get_genogram(sessie, casus_id).jongere_ids[0]
    zus = voeg_toe(sessie, casus_id, jongere, Verwant.ZUS, "Selin")
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        pilot.app.screen.query_one(Boomvlak).markeer(zus)
        await pilot.press("l")
        await wacht(pilot)
        await pilot.press("d", "enter")
        await wacht(pilot)
        assert pilot.app.screen.query(Boomvlak), "no form was opened"
        assert "erbij" not in tekst_van(pilot.app).splitlines()[-1]
    assert any(lid.id == zus for lid in stamboom(sessie, casus_id).leden)


async def test_somebody_taken_back_while_the_words_are_in_view(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press("down", "down", "enter")
        await wacht(pilot)
        await pilot.press(*"Selin", "enter")
        await wacht(pilot)
        await pilot.press("l")
        await wacht(pilot)
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert "Selin" not in tekst_van(pilot.app)
        await pilot.press("l")
        await wacht(pilot)
        assert pilot.app.screen.query_one(Boomvlak).sleutel == get_genogram(sessie, casus_id).jongere_ids[0]


async def test_below_the_drawing_stands_who_is_marked_also_when_names_begin_alike(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    jongere = get_genogram(sessie, casus_id).jongere_ids[0]
    voeg_toe(sessie, casus_id, jongere, Verwant.ZUS, "Selin-Su")
    broer = voeg_toe(sessie, casus_id, jongere, Verwant.BROER, "Selin")
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        pilot.app.screen.query_one(Boomvlak).markeer(broer)
        await wacht(pilot)
        assert "Selin, man; ouders" in tekst_van(pilot.app)


LANG = "".join(chr(ord("a") + (7 * n * n + 3 * n) % 26) for n in range(299)).capitalize()


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_a_name_that_breaks_over_lines_is_hidden_on_each_of_them(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    voeg_toe(sessie, casus_id, get_genogram(sessie, casus_id).jongere_ids[0], Verwant.ZUS, f"{LANG} Vos")
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "genogram", maat, casus_id=casus_id, vorm="woorden") as pilot:
        stukken = [LANG.casefold()[n : n + 5] for n in range(0, 280)]
        assert any(stuk in tekst_van(app).casefold() for stuk in stukken), "it stands there"
        await pilot.press("f9")
        await wacht(pilot)
        assert not [stuk for stuk in stukken if stuk in tekst_van(app).casefold()]
        assert "jongere; ouders" in " ".join(tekst_van(app).split()), "and nothing else is"


async def test_a_name_half_typed_is_there_again_after_the_lock_and_gone_when_it_was_used(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async def vraag(pilot: Pilot[int]) -> str:
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press("down", "down", "enter")  # a sister
        await wacht(pilot)
        return pilot.app.screen.query_one("#naam", Invoer).value

    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        assert await vraag(pilot) == ""
        await pilot.press(*"Wqendel")
        bewaar(pilot.app.screen)  # as ctrl+l does with each screen before it closes the store
    assert "Wqendel" in lees_namen(sessie), "F9 hides it too"
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        assert await vraag(pilot) == "Wqendel"
        await pilot.press(*"ine", "enter")
        await wacht(pilot)
        assert "Wqendeline" in tekst_van(pilot.app)
        pilot.app.screen.query_one(Boomvlak).markeer(get_genogram(sessie, casus_id).jongere_ids[0])
        await wacht(pilot)
        assert await vraag(pilot) == "", "it was used"


async def test_a_name_half_typed_beside_one_is_not_offered_beside_another(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    async with open_scherm(maak_app(tmp_path, sessie), "genogram", casus_id=casus_id) as pilot:
        await pilot.press("t")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        await pilot.press(*"Wqendel", "escape")
        await wacht(pilot)
        await pilot.press("up", "t")
        await wacht(pilot)
        await pilot.press("enter")
        await wacht(pilot)
        assert pilot.app.screen.query_one("#naam", Invoer).value == ""

"""Changing the keys on the screen: step by step, nothing kept of what is typed, one sentence at the end."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.fouten import DiskFull, WrongSecret
from kernteam_tui.data.sleutels.beleid import MINIMUM_STRENGTH, VOORBEELD, Sleutelbeleid, lightest
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.screens.register import Plek
from kernteam_tui.screens.sleutels.code import GEWIJZIGD as CODE_GEWIJZIGD
from kernteam_tui.screens.sleutels.gelekt import KlaarStap
from kernteam_tui.screens.sleutels.zin import GEWIJZIGD
from kernteam_tui.services import sleutels
from kernteam_tui.services.reservekopie import get_reservekopieen, maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.invoer import Invoer
from tests.conftest import WACHTWOORDZIN, VasteKlok
from tests.geduld import GEDULD
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op

NIEUW = "bocht held bokaal recept segment"


@pytest.fixture(autouse=True)
def _lichte_sleutels(monkeypatch: pytest.MonkeyPatch) -> None:
    """As strict about passphrases as always, but with keys that cost no time."""
    monkeypatch.setattr(sleutels, "STANDAARD", Sleutelbeleid(lightest, MINIMUM_STRENGTH))


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture
def app(sessie: Sessie, tmp_path: Path) -> KernteamApp:
    return maak_app(tmp_path, sessie)


def opent(sessie: Sessie, geheim: str) -> bool:
    """Whether this opens the store, which is closed for it."""
    sessie.close()
    try:
        open_store(sessie.map, geheim).close()
    except WrongSecret:
        return False
    return True


def meldingen(app: KernteamApp) -> list[str]:
    return [melding.message for melding in app._notifications]


def vul(app: KernteamApp, veld: str, waarde: str) -> None:
    invoer = app.screen.query_one(f"#{veld}-invoer", Invoer)
    invoer.value = waarde
    invoer.focus()


async def vul_en_verder(pilot: Pilot[Any], veld: str, waarde: str) -> None:
    vul(pilot.app, veld, waarde)  # type: ignore[arg-type]  # a KernteamApp
    await pilot.press("enter")
    await wacht(pilot)


async def kies_zin(pilot: Pilot[Any], zin: str = NIEUW) -> None:
    vul(pilot.app, "zin", zin)  # type: ignore[arg-type]  # a KernteamApp
    await vul_en_verder(pilot, "nog-eens", zin)
    await wacht(pilot)


async def typ_code_terug(pilot: Pilot[Any]) -> str:
    """From the step with the code to the end; gives the code."""
    app: Any = pilot.app
    await wacht_op(pilot, lambda: app.screen._nieuw is not None)
    await wacht(pilot)
    code: str = app.screen._nieuw.herstelcode
    assert all(groep in tekst_van(app) for groep in code.split("-"))
    await pilot.press("enter")
    assert code.split("-")[2] not in tekst_van(app)
    await vul_en_verder(pilot, "teruggetypt", code.lower())
    await wacht(pilot)
    return code


async def test_de_wachtwoordzin_wijzigen_met_het_toetsenbord(app: KernteamApp, sessie: Sessie) -> None:
    async with open_app(app, "sleutels") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert "stap 1 van 2" in tekst_van(app)
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        assert "stap 2 van 2" in tekst_van(app)
        await kies_zin(pilot)
        await wacht_op(pilot, lambda: app.screen.NAAM == "sleutels")  # type: ignore[attr-defined]  # a KernteamScreen
        await wacht(pilot)
        assert meldingen(app) == [GEWIJZIGD]
        assert app.is_open
    assert opent(sessie, NIEUW)
    assert not opent(sessie, WACHTWOORDZIN)


async def test_een_verkeerde_huidige_zin_wordt_meteen_gezegd(app: KernteamApp) -> None:
    async with open_app(app, "sleutel_zin") as pilot:
        await vul_en_verder(pilot, "huidig", "iets heel anders")
        assert "niet juist" in tekst_van(app)
        assert "stap 1 van 2" in tekst_van(app)
        assert app.focused is app.screen.query_one("#huidig-invoer")
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        assert "stap 2 van 2" in tekst_van(app)


async def test_opnieuw_typen_na_een_fout_vervangt_wat_achter_de_bolletjes_staat(app: KernteamApp) -> None:
    async with open_app(app, "sleutel_zin") as pilot:
        await vul_en_verder(pilot, "huidig", "iets heel anders")
        await pilot.press(*WACHTWOORDZIN, "enter")
        await wacht(pilot)
        assert "stap 2 van 2" in tekst_van(app)
        vul(app, "zin", NIEUW)
        await vul_en_verder(pilot, "nog-eens", "iets heel anders")
        assert "niet gelijk" in tekst_van(app)
        await pilot.press("x")
        assert app.screen.query_one("#nog-eens-invoer", Invoer).value == "x"


async def test_typen_terwijl_er_gerekend_wordt_opent_niets(
    app: KernteamApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed too soon must not become commands: an n would begin a new aanmelding."""
    verder = threading.Event()
    monkeypatch.setattr(
        "kernteam_tui.screens.sleutels.zin.controleer_geheim", lambda *_: verder.wait(GEDULD) and None
    )
    async with open_app(app, "sleutel_zin") as pilot:
        vul(app, "huidig", WACHTWOORDZIN)
        await pilot.press("enter", "n", "o", "g", "/", "escape", "f3")
        assert app.screen.NAAM == "sleutel_zin"  # type: ignore[attr-defined]  # a KernteamScreen
        verder.set()
        await wacht_op(pilot, lambda: "stap 2 van 2" in tekst_van(app))
        await pilot.press("n")
        assert app.screen.query_one("#zin-invoer", Invoer).value == "n"


async def test_na_het_slot_staat_de_cursor_in_de_stap_die_te_zien_is(app: KernteamApp) -> None:
    async with open_app(app, "sleutel_zin") as pilot:
        app.screen.herstel(Plek("sleutel_zin", {}, "zin-invoer", (3,)))  # type: ignore[attr-defined]  # as above
        app.screen.pas_plek_toe()  # type: ignore[attr-defined]  # as above
        await wacht(pilot)
        assert app.focused is app.screen.query_one("#huidig-invoer")


async def test_de_huidige_zin_als_nieuwe_wordt_geweigerd(app: KernteamApp, sessie: Sessie) -> None:
    sleutels.wijzig_wachtwoordzin(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD)
    async with open_app(app, "sleutel_zin") as pilot:
        await vul_en_verder(pilot, "huidig", NIEUW)
        await kies_zin(pilot)
        assert "Dit is je huidige wachtwoordzin." in tekst_van(app)


async def test_weigert_de_schijf_dan_staat_dat_er_en_geldt_de_oude_zin(
    app: KernteamApp, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull()

    monkeypatch.setattr("kernteam_tui.data.sleutels.beheer.write_durably", refuse)
    async with open_app(app, "sleutel_zin") as pilot:
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        await kies_zin(pilot)
        assert "schijf is vol" in tekst_van(app)
    assert opent(sessie, WACHTWOORDZIN)


async def test_wat_getypt_is_komt_in_geen_concept(app: KernteamApp, sessie: Sessie) -> None:
    async with open_app(app, "sleutel_zin") as pilot:
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        vul(app, "zin", NIEUW)
        await pilot.pause(0.1)
        app.screen.bewaar_nu()  # type: ignore[attr-defined]  # a KernteamScreen
        with sessie.lezen() as connection:
            assert connection.execute(text("SELECT count(*) FROM concept")).scalar_one() == 0
        await pilot.press("escape", "escape")
        await wacht(pilot)
    assert opent(sessie, WACHTWOORDZIN)


async def test_een_nieuwe_herstelcode_geldt_na_terugtypen(app: KernteamApp, sessie: Sessie) -> None:
    async with open_app(app, "sleutel_code") as pilot:
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        code = await typ_code_terug(pilot)
        assert app.screen.NAAM != "sleutel_code"  # type: ignore[attr-defined]  # a KernteamScreen
        assert meldingen(app) == [CODE_GEWIJZIGD]
    assert opent(sessie, code)
    assert opent(sessie, WACHTWOORDZIN)


async def test_een_andere_code_overtypen_telt_niet_en_terug_laat_alles_zoals_het_was(
    app: KernteamApp, sessie: Sessie
) -> None:
    async with open_app(app, "sleutel_code") as pilot:
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        await wacht_op(pilot, lambda: app.screen._nieuw is not None)  # type: ignore[attr-defined]  # this screen's
        nieuw = app.screen._nieuw.herstelcode  # type: ignore[attr-defined]  # as above
        await pilot.press("enter")
        await vul_en_verder(pilot, "teruggetypt", "18GX-CMYD-791D-HPY5-RK54-AE2K-0TS")
        assert "nog niet de code" in tekst_van(app)
        await pilot.press("escape", "escape")
        await wacht(pilot)
    assert not opent(sessie, nieuw)


async def test_mogelijk_gelekt_van_begin_tot_slot(app: KernteamApp, sessie: Sessie) -> None:
    maak_reservekopie(sessie)
    async with open_app(app, "sleutel_gelekt") as pilot:
        assert "reservekopie die er al is" in " ".join(tekst_van(app).split())
        await pilot.press("enter")
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        await kies_zin(pilot)
        code = await typ_code_terug(pilot)
        await wacht_op(pilot, lambda: isinstance(app.screen.stap_in_beeld, KlaarStap))  # type: ignore[attr-defined]  # this screen's
        assert "opnieuw versleuteld" in tekst_van(app)
        assert app.is_open
        await pilot.press("enter")
        await wacht_op(pilot, lambda: not app.is_open)
    assert opent(sessie, NIEUW)
    assert opent(sessie, code)
    assert not opent(sessie, WACHTWOORDZIN)


async def test_oude_kopieen_gaan_pas_weg_na_een_vraag(
    app: KernteamApp, sessie: Sessie, klok: VasteKlok
) -> None:
    oud = maak_reservekopie(sessie).pad
    nieuw = sleutels.begin_nieuwe_sleutel(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD)
    nieuw.bevestig(nieuw.herstelcode)
    sessie.klok = VasteKlok(klok.moment.replace(hour=11))
    async with open_app(app, "sleutels") as pilot:
        assert "1 reservekopie gaat nog open met een oude wachtwoordzin" in tekst_van(app)
        await pilot.press("end", "enter")
        await wacht(pilot)
        assert oud.exists()
        await pilot.press("tab", "enter")
        await wacht(pilot)
        assert not oud.exists()
        assert len(get_reservekopieen(sessie)) == 1
        assert "oude wachtwoordzin" not in tekst_van(app)


async def test_een_slot_voor_de_organisatie_erbij_en_weer_weg(
    app: KernteamApp, sessie: Sessie, tmp_path: Path
) -> None:
    _, openbaar = sleutels.maak_organisatiesleutel(tmp_path / "org")
    afdruk = sleutels.lees_vingerafdruk(openbaar)
    async with open_app(app, "sleutels") as pilot:
        assert "alleen jij komt in je kluis" in tekst_van(app)
        app.open("sleutel_organisatie")
        await wacht(pilot)
        await vul_en_verder(pilot, "sleutelbestand", str(tmp_path / "weg.pem"))
        assert "kan niet worden gelezen" in tekst_van(app)
        await vul_en_verder(pilot, "sleutelbestand", str(openbaar))
        assert afdruk in tekst_van(app)
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        await wacht(pilot)
        assert f"vingerafdruk {afdruk}" in tekst_van(app)
        app.open("sleutel_organisatie_weg")
        await wacht(pilot)
        await vul_en_verder(pilot, "huidig", WACHTWOORDZIN)
        await wacht(pilot)
        assert "alleen jij komt in je kluis" in tekst_van(app)
    assert opent(sessie, WACHTWOORDZIN)


async def test_f8_toont_wat_je_typt(app: KernteamApp) -> None:
    async with open_app(app, "sleutel_zin") as pilot:
        vul(app, "huidig", "zichtbaar")
        await pilot.pause()
        assert "zichtbaar" not in tekst_van(app)
        await pilot.press("f8")
        assert "zichtbaar" in tekst_van(app)

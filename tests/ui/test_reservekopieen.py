"""The screens of the backups: the list, one of them, and putting it back with the store closed."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import create_store, open_store
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.herstart import BRIEFJE, MELDING, OPNIEUW, Slotwijze
from kernteam_tui.screens.slot_bezig import BezigSlotScreen
from kernteam_tui.services import toegang as echte_toegang
from kernteam_tui.services.reservekopie import NieuweKopie, maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from tests.geduld import GEDULD
from tests.store.conftest import new_family
from tests.ui.hulpmiddel import (
    GEHEIM,
    VasteKlok,
    maak_app,
    op_slot,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
)


@pytest.fixture(scope="session")
def kluis_met_kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with a casus written after its one backup."""
    folder = tmp_path_factory.mktemp("kluis-met-kopie") / "kluis"
    store, _ = create_store(folder, GEHEIM, VOORBEELD)
    maak_reservekopie(Sessie(store, VasteKlok()))
    family = new_family()
    with store.unit_of_work() as uow:
        uow.instellingen()
        uow.scholen.add(family.school)
        uow.gezinnen.add(family.gezin)
        uow.casussen.add(family.casus)
        uow.commit()
    store.close()
    return folder


@pytest.fixture
def kluis(kluis_met_kopie: Path, kluis_map: Path) -> Path:
    shutil.copytree(kluis_met_kopie, kluis_map)
    return kluis_map


@pytest.fixture
def kopie(kluis: Path) -> Path:
    [path] = (kluis / "reserve").iterdir()
    return path


@pytest.fixture
def app(kluis: Path) -> KernteamApp:
    """On the real store, with the real door to it."""
    return maak_app(kluis, toegang=echte_toegang)


def casussen_in(folder: Path) -> int:
    store = open_store(folder, GEHEIM)
    try:
        with store.lezen() as conn:
            return int(conn.exec_driver_sql("SELECT count(*) FROM casus").scalar_one())
    finally:
        store.close()


def schrijf_pad(app: KernteamApp, tekst: str) -> None:
    app.screen.query_one("#pad").value = tekst  # type: ignore[attr-defined]  # an Input


# --- the list -------------------------------------------------------------------------------------


async def test_the_list_says_what_there_is(app: KernteamApp) -> None:
    async with open_app(app, "reservekopieen"):
        beeld = tekst_van(app)
        assert "1 reservekopie " in beeld
        assert "23 nov 2026 14:02" in beeld
        assert "vandaag" in beeld
        assert "door jou gemaakt" in beeld
        assert "goed" in beeld


async def test_an_empty_list_says_what_to_do(app: KernteamApp, kopie: Path) -> None:
    kopie.unlink()
    async with open_app(app, "reservekopieen"):
        assert "Druk op r om er nu een te maken" in tekst_van(app)


async def test_r_makes_one_more(app: KernteamApp, kluis: Path) -> None:
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("r")
        await wacht(pilot)
        assert any("Gemaakt en nagekeken" in str(melding.message) for melding in app._notifications)
    assert len(list((kluis / "reserve").iterdir())) == 2, "the one of an hour ago stays, for today"


async def test_m_makes_one_on_a_stick(app: KernteamApp, kluis: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick [b]"
    stick.mkdir()
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("m")
        schrijf_pad(app, f'"{stick}"')
        await pilot.press("enter")
        await wacht(pilot)
    assert len(list(stick.glob("*.kluis"))) == 1
    assert len(list((kluis / "reserve").iterdir())) == 1


@pytest.mark.parametrize(
    ("tekst", "zin"), [("", "nog geen map ingevuld"), ("/er/is/geen/stick", "is er niet"), ("~", "")]
)
async def test_a_folder_that_will_not_do_is_said_under_the_field(
    app: KernteamApp, tekst: str, zin: str, monkeypatch: pytest.MonkeyPatch, kluis: Path
) -> None:
    monkeypatch.setenv("HOME", str(kluis / "kluis.db"))  # a home that is a file
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("m")
        schrijf_pad(app, tekst)
        await pilot.press("enter")
        await wacht(pilot)
        assert (zin or "geen map") in tekst_van(app)
        await pilot.press("escape")
        await wacht(pilot)
        assert "1 reservekopie " in tekst_van(app)


async def test_a_folder_that_fails_later_comes_back_to_be_mended(
    app: KernteamApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick was there when it was typed, and is full when the backup is made."""
    stick = tmp_path / "stick"
    stick.mkdir()

    def vol(_: Sessie, pad: Path | None) -> NieuweKopie:
        if pad is not None and pad.name == "stick":
            raise KernteamError("De stick is vol.", "Maak ruimte, of kies een andere map.")
        return maak_reservekopie(_, pad)

    monkeypatch.setattr("kernteam_tui.screens.reservekopieen.lijst.maak_reservekopie", vol)
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("m")
        schrijf_pad(app, str(stick))
        await pilot.press("enter")
        await wacht(pilot)
        assert "De stick is vol. Maak ruimte, of kies een andere map." in " ".join(tekst_van(app).split())
        assert app.screen.query_one("#pad").value == str(stick)  # type: ignore[attr-defined]  # an Input
        (tmp_path / "stick2").mkdir()
        await pilot.press("2")
        assert "De stick is vol" not in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
    assert len(list((tmp_path / "stick2").glob("*.kluis"))) == 1


async def test_a_damaged_one_is_named_and_not_opened(app: KernteamApp, kopie: Path) -> None:
    kopie.write_bytes(b"stuk")
    async with open_app(app, "reservekopieen") as pilot:
        assert "beschadigd" in tekst_van(app)
        assert "kwam niet goed door de controle" in tekst_van(app)
        await pilot.press("enter")
        await wacht(pilot)
        assert app.screen.NAAM == "reservekopieen"  # type: ignore[attr-defined]  # a KernteamScreen


async def test_d_asks_and_takes_it_away(app: KernteamApp, kopie: Path) -> None:
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("d")
        assert "voorgoed weg" in tekst_van(app)
        await pilot.click("#ja")
        await wacht(pilot)
        assert "Nog geen reservekopie" in tekst_van(app)
    assert not kopie.exists()


async def test_a_store_that_was_kept_aside_stands_below_and_can_go(app: KernteamApp, kluis: Path) -> None:
    (kluis / "oud" / "2026-11-20T101500").mkdir(parents=True)
    (kluis / "oud" / "2026-11-20T101500" / "kluis.db").write_bytes(b"x" * 5000)
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("down")
        await wacht(pilot)
        assert "Mis je niets, haal hem dan weg met d." in " ".join(tekst_van(app).split())
        await pilot.press("d")
        await pilot.click("#ja")
        await wacht(pilot)
    assert list((kluis / "oud").iterdir()) == []


# --- one backup -------------------------------------------------------------------------------------


async def test_enter_shows_both_stores_beside_each_other(app: KernteamApp) -> None:
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        regels = tekst_van(app).splitlines()
    [casussen] = [regel.split() for regel in regels if regel.strip().startswith("Casussen")]
    assert casussen == ["Casussen", "0", "1"]


async def test_one_from_elsewhere_is_looked_into(app: KernteamApp, kopie: Path, tmp_path: Path) -> None:
    stick = tmp_path / "van mij.kluis"
    kopie.rename(stick)
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("o")
        schrijf_pad(app, str(tmp_path / "foto.jpg"))
        await pilot.press("enter")
        assert "is er niet" in tekst_van(app)
        schrijf_pad(app, str(stick))
        await pilot.press("enter")
        await wacht(pilot)
        assert "In de kopie" in tekst_van(app)


async def test_one_under_another_key_asks_for_its_passphrase(app: KernteamApp, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "ander", "hun zin", VOORBEELD)
    theirs = maak_reservekopie(Sessie(other, VasteKlok())).pad
    other.close()
    async with open_app(app, "reservekopie", pad=str(theirs)):
        assert "nog een andere sleutel had" in tekst_van(app)


async def zet_terug(pilot: Pilot[Any], app: KernteamApp, kopie: Path, geheim: str = GEHEIM) -> None:
    app.open("reservekopie", pad=str(kopie))
    await wacht(pilot)
    app.screen.query_one("#kopie-geheim").value = geheim  # type: ignore[attr-defined]  # an Input
    await pilot.press("enter")
    await wacht(pilot)


async def test_a_wrong_passphrase_costs_nothing(app: KernteamApp, kluis: Path, kopie: Path) -> None:
    async with open_app(app) as pilot:
        await zet_terug(pilot, app, kopie, "iets anders")
        assert "niet juist" in tekst_van(app)
        assert app.is_open
    assert not (kluis / "oud").exists()


async def test_putting_back_ends_on_the_lock_screen_with_the_store_of_then(
    app: KernteamApp, kluis: Path, kopie: Path
) -> None:
    async with open_app(app) as pilot:
        await zet_terug(pilot, app, kopie)
        assert "Deze reservekopie terugzetten?" in tekst_van(app)
        await pilot.click("#ja")
        await wacht_op(pilot, lambda: not app.is_open)
        await wacht(pilot)
        assert "is teruggezet" in " ".join(tekst_van(app).split())
        assert "wachtwoordzin van toen" in " ".join(tekst_van(app).split())
        geheim = app.screen.query_one("#slot-geheim")
        assert not geheim.disabled
        geheim.value = GEHEIM  # type: ignore[attr-defined]  # an Input
        await pilot.press("enter")
        await wacht_op(pilot, lambda: app.is_open)
        app.sluit_kluis()
    assert casussen_in(kluis) == 0
    [apart] = (kluis / "oud").iterdir()
    assert casussen_in(apart) == 1


async def test_no_is_the_answer_under_the_cursor(app: KernteamApp, kluis: Path, kopie: Path) -> None:
    async with open_app(app) as pilot:
        await zet_terug(pilot, app, kopie)
        await pilot.press("enter")
        await wacht(pilot)
        assert app.is_open
        app.sluit_kluis()
    assert not (kluis / "oud").exists()
    assert casussen_in(kluis) == 1


async def test_what_fails_is_said_and_the_store_is_as_it_was(
    app: KernteamApp, kluis: Path, kopie: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faal(*_: object) -> None:
        raise KernteamError("Er is geen ruimte.", "Maak ruimte vrij.")

    monkeypatch.setattr("kernteam_tui.screens.reservekopieen.kopie.zet_terug", faal)
    async with open_app(app) as pilot:
        await zet_terug(pilot, app, kopie)
        await pilot.click("#ja")
        await wacht_op(pilot, lambda: not app.is_open)
        await wacht(pilot)
        assert "Er is geen ruimte. Maak ruimte vrij." in " ".join(tekst_van(app).split())
    assert casussen_in(kluis) == 1


async def test_while_it_is_busy_no_passphrase_can_be_typed(app: KernteamApp) -> None:
    mag = threading.Event()
    async with open_app(app) as pilot:
        app.doe_gesloten("Even geduld …", lambda: "Klaar." if mag.wait(GEDULD) else "")
        await wacht_op(pilot, lambda: isinstance(app.screen, BezigSlotScreen))
        assert "Even geduld" in tekst_van(app)
        assert app.screen.query_one("#slot-geheim").disabled
        mag.set()
        await wacht(pilot)
        assert "Klaar." in tekst_van(app)
        assert not app.screen.query_one("#slot-geheim").disabled


async def test_in_a_process_of_its_own_the_sentence_goes_to_the_next(
    kluis: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefje = tmp_path / "briefje"
    monkeypatch.setenv(MELDING, "")
    monkeypatch.setenv(BRIEFJE, str(briefje))
    app = maak_app(kluis, toegang=echte_toegang, slotwijze=Slotwijze.NIEUW_PROCES)
    async with open_app(app) as pilot:
        app.doe_gesloten("Even geduld …", lambda: "De kopie is terug.")
        await wacht_op(pilot, lambda: app.return_code == OPNIEUW)
    assert os.environ[MELDING] == "De kopie is terug."
    assert briefje.read_text("utf-8") == "De kopie is terug.", "for a parent that starts the next one"
    volgende = maak_app(kluis, toegang=echte_toegang)
    async with op_slot(volgende):
        assert "De kopie is terug." in tekst_van(volgende)
    assert MELDING not in os.environ


# --- a store that does not open any more ------------------------------------------------------------


@pytest.mark.parametrize("schade", ["cut", "gone", "all gone", "rubbish"])
async def test_the_lock_screen_offers_the_newest_backup(app: KernteamApp, kluis: Path, schade: str) -> None:
    database = kluis / "kluis.db"
    if schade in ("gone", "all gone"):
        database.unlink()
        if schade == "all gone":
            (kluis / "kluis.keys").unlink()
            (kluis / "kluis.keys.bak").unlink()
    else:
        database.write_bytes(database.read_bytes()[:5000] if schade == "cut" else b"\7" * 8192)
    async with op_slot(app) as pilot:
        geheim = app.screen.query_one("#slot-geheim")
        if schade == "rubbish":  # only the key shows it
            geheim.value = GEHEIM  # type: ignore[attr-defined]  # an Input
            await pilot.press("enter")
            await wacht_op(pilot, lambda: "F6" in tekst_van(app))
        await wacht(pilot)
        beeld = " ".join(tekst_van(app).split())
        assert "Er is een reservekopie van ma 23 nov 14:02." in beeld
        assert "blijft apart bewaard" in beeld
        await pilot.press("f6")
        assert "Typ eerst je wachtwoordzin" in tekst_van(app)
        geheim.value = GEHEIM  # type: ignore[attr-defined]  # an Input
        await pilot.press("f6")
        await wacht_op(pilot, lambda: app.is_open)
        app.sluit_kluis()
    assert casussen_in(kluis) == 0


async def test_a_wrong_passphrase_for_the_backup_makes_one_wait_as_always(
    app: KernteamApp, kluis: Path
) -> None:
    (kluis / "kluis.db").write_bytes(b"")
    async with op_slot(app) as pilot:
        await wacht_op(pilot, lambda: "F6" in tekst_van(app))
        app.screen.query_one("#slot-geheim").value = "iets anders"  # type: ignore[attr-defined]  # an Input
        await pilot.press("f6")
        await wacht_op(pilot, lambda: "niet juist" in tekst_van(app))
        assert app.mislukte_pogingen == 1
    assert (kluis / "kluis.db").read_bytes() == b""


async def test_without_a_backup_nothing_is_offered(app: KernteamApp, kluis: Path, kopie: Path) -> None:
    kopie.unlink()
    (kluis / "kluis.db").write_bytes(b"")
    async with op_slot(app) as pilot:
        assert "beschadigd" in tekst_van(app)
        assert "F6" not in tekst_van(app)
        await pilot.press("f6")
        assert not app.is_open


async def test_no_file_at_all_is_said_as_such(app: KernteamApp) -> None:
    async with open_app(app, "reservekopieen") as pilot:
        await pilot.press("o", "enter")
        await wacht(pilot)
        assert "nog geen bestand ingevuld" in tekst_van(app)

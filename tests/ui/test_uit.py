"""What left the store: where it lies, how long already, and clearing it up."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.screens.dialogen import Bevestiging
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.samenvatting import SamenvattingUitkomst, maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uit import get_uit, ruim_op
from tests.conftest import VasteKlok
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht
from tests.ui.schoolgezin import maak_casus, maak_school

PLAN = {"onderdelen": {"wat_gaat_goed": {"woorden": [{"van": "Noor", "tekst": "Oma belt"}]}}}


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    maak_school(sessie)
    casus_id = maak_casus(sessie)
    lees_plan(sessie, casus_id, PLAN, vaststellen=True)
    return casus_id


def maak_bladzijde(sessie: Sessie, casus_id: str, dagen_oud: int = 0, uit: Path | None = None) -> Path:
    gemaakt: SamenvattingUitkomst = maak_samenvatting(sessie, casus_id, "ouder", "tekst", uit)
    oud = (sessie.nu() - timedelta(days=dagen_oud)).timestamp()
    os.utime(gemaakt.bestand, (oud, oud))
    return gemaakt.bestand


def test_a_page_is_listed_with_its_casus_and_for_whom(sessie: Sessie, casus_id: str) -> None:
    pad = maak_bladzijde(sessie, casus_id, dagen_oud=3)
    [regel] = get_uit(sessie).regels
    assert (regel.pad, regel.nummer, regel.voor, regel.dagen_oud) == (pad, "2026-001", "ouder", 3)
    assert regel.in_uit
    assert not regel.oud


def test_a_file_saved_elsewhere_is_not_forgotten(sessie: Sessie, casus_id: str, tmp_path: Path) -> None:
    elders = maak_bladzijde(sessie, casus_id, uit=tmp_path / "bureaublad" / "plan.txt")
    [regel] = get_uit(sessie).regels
    assert regel.pad == elders
    assert not regel.in_uit


def test_a_folder_that_goes_to_the_cloud_is_warned_of(sessie: Sessie, casus_id: str, tmp_path: Path) -> None:
    hier = maak_samenvatting(sessie, casus_id, "ouder", "tekst", tmp_path / "map" / "plan.txt")
    wolk = maak_samenvatting(sessie, casus_id, "ouder", "tekst", tmp_path / "OneDrive" / "plan.txt")
    assert not any("OneDrive" in zin for zin in hier.meldingen)
    assert any("gaat vanzelf naar OneDrive" in zin for zin in wolk.meldingen)


def test_a_file_that_the_program_did_not_write_is_shown_too(sessie: Sessie) -> None:
    (sessie.map / "uit").mkdir()
    (sessie.map / "uit" / "brief.docx").write_bytes(b"x")
    [regel] = get_uit(sessie).regels
    assert (regel.wat, regel.nummer) == ("", "")


def test_a_file_that_is_gone_is_not_shown(sessie: Sessie, casus_id: str) -> None:
    maak_bladzijde(sessie, casus_id).unlink()
    assert not get_uit(sessie).regels


def test_clearing_up_takes_the_file_and_is_logged_without_its_name(sessie: Sessie, casus_id: str) -> None:
    pad = maak_bladzijde(sessie, casus_id)
    assert ruim_op(sessie, [pad]).verwijderd == (pad,)
    assert not pad.exists()
    with sessie.lezen() as conn:
        [regel, *_] = lees_log(conn)
    assert (regel.soort, regel.wat) == (LogSoort.OPGERUIMD, "bestanden: 1")


def test_what_the_system_will_not_let_go_is_told(sessie: Sessie) -> None:
    blijft = sessie.map / "uit" / "map"
    blijft.mkdir(parents=True)
    assert ruim_op(sessie, [blijft]).bleef == (blijft,)


async def test_what_is_older_than_a_week_goes_with_one_key(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    nieuw = maak_bladzijde(sessie, casus_id, uit=sessie.map / "uit" / "nieuw.txt")
    oud = maak_bladzijde(sessie, casus_id, dagen_oud=8, uit=sessie.map / "uit" / "oud.txt")
    async with open_app(maak_app(tmp_path, sessie), "uit") as pilot:
        assert "1 ouder dan een week" in tekst_van(pilot.app)
        await pilot.press("w")
        await wacht(pilot)
        assert (nieuw.exists(), oud.exists()) == (True, False)
        assert "ouder dan" not in tekst_van(pilot.app).split("opgeruimd")[0]


async def test_one_file_goes_at_once_and_all_of_them_only_after_a_question(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    paden = [maak_bladzijde(sessie, casus_id, uit=sessie.map / "uit" / f"{nr}.txt") for nr in range(3)]
    async with open_app(maak_app(tmp_path, sessie), "uit") as pilot:
        await pilot.press("d")
        await wacht(pilot)
        assert sum(pad.exists() for pad in paden) == 2
        await pilot.press("a")
        await wacht(pilot)
        assert isinstance(pilot.app.screen, Bevestiging)
        await pilot.click("#ja")
        await wacht(pilot)
        assert not any(pad.exists() for pad in paden)
        assert "geen bestanden buiten de kluis" in tekst_van(pilot.app)


async def test_with_nothing_to_clear_up_no_key_offers_it(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    maak_bladzijde(sessie, casus_id)
    async with open_app(maak_app(tmp_path, sessie), "uit", size=(120, 40)) as pilot:
        assert "d opruimen" in _voet(pilot.app)
        await pilot.press("d")
        await wacht(pilot)
        for woord in ("opruimen", "ouder dan een week", "alles"):
            assert woord not in _voet(pilot.app)
        assert "Esc terug" in _voet(pilot.app)
        await pilot.press("f1")
        assert "Alle bestanden in deze lijst weghalen" not in tekst_van(pilot.app)


def _voet(app: object) -> str:
    return tekst_van(app).splitlines()[-1]

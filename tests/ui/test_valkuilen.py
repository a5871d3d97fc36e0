"""The traps of Textual, each with its story: markup, crashes, threads, English, big tables."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import DataTable

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil import noodlog
from kernteam_tui.schil.opdrachten import OVERAL
from kernteam_tui.schil.vangnet import FOUT_IN_PROGRAMMA
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.dialogen import Foutdialoog
from kernteam_tui.screens.register import SCHERMEN
from kernteam_tui.widgets.tabel import Rij, Tabel
from kernteam_tui.widgets.tekst import Tekst
from tests.ui.hulpmiddel import (
    ENGELS,
    NepConcepten,
    NepToegang,
    maak_app,
    op_slot,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)
from tests.ui.proefschermen import RAAR, Formulier, Vandaag


@pytest.fixture(autouse=True)
def _schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(monkeypatch, {"vandaag": Vandaag, "aanmelding": Formulier})
    Vandaag.keren = 0


# --- markup ------------------------------------------------------------------------------


@pytest.mark.parametrize("raar", RAAR)
async def test_text_of_a_user_is_never_markup(tmp_path: Path, raar: str) -> None:
    app = maak_app(tmp_path, merk=raar)
    async with open_app(app, size=(120, 40)) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.kop(titel=raar, onderwerp=raar)
        scherm.query_one("#tekst", Tekst).update(raar)
        scherm.query_one(Tabel).vul([Rij(raar, (raar, Text(raar)))])
        scherm.query_one(Tabel).zet_leeg(raar)
        app.notify(raar, title=raar)
        await pilot.pause()
        assert tekst_van(app).count(raar) >= 6
        scherm.bevestig(raar, raar, lambda: None, ja=raar, nee=raar)
        await wacht(pilot)
        assert tekst_van(app).count(raar) >= 4
        await pilot.press("escape")
        scherm.vraag_reden(raar, raar, lambda _: None, keuzes=[(raar, raar)])
        await wacht(pilot)
        assert raar in tekst_van(app)
        await pilot.press("escape")
        scherm.toon_fout(KernteamError(raar, raar))
        await wacht(pilot)
        assert raar in tekst_van(app)


async def test_choosing_text_with_brackets_gives_that_text(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app, size=(120, 40)) as pilot:
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert [melding.message for melding in app._notifications] == [RAAR[1]]


# --- crashes -----------------------------------------------------------------------------


async def test_a_crash_saves_first_and_shows_no_secrets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    concepten = NepConcepten()
    app = maak_app(tmp_path, concepten=concepten)

    def ontplof() -> None:
        voornaam = "Sami Yilmaz"
        raise ValueError(f"{voornaam} met wachtwoordzin hunter2")

    async def typ_en_ontplof() -> None:
        async with open_app(app, "aanmelding") as pilot:
            app.screen.query_one("#naam-invoer").value = "Sami"  # type: ignore[attr-defined]  # Invoer
            app.call_later(ontplof)
            await pilot.pause()
            await pilot.pause()

    with pytest.raises(ValueError, match="hunter2"):
        await typ_en_ontplof()
    assert app.return_code == FOUT_IN_PROGRAMMA
    assert concepten.bewaard["valkuil"]["naam"] == "Sami"
    assert app.toegang.sessies[0].gesloten  # type: ignore[attr-defined]  # NepToegang
    log = (tmp_path / "fouten.log").read_text()
    assert "test_valkuilen.py" in log
    assert "ontplof" in log
    gezien = capsys.readouterr()
    for geheim in ("Sami", "Yilmaz", "hunter2"):
        assert geheim not in log
        assert geheim not in gezien.out + gezien.err
    assert "niet aan jou" in gezien.err


def test_the_log_names_causes_and_survives_a_missing_disk(tmp_path: Path) -> None:
    def mislukt() -> None:
        try:
            raise KeyError("Sami")
        except KeyError as oorzaak:
            raise RuntimeError("Noor") from oorzaak

    with pytest.raises(RuntimeError) as gevangen:
        mislukt()
    (tmp_path / "bestand").write_text("")
    assert not noodlog.schrijf(gevangen.value, tmp_path / "bestand" / "fouten.log")
    assert noodlog.schrijf(gevangen.value, tmp_path / "map" / "fouten.log")
    regels = noodlog.regels(gevangen.value)
    assert [regel for regel in regels if not regel.startswith("  ")] == ["RuntimeError", "KeyError"]


async def test_a_fault_in_a_service_is_a_dialog_and_the_app_goes_on(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)

        def kapot(sessie: Any) -> None:
            raise ZeroDivisionError(f"Sami {sessie}")

        scherm.doe(kapot)
        await wacht_op(pilot, lambda: isinstance(app.screen, Foutdialoog))
        assert "niet aan jou" in tekst_van(app)
        assert "Sami" not in (tmp_path / "fouten.log").read_text()
        await pilot.press("enter")
        scherm.lees(kapot, bij_klaar=lambda _: None)
        await wacht_op(pilot, lambda: isinstance(app.screen, Foutdialoog))


async def test_a_refusal_is_one_dialog_with_a_next_step(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    geweigerd: list[str] = []

    def weiger(_sessie: Any) -> None:
        raise KernteamError("Dit mag niet.", "Vraag eerst toestemming.")

    async with open_app(app) as pilot:
        scherm = app.screen
        assert isinstance(scherm, Vandaag)
        scherm.doe(weiger)
        await wacht_op(pilot, lambda: "Vraag eerst toestemming." in tekst_van(app))
        await pilot.press("escape")
        scherm.doe(weiger, bij_fout=lambda fout: geweigerd.append(fout.tekst))
        await wacht_op(pilot, lambda: geweigerd)
        assert app.screen is scherm


async def test_no_word_of_textual_itself_is_on_any_screen(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    beelden: list[str] = []
    async with op_slot(app, (120, 40)) as pilot:
        beelden.append(tekst_van(app))
        await pilot.press("f1")
        await wacht(pilot)
        beelden.append(tekst_van(app))
    async with open_app(maak_app(tmp_path), "aanmelding", size=(120, 40)) as pilot:
        for toetsen in (["ctrl+s"], ["ctrl+p"], ["q", "x", "q"], ["escape", "f1"], ["escape", "ctrl+c"]):
            await pilot.press(*toetsen)
            await wacht(pilot)
            beelden.append(tekst_van(pilot.app))
        await pilot.press("tab", "tab", "tab", "enter")
        await wacht(pilot)
        beelden.append(tekst_van(pilot.app))
    assert not [woord for beeld in beelden for woord in ENGELS.findall(beeld)]
    assert any("Geen opdracht gevonden" in beeld for beeld in beelden)
    assert any("Stoppen doe je met ctrl+q" in beeld for beeld in beelden)


async def test_no_picture_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = maak_app(tmp_path)
    async with open_app(app):
        app.action_screenshot()
        await app.run_action("app.screenshot")
        assert list(app.get_system_commands(app.screen)) == []
    assert not list(tmp_path.rglob("*.svg"))


async def test_the_list_of_commands_finds_and_runs_one(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        await pilot.press("ctrl+p")
        await wacht(pilot)
        assert "Een nieuwe aanmelding vastleggen" in tekst_van(app)
        assert "Zoeken in casussen" not in tekst_van(app), "that screen does not exist here"
        await pilot.press("a", "a", "n", "m", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, Formulier)
        await pilot.press("escape")
        await pilot.press("ctrl+p")
        await wacht(pilot)
        await pilot.press(*"iets", "enter")
        await wacht(pilot)
        assert Vandaag.keren == 1


async def test_a_screen_that_does_not_exist_has_no_key(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        await pilot.press("f3", "f5", "f12", "slash")
        await wacht(pilot)
        assert isinstance(app.screen, Vandaag)
        assert "F3" not in tekst_van(app)


async def test_a_function_key_works_while_typing_and_not_in_a_dialog(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app, "aanmelding") as pilot:
        await pilot.press("n")
        assert app.screen.query_one("#naam-invoer").value == "n"  # type: ignore[attr-defined]  # Invoer
        await pilot.press("f2")
        await wacht(pilot)
        assert isinstance(app.screen, Vandaag)
        await pilot.press("k")
        await wacht(pilot)
        await pilot.press("f2", "f1", "ctrl+p")
        await wacht(pilot)
        assert type(app.screen).__name__ == "Keuzedialoog"


def test_no_key_that_terminals_fold_together() -> None:
    verboden = re.compile(r"ctrl\+([hijm0-9]$|alt\+)|alt\+ctrl|^f10$")
    for opdracht in OVERAL:
        for toets in opdracht.toets.split(","):
            assert not verboden.search(toets), toets


def test_every_registered_screen_exists() -> None:
    for plaats in SCHERMEN.values():
        assert isinstance(plaats, type) or ":" in str(plaats)


# --- tables -------------------------------------------------------------------------------------


async def test_a_long_table_shows_three_hundred_at_a_time(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        tabel = app.screen.query_one(Tabel)
        tabel.vul([])
        await pilot.pause()
        assert "Niets. [/]x" in tekst_van(app)
        tabel.vul([Rij(f"s{nummer}", (f"naam {nummer}", "iets")) for nummer in range(650)])
        app.screen.query_one(DataTable).focus()
        await pilot.pause()
        assert app.screen.query_one(DataTable).row_count == 300
        assert "1-300 van 650" in tekst_van(app)
        await pilot.press("greater_than_sign", "greater_than_sign", "greater_than_sign")
        await pilot.pause()
        assert "601-650 van 650" in tekst_van(app)
        await pilot.press("down")
        assert tabel.sleutel == "s601"
        tabel.vul([Rij(f"s{nummer}", (f"naam {nummer}", "iets")) for nummer in range(1, 650)])
        assert tabel.sleutel == "s601", "the cursor stays on the same row"
        tabel.vul([])
        assert tabel.sleutel is None


async def test_first_set_up_opens_when_there_is_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class EersteKeer(KernteamScreen):
        NAAM = "eerste_keer"
        TITEL = "Welkom"

        def inhoud(self) -> ComposeResult:
            yield Tekst("Dit is je werkkopie.")

    monkeypatch.setitem(SCHERMEN, "eerste_keer", EersteKeer)
    app = maak_app(tmp_path, toegang=NepToegang(staat="ontbreekt"))
    async with op_slot(app) as pilot:
        assert "Dit is je werkkopie." in tekst_van(app)
        scherm = app.screen
        assert isinstance(scherm, EersteKeer)
        scherm.roep(
            lambda: app.toegang.unlock(tmp_path, "vijf losse woorden op rij", app.klok),
            bij_klaar=app.neem_sessie,
        )
        await wacht_op(pilot, lambda: app.is_open)
        await wacht(pilot)
        assert isinstance(app.screen, Vandaag)


async def test_a_row_that_went_away_while_its_mark_was_on_its_way_breaks_nothing(tmp_path: Path) -> None:
    app = maak_app(tmp_path)
    async with open_app(app) as pilot:
        tabel = app.screen.query_one(Tabel)
        datatable = tabel.query_one(DataTable)
        weg: Any = None  # what Textual gives for a row that it no longer has
        datatable.post_message(DataTable.RowHighlighted(datatable, 0, weg))
        datatable.post_message(DataTable.RowSelected(datatable, 0, weg))
        await pilot.pause()
        assert app.return_code is None

"""Caseload: finding a case among many, and finding the list again as it was left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import Fase, RedenLater
from kernteam_tui.screens.caseload import WACHT, CaseloadScreen
from kernteam_tui.screens.caseload_lijst import (
    VOLGORDEN,
    kolommen,
    rijen,
    signaal_woorden,
    sorteer,
    telling,
    volgende_volgorde,
)
from kernteam_tui.services.caseload import CaseloadRegel, get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitstel import Uitstel, zet_uitstel
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tabel import Tabel
from kernteam_tui.widgets.velden import Tekstveld
from tests.conftest import VasteKlok
from tests.ui.gezinnen import doelscherm, geopend, houd_startgesprek, maak_school, meld_aan, sluit
from tests.ui.hulpmiddel import (
    MAANDAG,
    maak_app,
    ontgrendel,
    open_app,
    tekst_van,
    wacht,
    wacht_op,
    zet_schermen,
)

ANKER = "Het Anker"


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    """Two schools; Sami and Lina wait, Daan is helped, Noor is closed."""
    sessie = Sessie(store, klok)
    maak_school(sessie)
    maak_school(sessie, ANKER)
    meld_aan(sessie, "Sami", dagen=1)
    meld_aan(sessie, "Lina", dagen=3, achternaam="[/]x", school=ANKER, klas="2A")
    houd_startgesprek(sessie, meld_aan(sessie, "Daan", dagen=20), MAANDAG - timedelta(days=16))
    sluit(sessie, meld_aan(sessie, "Noor", dagen=60))
    return sessie


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {"caseload": CaseloadScreen, "casus": doelscherm("casus"), "aanmelding": doelscherm("aanmelding")},
    )


async def filter_op(pilot: Any, veld: str, waarde: str) -> None:
    soort = Tekstveld if veld == "tekst" else Keuzeveld
    pilot.app.screen.query_one(f"#{veld}", soort).waarde = waarde
    await pilot.pause(WACHT + 0.05)
    await wacht(pilot)


def namen(app: Any) -> list[str]:
    """The first names on the screen, from top to bottom."""
    bekend = ("Sami", "Lina", "Daan", "Noor")
    tabel = tekst_van(app).split("Signalen")[1].split("\n")
    return [naam for regel in tabel for naam in bekend if f"2026-00{bekend.index(naam) + 1}  {naam}" in regel]


async def test_without_cases_the_list_says_what_to_do(tmp_path: Path, store: Store, klok: VasteKlok) -> None:
    app = maak_app(tmp_path, Sessie(store, klok))
    async with open_app(app):
        assert "Nog geen casussen. Druk op n voor een nieuwe aanmelding." in tekst_van(app)


async def test_the_whole_caseload_with_the_closed_ones_apart(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)):
        scherm = tekst_van(app)
        assert namen(app) == ["Sami", "Lina", "Daan", "Noor"]
    assert "4 casussen, 1 afgesloten   nieuwste aanmelding eerst" in scherm
    assert scherm.index("in begeleiding") < scherm.index("─ afgesloten") < scherm.index("Noor")
    assert "2026-002  Lina [/]x" in scherm
    assert "3B" in scherm
    assert "vr 27" in scherm


async def test_enter_opens_the_marked_case(tmp_path: Path, sessie: Sessie) -> None:
    lina = get_caseload(sessie)[1]
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert geopend(app) == ("casus", {"casus_id": lina.casus_id})


async def test_the_line_above_the_closed_cases_opens_nothing(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("down", "down", "down", "enter")
        await wacht(pilot)
        assert isinstance(app.screen, CaseloadScreen)


@pytest.mark.parametrize(
    ("veld", "waarde", "over"),
    [
        ("tekst", "daan", ["Daan"]),
        ("tekst", "2026-001", ["Sami"]),
        ("tekst", "2a", ["Lina"]),
        ("school", ANKER, ["Lina"]),
        ("fase", Fase.AFGESLOTEN.value, ["Noor"]),
        ("fase", Fase.AANGEMELD.value, ["Sami", "Lina"]),
    ],
)
async def test_a_filter_leaves_what_fits(
    tmp_path: Path, sessie: Sessie, veld: str, waarde: str, over: list[str]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)) as pilot:
        await filter_op(pilot, veld, waarde)
        assert namen(app) == over
        assert f"{len(over)} van 4 casussen" in tekst_van(app)


async def test_a_filter_that_fits_nothing_says_how_to_undo_it(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await filter_op(pilot, "tekst", "zzz")
        assert "Geen casus past bij dit filter." in tekst_van(app)
        await pilot.press("a")
        await wacht(pilot)
        assert namen(app) == ["Sami", "Lina", "Daan", "Noor"]


async def test_typing_in_the_filter_and_going_on_with_the_list(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("f", "d", "a")
        await wacht_op(pilot, lambda: namen(app) == ["Daan"])
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert geopend(app)[0] == "casus"


async def test_while_typing_the_footer_names_no_key_that_would_be_typed(
    tmp_path: Path, sessie: Sessie
) -> None:
    async with open_app(maak_app(tmp_path, sessie), "caseload", size=(120, 40)) as pilot:
        await pilot.press("f")
        voet = tekst_van(pilot.app).splitlines()[-1]
        assert "Enter openen" in voet
        assert "s sorteren" not in voet
        assert "n nieuw" not in voet
        await pilot.press("enter")
        assert "s sorteren" in tekst_van(pilot.app).splitlines()[-1]


async def test_filters_and_order_are_still_there_after_locking(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    app.toegang.maak = lambda: Sessie(sessie.store, sessie.klok)  # type: ignore[attr-defined]  # NepToegang
    sluiten = sessie.store.close
    sessie.store.close = lambda: None  # type: ignore[method-assign]  # locking must not end the test's store
    async with open_app(app) as pilot:
        await filter_op(pilot, "school", ANKER)
        await filter_op(pilot, "tekst", "li")
        await pilot.press("s")
        app.vergrendel()
        await wacht(pilot)
        assert "Lina" not in tekst_van(app)
        await ontgrendel(pilot)
        scherm = tekst_van(app)
        assert namen(app) == ["Lina"]
    sessie.store.close = sluiten  # type: ignore[method-assign]  # as above
    assert ANKER in scherm
    assert "langst geleden aangemeld eerst" in scherm


async def test_a_filter_survives_a_look_at_a_case(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await filter_op(pilot, "tekst", "li")
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app)[0] == "casus"
        await pilot.press("escape")
        await wacht(pilot)
        assert namen(app) == ["Lina"]


async def test_the_order_changes_and_says_so(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)) as pilot:
        await pilot.press("s")
        await wacht(pilot)
        assert namen(app) == ["Daan", "Lina", "Sami", "Noor"]
        assert "langst geleden aangemeld eerst" in tekst_van(app)
        await pilot.press("s")
        await wacht(pilot)
        assert "eerstvolgende datum eerst" in tekst_van(app)
        assert "Volgende▾" in tekst_van(app)


async def test_the_lines_below_tell_more_of_the_marked_case(tmp_path: Path, sessie: Sessie) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        await pilot.press("down")
        await wacht(pilot)
        assert "Lina [/]x  Het Anker  ·  2A  ·  aangemeld" in tekst_van(app)
        assert "startgesprek plannen" in tekst_van(app)


async def test_with_one_school_there_is_no_choice_of_school(
    tmp_path: Path, store: Store, klok: VasteKlok
) -> None:
    sessie = Sessie(store, klok)
    maak_school(sessie)
    meld_aan(sessie, "Sami")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)):
        scherm = tekst_van(app)
    assert "alle scholen" not in scherm
    assert "School" not in scherm


async def test_two_thousand_cases_show_three_hundred_at_a_time(
    tmp_path: Path, sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    veel = veel_regels(sessie, 2000)
    monkeypatch.setattr("kernteam_tui.screens.caseload.get_caseload", lambda _: veel)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=(120, 40)) as pilot:
        assert "1-300 van 2000" in tekst_van(app)
        await pilot.press(">")
        assert "301-600 van 2000" in tekst_van(app)
        await filter_op(pilot, "tekst", "1999")
        assert "1 van 2000 casussen" in tekst_van(app)
        assert app.screen.query_one(Tabel).sleutel == "id-1999"


def veel_regels(sessie: Sessie, aantal: int) -> tuple[CaseloadRegel, ...]:
    eerste = get_caseload(sessie)[0]
    return tuple(
        replace(eerste, casus_id=f"id-{nr}", nummer=f"2026-{nr}", jongere=f"Jongere {nr}")
        for nr in range(aantal)
    )


# --- orders and columns, without a screen -----------------------------------------------------


def regel(sessie: Sessie, **anders: Any) -> CaseloadRegel:
    return replace(get_caseload(sessie)[0], **anders)


def op_volgorde(regels: Sequence[CaseloadRegel], volgorde: str) -> list[str]:
    return [regel.casus_id for regel in sorteer(regels, volgorde)]


def test_who_was_never_spoken_comes_first_and_closed_cases_last(sessie: Sessie) -> None:
    regels = [
        regel(sessie, casus_id="kort", laatste_contact=date(2026, 11, 20)),
        regel(sessie, casus_id="dicht", laatste_contact=None, open=False),
        regel(sessie, casus_id="nooit", laatste_contact=None),
        regel(sessie, casus_id="lang", laatste_contact=date(2026, 10, 1)),
    ]
    assert op_volgorde(regels, "contact") == ["nooit", "lang", "kort", "dicht"]


def test_without_a_next_date_a_case_comes_last(sessie: Sessie) -> None:
    regels = [regel(sessie, casus_id="geen", volgende=None), regel(sessie, casus_id="wel")]
    assert op_volgorde(regels, "volgende") == ["wel", "geen"]


def test_one_key_walks_through_every_order_and_back() -> None:
    gezien, naam = [], "aangemeld"
    for _ in VOLGORDEN:
        gezien.append(naam)
        naam = volgende_volgorde(naam)
    assert gezien == list(VOLGORDEN)
    assert naam == "aangemeld"


@pytest.mark.parametrize("breed", [77, 97, 117, 157])
@pytest.mark.parametrize("volgorde", list(VOLGORDEN))
def test_the_columns_fit_the_screen(breed: int, volgorde: str) -> None:
    hoe = kolommen(breed, volgorde)
    assert sum((kolom.breedte or 0) + 2 for kolom in hoe) <= breed
    assert all(len(kolom.kop) <= (kolom.breedte or 0) for kolom in hoe)


def test_long_words_end_in_an_ellipsis_within_their_column(sessie: Sessie) -> None:
    hoe = kolommen(77, "aangemeld")
    [rij] = rijen([regel(sessie, jongere="Maria-Antoinette van den Oever-Kamphuijzen")], hoe, MAANDAG)
    for kolom, cel in zip(hoe, rij.cellen, strict=True):
        assert len(str(cel)) <= (kolom.breedte or 0)
    assert str(rij.cellen[1]).endswith("…")


def test_signals_are_a_number_and_the_first_words(sessie: Sessie) -> None:
    assert signaal_woorden(regel(sessie, signalen=())) == ""
    assert signaal_woorden(regel(sessie, spoed=True)).startswith("spoed  2  kennismaking aanbieden")


def test_counting_in_words(sessie: Sessie) -> None:
    een = regel(sessie)
    assert telling([een], 1) == "1 casus"
    assert telling([een, replace(een, open=False)], 2) == "2 casussen, 1 afgesloten"
    assert telling([een, replace(een, open=False)], 1) == "1 van 2 casussen, 1 afgesloten"


async def test_above_the_list_stands_how_many_first_talks_were_in_time(
    tmp_path: Path, sessie: Sessie
) -> None:
    """Daan was spoken to four days after he came in; Eva waited for two weeks, and of Bo the parents chose
    that: it stands apart."""
    houd_startgesprek(sessie, meld_aan(sessie, "Eva", dagen=20, school=ANKER), MAANDAG - timedelta(days=5))
    bo = meld_aan(sessie, "Bo", dagen=20)
    zet_uitstel(sessie, bo, get_casus(sessie, bo).revision, Uitstel(RedenLater.EIGEN_VERZOEK))
    houd_startgesprek(sessie, bo, MAANDAG - timedelta(days=5))
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        whole = "Op tijd sinds 1 aug: 1 van 2 startgesprekken (50%); het gezin koos later: 1"
        assert whole in tekst_van(app)
        await filter_op(pilot, "school", ANKER)
        assert "Op tijd sinds 1 aug: 0 van 1 startgesprek (0%)" in tekst_van(app)

"""F9 on the screens of the family: no piece of a name, an address or a number is readable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.namen import vouw
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezin import bewaar_invoer, get_gezin
from kernteam_tui.services.sessie import Sessie
from tests.ui.casussen import meld_aan, open_scherm
from tests.ui.gezin.test_invoer import typ
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht

REGELS = (
    "huis bij moeder Zwqnoot 12 3531 CJ Utrecht",
    "Wqindoleq Qvakkelbyx moeder 12-3-1981 gezag 06-12345678 wq@zyxwq.nl",
    "Xjantiqpe Zwqaardvix zus 4-5-2014 deels",
    "huis bij vader Qvellijnkade 31 Zeist geheim",
    "Jqakobyz Vquijstyx vader gezag",
    "Hyjaqynth Jxumeljet oma via vader",
    "Oqttokyr Pfqeifjer (buurman)",
    "moeder en vader gescheiden 2019",
)
GEHEIM = (
    "Sami Yilmaz Wqindoleq Qvakkelbyx Xjantiqpe Zwqaardvix Jqakobyz Vquijstyx Hyjaqynth Jxumeljet Oqttokyr "
    "Pfqeifjer Qvellijnkade Zwqnoot zyxwq 3531 5678"
)
STUK = 4
"""Letters in a row of a name by which it could be known."""


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    casus_id = meld_aan(sessie, ouders=[], ouders_weten=True)
    bewaar_invoer(sessie, casus_id, REGELS)
    return casus_id


def lekken(app: Any) -> list[str]:
    """Lines of the screen in which a piece of a name or address stands."""
    woorden = [vouw(woord) for woord in GEHEIM.split()]
    stukken = {woord[:STUK] for woord in woorden} | {woord[-STUK:] for woord in woorden} - {"kade"}
    return [regel for regel in tekst_van(app).splitlines() if any(stuk in vouw(regel) for stuk in stukken)]


def _schermen(sessie: Sessie, casus_id: str) -> dict[str, dict[str, Any]]:
    personen = {persoon.naam.split()[0]: persoon.id for persoon in get_casus(sessie, casus_id).personen}
    gezin = get_gezin(sessie, casus_id)
    relatie = next(r.id for p in gezin.personen for r in p.relaties)
    return {
        "casus": {"tab": "gezin"},
        "gezin_invoer": {},
        "huishouden": {"huishouden_id": gezin.huizen[1].id},
        "relatie": {"relatie_id": relatie},
        "persoon": {"persoon_id": personen["Wqindoleq"]},
        "gezag": {"ouder_id": personen["Wqindoleq"]},
        "broer_of_zus": {},
        "klas_en_mentor": {},
        "woongemeente": {},
        "genogram": {"vorm": "tekening"},
        "netwerk": {"vorm": "kaart"},
    }


@pytest.mark.parametrize("maat", [(80, 24), (120, 40)])
async def test_no_piece_of_a_name_is_readable(
    tmp_path: Path, sessie: Sessie, casus_id: str, maat: tuple[int, int]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app, size=maat) as pilot:
        for naam, argumenten in _schermen(sessie, casus_id).items():
            app.open(naam, casus_id=casus_id, **argumenten)
            await wacht(pilot)
            assert lekken(app) or naam == "klas_en_mentor", "where names are looked for, names are shown"
            await pilot.press("f9")
            await wacht(pilot)
            assert lekken(app) == [], naam
            for _ in range(3):
                await pilot.press("down", "down")
                await pilot.pause()
                assert lekken(app) == [], naam
            app.namen.wissel()
            app.terug()
            await wacht(pilot)


async def test_the_list_of_ties_of_somebody_is_a_dialog_without_names(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", casus_id=casus_id, tab="gezin") as pilot:
        await pilot.press("f9", "down", "down", "r")
        await wacht(pilot)
        assert "Relaties van" in tekst_van(app)
        assert lekken(app) == []


async def test_what_is_being_typed_is_hidden_before_it_is_kept(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "gezin_invoer", (120, 40), casus_id=casus_id) as pilot:
        await pilot.press("f9")
        await typ(
            pilot,
            "eulalia wonderlijk tante",
            "Sami Brammetje Kruidenier",
            "Tim broer Krombein",
            "huis Wiekslag 3",
        )
        tekst = vouw(tekst_van(app))
        for woord in ("eulalia", "wonderlijk", "brammetje", "kruidenier", "krombein", "wiekslag"):
            assert woord not in tekst, woord


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("persoon", {"roepnaam": "eulalia", "achternaam": "Wiekslag"}),
        ("broer_of_zus", {"kind": "nieuw", "roepnaam": "eulalia", "achternaam": "Wiekslag"}),
        ("huishouden", {"straat": "Wiekslag 3"}),
    ],
)
async def test_so_is_a_name_in_a_form(
    tmp_path: Path, sessie: Sessie, casus_id: str, naam: str, velden: dict[str, str]
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, naam, (120, 40), casus_id=casus_id) as pilot:
        scherm: Any = app.screen
        for veld, waarde in velden.items():
            scherm.zet(veld, waarde)
            scherm.gewijzigd(veld)
            await wacht(pilot)
        assert "Wiekslag" in tekst_van(app)
        await pilot.press("f9")
        await wacht(pilot)
        assert "iekslag" not in tekst_van(app)
        assert "ulalia" not in tekst_van(app)


async def test_a_street_is_hidden_whatever_it_is_called(
    tmp_path: Path, sessie: Sessie, casus_id: str
) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_scherm(app, "casus", (120, 40), casus_id=casus_id, tab="gezin") as pilot:
        assert "Zwqnoot 12" in tekst_van(app)
        await pilot.press("f9")
        await wacht(pilot)
        assert "Zwqnoot" not in tekst_van(app)

"""The marks of a goal over time: in the list, drawn large, and in words for who does not see it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.doelverloop import Blik
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.screens.gezinsplan.verloop import PlanverloopScreen
from kernteam_tui.screens.gezinsplan.verlooptekst import (
    BLOKKEN,
    Punt,
    blokken,
    grafiek,
    in_woorden,
    schaalregel,
)
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.planbeeld import DoelBeeld, MetingBeeld
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.planevaluatie import EvaluatieGegevens, leg_evaluatie_vast
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import MAANDAG, open_app, tekst_van, wacht

MEI = date(2026, 5, 4)


def doel(*cijfers: int, nu: int | None = None, gewenst: int | None = 7) -> DoelBeeld:
    metingen = tuple(
        MetingBeeld(MEI + timedelta(weeks=nr), cijfer, None, "", "") for nr, cijfer in enumerate(cijfers)
    )
    laatste = cijfers[-1] if cijfers else nu
    return DoelBeeld("d", "Naar school", "Lina", laatste, gewenst, "", True, metingen=metingen)


@pytest.mark.parametrize(
    ("wat", "regel"),
    [
        (doel(3, 4, 6), "cijfer 3 ▃▄▅ 6 → wens 7"),
        (doel(6), "cijfer 6 → wens 7"),
        (doel(nu=4), "cijfer 4 → wens 7"),
        (doel(6, 6, gewenst=None), "cijfer 6 ▅▅ 6"),
        (doel(), "wens 7"),
        (doel(gewenst=None), ""),
    ],
)
def test_one_line_says_first_last_and_wish_in_numbers(wat: DoelBeeld, regel: str) -> None:
    assert schaalregel(wat) == regel


def test_a_line_with_very_many_looks_stays_a_line() -> None:
    regel = schaalregel(doel(*[nr % 11 for nr in range(60)]))
    assert regel.startswith("cijfer 0 ")
    assert regel.endswith(" 4 → wens 7")
    assert len(regel) < 40


def test_what_is_drawn_is_said_in_words() -> None:
    assert in_woorden(doel(3, 4)) == "Van 3 op 4 mei 2026 naar 4 op 11 mei 2026. De wens is 7."
    assert in_woorden(doel(3, gewenst=None)) == "Een 3 op 4 mei 2026."
    assert in_woorden(doel()) == "Er is nog geen cijfer gevraagd. De wens is 7."


def test_the_drawing_has_bars_as_high_as_their_mark_with_the_number_above_them() -> None:
    assert grafiek([Punt(MEI, 3), Punt(date(2027, 1, 11), 6)], 7, 60) == [
        "  10 │",
        "     │┄┄┄┄┄┄┄┄┄ 6  ┄┄┄ wens 7",
        "   5 │  3      ████",
        "     │ ▄▄▄▄    ████",
        "     │ ████    ████",
        "   0 └────────────────",
        "      4 mei   11 jan",
        "      2026    2027",
    ]


CIJFERS = st.lists(st.integers(0, 10), max_size=40)


@given(CIJFERS, st.none() | st.integers(0, 10), st.integers(30, 120))
def test_any_marks_fit_in_the_width_and_each_that_is_drawn_shows_its_number(
    cijfers: list[int], wens: int | None, breed: int
) -> None:
    punten = [Punt(MEI + timedelta(days=nr), cijfer) for nr, cijfer in enumerate(cijfers)]
    regels = grafiek(punten, wens, breed)
    assert all(len(regel) <= breed for regel in regels)
    if not cijfers:
        assert regels == []
        return
    *staven, as_, _dagen, _jaren = regels
    getoond = as_.count("─") // 8
    assert getoond == min(len(cijfers), max(1, (breed - 14) // 8))
    for plek, cijfer in enumerate(cijfers[-getoond:]):
        kolom = [regel.ljust(breed)[6 + 8 * plek + 1 : 6 + 8 * plek + 5] for regel in staven]
        assert [deel.strip("┄ ") for deel in kolom if deel.strip("┄ █▄")] == [str(cijfer)]
        assert sum(deel.count("█") * 2 + deel.count("▄") for deel in kolom) == cijfer * 4


@given(CIJFERS)
def test_a_higher_mark_never_has_a_lower_block(cijfers: list[int]) -> None:
    hoogten = [BLOKKEN.index(blok) for blok in blokken(cijfers)]
    paren = list(zip(cijfers, hoogten, strict=True))
    assert all(h1 <= h2 for c1, h1 in paren for c2, h2 in paren if c1 <= c2)


@pytest.fixture
def gevolgd(sessie: Sessie, casus_id: str) -> str:
    """A goal with marks of three days, the last one at an evaluation, and one that rests."""
    for weken, cijfer in ((8, 3), (4, 4)):
        klok, sessie.klok = sessie.klok, SysteemKlok(MAANDAG - timedelta(weeks=weken))
        doelen = get_plan(sessie, casus_id).doelen
        gegevens = DoelGegevens("Naar school [/]x", "Lina", cijfer, 7, "Vier streepjes")
        save_doel(sessie, casus_id, doelen[0].id if doelen else None, gegevens)
        sessie.klok = klok
    school = get_plan(sessie, casus_id).doelen[0].id
    blik = Blik(6, Doeluitkomst.DEELS, "Lina", "De wekker hielp.")
    leg_evaluatie_vast(sessie, casus_id, EvaluatieGegevens({school: blik}, ""))
    save_doel(sessie, casus_id, None, DoelGegevens("Rust", "Fatma", 5, actief=False))
    return casus_id


def plat(app: KernteamApp) -> str:
    return " ".join(tekst_van(app).split())


async def test_the_list_shows_how_it_goes_and_l_shows_it_larger(app: KernteamApp, gevolgd: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=gevolgd, onderdeel="wat_willen_wij_bereiken") as pilot:
        assert "cijfer 3 ▃▄▅ 6 → wens 7" in plat(app)
        assert "vorige keer: deels bereikt" in plat(app)
        assert "rust nu" in plat(app)
        app.screen.query_one("#planlijst-regels").focus()
        await pilot.press("down", "l")
        await wacht(pilot)
        assert isinstance(app.screen, PlanverloopScreen)
        assert plat(app).index("2 Rust (rust nu)") < plat(app).index("1 Naar school [/]x")
        assert "Van 3 op 28 september 2026 naar 6 op 23 november 2026. De wens is 7." in plat(app)
        await pilot.press("pagedown", "end")
        await wacht(pilot)
        assert "23 november 2026: 6, deels bereikt" in plat(app)
        assert "Lina: De wekker hielp." in plat(app)


async def test_without_goals_it_says_so_and_e_goes_to_the_evaluation(app: KernteamApp, casus_id: str) -> None:
    async with open_app(app, "planverloop", casus_id=casus_id) as pilot:
        assert "In dit plan staat nog geen doel." in plat(app)
        await pilot.press("e")
        await wacht(pilot)
        assert "Samen terugkijken" in plat(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_drawing_fits_on_a_small_and_on_a_large_screen(
    app: KernteamApp, sessie: Sessie, casus_id: str, size: tuple[int, int]
) -> None:
    doelen: tuple[DoelBeeld, ...] = ()
    for nr in range(20):
        klok, sessie.klok = sessie.klok, SysteemKlok(MAANDAG - timedelta(days=20 - nr))
        gegevens = DoelGegevens("Naar school", "Lina", 1 + nr % 2, 7)
        doelen = save_doel(sessie, casus_id, doelen[0].id if doelen else None, gegevens).doelen
        sessie.klok = klok
    async with open_app(app, "planverloop", size=size, casus_id=casus_id):
        regels = tekst_van(app).splitlines()
    [as_] = [regel for regel in regels if "└" in regel]
    assert as_.count("─") == 8 * ((size[0] - 3 - 14) // 8)
    assert len(doelen[0].metingen) == 20

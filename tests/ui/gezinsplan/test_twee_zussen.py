"""Two sisters with one plan and each a casus: who closed a section, who can open it, and who sees it."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant, WisGrond
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.screens.gezinsplan.samen import NIETS, SamenKijkenScreen
from kernteam_tui.screens.gezinsplan.scherm import GezinsplanScreen
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel
from kernteam_tui.services.ouderszien import set_ouders_zien
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wissen import wis_casus
from tests.ui.gezinsplan.gezinnen import meld_aan, ouder, zus_erbij
from tests.ui.gezinsplan.handgrepen import GOED, bewaard
from tests.ui.hulpmiddel import open_app, tekst_van, wacht, wacht_op

NEE, ONBEKEND = JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND
ELDERS = "Aniek B. houdt dit dicht voor ouders. Openen kan in de eigen casus."
MOEILIJK = "wat_maakt_het_moeilijk"


@pytest.fixture
def aniek(sessie: Sessie, casus_id: str) -> str:
    """Aniek of 17, whose plan it is: she closed what goes well."""
    assert casus_id
    casus = meld_aan(sessie, "Aniek", "Bos", "2009-02-01", ouder("Els Bos"))
    kies_variant(sessie, casus, PlanVariant.JONGERE)
    for sleutel, tekst in ((GOED, "Ik zing"), (MOEILIJK, "De gang is vol")):
        revision = get_plan(sessie, casus).revision
        save_onderdeel(sessie, casus, revision, sleutel, (Citaat("", "nl", tekst),), "")
    set_ouders_zien(sessie, casus, GOED, NEE)
    return casus


@pytest.fixture
def sara(sessie: Sessie, aniek: str) -> str:
    """Sara of 16: she closed what makes it hard."""
    casus = zus_erbij(sessie, aniek, date(2010, 6, 5))
    set_ouders_zien(sessie, casus, MOEILIJK, NEE)
    return casus


@pytest.fixture
def kleine_sara(sessie: Sessie, aniek: str) -> str:
    """Sara of 12: she is not asked."""
    return zus_erbij(sessie, aniek, date(2014, 6, 5))


def regel(app: KernteamApp) -> str:
    """What the open section says of who closed it."""
    return str(app.screen.query_one("#onderdeel-ouders").render())


async def test_in_her_own_casus_a_sister_answers_for_herself(app: KernteamApp, aniek: str, sara: str) -> None:
    async with open_app(app, "gezinsplan", casus_id=sara, onderdeel=GOED) as pilot:
        asked = "Mogen mijn ouders dit zien? Nog niet gevraagd. (o)"
        assert regel(app) == f"{asked}\n{ELDERS}"
        assert "dicht door Aniek B." in tekst_van(app)
        await pilot.press("o")
        await wacht_op(pilot, lambda: bewaard(app, sara).ouders_zien is JaNeeOnbekend.JA)
        await wacht(pilot)
        assert regel(app) == f"Dit mogen mijn ouders zien. (o)\n{ELDERS}"
        assert bewaard(app, aniek).ouders_zien is NEE
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: bewaard(app, sara).ouders_zien is ONBEKEND)
        assert bewaard(app, aniek).ouders_zien is NEE


async def test_a_sister_of_twelve_sees_that_it_is_closed_and_cannot_open_it(
    app: KernteamApp, aniek: str, kleine_sara: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=kleine_sara, onderdeel=GOED) as pilot:
        assert regel(app) == ELDERS
        await pilot.press("o")
        await wacht(pilot)
        assert bewaard(app, aniek).ouders_zien is NEE


async def test_after_choosing_the_plan_of_the_family_the_line_says_how_to_open_it(
    app: KernteamApp, aniek: str
) -> None:
    async with open_app(app, "gezinsplan", casus_id=aniek, onderdeel=GOED) as pilot:
        await pilot.press("w", "enter")
        await wacht_op(pilot, lambda: "van het gezin" in tekst_van(app))
        await wacht(pilot)
        assert regel(app) == (
            "Aniek B. houdt dit dicht voor ouders. Openen kan in het plan van de jongere: kies dat met w."
        )
        assert bewaard(app, aniek).gesloten_door
        await pilot.press("w", "down", "enter")
        await wacht_op(pilot, lambda: "van de jongere" in tekst_van(app))
        await wacht(pilot)
        assert regel(app) == "Dit mogen mijn ouders niet zien. (o)"
        await pilot.press("o")
        await wacht_op(pilot, lambda: not bewaard(app, aniek).gesloten_door)


async def test_who_turns_out_to_be_too_young_to_be_asked_is_told_what_to_look_at(
    app: KernteamApp, aniek: str, sessie: Sessie
) -> None:
    with sessie.unit_of_work() as uow:
        persoon = uow.casussen.get(aniek).jongeren[0]
        persoon.geboortedatum = date(2013, 2, 1)
        uow.commit()
    async with open_app(app, "gezinsplan", casus_id=aniek, onderdeel=GOED):
        assert regel(app) == (
            "Aniek B. houdt dit dicht voor ouders. Openen kan vanaf 16 jaar: kijk de geboortedatum na."
        )


async def test_where_nobody_closed_it_the_key_says_that(
    app: KernteamApp, sessie: Sessie, aniek: str, kleine_sara: str
) -> None:
    """Another section was closed by a sister who is gone: there the key opens it."""
    wis_casus(sessie, aniek, WisGrond.OP_VERZOEK)
    async with open_app(app, "gezinsplan", casus_id=kleine_sara, onderdeel=MOEILIJK) as pilot:
        await pilot.press("o")
        await wacht(pilot)
        assert "Dit onderdeel houdt niemand dicht voor ouders." in " ".join(tekst_van(app).split())


async def _loop_door(app: KernteamApp, casus_id: str, *keus: str) -> str:
    """Every section that stands there in samen kijken, after this choice of who is at the table."""
    gezien = []
    async with open_app(app, "samen_kijken", casus_id=casus_id, onderdeel=GOED) as pilot:
        if keus:
            await pilot.press(*keus)
        await wacht(pilot)
        assert isinstance(app.screen, SamenKijkenScreen)
        for _ in range(14):
            gezien.append(tekst_van(app))
            await pilot.press("right")
            await wacht(pilot)
    return "\n".join(gezien)


async def test_alone_a_sister_sees_what_she_closed_and_not_what_the_other_closed(
    app: KernteamApp, sara: str
) -> None:
    beeld = await _loop_door(app, sara, "down", "enter")
    assert "De gang is vol" in beeld
    assert "Ik zing" not in beeld


async def test_with_a_parent_neither_is_there(app: KernteamApp, sara: str) -> None:
    beeld = await _loop_door(app, sara, "enter")
    assert "De gang is vol" not in beeld
    assert "Ik zing" not in beeld


async def test_in_the_casus_of_a_child_it_is_not_there_and_nothing_tells_so(
    app: KernteamApp, kleine_sara: str
) -> None:
    """Nobody is asked who sits there: it is for nobody at this table. How many there are is not said."""
    beeld = await _loop_door(app, kleine_sara)
    assert "De gang is vol" in beeld
    assert "Ik zing" not in beeld
    assert " van 1" not in beeld


async def test_how_many_there_are_is_not_said_where_a_sister_could_close_one(
    app: KernteamApp, sessie: Sessie, aniek: str, kleine_sara: str
) -> None:
    """Else the day on which it is said no more tells that she did."""
    set_ouders_zien(sessie, aniek, GOED, JaNeeOnbekend.JA)
    async with open_app(app, "samen_kijken", casus_id=kleine_sara, onderdeel=GOED):
        assert "Ik zing" in tekst_van(app)
        assert " van 14" not in tekst_van(app)


async def test_where_everything_is_closed_there_is_nothing_to_read(
    app: KernteamApp, sessie: Sessie, aniek: str, kleine_sara: str
) -> None:
    for onderdeel in get_plan(sessie, aniek).onderdelen:
        set_ouders_zien(sessie, aniek, onderdeel.sleutel, NEE)
    async with open_app(app, "gezinsplan", casus_id=kleine_sara, onderdeel=GOED) as pilot:
        await pilot.press("k")
        await wacht(pilot)
        assert isinstance(app.screen, GezinsplanScreen)
        assert NIETS in tekst_van(app)


async def test_in_a_casus_of_two_it_is_asked_who_says_it(
    app: KernteamApp, sessie: Sessie, aniek: str, sara: str
) -> None:
    with sessie.unit_of_work() as uow:
        uow.casussen.get(aniek).jongeren.append(uow.casussen.get(sara).jongere)
        uow.commit()
    async with open_app(app, "gezinsplan", casus_id=aniek, onderdeel=GOED) as pilot:
        assert "Aniek B.: nee, Sara B.: nog niet gevraagd. (o)" in regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert "Wie zegt dit?" in tekst_van(app)
        await pilot.press("down", "enter")
        await wacht_op(pilot, lambda: [een.antwoord for een in bewaard(app, aniek).antwoorden][1] != ONBEKEND)
        await wacht(pilot)
        assert "Aniek B.: nee, Sara B.: ja. (o)" in regel(app)


async def test_what_an_erased_sister_closed_can_be_opened_by_the_worker(
    app: KernteamApp, sessie: Sessie, aniek: str, kleine_sara: str
) -> None:
    wis_casus(sessie, aniek, WisGrond.OP_VERZOEK)
    async with open_app(app, "gezinsplan", casus_id=kleine_sara, onderdeel=GOED) as pilot:
        assert regel(app) == "Dicht voor ouders, door iemand die er niet meer is. (o)"
        assert "Aniek" not in tekst_van(app)
        await pilot.press("o")
        await wacht_op(pilot, lambda: not bewaard(app, kleine_sara).gesloten_door)
        await wacht(pilot)
        assert not app.screen.query_one("#onderdeel-ouders").display
        await pilot.press("ctrl+z")
        await wacht_op(pilot, lambda: bewaard(app, kleine_sara).gesloten_door == {""})

"""Delen on a real store: consent from key press to store, the message to a partner, and the list of all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PersoonRol
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.casus.scherm import CasusScreen
from kernteam_tui.screens.delen.afspraak import AfspraakScreen
from kernteam_tui.screens.delen.bericht import BerichtScreen
from kernteam_tui.screens.delen.lijst import TerugkoppelingenScreen
from kernteam_tui.screens.delen.toestemming import ToestemmingScreen
from kernteam_tui.screens.gesprek_vastleggen.scherm import GesprekVastleggenScreen
from kernteam_tui.screens.vandaag import VandaagScreen
from kernteam_tui.services.casus import get_casus, koppel_terug
from kernteam_tui.services.gesprekken import get_gesprek
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingen import list_toestemmingen
from tests.conftest import VasteKlok
from tests.services.conftest import SCHOOL
from tests.services.delen.conftest import Thuis, meld_gezin_aan
from tests.ui.casussen import open_scherm
from tests.ui.hulpmiddel import maak_app, tekst_van, wacht, zet_schermen

GROOTTES = [(80, 24), (120, 40)]
ALLE_DRIE = ("space", "right", "space", "right", "space")
"""The keys that tick who is at the table, one by one."""


@pytest.fixture(autouse=True)
def schermen(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_schermen(
        monkeypatch,
        {
            "vandaag": VandaagScreen,
            "casus": CasusScreen,
            "toestemming": ToestemmingScreen,
            "afspraak": AfspraakScreen,
            "terugkoppeling": BerichtScreen,
            "terugkoppelingen": TerugkoppelingenScreen,
            "gesprek_vastleggen": GesprekVastleggenScreen,
        },
    )


@pytest.fixture
def thuis(store: Store, klok: VasteKlok) -> Thuis:
    sessie = Sessie(store, klok)
    save_school(sessie, SCHOOL)
    return meld_gezin_aan(sessie)


def delen(tmp_path: Path, thuis: Thuis, size: tuple[int, int] = (80, 24)) -> Any:
    app = maak_app(tmp_path, thuis.sessie)
    return open_scherm(app, "casus", size, casus_id=thuis.casus_id, tab="delen")


async def toets(pilot: Any, *toetsen: str) -> str:
    for een in toetsen:
        await pilot.press(een)
        await wacht(pilot)
    return tekst_van(pilot.app)


def niveau(thuis: Thuis, partner: PartnerSoort = PartnerSoort.LEERPLICHT) -> Niveau | None:
    regels = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    return next(regel.niveau for regel in regels if regel.partner is partner)


@pytest.mark.parametrize("size", GROOTTES)
async def test_who_is_missing_stands_on_the_tab_and_one_form_is_for_all(
    tmp_path: Path, thuis: Thuis, size: tuple[int, int]
) -> None:
    async with delen(tmp_path, thuis, size) as pilot:
        tekst = tekst_van(pilot.app)
        for stuk in ("Wie mag wat weten", "Sami, Fatma", "Vraag het de jongere", "vraag eerst", "Wat school"):
            assert stuk in tekst
        tekst = await toets(pilot, "shift+tab", "enter")
        assert pilot.app.screen.NAAM == "toestemming"
        for stuk in (
            "(Jeugdwet 7.3.4 lid 2)",
            "[ ] Sami",
            "[ ] Fatma",
            "[ ] Mehmet",
            "leerplicht",
            "23-11-2027",
        ):
            assert stuk in tekst
        assert "[x]" not in await toets(pilot, "ctrl+s"), "nobody gave anything yet"
        assert niveau(thuis) is None
        tekst = await toets(pilot, *ALLE_DRIE, "ctrl+s")
        assert "23 nov 2027" in tekst
        assert "Gegeven: Sami, Fatma, Mehmet" in tekst
        assert "vraag eerst" not in tekst
        assert niveau(thuis) is Niveau.GESTART_GESTOPT
        await toets(pilot, "ctrl+z")
        assert niveau(thuis) is None


async def test_who_was_missing_is_added_alone(tmp_path: Path, thuis: Thuis) -> None:
    thuis.geef(thuis.sami, thuis.fatma)
    async with delen(tmp_path, thuis) as pilot:
        tekst = await toets(pilot, "shift+tab", "enter")
        assert "[ ] Sami" in tekst
        assert "[x] Mehmet" in tekst
        await toets(pilot, "ctrl+s")
    assert niveau(thuis) is Niveau.GESTART_GESTOPT
    assert len(list_toestemmingen(thuis.sessie, thuis.casus_id).regels[0].gevers) == 3


async def test_who_decides_alone_is_ticked(tmp_path: Path, thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.persoon(thuis.sami).geboortedatum = date(2009, 5, 4)
        uow.commit()
    app = maak_app(tmp_path, thuis.sessie)
    async with open_scherm(app, "toestemming", casus_id=thuis.casus_id, partner="mentor") as pilot:
        tekst = tekst_van(pilot.app)
        assert "[x] Sami" in tekst
        assert "[ ] Fatma" in tekst


async def test_of_two_who_are_missing_neither_is_ticked(tmp_path: Path, thuis: Thuis) -> None:
    thuis.geef(thuis.sami)
    async with delen(tmp_path, thuis) as pilot:
        tekst = await toets(pilot, "shift+tab", "enter")
        assert "[x]" not in tekst
        await toets(pilot, "right", "space", "ctrl+s")
    assert niveau(thuis) is None, "only his mother was there"
    assert list_toestemmingen(thuis.sessie, thuis.casus_id).regels[0].ontbreekt == ("Mehmet Yilmaz",)


async def test_withdrawing_asks_who_shows_what_it_touches_and_can_be_undone(
    tmp_path: Path, thuis: Thuis
) -> None:
    thuis.geef(*thuis.allen)
    async with delen(tmp_path, thuis) as pilot:
        assert "Mehmet Yilmaz" in await toets(pilot, "shift+tab", "i")
        tekst = await toets(pilot, "down", "down", "enter")
        assert "leerplicht: alleen gestart of gestopt vervalt." in tekst
        assert "De afspraak met leerplicht" in tekst
        await pilot.press(*"toch niet")
        tekst = await toets(pilot, "ctrl+s")
        assert niveau(thuis) is None
        assert "Vraag het de jongere" in tekst
        tekst = await toets(pilot, "h")
        assert "ingetrokken door Mehmet Yilmaz" in tekst
        assert "toch niet" in tekst
        await toets(pilot, "enter", "ctrl+z")
        assert niveau(thuis) is Niveau.GESTART_GESTOPT


async def test_a_parent_who_reads_along_is_chosen_by_name(tmp_path: Path, thuis: Thuis) -> None:
    async with delen(tmp_path, thuis) as pilot:
        await toets(pilot, "t")
        scherm: Any = pilot.app.screen
        scherm.zet("partner", "ouder")
        scherm.gewijzigd("partner")
        assert scherm.veld("ouder").display
        assert not scherm.veld("partner_naam").display
        assert "Kies welke ouder" in await toets(pilot, "ctrl+s")
        scherm.zet("ouder", thuis.mehmet)
        scherm.zet(f"gevers-{thuis.sami}", list(thuis.allen))
        await toets(pilot, "ctrl+s")
        assert pilot.app.screen.NAAM == "casus"
    (regel,) = [r for r in list_toestemmingen(thuis.sessie, thuis.casus_id).regels if r.niveau]
    assert (regel.partner, regel.partner_naam) == (PartnerSoort.OUDER, "Mehmet Yilmaz")


@pytest.mark.parametrize("size", GROOTTES)
async def test_one_key_makes_the_message_and_one_more_makes_it_done(
    tmp_path: Path, thuis: Thuis, size: tuple[int, int]
) -> None:
    thuis.geef(*thuis.allen)
    async with delen(tmp_path, thuis, size) as pilot:
        tekst = await toets(pilot, "enter")
        assert "De hulp van de gezinswerker is gestart op 23 november 2026." in tekst
        assert "S.Y., klas 3B" in tekst
        assert "u uitzondering" not in tekst
        await toets(pilot, "v")
        assert pilot.app.screen.NAAM == "casus"
    assert get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen[0].gedaan_op == date(2026, 11, 23)


async def test_the_letter_lies_in_uit_and_the_screen_says_it_is_done(tmp_path: Path, thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    async with delen(tmp_path, thuis) as pilot:
        tekst = await toets(pilot, "enter", "p")
        assert "Gedaan op ma 23 nov." in tekst
        await toets(pilot, "t")
        await toets(pilot, "ctrl+z")
    suffixes = sorted(pad.suffix for pad in (thuis.sessie.map / "uit").iterdir())
    assert suffixes == [".pdf", ".txt"]


async def test_of_two_children_the_rule_follows_the_one_that_is_chosen(tmp_path: Path, thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        casus = uow.casussen.get(thuis.casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", geboortedatum=date(2018, 1, 1))
        gezin.personen.append(lina)
        gezin.ouderschappen.append(
            Ouderschap(jongere_id=lina.id, ouder_id=thuis.fatma, gezag=JaNeeOnbekend.JA)
        )
        casus.jongeren.append(lina)
        uow.commit()
    async with delen(tmp_path, thuis) as pilot:
        tekst = await toets(pilot, "t")
        assert "12 tot en met 15" in tekst
        scherm: Any = pilot.app.screen
        scherm.zet("partner", "leerplicht")
        scherm.zet("jongere", lina.id)
        scherm.gewijzigd("jongere")
        await wacht(pilot)
        tekst = tekst_van(pilot.app)
        assert "jonger dan 12" in tekst
        assert "[x] Fatma" in tekst
        assert "Mehmet" not in tekst
        tekst = await toets(pilot, "ctrl+s")
        assert "leerplicht · Lina" in tekst
        assert "leerplicht · Sami" in tekst
    regels = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    assert [(r.jongere, r.niveau is not None) for r in regels] == [("Lina", True), ("Sami", False)]


async def test_without_consent_the_screen_says_which_rule_and_leads_to_the_form(
    tmp_path: Path, thuis: Thuis
) -> None:
    async with delen(tmp_path, thuis) as pilot:
        tekst = await toets(pilot, "enter")
        assert "Er is geen toestemming" in tekst
        assert "(Jeugdwet 7.3.11 lid" in tekst
        assert "Sami Yilmaz, klas" not in tekst
        assert pilot.app.screen.NAAM == "terugkoppeling"
        await toets(pilot, "v", "p")
        assert not (thuis.sessie.map / "uit").exists()
        tekst = await toets(pilot, "g")
        assert pilot.app.screen.NAAM == "toestemming"
        assert pilot.app.screen.waarde["partner"] == "leerplicht"
        tekst = await toets(pilot, *ALLE_DRIE, "ctrl+s")
        assert "is gestart op 23 november 2026." in tekst
    assert get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen[0].gedaan_op is None


async def test_an_agreement_between_talks_is_made_changed_and_taken_away(
    tmp_path: Path, thuis: Thuis
) -> None:
    async with delen(tmp_path, thuis) as pilot:
        await toets(pilot, "a")
        scherm: Any = pilot.app.screen
        scherm.zet("soort", "save")
        scherm.zet("moment", "op_datum")
        scherm.gewijzigd("moment")
        assert "Vul een dag in" in await toets(pilot, "ctrl+s")
        scherm.zet("op", "1-12")
        tekst = await toets(pilot, "ctrl+s")
        assert "SAVE of" in tekst
        assert "di 1 dec" in tekst
        await toets(pilot, "down", "w")
        scherm = pilot.app.screen
        assert (scherm.waarde["soort"], scherm.waarde["op"]) == ("save", "01-12-2026")
        scherm.zet("moment", "bij_start")
        tekst = await toets(pilot, "ctrl+s")
        assert "di 1 dec" not in tekst
        tekst = await toets(pilot, "enter")
        assert "u uitzondering" in tekst
        await toets(pilot, "u")
        await pilot.press(*"nodig voor de ots")
        tekst = await toets(pilot, *ALLE_DRIE, "ctrl+s")
        assert "is gestart op 23 november 2026." in tekst
        tekst = await toets(pilot, "escape", "d")
        assert len(get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen) == 1
        await toets(pilot, "ctrl+z")
        assert len(get_casus(thuis.sessie, thuis.casus_id).terugkoppelingen) == 2


@pytest.mark.parametrize("size", GROOTTES)
async def test_all_that_is_to_be_told_is_a_list_behind_t_on_vandaag(
    tmp_path: Path, thuis: Thuis, size: tuple[int, int]
) -> None:
    thuis.geef(*thuis.allen)
    async with open_scherm(maak_app(tmp_path, thuis.sessie), "", size) as pilot:
        tekst = await toets(pilot, "t")
        assert pilot.app.screen.NAAM == "terugkoppelingen"
        for stuk in ("vandaag", "2026-001", "Sami Y.", "leerplicht", "1 om nu te doen; 0 voor later."):
            assert stuk in tekst
        await toets(pilot, "o")
        assert pilot.app.screen.argumenten["tab"] == "delen"
        await toets(pilot, "escape", "enter")
        assert pilot.app.screen.NAAM == "terugkoppeling"
        tekst = await toets(pilot, "v")
        assert "Je hebt niets terug te koppelen." in tekst


async def test_the_form_of_a_talk_knows_which_partner_it_is_and_keeps_what_it_does_not_show(
    tmp_path: Path, thuis: Thuis
) -> None:
    async with delen(tmp_path, thuis) as pilot:
        await toets(pilot, "a")
        scherm: Any = pilot.app.screen
        scherm.zet("soort", "leerplicht")
        scherm.zet("moment", "bij_afsluiten")
        await toets(pilot, "ctrl+s")
        talk = get_casus(thuis.sessie, thuis.casus_id).gesprekken[0].id
        pilot.app.open("gesprek_vastleggen", gesprek_id=talk)
        await wacht(pilot)
        await toets(pilot, "ctrl+s")
    kept = get_gesprek(thuis.sessie, talk).terugkoppelafspraken
    assert [(t.partner, t.moment.value, t.soort) for t in kept] == [
        ("leerplicht", "bij_start", PartnerSoort.LEERPLICHT),
        ("leerplicht", "bij_afsluiten", PartnerSoort.LEERPLICHT),
    ]


async def test_names_of_family_never_become_markup(tmp_path: Path, thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.OVERIG, partner_naam="[/]x [red]")
    async with delen(tmp_path, thuis) as pilot:
        await toets(pilot, "shift+tab")
        assert "iemand anders ([/]x" in tekst_van(pilot.app)


async def test_nothing_to_tell_yet_then_the_tab_opens_on_who_may_know(tmp_path: Path, thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    casus = get_casus(thuis.sessie, thuis.casus_id)
    koppel_terug(thuis.sessie, thuis.casus_id, casus.terugkoppelingen[0].id)
    async with delen(tmp_path, thuis) as pilot:
        assert "Wie trekt de toestemming in?" in await toets(pilot, "i")


# --- less by name than for all ---------------------------------------------------------------------


MINDER = [
    (0, {"": Niveau.GESTART_GESTOPT, "Lia": Niveau.GESTART_GESTOPT}),
    (1, {"": None, "Lia": Niveau.GESTART_GESTOPT}),
    (2, {"": Niveau.INHOUD}),
]


@pytest.mark.parametrize(("keus", "daarna"), MINDER, ids=["limit all", "withdraw all", "not yet"])
@pytest.mark.parametrize("size", GROOTTES)
async def test_less_for_lia_than_for_all_is_told_in_the_form_and_chosen_there(
    tmp_path: Path, thuis: Thuis, size: tuple[int, int], keus: int, daarna: dict[str, Niveau | None]
) -> None:
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD)
    app = maak_app(tmp_path, thuis.sessie)
    async with open_scherm(
        app,
        "toestemming",
        size,
        casus_id=thuis.casus_id,
        jongere_id=thuis.sami,
        partner="leerplicht",
        onderwerp="hulp",
        partner_naam="Lia",
    ) as pilot:
        await wacht(pilot)
        pilot.app.screen.zet("niveau", Niveau.GESTART_GESTOPT.value)
        tekst = " ".join((await toets(pilot, *ALLE_DRIE, "ctrl+s")).split())
        assert "Voor iedereen van leerplicht geldt nog: ook de inhoud." in tekst
        assert "Voor iedereen van leerplicht ook: alleen gestart of gestopt" in tekst
        await toets(pilot, *["down"] * keus, "enter")
        assert (pilot.app.screen.NAAM == "toestemming") is (keus == 2)
    regels = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    assert {r.partner_naam: r.niveau for r in regels if r.partner is PartnerSoort.LEERPLICHT} == daarna


@pytest.mark.parametrize("size", GROOTTES)
async def test_a_line_that_looks_like_less_says_that_the_most_holds(
    tmp_path: Path, thuis: Thuis, size: tuple[int, int]
) -> None:
    """Noted before this was refused."""
    for naam in ("", "Lia"):
        thuis.geef(*thuis.allen, niveau=Niveau.INHOUD, partner_naam=naam)
    with thuis.sessie.unit_of_work() as uow:
        for row in uow.toestemmingen.find(casus_id=thuis.casus_id):
            row.niveau = Niveau.GESTART_GESTOPT if row.partner_naam else Niveau.INHOUD
        uow.commit()
    async with delen(tmp_path, thuis, size) as pilot:
        seen = []
        await toets(pilot, "shift+tab")
        for _ in range(3):
            seen.append(" ".join((await toets(pilot, "down")).split()))
        assert any("Let op: bij naam gaf Sami Yilmaz minder" in tekst for tekst in seen)

"""The page made on the screen for a family of two households: a secret address, a stepfather."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from kernteam_tui.app import KernteamApp
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.deelcodes import Gegeven, Uitweg
from kernteam_tui.domain.delen.deelpoort import beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.screens.bladzijde.scherm import BladzijdeScreen
from kernteam_tui.screens.dialogen import Redendialoog
from kernteam_tui.screens.papier.opgeslagen import Opgeslagendialoog
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.deelpoort import lees_poort
from kernteam_tui.services.gezin import (
    HuishoudenGegevens,
    PersoonGegevens,
    get_persoon,
    save_huishouden,
    save_persoon,
)
from kernteam_tui.services.gezinsplan import lees_plan
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import VasteKlok, maak_app, open_app, tekst_van, wacht, wacht_op

GEHEIM, VADERS_HUIS = "Lijsterlaan 7", "Kanaalstraat 1"
WOORDEN = {
    "Lina": "Gym is leuk.",
    "Fatma": "Ik slaap er slecht van.",
    "Mehmet": "Ik wil haar vaker zien.",
    "Jan": "Bij ons is het druk.",
    "Sara": "Lina huilt vaak.",
}
"""Said by the jongere, both parents, the stepfather, and the new partner of the father."""
PLAN = {
    "onderdelen": {
        "waarom_dit_plan": {
            "woorden": [{"van": wie, "tekst": tekst} for wie, tekst in WOORDEN.items()],
            "toelichting": "Besproken met beide ouders.",
        },
        "veiligheid": {"toelichting": "Vader weet niet waar moeder woont."},
    },
    "doelen": [
        {"wat": "vier dagen naar school", "nu": 3, "gewenst": 7},
        {"wat": f"fietsen vanaf de {GEHEIM}"},
        {"wat": "bellen met 06-87654321 bij ziekte"},
    ],
    "acties": [
        {"wat": "mentor spreken", "wie": "Fatma"},
        {"wat": f"ophalen bij {VADERS_HUIS}", "wie": "Mehmet"},
    ],
}


@dataclass(frozen=True)
class Huizen:
    """Lina lives in two houses: in one with her stepfather, in the other with the partner of her father."""

    sessie: Sessie
    casus_id: str
    mensen: dict[str, str]
    """Id by roepnaam."""


@pytest.fixture
def huizen(store: Store) -> Huizen:
    sessie = Sessie(store, VasteKlok())
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    casus_id = register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2013-01-01"},
            "ouders": [
                {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True, "telefoon": "06-11112222"},
                {"naam": "Mehmet Demir", "gezag": "ja", "woont_bij": True, "telefoon": "06-87654321"},
            ],
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id
    mensen = {p.naam.split()[0]: p.id for p in get_casus(sessie, casus_id).personen}
    for naam in ("Jan Stief", "Sara Stief"):
        stief = PersoonGegevens(
            PersoonRol.OUDER, naam, soort=OuderSoort.STIEF, gezag=JaNeeOnbekend.NEE, gezag_hoe="moeder"
        )
        mensen[naam.split()[0]] = save_persoon(sessie, casus_id, None, stief)
    lina = mensen["Lina"]
    for straat, geheim, wie in ((GEHEIM, True, ("Fatma", "Jan")), (VADERS_HUIS, False, ("Mehmet", "Sara"))):
        huis = HuishoudenGegevens(
            f"bij {wie[0]}",
            straat=straat,
            plaats="Zwolle" if geheim else "Utrecht",
            geheim=geheim,
            bewoners=tuple(mensen[een] for een in wie),
            deels=(lina,),
        )
        save_huishouden(sessie, casus_id, None, huis)
    lees_plan(sessie, casus_id, PLAN, vaststellen=True)
    return Huizen(sessie, casus_id, mensen)


@pytest.fixture
def app(tmp_path: Path, huizen: Huizen) -> KernteamApp:
    return maak_app(tmp_path, huizen.sessie)


async def kies(pilot: Pilot[Any], naam: str) -> str:
    """Choose that reader, by how the list says it; the screen after it."""
    lijst = pilot.app.screen.query_one("#lezers", OptionList)
    rows = [str(lijst.get_option_at_index(n).prompt) for n in range(lijst.option_count)]
    lijst.highlighted = next(n for n, row in enumerate(rows) if row.startswith(naam))
    await pilot.press("enter")
    await wacht(pilot)
    return blad(pilot)


def blad(pilot: Pilot[Any]) -> str:
    return " ".join(tekst_van(pilot.app).split())


async def bewaard(pilot: Pilot[Any]) -> str:
    """The same page as a file of text."""
    await pilot.press("t")
    await wacht_op(pilot, lambda: isinstance(pilot.app.screen, Opgeslagendialoog))
    dialoog: Any = pilot.app.screen
    text = dialoog._bestand.read_text("utf-8")
    await pilot.press("enter")
    await wacht(pilot)
    return " ".join(text.split())


def volgens_de_poort(huizen: Huizen, lezer: str) -> set[str]:
    """Whose words the deel-poort lets this reader have, asked fact by fact."""
    with huizen.sessie.unit_of_work() as uow:
        poort = lees_poort(uow, huizen.casus_id, huizen.sessie.vandaag())
        gevallen = poort.gevallen(huizen.mensen[lezer], Uitweg.BLADZIJDE)
    return {
        wie
        for wie in WOORDEN
        if all(
            beslis(Deelvraag(geval, Feit("f", Gegeven.EIGEN_WOORDEN, huizen.mensen[wie]))).mag
            for geval in gevallen
        )
    }


@pytest.mark.parametrize(
    ("lezer", "mag", "niet"),
    [
        ("Fatma", {"Lina", "Fatma", "Jan"}, ("06-87654321", VADERS_HUIS)),
        ("Mehmet", {"Lina", "Mehmet", "Sara"}, (GEHEIM, "Lijsterlaan", "Zwolle")),
    ],
)
async def test_each_parent_reads_the_own_house_and_nothing_of_the_other(
    app: KernteamApp, huizen: Huizen, lezer: str, mag: set[str], niet: tuple[str, ...]
) -> None:
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        assert "ieder krijgt een eigen" in blad(pilot)
        shown = await kies(pilot, lezer)
        assert f"Voor: {lezer}" in shown
        written = await bewaard(pilot)
    assert volgens_de_poort(huizen, lezer) == mag
    for text in (shown, written):
        assert {wie for wie, zei in WOORDEN.items() if zei in text} == mag
        assert "vier dagen naar school" in text
        assert "mentor spreken" in text
        for geheim in (*niet, "Vader weet niet", "Besproken met"):
            assert geheim not in text


async def test_the_own_address_and_number_may_stand_on_the_own_page(app: KernteamApp, huizen: Huizen) -> None:
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        assert GEHEIM in await kies(pilot, "Fatma")
        await pilot.press("escape")
        await wacht(pilot)
        shown = await kies(pilot, "Mehmet")
        assert VADERS_HUIS in shown
        assert "06-87654321" in shown


async def test_what_stays_out_is_said_to_the_worker_without_quoting_it(
    app: KernteamApp, huizen: Huizen
) -> None:
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        await kies(pilot, "Mehmet")
        await pilot.press("i")
        await wacht(pilot)
        said = blad(pilot)
        assert "wat Fatma" in said
        assert "daarin staat een adres of nummer van een ander" in said
        assert GEHEIM not in said
        assert WOORDEN["Fatma"] not in said


async def test_on_the_page_of_the_child_neither_house_can_be_found_through_the_other(
    app: KernteamApp, huizen: Huizen
) -> None:
    """Her page lies in both houses."""
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        shown = await kies(pilot, "Lina")
        written = await bewaard(pilot)
    for text in (shown, written):
        assert WOORDEN["Lina"] in text
        assert "vier dagen naar school" in text
        for geheim in ("Lijsterlaan", "Zwolle", "06-87654321"):
            assert geheim not in text


async def test_a_stepfather_is_asked_a_reason_and_reads_his_own_house_only(
    app: KernteamApp, huizen: Huizen
) -> None:
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        await kies(pilot, "Jan")
        assert isinstance(app.screen, Redendialoog)
        await pilot.press("escape")
        await wacht(pilot)
        assert isinstance(app.screen, BladzijdeScreen)
        assert "Voor wie is de bladzijde?" in blad(pilot)


async def test_a_father_who_died_is_no_reader(app: KernteamApp, huizen: Huizen) -> None:
    vader = huizen.mensen["Mehmet"]
    gegevens = get_persoon(huizen.sessie, huizen.casus_id, vader)
    gegevens = type(gegevens)(**{**vars(gegevens), "overleden": True})
    save_persoon(huizen.sessie, huizen.casus_id, vader, gegevens)
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id) as pilot:
        assert "Mehmet" not in blad(pilot)
        assert "Fatma" in blad(pilot)


async def test_twins_have_a_page_each(app: KernteamApp, huizen: Huizen) -> None:
    with huizen.sessie.unit_of_work() as uow:
        casus = uow.casussen.get(huizen.casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        noor = Persoon(
            gezin_id=gezin.id,
            rol=PersoonRol.JONGERE,
            roepnaam="Noor",
            geboortedatum=casus.jongere.geboortedatum,
        )
        gezin.personen.append(noor)
        gezin.ouderschappen += [
            Ouderschap(
                gezin_id=gezin.id,
                jongere_id=noor.id,
                ouder_id=huizen.mensen[wie],
                gezag=JaNeeOnbekend.JA,
                woont_bij=True,
            )
            for wie in ("Fatma", "Mehmet")
        ]
        casus.jongeren.append(noor)
        uow.commit()
    async with open_app(app, "bladzijde", casus_id=huizen.casus_id, size=(100, 60)) as pilot:
        shown = await kies(pilot, "Noor")
        assert "Voor: Noor" in shown
        assert WOORDEN["Lina"] not in shown
        await pilot.press("escape")
        await wacht(pilot)
        shown = await kies(pilot, "Lina")
        assert "Voor: Lina Kaya" in shown
        assert WOORDEN["Lina"] in shown

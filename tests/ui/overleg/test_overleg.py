"""The overleg by keys: agenda, table, talking about a point, paper, closing, earlier ones."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from kernteam_tui.domain.codes import Dag, GesprekSoort, Niveau
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.screens.overleg.agenda import OverlegScreen
from kernteam_tui.screens.overleg.punt import OverlegPuntScreen
from kernteam_tui.screens.register import maak_scherm
from kernteam_tui.services.concepten import load_concept
from kernteam_tui.services.overleg.lezen import get_overleg
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt, zet_moment
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.schooltijden import Schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie
from tests.ui.gezinnen import geopend
from tests.ui.hulpmiddel import maak_app, open_app, tekst_van, wacht, wacht_op
from tests.ui.overleg.conftest import geef_toestemming, maak_casus

LEERPLICHT, JGZ = PartnerSoort.LEERPLICHT, PartnerSoort.JGZ


def een_regel(app: Any) -> str:
    return " ".join(tekst_van(app).replace("▌", " ").split())


async def typ(pilot: Any, tekst: str) -> None:
    await pilot.press(*("space" if teken == " " else teken for teken in tekst))


def volgorde(sessie: Sessie, school: SchoolBeeld) -> list[str]:
    return [punt.jongere or punt.tekst for punt in get_overleg(sessie, school.id).punten]


async def test_vanaf_school_ligt_hij_op_tafel_en_o_geeft_de_eigen_agenda(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "school") as pilot:
        await pilot.press("o")
        await wacht(pilot)
        assert geopend(app) == ("overleg", {"school_id": school.id, "tafel": True})
        beeld = een_regel(app)
        assert "een leerling" in beeld
        assert "Noor" not in beeld
        assert "2026-001" not in beeld
        await pilot.press("enter")
        await pilot.press("w")
        await wacht(pilot)
        assert isinstance(app.screen, OverlegScreen), "on the table no key opens a casus"
        await pilot.press("o")
        await wacht(pilot)
        beeld = een_regel(app)
        assert "2026-001 Noor B., 3B startgesprek nog plannen, uiterlijk vr 27 nov" in beeld
        assert "niets: leerplicht, JGZ" in beeld
        assert "Jeugdwet 7.3.11 lid 1" in beeld


async def test_op_tafel_staat_wat_iedereen_mag_weten(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    casus_id = maak_casus(sessie, "Noor")
    geef_toestemming(sessie, casus_id, Niveau.PROCES, LEERPLICHT, JGZ)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        assert "hoe het loopt: leerplicht, JGZ" in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        beeld = een_regel(app)
        assert "N.B., klas 3B" in beeld
        assert "startgesprek nog plannen" in beeld
        assert "o jouw agenda" in beeld
        assert "Noor" not in beeld


async def test_een_eigen_punt_erop_omhoog_en_er_weer_af(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("t")
        await wacht(pilot)
        await typ(pilot, "rooster mentoren")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert volgorde(sessie, school) == ["Noor B.", "rooster mentoren"]
        await pilot.press("end", "h")
        await wacht(pilot)
        assert volgorde(sessie, school) == ["rooster mentoren", "Noor B."]
        await pilot.press("d")
        await wacht(pilot)
        assert volgorde(sessie, school) == ["Noor B."]
        await pilot.press("ctrl+z")
        await wacht(pilot)
        assert volgorde(sessie, school) == ["rooster mentoren", "Noor B."]


async def test_een_naam_in_een_punt_zonder_casus_waarschuwt(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg_eigen", school_id=school.id) as pilot:
        await typ(pilot, "iets over noor")
        await wacht_op(pilot, lambda: app.screen.query_one("#naam-erin").display)
        assert "alleen anoniem" in een_regel(app)
        await pilot.press(*["backspace"] * 4)
        await wacht_op(pilot, lambda: not app.screen.query_one("#naam-erin").display)


async def test_een_punt_bespreken_en_door_naar_het_volgende(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    noor, mees = maak_casus(sessie, "Noor"), maak_casus(sessie, "Mees", "Visser")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", (120, 50), school_id=school.id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert geopend(app) == ("overleg_punt", {"school_id": school.id, "sleutel": noor})
        beeld = een_regel(app)
        assert "punt 1 van 2 · 0 van 10 minuten" in beeld
        await pilot.press("tab")
        await typ(pilot, "vast overleg")
        lia = next(p.id for p in school.kernteam if p.naam == "Lia")
        app.screen.query_one(f"#actie-{lia}").focus_invoer()  # type: ignore[attr-defined]  # a Veld
        await pilot.press("right", "tab")
        await typ(pilot, "27-11")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert geopend(app) == ("overleg_punt", {"school_id": school.id, "sleutel": mees})
        with sessie.unit_of_work() as uow:
            (gesprek,) = uow.gesprekken.find(casus_id=noor)
        assert gesprek.soort is GesprekSoort.OVERLEG
        assert [(d.naam, d.actie, d.actie_op) for d in gesprek.deelnemers if d.actie] == [
            ("Lia", "legt uit wat moet en wat mag rond naar school gaan", date(2026, 11, 27))
        ]
        assert gesprek.zonder == "vast overleg"
        assert load_concept(sessie, f"overleg_punt:{school.id}:{noor}") is None
        await pilot.press("tab")
        await typ(pilot, "idem")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert isinstance(app.screen, OverlegScreen)
        assert "Alle punten zijn besproken" in een_regel(app)
        assert "2 van 2 besproken" in een_regel(app)


async def test_zonder_ouders_zonder_reden_wordt_niet_bewaard(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    noor = maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg_punt", (120, 50), school_id=school.id, sleutel=noor) as pilot:
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "Vul dit in: waarom niet?" in een_regel(app)
        app.screen.query_one("#erbij").focus_invoer()  # type: ignore[attr-defined]  # a Veld
        await pilot.press("right", "space")
        await wacht(pilot)
        assert "Ouders horen het" not in een_regel(app), "a parent is there"
        assert "Waarom jongere niet?" in een_regel(app)
        await pilot.press("ctrl+s")
        await wacht(pilot)
        with sessie.unit_of_work() as uow:
            (gesprek,) = uow.gesprekken.find(casus_id=noor)
        assert not gesprek.zonder_ouders


async def test_wat_getypt_is_blijft_bij_overslaan_en_vergrendelen(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    noor, mees = maak_casus(sessie, "Noor"), maak_casus(sessie, "Mees", "Visser")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg_punt", (120, 50), school_id=school.id, sleutel=noor) as pilot:
        await pilot.press("tab")
        await typ(pilot, "later")
        sleutel = f"overleg_punt:{school.id}:{noor}"
        await wacht_op(pilot, lambda: (load_concept(sessie, sleutel) or {}).get("ouders_waarom") == "later")
        await pilot.press("f6")
        await wacht(pilot)
        assert geopend(app)[1]["sleutel"] == mees
        await pilot.press("f6")
        await wacht(pilot)
        assert geopend(app)[1]["sleutel"] == noor
        assert isinstance(app.screen, OverlegPuntScreen)
        assert app.screen.waarde["ouders_waarom"] == "later"


async def test_de_klok_van_het_punt_loopt_rustig_mee(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    noor = maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg_punt", school_id=school.id, sleutel=noor) as pilot:
        scherm: Any = app.screen
        scherm._begon -= timedelta(minutes=12)
        scherm._tik()
        await pilot.pause()
        assert "punt 1 van 1 · 12 van 10 minuten" in een_regel(app)
        assert len(app.screen_stack) == 3, "no alarm"


async def test_een_overleg_dat_nog_moet_komen_gaat_niet_open(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    maak_casus(sessie, "Noor")
    start = get_overleg(sessie, school.id).start
    assert start is not None
    zet_moment(sessie, school.id, start + timedelta(days=2), 60)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("enter")
        await wacht(pilot)
        assert "Dit overleg is pas wo 25 nov 09:00" in een_regel(app)
        await pilot.press("v")
        await wacht(pilot)
        await pilot.press(*["backspace"] * 10)
        await typ(pilot, "vandaag")
        await pilot.press("ctrl+s")
        await wacht(pilot)
        assert "ma 23 nov 09:00" in een_regel(app)


async def test_afronden_neemt_mee_wat_bleef_liggen_en_staat_bij_eerdere(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    bewaar_punt(sessie, school.id, "", PuntGegevens("rooster mentoren"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("s")
        await wacht(pilot)
        beeld = een_regel(app)
        assert "Eén punt gaat mee naar de volgende keer" in beeld
        assert "ma 30 nov 09:00" in beeld
        await pilot.press("e")
        await wacht(pilot)
        beeld = een_regel(app)
        assert "0 van 1 besproken" in beeld
        assert "rooster mentoren niet besproken" in beeld


async def test_het_papier_voor_een_partner(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    casus_id = maak_casus(sessie, "Noor")
    geef_toestemming(sessie, casus_id, Niveau.GESTART_GESTOPT, LEERPLICHT)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("p")
        await wacht(pilot)
        beeld = een_regel(app)
        assert "1. een leerling" in beeld
        assert "JGZ: niets." in beeld
        await pilot.press("l", "down", "enter")
        await wacht(pilot)
        assert "N.B., klas 3B" in een_regel(app)
        await pilot.press("p")
        await wacht(pilot)
        assert "Opgeslagen: overleg-leerplichtambtenaar-20261123" in een_regel(app)
        assert [pad.suffix for pad in (sessie.map / "uit").iterdir()] == [".pdf"]


async def test_wie_er_is_bepaalt_wat_er_op_tafel_ligt(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    casus_id = maak_casus(sessie, "Noor")
    geef_toestemming(sessie, casus_id, Niveau.PROCES, LEERPLICHT)
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("a")
        await wacht(pilot)
        await pilot.press("down", "down", "space", "ctrl+s")
        await wacht(pilot)
        assert "Erbij: jij, leerplicht" in een_regel(app)
        assert "JGZ" not in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert "N.B., klas 3B" in een_regel(app)


async def test_vandaag_wijst_op_het_overleg(tmp_path: Path, sessie: Sessie, school: SchoolBeeld) -> None:
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        assert "09:00 kernpartneroverleg · Voorbeeldcollege" in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert geopend(app) == ("overleg", {"school_id": school.id, "tafel": False})
        await pilot.press("s")
        await wacht(pilot)
        await pilot.press("f2")
        await wacht(pilot)
        assert "kernpartneroverleg" not in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert geopend(app)[0] == "vandaag"


async def test_twee_scholen_op_een_dag_dan_kies_je_welk_overleg(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    """The second one had a line with an `o` that opened the first."""
    kern = [{"rol": "gezinswerker", "naam": "Ik", "ik": True}]
    anker = save_school(sessie, {"naam": "Het Anker", "kernteam": kern})
    save_schooltijden(sessie, anker.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(13), 60)))
    app = maak_app(tmp_path, sessie)
    async with open_app(app) as pilot:
        assert f"09:00 kernpartneroverleg · {school.naam}" in een_regel(app)
        assert "Verder geen gesprekken vandaag." in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert "Welk overleg?" in een_regel(app)
        await pilot.press("down", "enter")
        await wacht(pilot)
        assert geopend(app) == ("overleg", {"school_id": anker.id, "tafel": False})


async def test_na_vergrendelen_ligt_hij_nog_op_tafel(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    maak_casus(sessie, "Noor")
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        await pilot.press("o")
        await wacht(pilot)
        plek = app.screen.plek()  # type: ignore[attr-defined]  # a KernteamScreen
        weer = maak_scherm(plek.scherm, plek.argumenten)
        assert isinstance(weer, OverlegScreen)
        assert weer.op_tafel


async def test_zonder_vast_moment_staat_er_wat_te_doen(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    save_schooltijden(sessie, school.id, Schooltijden())
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id):
        assert "nog geen vast moment voor het overleg" in een_regel(app)


async def test_een_naam_met_opmaaktekens_blijft_een_naam(
    tmp_path: Path, sessie: Sessie, school: SchoolBeeld
) -> None:
    bewaar_punt(sessie, school.id, "", PuntGegevens("[/]x [b]vet"))
    app = maak_app(tmp_path, sessie)
    async with open_app(app, "overleg", school_id=school.id) as pilot:
        assert "[/]x [b]vet" in een_regel(app)
        await pilot.press("o")
        await wacht(pilot)
        assert "[/]x [b]vet" in een_regel(app)

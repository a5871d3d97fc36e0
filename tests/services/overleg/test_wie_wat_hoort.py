"""What each partner may hear at the overleg: nothing without consent, then started, process, content."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.queries.uitvoer import lees_uitvoer
from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    Dagdeel,
    GesprekSoort,
    GesprekStaat,
    LogSoort,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.exchange.printer import GeenPrinter
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.afwezigheden import AfwezigGegevens, meld_afwezig
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekGegevens,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.overleg.lezen import PuntBeeld, get_overleg
from kernteam_tui.services.overleg.papier import druk_blad_af, get_blad, schrijf_blad
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt, zet_aanwezig, zet_moment
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppelafspraken import AfspraakGegevens, maak_afspraak
from kernteam_tui.services.uit import get_uit
from tests.conftest import VasteKlok
from tests.services.overleg.conftest import MAANDAG_NEGEN, geef_toestemming, meld_aan, van_rol

LEERPLICHT, JGZ = PartnerSoort.LEERPLICHT, PartnerSoort.JGZ


def plan_en_houd(sessie: Sessie, casus_id: str) -> None:
    """The startgesprek was held this morning, and the help began."""
    start = MAANDAG_NEGEN - timedelta(hours=1)
    talk = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, start))
    there = tuple(DeelnemerUitkomst(een.id, True) for een in talk.deelnemers)
    leg_gesprek_vast(sessie, talk.id, talk.revision, Uitkomst(GesprekStaat.GEHOUDEN, there))


def punt(sessie: Sessie, school: SchoolBeeld) -> PuntBeeld:
    return get_overleg(sessie, school.id).punten[0]


def test_zonder_toestemming_is_het_een_leerling(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    meld_aan(sessie, "Sami")
    een = punt(sessie, overlegschool)
    assert [(mag.wie, mag.label) for mag in een.mag] == [
        ("Lia, leerplicht", "niets"),
        ("Jan, jeugdarts", "niets"),
    ]
    assert een.mag[0].artikel == "Jeugdwet 7.3.11 lid 1"
    assert (een.tafel.wie, een.tafel.regels) == ("een leerling", ())


@pytest.mark.parametrize(
    ("niveau", "regels"),
    [
        (Niveau.GESTART_GESTOPT, ("de hulp is nog niet gestart",)),
        (
            Niveau.PROCES,
            ("de hulp is nog niet gestart", "startgesprek nog plannen, uiterlijk vr 27 nov"),
        ),
        (
            Niveau.INHOUD,
            (
                "de hulp is nog niet gestart",
                "startgesprek nog plannen, uiterlijk vr 27 nov",
                "slaapt slecht, wie belt?",
            ),
        ),
    ],
)
def test_elk_niveau_laat_een_stap_meer_zien(
    sessie: Sessie, overlegschool: SchoolBeeld, niveau: Niveau, regels: tuple[str, ...]
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("slaapt slecht, wie belt?", casus_id))
    for partner in (LEERPLICHT, JGZ):
        geef_toestemming(sessie, casus_id, partner, niveau)
    een = punt(sessie, overlegschool)
    assert {mag.niveau for mag in een.mag} == {niveau}
    assert een.tafel.wie == "S.Y., klas 3B"
    assert een.tafel.regels == regels


def test_op_tafel_staat_alleen_wat_iedereen_mag_weten(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.INHOUD)
    assert punt(sessie, overlegschool).tafel.wie == "een leerling", "Jan may not know it"
    geef_toestemming(sessie, casus_id, JGZ, Niveau.GESTART_GESTOPT)
    assert punt(sessie, overlegschool).tafel.regels == ("de hulp is nog niet gestart",)
    ik, lia = van_rol(overlegschool, "gezinswerker"), van_rol(overlegschool, "leerplichtambtenaar")
    zet_aanwezig(sessie, overlegschool.id, [ik, lia])
    assert len(punt(sessie, overlegschool).tafel.regels) == 2, "Jan is not there"


def test_een_toestemming_op_naam_geldt_alleen_voor_die_partner(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES, "Iemand Anders")
    assert punt(sessie, overlegschool).mag[0].niveau is None
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES, "Lia")
    assert punt(sessie, overlegschool).mag[0].niveau is Niveau.PROCES


def test_een_collega_gezinswerker_hoort_niets(sessie: Sessie) -> None:
    school = save_school(
        sessie,
        {
            "naam": "De Brug",
            "kernteam": [
                {"rol": "gezinswerker", "naam": "Vera", "ik": True},
                {"rol": "gezinswerker", "naam": "Bas"},
            ],
        },
    )
    meld_aan(sessie, "Sami")
    zet_moment(sessie, school.id, MAANDAG_NEGEN, 60)
    mag = punt(sessie, school).mag
    assert [(een.wie, een.niveau) for een in mag] == [("Bas, gezinswerker", None)]


def test_het_nummer_en_de_naam_staan_nooit_op_wat_anderen_zien(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("Sami wil naar Lia", casus_id))
    for partner in (LEERPLICHT, JGZ):
        geef_toestemming(sessie, casus_id, partner, Niveau.INHOUD)
    tafel = punt(sessie, overlegschool).tafel
    assert "vertel die zelf" in tafel.regels[-1], "a name in the question stays with the worker"
    for voor in ("", van_rol(overlegschool, "jeugdarts")):
        tekst = get_blad(sessie, overlegschool.id, voor).tekst
        assert "Sami" not in tekst
        assert "2026-001" not in tekst
        assert "S.Y., klas 3B" in tekst


def test_het_blad_zegt_waarom_er_iets_niet_op_staat(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES)
    blad = get_blad(sessie, overlegschool.id)
    assert [wie for _, wie in blad.lezers] == [
        "op tafel, voor iedereen",
        "Lia, leerplicht",
        "Jan, jeugdarts",
    ]
    assert blad.weggelaten == (
        "Lia, leerplicht: hoe het loopt. (Jeugdwet 7.3.11 lid 1)",
        "Jan, jeugdarts: niets. Er is geen toestemming om dit met deze persoon te delen. "
        "(Jeugdwet 7.3.11 lid 1)",
    )


@pytest.mark.parametrize("vorm", ["pdf", "tekst"])
def test_het_blad_als_bestand_staat_bij_wat_naar_buiten_ging(
    sessie: Sessie, overlegschool: SchoolBeeld, vorm: str
) -> None:
    eerst, tweede = meld_aan(sessie, "Sami"), meld_aan(sessie, "Noor")
    for casus_id in (eerst, tweede):
        geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES)
    lia = van_rol(overlegschool, "leerplichtambtenaar")
    made = schrijf_blad(sessie, overlegschool.id, lia, vorm)
    assert made.bestand.name.startswith("overleg-leerplichtambtenaar-20261123-k")
    assert made.bestand.stat().st_mode & 0o777 == 0o600
    assert [regel.pad for regel in get_uit(sessie).regels] == [made.bestand]
    with sessie.lezen() as conn:
        assert [len(lees_uitvoer(conn, one)) for one in (eerst, tweede)] == [1, 1]


def test_zonder_een_ander_erbij_is_er_geen_blad(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    zet_aanwezig(sessie, overlegschool.id, [van_rol(overlegschool, "gezinswerker")])
    with pytest.raises(RegelGeweigerd):
        get_blad(sessie, overlegschool.id)


def test_een_blad_voor_wie_er_niet_is_wordt_geweigerd(
    sessie: Sessie, overlegschool: SchoolBeeld, tmp_path: Path
) -> None:
    with pytest.raises(NietGevonden):
        schrijf_blad(sessie, overlegschool.id, "vreemd", "tekst", tmp_path / "blad.txt")
    assert list(tmp_path.glob("blad*")) == []


def test_een_lege_agenda_is_ook_een_blad(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    assert "Er staan geen punten op de agenda." in get_blad(sessie, overlegschool.id).tekst


def test_wie_afwezig_is_gemeld_zit_niet_aan_tafel(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES)
    jan = van_rol(overlegschool, "jeugdarts")
    maandag = MAANDAG_NEGEN.date()
    meld_afwezig(
        sessie, overlegschool.id, AfwezigGegevens(jan, maandag, maandag, None, Afwezigreden.SCHOLING)
    )
    beeld = get_overleg(sessie, overlegschool.id)
    assert [(een.wie, een.erbij, een.weg) for een in beeld.kernteam] == [
        ("Vera, gezinswerker", True, ""),
        ("Lia, leerplicht", True, ""),
        ("Jan, jeugdarts", False, "scholing"),
    ]
    assert [mag.kort for mag in beeld.punten[0].mag] == ["leerplicht"]
    assert len(beeld.punten[0].tafel.regels) == 2, "only what Lia may know"


def test_komt_die_toch_dan_geldt_wat_is_aangevinkt(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    meld_aan(sessie, "Sami")
    jan, maandag = van_rol(overlegschool, "jeugdarts"), MAANDAG_NEGEN.date()
    meld_afwezig(sessie, overlegschool.id, AfwezigGegevens(jan, maandag, maandag))
    zet_aanwezig(sessie, overlegschool.id, [partner.id for partner in overlegschool.kernteam])
    beeld = get_overleg(sessie, overlegschool.id)
    assert all(een.erbij for een in beeld.kernteam)
    assert beeld.punten[0].tafel.wie == "een leerling"


def test_een_middag_weg_raakt_een_overleg_in_de_ochtend_niet(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    jan, maandag = van_rol(overlegschool, "jeugdarts"), MAANDAG_NEGEN.date()
    meld_afwezig(sessie, overlegschool.id, AfwezigGegevens(jan, maandag, maandag, Dagdeel.MIDDAG))
    assert all(een.erbij for een in get_overleg(sessie, overlegschool.id).kernteam)


def test_na_het_stoppen_hoort_de_tafel_alleen_dat_het_stopte(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    """A promise to tell that it stopped brings the casus back on the agenda, two weeks after closing."""
    casus_id = meld_aan(sessie, "Sami")
    for partner in (LEERPLICHT, JGZ):
        geef_toestemming(sessie, casus_id, partner, Niveau.INHOUD)
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("slaapt slecht", casus_id))
    plan_en_houd(sessie, casus_id)
    stop = AfspraakGegevens(LEERPLICHT, Niveau.INHOUD, TerugkoppelMoment.BIJ_AFSLUITEN)
    maak_afspraak(sessie, casus_id, stop)
    gegevens = AfsluitGegevens(
        AfsluitSoort.AFGESLOTEN, MAANDAG_NEGEN.date(), AfsluitKenmerk.VOLGENS_PLAN, True
    )
    sluit_casus(sessie, casus_id, gegevens)
    later = Sessie(sessie.store, VasteKlok(MAANDAG_NEGEN + timedelta(weeks=2)))
    een = punt(later, overlegschool)
    assert {mag.niveau for mag in een.mag} == {Niveau.GESTART_GESTOPT}
    assert een.tafel.regels == ("de hulp is gestopt",)


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with a printer: the file holds what came out of it."""
    folder, paper = tmp_path / "bin", tmp_path / "papier.pdf"
    folder.mkdir()
    lp = folder / "lp"
    lp.write_text(f'#!/bin/sh\nexec cat > "{paper}"\n')
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return paper


def test_de_agenda_wordt_afgedrukt_zonder_dat_er_een_bestand_blijft(
    sessie: Sessie, overlegschool: SchoolBeeld, printer: Path
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    geef_toestemming(sessie, casus_id, LEERPLICHT, Niveau.PROCES)
    druk_blad_af(sessie, overlegschool.id, van_rol(overlegschool, "leerplichtambtenaar"))
    assert printer.read_bytes().startswith(b"%PDF")
    assert get_uit(sessie).regels == ()
    with sessie.lezen() as conn:
        line = next(iter(lees_log(conn)))
    assert (line.soort, line.wat, line.voor) == (LogSoort.AFGEDRUKT, "agenda overleg", "leerplichtambtenaar")


def test_zonder_printer_zegt_zij_wat_wel_kan(
    sessie: Sessie, overlegschool: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GeenPrinter):
        druk_blad_af(sessie, overlegschool.id, "")

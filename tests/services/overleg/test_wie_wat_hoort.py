"""What each partner may hear at the overleg: nothing without consent, then started, process, content."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.data.queries.uitvoer import lees_uitvoer
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.services.overleg.lezen import PuntBeeld, get_overleg
from kernteam_tui.services.overleg.papier import get_blad, schrijf_blad
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt, zet_aanwezig, zet_moment
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uit import get_uit
from tests.services.overleg.conftest import MAANDAG_NEGEN, geef_toestemming, meld_aan, van_rol

LEERPLICHT, JGZ = PartnerSoort.LEERPLICHT, PartnerSoort.JGZ


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

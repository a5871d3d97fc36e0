"""The file of the family: kept as it came, given out under no name, gone with the family."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.bijlage import MEESTE_BYTES
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, PersoonRol, WisGrond
from kernteam_tui.domain.deelcodes import LezerSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.exchange.bestand import GeenGewoonBestand
from kernteam_tui.services.familieplan import (
    LANGSTE_NAAM,
    BijlageBeeld,
    bewaar_bijlage,
    get_familieplan,
    lees_bijlage,
    schrijf_bijlage,
    verwijder_bijlage,
)
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uit import get_uit
from kernteam_tui.services.wissen import bereid_wissen_voor, wis_casus

INHOUD = b"\r\n " + bytes(range(256)) * 40 + b" \n\n"


@pytest.fixture
def papier(tmp_path: Path) -> Path:
    pad = tmp_path / "Plan van Fatma Kaya.PDF"
    pad.write_bytes(INHOUD)
    return pad


def bewaar(sessie: Sessie, casus_id: str, pad: Path) -> BijlageBeeld:
    return bewaar_bijlage(sessie, casus_id, lees_bijlage(sessie, pad)).bijlagen[-1]


def broer(sessie: Sessie, casus_id: str) -> str:
    """Sem, of the same family, with a casus of his own; its id."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        sem = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sem", geboortedatum=date(2011, 3, 3))
        uow.gezinnen.get(casus.gezin_id).personen.append(sem)
        other = Casus(
            nummer="2026-077",
            gezin_id=casus.gezin_id,
            school_id=casus.school_id,
            jongeren=[sem],
            aangemeld=date(2026, 11, 2),
        )
        uow.casussen.add(other)
        uow.commit()
        return other.id


def test_a_file_comes_back_byte_for_byte_and_its_name_names_nobody(
    sessie: Sessie, casus_id: str, papier: Path
) -> None:
    bijlage = bewaar(sessie, casus_id, papier)
    assert (bijlage.naam, bijlage.ontvangen_op, bijlage.bytes) == (
        "Plan van Fatma Kaya.PDF",
        sessie.vandaag(),
        len(INHOUD),
    )
    assert papier.read_bytes() == INHOUD, "the file itself stays where it was"
    out = schrijf_bijlage(sessie, casus_id, bijlage.id).bestand
    assert out.read_bytes() == INHOUD
    assert out.parent == sessie.map / "uit"
    assert out.name.startswith("familieplan-k")
    assert out.suffix == ".pdf"
    assert "atma" not in out.name
    if os.name == "posix":
        assert out.stat().st_mode & 0o777 == 0o600


def test_giving_it_out_is_logged_and_the_file_can_be_cleared_up(
    sessie: Sessie, casus_id: str, papier: Path, tmp_path: Path
) -> None:
    bijlage = bewaar(sessie, casus_id, papier)
    target = tmp_path / "stick" / "plan.pdf"
    schrijf_bijlage(sessie, casus_id, bijlage.id, target)
    with sessie.lezen() as conn:
        newest = lees_log(conn)[0]
    assert (newest.soort, newest.wat, newest.voor) == (
        LogSoort.GEEXPORTEERD,
        "familiegroepsplan",
        LezerSoort.GEZINSWERKER.value,
    )
    assert target in [regel.pad for regel in get_uit(sessie).regels]


@pytest.mark.parametrize(
    ("naam", "getoond", "uitgang"),
    [
        ("plan\x1b[31m\nrood.docx", "plan[31m rood.docx", ".docx"),
        ("foto‮gnp.exe", "fotognp.exe", ".exe"),
        ("zonder", "zonder", ""),
        ("raar.een twee", "raar.een twee", ""),
        ("\x07", "familiegroepsplan", ""),
        ("é" * 100 + ".jpeg", "é" * 100 + ".jpeg", ".jpeg"),
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="a name that only a POSIX file can have")
def test_control_signs_in_a_name_go_and_the_rest_stays(
    sessie: Sessie, casus_id: str, tmp_path: Path, naam: str, getoond: str, uitgang: str
) -> None:
    pad = tmp_path / naam
    pad.write_bytes(b"x")
    bijlage = bewaar(sessie, casus_id, pad)
    assert bijlage.naam == getoond
    assert len(bijlage.naam) <= LANGSTE_NAAM
    assert schrijf_bijlage(sessie, casus_id, bijlage.id).bestand.suffix == uitgang


@pytest.mark.skipif(os.name != "posix", reason="a name that only a POSIX file can have")
def test_a_name_that_is_no_text_and_one_without_end_are_kept_readable(
    sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/plan\xff.pdf"))
    odd.write_bytes(b"x")
    assert bewaar(sessie, casus_id, odd).naam == "plan?.pdf"
    long = tmp_path / f"{'a' * 240}.pdf"
    long.write_bytes(b"x")
    naam = bewaar(sessie, casus_id, long).naam
    assert len(naam) == LANGSTE_NAAM
    assert naam.endswith("….pdf")


def test_too_large_empty_a_folder_and_nothing_are_refused(
    sessie: Sessie, casus_id: str, tmp_path: Path
) -> None:
    edge, large, empty = (tmp_path / naam for naam in ("rand", "groot", "leeg"))
    edge.write_bytes(b"x" * MEESTE_BYTES)
    large.write_bytes(b"x" * (MEESTE_BYTES + 1))
    empty.write_bytes(b"")
    assert len(lees_bijlage(sessie, edge).inhoud) == MEESTE_BYTES
    for pad, fout in (
        (large, InhoudOngeldig),
        (empty, InhoudOngeldig),
        (tmp_path, GeenGewoonBestand),
        (tmp_path / "weg", NietGevonden),
    ):
        with pytest.raises(fout):
            lees_bijlage(sessie, pad)
    assert get_familieplan(sessie, casus_id).bijlagen == ()


def test_taking_it_away_can_be_taken_back_with_every_byte(
    sessie: Sessie, casus_id: str, papier: Path
) -> None:
    bijlage = bewaar(sessie, casus_id, papier)
    gone = doe_met_opname(verwijder_bijlage, sessie, casus_id, bijlage.id)
    assert get_familieplan(sessie, casus_id).bijlagen == ()
    with pytest.raises(NietGevonden):
        schrijf_bijlage(sessie, casus_id, bijlage.id)
    zet_terug(sessie, wat="Bestand weggehaald", wissels=gone.wissels)
    assert schrijf_bijlage(sessie, casus_id, bijlage.id).bestand.read_bytes() == INHOUD


def test_it_is_never_checked_and_its_goals_are_linked(sessie: Sessie, casus_id: str, papier: Path) -> None:
    before = controleer(sessie, casus_id)
    bewaar(sessie, casus_id, papier)
    assert controleer(sessie, casus_id) == before
    assert get_familieplan(sessie, casus_id).doelen == ()
    save_doel(sessie, casus_id, None, DoelGegevens("Op tijd opstaan", familiedoel="Oma belt om zeven uur"))
    save_doel(sessie, casus_id, None, DoelGegevens("Rust"))
    [doel] = get_familieplan(sessie, casus_id).doelen
    assert (doel.wat, doel.in_hun_plan) == ("Op tijd opstaan", "Oma belt om zeven uur")


def test_it_goes_with_the_last_casus_of_the_family(sessie: Sessie, casus_id: str, papier: Path) -> None:
    bewaar(sessie, casus_id, papier)
    assert "het familiegroepsplan: 1 bestand" in bereid_wissen_voor(sessie, casus_id).weg
    wis_casus(sessie, casus_id, WisGrond.OP_VERZOEK)
    with sessie.unit_of_work() as uow:
        assert uow.bijlagen.find() == []


def test_it_stays_where_a_brother_has_a_casus_and_that_is_said_before(
    sessie: Sessie, casus_id: str, papier: Path
) -> None:
    bewaar(sessie, casus_id, papier)
    other = broer(sessie, casus_id)
    beeld = bereid_wissen_voor(sessie, casus_id)
    [said] = [zin for zin in beeld.blijft if "familiegroepsplan" in zin]
    assert "1 bestand" in said
    assert "2026-077" in said
    assert "Fatma" not in said
    assert not any("familiegroepsplan" in zin for zin in beeld.weg)
    wis_casus(sessie, casus_id, WisGrond.OP_VERZOEK)
    assert len(get_familieplan(sessie, other).bijlagen) == 1


def test_what_is_not_of_this_family_is_not_found(
    sessie: Sessie, casus_id: str, papier: Path, tmp_path: Path
) -> None:
    bijlage = bewaar(sessie, casus_id, papier)
    with pytest.raises(NietGevonden):
        schrijf_bijlage(sessie, "een-andere-casus", bijlage.id, tmp_path / "x")
    with pytest.raises(NietGevonden):
        verwijder_bijlage(sessie, casus_id, "weg")

"""The whole plan on its way out: the file, the printer, the log and the register of what was given."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pypdf
import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.planpapier import VORMEN
from kernteam_tui.services import planpapier as dienst
from kernteam_tui.services.gezinsplan import get_plan, lees_plan, stel_plan_vast
from kernteam_tui.services.planpapier import (
    ZELF,
    bereid_planpapier_voor,
    druk_planpapier_af,
    maak_planpapier,
    open_planpapier,
)
from kernteam_tui.services.plantermijnen import get_papier, zet_op_papier
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import list_verstrekkingen, maak_opnieuw, open_verstrekking
from tests.gezagshulp import leg_gezag_vast
from tests.services.planpapiergezin import PLAN, Gezin, maak_gezin


@pytest.fixture
def gezin(sessie: Sessie, school: SchoolBeeld) -> Gezin:
    assert school.kernteam
    return maak_gezin(sessie)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was printed."""
    printed: list[bytes] = []

    def druk(pdf: bytes, doorlaat: Doorlaat) -> None:
        assert isinstance(doorlaat, Doorlaat)
        printed.append(pdf)

    monkeypatch.setattr(dienst, "druk_af", druk)
    return printed


def test_a_file_is_written_logged_and_remembered_without_a_name(gezin: Gezin, tmp_path: Path) -> None:
    made = maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "pdf")
    assert made.bestand.parent.name == "uit"
    assert made.bestand.name.startswith("gezinsplan-p")
    assert "atma" not in made.bestand.name
    assert (made.versie, made.weggelaten) == (1, 4)
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.bestand.read_bytes())).pages
    )
    assert "slaap er slecht" in text
    assert (LogSoort.GEEXPORTEERD, "gezinsplan versie 1 (pdf)", "ouder") in gezin.log()
    path = tmp_path / "plan.txt"
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "tekst", uit=path)
    assert path.read_text("utf-8") == gezin.tekst(gezin.fatma)


def test_each_part_that_was_read_and_let_go_is_logged_by_itself(gezin: Gezin, tmp_path: Path) -> None:
    beeld = bereid_planpapier_voor(gezin.sessie, gezin.casus_id, gezin.fatma)
    read = [regel.id for regel in beeld.lijst if regel.vrij_te_geven]
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "tekst", uit=tmp_path / "a.txt", gelezen=read)
    line = (LogSoort.UITZONDERING, "gezinsplan: na lezen meegegeven", "ouder")
    assert gezin.log().count(line) == 1


def test_looking_at_it_is_logged_and_leaves_no_file(gezin: Gezin) -> None:
    open_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma)
    assert (LogSoort.GEOPEND, "gezinsplan voor op papier", "") in gezin.log()
    assert not (gezin.sessie.map / "uit").exists()


def test_a_refused_reader_leaves_no_file(gezin: Gezin, tmp_path: Path) -> None:
    leg_gezag_vast(gezin.sessie, gezin.casus_id, gezin.mehmet, JaNeeOnbekend.NEE)
    with pytest.raises(KernteamError):
        maak_planpapier(gezin.sessie, gezin.casus_id, gezin.mehmet, "pdf", uit=tmp_path / "a.pdf")
    assert not list(tmp_path.glob("*.pdf"))


def test_printing_a_fixed_version_for_the_family_answers_the_request_for_paper(
    gezin: Gezin, printer: list[bytes]
) -> None:
    zet_op_papier(gezin.sessie, gezin.casus_id, date(2026, 11, 20), None)
    druk_planpapier_af(gezin.sessie, gezin.casus_id, ZELF)
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma, IN_BEWERKING)
    assert get_papier(gezin.sessie, gezin.casus_id).termijnen.papier_uiterlijk == date(2026, 12, 4)
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma)
    termijnen = get_papier(gezin.sessie, gezin.casus_id).termijnen
    assert (termijnen.papier_gegeven_op, termijnen.papier_uiterlijk) == (date(2026, 11, 23), None)
    assert len(printer) == 3
    assert (LogSoort.AFGEDRUKT, "gezinsplan versie 1", "ouder") in gezin.log()
    assert not get_plan(gezin.sessie, gezin.casus_id).gewijzigd
    assert not (gezin.sessie.map / "uit").exists()


def test_the_register_says_that_the_family_asked_for_it(gezin: Gezin, printer: list[bytes]) -> None:
    """And of what nobody asked for it says nothing, so that it reads as offered."""
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "pdf")
    zet_op_papier(gezin.sessie, gezin.casus_id, date(2026, 11, 20), None)
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "docx")
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma, IN_BEWERKING)
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma)
    assert len(printer) == 2
    given = list_verstrekkingen(gezin.sessie, gezin.casus_id)
    assert {(een.vorm, een.hoe.value, een.versie, een.gevraagd_door) for een in given} == {
        ("pdf", "bestand", 1, ""),
        ("docx", "bestand", 1, "het gezin"),
        ("pdf", "afgedrukt", 0, ""),
        ("pdf", "afgedrukt", 1, "het gezin"),
    }


def test_printing_unasked_notes_no_day(gezin: Gezin, printer: list[bytes]) -> None:
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma)
    assert len(printer) == 1
    assert get_papier(gezin.sessie, gezin.casus_id).termijnen.papier_gegeven_op is None


def test_what_was_given_is_in_the_register_and_can_be_made_again_exactly(
    gezin: Gezin, printer: list[bytes], tmp_path: Path
) -> None:
    maak_planpapier(gezin.sessie, gezin.casus_id, ZELF, "pdf")
    assert list_verstrekkingen(gezin.sessie, gezin.casus_id) == ()
    for vorm in VORMEN:
        maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, vorm, uit=tmp_path / vorm)
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.mehmet)
    then = gezin.tekst(gezin.fatma)
    lees_plan(gezin.sessie, gezin.casus_id, PLAN | {"doelen": [{"wat": "iets heel anders"}]})
    stel_plan_vast(gezin.sessie, gezin.casus_id)
    given = list_verstrekkingen(gezin.sessie, gezin.casus_id)
    assert {(een.aan, een.wat, een.versie) for een in given} == {
        ("Fatma Yilmaz", "gezinsplan", 1),
        ("Mehmet Yilmaz", "gezinsplan", 1),
    }
    for een in given:
        again = maak_opnieuw(gezin.sessie, gezin.casus_id, een.id, tmp_path / f"{een.id}")
        assert again.gelijk
        if een.aan_id == gezin.fatma:
            assert again.bestand.read_bytes() == (tmp_path / een.vorm).read_bytes()
            assert open_verstrekking(gezin.sessie, gezin.casus_id, een.id).tekst == then
        else:
            assert again.bestand.read_bytes() == printer[0]


def test_large_print_is_another_file_and_is_made_again_in_large_print(
    gezin: Gezin, printer: list[bytes], tmp_path: Path
) -> None:
    for vorm in VORMEN:
        maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, vorm, uit=tmp_path / vorm, groot=True)
    for een in list_verstrekkingen(gezin.sessie, gezin.casus_id):
        again = maak_opnieuw(gezin.sessie, gezin.casus_id, een.id, tmp_path / een.id)
        assert again.gelijk
        assert again.bestand.read_bytes() == (tmp_path / een.vorm).read_bytes()
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "pdf", uit=tmp_path / "gewoon")
    assert (tmp_path / "gewoon").read_bytes() != (tmp_path / "pdf").read_bytes()
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma, groot=True)
    assert printer == [(tmp_path / "pdf").read_bytes()]


def test_a_plan_in_progress_is_version_nought_in_the_register(gezin: Gezin, tmp_path: Path) -> None:
    maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "pdf", IN_BEWERKING, tmp_path / "a.pdf")
    (given,) = list_verstrekkingen(gezin.sessie, gezin.casus_id)
    assert given.versie == 0
    assert "concept" in maak_opnieuw(gezin.sessie, gezin.casus_id, given.id).bestand.name

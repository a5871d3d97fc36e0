"""What a test from outside found: each story once went wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import AANMELDING, PLAN, SCHOOL, Kluis, Roep

Bestand = Callable[[object], Path]
OVERLEG = ("gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-26T10:30")


def plan_met_uitnodiging(kernteam: Roep, folder: Path, *meer: str) -> dict[str, str]:
    """Plan a talk; answers the content of each file by its method."""
    gezien = kernteam(*OVERLEG, *meer, "--ics", folder, "--json").json
    return {b["methode"]: Path(b["pad"]).read_bytes().decode() for b in gezien["bestanden"]}


def test_one_wrong_bit_anywhere_is_told_by_every_command(kernteam: Roep, kluis: Kluis) -> None:
    database = kluis.map / "kluis.db"
    content = bytearray(database.read_bytes())
    content[len(content) // 2] ^= 1  # not in the list of tables, which is read at opening
    database.write_bytes(content)
    for woorden in (("caseload",), ("vandaag",), ("zoek", "iets"), ("casus", "2026-001")):
        gezien = kernteam(*woorden, "--json")
        assert (gezien.status, gezien.json["code"]) == (4, "kluis_beschadigd")
    gezien = kernteam("controle", "--json")
    assert (gezien.status, gezien.json["in_orde"]) == (0, False)


@pytest.mark.parametrize(
    ("namen", "code"),
    [
        (("kluis.db",), "kluis_beschadigd"),
        (("kluis.keys", "kluis.keys.bak"), "sleutelbestand_beschadigd"),
    ],
)
def test_a_folder_in_the_place_of_a_file_is_damage(
    kernteam: Roep, kluis: Kluis, namen: tuple[str, ...], code: str
) -> None:
    for naam in namen:
        (kluis.map / naam).unlink()
        (kluis.map / naam).mkdir()
    gezien = kernteam("vandaag", "--json")
    assert (gezien.status, gezien.json["code"]) == (4, code)


def test_a_folder_in_the_place_of_one_key_file_does_not_lock_anyone_out(kernteam: Roep, kluis: Kluis) -> None:
    (kluis.map / "kluis.keys").unlink()
    (kluis.map / "kluis.keys").mkdir()
    gezien = kernteam("vandaag", "--json")
    assert gezien.status == 0
    assert "kopie" in gezien.fout


def test_the_address_of_the_worker_in_the_kernteam_makes_her_organizer(
    kernteam: Roep, bestand: Bestand, tmp_path: Path
) -> None:
    vera, lia = SCHOOL["kernteam"]
    school = {**SCHOOL, "kernteam": [{**vera, "email": "vera@voorbeeld.invalid"}, lia]}
    kernteam("school", "--bestand", bestand(school))
    files = plan_met_uitnodiging(kernteam, tmp_path / "ics", "--wie", "leerplichtambtenaar")
    assert "ORGANIZER;CN=gezinswerker:mailto:vera@voorbeeld.invalid" in files["REQUEST"]
    assert "ATTENDEE" not in files["PUBLISH"]


def test_the_user_herself_is_one_gezinswerker(kernteam: Roep, bestand: Bestand) -> None:
    vera, lia = SCHOOL["kernteam"]
    for kernteam_leden in ([vera, {**vera, "naam": "Mia"}], [{**lia, "ik": True}]):
        gezien = kernteam("school", "--bestand", bestand({**SCHOOL, "kernteam": kernteam_leden}), "--json")
        assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")
        assert ".ik: dat kan" in gezien.json["tekst"]


def test_a_name_typed_in_the_place_stays_out_of_the_invitation(kernteam: Roep, tmp_path: Path) -> None:
    for plek in ("kamer van Sami", "Trajectum, bij 2026-001"):
        files = plan_met_uitnodiging(kernteam, tmp_path / "ics", "--plek", plek)
        assert "SUMMARY:Gesprek\r\n" in files["PUBLISH"]
        assert "LOCATION" not in files["PUBLISH"]
    files = plan_met_uitnodiging(kernteam, tmp_path / "ics", "--plek", "Trajectum, kamer 1.12")
    assert "LOCATION:Trajectum\\, kamer 1.12\r\n" in files["PUBLISH"]


def test_where_no_invitation_can_be_written_nothing_is_planned(kernteam: Roep, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")
    gezien = kernteam(*OVERLEG, "--ics", tmp_path / "bestand" / "ics", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "map_niet_schrijfbaar")
    assert kernteam("casus", "2026-001", "--json").json["gesprekken"] == []
    kernteam(*OVERLEG, "--ics", tmp_path / "ics", "--json")
    assert {pad.suffix for pad in (tmp_path / "ics").iterdir()} == {".ics"}
    shutil.rmtree(tmp_path / "ics")


@pytest.mark.parametrize("waarde", [1, 0, "true", "ja", "1"])
def test_true_and_false_in_a_file_are_nothing_else(kernteam: Roep, bestand: Bestand, waarde: object) -> None:
    for velden in ({"spoed": waarde}, {"ouders_weten": waarde}, {"ouders": [{"naam": "x", "tolk": waarde}]}):
        pad = bestand({**AANMELDING, **velden})
        gezien = kernteam("aanmelden", "--toch", "--bestand", pad, "--json")
        assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")
        assert "moet waar of onwaar zijn" in gezien.json["tekst"]


@pytest.mark.parametrize("cijfer", ["4", True, 4.5, 11, -1])
def test_a_scale_number_is_a_whole_number(kernteam: Roep, bestand: Bestand, cijfer: object) -> None:
    pad = bestand({**PLAN, "doelen": [{"wat": "naar school", "nu": cijfer}]})
    gezien = kernteam("gezinsplan", "2026-001", "--bestand", pad, "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")


def test_nobody_is_born_tomorrow(kernteam: Roep, bestand: Bestand) -> None:
    for geboren, status in (("2026-11-24", 1), ("2026-11-23", 0)):
        jongere = {"roepnaam": "Lina", "geboortedatum": geboren}
        gezien = kernteam("aanmelden", "--bestand", bestand({**AANMELDING, "jongere": jongere}), "--json")
        assert gezien.status == status

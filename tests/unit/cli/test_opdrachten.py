"""What each command answers, to another program and to a reader (contract 5)."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.cli.casus import casus_uit
from kernteam_tui.cli.termijnen import run
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.casus import open_casus, vind_casus
from kernteam_tui.services.formaten import FORMATEN, FoutUit, TermijnenUit, namen
from kernteam_tui.services.toegang import unlock
from tests.unit.cli.conftest import AANMELDING, PLAN, SCHOOL, ZIN, Kluis, Roep

Bestand = Callable[[object], Path]
OFFSET = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00")


def sleutels(gegevens: dict[str, Any]) -> list[str]:
    return list(gegevens)


def test_the_day_begins_with_its_schema_and_names_what_is_due(kernteam: Roep) -> None:
    gezien = kernteam("vandaag", "--json")
    assert gezien.uit.count("\n") == 1
    assert sleutels(gezien.json) == ["schema", "dag", "signalen", "gesprekken"]
    assert gezien.json["schema"] == "vandaag/1"
    signaal = gezien.json["signalen"][0]
    assert sleutels(signaal) == ["casus", "regel", "tekst", "waarom", "uiterlijk"]
    assert (signaal["casus"], signaal["uiterlijk"]) == ("2026-001", "2026-11-30")
    tekst = kernteam("vandaag").uit
    assert "Vandaag is het maandag 23 november 2026." in tekst
    assert "Sami K., casus 2026-001" in tekst


def test_a_talk_of_today_stands_in_the_day_with_the_offset_of_amsterdam(kernteam: Roep) -> None:
    kernteam("gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-23T14:00")
    gesprekken = kernteam("vandaag", "--json").json["gesprekken"]
    assert [(g["soort"], g["start"]) for g in gesprekken] == [("overleg", "2026-11-23T14:00:00+01:00")]
    assert sleutels(gesprekken[0]) == ["casus", "gesprek", "soort", "start", "plek"]


def test_ids_stand_in_the_order_of_their_signs(kluis: Kluis, klok: Klok) -> None:
    """Contract 1: whoever compares two answers finds no difference that is none."""
    sessie = unlock(kluis.map, ZIN, klok)
    try:
        beeld = open_casus(sessie, vind_casus(sessie, kluis.nummer))
    finally:
        sessie.close()
    assert casus_uit(replace(beeld, jongeren=("b", "a"))).jongeren == ("a", "b")


def test_the_caseload_can_be_filtered(kernteam: Roep) -> None:
    (regel,) = kernteam("caseload", "--school", "TRAJECTUM", "--fase", "aangemeld", "--json").json["casussen"]
    assert sleutels(regel) == [
        "casus",
        "jongere",
        "school",
        "fase",
        "aangemeld",
        "startgesprek_uiterlijk",
        "startgesprek_op",
        "laatste_contact",
        "signalen",
    ]
    assert (regel["startgesprek_op"], regel["laatste_contact"]) == (None, None)
    assert "startgesprek_plannen" in regel["signalen"]
    assert kernteam("caseload", "--school", "Elders", "--json").json["casussen"] == []
    assert kernteam("caseload", "--fase", "afgesloten").uit == "Er zijn geen casussen die hierbij passen.\n"


def test_a_case_is_found_by_number_and_by_id(kernteam: Roep) -> None:
    gezien = kernteam("casus", "2026-001", "--json").json
    assert gezien["schema"] == "casus/1"
    assert kernteam("casus", gezien["id"], "--json").json == gezien
    rollen = {p["rol"]: p for p in gezien["personen"]}
    assert rollen["ouder"]["gezag"] == "ja"
    assert rollen["jongere"]["gezag"] is None
    assert gezien["jongeren"] == [rollen["jongere"]["id"]]
    assert gezien["gezinsplan"] == {"versie": 0, "staat": None, "gewijzigd": False}
    assert [p["rol"] for p in gezien["kernteam"]] == ["gezinswerker", "leerplichtambtenaar"]


def test_an_unknown_case_is_refused_without_its_number(kernteam: Roep) -> None:
    for woorden in (("casus", "2026-999"), ("gezinsplan", "Fatma"), ("gesprek", "herstellen", "Fatma")):
        gezien = kernteam(*woorden, "--json")
        assert (gezien.status, gezien.json["code"], gezien.fout) == (1, "niet_gevonden", "")
        assert sleutels(gezien.json) == ["schema", "code", "tekst"]
        assert "Fatma" not in gezien.uit
        FoutUit.model_validate(gezien.json)


def test_a_school_reads_back_what_was_written(kernteam: Roep, bestand: Bestand) -> None:
    gezien = kernteam("school", "--bestand", bestand({**SCHOOL, "naam": "Het Kompas"}), "--json")
    assert gezien.json["naam"] == "Het Kompas"
    assert kernteam("school", "--bestand", bestand(gezien.json), "--json").json == gezien.json


def test_an_aanmelding_gives_a_number_and_both_deadlines(kernteam: Roep, bestand: Bestand) -> None:
    nieuw = bestand({**AANMELDING, "jongere": {"roepnaam": "Lina"}})
    assert kernteam("aanmelden", "--bestand", nieuw, "--json").json == {
        "schema": "aangemeld/1",
        "casus": "2026-002",
        "startgesprek_uiterlijk": "2026-11-30",
        "kennismaking_uiterlijk": "2026-11-30",
    }


def test_the_same_child_again_is_refused_unless_meant(kernteam: Roep, bestand: Bestand) -> None:
    pad = bestand(AANMELDING)
    gezien = kernteam("aanmelden", "--bestand", pad, "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "bestaat_al")
    assert "Sami" not in gezien.uit
    gezien = kernteam("aanmelden", "--bestand", pad)
    assert (gezien.status, gezien.uit) == (1, "")
    assert "2026-001" in gezien.fout
    assert kernteam("aanmelden", "--toch", "--bestand", pad).uit.startswith("Aangemeld als casus 2026-002.")


def test_null_is_the_same_as_not_given_except_where_required(kernteam: Roep, bestand: Bestand) -> None:
    rest = {"klas": None, "mentor": None, "woorden": None, "ouders": None, "aanmelder": None, "route": None}
    jongere = {"roepnaam": "Lina", "achternaam": None, "geboortedatum": None}
    gezien = kernteam("aanmelden", "--bestand", bestand({**AANMELDING, **rest, "jongere": jongere}), "--json")
    assert gezien.json["casus"] == "2026-002"
    assert kernteam("aanmelden", "--bestand", bestand({**AANMELDING, "school": None})).status == 1


@pytest.mark.parametrize(
    "dag", ["2026-W48-1", "20261123", "2026-02-30", "2026-11-23T00:00", 20261123, "", True]
)
def test_a_day_in_a_file_is_written_in_one_way(kernteam: Roep, bestand: Bestand, dag: object) -> None:
    gezien = kernteam("aanmelden", "--toch", "--bestand", bestand({**AANMELDING, "aangemeld": dag}), "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")
    assert gezien.json["tekst"].startswith("aangemeld: moet een datum zijn als 2026-11-23. ")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"[]",
        b"{",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"naam": 5}',
        b'{"schema": "school/2", "naam": "x"}',
        b"[" * 99999,
    ],
)
@pytest.mark.parametrize("opdracht", ["school", "aanmelden", "gezinsplan 2026-001"])
def test_bad_content_is_refused_with_a_sentence(
    kernteam: Roep, tmp_path: Path, opdracht: str, inhoud: bytes
) -> None:
    (tmp_path / "kapot.json").write_bytes(inhoud)
    gezien = kernteam(*opdracht.split(), "--bestand", tmp_path / "kapot.json", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "inhoud_ongeldig")


def test_a_file_that_is_not_there_is_wrong_usage(kernteam: Roep, tmp_path: Path) -> None:
    gezien = kernteam("school", "--bestand", tmp_path / "weg.json", "--json")
    assert (gezien.status, gezien.uit) == (2, "")


def test_a_note_from_stdin_is_found_again(kernteam: Roep, monkeypatch: pytest.MonkeyPatch) -> None:
    tekst = "Oma belt élke ochtend.\nVader [/] lacht weer."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(tekst.encode())))
    notitie = kernteam("notitie", "2026-001", "--soort", "huisbezoek", "--tekst-bestand", "-", "--json").json
    assert sleutels(notitie) == ["schema", "notitie"]
    (treffer,) = kernteam("zoek", "elke", "ocht", "--json").json["treffers"]
    assert (treffer["casus"], treffer["soort"], treffer["datum"]) == ("2026-001", "notitie", "2026-11-23")
    assert "élke ochtend" in treffer["fragment"]
    (regel,) = kernteam("casus", "2026-001", "--json").json["notities"]
    assert regel == {
        "id": notitie["notitie"],
        "soort": "huisbezoek",
        "datum": "2026-11-23",
        "staat": "afgerond",
    }
    assert "Vader [/] lacht weer" in kernteam("zoek", "lacht").uit


def test_an_empty_note_is_refused(kernteam: Roep, tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").write_text(" \n")
    gezien = kernteam("notitie", "2026-001", "--soort", "telefoon", "--tekst-bestand", tmp_path / "leeg.txt")
    assert (gezien.status, gezien.uit) == (1, "")


@pytest.mark.parametrize("vraag", ["", "- -", '"', "a AND", "NEAR(", "*", "-x OR", "é́", "\x00", "%_\\"])
def test_any_query_is_answered(kernteam: Roep, vraag: str) -> None:
    gezien = kernteam("zoek", vraag, "--json")
    assert gezien.status == 0
    assert gezien.json["schema"] == "zoek/1"


def test_a_talk_is_planned_moved_cancelled_and_restored_with_files(kernteam: Roep, tmp_path: Path) -> None:
    ids = [p["id"] for p in kernteam("casus", "2026-001", "--json").json["kernteam"]]
    gepland = kernteam(
        *("gesprek", "plannen", "2026-001", "--soort", "startgesprek", "--op", "2026-11-26T10:30"),
        *("--minuten", "45", "--plek", "Trajectum 1.12", "--wie", *ids, "--ics", tmp_path / "ics", "--json"),
    )
    assert sleutels(gepland.json) == ["schema", "gesprek", "bestanden"]
    gesprek = gepland.json["gesprek"]
    for nummer, (woorden, methoden) in enumerate(
        [
            (["verzetten", gesprek, "--op", "2026-11-27T09:00", "--reden", "ziek"], {"REQUEST", "PUBLISH"}),
            (["afzeggen", gesprek, "--reden", "verhuisd"], {"CANCEL"}),
            (["herstellen", gesprek], {"REQUEST", "PUBLISH"}),
        ],
        start=1,
    ):
        gezien = kernteam("gesprek", *woorden, "--ics", tmp_path / "ics", "--json").json
        assert gezien["gesprek"] == gesprek
        assert {b["methode"] for b in gezien["bestanden"]} == methoden
        for regel in gezien["bestanden"]:
            assert sleutels(regel) == ["pad", "methode", "voor"]
            assert f"SEQUENCE:{nummer}\r\n" in Path(regel["pad"]).read_bytes().decode()
    (regel,) = kernteam("casus", "2026-001", "--json").json["gesprekken"]
    assert (regel["staat"], regel["start"], regel["minuten"]) == ("gepland", "2026-11-27T09:00:00+01:00", 45)


def test_who_no_longer_comes_to_a_moved_talk_is_told_alone(kernteam: Roep, tmp_path: Path) -> None:
    casus = kernteam("casus", "2026-001", "--json").json
    kind, *_, ouder = [p["id"] for p in casus["personen"]]
    plan = ("--soort", "overleg", "--op", "2026-11-26T10:30", "--wie", kind, ouder)
    gesprek = kernteam("gesprek", "plannen", "2026-001", *plan, "--ics", tmp_path, "--json").json["gesprek"]
    elders = ("--op", "2026-11-27T09:00", "--reden", "ziek", "--ics", tmp_path, "--json")
    moved = kernteam("gesprek", "verzetten", gesprek, *elders, "--wie", kind).json["bestanden"]
    told = {wie: regel["methode"] for regel in moved for wie in regel["voor"]}
    assert told[ouder] == "CANCEL"
    assert told[kind] in ("REQUEST", "PUBLISH")
    unknown = kernteam("gesprek", "verzetten", gesprek, *elders, "--wie", "niemand")
    assert (unknown.status, unknown.json["code"]) == (1, "niet_gevonden")
    again = kernteam("gesprek", "verzetten", gesprek, *elders).json["bestanden"]
    assert ouder not in [wie for regel in again for wie in regel["voor"]], "who comes stays as it was"


@pytest.mark.parametrize("minuten", ["4", "481"])
def test_a_talk_that_cannot_last_so_long_is_wrong_usage(kernteam: Roep, minuten: str) -> None:
    plan = ("--soort", "overleg", "--op", "2026-11-26T10:30", "--minuten", minuten)
    gezien = kernteam("gesprek", "plannen", "2026-001", *plan, "--json")
    assert (gezien.status, gezien.uit) == (2, "")
    assert "van 5 tot en met 480" in gezien.fout


def test_without_a_folder_no_invitation_is_written(kernteam: Roep, kluis: Kluis) -> None:
    gezien = kernteam(
        *("gesprek", "plannen", "2026-001", "--soort", "kennismaking", "--op", "2026-11-26T10:30", "--json")
    )
    assert gezien.json["bestanden"] == []
    assert not list(kluis.map.rglob("*.ics"))


def test_a_file_where_the_folder_should_be_is_refused_before_anything_is_planned(
    kernteam: Roep, tmp_path: Path
) -> None:
    (tmp_path / "ics").write_text("")
    gezien = kernteam(
        *(
            "gesprek",
            "plannen",
            "2026-001",
            "--soort",
            "overleg",
            "--op",
            "2026-11-26T10:30",
            "--ics",
            tmp_path / "ics",
        )
    )
    assert gezien.status == 2
    assert kernteam("casus", "2026-001", "--json").json["gesprekken"] == []


@pytest.mark.parametrize("reden", ["", "  "])
def test_moving_a_talk_asks_for_a_reason(kernteam: Roep, reden: str) -> None:
    gepland = kernteam(
        *("gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-26T10:30", "--json")
    )
    gezien = kernteam("gesprek", "afzeggen", gepland.json["gesprek"], "--reden", reden, "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "geweigerd")


def test_a_plan_is_read_checked_and_frozen(kernteam: Roep, bestand: Bestand) -> None:
    punten = kernteam("gezinsplan", "2026-001", "--bestand", bestand(PLAN), "--json").json["punten"]
    assert [p["nr"] for p in punten] == list(range(1, 15))
    assert sleutels(punten[0]) == ["nr", "wat", "in_orde", "wat_nu"]
    plan = kernteam("casus", "2026-001", "--json").json["gezinsplan"]
    assert plan == {"versie": 0, "staat": "in_bewerking", "gewijzigd": True}
    kernteam("gezinsplan", "2026-001", "--bestand", bestand(PLAN), "--vaststellen")
    plan = kernteam("casus", "2026-001", "--json").json["gezinsplan"]
    assert plan == {"versie": 1, "staat": "vastgesteld", "gewijzigd": False}
    kernteam("gezinsplan", "2026-001", "--bestand", bestand(PLAN))
    plan = kernteam("casus", "2026-001", "--json").json["gezinsplan"]
    assert plan == {"versie": 1, "staat": "vastgesteld", "gewijzigd": True}
    tekst = kernteam("gezinsplan", "2026-001").uit
    assert "Sami zegt: Ik ga weer drie dagen" in tekst
    assert "Sami zegt" not in kernteam("gezinsplan", "2026-001", "--controle").uit


def test_the_page_is_written_where_asked(kernteam: Roep, bestand: Bestand, tmp_path: Path) -> None:
    woorden = ("samenvatting", "2026-001", "--voor", "ouder", "--vorm")
    gezien = kernteam(*woorden, "pdf", "--uit", tmp_path / "p.pdf", "--json")
    assert (gezien.status, gezien.json["code"]) == (1, "geen_plan")
    kernteam("gezinsplan", "2026-001", "--bestand", bestand(PLAN), "--vaststellen")
    gezien = kernteam(*woorden, "tekst", "--uit", tmp_path / "p.txt", "--taal", "nl", "--json")
    assert sleutels(gezien.json) == ["schema", "bestand", "voor", "versie", "weggelaten", "meldingen"]
    assert gezien.json["bestand"] == str(tmp_path / "p.txt")
    assert "Elke dag naar school" in (tmp_path / "p.txt").read_text(encoding="utf-8")
    assert kernteam(*woorden, "odt", "--uit", tmp_path / "p.odt", "--json").status == 2


@pytest.mark.parametrize("vorm", ["pdf", "docx", "html", "tekst"])
def test_a_page_in_any_form_is_remembered_and_made_again_exactly(
    kernteam: Roep, bestand: Bestand, tmp_path: Path, vorm: str
) -> None:
    kernteam("gezinsplan", "2026-001", "--bestand", bestand(PLAN), "--vaststellen")
    woorden = ("samenvatting", "2026-001", "--voor", "ouder", "--vorm", vorm, "--taal", "tr", "--groot")
    assert kernteam(*woorden, "--uit", tmp_path / "toen", "--json").status == 0
    (gegeven, *_) = kernteam("verstrekkingen", "2026-001", "--json").json["verstrekkingen"]
    assert (gegeven["wat"], gegeven["vorm"], gegeven["taal"]) == ("bladzijde", vorm, "tr")
    assert (gegeven["groot"], gegeven["met_nederlands"], gegeven["kring"]) == (True, False, False)
    assert f"({vorm}, tr, groot)" in kernteam("verstrekkingen", "2026-001").uit
    weer = kernteam(
        "verstrekkingen", "2026-001", "--opnieuw", gegeven["id"], "--uit", tmp_path / "weer", "--json"
    ).json
    assert weer["gelijk"] is True
    assert (tmp_path / "weer").read_bytes() == (tmp_path / "toen").read_bytes()


def test_a_place_for_a_page_that_is_not_made_again_is_wrong_usage(kernteam: Roep, tmp_path: Path) -> None:
    told = kernteam("verstrekkingen", "2026-001", "--uit", tmp_path / "weer")
    assert (told.status, told.fout) == (2, "--uit hoort bij --opnieuw. Geef ook --opnieuw ID op.\n")
    assert not (tmp_path / "weer").exists()


def test_the_store_says_that_it_is_whole(kernteam: Roep) -> None:
    gezien = kernteam("controle", "--json").json
    assert gezien["in_orde"] is True
    assert all(sleutels(punt) == ["wat", "in_orde", "tekst"] for punt in gezien["punten"])
    assert kernteam("controle").uit.endswith("De kluis is heel.\n")


def test_every_format_has_a_schema(roep: Roep) -> None:
    allemaal = roep("schema", "--json").json
    assert sleutels(allemaal["formaten"]) == list(namen())
    for naam in namen():
        een = roep("schema", naam, "--json").json
        assert (een.pop("schema"), een) == ("schema/1", allemaal["formaten"][naam])
        assert een["properties"]["schema"]["const"] == naam
    assert roep("schema", "school").uit == roep("schema", "school/1").uit
    assert roep("schema", "onzin", "--json").status == 2


def test_the_answer_of_termijnen_is_what_its_schema_says(roep: Roep) -> None:
    gegevens, _ = run(aangemeld=date(2026, 12, 18), vandaag=date(2026, 12, 18))
    assert TermijnenUit.model_validate(gegevens).gegevens() == gegevens
    gezien = roep("termijnen", "--aangemeld", "2026-12-18", "--vandaag", "2026-12-18", "--json")
    assert gezien.json == gegevens
    dicht = roep(
        "termijnen", "--aangemeld", "2026-11-23", "--dicht", "2026-11-24", "--dicht", "2026-11-25", "--json"
    )
    assert "2026-11-24" not in dicht.json["schooldagen"]
    assert "2026-11-25" not in dicht.json["schooldagen"]


def test_the_models_and_what_is_printed_carry_the_same_name() -> None:
    for naam, (model, _) in FORMATEN.items():
        assert model.model_fields["schema_"].alias == "schema"
        assert naam.endswith("/1")


def test_text_holds_no_sign_that_steers_a_terminal(kernteam: Roep, bestand: Bestand) -> None:
    kernteam("aanmelden", "--bestand", bestand({**AANMELDING, "jongere": {"roepnaam": "A\x1b[2Jb\u202ec"}}))
    tekst = kernteam("caseload").uit
    assert "\x1b" not in tekst
    assert "\u202e" not in tekst
    assert "A[2Jbc" in tekst
    assert json.loads(kernteam("caseload", "--json").uit)["casussen"]

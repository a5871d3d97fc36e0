"""`kernteam logboek` and `kernteam wissen`, to another program and to a reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kernteam_tui.cli import wissen as opdracht
from kernteam_tui.data.fouten import DiskFull
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.store import open_store
from kernteam_tui.services.formaten import LogboekUit, VernietigingUit, WissenUit
from tests.store.conftest import new_family
from tests.unit.cli.conftest import ZIN, Kluis, Roep


def test_the_log_tells_newest_first_and_names_nobody(kernteam: Roep) -> None:
    kernteam("casus", "2026-001")
    gezien = kernteam("logboek", "--casus", "2026-001", "--json")
    uit = LogboekUit.model_validate(gezien.json)
    assert list(gezien.json) == ["schema", "keten", "regels"]
    assert (uit.keten.heel, uit.keten.breuk) == (True, None)
    assert list(gezien.json["regels"][0]) == ["nr", "moment", "soort", "casus", "wat", "voor"]
    assert [(r.casus, r.soort, r.wat) for r in uit.regels] == [
        ("2026-001", "geopend", "casus"),
        ("2026-001", "gewijzigd", "aanmelding"),
    ]
    assert len(kernteam("logboek", "--aantal", "1", "--json").json["regels"]) == 1
    assert not any(name in kernteam("logboek").uit for name in ("Sami", "Kaya", "Fatma", "Lia"))


def test_a_reader_sees_the_chain_first(kernteam: Roep) -> None:
    first, *lines = kernteam("logboek").uit.splitlines()
    assert first == f"Keten heel: {len(lines)} regels."


def test_a_casus_of_which_nothing_is_logged_gets_a_sentence(kernteam: Roep, kluis: Kluis) -> None:
    store = open_store(kluis.map, ZIN)
    family = new_family()
    family.casus.nummer = "2026-002"
    with store.unit_of_work() as uow:
        uow.scholen.add(family.school)
        uow.gezinnen.add(family.gezin)
        uow.casussen.add(family.casus)
        uow.commit()
    store.close()
    gezien = kernteam("logboek", "--casus", "2026-002")
    [_, regel] = gezien.uit.splitlines()
    assert regel == "Over casus 2026-002 staat er nog niets in het logboek."
    assert kernteam("logboek", "--casus", "2026-002", "--json").json["regels"] == []


def test_a_broken_chain_is_an_answer_and_is_said_aside(kernteam: Roep, kluis: Kluis) -> None:
    store = open_store(kluis.map, ZIN)
    with driver_connection(store.engine) as connection:
        connection.execute("DROP TRIGGER logboek_alleen_erbij")
        connection.execute("UPDATE logboek SET wat = 'iets anders' WHERE nr = 2")
    store.close()
    gezien = kernteam("logboek", "--json")
    assert gezien.status == 0
    assert gezien.json["keten"]["heel"] is False
    assert gezien.json["keten"]["breuk"]["nr"] == 2
    assert "meld het bij je organisatie" in gezien.fout
    assert kernteam("logboek").uit.startswith("KETEN NIET HEEL: De inhoud van regel 2")


def test_erasing_answers_with_a_proof_without_a_name(kernteam: Roep) -> None:
    kernteam("gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-24T14:00")
    gezien = kernteam("wissen", "2026-001", "--grond", "vergissing", "--json")
    uit = WissenUit.model_validate(gezien.json)
    assert (gezien.status, gezien.fout) == (0, "")
    assert (uit.nummer, uit.grond, uit.notities, uit.gesprekken) == ("2026-001", "vergissing", 0, 1)
    assert not any(name in gezien.uit for name in ("Sami", "Kaya", "Fatma"))
    assert kernteam("casus", "2026-001", "--json").json["code"] == "niet_gevonden"
    assert kernteam("wissen", "2026-001", "--json").json["code"] == "niet_gevonden"
    regels = kernteam("logboek", "--json").json["regels"]
    assert any(r["soort"] == "gewist" and r["wat"].startswith("casus 2026-001") for r in regels)


def test_files_in_uit_go_and_files_elsewhere_are_named(kernteam: Roep, kluis: Kluis, tmp_path: Path) -> None:
    gesprek = kernteam(
        "gesprek", "plannen", "2026-001", "--soort", "overleg", "--op", "2026-11-24T14:00", "--json"
    )
    elders, eigen = tmp_path / "bureaublad", kluis.map / "uit"
    for folder in (elders, eigen):
        kernteam(
            "gesprek",
            "verzetten",
            gesprek.json["gesprek"],
            "--op",
            "2026-11-25T14:00",
            "--reden",
            "ziek",
            "--ics",
            folder,
            "--json",
        )
    written = sorted(str(pad) for pad in elders.iterdir())
    assert list(eigen.iterdir())
    uit = WissenUit.model_validate(kernteam("wissen", "2026-001", "--json").json)
    assert list(eigen.iterdir()) == []
    assert uit.bestanden_verwijderd
    assert sorted(uit.bestanden_over) == written


def test_backups_are_named_and_made_anew_on_request(kernteam: Roep) -> None:
    made = json.loads(kernteam("reservekopie", "--json").uit)
    assert made["schema"].startswith("reservekopie/")
    uit = WissenUit.model_validate(kernteam("wissen", "2026-001", "--reservekopieen-opnieuw", "--json").json)
    assert [kopie.vernieuwd for kopie in uit.reservekopieen] == [True]


def test_a_backup_that_is_left_alone_is_told(kernteam: Roep) -> None:
    kernteam("reservekopie")
    assert "de casus kan er nog in staan" in kernteam("wissen", "2026-001").uit


def test_a_full_disk_at_the_backups_does_not_hide_the_proof(
    kernteam: Roep, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernteam("reservekopie")

    def vol(_sessie: object) -> None:
        raise DiskFull

    monkeypatch.setattr(opdracht, "vernieuw_reservekopieen", vol)
    gezien = kernteam("wissen", "2026-001", "--reservekopieen-opnieuw", "--json")
    assert gezien.status == 0
    assert [kopie["vernieuwd"] for kopie in gezien.json["reservekopieen"]] == [False]
    assert "schijf is vol" in gezien.fout


def test_a_request_is_noted_with_its_last_day(kernteam: Roep) -> None:
    gezien = kernteam("wissen", "2026-001", "--verzoek", "2026-11-23", "--json")
    uit = VernietigingUit.model_validate(gezien.json)
    assert (uit.nummer, str(uit.gevraagd_op), str(uit.uiterlijk)) == ("2026-001", "2026-11-23", "2027-02-23")
    signalen = kernteam("vandaag", "--json").json["signalen"]
    assert any((s["regel"], s["uiterlijk"]) == ("vernietigen", "2027-02-23") for s in signalen)
    assert kernteam("wissen", "2026-001", "--verzoek", "2026-12-01", "--json").status == 1


def test_on_a_terminal_the_number_is_typed_back(
    roep: Roep, kluis: Kluis, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = iter(["2026-010", "2026-001"])

    def antwoord(vraag: str) -> str:
        asked.append(vraag)
        return next(answers)

    monkeypatch.setattr(opdracht, "vraag", antwoord)
    monkeypatch.setattr("kernteam_tui.cli.kluis.vraag_geheim", lambda _vraag: ZIN)
    opties = ("--map", kluis.map, "--vandaag", "2026-11-23")
    refused = roep(*opties, "wissen", "2026-001")
    assert refused.status == 1
    assert "Er is niets gewist." in refused.fout
    assert "Is het dossier bij je organisatie compleet?" in refused.fout
    assert roep(*opties, "wissen", "2026-001").status == 0
    assert asked == ["Typ 2026-001 om definitief te wissen: "] * 2

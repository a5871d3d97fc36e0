"""A change is all or nothing, and never overwrites somebody else's."""

from __future__ import annotations

import re
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

import kernteam_tui.data
from kernteam_tui.data import unit_of_work
from kernteam_tui.data.fouten import DiskFull
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, LogSoort, PersoonRol
from kernteam_tui.domain.fouten import NietGevonden, VerouderdeVersie
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplan import Gezinsplan


def count(store: Store, table: str) -> int:
    with store.lezen() as conn:
        return int(conn.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def test_leaving_without_commit_changes_nothing(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        uow.casussen.get(familie.casus.id).klas = "4A"
        uow.notities.add(familie.notitie("nooit bewaard"))
        uow.log(LogSoort.GEWIJZIGD, "klas")
    with store.unit_of_work() as uow:
        assert uow.casussen.get(familie.casus.id).klas == "3B"
    assert count(store, "notitie") == count(store, "logboek") == 0


def test_a_save_raises_the_revision_and_keeps_the_day_it_was_made(store: Store, familie: Any) -> None:
    made = familie.casus.created_at
    with store.unit_of_work() as uow:
        casus = uow.casussen.get(familie.casus.id)
        assert casus.revision == 1
        casus.klas = "4A"
        uow.commit()
    assert casus.revision == 2
    assert casus.created_at == made
    assert casus.updated_at > made


def test_a_save_that_changes_nothing_keeps_the_revision(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        casus = uow.casussen.get(familie.casus.id)
        casus.klas = "3B"
        uow.commit()
    with store.unit_of_work() as uow:
        assert uow.casussen.get(familie.casus.id).revision == 1


def test_an_addendum_raises_the_revision_of_its_note(store: Store, familie: Any) -> None:
    note = familie.notitie("x")
    note.rond_af(datetime(2026, 11, 16, tzinfo=UTC))
    with store.unit_of_work() as uow:
        uow.notities.add(note)
        uow.commit()
    with store.unit_of_work() as uow:
        found = uow.notities.get(note.id)
        found.vul_aan("erbij")
        uow.commit()
        assert found.revision == 2
    with store.unit_of_work() as uow:
        found = uow.notities.get(note.id)
        found.addenda[0].tekst = "anders"
        uow.commit()
        assert found.revision == 3


def test_a_save_with_the_revision_of_an_old_screen_is_refused(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        uow.casussen.get(familie.casus.id, revision=1).klas = "4A"
        uow.commit()
    with store.unit_of_work() as uow, pytest.raises(VerouderdeVersie):
        uow.casussen.get(familie.casus.id, revision=1)


def test_a_record_read_before_somebody_else_saved_cannot_overwrite_it(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        old = uow.casussen.get(familie.casus.id)
    with store.unit_of_work() as uow:
        uow.casussen.get(familie.casus.id).klas = "4A"
        uow.commit()
    old.klas = "5C"
    with store.unit_of_work() as uow:
        uow.casussen.add(old)
        with pytest.raises(VerouderdeVersie):
            uow.commit()
    with store.unit_of_work() as uow:
        assert uow.casussen.get(familie.casus.id).klas == "4A"


def test_what_is_not_there_is_named(store: Store) -> None:
    with store.unit_of_work() as uow, pytest.raises(NietGevonden):
        uow.casussen.get("0198")


def test_record_search_row_and_log_line_come_together_or_not_at_all(
    store: Store, familie: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("halverwege")

    before = count(store, "zoektekst")
    monkeypatch.setattr(unit_of_work, "renew_rows", fails)
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("half"))
        uow.log(LogSoort.GEWIJZIGD, "notitie", casus_id=familie.casus.id)
        with pytest.raises(RuntimeError):
            uow.commit()
    assert count(store, "notitie") == count(store, "logboek") == 0
    monkeypatch.undo()
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("heel"))
        uow.log(LogSoort.GEWIJZIGD, "notitie", casus_id=familie.casus.id)
        uow.commit()
    assert (count(store, "notitie"), count(store, "logboek")) == (1, 1)
    assert count(store, "zoektekst") == before + 1


@pytest.mark.usefixtures("familie")
def test_a_refused_commit_leaves_nothing_and_tells_no_names(store: Store) -> None:
    twin = Gezin(personen=[Persoon(rol=PersoonRol.OUDER, roepnaam="Geheimenaam")])
    with store.unit_of_work() as uow:
        uow.gezinnen.add(twin)
        uow.plannen.add(Gezinsplan(gezin_id=twin.id, evaluatie_uitkomst="Geheimetekst"))
        uow.plannen.add(Gezinsplan(gezin_id=twin.id, evaluatie_uitkomst="Geheimetekst"))
        with pytest.raises(IntegrityError) as refused:
            uow.commit()
    assert "Geheim" not in str(refused.value)
    assert twin.id not in str(refused.value)
    assert count(store, "gezin") == 1
    assert count(store, "gezinsplan") == 0
    assert lees_log_count(store) == 0


def lees_log_count(store: Store) -> int:
    with store.lezen() as conn:
        return len(lees_log(conn))


def test_everything_of_a_casus_goes_with_it(store: Store, familie: Any) -> None:
    talk = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.OVERLEG,
        start=datetime(2026, 11, 24, 9, tzinfo=UTC),
        deelnemers=[Deelnemer(rol="mentor", actie="belt")],
    )
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("weg"))
        uow.gesprekken.add(talk)
        uow.commit()
    with store.unit_of_work() as uow:
        uow.casussen.remove(uow.casussen.get(familie.casus.id))
        uow.commit()
    for table in ("casus", "casus_jongere", "notitie", "gesprek", "deelnemer", "zoektekst"):
        assert count(store, table) == 0, table
    assert count(store, "persoon") == 3
    assert all(finding.in_orde for finding in store.controle())


def test_a_family_with_a_casus_cannot_go_and_without_one_it_goes_whole(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        uow.gezinnen.remove(uow.gezinnen.get(familie.gezin.id))
        with pytest.raises(IntegrityError):
            uow.commit()
    with store.unit_of_work() as uow:
        plan = Gezinsplan(gezin_id=familie.gezin.id)
        plan.onderdeel("wat_gaat_goed").toelichting = "Veel."
        uow.plannen.add(plan)
        uow.commit()
    with store.unit_of_work() as uow:
        uow.casussen.remove(uow.casussen.get(familie.casus.id))
        uow.gezinnen.remove(uow.gezinnen.get(familie.gezin.id))
        uow.commit()
    for table in ("gezin", "persoon", "ouderschap", "gezinsplan", "onderdeel", "zoektekst"):
        assert count(store, table) == 0, table


def test_numbers_run_per_year(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        assert uow.volgend_nummer(2026) == "2026-002"
        assert uow.volgend_nummer(2027) == "2027-001"
        familie_casus = uow.casussen.get(familie.casus.id)
        familie_casus.nummer = "2026-999"
        assert uow.volgend_nummer(2026) == "2026-1000"


def test_two_workers_get_two_numbers(store: Store, familie: Any) -> None:
    numbers: list[str] = []

    def work() -> None:
        for _ in range(5):
            with store.unit_of_work() as uow:
                casus = uow.casussen.get(familie.casus.id)
                casus.nummer = uow.volgend_nummer(2026)
                numbers.append(casus.nummer)
                uow.commit()

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(numbers)) == 15


def test_a_look_sees_one_moment_while_somebody_saves(store: Store, familie: Any) -> None:
    with store.lezen() as conn:
        before = conn.exec_driver_sql("SELECT klas FROM casus").scalar_one()
        with store.unit_of_work() as uow:
            uow.casussen.get(familie.casus.id).klas = "4A"
            uow.commit()
        assert conn.exec_driver_sql("SELECT klas FROM casus").scalar_one() == before
    with store.lezen() as conn:
        assert conn.exec_driver_sql("SELECT klas FROM casus").scalar_one() == "4A"


def test_no_code_of_the_store_replaces_rows_behind_the_triggers() -> None:
    """INSERT OR REPLACE fires no delete trigger: old words stay findable and the index is malformed."""
    folder = Path(kernteam_tui.data.__file__).parent
    banned = re.compile(r"OR\s+REPLACE|REPLACE\s+INTO|prefix_with\(.*REPLACE|\.replace_into", re.IGNORECASE)
    guilty = [path.name for path in folder.rglob("*.py") if banned.search(path.read_text(encoding="utf-8"))]
    assert guilty == []
    assert banned.search("INSERT OR REPLACE INTO notitie")


@pytest.mark.usefixtures("familie")
def test_the_file_is_no_plain_database(store: Store) -> None:
    store.close()
    plain = sqlite3.connect(store.map / "kluis.db")
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM casus")
    plain.close()


def test_on_a_full_disk_nothing_is_half_saved_and_later_all_is_well(store: Store, familie: Any) -> None:
    with driver_connection(store.engine) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    long = familie.notitie("lang verhaal " * 20_000)
    with store.unit_of_work() as uow:
        uow.log(LogSoort.GEWIJZIGD, "notitie")
        uow.notities.add(long)
        with pytest.raises(DiskFull) as full:
            uow.commit()
    assert full.value.code == "schijf_vol"
    assert long.tekst.startswith("lang verhaal"), "the text is still there to save again"
    assert count(store, "notitie") == count(store, "logboek") == 0
    with driver_connection(store.engine) as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("kort"))
        uow.commit()
    assert count(store, "notitie") == 1

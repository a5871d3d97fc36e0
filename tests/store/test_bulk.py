"""A whole caseload goes in at once, and is the same as when it was typed one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.data.queries.feiten import lees_feiten
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store
from kernteam_tui.data.zoekindex.zoeken import zoek
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, NotitieSoort, PersoonRol, Rol
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplan import Doel, Gezinsplan
from kernteam_tui.domain.notitie import Addendum, Notitie
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.school import Kernpartner, School

MADE = datetime(2026, 11, 2, 9, tzinfo=UTC)


def caseload(cases: int, notes: int) -> Iterator[Record]:
    school = School(naam="Berk", kernteam=[Kernpartner(rol=Rol.JEUGDARTS, naam="Kim")], created_at=MADE)
    yield school
    for number in range(1, cases + 1):
        jongere = Persoon(rol=PersoonRol.JONGERE, roepnaam=f"Kind{number}", created_at=MADE)
        gezin = Gezin(personen=[jongere], created_at=MADE)
        casus = Casus(
            nummer=f"2026-{number:03d}",
            gezin_id=gezin.id,
            school_id=school.id,
            jongeren=[jongere],
            aangemeld=date(2026, 11, 2),
            created_at=MADE,
        )
        plan = Gezinsplan(gezin_id=gezin.id, created_at=MADE, doelen=[Doel(wat=f"doel{number}")])
        talk = Gesprek(
            casus_id=casus.id,
            soort=GesprekSoort.OVERLEG,
            start=MADE,
            deelnemers=[Deelnemer(rol="mentor", actie="belt")],
            terugkoppelafspraken=[Terugkoppelafspraak(partner="mentor")],
        )
        yield from (casus_and_more for casus_and_more in (gezin, casus, plan, talk))
        for day in range(notes):
            yield Notitie(
                casus_id=casus.id,
                soort=NotitieSoort.TELEFOON,
                moment=MADE + timedelta(days=day),
                tekst=f"notitie{day}",
                addenda=[Addendum(tekst="erbij")],
            )


def look(store: Store) -> Any:
    with store.lezen() as conn:
        hits = [
            asdict(hit)
            for word in ("notitie1", "doel2", "belt", "kind", "erbij")
            for hit in zoek(conn, word, 99)
        ]
        return lees_feiten(conn), hits


def test_bulk_is_the_same_as_one_by_one(store: Store, tmp_path: Any) -> None:
    records = list(caseload(3, 3))
    bulk_insert(store, records)
    single, _ = create_store(tmp_path / "los", "een zin voor de proef", VOORBEELD)
    with single.unit_of_work() as uow:
        for record in records:
            uow._session.add(record)
        uow.commit()
    facts, hits = look(store)
    assert len(facts) == 3
    assert len(hits) > 10
    assert (list(facts), sorted(hits, key=str)) == (list(look(single)[0]), sorted(look(single)[1], key=str))
    with store.unit_of_work() as uow:
        casus = uow.casussen.get(facts[0].casus_id)
        assert (casus.revision, casus.created_at) == (1, MADE)
        casus.klas = "2A"
        uow.commit()
        assert casus.revision == 2
    assert all(finding.in_orde for finding in store.controle())
    single.close()


def test_bulk_is_all_or_nothing(store: Store) -> None:
    orphan = Notitie(casus_id="geen", soort=NotitieSoort.OVERIG, moment=MADE)
    with pytest.raises(IntegrityError):
        bulk_insert(store, [*caseload(2, 2), orphan])
    with store.lezen() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM casus").scalar_one() == 0


def test_a_big_caseload_goes_in_by_batches(store: Store) -> None:
    bulk_insert(store, caseload(60, 40))
    with store.lezen() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM notitie").scalar_one() == 2_400
        assert len(lees_feiten(conn)) == 60
        assert len(zoek(conn, "notitie39", 100)) == 60

"""The small questions: who talks when, is this child known, which schools, which casus is this."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kernteam_tui.data.queries.agenda import lees_agenda
from kernteam_tui.data.queries.casussen import zoek_casus
from kernteam_tui.data.queries.dubbelen import zoek_dubbelen
from kernteam_tui.data.queries.scholen import lees_kernteams
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek
from kernteam_tui.domain.school import School


def talk(familie: Any, day: int, hour: int, **fields: Any) -> Gesprek:
    start = datetime(2026, 11, day, hour, tzinfo=UTC)
    return Gesprek(casus_id=familie.casus.id, soort=GesprekSoort.OVERLEG, start=start, **fields)


def test_the_agenda_holds_what_overlaps_in_order_of_time(store: Store, familie: Any) -> None:
    partner = familie.school.kernteam[0].id
    late = talk(
        familie, 24, 14, plek="1.12", deelnemers=[Deelnemer(rol="mentor"), Deelnemer(rol="l", wie_id=partner)]
    )
    reaching_in = talk(familie, 24, 8, minuten=90)
    before = talk(familie, 24, 8, minuten=60)
    after = talk(familie, 24, 16)
    cancelled = talk(familie, 24, 10, staat=GesprekStaat.AFGEZEGD)
    with store.unit_of_work() as uow:
        for one in (late, reaching_in, before, after, cancelled):
            uow.gesprekken.add(one)
        uow.commit()
    with store.lezen() as conn:
        found = lees_agenda(
            conn, datetime(2026, 11, 24, 9, tzinfo=UTC), datetime(2026, 11, 24, 16, tzinfo=UTC)
        )
    assert [line.gesprek_id for line in found] == [reaching_in.id, cancelled.id, late.id]
    last = found[-1]
    assert (last.nummer, last.jongere, last.school) == ("2026-001", "Sami Y.", "De Koningslinde")
    assert (last.start, last.eind, last.plek) == (late.start, late.eind, "1.12")
    assert last.wie == (partner,)
    assert found[1].staat is GesprekStaat.AFGEZEGD


@pytest.mark.parametrize(
    ("roepnaam", "achternaam", "geboren", "known"),
    [
        ("sami", "YILDIZ", None, True),
        ("SAMI", "yıldız", None, True),
        ("Sámi", "Yıldız", date(2011, 1, 1), True),
        ("Sami", "de Wit", date(2012, 2, 29), True),
        ("Sami", "de Wit", date(2012, 3, 1), False),
        ("Samira", "Yıldız", date(2012, 2, 29), False),
        ("Sami", "", None, True),
        ("Sami", "", date(2012, 3, 1), False),
    ],
)
def test_whether_a_child_may_be_known(
    store: Store, familie: Any, roepnaam: str, achternaam: str, geboren: date | None, known: bool
) -> None:
    with store.lezen() as conn:
        found = zoek_dubbelen(conn, roepnaam, achternaam, geboren, familie.school.id)
    assert [(one.nummer, one.jongere, one.open) for one in found] == [("2026-001", "Sami Y.", True)] * known


@pytest.mark.usefixtures("familie")
def test_only_a_first_name_at_another_school_is_somebody_else(store: Store) -> None:
    with store.lezen() as conn:
        assert zoek_dubbelen(conn, "Sami", "", None, "andere school") == ()


@pytest.mark.usefixtures("familie")
def test_schools_by_name(store: Store) -> None:
    with store.unit_of_work() as uow:
        uow.scholen.add(School(naam="berk"))
        uow.commit()
    with store.lezen() as conn:
        assert [school.naam for school in lees_kernteams(conn)] == ["berk", "De Koningslinde"]


def test_a_casus_is_named_by_number_or_id(store: Store, familie: Any) -> None:
    with store.lezen() as conn:
        assert zoek_casus(conn, " 2026-001 ") == zoek_casus(conn, familie.casus.id) == familie.casus.id
        with pytest.raises(NietGevonden):
            zoek_casus(conn, "2026-999")

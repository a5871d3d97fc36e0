"""The facts of a family typed by hand come out as a worker would say them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from kernteam_tui.data.queries.feiten import Welke, lees_feiten
from kernteam_tui.data.store import Store
from kernteam_tui.domain.casus import Afsluiting, Casus
from kernteam_tui.domain.codes import (
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    PersoonRol,
    Reden,
)
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinsplan import Actie, Doel, Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.record import Record


def keep(store: Store, *records: Record) -> None:
    with store.unit_of_work() as uow:
        for record in records:
            uow._session.add(record)
        uow.commit()


def facts(store: Store, casus_id: str) -> CasusFeiten:
    with store.lezen() as conn:
        [found] = lees_feiten(conn, casus_id)
    return found


def test_a_casus_just_registered(store: Store, familie: Any) -> None:
    found = facts(store, familie.casus.id)
    assert (found.nummer, found.school, found.klas) == ("2026-001", "De Koningslinde", "3B")
    assert (found.jongere, found.jongere_naam) == ("Sami Y.", "Sami Yıldız")
    assert [jongere.geboren for jongere in found.jongeren] == [date(2012, 2, 29)]
    assert found.aangemeld == date(2026, 11, 9)
    assert found.redenen == (Reden.VERZUIM, Reden.THUISSITUATIE)
    assert [(ouder.naam, ouder.gezag) for ouder in found.ouders] == [
        ("Ayşe Yıldız", JaNeeOnbekend.JA),
        ("Kemal Yıldız", JaNeeOnbekend.ONBEKEND),
    ]
    assert found.open
    assert found.ouders_weten is None
    assert (found.gesprekken, found.acties, found.terugkoppelingen) == ((), (), ())
    assert (found.laatste_contact, found.pogingen, found.oudste_concept) == (None, 0, None)
    assert (found.plan_id, found.plan_versie, found.plan_gemaakt_op) == (None, 0, None)


def test_two_children_and_the_weakest_gezag(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        gezin = uow.gezinnen.get(familie.gezin.id)
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", achternaam="Yıldız")
        gezin.personen.append(lina)
        gezin.ouderschappen.append(
            Ouderschap(jongere_id=lina.id, ouder_id=familie.moeder.id, gezag=JaNeeOnbekend.NEE)
        )
        uow.casussen.get(familie.casus.id).jongeren.append(lina)
        uow.commit()
        expected = gezin.gezag_van(familie.moeder.id, (familie.sami.id, lina.id))
    found = facts(store, familie.casus.id)
    assert found.jongere_naam == "Sami Yıldız en Lina Yıldız"
    assert [(jongere.roepnaam, jongere.geboren) for jongere in found.jongeren] == [
        ("Sami", date(2012, 2, 29)),
        ("Lina", None),
    ]
    assert found.ouders[0].gezag is expected is JaNeeOnbekend.NEE


def finished(familie: Any, day: int, **fields: Any) -> Any:
    note = familie.notitie(fields.pop("tekst", "tekst"), dag=day, **fields)
    note.rond_af(datetime(2026, 11, day, 16, tzinfo=UTC))
    return note


def test_the_last_contact_is_the_newest_talk_held_or_note_with_somebody_reached(
    store: Store, familie: Any
) -> None:
    talk = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.KENNISMAKING,
        staat=GesprekStaat.GEHOUDEN,
        start=datetime(2026, 11, 11, 23, 30, tzinfo=UTC),
    )
    planned = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.STARTGESPREK,
        start=datetime(2026, 11, 26, 9, tzinfo=UTC),
    )
    keep(store, talk, planned)
    found = facts(store, familie.casus.id)
    assert found.laatste_contact == date(2026, 11, 12), "half past midnight in Amsterdam"
    assert [(feit.id, feit.start) for feit in found.gesprekken] == [
        (talk.id, talk.start),
        (planned.id, planned.start),
    ]

    keep(store, finished(familie, 13), finished(familie, 17, bereikt=False))
    found = facts(store, familie.casus.id)
    assert (found.laatste_contact, found.pogingen) == (date(2026, 11, 13), 1)


def test_drafts_count_when_something_is_written(store: Store, familie: Any) -> None:
    keep(store, finished(familie, 10), familie.notitie("", dag=12))
    found = facts(store, familie.casus.id)
    assert (found.laatste_contact, found.oudste_concept) == (date(2026, 11, 10), date(2026, 11, 12))
    keep(store, familie.notitie("gesproken", dag=14), familie.notitie("voicemail", dag=15, bereikt=False))
    found = facts(store, familie.casus.id)
    assert (found.laatste_contact, found.pogingen) == (date(2026, 11, 14), 1)


def test_tries_before_the_last_contact_no_longer_count(store: Store, familie: Any) -> None:
    keep(store, *(finished(familie, day, bereikt=False) for day in (10, 12, 16, 18)), finished(familie, 13))
    assert facts(store, familie.casus.id).pogingen == 2


def test_promises_of_plan_and_held_talks_that_are_not_done(store: Store, familie: Any) -> None:
    plan = Gezinsplan(
        gezin_id=familie.gezin.id,
        evaluatie_op=date(2027, 1, 15),
        created_at=datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    )
    plan.acties += [
        Actie(wat="laptop", wie="mentor", wanneer=date(2026, 12, 1)),
        Actie(wat="klaar", klaar=True, volgorde=1),
    ]
    plan.stel_vast("{}", date(2026, 11, 20))
    plan.stel_vast("{}", date(2026, 11, 21))
    plan.gewijzigd = True
    talk = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.STARTGESPREK,
        staat=GesprekStaat.GEHOUDEN,
        start=datetime(2026, 11, 12, 9, tzinfo=UTC),
        deelnemers=[
            Deelnemer(rol="leerplichtambtenaar", actie="belt school", actie_op=date(2026, 11, 19)),
            Deelnemer(rol="mentor", actie="gedaan", actie_klaar=True),
            Deelnemer(rol="ouder"),
        ],
        terugkoppelafspraken=[
            Terugkoppelafspraak(partner="mentor"),
            Terugkoppelafspraak(partner="huisarts", gedaan_op=date(2026, 11, 20)),
        ],
    )
    cancelled = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.OVERLEG,
        staat=GesprekStaat.AFGEZEGD,
        start=datetime(2026, 11, 13, 9, tzinfo=UTC),
        deelnemers=[Deelnemer(rol="jeugdarts", actie="telt niet")],
    )
    keep(store, plan, talk, cancelled)
    found = facts(store, familie.casus.id)
    assert [(actie.wat, actie.wie, actie.wanneer) for actie in found.acties] == [
        ("laptop", "mentor", date(2026, 12, 1)),
        ("belt school", "leerplichtambtenaar", date(2026, 11, 19)),
    ]
    assert [actie.gesprek_id for actie in found.acties] == ["", talk.id]
    assert [telling.partner for telling in found.terugkoppelingen] == ["mentor"]
    assert (found.plan_id, found.plan_versie, found.plan_gewijzigd) == (plan.id, 2, True)
    assert (found.plan_gemaakt_op, found.evaluatie_op) == (date(2026, 12, 1), date(2027, 1, 15))


def test_the_last_day_on_which_something_came_of_a_goal(store: Store, familie: Any) -> None:
    plan = Gezinsplan(gezin_id=familie.gezin.id, doelen=[Doel(wat="naar school")])
    [doel] = plan.doelen
    for day, outcome in ((3, Doeluitkomst.NIET), (17, Doeluitkomst.DEELS), (20, None)):
        look = Meting(doel_id=doel.id, op=date(2026, 11, day), cijfer=4, uitkomst=outcome)
        plan.metingen.append(look)
    assert facts(store, familie.casus.id).geevalueerd_op is None
    keep(store, plan)
    assert facts(store, familie.casus.id).geevalueerd_op == date(2026, 11, 17)


def second_casus(familie: Any, nummer: str) -> Casus:
    return Casus(
        nummer=nummer,
        gezin_id=familie.gezin.id,
        school_id=familie.school.id,
        jongeren=[familie.sami],
        aangemeld=date(2025, 9, 1),
    )


def test_all_cases_or_only_the_open_ones_by_number(store: Store, familie: Any) -> None:
    closed = second_casus(familie, "2025-003")
    with store.unit_of_work() as uow:
        gezin = uow.gezinnen.get(familie.gezin.id)
        closed.jongeren = [gezin.personen[0]]
        closed.sluit_af(Afsluiting(soort=AfsluitSoort.OVERGEDRAGEN, op=date(2025, 12, 1)))
        uow.casussen.add(closed)
        uow.notities.add(finished(familie, 13))
        uow.commit()
    with store.lezen() as conn:
        everything = lees_feiten(conn)
        still_open = lees_feiten(conn, welke=Welke.OPEN)
        assert lees_feiten(conn, "0198") == ()
    assert [found.nummer for found in everything] == ["2025-003", "2026-001"]
    assert (everything[0].afsluiting, everything[0].afgesloten_op) == (
        AfsluitSoort.OVERGEDRAGEN,
        date(2025, 12, 1),
    )
    assert everything[0].laatste_contact is None, "a note of the other casus of the same gezin"
    assert everything[1:] == still_open


@pytest.mark.parametrize("cases", [1, 30])
def test_the_number_of_selects_does_not_grow_with_the_cases(store: Store, familie: Any, cases: int) -> None:
    from sqlalchemy import event

    with store.unit_of_work() as uow:
        jongere = uow.gezinnen.get(familie.gezin.id).personen[0]
        for number in range(2, cases + 1):
            casus = second_casus(familie, f"2026-{number:03d}")
            casus.jongeren = [jongere]
            uow.casussen.add(casus)
        uow.commit()
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(arguments[2])

    event.listen(store.engine, "before_cursor_execute", note)
    with store.lezen() as conn:
        assert len(lees_feiten(conn)) == cases
    assert sum(sql.lstrip().startswith("SELECT") for sql in seen) == 14

"""The log is one chain: nothing can be changed or taken away without it showing."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DatabaseError

from kernteam_tui.data.logketen import empty_lines, find_break
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort

Statement = str


@pytest.fixture
def five_lines(store: Store) -> Store:
    for number in range(5):
        with store.unit_of_work() as uow:
            uow.log(LogSoort.GEWIJZIGD, f"veld {number}", casus_id=f"casus-{number % 2}", voor="leerplicht")
            uow.commit()
    return store


def breach(store: Store, *statements: Statement) -> str:
    """What the check says after somebody with the key went past the triggers."""
    with driver_connection(store.engine) as connection:
        connection.execute("DROP TRIGGER logboek_alleen_erbij")
        connection.execute("DROP TRIGGER logboek_blijft")
        for statement in statements:
            connection.execute(statement)
    with store.lezen() as conn:
        found = find_break(conn)
    return found.tekst if found else ""


def test_an_untouched_log_holds(five_lines: Store) -> None:
    with five_lines.lezen() as conn:
        assert find_break(conn) is None
        assert [line.nr for line in lees_log(conn)] == [5, 4, 3, 2, 1]


def test_lines_of_one_commit_are_chained_in_their_order(store: Store) -> None:
    with store.unit_of_work() as uow:
        for wat in ("eerst", "daarna"):
            uow.log(LogSoort.GEOPEND, wat)
        uow.commit()
    with store.lezen() as conn:
        assert find_break(conn) is None
        assert [line.wat for line in lees_log(conn)] == ["daarna", "eerst"]


def test_a_change_that_is_taken_back_leaves_no_line_and_no_gap(five_lines: Store) -> None:
    with five_lines.unit_of_work() as uow:
        uow.log(LogSoort.GEWIJZIGD, "niet doorgegaan")
    with five_lines.unit_of_work() as uow:
        uow.log(LogSoort.GEWIJZIGD, "wel doorgegaan")
        uow.commit()
    with five_lines.lezen() as conn:
        assert find_break(conn) is None
        assert lees_log(conn)[0].nr == 6


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE logboek SET wat = 'iets anders' WHERE nr = 2",
        "UPDATE logboek SET wat = '', casus_id = NULL, voor = '', zout = NULL, moment = '' WHERE nr = 2",
        "DELETE FROM logboek WHERE nr = 5",
        "DELETE FROM logboek",
    ],
)
def test_the_store_itself_refuses_to_change_a_line(five_lines: Store, statement: str) -> None:
    with pytest.raises(DatabaseError), five_lines.engine.begin() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE logboek SET wat = 'iets anders' WHERE nr = 2", "inhoud van regel 2"),
        ("UPDATE logboek SET moment = '2020-01-01T00:00:00.000000+00:00' WHERE nr = 3", "Regel 3"),
        ("UPDATE logboek SET soort = 'geopend' WHERE nr = 4", "Regel 4"),
        ("UPDATE logboek SET zout = NULL WHERE nr = 1", "inhoud van regel 1"),
        ("DELETE FROM logboek WHERE nr = 3", "Regel 3 van het logboek ontbreekt"),
        ("DELETE FROM logboek WHERE nr = 1", "Regel 1 van het logboek ontbreekt"),
        ("DELETE FROM logboek WHERE nr = 5", "Na regel 4"),
        ("DELETE FROM logboek", "Na regel 0"),
    ],
)
def test_whoever_goes_past_that_is_found_out(five_lines: Store, statement: str, told: str) -> None:
    assert told in breach(five_lines, statement)


def test_two_lines_that_changed_places_are_found_out(five_lines: Store) -> None:
    swap = [f"UPDATE logboek SET nr = {new} WHERE nr = {old}" for old, new in ((2, 99), (3, 2), (99, 3))]
    assert "regel" in breach(five_lines, *swap).lower()


def test_emptying_the_lines_of_a_casus_keeps_the_chain(five_lines: Store) -> None:
    with five_lines.engine.begin() as connection:
        assert empty_lines(connection, "casus-0") == 3
        connection.exec_driver_sql("INSERT INTO wissing VALUES ('m', '2026-001', '', 'vergissing', 0, 0)")
    with five_lines.lezen() as conn:
        assert find_break(conn) is None
        lines = lees_log(conn)
    assert [(line.wat, line.casus_id) for line in lines if line.wat] == [
        ("veld 3", "casus-1"),
        ("veld 1", "casus-1"),
    ]
    assert len(lines) == 5


def test_lines_that_were_emptied_although_nothing_was_erased_are_found_out(five_lines: Store) -> None:
    with five_lines.engine.begin() as connection:
        empty_lines(connection, "casus-1")
    with five_lines.lezen() as conn:
        found = find_break(conn)
    assert found is not None
    assert found.tekst == "Regel 2 is leeggemaakt, maar er is nooit een casus gewist."


def test_taking_the_guards_away_is_found_out_before_anything_is_changed(five_lines: Store) -> None:
    assert "beveiliging" in breach(five_lines)

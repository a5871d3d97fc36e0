"""Looking the store through: damage sleeps until somebody looks."""

from __future__ import annotations

import random
from typing import Any

import pytest
from sqlalchemy import Engine, text

from kernteam_tui.data.controle import check_pages, check_store
from kernteam_tui.data.opening.engine import driver_connection, make_engine


def test_a_healthy_store_is_right_in_everything(engine: Engine) -> None:
    findings = check_store(engine)
    assert [finding.wat for finding in findings] == ["logbestand", "versleuteling", "opbouw", "verwijzingen"]
    assert all(finding.in_orde and finding.tekst for finding in findings)


def test_saves_still_in_the_log_are_no_false_alarm(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES ('in het log', 1)"))
    assert all(finding.in_orde for finding in check_store(engine))


def test_every_flipped_bit_is_found(kluis: Any) -> None:
    """Damage beyond the first page is not seen by opening: only by looking at each page."""
    content, dice = kluis.database.read_bytes(), random.Random(20261123)
    for _ in range(60):
        place = dice.randrange(4096, len(content))
        damaged = bytes([content[place] ^ 1 << dice.randrange(8)])
        kluis.database.write_bytes(content[:place] + damaged + content[place + 1 :])
        engine = make_engine(kluis.database, kluis.data_key())
        assert not check_pages(engine).in_orde
        engine.dispose()


def test_a_reference_to_nothing_is_found(engine: Engine) -> None:
    with driver_connection(engine) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO notitie (tekst, casus_id) VALUES ('wees', 99)")
        connection.execute("PRAGMA foreign_keys = ON")
    wrong = [finding for finding in check_store(engine) if not finding.in_orde]
    assert [finding.wat for finding in wrong] == ["verwijzingen"]


@pytest.mark.parametrize("place", [9000, 20000])
def test_checking_a_damaged_store_reports_and_does_not_raise(kluis: Any, place: int) -> None:
    with kluis.database.open("r+b") as stream:
        stream.seek(place)
        stream.write(b"\x00" * 64)
    engine = make_engine(kluis.database, kluis.data_key())
    try:
        assert not all(finding.in_orde for finding in check_store(engine))
    finally:
        engine.dispose()

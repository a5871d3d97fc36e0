"""Breaking off long looks: only what is under way, never the next one on the same connection."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine

from kernteam_tui.data.fouten import StoreClosing
from kernteam_tui.data.opening import onderbreken
from kernteam_tui.data.opening.onderbreken import interrupt, interruptible
from tests.geduld import GEDULD


class Verbinding:
    """Stands for a connection of the pool; `interrupt` waits until it may go on."""

    def __init__(self) -> None:
        self.bezig, self.mag_verder = threading.Event(), threading.Event()
        self.teruggegeven = False
        self.te_laat = False

    def interrupt(self) -> None:
        self.bezig.set()
        self.mag_verder.wait(GEDULD)
        self.te_laat = self.teruggegeven


@pytest.fixture
def verbinding(monkeypatch: pytest.MonkeyPatch) -> Verbinding:
    one = Verbinding()

    @contextmanager
    def lend(_engine: Engine) -> Iterator[Any]:
        try:
            yield one
        finally:
            one.teruggegeven = True

    monkeypatch.setattr(onderbreken, "driver_connection", lend)
    return one


def test_a_connection_is_not_given_back_while_it_is_being_interrupted(verbinding: Verbinding) -> None:
    """Who finishes at that moment waits: the next use of the connection would be broken off instead."""
    engine = create_engine("sqlite://")
    begonnen, klaar = threading.Event(), threading.Event()

    def kijk() -> None:
        with interruptible(engine):
            begonnen.set()
            klaar.wait(GEDULD)

    lezer, sluiter = threading.Thread(target=kijk), threading.Thread(target=interrupt, args=(engine,))
    lezer.start()
    assert begonnen.wait(GEDULD)
    sluiter.start()
    assert verbinding.bezig.wait(GEDULD)
    klaar.set()
    lezer.join(0.2)
    verbinding.mag_verder.set()
    for draad in (lezer, sluiter):
        draad.join(GEDULD)
    assert verbinding.teruggegeven
    assert not verbinding.te_laat


def test_who_comes_after_gets_no_connection_to_be_interrupted(verbinding: Verbinding) -> None:
    engine = create_engine("sqlite://")
    verbinding.mag_verder.set()
    with interruptible(engine):
        pass
    interrupt(engine)
    assert not verbinding.bezig.is_set(), "it was given back before"
    with pytest.raises(StoreClosing), interruptible(engine):
        pass


def test_one_that_is_closed_already_does_not_spare_the_others(verbinding: Verbinding) -> None:
    engine = create_engine("sqlite://")
    verbinding.mag_verder.set()

    class Dicht:
        def interrupt(self) -> None:
            raise sqlcipher.ProgrammingError("Cannot operate on a closed database.")

    with interruptible(engine):
        running = onderbreken._running(engine)
        running.connections.insert(0, Dicht())
        interrupt(engine)
    assert verbinding.bezig.is_set()

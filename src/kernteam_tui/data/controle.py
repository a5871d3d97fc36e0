"""Looking the whole store through: pages, structure, references, the log, the search index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from kernteam_tui.data.fouten import StoreClosing, StoreDamaged, StoreError
from kernteam_tui.data.logketen import find_break
from kernteam_tui.data.opening.engine import checkpoint, reading_engine
from kernteam_tui.data.opening.onderbreken import finishes_within, interruptible
from kernteam_tui.data.zoekindex.zoekrijen import FTS_CHECK, FTS_REBUILD

LOGBOEK, ZOEKINDEX = "logboek", "zoekindex"
FTS_SECONDS = 3.0
"""Below the five seconds that a save waits."""


@dataclass(frozen=True)
class Bevinding:
    """One thing that was looked at: what, whether it is right, and one Dutch sentence."""

    wat: str
    in_orde: bool
    tekst: str
    van_de_kluis: bool = True
    """False for what is about the computer around the store: it asks for attention, the store is whole."""


def check_store(engine: Engine) -> tuple[Bevinding, ...]:
    """Every check of the file itself; about 0.3 s for 30 MB. Reports instead of raising, except StoreClosing.

    The log is taken into the file first: the check of pages reads the file alone, so without that it would
    raise a false alarm.
    """
    checks = (_check_log, check_pages, _check_structure, _check_references)
    return tuple(check(engine) for check in checks)


def check_contents(engine: Engine) -> tuple[Bevinding, ...]:
    """What the tables say about each other: the chain of the log and the search index; 0.3 s for 30 MB."""
    return _check_chain(engine), check_search_index(engine)


def check_pages(engine: Engine) -> Bevinding:
    """Whether every page of `kluis.db` is as written (an HMAC per page); only right after a checkpoint."""
    wrong = _rows(engine, "PRAGMA cipher_integrity_check")
    if isinstance(wrong, StoreError):
        return Bevinding("versleuteling", False, wrong.tekst)
    if wrong:
        return Bevinding("versleuteling", False, f"Beschadigde stukken in kluis.db: {len(wrong)}.")
    return Bevinding("versleuteling", True, "Elke bladzijde van kluis.db is heel.")


def check_search_index(engine: Engine) -> Bevinding:
    """Whether the search index holds the words of the text: what is wrong in it alone can be made anew.

    SQLite holds up every save meanwhile (0.2 s for 30 MB), so on a very large store it is left undone.
    """
    try:
        with interruptible(engine) as connection:
            if not finishes_within(connection, FTS_CHECK, FTS_SECONDS):
                return Bevinding(ZOEKINDEX, True, "De zoekindex is te groot om even na te kijken.")
    except StoreClosing:
        raise
    except (StoreDamaged, sqlcipher.DatabaseError):
        return Bevinding(ZOEKINDEX, False, "De zoekindex klopt niet met de tekst; bouw hem opnieuw op.")
    except StoreError as error:  # after a damaged page the driver refuses whatever comes next
        return Bevinding(ZOEKINDEX, False, f"De zoekindex kon niet worden nagekeken. {error.tekst}")
    return Bevinding(ZOEKINDEX, True, "De zoekindex klopt met de tekst.")


def rebuild_search_index(engine: Engine) -> None:
    """Make the index anew from the rows it is about, in one transaction. Raises StoreError."""
    with engine.begin() as connection:
        connection.exec_driver_sql(FTS_REBUILD)


def _check_log(engine: Engine) -> Bevinding:
    try:
        emptied = checkpoint(engine)
    except StoreError as error:
        return Bevinding("logbestand", False, error.tekst)
    if not emptied:
        return Bevinding("logbestand", False, "Het logbestand kon niet leeg: de kluis is elders in gebruik.")
    return Bevinding("logbestand", True, "Alles wat bewaard is, staat in kluis.db.")


def _check_structure(engine: Engine) -> Bevinding:
    rows = _rows(engine, "PRAGMA quick_check")
    if isinstance(rows, StoreError):
        return Bevinding("opbouw", False, rows.tekst)
    if [row[0] for row in rows] != ["ok"]:
        return Bevinding("opbouw", False, f"De opbouw van de kluis klopt niet op {len(rows)} plaatsen.")
    return Bevinding("opbouw", True, "De opbouw van de kluis klopt.")


def _check_references(engine: Engine) -> Bevinding:
    rows = _rows(engine, "PRAGMA foreign_key_check")
    if isinstance(rows, StoreError):
        return Bevinding("verwijzingen", False, rows.tekst)
    if rows:
        return Bevinding("verwijzingen", False, f"Er zijn {len(rows)} verwijzingen naar iets dat er niet is.")
    return Bevinding("verwijzingen", True, "Elke verwijzing wijst naar iets dat er is.")


def _check_chain(engine: Engine) -> Bevinding:
    try:
        with reading_engine(engine).connect() as connection:
            broken = find_break(connection)
    except StoreError as error:
        return Bevinding(LOGBOEK, False, f"Het logboek kon niet worden nagekeken. {error.tekst}")
    if broken is not None:
        return Bevinding(LOGBOEK, False, f"Het logboek klopt niet. {broken.tekst}")
    return Bevinding("logboek", True, "Het logboek is een gesloten keten: er mist geen regel.")


def _rows(engine: Engine, statement: str) -> list[Any] | StoreError:
    """What a check reports, or the error that it ran into: both are findings."""
    try:
        with interruptible(engine) as connection:
            return list(connection.execute(statement).fetchall())
    except StoreClosing:
        raise
    except StoreError as error:
        return error

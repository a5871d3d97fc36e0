"""The work of opening a store of the first version: a backup, the migration, and the first notes after it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bench.faults.stores import (
    OLD_STORE,
    PASSPHRASE,
    Manifest,
    copied,
    manifest_of,
    open_as_the_app_does,
)
from bench.faults.work import Content, Work, number_of, text
from kernteam_tui.data.migraties import SCHEMA_NUMBER, stored_schema_number
from kernteam_tui.data.opening.engine import driver_connection, reading_engine
from kernteam_tui.data.opening.kluis import OpenedFiles, open_store_files
from kernteam_tui.data.reservekopie.maken import verify_backup
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.services.notities import start_notitie

REWRITTEN = frozenset({"alembic_version", "logboek"})
"""Tables that a migration fills anew, with random bytes in them."""


class Form(NamedTuple):
    """A store as it lies on the disk: the number of its schema, its tables and triggers, and its rows."""

    number: int
    objects: tuple[tuple[str, str], ...]
    rows: Manifest


@dataclass(frozen=True)
class References:
    """The two forms between which nothing may be found. The new one is made by migrating undisturbed."""

    old: Form
    new: Form


class Migrating(Work):
    """The first action is the opening itself, with its backup and migration; notes follow."""

    name = "migrating"
    actions = 7
    touches = frozenset({"notitie", "zoektekst", "logboek"})

    @classmethod
    def make_source(cls, made: Path, room: Path) -> Path:  # noqa: ARG003 - the old store is there already
        return OLD_STORE

    def act(self, number: int) -> None:
        if number:
            typed = text(self.seed, number)
            start_notitie(self.sessie, self.cases[number].id, NotitieSoort.HUISBEZOEK, tekst=typed)

    @classmethod
    def step(cls, content: Content, seed: int, number: int) -> None:
        if number:
            content[f"notitie bij {number_of(number)}"] = (text(seed, number), "concept")
        else:
            content["schema"] = SCHEMA_NUMBER

    def read(self) -> Content:
        schema = {"schema": SCHEMA_NUMBER} if stored_schema_number(self.sessie.store.engine) else {}
        return {**schema, **{key: (typed, state) for key, typed, state in self.notes()}}

    @classmethod
    def look_before_opening(cls, folder: Path, acks: int) -> str:
        """Whether the files are wholly of the old form or wholly of the new one, and each backup is whole."""
        try:
            opened = open_store_files(folder, PASSPHRASE)
        except KernteamError as error:
            return f"before migrating: {error.code}"
        try:
            found = form_of(opened)
            for backup in (folder / "reserve").glob("*.kluis"):
                verify_backup(backup, opened.key)
        except KernteamError as error:
            return f"before migrating: {error.code}"
        finally:
            opened.close()
        return _between_forms(found, acks)


def _between_forms(found: Form, acks: int) -> str:
    known = references()
    if found.number == known.old.number:
        if acks:
            return "the schema that was acknowledged is gone"
        return "" if found == known.old else "number 1, but not as it was"
    if (found.number, found.objects) != (known.new.number, known.new.objects):
        return f"number {found.number}, with other tables or triggers"
    touched = REWRITTEN | Migrating.touches
    changed = {name for name, rows in known.new.rows.items() if found.rows.get(name) != rows}
    return ", ".join(f"migrated otherwise: {name}" for name in sorted(changed - touched))


def stored_number(folder: Path) -> int:
    """Number of the schema that a closed store has. Raises what opening raises."""
    opened = open_store_files(folder, PASSPHRASE)
    try:
        return stored_schema_number(opened.engine)
    finally:
        opened.close()


def form_of(opened: OpenedFiles) -> Form:
    """How this store lies on the disk."""
    with driver_connection(opened.engine) as connection:
        objects = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        )
        made = tuple((name, sql) for name, sql in objects.fetchall())
    with reading_engine(opened.engine).connect() as connection:
        rows = manifest_of(connection)
    return Form(stored_schema_number(opened.engine), made, rows)


@cache
def references() -> References:
    """Both forms, from a store that nobody disturbs."""
    with tempfile.TemporaryDirectory() as room, copied(OLD_STORE, Path(room), "oud") as folder:
        opened = open_store_files(folder, PASSPHRASE)
        old = form_of(opened)
        opened.close()
        sessie = open_as_the_app_does(folder)
        new = form_of(sessie.store.opened)
        sessie.close()
    return References(old, new)

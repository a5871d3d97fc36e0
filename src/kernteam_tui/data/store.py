"""An opened store: units of work, reading, checking, closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from kernteam_tui.data.conceptschrijver import write_draft
from kernteam_tui.data.controle import (
    Bevinding,
    check_contents,
    check_pages,
    check_store,
    rebuild_search_index,
)
from kernteam_tui.data.fouten import (
    DiskError,
    DiskFull,
    LogDamaged,
    MigrationFailed,
    StoreDamaged,
    StoreError,
    StoreTooNew,
)
from kernteam_tui.data.mapping import start_mapping
from kernteam_tui.data.migraties import SCHEMA_NUMBER, migrate, stored_schema_number
from kernteam_tui.data.opening.engine import checkpoint, reading_engine
from kernteam_tui.data.opening.kluis import (
    OpenedFiles,
    PreparedFiles,
    create_store_files,
    open_store_files,
    prepare_store_files,
)
from kernteam_tui.data.queries.tijd import jongste_moment
from kernteam_tui.data.sleutels.beleid import STANDAARD, Sleutelbeleid
from kernteam_tui.data.sleutels.vakken import Opener
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.data.wissen import finish_erasures
from kernteam_tui.data.zoekindex.woordenlijst import woordenlijst_van
from kernteam_tui.domain.datumtekst import moment_kort


class Store:
    """A store that is unlocked. May be used from several threads; close it when done."""

    def __init__(self, opened: OpenedFiles) -> None:
        start_mapping()
        self._opened = opened
        self._reading = reading_engine(opened.engine)

    @property
    def map(self) -> Path:
        """The folder of the store."""
        return self._opened.folder

    @property
    def store_id(self) -> str:
        """Identity of the store, the same in its backups."""
        return self._opened.store_id

    @property
    def meldingen(self) -> tuple[str, ...]:
        """What was mended while opening, as Dutch sentences."""
        return self._opened.notices

    @property
    def log_damaged(self) -> LogDamaged | None:
        """The last saves before this opening are gone; what is there is whole."""
        return self._opened.log_damaged

    @property
    def opened(self) -> OpenedFiles:
        """The files and the engine, for backups and the keys."""
        return self._opened

    @property
    def engine(self) -> Engine:
        """The engine that writes; everything above this floor uses `unit_of_work` or `lezen`."""
        return self._opened.engine

    def unit_of_work(self) -> UnitOfWork:
        """A change: `with store.unit_of_work() as uow: … uow.commit()`."""
        return UnitOfWork(self._opened.engine)

    def write_draft(self, notitie_id: str, revision: int, tekst: str) -> int | None:
        """The text of a draft, durable when this returns: a unit of work for the one save that comes with
        every pause in the typing. Answers the new revision.

        None, and nothing is written, when there is no draft with that id and revision.
        """
        with self._opened.engine.begin() as connection:
            return write_draft(connection, notitie_id, revision, tekst)

    @contextmanager
    def lezen(self) -> Iterator[Connection]:
        """A connection for queries, on one moment of the store; never waits for a save."""
        with self._reading.connect() as connection:
            yield connection

    def controle(self) -> tuple[Bevinding, ...]:
        """Check pages, links between records, the log and the search index; takes well under a second.

        Raises StoreClosing when the store is closed meanwhile.
        """
        return (*check_store(self._opened.engine), *check_contents(self._opened.engine))

    def rebuild_search_index(self) -> None:
        """Make the search index anew from the text; a fault in it costs no text. Raises StoreError."""
        rebuild_search_index(self._opened.engine)

    def empty_log(self) -> bool:
        """Take the write-ahead log into `kluis.db`; False when somebody was in the way. Raises StoreError."""
        return checkpoint(self._opened.engine)

    def refuse_damaged(self) -> None:
        """Look at every page (55 ms for 30 MB): damage in a page that nobody reads would sleep on.

        Raises StoreDamaged. Where the log cannot be emptied first (disk full) nothing is said of the pages.
        """
        with suppress(DiskFull, DiskError):
            if checkpoint(self._opened.engine) and not check_pages(self._opened.engine).in_orde:
                raise StoreDamaged()

    @property
    def is_closed(self) -> bool:
        """Whether `close` was called."""
        return self._opened.is_closed

    def close(self) -> None:
        """Empty the write-ahead log, wipe the key, free the lock. Twice is harmless."""
        woordenlijst_van(self._opened.engine).vergeet()
        self._opened.close()


def _furnish(engine: Engine) -> None:
    """The tables of a new store, and its settings: every backup then has the store's secret, by which an
    erased casus is known again."""
    migrate(engine)
    with UnitOfWork(engine) as uow:
        uow.instellingen()
        uow.commit()


def create_store(map: Path, passphrase: str, policy: Sleutelbeleid = STANDAARD) -> tuple[Store, str]:  # noqa: A002 - the word of the contracts
    """Make a store with all its tables; returns it opened, with its recovery code.

    Raises what `kluis.create_store_files` raises.
    """
    created = create_store_files(map, passphrase, policy, inrichten=_furnish)
    return Store(created.opened), created.recovery_code


class PreparedStore:
    """A store that begins to exist with `finish`; until then there is only what the next try clears away."""

    def __init__(self, prepared: PreparedFiles) -> None:
        self._prepared = prepared

    @property
    def recovery_code(self) -> str:
        """To be shown once and typed back before `finish`."""
        return self._prepared.recovery_code

    def finish(self) -> Store:
        """The store, opened. Raises DiskError."""
        return Store(self._prepared.finish())

    def abandon(self) -> None:
        """Leave no store behind. Only instead of `finish`."""
        self._prepared.abandon()


def prepare_store(map: Path, passphrase: str, policy: Sleutelbeleid = STANDAARD) -> PreparedStore:  # noqa: A002 - the word of the contracts
    """As `create_store`, in two steps: the recovery code first, the store when it was written down."""
    return PreparedStore(prepare_store_files(map, passphrase, policy, inrichten=_furnish))


def open_store(map: Path, secret: Opener) -> Store:  # noqa: A002 - the word of the contracts
    """Open the store with the passphrase or the recovery code and bring it to the newest form.

    Raises what `kluis.open_store_files` raises; StoreTooNew (`kluis_te_nieuw`) when a newer program made
    it; MigrationFailed. An older store is migrated only after a verified backup.
    """
    opened = open_store_files(map, secret)
    try:
        _bring_up_to_date(opened)
        _say_until_when(opened)
        _finish_erasures(opened)
    except BaseException:
        opened.close()
        raise
    return Store(opened)


def _say_until_when(opened: OpenedFiles) -> None:
    """The last saves are gone: up to when is all there?"""
    if opened.log_damaged is None:
        return
    with reading_engine(opened.engine).connect() as connection:
        last = jongste_moment(connection)
    until = "" if last is None else moment_kort(last)
    opened.log_damaged = LogDamaged(apart=opened.log_damaged.apart, tot=until)
    opened.notices = (*opened.notices, opened.log_damaged.zin)


def _finish_erasures(opened: OpenedFiles) -> None:
    again = finish_erasures(opened)
    if again:
        what = "Een casus die je had gewist, stond" if again == 1 else f"{again} gewiste casussen stonden"
        opened.notices = (*opened.notices, f"{what} weer in de kluis: opnieuw gewist.")


def _bring_up_to_date(opened: OpenedFiles) -> None:
    number = stored_schema_number(opened.engine)
    if number > SCHEMA_NUMBER:
        raise StoreTooNew()
    if number == SCHEMA_NUMBER:
        return
    from kernteam_tui.data.reservekopie.maken import make_backup

    make_backup(opened, "voor_bijwerken", datetime.now(UTC))
    try:
        migrate(opened.engine)
    except StoreError:
        raise
    except Exception as error:  # Alembic and SQLAlchemy raise many kinds; all mean the same to the user
        raise MigrationFailed() from error

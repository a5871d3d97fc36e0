"""A database out of a backup, brought to the newest form and rid of what was erased since."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from kernteam_tui.data.fouten import BackupInvalid, MigrationFailed, StoreDamaged, StoreError
from kernteam_tui.data.migraties import SCHEMA_NUMBER, migrate, stored_schema_number
from kernteam_tui.data.opening.engine import checkpoint, driver_connection, make_engine
from kernteam_tui.data.reservekopie.gewist import Wissingen, erase_again
from kernteam_tui.data.reservekopie.kopie import copy_database
from kernteam_tui.data.sleutels.datasleutel import DataKey

_OPTIMISE = "INSERT INTO zoekindex(zoekindex) VALUES ('optimize')"


@contextmanager
def opened_copy(path: Path, key: DataKey) -> Iterator[Engine]:
    """An engine on an unpacked copy; what is damaged in it is the backup, not the store."""
    engine = make_engine(path, key)
    try:
        yield engine
    except StoreDamaged as error:
        raise BackupInvalid() from error
    finally:
        engine.dispose()


def bring_up_to_date(engine: Engine) -> None:
    """Migrate an unpacked copy when it is of an older form: its backup stays as it is.

    Raises MigrationFailed, and the named errors of the disk.
    """
    if stored_schema_number(engine) == SCHEMA_NUMBER:
        return
    try:
        migrate(engine)
    except StoreError:
        raise
    except Exception as error:  # Alembic and SQLAlchemy raise many kinds; all mean the same to the user
        raise MigrationFailed(
            "Deze reservekopie is van een oudere versie en kon niet worden bijgewerkt.",
            "Je kluis is niet veranderd; zet hem terug met de versie van toen, of gebruik een andere kopie.",
        ) from error


def erase_in_copy(source: Path, key: DataKey, wissingen: Wissingen) -> int:
    """Bring an unpacked copy to the newest form and take out what was erased; answers how many casussen.

    What was taken out may still lie in free pages and in the search index: `write_clean` leaves that behind.
    Raises MigrationFailed, BackupInvalid, DiskFull, DiskError.
    """
    with opened_copy(source, key) as engine:
        bring_up_to_date(engine)
        return erase_again(engine, wissingen)


def write_clean(source: Path, target: Path, key: DataKey) -> None:
    """Write into `target`, an empty file, what stands in `source` and nothing that stood there before.

    The search index forgets its deleted words, and a copy by VACUUM INTO has no free pages. Raises
    BackupInvalid, DiskFull, DiskError.
    """
    with opened_copy(source, key) as engine:
        with driver_connection(engine) as connection:
            connection.execute(_OPTIMISE)
        checkpoint(engine)
        copy_database(engine, key, target)

"""An opened store with the day to reckon from: what every service gets first."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kernteam_tui.domain.klok import Klok

if TYPE_CHECKING:
    from kernteam_tui.data.lezing import Lezing
    from kernteam_tui.data.store import Store
    from kernteam_tui.data.unit_of_work import UnitOfWork


class Sessie:
    """From unlocking to locking. Safe to use from worker threads: each call takes its own connection."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self.store = store
        self.klok = klok
        self.meldingen = store.meldingen
        """What was mended or noticed while opening, as Dutch sentences to show once."""

    @property
    def map(self) -> Path:
        """The folder of the store."""
        return self.store.map

    def vandaag(self) -> date:
        """The day in Amsterdam."""
        return self.klok.vandaag()

    def nu(self) -> datetime:
        """The moment in UTC."""
        return self.klok.nu()

    def unit_of_work(self) -> AbstractContextManager[UnitOfWork]:
        """A write: leaving it without `commit()` takes everything back."""
        return self.store.unit_of_work()

    def lezen(self) -> AbstractContextManager[Lezing]:
        """A look."""
        return self.store.lezen()

    @property
    def is_dicht(self) -> bool:
        """Whether the store was closed, here or by another thread."""
        return self.store.is_closed

    def close(self) -> None:
        """Let go of the store: checkpoint, forget the key, free the lock."""
        self.store.close()

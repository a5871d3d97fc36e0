"""What every test may ask for: a folder for a store, an opened store, a clock that stands still."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pytest

from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store, open_store
from kernteam_tui.domain.klok import AMSTERDAM
from tests.afleidingen import onthoud_afleidingen
from tests.greep import DIEP
from tests.vertalingen import onthoud_vertalingen

WACHTWOORDZIN = "een zin voor de proef"
OPRUIMEN = (20_000, 20, 20)
"""What `gc.set_threshold` gets: thousands of apps and records come and go, looking less often is enough."""

hypothesis.settings.register_profile(
    "huis",
    hypothesis.settings.default,
    deadline=None,
    derandomize=not DIEP,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
# without DIEP the same cases each time: what passes on one machine passes on all
hypothesis.settings.load_profile("huis")  # how busy the machine is, says nothing of what is tested
onthoud_afleidingen()
onthoud_vertalingen()


def pytest_collection_finish() -> None:
    """What was loaded stays until the end: let nobody go through it again and again to find waste."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*OPRUIMEN)


@dataclass(frozen=True)
class VasteKlok:
    """A clock that stands still."""

    moment: datetime

    def nu(self) -> datetime:
        return self.moment.astimezone(UTC)

    def vandaag(self) -> date:
        return self.moment.astimezone(AMSTERDAM).date()


@pytest.fixture
def klok() -> VasteKlok:
    """Monday 23 November 2026, ten o'clock in Amsterdam."""
    return VasteKlok(datetime(2026, 11, 23, 10, 0, tzinfo=AMSTERDAM))


@pytest.fixture
def kluis_map(tmp_path: Path) -> Path:
    """A folder in which a store may be made; it does not exist yet."""
    return tmp_path / "kluis"


@pytest.fixture(scope="session")
def lege_kluis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty store, made once: copying it is much quicker than making one."""
    folder = tmp_path_factory.mktemp("lege-kluis") / "kluis"
    made, _ = create_store(folder, WACHTWOORDZIN, VOORBEELD)
    made.close()
    return folder


@pytest.fixture
def store(lege_kluis: Path, kluis_map: Path) -> Iterator[Store]:
    """An opened, empty store; the passphrase is WACHTWOORDZIN, with key parameters that cost no time."""
    shutil.copytree(lege_kluis, kluis_map)
    opened = open_store(kluis_map, WACHTWOORDZIN)
    yield opened
    opened.close()

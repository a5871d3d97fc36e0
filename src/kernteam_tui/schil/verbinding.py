"""What the app asks of the services: narrow protocols, so that a test needs no store and no crypto."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import Klok


class Vergrendeld(KernteamError):
    """A service was asked for while the store is closed."""

    code = "vergrendeld"
    titel = "Vergrendeld"

    def __init__(self) -> None:
        super().__init__("Het programma is vergrendeld.", "Ontgrendel en probeer het opnieuw.")


class Sessie(Protocol):
    """An open store, as far as the app itself looks at it."""

    @property
    def meldingen(self) -> tuple[str, ...]:
        """Dutch sentences to show once after opening (a mended key file, a migration)."""

    def close(self) -> None:
        """Close the store and forget its key. May be called twice."""


class Toegang(Protocol):
    """The door to the store: the module `services.toegang`, or a fake in tests."""

    def kluis_staat(self, kluis_map: Path) -> str:
        """`ontbreekt` or `aanwezig`; a cheap look without a key. Raises KernteamError when damaged."""

    def unlock(self, kluis_map: Path, geheim: str, klok: Klok) -> Sessie:
        """Derive the key and open the store; slow. Raises KernteamError."""

    def mislukte_pogingen(self, kluis_map: Path) -> tuple[int, datetime | None]:
        """How many wrong ones since the store was last opened, and the moment (UTC) of the last; cheap."""

    def sleutelkopie_van(self, kluis_map: Path) -> datetime | None:
        """When the newest backup with a usable key file was made; in a thread. Raises KernteamError."""

    def herstel_sleutelbestand(self, kluis_map: Path, geheim: str, klok: Klok) -> datetime:
        """Put that key file back once it opens the store; slow. Raises KernteamError."""

    def zet_nieuwste_terug(self, kluis_map: Path, geheim: str, klok: Klok) -> str:
        """Put the newest backup back in place of a damaged store; slow. Raises KernteamError."""

    def tel_buiten(self, kluis_map: Path) -> int:
        """How many files lie outside the encryption, in `uit/`; cheap."""

    def ruim_buiten_op(self, kluis_map: Path) -> int:
        """Take those away; how many stayed."""

    def noteer_ontgrendeld(self, sessie: Any) -> None:
        """A line in the log; in a thread."""

    def slot_minuten(self, sessie: Any) -> int:
        """Idle minutes before the app locks, 1 to 30; read in a thread."""

    def warm_up(self) -> None:
        """Import what opening needs, while the user types."""


class Concepten(Protocol):
    """Where half-typed forms are kept: the module `services.concepten`, or a fake in tests."""

    def save_concept(self, sessie: Any, sleutel: str, inhoud: dict[str, object]) -> None: ...

    def load_concept(self, sessie: Any, sleutel: str) -> dict[str, object] | None: ...

    def drop_concept(self, sessie: Any, sleutel: str) -> None: ...

    def afrondend(self, sessie: Any, *sleutels: str) -> Any:
        """The session for a change whose transaction forgets these drafts."""

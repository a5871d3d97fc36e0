"""The way into the store. Imports nothing heavy until it is asked: the lock screen paints first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kernteam_tui.data.sleutels.beleid import Sleutelbeleid
    from kernteam_tui.data.store import PreparedStore
    from kernteam_tui.domain.klok import Klok
    from kernteam_tui.services.sessie import Sessie


class KluisStaat(StrEnum):
    """Whether there is a store to open."""

    ONTBREEKT = "ontbreekt"
    AANWEZIG = "aanwezig"


@dataclass(frozen=True)
class NieuweKluis:
    """A store that was just made, opened, and the recovery code that is shown once."""

    sessie: Sessie
    herstelcode: str


class KluisInWording:
    """A store that begins to exist when its recovery code was typed back.

    Killed before that, it counts as never made: nobody is left with a store whose code is unknown.
    """

    def __init__(self, prepared: PreparedStore, klok: Klok) -> None:
        self._prepared = prepared
        self._klok = klok

    @property
    def herstelcode(self) -> str:
        """In groups of four with dashes; shown in the set-up only."""
        return self._prepared.recovery_code

    def bevestig(self, gegeven: str) -> Sessie:
        """The code was typed back: the store is there, opened.

        Raises HerstelcodeOnjuist (a slip, or the code of another store) and DiskError; both may be
        tried again.
        """
        from kernteam_tui.data.fouten import HerstelcodeOnjuist
        from kernteam_tui.services.sessie import Sessie

        if not codes_gelijk(gegeven, self.herstelcode):
            raise HerstelcodeOnjuist()
        return Sessie(self._prepared.finish(), self._klok)

    def laat(self) -> None:
        """Leave nothing behind. Only instead of `bevestig`."""
        self._prepared.abandon()


def begin_kluis(
    kluis_map: Path, wachtwoordzin: str, klok: Klok, beleid: Sleutelbeleid | None = None
) -> KluisInWording:
    """Make a store up to its recovery code; about two seconds. Raises a named StoreError."""
    from kernteam_tui.data.sleutels.beleid import STANDAARD
    from kernteam_tui.data.store import prepare_store

    return KluisInWording(prepare_store(kluis_map, wachtwoordzin, beleid or STANDAARD), klok)


def kluis_staat(kluis_map: Path) -> KluisStaat:
    """Look at the folder without a passphrase. Raises the named error of a damaged store or key file."""
    from kernteam_tui.data.voorcontrole import controleer_voor_openen, kluis_aanwezig

    if not kluis_aanwezig(kluis_map):
        return KluisStaat.ONTBREEKT
    controleer_voor_openen(kluis_map)
    return KluisStaat.AANWEZIG


def weiger_bestaande(kluis_map: Path) -> None:
    """Look before anything is asked for a new store. Raises StoreAlreadyExists."""
    from kernteam_tui.data.fouten import StoreAlreadyExists
    from kernteam_tui.data.voorcontrole import kluis_aanwezig

    if kluis_aanwezig(kluis_map):
        raise StoreAlreadyExists()


def unlock(kluis_map: Path, geheim: str, klok: Klok) -> Sessie:
    """Open the store with its passphrase or recovery code. Raises a named StoreError."""
    from kernteam_tui.data.store import open_store
    from kernteam_tui.services.sessie import Sessie

    return Sessie(open_store(kluis_map, geheim), klok)


def slot_minuten(sessie: Sessie) -> int:
    """Idle minutes before the app locks, from the settings."""
    from kernteam_tui.services.instellingen import get_instellingen

    return get_instellingen(sessie).slot_minuten


def create_kluis(
    kluis_map: Path, wachtwoordzin: str, klok: Klok, beleid: Sleutelbeleid | None = None
) -> NieuweKluis:
    """Make an empty store in that folder and open it. Raises a named StoreError."""
    from kernteam_tui.data.sleutels.beleid import STANDAARD
    from kernteam_tui.data.store import create_store
    from kernteam_tui.services.sessie import Sessie

    store, code = create_store(kluis_map, wachtwoordzin, beleid or STANDAARD)
    return NieuweKluis(Sessie(store, klok), code)


def create_kluis_voor_script(kluis_map: Path, wachtwoordzin: str, klok: Klok) -> NieuweKluis:
    """As `create_kluis`, where nobody can be asked for a better passphrase: a weak one is taken."""
    from kernteam_tui.data.sleutels.beleid import BEHEERDER

    return create_kluis(kluis_map, wachtwoordzin, klok, BEHEERDER)


def warm_up() -> None:
    """Load what unlocking and the first screen need, while the user types."""
    import kernteam_tui.data.store
    import kernteam_tui.services.vandaag  # noqa: F401  loaded for its effect: it is in memory when needed


def beoordeel(wachtwoordzin: str) -> tuple[int, str]:
    """Strength of a passphrase, 0 to 4, and a Dutch sentence about it."""
    from kernteam_tui.data.sleutels.sterkte import beoordeel_wachtwoordzin

    sterkte = beoordeel_wachtwoordzin(wachtwoordzin)
    return sterkte.score, sterkte.tekst


def stel_wachtwoordzin_voor() -> str:
    """Five random Dutch words."""
    from kernteam_tui.data.sleutels.woorden import stel_woorden_voor

    return stel_woorden_voor()


def codes_gelijk(gegeven: str, code: str) -> bool:
    """Whether a typed-back recovery code is the one that was shown (dashes, case, O and I do not matter).

    Raises HerstelcodeOnjuist for a slip of the pen.
    """
    from kernteam_tui.data.sleutels.herstelcode import read_recovery_code

    return read_recovery_code(gegeven) == read_recovery_code(code)

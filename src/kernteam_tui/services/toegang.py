"""The way into the store. Imports nothing heavy until it is asked: the lock screen paints first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kernteam_tui.data.sleutels.beleid import Sleutelbeleid
    from kernteam_tui.data.sleutels.vakken import Opener
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
    from kernteam_tui.data.opening.voorcontrole import controleer_voor_openen, kluis_aanwezig

    if not kluis_aanwezig(kluis_map):
        return KluisStaat.ONTBREEKT
    controleer_voor_openen(kluis_map)
    return KluisStaat.AANWEZIG


def weiger_bestaande(kluis_map: Path) -> None:
    """Look before anything is asked for a new store. Raises StoreAlreadyExists, FolderIsAFile."""
    from kernteam_tui.data.fouten import StoreAlreadyExists
    from kernteam_tui.data.opening.voorcontrole import kluis_aanwezig, refuse_a_file

    refuse_a_file(kluis_map)
    if kluis_aanwezig(kluis_map):
        raise StoreAlreadyExists()


def unlock(kluis_map: Path, geheim: Opener, klok: Klok) -> Sessie:
    """Open the store with its passphrase, recovery code or the key of the organisation.

    Raises a named StoreError.

    A wrong one is noted beside the store; the next right one takes those notes into the log, and they are
    among what the session has to say.
    """
    from kernteam_tui.data.store import open_store
    from kernteam_tui.services.sessie import Sessie

    with _fouten_genoteerd(kluis_map, klok):
        store = open_store(kluis_map, geheim)
    sessie = Sessie(store, klok)
    sessie.meldingen += _neem_pogingen_over(sessie)
    return sessie


def mislukte_pogingen(kluis_map: Path) -> tuple[int, datetime | None]:
    """How many wrong ones since the last right one, and the moment (UTC) of the last; cheap."""
    from kernteam_tui.data.opening.pogingen import read_failures

    failures = read_failures(kluis_map)
    return len(failures), failures[-1] if failures else None


def sleutelkopie_van(kluis_map: Path) -> datetime | None:
    """When the newest backup was made whose key file may replace a lost one; None without any."""
    from kernteam_tui.services import terugzetten

    return terugzetten.sleutelkopie_van(kluis_map)


def herstel_sleutelbestand(kluis_map: Path, geheim: str, klok: Klok) -> datetime:
    """Put the key file back out of the newest backup that fits: see `terugzetten.herstel_sleutelbestand`.

    A wrong passphrase is noted here as it is by `unlock`.
    """
    from kernteam_tui.services import terugzetten

    with _fouten_genoteerd(kluis_map, klok):
        return terugzetten.herstel_sleutelbestand(kluis_map, geheim, klok)


def zet_nieuwste_terug(kluis_map: Path, geheim: str, klok: Klok) -> str:
    """Put the newest whole backup back in place of a store that does not open: see `terugzetten`.

    Answers the sentence for the user. A wrong passphrase is noted here as it is by `unlock`.
    """
    from kernteam_tui.services import terugzetten

    with _fouten_genoteerd(kluis_map, klok):
        return terugzetten.zet_nieuwste_terug(kluis_map, geheim, klok).zin


@contextmanager
def _fouten_genoteerd(kluis_map: Path, klok: Klok) -> Iterator[None]:
    """Note a wrong passphrase beside the closed store, and let the error pass."""
    from kernteam_tui.data.fouten import HerstelcodeOnjuist, WrongSecret
    from kernteam_tui.data.opening.pogingen import note_failure

    try:
        yield
    except HerstelcodeOnjuist:
        raise  # a slip of the hand, which opens nothing
    except WrongSecret:
        note_failure(kluis_map, klok.nu())
        raise


def _neem_pogingen_over(sessie: Sessie) -> tuple[str, ...]:
    """Failed unlocks go into the log, each once, also when this is killed half-way.

    Where the log cannot be written (a full disk) they wait for the next time, and are told all the same.
    """
    from kernteam_tui.data.fouten import StoreError
    from kernteam_tui.data.opening.pogingen import MOST, forget_failures, read_failures
    from kernteam_tui.data.queries.log import lees_log
    from kernteam_tui.domain.codes import LogSoort
    from kernteam_tui.domain.datumtekst import moment_kort

    failures = read_failures(sessie.map)
    if not failures:
        return ()
    try:
        with sessie.lezen() as conn:
            known = {line.wat for line in lees_log(conn, aantal=2 * MOST) if line.soort is LogSoort.MISLUKT}
        with sessie.unit_of_work() as uow:
            for moment in failures:
                if moment.isoformat() not in known:
                    uow.log(LogSoort.MISLUKT, moment.isoformat())
            uow.commit()
    except StoreError:
        pass
    else:
        forget_failures(sessie.map)
    laatst = moment_kort(failures[-1])
    if len(failures) == 1:
        return (f"Op {laatst} is een verkeerde wachtwoordzin geprobeerd.",)
    aantal = f"minstens {MOST}" if len(failures) >= MOST else str(len(failures))
    return (f"Er is {aantal} keer een verkeerde wachtwoordzin geprobeerd, het laatst op {laatst}.",)


def noteer_ontgrendeld(sessie: Sessie) -> None:
    """A line in the log: the app was unlocked. Where it cannot be written (a full disk) work goes on."""
    from kernteam_tui.data.fouten import StoreError
    from kernteam_tui.domain.codes import LogSoort

    with suppress(StoreError), sessie.unit_of_work() as uow:
        uow.log(LogSoort.ONTGRENDELD)
        uow.commit()


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


def tel_buiten(kluis_map: Path) -> int:
    """How many files lie in `uit/`, readable without a passphrase."""
    from kernteam_tui.exchange.uitmap import lees_uitmap

    return len(lees_uitmap(kluis_map))


def ruim_buiten_op(kluis_map: Path) -> int:
    """Empty `uit/`; answers how many files the system would not let go."""
    from kernteam_tui.exchange.uitmap import lees_uitmap, verwijder

    return sum(not verwijder(bestand.pad) for bestand in lees_uitmap(kluis_map))

"""Who gets into the store: passphrase, recovery code, organisation, and a new key when one has leaked.

Every change asks for what opens the store now (`huidig`): an open laptop is not enough. Each may be stopped
anywhere; afterwards the store opens with exactly the old or the new.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.fouten import BackupInvalid, HerstelcodeOnjuist, StoreError
from kernteam_tui.data.sleutels import beheer
from kernteam_tui.data.sleutels.beheer import KeyChange
from kernteam_tui.data.sleutels.beleid import BEHEERDER, STANDAARD, Sleutelbeleid
from kernteam_tui.data.sleutels.organisatie import (
    OrganisationKey,
    fingerprint,
    read_pem_file,
    read_private_key,
    read_public_key,
    write_pair,
)
from kernteam_tui.data.sleutels.rotatie import Rotation, copies_of_other_keys, prepare_rotation, remove_copy
from kernteam_tui.data.sleutels.vakken import Opener
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import codes_gelijk

__all__ = ["BEHEERDER", "STANDAARD", "OrganisationKey", "Sleutelbeleid"]

NIET_IN_LOGBOEK = "De wijziging geldt, maar kon niet in het logboek worden gezet: kijk of de schijf vol is."


@dataclass(frozen=True)
class SleutelsBeeld:
    """What can be told of the keys without a secret."""

    organisatie: str
    """Fingerprint of the public key that the store is sealed to; empty without one."""
    oude_kopieen: int
    """Backups and kept old stores that have another data key: an old passphrase opens them."""


class NieuweHerstelcode:
    """A recovery code that replaces the old one when it was typed back; until then the old one works."""

    def __init__(self, sessie: Sessie, change: KeyChange) -> None:
        self._sessie = sessie
        self._change = change

    @property
    def herstelcode(self) -> str:
        """In groups of four with dashes; shown once."""
        return self._change.recovery_code

    def bevestig(self, gegeven: str) -> tuple[str, ...]:
        """It was typed back: it counts. Returns Dutch sentences, if any.

        Raises HerstelcodeOnjuist, DiskFull, DiskError: the old code counts, and this may be tried again.
        """
        _weiger_andere_code(gegeven, self.herstelcode)
        return _in_logboek(self._sessie, "nieuwe herstelcode", self._change.write)

    def laat(self) -> None:
        """Leave everything as it was. Only instead of `bevestig`."""


class NieuweSleutel:
    """A new data key with new secrets, which counts when its recovery code was typed back."""

    def __init__(self, rotation: Rotation) -> None:
        self._rotation = rotation
        self._loopt = False

    @property
    def herstelcode(self) -> str:
        """In groups of four with dashes; shown once."""
        return self._rotation.recovery_code

    def bevestig(self, gegeven: str) -> tuple[str, ...]:
        """It was typed back: encrypt the store anew; about a second for 30 MB. It stays open.

        Raises HerstelcodeOnjuist, StoreInUse, StoreDamaged, DiskFull, DiskError: nothing has changed.
        SleutelwisselOnaf: everything has, but the store has to be opened anew.
        """
        _weiger_andere_code(gegeven, self.herstelcode)
        self._loopt = True
        try:
            self._rotation.finish(_noteer_nieuwe_sleutel)
        finally:
            self._loopt = False
        return ()

    def laat(self) -> None:
        """Leave everything as it was. While `bevestig` runs (the lock fell meanwhile) that goes on."""
        if not self._loopt:
            self._rotation.abandon()


def get_sleutels(sessie: Sessie) -> SleutelsBeeld:
    """How the keys stand. Raises the named errors of a key file."""
    opened = sessie.store.opened
    return SleutelsBeeld(beheer.organisation_fingerprint(opened), len(copies_of_other_keys(opened)))


def controleer_geheim(sessie: Sessie, huidig: Opener) -> None:
    """Whether this opens the store now; a second. Raises WrongSecret."""
    beheer.prove(sessie.store.opened, huidig)


def wijzig_wachtwoordzin(
    sessie: Sessie, huidig: Opener, nieuw: str, beleid: Sleutelbeleid | None = None
) -> tuple[str, ...]:
    """A new passphrase; about three seconds. The recovery code stays. Returns Dutch sentences, if any.

    Raises WrongSecret, WeakSecret, DiskFull, DiskError: then the old one counts.
    """
    change = beheer.prepare_passphrase(sessie.store.opened, huidig, nieuw, beleid or STANDAARD)
    wat = "wachtwoordzin gewijzigd"
    if isinstance(huidig, OrganisationKey):
        wat += " met de organisatiesleutel"
    return _in_logboek(sessie, wat, change.write)


def begin_herstelcode(
    sessie: Sessie, huidig: Opener, beleid: Sleutelbeleid | None = None
) -> NieuweHerstelcode:
    """A new recovery code, to be typed back; about three seconds. Raises WrongSecret."""
    change = beheer.prepare_recovery_code(sessie.store.opened, huidig, beleid or STANDAARD)
    return NieuweHerstelcode(sessie, change)


def begin_nieuwe_sleutel(
    sessie: Sessie, huidig: Opener, nieuw: str, beleid: Sleutelbeleid | None = None
) -> NieuweSleutel:
    """For a secret that may have leaked: all keys new; about five seconds. Raises WrongSecret, WeakSecret."""
    return NieuweSleutel(prepare_rotation(sessie.store.opened, huidig, nieuw, beleid or STANDAARD))


def lees_vingerafdruk(bestand: Path) -> str:
    """Of the public key in this file, to compare by telephone. Raises OrganisatiesleutelOngeldig."""
    return fingerprint(read_public_key(read_pem_file(bestand)))


def zet_organisatie(sessie: Sessie, huidig: Opener, bestand: Path) -> tuple[str, ...]:
    """Seal the store to the public key in this file, instead of to an earlier one.

    Raises OrganisatiesleutelOngeldig, WrongSecret, DiskFull, DiskError.
    """
    public_key = read_public_key(read_pem_file(bestand))
    change = beheer.prepare_organisation(sessie.store.opened, huidig, public_key)
    return _in_logboek(sessie, "slot van de organisatie gezet", change.write)


def verwijder_organisatie(sessie: Sessie, huidig: Opener) -> tuple[str, ...]:
    """No longer sealed to an organisation. Raises WrongSecret, DiskFull, DiskError."""
    change = beheer.prepare_removal(sessie.store.opened, huidig)
    return _in_logboek(sessie, "slot van de organisatie weggehaald", change.write)


def lees_organisatiesleutel(bestand: Path, wachtwoord: str = "") -> OrganisationKey:
    """The private key in this file: opens a store as a passphrase does.

    Raises OrganisatiesleutelOngeldig; OrganisatiesleutelOpSlot when the file has a passphrase and this is
    not it.
    """
    return read_private_key(read_pem_file(bestand), wachtwoord)


def maak_organisatiesleutel(map: Path, wachtwoord: str = "") -> tuple[Path, Path]:  # noqa: A002 - the word of the contracts
    """A new pair as two files, private and public; needs no store. Raises as `organisatie.write_pair`."""
    return write_pair(map, wachtwoord)


def verzwaar_slot(sessie: Sessie) -> bool:
    """Make the slot that opened the store as costly as it should be today, if it is too light; in the
    background, after unlocking. Whether it was done. Raises DiskFull, DiskError.
    """
    done = beheer.make_heavier(sessie.store.opened)
    if done:
        with sessie.unit_of_work() as uow:
            uow.log(LogSoort.SLEUTEL, "slot verzwaard")
            uow.commit()
    return done


def wis_oude_kopieen(sessie: Sessie) -> int:
    """Remove every copy that an old passphrase opens, after a new backup was made; how many went.

    Raises BackupInvalid, DiskFull, DiskError.
    """
    copies = copies_of_other_keys(sessie.store.opened)
    if not copies:
        return 0
    if not maak_reservekopie(sessie).pad.exists():
        raise BackupInvalid()
    for copy in copies:
        remove_copy(copy)
    with sessie.unit_of_work() as uow:
        uow.log(LogSoort.OPGERUIMD, "kopieën met een oude sleutel")
        uow.commit()
    return len(copies)


def _in_logboek(sessie: Sessie, wat: str, change: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """Make the change with its line in the log. Once it was made, the log can no longer undo it."""
    with sessie.unit_of_work() as uow:
        uow.log(LogSoort.SLEUTEL, wat)
        meldingen = change()
        try:
            uow.commit()
        except StoreError:
            return (*meldingen, NIET_IN_LOGBOEK)
    return meldingen


def _noteer_nieuwe_sleutel(uow: UnitOfWork) -> None:
    uow.log(LogSoort.SLEUTEL, "nieuwe sleutel na een lek")


def _weiger_andere_code(gegeven: str, code: str) -> None:
    if not codes_gelijk(gegeven, code):
        raise HerstelcodeOnjuist()

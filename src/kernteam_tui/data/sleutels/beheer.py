"""Changing who gets into an open store: passphrase, recovery code, slot of the organisation.

Each change has two halves. Preparing proves the current secret and derives the new slot (seconds, nothing on
the disk changes); `write` puts the new key file in place in one step of milliseconds. Stopped anywhere, the
store opens with exactly the old or the new. The data key stays what it is: whoever has an old key file *and*
its old secret still gets it, so a secret that leaked asks for `rotatie`.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kernteam_tui.data.fouten import StoreError, StoreSwapped, WeakSecret
from kernteam_tui.data.opening.bestanden import KEYS, KEYS_COPY, write_durably
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.sleutels.beleid import STANDAARD, Sleutelbeleid
from kernteam_tui.data.sleutels.herstelcode import new_recovery_code
from kernteam_tui.data.sleutels.kop import AnySlot, Header, write_header
from kernteam_tui.data.sleutels.organisatie import fingerprint, seal
from kernteam_tui.data.sleutels.sleutelbestand import read_key_file
from kernteam_tui.data.sleutels.sterkte import refuse_weak
from kernteam_tui.data.sleutels.vakken import (
    Opener,
    belongs_to,
    passphrase_slot,
    recovery_slot,
    unlock,
    with_slot,
    without_organisation,
)

COPY_NOT_WRITTEN = (
    "De tweede kopie van het sleutelbestand is nog niet bijgewerkt; dat gebeurt bij het openen."
)
"""The first copy counts, so the change holds."""

WRITING = threading.Lock()
"""From reading the key file to writing it: the slot made heavier in the background is no older one."""


@dataclass
class KeyChange:
    """A change of the key file that is ready, but not made: what opened the store still does."""

    _opened: OpenedFiles
    _change: Callable[[Header], Header]
    recovery_code: str = field(default="", repr=False)
    """Of a new recovery slot: to be shown once and typed back before `write`."""

    def write(self) -> tuple[str, ...]:
        """Make it, in the key file as it is by now. Returns Dutch sentences, if any.

        Raises DiskFull or DiskError when nothing has changed.
        """
        with WRITING:
            return write_over(self._opened, self._change(current_header(self._opened)))


def prepare_passphrase(
    opened: OpenedFiles, current: Opener, new: str, policy: Sleutelbeleid = STANDAARD
) -> KeyChange:
    """A slot for a new passphrase; two seconds. Raises WrongSecret, WeakSecret (also for the one in use)."""
    refuse_weak(new, policy.minimale_sterkte)
    refuse_same(current, new)
    prove(opened, current)
    return _with(opened, passphrase_slot(opened.store_id, opened.key, new, policy.kdf()))


def prepare_recovery_code(
    opened: OpenedFiles, current: Opener, policy: Sleutelbeleid = STANDAARD
) -> KeyChange:
    """A slot for a fresh recovery code; two seconds. The old code works until `write`. Raises WrongSecret."""
    prove(opened, current)
    code = new_recovery_code()
    return _with(opened, recovery_slot(opened.store_id, opened.key, code, policy.kdf()), code)


def prepare_organisation(opened: OpenedFiles, current: Opener, public_key: bytes) -> KeyChange:
    """A slot for the private key that belongs to this public one, instead of one that was there.

    Raises WrongSecret.
    """
    prove(opened, current)
    return _with(opened, seal(opened.store_id, opened.key, public_key))


def prepare_removal(opened: OpenedFiles, current: Opener) -> KeyChange:
    """No slot of the organisation any more. Raises WrongSecret."""
    prove(opened, current)
    return KeyChange(opened, lambda header: without_organisation(header, opened.key))


def organisation_fingerprint(opened: OpenedFiles) -> str:
    """Of the public key in the slot of the organisation; empty without one."""
    slot = current_header(opened).organisation_slot()
    return "" if slot is None else fingerprint(slot.public_key)


def make_heavier(opened: OpenedFiles, policy: Sleutelbeleid = STANDAARD) -> bool:
    """Make the slot that opened this store as costly as the policy says, when it was found too light.

    Whether it was done. At most once after each opening; the secret is forgotten by it. Never makes a slot
    lighter. Raises DiskFull, DiskError.
    """
    light, opened.verzwaring = opened.verzwaring, None
    if light is None:
        return False
    try:
        slot = light.heavier(opened.store_id, opened.key, policy.kdf())
    finally:
        light.wipe()
    with WRITING:
        header = current_header(opened)
        if slot is None or light.slot not in header.slots:  # changed meanwhile: that secret may be gone
            return False
        write_over(opened, with_slot(header, slot, opened.key))
    return True


def prove(opened: OpenedFiles, secret: Opener) -> None:
    """An open store is not enough: somebody else may sit at the laptop. Raises WrongSecret, StoreSwapped."""
    key = unlock(read_key_file(opened.folder).header, secret)
    try:
        if not key.same_as(opened.key):
            raise StoreSwapped()
    finally:
        key.wipe()


def current_header(opened: OpenedFiles) -> Header:
    """The header as it stands on the disk now. Raises StoreSwapped when it is not of this store."""
    header = read_key_file(opened.folder).header
    if header.store_id != opened.store_id or not belongs_to(header, opened.key):
        raise StoreSwapped()
    return header


def write_over(opened: OpenedFiles, header: Header) -> tuple[str, ...]:
    """Write both copies. The change counts with the first; what the second refuses is told, not raised."""
    content = write_header(header)
    first, second = (opened.folder / name for name in (KEYS, KEYS_COPY))
    try:
        write_durably(first, content)
    except StoreError:
        if not _holds(first, content):
            raise
    try:
        write_durably(second, content)
    except StoreError:
        return (COPY_NOT_WRITTEN,)
    return ()


def refuse_same(current: Opener, new: str) -> None:
    """Raise WeakSecret when the new passphrase is the one just given."""
    if isinstance(current, str) and _normal(current) == _normal(new):
        raise WeakSecret("Dit is je huidige wachtwoordzin.", "Kies een andere wachtwoordzin.")


def _with(opened: OpenedFiles, slot: AnySlot, recovery_code: str = "") -> KeyChange:
    return KeyChange(opened, lambda header: with_slot(header, slot, opened.key), recovery_code)


def _normal(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret)


def _holds(path: Path, content: bytes) -> bool:
    """Whether the renaming was done after all: an error may come from the step after it."""
    try:
        return path.read_bytes() == content
    except OSError:
        return False

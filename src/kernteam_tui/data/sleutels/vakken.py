"""Key slots: the data key wrapped under a passphrase, a recovery code and the key of an organisation.

Each slot is bound by AES-256-GCM to its own parameters and to the store (additional data), so a changed cost
or a slot of another store does not open.
"""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kernteam_tui.data.fouten import KeyFileTampered, OrganisatiesleutelPastNiet, WrongSecret
from kernteam_tui.data.sleutels.afleiding import derive_wrapping_key, secret_bytes
from kernteam_tui.data.sleutels.datasleutel import DataKey, wipe
from kernteam_tui.data.sleutels.herstelcode import looks_like_recovery_code, read_recovery_code
from kernteam_tui.data.sleutels.kop import (
    NONCE_BYTES,
    ORGANISATION,
    SALT_BYTES,
    AnySlot,
    Header,
    KdfParameters,
    Slot,
    SlotKind,
    authenticated_content,
    bound_content,
)
from kernteam_tui.data.sleutels.organisatie import OrganisationKey, unseal
from kernteam_tui.data.sleutels.uitpakken import unwrap
from kernteam_tui.domain.ids import new_id

_MAC_PURPOSE = b"kernteam kluis.keys mac/1"

Opener = str | OrganisationKey
"""What opens a store: a passphrase or recovery code as typed, or the private key of the organisation."""


@dataclass(frozen=True)
class Unlocked:
    """The data key, through which slot it came, and how long its wrapping key took to derive."""

    key: DataKey
    slot: AnySlot
    seconds: float


def new_header(
    store_id: str, key: DataKey, passphrase: str, recovery_code: str, cost: KdfParameters
) -> Header:
    """The header of a new store: one slot for the passphrase, one for the recovery code."""
    slots = (
        passphrase_slot(store_id, key, passphrase, cost),
        recovery_slot(store_id, key, recovery_code, cost),
    )
    return signed_header(store_id, slots, key)


def passphrase_slot(store_id: str, key: DataKey, passphrase: str, cost: KdfParameters) -> Slot:
    return _new_slot(store_id, key, "passphrase", passphrase, cost)


def recovery_slot(store_id: str, key: DataKey, recovery_code: str, cost: KdfParameters) -> Slot:
    return _new_slot(store_id, key, "recovery", read_recovery_code(recovery_code), cost)


def signed_header(store_id: str, slots: tuple[AnySlot, ...], key: DataKey) -> Header:
    """The header with exactly these slots."""
    return Header(store_id, slots, _mac(store_id, slots, key))


def with_slot(header: Header, slot: AnySlot, key: DataKey) -> Header:
    """The header with this slot instead of those of its kind; the others stay as they are."""
    others = tuple(other for other in header.slots if _kind(other) != _kind(slot))
    before = next((place for place, other in enumerate(header.slots) if _kind(other) == _kind(slot)), None)
    place = len(others) if before is None else before
    return signed_header(header.store_id, (*others[:place], slot, *others[place:]), key)


def without_organisation(header: Header, key: DataKey) -> Header:
    """The header as it is for the worker alone."""
    kept = tuple(slot for slot in header.slots if isinstance(slot, Slot))
    return signed_header(header.store_id, kept, key)


def unlock(header: Header, secret: Opener) -> DataKey:
    """The data key. Raises what `unlock_slot` raises."""
    return unlock_slot(header, secret).key


def unlock_slot(header: Header, secret: Opener) -> Unlocked:
    """The data key, by the passphrase, by the recovery code or by the key of the organisation.

    Raises HerstelcodeOnjuist at once for a slip in the code, WrongSecret (OrganisatiesleutelPastNiet) when
    nothing fits, KeyFileTampered when a slot fits but the header is not as it was written.
    """
    if isinstance(secret, OrganisationKey):
        return _unlock_sealed(header, secret)
    kind: SlotKind = "passphrase"
    if looks_like_recovery_code(secret):
        kind, secret = "recovery", read_recovery_code(secret)
    for slot in header.slots_of(kind):
        start = time.perf_counter()
        key = _unwrap(header.store_id, slot, secret)
        if key is not None:
            return Unlocked(_checked(header, key), slot, time.perf_counter() - start)
    raise WrongSecret()


def belongs_to(header: Header, key: DataKey) -> bool:
    """Whether this header was written with this data key: false for one from before the key was renewed."""
    return hmac.compare_digest(_mac(header.store_id, header.slots, key), header.mac)


def _unlock_sealed(header: Header, opener: OrganisationKey) -> Unlocked:
    slot = header.organisation_slot()
    key = None if slot is None else unseal(header.store_id, slot, opener)
    if slot is None or key is None:
        raise OrganisatiesleutelPastNiet()
    return Unlocked(_checked(header, key), slot, 0.0)


def _checked(header: Header, key: DataKey) -> DataKey:
    if belongs_to(header, key):
        return key
    key.wipe()
    raise KeyFileTampered()


def _kind(slot: AnySlot) -> str:
    return slot.kind if isinstance(slot, Slot) else ORGANISATION


def _new_slot(store_id: str, key: DataKey, kind: SlotKind, secret: str, cost: KdfParameters) -> Slot:
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    unwrapped = Slot(new_id(), kind, cost, salt, nonce, b"")
    wrapping_key = _wrapping_key(unwrapped, secret)
    try:
        wrapped = AESGCM(wrapping_key).encrypt(nonce, key.raw(), bound_content(store_id, unwrapped))
    finally:
        wipe(wrapping_key)
    return Slot(unwrapped.id, kind, cost, salt, nonce, wrapped)


def _unwrap(store_id: str, slot: Slot, secret: str) -> DataKey | None:
    """The data key in this slot, or None when the secret does not fit."""
    return unwrap(store_id, slot, _wrapping_key(slot, secret))


def _wrapping_key(slot: Slot, secret: str) -> bytearray:
    typed = secret_bytes(secret)
    try:
        return derive_wrapping_key(typed, slot.kdf, slot.salt)
    finally:
        wipe(typed)


def _mac(store_id: str, slots: tuple[AnySlot, ...], key: DataKey) -> bytes:
    return hmac.digest(key.derived(_MAC_PURPOSE), authenticated_content(store_id, slots), "sha256")

"""Key slots: the data key wrapped under a passphrase and under a recovery code.

Each slot is bound by AES-256-GCM to its own parameters and to the store (additional data), so a changed cost
or a slot of another store does not open.
"""

from __future__ import annotations

import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kernteam_tui.data.fouten import KeyFileTampered, WrongSecret
from kernteam_tui.data.sleutels.afleiding import derive_wrapping_key, secret_bytes
from kernteam_tui.data.sleutels.datasleutel import KEY_BYTES, DataKey, wipe
from kernteam_tui.data.sleutels.herstelcode import looks_like_recovery_code, read_recovery_code
from kernteam_tui.data.sleutels.kop import (
    NONCE_BYTES,
    SALT_BYTES,
    Header,
    KdfParameters,
    Slot,
    SlotKind,
    authenticated_content,
    canonical,
    preamble,
)
from kernteam_tui.domain.ids import new_id

_MAC_PURPOSE = b"kernteam kluis.keys mac/1"


def new_header(
    store_id: str, key: DataKey, passphrase: str, recovery_code: str, cost: KdfParameters
) -> Header:
    """The header of a new store: one slot for the passphrase, one for the recovery code."""
    slots = (
        _new_slot(store_id, key, "passphrase", passphrase, cost),
        _new_slot(store_id, key, "recovery", read_recovery_code(recovery_code), cost),
    )
    return Header(store_id, slots, _mac(store_id, slots, key))


def unlock(header: Header, secret: str) -> DataKey:
    """The data key, by the passphrase or by the recovery code.

    Raises HerstelcodeOnjuist at once for a slip in the code, WrongSecret when nothing fits, KeyFileTampered
    when a slot fits but the header is not as it was written.
    """
    kind: SlotKind = "passphrase"
    if looks_like_recovery_code(secret):
        kind, secret = "recovery", read_recovery_code(secret)
    for slot in header.slots_of(kind):
        key = _unwrap(header.store_id, slot, secret)
        if key is not None:
            return _checked(header, key)
    raise WrongSecret()


def _checked(header: Header, key: DataKey) -> DataKey:
    if hmac.compare_digest(_mac(header.store_id, header.slots, key), header.mac):
        return key
    key.wipe()
    raise KeyFileTampered()


def _new_slot(store_id: str, key: DataKey, kind: SlotKind, secret: str, cost: KdfParameters) -> Slot:
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    unwrapped = Slot(new_id(), kind, cost, salt, nonce, b"")
    wrapping_key = _wrapping_key(unwrapped, secret)
    try:
        wrapped = AESGCM(wrapping_key).encrypt(nonce, key.raw(), _bound(store_id, unwrapped))
    finally:
        wipe(wrapping_key)
    return Slot(unwrapped.id, kind, cost, salt, nonce, wrapped)


def _unwrap(store_id: str, slot: Slot, secret: str) -> DataKey | None:
    """The data key in this slot, or None when the secret does not fit."""
    wrapping_key = _wrapping_key(slot, secret)
    content = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(slot.nonce, slot.wrapped_key, _bound(store_id, slot), content)
    except InvalidTag:
        return None
    finally:
        wipe(wrapping_key)
    return DataKey(content)


def _wrapping_key(slot: Slot, secret: str) -> bytearray:
    typed = secret_bytes(secret)
    try:
        return derive_wrapping_key(typed, slot.kdf, slot.salt)
    finally:
        wipe(typed)


def _bound(store_id: str, slot: Slot) -> bytes:
    return canonical({**preamble(store_id), **slot.bound_fields()})


def _mac(store_id: str, slots: tuple[Slot, ...], key: DataKey) -> bytes:
    return hmac.digest(key.derived(_MAC_PURPOSE), authenticated_content(store_id, slots), "sha256")

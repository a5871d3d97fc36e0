"""The data key out of a slot, by the key that wrapped it."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kernteam_tui.data.sleutels.datasleutel import KEY_BYTES, DataKey, wipe
from kernteam_tui.data.sleutels.kop import AnySlot, bound_content


def unwrap(store_id: str, slot: AnySlot, wrapping_key: bytearray) -> DataKey | None:
    """The data key in this slot, or None when it is not the right key. `wrapping_key` is wiped."""
    content = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping_key).decrypt_into(
            slot.nonce, slot.wrapped_key, bound_content(store_id, slot), content
        )
    except InvalidTag:
        return None
    finally:
        wipe(wrapping_key)
    return DataKey(content)

"""From a secret to a wrapping key: Argon2id by the parameters of a slot."""

from __future__ import annotations

import unicodedata

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kernteam_tui.data.sleutels.datasleutel import KEY_BYTES, wipe
from kernteam_tui.data.sleutels.kop import SALT_BYTES, KdfParameters


def secret_bytes(secret: str) -> bytearray:
    """A secret as bytes to derive from, in NFKC: é typed in two ways is one passphrase. Wipe after use."""
    return bytearray(unicodedata.normalize("NFKC", secret).encode("utf-8"))


def derive_wrapping_key(secret: bytearray, parameters: KdfParameters, salt: bytes) -> bytearray:
    """32 bytes from a secret; takes about a second for a real store. Wipe them after use.

    Raises MemoryError when the machine has not the memory that the slot asks for.
    """
    derivation = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        memory_cost=parameters.memory_kib,
    )
    wrapping_key = bytearray(KEY_BYTES)
    derivation.derive_into(secret, wrapping_key)  # type: ignore[arg-type]  # takes any buffer; its stub says bytes
    return wrapping_key


def measure_once(parameters: KdfParameters) -> None:
    """One derivation with nothing secret in it, to see what it costs here."""
    wipe(derive_wrapping_key(bytearray(KEY_BYTES), parameters, bytes(SALT_BYTES)))

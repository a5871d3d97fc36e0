"""What opening thousands of stores in one process costs little: each light key is derived once.

A store of the tests is a copy of one that was made once, so its salt and its passphrase come back at every
opening. What Argon2id gives for the same secret, salt and costs never differs; the first time is real.
A slot that costs more than the lightest (`calibrated`) is derived anew each time, as the program does it.
"""

from __future__ import annotations

from hashlib import sha256

from kernteam_tui.data.sleutels import vakken
from kernteam_tui.data.sleutels.afleiding import derive_wrapping_key
from kernteam_tui.data.sleutels.beleid import lightest
from kernteam_tui.data.sleutels.kop import KdfParameters

_gekend: dict[tuple[bytes, bytes], bytes] = {}


def afgeleid(secret: bytearray, parameters: KdfParameters, salt: bytes) -> bytearray:
    """As `derive_wrapping_key`: a new array at each call, for its caller to wipe."""
    if parameters != lightest():
        return derive_wrapping_key(secret, parameters, salt)
    gevraagd = (sha256(secret).digest(), salt)
    if gevraagd not in _gekend:
        _gekend[gevraagd] = bytes(derive_wrapping_key(secret, parameters, salt))
    return bytearray(_gekend[gevraagd])


def onthoud_afleidingen() -> None:
    """From now on, in this process."""
    vakken.derive_wrapping_key = afgeleid  # type: ignore[attr-defined]  # the one place where it is called

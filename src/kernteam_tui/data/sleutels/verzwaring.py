"""A key slot that has become too light for its day: kept with its secret until it has been made heavier."""

from __future__ import annotations

from dataclasses import dataclass, field

from kernteam_tui.data.sleutels.afleiding import secret_bytes
from kernteam_tui.data.sleutels.beleid import DEFAULT_LANES, FLOOR_ITERATIONS, MEMORY_STEPS_KIB, lightest
from kernteam_tui.data.sleutels.datasleutel import DataKey, wipe
from kernteam_tui.data.sleutels.kop import KdfParameters, Slot
from kernteam_tui.data.sleutels.vakken import Opener, Unlocked, passphrase_slot, recovery_slot

LIGHT_SECONDS = 0.4
"""A guess that costs less than this here is too cheap; a new slot costs about one second."""
FLOOR = KdfParameters(MEMORY_STEPS_KIB[-1], FLOOR_ITERATIONS, DEFAULT_LANES)


@dataclass
class Verzwaring:
    """A light slot and the secret that opened it, in memory that can be wiped. Used once."""

    slot: Slot
    _secret: bytearray = field(repr=False)

    def heavier(self, store_id: str, key: DataKey, cost: KdfParameters) -> Slot | None:
        """This slot with that cost; None when that is not heavier.

        Wipes the secret, whatever comes of it. Takes as long as `cost` says.
        """
        try:
            if not is_heavier(cost, self.slot.kdf):
                return None
            make = passphrase_slot if self.slot.kind == "passphrase" else recovery_slot
            return make(store_id, key, self._secret.decode("utf-8"), cost)
        finally:
            self.wipe()

    def wipe(self) -> None:
        """Forget the secret. Twice is harmless."""
        wipe(self._secret)
        self._secret = bytearray()


def light_slot(unlocked: Unlocked, secret: Opener) -> Verzwaring | None:
    """What to make heavier after this unlocking, if anything.

    Never the slot of a store with fictional data: it has exactly the cost that no other policy gives.
    """
    slot = unlocked.slot
    if not isinstance(slot, Slot) or not isinstance(secret, str) or slot.kdf == lightest():
        return None
    if unlocked.seconds >= LIGHT_SECONDS and not is_heavier(FLOOR, slot.kdf):
        return None
    return Verzwaring(slot, secret_bytes(secret))


def is_heavier(new: KdfParameters, old: KdfParameters) -> bool:
    """Whether a guess costs more, and no less memory: a change for the better in everything that counts."""
    return new.memory_kib >= old.memory_kib and _work(new) > _work(old)


def _work(cost: KdfParameters) -> int:
    return cost.memory_kib * cost.iterations

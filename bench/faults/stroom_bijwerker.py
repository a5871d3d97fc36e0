"""The process that loses power while it brings the store of an earlier version up to date.

    python -m bench.faults.stroom_bijwerker MAP INHOUD

What was in it is promised before it begins: a migration may be there or not, the content always is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.faults.stroom_werker import vingerafdruk
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock

OUDE_KLUIS = Path(__file__).parents[2] / "tests" / "store" / "oud" / "schema-0001"
WACHTWOORDZIN = "voorbeeld"


def inhoud_van(sessie: Sessie) -> str:
    """Fingerprint of all casussen, talks and notes."""
    with sessie.unit_of_work() as uow:
        return vingerafdruk(
            *sorted(casus.nummer for casus in uow.casussen.find()),
            *sorted(f"{gesprek.start}{gesprek.verslag}" for gesprek in uow.gesprekken.find()),
            *sorted(notitie.tekst for notitie in uow.notities.find()),
        )


def main() -> None:
    """Promise, open (which backs up and migrates), close."""
    folder, inhoud = sys.argv[1:]
    print("inhoud", inhoud, flush=True)
    unlock(Path(folder), WACHTWOORDZIN, SysteemKlok()).close()


if __name__ == "__main__":
    main()

"""Power cuts: what a save has told is there when the power comes back. 0 may be lost.

    python -m bench.faults.stroom [--n 2000] [--zaad 1]

One worker process does a day's work through the app's own services, another changes keys, makes backups and
puts them back, a third brings an old store up to date. A shim writes down every write, sync and renaming.
That log is played back to a random point, on a disk on which everything that was not synced is kept, dropped,
reordered or torn at 512 bytes. The store is then opened, checked and read. The controls work with
`synchronous = OFF` and without any sync: both must lose.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench.faults import stroom_sleutelwerker, stroom_werker
from bench.faults.stroom_oordeel import beoordeel_bijwerken, beoordeel_sleutels, beoordeel_werkdag
from bench.faults.stroom_opname import GeenCompiler
from bench.faults.stroom_proef import Opname, Uitkomst, laat_uitvallen, maak_bijwerkopname, maak_opname, samen

OPNAMEN = 4
BEWARINGEN = 250
"""Saves in each recording."""
STAPPEN = 40
"""Steps in the recording of keys, backups and restores."""
ECHT = 100
"""Cuts after which the key is derived with the real Argon2id, at least."""
SLEUTELS, CONTROLE = 4, 10
"""One such cut for so many cuts of a day's work."""


def main() -> int:
    """Run and print; exit status 1 where something was lost, or the control lost nothing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--n", type=int, default=2_000)
    parser.add_argument("--zaad", "--seed", default="1")
    keuzes = parser.parse_args()
    start = time.monotonic()
    try:
        work = [_werkdag(f"{keuzes.zaad}-{nummer}", "FULL", keuzes.n // OPNAMEN) for nummer in range(OPNAMEN)]
        keys, unsynced = _sleutels(f"{keuzes.zaad}-s", max(keuzes.n // SLEUTELS, 20))
        older = _bijwerken(f"{keuzes.zaad}-b", max(keuzes.n // SLEUTELS, 20))
        control = _werkdag(f"{keuzes.zaad}-c", "OFF", max(keuzes.n // CONTROLE, 20))
    except GeenCompiler as reason:
        print(f"overgeslagen: {reason}")
        return 2
    toon("een werkdag (WAL, synchronous FULL)", samen(work))
    toon("sleutels, reservekopie, terugzetten", keys)
    toon("bijwerken van een oude kluis", older)
    toon("controle: een werkdag (synchronous OFF)", control)
    toon("controle: sleutels enzovoort, zonder op de schijf te wachten", unsynced)
    print(f"{time.monotonic() - start:.0f} s")
    good = samen([*work, keys, older])
    passed = (
        not (good.verloren or good.niet_open or good.niet_heel or good.vals_alarm)
        and control.verloren > 0
        and unsynced.verloren > 0
    )
    print("geslaagd: 0 verloren, en beide controles verliezen" if passed else "NIET geslaagd")
    return 0 if passed else 1


def _werkdag(zaad: str, synchronous: str, keren: int) -> Uitkomst:
    with tempfile.TemporaryDirectory(prefix="stroom-") as folder:
        opname = maak_opname(Path(folder), stroom_werker, str(BEWARINGEN), zaad, synchronous)
        _vertel(zaad, opname)
        return laat_uitvallen(opname, beoordeel_werkdag, keren, zaad, -(-ECHT // OPNAMEN))


def _sleutels(zaad: str, keren: int) -> tuple[Uitkomst, Uitkomst]:
    """The work itself, and its control."""
    with tempfile.TemporaryDirectory(prefix="stroom-") as folder:
        opname = maak_opname(Path(folder), stroom_sleutelwerker, str(STAPPEN), zaad)
        _vertel(zaad, opname)
        good = laat_uitvallen(opname, beoordeel_sleutels, keren, zaad, 0)
        unsynced = opname.zonder_vastleggen()
        return good, laat_uitvallen(unsynced, beoordeel_sleutels, max(keren // CONTROLE, 10), zaad, 0)


def _bijwerken(zaad: str, keren: int) -> Uitkomst:
    with tempfile.TemporaryDirectory(prefix="stroom-") as folder:
        opname = maak_bijwerkopname(Path(folder))
        _vertel(zaad, opname)
        return laat_uitvallen(opname, beoordeel_bijwerken, keren, zaad, 0)


def _vertel(zaad: str, opname: Opname) -> None:
    kinds = {kind: sum(o.soort == kind for o in opname.opdrachten) for kind in "WTSCRU"}
    print(
        f"opname {zaad}: {len(opname.bevestigd)} bevestigd; {kinds['W']} keer geschreven, "
        f"{kinds['S']} vastgelegd, {kinds['T']} afgekapt, {kinds['C']} gemaakt, {kinds['R']} hernoemd, "
        f"{kinds['U']} verwijderd",
        flush=True,
    )


def toon(wat: str, uitkomst: Uitkomst) -> None:
    """Print the counts of one series, and its first failures."""
    print(
        f"{wat}: {uitkomst.keren} keer stroomuitval, {uitkomst.bevestigd} bevestigde bewaringen nagezocht:\n"
        f"  {uitkomst.verloren} verloren (in {uitkomst.keren_verlies} keer), "
        f"{uitkomst.niet_open} niet te openen, {uitkomst.niet_heel} niet heel, "
        f"{uitkomst.vals_alarm} keer vals alarm\n"
        f"  in {uitkomst.meer} keer was ook bewaard wat nog niet bevestigd was"
    )
    for fout in uitkomst.fouten[:3]:
        print(f"  {fout}")


if __name__ == "__main__":
    sys.exit(main())

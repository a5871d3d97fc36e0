"""Unlock to Vandaag at 200 cases, key derivation apart, against stdlib sqlite3 reading the same rows
from a plain store. Goal: at most 3x."""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.opstelling.tweeling import Stopwatch, alternate, make_twin, open_plain, recorded, replay, report
from kernteam_tui.data.sleutels import vakken
from kernteam_tui.data.sleutels.afleiding import derive_wrapping_key
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.vandaag import get_vandaag

ROUNDS = 60


class RememberedDerivation:
    """Derives a key once and then knows it: what Argon2id costs (time and CPU cache) stays apart."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, bytes], bytes] = {}
        self.seconds: list[float] = []

    def __call__(self, secret: bytearray, parameters: Any, salt: bytes) -> bytearray:
        asked = (bytes(secret), salt)
        if asked not in self._known:
            start = time.perf_counter()
            self._known[asked] = bytes(derive_wrapping_key(secret, parameters, salt))
            self.seconds.append(time.perf_counter() - start)
        return bytearray(self._known[asked])


def main() -> None:
    """Open and read Vandaag, in turns with opening the plain twin and fetching the same rows.

    Closing counts for neither side.
    """
    klok = SysteemKlok(date(2026, 11, 23))
    derivation = RememberedDerivation()
    with (
        tempfile.TemporaryDirectory() as folder,
        patch.object(vakken, "derive_wrapping_key", derivation),
    ):
        demo = maak_demo(Path(folder) / "kluis", klok, casussen=200, notities=5_000)
        sessie = unlock(demo.map, demo.wachtwoordzin, klok)
        with recorded(sessie.store) as statements:
            beeld = get_vandaag(sessie)
        make_twin(sessie.store, Path(folder) / "tweeling.db")
        sessie.close()
        rows: list[int] = []

        def ours(watch: Stopwatch) -> None:
            with watch.running():
                again = unlock(demo.map, demo.wachtwoordzin, klok)
                get_vandaag(again)
            again.close()

        def theirs(watch: Stopwatch) -> None:
            with watch.running():
                twin = open_plain(Path(folder) / "tweeling.db")
                rows.append(replay(twin, statements))
            twin.close()

        outcome = alternate(ROUNDS, ours, theirs)
        left_out = statistics.median(derivation.seconds) * 1000
        print(f"signalen: {len(beeld.signalen)}; rows read: {rows[-1]}; statements: {len(statements)}")
        print(f"key derivation (demo parameters), left out: {left_out:.1f} ms")
        report("ontgrendelen tot Vandaag", outcome, 3.0, "sqlite3")


if __name__ == "__main__":
    main()

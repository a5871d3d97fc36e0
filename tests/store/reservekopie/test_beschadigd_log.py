"""Putting a backup back over a store whose log is damaged: what could not be read is kept as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

from kernteam_tui.data.reservekopie.terugzetten import prepare_restore
from kernteam_tui.data.store import Store, open_store
from tests.conftest import WACHTWOORDZIN
from tests.store.reservekopie.conftest import NU, notes_in


def test_looking_at_the_present_store_throws_nothing_of_it_away(
    store: Store, kopie: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(store.map, tmp_path / "gedood", ignore=shutil.ignore_patterns("*.lock")))
    log = folder / "kluis.db-wal"
    damaged = bytearray(log.read_bytes())
    damaged[60] ^= 1
    log.write_bytes(damaged)
    with prepare_restore(folder, kopie, WACHTWOORDZIN) as ready:
        ready.carry_out(NU)
    [kept] = (folder / "oud").glob("logbestand-*")
    assert (kept / "kluis.db-wal").read_bytes() == damaged
    again = open_store(folder, WACHTWOORDZIN)
    assert notes_in(again) == ["ervoor"]
    assert again.log_damaged is None
    again.close()

"""The last saves went with a damaged log: it is said up to when all is there, and work goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

from kernteam_tui.data.queries.tijd import jongste_moment
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.omgeving import waarschuwingen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from tests.conftest import WACHTWOORDZIN


def gedood(sessie: Sessie, folder: Path) -> Path:
    return Path(shutil.copytree(sessie.map, folder, ignore=shutil.ignore_patterns("*.lock")))


def beschadig_halverwege(folder: Path) -> None:
    log = folder / "kluis.db-wal"
    content = bytearray(log.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    log.write_bytes(content)


def test_what_is_gone_is_said_with_the_moment_up_to_which_all_is_there(
    sessie: Sessie, tmp_path: Path
) -> None:
    for stap in range(10):
        save_concept(sessie, "aanmelding/proef", {"stap": stap})
    folder = gedood(sessie, tmp_path / "gedood")
    beschadig_halverwege(folder)
    weer = unlock(folder, WACHTWOORDZIN, sessie.klok)
    assert weer.store.log_damaged is not None
    [waarschuwing] = [w for w in waarschuwingen(weer) if w.code == "logbestand_beschadigd"]
    assert waarschuwing.dringend, "worth a dialog"
    gevonden = load_concept(weer, "aanmelding/proef")
    assert gevonden is not None
    assert gevonden["stap"] < 9
    with weer.lezen() as lezing:
        tot = jongste_moment(lezing)
    assert tot is not None
    assert f"alles tot en met {moment_kort(tot)} is heel" in waarschuwing.stap
    assert f"apart in {weer.store.log_damaged.apart}" in waarschuwing.stap
    assert waarschuwing.zin in weer.meldingen
    save_concept(weer, "aanmelding/proef", {"stap": "verder"})
    weer.close()
    weer = unlock(folder, WACHTWOORDZIN, sessie.klok)
    assert weer.store.log_damaged is None
    weer.close()


def test_a_killed_program_has_nothing_to_say(sessie: Sessie, tmp_path: Path) -> None:
    save_concept(sessie, "aanmelding/proef", {"stap": 1})
    weer = unlock(gedood(sessie, tmp_path / "gedood"), WACHTWOORDZIN, sessie.klok)
    assert not [w for w in waarschuwingen(weer) if w.code == "logbestand_beschadigd"]
    assert load_concept(weer, "aanmelding/proef") == {"stap": 1}
    weer.close()

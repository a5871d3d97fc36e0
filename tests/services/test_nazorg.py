"""What follows every opening: the store is looked through, and no step stands in the way of the work."""

from __future__ import annotations

import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.fouten import DiskFull, StoreClosing
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.opening.onderbreken import finishes_within, interruptible
from kernteam_tui.data.store import open_store
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services import nazorg, omgeving
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.controle import is_heel, kijk_kluis_na
from kernteam_tui.services.nazorg import Kluisstaat, Verslag, doe_stap, kijk_na, kijk_rond, leeg_logbestand
from kernteam_tui.services.omgeving import over_de_klok, waarschuwingen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import zoek
from tests.conftest import WACHTWOORDZIN
from tests.geduld import GEDULD

LANG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
"""A statement that never ends by itself."""


def test_a_whole_store_is_said_to_be_whole(sessie: Sessie) -> None:
    assert doe_stap(kijk_na, sessie) == Verslag(Kluisstaat.HEEL)


def test_an_index_that_lost_words_is_made_anew_and_the_words_are_found(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    with driver_connection(sessie.store.engine) as verbinding:
        verbinding.execute("INSERT INTO zoekindex(zoekindex) VALUES ('delete-all')")
    assert not is_heel(kijk_kluis_na(sessie))
    verslag = doe_stap(kijk_na, sessie)
    assert verslag == Verslag(Kluisstaat.HEEL, (nazorg.INDEX_HERSTELD,))
    assert [treffer.nummer for treffer in zoek(sessie, "weken")] == [casus.nummer]
    assert is_heel(kijk_kluis_na(sessie))


def test_damage_is_told_with_a_next_step_and_nothing_more_is_done(store: Any, klok: Any) -> None:
    """A copy of a damaged store must not push a good backup out."""
    map_ = store.map
    store.close()
    with (map_ / "kluis.db").open("r+b") as stroom:
        stroom.seek(30 * 4096 + 700)
        stroom.write(b"\xff\x00\xff")
    sessie = Sessie(open_store(map_, WACHTWOORDZIN), klok)
    verslag = doe_stap(kijk_na, sessie)
    sessie.close()
    assert verslag is not None
    assert (verslag.staat, verslag.verder) == (Kluisstaat.BESCHADIGD, False)
    (gezegd,) = verslag.dringend
    assert "kopie" in gezegd.stap
    assert not (map_ / "reserve").exists()


def test_a_line_taken_out_of_the_log_is_told_and_is_no_damage(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    assert casus.nummer
    with driver_connection(sessie.store.engine) as verbinding:
        verbinding.execute("DROP TRIGGER logboek_blijft")
        verbinding.execute("DELETE FROM logboek WHERE nr = 1")
    verslag = doe_stap(kijk_na, sessie)
    assert verslag is not None
    assert verslag.verder
    assert [w.code for w in verslag.dringend] == ["logboek_verbroken"]


def test_a_full_disk_in_a_step_is_a_sentence(sessie: Sessie) -> None:
    def vol(_: Sessie) -> Verslag:
        raise DiskFull()

    assert doe_stap(vol, sessie) == Verslag(meldingen=(DiskFull().zin,))


def test_closing_breaks_off_a_long_look_and_does_not_wait(store: Any, klok: Any) -> None:
    sessie = Sessie(store, klok)
    bezig, uit = threading.Event(), []

    def begonnen() -> int:
        bezig.set()
        return 1

    def kijk_lang(sessie: Sessie) -> Verslag:
        with interruptible(sessie.store.engine) as verbinding:
            verbinding.create_function("begonnen", 0, begonnen)
            verbinding.execute(LANG.replace("SELECT 1 ", "SELECT begonnen() ")).fetchone()
        return Verslag()

    draad = threading.Thread(target=lambda: uit.append(doe_stap(kijk_lang, sessie)), daemon=True)
    draad.start()
    assert bezig.wait(GEDULD)
    sessie.close()
    draad.join(GEDULD)
    assert uit == [None], "by itself it would never end"


@pytest.mark.parametrize("stap", nazorg.stappen(), ids=lambda stap: stap.__name__)
def test_a_step_that_meets_a_closed_store_ends_silently(stap: nazorg.Stap, store: Any, klok: Any) -> None:
    sessie = Sessie(store, klok)
    sessie.close()
    assert doe_stap(stap, sessie) is None
    assert doe_stap(leeg_logbestand, sessie) is None


def test_a_fault_of_the_program_in_a_step_is_not_swallowed(sessie: Sessie) -> None:
    def stuk(_: Sessie) -> Verslag:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        doe_stap(stuk, sessie)


def test_a_look_that_holds_up_saves_is_broken_off_in_time(sessie: Sessie) -> None:
    with interruptible(sessie.store.engine) as verbinding:
        assert not finishes_within(verbinding, LANG, 0.05)
        assert finishes_within(verbinding, "SELECT 1", 5)
    assert doe_stap(kijk_na, sessie) == Verslag(Kluisstaat.HEEL)


def test_nothing_begins_on_a_store_that_is_closing(store: Any) -> None:
    store.close()
    with pytest.raises(StoreClosing), interruptible(store.engine):
        pass


def test_after_idling_the_log_is_empty(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert casus.nummer
    log = sessie.map / "kluis.db-wal"
    assert log.stat().st_size > 0
    leeg_logbestand(sessie)
    assert log.stat().st_size == 0


def test_a_clock_that_was_set_back_is_said_with_both_days(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert casus.nummer
    sessie.klok = type(sessie.klok)(datetime.now(UTC) - timedelta(days=400))  # type: ignore[call-arg]  # the fixed clock of the tests
    assert over_de_klok(sessie) is None, "the computer itself stands right"
    gezegd = over_de_klok(sessie, datetime.now(UTC) - timedelta(days=400))
    assert gezegd is not None
    assert gezegd.dringend
    assert str(datetime.now(UTC).year) in gezegd.tekst
    assert over_de_klok(sessie, datetime.now(UTC) - timedelta(minutes=90)) is None
    vroeg = datetime.now(AMSTERDAM).replace(hour=0, minute=0, second=1)
    assert over_de_klok(sessie, vroeg.astimezone(UTC)) is None, "the same day: no deadline is wrong"


def test_a_day_that_was_asked_for_is_no_clock_that_is_wrong(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    assert casus.nummer
    assert over_de_klok(sessie, datetime.now(UTC)) is None


def test_the_place_is_warned_of_by_how_bad_it_is(sessie: Sessie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(omgeving, "netwerkschijf", lambda _map: "NFS")
    monkeypatch.setattr(omgeving, "wolkdienst", lambda _map, _omgeving: "Dropbox")
    assert [(w.code, w.dringend) for w in waarschuwingen(sessie)] == [
        ("netwerkschijf", True),
        ("wolkmap", False),
    ]
    verslag = kijk_rond(sessie)
    assert ["NFS" in verslag.dringend[0].tekst, "Dropbox" in verslag.meldingen[0]] == [True, True]


def test_a_folder_that_others_may_enter_is_said(sessie: Sessie) -> None:
    (sessie.map / "rooster.txt").write_text("")
    sessie.map.chmod(0o755)
    (gezegd,) = waarschuwingen(sessie)
    assert (gezegd.code, gezegd.dringend) == ("rechten", False)


def test_the_daily_backup_is_one_of_the_steps(store: Any, klok: Any, tmp_path: Path) -> None:
    sessie = Sessie(store, klok)
    for stap in (nazorg.maak_dagkopie, nazorg.maak_dagkopie):
        assert doe_stap(stap, sessie) == Verslag()
    kopieen = list((sessie.map / "reserve").iterdir())
    assert len(kopieen) == 1
    shutil.copy(kopieen[0], tmp_path)

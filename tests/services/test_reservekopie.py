"""The daily backup, one on request, and putting one back, as a user meets them."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest

from kernteam_tui.data.fouten import DiskFull, WrongSecret
from kernteam_tui.data.reservekopie.maken import make_backup
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import Store, create_store, open_store
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services.reservekopie import (
    KopieStaat,
    get_apart,
    get_reservekopieen,
    maak_dagkopie,
    maak_reservekopie,
    verwijder_apart,
    verwijder_reservekopie,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugzetten import (
    SleutelPastNiet,
    bekijk_eigen_kopie,
    bekijk_reservekopie,
    herstel_sleutelbestand,
    sleutelkopie_van,
    zet_terug,
)
from tests.conftest import WACHTWOORDZIN, VasteKlok


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    return Sessie(store, klok)


def later(sessie: Sessie, verschil: timedelta) -> Sessie:
    """The same open store, so much later."""
    assert isinstance(sessie.klok, VasteKlok)
    return Sessie(sessie.store, dataclasses.replace(sessie.klok, moment=sessie.nu() + verschil))


def loglines(sessie: Sessie) -> list[tuple[str, str]]:
    with sessie.lezen() as conn:
        return [tuple(row) for row in conn.exec_driver_sql("SELECT soort, wat FROM logboek ORDER BY nr")]


def test_the_first_opening_of_a_day_makes_a_backup_and_the_second_does_not(sessie: Sessie) -> None:
    first = maak_dagkopie(sessie)
    assert first is not None
    assert first.kopie is not None
    assert first.melding == ""
    assert maak_dagkopie(later(sessie, timedelta(hours=6))) is None
    assert maak_dagkopie(later(sessie, timedelta(hours=22))) is not None
    assert loglines(sessie) == [(LogSoort.RESERVEKOPIE, "vanzelf, elke dag")] * 2


def test_a_clock_that_was_set_back_does_not_stop_it(sessie: Sessie) -> None:
    maak_dagkopie(later(sessie, timedelta(days=300)))
    assert maak_dagkopie(sessie) is not None


def test_the_backup_of_another_store_does_not_count(sessie: Sessie, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "ander", "een zin", VOORBEELD)
    theirs = make_backup(other.opened, "dagelijks", sessie.nu())
    other.close()
    (sessie.map / "reserve").mkdir()
    theirs.rename(sessie.map / "reserve" / "9.kluis")
    assert maak_dagkopie(sessie) is not None
    assert {beeld.staat for beeld in get_reservekopieen(sessie)} == {
        KopieStaat.GOED,
        KopieStaat.ANDERE_KLUIS,
    }


def test_after_weeks_the_old_ones_are_cleared(sessie: Sessie) -> None:
    for day in range(12):
        maak_dagkopie(later(sessie, timedelta(days=day)))
    outcome = maak_dagkopie(later(sessie, timedelta(days=12)))
    assert outcome is not None
    assert outcome.kopie is not None
    assert len(outcome.kopie.opgeruimd) == 1
    assert len(get_reservekopieen(sessie)) < 13


def test_a_full_disk_is_a_sentence_with_a_next_step(sessie: Sessie, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull("Er is geen ruimte voor een reservekopie.", "Maak ruimte vrij.")

    monkeypatch.setattr("kernteam_tui.services.reservekopie.make_backup", full)
    outcome = maak_dagkopie(sessie)
    assert outcome is not None
    assert outcome.kopie is None
    assert outcome.melding == (
        "De reservekopie van vandaag is niet gelukt. "
        "Er is geen ruimte voor een reservekopie. Maak ruimte vrij."
    )


def test_what_is_shown_of_a_backup(sessie: Sessie) -> None:
    maak_reservekopie(sessie)
    maak_dagkopie(later(sessie, timedelta(days=-3)))
    (sessie.map / "reserve" / "2026-11-01T080000.kluis").write_bytes(b"stuk")
    beelden = get_reservekopieen(sessie)
    assert [(b.dagen_oud, b.reden, b.staat) for b in beelden] == [
        (0, "door jou gemaakt", KopieStaat.GOED),
        (3, "vanzelf, elke dag", KopieStaat.GOED),
        (22, "", KopieStaat.BESCHADIGD),
    ]
    assert beelden[0].bytes > 4096
    verwijder_reservekopie(sessie, beelden[2].naam)
    assert len(get_reservekopieen(sessie)) == 2


def test_elsewhere_nothing_is_cleared_and_here_nothing_is_made(sessie: Sessie, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = [maak_reservekopie(later(sessie, timedelta(minutes=n)), stick) for n in range(3)]
    assert {kopie.pad.parent for kopie in made} == {stick}
    assert len(list(stick.iterdir())) == 3
    assert get_reservekopieen(sessie) == ()
    assert loglines(sessie)[-1] == (LogSoort.RESERVEKOPIE, "naar een andere map")


def test_the_own_folder_is_recognised_by_another_name(sessie: Sessie) -> None:
    (sessie.map / "reserve").mkdir()
    maak_reservekopie(sessie, sessie.map / "reserve" / ".." / "reserve")
    assert len(get_reservekopieen(sessie)) == 1


def test_an_own_backup_is_looked_into_without_a_passphrase(sessie: Sessie) -> None:
    kopie = maak_reservekopie(sessie)
    inzage = bekijk_eigen_kopie(sessie, kopie.pad)
    assert inzage.huidig is not None
    assert (inzage.inhoud.casussen, inzage.reden) == (0, "door jou gemaakt")
    assert [p.name for p in (sessie.map / "reserve").iterdir()] == [kopie.pad.name]


def test_one_under_another_key_asks_for_its_own_passphrase(sessie: Sessie, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "ander", "hun zin", VOORBEELD)
    theirs = make_backup(other.opened, "dagelijks", sessie.nu())
    other.close()
    with pytest.raises(SleutelPastNiet):
        bekijk_eigen_kopie(sessie, theirs)
    with pytest.raises(WrongSecret):
        bekijk_eigen_kopie(sessie, theirs, "iets anders")
    assert bekijk_eigen_kopie(sessie, theirs, "hun zin").inhoud.casussen == 0


def test_from_outside_both_are_told_and_nothing_is_left(sessie: Sessie, klok: VasteKlok) -> None:
    kopie = maak_reservekopie(sessie)
    assert bekijk_reservekopie(sessie.map, kopie.pad, WACHTWOORDZIN).huidig is None  # it is open here
    sessie.close()
    assert bekijk_reservekopie(sessie.map, kopie.pad, WACHTWOORDZIN).huidig is not None
    assert zet_terug(sessie.map, kopie.pad, WACHTWOORDZIN, klok).apart is not None


def test_putting_back_ends_in_a_sentence_for_the_lock_screen(sessie: Sessie, klok: VasteKlok) -> None:
    kopie = maak_reservekopie(sessie)
    sessie.close()
    done = zet_terug(sessie.map, kopie.pad, WACHTWOORDZIN, klok)
    assert done.zin == (
        "De reservekopie van 23-11-2026 om 10:00 is teruggezet; open hem met de wachtwoordzin van toen. "
        "Wat er stond is apart bewaard in de map oud/2026-11-23T100000."
    )
    again = Sessie(open_store(sessie.map, WACHTWOORDZIN), klok)
    [apart] = get_apart(again)
    assert (apart.hele_kluis, apart.log_beschadigd) == (True, False)
    assert apart.bytes > 4096
    for elders in ("..", "../reserve", "."):
        with pytest.raises(ValueError, match="aside"):
            verwijder_apart(again, elders)
    verwijder_apart(again, apart.path.name)
    assert get_apart(again) == ()
    again.close()


def test_the_lock_screen_can_offer_the_keys_of_the_newest_backup(sessie: Sessie, klok: VasteKlok) -> None:
    assert sleutelkopie_van(sessie.map) is None
    made = maak_reservekopie(sessie).gemaakt
    sessie.close()
    for name in ("kluis.keys", "kluis.keys.bak"):
        (sessie.map / name).write_bytes(b"stuk")
    assert sleutelkopie_van(sessie.map) == made
    assert herstel_sleutelbestand(sessie.map, WACHTWOORDZIN, klok) == made
    open_store(sessie.map, WACHTWOORDZIN).close()

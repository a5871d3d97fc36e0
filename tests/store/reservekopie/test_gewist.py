"""What was erased for good does not come back: not by restoring, not by a backup that is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.data.opening.driver import open_keyed
from kernteam_tui.data.reservekopie.bewaren import list_backups
from kernteam_tui.data.reservekopie.maken import make_backup, verify_backup
from kernteam_tui.data.reservekopie.pak import read_pack, unpack_database
from kernteam_tui.data.reservekopie.terugzetten import prepare_restore
from kernteam_tui.data.reservekopie.vernieuwen import renew_backups
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.sleutels.datasleutel import DataKey
from kernteam_tui.data.store import Store, create_store, open_store
from kernteam_tui.data.wissen import erase_casus, note_beside
from kernteam_tui.domain.codes import WisGrond
from tests.conftest import WACHTWOORDZIN
from tests.store.conftest import Familie, new_family
from tests.store.reservekopie.conftest import NU, notes_in

MERK = "zonneklaproos"


@pytest.fixture
def met_gewiste(store: Store, schrijf: Callable[[str], None], familie: Familie) -> Path:
    """A backup that holds two families, one of which was erased after it. The store is open."""
    blijft = new_family("2026-002")
    with store.unit_of_work() as uow:
        uow.scholen.add(blijft.school)
        uow.gezinnen.add(blijft.gezin)
        uow.casussen.add(blijft.casus)
        uow.notities.add(blijft.notitie("blijft"))
        uow.commit()
    schrijf(f"gewist {MERK}")
    backup = make_backup(store.opened, "dagelijks", NU)
    erase_casus(store.engine, familie.casus.id, WisGrond.OP_VERZOEK, NU)
    note_beside(store.map, store.engine)
    return backup


def proofs(store: Store) -> list[tuple[str, str]]:
    with store.lezen() as conn:
        return [tuple(row) for row in conn.exec_driver_sql("SELECT nummer, grond FROM wissing")]


def remains(database: Path, key: DataKey) -> int:
    """How often the marker stands on any page of the decrypted store."""
    connection = open_keyed(database, key)
    plain = database.with_suffix(".plat")
    connection.execute("ATTACH ? AS plat KEY ''", (str(plain),))
    connection.execute("SELECT sqlcipher_export('plat')")
    connection.close()
    content = plain.read_bytes()
    plain.unlink()
    return content.count(MERK.encode())


def unpacked(backup: Path, target: Path) -> Path:
    target.touch()
    unpack_database(read_pack(backup), target)
    return target


def test_putting_a_backup_back_erases_again_and_keeps_the_proof(met_gewiste: Path, store: Store) -> None:
    store.close()
    with prepare_restore(store.map, met_gewiste, WACHTWOORDZIN) as ready:
        assert ready.inhoud.casussen == 2
        assert ready.carry_out(NU).opnieuw_gewist == 1
    again = open_store(store.map, WACHTWOORDZIN)
    assert notes_in(again) == ["blijft"]
    assert proofs(again) == [("2026-001", "op_verzoek")]
    assert all(finding.in_orde for finding in again.controle())
    again.close()


@pytest.mark.parametrize("state", ["damaged", "gone"])
def test_it_is_known_also_when_the_present_store_does_not_open(
    met_gewiste: Path, store: Store, state: str
) -> None:
    store.close()
    if state == "gone":
        (store.map / "kluis.db").unlink()
    else:
        (store.map / "kluis.db").write_bytes(b"\0" * 8192)
    with prepare_restore(store.map, met_gewiste, WACHTWOORDZIN) as ready:
        assert ready.huidig is None
        assert ready.carry_out(NU).opnieuw_gewist == 1
    again = open_store(store.map, WACHTWOORDZIN)
    assert notes_in(again) == ["blijft"]
    again.close()


def test_nothing_of_it_is_left_in_the_restored_file(met_gewiste: Path, store: Store, tmp_path: Path) -> None:
    key = DataKey(bytearray(store.opened.key.raw()))
    assert remains(unpacked(met_gewiste, tmp_path / "ervoor.db"), key) > 0
    store.close()
    with prepare_restore(store.map, met_gewiste, WACHTWOORDZIN) as ready:
        ready.carry_out(NU)
    assert remains(store.map / "kluis.db", key) == 0


def test_backups_are_made_anew_without_it(met_gewiste: Path, store: Store, tmp_path: Path) -> None:
    clean = make_backup(store.opened, "op_verzoek", NU)
    done = renew_backups(store.opened, NU)
    assert (done.vernieuwd, done.schoon, done.dicht) == ((met_gewiste.name,), (clean.name,), ())
    verify_backup(met_gewiste, store.opened.key)
    assert remains(unpacked(met_gewiste, tmp_path / "erna.db"), store.opened.key) == 0
    manifest = read_pack(met_gewiste).manifest
    assert (manifest.gemaakt, manifest.reden, manifest.vernieuwd) == (NU, "dagelijks", NU)
    assert len(list_backups(store.map)) == len(list((store.map / "reserve").iterdir())) == 2
    assert renew_backups(store.opened, NU).vernieuwd == ()


def test_a_backup_made_anew_can_be_put_back(met_gewiste: Path, store: Store) -> None:
    renew_backups(store.opened, NU)
    store.close()
    with prepare_restore(store.map, met_gewiste, WACHTWOORDZIN) as ready:
        assert ready.inhoud.casussen == 1
        assert ready.carry_out(NU).opnieuw_gewist == 0
    again = open_store(store.map, WACHTWOORDZIN)
    assert notes_in(again) == ["blijft"]
    again.close()


def test_what_this_key_does_not_open_is_told(met_gewiste: Path, store: Store, tmp_path: Path) -> None:
    other, _ = create_store(tmp_path / "ander", WACHTWOORDZIN, VOORBEELD)
    theirs = make_backup(other.opened, "dagelijks", NU)
    other.close()
    theirs.rename(store.map / "reserve" / "ander.kluis")
    (store.map / "reserve" / "stuk.kluis").write_bytes(b"stuk")
    done = renew_backups(store.opened, NU)
    assert sorted(done.dicht) == ["ander.kluis", "stuk.kluis"]
    assert done.vernieuwd == (met_gewiste.name,)


def test_a_failure_half_way_leaves_the_backup_as_it_was(
    met_gewiste: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = met_gewiste.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr("kernteam_tui.data.reservekopie.vernieuwen.verify_backup", full)
    with pytest.raises(Exception, match="schijf_vol"):
        renew_backups(store.opened, NU)
    assert met_gewiste.read_bytes() == before
    assert len(list((store.map / "reserve").iterdir())) == 1

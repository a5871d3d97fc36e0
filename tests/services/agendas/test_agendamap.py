"""The watched folder: what is newer is read for whom it was read before, the rest waits, nothing moves."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.agendamap import (
    Koppeling,
    bekijk_map,
    kijk_in_agendamap,
    kijk_in_map,
    lees_map,
    zet_map,
)
from kernteam_tui.services.agendas import get_mens, lees_in
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.nazorg import Verslag, stappen
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.services.agendas.bestanden import GOED, MET_PROBLEEM, kalender, zet
from tests.services.rooster.scholen import KOMPAS

LATER = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)
"""After what `lees_eerder` read, and before now."""


def lees_eerder(sessie: Sessie, partner_id: str, pad: Path) -> None:
    """Read in at eight this morning."""
    lees_in(Sessie(sessie.store, VasteKlok(datetime(2026, 11, 23, 8, 0, tzinfo=AMSTERDAM))), partner_id, pad)


@pytest.fixture
def map_(sessie: Sessie, tmp_path: Path) -> Path:
    folder = tmp_path / "agenda's"
    folder.mkdir()
    assert zet_map(sessie, f'"{folder}"') == str(folder)
    return folder


def soorten(sessie: Sessie) -> dict[str, Koppeling]:
    return {bestand.naam: bestand.koppeling for bestand in bekijk_map(sessie).bestanden}


def test_without_a_folder_there_is_nothing_to_do(sessie: Sessie) -> None:
    assert not bekijk_map(sessie).map
    assert kijk_in_agendamap(sessie) == Verslag()


def test_only_what_is_newer_is_read_for_whom_it_was_read_before(
    sessie: Sessie, school: SchoolBeeld, map_: Path
) -> None:
    lia, jan = school.kernteam[1].id, school.kernteam[2].id
    lees_eerder(sessie, lia, zet(map_ / "lia.ics"))
    lees_eerder(sessie, jan, zet(map_ / "jan.ICS"))
    zet(map_ / "sanne.ics")
    zet(map_ / "notitie.txt", b"geen agenda")
    assert soorten(sessie) == {
        "jan.ICS": Koppeling.BIJ,
        "lia.ics": Koppeling.BIJ,
        "sanne.ics": Koppeling.NIEUW,
    }
    assert kijk_in_agendamap(sessie) == Verslag()
    zet(map_ / "lia.ics", MET_PROBLEEM, LATER)
    uitkomst = kijk_in_map(sessie)
    [(wie, gelezen)] = uitkomst.gelezen
    assert (wie, len(gelezen.blokken), len(gelezen.problemen)) == (lia, 1, 1)
    assert [b.naam for b in uitkomst.beeld.nieuwe] == ["sanne.ics"]
    assert get_mens(sessie, lia).agendas[0].problemen == 1
    assert get_mens(sessie, jan).agendas[0].problemen == 0


def test_looking_moves_and_changes_no_file(sessie: Sessie, school: SchoolBeeld, map_: Path) -> None:
    lees_eerder(sessie, school.kernteam[1].id, zet(map_ / "lia.ics"))
    zet(map_ / "lia.ics", GOED, LATER)
    for naam in map_.iterdir():
        naam.chmod(0o400)
    map_.chmod(0o500)
    voor = [(p.name, p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(map_.iterdir())]
    try:
        assert len(kijk_in_map(sessie).gelezen) == 1
    finally:
        map_.chmod(0o700)
    assert voor == [(p.name, p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(map_.iterdir())]


def test_a_name_that_two_people_use_is_read_for_nobody(
    sessie: Sessie, school: SchoolBeeld, map_: Path
) -> None:
    for partner in school.kernteam[1:]:
        lees_eerder(sessie, partner.id, zet(map_ / "agenda.ics"))
    zet(map_ / "agenda.ics", kalender(), LATER)
    assert soorten(sessie) == {"agenda.ics": Koppeling.VAN_MEER}
    assert kijk_in_map(sessie).gelezen == ()
    assert [get_mens(sessie, p.id).agendas[0].tijden for p in school.kernteam[1:]] == [2, 2]


def test_one_person_at_two_schools_is_no_two_people(sessie: Sessie, school: SchoolBeeld, map_: Path) -> None:
    kompas = save_school(sessie, {**KOMPAS, "kernteam": KOMPAS["kernteam"][:2]})
    lees_eerder(sessie, school.kernteam[1].id, zet(map_ / "lia.ics"))
    zet(map_ / "lia.ics", kalender(), LATER)
    assert len(kijk_in_map(sessie).gelezen) == 1
    assert get_mens(sessie, kompas.kernteam[1].id).agendas[0].tijden == 0


def test_one_broken_file_stops_no_other(sessie: Sessie, school: SchoolBeeld, map_: Path) -> None:
    lia, jan = school.kernteam[1].id, school.kernteam[2].id
    lees_eerder(sessie, lia, zet(map_ / "lia.ics"))
    lees_eerder(sessie, jan, zet(map_ / "jan.ics"))
    zet(map_ / "jan.ics", GOED[:-30], LATER)
    zet(map_ / "lia.ics", kalender(), LATER)
    uitkomst = lees_map(sessie)
    assert [naam for naam, _ in uitkomst.mislukt] == ["jan.ics"]
    assert "niet heel" in uitkomst.mislukt[0][1]
    assert get_mens(sessie, lia).agendas[0].tijden == 2, "nothing is kept yet"
    assert kijk_in_agendamap(sessie).meldingen == (
        "Er is 1 nieuwere agenda ingelezen uit je map.",
        "1 agenda uit je map is niet te lezen. Waarom, staat bij Agenda’s (ctrl+r).",
    )
    assert [get_mens(sessie, wie).agendas[0].tijden for wie in (lia, jan)] == [0, 2]


def test_a_file_of_tomorrow_is_looked_at_once_a_day(sessie: Sessie, school: SchoolBeeld, map_: Path) -> None:
    morgen = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)
    zet(map_ / "lia.ics", GOED, morgen)
    gisteren = Sessie(sessie.store, VasteKlok(datetime(2026, 11, 22, 8, 0, tzinfo=AMSTERDAM)))
    lees_in(gisteren, school.kernteam[1].id, map_ / "lia.ics")
    assert [len(kijk_in_map(sessie).gelezen) for _ in range(3)] == [1, 0, 0]


def test_a_folder_that_is_gone_is_said_in_one_line(sessie: Sessie, map_: Path) -> None:
    map_.rmdir()
    assert bekijk_map(sessie).weg
    [zin] = kijk_in_agendamap(sessie).meldingen
    assert zin.startswith("De map met agenda’s is er niet.")
    assert kijk_in_agendamap(sessie).dringend == ()


def test_pipes_links_and_folders_in_it_hold_up_nothing(
    sessie: Sessie, school: SchoolBeeld, map_: Path, tmp_path: Path
) -> None:
    os.mkfifo(map_ / "pijp.ics")
    (map_ / "map.ics").mkdir()
    (map_ / "weg.ics").symlink_to(tmp_path / "nergens")
    (map_ / ".lia.ics").write_bytes(GOED)
    (map_ / "los.ics").symlink_to(zet(tmp_path / "elders.ics"))
    assert school.kernteam
    assert soorten(sessie) == {"los.ics": Koppeling.NIEUW}


def test_a_folder_is_a_folder_that_is_there_and_can_be_let_go(sessie: Sessie, map_: Path) -> None:
    for tekst in (str(map_ / "weg"), str(zet(map_ / "lia.ics"))):
        with pytest.raises(InhoudOngeldig):
            zet_map(sessie, tekst)
    assert get_instellingen(sessie).agenda_map == str(map_)
    assert zet_map(sessie, " ") == ""
    assert get_instellingen(sessie).agenda_map == ""


def test_it_is_the_last_thing_after_opening(sessie: Sessie) -> None:
    assert not sessie.is_dicht
    assert stappen()[-1].__name__ == "kijk_in_agendamap", "a slow folder may hold up nothing else"

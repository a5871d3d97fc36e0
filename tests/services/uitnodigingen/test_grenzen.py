"""Where changes come quicker than their files, where two people read one mailbox, and what is not told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    get_gesprek,
    herstel_gesprek,
    plan_gesprek,
    verzet_gesprek,
    wijzig_genodigden,
    zeg_gesprek_af,
)
from kernteam_tui.services.gezin.persoon import get_persoon, save_persoon
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from tests.services.uitnodigingen.bericht import Bericht, lees_bestand
from tests.services.uitnodigingen.conftest import Tafel
from tests.services.uitnodigingen.gezin_met_geheimen import OUDER_EEN, OUDER_TWEE
from tests.services.uitnodigingen.ontvanger import Agenda

DINSDAG = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
WOENSDAG = DINSDAG + timedelta(days=1)


def _plan(tafel: Tafel) -> str:
    gegevens = GesprekGegevens(GesprekSoort.STARTGESPREK, DINSDAG, 60, "De Brug", tafel.allen)
    return plan_gesprek(tafel.sessie, tafel.casus_id, gegevens).id


def _zonder(tafel: Tafel, wie: str) -> list[str]:
    return [one for one in tafel.allen if one != wie]


def _in_bus(tafel: Tafel, gesprek: str, doel: Path, adres: str) -> list[Bericht]:
    """What comes into the mailbox of this address."""
    berichten = [lees_bestand(b.pad) for b in schrijf_uitnodigingen(tafel.sessie, gesprek, doel).bestanden]
    return [bericht for bericht in berichten if adres in bericht.genodigden]


def _bus(tafel: Tafel, gesprek: str, doel: Path, adres: str) -> Agenda:
    """The calendar of somebody who was invited."""
    agenda = Agenda(adres)
    agenda.ontvang_alle(_in_bus(tafel, gesprek, doel, adres))
    assert len(agenda.gesprekken) == 1
    return agenda


def test_two_moves_with_one_file_leave_the_last_moment(tafel: Tafel, tmp_path: Path) -> None:
    gesprek = _plan(tafel)
    moeder = _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    verzet_gesprek(tafel.sessie, gesprek, WOENSDAG, "past niet")
    verzet_gesprek(tafel.sessie, gesprek, WOENSDAG + timedelta(hours=2), "past ook niet")
    moeder.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    ((begin, _),) = moeder.gesprekken.values()
    assert begin == WOENSDAG + timedelta(hours=2)


def test_a_cancellation_and_restoring_with_one_file_leave_the_talk(tafel: Tafel, tmp_path: Path) -> None:
    gesprek = _plan(tafel)
    moeder = _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    zeg_gesprek_af(tafel.sessie, gesprek, "ziek")
    herstel_gesprek(tafel.sessie, gesprek)
    moeder.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    assert len(moeder.gesprekken) == 1


@pytest.mark.parametrize("daarna", ["verzet", "afgezegd"])
def test_who_was_taken_out_before_the_last_change_is_told_too(
    tafel: Tafel, tmp_path: Path, daarna: str
) -> None:
    gesprek = _plan(tafel)
    vader = _bus(tafel, gesprek, tmp_path, OUDER_TWEE)
    wijzig_genodigden(tafel.sessie, gesprek, _zonder(tafel, tafel.ouders[1]), "kan niet")
    if daarna == "verzet":
        verzet_gesprek(tafel.sessie, gesprek, WOENSDAG, "past niet")
    else:
        zeg_gesprek_af(tafel.sessie, gesprek, "ziek")
    vader.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_TWEE))
    assert vader.gesprekken == {}


def test_who_is_taken_out_does_not_hear_the_new_moment_or_place(tafel: Tafel, tmp_path: Path) -> None:
    gesprek = _plan(tafel)
    (asked,) = _in_bus(tafel, gesprek, tmp_path, OUDER_TWEE)
    without = _zonder(tafel, tafel.ouders[1])
    verzet_gesprek(tafel.sessie, gesprek, WOENSDAG, "past niet", "De Brug, kamer 2.03", wie=without)
    (off,) = _in_bus(tafel, gesprek, tmp_path, OUDER_TWEE)
    assert off.methode == "CANCEL"
    assert off.begin == asked.begin
    assert off.plek in (asked.plek, None)


def test_parents_with_one_mailbox_keep_the_talk_while_one_of_them_comes(tafel: Tafel, tmp_path: Path) -> None:
    for ouder in tafel.ouders:
        shared = replace(get_persoon(tafel.sessie, tafel.casus_id, ouder), email=OUDER_EEN)
        save_persoon(tafel.sessie, tafel.casus_id, ouder, shared)
    gesprek = _plan(tafel)
    bus = _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    wijzig_genodigden(tafel.sessie, gesprek, _zonder(tafel, tafel.ouders[1]), "kan niet")
    bus.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    assert len(bus.gesprekken) == 1


def test_a_move_is_not_taken_back_after_its_file_went_out(tafel: Tafel, tmp_path: Path) -> None:
    """Nobody would hear of it: the number of the file that went out is the highest."""
    gesprek = _plan(tafel)
    moeder = _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    moved = doe_met_opname(verzet_gesprek, tafel.sessie, gesprek, WOENSDAG, "past niet")
    moeder.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    way_back = moved.ongedaan("Gesprek verzet")
    assert way_back is not None
    with pytest.raises(RegelGeweigerd):
        way_back.zet_terug(tafel.sessie)
    assert get_gesprek(tafel.sessie, gesprek).start == WOENSDAG
    verzet_gesprek(tafel.sessie, gesprek, DINSDAG, "toch weer dinsdag")
    moeder.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    ((begin, _),) = moeder.gesprekken.values()
    assert begin == DINSDAG


def test_a_move_that_nobody_heard_of_is_taken_back(tafel: Tafel, tmp_path: Path) -> None:
    gesprek = _plan(tafel)
    _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    moved = doe_met_opname(verzet_gesprek, tafel.sessie, gesprek, WOENSDAG, "past niet")
    way_back = moved.ongedaan("Gesprek verzet")
    assert way_back is not None
    way_back.zet_terug(tafel.sessie)
    assert get_gesprek(tafel.sessie, gesprek).start == DINSDAG


def test_a_new_address_of_the_worker_does_not_leave_the_talk_in_their_calendars(
    tafel: Tafel, tmp_path: Path
) -> None:
    gesprek = _plan(tafel)
    moeder = _bus(tafel, gesprek, tmp_path, OUDER_EEN)
    save_instellingen(tafel.sessie, email="nieuw@team.invalid")
    zeg_gesprek_af(tafel.sessie, gesprek, "ziek")
    moeder.ontvang_alle(_in_bus(tafel, gesprek, tmp_path, OUDER_EEN))
    assert moeder.gesprekken == {}

"""On Vandaag an old agenda is named, by role, where a startgesprek has yet to be planned and nowhere else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.agendas import lees_in, oude_agendas
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.school import SchoolBeeld, list_scholen, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.widgets.weekrooster import week_tekst
from tests.services.agendas.bestanden import GOED, zet
from tests.services.rooster.scholen import KOMPAS


def gezegd(sessie: Sessie) -> dict[str, tuple[str, ...]]:
    return {week.school: week.agendas for week in get_vandaag(sessie).weken}


def test_an_old_agenda_is_said_where_a_startgesprek_waits(
    sessie: Sessie, casus: AanmeldingUitkomst, school: SchoolBeeld, tmp_path: Path
) -> None:
    save_school(sessie, KOMPAS)
    vera, lia, jan = (partner.id for partner in school.kernteam)
    assert gezegd(sessie) == {"De Brug": (), "Het Kompas": ()}
    lees_in(sessie, lia, zet(tmp_path / "lia.ics"))
    lees_in(sessie, vera, zet(tmp_path / "vera.ics"))
    lees_in(sessie, jan, zet(tmp_path / "jan.ics", GOED.replace(b"20261111T", b"20261117T")))
    zinnen = ("jouw agenda is 12 dagen oud", "agenda van leerplicht is 12 dagen oud")
    assert gezegd(sessie) == {"De Brug": zinnen, "Het Kompas": ()}
    [brug, _] = get_vandaag(sessie).weken
    assert "! agenda van leerplicht is 12 dagen oud" in week_tekst(brug, sessie.vandaag()).plain
    start = datetime(2026, 11, 24, 9, tzinfo=AMSTERDAM)
    plan_gesprek(sessie, casus.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, start))
    assert gezegd(sessie) == {"De Brug": (), "Het Kompas": ()}


def test_the_oldest_of_two_and_the_same_person_at_another_school(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    kompas = save_school(sessie, {**KOMPAS, "kernteam": KOMPAS["kernteam"][:2]})
    lia = school.kernteam[1].id
    lees_in(sessie, lia, zet(tmp_path / "lia.ics"))
    lees_in(sessie, lia, zet(tmp_path / "thuis.ics", GOED.replace(b"20261111T", b"20261122T")))
    zin = ("agenda van leerplicht is 12 dagen oud",)
    assert oude_agendas(sessie, list_scholen(sessie)) == {school.id: zin, kompas.id: zin}

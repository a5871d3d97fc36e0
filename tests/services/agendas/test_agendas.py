"""Reading somebody's agenda: what is kept, what it replaces, whose it is, and what is refused."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.queries.agendas import lees_agendas
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.fouten import KernteamError, NietGevonden
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.exchange.agenda.grenzen import AgendaNietHeel, AgendaTeGroot
from kernteam_tui.exchange.bestand import GeenGewoonBestand
from kernteam_tui.services import agendas
from kernteam_tui.services.agendas import (
    get_agendas,
    get_mens,
    lees_bestand,
    lees_in,
    neem_aan,
    vergeet_agenda,
)
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner import get_week
from tests.services.agendas.bestanden import (
    GOED,
    MERKWOORDEN,
    MET_PROBLEEM,
    afspraak,
    kalender,
    zet,
)
from tests.services.rooster.scholen import KOMPAS

LIA = 1
DI, DO = date(2026, 11, 24), date(2026, 11, 26)


def lia(school: SchoolBeeld) -> str:
    return school.kernteam[LIA].id


def alles_in_de_kluis(sessie: Sessie) -> str:
    """Every value of every table, as text: also what stands in an index of its own."""
    with driver_connection(sessie.store.engine) as verbinding:
        names = [r[0] for r in verbinding.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [r for naam in names for r in verbinding.execute(f'SELECT * FROM "{naam}"').fetchall()]
    return " ".join(
        waarde.decode("utf-8", "replace") if isinstance(waarde, bytes) else str(waarde)
        for rij in rows
        for waarde in rij
    )


def test_times_state_and_age_are_kept_and_said(sessie: Sessie, school: SchoolBeeld, tmp_path: Path) -> None:
    gelezen = lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    assert [blok.staat for blok in gelezen.blokken] == [Bezetstaat.BEZET, Bezetstaat.VOORBEHOUD]
    assert (gelezen.van, gelezen.tot) == (date(2026, 11, 16), date(2027, 5, 22))
    assert (gelezen.peildatum, gelezen.ouderdom) == (date(2026, 11, 11), "agenda is 12 dagen oud")
    [een] = get_mens(sessie, lia(school)).agendas
    assert (een.bestand, een.tijden, een.problemen, een.dagen_oud, een.oud) == ("lia.ics", 2, 0, 12, True)
    week = get_week(sessie, date(2026, 11, 23), school.id)
    partner = next(p for p in week.scholen[0].partners if p.naam == "Lia")
    assert [(f"{b.van:%H:%M}", f"{b.tot:%H:%M}") for b in partner.bezet[1]] == [("09:00", "10:00")]


def test_no_word_of_an_appointment_is_anywhere_in_the_store(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    gelezen = lees_in(sessie, lia(school), zet(tmp_path / "lia.ics", MET_PROBLEEM))
    assert [p.uid for p in gelezen.problemen] == ["Uidwoord-uur"], "to be shown once"
    inhoud = alles_in_de_kluis(sessie).casefold()
    assert [woord for woord in MERKWOORDEN if woord.casefold() in inhoud] == []
    assert "lia.ics" in inhoud, "what is looked through holds the agenda"
    vergeet_agenda(sessie, get_mens(sessie, lia(school)).agendas[0].id)
    assert "lia.ics" not in alles_in_de_kluis(sessie)
    with sessie.lezen() as conn:
        gelogd = [regel.wat for regel in lees_log(conn)][:2]
    assert gelogd == ["school: agenda vergeten", "school: agenda ingelezen"]


def test_the_same_file_name_replaces_and_another_stands_beside_it(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    lees_in(sessie, lia(school), zet(tmp_path / "thuis" / "lia.ics", kalender()))
    [een] = get_mens(sessie, lia(school)).agendas
    assert een.tijden == 0
    lees_in(sessie, lia(school), zet(tmp_path / "lia (1).ics"))
    assert [a.bestand for a in get_mens(sessie, lia(school)).agendas] == ["lia.ics", "lia (1).ics"]
    lees_in(sessie, lia(school), zet(tmp_path / "lia (2).ics"), [een.id])
    assert {a.bestand for a in get_mens(sessie, lia(school)).agendas} == {"lia (1).ics", "lia (2).ics"}


def test_whose_agenda_it_is_holds_at_both_schools(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    kompas = save_school(sessie, KOMPAS)
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    lees_in(sessie, kompas.kernteam[1].id, zet(tmp_path / "lia.ics"))
    [mens] = [m for m in get_agendas(sessie).mensen if m.naam == "Lia" and m.agendas]
    assert mens.scholen == ("De Brug", "Het Kompas")
    assert len(mens.agendas) == 1
    hier = get_agendas(sessie, kompas.id)
    assert hier.school == "Het Kompas"
    assert [(m.naam, len(m.agendas)) for m in hier.mensen] == [("Vera V.", 0), ("lia", 1), ("Lia", 0)]
    with pytest.raises(NietGevonden):
        get_agendas(sessie, "weg")


def test_an_agenda_of_somebody_else_cannot_be_replaced(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    jan = school.kernteam[2].id
    lees_in(sessie, jan, zet(tmp_path / "agenda.ics"))
    [van_jan] = get_mens(sessie, jan).agendas
    lees_in(sessie, lia(school), zet(tmp_path / "agenda.ics"), [van_jan.id])
    assert len(get_mens(sessie, jan).agendas) == 1


def test_what_she_refused_takes_no_time_of_hers(sessie: Sessie, school: SchoolBeeld, tmp_path: Path) -> None:
    uitgenodigd = "ATTENDEE;PARTSTAT=DECLINED:mailto:{}"
    bestand = zet(
        tmp_path / "een.ics",
        kalender(
            afspraak("een", "20261124", "0900", "1000", uitgenodigd.format("vera@example.org")),
            afspraak("twee", "20261124", "1100", "1200", uitgenodigd.format("lia@example.org")),
        ),
    )
    vera = school.kernteam[0].id
    assert [b.van.hour for b in lees_bestand(sessie, vera, bestand).blokken] == [10]
    assert [b.van.hour for b in lees_bestand(sessie, lia(school), bestand).blokken] == [8]
    assert len(lees_bestand(sessie, school.kernteam[2].id, bestand).blokken) == 2


def test_a_file_without_a_date_of_its_own_is_as_old_as_the_file(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    zonder = GOED.replace(b"DTSTAMP:20261111T080000Z\r\n", b"")
    gelezen = lees_bestand(sessie, lia(school), zet(tmp_path / "lia.ics", zonder))
    assert gelezen.peildatum == date(2026, 11, 9)


def test_reading_in_and_forgetting_are_taken_back(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    [voor] = get_mens(sessie, lia(school)).agendas
    leeg = lees_bestand(sessie, lia(school), zet(tmp_path / "lia.ics", kalender()))
    gedaan = doe_met_opname(neem_aan, sessie, lia(school), leeg)
    assert get_mens(sessie, lia(school)).agendas[0].tijden == 0
    weg = gedaan.ongedaan("Agenda ingelezen")
    assert weg is not None
    weg.zet_terug(sessie)
    assert get_mens(sessie, lia(school)).agendas == (voor,)
    weg = doe_met_opname(vergeet_agenda, sessie, voor.id).ongedaan("Agenda vergeten")
    assert get_mens(sessie, lia(school)).agendas == ()
    assert weg is not None
    weg.zet_terug(sessie)
    assert get_mens(sessie, lia(school)).agendas == (voor,)
    with sessie.lezen() as conn:
        [terug] = lees_agendas(conn)
    assert len(terug.blokken) == 2


def test_a_file_that_is_no_calendar_or_no_file_changes_nothing(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    pijp = tmp_path / "pijp.ics"
    os.mkfifo(pijp)
    gevallen: list[tuple[Path, type[KernteamError]]] = [
        (zet(tmp_path / "half" / "lia.ics", GOED[:-40]), AgendaNietHeel),
        (zet(tmp_path / "leeg" / "lia.ics", b""), AgendaNietHeel),
        (tmp_path, GeenGewoonBestand),
        (pijp, GeenGewoonBestand),
        (Path("/dev/zero"), GeenGewoonBestand),
        (tmp_path / "weg.ics", NietGevonden),
        (tmp_path / "nul\0.ics", NietGevonden),
    ]
    for pad, soort in gevallen:
        with pytest.raises(soort) as fout:
            lees_in(sessie, lia(school), pad)
        assert "Lia" not in fout.value.zin
    with pytest.raises(NietGevonden):
        lees_in(sessie, "weg", tmp_path / "lia.ics")
    assert [a.tijden for a in get_mens(sessie, lia(school)).agendas] == [2]


def test_more_times_than_a_person_has_are_not_kept(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agendas, "MEESTE_TIJDEN", 1)
    with pytest.raises(AgendaTeGroot, match="afspraken"):
        lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    assert get_mens(sessie, lia(school)).agendas == ()


def test_only_the_window_of_half_a_year_is_kept(sessie: Sessie, school: SchoolBeeld, tmp_path: Path) -> None:
    dagen = ("20261115", "20261116", "20270521", "20270522")
    bestand = zet(tmp_path / "lia.ics", kalender(*(afspraak(d, d, "0900", "1000") for d in dagen)))
    gelezen = lees_bestand(sessie, lia(school), bestand)
    assert [f"{b.van:%Y%m%d}" for b in gelezen.blokken] == ["20261116", "20270521"]


def test_somebody_who_left_the_kernteam_takes_her_agenda_along(
    sessie: Sessie, school: SchoolBeeld, tmp_path: Path
) -> None:
    gelezen = lees_in(sessie, lia(school), zet(tmp_path / "lia.ics"))
    zonder = [{"rol": "gezinswerker", "naam": "Vera", "ik": True}]
    save_school(sessie, {"naam": school.naam, "kernteam": zonder})
    with sessie.lezen() as conn:
        assert lees_agendas(conn) == ()
    with pytest.raises(NietGevonden):
        neem_aan(sessie, lia(school), replace(gelezen, bestand="ander.ics"))


def test_an_agenda_of_tomorrow_is_not_old(sessie: Sessie, school: SchoolBeeld, tmp_path: Path) -> None:
    morgen = GOED.replace(b"DTSTAMP:20261111", b"DTSTAMP:20261124")
    lees_in(
        sessie,
        lia(school),
        zet(tmp_path / "lia.ics", morgen, datetime(2026, 11, 24, tzinfo=AMSTERDAM)),
    )
    [een] = get_mens(sessie, lia(school)).agendas
    assert (een.dagen_oud, een.ouderdom) == (0, "")

"""Somebody is away: both schools, a replacement who is new, and the talks it hits by number and time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.codes import Dagdeel, GesprekSoort, LogSoort, Rol
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.plancodes import Afwezigreden
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.afwezigheden import (
    AfwezigGegevens,
    AfwezigheidBeeld,
    get_afwezigen,
    haal_afwezigheid_weg,
    meld_afwezig,
    meld_ziek,
    wijzig_afwezigheid,
)
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.rooster import get_roosterweek
from kernteam_tui.services.school import SchoolBeeld, edit_school, get_school, save_school
from kernteam_tui.services.sessie import Sessie
from tests.services.rooster.scholen import KOMPAS

DI, DO = date(2026, 11, 24), date(2026, 11, 26)
AGENDATIJD = datetime(2026, 11, 24, 10, tzinfo=UTC)


def plan(sessie: Sessie, casus: AanmeldingUitkomst, dag: date, uur: int, *wie: str) -> str:
    start = datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM)
    gegevens = GesprekGegevens(GesprekSoort.STARTGESPREK, start, wie=wie)
    return plan_gesprek(sessie, casus.casus_id, gegevens).id


def enige(sessie: Sessie, school: SchoolBeeld) -> AfwezigheidBeeld:
    [een] = get_afwezigen(sessie, school.id).afwezig
    return een


def test_a_planned_talk_is_named_by_number_and_time_and_by_nothing_else(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    lia = school.kernteam[1]
    plan(sessie, casus, DI, 10, lia.id)
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, DI, DI))
    [hit] = enige(sessie, school).gesprekken
    assert (hit.nummer, hit.casus_id) == (casus.nummer, casus.casus_id)
    assert hit.start == datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
    assert "Sami" not in repr(enige(sessie, school))


@pytest.mark.parametrize(
    ("uur", "dagdeel", "raakt"),
    [
        (10, None, True),
        (10, Dagdeel.OCHTEND, True),
        (10, Dagdeel.MIDDAG, False),
        (12, Dagdeel.MIDDAG, True),  # an hour from twelve runs into the afternoon
        (14, Dagdeel.OCHTEND, False),
    ],
)
def test_only_the_part_of_the_day_counts(
    sessie: Sessie,
    school: SchoolBeeld,
    casus: AanmeldingUitkomst,
    uur: int,
    dagdeel: Dagdeel | None,
    raakt: bool,
) -> None:
    lia = school.kernteam[1]
    plan(sessie, casus, DI, uur, lia.id)
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, DI, DI, dagdeel))
    assert bool(enige(sessie, school).gesprekken) is raakt


def test_who_was_not_asked_hits_nothing_and_she_herself_hits_all_her_talks(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    ik, lia, jan = school.kernteam
    plan(sessie, casus, DI, 10, lia.id)
    meld_afwezig(sessie, school.id, AfwezigGegevens(jan.id, DI, DI))
    assert enige(sessie, school).gesprekken == ()
    meld_afwezig(sessie, school.id, AfwezigGegevens(ik.id, DI, DO))
    mine = next(een for een in get_afwezigen(sessie, school.id).afwezig if een.ik)
    assert [hit.nummer for hit in mine.gesprekken] == [casus.nummer]


def test_one_person_at_two_schools_is_away_at_both_and_that_is_said(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    kompas = save_school(sessie, KOMPAS)
    plan(sessie, casus, DI, 10, school.kernteam[1].id)
    meld_afwezig(sessie, kompas.id, AfwezigGegevens(kompas.kernteam[1].id, DI, DI, reden=Afwezigreden.ZIEK))
    een = enige(sessie, school)
    assert (een.school_id, een.elders) == (kompas.id, ("De Brug",))
    assert [hit.nummer for hit in een.gesprekken] == [casus.nummer]
    assert [regel.zin for regel in get_roosterweek(sessie, school.id, DI).weg] == ["Lia: ziek di 24 nov"]


def test_a_replacement_who_is_new_comes_into_the_kernteam_with_name_and_role(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    lia = school.kernteam[1]
    nieuw = (Rol.LEERPLICHTAMBTENAAR, "  Sam   Bos ")
    gegevens = AfwezigGegevens(lia.id, DI, DO, nieuwe_vervanger=nieuw)
    gedaan = doe_met_opname(meld_afwezig, sessie, school.id, gegevens)
    sam = get_school(sessie, school.id).kernteam[-1]
    assert (sam.naam, sam.rol) == ("Sam Bos", Rol.LEERPLICHTAMBTENAAR)
    assert enige(sessie, school).vervanger == "Sam Bos"
    meld_afwezig(
        sessie,
        school.id,
        AfwezigGegevens(lia.id, date(2026, 12, 1), date(2026, 12, 1), nieuwe_vervanger=nieuw),
    )
    assert len(get_school(sessie, school.id).kernteam) == 4, "Sam is there already"
    second = get_afwezigen(sessie, school.id).afwezig[-1]
    haal_afwezigheid_weg(sessie, second.id)
    zet_terug(sessie, wat="Afwezig gezet", wissels=gedaan.wissels)
    assert get_afwezigen(sessie, school.id).afwezig == ()
    assert [p.naam for p in get_school(sessie, school.id).kernteam] == ["Vera", "Lia", "Jan"]


def test_nobody_replaces_oneself_and_an_end_lies_not_before_the_beginning(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    lia = school.kernteam[1]
    for gegevens in (
        AfwezigGegevens(lia.id, DI, DI, vervanger_id=lia.id),
        AfwezigGegevens(lia.id, DO, DI),
        AfwezigGegevens(lia.id, DI, date(2028, 1, 1)),
        AfwezigGegevens(lia.id, DI, DI, nieuwe_vervanger=(Rol.OVERIG, "  ")),
    ):
        with pytest.raises(InhoudOngeldig):
            meld_afwezig(sessie, school.id, gegevens)
    assert get_afwezigen(sessie, school.id).afwezig == ()


def test_ill_today_is_one_call_and_not_twice(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    jan, vandaag = school.kernteam[2], sessie.vandaag()
    plan(sessie, casus, vandaag, 14, jan.id)
    [hit] = meld_ziek(sessie, school.id, jan.id)
    assert hit.nummer == casus.nummer
    een = enige(sessie, school)
    assert (een.van, een.tot_en_met, een.reden) == (vandaag, vandaag, Afwezigreden.ZIEK)
    with pytest.raises(RegelGeweigerd):
        meld_ziek(sessie, school.id, jan.id)
    with sessie.lezen() as conn:
        assert "Jan" not in " ".join(line.wat for line in lees_log(conn))


def test_it_can_be_changed_taken_away_and_put_back(sessie: Sessie, school: SchoolBeeld) -> None:
    lia, jan = school.kernteam[1:]
    made = meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, DI, DI))
    rev = enige(sessie, school).revision
    wijzig_afwezigheid(sessie, made, AfwezigGegevens(lia.id, DI, DO, vervanger_id=jan.id), rev)
    assert (enige(sessie, school).tot_en_met, enige(sessie, school).vervanger) == (DO, "Jan")
    gedaan = doe_met_opname(haal_afwezigheid_weg, sessie, made)
    assert get_afwezigen(sessie, school.id).afwezig == ()
    zet_terug(sessie, wat="Afwezigheid weggehaald", wissels=gedaan.wissels)
    assert enige(sessie, school).id == made


def test_what_is_over_is_known_as_over_and_stands_last(sessie: Sessie, school: SchoolBeeld) -> None:
    lia = school.kernteam[1]
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, date(2026, 11, 16), date(2026, 11, 20)))
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, DI, DI))
    assert [een.voorbij for een in get_afwezigen(sessie, school.id).afwezig] == [False, True]


def test_who_leaves_the_kernteam_takes_absences_and_calendars_along_and_ctrl_z_brings_all_back(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    """Taken out by mistake, a week after Lia was noted ill: all of it was gone for good."""
    vera, lia, jan = school.kernteam
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, DI, DI, reden=Afwezigreden.ZIEK))
    meld_afwezig(sessie, school.id, AfwezigGegevens(jan.id, DO, DO, vervanger_id=lia.id))
    with sessie.unit_of_work() as uow:
        times = (Bezetblok(AGENDATIJD, AGENDATIJD.replace(hour=11), Bezetstaat.BEZET, "x" * 16),)
        agenda = Partneragenda(
            partner_id=lia.id,
            bestand="lia.ics",
            peildatum=DI,
            gelezen_op=AGENDATIJD,
            van=DI,
            tot=DO,
            blokken=times,
        )
        uow.agendas.add(agenda)
        uow.log(LogSoort.GEWIJZIGD, "agenda")
        uow.commit()
    voor = get_afwezigen(sessie, school.id)
    rest = [{"id": p.id, "rol": str(p.rol), "naam": p.naam, "ik": p.ik} for p in (vera, jan)]
    gedaan = doe_met_opname(edit_school, sessie, school.id, {"naam": school.naam, "kernteam": rest})
    [over] = get_afwezigen(sessie, school.id).afwezig
    assert (over.naam, over.vervanger) == ("Jan", "")
    assert agendas_van(sessie, lia.id) == []
    weg = gedaan.ongedaan("School gewijzigd")
    assert weg is not None
    weg.zet_terug(sessie)
    na = get_afwezigen(sessie, school.id)
    assert [(a.id, a.naam, a.vervanger) for a in na.afwezig] == [
        (a.id, a.naam, a.vervanger) for a in voor.afwezig
    ]
    assert [een.blokken for een in agendas_van(sessie, lia.id)] == [times]


def agendas_van(sessie: Sessie, partner_id: str) -> list[Partneragenda]:
    with sessie.unit_of_work() as uow:
        return uow.agendas.find(partner_id=partner_id)

"""The own list of a school, its hours, and the worker's own days, in a real store."""

from __future__ import annotations

from datetime import date, time

import pytest

from kernteam_tui.domain.codes import Dag, Dagdeel, GesprekSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.instellingen import Reistijd, Vrijedag
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.domain.lesrooster import LestijdenOngeldig, maak_lesuren
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.schooltijd import Dagdeeltijd, Lesuur, Overlegmoment
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.beelden import lees_werkdag
from kernteam_tui.services.genodigden import begin_gesprek
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.rooster import get_roosterweek
from kernteam_tui.services.school import SchoolBeeld, get_school, save_school
from kernteam_tui.services.schooldagen import (
    SchooldagGegevens,
    get_schooldag,
    get_schooldagen,
    haal_schooldag_weg,
    wijzig_schooldag,
    zet_schooldagen,
)
from kernteam_tui.services.schooltijden import Schooltijden, get_schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vrijedagen import get_eigen_dagen, zet_reistijd, zet_ruildagen, zet_vrije_dagen
from tests.services.conftest import SCHOOL
from tests.services.rooster.scholen import KOMPAS

VANDAAG = date(2026, 11, 23)
KERST = Periode(date(2026, 12, 19), date(2027, 1, 3))


def een_dag(dag: date, soort: Schooldagsoort = Schooldagsoort.STUDIEDAG, wat: str = "") -> SchooldagGegevens:
    return SchooldagGegevens((Periode(dag, dag),), soort, wat)


def test_the_region_stands_beside_the_list_with_source_date_and_end(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    beeld = get_schooldagen(sessie, school.id, VANDAAG)
    assert (beeld.jaar.van, beeld.jaar.tot_en_met) == (date(2026, 8, 1), date(2027, 7, 31))
    assert ("kerstvakantie", KERST) in [(v.naam, v.periode) for v in beeld.vakanties]
    assert beeld.bekend is not None
    assert beeld.bekend.tot_en_met == date(2029, 8, 19)
    assert beeld.bijgewerkt <= VANDAAG
    assert "rijksoverheid" in beeld.bron
    assert beeld.jaar_bekend


def test_a_year_and_a_region_without_data_are_plainly_not_known(sessie: Sessie, school: SchoolBeeld) -> None:
    assert not get_schooldagen(sessie, school.id, date(2031, 11, 1)).jaar_bekend
    noord = save_school(sessie, {"naam": "Verweg", "regio": "noord"})
    beeld = get_schooldagen(sessie, noord.id, VANDAAG)
    assert (beeld.bekend, beeld.vakanties, beeld.jaar_bekend) == (None, (), False)


def test_its_own_days_go_above_the_region(sessie: Sessie, school: SchoolBeeld) -> None:
    zet_schooldagen(sessie, school.id, een_dag(date(2026, 12, 21), Schooldagsoort.OPEN))
    zet_schooldagen(sessie, school.id, een_dag(date(2026, 12, 2), wat="  rapport   dag "))
    kalender = lees_werkdag(sessie).kalenders[school.id]
    assert kalender.waarom_dicht(date(2026, 12, 21)) is None
    assert kalender.waarom_dicht(date(2026, 12, 2)) == "rapport dag"
    assert kalender.waarom_dicht(date(2026, 12, 22)) == "kerstvakantie"


def test_the_single_closed_dates_stand_in_the_same_list_and_can_become_days_of_it(sessie: Sessie) -> None:
    school = save_school(sessie, {**SCHOOL, "dicht": ["2026-12-04", "2026-12-07", "2026-12-10"]})
    regels = get_schooldagen(sessie, school.id, VANDAAG).eigen
    assert [(r.van.day, r.tot_en_met.day, r.oud) for r in regels] == [(4, 7, True), (10, 10, True)]
    gedaan = doe_met_opname(
        wijzig_schooldag, sessie, school.id, regels[0].sleutel, een_dag(date(2026, 12, 4), wat="sport")
    )
    after = get_school(sessie, school.id)
    assert after.dicht == (date(2026, 12, 10),)
    assert [(d.van, d.wat) for d in after.dagen] == [(date(2026, 12, 4), "sport")]
    haal_schooldag_weg(sessie, school.id, regels[1].sleutel)
    assert get_school(sessie, school.id).dicht == ()
    with pytest.raises(NietGevonden):
        haal_schooldag_weg(sessie, school.id, regels[1].sleutel)
    del gedaan


def test_a_file_of_the_school_leaves_its_own_list_alone(sessie: Sessie, school: SchoolBeeld) -> None:
    [made] = zet_schooldagen(sessie, school.id, een_dag(date(2026, 12, 2)))
    save_school(sessie, {**SCHOOL, "dicht": ["2026-12-04"]})
    assert get_schooldag(sessie, school.id, made).van == date(2026, 12, 2)


def test_a_day_is_changed_in_place_and_a_removal_taken_back(sessie: Sessie, school: SchoolBeeld) -> None:
    [made] = zet_schooldagen(sessie, school.id, een_dag(date(2026, 12, 2)))
    toets = SchooldagGegevens((Periode(date(2027, 1, 18), date(2027, 1, 22)),), Schooldagsoort.TOETSWEEK)
    assert wijzig_schooldag(sessie, school.id, made, toets) == (made,)
    assert get_roosterweek(sessie, school.id, date(2027, 1, 20)).toetsen == (True,) * 5
    gedaan = doe_met_opname(haal_schooldag_weg, sessie, school.id, made)
    assert get_schooldagen(sessie, school.id, VANDAAG).eigen == ()
    zet_terug(sessie, wat="Dag uit de lijst gehaald", wissels=gedaan.wissels)
    assert [r.sleutel for r in get_schooldagen(sessie, school.id, VANDAAG).eigen] == [made]


@pytest.mark.parametrize(
    "periodes",
    [(), (Periode(date(2026, 12, 2), date(2026, 12, 1)),), (Periode(date(2026, 1, 1), date(2026, 12, 1)),)],
)
def test_days_that_cannot_be_are_refused(
    sessie: Sessie, school: SchoolBeeld, periodes: tuple[Periode, ...]
) -> None:
    with pytest.raises(InhoudOngeldig):
        zet_schooldagen(sessie, school.id, SchooldagGegevens(periodes))


def test_the_hours_of_a_school_are_kept_and_only_what_differs(sessie: Sessie, school: SchoolBeeld) -> None:
    uren = maak_lesuren(time(8, 30), 50, 3, {2: 20})
    tijden = Schooltijden(
        uren,
        (
            Dagdeeltijd(Dagdeel.OCHTEND, time(8, 30), time(12, 30)),
            Dagdeeltijd(Dagdeel.MIDDAG, time(13), time(16)),
        ),
        Overlegmoment(Dag.WO, time(9)),
    )
    save_schooltijden(sessie, school.id, tijden)
    beeld = get_schooltijden(sessie, school.id)
    assert beeld.tijden.lesuren[2] == Lesuur(3, time(10, 30), time(11, 20))
    assert [deel.dagdeel for deel in beeld.tijden.dagdelen] == [Dagdeel.MIDDAG]
    assert beeld.middag.van == time(13)
    assert get_school(sessie, school.id).overleg == Overlegmoment(Dag.WO, time(9))
    with pytest.raises(LestijdenOngeldig):
        save_schooltijden(sessie, school.id, Schooltijden((*uren, uren[0])))
    with pytest.raises(InhoudOngeldig, match="weekend"):
        save_schooltijden(sessie, school.id, Schooltijden(overleg=Overlegmoment(Dag.ZA, time(9))))
    with pytest.raises(InhoudOngeldig, match="middernacht"):
        save_schooltijden(sessie, school.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(23, 30))))


# --- her own days ------------------------------------------------------------------------------------


def test_only_a_public_holiday_can_be_swapped_and_then_she_works(sessie: Sessie, school: SchoolBeeld) -> None:
    hemelvaart = date(2027, 5, 6)
    assert hemelvaart in [f.dag for f in get_eigen_dagen(sessie).feestdagen]
    with pytest.raises(InhoudOngeldig, match="feestdag"):
        zet_ruildagen(sessie, [date(2027, 5, 7)])
    with pytest.raises(InhoudOngeldig):
        zet_ruildagen(sessie, [date(2026, 12, 26)])  # second Christmas day is a Saturday
    zet_ruildagen(sessie, [hemelvaart, hemelvaart])
    kalender = lees_werkdag(sessie).kalenders[school.id]
    assert kalender.is_werkdag(hemelvaart)
    assert kalender.waarom_dicht(hemelvaart) == "Hemelvaartsdag", "the school is closed all the same"


def test_a_week_of_holiday_is_one_line_and_goes_for_every_school(sessie: Sessie, school: SchoolBeeld) -> None:
    vrij = Vrijedag(date(2026, 11, 23), date(2026, 11, 27), " wandelen ")
    assert zet_vrije_dagen(sessie, [vrij]).vrije_dagen[0].wat == "wandelen"
    week = get_roosterweek(sessie, school.id, VANDAAG)
    assert all(not any(deel.is_in for deel in dag) for dag in week.staten[0])
    with pytest.raises(InhoudOngeldig):
        zet_vrije_dagen(sessie, [Vrijedag(date(2026, 11, 27), date(2026, 11, 23))])
    assert zet_vrije_dagen(sessie, []).vrije_dagen == ()


def test_the_way_between_two_schools_is_the_same_both_ways(sessie: Sessie, school: SchoolBeeld) -> None:
    assert get_eigen_dagen(sessie).paren == ()
    kompas = save_school(sessie, KOMPAS)
    [paar] = get_eigen_dagen(sessie).paren
    assert paar.minuten is None
    zet_reistijd(sessie, school.id, kompas.id, 25)
    zet_reistijd(sessie, kompas.id, school.id, 30)
    assert lees_werkdag(sessie).instellingen.reistijden == (Reistijd(kompas.id, school.id, 30),)
    assert get_eigen_dagen(sessie).paren[0].minuten == 30
    zet_reistijd(sessie, school.id, kompas.id, None)
    assert get_eigen_dagen(sessie).paren[0].minuten is None
    for onzin in (-1, 241):
        with pytest.raises(InhoudOngeldig):
            zet_reistijd(sessie, school.id, kompas.id, onzin)
    with pytest.raises(InhoudOngeldig):
        zet_reistijd(sessie, school.id, school.id, 5)
    with pytest.raises(NietGevonden):
        zet_reistijd(sessie, school.id, "weg", 5)


def test_a_talk_begins_with_the_lesson_hours_of_the_school(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    uren = maak_lesuren(time(8, 30), 50, 3, {})
    save_schooltijden(sessie, school.id, Schooltijden(uren))
    assert begin_gesprek(sessie, casus.casus_id, GesprekSoort.STARTGESPREK).lesuren == uren

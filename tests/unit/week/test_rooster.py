"""Who is in: every second week, from a day until a day, ill, replaced, and free herself."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.codes import Dag, Dagdeel, Rol
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.plancodes import Afwezigreden, Weken
from kernteam_tui.domain.rooster import IK, Rooster, samen, zelfde_mens
from kernteam_tui.domain.school import Aanwezigheid, Kernpartner, School

DI, DO = date(2026, 11, 24), date(2026, 11, 26)
OCHTEND, MIDDAG = Dagdeel.OCHTEND, Dagdeel.MIDDAG


def partner(rol: Rol, naam: str, *aanwezig: Aanwezigheid, ik: bool = False) -> Kernpartner:
    return Kernpartner(rol=rol, naam=naam, aanwezig=aanwezig, ik=ik)


def test_a_weekly_pattern_is_every_week() -> None:
    lia = partner(Rol.LEERPLICHTAMBTENAAR, "Lia", Aanwezigheid(Dag.DI, OCHTEND), Aanwezigheid(Dag.DI, MIDDAG))
    rooster = Rooster([School(naam="De Brug", kernteam=[lia])])
    assert rooster.dagdelen(lia, DI) == (OCHTEND, MIDDAG)
    assert rooster.dagdelen(lia, DO) == ()


def test_every_second_week_goes_by_the_number_of_the_week() -> None:
    """24 November 2026 is in week 48."""
    even = Aanwezigheid(Dag.DI, OCHTEND, Weken.EVEN)
    odd = Aanwezigheid(Dag.DI, MIDDAG, Weken.ONEVEN)
    jgz = partner(Rol.JEUGDARTS, "Jo", even, odd)
    rooster = Rooster([School(naam="De Brug", kernteam=[jgz])])
    assert rooster.dagdelen(jgz, DI) == (OCHTEND,)
    assert rooster.dagdelen(jgz, date(2026, 12, 1)) == (MIDDAG,)


def test_two_odd_weeks_in_a_row_at_new_year() -> None:
    """2026 has 53 weeks: week 53 and week 1 are both odd."""
    odd = Aanwezigheid(Dag.DI, OCHTEND, Weken.ONEVEN)
    assert odd.geldt_op(date(2026, 12, 29))
    assert odd.geldt_op(date(2027, 1, 5))


def test_from_a_day_until_a_day() -> None:
    later = Aanwezigheid(Dag.DI, OCHTEND, van=date(2026, 12, 1), tot_en_met=date(2026, 12, 8))
    assert [later.geldt_op(date(2026, 11, 24)), later.geldt_op(date(2026, 12, 1))] == [False, True]
    assert [later.geldt_op(date(2026, 12, 8)), later.geldt_op(date(2026, 12, 15))] == [True, False]


def test_who_is_ill_is_ill_at_every_school() -> None:
    at_one = partner(Rol.LEERPLICHTAMBTENAAR, "Lia  de Wit", Aanwezigheid(Dag.DI, OCHTEND))
    at_two = partner(Rol.LEERPLICHTAMBTENAAR, "lia de wit", Aanwezigheid(Dag.DI, MIDDAG))
    other = partner(Rol.JEUGDARTS, "Lia de Wit", Aanwezigheid(Dag.DI, MIDDAG))
    schools = [School(naam="A", kernteam=[at_one]), School(naam="B", kernteam=[at_two, other])]
    ill = Afwezigheid(partner_id=at_one.id, van=DI, tot_en_met=DI, reden=Afwezigreden.ZIEK)
    rooster = Rooster(schools, [ill])
    assert rooster.dagdelen(at_one, DI) == rooster.dagdelen(at_two, DI) == ()
    assert rooster.waarom_weg(at_two, DI, MIDDAG) == "ziek"
    assert rooster.dagdelen(other, DI) == (MIDDAG,)
    assert rooster.dagdelen(at_one, date(2026, 12, 1)) == (OCHTEND,)


def test_a_replacement_is_in_when_the_other_would_have_been() -> None:
    lia = partner(Rol.LEERPLICHTAMBTENAAR, "Lia", Aanwezigheid(Dag.DI, OCHTEND), Aanwezigheid(Dag.DO, MIDDAG))
    sam = partner(Rol.LEERPLICHTAMBTENAAR, "Sam")
    away = Afwezigheid(partner_id=lia.id, van=DI, tot_en_met=DI, dagdeel=OCHTEND, vervanger_id=sam.id)
    rooster = Rooster([School(naam="A", kernteam=[lia, sam])], [away])
    assert rooster.dagdelen(sam, DI) == (OCHTEND,)
    assert rooster.dagdelen(sam, DO) == ()
    assert rooster.dagdelen(lia, DO) == (MIDDAG,)


def test_a_replacement_who_is_away_herself_does_not_come() -> None:
    lia = partner(Rol.LEERPLICHTAMBTENAAR, "Lia", Aanwezigheid(Dag.DI, OCHTEND), Aanwezigheid(Dag.DI, MIDDAG))
    sam = partner(Rol.LEERPLICHTAMBTENAAR, "Sam")
    ill = Afwezigheid(partner_id=lia.id, van=DI, tot_en_met=DI, vervanger_id=sam.id)
    free = Afwezigheid(partner_id=sam.id, van=DI, tot_en_met=DI, dagdeel=OCHTEND)
    rooster = Rooster([School(naam="De Brug", kernteam=[lia, sam])], [ill, free])
    assert rooster.dagdelen(sam, DI) == (MIDDAG,)


def test_her_own_free_days_are_for_every_school_and_for_nobody_else() -> None:
    ik = partner(Rol.GEZINSWERKER, "Fatima", Aanwezigheid(Dag.DI, OCHTEND), ik=True)
    lia = partner(Rol.LEERPLICHTAMBTENAAR, "Lia", Aanwezigheid(Dag.DI, OCHTEND))
    rooster = Rooster([School(naam="A", kernteam=[ik, lia])], vrije_dagen=[Vrijedag(DI, DI)])
    assert rooster.dagdelen(ik, DI) == ()
    assert rooster.dagdelen(lia, DI) == (OCHTEND,)
    assert zelfde_mens(ik) == IK


def test_who_has_no_name_is_nobody_else() -> None:
    een, ander = partner(Rol.JEUGDARTS, ""), partner(Rol.JEUGDARTS, "")
    assert zelfde_mens(een) != zelfde_mens(ander)


def test_the_shared_moments_count_partners_and_not_gezinswerkers() -> None:
    ik = partner(Rol.GEZINSWERKER, "Fatima", Aanwezigheid(Dag.DI, OCHTEND), ik=True)
    lia = partner(Rol.LEERPLICHTAMBTENAAR, "Lia", Aanwezigheid(Dag.DI, OCHTEND))
    bpo = partner(
        Rol.BEGELEIDER_PASSEND_ONDERWIJS, "Bo", Aanwezigheid(Dag.DI, OCHTEND), Aanwezigheid(Dag.DI, MIDDAG)
    )
    school = School(naam="A", kernteam=[ik, lia, bpo])
    assert samen(school, Rooster([school]), DI) == {OCHTEND: 2, MIDDAG: 1}


def test_somebody_who_left_the_kernteam_takes_the_absence_along() -> None:
    school = School(naam="A")
    gone = Afwezigheid(partner_id="weg", van=DI, tot_en_met=DI)
    assert samen(school, Rooster([school], [gone]), DI) == {OCHTEND: 0, MIDDAG: 0}

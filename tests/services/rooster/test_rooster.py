"""The weekly pattern in a real store: every second week, a period, undo, and what a form may not lose."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.instellingen import Vrijedag
from kernteam_tui.domain.kalender import Periode
from kernteam_tui.domain.plancodes import Weken
from kernteam_tui.domain.roosterweek import Staat
from kernteam_tui.domain.school import Aanwezigheid
from kernteam_tui.services.afwezigheden import AfwezigGegevens, meld_afwezig
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.rooster import (
    get_rooster,
    get_roosterweek,
    volgende_weken,
    wissel_dagdelen,
    zet_periode,
)
from kernteam_tui.services.school import SchoolBeeld, edit_school, get_school, save_school
from kernteam_tui.services.schooldagen import SchooldagGegevens, zet_schooldagen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import list_schoolweken
from kernteam_tui.services.vrijedagen import zet_vrije_dagen
from tests.services.conftest import SCHOOL
from tests.services.rooster.scholen import KOMPAS

DI_OCHTEND, DI_MIDDAG = (Dag.DI, Dagdeel.OCHTEND), (Dag.DI, Dagdeel.MIDDAG)
DO_OCHTEND = (Dag.DO, Dagdeel.OCHTEND)


def patroon(sessie: Sessie, school: SchoolBeeld, naam: str) -> tuple[Aanwezigheid, ...]:
    return next(p.aanwezig for p in get_school(sessie, school.id).kernteam if p.naam == naam)


def test_a_dagdeel_goes_on_and_off_and_a_whole_day_at_once(sessie: Sessie, school: SchoolBeeld) -> None:
    lia = school.kernteam[1]
    wissel_dagdelen(sessie, school.id, lia.id, [DI_OCHTEND, DI_MIDDAG])
    assert patroon(sessie, school, "Lia") == (Aanwezigheid(*DI_MIDDAG), Aanwezigheid(*DI_OCHTEND))
    assert wissel_dagdelen(sessie, school.id, lia.id, [DI_OCHTEND, DI_MIDDAG]) == ()


def test_even_weeks_then_odd_then_every_week(sessie: Sessie, school: SchoolBeeld) -> None:
    jan = school.kernteam[2]
    seen = [volgende_weken(sessie, school.id, jan.id, DO_OCHTEND)[0].weken for _ in range(3)]
    assert seen == [Weken.EVEN, Weken.ONEVEN, Weken.ELKE]
    assert volgende_weken(sessie, school.id, jan.id, DI_OCHTEND)[0] == Aanwezigheid(*DI_OCHTEND, Weken.EVEN)


def test_a_period_keeps_the_weeks_and_cannot_be_over(sessie: Sessie, school: SchoolBeeld) -> None:
    jan = school.kernteam[2]
    volgende_weken(sessie, school.id, jan.id, DO_OCHTEND)
    na = zet_periode(sessie, school.id, jan.id, [DO_OCHTEND], date(2026, 12, 1), date.max)
    assert na == (Aanwezigheid(*DO_OCHTEND, Weken.EVEN, date(2026, 12, 1)),)
    with pytest.raises(InhoudOngeldig, match="voorbij"):
        zet_periode(sessie, school.id, jan.id, [DO_OCHTEND], date.min, date(2026, 11, 22))
    with pytest.raises(InhoudOngeldig, match="vóór de eerste"):
        zet_periode(sessie, school.id, jan.id, [DO_OCHTEND], date(2027, 1, 2), date(2027, 1, 1))
    assert patroon(sessie, school, "Jan") == na


def test_a_change_is_taken_back_and_logged_without_a_name(sessie: Sessie, school: SchoolBeeld) -> None:
    lia = school.kernteam[1]
    gedaan = doe_met_opname(wissel_dagdelen, sessie, school.id, lia.id, [DO_OCHTEND])
    assert len(patroon(sessie, school, "Lia")) == 2
    with sessie.lezen() as conn:
        assert next(iter(lees_log(conn))).wat == "school: wie er wanneer is"
    zet_terug(sessie, wat="Rooster gewijzigd", wissels=gedaan.wissels)
    assert patroon(sessie, school, "Lia") == (Aanwezigheid(*DI_OCHTEND),)


def test_who_is_not_in_this_kernteam_is_refused(sessie: Sessie, school: SchoolBeeld) -> None:
    with pytest.raises(NietGevonden):
        wissel_dagdelen(sessie, school.id, "weg", [DI_OCHTEND])
    with pytest.raises(NietGevonden):
        get_rooster(sessie, "weg")


def test_she_stands_first_and_one_person_at_two_schools_is_known(sessie: Sessie, school: SchoolBeeld) -> None:
    kompas = save_school(sessie, KOMPAS)
    beeld = get_rooster(sessie, school.id)
    ik, lia, jan = beeld.kernteam
    assert ik.ik
    assert [beeld.elders[p.id] for p in (ik, lia, jan)] == [("Het Kompas",), ("Het Kompas",), ()]
    arts = get_rooster(sessie, kompas.id).kernteam[2]
    assert get_rooster(sessie, kompas.id).elders[arts.id] == ()


def test_the_form_and_the_file_keep_the_weeks_of_a_dagdeel_that_stays(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    jan = school.kernteam[2]
    even = volgende_weken(sessie, school.id, jan.id, DO_OCHTEND)
    save_school(sessie, {**SCHOOL, "ruimtes": ["2.01"]})
    assert patroon(sessie, school, "Jan") == even
    kernteam = [dict(lid) for lid in SCHOOL["kernteam"]]
    kernteam[2]["aanwezig"] = [*kernteam[2]["aanwezig"], {"dag": "di", "dagdeel": "ochtend"}]
    edit_school(sessie, school.id, {**SCHOOL, "kernteam": kernteam})
    assert patroon(sessie, school, "Jan") == (Aanwezigheid(*DI_OCHTEND), *even)
    kernteam[2]["aanwezig"] = []
    edit_school(sessie, school.id, {**SCHOOL, "kernteam": kernteam})
    assert patroon(sessie, school, "Jan") == ()


def test_a_real_week_holds_absence_replacement_own_days_and_free_days(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    ik, lia, jan = school.kernteam
    meld_afwezig(
        sessie,
        school.id,
        AfwezigGegevens(lia.id, date(2026, 11, 23), date(2026, 11, 27), vervanger_id=jan.id),
    )
    zet_vrije_dagen(sessie, [Vrijedag(date(2026, 11, 26), date(2026, 11, 27), "kort weg")])
    wo = date(2026, 11, 25)
    zet_schooldagen(sessie, school.id, SchooldagGegevens((Periode(wo, wo),), wat="rapporten"))
    week = get_roosterweek(sessie, school.id, date(2026, 11, 29))
    staat = dict(zip((p.naam for p in week.kernteam), week.staten, strict=True))
    assert [dag[0] for dag in staat["Lia"]] == [Staat.NIET, Staat.WEG, Staat.NIET, Staat.NIET, Staat.NIET]
    assert [dag[0] for dag in staat["Jan"]] == [Staat.NIET, Staat.INVALLER, Staat.NIET, Staat.IN, Staat.NIET]
    assert staat[ik.naam][1][0] is Staat.IN
    assert staat[ik.naam][3][0] is Staat.WEG
    assert week.dicht == ("", "", "rapporten", "", "")
    assert [regel.zin for regel in week.weg] == [
        "jij: kort weg do 26 t/m vr 27 nov",
        "Lia: vrij ma 23 t/m vr 27 nov, Jan valt in",
    ]


def test_the_week_of_vandaag_and_school_leaves_out_who_is_away(sessie: Sessie, school: SchoolBeeld) -> None:
    lia = school.kernteam[1]
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, date(2026, 11, 24), date(2026, 11, 24)))
    [(_, week)] = list_schoolweken(sessie)
    rij = week.rijen[1]
    assert rij.dagen[1] == (False, False)
    assert rij.weg[1] == (True, False)
    assert [regel.zin for regel in week.weg] == ["Lia: vrij di 24 nov"]


def test_who_is_away_on_a_day_off_is_no_news_on_vandaag(sessie: Sessie, school: SchoolBeeld) -> None:
    lia = school.kernteam[1]
    meld_afwezig(sessie, school.id, AfwezigGegevens(lia.id, date(2026, 11, 25), date(2026, 11, 25)))
    [(_, week)] = list_schoolweken(sessie)
    assert week.weg == ()

"""Weeks that cannot be: what is refused by name, and what a change of the clock does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kernteam_tui.domain.codes import Dag, Rol
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig, Tijdvak, grid, moment
from kernteam_tui.domain.planning.voorstellen import voorstellen
from kernteam_tui.domain.planning.week import (
    Bezetting,
    Plancasus,
    Planmens,
    Planweek,
    Weektijd,
)
from tests.unit.planning.weken import (
    DI_OCHTEND,
    MAANDAG,
    UUR,
    aanwezig,
    blok,
    casus,
    mens,
    week,
)

# --- what is refused ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fout",
    [
        casus(verplicht=("wie",)),
        casus(zonder={"wie": "ziek"}),
        replace(UUR, gezinswerker="wie"),
        replace(UUR, school="s9"),
    ],
)
def test_an_unknown_id_is_refused_by_name(fout: Plancasus) -> None:
    with pytest.raises(PlanweekOngeldig, match=r"wie|s9") as gevangen:
        voorstellen(week(DI_OCHTEND), fout)
    assert gevangen.value.code == "planweek_ongeldig"


def test_a_week_that_names_what_is_not_there_is_refused() -> None:
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, kernteam=["wie"])
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, DI_OCHTEND)
    with pytest.raises(PlanweekOngeldig):
        week(Planmens("gw1", Rol.GEZINSWERKER, aanwezig("di", school="s9")))
    with pytest.raises(PlanweekOngeldig):
        week(mens("gw1", "di nacht"))
    with pytest.raises(PlanweekOngeldig):
        week(mens("gw1", bezet=(blok("09:00", "10:00", school="s9"),)))
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, reistijd={frozenset(("s1", "s9")): 5})
    with pytest.raises(PlanweekOngeldig):
        week(DI_OCHTEND, raster_minuten=0)
    with pytest.raises(PlanweekOngeldig):
        blok("10:00", "09:00")
    with pytest.raises(PlanweekOngeldig):
        Weektijd(Dag.DI, time(10), time(10))
    with pytest.raises(PlanweekOngeldig):
        Planweek(date.max, date.max, (), ())
    with pytest.raises(PlanweekOngeldig):
        casus(minuten=0)


# --- when the clock changes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "aantal"), [(date(2027, 3, 28), 92), (date(2026, 10, 25), 96), (MAANDAG, 96)]
)
def test_the_grid_follows_the_clock_on_the_wall(dag: date, aantal: int) -> None:
    starts = list(grid(dag, 15))
    assert len(starts) == len(set(starts)) == aantal
    assert starts[-1].astimezone(AMSTERDAM).time() == time(23, 45)


@pytest.mark.parametrize("zondag", [date(2027, 3, 28), date(2026, 10, 25)])
def test_a_week_over_a_clock_change_keeps_the_hours_of_school(zondag: date) -> None:
    vrijdag, maandag = zondag - timedelta(days=2), zondag + timedelta(days=1)
    bezet = tuple(
        Bezetting(Tijdvak(moment(dag, time(9)), moment(dag, time(10)))) for dag in (vrijdag, maandag)
    )
    gw = mens("gw1", "vr ochtend", "ma ochtend", bezet=bezet)
    om_de_zondag = replace(week(gw, raster_minuten=60), van=vrijdag, tot=maandag + timedelta(days=1))
    antwoord = voorstellen(om_de_zondag, casus(aangemeld=vrijdag, uiterlijk=maandag))
    lokaal = [v.start.astimezone(AMSTERDAM) for v in antwoord.voorstellen]
    assert [(t.date(), t.hour) for t in lokaal] == [
        *((vrijdag, 10), (vrijdag, 11)),
        *((maandag, 10), (maandag, 11)),
    ]
    assert lokaal[0].utcoffset() != lokaal[-1].utcoffset()
    assert {v.eind - v.start for v in antwoord.voorstellen} == {timedelta(hours=1)}


def test_a_stretch_over_a_clock_change_is_reckoned_in_real_time() -> None:
    nacht = datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM)
    ochtend = datetime(2027, 3, 28, 3, 30, tzinfo=AMSTERDAM)
    tijdvak = Tijdvak(nacht, ochtend)
    assert tijdvak.tot - tijdvak.van == timedelta(hours=1)
    assert tijdvak.van.tzinfo is UTC
    with pytest.raises(ValueError, match="zone"):
        Tijdvak(datetime(2027, 3, 28), datetime(2027, 3, 29))  # noqa: DTZ001  (the point of the test)

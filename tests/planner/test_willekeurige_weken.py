"""Random weeks: the program against `naslag`, which shares nothing with it; and the naslag against rules that
were broken on purpose."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from kernteam_tui.domain.planning import beschikbaarheid, rangorde, situatie
from kernteam_tui.domain.planning.raster import Raster, Starts
from kernteam_tui.domain.planning.tijd import Tijdvak
from kernteam_tui.domain.planning.week import Planweek
from tests.planner.bouw import antwoord
from tests.planner.naslag import Naslag, zonder_zinnen
from tests.planner.weken import geschud, willekeurige_week

WEKEN = int(os.environ.get("KERNTEAM_WEKEN", "100"))
"""How many: a rule that is broken shows within 40 (below). The proof takes 200, a night's run 20,000."""
PER_PROEF = 25


def verschil(zaad: int) -> str:
    """Where the program and the naslag differ about a week; empty where they agree."""
    planweek = willekeurige_week(zaad)
    gezegd, moet = zonder_zinnen(antwoord(planweek)), Naslag(planweek).antwoord()
    return next(
        (
            f"week {zaad}, casus {b['id']}: {a} in de plaats van {b}"
            for a, b in zip(gezegd, moet, strict=True)
            if a != b
        ),
        "",
    )


@pytest.mark.lang
@pytest.mark.parametrize("van", range(0, WEKEN, PER_PROEF))
def test_the_program_answers_what_the_contract_says(van: int) -> None:
    for zaad in range(van, min(van + PER_PROEF, WEKEN)):
        assert verschil(zaad) == ""


def test_the_same_week_in_any_order_gives_the_same_bytes() -> None:
    for zaad in range(40):
        planweek = willekeurige_week(zaad)
        gezegd = json.dumps(antwoord(planweek))
        assert json.dumps(antwoord(geschud(planweek, zaad))) == gezegd


def test_the_random_weeks_are_about_something() -> None:
    """Control: proposals, single causes, and sets of two and three all occur often."""
    geteld: Counter[int] = Counter()
    kenmerken: Counter[str] = Counter()
    for zaad in range(100):
        for casus in antwoord(willekeurige_week(zaad)):
            geteld[len(casus["waarom_niet"])] += 1
            for voorstel in casus["voorstellen"]:
                kenmerken.update(voorstel["kenmerken"])
    assert min(geteld[0], geteld[1], geteld[2]) > 40
    assert geteld[3] > 5
    assert min(kenmerken["tijdens les"], kenmerken["onder voorbehoud"]) > 100


# --- controls: a rule broken on purpose is seen ---------------------------------------------------


def gesloten(self: Raster, tijdvakken: Iterable[Tijdvak], marge: timedelta = timedelta()) -> Starts:
    """Ending at 10:00 and starting at 10:00 clash."""
    return sum(
        1 << nummer
        for nummer in range(len(self.starts))
        if any(
            vak.van < vak.tot
            and vak.van - marge <= self.starts[nummer] + self.duur
            and self.starts[nummer] <= vak.tot + marge
            for vak in tijdvakken
        )
    )


def vensters_aaneen(self: Raster, tijdvakken: Iterable[Tijdvak], echt: Any = Raster.binnen) -> Starts:
    """Windows of the parents join."""
    lijst = sorted(tijdvakken)
    aaneen = [Tijdvak(a.van, b.tot) for a, b in pairwise(lijst) if a.tot == b.van]
    starts: Starts = echt(self, [*lijst, *aaneen])
    return starts


BREUKEN: dict[str, tuple[object, str, object]] = {
    "zonder reistijd": (Planweek, "reisminuten", lambda *_: 0),
    "dicht aan beide kanten": (Raster, "geraakt", gesloten),
    "dagdelen los": (beschikbaarheid, "joined", tuple),
    "partners tellen niet": (rangorde, "_by_partners", lambda tafel: [tafel.mogelijk]),
    "school altijd open": (situatie, "_open", lambda _school, raster: raster.alle),
    "ouders, voorbehoud en les tellen niet": (rangorde, "_eerst", lambda groepen, _beter: groepen),
}


@pytest.mark.parametrize("breuk", BREUKEN)
def test_a_broken_rule_is_seen(breuk: str, monkeypatch: pytest.MonkeyPatch) -> None:
    waar, naam, anders = BREUKEN[breuk]
    monkeypatch.setattr(waar, naam, anders)
    assert any(verschil(zaad) for zaad in range(40))


def test_windows_that_join_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows that touch are rare, so this week is made for it."""
    planweek = willekeurige_week(3)
    planweek["dagdelen"] = {"ochtend": ["08:30", "12:30"], "middag": ["12:30", "17:00"]}
    planweek["raster_minuten"] = 15
    for casus in planweek["casussen"]:
        casus["ouders"] = [
            {"dag": dag, "van": van, "tot": tot, "voorkeur": "kan"}
            for dag in ("ma", "di", "wo", "do", "vr")
            for van, tot in (("09:00", "10:15"), ("10:15", "11:30"), ("13:00", "14:15"), ("14:15", "15:30"))
        ]
        casus["zonder"] = [{"wie": casus["gezinswerker"], "reden": "ziek"}]
        casus["redenen"], casus["verplicht"] = [], []
    moet = Naslag(planweek).antwoord()
    assert zonder_zinnen(antwoord(planweek)) == moet
    monkeypatch.setattr(Raster, "binnen", vensters_aaneen)
    assert zonder_zinnen(antwoord(planweek)) != moet


@pytest.mark.parametrize(
    "bederf",
    [
        lambda voorstel: voorstel.update(ruimte="elders"),
        lambda voorstel: voorstel["erbij"].append("zz"),
        lambda voorstel: voorstel["kenmerken"].append("tijdens les"),
    ],
)
def test_an_answer_that_was_tampered_with_is_seen(bederf: Callable[[dict[str, Any]], None]) -> None:
    planweek = next(w for w in map(willekeurige_week, range(40)) if antwoord(w)[0]["voorstellen"])
    gezegd = zonder_zinnen(antwoord(planweek))
    bederf(gezegd[0]["voorstellen"][0])
    assert gezegd != Naslag(planweek).antwoord()

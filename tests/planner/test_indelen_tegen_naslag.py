"""Random weeks against every division there is: the four goals, no clash, the same bytes in any order.

KERNTEAM_WEKEN=200 takes 200 weeks instead of some tens. Each check has a control that has to fail.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest

from kernteam_tui.domain.planning.puzzel import Puzzel, gretig
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig
from kernteam_tui.solver.verbeteren import verbeter
from tests.planner.indelen_bouw import botsingen, bytes_van, deel_in
from tests.planner.indelen_naslag import beste, meet, uit_optie, vast_botst, wijzen
from tests.planner.indelen_weken import drukke_week
from tests.planner.naslag import Naslag, minuut
from tests.planner.weken import geschud

WEKEN = range(int(os.environ.get("KERNTEAM_WEKEN", "40")))


def klachten(planweek: dict[str, Any]) -> list[str]:
    """Everything that is wrong with the program's division of this week."""
    naslag = Naslag(planweek)
    if vast_botst(naslag):
        with pytest.raises(PlanweekOngeldig):
            deel_in(planweek)
        return []
    antwoord = deel_in(planweek)
    gevonden = meet(naslag, {p["casus"]: p["kosten"] for p in antwoord["geplaatst"]})
    fout = botsingen(planweek, antwoord) + wrong_places(naslag, antwoord)
    if gevonden != beste(naslag):
        fout.append(f"doelen: {gevonden} in plaats van {beste(naslag)}")
    if antwoord["kosten"] != gevonden[3] or antwoord["bewezen"] is not True:
        fout.append(f"kosten {antwoord['kosten']}, bewezen {antwoord['bewezen']}")
    namen = [regel["casus"] for lijst in ("geplaatst", "niet_geplaatst") for regel in antwoord[lijst]]
    if sorted(namen) != sorted(naslag.casussen) or not all(r["reden"] for r in antwoord["niet_geplaatst"]):
        fout.append(f"niet iedereen staat er een keer in: {namen}")
    return fout


def all_to_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is searched by hand."""
    monkeypatch.setattr("kernteam_tui.solver.oplossen.zoek", lambda *_: None)


def wrong_places(naslag: Naslag, antwoord: dict[str, Any]) -> list[str]:
    """Talks that are held as nobody offered, and people who come or stay away without a reason."""
    fout = []
    for p in antwoord["geplaatst"]:
        casus, start = naslag.casussen[p["casus"]], minuut(p["start"])
        passend = [
            w
            for w in wijzen(naslag, casus)
            if (w.start, w.ruimte, w.kosten) == (start, p["ruimte"], p["kosten"])
            and w.mensen <= set(p["mensen"])
        ]
        if not passend or p["mensen"] != sorted(set(p["mensen"])):
            fout.append(f"{casus['id']}: {p}")
            continue
        if casus["vast"] or casus["opties"] is not None:
            gegeven = [casus["vast"]] if casus["vast"] else casus["opties"]
            if all(uit_optie(casus, optie).mensen != set(p["mensen"]) for optie in gegeven):
                fout.append(f"{casus['id']}: {p['mensen']} is niet wat gegeven was")
            continue
        (erbij,) = (set(v["erbij"]) for v in naslag.voorstellen(casus) if minuut(v["start"]) == start)
        mogen = erbij & naslag.kernteam[casus["school"]] | min(passend, key=lambda w: sorted(w.mensen)).mensen
        if not set(p["mensen"]) <= mogen | set().union(*(w.mensen for w in passend)):
            fout.append(f"{casus['id']}: {p['mensen']} mogen er niet allemaal bij")
        for wie in (erbij & naslag.kernteam[casus["school"]]) - set(p["mensen"]):
            met = {**p, "mensen": sorted({*p["mensen"], wie})}
            anderen = [met if ander is p else ander for ander in antwoord["geplaatst"]]
            if not botsingen(naslag.week, {"geplaatst": anderen}):
                fout.append(f"{casus['id']}: {wie} is vrij en toch niet gevraagd")
    return fout


@pytest.mark.parametrize("zaad", WEKEN)
def test_no_division_is_better(zaad: int) -> None:
    assert klachten(drukke_week(zaad)) == []


@pytest.mark.parametrize("zaad", WEKEN)
def test_the_solver_says_the_same_where_nothing_is_searched_by_hand(
    zaad: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_to_the_solver(monkeypatch)
    assert klachten(drukke_week(zaad + 1000, grote_kosten=True)) == []


@pytest.mark.parametrize("zaad", WEKEN)
def test_the_order_of_the_lists_does_not_matter(zaad: int, monkeypatch: pytest.MonkeyPatch) -> None:
    planweek = drukke_week(zaad, casussen=9)
    if vast_botst(Naslag(planweek)):
        return
    assert bytes_van(planweek) == bytes_van(geschud(planweek, zaad))
    all_to_the_solver(monkeypatch)
    assert bytes_van(planweek) == bytes_van(geschud(planweek, zaad))


# --- controls: the checks above must see each of these -------------------------------------------------


def without_travel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Puzzel, "reis", lambda *_: 0)


def without_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kernteam_tui.domain.planning.opgave._room_groups", no_rooms)


def no_rooms(keuzes: Any) -> dict[tuple[int, int], tuple[()]]:
    return {(n, k): () for n, (_, van_casus) in enumerate(keuzes) for k in range(len(van_casus))}


def urgent_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Puzzel, "verliezen", property(lambda puzzel: (10**6,) * len(puzzel.stukken)))


def cost_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Puzzel, "verliezen", property(lambda puzzel: (1,) * len(puzzel.stukken)))


def only_greedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Puzzel, "ondergrens", lambda puzzel: puzzel.waarde(begin_of(puzzel)))


def begin_of(puzzel: Puzzel) -> Any:
    return verbeter(puzzel, gretig(puzzel))


def solver_without_order(monkeypatch: pytest.MonkeyPatch) -> None:
    all_to_the_solver(monkeypatch)
    monkeypatch.setattr("kernteam_tui.solver.doelen._Tocht._placing_goals", lambda _: iter(()))


def a_loose_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe an answer that lies a hundred above the bound."""
    all_to_the_solver(monkeypatch)
    monkeypatch.setattr("kernteam_tui.solver.doelen.MARGE", -100.0)
    monkeypatch.setattr("kernteam_tui.solver.oplossen.verbeter", lambda *args: args[1])


@pytest.mark.parametrize(
    "fout",
    [
        without_travel,
        without_rooms,
        urgent_last,
        cost_first,
        only_greedy,
        solver_without_order,
        a_loose_bound,
    ],
)
def test_control_a_wrong_model_is_seen(
    fout: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fout(monkeypatch)
    for zaad in range(300):
        if klachten(drukke_week(zaad, casussen=5)):
            return
    pytest.fail("nobody saw it")

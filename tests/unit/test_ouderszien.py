"""Mogen mijn ouders dit zien: whose answer counts for whom."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.deelcodes import LezerSoort
from kernteam_tui.domain.gezinsplan import Gezinsplan, Onderdeel, Ouderantwoord
from kernteam_tui.domain.ouderszien import (
    NIEMAND_MEER,
    antwoord_van,
    dicht_voor,
    gesloten_door,
    is_dicht_voor,
    samen_antwoord,
    vergeet_jongeren,
    waarom_dicht,
    wie_sluit,
    zet_antwoord,
)
from kernteam_tui.domain.wissen import snoei_versie

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND
WIE = st.sampled_from(["aniek", "sara", "noor"])
GEZEGD = st.lists(st.tuples(WIE, st.sampled_from(JaNeeOnbekend)), max_size=8)


def na(gezegd: list[tuple[str, JaNeeOnbekend]]) -> Onderdeel:
    """A section after these answers, one after another."""
    onderdeel = Onderdeel(sleutel="wat_gaat_goed")
    for wie, antwoord in gezegd:
        zet_antwoord(onderdeel, wie, antwoord)
    return onderdeel


@given(GEZEGD, WIE, st.sampled_from(JaNeeOnbekend))
def test_an_answer_replaces_only_that_of_the_same_jongere(
    gezegd: list[tuple[str, JaNeeOnbekend]], wie: str, antwoord: JaNeeOnbekend
) -> None:
    onderdeel = na([*gezegd, (wie, antwoord)])
    last = dict(gezegd) | {wie: antwoord}
    assert {een: antwoord_van(onderdeel, een) for een in last} == last
    assert len(onderdeel.ouders_zien) == sum(said is not ONBEKEND for said in last.values())


@given(GEZEGD)
def test_it_is_closed_for_all_but_the_one_who_closed_it_alone(
    gezegd: list[tuple[str, JaNeeOnbekend]],
) -> None:
    closed = gesloten_door(na(gezegd))
    for lezer in ("aniek", "sara", "noor", "moeder"):
        assert is_dicht_voor(closed, lezer) is bool(closed - {lezer})


def test_of_somebody_who_was_erased_it_is_closed_for_everybody_also_for_who_has_no_id() -> None:
    assert is_dicht_voor({NIEMAND_MEER}, "aniek")
    assert is_dicht_voor({NIEMAND_MEER}, "")
    assert not is_dicht_voor((), "")


def test_a_no_of_now_and_a_no_of_then_both_hold() -> None:
    plan = Gezinsplan(gezin_id="g")
    zet_antwoord(plan.onderdeel("goed"), "aniek", NEE)
    zet_antwoord(plan.onderdeel("veilig"), "sara", JA)
    toen: Mapping[str, Mapping[str, JaNeeOnbekend]] = {
        "goed": {"sara": NEE},
        "veilig": {"sara": NEE},
        "weg_uit_het_plan": {"aniek": NEE},
        "open": {"aniek": JA},
    }
    sluiters = wie_sluit(plan, toen)
    assert sluiters == {
        "goed": {"aniek", "sara"},
        "veilig": {"sara"},
        "weg_uit_het_plan": {"aniek"},
    }
    assert dicht_voor(sluiters, "moeder") == set(sluiters)
    assert dicht_voor(sluiters, "aniek") == {"goed", "veilig"}
    assert dicht_voor(sluiters, "sara") == {"goed", "weg_uit_het_plan"}


def test_jongeren_of_one_casus_say_no_with_one_and_yes_with_all() -> None:
    assert samen_antwoord([JA, NEE]) is NEE
    assert samen_antwoord([JA, JA]) is JA
    assert samen_antwoord([JA, ONBEKEND]) is ONBEKEND


@given(GEZEGD, st.sets(WIE))
def test_after_an_erasure_what_was_closed_is_closed_and_nobody_is_named(
    gezegd: list[tuple[str, JaNeeOnbekend]], weg: set[str]
) -> None:
    onderdeel = na(gezegd)
    frozen = json.dumps(
        {"onderdelen": {"x": {"ouders_zien": {a.jongere_id: a.antwoord for a in onderdeel.ouders_zien}}}}
    )
    before, said = gesloten_door(onderdeel), onderdeel.ouders_zien
    vergeet_jongeren(onderdeel, weg)
    vergeet_jongeren(onderdeel, weg)
    assert bool(gesloten_door(onderdeel)) is bool(before)
    assert (NIEMAND_MEER in gesloten_door(onderdeel)) is bool(before & weg)
    assert [a for a in onderdeel.ouders_zien if a.jongere_id] == [a for a in said if a.jongere_id not in weg]
    then = json.loads(snoei_versie(frozen, lambda _: False, weg))["onderdelen"]["x"]["ouders_zien"]
    assert then == {a.jongere_id: a.antwoord for a in onderdeel.ouders_zien}


def test_two_who_were_erased_leave_one_no() -> None:
    onderdeel = na([("aniek", NEE), ("sara", NEE)])
    vergeet_jongeren(onderdeel, {"aniek"})
    vergeet_jongeren(onderdeel, {"sara"})
    assert onderdeel.ouders_zien == (Ouderantwoord(NIEMAND_MEER, NEE),)


def test_the_reason_does_not_speak_of_parents_where_a_sister_reads() -> None:
    assert "ouders" in waarom_dicht(LezerSoort.OUDER)
    assert "ouders" not in waarom_dicht(LezerSoort.JONGERE)

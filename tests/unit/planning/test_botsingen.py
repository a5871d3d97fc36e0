"""A moment of one's own: everything that clashes is said, nothing is forbidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from kernteam_tui.domain.codes import Dag, Reden
from kernteam_tui.domain.planning.botsingen import Botsingsoort, botsingen
from kernteam_tui.domain.planning.tijd import PlanweekOngeldig
from kernteam_tui.domain.planning.voorstellen import voorstellen
from kernteam_tui.domain.planning.week import (
    Oudertijd,
    Ruimte,
    Weektijd,
)
from tests.unit.planning.weken import DI_OCHTEND, ROLLEN, TEAM, UUR, VOORBEHOUD, blok, casus, mens, op, week


def test_a_proposed_moment_clashes_with_nothing_that_matters() -> None:
    samen = week(*TEAM, kernteam=ROLLEN)
    zaak = casus(Reden.VERZUIM)
    for voorstel in voorstellen(samen, zaak).voorstellen:
        assert not [b for b in botsingen(samen, zaak, voorstel.start) if b.nodig]


def test_a_moment_of_ones_own_is_told_everything_that_clashes() -> None:
    mensen = (DI_OCHTEND, mens("lp1", "do"), mens("jgz1", "di", bezet=(blok("13:00", "14:00"),)))
    ruimtes = (Ruimte("a", (blok("13:00", "14:00"),)),)
    samen = week(
        *mensen, kernteam=["lp1", "jgz1"], school={"ruimtes": ruimtes}, vanaf=op("13:30"), raster_minuten=60
    )
    zaak = casus(
        Reden.VERZUIM,
        Reden.LEREN,
        ouders=(Oudertijd(Dag.WO, time(9), time(12)),),
        lessen=(Weektijd(Dag.DI, time(13), time(14)),),
    )
    gevonden = botsingen(samen, zaak, op("13:07"))
    assert [(b.soort.value, b.wie, b.nodig) for b in gevonden] == [
        ("verleden", "", True),
        ("niet_in_kernteam", "begeleider_passend_onderwijs", True),
        ("niet_aanwezig", "gw1", True),
        ("niet_aanwezig", "lp1", True),
        ("ruimte", "", True),
        ("ouders", "", True),
        ("bezet", "jgz1", False),
        ("les", "", False),
    ]
    assert "Leerplicht is dan niet op school (alleen do)." in [b.tekst for b in gevonden]


def test_who_is_in_on_every_day_is_told_to_be_there_in_the_daytime() -> None:
    """It used to say: alleen ma, di, wo, do, vr, za en zo."""
    samen = week(DI_OCHTEND, mens("lp1", *(dag.value for dag in Dag)), kernteam=["lp1"], vanaf=op("08:00"))
    gevonden = botsingen(samen, casus(Reden.VERZUIM), op("19:00"))
    assert "Leerplicht is dan niet op school (alleen overdag)." in [b.tekst for b in gevonden]


def test_a_moment_on_a_wrong_day_is_told_why() -> None:
    dicht = {"dicht": {date(2026, 11, 25): "studiedag", date(2026, 12, 21): "kerstvakantie"}}
    samen = week(mens("gw1", *Dag), school=dicht)
    zaak = casus(aangemeld=date(2026, 11, 24))

    def soorten(dag: int, maand: int = 11) -> list[str]:
        return [b.soort.value for b in botsingen(samen, zaak, op("10:00", dag, maand))]

    assert soorten(24) == []
    assert soorten(23) == ["voor_aanmelding"]
    assert soorten(25) == ["school_dicht"]
    assert soorten(28) == ["school_dicht"]
    assert soorten(1, 12) == ["te_laat"]
    assert soorten(21, 12) == ["te_laat", "school_dicht"]
    laatste = botsingen(samen, zaak, op("10:00", 21, 12))[-1]
    assert laatste.tekst == "De school is op ma 21 dec dicht (kerstvakantie)."


def test_voorbehoud_is_good_to_know_but_breaks_nothing() -> None:
    gw = replace(DI_OCHTEND, bezet=(blok("09:00", "10:00", staat=VOORBEHOUD),))
    (botsing,) = botsingen(week(gw), UUR, op("09:00"))
    assert (botsing.soort, botsing.nodig) == (Botsingsoort.VOORBEHOUD, False)


def test_she_is_spoken_to_and_told_which_talk_takes_her_time_also_where_she_is_not_in() -> None:
    ik = replace(DI_OCHTEND, ik=True, bezet=(blok("09:00", "10:00", wat="2026-022"),))
    samen = week(ik, reistijd={frozenset(("s1", "s2")): 30})

    def gezegd(klok: str, dag: int = 24) -> list[str]:
        return [b.tekst for b in botsingen(samen, UUR, op(klok, dag))]

    assert gezegd("09:30") == ["Jij bent dan bezet (2026-022)."]
    assert gezegd("10:00") == []
    elders = replace(ik, bezet=(blok("13:00", "14:00", school="s2", wat="2026-023"),))
    samen = week(elders, reistijd={frozenset(("s1", "s2")): 30})
    niet_in = "Jij bent dan niet op school (alleen di ochtend)."
    assert gezegd("13:30") == ["Jij bent dan bezet (2026-023).", niet_in]
    assert gezegd("14:00") == ["Jij bent dan onderweg (2026-023).", niet_in]
    assert gezegd("14:30") == [niet_in]


def test_a_partner_who_is_not_in_is_not_said_to_be_taken_as_well() -> None:
    lp = mens("lp1", "do", bezet=(blok("09:00", "10:00", wat="agenda"),))
    gevonden = botsingen(week(DI_OCHTEND, lp, kernteam=["lp1"]), casus(Reden.VERZUIM), op("09:00"))
    assert [b.tekst for b in gevonden] == ["Leerplicht is dan niet op school (alleen do)."]


def test_a_moment_in_an_absurd_year_is_a_named_error() -> None:
    with pytest.raises(PlanweekOngeldig):
        botsingen(week(DI_OCHTEND), UUR, datetime.max.replace(tzinfo=UTC))

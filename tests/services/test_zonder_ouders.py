"""A talk without parents: why, a task until they know, and the way out from 16 (S33, S34)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kernteam_tui.domain.codes import AfsluitKenmerk, AfsluitSoort, GesprekSoort, GesprekStaat
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekBeeld,
    GesprekGegevens,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.zonder_ouders import (
    ZonderOuders,
    get_vastlegging,
    mag_ouders_niet,
    meld_ouders_geinformeerd,
    sluit_ouders_taak,
)
from tests.services.conftest import AANMELDING

MAANDAG = date(2026, 11, 23)
NOG = ZonderOuders("Sami wilde alleen praten", informeren_voor=date(2026, 11, 27))


def houd_huisbezoek(sessie: Sessie, casus_id: str) -> GesprekBeeld:
    start = datetime(2026, 11, 20, 9, tzinfo=UTC)
    return plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, start))


def leg_vast(
    sessie: Sessie, gesprek: GesprekBeeld, zonder: ZonderOuders | None, *, ouder_erbij: bool = False
) -> None:
    wie = tuple(DeelnemerUitkomst(d.id, ouder_erbij or not d.is_ouder) for d in gesprek.deelnemers)
    revision = get_vastlegging(sessie, gesprek.id).gesprek.revision
    leg_gesprek_vast(sessie, gesprek.id, revision, Uitkomst(GesprekStaat.GEHOUDEN, wie, ouders=zonder))


def taken(sessie: Sessie) -> list[Signaal]:
    return [s for s in get_vandaag(sessie).signalen if s.regel == "ouders_na_gesprek"]


def zestien(sessie: Sessie) -> str:
    jongere = {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2010-11-01"}
    return register_aanmelding(sessie, AANMELDING | {"jongere": jongere}).casus_id


def test_the_form_knows_the_day_and_the_age(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    ouders = get_vastlegging(sessie, houd_huisbezoek(sessie, casus.casus_id).id).ouders
    assert (ouders.vragen, ouders.mag_niet, ouders.zonder) == (True, False, None)
    assert ouders.uiterlijk == date(2026, 11, 27), "the fifth working day after Friday"
    assert get_vastlegging(sessie, houd_huisbezoek(sessie, zestien(sessie)).id).ouders.mag_niet


def test_a_talk_recorded_late_proposes_today(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    start = datetime(2026, 10, 1, 9, tzinfo=UTC)
    gegevens = GesprekGegevens(GesprekSoort.HUISBEZOEK, start)
    gesprek = plan_gesprek(sessie, casus.casus_id, gegevens)
    assert get_vastlegging(sessie, gesprek.id).ouders.uiterlijk == MAANDAG


def test_a_task_until_the_parents_were_told(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = houd_huisbezoek(sessie, casus.casus_id)
    leg_vast(sessie, gesprek, NOG)
    [taak] = taken(sessie)
    assert (taak.uiterlijk, taak.over_id) == (date(2026, 11, 27), gesprek.id)
    assert get_vastlegging(sessie, gesprek.id).ouders.zonder == NOG
    beeld = meld_ouders_geinformeerd(sessie, casus.casus_id, gesprek.id)
    assert taken(sessie) == []
    assert not any(s.regel == "ouders_na_gesprek" for s in beeld.signalen)
    told = get_vastlegging(sessie, gesprek.id).ouders.zonder
    assert told == ZonderOuders(NOG.waarom, geinformeerd_op=MAANDAG)


def test_recorded_again_with_a_parent_there_is_no_task(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = houd_huisbezoek(sessie, casus.casus_id)
    leg_vast(sessie, gesprek, NOG)
    leg_vast(sessie, gesprek, None, ouder_erbij=True)
    assert taken(sessie) == []
    assert get_vastlegging(sessie, gesprek.id).ouders.zonder is None


def test_below_sixteen_the_parents_hear_it(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = houd_huisbezoek(sessie, casus.casus_id)
    with pytest.raises(RegelGeweigerd, match="16 jaar"):
        leg_vast(sessie, gesprek, ZonderOuders("alleen", ouders_niet="liever niet"))
    assert get_vastlegging(sessie, gesprek.id).gesprek.staat is GesprekStaat.GEPLAND, "nothing was kept"
    leg_vast(sessie, gesprek, NOG)
    assert not mag_ouders_niet(sessie, casus.casus_id)
    with pytest.raises(RegelGeweigerd, match="16 jaar"):
        sluit_ouders_taak(sessie, casus.casus_id, gesprek.id, "liever niet")
    assert len(taken(sessie)) == 1


def test_from_sixteen_the_jongere_may_say_no(sessie: Sessie, school: Any) -> None:
    assert school
    casus_id = zestien(sessie)
    gesprek = houd_huisbezoek(sessie, casus_id)
    leg_vast(sessie, gesprek, NOG)
    assert mag_ouders_niet(sessie, casus_id)
    with pytest.raises(InhoudOngeldig):
        sluit_ouders_taak(sessie, casus_id, gesprek.id, " ")
    sluit_ouders_taak(sessie, casus_id, gesprek.id, "ik wil dit eerst zelf vertellen")
    assert taken(sessie) == []
    found = get_vastlegging(sessie, gesprek.id).ouders.zonder
    assert found == ZonderOuders(NOG.waarom, ouders_niet="ik wil dit eerst zelf vertellen")


def test_the_task_outlives_the_casus(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = houd_huisbezoek(sessie, casus.casus_id)
    leg_vast(sessie, gesprek, NOG)
    sluit_casus(
        sessie,
        casus.casus_id,
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, MAANDAG, AfsluitKenmerk.VOLGENS_PLAN, True),
    )
    assert len(taken(sessie)) == 1
    meld_ouders_geinformeerd(sessie, casus.casus_id, gesprek.id, MAANDAG - timedelta(days=1))
    assert taken(sessie) == []


def test_a_talk_of_another_casus_is_not_found(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = houd_huisbezoek(sessie, casus.casus_id)
    leg_vast(sessie, gesprek, NOG)
    with pytest.raises(NietGevonden):
        meld_ouders_geinformeerd(sessie, zestien(sessie), gesprek.id)

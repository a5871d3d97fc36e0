"""Parents hear of a talk without them, unless a jongere of 16 or older does not want it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from kernteam_tui.domain.codes import GesprekSoort, PersoonRol
from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.kalender import FeestdagRegels
from kernteam_tui.domain.leeftijden.ouders import (
    ZonderOuders,
    beslist_zelf,
    informeren_uiterlijk,
    is_volwassen,
    meld_geinformeerd,
    noteer_ouder_erbij,
    noteer_ouders_niet,
    noteer_ouders_verteld,
    noteer_zonder_ouders,
    sluit_zonder_informeren,
    stap_van,
)
from kernteam_tui.domain.leeftijdstap import Leeftijdstap
from kernteam_tui.exchange.kalender import build_kalender

VANDAAG = date(2026, 11, 23)
NOG = ZonderOuders("Sami wilde alleen komen", informeren_voor=date(2026, 11, 30))


def jongere(geboren: date | None, **anders: Any) -> Persoon:
    return Persoon(rol=PersoonRol.JONGERE, roepnaam="Sami", geboortedatum=geboren, **anders)


VIJFTIEN, ZESTIEN = jongere(date(2010, 11, 24)), jongere(date(2010, 11, 23))


def gesprek() -> Gesprek:
    return Gesprek(casus_id="c1", soort=GesprekSoort.HUISBEZOEK, start=datetime(2026, 11, 23, 9, tzinfo=UTC))


def test_a_task_with_a_day() -> None:
    talk = gesprek()
    noteer_zonder_ouders(talk, NOG, [VIJFTIEN], VANDAAG)
    assert talk.zonder_ouders
    assert (talk.zonder, talk.ouders_informeren_voor) == (NOG.waarom, date(2026, 11, 30))
    meld_geinformeerd(talk, VANDAAG, VANDAAG)
    assert talk.ouders_geinformeerd_op == VANDAAG


@pytest.mark.parametrize(
    "zonder",
    [
        replace(NOG, waarom="  "),
        ZonderOuders("daarom"),
        replace(NOG, geinformeerd_op=VANDAAG),
    ],
)
def test_a_half_answer_is_refused(zonder: ZonderOuders) -> None:
    talk = gesprek()
    with pytest.raises(InhoudOngeldig):
        noteer_zonder_ouders(talk, zonder, [ZESTIEN], VANDAAG)
    assert not talk.zonder_ouders


@pytest.mark.parametrize(
    ("jongeren", "mag"),
    [
        ([ZESTIEN], True),
        ([VIJFTIEN], False),
        ([ZESTIEN, VIJFTIEN], False),
        ([jongere(None)], False),
        ([jongere(date(2009, 1, 1), wilsonbekwaam=True)], False),
        ([], False),
    ],
)
def test_only_from_sixteen_a_jongere_decides(jongeren: list[Persoon], mag: bool) -> None:
    assert beslist_zelf(jongeren, VANDAAG) is mag
    talk = gesprek()
    niet = ZonderOuders("Sami wilde alleen komen", ouders_niet="ik wil dit zelf vertellen")
    if mag:
        noteer_zonder_ouders(talk, niet, jongeren, VANDAAG)
        assert talk.ouders_niet == "ik wil dit zelf vertellen"
        return
    with pytest.raises(RegelGeweigerd, match="16 jaar"):
        noteer_zonder_ouders(talk, niet, jongeren, VANDAAG)
    noteer_zonder_ouders(talk, NOG, jongeren, VANDAAG)
    with pytest.raises(RegelGeweigerd, match="16 jaar"):
        sluit_zonder_informeren(talk, "ik wil dit zelf vertellen", jongeren, VANDAAG)


def test_closing_asks_what_the_jongere_said() -> None:
    talk = gesprek()
    noteer_zonder_ouders(talk, NOG, [ZESTIEN], VANDAAG)
    with pytest.raises(InhoudOngeldig):
        sluit_zonder_informeren(talk, " ", [ZESTIEN], VANDAAG)
    sluit_zonder_informeren(talk, "liever niet", [ZESTIEN], VANDAAG)
    assert (talk.ouders_niet, talk.ouders_geinformeerd_op) == ("liever niet", None)


def test_a_day_to_come_is_refused() -> None:
    talk = gesprek()
    noteer_zonder_ouders(talk, NOG, [ZESTIEN], VANDAAG)
    with pytest.raises(RegelGeweigerd):
        meld_geinformeerd(talk, date(2026, 11, 24), VANDAAG)


def test_of_a_talk_with_parents_nothing_is_told() -> None:
    talk = gesprek()
    with pytest.raises(RegelGeweigerd):
        meld_geinformeerd(talk, VANDAAG, VANDAAG)
    noteer_zonder_ouders(talk, NOG, [ZESTIEN], VANDAAG)
    noteer_ouder_erbij(talk)
    assert (talk.zonder_ouders, talk.ouders_informeren_voor) == (False, None)


def test_five_working_days_after_the_talk() -> None:
    kalender = build_kalender(FeestdagRegels(), "midden", frozenset())
    assert informeren_uiterlijk(date(2026, 11, 20), kalender) == date(2026, 11, 27)
    assert informeren_uiterlijk(date(2026, 12, 18), kalender) == date(2026, 12, 28)


def test_an_adult_is_asked_for_nothing() -> None:
    assert is_volwassen([jongere(date(2008, 11, 23))], VANDAAG)
    assert not is_volwassen([jongere(date(2008, 11, 24))], VANDAAG)


def test_the_step_of_a_birthday_is_found_again() -> None:
    stappen: list[Leeftijdstap] = []
    stap = stap_van(stappen, "j1", Leeftijdsgrens.ZESTIEN)
    assert stap_van(stappen, "j1", Leeftijdsgrens.ZESTIEN) is stap
    assert stap_van(stappen, "j2", Leeftijdsgrens.ZESTIEN) is not stap
    assert len(stappen) == 2


def test_parents_were_told_or_do_not_hear_it() -> None:
    stap = Leeftijdstap(jongere_id="j1", grens=Leeftijdsgrens.ZESTIEN, jongere_verteld_op=VANDAAG)
    noteer_ouders_niet(stap, "liever niet", ZESTIEN, VANDAAG)
    assert stap.klaar
    noteer_ouders_verteld(stap, VANDAAG, VANDAAG)
    assert (stap.ouders_niet, stap.ouders_verteld_op, stap.klaar) == ("", VANDAAG, True)
    with pytest.raises(RegelGeweigerd):
        noteer_ouders_niet(stap, "liever niet", VIJFTIEN, VANDAAG)
    assert stap.ouders_verteld_op == VANDAAG

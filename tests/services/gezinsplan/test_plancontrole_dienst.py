"""The looks at a plan with what the store knows beside it: brothers, the netwerkkaart, gezag, the OPP."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.casus import Afsluiting, Casus
from kernteam_tui.domain.codes import AfsluitSoort, JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.gezinsplancodes import Oppstand
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.plancontrole import Controlepunt
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.planakkoord import get_akkoord
from kernteam_tui.services.plancontrole import controleer, set_opp
from kernteam_tui.services.plandoelen import ActieGegevens, save_actie
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.gezagshulp import leg_gezag_vast
from tests.services.gezinsplan.conftest import id_van


def punt(sessie: Sessie, casus_id: str, nr: int) -> Controlepunt:
    return controleer(sessie, casus_id)[nr - 1]


@pytest.mark.parametrize(
    ("groep", "telt"),
    [
        (Netwerkgroep.FAMILIE, True),
        (Netwerkgroep.BUREN, True),
        (Netwerkgroep.GEZIN, False),
        (Netwerkgroep.SCHOOL, False),
        (Netwerkgroep.PROFESSIONALS, False),
    ],
)
def test_who_stands_on_the_netwerkkaart_counts_when_nobody_pays_them(
    sessie: Sessie, casus_id: str, groep: Netwerkgroep, telt: bool
) -> None:
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        gezin.netwerk.append(Netwerklid(naam="Els", groep=groep))
        uow.commit()
    assert punt(sessie, casus_id, 4).in_orde is telt


@pytest.mark.parametrize("dicht", [False, True])
def test_a_brother_is_looked_at_as_long_as_his_casus_is_open(
    sessie: Sessie, casus_id: str, dicht: bool
) -> None:
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        sem = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sem", geboortedatum=date(2011, 3, 3))
        uow.gezinnen.get(casus.gezin_id).personen.append(sem)
        other = Casus(
            nummer="2026-077",
            gezin_id=casus.gezin_id,
            school_id=casus.school_id,
            jongeren=[sem],
            aangemeld=date(2026, 11, 2),
        )
        if dicht:
            other.sluit_af(Afsluiting(soort=AfsluitSoort.OVERGEDRAGEN, op=date(2026, 11, 20)))
        uow.casussen.add(other)
        uow.commit()
    save_onderdeel(sessie, casus_id, 0, "wat_gaat_goed", (), "Lina fietst zelf.")
    assert punt(sessie, casus_id, 2).in_orde is dicht
    assert ("Sem" in [r.naam for r in get_akkoord(sessie, casus_id).versies[0].regels]) is not dicht


def test_gezag_that_is_not_known_and_an_age_that_is_not_known_are_both_said(
    sessie: Sessie, casus_id: str
) -> None:
    assert punt(sessie, casus_id, 11).in_orde is True
    leg_gezag_vast(sessie, casus_id, id_van(sessie, casus_id, "Mehmet"), JaNeeOnbekend.ONBEKEND)
    assert punt(sessie, casus_id, 11).in_orde is False


def test_the_opp_is_of_the_version_in_progress_and_can_be_taken_back(sessie: Sessie, casus_id: str) -> None:
    save_onderdeel(sessie, casus_id, 0, "wat_gaat_goed", (), "Lina fietst zelf.")
    stel_plan_vast(sessie, casus_id)
    done = doe_met_opname(set_opp, sessie, casus_id, Oppstand.BEKEKEN)
    assert punt(sessie, casus_id, 14).in_orde is True
    assert get_plan(sessie, casus_id).gewijzigd is True
    zet_terug(sessie, wat="OPP genoteerd", wissels=done.wissels)
    assert punt(sessie, casus_id, 14).in_orde is False
    set_opp(sessie, casus_id, Oppstand.ONBEKEND)
    assert get_plan(sessie, casus_id).gewijzigd is False, "nothing changed, so there is no new version"


def test_an_action_that_you_chose_for_yourself_is_not_of_another(sessie: Sessie, casus_id: str) -> None:
    """By the name in the list of who can do something: that of the kernteam of the school."""
    save_school(
        sessie, {"naam": "De Linde", "kernteam": [{"rol": "gezinswerker", "naam": "Véra", "ik": True}]}
    )
    assert "Véra" in get_plan(sessie, casus_id).doeners
    save_actie(sessie, casus_id, None, ActieGegevens("Bellen", "Véra", date(2026, 12, 1)))
    assert punt(sessie, casus_id, 7).in_orde is False
    save_actie(sessie, casus_id, None, ActieGegevens("Fietsen", "Fatma", date(2026, 12, 1)))
    assert punt(sessie, casus_id, 7).in_orde is True


@pytest.mark.parametrize(
    ("eigen", "van_een_ander"), [("Fatma el Amrani", True), ("Fatma", True), ("Selma Bos", False)]
)
def test_a_first_name_that_is_of_the_family_too_is_theirs(
    sessie: Sessie, casus_id: str, eigen: str, van_een_ander: bool
) -> None:
    with sessie.unit_of_work() as uow:
        uow.instellingen().naam = eigen
        uow.commit()
    save_actie(sessie, casus_id, None, ActieGegevens("Bellen", eigen.split()[0], date(2026, 12, 1)))
    assert punt(sessie, casus_id, 7).in_orde is van_een_ander
    save_actie(sessie, casus_id, None, ActieGegevens("Schrijven", eigen, date(2026, 12, 1)))
    assert punt(sessie, casus_id, 7).in_orde is van_een_ander

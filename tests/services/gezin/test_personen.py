"""Somebody of the family: every field, what cannot be, and who was entered by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    OuderSoort,
    PartnerSoort,
    VeiligBereiken,
)
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.genogram import get_genogram
from kernteam_tui.services.gezin import (
    PersoonGegevens,
    get_gezag,
    get_gezin,
    get_persoon,
    save_gezag,
    save_persoon,
    verwijder_persoon,
)
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok
from tests.services.gezin.hulp import erbij, meld_aan, persoon

JA, NEE = JaNeeOnbekend.JA, JaNeeOnbekend.NEE


def test_every_field_of_a_person_comes_back(sessie: Sessie, gezin: str) -> None:
    gegevens = PersoonGegevens(
        rol=PersoonRol.OUDER,
        roepnaam="Kim",
        geslacht=Geslacht.ANDERS,
        geboortejaar=1980,
        bellen=VeiligBereiken.LET_OP,
        let_op="na vijven",
        soort=OuderSoort.STIEF,
        overleden=True,
        overleden_jaar=2020,
        geinformeerd_op=date(2026, 11, 20),
        woont_bij=False,
    )
    id_ = save_persoon(sessie, gezin, None, gegevens)
    assert get_persoon(sessie, gezin, id_) == gegevens


@pytest.mark.parametrize(
    "anders",
    [
        {"roepnaam": " "},
        {"overleden": True, "overleden_jaar": 1950},
        {"geinformeerd_op": date(2026, 11, 24)},
    ],
)
def test_a_person_that_cannot_be_is_refused(sessie: Sessie, gezin: str, anders: dict[str, Any]) -> None:
    goed = PersoonGegevens(rol=PersoonRol.OUDER, roepnaam="Kim", geboortejaar=1980)
    with pytest.raises(InhoudOngeldig):
        save_persoon(sessie, gezin, None, replace(goed, **anders))


def test_saving_a_phone_number_leaves_gezag_that_differs_per_child(sessie: Sessie, gezin: str) -> None:
    meld_aan(sessie, gezin, "Lina")
    fatma = persoon(sessie, gezin, "Fatma").id
    kinderen = {kind.naam: kind.jongere_id for kind in get_gezag(sessie, gezin, fatma).kinderen}
    save_gezag(sessie, gezin, fatma, {kinderen["Sami"]: JA, kinderen["Lina"]: NEE}, "uitspraak gezien")
    save_persoon(sessie, gezin, fatma, replace(get_persoon(sessie, gezin, fatma), telefoon="0611111111"))
    assert [kind.gezag for kind in get_gezag(sessie, gezin, fatma).kinderen] == [JA, NEE]
    assert not get_gezag(sessie, gezin, fatma).overal_gelijk


def test_who_was_entered_by_mistake_goes_with_every_tie_and_comes_back(sessie: Sessie, gezin: str) -> None:
    ali = persoon(sessie, gezin, "Ali").id
    voor = erbij(sessie, gezin, "Ali")
    gedaan = doe_met_opname(verwijder_persoon, sessie, gezin, ali)
    assert all(p.id != ali for p in get_casus(sessie, gezin).personen)
    assert get_gezin(sessie, gezin).gezag[0].zin == "alleen Fatma Yilmaz"
    ongedaan = gedaan.ongedaan("Persoon weggehaald")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert erbij(sessie, gezin, "Ali") == voor
    assert get_gezin(sessie, gezin).gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"


@pytest.mark.parametrize("naam", ["Fatma", "Lina", "Ali", "Elif"])
def test_who_is_put_back_stands_where_they_stood(sessie: Sessie, gezin: str, naam: str) -> None:
    def volgorde() -> tuple[list[str], list[str], object]:
        stamboom = get_genogram(sessie, gezin).stamboom
        beeld = get_gezin(sessie, gezin)
        return [p.naam for p in get_casus(sessie, gezin).personen], [lid.id for lid in stamboom.leden], beeld

    voor = volgorde()
    gedaan = doe_met_opname(verwijder_persoon, sessie, gezin, persoon(sessie, gezin, naam).id)
    assert volgorde() != voor
    ongedaan = gedaan.ongedaan("Persoon weggehaald")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert volgorde() == voor


def test_a_place_that_was_taken_since_is_not_taken_back(sessie: Sessie, gezin: str) -> None:
    gedaan = doe_met_opname(verwijder_persoon, sessie, gezin, persoon(sessie, gezin, "Elif").id)
    save_persoon(sessie, gezin, None, PersoonGegevens(PersoonRol.GEZINSLID, "Bo"))
    ongedaan = gedaan.ongedaan("Persoon weggehaald")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert [p.naam for p in get_casus(sessie, gezin).personen][-2:] == ["Bo", "Elif"]


@pytest.mark.parametrize(
    ("naam", "gezag", "wat"),
    [("Ali", True, "gezin: iemand eraf, gezag afgevallen"), ("Elif", False, "gezin: iemand eraf")],
)
def test_that_gezag_went_with_somebody_is_answered_and_logged(
    sessie: Sessie, gezin: str, naam: str, gezag: bool, wat: str
) -> None:
    gedaan = doe_met_opname(verwijder_persoon, sessie, gezin, persoon(sessie, gezin, naam).id)
    assert gedaan.uitkomst is gezag
    with sessie.lezen() as conn:
        regels = [regel.wat for regel in lees_log(conn)]
    assert wat in regels
    assert not any(naam in regel for regel in regels)
    ongedaan = gedaan.ongedaan("Persoon weggehaald")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert get_gezin(sessie, gezin).gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"


def test_gezag_over_who_is_grown_up_does_not_fall_away(sessie: Sessie, gezin: str) -> None:
    later = Sessie(sessie.store, VasteKlok(datetime(2034, 1, 2, 10, tzinfo=AMSTERDAM)))
    assert verwijder_persoon(later, gezin, persoon(sessie, gezin, "Ali").id) is False


def test_who_has_a_casus_or_gave_consent_stays(sessie: Sessie, gezin: str) -> None:
    sami, fatma = (persoon(sessie, gezin, naam).id for naam in ("Sami", "Fatma"))
    with pytest.raises(RegelGeweigerd, match="2026-001"):
        verwijder_persoon(sessie, gezin, sami)
    with sessie.unit_of_work() as uow:
        gegeven = Toestemming(
            casus_id=gezin, jongere_id=sami, gever_id=fatma, partner=PartnerSoort.JGZ, op=date(2026, 11, 20)
        )
        uow.toestemmingen.add(gegeven)
        uow.commit()
    with pytest.raises(RegelGeweigerd, match="toestemming"):
        verwijder_persoon(sessie, gezin, fatma)

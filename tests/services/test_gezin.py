"""The family through its services: persons, gezag, households, ties, brothers and sisters, all at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import GesprekSoort, JaNeeOnbekend, PersoonRol, Reden
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.genogram.erbij import Verwant
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    OuderSoort,
    PartnerSoort,
    RelatieKwaliteit,
    RelatieSoort,
    VeiligBereiken,
)
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.casusbeeld import PersoonBeeld
from kernteam_tui.services.genogram import get_genogram, voeg_toe
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezin import (
    BroerZusGegevens,
    HuishoudenGegevens,
    PersoonGegevens,
    PersoonInGezin,
    RelatieGegevens,
    bewaar_invoer,
    get_broer_zus_begin,
    get_gezag,
    get_gezin,
    get_huishouden,
    get_persoon,
    get_relatie,
    meld_broer_of_zus_aan,
    noteer_geinformeerd,
    save_gezag,
    save_huishouden,
    save_persoon,
    save_relatie,
    verwijder_huishouden,
    verwijder_persoon,
    verwijder_relatie,
)
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.schooljaar import get_klas_en_mentor, save_klas_en_mentor
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND
REGELS = (
    "huis Laan 1 3531 CJ Utrecht",
    "Sami deels",
    "Fatma",
    "Lina zus 4-5-2014",
    "huis bij vader: Dreef 2 Zeist geheim",
    "Ali Yilmaz vader gezag (register) 0612345678",
    "Sami deels",
    "tante Elif",
)


def persoon(sessie: Sessie, casus_id: str, naam: str) -> PersoonBeeld:
    return next(p for p in get_casus(sessie, casus_id).personen if p.naam.startswith(naam))


def erbij(sessie: Sessie, casus_id: str, naam: str) -> PersoonInGezin:
    id_ = persoon(sessie, casus_id, naam).id
    return next(p for p in get_gezin(sessie, casus_id).personen if p.id == id_)


@pytest.fixture
def gezin(sessie: Sessie, casus: AanmeldingUitkomst) -> str:
    """The casus of Sami, with two households typed in."""
    assert bewaar_invoer(sessie, casus.casus_id, REGELS) == len(REGELS)
    return casus.casus_id


def test_a_family_typed_at_once_stands_in_the_store(sessie: Sessie, gezin: str) -> None:
    beeld = get_gezin(sessie, gezin)
    assert [(huis.naam, huis.bewoners) for huis in beeld.huizen] == [
        ("huis 1", ("Sami (deels)", "Fatma Yilmaz", "Lina")),
        ("bij vader", ("Ali", "Sami (deels)", "Elif")),
    ]
    assert beeld.gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"
    assert beeld.ouders_apart is True
    assert "bij vader: geheim adres" in beeld.waarschuwingen
    assert erbij(sessie, gezin, "Elif").wie == "tante"
    assert persoon(sessie, gezin, "Ali").woont_bij is True
    assert persoon(sessie, gezin, "Ali").gezag_hoe == "register"


def test_one_line_that_is_wrong_keeps_all_of_them_out(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig, match="Regel 2"):
        bewaar_invoer(sessie, casus.casus_id, ("Ali vader", "Tim 45 jaar", "Lina zus"))
    assert len(get_casus(sessie, casus.casus_id).personen) == 2


def test_typing_a_family_is_taken_back_as_a_whole(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    voor = get_gezin(sessie, casus.casus_id)
    gedaan = doe_met_opname(bewaar_invoer, sessie, casus.casus_id, REGELS)
    ongedaan = gedaan.ongedaan("Gezin ingevoerd")
    assert ongedaan is not None
    ongedaan.zet_terug(sessie)
    assert get_gezin(sessie, casus.casus_id) == voor


def test_the_log_of_typing_a_family_holds_no_name(sessie: Sessie, gezin: str) -> None:
    with sessie.lezen() as conn:
        regels = [item.wat for item in lees_log(conn)]
    assert regels[0] == "gezin ingevoerd: 8 regels"
    assert not any(naam in " ".join(regels) for naam in ("Ali", "Lina", "Laan"))
    assert gezin


# --- persons --------------------------------------------------------------------------------------


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


# --- gezag ----------------------------------------------------------------------------------------


def test_gezag_asks_how_it_is_known_and_counts_from_today(sessie: Sessie, gezin: str) -> None:
    fatma, sami = (persoon(sessie, gezin, naam).id for naam in ("Fatma", "Sami"))
    with pytest.raises(InhoudOngeldig):
        save_gezag(sessie, gezin, fatma, {sami: JA}, " ")
    with pytest.raises(NietGevonden):
        save_gezag(sessie, gezin, fatma, {"iemand anders": JA}, "register")
    save_gezag(sessie, gezin, fatma, {sami: NEE}, "register")
    gezag = persoon(sessie, gezin, "Fatma")
    assert (gezag.gezag, gezag.gezag_hoe, gezag.gezag_op) == (NEE, "register", sessie.vandaag())


def test_a_parent_is_told_once_and_not_in_the_future(sessie: Sessie, gezin: str) -> None:
    ali = persoon(sessie, gezin, "Ali").id
    with pytest.raises(InhoudOngeldig):
        noteer_geinformeerd(sessie, gezin, ali, date(2026, 11, 24))
    noteer_geinformeerd(sessie, gezin, ali, date(2026, 11, 23))
    assert persoon(sessie, gezin, "Ali").geinformeerd_op == date(2026, 11, 23)
    with pytest.raises(NietGevonden):
        noteer_geinformeerd(sessie, gezin, persoon(sessie, gezin, "Elif").id, None)


# --- households and ties --------------------------------------------------------------------------


def test_a_household_decides_who_lives_with_whom(sessie: Sessie, gezin: str) -> None:
    sami, fatma, ali = (persoon(sessie, gezin, naam).id for naam in ("Sami", "Fatma", "Ali"))
    huis = next(huis for huis in get_gezin(sessie, gezin).huizen if huis.naam == "bij vader")
    oud = get_huishouden(sessie, gezin, huis.id)
    assert (oud.bewoners, oud.deels) == ((ali, persoon(sessie, gezin, "Elif").id), (sami,))
    save_huishouden(sessie, gezin, huis.id, replace(oud, deels=()))
    assert (persoon(sessie, gezin, "Ali").woont_bij, persoon(sessie, gezin, "Fatma").woont_bij) == (
        False,
        True,
    )
    nieuw = save_huishouden(
        sessie, gezin, None, HuishoudenGegevens("bij oma", "Weg 3", bewoners=(fatma,), deels=(sami,))
    )
    assert erbij(sessie, gezin, "Sami").huizen == ("huis 1 (deels)", "bij oma (deels)")
    verwijder_huishouden(sessie, gezin, nieuw)
    assert erbij(sessie, gezin, "Sami").huizen == ("huis 1 (deels)",)
    with pytest.raises(InhoudOngeldig):
        save_huishouden(sessie, gezin, None, HuishoudenGegevens(" "))


def test_a_tie_is_kept_once_and_read_from_both_sides(sessie: Sessie, gezin: str) -> None:
    fatma, ali = (persoon(sessie, gezin, naam).id for naam in ("Fatma", "Ali"))
    gegevens = RelatieGegevens(fatma, ali, RelatieSoort.GESCHEIDEN, RelatieKwaliteit.CONFLICT, tot=2019)
    id_ = save_relatie(sessie, gezin, None, gegevens)
    assert get_relatie(sessie, gezin, id_).relatie == gegevens
    assert [r.zin for r in erbij(sessie, gezin, "Ali").relaties] == [
        "gescheiden van Fatma Yilmaz, 2019, vaak ruzie"
    ]
    assert [r.zin for r in erbij(sessie, gezin, "Fatma").relaties] == ["gescheiden van Ali, 2019, vaak ruzie"]
    with pytest.raises(InhoudOngeldig, match="hebben al"):
        save_relatie(sessie, gezin, None, RelatieGegevens(ali, fatma, RelatieSoort.GEHUWD))
    with pytest.raises(InhoudOngeldig, match="dezelfde"):
        save_relatie(sessie, gezin, None, RelatieGegevens(ali, ali, RelatieSoort.FAMILIE))
    with pytest.raises(InhoudOngeldig, match="einde"):
        save_relatie(sessie, gezin, id_, replace(gegevens, sinds=2020))
    verwijder_relatie(sessie, gezin, id_)
    assert erbij(sessie, gezin, "Ali").relaties == ()


# --- brothers and sisters -------------------------------------------------------------------------


def meld_aan(sessie: Sessie, casus_id: str, naam: str) -> str:
    """A casus for a child who is in the family already."""
    kind = persoon(sessie, casus_id, naam).id
    gegevens = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), persoon_id=kind, klas="1A")
    return meld_broer_of_zus_aan(sessie, casus_id, gegevens).casus_id


def test_a_child_of_an_uncle_is_no_brother_or_sister(sessie: Sessie, gezin: str) -> None:
    oom = persoon(sessie, gezin, "Elif").id
    nicht = voeg_toe(sessie, gezin, oom, Verwant.DOCHTER, "Selin")
    save_persoon(sessie, gezin, nicht, replace(get_persoon(sessie, gezin, nicht), geboortejaar=2015))
    assert [naam for naam, _ in get_broer_zus_begin(sessie, gezin).kinderen] == ["Lina"]


def test_a_sister_gets_a_casus_in_the_same_gezin(sessie: Sessie, gezin: str) -> None:
    assert [naam for naam, _ in get_broer_zus_begin(sessie, gezin).kinderen] == ["Lina"]
    lina = meld_aan(sessie, gezin, "Lina")
    een, ander = get_casus(sessie, gezin), get_casus(sessie, lina)
    assert een.gezin_id == ander.gezin_id
    assert (ander.nummer, ander.naam, ander.klas) == ("2026-002", "Lina", "1A")
    assert {p.naam for p in een.personen} == {p.naam for p in ander.personen}
    assert [c.nummer for c in get_gezin(sessie, gezin).casussen] == ["2026-002"]
    assert [beeld.jongere for beeld in get_gezin(sessie, lina).gezag] == ["Lina", "Sami"]
    with pytest.raises(RegelGeweigerd, match="al een casus"):
        meld_aan(sessie, gezin, "Lina")


def test_a_brother_nobody_had_named_gets_the_same_parents_and_gezag(sessie: Sessie, gezin: str) -> None:
    gegevens = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), roepnaam="Bo")
    bo = meld_broer_of_zus_aan(sessie, gezin, gegevens).casus_id
    assert get_gezin(sessie, bo).gezag[0].zin == "gezamenlijk, Fatma Yilmaz en Ali"
    assert persoon(sessie, bo, "Fatma").geinformeerd_op is None
    los = replace(gegevens, roepnaam="Jip", zelfde_ouders=False)
    jip = meld_broer_of_zus_aan(sessie, gezin, los).casus_id
    assert get_gezin(sessie, jip).gezag[0].zin == "onbekend"


@pytest.mark.parametrize("anders", [{"redenen": ()}, {"roepnaam": ""}, {"geboortedatum": date(2027, 1, 1)}])
def test_an_aanmelding_that_says_too_little_is_refused(
    sessie: Sessie, gezin: str, anders: dict[str, Any]
) -> None:
    goed = BroerZusGegevens("De Brug", sessie.vandaag(), (Reden.VERZUIM,), roepnaam="Bo")
    with pytest.raises(InhoudOngeldig):
        meld_broer_of_zus_aan(sessie, gezin, replace(goed, **anders))


# --- school and woongemeente ----------------------------------------------------------------------


def op(sessie: Sessie, dag: date) -> Sessie:
    """The same store on another day."""
    moment = sessie.nu().replace(year=dag.year, month=dag.month, day=dag.day)
    return Sessie(sessie.store, VasteKlok(moment))


def test_in_august_the_old_klas_and_mentor_go_to_the_history(sessie: Sessie, gezin: str) -> None:
    save_klas_en_mentor(sessie, gezin, "De Brug", "3C", "Meester Bos")
    assert len(get_gezin(sessie, gezin).schooljaren) == 1, "a change within the year keeps no history"
    later = op(sessie, date(2027, 8, 20))
    assert "klas_en_mentor" in [s.regel for s in get_casus(later, gezin).signalen]
    vraag = get_klas_en_mentor(later, gezin)
    assert (vraag.jaar, vraag.gevraagd, vraag.klas) == ("2027-2028", "2026-2027", "3C")
    save_klas_en_mentor(later, gezin, "De Brug", "4A", "Juf Kok")
    jaren = [(jaar.jaar, jaar.klas, jaar.mentor) for jaar in get_gezin(later, gezin).schooljaren]
    assert jaren == [("2027-2028", "4A", "Juf Kok"), ("2026-2027", "3C", "Meester Bos")]
    assert "klas_en_mentor" not in [s.regel for s in get_casus(later, gezin).signalen]


def test_the_steps_towards_another_woongemeente_clear_the_signal(sessie: Sessie, gezin: str) -> None:
    casus = wijzig_casus(
        sessie,
        gezin,
        get_casus(sessie, gezin).revision,
        woongemeente="Zeist",
        begeleiding_gestart=date(2026, 11, 23),
    )
    assert "woongemeente_bespreken" in [s.regel for s in casus.signalen]
    casus = wijzig_casus(sessie, gezin, casus.revision, overdracht=(OverdrachtStap.BESPROKEN,))
    assert "woongemeente_bespreken" not in [s.regel for s in casus.signalen]


def test_a_father_who_was_not_told_is_a_signal_until_he_was(sessie: Sessie, gezin: str) -> None:

    plan_gesprek(sessie, gezin, GesprekGegevens(GesprekSoort.HUISBEZOEK, sessie.nu().replace(day=25)))
    for naam in ("Ali", "Fatma"):
        assert "ouder_informeren" in [s.regel for s in get_casus(sessie, gezin).signalen]
        noteer_geinformeerd(sessie, gezin, persoon(sessie, gezin, naam).id, sessie.vandaag())
    assert "ouder_informeren" not in [s.regel for s in get_casus(sessie, gezin).signalen]

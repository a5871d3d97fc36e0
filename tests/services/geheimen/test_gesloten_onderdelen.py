"""Aniek of seventeen lets her mother read along, but one section she keeps closed: that is on no paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PlanVariant
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep, PartnerSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst, Standpunt
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import kies_variant, stel_plan_vast
from kernteam_tui.services.ouderszien import set_ouders_zien
from kernteam_tui.services.planpapier import bereid_planpapier_voor
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.services.conftest import AANMELDING

DAG = date(2026, 11, 23)
DOELEN, ACTIES, EVALUATIE = "wat_willen_wij_bereiken", "wie_doet_wat", "wanneer_kijken_we_opnieuw"
SLEUTELS = (
    *("wie_zijn_wij", "waarom_dit_plan", "wat_gaat_goed", "wat_maakt_het_moeilijk", "wie_zijn_belangrijk"),
    *("veiligheid", "eerder_geprobeerd", "hoe_wij_het_zien", DOELEN, ACTIES, "hulp_die_erbij_komt"),
    *("afspraken_over_delen", EVALUATIE, "akkoord"),
)
EIGEN = {
    DOELEN: ("doelwoord", "cijferwoord"),
    ACTIES: ("actiewoord",),
    EVALUATIE: ("terugwoord", "11 januari"),
    "akkoord": ("omdatwoord", "verklaarwoord"),
    "wie_zijn_belangrijk": ("kringwoord",),
}
"""Words that stand in a section beside what every section has."""


@dataclass(frozen=True)
class Thuis:
    sessie: Sessie
    casus_id: str
    aniek: str
    moeder: str

    def sluit(self, sleutel: str) -> None:
        set_ouders_zien(self.sessie, self.casus_id, sleutel, JaNeeOnbekend.NEE)

    def bladzijde(self, wie: str) -> str:
        return lees_bladzijde(self.sessie, self.casus_id, wie, wens=Bladwens(kring=True)).tekst

    def plan(self, wie: str, versie: int | None) -> str:
        lijst = bereid_planpapier_voor(self.sessie, self.casus_id, wie, versie).lijst
        read = [regel.id for regel in lijst if regel.vrij_te_geven]
        return bereid_planpapier_voor(self.sessie, self.casus_id, wie, versie, gelezen=read).tekst

    def afschrift(self, wie: str) -> str:
        lijst = bereid_afschrift_voor(self.sessie, self.casus_id, wie).lijst
        free = [regel.id for regel in lijst if regel.vrij_te_geven]
        return bereid_afschrift_voor(self.sessie, self.casus_id, wie, free).tekst

    def papieren(self, wie: str) -> Iterator[tuple[str, str]]:
        """Every paper for this reader: which one, and its text."""
        yield "bladzijde", self.bladzijde(wie)
        yield "versie 1", self.plan(wie, 1)
        yield "in bewerking", self.plan(wie, IN_BEWERKING)
        yield "afschrift", self.afschrift(wie)


def woorden(sleutel: str) -> tuple[str, ...]:
    """Every secret word of a section."""
    bare = sleutel.replace("_", "")
    return (f"{bare}citaat", f"{bare}uitleg", f"{bare}veld", *EIGEN.get(sleutel, ()))


def _vul(plan: Gezinsplan, aniek: str) -> None:
    for sleutel in SLEUTELS:
        said, explained, field, *_ = woorden(sleutel)
        onderdeel = plan.onderdeel(sleutel)
        onderdeel.woorden = (Citaat("Aniek", "nl", said),)
        onderdeel.toelichting, onderdeel.velden = explained, (Veldwaarde("eigen_vraag", field),)
    doel = Doel(plan_id=plan.id, wat="doelwoord", hoe_zien_we_dat="vier dagen")
    plan.doelen.append(doel)
    looked = Meting(plan_id=plan.id, doel_id=doel.id, op=DAG, cijfer=6, uitkomst=Doeluitkomst.DEELS)
    looked.tekst, looked.van = "cijferwoord", "Aniek"
    plan.metingen.append(looked)
    plan.acties.append(Actie(plan_id=plan.id, wat="actiewoord", wie="Fatma"))
    plan.evaluatie_uitkomst, plan.evaluatie_op = "terugwoord", date(2027, 1, 11)
    said_of_it = Akkoord(plan_id=plan.id, versie=1, naam="Aniek", standpunt=Standpunt.DEELS, op=DAG)
    said_of_it.persoon_id = aniek
    said_of_it.omdat, said_of_it.verklaring = "omdatwoord", "verklaarwoord"
    plan.akkoorden.append(said_of_it)
    plan.gewijzigd = True


@pytest.fixture
def thuis(sessie: Sessie, school: SchoolBeeld) -> Thuis:
    assert school.kernteam
    jongere = {"roepnaam": "Aniek", "achternaam": "Kaya", "geboortedatum": "2009-05-04"}
    casus_id = register_aanmelding(sessie, AANMELDING | {"jongere": jongere}).casus_id
    people = {persoon.naam.split()[0]: persoon.id for persoon in get_casus(sessie, casus_id).personen}
    thuis = Thuis(sessie, casus_id, people["Aniek"], people["Fatma"])
    kies_variant(sessie, casus_id, PlanVariant.JONGERE)
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        found = uow.plannen.find(gezin_id=gezin.id)
        plan = found[0]
        _vul(plan, thuis.aniek)
        friend = Netwerklid(naam="Kringwoord", groep=Netwerkgroep.VRIENDEN, gevoel=Gevoel.STEUN)
        friend.rond_id = thuis.aniek
        gezin.netwerk.append(friend)
        uow.commit()
    stel_plan_vast(sessie, casus_id)
    agreed = ToestemmingGegevens(
        thuis.aniek, (thuis.aniek,), PartnerSoort.OUDER, Niveau.INHOUD, DAG, None, partner_id=thuis.moeder
    )
    geef_toestemming(sessie, casus_id, agreed)
    for wie in (thuis.aniek, thuis.moeder):
        noteer_verzoek(sessie, casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, DAG, van_id=wie))
    return thuis


def gelezen(thuis: Thuis, wie: str, words: tuple[str, ...]) -> dict[str, list[str]]:
    """For each paper those of these words that this reader finds on it."""
    return {paper: [word for word in words if word in text.casefold()] for paper, text in thuis.papieren(wie)}


@pytest.mark.parametrize("daarna", [False, True], ids=["sinds_vandaag", "in_de_versie"])
@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_no_paper_for_the_mother_holds_a_word_of_a_closed_section(
    thuis: Thuis, sleutel: str, *, daarna: bool
) -> None:
    before = gelezen(thuis, thuis.moeder, woorden(sleutel))
    assert set(before["versie 1"]) | set(before["bladzijde"]) >= set(woorden(sleutel)), (
        "the control: it is read"
    )
    thuis.sluit(sleutel)
    if daarna:
        stel_plan_vast(thuis.sessie, thuis.casus_id)
    assert not any(gelezen(thuis, thuis.moeder, woorden(sleutel)).values())
    own = gelezen(thuis, thuis.aniek, woorden(sleutel))
    assert set(own["versie 1"]) | set(own["bladzijde"]) >= set(woorden(sleutel))


def test_what_is_open_again_in_a_new_version_stays_closed_in_the_old_one(thuis: Thuis) -> None:
    thuis.sluit("veiligheid")
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    set_ouders_zien(thuis.sessie, thuis.casus_id, "veiligheid", JaNeeOnbekend.JA)
    assert "veiligheiduitleg" not in thuis.plan(thuis.moeder, 2)
    assert "veiligheiduitleg" in thuis.plan(thuis.moeder, IN_BEWERKING)


def test_the_day_on_which_they_look_again_is_not_on_the_page_either(thuis: Thuis) -> None:
    assert "11 januari" in thuis.bladzijde(thuis.moeder), "the control"
    thuis.sluit(EVALUATIE)
    assert "11 januari" not in thuis.bladzijde(thuis.moeder)
    assert "11 januari" in thuis.bladzijde(thuis.aniek)
    told = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.moeder).weggelaten
    assert "Wanneer jullie weer praten: de jongere wil niet dat ouders dit zien" in told


def test_the_worker_hears_why_it_is_not_there(thuis: Thuis) -> None:
    thuis.sluit("wie_zijn_belangrijk")
    told = lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.moeder, wens=Bladwens(kring=True)).weggelaten
    assert "Iemand om het gezin heen: de jongere wil niet dat ouders dit zien" in told

"""Aniek of seventeen and Sara of sixteen have one plan and each a casus: each closes her own section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PersoonRol, PlanVariant, WisGrond
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Ouderantwoord, Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.exchange.formaten.planversie import PlanInhoud, lees_planversie
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, lees_plan, stel_plan_vast
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.ouderszien import open_voor_ouders, set_ouders_zien
from kernteam_tui.services.planakkoord import AkkoordGegevens, bewaar_akkoord
from kernteam_tui.services.planbeeld import OnderdeelBeeld
from kernteam_tui.services.planpapier import bereid_planpapier_voor
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from kernteam_tui.services.wissen import bereid_wissen_voor, wis_casus
from tests.services.conftest import AANMELDING

DAG = date(2026, 11, 23)
GOED, DOELEN, ACTIES, OPEN = "wat_gaat_goed", "wat_willen_wij_bereiken", "wie_doet_wat", "waarom_dit_plan"
GESLOTEN = {GOED: "Aniek", DOELEN: "Sara", ACTIES: "Sara"}
"""Which sister closes which section."""
UITLEG = "uitlegwatgaatgoed"
NEE, JA, ONBEKEND = JaNeeOnbekend.NEE, JaNeeOnbekend.JA, JaNeeOnbekend.ONBEKEND


@dataclass(frozen=True)
class Zussen:
    sessie: Sessie
    casussen: dict[str, str]
    """Name of a sister -> id of her casus."""
    mensen: dict[str, str]
    """First name -> id."""

    def zegt(self, wie: str, sleutel: str, antwoord: JaNeeOnbekend) -> None:
        set_ouders_zien(self.sessie, self.casussen[wie], sleutel, antwoord)

    def sluit(self) -> None:
        for sleutel, wie in GESLOTEN.items():
            self.zegt(wie, sleutel, NEE)

    def onderdeel(self, wie: str, sleutel: str) -> OnderdeelBeeld:
        return get_plan(self.sessie, self.casussen[wie]).onderdeel(sleutel)

    def inhoud(self) -> PlanInhoud:
        """The last frozen version."""
        with self.sessie.unit_of_work() as uow:
            last = uow.plannen.find()[0].laatste_versie
        assert last is not None
        return lees_planversie(last.inhoud)

    def bladzijde(self, casus: str, wie: str) -> str:
        return lees_bladzijde(
            self.sessie, self.casussen[casus], self.mensen[wie], wens=Bladwens(kring=True)
        ).tekst

    def plan(self, casus: str, wie: str, versie: int | None = None) -> str:
        casus_id, voor = self.casussen[casus], self.mensen[wie]
        lijst = bereid_planpapier_voor(self.sessie, casus_id, voor, versie).lijst
        read = [regel.id for regel in lijst if regel.vrij_te_geven]
        return bereid_planpapier_voor(self.sessie, casus_id, voor, versie, gelezen=read).tekst

    def afschrift(self, casus: str, wie: str) -> str:
        casus_id, voor = self.casussen[casus], self.mensen[wie]
        lijst = bereid_afschrift_voor(self.sessie, casus_id, voor).lijst
        free = [regel.id for regel in lijst if regel.vrij_te_geven]
        return bereid_afschrift_voor(self.sessie, casus_id, voor, free).tekst

    def papieren(self, casus: str, wie: str) -> Iterator[tuple[str, str]]:
        """Every paper for this reader out of this casus, with all that the worker can let go."""
        yield "bladzijde", self.bladzijde(casus, wie)
        yield "versie 1", self.plan(casus, wie, 1)
        yield "in bewerking", self.plan(casus, wie, IN_BEWERKING)
        yield "afschrift", self.afschrift(casus, wie)


def woorden(sleutel: str, van: str = "") -> set[str]:
    """Secret words of a section: under that name, or under nobody's."""
    bare = sleutel.replace("_", "")
    if van:
        return {f"{van.casefold()}{soort}{bare}" for soort in ("zegt", *_LIJST.get(sleutel, ()))}
    return {
        f"{soort}{bare}" for soort in ("uitleg", "veld", *(f"los{wat}" for wat in _LIJST.get(sleutel, ())))
    }


_LIJST = {DOELEN: ("doel",), ACTIES: ("actie",)}


def _vul(plan: Gezinsplan) -> None:
    for sleutel in (*GESLOTEN, OPEN):
        bare = sleutel.replace("_", "")
        onderdeel = plan.onderdeel(sleutel)
        onderdeel.woorden = tuple(
            Citaat(naam, "nl", f"{naam.casefold()}zegt{bare}") for naam in ("Aniek", "Sara")
        )
        onderdeel.toelichting = f"uitleg{bare}"
        onderdeel.velden = (Veldwaarde("eigen_vraag", f"veld{bare}"),)
    for naam in ("Aniek", "Sara", ""):
        doel, actie = (f"{naam.casefold() or 'los'}{soort}" for soort in ("doel", "actie"))
        plan.doelen.append(Doel(plan_id=plan.id, wat=f"{doel}{DOELEN.replace('_', '')}", van=naam))
        plan.acties.append(Actie(plan_id=plan.id, wat=f"{actie}{ACTIES.replace('_', '')}", wie=naam))
    plan.gewijzigd = True


@pytest.fixture
def zussen(sessie: Sessie, school: SchoolBeeld) -> Zussen:
    assert school.kernteam
    jongere = {"roepnaam": "Aniek", "achternaam": "Kaya", "geboortedatum": "2009-05-04"}
    ouders = [
        {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True},
        {"naam": "Mehmet Kaya", "gezag": "ja", "woont_bij": True},
    ]
    aniek = register_aanmelding(sessie, AANMELDING | {"jongere": jongere, "ouders": ouders}).casus_id
    kies_variant(sessie, aniek, PlanVariant.JONGERE)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(aniek)
        gezin = uow.gezinnen.get(casus.gezin_id)
        sara = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sara", achternaam="Kaya")
        sara.geboortedatum = date(2010, 6, 5)
        parents = [persoon for persoon in gezin.personen if persoon.rol is PersoonRol.OUDER]
        gezin.personen.append(sara)
        gezin.ouderschappen += [
            Ouderschap(jongere_id=sara.id, ouder_id=ouder.id, gezag=JA, woont_bij=True) for ouder in parents
        ]
        hers = Casus(
            nummer="2026-099", gezin_id=gezin.id, school_id=casus.school_id, jongeren=[sara], aangemeld=DAG
        )
        uow.casussen.add(hers)
        _vul(uow.plannen.find(gezin_id=gezin.id)[0])
        people = {persoon.roepnaam.split()[0]: persoon.id for persoon in gezin.personen}
        uow.commit()
        zussen = Zussen(sessie, {"Aniek": aniek, "Sara": hers.id}, people)
    stel_plan_vast(sessie, aniek)
    for naam, casus_id in zussen.casussen.items():
        for ouder in ("Fatma", "Mehmet"):
            agreed = ToestemmingGegevens(
                people[naam],
                (people[naam],),
                PartnerSoort.OUDER,
                Niveau.INHOUD,
                DAG,
                None,
                partner_id=people[ouder],
            )
            geef_toestemming(sessie, casus_id, agreed)
        for wie in (naam, "Fatma", "Mehmet"):
            noteer_verzoek(sessie, casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, DAG, van_id=people[wie]))
    return zussen


def gelezen(zussen: Zussen, casus: str, wie: str, words: set[str]) -> set[str]:
    """Which of these words this reader finds on any paper."""
    text = "\n".join(tekst for _, tekst in zussen.papieren(casus, wie)).casefold()
    return {word for word in words if word in text}


# --- what each of them reads --------------------------------------------------------------------


@pytest.mark.parametrize("casus", ["Aniek", "Sara"])
@pytest.mark.parametrize("ouder", ["Fatma", "Mehmet"])
def test_what_one_sister_closed_is_on_no_paper_of_a_parent_out_of_either_casus(
    zussen: Zussen, ouder: str, casus: str
) -> None:
    all_words = {w for sleutel in GESLOTEN for van in ("", casus) for w in woorden(sleutel, van)}
    assert gelezen(zussen, casus, ouder, all_words) == all_words, "the control: it is read"
    zussen.sluit()
    assert gelezen(zussen, casus, ouder, all_words) == set()
    assert gelezen(zussen, casus, ouder, woorden(OPEN)) == woorden(OPEN)


@pytest.mark.parametrize("casus", ["Aniek", "Sara"])
def test_a_parent_keeps_the_own_akkoord_where_a_sister_closed_what_they_think(
    zussen: Zussen, casus: str
) -> None:
    for wie in ("Sara", "Fatma"):
        gegevens = AkkoordGegevens(Standpunt.DEELS, DAG, zussen.mensen[wie], omdat=f"{wie}vindt")
        bewaar_akkoord(zussen.sessie, zussen.casussen[casus], 1, gegevens)
    said = {"saravindt", "fatmavindt"}
    if casus == "Sara":
        assert gelezen(zussen, casus, "Fatma", said) == said, "the control: it is read"
    zussen.zegt("Sara", "akkoord", NEE)
    assert gelezen(zussen, casus, "Fatma", said) == {"fatmavindt"}
    assert "fatmavindt" in zussen.plan(casus, "Mehmet", 1).casefold(), "nor does it close hers for him"
    assert "saravindt" in gelezen(zussen, "Sara", "Sara", said)


@pytest.mark.parametrize(("wie", "ander"), [("Aniek", "Sara"), ("Sara", "Aniek")])
def test_a_sister_does_not_read_what_the_other_closed_but_for_her_own_words(
    zussen: Zussen, wie: str, ander: str
) -> None:
    closed = {w for sleutel, van in GESLOTEN.items() if van == ander for w in woorden(sleutel)}
    hers = {w for sleutel in GESLOTEN for w in woorden(sleutel, wie)}
    own = {w for sleutel, van in GESLOTEN.items() if van == wie for w in woorden(sleutel)}
    assert gelezen(zussen, wie, wie, closed) == closed, "the control: it is read"
    zussen.sluit()
    assert gelezen(zussen, wie, wie, closed) == set()
    assert gelezen(zussen, wie, wie, hers | own) == hers | own


@pytest.mark.parametrize(("wie", "ander"), [("Aniek", "Sara"), ("Sara", "Aniek")])
def test_her_own_words_goals_and_actions_stay_on_each_of_her_papers(
    zussen: Zussen, wie: str, ander: str
) -> None:
    for sleutel in GESLOTEN:
        zussen.zegt(ander, sleutel, NEE)
    hers = {w for sleutel in GESLOTEN for w in woorden(sleutel, wie)}
    on_the_page = woorden(GOED, wie) | {w for w in hers if "zegt" not in w}
    for paper, tekst in zussen.papieren(wie, wie):
        expected = on_the_page if paper == "bladzijde" else hers
        assert {word for word in hers if word in tekst.casefold()} >= expected, paper
        assert not any(word in tekst.casefold() for word in woorden(DOELEN) | woorden(GOED)), paper


def test_what_both_closed_is_for_neither_but_for_her_own_words(zussen: Zussen) -> None:
    for wie in ("Aniek", "Sara"):
        zussen.zegt(wie, OPEN, NEE)
    for wie in ("Aniek", "Sara"):
        assert gelezen(zussen, wie, wie, woorden(OPEN)) == set()
        assert gelezen(zussen, wie, wie, woorden(OPEN, wie)) == woorden(OPEN, wie)


def test_the_worker_hears_why_something_is_not_on_the_page_of_a_sister(zussen: Zussen) -> None:
    zussen.sluit()
    casus_id = zussen.casussen["Aniek"]
    told = lees_bladzijde(zussen.sessie, casus_id, zussen.mensen["Aniek"]).weggelaten
    assert "Een doel: een andere jongere van dit gezin houdt dit dicht" in told
    assert not any("ouders" in regel for regel in told)
    lijst = bereid_planpapier_voor(zussen.sessie, casus_id, zussen.mensen["Aniek"]).lijst
    assert "een andere jongere van dit gezin houdt dit dicht" in {regel.waarom for regel in lijst}


def test_her_own_print_keeps_everything_for_the_worker(zussen: Zussen) -> None:
    zussen.sluit()
    text = bereid_planpapier_voor(zussen.sessie, zussen.casussen["Sara"], "zelf").tekst.casefold()
    assert woorden(GOED) <= {word for word in woorden(GOED) if word in text}


# --- whose answer it is -----------------------------------------------------------------------


def test_each_sister_has_her_own_answer_to_the_same_section(zussen: Zussen) -> None:
    zussen.zegt("Aniek", GOED, NEE)
    assert zussen.onderdeel("Sara", GOED).ouders_zien is ONBEKEND
    assert zussen.onderdeel("Sara", GOED).ook_dicht_door == ("Aniek K.",)
    zussen.zegt("Sara", GOED, JA)
    zussen.zegt("Sara", GOED, ONBEKEND)
    assert zussen.onderdeel("Aniek", GOED).ouders_zien is NEE
    assert zussen.onderdeel("Aniek", GOED).ook_dicht_door == ()
    assert woorden(GOED).isdisjoint(gelezen(zussen, "Sara", "Fatma", woorden(GOED)))
    zussen.zegt("Aniek", GOED, JA)
    assert gelezen(zussen, "Sara", "Fatma", woorden(GOED)) == woorden(GOED)


def test_a_sister_cannot_change_the_answer_of_the_other(zussen: Zussen) -> None:
    zussen.zegt("Aniek", GOED, NEE)
    aniek = zussen.mensen["Aniek"]
    with pytest.raises(RegelGeweigerd, match="andere jongere"):
        set_ouders_zien(zussen.sessie, zussen.casussen["Sara"], GOED, JA, aniek)
    with pytest.raises(RegelGeweigerd, match="niet meer is"):
        open_voor_ouders(zussen.sessie, zussen.casussen["Sara"], GOED)
    assert zussen.onderdeel("Aniek", GOED).gesloten_door == {aniek}


def test_in_a_casus_of_two_it_is_asked_who_says_it(zussen: Zussen) -> None:
    with zussen.sessie.unit_of_work() as uow:
        hers = uow.casussen.get(zussen.casussen["Sara"])
        both = uow.casussen.get(zussen.casussen["Aniek"])
        both.jongeren.append(hers.jongere)
        uow.commit()
    sessie, casus_id = zussen.sessie, zussen.casussen["Aniek"]
    with pytest.raises(InhoudOngeldig):
        set_ouders_zien(sessie, casus_id, GOED, NEE)
    set_ouders_zien(sessie, casus_id, GOED, JA, zussen.mensen["Aniek"])
    assert zussen.onderdeel("Aniek", GOED).ouders_zien is ONBEKEND, "Sara was not asked yet"
    set_ouders_zien(sessie, casus_id, GOED, NEE, zussen.mensen["Sara"])
    seen = zussen.onderdeel("Aniek", GOED)
    assert seen.ouders_zien is NEE
    assert [(een.naam, een.antwoord) for een in seen.antwoorden] == [("Aniek K.", JA), ("Sara K.", NEE)]


def test_it_stays_closed_where_nobody_is_asked_any_more(zussen: Zussen) -> None:
    """In the plan of the whole family it is not asked; what was closed is closed, and the screen says so."""
    zussen.sluit()
    kies_variant(zussen.sessie, zussen.casussen["Aniek"], PlanVariant.GEZIN)
    seen = zussen.onderdeel("Aniek", GOED)
    assert (seen.ouders_zien, seen.antwoorden, seen.ook_dicht_door) == (None, (), ("Aniek K.",))
    assert gelezen(zussen, "Aniek", "Fatma", woorden(GOED)) == set()


# --- undo, versions, files ---------------------------------------------------------------------


def test_taking_it_back_gives_only_her_own_answer_of_before(zussen: Zussen) -> None:
    zussen.zegt("Sara", GOED, JA)
    back = doe_met_opname(set_ouders_zien, zussen.sessie, zussen.casussen["Aniek"], GOED, NEE).ongedaan("Nee")
    assert back is not None
    back.zet_terug(zussen.sessie)
    assert zussen.onderdeel("Aniek", GOED).ouders_zien is ONBEKEND
    assert zussen.onderdeel("Sara", GOED).ouders_zien is JA


def test_a_version_remembers_who_closed_what_and_stays_closed(zussen: Zussen) -> None:
    zussen.sluit()
    stel_plan_vast(zussen.sessie, zussen.casussen["Aniek"])
    frozen = zussen.inhoud().ouders_zien
    aniek, sara = zussen.mensen["Aniek"], zussen.mensen["Sara"]
    assert (frozen[GOED], frozen[DOELEN], frozen[OPEN]) == ({aniek: NEE}, {sara: NEE}, {})
    zussen.zegt("Aniek", GOED, JA)
    assert UITLEG not in zussen.plan("Sara", "Sara", 2)
    assert UITLEG in zussen.plan("Sara", "Sara", IN_BEWERKING)
    assert UITLEG in zussen.plan("Aniek", "Aniek", 2)


def test_a_plan_from_a_file_changes_no_answer(zussen: Zussen) -> None:
    zussen.sluit()
    lees_plan(zussen.sessie, zussen.casussen["Sara"], {"schema": "gezinsplan/1", "variant": "jongere"})
    assert zussen.onderdeel("Aniek", GOED).ouders_zien is NEE
    assert zussen.onderdeel("Sara", DOELEN).ouders_zien is NEE


# --- one of them is erased ------------------------------------------------------------------------


@pytest.fixture
def zonder_aniek(zussen: Zussen) -> Zussen:
    zussen.sluit()
    zussen.zegt("Aniek", OPEN, JA)
    stel_plan_vast(zussen.sessie, zussen.casussen["Aniek"])
    stays = bereid_wissen_voor(zussen.sessie, zussen.casussen["Aniek"]).blijft
    assert any("dat blijft dicht" in regel for regel in stays)
    wis_casus(zussen.sessie, zussen.casussen["Aniek"], WisGrond.OP_VERZOEK)
    return zussen


def test_what_an_erased_sister_closed_stays_closed_and_says_nobodys_name(zonder_aniek: Zussen) -> None:
    aniek = zonder_aniek.mensen["Aniek"]
    with zonder_aniek.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        said = {onderdeel.sleutel: onderdeel.ouders_zien for onderdeel in plan.onderdelen}
        assert said[GOED] == (Ouderantwoord("", NEE),)
        assert said[OPEN] == ()
        assert not any(aniek in versie.inhoud for versie in plan.versies)
    assert zonder_aniek.inhoud().ouders_zien[GOED] == {"": NEE}
    for wie in ("Fatma", "Mehmet", "Sara"):
        assert gelezen(zonder_aniek, "Sara", wie, woorden(GOED)) == set()
    assert gelezen(zonder_aniek, "Sara", "Sara", woorden(DOELEN)) == woorden(DOELEN)


def test_then_the_worker_decides_whether_it_opens_again(zonder_aniek: Zussen) -> None:
    casus_id = zonder_aniek.casussen["Sara"]
    seen = zonder_aniek.onderdeel("Sara", GOED)
    assert [(een.jongere_id, een.antwoord) for een in seen.antwoorden][-1] == ("", NEE)
    zonder_aniek.zegt("Sara", GOED, JA)
    assert zonder_aniek.onderdeel("Sara", GOED).gesloten_door == {""}
    back = doe_met_opname(open_voor_ouders, zonder_aniek.sessie, casus_id, GOED).ongedaan("Open")
    assert zonder_aniek.onderdeel("Sara", GOED).gesloten_door == frozenset()
    assert zonder_aniek.onderdeel("Sara", GOED).ouders_zien is JA
    assert UITLEG in zonder_aniek.plan("Sara", "Fatma", IN_BEWERKING)
    assert back is not None
    back.zet_terug(zonder_aniek.sessie)
    assert zonder_aniek.onderdeel("Sara", GOED).gesloten_door == {""}

"""Looking back together: what came of each goal, the signal that asks for it, and the next version."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from kernteam_tui.data import tabellen as t
from kernteam_tui.domain.codes import Fase
from kernteam_tui.domain.doelverloop import Blik
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gezinsplan import get_plan, set_evaluatie, stel_plan_vast
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.planbeeld import PlanBeeld
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel, verwijder_doel
from kernteam_tui.services.planevaluatie import EvaluatieGegevens, leg_evaluatie_vast, open_evaluatie
from kernteam_tui.services.planverschil import get_planverschil
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag

MAANDAG, JANUARI, MAART = date(2026, 11, 23), date(2027, 1, 11), date(2027, 3, 8)
BEREIKT = Blik(7, Doeluitkomst.BEREIKT, "Sami", "De wekker hielp.")
DEELS = Blik(6, Doeluitkomst.DEELS, "Fatma", "Het is rustiger.")
NIETS = Blik()


def op(sessie: Sessie, dag: date) -> Sessie:
    """The same store on another day."""
    sessie.klok = SysteemKlok(dag)
    return sessie


@pytest.fixture
def plan(sessie: Sessie, casus: AanmeldingUitkomst) -> PlanBeeld:
    """A fixed plan with two goals, to be looked at again in January."""
    save_doel(sessie, casus.casus_id, None, DoelGegevens("Naar school", "Sami", 4, 7, "Hij staat op."))
    save_doel(sessie, casus.casus_id, None, DoelGegevens("Minder ruzie", "Fatma", 5, 8, "Wij eten samen."))
    set_evaluatie(sessie, casus.casus_id, JANUARI, "")
    return stel_plan_vast(sessie, casus.casus_id)


def terugblik(
    plan: PlanBeeld, school: Blik, ruzie: Blik = NIETS, opnieuw: date | None = None, uitkomst: str = ""
) -> EvaluatieGegevens:
    een, twee = plan.doelen
    return EvaluatieGegevens({een.id: school, twee.id: ruzie}, uitkomst, opnieuw)


def vraagt(sessie: Sessie) -> list[tuple[str, str]]:
    return [(s.tekst, s.doel) for s in get_vandaag(sessie).signalen if s.regel == "evaluatie"]


def test_each_goal_is_gone_through_and_what_was_reached_rests(sessie: Sessie, plan: PlanBeeld) -> None:
    op(sessie, JANUARI)
    beeld = open_evaluatie(sessie, plan.casus_id)
    assert [doel.wat for doel in beeld.doelen] == ["Naar school", "Minder ruzie"]
    na = leg_evaluatie_vast(
        sessie, plan.casus_id, terugblik(plan, BEREIKT, DEELS, MAART, "We gaan door met samen eten.")
    )
    school, ruzie = na.doelen
    assert (school.actief, school.nu) == (False, 7)
    assert (ruzie.actief, ruzie.nu) == (True, 6)
    assert [(m.op, m.cijfer, m.uitkomst) for m in school.metingen] == [
        (MAANDAG, 4, None),
        (JANUARI, 7, Doeluitkomst.BEREIKT),
    ]
    assert school.uitkomst is not None
    assert (school.uitkomst.van, school.uitkomst.tekst) == ("Sami", "De wekker hielp.")
    assert (na.evaluatie_op, na.evaluatie_uitkomst) == (MAART, "We gaan door met samen eten.")
    assert na.gewijzigd
    assert [doel.wat for doel in open_evaluatie(sessie, plan.casus_id).doelen] == ["Minder ruzie"]


def test_the_day_that_came_asks_for_it_until_it_was_held_and_again_the_next_time(
    sessie: Sessie, plan: PlanBeeld
) -> None:
    revision = get_casus(sessie, plan.casus_id).revision
    wijzig_casus(sessie, plan.casus_id, revision, begeleiding_gestart=MAANDAG)
    assert vraagt(op(sessie, date(2027, 1, 8))) == [("evaluatie komt eraan", "gezinsplan")]
    assert vraagt(op(sessie, JANUARI)) == [("plan evalueren", "planevaluatie")]
    assert get_casus(sessie, plan.casus_id).fase is Fase.EVALUATIE
    leg_evaluatie_vast(sessie, plan.casus_id, terugblik(plan, DEELS, opnieuw=MAART, uitkomst="Door zo."))
    assert vraagt(sessie) == []
    assert get_casus(sessie, plan.casus_id).fase is Fase.IN_BEGELEIDING
    assert vraagt(op(sessie, MAART)) == [("plan evalueren", "planevaluatie")]
    assert get_casus(sessie, plan.casus_id).fase is Fase.EVALUATIE


def test_it_is_one_change_that_goes_back_whole(sessie: Sessie, plan: PlanBeeld) -> None:
    voor = get_plan(op(sessie, JANUARI), plan.casus_id)
    gegevens = terugblik(plan, BEREIKT, DEELS, MAART, "Door zo.")
    gedaan = doe_met_opname(leg_evaluatie_vast, sessie, plan.casus_id, gegevens)
    assert get_plan(sessie, plan.casus_id) != voor
    with sessie.lezen() as conn:
        rows = conn.execute(select(t.logboek.c.wat)).scalars().all()
    assert rows[-1] == "gezinsplan: evaluatie"
    zet_terug(sessie, wat="Evaluatie bewaard", wissels=gedaan.wissels)
    na = get_plan(sessie, plan.casus_id)
    assert (na.doelen, na.evaluatie_op, na.evaluatie_uitkomst) == (voor.doelen, JANUARI, "")
    assert vraagt(sessie) == [("plan evalueren", "planevaluatie")]


@pytest.mark.parametrize(
    ("blik", "opnieuw", "zegt"),
    [
        (Blik(7), MAART, "geen enkel doel"),
        (Blik(11, Doeluitkomst.DEELS), MAART, "0 tot en met 10"),
        (DEELS, JANUARI, "ligt niet in de toekomst"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    sessie: Sessie, plan: PlanBeeld, blik: Blik, opnieuw: date, zegt: str
) -> None:
    op(sessie, JANUARI)
    with pytest.raises(InhoudOngeldig, match=zegt):
        leg_evaluatie_vast(sessie, plan.casus_id, terugblik(plan, blik, opnieuw=opnieuw))
    assert get_plan(sessie, plan.casus_id).doelen == plan.doelen


def test_a_goal_that_is_gone_is_said(sessie: Sessie, plan: PlanBeeld) -> None:
    with pytest.raises(NietGevonden, match="niet meer in het plan"):
        leg_evaluatie_vast(sessie, plan.casus_id, EvaluatieGegevens({"weg": DEELS}, ""))


def test_a_plan_without_goals_has_an_outcome_as_a_whole(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert open_evaluatie(sessie, casus.casus_id).doelen == ()
    with pytest.raises(InhoudOngeldig, match="nog niets"):
        leg_evaluatie_vast(sessie, casus.casus_id, EvaluatieGegevens({}, " "))
    na = leg_evaluatie_vast(sessie, casus.casus_id, EvaluatieGegevens({}, "Het gaat goed. ", MAART))
    assert (na.evaluatie_uitkomst, na.evaluatie_op) == ("Het gaat goed.", MAART)


def test_each_agreed_day_asks_for_a_look_of_its_own_also_without_goals(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    def is_open(dag: date) -> bool:
        return bool(vraagt(op(sessie, dag)))

    op(sessie, JANUARI)
    leg_evaluatie_vast(sessie, casus.casus_id, EvaluatieGegevens({}, "Het gaat goed.", MAART))
    assert not is_open(MAART - timedelta(days=30))
    assert is_open(MAART)
    set_evaluatie(sessie, casus.casus_id, MAART, "Het gaat goed. ")
    assert is_open(MAART), "the words are those of January"
    set_evaluatie(sessie, casus.casus_id, MAART, "Het gaat nu vanzelf.")
    assert not is_open(MAART)
    set_evaluatie(sessie, casus.casus_id, MAART, "")
    assert is_open(MAART)
    leg_evaluatie_vast(sessie, casus.casus_id, EvaluatieGegevens({}, "Het gaat goed.", None))
    assert not is_open(MAART)


def test_where_all_goals_rest_all_are_looked_at_again(sessie: Sessie, plan: PlanBeeld) -> None:
    gestopt = Blik(uitkomst=Doeluitkomst.GESTOPT)
    leg_evaluatie_vast(sessie, plan.casus_id, terugblik(plan, BEREIKT, gestopt, JANUARI))
    assert len(open_evaluatie(op(sessie, JANUARI), plan.casus_id).doelen) == 2


def test_the_next_version_shows_what_came_of_each_goal(sessie: Sessie, plan: PlanBeeld) -> None:
    op(sessie, JANUARI)
    leg_evaluatie_vast(sessie, plan.casus_id, terugblik(plan, BEREIKT, DEELS, MAART, "Door met eten."))
    verschil = get_planverschil(sessie, plan.casus_id)
    per_deel = {deel.onderdeel.sleutel: deel.regels for deel in verschil.onderdelen}
    kort = {regel.kort for regel in per_deel["wat_willen_wij_bereiken"]}
    assert kort == {"cijfer 4 → 7, bereikt, rust nu", "cijfer 5 → 6, deels bereikt"}
    assert "Wat eruit kwam" in [regel.kop for regel in per_deel["wanneer_kijken_we_opnieuw"]]
    stel_plan_vast(sessie, plan.casus_id)
    [vast] = [
        deel
        for deel in get_planverschil(sessie, plan.casus_id).onderdelen
        if deel.onderdeel.sleutel == "wat_willen_wij_bereiken"
    ]
    assert {regel.kort for regel in vast.regels} == kort
    save_doel(op(sessie, MAART), plan.casus_id, plan.doelen[0].id, DoelGegevens("Naar school", "Sami", 5, 7))
    [terug] = [
        regel
        for deel in get_planverschil(sessie, plan.casus_id).onderdelen
        for regel in deel.regels
        if deel.onderdeel.sleutel == "wat_willen_wij_bereiken"
    ]
    assert terug.kort == "cijfer 7 → 5, loopt weer"


def kort(sessie: Sessie, plan: PlanBeeld) -> list[str]:
    """What happened to the goals from the last version but one to the last, in a few words."""
    delen = get_planverschil(sessie, plan.casus_id).onderdelen
    doelen = [deel for deel in delen if deel.onderdeel.sleutel == "wat_willen_wij_bereiken"]
    return [regel.kort for deel in doelen for regel in deel.regels]


def test_a_goal_that_was_reached_on_the_day_it_was_made_is_told_from_one_that_went(
    sessie: Sessie, plan: PlanBeeld
) -> None:
    op(sessie, date(2020, 1, 6))  # not after the day on which the store made the goal
    leg_evaluatie_vast(sessie, plan.casus_id, terugblik(plan, BEREIKT))
    verwijder_doel(sessie, plan.casus_id, plan.doelen[1].id)
    stel_plan_vast(sessie, plan.casus_id)
    assert kort(sessie, plan) == ["cijfer 4 → 7, bereikt, rust nu", ""]


def test_a_goal_that_was_laid_to_rest_without_an_evaluation_rests(sessie: Sessie, plan: PlanBeeld) -> None:
    op(sessie, date(2060, 1, 5))
    rust = DoelGegevens("Naar school", "Sami", 4, 7, "Hij staat op.", actief=False)
    save_doel(sessie, plan.casus_id, plan.doelen[0].id, rust)
    stel_plan_vast(sessie, plan.casus_id)
    assert kort(sessie, plan) == ["rust nu"]


def test_what_a_goal_goes_along_with_is_in_the_difference(sessie: Sessie, plan: PlanBeeld) -> None:
    erbij = DoelGegevens(
        "Naar school", "Sami", 4, 7, "Hij staat op.", True, "alle lessen", MAANDAG, "samen eten"
    )
    save_doel(sessie, plan.casus_id, plan.doelen[0].id, erbij)
    [deel] = get_planverschil(sessie, plan.casus_id).onderdelen
    tekst = "".join(stuk.tekst for stuk in deel.regels[0].stukken)
    assert "doel in het OPP: alle lessen\nafgestemd op 23 november 2026" in tekst
    assert "uit het familiegroepsplan: samen eten" in tekst

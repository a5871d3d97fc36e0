"""What the demo shows of the gezinsplan: each part of it at work, in a family where it is natural."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol, PlanVariant
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst, Familieplan, Standpunt, Verstrekwijze
from kernteam_tui.domain.merken import Merk, lees_alineas
from kernteam_tui.exchange.voorbeeld import read_voorbeeld
from kernteam_tui.exchange.voorbeeldplan import read_plannen
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.familieplan import get_familieplan, schrijf_bijlage
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notitiebron import lees_notitiebron
from kernteam_tui.services.planakkoord import AkkoordRegel, get_akkoord
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.verstrekkingen import list_verstrekkingen, maak_opnieuw

MAANDAG = date(2026, 11, 23)
LANG = "niet op één A4"
"""What the worker is told of a page that takes more than its paper."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """For looking only."""
    kluis = tmp_path_factory.mktemp("demo") / "kluis"
    maak_demo(kluis, SysteemKlok(MAANDAG))
    geopend = unlock(kluis, "voorbeeld", SysteemKlok(MAANDAG))
    yield geopend
    geopend.close()


def casus_van(sessie: Sessie, *namen: str) -> str:
    """The casus of the jongere with one of these names: by the seed it is one or the other."""
    return next(rij.casus_id for rij in get_caseload(sessie) if rij.jongere.startswith(namen))


@pytest.fixture(scope="module")
def lina(demo: Sessie) -> str:
    return casus_van(demo, "Lina")


@pytest.fixture(scope="module")
def mees(demo: Sessie) -> str:
    return casus_van(demo, "Mees", "Pepijn")


@pytest.fixture(scope="module")
def aniek(demo: Sessie) -> str:
    return casus_van(demo, "Aniek", "Tirsa")


def gezegd(sessie: Sessie, casus_id: str, versie: int) -> dict[str, AkkoordRegel]:
    regels = get_akkoord(sessie, casus_id).versie(versie).regels
    return {regel.naam.split()[0]: regel for regel in regels}


def test_the_family_of_today_stands_on_vandaag_and_waits_for_its_plan(demo: Sessie, lina: str) -> None:
    vandaag = get_vandaag(demo)
    assert lina in {gesprek.casus_id for gesprek in vandaag.gesprekken}
    rules = {signaal.regel for signaal in vandaag.signalen if signaal.casus_id == lina}
    assert {"evaluatie", "plan_op_papier"} <= rules


def test_somebody_agrees_partly_somebody_does_not_and_says_it_in_their_own_words(
    demo: Sessie, lina: str
) -> None:
    said = gezegd(demo, lina, 3)
    assert {naam: regel.standpunt for naam, regel in said.items()} == {
        "Lina": Standpunt.DEELS,
        "Elif": Standpunt.EENS,
        "Murat": Standpunt.EENS,
        "oma": Standpunt.NIET,
    }
    assert said["Lina"].omdat
    assert "Torunum" in said["oma"].verklaring
    assert said["Elif"].getekend_op == said["Elif"].op


def test_father_agreed_before_the_plan_changed_and_the_others_after(
    demo: Sessie, lina: str, mees: str
) -> None:
    for casus_id, versie, vroeg in ((lina, 3, "Murat"), (mees, 2, "Ruud")):
        said = gezegd(demo, casus_id, versie)
        assert {naam for naam, regel in said.items() if regel.veranderd} == {vroeg}
        first, *later = sorted(regel.op for regel in said.values() if regel.op is not None)
        assert said[vroeg].op == first < later[0]


def test_what_is_left_to_do_in_the_plan_is_asking_father_again(demo: Sessie, lina: str) -> None:
    open_points = [punt for punt in controleer(demo, lina) if punt.in_orde is False]
    assert [punt.nr for punt in open_points] == [10]
    assert "Murat" in open_points[0].wat_nu


def test_every_section_is_written_with_fields_marks_and_words_in_another_language(
    demo: Sessie, lina: str
) -> None:
    onderdelen = get_plan(demo, lina).onderdelen
    assert all(onderdeel.gevuld for onderdeel in onderdelen)
    assert all(veld.tekst for onderdeel in onderdelen for veld in onderdeel.velden)
    assert sum(len(onderdeel.velden) for onderdeel in onderdelen) == 8
    alineas = [a for onderdeel in onderdelen for a in lees_alineas(onderdeel.toelichting)]
    assert {alinea.merk for alinea in alineas} == {*Merk, None}
    woorden = [citaat for onderdeel in onderdelen for citaat in onderdeel.woorden]
    assert {citaat.taal for citaat in woorden} == {"nl", "tr"}
    goed = next(onderdeel for onderdeel in onderdelen if onderdeel.sleutel == "wat_gaat_goed")
    assert {citaat.op_bladzijde for citaat in goed.woorden} == {True, False}


def test_a_goal_has_a_history_an_evaluation_and_the_goal_of_school(demo: Sessie, lina: str) -> None:
    school, ochtend, pauze = get_plan(demo, lina).doelen
    assert [meting.cijfer for meting in school.metingen] == [3, 2, 5, 4, 6]
    assert school.opp_doel
    assert school.opp_afgestemd_op is not None
    assert {doel.uitkomst.uitkomst for doel in (school, ochtend) if doel.uitkomst} == {Doeluitkomst.DEELS}
    assert pauze.uitkomst is not None
    assert (pauze.uitkomst.uitkomst, pauze.actief) == (Doeluitkomst.BEREIKT, False)


def test_the_family_made_a_plan_of_its_own_and_goals_come_from_it(
    demo: Sessie, lina: str, tmp_path: Path
) -> None:
    beeld = get_familieplan(demo, lina)
    assert beeld.stand is Familieplan.WIL_WEL
    theirs = schrijf_bijlage(demo, lina, beeld.bijlagen[0].id, tmp_path / "plan.txt").bestand
    text = theirs.read_text(encoding="utf-8")
    assert all(doel.in_hun_plan.removeprefix("Wij willen dat ") in text for doel in beeld.doelen)
    assert len(beeld.doelen) == 2


def test_notes_are_linked_to_a_section_and_one_quote_was_taken_over(demo: Sessie, lina: str) -> None:
    bron = lees_notitiebron(demo, lina, "wat_maakt_het_moeilijk")
    linked = [notitie for notitie in bron.notities if notitie.hoort_erbij]
    assert len(linked) == 2
    assert any(alinea.staat_er_al for notitie in linked for alinea in notitie.alineas)


def test_what_was_given_can_be_made_again_byte_for_byte(demo: Sessie, lina: str, tmp_path: Path) -> None:
    (given,) = list_verstrekkingen(demo, lina)
    assert (given.aan, given.versie, given.hoe) == ("Elif Kaya", 3, Verstrekwijze.AFGEDRUKT)
    assert maak_opnieuw(demo, lina, given.id, tmp_path / "blad.pdf").gelijk


def test_a_page_was_given_in_arabic_because_a_mother_asked(demo: Sessie) -> None:
    (given,) = list_verstrekkingen(demo, casus_van(demo, "Nour"))
    assert (given.taal, given.aan) == ("ar", "Rima Al-Khatib")
    assert given.gevraagd_door == given.aan


def test_parents_apart_each_have_their_own_words_page_and_view(demo: Sessie, mees: str) -> None:
    plan = get_plan(demo, mees)
    assert (plan.variant, plan.ouders_apart) == (PlanVariant.GESCHEIDEN_OUDERS, True)
    for onderdeel in plan.onderdelen:
        if onderdeel.per_ouder and onderdeel.sleutel != "akkoord":
            assert {*plan.ouders} <= {citaat.van for citaat in onderdeel.woorden}
    assert {een.aan for een in list_verstrekkingen(demo, mees)} == {"Judith Blom", "Ruud van Asperen"}
    assert gezegd(demo, mees, 2)["Judith"].verklaring


def test_a_jongere_of_seventeen_says_what_father_may_see(demo: Sessie, aniek: str) -> None:
    answers = {o.sleutel: o.ouders_zien for o in get_plan(demo, aniek).onderdelen}
    assert answers["wat_gaat_goed"] is JaNeeOnbekend.JA
    assert {s for s, antwoord in answers.items() if antwoord is JaNeeOnbekend.NEE} == {
        "wat_maakt_het_moeilijk",
        "hulp_die_erbij_komt",
    }


def test_the_page_of_each_family_fits_its_paper(demo: Sessie, tmp_path: Path) -> None:
    """For the jongere and each parent who may have it, as it is and with who stands around them."""
    made = 0
    for rij in get_caseload(demo):
        casus = get_casus(demo, rij.casus_id)
        for persoon in casus.personen:
            if persoon.rol not in (PersoonRol.JONGERE, PersoonRol.OUDER):
                continue
            for kring in (False, True):
                try:
                    page = maak_samenvatting(
                        demo, rij.casus_id, persoon.id, "pdf", tmp_path / "blad", wens=Bladwens(kring=kring)
                    )
                except KernteamError:
                    continue
                assert not [melding for melding in page.meldingen if LANG in melding], persoon.naam
                made += 1
    assert made > 30


def test_a_version_holds_what_was_in_the_plan_on_its_day(demo: Sessie, lina: str) -> None:
    """Control: the versions differ, and what came later is not in the first."""
    with demo.unit_of_work() as uow:
        (plan,) = uow.plannen.find(gezin_id=uow.casussen.get(lina).gezin_id)
        first, second, third = (versie.inhoud for versie in plan.versies)
    assert "mediatheek" not in first
    assert "plek voor de pauze" in first
    assert "mediatheek" in second
    assert "plek voor de pauze" not in second, "reached, so it rests"
    assert "buikpijn opkomt" not in second
    assert "buikpijn opkomt" in third


def test_a_plan_of_a_generated_family_has_fields_and_who_agrees(tmp_path: Path) -> None:
    vandaag = date(2026, 11, 21)
    maak_demo(tmp_path / "kluis", SysteemKlok(vandaag), zaad=7, casussen=40, notities=30)
    sessie = unlock(tmp_path / "kluis", "voorbeeld", SysteemKlok(vandaag))
    try:
        own = {plan.doelen[0].wat for plan in read_plannen().values()}
        plans = [(r.casus_id, get_plan(sessie, r.casus_id)) for r in get_caseload(sessie)]
        made = [(c, p) for c, p in plans if p.versie and p.doelen and p.doelen[0].wat not in own]
        assert made
        for casus_id, plan in made:
            assert not plan.gewijzigd
            assert plan.onderdeel("veiligheid").velden[0].tekst
            assert {regel.standpunt for regel in get_akkoord(sessie, casus_id).versie(1).regels} <= {
                Standpunt.EENS,
                Standpunt.DEELS,
            }
    finally:
        sessie.close()


def test_each_plan_belongs_to_a_casus_and_tells_its_days_in_order() -> None:
    keys = {casus.sleutel for casus in read_voorbeeld().casussen}
    for sleutel, plan in read_plannen().items():
        assert sleutel in keys
        assert list(plan.versies) == sorted(plan.versies)
        for doel in plan.doelen:
            days = [meting.dag for meting in doel.metingen]
            assert days == sorted(set(days)), doel.wat
            assert all(plan.begonnen <= day <= 0 for day in days), doel.wat
        assert all(een.versie <= len(plan.versies) + 1 for een in plan.akkoorden)
        assert all(
            een.dag <= plan.versies[een.versie - 1] + 7
            for een in plan.akkoorden
            if een.versie <= len(plan.versies)
        ), sleutel


@pytest.mark.parametrize("dag", [date(2026, 8, 5), date(2026, 8, 31), date(2027, 1, 1)], ids=str)
def test_in_a_holiday_the_story_of_the_plan_still_holds(dag: date, tmp_path: Path) -> None:
    """Days fall together then; nothing is said or given after today, and the last version is the third."""
    maak_demo(tmp_path / "kluis", SysteemKlok(dag))
    sessie = unlock(tmp_path / "kluis", "voorbeeld", SysteemKlok(dag))
    try:
        lina = casus_van(sessie, "Lina")
        plan = get_plan(sessie, lina)
        assert (plan.versie, plan.gewijzigd) == (3, False)
        assert all(meting.op <= dag for doel in plan.doelen for meting in doel.metingen)
        assert all(een.op <= dag for een in list_verstrekkingen(sessie, lina))
        assert dag - timedelta(days=120) < min(r.op for r in gezegd(sessie, lina, 3).values() if r.op)
    finally:
        sessie.close()

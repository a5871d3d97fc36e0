"""What was given to whom: kept with the file, read back years later, made again exactly."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Standpunt, Verstrekwijze
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
from kernteam_tui.exchange.formaten.verstrekt import lees_bladzijde as lees_inhoud
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import get_plan, lees_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.planakkoord import AkkoordGegevens, bewaar_akkoord
from kernteam_tui.services.planpapier import maak_planpapier
from kernteam_tui.services.samenvatting import lees_bladzijde, maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import (
    NietOpnieuw,
    get_sinds_gesloten,
    list_verstrekkingen,
    maak_opnieuw,
    open_verstrekking,
)
from tests.services.conftest import AANMELDING

PLAN: dict[str, Any] = {
    "onderdelen": {
        "waarom_dit_plan": {"woorden": [{"van": "Sami", "tekst": "Ik wil weer slapen."}]},
        "wat_gaat_goed": {"woorden": [{"van": "Fatma", "taal": "tr", "tekst": "Evde çok yardım ediyor."}]},
    },
    "doelen": [{"wat": "Vier dagen naar school", "nu": 4, "gewenst": 7}],
    "acties": [{"wat": "belt Sami wakker", "wie": "Fatma", "wanneer": "2026-12-01"}],
}


@pytest.fixture
def met_plan(sessie: Sessie, casus: AanmeldingUitkomst) -> str:
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    return casus.casus_id


def test_what_father_got_in_november_is_read_back_after_the_plan_moved_on(
    sessie: Sessie, met_plan: str, tmp_path: Path
) -> None:
    toen = maak_samenvatting(sessie, met_plan, "ouder", "pdf", tmp_path / "toen.pdf").bestand.read_bytes()
    revision = get_plan(sessie, met_plan).revision
    save_onderdeel(sessie, met_plan, revision, "waarom_dit_plan", (Citaat("Sami", "nl", "Iets anders."),), "")
    stel_plan_vast(sessie, met_plan)
    (gegeven,) = list_verstrekkingen(sessie, met_plan)
    assert (gegeven.versie, gegeven.hoe, gegeven.vorm) == (1, Verstrekwijze.BESTAND, "pdf")
    assert gegeven.aan == AANMELDING["ouders"][0]["naam"]
    gelezen = open_verstrekking(sessie, met_plan, gegeven.id).tekst
    assert "Ik wil weer slapen." in gelezen
    assert "Iets anders." not in gelezen
    weer = maak_opnieuw(sessie, met_plan, gegeven.id, tmp_path / "weer.pdf")
    assert weer.gelijk
    assert weer.bestand.read_bytes() == toen


def test_a_page_whose_looks_were_renewed_says_so(sessie: Sessie, met_plan: str, tmp_path: Path) -> None:
    """The control of `gelijk`: the words are the same, the bytes of a later release are not."""
    maak_samenvatting(sessie, met_plan, "ouder", "tekst", tmp_path / "toen.txt")
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
        given.merk = hashlib.sha256(b"een oudere opmaak").hexdigest()
        uow.commit()
    assert not maak_opnieuw(sessie, met_plan, given.id, tmp_path / "weer.txt").gelijk


@pytest.mark.parametrize("vorm", ["pdf", "docx", "html", "tekst"])
def test_everything_of_a_page_survives_being_kept(
    sessie: Sessie, met_plan: str, tmp_path: Path, vorm: str
) -> None:
    wens = Bladwens("ar", met_nederlands=True, groot=True, kring=True)
    made = maak_samenvatting(sessie, met_plan, "ouder", vorm, tmp_path / "toen", wens=wens)
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
    page = lees_inhoud(given.inhoud)
    assert (page.taal, page.met_nederlands, page.groot) == ("ar", True, True)
    assert maak_vorm(page, vorm).data == made.bestand.read_bytes()
    assert maak_vorm(replace(page, groot=False), vorm).data != made.bestand.read_bytes() or vorm == "tekst"


def test_who_may_not_have_it_today_does_not_get_it_again(
    sessie: Sessie, met_plan: str, tmp_path: Path
) -> None:
    maak_samenvatting(sessie, met_plan, "ouder", "tekst", tmp_path / "toen.txt")
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
        gezin = uow.gezinnen.get(uow.casussen.get(met_plan).gezin_id)
        for band in gezin.ouderschappen:
            band.gezag = JaNeeOnbekend.ONBEKEND
        uow.commit()
    with pytest.raises(RegelGeweigerd):
        maak_opnieuw(sessie, met_plan, given.id, tmp_path / "weer.txt")
    assert not (tmp_path / "weer.txt").exists()
    assert "Ik wil weer slapen." in open_verstrekking(sessie, met_plan, given.id).tekst


def sluit(sessie: Sessie, casus_id: str, *sleutels: str) -> None:
    """The jongere keeps these from the parents from now on."""
    with sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        for sleutel in sleutels:
            zet_antwoord(plan.onderdeel(sleutel), uow.casussen.get(casus_id).jongere.id, JaNeeOnbekend.NEE)
        plan.gewijzigd = True
        uow.commit()


@pytest.mark.parametrize("soort", ["bladzijde", "gezinsplan"])
def test_what_the_jongere_closed_since_is_told_before_it_is_given_again_exactly(
    sessie: Sessie, met_plan: str, tmp_path: Path, soort: str
) -> None:
    lezers = {beeld.rol.value: beeld.id for beeld in get_casus(sessie, met_plan).personen}
    for rol in ("ouder", "jongere"):
        if soort == "bladzijde":
            maak_samenvatting(sessie, met_plan, lezers[rol], "tekst", tmp_path / rol)
        else:
            maak_planpapier(sessie, met_plan, lezers[rol], "tekst", uit=tmp_path / rol)
    given = {beeld.aan_id: beeld.id for beeld in list_verstrekkingen(sessie, met_plan)}
    assert get_sinds_gesloten(sessie, met_plan, given[lezers["ouder"]]) == ""
    sluit(sessie, met_plan, "wat_gaat_goed", "wie_doet_wat", "wie_zijn_belangrijk")
    zin = get_sinds_gesloten(sessie, met_plan, given[lezers["ouder"]])
    assert zin == (
        "Er staat nog ‘Wat gaat goed’ en ‘Wie doet wat, wanneer’ op; intussen geldt: "
        "de jongere wil niet dat ouders dit zien."
    )
    again = maak_opnieuw(sessie, met_plan, given[lezers["ouder"]], tmp_path / "weer")
    assert again.gelijk
    assert again.meldingen[0] == f"Let op: {zin[:1].lower()}{zin[1:]}"
    assert get_sinds_gesloten(sessie, met_plan, given[lezers["jongere"]]) == ""


def zegt(sessie: Sessie, casus_id: str, wie: str) -> None:
    """Of version 1, today."""
    gegevens = AkkoordGegevens(Standpunt.EENS, sessie.vandaag(), wie)
    bewaar_akkoord(sessie, casus_id, 1, gegevens)


@pytest.mark.parametrize("soort", ["bladzijde", "gezinsplan"])
def test_who_agrees_and_when_they_look_again_are_told_too(
    sessie: Sessie, casus: AanmeldingUitkomst, tmp_path: Path, soort: str
) -> None:
    casus_id = casus.casus_id
    lees_plan(sessie, casus_id, PLAN | {"evaluatie_op": "2027-01-18"}, vaststellen=True)
    lezers = {beeld.rol.value: beeld.id for beeld in get_casus(sessie, casus_id).personen}
    zegt(sessie, casus_id, lezers["ouder"])

    def geef() -> str:
        if soort == "bladzijde":
            maak_samenvatting(sessie, casus_id, lezers["ouder"], "tekst", tmp_path / "a")
        else:
            maak_planpapier(sessie, casus_id, lezers["ouder"], "tekst", uit=tmp_path / "a")
        return list_verstrekkingen(sessie, casus_id)[0].id

    before = geef()
    zegt(sessie, casus_id, lezers["jongere"])
    after = geef()
    sluit(sessie, casus_id, "akkoord", "wanneer_kijken_we_opnieuw")
    titles = {"gezinsplan": "‘Wanneer kijken we opnieuw’ en ‘Akkoord en eigen verklaring’"}
    day_only = "Er staat nog ‘Wanneer kijken we opnieuw’ op;"
    assert get_sinds_gesloten(sessie, casus_id, before).startswith(day_only), "her own akkoord is hers"
    told = get_sinds_gesloten(sessie, casus_id, after)
    assert told.startswith(f"Er staat nog {titles.get(soort, '‘Wanneer kijken we opnieuw’')} op;")


def test_an_own_format_is_read_once_however_much_is_closed(
    sessie: Sessie, met_plan: str, tmp_path: Path
) -> None:
    (lezer,) = (een.id for een in get_casus(sessie, met_plan).personen if een.rol.value == "ouder")
    maak_planpapier(sessie, met_plan, lezer, "tekst", uit=tmp_path / "a")
    (given,) = list_verstrekkingen(sessie, met_plan)
    sluit(sessie, met_plan, "wat_gaat_goed")
    one = keren_gelezen(sessie, met_plan, given.id)
    sluit(sessie, met_plan, "wie_doet_wat", "wie_zijn_belangrijk", "veiligheid", "akkoord")
    assert keren_gelezen(sessie, met_plan, given.id) == one <= 1


def keren_gelezen(sessie: Sessie, casus_id: str, given: str) -> int:
    """How often the formats of the organisation are read to say what was closed since."""
    asked: list[str] = []

    def onthoud(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(sessie.store.engine, "before_cursor_execute", onthoud)
    get_sinds_gesloten(sessie, casus_id, given)
    event.remove(sessie.store.engine, "before_cursor_execute", onthoud)
    assert asked, "the control: it is listened to"
    return sum("FROM eigenformaat" in statement for statement in asked)


def test_what_was_erased_with_a_child_cannot_be_made_again(
    sessie: Sessie, met_plan: str, tmp_path: Path
) -> None:
    maak_samenvatting(sessie, met_plan, "ouder", "tekst", tmp_path / "toen.txt")
    with sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
        given.inhoud = ""
        uow.commit()
    assert not list_verstrekkingen(sessie, met_plan)[0].kan_opnieuw
    with pytest.raises(NietOpnieuw, match="gewist"):
        maak_opnieuw(sessie, met_plan, given.id, tmp_path / "weer.txt")


def test_a_paper_of_another_casus_is_not_shown_here(sessie: Sessie, met_plan: str, tmp_path: Path) -> None:
    ander = register_aanmelding(sessie, {**AANMELDING, "jongere": {"roepnaam": "Noor"}}, toch=True).casus_id
    maak_samenvatting(sessie, met_plan, "ouder", "tekst", tmp_path / "toen.txt")
    (gegeven,) = list_verstrekkingen(sessie, met_plan)
    assert list_verstrekkingen(sessie, ander) == ()
    with pytest.raises(NietGevonden):
        open_verstrekking(sessie, ander, gegeven.id)


def test_a_look_at_what_was_given_is_in_the_log(sessie: Sessie, met_plan: str, tmp_path: Path) -> None:
    maak_samenvatting(sessie, met_plan, "ouder", "tekst", tmp_path / "toen.txt")
    open_verstrekking(sessie, met_plan, list_verstrekkingen(sessie, met_plan)[0].id)
    with sessie.lezen() as conn:
        soorten = [
            row[0] for row in conn.exec_driver_sql("SELECT soort FROM logboek ORDER BY nr DESC LIMIT 2")
        ]
    assert soorten == [LogSoort.GEOPEND, LogSoort.GEEXPORTEERD]


# --- what the worker and the jongere keep from the page ---------------------------------------


def test_a_quote_that_was_not_marked_for_the_page_stays_in_the_plan(sessie: Sessie, met_plan: str) -> None:
    words = (Citaat("Sami", "nl", "Ik wil weer slapen."), Citaat("Sami", "nl", "Soms huil ik.", False))
    revision = get_plan(sessie, met_plan).revision
    save_onderdeel(sessie, met_plan, revision, "waarom_dit_plan", words, "")
    stel_plan_vast(sessie, met_plan)
    blad = lees_bladzijde(sessie, met_plan, "ouder")
    assert "Ik wil weer slapen." in blad.tekst
    assert "Soms huil ik." not in blad.tekst
    assert "Waarom dit plan: wat jij er niet op zette" in blad.weggelaten


def test_what_a_jongere_keeps_from_the_parents_is_on_the_own_page_only(sessie: Sessie, met_plan: str) -> None:
    with sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        for sleutel in ("waarom_dit_plan", "wat_willen_wij_bereiken", "wie_doet_wat"):
            zet_antwoord(plan.onderdeel(sleutel), uow.casussen.get(met_plan).jongere.id, JaNeeOnbekend.NEE)
        plan.gewijzigd = True
        uow.commit()
    stel_plan_vast(sessie, met_plan)
    ouder, eigen = (lees_bladzijde(sessie, met_plan, voor) for voor in ("ouder", "jongere"))
    for geheim in ("Ik wil weer slapen.", "Vier dagen naar school", "belt Sami wakker"):
        assert geheim not in ouder.tekst
        assert geheim in eigen.tekst
    assert any("de jongere wil niet dat ouders dit zien" in regel for regel in ouder.weggelaten)
    assert "Evde çok yardım ediyor." in ouder.tekst


def test_around_the_family_stand_those_who_give_more_than_tension(sessie: Sessie, met_plan: str) -> None:
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(met_plan).gezin_id)
        for naam, gevoel in (("tante Roos", Gevoel.STEUN), ("buurman Piet", Gevoel.SPANNING)):
            gezin.netwerk.append(Netwerklid(naam=naam, groep=Netwerkgroep.VRIENDEN, gevoel=gevoel))
        uow.commit()
    met = lees_bladzijde(sessie, met_plan, "jongere", wens=Bladwens(kring=True)).tekst
    zonder = lees_bladzijde(sessie, met_plan, "jongere").tekst
    assert "tante Roos" in met
    assert "buurman Piet" not in met
    assert "tante Roos" not in zonder


def test_the_page_speaks_the_language_that_was_asked_for(sessie: Sessie, met_plan: str) -> None:
    blad = lees_bladzijde(sessie, met_plan, "ouder", wens=Bladwens("tr"))
    assert "Ons plan" not in blad.tekst
    assert "birbirimizle" in blad.tekst, "what school knows is said in Turkish too"
    assert any("nagekeken" in zin for zin in blad.meldingen)
    assert all("nagekeken" not in zin for zin in lees_bladzijde(sessie, met_plan, "ouder").meldingen)


def test_a_page_remembers_the_day_on_which_it_went(sessie: Sessie, met_plan: str, tmp_path: Path) -> None:
    maak_samenvatting(sessie, met_plan, "jongere", "tekst", tmp_path / "toen.txt")
    (gegeven,) = list_verstrekkingen(sessie, met_plan)
    assert gegeven.op == sessie.vandaag() > date(2026, 1, 1)
    assert gegeven.gevraagd_door == ""

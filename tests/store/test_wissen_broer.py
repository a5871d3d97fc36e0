"""Erasing one of two: what brother and sister share stays, what only the one has goes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.data.wissen import Wissing, erase_casus
from kernteam_tui.data.zoekindex.zoeken import zoek
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, JaNeeOnbekend, PersoonRol, WisGrond
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Vervallen, Wijziging
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Ouderantwoord, PlanVersie
from kernteam_tui.domain.gezinsplancodes import Standpunt, Verstrekwijze
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verstrekking import Verstrekking
from kernteam_tui.domain.verzoek import Verzoek
from tests.store.wisgezin import WOORDEN, Wisgezin, bewaar_wisgezin

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def gezin(store: Store) -> Wisgezin:
    with store.unit_of_work() as uow:
        return bewaar_wisgezin(uow)


def erase(store: Store, casus_id: str) -> Wissing:
    return erase_casus(store.engine, casus_id, WisGrond.OP_VERZOEK, NU)


@dataclass(frozen=True)
class Tweeling:
    """Sami and Lina of one gezin, each with a casus; the father is Sami's only."""

    sami: Casus
    lina: Casus
    plan: Gezinsplan


VERSIE = {
    "variant": "gezin",
    "onderdelen": {
        "wat_gaat_goed": {
            "woorden": [{"van": "Sami", "tekst": "voetbal"}, {"van": "Lina", "tekst": "zingen"}],
            "toelichting": "Sami en Lina samen",
        }
    },
    "doelen": [{"wat": "naar school", "van": "Sami"}, {"wat": "slapen", "van": "mama"}],
    "acties": [{"wat": "wekker", "wie": "Sami"}, {"wat": "bellen", "wie": "Sami en mama"}],
}

LEEG = '{"onderdelen": {}, "doelen": []}'


@pytest.fixture
def tweeling(store: Store, gezin: Wisgezin) -> Tweeling:
    with store.unit_of_work() as uow:
        familie = uow.gezinnen.get(gezin.gezin.id)
        sami, mama = familie.personen
        sami.roepnaam, sami.achternaam, mama.roepnaam = "Sami", "Yilmaz", "Fatma Yilmaz"
        sami.telefoon = "0699999999"
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", achternaam="Yilmaz")
        papa = Persoon(rol=PersoonRol.OUDER, roepnaam="Kemal", telefoon="0688888888")
        familie.personen += [lina, papa]
        familie.ouderschappen += [
            Ouderschap(jongere_id=lina.id, ouder_id=mama.id, gezag=JaNeeOnbekend.JA),
            Ouderschap(jongere_id=sami.id, ouder_id=papa.id),
        ]
        zus = Casus(
            nummer="2026-002",
            gezin_id=familie.id,
            school_id=gezin.casus.school_id,
            jongeren=[lina],
            aangemeld=date(2026, 11, 9),
        )
        uow.casussen.add(zus)
        (plan,) = uow.plannen.find(gezin_id=familie.id)
        plan.onderdelen[0].woorden = (Citaat("Sami", "nl", "voetbalclub"), Citaat("Lina", "nl", "zangkoor"))
        plan.onderdelen[0].toelichting = "Met Sami gaat het goed"
        plan.doelen[:] = [Doel(wat="naar school", van="Sami"), Doel(wat="slapen", van="mama", volgorde=1)]
        plan.acties[:] = [Actie(wat="wekker", wie="Sami"), Actie(wat="samen bellen", wie="Sami en mama")]
        plan.metingen.clear()
        plan.akkoorden.clear()
        plan.versies[0].inhoud = json.dumps(VERSIE)
        plan.versies.append(PlanVersie(nummer=2, vastgesteld_op=date(2026, 11, 13), inhoud=LEEG))
        uow.commit()
        return Tweeling(gezin.casus, zus, plan)


def test_what_brother_and_sister_share_stays(store: Store, tweeling: Tweeling) -> None:
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        (over,) = uow.casussen.find()
        familie = uow.gezinnen.get(over.gezin_id)
        assert over.nummer == "2026-002"
        assert [persoon.roepnaam for persoon in familie.personen] == ["Fatma Yilmaz", "Lina"]
        assert [band.jongere_id for band in familie.ouderschappen] == [over.jongere.id]
    assert all(punt.in_orde for punt in store.controle())


def test_what_only_the_brother_has_goes_out_of_the_plan(store: Store, tweeling: Tweeling) -> None:
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
    assert [citaat.van for citaat in plan.onderdelen[0].woorden] == ["Lina"]
    assert plan.onderdelen[0].toelichting == "Met Sami gaat het goed"
    assert [doel.wat for doel in plan.doelen] == ["slapen"]
    assert [actie.wat for actie in plan.acties] == ["samen bellen"]
    frozen = json.loads(plan.versies[0].inhoud)
    assert [w["van"] for w in frozen["onderdelen"]["wat_gaat_goed"]["woorden"]] == ["Lina"]
    assert [d["van"] for d in frozen["doelen"]] == ["mama"]
    assert [a["wie"] for a in frozen["acties"]] == ["Sami en mama"]
    assert plan.versies[1].inhoud == LEEG


def test_the_brother_is_not_found_through_his_sister(store: Store, tweeling: Tweeling) -> None:
    with store.lezen() as conn:
        assert {hit.nummer for hit in zoek(conn, "0688888888")} == {"2026-001", "2026-002"}
    erase(store, tweeling.sami.id)
    with store.lezen() as conn:
        for word in ("0699999999", "0688888888", "voetbalclub", "Kemal", WOORDEN["notitie"]):
            assert zoek(conn, word) == (), word
        assert [hit.nummer for hit in zoek(conn, "zangkoor")] == ["2026-002"]


def test_what_the_brother_stated_in_his_sisters_casus_goes_too(store: Store, tweeling: Tweeling) -> None:
    """His statement and his yes stand under her casus; hers stay."""
    sami, lina, day = tweeling.sami.jongere.id, tweeling.lina, date(2026, 11, 20)
    with store.unit_of_work() as uow:
        for van_id, tekst in ((sami, "samiverklaring"), (lina.jongere.id, "linaverklaring")):
            uow.verzoeken.add(
                Verzoek(casus_id=lina.id, soort=VerzoekSoort.VERKLARING, van_id=van_id, op=day, tekst=tekst)
            )
        for gever_id, partner_id in ((sami, ""), (lina.jongere.id, sami), (lina.jongere.id, "")):
            agreed = Toestemming(
                casus_id=lina.id,
                jongere_id=lina.jongere.id,
                gever_id=gever_id,
                partner=PartnerSoort.OUDER,
                partner_id=partner_id,
                op=day,
            )
            uow.toestemmingen.add(agreed)
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        assert [verzoek.tekst for verzoek in uow.verzoeken.find()] == ["linaverklaring"]
        (kept,) = uow.toestemmingen.find(casus_id=lina.id)
    assert (kept.gever_id, kept.partner_id) == (lina.jongere.id, "")


def test_a_name_written_without_its_accent_goes_out_of_the_plan_too(store: Store, tweeling: Tweeling) -> None:
    with store.unit_of_work() as uow:
        uow.gezinnen.get(tweeling.lina.gezin_id).persoon(tweeling.sami.jongere.id).roepnaam = "Samï"
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        assert [doel.wat for doel in uow.plannen.get(tweeling.plan.id).doelen] == ["slapen"]


def test_talks_of_the_sister_forget_who_goes(store: Store, tweeling: Tweeling) -> None:
    """Of the talk that was held stays that a parent came; to the next one nobody asks him any more."""
    with store.unit_of_work() as uow:
        familie = uow.gezinnen.get(tweeling.lina.gezin_id)
        papa = next(p for p in familie.personen if p.roepnaam == "Kemal")
        mama = next(p for p in familie.personen if p.roepnaam == "Fatma Yilmaz")
        for staat in (GesprekStaat.GEHOUDEN, GesprekStaat.GEPLAND):
            talk = Gesprek(casus_id=tweeling.lina.id, soort=GesprekSoort.EVALUATIE, staat=staat, start=NU)
            talk.deelnemers = [
                Deelnemer(wie_id=p.id, rol="ouder", naam=p.roepnaam, email=mail, volgorde=n)
                for n, (p, mail) in enumerate([(papa, "kemal@example.org"), (mama, "fatma@example.org")])
            ]
            gone = tuple(Vervallen(p.id, "ouder", f"{p.roepnaam[:5]}@oud.example.org") for p in (papa, mama))
            talk.wijzigingen = (Wijziging(NU.isoformat(), "genodigden", "ruzie", NU.isoformat(), "", gone),)
            uow.gesprekken.add(talk)
        uow.commit()
    with store.lezen() as conn:
        assert {hit.nummer for hit in zoek(conn, "Kemal")} == {"2026-001", "2026-002"}
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        held, planned = uow.gesprekken.find(casus_id=tweeling.lina.id)
    assert [(d.rol, d.naam, d.email) for d in held.deelnemers] == [
        ("ouder", "", None),
        ("ouder", "Fatma Yilmaz", "fatma@example.org"),
    ]
    assert [d.naam for d in planned.deelnemers] == ["Fatma Yilmaz"]
    for talk in (held, planned):
        assert [een.email for een in talk.wijzigingen[0].vervallen] == ["Fatma@oud.example.org"]
    with store.lezen() as conn:
        assert zoek(conn, "Kemal") == ()


def test_a_draft_about_the_brother_under_his_sisters_casus_goes_too(store: Store, tweeling: Tweeling) -> None:
    """The network of the brother, his tie and his house can be changed from the casus of his sister."""
    with store.unit_of_work() as uow:
        familie = uow.gezinnen.get(tweeling.lina.gezin_id)
        (lid,), (relatie,), (huis,) = familie.netwerk, familie.relaties, familie.huishoudens
        for soort, record in (("netwerklid", lid), ("relatie", relatie), ("huishouden", huis)):
            uow.concepten.add(Concept(sleutel=f"{soort}:{tweeling.lina.id}:{record.id}", inhoud="oom"))
        uow.concepten.add(Concept(sleutel=f"netwerklid:{tweeling.lina.id}:nieuw-", inhoud="tante"))
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        left = {draft.sleutel for draft in uow.concepten.find()}
    assert left == {"aanmelding:nieuw", f"netwerklid:{tweeling.lina.id}:nieuw-"}


def test_a_first_name_that_two_children_share_is_nobodys_alone(store: Store, tweeling: Tweeling) -> None:
    with store.unit_of_work() as uow:
        uow.gezinnen.get(tweeling.lina.gezin_id).persoon(tweeling.lina.jongere.id).roepnaam = "Sami"
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        assert len(uow.plannen.get(tweeling.plan.id).doelen) == 2


def test_what_the_brother_said_of_goals_and_plan_goes(store: Store, tweeling: Tweeling) -> None:
    day = date(2026, 11, 20)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
        for naam in ("Sami", "Lina"):
            said = Meting(doel_id=plan.doelen[1].id, op=day, cijfer=5, tekst=f"{naam} slaapt", van=naam)
            plan.metingen.append(said)
            plan.akkoorden.append(Akkoord(versie=3, naam=naam, standpunt=Standpunt.EENS, op=day))
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
    assert [meting.tekst for meting in plan.metingen] == ["Lina slaapt"]
    assert [akkoord.naam for akkoord in plan.akkoorden] == ["Lina"]


def test_what_he_agreed_to_goes_also_under_the_name_that_he_had_then(
    store: Store, tweeling: Tweeling
) -> None:
    """In the plan in progress and in a frozen version; she who has that name now keeps her own."""
    day, ids = date(2026, 11, 20), (tweeling.sami.jongere.id, tweeling.lina.jongere.id)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
        frozen = [
            {"persoon_id": wie, "naam": "Samira", "standpunt": "eens", "op": day.isoformat()} for wie in ids
        ]
        plan.versies[0].inhoud = json.dumps(VERSIE | {"akkoorden": frozen})
        for wie in ids:
            said = Akkoord(versie=3, persoon_id=wie, naam="Samira", standpunt=Standpunt.EENS, op=day)
            plan.akkoorden.append(said)
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
        (then,) = (versie for versie in plan.versies if versie.nummer == 1)
    assert [akkoord.persoon_id for akkoord in plan.akkoorden] == [ids[1]]
    assert [een["persoon_id"] for een in json.loads(then.inhoud)["akkoorden"]] == [ids[1]]


def test_what_was_given_in_his_sisters_casus_cannot_be_made_again(store: Store, tweeling: Tweeling) -> None:
    """It came from the plan they share, so his words may stand in it; that it was given is still known."""
    sami, lina = tweeling.sami.jongere.id, tweeling.lina
    with store.unit_of_work() as uow:
        for reader in (sami, lina.jongere.id):
            given = Verstrekking(
                casus_id=lina.id,
                persoon_id=reader,
                rol="jongere",
                wat="bladzijde",
                versie=1,
                op=date(2026, 11, 20),
                hoe=Verstrekwijze.BESTAND,
                vorm="pdf",
                inhoud="Sami voetbalt",
            )
            uow.verstrekkingen.add(given)
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        (kept,) = uow.verstrekkingen.find()
    assert (kept.persoon_id, kept.wat, kept.inhoud) == (lina.jongere.id, "bladzijde", "")


def test_what_the_brother_closed_stays_closed_without_him(store: Store, tweeling: Tweeling) -> None:
    """He said no, she said yes: after him a no of nobody is left, in the plan and in its versions."""
    sami, lina = tweeling.sami.jongere.id, tweeling.lina.jongere.id
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
        said = (Ouderantwoord(sami, JaNeeOnbekend.NEE), Ouderantwoord(lina, JaNeeOnbekend.JA))
        plan.onderdelen[0].ouders_zien = said
        plan.onderdeel("wie_doet_wat").ouders_zien = (Ouderantwoord(sami, JaNeeOnbekend.JA),)
        frozen = {sleutel: {"ouders_zien": {sami: "nee", lina: "ja"}} for sleutel in ("een", "twee")}
        plan.versies[0].inhoud = json.dumps(VERSIE | {"onderdelen": frozen})
        uow.commit()
    erase(store, tweeling.sami.id)
    with store.unit_of_work() as uow:
        plan = uow.plannen.get(tweeling.plan.id)
        (then,) = (versie for versie in plan.versies if versie.nummer == 1)
    nobody = Ouderantwoord("", JaNeeOnbekend.NEE)
    assert set(plan.onderdelen[0].ouders_zien) == {Ouderantwoord(lina, JaNeeOnbekend.JA), nobody}
    assert plan.onderdeel("wie_doet_wat").ouders_zien == ()
    assert sami not in then.inhoud
    kept = [deel["ouders_zien"] for deel in json.loads(then.inhoud)["onderdelen"].values()]
    assert kept == [{lina: "ja", "": "nee"}] * 2

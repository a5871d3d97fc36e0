"""What goes into the store comes out as it was."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from kernteam_tui.data.mapping import CHILDREN, TABLES, start_mapping
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.domain.codes import AfsluitKenmerk, GesprekSoort, GesprekStaat, JaNeeOnbekend, LogSoort
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.deelcodes import (
    Leeftijdsgrens,
    OverdrachtStap,
    SignaalBij,
    Toekomstdomein,
    VerzoekSoort,
    VerzoekUitkomst,
)
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    Hulpsoort,
    Netwerkgroep,
    PartnerSoort,
    RelatieKwaliteit,
    RelatieSoort,
    VeiligBereiken,
)
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Ouderantwoord
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.leeftijdstap import Leeftijdstap, Toekomst
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.schooljaar import Schooljaar
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek


def content(record: Record) -> dict[str, object]:
    """Every field of a record and of its children."""
    values: dict[str, object] = {field.name: getattr(record, field.name) for field in fields(record)}
    for name, value in values.items():
        if isinstance(value, Record):
            values[name] = content(value)
        elif isinstance(value, list):
            values[name] = [content(child) for child in value]
    return values


def test_mapping_twice_is_harmless() -> None:
    start_mapping()
    start_mapping()


def test_a_school_a_family_and_a_casus_come_back_as_they_were(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        school = uow.scholen.get(familie.school.id)
        gezin = uow.gezinnen.get(familie.gezin.id)
        casus = uow.casussen.get(familie.casus.id)
        assert school is not familie.school
        assert content(school) == content(familie.school)
        assert content(gezin) == content(familie.gezin)
        assert content(casus) == content(familie.casus)
        assert gezin.persoon(casus.jongere.id) is casus.jongere


def test_households_ties_and_network_come_back_as_they_were(store: Store, familie: Any) -> None:
    contact = Contact(naam="Wijkagent Oost", soort=PartnerSoort.POLITIE, telefoon="0900-8844")
    with store.unit_of_work() as uow:
        gezin = uow.gezinnen.get(familie.gezin.id)
        sami, moeder, vader = gezin.personen
        moeder.geslacht, moeder.bellen, moeder.let_op = Geslacht.VROUW, VeiligBereiken.LET_OP, "na vijven"
        huis = Huishouden(naam="bij moeder", straat="Kerkstraat 1", geheim=True)
        gezin.huishoudens.append(huis)
        gezin.bewoners += [
            Bewoner(huishouden_id=huis.id, persoon_id=sami.id, deels=True),
            Bewoner(huishouden_id=huis.id, persoon_id=moeder.id),
        ]
        gezin.relaties.append(
            Relatie(
                van_id=moeder.id,
                naar_id=vader.id,
                soort=RelatieSoort.GESCHEIDEN,
                kwaliteit=RelatieKwaliteit.CONFLICT,
                tot=2021,
            )
        )
        gezin.netwerk += [
            Netwerklid(naam="oma", groep=Netwerkgroep.FAMILIE, hulp=(Hulpsoort.PRAKTISCH, Hulpsoort.ADVIES)),
            Netwerklid(contact_id=contact.id, groep=Netwerkgroep.PROFESSIONALS, rond_id=sami.id),
        ]
        gezin.schooljaren.append(Schooljaar(persoon_id=sami.id, jaar="2025-2026", school="De Brug"))
        uow.contacten.add(contact)
        uow.commit()
    with store.unit_of_work() as uow:
        assert content(uow.gezinnen.get(gezin.id)) == content(gezin)
        assert content(uow.contacten.get(contact.id)) == content(contact)
        assert [huis.naam for huis in uow.gezinnen.get(gezin.id).huishoudens_van(sami.id)] == ["bij moeder"]


def test_consents_requests_and_birthdays_come_back_as_they_were(store: Store, familie: Any) -> None:
    sami, moeder, _ = familie.gezin.personen
    agreed = Toestemming(
        casus_id=familie.casus.id,
        jongere_id=sami.id,
        gever_id=moeder.id,
        partner=PartnerSoort.JGZ,
        op=date(2026, 11, 23),
        tot=date(2027, 11, 22),
    )
    agreed.trek_in(date(2026, 12, 1), "wil het niet meer")
    asked = Verzoek(
        casus_id=familie.casus.id, soort=VerzoekSoort.VERKLARING, van_id=moeder.id, op=date(2026, 11, 24)
    )
    asked.handel_af(VerzoekUitkomst.TOEGEWEZEN, date(2026, 11, 25), "")
    with store.unit_of_work() as uow:
        casus = uow.casussen.get(familie.casus.id)
        casus.signaal_bij, casus.overdracht = SignaalBij.SCHOOL, (OverdrachtStap.BESPROKEN,)
        casus.leeftijdstappen.append(Leeftijdstap(jongere_id=sami.id, grens=Leeftijdsgrens.ZESTIEN_HALF))
        casus.toekomst.append(Toekomst(jongere_id=sami.id, domein=Toekomstdomein.WONEN, afspraak="sparen"))
        uow.toestemmingen.add(agreed)
        uow.verzoeken.add(asked)
        uow.commit()
    with store.unit_of_work() as uow:
        assert content(uow.casussen.get(casus.id)) == content(casus)
        assert content(uow.toestemmingen.get(agreed.id)) == content(agreed)
        assert content(uow.verzoeken.get(asked.id)) == content(asked)


def test_children_come_back_in_the_order_in_which_they_were_entered(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        gezin = uow.gezinnen.get(familie.gezin.id)
        assert [p.roepnaam for p in gezin.personen] == ["Sami", "Ayşe Yıldız", "Kemal Yıldız"]
        school = uow.scholen.get(familie.school.id)
        assert [partner.ik for partner in school.kernteam] == [False, True]


def test_a_talk_comes_back_with_its_people_promises_and_changes(store: Store, familie: Any) -> None:
    start = datetime(2026, 11, 26, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    talk = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.STARTGESPREK,
        start=start,
        plek="1.12",
        deelnemers=[
            Deelnemer(rol="leerplichtambtenaar", wie_id=familie.school.kernteam[0].id, volgorde=1),
            Deelnemer(rol="ouder", naam="Ayşe", is_ouder=True, actie="belt de huisarts", volgorde=0),
        ],
        terugkoppelafspraken=[Terugkoppelafspraak(partner="mentor")],
    )
    talk.verzet(start + timedelta(days=1), "moeder werkt", datetime(2026, 11, 23, 9, tzinfo=UTC))
    with store.unit_of_work() as uow:
        uow.gesprekken.add(talk)
        uow.commit()
    with store.unit_of_work() as uow:
        found = uow.gesprekken.get(talk.id)
        assert found.staat is GesprekStaat.VERZET
        assert found.start == datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
        assert found.start.tzinfo is UTC
        assert found.wijzigingen == talk.wijzigingen
        assert [d.rol for d in found.deelnemers] == ["ouder", "leerplichtambtenaar"]
        assert found.terugkoppelafspraken[0].casus_id == familie.casus.id


def test_a_plan_comes_back_with_quotes_goals_actions_and_versions(store: Store, familie: Any) -> None:
    plan = Gezinsplan(gezin_id=familie.gezin.id, evaluatie_op=date(2027, 2, 1))
    plan.onderdeel("wat_gaat_goed").woorden = (Citaat("Sami", "nl", "Ik teken graag."),)
    answers = (("sami", JaNeeOnbekend.NEE), ("", JaNeeOnbekend.NEE), ("lina", JaNeeOnbekend.JA))
    plan.onderdeel("wat_gaat_goed").ouders_zien = tuple(Ouderantwoord(*said) for said in answers)
    plan.doelen.append(Doel(wat="Weer naar school", nu=3, gewenst=7))
    plan.acties.append(Actie(wat="Rooster vragen", wie="mentor", wanneer=date(2026, 12, 1)))
    plan.stel_vast('{"a": 1}', date(2026, 11, 23))
    with store.unit_of_work() as uow:
        uow.plannen.add(plan)
        uow.commit()
    with store.unit_of_work() as uow:
        [found] = uow.plannen.find(gezin_id=familie.gezin.id)
        assert content(found) == content(plan)


def test_notes_addenda_drafts_and_a_closing_come_back(store: Store, familie: Any) -> None:
    note = familie.notitie("Gesproken met \x00 moeder.\r\n‘Hij slaapt slecht.’ 🙂")
    note.rond_af(datetime(2026, 11, 16, 15, tzinfo=UTC))
    note.vul_aan("Ook met vader gebeld.")
    draft = Concept(sleutel="aanmelding", inhoud='{"roepnaam": "S"}')
    with store.unit_of_work() as uow:
        uow.notities.add(note)
        uow.concepten.add(draft)
        closing = Afsluiting(op=date(2026, 12, 1), kenmerk=AfsluitKenmerk.VOLGENS_PLAN, cijfer=8)
        uow.casussen.get(familie.casus.id).sluit_af(closing)
        uow.commit()
    with store.unit_of_work() as uow:
        assert content(uow.notities.get(note.id)) == content(note)
        assert [content(found) for found in uow.concepten.find(sleutel="aanmelding")] == [content(draft)]
        casus = uow.casussen.get(familie.casus.id)
        assert casus.afsluiting is not None
        assert content(casus.afsluiting) == content(closing)
        casus.heropen()
        uow.commit()
    with store.unit_of_work() as uow:
        assert uow.casussen.get(familie.casus.id).afsluiting is None


def test_settings_are_one_row_with_a_secret_that_stays(store: Store) -> None:
    with store.unit_of_work() as uow:
        first = uow.instellingen()
        first.naam = "Noor"
        uow.commit()
    with store.unit_of_work() as uow:
        again = uow.instellingen()
        assert (again.id, again.naam, again.geheim) == (first.id, "Noor", first.geheim)
        assert len(again.geheim) == 32


def test_what_was_committed_is_there_after_closing_and_opening(store: Store, familie: Any) -> None:
    store.close()
    reopened = open_store(store.map, "een zin voor de proef")
    with reopened.unit_of_work() as uow:
        assert uow.casussen.get(familie.casus.id).naam == "Sami Yıldız"
    assert reopened.store_id == store.store_id
    reopened.close()


def test_a_moment_without_a_time_zone_is_refused(store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        uow.notities.add(familie.notitie("x", moment=datetime(2026, 11, 16, 10)))  # noqa: DTZ001 - that is the point
        with pytest.raises(Exception, match="time zone"):
            uow.commit()


def test_the_log_says_what_changed_newest_first(store: Store, familie: Any) -> None:
    for what in ("klas", "mentor"):
        with store.unit_of_work() as uow:
            uow.log(LogSoort.GEWIJZIGD, what, casus_id=familie.casus.id)
            uow.log(LogSoort.GEOPEND, "kluis")
            uow.commit()
    with store.lezen() as conn:
        assert [line.wat for line in lees_log(conn, familie.casus.id)] == ["mentor", "klas"]
        assert len(lees_log(conn)) == 4
        assert [line.wat for line in lees_log(conn, aantal=1)] == ["kluis"]


@pytest.mark.parametrize("record", TABLES, ids=lambda record: record.__name__)
def test_every_field_of_a_record_has_its_place(record: type[Record]) -> None:
    """A field that is forgotten would come back with its default, without a word."""
    elsewhere = {*CHILDREN.get(record, {}), "jongeren"}
    assert {field.name for field in fields(record)} - elsewhere == set(TABLES[record].columns.keys())

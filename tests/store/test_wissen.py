"""Erasing a casus: what goes, what stays with a brother or sister, a kill halfway, an old copy put back."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kernteam_tui.data import wissen
from kernteam_tui.data.fouten import ErasedNotCleaned
from kernteam_tui.data.logketen import find_break
from kernteam_tui.data.opening.engine import driver_connection
from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.queries.wissingen import lees_wissing
from kernteam_tui.data.reservekopie.gewist import ERASED
from kernteam_tui.data.store import Store, open_store
from kernteam_tui.data.wissen import Wissing, clean_pages, erase_casus, finish_erasures, note_beside, reapply
from kernteam_tui.data.zoekindex.zoeken import zoek
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    LogSoort,
    PersoonRol,
    WisGrond,
)
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Vervallen, Wijziging
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, PlanVersie
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.domain.wissen import merk_van
from kernteam_tui.services.ongedaan import doe_met_opname
from tests.conftest import WACHTWOORDZIN
from tests.store.wisgezin import WOORDEN, Wisgezin, bewaar_wisgezin

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def gezin(store: Store) -> Wisgezin:
    with store.unit_of_work() as uow:
        return bewaar_wisgezin(uow)


def erase(store: Store, casus_id: str) -> Wissing:
    return erase_casus(store.engine, casus_id, WisGrond.OP_VERZOEK, NU)


def rows(store: Store) -> dict[str, int]:
    """Tables that hold something -> how many rows."""
    with driver_connection(store.engine) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoekindex%' "
                "AND name NOT LIKE 'sqlite_%'"
            )
        ]
        counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    return {name: count for name, count in counts.items() if count}


def test_the_last_casus_of_a_gezin_takes_everything_along(store: Store, gezin: Wisgezin) -> None:
    proof = erase(store, gezin.casus.id)
    assert rows(store) == {
        "alembic_version": 1,
        "concept": 1,
        "instellingen": 1,
        "kluis_kenmerk": 1,
        "logboek": 2,
        "overleg": 1,
        "overlegpunt": 1,
        "school": 1,
        "wissing": 1,
    }
    assert (proof.nummer, proof.notities, proof.gesprekken) == ("2026-001", 2, 1)
    with store.lezen() as conn:
        assert lees_wissing(conn, "2026-001") == proof
        assert zoek(conn, WOORDEN["notitie"]) == ()
    assert all(punt.in_orde for punt in store.controle())


def test_the_log_tells_that_and_not_what(store: Store, gezin: Wisgezin) -> None:
    erase(store, gezin.casus.id)
    with store.lezen() as conn:
        last, before = lees_log(conn)
        assert find_break(conn) is None
    assert (last.soort, last.casus_id, last.wat) == (
        LogSoort.GEWIST,
        None,
        "casus 2026-001, op verzoek van het gezin",
    )
    assert (before.soort, before.casus_id, before.wat, before.voor) == (LogSoort.UITZONDERING, None, "", "")


def test_the_number_is_never_given_out_again(store: Store, gezin: Wisgezin) -> None:
    erase(store, gezin.casus.id)
    with store.unit_of_work() as uow:
        assert uow.volgend_nummer(2026) == "2026-002"
        assert uow.volgend_nummer(2027) == "2027-001"


def test_an_erasure_cannot_be_taken_back(store: Store, gezin: Wisgezin) -> None:
    done = doe_met_opname(lambda _sessie: erase(store, gezin.casus.id), None)
    assert done.wissels == ()


# --- a brother or sister ---------------------------------------------------------------------


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


# --- killed halfway, and old copies ----------------------------------------------------------


class Gedood(BaseException):
    """The program ended here."""


def kill_at(monkeypatch: pytest.MonkeyPatch, target: object, name: str) -> None:
    def dood(*_: object, **__: object) -> None:
        raise Gedood

    monkeypatch.setattr(target, name, dood)


@pytest.mark.parametrize("name", ["_drop_drafts", "_take_from_gezin", "empty_lines", "insert"])
def test_killed_before_the_commit_everything_is_still_there(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = rows(store)
    kill_at(monkeypatch, wissen, name)
    with pytest.raises(Gedood):
        erase(store, gezin.casus.id)
    assert rows(store) == before


def test_killed_while_the_index_is_merged_everything_is_still_there(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(store)
    monkeypatch.setattr(wissen, "OPTIMIZE", "SELECT nergens")
    with pytest.raises(Exception, match="nergens"):
        erase(store, gezin.casus.id)
    assert rows(store) == before
    with store.lezen() as conn:
        assert zoek(conn, WOORDEN["notitie"])


def test_killed_after_the_commit_opening_finishes_it(
    store: Store, gezin: Wisgezin, kluis_map: Path, tmp_path: Path
) -> None:
    proof = erase(store, gezin.casus.id)
    left = tmp_path / "zoals na een kill"
    shutil.copytree(kluis_map, left)
    assert (left / "kluis.db-wal").stat().st_size
    assert not (left / ERASED).exists()
    reopened = open_store(left, WACHTWOORDZIN)
    try:
        wal = left / "kluis.db-wal"
        assert not wal.exists() or not wal.stat().st_size
        assert (left / ERASED).read_text("ascii") == f"{proof.merk}\n"
    finally:
        reopened.close()


def test_a_reader_in_the_way_is_said_and_nothing_is_lost(
    store: Store, gezin: Wisgezin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wissen, "checkpoint", lambda _engine: False)
    erase(store, gezin.casus.id)
    with pytest.raises(ErasedNotCleaned) as refused:
        clean_pages(store.engine)
    assert "op slot" in refused.value.stap


def test_an_old_copy_that_is_put_back_by_hand_does_not_bring_it_back(
    store: Store, gezin: Wisgezin, kluis_map: Path, tmp_path: Path
) -> None:
    clean_pages(store.engine)
    old = tmp_path / "oud.db"
    shutil.copy(kluis_map / "kluis.db", old)
    erase(store, gezin.casus.id)
    note_beside(kluis_map, store.engine)
    store.close()
    shutil.copy(old, kluis_map / "kluis.db")
    reopened = open_store(kluis_map, WACHTWOORDZIN)
    try:
        assert "opnieuw gewist" in " ".join(reopened.meldingen)
        with reopened.lezen() as conn:
            proof = lees_wissing(conn, "2026-001")
        assert proof is not None
        assert proof.grond is WisGrond.OPNIEUW
        assert finish_erasures(reopened.opened) == 0
    finally:
        reopened.close()


def test_only_a_casus_with_that_mark_is_erased_again(store: Store, gezin: Wisgezin) -> None:
    assert reapply(store.engine, ["0" * 64]) == 0
    with store.unit_of_work() as uow:
        secret = uow.instellingen().geheim
        assert uow.casussen.find()
    assert reapply(store.engine, [merk_van(secret, gezin.casus.id)]) == 1
    with store.unit_of_work() as uow:
        assert not uow.casussen.find()


def test_a_damaged_file_of_marks_is_mended_from_the_store(
    store: Store, gezin: Wisgezin, kluis_map: Path
) -> None:
    proof = erase(store, gezin.casus.id)
    (kluis_map / ERASED).write_bytes(b"\xff\x00 geen merk\n" + b"a" * 64 + b"\n")
    note_beside(kluis_map, store.engine)
    assert (kluis_map / ERASED).read_text("ascii").split() == sorted(["a" * 64, proof.merk])
    assert (kluis_map / ERASED).stat().st_mode & 0o777 == 0o600

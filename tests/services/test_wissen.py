"""Erasing as a worker does it: first what it would do, then the proof; and a request that waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kernteam_tui.data import wissen as data_wissen
from kernteam_tui.data.store import Store
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import (
    AfsluitSoort,
    GesprekSoort,
    NotitieSoort,
    PersoonRol,
    WisGrond,
)
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services import wisvoorbeeld
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.afsluiting import AfsluitGegevens, sluit_casus
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.reservekopie import get_reservekopieen, maak_reservekopie
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.vernietiging import vraag_vernietiging, weiger_vernietiging
from kernteam_tui.services.wissen import bereid_wissen_voor, get_wissing, wis_casus


@dataclass(frozen=True)
class Later:
    """A clock some days on."""

    dagen: int

    def vandaag(self) -> date:
        return date(2026, 11, 23) + timedelta(days=self.dagen)

    def nu(self) -> datetime:
        return datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(days=self.dagen)


def draag_over(sessie: Sessie, casus_id: str) -> None:
    gegevens = AfsluitGegevens(AfsluitSoort.OVERGEDRAGEN, date(2026, 11, 23), None, None)
    sluit_casus(sessie, casus_id, gegevens)


def met_zus(sessie: Sessie, casus_id: str) -> None:
    """Lina, of the same gezin, with a casus of her own."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", achternaam="Yilmaz")
        uow.gezinnen.get(casus.gezin_id).personen.append(lina)
        uow.casussen.add(
            Casus(
                nummer="2026-002",
                gezin_id=casus.gezin_id,
                school_id=casus.school_id,
                jongeren=[lina],
                aangemeld=date(2026, 11, 20),
            )
        )
        uow.commit()


def test_an_open_casus_is_warned_of_and_can_go_all_the_same(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, tekst="x")
    told = " ".join(bereid_wissen_voor(sessie, casus.nummer).let_op)
    assert "nog niet afgesloten" in told
    assert "dossier bij je organisatie" in told
    assert "1 notitie is nog niet uitgewerkt" in told
    wis_casus(sessie, casus.nummer, WisGrond.VERGISSING)
    with pytest.raises(NietGevonden):
        get_casus(sessie, casus.casus_id)


def test_a_casus_that_was_handed_over_is_not_warned_of(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    draag_over(sessie, casus.casus_id)
    assert bereid_wissen_voor(sessie, casus.nummer).let_op == ()


def test_looking_changes_nothing(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    before = get_logboek(sessie).keten.regels
    bereid_wissen_voor(sessie, casus.casus_id)
    assert get_logboek(sessie).keten.regels == before


def test_the_proof_counts_and_names_nobody(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, tekst="x")
    start = datetime(2026, 11, 26, 9, tzinfo=UTC)
    plan_gesprek(sessie, casus.casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, start))
    proof = wis_casus(sessie, casus.nummer, WisGrond.OP_VERZOEK)
    assert "1 notitie, 1 gesprek" in proof.tekst
    assert "op 23 november 2026 om 10:00" in proof.tekst
    assert "Grond: op verzoek van het gezin." in proof.tekst
    assert proof.wissing == get_wissing(sessie, casus.nummer)
    for name in ("Sami", "Yilmaz", "Fatma", casus.casus_id):
        assert name not in f"{proof}{proof.tekst}"


def test_files_in_uit_go_and_files_elsewhere_stay(
    sessie: Sessie, casus: AanmeldingUitkomst, tmp_path: Path
) -> None:
    save_doel(sessie, casus.casus_id, None, DoelGegevens("naar school"))
    stel_plan_vast(sessie, casus.casus_id)
    here = maak_samenvatting(sessie, casus.casus_id, "jongere", "tekst").bestand
    there = maak_samenvatting(sessie, casus.casus_id, "jongere", "tekst", tmp_path / "dossier.txt").bestand
    gone = maak_samenvatting(sessie, casus.casus_id, "jongere", "tekst", tmp_path / "al weg.txt").bestand
    gone.unlink()
    talk = plan_gesprek(
        sessie,
        casus.casus_id,
        GesprekGegevens(GesprekSoort.HUISBEZOEK, datetime(2026, 11, 26, 9, tzinfo=UTC)),
    )
    invited = [bestand.pad for bestand in schrijf_uitnodigingen(sessie, talk.id).bestanden]
    proof = wis_casus(sessie, casus.nummer, WisGrond.OVERGEDRAGEN)
    assert set(proof.bestanden_verwijderd) == {here, *invited}
    assert proof.bestanden_over == (there,)
    assert not here.exists()
    assert there.exists()


def test_only_backups_that_may_hold_the_casus_are_named(
    sessie: Sessie, casus: AanmeldingUitkomst, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = maak_reservekopie(sessie).pad.name
    for moment, named in ((casus_moment(19), []), (casus_moment(20), [made])):
        kopieen = tuple(replace(kopie, moment=moment) for kopie in get_reservekopieen(sessie))
        monkeypatch.setattr(wisvoorbeeld, "get_reservekopieen", lambda _sessie, kopieen=kopieen: kopieen)
        assert [kopie.naam for kopie in bereid_wissen_voor(sessie, casus.nummer).reservekopieen] == named


def casus_moment(dag: int) -> datetime:
    """In November; the casus came in on the 20th."""
    return datetime(2026, 11, dag, 9, tzinfo=UTC)


def test_what_stays_with_a_sister_is_said(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    met_zus(sessie, casus.casus_id)
    plan = get_plan(sessie, casus.casus_id)
    words = (Citaat("Sami", "nl", "voetbal"), Citaat("Lina", "nl", "met Sami zingen"))
    save_onderdeel(sessie, casus.casus_id, plan.revision, "wat_gaat_goed", words, "")
    voorbeeld = bereid_wissen_voor(sessie, casus.nummer)
    stays, goes = " | ".join(voorbeeld.blijft), " | ".join(voorbeeld.weg)
    assert "het gezinsplan van het hele gezin, bij 2026-002" in stays
    assert "1 stuk tekst in dat plan waarin de voornaam nog voorkomt" in stays
    assert "uit het gezinsplan, ook uit de vastgestelde versies: 1 stukje eigen woorden" in goes
    wis_casus(sessie, casus.nummer, WisGrond.OP_VERZOEK)
    assert get_plan(sessie, _id(sessie, "2026-002")).onderdeel("wat_gaat_goed").woorden == words[1:]


def _id(sessie: Sessie, nummer: str) -> str:
    return bereid_wissen_voor(sessie, nummer).casus_id


def test_a_draft_of_the_casus_goes_and_another_stays(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    save_concept(sessie, f"afsluiten:{casus.casus_id}", {"toelichting": "half"})
    save_concept(sessie, "plekken", {"plekken": [{"scherm": "casus", "casus_id": casus.casus_id}]})
    save_concept(sessie, "aanmelding:nieuw", {"roepnaam": "Noor"})
    wis_casus(sessie, casus.nummer, WisGrond.VERGISSING)
    assert load_concept(sessie, f"afsluiten:{casus.casus_id}") is None
    assert load_concept(sessie, "plekken") is None
    assert load_concept(sessie, "aanmelding:nieuw") == {"roepnaam": "Noor"}


def test_a_proof_names_no_counts_of_nothing(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    proof = wis_casus(sessie, casus.nummer, WisGrond.VERGISSING)
    assert "definitief gewist: alles wat erin stond." in proof.tekst
    assert "geen" not in proof.tekst


def test_what_is_not_finished_is_said_and_the_proof_is_there(
    sessie: Sessie, casus: AanmeldingUitkomst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_wissen, "checkpoint", lambda _engine: False)
    proof = wis_casus(sessie, casus.nummer, WisGrond.TERMIJN)
    assert "De casus is gewist en komt niet terug" in proof.meldingen[0]
    assert get_wissing(sessie, casus.nummer)


# --- a request -------------------------------------------------------------------------------


def regels(sessie: Sessie) -> list[str]:
    return [signaal.regel for signaal in get_vandaag(sessie).signalen]


def test_a_request_waits_on_vandaag_until_it_is_done(
    store: Store, sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    draag_over(sessie, casus.casus_id)
    later = Sessie(store, Later(30))
    assert "vernietigen" not in regels(later)
    verzoek = vraag_vernietiging(later, casus.nummer, date(2026, 11, 30))
    assert verzoek.uiterlijk == date(2027, 2, 28)
    assert "vernietigen" in regels(later)
    wis_casus(later, casus.nummer, WisGrond.OP_VERZOEK)
    assert "vernietigen" not in regels(later)


def test_a_refusal_needs_a_reason_and_ends_the_waiting(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(RegelGeweigerd):
        weiger_vernietiging(sessie, casus.nummer, "zonder verzoek")
    verzoek = vraag_vernietiging(sessie, casus.nummer, date(2026, 11, 23))
    with pytest.raises(RegelGeweigerd):
        weiger_vernietiging(sessie, casus.nummer, "  ")
    weigering = weiger_vernietiging(sessie, casus.nummer, "Lina heeft dit later nodig")
    assert weigering == replace(verzoek, geweigerd="Lina heeft dit later nodig")
    assert bereid_wissen_voor(sessie, casus.nummer).verzoek == weigering
    assert "vernietigen" not in regels(sessie)
    assert not any("Lina" in regel.wat for regel in get_logboek(sessie).regels)


@pytest.mark.parametrize("dag", [date(2026, 11, 24), date(2026, 11, 19)])
def test_a_day_that_cannot_be_is_refused(sessie: Sessie, casus: AanmeldingUitkomst, dag: date) -> None:
    with pytest.raises(RegelGeweigerd):
        vraag_vernietiging(sessie, casus.nummer, dag)


def test_a_draft_left_at_closing_still_asks_to_be_worked_out(
    store: Store, sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    start_notitie(sessie, casus.casus_id, NotitieSoort.HUISBEZOEK, tekst="ruw")
    draag_over(sessie, casus.casus_id)
    assert "notitie_uitwerken" in regels(Sessie(store, Later(8)))

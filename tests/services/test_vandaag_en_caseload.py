"""The first screen and the list: everything from facts, filtered and in order."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.domain.codes import (
    AfsluitSoort,
    Fase,
    GesprekSoort,
    GesprekStaat,
    NotitieSoort,
    TerugkoppelMoment,
)
from kernteam_tui.domain.gesprek import Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.signalen import bepaal_signalen, sorteer
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek, zeg_gesprek_af
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from tests.services.conftest import AANMELDING, SCHOOL

VANMIDDAG = datetime(2026, 11, 23, 13, 30, tzinfo=AMSTERDAM)


def test_an_empty_store_has_an_empty_first_screen(sessie: Sessie) -> None:
    beeld = get_vandaag(sessie)
    assert (beeld.signalen, beeld.gesprekken, beeld.weken, beeld.casussen_open) == ((), (), (), 0)


def test_the_most_urgent_comes_first(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    noor = AANMELDING | {"jongere": {"roepnaam": "Noor"}, "aangemeld": "2026-11-12", "spoed": True}
    late = register_aanmelding(sessie, noor)
    beeld = get_vandaag(sessie)
    assert [s.casus for s in beeld.signalen[:2]] == [late.nummer, late.nummer]
    assert {s.regel for s in beeld.signalen[:2]} == {"startgesprek_te_laat", "kennismaking_te_laat"}
    assert [s.casus for s in beeld.signalen if s.casus == casus.nummer]
    assert beeld.casussen_open == 2


def test_todays_talks_are_there_but_not_the_cancelled(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gegevens = GesprekGegevens(GesprekSoort.HUISBEZOEK, VANMIDDAG, plek="thuis")
    kept = plan_gesprek(sessie, casus.casus_id, gegevens)
    gone = plan_gesprek(sessie, casus.casus_id, gegevens)
    zeg_gesprek_af(sessie, gone.id, "ziek")
    [talk] = get_vandaag(sessie).gesprekken
    assert (talk.gesprek_id, talk.start) == (kept.id, datetime(2026, 11, 23, 12, 30, tzinfo=UTC))


def test_the_week_says_who_is_in_and_which_day_is_closed(sessie: Sessie) -> None:
    save_school(sessie, SCHOOL | {"dicht": ["2026-11-25"]})
    [week] = get_vandaag(sessie).weken
    assert week.dicht == ("", "", "vrije dag van de school", "", "")
    ik, leerplicht, _ = week.rijen
    assert (ik.naam, ik.dagen[1]) == ("jij", (True, False))
    assert leerplicht.dagen[1] == (True, False)


def test_the_list_filters_by_school_fase_and_text(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    save_school(sessie, {"naam": "Het Anker"})
    noor = AANMELDING | {"jongere": {"roepnaam": "Noor"}, "school": "Het Anker", "klas": "2A"}
    other = register_aanmelding(sessie, noor)
    plan_gesprek(sessie, other.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, VANMIDDAG))
    assert [r.nummer for r in get_caseload(sessie)] == [casus.nummer, other.nummer]
    assert [r.nummer for r in get_caseload(sessie, school="het anker")] == [other.nummer]
    assert [r.nummer for r in get_caseload(sessie, fase=Fase.AANGEMELD)] == [casus.nummer]
    assert [r.nummer for r in get_caseload(sessie, tekst=" 2a ")] == [other.nummer]
    assert get_caseload(sessie, tekst="niemand") == ()


def test_a_line_says_how_long_and_what_next(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    [line] = get_caseload(sessie)
    assert (line.dagen, line.volgende, line.laatste_contact) == (3, date(2026, 11, 27), None)
    assert line.casus_id == casus.casus_id


def test_a_school_that_is_read_again_keeps_its_people(sessie: Sessie, school: SchoolBeeld) -> None:
    changed = SCHOOL | {"kernteam": [*SCHOOL["kernteam"][1:], {"rol": "mentor", "naam": "Bos"}]}
    again = save_school(sessie, changed | {"naam": "DE BRUG"})
    assert again.id == school.id
    before = {p.naam: p.id for p in school.kernteam}
    assert {p.naam: p.id for p in again.kernteam if p.naam in before} == {
        naam: before[naam] for naam in ("Lia", "Jan")
    }


def test_a_closed_casus_is_on_vandaag_only_for_what_is_still_promised_or_raw(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    with_promise, with_draft, done = (_closed(sessie, naam) for naam in ("Noor", "Lina", "Daan"))
    with sessie.unit_of_work() as uow:
        talk = Gesprek(
            casus_id=with_promise.casus_id,
            soort=GesprekSoort.STARTGESPREK,
            staat=GesprekStaat.GEHOUDEN,
            start=datetime(2026, 11, 12, 9, tzinfo=UTC),
            terugkoppelafspraken=[
                Terugkoppelafspraak(partner="mentor", moment=TerugkoppelMoment.BIJ_AFSLUITEN)
            ],
        )
        uow.gesprekken.add(talk)
        uow.notities.add(
            Notitie(
                casus_id=with_draft.casus_id,
                soort=NotitieSoort.HUISBEZOEK,
                moment=datetime(2026, 11, 2, 9, tzinfo=UTC),
                tekst="nog uit te werken",
            )
        )
        uow.commit()
    beeld = get_vandaag(sessie)
    found = {(s.casus, s.regel) for s in beeld.signalen if s.casus != casus.nummer}
    assert found == {(with_promise.nummer, "terugkoppelen"), (with_draft.nummer, "notitie_uitwerken")}
    assert (beeld.casussen_open, beeld.casussen) == (1, 4)
    assert {r.nummer for r in get_caseload(sessie)} >= {done.nummer, with_draft.nummer}


def _closed(sessie: Sessie, naam: str) -> AanmeldingUitkomst:
    made = register_aanmelding(sessie, AANMELDING | {"jongere": {"roepnaam": naam}})
    with sessie.unit_of_work() as uow:
        afsluiting = Afsluiting(soort=AfsluitSoort.OVERGEDRAGEN, op=date(2026, 11, 20))
        uow.casussen.get(made.casus_id).sluit_af(afsluiting)
        uow.commit()
    return made


def test_vandaag_says_the_same_as_all_casussen_together(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    _closed(sessie, "Noor")
    everything = lees_beelden(sessie, lees_werkdag(sessie))
    assert len(everything) == 2
    expected = sorteer((s for beeld in everything for s in bepaal_signalen(beeld)), sessie.vandaag())
    assert get_vandaag(sessie).signalen == expected
    assert {s.casus for s in expected} == {casus.nummer}


def test_the_six_weeks_for_the_plan_run_on_and_a_slip_in_one_date_closes_no_list(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    """Hemelvaart, and the Friday behind it that a besluit puts on a par (art. 3 lid 3 Atw)."""

    def plan_uiterlijk(gestart: date) -> date | None:
        with sessie.unit_of_work() as uow:
            uow.casussen.get(casus.casus_id).begeleiding_gestart = gestart
            uow.commit()
        [beeld] = lees_beelden(sessie, lees_werkdag(sessie))
        return beeld.plan_uiterlijk

    assert plan_uiterlijk(date(2026, 4, 2)) == date(2026, 5, 18)
    assert plan_uiterlijk(date(2126, 4, 2)) is None
    assert get_vandaag(sessie).casussen_open == 1

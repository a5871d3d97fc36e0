"""Looking at a week costs the same number of questions, whatever its size, and keeps nobody from writing."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count

import pytest

from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.genodigden import begin_gesprek
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.school import SchoolBeeld, list_scholen, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import get_voorstellen
from kernteam_tui.services.weekplanner import get_week, maak_plan
from tests.services.conftest import AANMELDING, SCHOOL
from tests.services.vragen import vragen

MAANDAG = date(2026, 11, 23)
DI_TIEN = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
_NUMMERS = count()


def meld_aan(sessie: Sessie, school: str) -> str:
    number = next(_NUMMERS)
    gegevens = {
        **AANMELDING,
        "jongere": {"roepnaam": f"Kind{number}", "achternaam": "Proef", "geboortedatum": "2012-05-04"},
        "ouders": [{"naam": f"Ouder{number} Proef", "gezag": "ja", "woont_bij": True}],
        "school": school,
    }
    return register_aanmelding(sessie, gegevens).casus_id


def lees_agenda_in(sessie: Sessie, partner_id: str) -> None:
    """A calendar in which an hour on Thursday is taken."""
    with sessie.unit_of_work() as uow:
        start = datetime(2026, 11, 26, 10, tzinfo=AMSTERDAM)
        blok = Bezetblok(start, start + timedelta(hours=1), Bezetstaat.BEZET, "m")
        uow.agendas.add(
            Partneragenda(
                partner_id=partner_id,
                bestand="a.ics",
                peildatum=MAANDAG,
                gelezen_op=sessie.nu(),
                van=MAANDAG,
                tot=date(2027, 5, 1),
                blokken=(blok,),
            )
        )
        uow.commit()


def bouw(sessie: Sessie, scholen: int, casussen: int) -> None:
    """So many schools, with so many casussen at each; one startgesprek a school stands planned."""
    for _ in range(scholen):
        naam = f"School {next(_NUMMERS)}"
        beeld = save_school(sessie, {**SCHOOL, "naam": naam})
        lees_agenda_in(sessie, beeld.kernteam[1].id)
        ids = [meld_aan(sessie, naam) for _ in range(casussen)]
        plan_gesprek(sessie, ids[0], GesprekGegevens(GesprekSoort.STARTGESPREK, DI_TIEN, 60))


def test_a_week_of_28_schools_asks_no_more_than_a_week_of_one(sessie: Sessie) -> None:
    bouw(sessie, 1, 2)
    with vragen(sessie) as klein:
        get_week(sessie, MAANDAG)
    bouw(sessie, 27, 3)
    with vragen(sessie) as groot:
        week = get_week(sessie, MAANDAG)
    assert (len(week.scholen), len(week.gesprekken), len(week.open)) == (28, 28, 1 + 27 * 2)
    assert groot == klein
    assert len(klein) <= 50


def test_a_plan_for_more_schools_asks_no_more(sessie: Sessie) -> None:
    bouw(sessie, 1, 2)
    with vragen(sessie) as klein:
        maak_plan(sessie, MAANDAG)
    bouw(sessie, 4, 3)
    with vragen(sessie) as groot:
        maak_plan(sessie, MAANDAG)
    assert groot == klein


def test_looking_at_a_week_waits_for_no_writer_and_stops_none(
    sessie: Sessie, school: SchoolBeeld, casus: AanmeldingUitkomst
) -> None:
    """Somebody else is in the middle of saving: the look does not ask for the pen."""
    lees_agenda_in(sessie, school.kernteam[1].id)
    with sessie.unit_of_work() as uow, vragen(sessie) as seen:
        uow.scholen.get(school.id)
        assert [een.casus_id for een in get_week(sessie, MAANDAG).open] == [casus.casus_id]
        maak_plan(sessie, MAANDAG)
    assert not [sql for sql in seen if sql.startswith(("BEGIN IMMEDIATE", "INSERT", "UPDATE"))]


def _erbij(gezin: Gezin, jongere_id: str, naam: str, *, overleden: bool = False) -> str:
    parent = Persoon(gezin_id=gezin.id, rol=gezin.personen[-1].rol, roepnaam=naam, overleden=overleden)
    gezin.personen.append(parent)
    gezin.ouderschappen.append(Ouderschap(gezin_id=gezin.id, jongere_id=jongere_id, ouder_id=parent.id))
    return parent.id


@pytest.fixture
def weduwe(sessie: Sessie, casus: AanmeldingUitkomst) -> tuple[str, str]:
    """Sami's father died; his half sister Noor, in the same casus, has a father of her own. Their ids."""
    with sessie.unit_of_work() as uow:
        record = uow.casussen.get(casus.casus_id)
        gezin = uow.gezinnen.get(record.gezin_id)
        dead = _erbij(gezin, record.jongere.id, "Karim", overleden=True)
        noor = Persoon(gezin_id=gezin.id, rol=record.jongere.rol, roepnaam="Noor")
        gezin.personen.append(noor)
        record.jongeren.append(noor)
        hers = _erbij(gezin, noor.id, "Peter")
        uow.commit()
    return dead, hers


def test_nobody_asks_the_dead_and_everybody_asks_the_parents_of_each_jongere(
    sessie: Sessie, casus: AanmeldingUitkomst, weduwe: tuple[str, str]
) -> None:
    """The planner, the proposals and the form of a talk ask the same people, in the same order."""
    dead, hers = weduwe
    begin = begin_gesprek(sessie, casus.casus_id, GesprekSoort.STARTGESPREK)
    (open_start,) = get_week(sessie, MAANDAG).open
    assert open_start.voorstel is not None
    moment = get_voorstellen(sessie, casus.casus_id).momenten[0]
    partners = {p.id for school in list_scholen(sessie) for p in school.kernteam} | {"mentor"}
    families = [
        [wie for wie in wanted if wie not in partners]
        for wanted in (begin.standaard, open_start.voorstel.wie, moment.wie)
    ]
    assert families[0] == families[1] == families[2]
    assert hers in families[0]
    assert dead not in families[0]
    assert dead not in {een.id for een in begin.mogelijk}


def test_a_week_is_read_of_a_store_of_which_nothing_was_set_yet(sessie: Sessie) -> None:
    week = get_week(sessie, MAANDAG)
    assert (week.scholen, week.gesprekken, week.open) == ((), (), ())

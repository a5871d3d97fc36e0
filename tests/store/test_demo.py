"""The demo caseload: the same again on the same day, sensible on any day, and big when asked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select

from kernteam_tui.data import tabellen
from kernteam_tui.data.queries.agenda import AgendaRegel, lees_agenda
from kernteam_tui.domain.codes import Fase, GesprekSoort, JaNeeOnbekend, Regio, Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.kalender import DatumBuitenBereik
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.week import Bezetstaat
from kernteam_tui.domain.roosterweek import maandag_van
from kernteam_tui.domain.uitnodigen import is_adres
from kernteam_tui.exchange.voorbeeld import read_voorbeeld
from kernteam_tui.services.agendas import get_agendas
from kernteam_tui.services.beelden import lees_werkdag
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import open_casus
from kernteam_tui.services.controle import controleer, is_heel
from kernteam_tui.services.demo import DemoUitkomst, maak_demo
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.instellingen import get_instellingen
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import get_voorstellen
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.weekplanner import get_week
from kernteam_tui.services.zoeken import zoek

MAANDAG = date(2026, 11, 23)
ID = re.compile(r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
DAGEN = [
    *(date(2026, 11, 23) + timedelta(days=n) for n in range(7)),  # every weekday
    date(2025, 1, 1),  # New Year, before the school holidays are known
    date(2025, 9, 1),  # the first day that they are known
    date(2025, 10, 18),  # a Saturday, the autumn holiday begins
    date(2025, 12, 19),  # the last school day before Christmas
    date(2025, 12, 25),
    date(2026, 1, 4),
    date(2026, 2, 16),
    date(2026, 4, 6),  # Easter Monday
    date(2026, 4, 27),  # King's day, in the May holiday
    date(2026, 5, 5),
    date(2026, 5, 14),  # Ascension day
    date(2026, 7, 17),
    date(2026, 7, 18),
    date(2026, 8, 5),  # half-way the summer
    date(2026, 8, 30),
    date(2026, 8, 31),  # the first day of school
    date(2027, 1, 1),
    date(2027, 3, 28),  # the clock goes forward
    date(2027, 8, 1),
    date(2027, 12, 31),
    date(2028, 2, 29),
    date(2028, 7, 10),
    date(2028, 10, 29),  # the clock goes back
    date(2029, 7, 6),
    date(2029, 8, 19),  # the last day that they are known
    date(2029, 12, 25),
    date(2030, 5, 30),
    date(2030, 7, 21),
    date(2031, 2, 23),
    date(2031, 6, 2),
    date(2031, 12, 24),
]


@dataclass(frozen=True)
class Dagklok:
    """A clock that stands still on one day."""

    dag: date
    uur: int = 8

    def nu(self) -> datetime:
        return datetime.combine(self.dag, time(self.uur, 5), AMSTERDAM).astimezone(UTC)

    def vandaag(self) -> date:
        return self.dag


@contextmanager
def demo(kluis_map: Path, klok: Dagklok, **wensen: Any) -> Iterator[Sessie]:
    uitkomst = maak_demo(kluis_map, klok, **wensen)
    sessie = unlock(kluis_map, uitkomst.wachtwoordzin, klok)
    yield sessie
    sessie.close()


@pytest.fixture(scope="module")
def maandag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """The demo of the default test day; for looking only."""
    with demo(tmp_path_factory.mktemp("demo") / "kluis", Dagklok(MAANDAG)) as sessie:
        yield sessie


def content(sessie: Sessie) -> dict[str, list[str]]:
    """Everything that was stored, without ids (in frozen plans too), keys, moments of saving, the secret."""
    with sessie.lezen() as conn:
        return {
            table.name: sorted(ID.sub("", json.dumps(row, default=str)) for row in _rows(conn, table))
            for table in tabellen.metadata.sorted_tables
            if table is not tabellen.logboek  # its lines hold the moment and random bytes
        }


def _rows(conn: Any, table: Table) -> list[dict[str, Any]]:
    skip = {"id", "created_at", "updated_at", "geheim"}
    columns = [c for c in table.columns if c.name not in skip and not c.name.endswith("_id")]
    return [dict(row._mapping) for row in conn.execute(select(*columns))]


def talks(sessie: Sessie) -> tuple[AgendaRegel, ...]:
    with sessie.lezen() as conn:
        return lees_agenda(conn, datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC))


def test_says_what_it_made_and_leaves_the_store_closed(tmp_path: Path) -> None:
    uitkomst = maak_demo(tmp_path / "kluis", Dagklok(MAANDAG))
    assert uitkomst == DemoUitkomst(tmp_path / "kluis", "voorbeeld", 25)
    unlock(uitkomst.map, uitkomst.wachtwoordzin, Dagklok(MAANDAG)).close()


def test_the_same_seed_and_day_give_the_same_content_at_any_hour(tmp_path: Path) -> None:
    with demo(tmp_path / "a", Dagklok(MAANDAG, 8), casussen=60, notities=300, zaad=7) as early:
        first = content(early)
    with demo(tmp_path / "b", Dagklok(MAANDAG, 22), casussen=60, notities=300, zaad=7) as late:
        assert content(late) == first


def test_another_seed_gives_other_content(maandag: Sessie, tmp_path: Path) -> None:
    with demo(tmp_path / "b", Dagklok(MAANDAG), zaad=2) as other:
        assert content(other)["persoon"] != content(maandag)["persoon"]
        assert content(other)["casus"] != content(maandag)["casus"]


@pytest.mark.parametrize("dag", DAGEN, ids=str)
def test_makes_sense_on_any_day(dag: date, tmp_path: Path) -> None:
    with demo(tmp_path / "kluis", Dagklok(dag)) as sessie:
        assert {rij.fase for rij in get_caseload(sessie)} == set(Fase)
        vandaag = get_vandaag(sessie)
        assert vandaag.casussen_open > 10
        assert len({signaal.regel for signaal in vandaag.signalen}) > 8
        _talks_fall_on_open_days(sessie)
        _no_two_talks_at_once(sessie, dag)
        _a_school_day_is_full(sessie, dag)
        _a_startgesprek_can_be_planned(sessie, dag)


def _talks_fall_on_open_days(sessie: Sessie) -> None:
    kalenders = lees_werkdag(sessie).kalenders
    for talk in talks(sessie):
        assert kalenders[talk.school_id].waarom_dicht(dag_van(talk.start)) is None, talk.nummer


def _a_startgesprek_can_be_planned(sessie: Sessie, dag: date) -> None:
    fresh = [rij for rij in get_caseload(sessie) if rij.fase is Fase.AANGEMELD]
    assert any(_has_good_proposals(sessie, rij.casus_id, dag) for rij in reversed(fresh))


def _has_good_proposals(sessie: Sessie, casus_id: str, dag: date) -> bool:
    beeld = get_voorstellen(sessie, casus_id)
    if beeld.te_laat or not beeld.momenten:
        return False
    best = beeld.momenten[0]
    return bool(best.erbij) and dag <= dag_van(best.start) <= beeld.uiterlijk


def _no_two_talks_at_once(sessie: Sessie, dag: date) -> None:
    to_come = sorted(talk.start for talk in talks(sessie) if dag_van(talk.start) >= dag)
    assert all(later - earlier >= timedelta(hours=1) for earlier, later in pairwise(to_come))


def _a_school_day_is_full(sessie: Sessie, dag: date) -> None:
    werkdag = lees_werkdag(sessie)
    closed = [werkdag.kalenders[school.id].waarom_dicht(dag) for school in werkdag.scholen]
    count = len(get_vandaag(sessie).gesprekken)
    assert count == 0 if all(closed) else count <= 3
    assert any(closed) or count >= 2


def test_deadlines_of_every_kind_are_open(maandag: Sessie) -> None:
    signalen = get_vandaag(maandag).signalen
    plan = {s.uiterlijk for s in signalen if s.regel == "startgesprek_plannen"}
    assert {MAANDAG, MAANDAG + timedelta(days=1)} <= plan
    rules = Counter(s.regel for s in signalen)
    expected = {"startgesprek_te_laat", "terugkoppelen", "evaluatie", "plan_vaststellen", "stil", "wordt_12"}
    assert expected | {"wordt_16", "wordt_18", "notitie_uitwerken", "volgende_poging"} <= rules.keys()
    assert rules["startgesprek_te_laat"] >= 2


def test_in_the_holidays_one_school_keeps_its_own_days(tmp_path: Path) -> None:
    with demo(tmp_path / "kluis", Dagklok(date(2026, 8, 5))) as sessie:
        regios = {school.naam: school.regio for school in lees_werkdag(sessie).scholen}
    assert regios["Voorbeeldcollege De Brug"] == Regio.MIDDEN
    assert regios["Voorbeeldschool Het Kompas"] != Regio.MIDDEN


def test_one_family_has_a_page_for_the_parents(maandag: Sessie) -> None:
    rij = next(rij for rij in get_caseload(maandag) if rij.jongere.startswith("Lina K"))
    assert "Lina" in lees_bladzijde(maandag, rij.casus_id, "ouder").tekst
    plan = get_plan(maandag, rij.casus_id)
    assert plan.versie == 3
    assert not plan.gewijzigd
    casus = open_casus(maandag, rij.casus_id)
    assert all(
        persoon.gezag is not JaNeeOnbekend.ONBEKEND for persoon in casus.personen if persoon.rol == "ouder"
    )


def test_the_worker_can_be_answered(maandag: Sessie) -> None:
    instellingen = get_instellingen(maandag)
    assert instellingen.naam == "Vera Voorbeeld"
    assert is_adres(instellingen.email)
    assert instellingen.telefoon


def test_nobody_real_can_be_reached(maandag: Sessie) -> None:
    everything = "\n".join(line for lines in content(maandag).values() for line in lines)
    addresses = set(re.findall(r"[\w.+-]+@[\w.-]+", everything))
    assert addresses
    assert all(a.endswith(("example.org", "voorbeeld.invalid")) for a in addresses)
    assert set(re.findall(r"\b06-?\d{3}", everything)) == {"06-000", "06000"}


def test_no_placeholder_is_left_and_nothing_looks_like_markup(tmp_path: Path) -> None:
    with (
        demo(tmp_path / "kluis", Dagklok(MAANDAG), casussen=120, notities=600) as sessie,
        sessie.lezen() as conn,
    ):
        found = conn.execute(select(tabellen.zoektekst.c.titel, tabellen.zoektekst.c.tekst)).all()
    assert len(found) > 600
    assert not [row for row in found if re.search(r"[{}\[\]<>]", f"{row.titel}{row.tekst}")]


def test_hard_names_keep_the_screens_honest(maandag: Sessie) -> None:
    names = [rij.jongere for rij in get_caseload(maandag)]
    assert any("'" in naam for naam in names)
    assert any("ı" in naam for naam in names)
    assert any("ë" in naam for naam in names)
    assert max(map(len, names)) > 50


def test_the_store_is_sound_and_searchable(maandag: Sessie) -> None:
    assert is_heel(controleer(maandag))
    assert zoek(maandag, "pannenkoeken")
    assert not zoek(maandag, "pannenkoeken ijsberen")


def test_grows_to_as_many_casussen_and_notes_as_asked(tmp_path: Path) -> None:
    with demo(tmp_path / "kluis", Dagklok(MAANDAG), casussen=200, notities=900) as sessie:
        rijen = get_caseload(sessie)
        assert len(rijen) == 200
        assert len({rij.nummer for rij in rijen}) == 200
        assert len(content(sessie)["notitie"]) == 900
        assert Counter(rij.fase for rij in rijen).most_common(2)[0][0] in (
            Fase.IN_BEGELEIDING,
            Fase.AFGESLOTEN,
        )
        assert any(get_voorstellen(sessie, r.casus_id).momenten for r in rijen if r.fase is Fase.AANGEMELD)


@pytest.mark.parametrize("casussen", [0, 3])
def test_can_be_smaller(casussen: int, tmp_path: Path) -> None:
    with demo(tmp_path / "kluis", Dagklok(MAANDAG), casussen=casussen, notities=5) as sessie:
        assert len(get_caseload(sessie)) == casussen
        get_vandaag(sessie)


def test_a_number_below_zero_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(InhoudOngeldig):
        maak_demo(tmp_path / "kluis", Dagklok(MAANDAG), casussen=-1)
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize("dag", [date(1969, 12, 31), date(2100, 1, 1), date.max], ids=str)
def test_a_day_beyond_the_calendar_is_refused_before_anything_is_made(dag: date, tmp_path: Path) -> None:
    with pytest.raises(DatumBuitenBereik):
        maak_demo(tmp_path / "kluis", Dagklok(dag))
    assert not (tmp_path / "kluis").exists()


@pytest.mark.parametrize("dag", [date(1970, 1, 1), date(2099, 12, 31)], ids=str)
def test_the_first_and_last_day_work(dag: date, tmp_path: Path) -> None:
    with demo(tmp_path / "kluis", Dagklok(dag)) as sessie:
        assert {rij.fase for rij in get_caseload(sessie)} == set(Fase)


def test_home_visits_are_as_long_as_real_ones() -> None:
    voorbeeld = read_voorbeeld()
    lengths = [
        len(notitie.tekst.split())
        for casus in voorbeeld.casussen
        for notitie in casus.notities
        if notitie.soort == "huisbezoek" and not notitie.concept
    ]
    assert len(lengths) >= 12
    assert all(40 <= length <= 250 for length in lengths), sorted(lengths)


def test_every_planned_kind_of_talk_is_there(maandag: Sessie) -> None:
    assert {talk.soort for talk in talks(maandag)} >= {
        GesprekSoort.KENNISMAKING,
        GesprekSoort.STARTGESPREK,
        GesprekSoort.HUISBEZOEK,
        GesprekSoort.EVALUATIE,
        GesprekSoort.DRIEGESPREK,
    }


def test_calendars_were_read_in_and_the_planner_shows_their_times(maandag: Sessie) -> None:
    agendas = get_agendas(maandag, "").mensen
    assert {agenda.dagen_oud for mens in agendas for agenda in mens.agendas} == {1, 3, 5, 12}
    week = get_week(maandag, MAANDAG)
    bezet = {
        (mens.rol, dag, stuk.van, stuk.staat)
        for school in week.scholen
        for mens in school.partners
        for dag, stukken in enumerate(mens.bezet)
        for stuk in stukken
        if not stuk.gesprek_id
    }
    assert (Rol.GEZINSWERKER, 0, time(13), Bezetstaat.BEZET) in bezet
    assert (Rol.JEUGDARTS, 2, time(11), Bezetstaat.VOORBEHOUD) in bezet
    assert any(mens.agenda for school in week.scholen for mens in school.partners), "one is old"
    own = [talk for talk in talks(maandag) if dag_van(talk.start) >= MAANDAG]
    assert not [t.nummer for t in own if _is_taken(maandag, t)], "she planned nothing over her own calendar"


def _is_taken(sessie: Sessie, talk: AgendaRegel) -> bool:
    week = get_week(sessie, maandag_van(dag_van(talk.start)))
    ik = next(mens for school in week.scholen for mens in school.partners if mens.ik)
    dag = dag_van(talk.start).weekday()
    van, tot = (moment.astimezone(AMSTERDAM).time() for moment in (talk.start, talk.eind))
    return dag < 5 and any(s.van < tot and van < s.tot for s in ik.bezet[dag] if not s.gesprek_id)

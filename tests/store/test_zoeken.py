"""Any text may be typed in the search bar, and what stands in the store is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kernteam_tui.data.store import Store
from kernteam_tui.data.zoekindex.zoeken import Treffer, zoek
from kernteam_tui.data.zoekindex.zoekrijen import FTS_CHECK, flatten
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek
from kernteam_tui.domain.gezinsplan import Citaat, Doel, Gezinsplan

NASTY = (
    "",
    " ",
    "e-mail",
    "14:30",
    "foto's",
    "’s middags",
    "AND",
    "OR",
    "NOT",
    "NEAR(a b)",
    "(",
    ")",
    "-kind",
    "+kind",
    '"',
    '""',
    '"half',
    "a*b",
    "*",
    "^begin",
    "titel:x",
    "{a b}",
    "nul\x00byte",
    "\ud800",
    "woord " * 5_000,
    "x" * 100_000,
    "100%_\\",
    "'; DROP TABLE casus; --",
    "🙂",
    "²",
    "中文 字",
    "\ue000mark\ue001",
)


@dataclass
class Zoeker:
    store: Store

    def __call__(self, woorden: str, aantal: int = 20) -> tuple[Treffer, ...]:
        with self.store.lezen() as conn:
            return zoek(conn, woorden, aantal)

    def keep(self, *notes: Any) -> None:
        with self.store.unit_of_work() as uow:
            for note in notes:
                uow.notities.add(note)
            uow.commit()

    def index_is_sound(self) -> None:
        with self.store.engine.begin() as conn:
            conn.exec_driver_sql(FTS_CHECK)


@pytest.fixture
def zoeker(store: Store) -> Zoeker:
    return Zoeker(store)


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_nothing_that_is_typed_breaks_the_search(zoeker: Zoeker, familie: Any, text: str) -> None:
    zoeker.keep(familie.notitie("Zomaar een notitie."))
    zoeker(text)


def test_any_text_is_a_valid_query(zoeker: Zoeker, familie: Any) -> None:
    zoeker.keep(familie.notitie('Zomaar een notitie over foto\'s, 100% à \\ "school".'))

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text(max_size=40) | st.text(alphabet="ab\"*()-:^+{}'\\%_ ", max_size=20))
    def search(text: str) -> None:
        zoeker(text)

    search()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(max_size=60))
def test_any_text_can_be_kept_and_the_index_stays_sound(zoeker: Zoeker, familie: Any, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    zoeker.keep(familie.notitie(text))
    zoeker.index_is_sound()


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("coordinatie", "De coördinatie loopt."),
        ("CAFÉ", "in het cafe"),
        ("cafe", "in het CAFÉ"),
        ("naief", "naïef"),
        ("knie", "Beide knieën doen zeer"),
        ("fotos", "Zij stuurt foto’s"),
        ("foto's", "Zij stuurt fotos"),
        ("123456782", "nummer 123.456.782"),
        ("0612345678", "bel 06-1234 5678"),
        ("06-12345678", "bel 0612345678"),
        ("mail", "een e-mail gestuurd"),
        ("e-mail", "een e-mail gestuurd"),
        ("14:30", "om 14:30 bij de balie"),
        ("school moed", "moeder was op school"),
        ("stiefva", "stiefvader"),
        ("vader", "de stiefvader kwam"),
        ("coordinat", "zorgcoördinator gebeld"),
        ("cafe\u0301", "café"),
        ("yildiz", "Mevrouw Yıldız belde"),
        ("YILDIZ", "Mevrouw Yıldız belde"),
        ("Yıldız", "Mevrouw Yildiz belde"),
        ("wozniak", "de heer Woźniak"),
        ("lodz", "uit Łódź"),
    ],
)
def test_what_was_written_is_found(zoeker: Zoeker, familie: Any, asked: str, written: str) -> None:
    note = familie.notitie(written)
    zoeker.keep(note)
    assert note.id in [hit.bron_id for hit in zoeker(asked)]


def test_what_was_not_written_is_not_found(zoeker: Zoeker, familie: Any) -> None:
    zoeker.keep(familie.notitie("moeder was op school"))
    assert zoeker("school vader") == ()
    assert zoeker("oeders") == ()


def test_a_word_inside_another_is_found_after_the_word_itself(zoeker: Zoeker, familie: Any) -> None:
    inside = familie.notitie("Het pleeggezin belde.", dag=20)
    itself = familie.notitie("Het gezin belde.", dag=2)
    zoeker.keep(inside, itself)
    assert [hit.bron_id for hit in zoeker("gezin") if hit.soort == "notitie"] == [itself.id, inside.id]


def test_a_piece_of_a_word_is_found_in_what_was_written_after_the_first_such_search(
    zoeker: Zoeker, familie: Any
) -> None:
    zoeker.keep(familie.notitie("Het regenwormpje kwam.", dag=2))
    assert len(zoeker("genworm")) == 1
    later = familie.notitie("Een éénoudergezín erbij, foto's gezien.", dag=20)
    zoeker.keep(later)
    assert [hit.bron_id for hit in zoeker("oudergezin")] == [later.id]
    assert [hit.bron_id for hit in zoeker("otos")] == [later.id], "foto's is fotos too"
    assert len(zoeker("genworm")) == 1


def test_a_piece_that_thousands_of_words_hold_is_still_a_question(zoeker: Zoeker, familie: Any) -> None:
    words = " ".join(f"x{number:04d}heid" for number in range(3_000))
    zoeker.keep(familie.notitie(words))
    [hit] = zoeker("heid")
    assert "heid" in hit.fragment


def test_a_hit_says_where_when_and_what(zoeker: Zoeker, familie: Any) -> None:
    note = familie.notitie("Moeder zegt:\nhij slaapt slecht.", met_wie="moeder")
    zoeker.keep(note)
    [hit] = zoeker("slaap")
    assert (hit.casus_id, hit.nummer, hit.jongere) == (familie.casus.id, "2026-001", "Sami Y.")
    assert (hit.soort, hit.bron_id, hit.datum) == ("notitie", note.id, date(2026, 11, 16))
    assert hit.titel == "huisbezoek · moeder"
    assert hit.fragment == "Moeder zegt: hij slaapt slecht."
    assert [hit.fragment[begin:end] for begin, end in hit.markeringen] == ["slaapt"]
    [inside] = zoeker("laapt")
    assert [inside.fragment[begin:end] for begin, end in inside.markeringen] == ["laapt"]


def test_a_casus_is_found_by_its_number_people_and_words(zoeker: Zoeker, familie: Any) -> None:
    for words in (
        "2026-001",
        "sami",
        "yıldız",
        "ayse",
        "yildiz",
        "kemal",
        "joris",
        "3b",
        "oktober",
        "0612345678",
    ):
        assert [(hit.soort, hit.casus_id) for hit in zoeker(words)] == [("casus", familie.casus.id)], words


def test_another_name_in_the_family_is_findable_at_once(zoeker: Zoeker, store: Store, familie: Any) -> None:
    with store.unit_of_work() as uow:
        uow.gezinnen.get(familie.gezin.id).personen[1].roepnaam = "Fatma Demir"
        uow.commit()
    assert len(zoeker("fatma")) == 1
    assert zoeker("ayse") == ()
    zoeker.index_is_sound()


def test_an_addendum_is_findable(zoeker: Zoeker, store: Store, familie: Any) -> None:
    note = familie.notitie("Eerste tekst.")
    note.rond_af(datetime(2026, 11, 16, tzinfo=UTC))
    zoeker.keep(note)
    with store.unit_of_work() as uow:
        uow.notities.get(note.id).vul_aan("Later bleek: rookmelder kapot.")
        uow.commit()
    assert [hit.bron_id for hit in zoeker("rookmelder")] == [note.id]


def test_old_words_are_gone_after_a_change_and_after_a_delete(
    zoeker: Zoeker, store: Store, familie: Any
) -> None:
    note = familie.notitie("olifant")
    zoeker.keep(note)
    with store.unit_of_work() as uow:
        uow.notities.get(note.id).tekst = "giraffe"
        uow.commit()
    assert zoeker("olifant") == ()
    assert len(zoeker("giraffe")) == 1
    with store.unit_of_work() as uow:
        uow.notities.remove(uow.notities.get(note.id))
        uow.commit()
    assert zoeker("giraffe") == ()
    zoeker.index_is_sound()


def test_the_plan_is_found_by_section_goal_and_action(zoeker: Zoeker, store: Store, familie: Any) -> None:
    plan = Gezinsplan(gezin_id=familie.gezin.id)
    part = plan.onderdeel("wat_gaat_goed")
    part.woorden = (Citaat("Sami", "nl", "Ik kan goed tekenen"),)
    goal = Doel(wat="Elke dag naar school", hoe_zien_we_dat="Lachend thuiskomen")
    plan.doelen.append(goal)
    with store.unit_of_work() as uow:
        uow.plannen.add(plan)
        uow.commit()
    [hit] = zoeker("tekenen")
    assert (hit.soort, hit.bron_id, hit.onderdeel) == ("plan", part.id, "wat_gaat_goed")
    assert (hit.casus_id, hit.fragment) == (familie.casus.id, "Sami: Ik kan goed tekenen")
    [hit] = zoeker("lachend")
    assert (hit.bron_id, hit.onderdeel) == (goal.id, "doelen")
    with store.unit_of_work() as uow:
        [found] = uow.plannen.find(gezin_id=familie.gezin.id)
        found.doelen.clear()
        found.onderdeel("wat_gaat_goed").woorden = ()
        uow.commit()
    assert zoeker("tekenen") == zoeker("lachend") == ()
    zoeker.index_is_sound()


def test_what_was_agreed_in_a_talk_is_found(zoeker: Zoeker, store: Store, familie: Any) -> None:
    talk = Gesprek(
        casus_id=familie.casus.id,
        soort=GesprekSoort.OVERLEG,
        start=datetime(2026, 11, 24, 9, tzinfo=UTC),
        deelnemers=[Deelnemer(rol="mentor", actie="regelt een laptop")],
    )
    empty = Gesprek(
        casus_id=familie.casus.id, soort=GesprekSoort.OVERLEG, start=datetime(2026, 11, 25, 9, tzinfo=UTC)
    )
    with store.unit_of_work() as uow:
        uow.gesprekken.add(talk)
        uow.gesprekken.add(empty)
        uow.commit()
    assert [hit.bron_id for hit in zoeker("laptop")] == [talk.id]
    assert zoeker("overleg laptop") != ()
    assert len(zoeker("overleg")) == 1


def test_casussen_come_first_then_the_newest(zoeker: Zoeker, familie: Any) -> None:
    notes = [familie.notitie(f"Sami was er {day}", dag=day) for day in (2, 20, 11)]
    zoeker.keep(*notes)
    hits = zoeker("sami")
    assert [hit.soort for hit in hits] == ["casus", "notitie", "notitie", "notitie"]
    assert [hit.datum.day for hit in hits[1:]] == [20, 11, 2]
    assert len(zoeker("sami", aantal=2)) == 2


@pytest.mark.usefixtures("familie")
def test_the_check_notices_an_index_that_does_not_fit_the_text(store: Store) -> None:
    assert all(finding.in_orde for finding in store.controle())
    with store.engine.begin() as conn:
        conn.exec_driver_sql("DROP TRIGGER zoektekst_au")
        conn.exec_driver_sql("UPDATE zoektekst SET tekst = 'iets anders'")
    assert [finding.wat for finding in store.controle() if not finding.in_orde] == ["zoekindex"]


def test_flat_text_holds_only_what_is_written_with_marks() -> None:
    assert flatten("gewoon 12 woorden") == ""
    assert flatten("foto’s en 06-12 34 56 78") == "fotos 0612345678"

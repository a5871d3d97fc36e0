"""Whatever happens to talks: each invited person is left with exactly the right ones (RFC 5546)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    herstel_gesprek,
    plan_gesprek,
    verzet_gesprek,
    wijzig_genodigden,
    zeg_gesprek_af,
)
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from tests.services.uitnodigingen.bericht import Bericht, lees_bestand
from tests.services.uitnodigingen.conftest import Tafel
from tests.services.uitnodigingen.ontvanger import Agenda, Tijd

BEGIN = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
UUR = timedelta(hours=1)
Post = dict[str, list[Bericht]]
Stap = tuple[str, int, int]
"""What happens, to which talk, and by how much: days to move, or whom of the table it is about."""
STAPPEN = st.lists(
    st.tuples(
        st.sampled_from(["verzet", "zeg af", "herstel", "eruit of erbij", "verzet zonder een"]),
        st.integers(0, 1),
        st.integers(1, 7),
    ),
    max_size=9,
)


@dataclass
class _Gesprek:
    """How a talk should stand; kept by the test, not asked of the program."""

    id: str
    begin: datetime
    wie: set[str]
    gaat_door: bool = True
    uid: str = ""


@dataclass
class Gang:
    """Two talks, what happens to them, and the files that came out of it, for each person."""

    tafel: Tafel
    doel: Path
    gesprekken: list[_Gesprek] = field(default_factory=list)
    post: Post = field(default_factory=dict)
    gezien: list[tuple[str, int, str]] = field(default_factory=list)
    """UID, SEQUENCE and METHOD of each file, in the order of writing."""

    def plan(self, nummer: int) -> None:
        """An overleg with everybody, each on a day of its own."""
        begin = BEGIN + timedelta(days=28 * nummer)
        gegevens = GesprekGegevens(GesprekSoort.OVERLEG, begin, 60, "De Brug", self.tafel.allen)
        made = plan_gesprek(self.tafel.sessie, self.tafel.casus_id, gegevens)
        self.gesprekken.append(_Gesprek(made.id, begin, set(self.tafel.allen)))
        self._bezorg(self.gesprekken[-1])

    def doe(self, stap: Stap) -> None:
        """Change a talk where that can be done, and hand out its files."""
        wat, nummer, hoeveel = stap
        gesprek = self.gesprekken[nummer]
        if (wat == "herstel") == gesprek.gaat_door:
            return
        self._wijzig(wat, gesprek, hoeveel)
        self._bezorg(gesprek)

    def _wijzig(self, wat: str, gesprek: _Gesprek, hoeveel: int) -> None:
        sessie = self.tafel.sessie
        iemand = self.tafel.allen[hoeveel]
        match wat:
            case "verzet":
                gesprek.begin += timedelta(days=hoeveel)
                verzet_gesprek(sessie, gesprek.id, gesprek.begin, "past niet")
            case "zeg af":
                gesprek.gaat_door = False
                zeg_gesprek_af(sessie, gesprek.id, "ziek")
            case "herstel":
                gesprek.gaat_door = True
                herstel_gesprek(sessie, gesprek.id)
            case "eruit of erbij":
                gesprek.wie ^= {iemand}
                wijzig_genodigden(sessie, gesprek.id, self._volgorde(gesprek), "kan niet")
            case "verzet zonder een":
                gesprek.begin += UUR
                gesprek.wie -= {iemand}
                verzet_gesprek(sessie, gesprek.id, gesprek.begin, "past niet", wie=self._volgorde(gesprek))

    def _volgorde(self, gesprek: _Gesprek) -> list[str]:
        return [wie for wie in self.tafel.allen if wie in gesprek.wie]

    def _bezorg(self, gesprek: _Gesprek) -> None:
        for bestand in schrijf_uitnodigingen(self.tafel.sessie, gesprek.id, self.doel).bestanden:
            bericht = lees_bestand(bestand.pad)
            gesprek.uid = bericht.uid
            self.gezien.append((bericht.uid, bericht.volgnummer, bericht.methode))
            for wie in bestand.voor:
                self.post.setdefault(wie, []).append(bericht)

    def hoort(self, wie: str) -> dict[str, Tijd]:
        """What should stand in the calendar of this person."""
        return {
            g.uid: (g.begin.astimezone(UTC), g.begin.astimezone(UTC) + UUR)
            for g in self.gesprekken
            if g.gaat_door and wie in g.wie
        }

    def staat_er(
        self, wie: str, geordend: Callable[[list[Bericht]], list[Bericht]] = list
    ) -> dict[str, Tijd]:
        """What does stand there, where the files come in this order."""
        agenda = Agenda(self.tafel.adressen.get(wie))
        agenda.ontvang_alle(geordend(self.post.get(wie, [])))
        return agenda.gesprekken

    def fout(self, geordend: Callable[[list[Bericht]], list[Bericht]] = list) -> list[str]:
        """Who is left with other talks than they should have."""
        return [wie for wie in self.tafel.allen if self.staat_er(wie, geordend) != self.hoort(wie)]


def _gang(tafel: Tafel, doel: Path, stappen: list[Stap]) -> Gang:
    gang = Gang(tafel, doel)
    gang.plan(0)
    gang.plan(1)
    for stap in stappen:
        gang.doe(stap)
    return gang


@pytest.mark.lang
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(stappen=STAPPEN, greep=st.integers(0, 2**32))
def test_whatever_happens_everybody_is_left_with_what_they_should_have(
    tafel: Tafel, tmp_path: Path, stappen: list[Stap], greep: int
) -> None:
    gang = _gang(tafel, tmp_path, stappen)
    assert gang.fout() == []

    dice = random.Random(greep)
    assert gang.fout(lambda post: dice.sample(post + post, 2 * len(post))) == [], "in any order, and twice"

    for gesprek in gang.gesprekken:
        numbers = [number for uid, number, _ in gang.gezien if uid == gesprek.uid]
        assert sorted(set(numbers)) == list(range(max(numbers) + 1)), "one higher at every change"
        assert numbers == sorted(numbers)


def test_each_step_leaves_the_right_talks(tafel: Tafel, tmp_path: Path) -> None:
    """One parent, step by step, as it is told at the table."""
    gang = _gang(tafel, tmp_path, [])
    vader = tafel.ouders[1]
    nummer = tafel.allen.index(vader)
    seen = [len(gang.staat_er(vader))]
    for stap in (
        ("verzet", 0, 2),
        ("zeg af", 0, 1),
        ("herstel", 0, 1),
        ("eruit of erbij", 0, nummer),
        ("verzet", 0, 1),
        ("eruit of erbij", 0, nummer),
        ("zeg af", 1, 1),
    ):
        gang.doe(stap)
        assert gang.fout() == []
        seen.append(len(gang.staat_er(vader)))
    assert seen == [2, 2, 1, 2, 1, 1, 2, 1]


def test_who_was_taken_out_hears_nothing_more(tafel: Tafel, tmp_path: Path) -> None:
    vader = tafel.ouders[1]
    gang = _gang(tafel, tmp_path, [("eruit of erbij", 0, tafel.allen.index(vader))])
    before = len(gang.post[vader])
    for stap in (("verzet", 0, 2), ("zeg af", 0, 1), ("herstel", 0, 1)):
        gang.doe(stap)
    assert len(gang.post[vader]) == before
    assert [b.methode for b in gang.post[vader]] == ["REQUEST", "REQUEST", "CANCEL"]


class TestControle:
    """The receiving calendar sees what is wrong."""

    @pytest.fixture
    def gang(self, tafel: Tafel, tmp_path: Path) -> Gang:
        """A talk that was moved, without one of the parents."""
        nummer = tafel.allen.index(tafel.ouders[1])
        return _gang(tafel, tmp_path, [("verzet", 0, 2), ("eruit of erbij", 0, nummer)])

    def test_a_number_that_does_not_rise_is_seen(self, gang: Gang) -> None:
        assert gang.fout() == []
        moment = min(b.dtstamp for post in gang.post.values() for b in post)
        same = lambda post: [replace(b, volgnummer=0, dtstamp=moment) for b in post]  # noqa: E731
        assert set(gang.fout(same)) == set(gang.tafel.allen)

    def test_a_number_that_falls_is_seen(self, gang: Gang) -> None:
        falls = lambda post: [replace(b, volgnummer=9 - b.volgnummer) for b in post]  # noqa: E731
        assert set(gang.fout(falls)) == set(gang.tafel.allen)

    def test_a_uid_that_changes_is_seen(self, gang: Gang) -> None:
        other = lambda post: [replace(b, uid=f"{b.volgnummer}{b.uid}") for b in post]  # noqa: E731
        assert set(gang.fout(other)) == set(gang.tafel.allen)

    def test_a_cancellation_that_was_not_written_is_seen(self, gang: Gang) -> None:
        without = lambda post: [b for b in post if b.methode != "CANCEL"]  # noqa: E731
        assert gang.fout(without) == [gang.tafel.ouders[1]]

    def test_a_cancellation_by_somebody_else_is_refused(self, gang: Gang) -> None:
        def other(post: list[Bericht]) -> list[Bericht]:
            return [replace(b, organisator="x@y.invalid") if b.methode == "CANCEL" else b for b in post]

        assert gang.fout(other) == [gang.tafel.ouders[1]]

    def test_a_request_that_does_not_name_the_reader_is_not_theirs(self, gang: Gang) -> None:
        moeder = gang.tafel.ouders[0]
        stranger = Agenda("iemand@anders.invalid")
        stranger.ontvang_alle(gang.post[moeder])
        assert stranger.gesprekken == {}

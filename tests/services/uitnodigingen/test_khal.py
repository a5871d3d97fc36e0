"""The files opened by hand in a real calendar program, khal: its list before and after.

What khal does with a file was measured, and stands here: it goes by the UID alone. It keeps a cancelled talk,
marked; and it looks neither at METHOD nor at SEQUENCE.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

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
from tests.geduld import GEDULD
from tests.services.uitnodigingen.conftest import Tafel

KHAL = Path(sys.executable).with_name("khal")
DINSDAG = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
SCHOOL = "Gesprek op school"
pytestmark = pytest.mark.skipif(
    not KHAL.exists(), reason="khal is not installed here: pip install -r requirements/dev.txt"
)

_CONFIG = """
[calendars]
[[proef]]
path = {map}/agenda
[sqlite]
path = {map}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = proef
"""
_REGEL = "{start}|{end}|{title}|{location}|{status}"


@dataclass(frozen=True)
class Khal:
    """khal with an empty calendar of its own, and a home in which nothing else stands."""

    map: Path

    def importeer(self, bestand: Path, *opties: str) -> None:
        """Open a file as a user does, and say yes to whatever khal asks."""
        self._roep("import", "--batch", *opties, str(bestand))

    def lijst(self) -> list[str]:
        """Every event of the two years from November 2026: `start|end|title|place|status`."""
        gezien = self._roep("list", "--format", _REGEL, "--day-format", "", "2026-11-01", "730d")
        return [line.strip() for line in gezien.splitlines() if "|" in line]

    def _roep(self, *woorden: str) -> str:
        home = str(self.map)
        gezien = subprocess.run(
            [str(KHAL), "--config", str(self.map / "config"), *woorden],
            env={
                "PATH": "/usr/bin:/bin",
                "LC_ALL": "C.UTF-8",
                **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home),
            },
            cwd=self.map,
            capture_output=True,
            text=True,
            timeout=GEDULD,
            check=False,
        )
        assert gezien.returncode == 0, gezien.stderr
        return gezien.stdout


@pytest.fixture
def maak_khal(tmp_path: Path) -> Callable[[str], Khal]:
    """A khal that lives in this time zone."""

    def maak(zone: str) -> Khal:
        folder = tmp_path / f"khal-{zone.replace('/', '-')}"
        (folder / "agenda").mkdir(parents=True)
        (folder / "config").write_text(_CONFIG.format(map=folder, zone=zone), encoding="utf-8")
        return Khal(folder)

    return maak


@pytest.fixture
def khal(maak_khal: Callable[[str], Khal]) -> Khal:
    """A khal in Amsterdam."""
    return maak_khal("Europe/Amsterdam")


class Gang:
    """One talk and the file of one reader after each change."""

    def __init__(self, tafel: Tafel, wie: str, doel: Path, begin: datetime = DINSDAG) -> None:
        self.tafel, self._wie, self._doel = tafel, wie, doel
        gegevens = GesprekGegevens(GesprekSoort.OVERLEG, begin, 60, "De Brug, kamer 1.12", tafel.allen)
        self.id = plan_gesprek(tafel.sessie, tafel.casus_id, gegevens).id

    def bestand(self) -> Path:
        """What this reader gets after the last change."""
        bestanden = schrijf_uitnodigingen(self.tafel.sessie, self.id, self._doel).bestanden
        (found,) = [bestand.pad for bestand in bestanden if self._wie in bestand.voor]
        return found


def _wie(tafel: Tafel, lezer: str) -> str:
    lezers = {
        "eigen exemplaar": tafel.ik,
        "ouder met e-mail": tafel.ouders[0],
        "partners": tafel.partners[0],
        "zonder e-mail": tafel.partners[2],
    }
    return lezers[lezer]


@pytest.mark.parametrize("lezer", ["eigen exemplaar", "ouder met e-mail", "partners", "zonder e-mail"])
def test_a_talk_stands_once_from_its_planning_to_its_restoring(
    tafel: Tafel, tmp_path: Path, khal: Khal, lezer: str
) -> None:
    gang = Gang(tafel, _wie(tafel, lezer), tmp_path / "uit")
    assert khal.lijst() == []

    khal.importeer(gang.bestand())
    planned = f"2026-11-24 10:00|2026-11-24 11:00|{SCHOOL}|De Brug, kamer 1.12|CONFIRMED"
    assert khal.lijst() == [planned]

    verzet_gesprek(tafel.sessie, gang.id, DINSDAG + timedelta(days=2, hours=3), "past niet", "2.03")
    khal.importeer(gang.bestand())
    moved = f"2026-11-26 13:00|2026-11-26 14:00|{SCHOOL}|2.03|"
    assert khal.lijst() == [f"{moved}CONFIRMED"]

    zeg_gesprek_af(tafel.sessie, gang.id, "ziek")
    khal.importeer(gang.bestand())
    assert khal.lijst() == [f"{moved}CANCELLED"], "khal keeps what is off, marked"

    herstel_gesprek(tafel.sessie, gang.id)
    khal.importeer(gang.bestand())
    assert khal.lijst() == [f"{moved}CONFIRMED"]


def test_the_same_file_twice_is_one_talk(tafel: Tafel, tmp_path: Path, khal: Khal) -> None:
    gang = Gang(tafel, tafel.ik, tmp_path / "uit")
    khal.importeer(gang.bestand())
    before = khal.lijst()
    khal.importeer(gang.bestand())
    assert khal.lijst() == before
    assert len(before) == 1


def test_two_talks_stay_two_and_what_stood_there_stays(tafel: Tafel, tmp_path: Path, khal: Khal) -> None:
    een = Gang(tafel, tafel.ik, tmp_path / "uit")
    twee = Gang(tafel, tafel.ik, tmp_path / "uit", DINSDAG + timedelta(days=1))
    for gang in (een, twee):
        khal.importeer(gang.bestand())
    before = khal.lijst()
    assert [line.split("|")[0] for line in before] == ["2026-11-24 10:00", "2026-11-25 10:00"]

    verzet_gesprek(tafel.sessie, twee.id, DINSDAG + timedelta(days=7), "past niet")
    khal.importeer(twee.bestand())
    after = khal.lijst()
    assert after[0] == before[0]
    assert [line.split("|")[0] for line in after] == ["2026-11-24 10:00", "2026-12-01 10:00"]


@pytest.mark.parametrize(
    ("begin", "later", "uren"),
    [
        ((2027, 3, 26, 15), (2027, 3, 29, 15), ("14:00", "13:00")),
        ((2027, 10, 29, 15), (2027, 11, 1, 15), ("13:00", "14:00")),
    ],
    ids=["de zomertijd in", "de zomertijd uit"],
)
def test_over_a_change_of_the_clock_the_hour_is_the_same_and_the_moment_too(
    tafel: Tafel,
    tmp_path: Path,
    maak_khal: Callable[[str], Khal],
    begin: tuple[int, int, int, int],
    later: tuple[int, int, int, int],
    uren: tuple[str, str],
) -> None:
    gang = Gang(tafel, tafel.ik, tmp_path / "uit", datetime(*begin, tzinfo=AMSTERDAM))
    amsterdam, utc = maak_khal("Europe/Amsterdam"), maak_khal("UTC")
    for moment, in_utc in ((begin, uren[0]), (later, uren[1])):
        if moment == later:
            verzet_gesprek(tafel.sessie, gang.id, datetime(*later, tzinfo=AMSTERDAM), "past niet")
        for program, uur in ((amsterdam, "15:00"), (utc, in_utc)):
            program.importeer(gang.bestand())
            (line,) = program.lijst()
            assert line.startswith(f"{datetime(*moment):%Y-%m-%d} {uur}|")  # noqa: DTZ001  # only a day


class TestWatMetDeHandMoet:
    """What a program that only imports leaves to its user; the handleiding says so."""

    def test_who_was_taken_out_has_to_remove_the_talk(self, tafel: Tafel, tmp_path: Path, khal: Khal) -> None:
        """A CANCEL for one of the people may have no STATUS (RFC 5546, 3.2.5); khal does not read METHOD."""
        moeder = tafel.ouders[0]
        gang = Gang(tafel, moeder, tmp_path / "uit")
        khal.importeer(gang.bestand())
        wijzig_genodigden(tafel.sessie, gang.id, [w for w in tafel.allen if w != moeder], "kan niet")
        off = gang.bestand()
        assert b"METHOD:CANCEL" in off.read_bytes()
        khal.importeer(off)
        (line,) = khal.lijst()
        assert line.endswith("De Brug, kamer 1.12|"), "it stands, without a mark"

    def test_who_was_taken_out_and_has_no_address_sees_that_it_is_off(
        self, tafel: Tafel, tmp_path: Path, khal: Khal
    ) -> None:
        jongere = tafel.jongere
        gang = Gang(tafel, jongere, tmp_path / "uit")
        khal.importeer(gang.bestand())
        wijzig_genodigden(tafel.sessie, gang.id, [w for w in tafel.allen if w != jongere], "kan niet")
        khal.importeer(gang.bestand())
        (line,) = khal.lijst()
        assert line.endswith("|CANCELLED")

    def test_an_older_file_opened_later_puts_the_old_moment_back(
        self, tafel: Tafel, tmp_path: Path, khal: Khal
    ) -> None:
        gang = Gang(tafel, tafel.ik, tmp_path / "uit")
        old = gang.bestand()
        verzet_gesprek(tafel.sessie, gang.id, DINSDAG + timedelta(days=2), "past niet")
        khal.importeer(gang.bestand())
        khal.importeer(old)
        (line,) = khal.lijst()
        assert line.startswith("2026-11-24 10:00|")


class TestControle:
    """The list sees a talk too many, and a talk at another time."""

    def test_another_uid_makes_two(self, tafel: Tafel, tmp_path: Path, khal: Khal) -> None:
        gang = Gang(tafel, tafel.ik, tmp_path / "uit")
        khal.importeer(gang.bestand())
        khal.importeer(gang.bestand(), "--random_uid")
        assert len(khal.lijst()) == 2

    def test_another_hour_is_another_line(self, tafel: Tafel, tmp_path: Path, khal: Khal) -> None:
        right = Gang(tafel, tafel.ik, tmp_path / "uit").bestand()
        khal.importeer(right)
        before = khal.lijst()
        wrong = tmp_path / "fout.ics"
        wrong.write_bytes(right.read_bytes().replace(b"T100000", b"T093000"))
        khal.importeer(wrong)
        assert khal.lijst() != before

"""The same calendar written in another way gives the same answer: folded elsewhere, in other letters, in
another order, and with what does not matter in between."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.agenda import GelezenAgenda
from tests.exchange.agenda.bouw import BESTANDSDAG, GOED, afspraak, antwoord, kalender, lees

BESTANDEN = sorted((Path(__file__).parent / "bestanden").glob("*.ics"))
NIET_DE_AFSPRAAK = (
    *("BEGIN:VALARM", "TRIGGER:-PT5M", "DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY", "STATUS:CANCELLED"),
    *("END:VALARM", 'X-RUIS;A="b;c:d":z\\,z', "SUMMARY:BEGIN:VEVENT", "CATEGORIES:" + "é" * 40),
)
Omzetting = Callable[[list[str], random.Random], bytes]


def _regels(data: bytes) -> list[str] | None:
    """Content lines of a plain file; None where its letters or line ends are what it is about."""
    if data.startswith(b"\xef\xbb\xbf") or b"ENCODING=" in data or data.count(b"\n") != data.count(b"\r\n"):
        return None
    try:
        text = re.sub(rb"\r\n[ \t]", b"", data).decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = text.split("\r\n")
    whole = lines[-1] == "" and not any("\r" in line for line in lines)
    return lines[:-1] if whole and "" not in lines[:-1] else None


def _bytes(regels: list[str]) -> bytes:
    return "".join(f"{regel}\r\n" for regel in regels).encode()


def _vouw_overal(regels: list[str], toeval: random.Random) -> bytes:
    """Folds between any two octets, in the middle of a letter too."""
    end = toeval.choice([b"\r\n", b"\n"])
    folded: list[bytes] = []
    for regel in regels:
        octets = regel.encode()
        cuts = sorted(toeval.sample(range(1, len(octets)), min(len(octets) - 1, toeval.randint(0, 4))))
        parts = [octets[first:last] for first, last in zip([0, *cuts], [*cuts, len(octets)], strict=True)]
        folded.append((end + toeval.choice([b" ", b"\t"])).join(parts))
    return end.join(folded) + end


def _andere_letters(regels: list[str], toeval: random.Random) -> bytes:
    """Names of properties in small letters or with one capital."""
    written = (lambda naam: naam.lower(), lambda naam: naam.title())
    return _bytes([re.sub("^[A-Z-]+(?=[;:])", lambda m: toeval.choice(written)(m[0]), r) for r in regels])


def _ruis(regels: list[str], _toeval: random.Random) -> bytes:
    """An alarm of its own, a text that looks like a component, and properties that nobody knows."""
    noisy: list[str] = []
    for regel in regels:
        noisy += [regel, *(NIET_DE_AFSPRAAK if regel == "BEGIN:VEVENT" else ())]
    return _bytes(noisy)


def _geschud(regels: list[str], toeval: random.Random) -> bytes:
    """The parts of each calendar in another order, its own properties after them."""
    written: list[str] = []
    parts: list[list[str]] = []
    own: list[str] = []
    depth = 0
    for regel in regels:
        depth += regel.startswith("BEGIN:")
        if depth == 1:
            own.append(regel)
        elif depth == 2 and regel.startswith("BEGIN:"):
            parts.append([regel])
        else:
            parts[-1].append(regel)
        depth -= regel.startswith("END:")
        if depth == 0:
            toeval.shuffle(parts)
            written += [own[0], *(line for part in parts for line in part), *own[1:]]
            parts, own = [], []
    return _bytes(written)


OMZETTINGEN: tuple[Omzetting, ...] = (_vouw_overal, _andere_letters, _ruis, _geschud)


def _gelezen(agenda: GelezenAgenda) -> dict[str, Any]:
    """The answer; in which order problems are named is of no matter."""
    found = antwoord(agenda)
    return {**found, "problemen": sorted(found["problemen"])}


def _vraag(bestand: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(bestand.with_suffix(".json").read_text(encoding="utf-8"))
    return table


GEWONE = [b for b in BESTANDEN if _regels(b.read_bytes()) is not None and "fout" not in _vraag(b)]


def test_most_files_are_plain_enough() -> None:
    assert len(GEWONE) >= 80


@pytest.mark.parametrize("omzetting", OMZETTINGEN, ids=lambda omzetting: omzetting.__name__.strip("_"))
@pytest.mark.parametrize("bestand", GEWONE, ids=lambda bestand: bestand.stem)
def test_written_otherwise_it_says_the_same(bestand: Path, omzetting: Omzetting) -> None:
    vraag = _vraag(bestand)
    van, tot = date.fromisoformat(vraag["van"]), date.fromisoformat(vraag["tot"])
    regels = _regels(bestand.read_bytes())
    assert regels is not None
    before = _gelezen(lees(bestand.read_bytes(), van, tot, vraag["ik"]))
    for seed in range(3):
        data = omzetting(regels, random.Random(f"{bestand.stem}{seed}"))
        assert _gelezen(lees(data, van, tot, vraag["ik"])) == before


class TestControle:
    """What does matter is seen."""

    def test_the_same_noise_in_the_appointment_itself_is_not_noise(self) -> None:
        data = kalender(afspraak(GOED))
        regels = _regels(data)
        assert regels is not None
        before = _gelezen(lees(data))
        assert before["blokken"]
        assert _gelezen(lees(_ruis(regels, random.Random(1)))) == before
        without_alarm = [r for r in NIET_DE_AFSPRAAK if not r.endswith("VALARM")]
        noisy = [x for regel in regels for x in (regel, *(without_alarm if regel == "BEGIN:VEVENT" else ()))]
        assert _gelezen(lees(_bytes(noisy))) != before

    def test_a_fold_that_takes_a_sign_away_is_seen(self) -> None:
        data = kalender(afspraak(GOED))
        broken = data.replace(b"DTSTART:2026", b"DTSTART:20\r\n 6")
        assert _gelezen(lees(broken)) != _gelezen(lees(data))

    def test_every_way_changes_the_bytes(self) -> None:
        regels = _regels(kalender(afspraak(GOED), afspraak(GOED.replace("goed", "ook"))))
        assert regels is not None
        for omzetting in OMZETTINGEN:
            written = {omzetting(regels, random.Random(seed)) for seed in range(9)}
            assert written - {_bytes(regels)}, omzetting

    def test_the_day_of_the_file_is_not_what_makes_them_equal(self) -> None:
        assert _gelezen(lees(kalender(afspraak(GOED))))["peildatum"] == BESTANDSDAG.isoformat()

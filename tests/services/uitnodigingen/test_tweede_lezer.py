"""Every invitation file of a talk, step by step, read by a parser that did not write it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
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
from kernteam_tui.services.gezin.persoon import get_persoon, save_persoon
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.uitnodigingen import UitnodigingBestand, schrijf_uitnodigingen
from tests.services.uitnodigingen.bericht import Bericht, lees, lees_bestand, vormfouten
from tests.services.uitnodigingen.conftest import Tafel
from tests.services.uitnodigingen.gezin_met_geheimen import (
    EIGEN_EMAIL,
    OUDER_EEN,
    OUDER_TWEE,
    PARTNER_EEN,
    PARTNER_TWEE,
    REDEN,
    geheimen_in,
)
from tests.services.uitnodigingen.ontvanger import GEEN_ORGANISATOR, afwijkingen

DINSDAG = datetime(2026, 11, 24, 10, tzinfo=AMSTERDAM)
ALLE_ADRESSEN = {OUDER_EEN, OUDER_TWEE, PARTNER_EEN, PARTNER_TWEE}


@dataclass(frozen=True)
class Geval:
    """A talk as it is planned, where it goes to, and what its files may say of the place."""

    naam: str
    soort: GesprekSoort = GesprekSoort.STARTGESPREK
    plek: str = "De Brug, kamer 1.12"
    staat_er: str | None = "De Brug, kamer 1.12"
    begin: datetime = DINSDAG
    later: datetime = DINSDAG + timedelta(days=2, hours=1)
    minuten: int = 60
    eigen_email: bool = True
    ouders_email: bool = True


def _vrijdag(jaar: int, maand: int, dag: int) -> datetime:
    return datetime(jaar, maand, dag, 15, 30, tzinfo=AMSTERDAM)


GEVALLEN = (
    Geval("op school"),
    Geval("thuis", GesprekSoort.HUISBEZOEK, "Meidoornlaan 12", None),
    Geval("thuis, met een woord dat op school lijkt", GesprekSoort.HUISBEZOEK, "kamer 3, Meidoornlaan", None),
    Geval("ergens anders", GesprekSoort.OVERLEG, "Buurthuis De Linde", None),
    Geval("kamer met een naam", GesprekSoort.OVERLEG, "De Brug, kamer van Bregtje", None),
    Geval("nog geen plek", GesprekSoort.EVALUATIE, "", None),
    Geval("ouders zonder e-mail", ouders_email=False),
    Geval("zelf zonder e-mail", eigen_email=False),
    Geval("niemand met e-mail", GesprekSoort.KENNISMAKING, eigen_email=False, ouders_email=False),
    Geval("de zomertijd in", begin=_vrijdag(2027, 3, 26), later=_vrijdag(2027, 3, 29) + timedelta(hours=1)),
    Geval("de zomertijd uit", begin=_vrijdag(2027, 10, 29), later=_vrijdag(2027, 11, 1), minuten=95),
    Geval("over de zomertijd heen", begin=datetime(2027, 3, 28, 1, 30, tzinfo=AMSTERDAM), minuten=120),
)


@dataclass(frozen=True)
class Stand:
    """The files after a step, with what they must say."""

    wat: str
    nummer: int
    begin: datetime
    bestanden: tuple[UitnodigingBestand, ...]
    weg: tuple[str, ...] = ()
    """Who was taken out by this step."""

    @property
    def afgezegd(self) -> bool:
        return self.wat == "afgezegd"


def _loop(tafel: Tafel, geval: Geval, doel: Path) -> list[Stand]:
    """Plan, move, cancel, restore, take one out, and ask that one again; the files of each step."""
    sessie = tafel.sessie
    if not geval.eigen_email:
        save_instellingen(sessie, email="")
    if not geval.ouders_email:
        for ouder in tafel.ouders:
            without = replace(get_persoon(sessie, tafel.casus_id, ouder), email="")
            save_persoon(sessie, tafel.casus_id, ouder, without)
    gegevens = GesprekGegevens(geval.soort, geval.begin, geval.minuten, geval.plek, tafel.allen)
    gesprek = plan_gesprek(sessie, tafel.casus_id, gegevens)
    standen: list[Stand] = []

    def leg_neer(wat: str, begin: datetime, weg: tuple[str, ...] = ()) -> None:
        map_ = doel / str(len(standen))
        bestanden = schrijf_uitnodigingen(sessie, gesprek.id, map_).bestanden
        standen.append(Stand(wat, len(standen), begin, bestanden, weg))

    leg_neer("gepland", geval.begin)
    verzet_gesprek(sessie, gesprek.id, geval.later, REDEN)
    leg_neer("verzet", geval.later)
    zeg_gesprek_af(sessie, gesprek.id, REDEN)
    leg_neer("afgezegd", geval.later)
    herstel_gesprek(sessie, gesprek.id)
    leg_neer("hersteld", geval.later)
    een = tafel.ouders[1]
    wijzig_genodigden(sessie, gesprek.id, [wie for wie in tafel.allen if wie != een], REDEN)
    leg_neer("een eruit", geval.later, (een,))
    wijzig_genodigden(sessie, gesprek.id, tafel.allen, REDEN)
    leg_neer("weer erbij", geval.later)
    return standen


@pytest.fixture(params=GEVALLEN, ids=lambda geval: geval.naam)
def geval(request: pytest.FixtureRequest) -> Geval:
    """Each kind of talk."""
    found: Geval = request.param
    return found


def test_a_second_parser_reads_what_was_meant(tafel: Tafel, geval: Geval, tmp_path: Path) -> None:
    standen = _loop(tafel, geval, tmp_path)
    uids = set()
    for stand in standen:
        for bestand in stand.bestanden:
            bericht = lees_bestand(bestand.pad)
            uids.add(bericht.uid)
            _toets_inhoud(bericht, bestand, stand, geval)
            assert vormfouten(bestand.pad.read_bytes()) == []
            missing = [] if geval.eigen_email else [GEEN_ORGANISATOR]
            assert afwijkingen(bericht) == missing, (stand.wat, bestand.pad.name)
    assert len(uids) == 1
    assert [stand.nummer for stand in standen] == [0, 1, 2, 3, 4, 5]


def _toets_inhoud(bericht: Bericht, bestand: UitnodigingBestand, stand: Stand, geval: Geval) -> None:
    assert bericht.methode == bestand.methode
    assert bericht.volgnummer == stand.nummer
    assert bericht.begin == stand.begin.astimezone(UTC)
    assert bericht.einde - bericht.begin == timedelta(minutes=geval.minuten)
    assert (bericht.samenvatting, bericht.plek) == (
        "Gesprek op school" if geval.staat_er else "Gesprek",
        geval.staat_er,
    )
    assert bericht.klasse == "PRIVATE"
    off = stand.afgezegd or (bestand.vervallen and not bericht.genodigden)
    one_out = bestand.vervallen and bericht.genodigden
    assert bericht.staat == ("CANCELLED" if off else None if one_out else "CONFIRMED")
    assert bericht.organisator == (EIGEN_EMAIL if geval.eigen_email else None)
    assert EIGEN_EMAIL not in bericht.genodigden
    if bericht.methode == "PUBLISH":
        assert bericht.genodigden == ()


def test_everybody_gets_the_file_that_fits_by_its_address(tafel: Tafel, geval: Geval, tmp_path: Path) -> None:
    zonder = (tafel.ik, *(() if geval.ouders_email else tafel.ouders))
    adres = {wie: email for wie, email in tafel.adressen.items() if wie not in zonder}
    for stand in _loop(tafel, geval, tmp_path):
        seen: list[str] = []
        for bestand in stand.bestanden:
            bericht = lees_bestand(bestand.pad)
            seen += bestand.voor
            expected = {adres.get(wie) for wie in bestand.voor} - {None} if geval.eigen_email else set()
            assert set(bericht.genodigden) == expected
            asked = "REQUEST" if expected else "PUBLISH"
            assert bericht.methode == ("CANCEL" if stand.afgezegd or bestand.vervallen else asked)
            assert bestand.vervallen == (stand.weg != () and set(bestand.voor) == set(stand.weg))
            if set(bestand.voor) & {tafel.jongere, *tafel.ouders}:
                assert len(bestand.voor) == 1, "one of the family shares a file"
        assert sorted(seen) == sorted(tafel.allen), stand.wat


def test_no_line_and_no_file_name_tells_of_the_family(tafel: Tafel, geval: Geval, tmp_path: Path) -> None:
    for stand in _loop(tafel, geval, tmp_path):
        for bestand in stand.bestanden:
            data = bestand.pad.read_bytes()
            text = data.decode("utf-8")
            unfolded = text.replace("\r\n ", "")
            assert geheimen_in(text, unfolded, bestand.pad.name) == [], (stand.wat, bestand.pad.name)
            others = ALLE_ADRESSEN - set(lees(data).genodigden)
            assert [adres for adres in others if adres in unfolded] == []


def test_each_name_of_a_file_is_used_once(tafel: Tafel, tmp_path: Path) -> None:
    names = [b.pad.name for stand in _loop(tafel, GEVALLEN[0], tmp_path) for b in stand.bestanden]
    assert len(names) == len(set(names)) == 36


def test_a_dtstamp_is_new_at_every_step(tafel: Tafel, tmp_path: Path) -> None:
    standen = _loop(tafel, GEVALLEN[0], tmp_path)
    stamps = [{lees_bestand(b.pad).dtstamp for b in stand.bestanden} for stand in standen]
    assert all(max(before) < min(after) for before, after in pairwise(stamps))


class TestControle:
    """The checks above see what is wrong."""

    @pytest.fixture
    def verzoek(self, tafel: Tafel, tmp_path: Path) -> bytes:
        """A right file: the REQUEST to a parent."""
        (found,) = [
            b.pad.read_bytes()
            for b in _loop(tafel, GEVALLEN[0], tmp_path)[0].bestanden
            if b.voor == (tafel.ouders[0],)
        ]
        return found

    @pytest.mark.parametrize(
        ("was", "wordt", "fout"),
        [
            (b"\r\nEND:VEVENT", b"\nEND:VEVENT", "lines do not all end in CRLF"),
            (b"CLASS:PRIVATE", b"CLASS:PRIVATE" + b"X" * 70, "a line of more than 75 octets"),
            (b"TZID:Europe/Amsterdam", b"TZID:Amsterdam", "TZID of the event is not that of VTIMEZONE"),
            (b"METHOD:REQUEST\r\n", b"", "METHOD does not belong to the calendar"),
            (b"BEGIN:VEVENT", b"BEGIN:VEVENT\r\nEND:VEVENT\r\nBEGIN:VEVENT", "not one VEVENT"),
        ],
    )
    def test_a_broken_form_is_seen(self, verzoek: bytes, was: bytes, wordt: bytes, fout: str) -> None:
        assert vormfouten(verzoek) == []
        assert fout in vormfouten(verzoek.replace(was, wordt))

    def test_a_time_zone_after_the_talk_is_seen(self, verzoek: bytes) -> None:
        head, rest = verzoek.split(b"BEGIN:VTIMEZONE", 1)
        zone, event = rest.split(b"END:VTIMEZONE\r\n", 1)
        moved = event.replace(b"END:VCALENDAR", b"BEGIN:VTIMEZONE" + zone + b"END:VTIMEZONE\r\nEND:VCALENDAR")
        assert "VTIMEZONE after VEVENT" in vormfouten(head + moved)

    def test_the_parser_reckons_by_the_rules_in_the_file(self, verzoek: bytes) -> None:
        other = verzoek.replace(b"Europe/Amsterdam", b"Elders").replace(
            b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0300"
        )
        assert lees(other).begin == lees(verzoek).begin - timedelta(hours=2)

    def test_a_parser_refuses_a_talk_without_its_uid(self, verzoek: bytes) -> None:
        lines = verzoek.split(b"\r\n")
        without = b"\r\n".join(line for line in lines if not line.startswith(b"UID:"))
        with pytest.raises(Exception, match="UID"):
            lees(without)

    def test_a_name_in_a_place_is_seen(self, verzoek: bytes) -> None:
        assert geheimen_in(verzoek.decode()) == []
        assert geheimen_in(verzoek.replace(b"kamer 1.12", b"bij bregtje").decode()) == ["Bregtje"]

    def test_what_the_rules_forbid_is_seen(self, verzoek: bytes) -> None:
        bericht = lees(verzoek)
        assert afwijkingen(bericht) == []
        assert afwijkingen(replace(bericht, methode="PUBLISH")) == ["PUBLISH with ATTENDEE"]
        assert afwijkingen(replace(bericht, genodigden=())) == ["REQUEST without ATTENDEE"]
        assert afwijkingen(replace(bericht, staat="CANCELLED")) == ["STATUS of a talk that goes on"]
        assert afwijkingen(replace(bericht, methode="CANCEL")) == [
            "CANCEL that says neither for whom nor that all is off"
        ]
        assert afwijkingen(replace(bericht, organisator=None)) == [GEEN_ORGANISATOR]
        assert afwijkingen(replace(bericht, parameters=({"CN": "ouder"},))) == ["REQUEST that asks no answer"]

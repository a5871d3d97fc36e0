"""Who comes changes: one gets a cancellation alone, a new one an invitation, the others the next number."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pypdf
import pytest

from kernteam_tui.domain.codes import GesprekSoort, RedenLater
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekcheck import (
    Checksoort,
    get_check,
    noteer_iedereen_gevraagd,
    zet_check,
    zet_ruimte,
)
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    Uitstel,
    get_gesprek,
    herstel_gesprek,
    plan_gesprek,
    verzet_gesprek,
    wijzig_genodigden,
    zeg_gesprek_af,
)
from kernteam_tui.services.gespreksbrieven import schrijf_brieven
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import get_uitnodigingen, schrijf_uitnodigingen
from tests.services.conftest import AANMELDING, SCHOOL

DONDERDAG = datetime(2026, 11, 26, 9, tzinfo=AMSTERDAM)
OUDERS = [
    {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True, "email": "fatma@example.org", "tolk": True},
    {"naam": "Mehmet Yilmaz", "gezag": "ja", "woont_bij": True, "email": "mehmet@example.org"},
]
GEHEIM = ("Sami", "Yilmaz", "Fatma", "Mehmet", "thuiszitten", "drie weken", "2026-001", "moeder werkt")


@pytest.fixture
def gesprek(sessie: Sessie, school: SchoolBeeld) -> GesprekBeeld:
    """Both parents, Sami, the worker and leerplicht, in a room of the school."""
    assert school.kernteam
    casus_id = register_aanmelding(sessie, {**AANMELDING, "ouders": OUDERS}).casus_id
    wie = ("gezinswerker", "leerplichtambtenaar", *_familie(sessie, casus_id))
    return plan_gesprek(
        sessie,
        casus_id,
        GesprekGegevens(GesprekSoort.STARTGESPREK, DONDERDAG, plek="De Brug, kamer 1.12", wie=wie),
    )


def _familie(sessie: Sessie, casus_id: str) -> tuple[str, ...]:
    return tuple(persoon.id for persoon in get_casus(sessie, casus_id).personen)


def _wie(gesprek: GesprekBeeld, zonder: str = "") -> list[str]:
    return [d.wie_id or d.rol for d in gesprek.deelnemers if zonder not in d.naam or not zonder]


def _events(sessie: Sessie, gesprek: GesprekBeeld, doel: Path) -> dict[str, tuple[str, Any]]:
    """Part of the file name -> method and event."""
    found = {}
    for bestand in schrijf_uitnodigingen(sessie, gesprek.id, doel).bestanden:
        calendar = icalendar.Calendar.from_ical(bestand.pad.read_bytes())
        (event,) = calendar.walk("VEVENT")
        found[bestand.pad.stem.split("-", 3)[3]] = (str(calendar["METHOD"]), event)
    return found


def test_who_is_taken_out_gets_a_cancellation_alone_and_the_others_the_next_number(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    before = _events(sessie, gesprek, tmp_path / "0")
    verzet_gesprek(
        sessie, gesprek.id, DONDERDAG.replace(hour=10), "moeder werkt", wie=_wie(gesprek, "Mehmet")
    )
    after = _events(sessie, gesprek, tmp_path / "1")

    assert {stam: method for stam, (method, _) in after.items()} == {
        "gezin-1": "PUBLISH",
        "gezin-2": "REQUEST",
        "partners": "REQUEST",
        "eigen": "PUBLISH",
        "vervallen-gezin-1": "CANCEL",
    }
    gone = after["vervallen-gezin-1"][1]
    assert str(gone["ATTENDEE"]) == "mailto:mehmet@example.org"
    assert "STATUS" not in gone, "the talk goes on: RFC 5546, 3.2.5"
    assert {int(event["SEQUENCE"]) for _, event in after.values()} == {1}
    assert {str(event["UID"]) for _, event in (*before.values(), *after.values())} == {str(gone["UID"])}
    assert "mehmet" not in "".join(
        str(e.get("ATTENDEE")) for s, (_, e) in after.items() if s != "vervallen-gezin-1"
    )


def test_a_parent_asked_later_gets_a_request_and_a_removed_one_a_cancellation_of_his_own(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    wijzig_genodigden(sessie, gesprek.id, _wie(gesprek, "Mehmet"), "vader kan niet")
    zeg_gesprek_af(sessie, gesprek.id, "ziek")
    cancelled = _events(sessie, gesprek, tmp_path / "af")
    assert {method for method, _ in cancelled.values()} == {"CANCEL"}
    own = [stem for stem, (_, event) in cancelled.items() if "mehmet" in str(event.get("ATTENDEE"))]
    assert own == ["vervallen-gezin-1"], "he was asked before, and hears it alone"

    herstel_gesprek(sessie, gesprek.id)
    wijzig_genodigden(sessie, gesprek.id, _wie(gesprek), "vader kan toch")
    again = _events(sessie, gesprek, tmp_path / "terug")
    asked = [event for method, event in again.values() if "mehmet" in str(event.get("ATTENDEE"))]
    assert [int(event["SEQUENCE"]) for event in asked] == [4]
    assert not any(stam.startswith("vervallen") for stam in again)


def test_the_same_people_change_nothing(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    wijzig_genodigden(sessie, gesprek.id, list(reversed(_wie(gesprek))), "zomaar")
    assert get_gesprek(sessie, gesprek.id).wijzigingen == ()


def test_somebody_has_to_come_and_a_cancelled_talk_stays_as_it_was(
    sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    with pytest.raises(InhoudOngeldig):
        wijzig_genodigden(sessie, gesprek.id, (), "niemand")
    zeg_gesprek_af(sessie, gesprek.id, "ziek")
    with pytest.raises(RegelGeweigerd):
        wijzig_genodigden(sessie, gesprek.id, _wie(gesprek, "Mehmet"), "vader kan niet")


def test_what_was_noted_of_who_stays_is_kept(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    changed = wijzig_genodigden(sessie, gesprek.id, _wie(gesprek, "Mehmet"), "vader kan niet")
    assert {d.id for d in changed.deelnemers} < {d.id for d in gesprek.deelnemers}


def test_whose_choice_a_move_was_stands_with_the_move_and_with_the_casus(
    sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    later = datetime(2026, 12, 8, 9, tzinfo=AMSTERDAM)
    uitstel = Uitstel(RedenLater.EIGEN_VERZOEK, later.date(), "eerst naar oma")
    moved = verzet_gesprek(sessie, gesprek.id, later, "eerst naar oma", uitstel=uitstel)
    assert [(stap.wat, stap.waarom) for stap in moved.stappen] == [
        ("aangeboden", ""),
        ("gepland op do 26 nov 09:00", ""),
        ("verzet naar di 8 dec 09:00", "het gezin wilde later; eerst naar oma"),
    ]
    assert moved.keuze is RedenLater.EIGEN_VERZOEK
    assert get_casus(sessie, gesprek.casus_id).gezin_vanaf == later.date()


def test_a_letter_for_each_of_the_family_says_when_and_nothing_more(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    letters = schrijf_brieven(sessie, gesprek.id, tmp_path).brieven
    texts = [pypdf.PdfReader(brief.pad).pages[0].extract_text() for brief in letters]
    assert len(letters) == 3
    for text, brief in zip(texts, letters, strict=True):
        for word in ("26 november 2026", "09:00", "60 minuten", "kamer 1.12", "leerplicht", "06-00000001"):
            assert word in text
        assert "Neem gerust iemand mee." in text
        assert not [word for word in GEHEIM if word in text + brief.pad.name]
    assert sum("Je bent uitgenodigd" in text for text in texts) == 1
    assert sum("de andere ouder" in text for text in texts) == 2


def test_who_is_taken_out_gets_a_letter_that_it_is_off(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    wijzig_genodigden(sessie, gesprek.id, _wie(gesprek, "Mehmet"), "vader kan niet")
    letters = schrijf_brieven(sessie, gesprek.id, tmp_path).brieven
    (off,) = [brief for brief in letters if brief.pad.name.startswith("afzegging")]
    text = pypdf.PdfReader(off.pad).pages[0].extract_text()
    assert "Dit gesprek gaat niet door." in text
    assert "Wie er zijn" not in text


def test_the_message_for_the_phone_says_whom_to_call(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    assert get_uitnodigingen(sessie, gesprek.id).bericht == (
        "We hebben een gesprek: do 26 november, 09:00-10:00, De Brug, kamer 1.12. "
        "Kan het niet? Bel 06-00000001. Neem gerust iemand mee."
    )
    zeg_gesprek_af(sessie, gesprek.id, "ziek")
    assert get_uitnodigingen(sessie, gesprek.id).bericht.startswith("Ons gesprek gaat niet door: do 26")


def test_the_message_of_a_talk_that_moved_says_which_moment_is_off(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    """A family that reads only `we hebben een gesprek` comes twice."""
    schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    verzet_gesprek(sessie, gesprek.id, gesprek.start + timedelta(days=1), "iemand is ziek")
    moved = (
        "Ons gesprek is verzet. Niet do 26 november, 09:00-10:00, "
        "maar vr 27 november, 09:00-10:00, De Brug, kamer 1.12. "
        "Kan het niet? Bel 06-00000001. Neem gerust iemand mee."
    )
    assert get_uitnodigingen(sessie, gesprek.id).bericht == moved
    schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    assert get_uitnodigingen(sessie, gesprek.id).bericht == moved, "also after the files were written"
    letters = schrijf_brieven(sessie, gesprek.id, tmp_path).brieven
    text = pypdf.PdfReader(letters[0].pad).pages[0].extract_text()
    assert "Het gesprek is verzet" in text
    assert "donderdag 26 november 2026, 09:00" in text
    assert "ziek" not in text


def test_a_moment_that_nobody_was_told_is_not_named(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    """Planned and moved before anything was written."""
    verzet_gesprek(sessie, gesprek.id, gesprek.start + timedelta(days=1), "toch liever vrijdag")
    assert get_uitnodigingen(sessie, gesprek.id).bericht.startswith("We hebben een gesprek: vr 27 november")


def test_moved_and_moved_back_is_no_move(sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path) -> None:
    schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    for days in (1, 0):
        verzet_gesprek(sessie, gesprek.id, gesprek.start + timedelta(days=days), "agenda")
    assert get_uitnodigingen(sessie, gesprek.id).bericht.startswith("We hebben een gesprek: do 26 november")


def test_a_talk_that_goes_on_after_all_says_that(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    zeg_gesprek_af(sessie, gesprek.id, "ziek")
    schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    herstel_gesprek(sessie, gesprek.id)
    assert get_uitnodigingen(sessie, gesprek.id).bericht.startswith("Ons gesprek gaat toch door: do 26")


def test_who_cannot_be_called_without_harm_is_named_first(sessie: Sessie, gesprek: GesprekBeeld) -> None:
    assert not get_uitnodigingen(sessie, gesprek.id).meldingen[0].startswith("Let op")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(gesprek.casus_id)
        uow.gezinnen.get(casus.gezin_id).ouders_van(casus.jongere.id)[0].bellen = VeiligBereiken.NEE
        uow.commit()
    first = get_uitnodigingen(sessie, gesprek.id).meldingen[0]
    assert first.startswith("Let op bij de ouder: bereiken kan onveilig zijn.")


def test_at_another_moment_everybody_is_asked_again_and_the_interpreter_too(
    sessie: Sessie, gesprek: GesprekBeeld
) -> None:
    noteer_iedereen_gevraagd(sessie, gesprek.id)
    zet_check(sessie, gesprek.id, Checksoort.TOLK)
    assert get_check(sessie, gesprek.id).te_doen == 0
    zet_ruimte(sessie, gesprek.id, "1.12")
    assert get_check(sessie, gesprek.id).te_doen == 0
    verzet_gesprek(sessie, gesprek.id, DONDERDAG.replace(hour=10), "moeder werkt")
    open_lines = [regel.soort for regel in get_check(sessie, gesprek.id).regels if not regel.klaar]
    assert open_lines.count(Checksoort.TOLK) == 1
    assert Checksoort.RUIMTE not in open_lines
    assert len(open_lines) == len(get_check(sessie, gesprek.id).regels) - 1


def test_another_room_is_the_next_number_of_the_invitation(
    sessie: Sessie, school: SchoolBeeld, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    save_school(sessie, {**SCHOOL, "ruimtes": ["1.12", "2.01"]})
    assert school.ruimtes == ("1.12",)
    with pytest.raises(NietGevonden):
        zet_ruimte(sessie, gesprek.id, "9.99")
    zet_ruimte(sessie, gesprek.id, "2.01")
    events = _events(sessie, gesprek, tmp_path)
    assert {str(event["LOCATION"]) for _, event in events.values()} == {"De Brug, kamer 2.01"}
    assert {int(event["SEQUENCE"]) for _, event in events.values()} == {1}
    assert get_gesprek(sessie, gesprek.id).ruimte == "2.01"


def test_a_place_that_says_what_it_is_about_stands_in_nothing_that_leaves(
    sessie: Sessie, gesprek: GesprekBeeld, tmp_path: Path
) -> None:
    """Typed in a hurry: the room, and why."""
    verzet_gesprek(
        sessie,
        gesprek.id,
        gesprek.start + timedelta(days=1),
        "agenda",
        "De Brug, kamer 1.12, over verzuim en wietgebruik",
    )
    made = schrijf_uitnodigingen(sessie, gesprek.id, tmp_path)
    letters = schrijf_brieven(sessie, gesprek.id, tmp_path).brieven
    papers = [pypdf.PdfReader(brief.pad).pages[0].extract_text() for brief in letters]
    files = [bestand.pad.read_text("utf-8") for bestand in made.bestanden]
    for text in (*files, *papers, made.bericht, made.telefoonregel):
        assert "verzuim" not in text
        assert "wiet" not in text
    assert made.meldingen[0].startswith("Aan de plek is te zien waar het gesprek over gaat.")
    assert all("de plek die we afspraken" in paper for paper in papers)

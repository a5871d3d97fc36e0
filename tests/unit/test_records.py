"""What a talk, a note, a plan and a casus allow, and what they refuse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kernteam_tui.domain.casus import Afsluiting, Casus
from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    NotitieSoort,
    PersoonRol,
)
from kernteam_tui.domain.fouten import KernteamError, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon, leeftijd_op
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.ids import new_id
from kernteam_tui.domain.notitie import Notitie

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _gesprek() -> Gesprek:
    return Gesprek(casus_id="c", soort=GesprekSoort.STARTGESPREK, start=NU)


def test_ids_are_version_seven_unique_and_in_order_of_time() -> None:
    ids = [new_id() for _ in range(2_000)]
    assert len(set(ids)) == len(ids)
    assert {UUID(id_).version for id_ in ids} == {7}
    assert {UUID(id_).variant for id_ in ids} == {"specified in RFC 4122"}
    assert [id_[:13] for id_ in ids] == sorted(id_[:13] for id_ in ids)


def test_moving_a_talk_keeps_why_and_raises_the_number_of_the_invitation() -> None:
    gesprek = _gesprek()
    gesprek.verzet(NU.replace(hour=11), "  moeder werkt  ", NU)
    gesprek.zeg_af("ziek", NU)
    gesprek.herstel(NU)
    assert [(w.wat, w.reden) for w in gesprek.wijzigingen] == [
        ("verzet", "moeder werkt"),
        ("afgezegd", "ziek"),
        ("hersteld", "hersteld"),
    ]
    assert gesprek.volgnummer == 3
    assert gesprek.staat is GesprekStaat.GEPLAND


@pytest.mark.parametrize("reden", ["", "   "])
def test_moving_without_a_reason_changes_nothing(reden: str) -> None:
    gesprek = _gesprek()
    with pytest.raises(RegelGeweigerd):
        gesprek.verzet(NU.replace(hour=11), reden, NU)
    assert (gesprek.start, gesprek.volgnummer) == (NU, 0)


def test_a_held_talk_is_not_moved_cancelled_or_restored() -> None:
    gesprek = _gesprek()
    gesprek.leg_vast(GesprekStaat.GEHOUDEN)
    acts: tuple[Callable[[], None], ...] = (
        lambda: gesprek.verzet(NU, "x", NU),
        lambda: gesprek.zeg_af("x", NU),
        lambda: gesprek.herstel(NU),
    )
    for act in acts:
        with pytest.raises(RegelGeweigerd):
            act()


def test_a_cancelled_talk_cannot_have_been_held() -> None:
    gesprek = _gesprek()
    gesprek.zeg_af("ziek", NU)
    with pytest.raises(RegelGeweigerd):
        gesprek.leg_vast(GesprekStaat.GEHOUDEN)


def test_a_finished_note_only_takes_addenda() -> None:
    notitie = Notitie(casus_id="c", soort=NotitieSoort.HUISBEZOEK, moment=NU)
    with pytest.raises(RegelGeweigerd):
        notitie.vul_aan("te vroeg")
    notitie.schrijf("oma belt wakker")
    notitie.rond_af(NU)
    for act in (lambda: notitie.schrijf("anders"), lambda: notitie.rond_af(NU), lambda: notitie.vul_aan(" ")):
        with pytest.raises(RegelGeweigerd):
            act()
    notitie.vul_aan("moeder belde later terug")
    assert (notitie.tekst, [a.tekst for a in notitie.addenda]) == (
        "oma belt wakker",
        ["moeder belde later terug"],
    )


def _casus() -> Casus:
    jongere = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sami", achternaam="yilmaz")
    return Casus(
        nummer="2026-001", gezin_id="g", school_id="s", aangemeld=date(2026, 11, 20), jongeren=[jongere]
    )


def test_closing_asks_for_a_kenmerk_and_happens_once() -> None:
    casus = _casus()
    with pytest.raises(RegelGeweigerd):
        casus.sluit_af(Afsluiting(op=date(2026, 11, 23)))
    with pytest.raises(RegelGeweigerd):
        casus.sluit_af(Afsluiting(op=date(2026, 11, 19), kenmerk=AfsluitKenmerk.VOLGENS_PLAN))
    casus.sluit_af(Afsluiting(op=date(2026, 11, 23), kenmerk=AfsluitKenmerk.VOLGENS_PLAN))
    with pytest.raises(RegelGeweigerd):
        casus.sluit_af(Afsluiting(op=date(2026, 11, 24), kenmerk=AfsluitKenmerk.VOLGENS_PLAN))
    casus.heropen()
    assert casus.afsluiting is None


def test_a_casus_that_never_started_needs_no_kenmerk() -> None:
    casus = _casus()
    casus.sluit_af(Afsluiting(op=date(2026, 11, 23), soort=AfsluitSoort.NIET_GESTART))
    assert casus.afsluiting is not None


def test_the_short_name_shows_one_letter_of_the_last_name() -> None:
    assert _casus().jongere.korte_naam == "Sami Y."
    assert Persoon(rol=PersoonRol.OUDER, roepnaam="Fatma Yilmaz").korte_naam == "Fatma Yilmaz"


@pytest.mark.parametrize(
    ("achternaam", "kort"),
    [
        ("de Ruiter", "Milan R."),
        ("’t Hoen", "Milan H."),
        ("van den berg", "Milan V."),
        ("d'Hondt", "Milan H."),
    ],
)
def test_small_words_and_signs_are_no_initial(achternaam: str, kort: str) -> None:
    assert Persoon(rol=PersoonRol.JONGERE, roepnaam="Milan", achternaam=achternaam).korte_naam == kort


@pytest.mark.parametrize(
    ("geboren", "op", "jaren"),
    [
        (date(2010, 12, 1), date(2026, 11, 30), 15),
        (date(2010, 12, 1), date(2026, 12, 1), 16),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2027, 1, 1), date(2026, 1, 1), None),
        (None, date(2026, 1, 1), None),
    ],
)
def test_age_in_whole_years(geboren: date | None, op: date, jaren: int | None) -> None:
    assert leeftijd_op(geboren, op) == jaren


def test_gezag_over_two_children_is_as_strong_as_its_weakest_answer() -> None:
    gezin = Gezin()
    for kind, gezag in (("a", JaNeeOnbekend.JA), ("b", JaNeeOnbekend.ONBEKEND), ("c", JaNeeOnbekend.NEE)):
        gezin.ouderschappen.append(Ouderschap(jongere_id=kind, ouder_id="o", gezag=gezag))
    assert gezin.gezag_van("o", ("a",)) is JaNeeOnbekend.JA
    assert gezin.gezag_van("o", ("a", "b")) is JaNeeOnbekend.ONBEKEND
    assert gezin.gezag_van("o", ("a", "b", "c")) is JaNeeOnbekend.NEE
    assert gezin.gezag_van("iemand anders", ("a",)) is JaNeeOnbekend.ONBEKEND


def test_versions_of_a_plan_count_up_and_stay() -> None:
    plan = Gezinsplan(gezin_id="g", gewijzigd=True)
    plan.stel_vast("een", date(2026, 11, 1))
    plan.stel_vast("twee", date(2026, 11, 2))
    assert [v.nummer for v in plan.versies] == [1, 2]
    assert plan.versie == 2
    assert plan.laatste_versie is not None
    assert plan.laatste_versie.inhoud == "twee"
    assert not plan.gewijzigd


def test_an_error_is_one_sentence_and_a_step() -> None:
    error = RegelGeweigerd("Dit kan niet.", "Doe iets anders.")
    assert error.zin == "Dit kan niet. Doe iets anders."
    assert (error.code, error.exit_status) == ("geweigerd", 1)
    assert isinstance(error, KernteamError)

"""Who takes a casus, from the aanmelding on; regisseur, maatje and duo (S16, S18)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.deelcodes import SignaalBij, WiePakt
from kernteam_tui.domain.fouten import InhoudOngeldig, VerouderdeVersie
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.logboek import get_logboek
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wie_doet_wat import (
    WieDoetWat,
    get_wie_doet_wat,
    list_buurtteams,
    save_wie_doet_wat,
    uitkomst_bij,
    uitkomst_van,
)

GEGEVENS = WieDoetWat(
    signaal_bij=SignaalBij.SCHOOL,
    buurtteam=JaNeeOnbekend.NEE,
    regisseur="Fatma Yilmaz",
    maatje="Tom",
    duo_partner="Noor",
    duo_team="Overvecht Spoorzoom",
)


def bewaar(sessie: Sessie, casus_id: str, gegevens: WieDoetWat) -> None:
    save_wie_doet_wat(sessie, casus_id, get_casus(sessie, casus_id).revision, gegevens)


def test_right_after_the_aanmelding_the_rule_has_an_outcome(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    beeld = get_casus(sessie, casus.casus_id)
    assert beeld.signaal_bij is SignaalBij.SCHOOL
    uitkomst = uitkomst_van(beeld)
    assert uitkomst.wie is WiePakt.VO_TEAM
    assert "Vraag het gezin" in uitkomst.stap
    assert not uitkomst.uitzondering


def test_everything_is_kept_and_the_family_can_be_regisseur(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    assert get_wie_doet_wat(sessie, casus.casus_id).gezin == ("Fatma Yilmaz", "Sami Yilmaz")
    bewaar(sessie, casus.casus_id, GEGEVENS)
    assert get_wie_doet_wat(sessie, casus.casus_id).nu == GEGEVENS
    [regel] = [r for r in get_logboek(sessie).regels if r.wat.startswith("wie doet wat")]
    assert regel.wat == "wie doet wat: buurtteam, regisseur, maatje, duo partner, duo team"


def test_an_exception_needs_a_reason(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    anders = replace(GEGEVENS, wie_pakt=WiePakt.BUURTTEAM)
    with pytest.raises(InhoudOngeldig, match="vo-team"):
        bewaar(sessie, casus.casus_id, anders)
    bewaar(sessie, casus.casus_id, replace(anders, wie_pakt_reden="het gezin kent Noor al"))
    uitkomst = uitkomst_van(get_casus(sessie, casus.casus_id))
    assert (uitkomst.wie, uitkomst.uitzondering) == (WiePakt.BUURTTEAM, True)


def test_a_buurtteam_in_the_family_means_together() -> None:
    uitkomst = uitkomst_bij(SignaalBij.SCHOOL, JaNeeOnbekend.JA)
    assert (uitkomst.wie, uitkomst.uitzondering) == (WiePakt.SAMEN, False)
    assert uitkomst_bij(SignaalBij.SCHOOL, JaNeeOnbekend.JA, WiePakt.VO_TEAM).uitzondering


def test_two_regisseurs_are_refused(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig, match="één regisseur"):
        bewaar(sessie, casus.casus_id, replace(GEGEVENS, regisseur="Fatma en Kemal"))
    revision = get_casus(sessie, casus.casus_id).revision
    with pytest.raises(InhoudOngeldig, match="één regisseur"):
        wijzig_casus(sessie, casus.casus_id, revision, regisseur="Fatma en Kemal")
    assert get_casus(sessie, casus.casus_id).regisseur == ""


def test_a_save_from_another_window_is_not_lost(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    old = get_casus(sessie, casus.casus_id).revision
    bewaar(sessie, casus.casus_id, GEGEVENS)
    with pytest.raises(VerouderdeVersie):
        save_wie_doet_wat(sessie, casus.casus_id, old, replace(GEGEVENS, maatje="Els"))


def test_a_team_that_was_typed_is_offered_next_time(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    before = list_buurtteams(sessie)
    assert len(before) == 17
    bewaar(sessie, casus.casus_id, replace(GEGEVENS, duo_team="Ondiep"))
    assert list_buurtteams(sessie) == tuple(sorted((*before, "Ondiep"), key=str.casefold))

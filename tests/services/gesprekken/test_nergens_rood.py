"""What a family chose is late on no list: Vandaag, caseload, casus, line mode (S26)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, RedenLater
from kernteam_tui.domain.datumtekst import termijn_kort
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, Uitstel, meld_niet_verschenen, plan_gesprek
from kernteam_tui.services.kennismaking import Kennismaking, leg_kennismaking_vast
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitstel import zet_uitstel
from kernteam_tui.services.vandaag import get_vandaag
from tests.conftest import VasteKlok

DONDERDAG = datetime(2026, 11, 26, 9, tzinfo=AMSTERDAM)
WOENSDAG_LATER = date(2026, 12, 9)


def _op(sessie: Sessie, dag: date) -> Sessie:
    return Sessie(sessie.store, VasteKlok(datetime(dag.year, dag.month, dag.day, 16, tzinfo=AMSTERDAM)))


def _te_laat(sessie: Sessie, casus_id: str) -> set[str]:
    """Which rules show as too late, anywhere."""
    vandaag = sessie.vandaag()
    signalen = [*get_vandaag(sessie).signalen, *get_casus(sessie, casus_id).signalen]
    late = {s.regel for s in signalen if s.uiterlijk is not None and s.uiterlijk < vandaag}
    (regel,) = get_caseload(sessie)
    if regel.volgende is not None and termijn_kort(regel.volgende, vandaag) == "te laat":
        late.add("caseload")
    return late


def test_control_two_weeks_without_a_word_is_late_everywhere(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    later = _op(sessie, WOENSDAG_LATER)
    assert _te_laat(later, casus.casus_id) >= {"startgesprek_te_laat", "kennismaking_te_laat", "caseload"}


def test_a_family_that_names_its_day_is_late_nowhere(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    beeld = get_casus(sessie, casus.casus_id)
    uitstel = Uitstel(RedenLater.EIGEN_VERZOEK, date(2026, 12, 7), "eerst de verhuizing")
    zet_uitstel(sessie, beeld.id, beeld.revision, uitstel)
    later = _op(sessie, WOENSDAG_LATER)
    assert _te_laat(later, beeld.id) == set()
    assert get_casus(later, beeld.id).later == "het gezin wil vanaf ma 7 dec; eerst de verhuizing"


def test_planned_later_because_of_the_family_is_late_nowhere(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    gegevens = GesprekGegevens(
        GesprekSoort.STARTGESPREK,
        datetime(2026, 12, 15, 9, tzinfo=AMSTERDAM),
        keuze=RedenLater.AGENDA_GEZIN,
        reden_te_laat="een ouder moet werken",
    )
    plan_gesprek(sessie, casus.casus_id, gegevens)
    assert _te_laat(_op(sessie, WOENSDAG_LATER), casus.casus_id) == set()


def test_nobody_came_is_no_red_number_and_asks_a_new_moment(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    gesprek = plan_gesprek(sessie, casus.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, DONDERDAG))
    with pytest.raises(RegelGeweigerd, match="pas do 26 nov"):
        meld_niet_verschenen(sessie, gesprek.id)
    after = _op(sessie, date(2026, 11, 26))
    missed = meld_niet_verschenen(after, gesprek.id)
    assert missed.staat is GesprekStaat.NIET_VERSCHENEN
    assert {d.aanwezig for d in missed.deelnemers} == {False}
    assert [stap.wat for stap in missed.stappen][-1] == "niemand kwam"
    with pytest.raises(RegelGeweigerd):
        meld_niet_verschenen(after, gesprek.id)
    later = _op(sessie, WOENSDAG_LATER)
    assert _te_laat(later, casus.casus_id) <= {"stil"}
    assert "startgesprek_plannen" in {s.regel for s in get_casus(later, casus.casus_id).signalen}


def test_the_first_day_of_the_offer_stays(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    plan_gesprek(sessie, casus.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, DONDERDAG))
    beeld = get_casus(sessie, casus.casus_id)
    assert beeld.startgesprek_aangeboden_op == date(2026, 11, 23)
    assert beeld.kennismaking_aangeboden_op is None


def test_a_day_before_the_aanmelding_and_an_old_screen_are_refused(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    beeld = get_casus(sessie, casus.casus_id)
    early = Uitstel(RedenLater.EIGEN_VERZOEK, date(2026, 11, 1))
    with pytest.raises(InhoudOngeldig):
        zet_uitstel(sessie, beeld.id, beeld.revision, early)
    zet_uitstel(sessie, beeld.id, beeld.revision, Uitstel(RedenLater.WIJ))
    with pytest.raises(VerouderdeVersie):
        zet_uitstel(sessie, beeld.id, beeld.revision, Uitstel(RedenLater.AGENDA_PARTNER))


def test_the_kennismaking_keeps_its_words_and_refuses_a_day_that_cannot_be(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    beeld = get_casus(sessie, casus.casus_id)
    for day in (date(2026, 11, 19), date(2026, 11, 24)):
        with pytest.raises(InhoudOngeldig):
            leg_kennismaking_vast(sessie, beeld.id, beeld.revision, Kennismaking(day, None, "", "", ""))
    kept = leg_kennismaking_vast(
        sessie,
        beeld.id,
        beeld.revision,
        Kennismaking(date(2026, 11, 23), None, " snel ", "de mentor belt", "elke week"),
    )
    assert (kept.hoe_snel, kept.intussen, kept.wachtcontact) == ("snel", "de mentor belt", "elke week")
    assert not [s for s in kept.signalen if s.regel.startswith("kennismaking")]

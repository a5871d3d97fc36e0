"""The invitations of a whole week: written in one step, never twice, and only of what is still there."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.fouten import RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek, zeg_gesprek_af
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekpost import lees_weekpost, nog_te_houden, schrijf_weekpost

DINSDAG = datetime(2026, 11, 24, 9, tzinfo=AMSTERDAM)


@pytest.fixture
def talks(sessie: Sessie, casus: AanmeldingUitkomst) -> tuple[str, str]:
    """A startgesprek on Tuesday at 11 and a home visit before it, at 9."""
    later = GesprekGegevens(GesprekSoort.STARTGESPREK, DINSDAG + timedelta(hours=2), plek="De Brug")
    eerst = GesprekGegevens(GesprekSoort.HUISBEZOEK, DINSDAG)
    return tuple(plan_gesprek(sessie, casus.casus_id, wat).id for wat in (later, eerst))  # type: ignore[return-value]


def test_one_step_writes_what_is_not_there_yet_and_nothing_twice(
    sessie: Sessie, talks: tuple[str, str]
) -> None:
    start, bezoek = talks
    assert [een.gesprek.id for een in lees_weekpost(sessie, talks)] == [bezoek, start], "by start"
    assert all(een.nog_schrijven for een in lees_weekpost(sessie, (start,)))
    schrijf_weekpost(sessie, (start,))
    before = {pad: pad.stat().st_mtime_ns for pad in (sessie.map / "uit").iterdir()}
    assert before
    after = schrijf_weekpost(sessie, talks)
    assert not any(een.nog_schrijven for een in after)
    assert {pad: pad.stat().st_mtime_ns for pad in before} == before, "the first was left alone"


def test_a_talk_that_was_taken_back_or_called_off_is_no_longer_offered(
    sessie: Sessie, casus: AanmeldingUitkomst, talks: tuple[str, str]
) -> None:
    start, bezoek = talks
    zeg_gesprek_af(sessie, start, "ziek")
    assert nog_te_houden(sessie, (start, bezoek, "weg")) == (bezoek,)
    assert [een.gesprek.id for een in lees_weekpost(sessie, (start, "weg"))] == [start], "its cancellation"
    assert casus.casus_id


def test_a_new_talk_whose_invitations_were_written_is_not_taken_back_and_it_is_said_why(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    """A calendar that got the invitation would never hear that the talk is gone."""
    wat = GesprekGegevens(GesprekSoort.STARTGESPREK, DINSDAG, plek="De Brug")
    gedaan = doe_met_opname(plan_gesprek, sessie, casus.casus_id, wat)
    weg = gedaan.ongedaan("Startgesprek gepland")
    assert weg is not None
    schrijf_weekpost(sessie, (gedaan.uitkomst.id,))
    with pytest.raises(RegelGeweigerd, match="uitnodigingen") as fout:
        weg.zet_terug(sessie)
    assert not isinstance(fout.value, VerouderdeVersie)
    assert "Zeg het gesprek af" in fout.value.stap
    assert nog_te_houden(sessie, (gedaan.uitkomst.id,))

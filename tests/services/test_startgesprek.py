"""Planning the startgesprek within the week, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import (
    Fase,
    GesprekSoort,
    GesprekStaat,
    Niveau,
    TerugkoppelMoment,
)
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import get_casus, koppel_terug
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekBeeld,
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    herstel_gesprek,
    leg_gesprek_vast,
    plan_gesprek,
    verzet_gesprek,
    zeg_gesprek_af,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import get_gesprek_botsingen, get_voorstellen
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from tests.conftest import VasteKlok

DINSDAG_8_30 = datetime(2026, 11, 24, 8, 30, tzinfo=AMSTERDAM)


def _plan(sessie: Sessie, casus: AanmeldingUitkomst) -> GesprekBeeld:
    moment = get_voorstellen(sessie, casus.casus_id).momenten[0]
    gegevens = GesprekGegevens(
        GesprekSoort.STARTGESPREK, moment.start, moment.minuten, moment.plek, moment.wie
    )
    return plan_gesprek(sessie, casus.casus_id, gegevens)


def _later(sessie: Sessie, dag: date) -> Sessie:
    return Sessie(sessie.store, VasteKlok(datetime(dag.year, dag.month, dag.day, 16, tzinfo=AMSTERDAM)))


def test_the_first_proposal_has_leerplicht_because_the_child_sits_at_home(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    beeld = get_voorstellen(sessie, casus.casus_id)
    assert beeld.moet_erbij == ("jij", "mentor", "leerplicht", "een ouder")
    assert beeld.fijn_erbij == ("jeugdarts",)
    assert beeld.momenten[0].start == DINSDAG_8_30
    assert beeld.momenten[0].plek == "De Brug, kamer 1.12"
    assert {m.start.astimezone(AMSTERDAM).date() for m in beeld.momenten} == {date(2026, 11, 24)}
    assert "jeugdarts niet (alleen do ochtend)" in beeld.momenten[0].uitleg


def test_own_talks_take_time_and_the_room(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    _plan(sessie, casus)
    assert get_voorstellen(sessie, casus.casus_id).momenten[0].start == DINSDAG_8_30.replace(hour=9)


def test_lifting_leerplicht_opens_thursday(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    beeld = get_voorstellen(sessie, casus.casus_id, zonder={"leerplichtambtenaar": "ziek"})
    assert date(2026, 11, 26) in {m.start.astimezone(AMSTERDAM).date() for m in beeld.momenten}


def test_a_moment_of_ones_own_is_warned_for_not_forbidden(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    sunday = datetime(2026, 11, 29, 22, 0, tzinfo=AMSTERDAM)
    found = get_gesprek_botsingen(
        sessie, casus.casus_id, GesprekSoort.STARTGESPREK, sunday, minuten=60, plek="De Brug", wie=()
    )
    kinds = {botsing.soort.value for botsing in found}
    assert {"te_laat", "school_dicht", "niet_aanwezig"} <= kinds
    planned = plan_gesprek(sessie, casus.casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, sunday))
    assert planned.start == sunday


def test_when_the_week_is_over_later_moments_are_offered(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    beeld = get_voorstellen(_later(sessie, date(2026, 11, 30)), casus.casus_id)
    assert beeld.te_laat
    assert beeld.momenten[0].start.astimezone(AMSTERDAM).date() == date(2026, 12, 1)


def test_planning_invites_the_family_and_who_can(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    assert [d.rol for d in gesprek.deelnemers if d.rol != "mentor"].count("ouder") == 1
    assert {d.rol for d in gesprek.deelnemers} == {
        "gezinswerker",
        "leerplichtambtenaar",
        "mentor",
        "jongere",
        "ouder",
    }
    assert get_casus(sessie, casus.casus_id).fase is Fase.KENNISMAKING_GEPLAND


def test_there_is_one_startgesprek_at_a_time(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    with pytest.raises(RegelGeweigerd, match="al een startgesprek"):
        _plan(sessie, casus)
    zeg_gesprek_af(sessie, gesprek.id, "ziek")
    assert _plan(sessie, casus).id != gesprek.id


def test_somebody_unknown_is_refused(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gegevens = GesprekGegevens(GesprekSoort.OVERLEG, DINSDAG_8_30, wie=("iemand",))
    with pytest.raises(NietGevonden):
        plan_gesprek(sessie, casus.casus_id, gegevens)
    assert get_casus(sessie, casus.casus_id).gesprekken == ()


def test_every_change_writes_files_with_the_next_number(
    sessie: Sessie, casus: AanmeldingUitkomst, tmp_path: Path
) -> None:
    gesprek = _plan(sessie, casus)
    texts = []
    changes: tuple[Callable[[], object], ...] = (
        lambda: None,
        lambda: verzet_gesprek(sessie, gesprek.id, DINSDAG_8_30.replace(hour=10), "moeder werkt"),
        lambda: zeg_gesprek_af(sessie, gesprek.id, "ziek"),
        lambda: herstel_gesprek(sessie, gesprek.id),
    )
    for step, change in enumerate(changes):
        change()
        files = schrijf_uitnodigingen(sessie, gesprek.id, tmp_path / str(step)).bestanden
        assert {f.methode for f in files} == ({"CANCEL"} if step == 2 else {"REQUEST", "PUBLISH"})
        text = "".join(f.pad.read_text() for f in files)
        assert f"SEQUENCE:{step}" in text
        texts.append(text)
    uids = {line for text in texts for line in text.splitlines() if line.startswith("UID:")}
    assert len(uids) == 1
    everything = "".join(texts) + "".join(str(p.name) for p in tmp_path.rglob("*"))
    for private in ("Sami", "Yilmaz", "Fatma", "thuiszitten", "2026-001", "moeder werkt"):
        assert private not in everything.replace("fatma@example.org", "")


def test_noting_how_it_went_starts_the_help(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    after = _later(sessie, date(2026, 11, 24))
    leerplicht = next(d for d in gesprek.deelnemers if d.rol == "leerplichtambtenaar")
    assert leerplicht.voorstel_actie
    uitkomst = Uitkomst(
        GesprekStaat.GEHOUDEN,
        deelnemers=(DeelnemerUitkomst(leerplicht.id, True, "belt school", date(2026, 11, 27)),),
        terugkoppelafspraken=(
            TerugkoppelBeeld("JGZ", Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_START, None),
        ),
    )
    leg_gesprek_vast(after, gesprek.id, gesprek.revision, uitkomst)
    beeld = get_casus(after, casus.casus_id)
    assert beeld.fase is Fase.IN_BEGELEIDING
    assert beeld.begeleiding_gestart == date(2026, 11, 24)
    assert "terugkoppelen" in [s.regel for s in beeld.signalen]
    done = koppel_terug(after, casus.casus_id, beeld.terugkoppelingen[0].id)
    assert [s.regel for s in done.signalen] == ["geen_regisseur"], "the help runs: who keeps the overview?"
    assert done.terugkoppelingen[0].gedaan_op == date(2026, 11, 24)


def test_the_worker_can_say_that_help_starts_later(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    after = _later(sessie, date(2026, 11, 24))
    leg_gesprek_vast(after, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN, start_niet=True))
    assert get_casus(after, casus.casus_id).fase is Fase.WACHT_OP_START


def test_a_talk_that_still_has_to_come_is_not_noted(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    with pytest.raises(RegelGeweigerd):
        leg_gesprek_vast(sessie, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN))


def test_an_old_screen_does_not_overwrite_a_newer_one(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    after = _later(sessie, date(2026, 11, 24))
    verzet_gesprek(sessie, gesprek.id, DINSDAG_8_30.replace(hour=9), "later")
    with pytest.raises(VerouderdeVersie):
        leg_gesprek_vast(after, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.GEHOUDEN))


def test_nobody_came_leaves_the_startgesprek_to_do(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    gesprek = _plan(sessie, casus)
    after = _later(sessie, date(2026, 11, 24))
    leg_gesprek_vast(after, gesprek.id, gesprek.revision, Uitkomst(GesprekStaat.NIET_VERSCHENEN))
    assert "startgesprek_plannen" in {s.regel for s in get_casus(after, casus.casus_id).signalen}


def test_a_start_is_kept_in_utc(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert _plan(sessie, casus).start.tzinfo is UTC
    assert replace(_plan_value(), start=DINSDAG_8_30).start.utcoffset() is not None


def _plan_value() -> GesprekGegevens:
    return GesprekGegevens(GesprekSoort.OVERLEG, DINSDAG_8_30)

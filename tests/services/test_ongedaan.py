"""Taking a change back: what was there is there again, exactly, and nothing newer is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import select

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.opname import lopende_opname
from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    Fase,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    NotitieSoort,
    PersoonRol,
    TerugkoppelMoment,
)
from kernteam_tui.domain.doelverloop import Blik
from kernteam_tui.domain.fouten import RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.gezin import Ouderschap
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.afsluiting import AfsluitGegevens, heropen_casus, sluit_casus
from kernteam_tui.services.casus import get_casus, koppel_terug, wijzig_casus
from kernteam_tui.services.gesprekken import (
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    get_gesprek,
    leg_gesprek_vast,
    plan_gesprek,
    zeg_gesprek_af,
)
from kernteam_tui.services.gezin import PersoonGegevens, save_persoon
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, set_evaluatie, stel_plan_vast
from kernteam_tui.services.notities import get_notitie, save_notitie, start_notitie, wis_concept
from kernteam_tui.services.ongedaan import Gedaan, afzegging, doe_met_opname, zet_terug
from kernteam_tui.services.plandoelen import (
    ActieGegevens,
    DoelGegevens,
    save_actie,
    save_doel,
    verwijder_actie,
    verwijder_doel,
)
from kernteam_tui.services.planevaluatie import EvaluatieGegevens, leg_evaluatie_vast
from kernteam_tui.services.school import SchoolBeeld, edit_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import zoek
from tests.gezagshulp import leg_gezag_vast

BIJGEHOUDEN = {"revision", "updated_at", "nr"}
"""Columns that may differ after a change and its way back."""
DICHT = AfsluitGegevens(
    AfsluitSoort.AFGESLOTEN, date(2026, 11, 23), AfsluitKenmerk.VOLGENS_PLAN, True, "Het gaat goed."
)
Handeling = tuple[Callable[..., Any], tuple[Any, ...]]


class Gezin:
    """A family with a draft note, a plan with goals and actions, a talk that was held, and a closing."""

    def __init__(self, sessie: Sessie, casus_id: str) -> None:
        self.sessie = sessie
        self.id = casus_id
        self.notitie = start_notitie(sessie, casus_id, NotitieSoort.HUISBEZOEK, tekst="oma belt wakker")
        save_onderdeel(sessie, casus_id, 0, "wat_gaat_goed", (Citaat("Sami", "nl", "oma!"),), "Drie dagen.")
        self.doel = save_doel(sessie, casus_id, None, DoelGegevens("weer naar school", "Sami", 3, 7))
        self.actie = save_actie(sessie, casus_id, None, ActieGegevens("gym bespreken", "Sami"))
        stel_plan_vast(sessie, casus_id)
        toen = datetime(2026, 11, 20, 11, 0, tzinfo=AMSTERDAM)
        self.gesprek = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.OVERLEG, toen))
        later = datetime(2026, 11, 26, 11, 0, tzinfo=AMSTERDAM)
        self.later = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, later))
        afspraak = TerugkoppelBeeld("JGZ", Niveau.PROCES, TerugkoppelMoment.BIJ_START, None)
        held = Uitkomst(GesprekStaat.GEHOUDEN, terugkoppelafspraken=(afspraak,))
        self.vast = leg_gesprek_vast(sessie, self.gesprek.id, self.gesprek.revision, held)

    @property
    def casus(self) -> Any:
        return get_casus(self.sessie, self.id)

    def inhoud(self) -> dict[str, list[dict[str, Any]]]:
        """Every row of every table but the log, without what the store keeps itself."""
        with self.sessie.lezen() as conn:
            return {
                table.name: sorted(
                    (
                        {name: value for name, value in row.items() if name not in BIJGEHOUDEN}
                        for row in conn.execute(select(table)).mappings()
                    ),
                    key=repr,
                )
                for table in t.metadata.sorted_tables
                if table.name not in ("logboek", "instellingen")
            }


@pytest.fixture
def gezin(sessie: Sessie, casus: AanmeldingUitkomst) -> Gezin:
    return Gezin(sessie, casus.casus_id)


def doe(gezin: Gezin, functie: Callable[..., Any], *args: Any) -> Gedaan[Any]:
    return doe_met_opname(functie, gezin.sessie, *args)


def draai_terug(gezin: Gezin, gedaan: Gedaan[Any]) -> None:
    zet_terug(gezin.sessie, wat="Iets gedaan", wissels=gedaan.wissels)


def log_van(gezin: Gezin) -> list[str]:
    with gezin.sessie.lezen() as conn:
        rows = conn.execute(select(t.logboek.c.wat).where(t.logboek.c.casus_id == gezin.id))
        return [wat for (wat,) in rows]


HANDELINGEN: dict[str, Callable[[Gezin], Handeling]] = {
    "a note is erased": lambda g: (wis_concept, (g.notitie.id,)),
    "a casus is closed": lambda g: (sluit_casus, (g.id, DICHT)),
    "a goal is removed": lambda g: (verwijder_doel, (g.id, g.doel.doelen[0].id)),
    "an action is removed": lambda g: (verwijder_actie, (g.id, g.actie.acties[0].id)),
    "an action is ticked": lambda g: (
        save_actie,
        (g.id, g.actie.acties[0].id, ActieGegevens("gym bespreken", "Sami", None, klaar=True)),
    ),
    "a goal is added": lambda g: (save_doel, (g.id, None, DoelGegevens("rust"))),
    "the evaluation is set": lambda g: (set_evaluatie, (g.id, date(2027, 1, 5), "beter")),
    "a mark rises": lambda g: (
        save_doel,
        (g.id, g.doel.doelen[0].id, DoelGegevens("weer naar school", "Sami", 6, 7)),
    ),
    "the goals are looked back at": lambda g: (
        leg_evaluatie_vast,
        (
            g.id,
            EvaluatieGegevens({g.doel.doelen[0].id: Blik(7, Doeluitkomst.BEREIKT)}, "", date(2027, 1, 5)),
        ),
    ),
    "a partner was told": lambda g: (koppel_terug, (g.id, g.casus.terugkoppelingen[0].id)),
    "gezag is set": lambda g: (
        leg_gezag_vast,
        (g.id, next(p.id for p in g.casus.personen if p.gezag), JaNeeOnbekend.NEE, "register"),
    ),
    "a person is changed": lambda g: (
        save_persoon,
        (g.id, g.casus.jongeren[0], PersoonGegevens(PersoonRol.JONGERE, "Samir", "Öz")),
    ),
    "a person is added": lambda g: (
        save_persoon,
        (g.id, None, PersoonGegevens(PersoonRol.OUDER, "Mehmet", "Yilmaz")),
    ),
    "a talk is noted": lambda g: (
        leg_gesprek_vast,
        (g.gesprek.id, g.vast.revision, Uitkomst(GesprekStaat.NIET_VERSCHENEN)),
    ),
    "a version is frozen": lambda g: (
        lambda sessie: (save_doel(sessie, g.id, None, DoelGegevens("rust")), stel_plan_vast(sessie, g.id)),
        (),
    ),
}


@pytest.mark.parametrize("naam", HANDELINGEN)
def test_after_the_way_back_every_row_is_as_it_was(gezin: Gezin, naam: str) -> None:
    voor = gezin.inhoud()
    functie, args = HANDELINGEN[naam](gezin)
    gedaan = doe(gezin, functie, *args)
    assert gezin.inhoud() != voor
    draai_terug(gezin, gedaan)
    assert gezin.inhoud() == voor
    assert log_van(gezin)[-1] == "teruggezet: iets gedaan"


def test_a_school_comes_back_with_its_partners(gezin: Gezin, school: SchoolBeeld) -> None:
    voor = gezin.inhoud()
    gegevens = {"naam": "De Brug", "kernteam": [{"rol": "jeugdarts", "naam": "Els"}]}
    draai_terug(gezin, doe(gezin, edit_school, school.id, gegevens))
    assert gezin.inhoud() == voor


def test_a_reopened_casus_is_closed_again_with_the_same_words(gezin: Gezin) -> None:
    sluit_casus(gezin.sessie, gezin.id, DICHT)
    voor = gezin.inhoud()
    gedaan = doe(gezin, heropen_casus, gezin.id)
    assert gezin.casus.fase is not Fase.AFGESLOTEN
    draai_terug(gezin, gedaan)
    assert gezin.casus.afsluiting.toelichting == "Het gaat goed."
    assert gezin.inhoud() == voor


def test_a_note_that_is_back_is_found_again_and_has_a_higher_revision(gezin: Gezin) -> None:
    assert [hit.bron_id for hit in zoek(gezin.sessie, "wakker")] == [gezin.notitie.id]
    gedaan = doe(gezin, wis_concept, gezin.notitie.id)
    assert zoek(gezin.sessie, "wakker") == ()
    draai_terug(gezin, gedaan)
    assert [hit.bron_id for hit in zoek(gezin.sessie, "wakker")] == [gezin.notitie.id]
    back = get_notitie(gezin.sessie, gezin.notitie.id)
    assert back.revision > gezin.notitie.revision
    assert save_notitie(gezin.sessie, back.id, back.revision, "en verder") > back.revision


def test_an_open_screen_notices_that_the_casus_was_put_back(gezin: Gezin) -> None:
    gedaan = doe(gezin, wijzig_casus_klas, gezin.id)
    seen = gezin.casus.revision
    draai_terug(gezin, gedaan)
    with pytest.raises(VerouderdeVersie):
        wijzig_casus(gezin.sessie, gezin.id, seen, klas="5C")


def wijzig_casus_klas(sessie: Sessie, casus_id: str) -> None:
    wijzig_casus(sessie, casus_id, get_casus(sessie, casus_id).revision, klas="4A")


def test_what_was_changed_since_is_not_overwritten(gezin: Gezin) -> None:
    gedaan = doe(gezin, wijzig_casus_klas, gezin.id)
    wijzig_casus(gezin.sessie, gezin.id, gezin.casus.revision, klas="5C")
    voor = gezin.inhoud()
    with pytest.raises(VerouderdeVersie):
        draai_terug(gezin, gedaan)
    assert gezin.inhoud() == voor


def test_what_was_changed_elsewhere_in_the_same_casus_stays(gezin: Gezin) -> None:
    gedaan = doe(gezin, wijzig_casus_klas, gezin.id)
    wijzig_casus(gezin.sessie, gezin.id, gezin.casus.revision, mentor="Els")
    draai_terug(gezin, gedaan)
    assert (gezin.casus.klas, gezin.casus.mentor) == ("3B", "Els")


def test_a_goal_comes_back_beside_what_was_written_since_and_the_plan_still_counts_as_changed(
    gezin: Gezin,
) -> None:
    gedaan = doe(gezin, verwijder_doel, gezin.id, gezin.doel.doelen[0].id)
    nu = get_plan(gezin.sessie, gezin.id)
    save_onderdeel(gezin.sessie, gezin.id, nu.revision, "wat_gaat_goed", (), "Nu elke dag.")
    draai_terug(gezin, gedaan)
    plan = get_plan(gezin.sessie, gezin.id)
    assert plan.doelen == gezin.doel.doelen
    assert plan.onderdeel("wat_gaat_goed").toelichting == "Nu elke dag."
    assert plan.gewijzigd


def test_a_plan_that_began_with_this_goal_does_not_go_with_what_was_written_in_it_since(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    gedaan = doe_met_opname(save_doel, sessie, casus.casus_id, None, DoelGegevens("rust"))
    nu = get_plan(sessie, casus.casus_id)
    save_onderdeel(sessie, casus.casus_id, nu.revision, "wat_gaat_goed", (), "Elke dag naar school.")
    with pytest.raises(VerouderdeVersie):
        zet_terug(sessie, wat="Doel bewaard", wissels=gedaan.wissels)
    plan = get_plan(sessie, casus.casus_id)
    assert plan.onderdeel("wat_gaat_goed").toelichting == "Elke dag naar school."
    assert len(plan.doelen) == 1


def test_a_casus_that_was_closed_anew_is_not_closed_with_the_old_words(gezin: Gezin) -> None:
    sluit_casus(gezin.sessie, gezin.id, DICHT)
    gedaan = doe(gezin, heropen_casus, gezin.id)
    sluit_casus(gezin.sessie, gezin.id, replace(DICHT, toelichting="Verhuisd."))
    with pytest.raises(VerouderdeVersie):
        draai_terug(gezin, gedaan)
    assert gezin.casus.afsluiting.toelichting == "Verhuisd."


def test_somebody_who_became_a_parent_since_stays(gezin: Gezin) -> None:
    nieuw = PersoonGegevens(PersoonRol.GEZINSLID, "Mehmet")
    gedaan = doe(gezin, save_persoon, gezin.id, None, nieuw)
    casus = gezin.casus
    with gezin.sessie.unit_of_work() as uow:
        familie = uow.gezinnen.get(casus.gezin_id)
        band = Ouderschap(gezin_id=familie.id, jongere_id=casus.jongeren[0], ouder_id=gedaan.uitkomst)
        familie.ouderschappen.append(band)
        uow.commit()
    with pytest.raises(VerouderdeVersie):
        draai_terug(gezin, gedaan)
    assert gedaan.uitkomst in [persoon.id for persoon in gezin.casus.personen]


def test_taking_back_twice_is_refused(gezin: Gezin) -> None:
    gedaan = doe(gezin, wis_concept, gezin.notitie.id)
    draai_terug(gezin, gedaan)
    with pytest.raises(VerouderdeVersie):
        draai_terug(gezin, gedaan)


def test_nothing_comes_back_into_an_erased_casus(gezin: Gezin) -> None:
    gedaan = doe(gezin, wis_concept, gezin.notitie.id)
    with gezin.sessie.unit_of_work() as uow:
        uow.casussen.remove(uow.casussen.get(gezin.id))
        uow.commit()
    with pytest.raises(VerouderdeVersie):
        draai_terug(gezin, gedaan)
    assert zoek(gezin.sessie, "wakker") == ()


def test_a_cancelled_talk_goes_on_by_a_new_change_and_not_by_old_rows(gezin: Gezin) -> None:
    zeg_gesprek_af(gezin.sessie, gezin.later.id, "ziek")
    afzegging(gezin.later.id).zet_terug(gezin.sessie)
    nu = get_gesprek(gezin.sessie, gezin.later.id)
    assert nu.staat is GesprekStaat.GEPLAND
    assert len(nu.wijzigingen) == 2
    with pytest.raises(RegelGeweigerd):
        afzegging(gezin.later.id).zet_terug(gezin.sessie)


def test_a_refused_change_leaves_no_way_back(gezin: Gezin) -> None:
    with pytest.raises(RegelGeweigerd):
        doe(gezin, heropen_casus, gezin.id)
    assert lopende_opname() is None
    assert doe(gezin, get_casus, gezin.id).ongedaan("Gekeken") is None


def test_the_control_without_recording_notes_nothing(gezin: Gezin) -> None:
    wis_concept(gezin.sessie, gezin.notitie.id)
    assert lopende_opname() is None

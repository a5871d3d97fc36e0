"""One family, one plan: typed, frozen, printed for who may read it, and closed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    Fase,
    JaNeeOnbekend,
    LogSoort,
    NotitieSoort,
)
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd, VerouderdeVersie
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.lezer import GeenPlan, GezagOnbekend, KiesEenOuder, ToestemmingOntbreekt
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.afsluiting import AfsluitGegevens, heropen_casus, sluit_casus
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gezinsplan import (
    get_plan,
    lees_plan,
    save_onderdeel,
    set_evaluatie,
    stel_plan_vast,
)
from kernteam_tui.services.notities import (
    get_notitie,
    rond_notitie_af,
    save_notitie,
    schrijf_notitie,
    start_notitie,
    vul_notitie_aan,
    wis_concept,
)
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.plandoelen import (
    ActieGegevens,
    DoelGegevens,
    save_actie,
    save_doel,
    verwijder_doel,
)
from kernteam_tui.services.samenvatting import lees_bladzijde, maak_samenvatting
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import zoek
from tests.gezagshulp import leg_gezag_vast
from tests.services.conftest import AANMELDING

PLAN: dict[str, Any] = {
    "onderdelen": {
        "waarom_dit_plan": {"woorden": [{"van": "Sami", "tekst": "Ik wil weer slapen."}]},
        "wat_gaat_goed": {"woorden": [{"van": "Fatma", "taal": "tr", "tekst": "Evde çok yardım ediyor."}]},
        "veiligheid": {"toelichting": "Besproken op 9 nov, geen zorgen."},
    },
    "doelen": [{"wat": "Vier dagen naar school", "nu": 4, "gewenst": 7, "hoe_zien_we_dat": "Hij staat op."}],
    "acties": [{"wat": "belt Sami wakker", "wie": "oma", "wanneer": "2026-12-01"}],
    "evaluatie_op": "2027-01-18",
}


def _ouder(sessie: Sessie, casus: AanmeldingUitkomst) -> str:
    return next(p.id for p in get_casus(sessie, casus.casus_id).personen if p.rol == "ouder")


def test_a_plan_that_is_typed_section_by_section_comes_back(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    words = (Citaat("Sami", "nl", "Ik ben [/] drie dagen gegaan."), Citaat("oma", "ar", "الحمد لله"))
    revision = get_plan(sessie, casus.casus_id).revision
    assert revision == 0
    revision = save_onderdeel(sessie, casus.casus_id, revision, "wat_gaat_goed", words, "")
    revision = save_onderdeel(sessie, casus.casus_id, revision, "wat_gaat_goed", words, "ook op school")
    plan = get_plan(sessie, casus.casus_id)
    assert len(plan.onderdelen) == 14
    assert plan.onderdeel("wat_gaat_goed").woorden == words
    assert plan.onderdeel("wat_gaat_goed").toelichting == "ook op school"
    assert [o.sleutel for o in plan.onderdelen if o.gevuld] == ["wat_gaat_goed"]
    assert (plan.revision, plan.gewijzigd, plan.versie) == (revision, True, 0)


def test_a_second_window_does_not_overwrite_the_first(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    save_onderdeel(sessie, casus.casus_id, 0, "veiligheid", (), "een")
    with pytest.raises(VerouderdeVersie):
        save_onderdeel(sessie, casus.casus_id, 0, "veiligheid", (), "twee")
    assert get_plan(sessie, casus.casus_id).onderdeel("veiligheid").toelichting == "een"


def test_goals_and_actions_keep_their_order(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    for what in ("eerste", "tweede", "derde"):
        plan = save_doel(sessie, casus.casus_id, None, DoelGegevens(what, nu=3, gewenst=6))
    plan = verwijder_doel(sessie, casus.casus_id, plan.doelen[1].id)
    plan = save_doel(
        sessie, casus.casus_id, plan.doelen[0].id, DoelGegevens("eerst", "Sami", 4, 7, "opstaan")
    )
    assert [d.wat for d in plan.doelen] == ["eerst", "derde"]
    plan = save_actie(sessie, casus.casus_id, None, ActieGegevens("bellen", "vader", date(2026, 12, 1)))
    plan = save_actie(sessie, casus.casus_id, plan.acties[0].id, ActieGegevens("bellen", "vader", None, True))
    assert [(a.wat, a.wie, a.wanneer, a.klaar) for a in plan.acties] == [("bellen", "vader", None, True)]


def test_a_goal_needs_words_and_a_mark_that_exists(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    for gegevens in (DoelGegevens("  "), DoelGegevens("x", nu=11), DoelGegevens("x", gewenst=-1)):
        with pytest.raises(InhoudOngeldig):
            save_doel(sessie, casus.casus_id, None, gegevens)
    assert get_plan(sessie, casus.casus_id).doelen == ()


def test_a_frozen_version_stays_as_it_was(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    save_onderdeel(
        sessie, casus.casus_id, get_plan(sessie, casus.casus_id).revision, "waarom_dit_plan", (), "anders"
    )
    page = lees_bladzijde(sessie, casus.casus_id, "ouder").tekst
    assert "Ik wil weer slapen." in page
    assert "anders" not in page
    plan = get_plan(sessie, casus.casus_id)
    assert (plan.versie, plan.gewijzigd) == (1, True)


def test_the_same_plan_is_not_frozen_twice_and_an_empty_one_never(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    with pytest.raises(RegelGeweigerd, match="leeg"):
        stel_plan_vast(sessie, casus.casus_id)
    lees_plan(sessie, casus.casus_id, PLAN)
    assert stel_plan_vast(sessie, casus.casus_id).versie == 1
    with pytest.raises(RegelGeweigerd, match="niets veranderd"):
        stel_plan_vast(sessie, casus.casus_id)
    set_evaluatie(sessie, casus.casus_id, date(2027, 2, 1), "")
    assert stel_plan_vast(sessie, casus.casus_id).versie == 2


def test_an_unknown_section_is_refused_whole(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig):
        lees_plan(sessie, casus.casus_id, PLAN | {"onderdelen": {"verzonnen": {"toelichting": "x"}}})
    assert get_plan(sessie, casus.casus_id).doelen == ()


def test_the_checks_say_what_to_do_now(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    empty = controleer(sessie, casus.casus_id)
    assert [p.nr for p in empty] == list(range(1, 15))
    assert all(p.wat_nu for p in empty if p.in_orde is False)
    lees_plan(sessie, casus.casus_id, PLAN)
    beeld = get_casus(sessie, casus.casus_id)
    wijzig_casus(sessie, casus.casus_id, beeld.revision, regisseur="Fatma")
    good = {p.nr for p in controleer(sessie, casus.casus_id) if p.in_orde}
    assert good == {1, 2, 3, 5, 6, 7, 8, 9, 11, 13}


def test_the_page_is_a_pdf_for_a_parent_with_gezag(
    sessie: Sessie, casus: AanmeldingUitkomst, tmp_path: Path
) -> None:
    with pytest.raises(GeenPlan):
        maak_samenvatting(sessie, casus.casus_id, "ouder", "pdf", tmp_path / "a.pdf")
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    made = maak_samenvatting(sessie, casus.casus_id, "ouder", "pdf", tmp_path / "a.pdf")
    assert made.bestand.read_bytes().startswith(b"%PDF-")
    assert made.voor == _ouder(sessie, casus)
    assert "Veiligheid" in made.weggelaten
    with sessie.unit_of_work() as uow:
        assert uow.casussen.find()
    assert "geen zorgen" not in lees_bladzijde(sessie, casus.casus_id, "ouder").tekst


def test_a_default_file_name_holds_no_name(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    made = maak_samenvatting(sessie, casus.casus_id, "jongere", "tekst")
    assert made.bestand.parent == sessie.map / "uit"
    assert not any(name in made.bestand.name.lower() for name in ("sami", "yilmaz", "2026-001"))


def test_unknown_gezag_blocks_until_it_is_known(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    mother = _ouder(sessie, casus)
    leg_gezag_vast(sessie, casus.casus_id, mother, JaNeeOnbekend.ONBEKEND)
    with pytest.raises(GezagOnbekend):
        lees_bladzijde(sessie, casus.casus_id, mother)
    leg_gezag_vast(sessie, casus.casus_id, mother, JaNeeOnbekend.JA)
    assert "Fatma Yilmaz" in lees_bladzijde(sessie, casus.casus_id, mother).tekst


def test_parents_apart_do_not_read_each_others_words(sessie: Sessie, school: SchoolBeeld) -> None:
    assert school.naam
    ouders = [
        {"naam": "Fatma Yilmaz", "gezag": "ja", "woont_bij": True},
        {"naam": "Ali Yilmaz", "gezag": "ja", "woont_bij": False},
    ]
    apart = register_aanmelding(sessie, AANMELDING | {"ouders": ouders})
    lees_plan(sessie, apart.casus_id, PLAN, vaststellen=True)
    with pytest.raises(KiesEenOuder):
        lees_bladzijde(sessie, apart.casus_id, "ouder")
    people = {p.naam: p.id for p in get_casus(sessie, apart.casus_id).personen}
    assert "Evde" in lees_bladzijde(sessie, apart.casus_id, people["Fatma Yilmaz"]).tekst
    assert "Evde" not in lees_bladzijde(sessie, apart.casus_id, people["Ali Yilmaz"]).tekst


def test_at_sixteen_the_jongere_decides_and_an_exception_is_logged(
    sessie: Sessie, school: SchoolBeeld
) -> None:
    assert school.naam
    jongere = {"roepnaam": "Lina", "geboortedatum": "2010-11-23"}
    casus = register_aanmelding(sessie, AANMELDING | {"jongere": jongere})
    lees_plan(sessie, casus.casus_id, PLAN, vaststellen=True)
    with pytest.raises(ToestemmingOntbreekt):
        maak_samenvatting(sessie, casus.casus_id, "ouder", "tekst")
    maak_samenvatting(sessie, casus.casus_id, "ouder", "tekst", uitzondering="Lina vindt het goed")
    maak_samenvatting(sessie, casus.casus_id, "jongere", "tekst")
    from kernteam_tui.data.queries.log import lees_log

    with sessie.lezen() as conn:
        kinds = [item.soort for item in lees_log(conn, casus.casus_id)]
    assert kinds.count(LogSoort.GEEXPORTEERD) == 2
    assert kinds.count(LogSoort.UITZONDERING) == 1


def test_a_note_from_first_key_to_addendum(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    note = start_notitie(sessie, casus.casus_id, NotitieSoort.HUISBEZOEK)
    with pytest.raises(RegelGeweigerd, match="leeg"):
        rond_notitie_af(sessie, note.id)
    revision = save_notitie(sessie, note.id, note.revision, "oma belt hem wakker")
    with pytest.raises(VerouderdeVersie):
        save_notitie(sessie, note.id, note.revision, "oud scherm")
    save_notitie(sessie, note.id, revision, "oma belt hem elke ochtend wakker")
    rond_notitie_af(sessie, note.id)
    vul_notitie_aan(sessie, note.id, "moeder belde: ook in het weekend")
    with pytest.raises(RegelGeweigerd):
        wis_concept(sessie, note.id)
    assert [a.tekst for a in get_notitie(sessie, note.id).addenda] == ["moeder belde: ook in het weekend"]
    assert {t.bron_id for t in zoek(sessie, "weekend")} == {note.id}


def test_not_reached_is_no_contact(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, bereikt=False, tekst="voicemail")
    assert get_casus(sessie, casus.casus_id).laatste_contact is None
    schrijf_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, "moeder gesproken")
    assert get_casus(sessie, casus.casus_id).laatste_contact == date(2026, 11, 23)


def test_closing_and_taking_it_back(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    volgens = AfsluitKenmerk.VOLGENS_PLAN
    for wrong in (
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, date(2026, 11, 24), volgens, True),
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, date(2026, 11, 23), None, True),
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, date(2026, 11, 23), volgens, None),
        AfsluitGegevens(AfsluitSoort.AFGESLOTEN, date(2026, 11, 23), volgens, True, cijfer=11),
    ):
        with pytest.raises((RegelGeweigerd, InhoudOngeldig)):
            sluit_casus(sessie, casus.casus_id, wrong)
    right = AfsluitGegevens(AfsluitSoort.AFGESLOTEN, date(2026, 11, 23), volgens, True, "Het lukt.", 8)
    closed = sluit_casus(sessie, casus.casus_id, right)
    assert closed.fase is Fase.AFGESLOTEN
    assert closed.afsluiting is not None
    assert closed.afsluiting.cijfer == 8
    assert heropen_casus(sessie, casus.casus_id).fase is Fase.AANGEMELD

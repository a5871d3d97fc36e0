"""Text from notes: which notes are offered for a section, and what taking over does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, NotitieSoort, NotitieStaat, PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.merken import Alinea, Merk
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel
from kernteam_tui.services.notitiebron import (
    MEEST,
    koppel_notitie,
    lees_notitiebron,
    list_onderdelen,
    neem_over,
)
from kernteam_tui.services.notities import (
    get_notitie,
    rond_notitie_af,
    save_notitie,
    schrijf_notitie,
    start_notitie,
    vul_notitie_aan,
)
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.ouderszien import set_ouders_zien
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.ui.hulpmiddel import VasteKlok

GOED = "wat_gaat_goed"
HUISBEZOEK = NotitieSoort.HUISBEZOEK


@pytest.fixture
def sessie(store: Store) -> Sessie:
    return Sessie(store, VasteKlok())


@pytest.fixture
def casus_id(sessie: Sessie) -> str:
    save_school(sessie, {"naam": "Voorbeeldcollege", "kernteam": []})
    return _meld_aan(sessie, "Lina")


def _meld_aan(sessie: Sessie, naam: str, geboren: str = "2012-01-01") -> str:
    gegevens: dict[str, Any] = {
        "jongere": {"roepnaam": naam, "achternaam": "Kaya", "geboortedatum": geboren},
        "school": "Voorbeeldcollege",
        "aangemeld": "2026-11-20",
        "redenen": ["thuiszitten"],
    }
    return register_aanmelding(sessie, gegevens).casus_id


def _notitie(sessie: Sessie, casus_id: str, tekst: str, dagen_geleden: int = 0) -> str:
    moment = sessie.nu() - timedelta(days=dagen_geleden)
    return start_notitie(sessie, casus_id, HUISBEZOEK, tekst=tekst, moment=moment).id


def _teksten(sessie: Sessie, casus_id: str) -> list[str]:
    bron = lees_notitiebron(sessie, casus_id, GOED)
    return [bron_.alinea.tekst for notitie in bron.notities for bron_ in notitie.alineas]


def test_linked_notes_stand_first_and_then_the_newest(sessie: Sessie, casus_id: str) -> None:
    _notitie(sessie, casus_id, "nieuwste", 1)
    oud = _notitie(sessie, casus_id, "oudste", 30)
    _notitie(sessie, casus_id, "midden", 10)
    _notitie(sessie, _meld_aan(sessie, "Sami"), "van een ander")
    assert _teksten(sessie, casus_id) == ["nieuwste", "midden", "oudste"]
    koppel_notitie(sessie, oud, (GOED,))
    assert _teksten(sessie, casus_id) == ["oudste", "nieuwste", "midden"]
    assert [n.hoort_erbij for n in lees_notitiebron(sessie, casus_id, GOED).notities] == [True, False, False]


def test_a_note_that_names_the_meldcode_is_not_offered_but_counted(sessie: Sessie, casus_id: str) -> None:
    _notitie(sessie, casus_id, "Advies gevraagd bij Veilig Thuis.\nZij slaapt goed.")
    _notitie(sessie, casus_id, "Zij zwemt op vrijdag.")
    bron = lees_notitiebron(sessie, casus_id, GOED)
    assert bron.over_meldcode == 1
    assert _teksten(sessie, casus_id) == ["Zij zwemt op vrijdag."]


def test_a_meldcode_in_an_addition_counts_too(sessie: Sessie, casus_id: str) -> None:
    notitie = schrijf_notitie(sessie, casus_id, HUISBEZOEK, "Zij zwemt.")
    vul_notitie_aan(sessie, notitie, "Meldcode stap 2 gezet.")
    assert lees_notitiebron(sessie, casus_id, GOED).notities == ()


def test_questions_of_the_note_are_no_paragraphs_and_additions_are(sessie: Sessie, casus_id: str) -> None:
    begonnen = start_notitie(sessie, casus_id, HUISBEZOEK)
    assert begonnen.vragen
    assert _teksten(sessie, casus_id) == []
    save_notitie(sessie, begonnen.id, begonnen.revision, f"{begonnen.vragen[0]}\nOma belt haar wakker.")
    rond_notitie_af(sessie, begonnen.id)
    vul_notitie_aan(sessie, begonnen.id, "Feit: twaalf dagen.")
    assert _teksten(sessie, casus_id) == ["Oma belt haar wakker.", "twaalf dagen."]


def test_old_notes_fall_away_but_not_the_linked_ones(sessie: Sessie, casus_id: str) -> None:
    for nummer in range(MEEST + 3):
        _notitie(sessie, casus_id, f"notitie {nummer}", nummer)
    oudste = _notitie(sessie, casus_id, "de oudste", 400)
    koppel_notitie(sessie, oudste, (GOED,))
    bron = lees_notitiebron(sessie, casus_id, GOED)
    assert (len(bron.notities), bron.ouder) == (MEEST, 4)
    assert bron.notities[0].alineas[0].alinea.tekst == "de oudste"
    for notitie in sessie_notities(sessie, casus_id):
        koppel_notitie(sessie, notitie, (GOED,))
    assert len(lees_notitiebron(sessie, casus_id, GOED).notities) == MEEST + 4


def test_looking_into_notes_is_logged_without_a_word_of_them(sessie: Sessie, casus_id: str) -> None:
    _notitie(sessie, casus_id, "Geheim van Fatma")
    lees_notitiebron(sessie, casus_id, GOED)
    with sessie.lezen() as verbinding:
        nieuwste = next(iter(lees_log(verbinding)))
    assert (nieuwste.soort, nieuwste.wat) == (LogSoort.GEOPEND, "notities, voor het gezinsplan")


def sessie_notities(sessie: Sessie, casus_id: str) -> list[str]:
    with sessie.unit_of_work() as uow:
        return [notitie.id for notitie in uow.notities.find(casus_id=casus_id)]


# --- taking over ----------------------------------------------------------------------------------


def test_words_go_to_who_said_them_and_the_rest_to_the_toelichting(sessie: Sessie, casus_id: str) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (Citaat("oma", "nl", "Zij lacht weer"),), "Er is rust.\n")
    alineas = (
        Alinea("„Ik ga weer”", Merk.CITAAT, "Lina"),
        Alinea("drie dagen geweest", Merk.FEIT),
        Alinea("Zij lacht weer", Merk.CITAAT, "oma"),
        Alinea("het is te druk", Merk.MENING, "Sara"),
        Alinea("wie zei dit?", Merk.CITAAT),
    )
    goed = neem_over(sessie, casus_id, GOED, alineas).onderdeel(GOED)
    assert goed.woorden == (Citaat("oma", "nl", "Zij lacht weer"), Citaat("Lina", "nl", "Ik ga weer"))
    assert goed.toelichting == (
        "Er is rust.\nFeit: drie dagen geweest\nMening van Sara: het is te druk\nCitaat: wie zei dit?"
    )


def test_what_stands_there_already_is_said(sessie: Sessie, casus_id: str) -> None:
    _notitie(sessie, casus_id, "Citaat van Lina: „Ik ga”\nEr is rust.\nrust")
    neem_over(sessie, casus_id, GOED, (Alinea("Er is rust."), Alinea("Ik ga", Merk.CITAAT, "Lina")))
    bron = lees_notitiebron(sessie, casus_id, GOED)
    assert [a.staat_er_al for a in bron.notities[0].alineas] == [True, True, False]


def test_taking_over_is_one_change_that_is_taken_back(sessie: Sessie, casus_id: str) -> None:
    save_onderdeel(sessie, casus_id, 0, GOED, (), "Er is rust.")
    alineas = (Alinea("Ik ga", Merk.CITAAT, "Lina"), Alinea("Meer."))
    weg = doe_met_opname(neem_over, sessie, casus_id, GOED, alineas).ongedaan("Uit notities overgenomen")
    assert weg is not None
    weg.zet_terug(sessie)
    goed = get_plan(sessie, casus_id).onderdeel(GOED)
    assert (goed.woorden, goed.toelichting) == ((), "Er is rust.")


def test_a_section_that_is_not_there_is_refused(sessie: Sessie, casus_id: str) -> None:
    with pytest.raises(InhoudOngeldig):
        neem_over(sessie, casus_id, "bestaat_niet", (Alinea("x"),))


# --- linking --------------------------------------------------------------------------------------


def test_a_finished_note_is_linked_and_its_text_stays_frozen(sessie: Sessie, casus_id: str) -> None:
    notitie = schrijf_notitie(sessie, casus_id, HUISBEZOEK, "Zij zwemt.")
    gekoppeld = koppel_notitie(sessie, notitie, (GOED, GOED, "veiligheid"))
    assert (gekoppeld.tekst, gekoppeld.staat) == ("Zij zwemt.", NotitieStaat.AFGEROND)
    gekozen = [keuze.sleutel for keuze in list_onderdelen(sessie, notitie) if keuze.gekozen]
    assert sorted(gekozen) == sorted([GOED, "veiligheid"])
    with pytest.raises(RegelGeweigerd):
        save_notitie(sessie, notitie, gekoppeld.revision, "anders")


def test_linking_can_be_taken_back_and_a_section_must_exist(sessie: Sessie, casus_id: str) -> None:
    notitie = _notitie(sessie, casus_id, "Zij zwemt.")
    koppel_notitie(sessie, notitie, (GOED,))
    weg = doe_met_opname(koppel_notitie, sessie, notitie, ()).ongedaan("Onderdelen gekozen")
    assert weg is not None
    weg.zet_terug(sessie)
    assert [k.sleutel for k in list_onderdelen(sessie, notitie) if k.gekozen] == [GOED]
    with pytest.raises(InhoudOngeldig):
        koppel_notitie(sessie, notitie, ("bestaat_niet",))


def test_linking_a_draft_does_not_change_its_text(sessie: Sessie, casus_id: str) -> None:
    notitie = _notitie(sessie, casus_id, "half get")
    eerst = get_notitie(sessie, notitie)
    na = koppel_notitie(sessie, notitie, (GOED,))
    assert na.tekst == eerst.tekst
    assert save_notitie(sessie, notitie, na.revision, "half getypt") > na.revision


# --- what parents may see -------------------------------------------------------------------------


def test_below_sixteen_it_is_refused_with_what_to_do(sessie: Sessie, casus_id: str) -> None:
    revision = kies_variant(sessie, casus_id, PlanVariant.JONGERE).revision
    with pytest.raises(RegelGeweigerd) as fout:
        set_ouders_zien(sessie, casus_id, GOED, JaNeeOnbekend.NEE)
    assert "16 jaar" in str(fout.value.zin)
    assert get_plan(sessie, casus_id).revision == revision


def test_in_the_plan_of_the_family_it_is_refused_at_every_age(sessie: Sessie, casus_id: str) -> None:
    oud = _meld_aan(sessie, "Aniek", "2008-01-01")
    assert casus_id
    with pytest.raises(RegelGeweigerd):
        set_ouders_zien(sessie, oud, GOED, JaNeeOnbekend.NEE)
    kies_variant(sessie, oud, PlanVariant.JONGERE)
    assert (
        set_ouders_zien(sessie, oud, GOED, JaNeeOnbekend.NEE).onderdeel(GOED).ouders_zien is JaNeeOnbekend.NEE
    )

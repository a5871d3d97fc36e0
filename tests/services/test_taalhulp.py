"""What the services say of a toelichting and of the texts on the page for parents."""

from __future__ import annotations

from datetime import date

from kernteam_tui.data.queries.log import tel_regels
from kernteam_tui.data.store import Store
from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeActie, BladzijdeDoel
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.taalhulp import bekijk_bladzijde, bekijk_tekst
from tests.ui.hulpmiddel import VasteKlok

MOEILIJK = "Derhalve wordt de casus besproken met het SWV."


def blad(**delen: object) -> Bladzijde:
    vast = {"voor": "Fatma", "datum": date(2026, 11, 23), "plan_versie": 1, "bellen": Bereikbaarheid("Vera")}
    return Bladzijde(**(vast | delen))  # type: ignore[arg-type]  # names of its fields


def test_a_toelichting_is_looked_at_as_it_is_typed_and_nothing_is_logged(store: Store) -> None:
    sessie = Sessie(store, VasteKlok())
    with sessie.lezen() as conn:
        eerder = tel_regels(conn)
    assert bekijk_tekst(sessie, MOEILIJK).telling == "2 moeilijke woorden · 1 afkorting · nog 1"
    with sessie.lezen() as conn:
        assert tel_regels(conn) == eerder


def test_of_a_page_only_the_words_of_the_worker_count() -> None:
    citaat = Citaat("Lina", "nl", MOEILIJK)
    woorden_van_het_gezin = blad(
        waarom=(citaat,),
        goed=(citaat,),
        doelen=(BladzijdeDoel(MOEILIJK, van="Lina", hoe_zien_we_dat=MOEILIJK),),
    )
    assert bekijk_bladzijde(woorden_van_het_gezin).bevindingen == ()
    van_de_werker = blad(
        doelen=(BladzijdeDoel("Lina slaapt goed", hoe_zien_we_dat="Derhalve belt oma."),),
        acties=(BladzijdeActie("belt het SWV"), BladzijdeActie("belt het SWV weer")),
    )
    assert [b.woorden for b in bekijk_bladzijde(van_de_werker).bevindingen] == ["Derhalve", "SWV"]


def test_a_text_in_another_language_is_left_alone() -> None:
    assert bekijk_bladzijde(blad(acties=(BladzijdeActie(MOEILIJK, taal="tr"),))).bevindingen == ()


def test_two_short_actions_are_not_one_long_sentence() -> None:
    actie = BladzijdeActie("belt elke maandag en elke donderdag met oma over hoe het thuis gaat")
    assert bekijk_bladzijde(blad(acties=(actie, actie))).bevindingen == ()

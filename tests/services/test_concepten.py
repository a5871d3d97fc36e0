"""Drafts: one per form, and gone in the very transaction that makes them real."""

from __future__ import annotations

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.services.concepten import afrondend, drop_concept, load_concept, save_concept
from kernteam_tui.services.sessie import Sessie
from tests.conftest import VasteKlok


@pytest.fixture
def sessie(store: Store, klok: VasteKlok) -> Sessie:
    sessie = Sessie(store, klok)
    for sleutel in ("aanmelding:nieuw", "afzeggen:1", "aanvulling:7"):
        save_concept(sessie, sleutel, {"tekst": sleutel})
    return sessie


def over(sessie: Sessie) -> list[str]:
    """The keys of what is still half typed."""
    with sessie.unit_of_work() as uow:
        return sorted(concept.sleutel for concept in uow.concepten.find())


def test_the_change_and_its_drafts_are_one_transaction(sessie: Sessie) -> None:
    with afrondend(sessie, "aanmelding:nieuw", "afzeggen:1").unit_of_work() as uow:
        uow.log(LogSoort.GEWIJZIGD, "aangemeld")
        assert over_buiten(sessie) == ["aanmelding:nieuw", "aanvulling:7", "afzeggen:1"]
        uow.commit()
    assert over(sessie) == ["aanvulling:7"]


def over_buiten(sessie: Sessie) -> list[str]:
    """What another connection sees: the state that a kill would leave."""
    with sessie.lezen() as conn:
        return sorted(row[0] for row in conn.exec_driver_sql("SELECT sleutel FROM concept"))


def test_a_change_that_fails_leaves_the_text(sessie: Sessie) -> None:
    with pytest.raises(ValueError, match="geweigerd"), afrondend(sessie, "aanmelding:nieuw").unit_of_work():
        raise ValueError("geweigerd")
    assert "aanmelding:nieuw" in over(sessie)


def test_a_look_leaves_the_text(sessie: Sessie) -> None:
    with afrondend(sessie, "aanmelding:nieuw").unit_of_work() as uow:
        uow.casussen.find()
    assert "aanmelding:nieuw" in over(sessie)


def test_a_draft_comes_back_under_its_own_key_only(sessie: Sessie) -> None:
    assert load_concept(sessie, "aanvulling:7") == {"tekst": "aanvulling:7"}
    assert load_concept(sessie, "aanvulling:70") is None
    assert load_concept(sessie, "aanvulling:") is None
    drop_concept(sessie, "aanvulling:")
    assert "aanvulling:7" in over(sessie)

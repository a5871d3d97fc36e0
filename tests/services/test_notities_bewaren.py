"""A draft is saved as it is typed: quick, findable, and never over somebody else's words."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd, VerouderdeVersie
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.notities import (
    NotitieBeeld,
    get_notitie,
    rond_notitie_af,
    save_notitie,
    start_notitie,
    vul_notitie_aan,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import zoek


@pytest.fixture
def notitie(sessie: Sessie, casus: AanmeldingUitkomst) -> NotitieBeeld:
    """A draft that was just begun."""
    return start_notitie(sessie, casus.casus_id, NotitieSoort.HUISBEZOEK, tekst="", met_wie="oma")


def found(sessie: Sessie, woord: str) -> list[str]:
    return [treffer.bron_id for treffer in zoek(sessie, woord)]


def test_each_save_is_kept_with_the_next_revision(sessie: Sessie, notitie: NotitieBeeld) -> None:
    second = save_notitie(sessie, notitie.id, notitie.revision, "Oma belt.")
    third = save_notitie(sessie, notitie.id, second, "Oma belt elke ochtend.")
    kept = get_notitie(sessie, notitie.id)
    assert (second, third) == (notitie.revision + 1, notitie.revision + 2)
    assert (kept.tekst, kept.revision, kept.met_wie) == ("Oma belt elke ochtend.", third, "oma")
    assert (kept.moment, kept.soort) == (notitie.moment, notitie.soort)


def test_the_new_words_are_found_and_the_old_ones_no_longer(sessie: Sessie, notitie: NotitieBeeld) -> None:
    revision = save_notitie(sessie, notitie.id, notitie.revision, "een struisvogel in Yıldız' tuin")
    assert found(sessie, "struisvogel") == found(sessie, "Yildiz tuin") == [notitie.id]
    save_notitie(sessie, notitie.id, revision, "een pinguïn")
    assert found(sessie, "struisvogel") == []
    assert found(sessie, "pinguin") == [notitie.id]
    assert all(finding.in_orde for finding in sessie.store.controle())


def test_a_text_of_an_older_screen_is_refused(sessie: Sessie, notitie: NotitieBeeld) -> None:
    save_notitie(sessie, notitie.id, notitie.revision, "nieuw")
    with pytest.raises(VerouderdeVersie):
        save_notitie(sessie, notitie.id, notitie.revision, "oud scherm")
    assert get_notitie(sessie, notitie.id).tekst == "nieuw"


def test_a_finished_note_and_one_that_is_gone_are_refused(sessie: Sessie, notitie: NotitieBeeld) -> None:
    save_notitie(sessie, notitie.id, notitie.revision, "af")
    done = rond_notitie_af(sessie, notitie.id)
    with pytest.raises(RegelGeweigerd):
        save_notitie(sessie, notitie.id, done.revision, "toch nog iets")
    with pytest.raises(NietGevonden):
        save_notitie(sessie, "0198", 1, "niets")
    assert get_notitie(sessie, notitie.id).tekst == "af"


def test_what_was_added_to_a_finished_note_is_found(sessie: Sessie, notitie: NotitieBeeld) -> None:
    save_notitie(sessie, notitie.id, notitie.revision, "af")
    rond_notitie_af(sessie, notitie.id)
    vul_notitie_aan(sessie, notitie.id, "later kwam de struisvogel")
    assert found(sessie, "struisvogel") == [notitie.id]

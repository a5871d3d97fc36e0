"""A talk with the jongere alone: the parents hear of it from the worker, and from no paper before that."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Niveau
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekGegevens,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.gezin import get_persoon, save_persoon
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens
from kernteam_tui.services.toestemmingen import geef_toestemming
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.zonder_ouders import (
    ZonderOuders,
    get_vastlegging,
    meld_ouders_geinformeerd,
    sluit_ouders_taak,
)
from tests.services.inzage.conftest import MAANDAG, Thuis

VERSLAG, WAAROM = "Ik durf niet naar gym.", "hij wilde alleen praten"
VRIJDAG = datetime(2026, 11, 20, 9, tzinfo=UTC)
NOG = ZonderOuders(WAAROM, informeren_voor=date(2026, 11, 27))


def praat_alleen(thuis: Thuis, ouders: ZonderOuders = NOG) -> str:
    """A home visit with Sami alone, recorded with what he said; the id of the talk."""
    talk = plan_gesprek(thuis.sessie, thuis.casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, VRIJDAG))
    wie = tuple(DeelnemerUitkomst(d.id, not d.is_ouder) for d in talk.deelnemers)
    revision = get_vastlegging(thuis.sessie, talk.id).gesprek.revision
    done = Uitkomst(GesprekStaat.GEHOUDEN, wie, ouders=ouders, verslag=VERSLAG)
    leg_gesprek_vast(thuis.sessie, talk.id, revision, done)
    return talk.id


def word(thuis: Thuis, jaar: int) -> None:
    """Sami was born in that year."""
    gegevens = get_persoon(thuis.sessie, thuis.casus_id, thuis.sami)
    born = replace(gegevens, geboortedatum=date(jaar, 5, 4))
    save_persoon(thuis.sessie, thuis.casus_id, thuis.sami, born)


def mogen_meelezen(thuis: Thuis) -> None:
    """Sami of seventeen lets both parents read all of it."""
    for ouder in (thuis.fatma, thuis.mehmet):
        gegevens = ToestemmingGegevens(
            thuis.sami, (thuis.sami,), PartnerSoort.OUDER, Niveau.INHOUD, MAANDAG, None, partner_id=ouder
        )
        geef_toestemming(thuis.sessie, thuis.casus_id, gegevens)


def taak(thuis: Thuis) -> bool:
    return any(signaal.regel == "ouders_na_gesprek" for signaal in get_vandaag(thuis.sessie).signalen)


def staat_op_papier(thuis: Thuis, wie: str) -> bool:
    """Whether a word of that talk stands on the page or in the copy of this reader, freed or not."""
    thuis.vraag(wie)
    page = lees_bladzijde(thuis.sessie, thuis.casus_id, wie).tekst
    first = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, wie)
    freed = [regel.id for regel in first.lijst if regel.vrij_te_geven]
    copy = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, wie, freed).tekst
    text = " ".join(f"{page} {copy}".split())
    return any(words in text for words in (VERSLAG, WAAROM, "Huisbezoek"))


@pytest.mark.parametrize("wie", ["fatma", "mehmet"])
def test_of_fifteen_there_is_a_task_and_nothing_on_paper_until_they_were_told(thuis: Thuis, wie: str) -> None:
    word(thuis, 2011)
    talk = praat_alleen(thuis)
    assert taak(thuis)
    assert not staat_op_papier(thuis, getattr(thuis, wie))
    meld_ouders_geinformeerd(thuis.sessie, thuis.casus_id, talk)
    assert not taak(thuis)
    told = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, getattr(thuis, wie)).tekst
    assert VERSLAG in told


def test_of_fifteen_he_cannot_keep_it_from_them(thuis: Thuis) -> None:
    word(thuis, 2011)
    with pytest.raises(RegelGeweigerd, match=r"Jeugdwet 7\.3\.5"):
        praat_alleen(thuis, ZonderOuders(WAAROM, ouders_niet="liever niet"))
    talk = praat_alleen(thuis)
    with pytest.raises(RegelGeweigerd, match=r"Jeugdwet 7\.3\.5"):
        sluit_ouders_taak(thuis.sessie, thuis.casus_id, talk, "liever niet")
    assert taak(thuis)


def test_of_seventeen_who_says_no_there_is_no_task_and_it_stays_with_him(thuis: Thuis) -> None:
    word(thuis, 2009)
    mogen_meelezen(thuis)
    praat_alleen(thuis, ZonderOuders(WAAROM, ouders_niet="dit is van mij"))
    assert not taak(thuis)
    for ouder in (thuis.fatma, thuis.mehmet):
        assert not staat_op_papier(thuis, ouder)


def test_of_seventeen_who_said_nothing_the_parents_are_still_to_be_told(thuis: Thuis) -> None:
    word(thuis, 2009)
    mogen_meelezen(thuis)
    talk = praat_alleen(thuis)
    assert taak(thuis)
    assert not staat_op_papier(thuis, thuis.fatma)
    sluit_ouders_taak(thuis.sessie, thuis.casus_id, talk, "toch liever niet")
    assert not taak(thuis)
    read = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma).tekst
    assert VERSLAG not in read


@pytest.mark.parametrize("jaar", [2011, 2009], ids=["15", "17"])
def test_he_himself_reads_what_he_said(thuis: Thuis, jaar: int) -> None:
    word(thuis, jaar)
    praat_alleen(thuis)
    assert staat_op_papier(thuis, thuis.sami)


def test_why_it_stays_out_is_said_without_a_word_of_it(thuis: Thuis) -> None:
    word(thuis, 2011)
    praat_alleen(thuis)
    thuis.vraag(thuis.fatma)
    made = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, thuis.fatma)
    kept = [regel for regel in made.lijst if VERSLAG in regel.tekst]
    assert [(regel.vrij_te_geven, regel.artikel) for regel in kept] == [
        (False, "Jeugdwet 7.3.2; 7.3.11 lid 3; 7.3.15 lid 4")
    ]
    assert "goede hulp vraagt dat dit er niet in staat" in " ".join(made.tekst.split())


@pytest.mark.parametrize(("wie", "staat_erin"), [("mehmet", False), ("sami", True)])
def test_the_invitation_to_such_a_talk_is_not_in_the_list_of_what_was_shared(
    thuis: Thuis, tmp_path: Path, wie: str, staat_erin: bool
) -> None:
    gesprek = praat_alleen(thuis)
    schrijf_uitnodigingen(thuis.sessie, gesprek, tmp_path)
    reader = getattr(thuis, wie)
    thuis.vraag(reader)
    copy = bereid_afschrift_voor(thuis.sessie, thuis.casus_id, reader).tekst
    assert ("huisbezoek" in copy.casefold()) is staat_erin

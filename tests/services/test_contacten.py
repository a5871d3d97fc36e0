"""The address book: found while typing, changed for every family at once, and never lost while in use."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, VerouderdeVersie
from kernteam_tui.domain.gezinscodes import Netwerkgroep, PartnerSoort
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.contacten import (
    ContactGegevens,
    ContactInGebruik,
    filter_contacten,
    get_contact,
    list_contacten,
    save_contact,
    wis_contact,
)
from kernteam_tui.services.netwerk import LidGegevens, get_netwerk, save_lid, wis_lid
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.sessie import Sessie

ARTS = ContactGegevens(
    "M. Bakker",
    PartnerSoort.HUISARTS,
    "huisarts",
    "Praktijk Oost",
    "030-123 0001",
    "bakker@example.org",
    "tot 10 uur",
)
AGENT = ContactGegevens("Yıldız Öztürk", PartnerSoort.POLITIE, "wijkagent", "politie Noord", "0900-8844")


@pytest.fixture
def arts(sessie: Sessie) -> str:
    save_contact(sessie, None, AGENT)
    return save_contact(sessie, None, ARTS)


def test_a_contact_is_kept_as_it_was_typed(sessie: Sessie, arts: str) -> None:
    contact = get_contact(sessie, arts)
    assert [getattr(contact, veld) for veld in ARTS.__dataclass_fields__] == list(vars(ARTS).values())
    assert (contact.gezinnen, [c.naam for c in list_contacten(sessie)]) == (0, ["M. Bakker", "Yıldız Öztürk"])


@pytest.mark.parametrize(
    ("woorden", "naam"),
    [
        ("bak", "M. Bakker"),
        ("huisarts oost", "M. Bakker"),
        ("0301230001", "M. Bakker"),
        ("yildiz", "Yıldız Öztürk"),
        ("OZTURK", "Yıldız Öztürk"),
        ("wijk", "Yıldız Öztürk"),
        ("8844", "Yıldız Öztürk"),
        ("noord agent", ""),
        ("zzz", ""),
    ],
)
def test_found_by_the_beginning_of_any_word_and_by_the_number(
    sessie: Sessie, arts: str, woorden: str, naam: str
) -> None:
    assert arts
    gevonden = [contact.naam for contact in filter_contacten(list_contacten(sessie), woorden)]
    assert gevonden == ([naam] if naam else [])


def test_nothing_typed_finds_everybody(sessie: Sessie, arts: str) -> None:
    assert arts
    assert len(filter_contacten(list_contacten(sessie), "  ")) == 2


def test_who_stands_on_a_map_stays_in_the_book(sessie: Sessie, arts: str, casus: AanmeldingUitkomst) -> None:
    lid = save_lid(sessie, casus.casus_id, None, LidGegevens(Netwerkgroep.PROFESSIONALS, contact_id=arts))
    assert get_contact(sessie, arts).gezinnen == 1
    with pytest.raises(ContactInGebruik) as fout:
        wis_contact(sessie, arts)
    assert "van 1 gezin." in fout.value.tekst
    assert "M. Bakker" not in fout.value.zin
    wis_lid(sessie, casus.casus_id, lid)
    wis_contact(sessie, arts)
    with pytest.raises(NietGevonden):
        get_contact(sessie, arts)


def test_the_refusal_counts_families() -> None:
    assert "van 3 gezinnen." in ContactInGebruik(3).tekst


def test_adding_changing_and_removing_can_be_taken_back(sessie: Sessie, arts: str) -> None:
    for functie, args in (
        (save_contact, (None, ContactGegevens("Nieuw", PartnerSoort.GGZ))),
        (save_contact, (arts, AGENT)),
        (wis_contact, (arts,)),
    ):
        terug = doe_met_opname(functie, sessie, *args).ongedaan("iets")
        assert terug is not None
        terug.zet_terug(sessie)
        assert [c.naam for c in list_contacten(sessie)] == ["M. Bakker", "Yıldız Öztürk"]


def test_a_name_is_needed_and_an_older_form_does_not_write_over_a_newer(sessie: Sessie, arts: str) -> None:
    with pytest.raises(InhoudOngeldig):
        save_contact(sessie, None, ContactGegevens(" ", PartnerSoort.GGZ))
    oud = get_contact(sessie, arts).revision
    save_contact(sessie, arts, ARTS.__class__("M. Bakker-Smit", PartnerSoort.HUISARTS), oud)
    with pytest.raises(VerouderdeVersie):
        save_contact(sessie, arts, ARTS, oud)
    assert get_contact(sessie, arts).naam == "M. Bakker-Smit"


def test_the_map_of_each_family_follows_the_book(
    sessie: Sessie, arts: str, casus: AanmeldingUitkomst
) -> None:
    save_lid(sessie, casus.casus_id, None, LidGegevens(Netwerkgroep.PROFESSIONALS, contact_id=arts))
    save_contact(sessie, arts, ContactGegevens("M. Bakker", PartnerSoort.HUISARTS, telefoon="030-9"))
    mensen = get_netwerk(sessie, casus.casus_id).kaart.mensen
    assert [wie.telefoon for wie in mensen if wie.naam == "M. Bakker"] == ["030-9"]

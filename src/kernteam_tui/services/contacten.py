"""The address book of professionals that several families share: find, add, change, remove (S21, S22)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kernteam_tui.data.queries.contacten import ContactBeeld, lees_contacten, tel_gezinnen
from kernteam_tui.data.zoekindex.letters import bare
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "ContactBeeld",
    "ContactGegevens",
    "ContactInGebruik",
    "filter_contacten",
    "get_contact",
    "list_contacten",
    "past_bij",
    "save_contact",
    "wis_contact",
]


class ContactInGebruik(RegelGeweigerd):
    """A contact that stands on a netwerkkaart stays in the address book."""

    code = "contact_in_gebruik"
    titel = "Dit contact is in gebruik"

    def __init__(self, gezinnen: int) -> None:
        aantal = "1 gezin" if gezinnen == 1 else f"{gezinnen} gezinnen"
        super().__init__(
            f"Dit contact staat op de netwerkkaart van {aantal}.",
            "Haal het daar eerst af, of wijzig de gegevens.",
        )


@dataclass(frozen=True)
class ContactGegevens:
    """What the form asks."""

    naam: str
    soort: PartnerSoort
    functie: str = ""
    organisatie: str = ""
    telefoon: str = ""
    email: str = ""
    opmerking: str = ""


def list_contacten(sessie: Sessie) -> tuple[ContactBeeld, ...]:
    """The whole address book, by name."""
    with sessie.lezen() as conn:
        return lees_contacten(conn)


def filter_contacten(contacten: Iterable[ContactBeeld], woorden: str) -> tuple[ContactBeeld, ...]:
    """Who has each of these words in name, function, organisation or kind, or the digits in the number."""
    return tuple(contact for contact in contacten if past_bij(woorden, *_zoekvelden(contact)))


def past_bij(woorden: str, *velden: str) -> bool:
    """Whether every word begins a word of these fields, without regard to case and accents.

    A word of three digits or more is also looked for in what is written without spaces: a phone number.
    """
    tekst = bare(" ".join(velden))
    los = _woorden(tekst)
    dicht = "".join(letter for letter in tekst if letter.isdigit())
    return all(
        any(deel.startswith(woord) for deel in los) or (len(woord) > 2 and woord.isdigit() and woord in dicht)
        for woord in _woorden(bare(woorden))
    )


def _woorden(tekst: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in tekst).split()


def get_contact(sessie: Sessie, contact_id: str) -> ContactBeeld:
    """One contact. Raises NietGevonden."""
    for contact in list_contacten(sessie):
        if contact.id == contact_id:
            return contact
    raise NietGevonden("Dit contact staat niet (meer) in het adresboek.", "Ga terug en zoek het opnieuw.")


def save_contact(
    sessie: Sessie, contact_id: str | None, gegevens: ContactGegevens, revision: int | None = None
) -> str:
    """Change a contact, or add one where `contact_id` is None; answers the id.

    Raises InhoudOngeldig without a name, VerouderdeVersie when it was saved since `revision`.
    """
    if not gegevens.naam.strip():
        raise InhoudOngeldig("De naam ontbreekt.", "Vul in hoe deze persoon of plek heet.")
    with sessie.unit_of_work() as uow:
        if contact_id is None:
            contact = Contact(naam=gegevens.naam, soort=gegevens.soort)
            uow.contacten.add(contact)
            veranderd = "erbij"
        else:
            contact = uow.contacten.get(contact_id, revision)
            veranderd = velden_die_verschillen(_gegevens(contact), gegevens) or "niets veranderd"
        _neem_over(contact, gegevens)
        uow.log(LogSoort.GEWIJZIGD, f"adresboek: {veranderd}")
        uow.commit()
        return contact.id


def wis_contact(sessie: Sessie, contact_id: str) -> None:
    """Take a contact out of the address book. Raises ContactInGebruik, NietGevonden."""
    with sessie.lezen() as conn:
        gezinnen = tel_gezinnen(conn, contact_id)
    if gezinnen:
        raise ContactInGebruik(gezinnen)
    with sessie.unit_of_work() as uow:
        uow.contacten.remove(uow.contacten.get(contact_id))
        uow.log(LogSoort.GEWIJZIGD, "adresboek: contact eraf")
        uow.commit()


def _gegevens(contact: Contact) -> ContactGegevens:
    return ContactGegevens(
        contact.naam,
        contact.soort,
        contact.functie,
        contact.organisatie,
        contact.telefoon or "",
        contact.email or "",
        contact.opmerking,
    )


def _neem_over(contact: Contact, gegevens: ContactGegevens) -> None:
    contact.naam, contact.soort = gegevens.naam.strip(), gegevens.soort
    contact.functie, contact.organisatie = gegevens.functie.strip(), gegevens.organisatie.strip()
    contact.telefoon = gegevens.telefoon.strip() or None
    contact.email = gegevens.email.strip() or None
    contact.opmerking = gegevens.opmerking.strip()


def _zoekvelden(contact: ContactBeeld) -> tuple[str, ...]:
    return contact.naam, contact.functie, contact.organisatie, contact.soort.label, contact.telefoon

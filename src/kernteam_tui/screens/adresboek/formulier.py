"""The form of a contact in the address book."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.contacten import ContactBeeld, ContactGegevens, get_contact, save_contact
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld, Tekstvlak
from kernteam_tui.widgets.vinklijst import opties_van


class ContactScreen(Wijzigformulier):
    """`contact_id` empty: a new contact, with the name `voorstel` filled in."""

    NAAM = "contact"
    TITEL = "Contact"
    CSS_PATH = stijl("adresboek")

    def __init__(self, contact_id: str = "", voorstel: str = "") -> None:
        super().__init__(contact_id=contact_id, voorstel=voorstel)
        self._contact_id = contact_id

    def concept_sleutel(self) -> str:
        return f"contact:{self._contact_id or 'nieuw'}"

    def laad(self) -> None:
        if self._contact_id:
            self.lees(get_contact, self._contact_id, bij_klaar=self._toon_contact)
            return
        self.kop(titel="Nieuw contact")
        self.begin_met(LEEG)

    def begonnen(self) -> None:
        """The name is proposed where none was typed yet; it counts as typed."""
        voorstel = str(self.argumenten["voorstel"] or "")
        if voorstel and not self._contact_id and not self.waarde["naam"]:
            self.zet("naam", voorstel)

    def _toon_contact(self, contact: ContactBeeld) -> None:
        self.kop(onderwerp=contact.naam)
        aantal = "1 gezin" if contact.gezinnen == 1 else f"{contact.gezinnen} gezinnen"
        if contact.gezinnen:
            self.query_one("#contact-gezinnen", Tekst).update(
                f"Staat op de netwerkkaart van {aantal}: wat je hier wijzigt, wijzigt daar mee."
            )
        self.begin_met({**waarden_van(contact), self.REVISIE: contact.revision})

    def velden(self) -> ComposeResult:
        yield Tekstveld("naam", "Naam", verplicht=True, voorbeeld="bv. M. Bakker, of Praktijk Oost")
        yield Keuzeveld("soort", "Soort", opties_van(PartnerSoort), verplicht=True)
        yield Tekstveld("functie", "Functie", voorbeeld="bv. praktijkondersteuner")
        yield Tekstveld("organisatie", "Organisatie")
        yield Tekstveld("telefoon", "Telefoon")
        yield Tekstveld("email", "E-mail")
        yield Tekstvlak(
            "opmerking",
            "Goed om te weten",
            hoogte=3,
            uitleg="Wanneer en hoe bereikbaar. Nooit iets over een gezin: meer gezinnen delen dit contact.",
        )
        yield Tekst(id="contact-gezinnen", classes="zacht")

    def afronden(self) -> None:
        self.rond_af(
            bewaar_contact,
            self._contact_id,
            self.veranderd(),
            self.waarde.get(self.REVISIE),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Contact gewijzigd" if self._contact_id else "Contact toegevoegd",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


LEEG: dict[str, Any] = {
    "naam": "",
    "soort": "",
    "functie": "",
    "organisatie": "",
    "telefoon": "",
    "email": "",
    "opmerking": "",
}


def bewaar_contact(sessie: Any, contact_id: str, veranderd: dict[str, Any], revision: int | None) -> str:
    """Put what was changed over the contact as it is now."""
    nu = waarden_van(get_contact(sessie, contact_id)) if contact_id else LEEG
    waarde = {**nu, **veranderd}
    gegevens = ContactGegevens(**{**waarde, "soort": PartnerSoort(waarde["soort"])})
    return save_contact(sessie, contact_id or None, gegevens, revision)


def waarden_van(contact: ContactBeeld) -> dict[str, Any]:
    """The fields of the form as this contact has them."""
    return {**{veld: getattr(contact, veld) for veld in LEEG}, "soort": contact.soort.value}

"""Adresboek: professionals that several families share, filtered as you type; a number in few keys."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.contacten import (
    ContactBeeld,
    filter_contacten,
    list_contacten,
    wis_contact,
)
from kernteam_tui.widgets.invoer import Invoer, Lijstinvoer
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Tekst

NAAM_BREED, NUMMER_BREED = 26, 16
LEEG = (
    "Nog niemand in je adresboek.\n\nMet F6 zet je er iemand in: een huisarts, een wijkagent, een medewerker "
    "van een buurtteam. Je ziet diegene dan bij elk gezin terug."
)
NIETS = (
    "Niemand gevonden. Probeer het begin van een naam, een functie of een organisatie; F6 zet er iemand bij."
)


class AdresboekScreen(KernteamScreen):
    """The cursor stays in the field; up and down walk through the list.

    The words stay in `argumenten`, so that they are there again after locking.
    """

    NAAM = "adresboek"
    TITEL = "Adresboek"
    UITLEG = (
        "Professionals buiten je kernteam, één keer ingevuld voor alle gezinnen. Typ een deel van naam, "
        "functie of organisatie. Schrijf hier nooit iets over een gezin."
    )
    CSS_PATH = stijl("adresboek")
    TYPEN = True
    OPDRACHTEN = (
        Opdracht("openen", "enter", "openen", "De gegevens van dit contact bekijken of wijzigen", "contact"),
        Opdracht("nieuw_contact", "f6", "erbij", "Iemand in het adresboek zetten", "contact"),
        Opdracht("verwijderen", "f4", "weghalen", "Dit contact uit het adresboek halen"),
    )
    BINDINGS = [
        Binding("down", "stap(1)", "omlaag", show=False),
        Binding("up", "stap(-1)", "omhoog", show=False),
        Binding("pagedown", "blader(1)", "bladzijde omlaag", show=False),
        Binding("pageup", "blader(-1)", "bladzijde omhoog", show=False),
    ]
    AUTO_FOCUS = "#adresboek-woorden"

    def __init__(self, woorden: str = "") -> None:
        super().__init__(woorden=woorden)
        self._contacten: tuple[ContactBeeld, ...] = ()

    def inhoud(self) -> ComposeResult:
        yield Lijstinvoer(
            self._woorden, placeholder="naam, functie, organisatie of nummer", id="adresboek-woorden"
        )
        yield Tekst(id="adresboek-telling", classes="zacht")
        lijst = Lijst[ContactBeeld](contact_regels, LEEG, id="adresboek-lijst")
        lijst.can_focus = False
        yield lijst

    def laad(self) -> None:
        self.lees(list_contacten, bij_klaar=self._toon)

    @property
    def _woorden(self) -> str:
        return str(self.argumenten["woorden"] or "")

    @property
    def _lijst(self) -> Lijst[ContactBeeld]:
        return self.query_one("#adresboek-lijst", Lijst)

    def _toon(self, contacten: tuple[ContactBeeld, ...]) -> None:
        self._contacten = contacten
        self._filter()

    def _filter(self) -> None:
        gevonden = filter_contacten(self._contacten, self._woorden)
        self._lijst.zet_leeg(NIETS if self._contacten else LEEG)
        self._lijst.vul([(contact.id, contact) for contact in gevonden])
        telling = f"{len(gevonden)} van {len(self._contacten)}" if self._contacten else ""
        self.query_one("#adresboek-telling", Tekst).update(telling)

    @on(Invoer.Changed, "#adresboek-woorden")
    def _getypt(self, event: Invoer.Changed) -> None:
        if event.value != self._woorden:
            self.argumenten["woorden"] = event.value
            self._filter()
            self._lijst.action_naar(0)

    def action_stap(self, stap: int) -> None:
        self._lijst.action_stap(stap)

    def action_blader(self, stap: int) -> None:
        self._lijst.action_blader(stap)

    @on(Invoer.Submitted, "#adresboek-woorden")
    @on(Lijst.Gekozen)
    def action_openen(self) -> None:
        if self._lijst.sleutel is not None:
            self.open("contact", contact_id=self._lijst.sleutel)

    def action_nieuw_contact(self) -> None:
        """What was looked for and not found is most likely the name."""
        self.open("contact", voorstel="" if self._lijst.item else self._woorden.strip())

    def action_verwijderen(self) -> None:
        if self._lijst.sleutel is not None:
            self.doe(
                wis_contact,
                self._lijst.sleutel,
                bij_klaar=lambda _: self.laad(),
                ongedaan="Contact uit het adresboek gehaald",
            )


def contact_regels(contact: ContactBeeld, breed: int) -> tuple[Content, ...]:
    """Name and number first, so that they are read at once; under it who this is and how to write."""
    wat = ", ".join(deel for deel in (contact.functie or contact.soort.label, contact.organisatie) if deel)
    naam = Content(contact.naam).truncate(NAAM_BREED - 1, ellipsis=True).stylize("bold")
    boven = Content.assemble(
        naam,
        " " * (NAAM_BREED - naam.cell_length),
        (f"{contact.telefoon:{NUMMER_BREED}}", "$primary"),
        (f"  {contact.email}" if breed >= NAAM_BREED + NUMMER_BREED + 20 else "", ""),
    )
    gezinnen = {0: "", 1: "bij 1 gezin"}.get(contact.gezinnen, f"bij {contact.gezinnen} gezinnen")
    onder = " · ".join(deel for deel in (wat, gezinnen, contact.opmerking) if deel)
    return boven, Content.styled(f"  {onder}", ZACHT)

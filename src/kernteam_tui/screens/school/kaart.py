"""What stands on the card of a school. No names of clients: people of the school may look along (S36)."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from kernteam_tui.domain.codes import SchoolSoort
from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.screens.school.dichte_dagen import schrijf_dagen
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.vandaag import SchoolWeek, WeekRij
from kernteam_tui.widgets.feiten import Feit
from kernteam_tui.widgets.tekst import ZACHT
from kernteam_tui.widgets.weekrooster import DAG_BREED, LEGENDA, dicht_zinnen, vak_tekst

NAAM_BREED = 36
TUSSEN = "   "
NIET_OPZOEKEN = (
    "Vraagt school of een gezin al bekend is, bij jou of bij een buurtteam? Dat mag je niet zeggen. "
    "Vraag het samen aan het gezin."
)
"""S36."""
LEEG = (
    "Nog geen school.\n\nDruk op t om je school toe te voegen, met het kernteam en wie er wanneer is. "
    "Daarna kun je aanmeldingen vastleggen en startgesprekken plannen."
)


def lijst_regels(school: SchoolBeeld, breed: int) -> tuple[Content, ...]:
    """A school in the list: one line where there is room for it, else two."""
    aantal = len(school.kernteam)
    feiten = f"{school.soort}, {aantal} in het kernteam" if aantal else f"{school.soort}, nog geen kernteam"
    naam = Content(school.naam)
    if breed >= 60:
        naam = naam.truncate(NAAM_BREED - 1, ellipsis=True)
        wit = Content(" " * (NAAM_BREED - naam.cell_length))
        return (naam.stylize("bold") + wit + Content.styled(feiten, ZACHT),)
    return (naam.stylize("bold"), Content.styled(feiten, ZACHT))


def kernteam_tekst(school: SchoolBeeld, week: SchoolWeek, vandaag: date) -> Content:
    """The kernteam with this week beside it, and below each name how to reach that person."""
    if not school.kernteam:
        return Content.styled("Nog niemand ingevuld. Druk op w om het kernteam toe te voegen.", ZACHT)
    regels = [_dagen(week, vandaag)]
    for partner, rij in zip(school.kernteam, week.rijen, strict=True):
        regels += [_naam_en_week(partner, rij, week), _bereik(partner)]
    regels += [Content(""), Content.styled(LEGENDA, ZACHT)]
    regels += [Content.styled(zin, ZACHT) for zin in dicht_zinnen(week)]
    return Content("\n").join(regels)


def feiten(school: SchoolBeeld, vandaag: date) -> list[Feit]:
    """What else was agreed with this school."""
    komend = schrijf_dagen(dag for dag in school.dicht if dag >= vandaag)
    mentor = "met de mentor erbij" if school.mentor_erbij else "zonder dat de mentor erbij moet zijn"
    return [
        ("Soort", SchoolSoort(school.soort).label),
        ("Regio", f"{school.regio.label} (schoolvakanties)"),
        ("Startgesprek", f"{school.gesprek_minuten} minuten, {mentor}"),
        ("Ruimtes", ", ".join(school.ruimtes) or "geen ingevuld"),
        ("Dichte dagen", "\n".join(komend) or "geen, naast vakanties en feestdagen"),
    ]


def _dagen(week: SchoolWeek, vandaag: date) -> Content:
    regel = Content.styled(f"{f'week {week.dagen[0].isocalendar().week}':{NAAM_BREED}}", ZACHT)
    for dag, naam in zip(week.dagen, SCHOOLDAGEN, strict=True):
        stijl = "bold underline $primary" if dag == vandaag else ZACHT
        regel += Content.styled(naam, stijl) + Content(" " * (DAG_BREED - len(naam)))
    return regel


def _naam_en_week(partner: PartnerBeeld, rij: WeekRij, week: SchoolWeek) -> Content:
    naam = Content(f"{partner.naam} (jij)" if partner.ik else partner.naam)
    naam = naam.truncate(NAAM_BREED - 2, ellipsis=True)
    regel = naam.stylize("bold") + Content(" " * (NAAM_BREED - naam.cell_length))
    for (ochtend, middag), reden in zip(rij.dagen, week.dicht, strict=True):
        regel += vak_tekst(ochtend, middag, bool(reden)) + Content(" " * (DAG_BREED - 2))
    return regel


def _bereik(partner: PartnerBeeld) -> Content:
    delen = (partner.rol.label, partner.telefoon, partner.email)
    return Content.styled("  " + TUSSEN.join(deel for deel in delen if deel), ZACHT)

"""What stands on the card of a school. No names of clients: people of the school may look along (S36)."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from kernteam_tui.domain.codes import SchoolSoort
from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.domain.periodetekst import periode_met_jaar
from kernteam_tui.domain.schooltijd import Lesuur, Overlegmoment
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.services.schooldagen import Dagregel, dagregels
from kernteam_tui.services.vandaag import SchoolWeek, WeekRij
from kernteam_tui.widgets.feiten import Feit
from kernteam_tui.widgets.tekst import ZACHT
from kernteam_tui.widgets.weekrooster import DAG_BREED, dicht_zinnen, legenda, vakken

NAAM_BREED = 36
TUSSEN = "   "
MEESTE_DAGEN = 6
"""Own days on the card; the screen behind `d` has them all."""
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
    regels += [Content(""), Content.styled(legenda([week]), ZACHT)]
    zinnen = [*dicht_zinnen(week), *(regel.zin for regel in week.weg)]
    regels += [Content.styled(zin, ZACHT) for zin in zinnen]
    return Content("\n").join(regels)


def feiten(school: SchoolBeeld, vandaag: date) -> list[Feit]:
    """What else was agreed with this school."""
    komend = [_eigen_dag(regel) for regel in dagregels(school) if regel.tot_en_met >= vandaag]
    mentor = "met de mentor erbij" if school.mentor_erbij else "zonder dat de mentor erbij moet zijn"
    return [
        ("Soort", SchoolSoort(school.soort).label),
        ("Regio", f"{school.regio.label} (schoolvakanties)"),
        ("Startgesprek", f"{school.gesprek_minuten} minuten, {mentor}"),
        ("Ruimtes", ", ".join(school.ruimtes) or "geen ingevuld"),
        ("Overleg kernteam", _overleg(school.overleg)),
        ("Lesuren", _lesuren(school.lesuren)),
        ("Eigen dagen", "\n".join(komend[:MEESTE_DAGEN]) or "geen, naast vakanties en feestdagen"),
        ("", f"en nog {len(komend) - MEESTE_DAGEN} (d)" if len(komend) > MEESTE_DAGEN else ""),
    ]


def _eigen_dag(regel: Dagregel) -> str:
    wat = "" if regel.oud else f"  {regel.wat or regel.soort.label}"
    return f"{periode_met_jaar(regel.van, regel.tot_en_met)}{wat}"


def _overleg(overleg: Overlegmoment | None) -> str:
    if overleg is None:
        return "geen vast moment ingevuld (u)"
    return f"{overleg.dag.label} {overleg.van:%H:%M}, {overleg.minuten} minuten"


def _lesuren(lesuren: tuple[Lesuur, ...]) -> str:
    if not lesuren:
        return "niet ingevuld (u)"
    eerste, laatste = lesuren[0], lesuren[-1]
    return f"{eerste.nummer}e tot en met {laatste.nummer}e, {eerste.van:%H:%M} tot {laatste.tot:%H:%M}"


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
    for vak in vakken(rij, week.dicht):
        regel += vak + Content(" " * (DAG_BREED - 2))
    return regel


def _bereik(partner: PartnerBeeld) -> Content:
    delen = (partner.rol.label, partner.telefoon, partner.email)
    return Content.styled("  " + TUSSEN.join(deel for deel in delen if deel), ZACHT)

"""Which screens exist, and where the user is among them. Screens load by name, when first opened."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from kernteam_tui.screens.basis import KernteamScreen

Argument = str | int | bool | None

SCHERMEN: dict[str, str | Callable[..., KernteamScreen]] = {
    "afwezigen": "kernteam_tui.screens.rooster.afwezigen:AfwezigenScreen",
    "afwezigheid": "kernteam_tui.screens.rooster.afwezigheid:AfwezigheidScreen",
    "aanmelding": "kernteam_tui.screens.aanmelding.scherm:AanmeldingScreen",
    "afschrift": "kernteam_tui.screens.verzoeken.afschrift:AfschriftScreen",
    "afsluiten": "kernteam_tui.screens.afsluiten:AfsluitenScreen",
    "casus": "kernteam_tui.screens.casus.scherm:CasusScreen",
    "casus_wijzigen": "kernteam_tui.screens.casus.wijzigen:CasusWijzigenScreen",
    "persoon": "kernteam_tui.screens.persoon:PersoonScreen",
    "adresboek": "kernteam_tui.screens.adresboek.lijst:AdresboekScreen",
    "contact": "kernteam_tui.screens.adresboek.formulier:ContactScreen",
    "netwerk": "kernteam_tui.screens.netwerk.scherm:NetwerkScreen",
    "netwerklid": "kernteam_tui.screens.netwerk.formulier:NetwerklidScreen",
    "aanvulling": "kernteam_tui.screens.notitie.aanvulling:AanvullingScreen",
    "actie": "kernteam_tui.screens.gezinsplan.formulieren:ActieScreen",
    "akkoord": "kernteam_tui.screens.gezinsplan.akkoordformulieren:AkkoordScreen",
    "agenda_inlezen": "kernteam_tui.screens.agenda.inlezen:AgendaInlezenScreen",
    "agendas": "kernteam_tui.screens.agenda.lijst:AgendasScreen",
    "bladzijde": "kernteam_tui.screens.bladzijde.scherm:BladzijdeScreen",
    "broer_of_zus": "kernteam_tui.screens.gezin.broer_of_zus:BroerOfZusScreen",
    "caseload": "kernteam_tui.screens.caseload:CaseloadScreen",
    "doel": "kernteam_tui.screens.gezinsplan.formulieren:DoelScreen",
    "eerste_keer": "kernteam_tui.screens.eerste_keer.scherm:EersteKeerScreen",
    "eerste_school": "kernteam_tui.screens.eerste_keer.school:EersteSchoolScreen",
    "evaluatie": "kernteam_tui.screens.gezinsplan.formulieren:EvaluatieScreen",
    "familieplan": "kernteam_tui.screens.gezinsplan.familieplan:FamilieplanScreen",
    "familieplan_antwoord": "kernteam_tui.screens.gezinsplan.familieinvoer:FamilieplanAntwoordScreen",
    "familieplan_bestand": "kernteam_tui.screens.gezinsplan.familieinvoer:FamilieplanBestandScreen",
    "genogram": "kernteam_tui.screens.genogram.scherm:GenogramScreen",
    "gesprek_plannen": "kernteam_tui.screens.gesprek_plannen:GesprekPlannenScreen",
    "gesprek_vastleggen": "kernteam_tui.screens.gesprek_vastleggen.scherm:GesprekVastleggenScreen",
    "gesprekcheck": "kernteam_tui.screens.gesprekcheck.scherm:GesprekcheckScreen",
    "gezag": "kernteam_tui.screens.gezag:GezagScreen",
    "gezin_invoer": "kernteam_tui.screens.gezin.invoer:GezinInvoerScreen",
    "gezinsplan": "kernteam_tui.screens.gezinsplan.scherm:GezinsplanScreen",
    "huishouden": "kernteam_tui.screens.gezin.huishouden:HuishoudenScreen",
    "indeling": "kernteam_tui.screens.planner.indeling:IndelingScreen",
    "instellingen": "kernteam_tui.screens.instellingen:InstellingenScreen",
    "kennismaking": "kernteam_tui.screens.kennismaking.scherm:KennismakingScreen",
    "klas_en_mentor": "kernteam_tui.screens.gezin.klas_en_mentor:KlasEnMentorScreen",
    "kluis": "kernteam_tui.screens.kluis:KluisScreen",
    "leeftijden": "kernteam_tui.screens.leeftijden.scherm:LeeftijdenScreen",
    "leeftijdstap": "kernteam_tui.screens.leeftijden.formulieren:LeeftijdstapScreen",
    "logboek": "kernteam_tui.screens.logboek:LogboekScreen",
    "notitie": "kernteam_tui.screens.notitie.scherm:NotitieScreen",
    "notitie_kenmerken": "kernteam_tui.screens.notitie.kenmerken:NotitieKenmerkenScreen",
    "relatie": "kernteam_tui.screens.gezin.relatie:RelatieScreen",
    "planevaluatie": "kernteam_tui.screens.gezinsplan.evaluatie:PlanevaluatieScreen",
    "planakkoord": "kernteam_tui.screens.gezinsplan.akkoord:PlanakkoordScreen",
    "planformaten": "kernteam_tui.screens.planformaten:PlanformatenScreen",
    "planner": "kernteam_tui.screens.planner.scherm:PlannerScreen",
    "planpapier": "kernteam_tui.screens.gezinsplan.papier:PlanpapierScreen",
    "planpapierdag": "kernteam_tui.screens.gezinsplan.akkoordformulieren:PlanpapierdagScreen",
    "planverloop": "kernteam_tui.screens.gezinsplan.verloop:PlanverloopScreen",
    "planversies": "kernteam_tui.screens.gezinsplan.versies:PlanversiesScreen",
    "overleg": "kernteam_tui.screens.overleg.agenda:OverlegScreen",
    "overleg_aanwezig": "kernteam_tui.screens.overleg.aanwezig:OverlegAanwezigScreen",
    "overleg_eerdere": "kernteam_tui.screens.overleg.eerdere:OverlegEerdereScreen",
    "overleg_eigen": "kernteam_tui.screens.overleg.eigen:OverlegEigenScreen",
    "overleg_moment": "kernteam_tui.screens.overleg.moment:OverlegMomentScreen",
    "overleg_papier": "kernteam_tui.screens.overleg.papier:OverlegPapierScreen",
    "overleg_punt": "kernteam_tui.screens.overleg.punt:OverlegPuntScreen",
    "reservekopie": "kernteam_tui.screens.reservekopieen.kopie:ReservekopieScreen",
    "reservekopieen": "kernteam_tui.screens.reservekopieen.lijst:ReservekopieenScreen",
    "rooster": "kernteam_tui.screens.rooster.scherm:RoosterScreen",
    "samen_kijken": "kernteam_tui.screens.gezinsplan.samen:SamenKijkenScreen",
    "school": "kernteam_tui.screens.school.scherm:SchoolScreen",
    "school_formulier": "kernteam_tui.screens.school.formulier:SchoolformulierScreen",
    "schooldag": "kernteam_tui.screens.rooster.schooldag:SchooldagScreen",
    "schooldagen": "kernteam_tui.screens.rooster.schooldagen:SchooldagenScreen",
    "schooltijden": "kernteam_tui.screens.rooster.schooltijden:SchooltijdenScreen",
    "sleutel_code": "kernteam_tui.screens.sleutels.code:SleutelCodeScreen",
    "sleutel_gelekt": "kernteam_tui.screens.sleutels.gelekt:SleutelGelektScreen",
    "sleutel_organisatie": "kernteam_tui.screens.sleutels.organisatie:SleutelOrganisatieScreen",
    "sleutel_organisatie_weg": "kernteam_tui.screens.sleutels.organisatie:SleutelOrganisatieWegScreen",
    "sleutel_zin": "kernteam_tui.screens.sleutels.zin:SleutelZinScreen",
    "sleutels": "kernteam_tui.screens.sleutels.lijst:SleutelsScreen",
    "startgesprek": "kernteam_tui.screens.startgesprek.scherm:StartgesprekScreen",
    "toekomst": "kernteam_tui.screens.leeftijden.formulieren:ToekomstScreen",
    "afspraak": "kernteam_tui.screens.delen.afspraak:AfspraakScreen",
    "terugkoppeling": "kernteam_tui.screens.delen.bericht:BerichtScreen",
    "terugkoppelingen": "kernteam_tui.screens.delen.lijst:TerugkoppelingenScreen",
    "toestemming": "kernteam_tui.screens.delen.toestemming:ToestemmingScreen",
    "uit": "kernteam_tui.screens.uit:UitScreen",
    "uitstel": "kernteam_tui.screens.kennismaking.uitstel:UitstelScreen",
    "uitnodigingen": "kernteam_tui.screens.uitnodigingen:UitnodigingenScreen",
    "vandaag": "kernteam_tui.screens.vandaag:VandaagScreen",
    "verstrekkingen": "kernteam_tui.screens.bladzijde.gegeven:GegevenScreen",
    "verzoek": "kernteam_tui.screens.verzoeken.formulieren:VerzoekScreen",
    "verzoek_afhandelen": "kernteam_tui.screens.verzoeken.formulieren:VerzoekAfhandelenScreen",
    "verzoeken": "kernteam_tui.screens.verzoeken.lijst:VerzoekenScreen",
    "weekpost": "kernteam_tui.screens.planner.post:WeekpostScreen",
    "wie_doet_wat": "kernteam_tui.screens.wie_doet_wat:WieDoetWatScreen",
    "wisbewijs": "kernteam_tui.screens.wisbewijs:WisbewijsScreen",
    "wissen": "kernteam_tui.screens.wissen:WissenScreen",
    "woongemeente": "kernteam_tui.screens.gezin.woongemeente:WoongemeenteScreen",
    "zoeken": "kernteam_tui.screens.zoeken:ZoekenScreen",
}
"""Name of a screen -> `module:Class` (or the class). A name that is not here is shown nowhere."""


@dataclass(frozen=True)
class Plek:
    """Where a user is: enough to build the screen again after locking, and no client's text."""

    scherm: str
    argumenten: dict[str, Argument] = field(default_factory=dict)
    focus: str = ""
    """Id of the focused widget."""
    cursor: tuple[int, ...] = ()
    """Cursor inside it: `(column,)`, `(row, column)`; empty when it has none."""
    niet_bewaard: Any = None
    """Only when saving failed at locking: what was typed, kept in memory until it can be saved."""


def bestaat(naam: str) -> bool:
    """True when the screen is part of the program."""
    return naam in SCHERMEN


def maak_scherm(naam: str, argumenten: dict[str, Argument]) -> KernteamScreen:
    """A new screen of that name. Raises KeyError when the name is not registered."""
    plaats = SCHERMEN[naam]
    if isinstance(plaats, str):
        module, _, klasse = plaats.partition(":")
        plaats = cast("Callable[..., KernteamScreen]", getattr(importlib.import_module(module), klasse))
    return plaats(**argumenten)

"""What may be typed after `kernteam`. A command that does not exist yet stands nowhere."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from kernteam_tui.cli.agendaopties import bouw_lezen
from kernteam_tui.cli.dossieropties import bouw_dossier
from kernteam_tui.cli.familieopties import bouw_familie
from kernteam_tui.cli.invoer import (
    een_van,
    getal,
    keuze,
    lees_dag,
    lees_datum,
    lees_moment,
    lees_pad,
    lees_woord,
)
from kernteam_tui.cli.ontleder import Groep, Ontleder, Uitleg
from kernteam_tui.cli.planopties import bouw_plan
from kernteam_tui.cli.sleutelopties import bouw_sleutels
from kernteam_tui.domain.codes import Bevrijdingsdag, Fase, GesprekSoort, NotitieSoort, Regio, WisGrond
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.gesprek import MINUTEN
from kernteam_tui.domain.wissen import GRONDEN

VAN_STDIN = "-"
"""In the place of a file, or of the words to look for: read what is passed on."""
_MET_WAARDE = ("--map", "--wachtwoord-bestand", "--vandaag", "--aantal")
_ZOEKWOORDEN = (
    "waarnaar je zoekt; met - wordt ernaar gevraagd, of wordt gelezen wat je doorgeeft. Een naam die je "
    "achter de opdracht typt, blijft in de geschiedenis van je terminal staan"
)
_BESTANDEN = (
    "wachtwoord_bestand",
    "bestand",
    "tekst_bestand",
    "nieuw_bestand",
    "sleutel_wachtwoord_bestand",
)
_ZONDER_WAARDE = ("--json", "--help", "-h")


def ontleed(argv: Sequence[str]) -> argparse.Namespace:
    """The choices of one call: `opdracht` (None for the bare call), `map`, `wachtwoord_bestand`, `vandaag`,
    `json` and those of the command.

    Raises UitlegGevraagd, and GebruikOnjuist for whatever does not fit.
    """
    leeg = argparse.Namespace(opdracht=None, map=None, wachtwoord_bestand=None, vandaag=None, json=False)
    keuzes = bouw_ontleder().parse_args(_maak_zoekwoorden_vrij(argv), leeg)
    if keuzes.opdracht is None and (keuzes.json or keuzes.wachtwoord_bestand is not None):
        raise GebruikOnjuist("Er staat geen opdracht.", "Bekijk de opdrachten met ‘kernteam --help’.")
    _weiger_twee_van_stdin(keuzes)
    return keuzes


def _weiger_twee_van_stdin(keuzes: argparse.Namespace) -> None:
    """The first that reads would leave nothing for the second: a passphrase that is not right, or no note."""
    waarden = vars(keuzes)
    gevraagd = [naam for naam in _BESTANDEN if waarden.get(naam) == VAN_STDIN]
    if len(gevraagd) + (waarden.get("woorden") == [VAN_STDIN]) > 1:
        raise GebruikOnjuist(
            "Wat je doorgeeft kan maar één keer worden gelezen, en - staat er vaker.",
            "Geef voor een van de twee een bestand op.",
        )


def bouw_ontleder() -> Ontleder:
    """The whole command line."""
    gemeen = _gemeen()
    top = Ontleder(
        prog="kernteam",
        parents=[gemeen],
        description="Werkt met je caseload vanaf de opdrachtregel. Zonder opdracht opent het programma zelf.",
        epilog="Uitleg bij een opdracht: kernteam OPDRACHT --help",
    )
    groep = _opdrachten(top, "opdracht", "OPDRACHT", "Opdrachten", required=False)
    for bouw in (
        _kluis,
        bouw_sleutels,
        _dag,
        _zaken,
        bouw_familie,
        _gesprek,
        _agenda,
        _planner,
        bouw_plan,
        bouw_dossier,
        _logboek,
        _reserve,
        _nazien,
    ):
        bouw(groep)
    top.opdrachten = tuple(groep.ontleders)
    return top


def _opdrachten(ouder: Ontleder, dest: str, metavar: str, titel: str, *, required: bool) -> Groep:
    actie = ouder.add_subparsers(
        title=titel,
        dest=dest,
        metavar=metavar,
        prog=ouder.prog,
        parser_class=Ontleder,
        required=required,
        help="een van de woorden hieronder",
    )
    return Groep(actie, _gemeen())


def _gemeen() -> Ontleder:
    """The options that may stand before and after every command; not given means not set."""
    gemeen = Ontleder(argument_default=argparse.SUPPRESS)
    gemeen._optionals.title = "Opties bij elke opdracht"
    voeg = gemeen.add_argument
    voeg("-h", "--help", action=Uitleg, nargs=0, help="toon deze uitleg")
    voeg("--map", metavar="MAP", type=lees_pad, help="de map van de kluis; anders je eigen kluis")
    voeg(
        "--wachtwoord-bestand",
        metavar="BESTAND",
        help="bestand of pijp met de wachtwoordzin op de eerste regel; anders wordt ernaar gevraagd",
    )
    voeg("--vandaag", metavar="DATUM", type=lees_dag, help="reken vanaf deze dag (JJJJ-MM-DD)")
    voeg("--json", action="store_true", help="antwoord als één JSON-object")
    return gemeen


def _kluis(groep: Groep) -> None:
    groep.maak("nieuw", "Maak een lege kluis.")
    demo = groep.maak("demo", "Open een voorbeeld met verzonnen gezinnen.")
    demo.add_argument("--tekst", action="store_true", help="doe een werkdag voor als tekst, zonder scherm")
    demo.add_argument("--maak", metavar="MAP", type=lees_pad, help="maak alleen het voorbeeld, in deze map")
    demo.add_argument(
        "--zaad", metavar="N", type=getal(0, 999_999_999), default=1, help="ander getal, ander voorbeeld"
    )
    demo.add_argument(
        "--casussen", metavar="N", type=getal(0, 20_000), default=25, help="aantal casussen, anders 25"
    )
    demo.add_argument("--notities", metavar="N", type=getal(0, 1_000_000), help="aantal notities")


def _dag(groep: Groep) -> None:
    termijnen = groep.maak("termijnen", "Reken de termijnen van een aanmelding uit (zonder kluis).")
    voeg = termijnen.add_argument
    voeg("--aangemeld", metavar="DATUM", type=lees_datum, required=True, help="dag van de aanmelding")
    voeg(
        "--goede-vrijdag-vrij",
        metavar="JA|NEE",
        type=een_van("ja", "nee"),
        default="nee",
        help="of Goede Vrijdag een vrije dag is; anders nee",
    )
    voeg(
        "--bevrijdingsdag",
        metavar="WANNEER",
        type=keuze(Bevrijdingsdag),
        default=Bevrijdingsdag.ELK_JAAR,
        help="elk-jaar, lustrum of nooit vrij; anders elk-jaar",
    )
    voeg(
        "--regio",
        metavar="REGIO",
        type=keuze(Regio),
        default=Regio.MIDDEN,
        help="schoolvakanties van midden, noord of zuid; anders midden",
    )
    voeg(
        "--dicht",
        metavar="DATUM",
        type=lees_datum,
        nargs="+",
        action="extend",
        default=[],
        help="dag waarop de school dicht is; mag vaker",
    )
    groep.maak("vandaag", "Laat zien wat er vandaag moet gebeuren.")
    caseload = groep.maak("caseload", "Laat al je casussen zien.")
    caseload.add_argument(
        "--school", metavar="SCHOOL", type=lees_woord, default="", help="alleen van deze school"
    )
    caseload.add_argument(
        "--fase",
        metavar="FASE",
        type=keuze(Fase),
        help=f"alleen in deze fase: {', '.join(Fase)}",
    )


def _zaken(groep: Groep) -> None:
    casus = groep.maak("casus", "Laat één casus zien.")
    casus.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus, zoals 2026-014")
    school = groep.maak("school", "Lees een school met haar kernteam uit een bestand.")
    school.add_argument("--bestand", metavar="BESTAND", required=True, help="bestand in de vorm school/1")
    aanmelden = groep.maak("aanmelden", "Lees een aanmelding uit een bestand.")
    aanmelden.add_argument(
        "--bestand", metavar="BESTAND", required=True, help="bestand in de vorm aanmelding/1"
    )
    aanmelden.add_argument("--toch", action="store_true", help="ook als deze jongere er misschien al staat")
    zoek = groep.maak("zoek", "Zoek in casussen, notities, gesprekken en plannen.")
    zoek.add_argument("woorden", metavar="WOORDEN", type=lees_woord, nargs="+", help=_ZOEKWOORDEN)
    zoek.add_argument(
        "--aantal", metavar="N", type=getal(1, 100_000), default=20, help="hoogstens zoveel; anders 20"
    )
    notitie = groep.maak("notitie", "Schrijf een notitie bij een casus.")
    notitie.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    notitie.add_argument(
        "--soort", metavar="SOORT", type=keuze(NotitieSoort), required=True, help=", ".join(NotitieSoort)
    )
    notitie.add_argument(
        "--tekst-bestand",
        metavar="BESTAND",
        required=True,
        help="bestand met de tekst; - leest wat je doorgeeft",
    )


def _gesprek(groep: Groep) -> None:
    gesprek = groep.maak("gesprek", "Plan een gesprek, verzet het, zeg het af of herstel het.")
    deel = _opdrachten(gesprek, "wat", "WAT", "Wat je met een gesprek doet", required=True)
    plannen = deel.maak("plannen", "Plan een gesprek.")
    plannen.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    plannen.add_argument(
        "--soort", metavar="SOORT", type=keuze(GesprekSoort), required=True, help=", ".join(GesprekSoort)
    )
    plannen.add_argument(
        "--op", metavar="MOMENT", type=lees_moment, required=True, help="zoals 2026-11-26T10:30"
    )
    plannen.add_argument(
        "--minuten", metavar="N", type=getal(MINUTEN[0], MINUTEN[-1]), default=60, help="hoe lang; anders 60"
    )
    plannen.add_argument("--plek", metavar="PLEK", type=lees_woord, default="", help="waar het gesprek is")
    plannen.add_argument(
        "--wie",
        metavar="ID",
        type=lees_woord,
        nargs="+",
        action="extend",
        default=[],
        help="wie erbij komen: een id uit ‘kernteam casus’ of een rol; anders wie er meestal bij is",
    )
    verzetten = deel.maak("verzetten", "Verzet een gesprek.")
    afzeggen = deel.maak("afzeggen", "Zeg een gesprek af.")
    herstellen = deel.maak("herstellen", "Haal een afzegging terug.")
    for parser in (verzetten, afzeggen, herstellen):
        parser.add_argument("gesprek", metavar="GESPREK", type=lees_woord, help="id van het gesprek")
    verzetten.add_argument(
        "--op", metavar="MOMENT", type=lees_moment, required=True, help="zoals 2026-11-26T10:30"
    )
    verzetten.add_argument("--plek", metavar="PLEK", type=lees_woord, default="", help="een andere plek")
    verzetten.add_argument(
        "--wie",
        metavar="ID",
        type=lees_woord,
        nargs="+",
        action="extend",
        help="wie er nu bij komen, als dat verandert: iedereen die komt, met een id of een rol",
    )
    for parser in (verzetten, afzeggen):
        parser.add_argument(
            "--reden", metavar="REDEN", type=lees_woord, required=True, help="waarom, in een paar woorden"
        )
    for parser in (plannen, verzetten, afzeggen, herstellen):
        parser.add_argument("--ics", metavar="MAP", type=lees_pad, help="maak de uitnodigingen in deze map")
    gesprek.opdrachten = tuple(deel.ontleders)


def _agenda(groep: Groep) -> None:
    agenda = groep.maak("agenda", "Lees een agenda uit een bestand (zonder kluis).")
    deel = _opdrachten(agenda, "wat", "WAT", "Wat je met een agenda doet", required=True)
    bouw_lezen(deel.maak("lezen", "Laat zien wanneer iemand bezet is, en verder niets."))
    agenda.opdrachten = tuple(deel.ontleders)


def _planner(groep: Groep) -> None:
    planner = groep.maak("planner", "Plan een week uit een bestand (zonder kluis).")
    deel = _opdrachten(planner, "wat", "WAT", "Wat je met de week doet", required=True)
    voorstellen = deel.maak("voorstellen", "Zoek voor elke casus apart wanneer iedereen kan.")
    indelen = deel.maak("indelen", "Geef alle casussen samen een plek in de week.")
    for parser in (voorstellen, indelen):
        parser.add_argument("bestand", metavar="BESTAND", help="bestand in de vorm planweek/1")
    planner.opdrachten = tuple(deel.ontleders)


def _reserve(groep: Groep) -> None:
    maken = groep.maak("reservekopie", "Maak nu een reservekopie, naast de kluis of in een andere map.")
    maken.add_argument(
        "doel", metavar="MAP", type=lees_pad, nargs="?", help="een andere map of stick; anders naast de kluis"
    )
    terug = groep.maak("terugzetten", "Bekijk een reservekopie en zet hem terug.")
    terug.add_argument("bestand", metavar="BESTAND", type=lees_pad, help="de reservekopie (.kluis)")
    terug.add_argument("--bekijk", action="store_true", help="laat alleen zien wat erin staat")
    terug.add_argument(
        "--alleen-sleutels",
        action="store_true",
        help="haal alleen het sleutelbestand eruit, als dat van de kluis stuk of weg is",
    )


def _logboek(groep: Groep) -> None:
    logboek = groep.maak("logboek", "Laat zien wie wat opende, wijzigde of naar buiten bracht.")
    logboek.add_argument("--casus", metavar="CASUS", type=lees_woord, help="alleen van deze casus")
    logboek.add_argument(
        "--aantal", metavar="N", type=getal(1, 100_000), default=500, help="de laatste zoveel; anders 500"
    )
    wissen = groep.maak("wissen", "Wis een casus definitief, of leg vast dat het gezin daarom vraagt.")
    wissen.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    wissen.add_argument(
        "--grond",
        metavar="GROND",
        type=een_van(*(grond.value for grond in GRONDEN)),
        default=WisGrond.OVERGEDRAGEN.value,
        help=f"{', '.join(GRONDEN)}; anders overgedragen",
    )
    wissen.add_argument(
        "--reservekopieen-opnieuw",
        action="store_true",
        help="maak de reservekopieën daarna opnieuw, zonder deze casus",
    )
    wissen.add_argument(
        "--verzoek",
        metavar="DATUM",
        type=lees_datum,
        help="wis niet, maar leg vast dat het gezin op deze dag om vernietiging vroeg",
    )


def _nazien(groep: Groep) -> None:
    groep.maak("controle", "Kijk na of de kluis heel is.")
    schema = groep.maak("schema", "Beschrijf de bestandsvormen als JSON Schema (zonder kluis).")
    schema.add_argument(
        "naam",
        metavar="NAAM",
        type=lees_woord,
        nargs="?",
        help="één vorm, zoals aanmelding/1; anders allemaal",
    )


def _maak_zoekwoorden_vrij(argv: Sequence[str]) -> list[str]:
    """For `zoek` any text is a word to look for, also one that begins with a dash."""
    before, after = _splits_bij_opdracht(argv)
    if not after or after[0] != "zoek":
        return list(argv)
    options: list[str] = []
    words: list[str] = []
    rest = iter(after[1:])
    for part in rest:
        if part == "--":
            words.extend(rest)
        elif part in _MET_WAARDE:
            options += [part, *_volgende(rest)]
        elif part in _ZONDER_WAARDE or part.startswith(tuple(f"{naam}=" for naam in _MET_WAARDE)):
            options.append(part)
        else:
            words.append(part)
    return [*before, "zoek", *options, "--", *words]


def _splits_bij_opdracht(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 2 if argv[place] in _MET_WAARDE else 1
    return list(argv[:place]), list(argv[place:])


def _volgende(rest: Iterator[str]) -> list[str]:
    following = next(rest, None)
    return [] if following is None else [following]

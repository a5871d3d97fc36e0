"""What may be typed after `kernteam gezinsplan`, `samenvatting`, `verstrekkingen` and `planformaat`."""

from __future__ import annotations

from kernteam_tui.cli.invoer import een_van, lees_pad, lees_woord
from kernteam_tui.cli.ontleder import Groep
from kernteam_tui.domain.bladzijde import TALEN, VORMEN


def bouw_plan(groep: Groep) -> None:
    """The commands about a plan, its page, what was given of it, and its format."""
    _gezinsplan(groep)
    _samenvatting(groep)
    _verstrekkingen(groep)
    _planformaat(groep)


def _gezinsplan(groep: Groep) -> None:
    plan = groep.maak("gezinsplan", "Bekijk een gezinsplan, kijk het na of lees het uit een bestand.")
    plan.add_argument("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    plan.add_argument("--controle", action="store_true", help="kijk alleen na of het plan compleet is")
    plan.add_argument("--bestand", metavar="BESTAND", help="bestand in de vorm gezinsplan/1")
    plan.add_argument("--vaststellen", action="store_true", help="stel wat in het bestand staat meteen vast")


def _samenvatting(groep: Groep) -> None:
    page = groep.maak("samenvatting", "Maak de bladzijde voor een ouder of jongere.")
    voeg = page.add_argument
    voeg("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    voeg(
        "--voor", metavar="WIE", type=lees_woord, required=True, help="ouder, jongere of het id van een ouder"
    )
    voeg("--taal", metavar="TAAL", type=een_van(*TALEN), default="nl", help=", ".join(TALEN))
    voeg("--met-nederlands", action="store_true", help="met de Nederlandse kopjes ernaast")
    voeg("--groot", action="store_true", help="in grote letters")
    voeg("--kring", action="store_true", help="met een tekening van wie er om het gezin heen staan")
    voeg("--vorm", metavar="VORM", type=een_van(*VORMEN), required=True, help=", ".join(VORMEN))
    voeg("--uit", metavar="BESTAND", type=lees_pad, required=True, help="waar de bladzijde komt te staan")
    voeg(
        "--reden",
        metavar="REDEN",
        type=lees_woord,
        default="",
        help="waarom het toch mag, als een regel het tegenhoudt",
    )


def _verstrekkingen(groep: Groep) -> None:
    given = groep.maak("verstrekkingen", "Laat zien welke bladzijde of welk plan je aan wie gaf.")
    voeg = given.add_argument
    voeg("casus", metavar="CASUS", type=lees_woord, help="nummer van de casus")
    voeg("--opnieuw", metavar="ID", type=lees_woord, help="maak deze nog een keer, precies zoals hij was")
    voeg("--uit", metavar="BESTAND", type=lees_pad, help="waar dat bestand komt te staan; anders in uit/")


def _planformaat(groep: Groep) -> None:
    formaat = groep.maak("planformaat", "Laat de planformaten zien, lees er een in of kies er een.")
    voeg = formaat.add_argument
    voeg("bestand", metavar="BESTAND", nargs="?", help="formaatbestand (TOML) van je organisatie")
    voeg("--in-gebruik", action="store_true", help="begin nieuwe plannen meteen in dit formaat")
    voeg("--toon", metavar="NAAM", type=lees_woord, help="laat het hele bestand zien, om er een van te maken")
    voeg("--kies", metavar="NAAM", type=lees_woord, help="begin nieuwe plannen in dit formaat dat er al is")

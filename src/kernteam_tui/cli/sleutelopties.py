"""What may be typed after `kernteam wachtwoord`."""

from __future__ import annotations

from kernteam_tui.cli.invoer import lees_pad
from kernteam_tui.cli.ontleder import Groep


def bouw_sleutels(groep: Groep) -> None:
    """The command that changes who gets into the store."""
    wachtwoord = groep.maak(
        "wachtwoord", "Kies een nieuwe wachtwoordzin, maak een nieuwe herstelcode, of vernieuw alle sleutels."
    )
    voeg = wachtwoord.add_argument
    voeg(
        "--nieuw-bestand",
        metavar="BESTAND",
        help="bestand met de nieuwe wachtwoordzin op de eerste regel; anders wordt ernaar gevraagd",
    )
    voeg("--herstelcode", action="store_true", help="maak een nieuwe herstelcode; de oude vervalt")
    voeg(
        "--gelekt",
        action="store_true",
        help="wachtwoordzin of herstelcode mogelijk gelekt: alles krijgt een nieuwe sleutel",
    )
    voeg(
        "--oude-kopieen-weg",
        action="store_true",
        help="haal de reservekopieën weg die met een oude wachtwoordzin opengaan, na een nieuwe kopie",
    )
    voeg(
        "--organisatiesleutel",
        metavar="BESTAND",
        type=lees_pad,
        help="open de kluis met de geheime sleutel van de organisatie",
    )
    voeg(
        "--organisatie-erbij",
        metavar="BESTAND",
        type=lees_pad,
        help="geef de organisatie een slot, met haar openbare sleutel",
    )
    voeg("--organisatie-weg", action="store_true", help="haal het slot van de organisatie weg")
    voeg(
        "--maak-organisatiesleutel",
        metavar="MAP",
        type=lees_pad,
        help="maak een sleutelpaar voor een organisatie (zonder kluis)",
    )
    voeg(
        "--sleutel-wachtwoord-bestand",
        metavar="BESTAND",
        help="bestand met het wachtwoord van de geheime sleutel zelf",
    )

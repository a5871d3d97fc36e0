"""The command `kernteam aanmelden`: a new case from a file."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.invoer import lees_json
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.formaten import AangemeldUit


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`aangemeld/1`. Raises VeldenOngeldig, NietGevonden for an unknown school, BestaatAl."""
    gegevens = lees_json(keuzes.bestand)
    with open_kluis(keuzes) as sessie:
        uitkomst = register_aanmelding(sessie, gegevens, toch=keuzes.toch)
    uit = AangemeldUit(
        casus=uitkomst.nummer,
        startgesprek_uiterlijk=uitkomst.termijnen.startgesprek_uiterlijk,
        kennismaking_uiterlijk=uitkomst.termijnen.kennismaking_uiterlijk,
    )
    return Antwoord(uit.gegevens(), (f"Aangemeld als casus {uitkomst.nummer}.", *uitkomst.termijnen.uitleg))

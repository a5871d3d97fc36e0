"""The command `kernteam notitie`: a note from a file or from stdin."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.invoer import lees_tekst
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import NotitieUit
from kernteam_tui.services.notities import schrijf_notitie


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`notitie/1`; whoever reads the id can count on the note being on the disk."""
    tekst = lees_tekst(keuzes.tekst_bestand)
    with open_kluis(keuzes) as sessie:
        notitie_id = schrijf_notitie(sessie, vind_casus(sessie, keuzes.casus), keuzes.soort, tekst)
    return Antwoord(NotitieUit(notitie=notitie_id).gegevens(), (f"Notitie bewaard, id {notitie_id}.",))

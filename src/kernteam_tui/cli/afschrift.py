"""The command `kernteam afschrift`: a copy of the file for one person, filtered by the deel-poort."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.afschrift import maak_afschrift
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import AfschriftUit, WeggelatenUit


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`afschrift/1`. Raises what `maak_afschrift` raises."""
    with open_kluis(keuzes) as sessie:
        casus_id = vind_casus(sessie, keuzes.casus)
        made = maak_afschrift(sessie, casus_id, keuzes.voor, keuzes.vorm, keuzes.uit)
    uit = AfschriftUit(
        bestand=str(made.bestand),
        voor=made.voor_id,
        stukken=made.stukken,
        weggelaten=tuple(
            WeggelatenUit(aantal=weg.aantal, waarom=weg.waarom, artikel=weg.artikel)
            for weg in made.weggelaten
        ),
        meldingen=made.meldingen,
    )
    return Antwoord(
        uit.gegevens(),
        (
            f"Afschrift met {made.stukken} stukken: {made.bestand}",
            *(f"Weggelaten: {weg.zin}" for weg in made.weggelaten),
            *(f"Let op: {melding}" for melding in made.meldingen),
        ),
    )

"""The command `kernteam zoek`: full text over everything; any text is a valid query."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.services.formaten import TrefferUit, ZoekUit
from kernteam_tui.services.zoeken import zoek


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`zoek/1`: casussen first, then the newest."""
    with open_kluis(keuzes) as sessie:
        treffers = zoek(sessie, " ".join(keuzes.woorden), keuzes.aantal)
    uit = ZoekUit(
        treffers=tuple(
            TrefferUit(casus=t.nummer, soort=t.soort, datum=t.datum, fragment=t.fragment) for t in treffers
        )
    )
    lines = (
        f"{t.nummer} {t.jongere}, {t.soort} {dag_met_jaar(t.datum)}: {t.fragment.strip() or t.titel}"
        for t in treffers
    )
    return Antwoord(uit.gegevens(), tuple(lines) or ("Niets gevonden.",))

"""The command `kernteam zoek`: full text over everything; any text is a valid query.

A word after the command stays in the history of the shell, and often it is a name. With `-` the words come
from stdin, or are asked for on the terminal.
"""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.aanroep import VAN_STDIN
from kernteam_tui.cli.invoer import lees_tekst
from kernteam_tui.cli.kluis import open_kluis, stdin_is_terminal, vraag
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.services.formaten import TrefferUit, ZoekUit
from kernteam_tui.services.zoeken import zoek


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`zoek/1`: casussen first, then the newest."""
    woorden = _lees_woorden() if keuzes.woorden == [VAN_STDIN] else " ".join(keuzes.woorden)
    with open_kluis(keuzes) as sessie:
        treffers = zoek(sessie, woorden, keuzes.aantal)
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


def _lees_woorden() -> str:
    """Nothing passed on is a query too: it finds nothing."""
    tekst = vraag("Waarnaar zoek je? ") if stdin_is_terminal() else lees_tekst(VAN_STDIN)
    return " ".join(tekst.split())

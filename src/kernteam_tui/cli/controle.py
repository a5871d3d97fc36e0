"""The command `kernteam controle`: whether the store is whole."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis_onbekeken
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.controle import controleer
from kernteam_tui.services.formaten import BevindingUit, ControleUit


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`controle/1`: every check with its outcome."""
    with open_kluis_onbekeken(keuzes) as sessie:
        punten = controleer(sessie)
    sound = all(punt.in_orde for punt in punten)
    uit = ControleUit(
        in_orde=sound,
        punten=tuple(BevindingUit(wat=p.wat, in_orde=p.in_orde, tekst=p.tekst) for p in punten),
    )
    last = "De kluis is heel." if sound else "De kluis is niet heel. Zet de laatste reservekopie terug."
    lines = (f"{'In orde' if p.in_orde else 'Niet in orde'}, {p.wat}: {p.tekst}" for p in punten)
    return Antwoord(uit.gegevens(), (*lines, last))

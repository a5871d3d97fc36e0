"""The command `kernteam netwerk`: the netwerkkaart in words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.netwerkkaart.kaart import Mens
from kernteam_tui.domain.netwerkkaart.telling import tel
from kernteam_tui.domain.netwerkkaart.woorden import omschrijf, titel
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import MensUit, NetwerkUit
from kernteam_tui.services.netwerk import NetwerkBeeld, open_netwerk


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`netwerk/1`. Raises NietGevonden."""
    with open_kluis(keuzes) as sessie:
        beeld = open_netwerk(sessie, vind_casus(sessie, keuzes.casus), keuzes.rond)
    return Antwoord(_uit(beeld).gegevens(), tuple(_tekst(beeld)))


def _uit(beeld: NetwerkBeeld) -> NetwerkUit:
    return NetwerkUit(
        casus=beeld.nummer,
        rond=beeld.kaart.rond_id,
        mensen=tuple(_mens(mens) for mens in beeld.kaart.mensen),
    )


def _mens(mens: Mens) -> MensUit:
    return MensUit(
        id=mens.id,
        naam=mens.naam,
        wie=mens.relatie,
        groep=mens.groep,
        gevoel=mens.gevoel,
        hulp=mens.hulp,
        nabij=mens.nabij,
        telefoon=mens.telefoon,
        let_op=mens.let_op,
        jim=mens.jim,
        jim_afgesproken=mens.jim_afgesproken,
        op_kaart=mens.op_kaart_gezet,
        rond=mens.rond_id,
        persoon=mens.persoon_id,
        contact=mens.contact_id,
    )


def _tekst(beeld: NetwerkBeeld) -> Iterator[str]:
    """One person a line, and behind them what to mind."""
    yield f"{titel(beeld.kaart)}, casus {beeld.nummer}"
    yield tel(beeld.kaart).zin
    for mens in beeld.kaart.mensen:
        yield f"{mens.groep.label.capitalize()}: {omschrijf(mens)}"
        if mens.telefoon:
            yield f"Telefoon van {mens.naam}: {mens.telefoon}"
        if mens.let_op:
            yield f"Let op bij {mens.naam}: {mens.let_op}"
        for advies in beeld.adviezen.get(mens.id, ()):
            yield f"Bij {mens.naam}: {advies}"

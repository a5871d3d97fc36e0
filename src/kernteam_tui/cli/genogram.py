"""The command `kernteam genogram`: how a family belongs together, in words."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import (
    BandUit,
    FamilielidUit,
    GenogramUit,
    HuishoudenUit,
    KoppelUit,
    OuderbandUit,
)
from kernteam_tui.services.genogram import GenogramBeeld, open_genogram


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`genogram/1`. Raises NietGevonden."""
    with open_kluis(keuzes) as sessie:
        beeld = open_genogram(sessie, vind_casus(sessie, keuzes.casus))
    regels = (f"Genogram van {beeld.jongere}, casus {beeld.nummer}", *beeld.omschrijving)
    return Antwoord(_uit(beeld).gegevens(), regels)


def _uit(beeld: GenogramBeeld) -> GenogramUit:
    boom = beeld.stamboom
    return GenogramUit(
        casus=beeld.nummer,
        leden=tuple(
            FamilielidUit(
                id=lid.id,
                naam=lid.naam,
                geslacht=lid.geslacht,
                geboortejaar=lid.geboortejaar,
                leeftijd=lid.leeftijd,
                overleden=lid.overleden,
                sterfjaar=lid.sterfjaar,
                jongere=lid.jongere,
            )
            for lid in boom.leden
        ),
        ouders=tuple(
            OuderbandUit(kind=k.kind_id, ouder=k.ouder_id, soort=k.soort) for k in boom.kindschappen
        ),
        koppels=tuple(
            KoppelUit(een=k.a_id, ander=k.b_id, soort=k.soort, sinds=k.sinds, tot=k.tot) for k in boom.koppels
        ),
        tweelingen=tuple(tweeling.kind_ids for tweeling in boom.tweelingen),
        banden=tuple(BandUit(een=b.a_id, ander=b.b_id, kwaliteit=b.kwaliteit) for b in boom.banden),
        huishoudens=tuple(HuishoudenUit(id=h.id, naam=h.naam, leden=h.leden) for h in boom.woonkringen),
    )

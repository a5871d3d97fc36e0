"""The command `kernteam samenvatting`: the page for one reader, from the last frozen version."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.bladzijde import Bladwens
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import SamenvattingUit
from kernteam_tui.services.samenvatting import maak_samenvatting


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`samenvatting/1`. Raises what `maak_samenvatting` raises."""
    with open_kluis(keuzes) as sessie:
        uitkomst = maak_samenvatting(
            sessie,
            vind_casus(sessie, keuzes.casus),
            keuzes.voor,
            keuzes.vorm,
            keuzes.uit,
            uitzondering=keuzes.reden,
            wens=Bladwens(keuzes.taal, keuzes.met_nederlands, keuzes.groot, keuzes.kring),
        )
    uit = SamenvattingUit(
        bestand=str(uitkomst.bestand),
        voor=uitkomst.voor,
        versie=uitkomst.versie,
        weggelaten=uitkomst.weggelaten,
        meldingen=uitkomst.meldingen,
    )
    return Antwoord(
        uit.gegevens(),
        (
            f"Bladzijde van versie {uitkomst.versie}: {uitkomst.bestand}",
            *(f"Weggelaten: {wat}" for wat in uitkomst.weggelaten),
            *(f"Let op: {melding}" for melding in uitkomst.meldingen),
        ),
    )

"""The command `kernteam verzoek`: note that somebody asked something about the file."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.invoer import lees_tekst
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import VerzoekUit
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek_van


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`verzoek/1`. Raises what `noteer_verzoek_van` raises."""
    text = "" if keuzes.tekst_bestand is None else lees_tekst(keuzes.tekst_bestand)
    gegevens = VerzoekGegevens(keuzes.soort, keuzes.op, tekst=text)
    with open_kluis(keuzes) as sessie:
        casus_id = vind_casus(sessie, keuzes.casus)
        made = noteer_verzoek_van(sessie, casus_id, keuzes.van, gegevens, toch=keuzes.toch)
    uit = VerzoekUit(
        verzoek=made.regel.id,
        nummer=made.nummer,
        soort=keuzes.soort,
        van=made.regel.van_id or made.regel.van,
        op=made.regel.op,
        uiterlijk=made.regel.uiterlijk,
        afgehandeld_op=made.afgehandeld_op,
    )
    done = (
        "De verklaring staat in het dossier."
        if made.afgehandeld_op is not None
        else f"Antwoord zo snel mogelijk, uiterlijk {dag_met_jaar(made.regel.uiterlijk)}."
    )
    return Antwoord(uit.gegevens(), (f"Casus {made.nummer}: verzoek genoteerd, id {made.regel.id}.", done))

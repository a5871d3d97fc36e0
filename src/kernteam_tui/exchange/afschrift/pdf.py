"""A copy of the file as a PDF."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from kernteam_tui.domain.afschrift.stukken import Afschrift
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.exchange.afschrift.opbouw import Blok, Deel, bouw_op
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, druk, zet
from kernteam_tui.exchange.tekstdelen import maak_alineas

PAPIER = Papier("afschrift/afschrift.typ", "Het afschrift kon niet als PDF gemaakt worden.")


def maak_pdf(afschrift: Afschrift, doorlaat: Doorlaat) -> Druk:
    """Print the copy on as many A4 as it needs; the same copy gives the same bytes. Thread-safe.

    A sign that the fonts do not have becomes a box, with a melding. Raises DoorlaatOngeldig, PdfMislukt.
    """
    opbouw = bouw_op(afschrift, doorlaat)
    opschrift = Opschrift(
        titel=opbouw.titel,
        van_wie=opbouw.van_wie,
        dag=afschrift.datum,
        taal=opbouw.taal,
        bladzijde_van=opbouw.bladzijde_van,
    )
    return druk(PAPIER, opschrift, zet({**asdict(opbouw), "delen": [_deel(deel) for deel in opbouw.delen]}))


def _deel(deel: Deel) -> dict[str, Any]:
    return {"kop": deel.kop, "blokken": [_blok(blok) for blok in deel.blokken]}


def _blok(blok: Blok) -> dict[str, Any]:
    """Each paragraph also says how it runs."""
    return {
        "kop": blok.kop,
        "regels": [
            {"label": label, "alineas": [asdict(alinea) for alinea in maak_alineas("\n".join(alineas))]}
            for label, alineas in blok.regels
        ],
    }

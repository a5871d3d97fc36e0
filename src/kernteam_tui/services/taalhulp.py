"""Plain language: what a family may stumble over in a text of the worker. Nothing is written or logged."""

from __future__ import annotations

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.taalhulp.bevinding import Taalbeeld
from kernteam_tui.domain.taalhulp.kijken import bekijk
from kernteam_tui.exchange.taallijst import read_taallijst
from kernteam_tui.services.sessie import Sessie

NEDERLANDS = "nl"


def bekijk_tekst(_sessie: Sessie, tekst: str) -> Taalbeeld:
    """What can be said of this text, as it is typed now: a toelichting, never words of a family."""
    return bekijk(tekst, read_taallijst())


def bekijk_bladzijde(bladzijde: Bladzijde) -> Taalbeeld:
    """What can be said of the worker's own Dutch texts on this page, as one text.

    Quotes are left out, and so is a goal in somebody's words: those are the family's.
    """
    goals = [doel for doel in bladzijde.getoonde_doelen if not doel.van.strip() and doel.taal == NEDERLANDS]
    actions = [actie.wat for actie in bladzijde.acties if actie.taal == NEDERLANDS]
    texts = [text for doel in goals for text in (doel.wat, doel.hoe_zien_we_dat)]
    return bekijk("\n\n".join(text.strip() for text in (*texts, *actions)), read_taallijst())

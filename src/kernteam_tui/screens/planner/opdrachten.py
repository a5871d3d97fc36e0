"""The commands of the planner, by what has the focus."""

from __future__ import annotations

from kernteam_tui.schil.opdrachten import Opdracht

OPEN = (
    Opdracht("kies", "enter", "voorstel aannemen", "Het startgesprek plannen op het voorgestelde moment"),
    Opdracht("momenten", "m", "momenten", "Alle momenten voor dit startgesprek", "startgesprek"),
)
ZONDER_VOORSTEL = (
    Opdracht("kies", "enter", "momenten", "Alle momenten voor dit startgesprek", "startgesprek"),
)
GESPREK = (
    Opdracht("kies", "enter", "openen", "De casus van dit gesprek openen"),
    Opdracht("verzetten", "v", "verzetten", "Dit gesprek oppakken; de pijltjes verplaatsen het"),
)
OPGETILD = (
    Opdracht("kies", "enter", "hier neerzetten", "Het gesprek hierheen verzetten, met een reden"),
    Opdracht("terug", "escape", "terugzetten", "Het gesprek laten staan waar het stond"),
)
ALGEMEEN = (
    Opdracht("indelen", "i", "alles indelen", "Een plan maken voor alle open startgesprekken", "indeling"),
    Opdracht("uitnodigingen", "u", "uitnodigingen", "De uitnodigingen van de gesprekken van deze week"),
    Opdracht("kies_school", "s", "school", "Eén school tonen, of alle"),
    Opdracht("vorige_week", "less_than_sign", "vorige week", "De week ervoor"),
    Opdracht("volgende_week", "greater_than_sign", "volgende week", "De week erna"),
    Opdracht("deze_week", "t", "deze week", "Terug naar deze week"),
)
ALLE = (OPEN[0], OPEN[1], GESPREK[1], *ALGEMEEN)
"""One for each key: what Enter is called differs by what has the focus."""

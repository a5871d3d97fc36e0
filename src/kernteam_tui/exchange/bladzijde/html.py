"""The page for parents as one HTML file: for a phone, a screen reader, or signs that no paper letter has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.schoontekst import richting
from kernteam_tui.exchange.bladzijde.kring import Kaartje, Kaartmaat, plaats
from kernteam_tui.exchange.bladzijde.opbouw import Kringregel, Opbouw, bouw_op
from kernteam_tui.exchange.webblad import Bladkop, breek_af, maak_blad, schat_breedte

SJABLOON = "bladzijde/bladzijde.html.jinja"

_KRING_BREED = 22.0
"""Em: what a phone shows in letters that can be read."""
_NAAM, _WIE = 0.95, 0.82
"""Letter sizes of a card in em."""
_REGEL = 1.25
_VOET = 0.35
"""From the foot of a line to that of its letters."""
_LUCHT = 0.2
_LANGSTE = 6.5
"""Em: a longer line of a card is broken between words."""


@dataclass(frozen=True)
class Kaartregel:
    """One line on a card of the picture: its middle and its foot, in em from the top left."""

    tekst: str
    richting: str
    is_naam: bool
    x: float
    y: float

    @property
    def letter(self) -> float:
        """Its size in em."""
        return _NAAM if self.is_naam else _WIE


def maak_html(bladzijde: Bladzijde) -> str:
    """The page as one file without script or outside reference. The same page gives the same text.

    It shows every sign of the family's words, also those that the letters of the PDF do not have.
    Thread-safe. Raises TaalOnbekend.
    """
    return html_van(bouw_op(bladzijde))


def html_van(opbouw: Opbouw) -> str:
    """The page of lines that are ready."""
    kop = Bladkop(opbouw.koppen["titel"], opbouw.taal, opbouw.richting, opbouw.groot)
    kaart = plaats(opbouw.kring, [_maat(mens) for mens in opbouw.kring], _KRING_BREED)
    regels = tuple(_kaartregels(kaart.namen)) if kaart else ()
    return maak_blad(SJABLOON, kop, {"p": opbouw, "kaart": kaart, "kaartregels": regels})


def _maat(mens: Kringregel) -> Kaartmaat:
    naam = tuple(breek_af(mens.naam, _LANGSTE / _NAAM))
    wie = tuple(breek_af(mens.wie, _LANGSTE / _WIE))
    breedten = [schat_breedte(tekst) * _NAAM for tekst in naam] + [
        schat_breedte(tekst) * _WIE for tekst in wie
    ]
    return Kaartmaat(naam, wie, max(breedten, default=0.0), _REGEL * len(breedten) + _LUCHT)


def _kaartregels(kaartjes: Sequence[Kaartje]) -> Iterator[Kaartregel]:
    for plek in kaartjes:
        regels = [(tekst, True) for tekst in plek.naam_regels] + [(tekst, False) for tekst in plek.wie_regels]
        begin = plek.y + (plek.h - _REGEL * len(regels)) / 2
        for nummer, (tekst, is_naam) in enumerate(regels, 1):
            voet = begin + _REGEL * nummer - _VOET
            yield Kaartregel(tekst, richting(tekst), is_naam, plek.x + plek.b / 2, voet)

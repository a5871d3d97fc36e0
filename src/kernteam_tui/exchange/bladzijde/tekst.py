"""The page for parents as plain text: 72 columns, for a message, an e-mail or a screen reader."""

from __future__ import annotations

import textwrap

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde.opbouw import Actieregel, Doelregel, Gezegd, Opbouw, Stuk, bouw_op

BREEDTE = 72
"""Columns. A word longer than a line is never broken and may stick out (a web address stays whole)."""


def maak_tekst(bladzijde: Bladzijde) -> str:
    """The page as lines of at most `BREEDTE` columns, ending in one newline. Raises TaalOnbekend."""
    pagina = bouw_op(bladzijde)
    koppen, zinnen = pagina.koppen, pagina.zinnen
    delen = (
        ("", _hoofd(pagina)),
        (koppen["waarom"], _citaten(pagina.waarom, zinnen)),
        (koppen["goed"], _citaten(pagina.goed, zinnen)),
        (koppen["doelen"], _doelen(pagina)),
        (koppen["acties"], _acties(pagina)),
        (koppen["evaluatie"], _regel(pagina.evaluatie)),
        (koppen["school"], _school(pagina)),
        (koppen["bellen"], _bellen(pagina)),
        (koppen["oneens"], [regel for zin in pagina.oneens for regel in _regel(zin)]),
        (koppen["eigen_woorden"], _eigen_woorden(zinnen)),
    )
    blokken = [[*([kop, "-" * len(kop)] if kop else []), *regels] for kop, regels in delen]
    return "\n\n".join("\n".join(blok) for blok in blokken) + "\n"


def _hoofd(pagina: Opbouw) -> list[str]:
    titel = pagina.koppen["titel"]
    return [
        titel,
        "=" * len(titel),
        *_regel(f"{pagina.koppen['voor']}: {pagina.voor}"),
        f"{pagina.datum}, {pagina.versie}",
    ]


def _citaten(citaten: tuple[Gezegd, ...], zinnen: dict[str, str]) -> list[str]:
    if not citaten:
        return [zinnen["leeg"]]
    regels: list[str] = []
    for gezegd in citaten:
        regels += _stuk(gezegd.stuk, f"{gezegd.van}: " if gezegd.van else "", "  ")
    return regels


def _doelen(pagina: Opbouw) -> list[str]:
    if not pagina.doelen:
        return [pagina.zinnen["leeg"]]
    return [regel for nummer, doel in enumerate(pagina.doelen, 1) for regel in _doel(nummer, doel, pagina)]


def _doel(nummer: int, doel: Doelregel, pagina: Opbouw) -> list[str]:
    regels = _stuk(doel.wat, f"{nummer}. ", "   ")
    if doel.van:
        regels += _regel(f"({pagina.zinnen['in_woorden_van'].format(van=doel.van)})", "   ", "   ")
    if doel.schaal:
        regels += _regel(doel.schaal, "   ", "   ")
    if doel.hoe is not None:
        regels += _stuk(doel.hoe, f"   {pagina.zinnen['zo_zien_we']} ", "   ")
    return regels


def _acties(pagina: Opbouw) -> list[str]:
    if not pagina.acties:
        return [pagina.zinnen["leeg"]]
    return [regel for actie in pagina.acties for regel in _actie(actie)]


def _actie(actie: Actieregel) -> list[str]:
    wie = f"{actie.wie}: " if actie.wie else ""
    vakje = "[x] " if actie.klaar else "[ ] "
    wanneer = actie.staat if actie.klaar else actie.wanneer
    *voor, laatste = actie.wat.alineas or ("",)
    wat = Stuk(actie.wat.taal, actie.wat.richting, (*voor, f"{laatste} ({wanneer})".strip()))
    return _stuk(wat, vakje + wie, "    ")


def _school(pagina: Opbouw) -> list[str]:
    if not pagina.school_weet and not pagina.school_weet_niet:
        return [pagina.zinnen["leeg"]]
    regels: list[str] = []
    for sleutel, punten in (
        ("school_weet", pagina.school_weet),
        ("school_weet_niet", pagina.school_weet_niet),
    ):
        regels.append(pagina.zinnen[sleutel])
        for punt in punten or (pagina.zinnen["leeg"],):
            regels += _regel(punt, "- ", "  ")
    return regels


def _bellen(pagina: Opbouw) -> list[str]:
    return [
        regel
        for weg in pagina.bellen
        for regel in _regel(f"{weg.wat}: {', '.join(weg.regels)}", vervolg="  ")
    ]


def _eigen_woorden(zinnen: dict[str, str]) -> list[str]:
    lijn = ["", "_" * BREEDTE]
    return [zinnen["wat_afgesproken"], *lijn * 3]


def _stuk(stuk: Stuk, begin: str, vervolg: str) -> list[str]:
    """Each paragraph on lines of its own; `begin` stands before the first."""
    regels: list[str] = []
    for alinea in stuk.alineas or ("",):
        regels += _regel(alinea, begin, vervolg)
        begin = vervolg
    return regels


def _regel(tekst: str, begin: str = "", vervolg: str = "") -> list[str]:
    return textwrap.wrap(
        tekst,
        BREEDTE,
        initial_indent=begin,
        subsequent_indent=vervolg,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [begin.rstrip()]

"""The page for parents as plain text: 72 columns, for a message, an e-mail or a screen reader."""

from __future__ import annotations

import re
from dataclasses import replace

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.schoontekst import richting, voeg_in
from kernteam_tui.exchange.bladzijde.opbouw import Doelregel, Opbouw, bouw_op
from kernteam_tui.exchange.tekstdelen import Actieregel, Alinea, Gezegd, Stuk
from kernteam_tui.exchange.vouwen import BREEDTE, vouw

_BEGIN_APART, _EIND_APART = "\u2066\u2067\u2068", "\u2069"
_TEKENS_VAN_APART = re.compile("[\u2066-\u2069]")
_APART = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
_MEESTE_LAGEN = 4
"""Words set apart within words set apart: nobody writes more of it than this."""


def maak_tekst(bladzijde: Bladzijde) -> str:
    """The page as lines of at most `vouwen.BREEDTE` columns, ending in one newline. Raises TaalOnbekend."""
    pagina = bouw_op(bladzijde)
    zinnen = pagina.zinnen
    delen = (
        ("waarom", _citaten(pagina.waarom, pagina)),
        ("goed", _citaten(pagina.goed, pagina)),
        ("kring", _kring(pagina)),
        ("doelen", _doelen(pagina)),
        ("acties", _acties(pagina)),
        ("evaluatie", _regel(pagina.evaluatie)),
        ("school", _school(pagina)),
        ("bellen", _bellen(pagina)),
        ("oneens", [regel for zin in pagina.oneens for regel in _regel(zin)]),
        ("eigen_woorden", _eigen_woorden(zinnen)),
    )
    blokken = [_hoofd(pagina), *([*_kop(pagina, deel, "-"), *regels] for deel, regels in delen if regels)]
    return "\n\n".join("\n".join(blok) for blok in blokken) + "\n"


def _kop(pagina: Opbouw, sleutel: str, streep: str) -> list[str]:
    """The heading, the Dutch one behind it where there is one, and under it a line of the same length."""
    kop = pagina.koppen[sleutel]
    if pagina.koppen_nl:
        kop = f"{kop} / {voeg_in(pagina.koppen_nl[sleutel], pagina.richting)}"
    return [kop, streep * len(kop)]


def _hoofd(pagina: Opbouw) -> list[str]:
    return [
        *_kop(pagina, "titel", "="),
        *_regel(f"{pagina.koppen['voor']}: {pagina.voor}"),
        *_regel(f"{pagina.datum}{pagina.zinnen['komma']}{pagina.versie}"),
        *(_regel(pagina.apart) if pagina.apart else ()),
        *(_concept(pagina) if pagina.concept else ()),
    ]


def _concept(pagina: Opbouw) -> list[str]:
    """On one line, the Dutch words set apart where the line runs the other way."""
    return _regel(" / ".join(voeg_in(t, pagina.richting) for zin in pagina.concept for t in zin.teksten))


def _citaten(citaten: tuple[Gezegd, ...], pagina: Opbouw) -> list[str]:
    if not citaten:
        return [pagina.zinnen["leeg"]]
    regels: list[str] = []
    for gezegd in citaten:
        regels += _stuk(gezegd.stuk, f"{gezegd.van}: " if gezegd.van else "", "  ")
    return regels


def _kring(pagina: Opbouw) -> list[str]:
    if not pagina.kring:
        return []
    regels = _regel(pagina.zinnen["kring_volgorde"])
    for lid in pagina.kring:
        regels += _regel(f"{lid.naam} ({lid.wie})" if lid.wie else lid.naam, "- ", "  ")
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
    *voor, laatste = actie.wat.alineas or (Alinea("", actie.wat.richting),)
    met_dag = replace(laatste, tekst=f"{laatste.tekst} ({wanneer})".strip())
    wat = replace(actie.wat, alineas=(*voor, met_dag))
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
        for regel in _regel(f"{weg.wat}: {pagina.zinnen['komma'].join(weg.regels)}", vervolg="  ")
    ]


def _eigen_woorden(zinnen: dict[str, str]) -> list[str]:
    lijn = ["", "_" * BREEDTE]
    return [zinnen["wat_afgesproken"], *lijn * 3]


def _stuk(stuk: Stuk, begin: str, vervolg: str) -> list[str]:
    """Each paragraph on lines of its own; `begin` stands before the first."""
    regels: list[str] = []
    for alinea in stuk.teksten or ("",):
        regels += _regel(_na(begin, alinea, stuk.richting), begin, vervolg)
        begin = vervolg
    return regels


def _na(begin: str, alinea: str, kant: str) -> str:
    """The paragraph, set apart where the words before it make the line run the other way."""
    open_ = _APART.sub("", begin)
    stuurt = any(teken.isalpha() for teken in open_) and richting(open_) != kant
    return f"{_BEGIN_APART[-1]}{alinea}{_EIND_APART}" if stuurt else alinea


def _regel(tekst: str, begin: str = "", vervolg: str = "") -> list[str]:
    """Lines of one paragraph. What is set apart in it stays so on each line that it runs over."""
    inspringing = begin[: len(begin) - len(begin.lstrip())]
    woorden = begin.lstrip() + tekst
    lagen = _lagen(woorden)
    if lagen > _MEESTE_LAGEN:
        woorden, lagen = _TEKENS_VAN_APART.sub("", woorden), 0
    return _houd_apart(vouw(woorden, inspringing, vervolg, BREEDTE - 2 * lagen))


def _lagen(tekst: str) -> int:
    """How deep words are set apart within words that are."""
    diep = diepst = 0
    for teken in tekst:
        if teken in _BEGIN_APART:
            diep += 1
            diepst = max(diep, diepst)
        elif teken == _EIND_APART and diep:
            diep -= 1
    return diepst


def _houd_apart(regels: list[str]) -> list[str]:
    """Close on each line what is still open there, and open it again on the next one."""
    uit: list[str] = []
    open_: list[str] = []
    for regel in regels:
        inspringing = len(regel) - len(regel.lstrip())
        begin = "".join(open_)
        for teken in regel:
            if teken in _BEGIN_APART:
                open_.append(teken)
            elif teken == _EIND_APART and open_:
                open_.pop()
        uit.append(f"{regel[:inspringing]}{begin}{regel[inspringing:]}{_EIND_APART * len(open_)}")
    return uit

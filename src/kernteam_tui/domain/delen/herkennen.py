"""Whose words these are, and whether a text says how to find somebody: rather too often than too seldom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.lezer import is_van

_VADER = frozenset({"vader", "papa", "pap", "pa", "stiefvader", "pleegvader"})
_MOEDER = frozenset({"moeder", "mama", "mam", "ma", "stiefmoeder", "pleegmoeder"})
_OUDERS = frozenset({"ouder", "ouders", "allebei", "beiden"})
_WOORD = re.compile(r"\w+")
_TUSSEN = re.compile(r"[\W_]+")
_GEEN_CIJFER = re.compile(r"\D+")
_MINSTE_CIJFERS = 6
_MINSTE_LETTERS = 4


def zegslieden(van: str, gezin: Gezin) -> tuple[Persoon, ...]:
    """Everybody of the family whom the name under words can mean: by name, or called vader or moeder.

    Empty where the name is nobody's here.
    """
    ouder_ids = {band.ouder_id for band in gezin.ouderschappen}
    said = frozenset(word.casefold() for word in _WOORD.findall(van))
    return tuple(
        persoon
        for persoon in gezin.personen
        if is_van(van, persoon.naam) or (persoon.id in ouder_ids and _genoemd(said, persoon))
    )


def _genoemd(said: frozenset[str], ouder: Persoon) -> bool:
    if said & _OUDERS:
        return True
    father = bool(said & _VADER) and ouder.geslacht is not Geslacht.VROUW
    mother = bool(said & _MOEDER) and ouder.geslacht is not Geslacht.MAN
    return father or mother


def vindplaatsen(gezin: Gezin, van_ids: Iterable[str]) -> tuple[str, ...]:
    """What tells how to find these people: phone, e-mail, and street and postcode of where only they live."""
    wie = frozenset(van_ids)
    found: list[str] = []
    for persoon in gezin.personen:
        if persoon.id in wie:
            found += [persoon.telefoon or "", persoon.email or ""]
    for huis in gezin.huishoudens:
        bewoners = {bewoner.persoon_id for bewoner in gezin.bewoners if bewoner.huishouden_id == huis.id}
        if bewoners & wie:
            found += [huis.straat, huis.postcode]
    return tuple(one for one in found if one.strip())


def verraadt(tekst: str, plekken: Iterable[str]) -> bool:
    """Whether one of these phone numbers or addresses stands in the text, however it is written."""
    letters, digits = _kaal(tekst), _GEEN_CIJFER.sub("", tekst)
    return any(_staat_in(plek, letters, digits) for plek in plekken)


def _staat_in(plek: str, letters: str, digits: str) -> bool:
    bare, number = _kaal(plek), _GEEN_CIJFER.sub("", plek)
    if number and len(number) >= _MINSTE_CIJFERS and not re.search(r"[^\W\d_]", plek):
        return number[-9:] in digits
    return len(bare) >= _MINSTE_LETTERS and bare in letters


def _kaal(tekst: str) -> str:
    return _TUSSEN.sub("", tekst.casefold())

"""Whose words these are, and whether a text says how to find somebody: rather too often than too seldom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.huishouden import Huishouden
from kernteam_tui.domain.lezer import is_van

_VADER = frozenset(
    {
        *("vader", "vaders", "papa", "pappa", "paps", "pappie", "papi", "pap", "pa", "baba"),
        *("stiefvader", "stiefpa", "pleegvader", "bonusvader"),
    }
)
_MOEDER = frozenset(
    {
        *("moeder", "moeders", "mama", "mamma", "mams", "mammie", "mami", "mam", "ma", "moe", "moeke"),
        *("stiefmoeder", "stiefma", "pleegmoeder", "bonusmoeder"),
    }
)
_OUDERS = frozenset({"ouder", "ouders", "allebei", "beiden"})
_TUSSENVOEGSELS = frozenset({"de", "den", "der", "het", "van", "von", "el", "al", "ben", "la", "le", "en"})
_WOORD = re.compile(r"\w+")
_SAMEN_GEZEGD = re.compile(r"\s+(?:en|namens|samen|met)\s+|[/&+,;:()]+", re.IGNORECASE)
_TUSSEN = re.compile(r"[\W_]+")
_GEEN_CIJFER = re.compile(r"\D+")
_NUMMER = re.compile(r"\s+\d.*$")
_MINSTE_CIJFERS = 6
_MINSTE_LETTERS = 4
_MEESTE_INITIALEN = 3


def zegslieden(van: str, gezin: Gezin) -> tuple[Persoon, ...]:
    """Everybody of the family whom the name under words can mean: by name, or called vader or moeder.

    Empty where the name is nobody's here.
    """
    ouder_ids = {band.ouder_id for band in gezin.ouderschappen}
    meant: set[str] = set()
    for part in _SAMEN_GEZEGD.split(van):
        said = frozenset(word.casefold() for word in _WOORD.findall(part))
        exact = {
            persoon.id
            for persoon in gezin.personen
            if is_van(part, persoon.naam) or (persoon.id in ouder_ids and _genoemd(said, persoon))
        }
        meant |= exact or {persoon.id for persoon in gezin.personen if _lijkt_op(part, persoon.naam)}
    return tuple(persoon for persoon in gezin.personen if persoon.id in meant)


def _lijkt_op(deel: str, naam: str) -> bool:
    """Half a name (`Karim Z.`), or initials (`K.Z.`, `KZ`)."""
    words = _WOORD.findall(deel)
    called = [word.casefold() for word in _WOORD.findall(naam)]
    told = {word.casefold() for word in words if len(word) > 1} - _TUSSENVOEGSELS
    if told & set(called):
        return True
    signs = [sign.casefold() for word in words for sign in word]
    short = bool(words) and len(signs) <= _MEESTE_INITIALEN and deel.strip() == deel.strip().upper()
    firsts = [word[0] for word in called]
    return short and signs[0] == firsts[0] and set(signs) <= set(firsts)


def _genoemd(said: frozenset[str], ouder: Persoon) -> bool:
    if said & _OUDERS:
        return True
    father = bool(said & _VADER) and ouder.geslacht is not Geslacht.VROUW
    mother = bool(said & _MOEDER) and ouder.geslacht is not Geslacht.MAN
    return father or mother


def vindplaatsen(gezin: Gezin, van_ids: Iterable[str]) -> tuple[str, ...]:
    """What tells how to find these people: phone, e-mail, and street and postcode of where they live; of a
    secret address the street without its number, the wijk and the place too."""
    wie = frozenset(van_ids)
    at = {bewoner.huishouden_id for bewoner in gezin.bewoners if bewoner.persoon_id in wie}
    return (*nummers(gezin, wie), *adressen(huis for huis in gezin.huishoudens if huis.id in at))


def nummers(gezin: Gezin, van_ids: Iterable[str]) -> tuple[str, ...]:
    """Phone and e-mail of these people."""
    wie = frozenset(van_ids)
    own = ((p.telefoon or "", p.email or "") for p in gezin.personen if p.id in wie)
    return tuple(one for both in own for one in both if one.strip())


def adressen(huizen: Iterable[Huishouden]) -> tuple[str, ...]:
    """What tells where these houses are."""
    found = ((huis.straat, huis.postcode, *(_geheim(huis) if huis.geheim else ())) for huis in huizen)
    return tuple(one for parts in found for one in parts if one.strip())


def _geheim(huis: Huishouden) -> tuple[str, ...]:
    street = _WOORD.findall(_NUMMER.sub("", huis.straat))
    return (" ".join(street), huis.wijk, huis.plaats)


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

"""Whose words these are, and whether a text says how to find somebody: rather too often than too seldom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from kernteam_tui.domain.delen.schrijfwijze import aaneen, gevouwen
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
_NIEUW = frozenset(
    {
        *("stiefvader", "stiefpa", "stiefmoeder", "stiefma", "stiefouder", "bonusvader", "bonusmoeder"),
        *("bonuspapa", "bonusmama", "bonusouder", "partner"),
    }
)
"""Who came to live with a parent."""
_SAMEN = frozenset({"het", "ons", "hele", "gezin", "wij", "we", "samen", "iedereen", "allemaal", "allen"})
_OUDERS = frozenset({"ouder", "ouders", "allebei", "beiden"})
_TUSSENVOEGSELS = frozenset({"de", "den", "der", "het", "van", "von", "el", "al", "ben", "la", "le", "en"})
_WOORD = re.compile(r"\w+")
_SAMEN_GEZEGD = re.compile(r"\s+(?:en|namens|samen|met)\s+|[/&+,;:()]+", re.IGNORECASE)
_GEEN_CIJFER = re.compile(r"\D+")
_NUMMER = re.compile(r"\s+\d.*$")
_TELEFOON = re.compile(r"\+?\d(?:[\s().-]*\d){5,}")
"""A number in a field that holds more: a second one, or when to call."""
_EIGEN_CIJFERS = 9
"""Of a phone number, without what differs from +31 to 0."""
_LANGSTE_NUMMER = 13
_MINSTE_LETTERS = 4
"""A shorter name of a place or street (`Ede`) stands in too many words: it counts as a word by itself."""
_EIGEN_STRAATWOORD = 6
"""Letters from which the longest word of a secret street says enough (`Burg. Jansenlaan`)."""
_MEESTE_INITIALEN = 3


def zegslieden(van: str, gezin: Gezin) -> tuple[Persoon, ...]:
    """Everybody of the family whom the name under words can mean: by name, or called vader or moeder.

    Empty where the name is nobody's here.
    """
    ouder_ids = {band.ouder_id for band in gezin.ouderschappen}
    meant: set[str] = set()
    for part in _SAMEN_GEZEGD.split(van):
        said = frozenset(_WOORD.findall(gevouwen(part)))
        exact = {
            persoon.id
            for persoon in gezin.personen
            if is_van(gevouwen(part), gevouwen(persoon.naam))
            or (persoon.id in ouder_ids and _genoemd(said, persoon))
        }
        meant |= exact or {persoon.id for persoon in gezin.personen if _lijkt_op(part, persoon.naam)}
    return tuple(persoon for persoon in gezin.personen if persoon.id in meant)


def is_een_naam(van: str) -> bool:
    """Whether this is written as the name of somebody, and not as `wij`, `het gezin` or `de mentor`."""
    words = _WOORD.findall(normalize("NFC", van))
    return any(word[:1].isupper() and gevouwen(word) not in _SAMEN for word in words)


def ouderwoorden(tekst: str) -> frozenset[str]:
    """The words of this text that mean a parent without a name: `papa`, `stiefvader`, `ouders`."""
    said = frozenset(_WOORD.findall(gevouwen(tekst)))
    return said & (_VADER | _MOEDER | _NIEUW | _OUDERS)


def noemt_ouder(tekst: str, gezin: Gezin, ouder_ids: Iterable[str]) -> bool:
    """Whether one of these parents is named, by first name or as vader or moeder (`vriend van mama`), or a
    new partner of a parent (`stiefvader`)."""
    said = frozenset(_WOORD.findall(gevouwen(tekst)))
    ouders = [gezin.persoon(ouder_id) for ouder_id in ouder_ids]
    firsts = {word for ouder in ouders for word in _WOORD.findall(gevouwen(ouder.naam))[:1]}
    return bool(said & (firsts | _NIEUW)) or any(_genoemd(said, ouder) for ouder in ouders)


def _lijkt_op(deel: str, naam: str) -> bool:
    """Half a name (`Karim Z.`), or initials (`K.Z.`, `KZ`)."""
    words = _WOORD.findall(gevouwen(deel))
    called = _WOORD.findall(gevouwen(naam))
    told = {word for word in words if len(word) > 1} - _TUSSENVOEGSELS
    if told & set(called):
        return True
    signs = [sign for word in words for sign in word]
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
    """Phone and e-mail of these people, as they were noted."""
    wie = frozenset(van_ids)
    own = ((p.telefoon or "", p.email or "") for p in gezin.personen if p.id in wie)
    return tuple(one for both in own for one in both if one.strip())


def adressen(huizen: Iterable[Huishouden]) -> tuple[str, ...]:
    """What tells where these houses are."""
    found = ((huis.straat, huis.postcode, *(_geheim(huis) if huis.geheim else ())) for huis in huizen)
    return tuple(one for parts in found for one in parts if one.strip())


def _geheim(huis: Huishouden) -> tuple[str, ...]:
    street = _WOORD.findall(_NUMMER.sub("", huis.straat))
    longest = max(street, key=len, default="")
    own_word = longest if len(longest) >= _EIGEN_STRAATWOORD else ""
    return (" ".join(street), own_word, huis.wijk, huis.plaats)


def verraadt(tekst: str, plekken: Iterable[str]) -> bool:
    """Whether one of these phone numbers or addresses stands in the text, however it is written."""
    letters, digits = aaneen(tekst), _GEEN_CIJFER.sub("", tekst)
    words = frozenset(_WOORD.findall(gevouwen(tekst)))
    return any(_staat_in(plek, letters, digits, words) for plek in plekken)


def _staat_in(plek: str, letters: str, digits: str, words: frozenset[str]) -> bool:
    phones = (_GEEN_CIJFER.sub("", phone) for phone in _TELEFOON.findall(plek))
    if any(own in digits for phone in phones for own in _eigen_cijfers(phone)):
        return True
    bare = aaneen(plek)
    return bare in letters if len(bare) >= _MINSTE_LETTERS else bool(bare) and bare in words


def _eigen_cijfers(phone: str) -> tuple[str, ...]:
    """Two numbers in one field (`06-11112222 030-2345678`) are read as one: the first counts too."""
    first = (phone[1 : _EIGEN_CIJFERS + 1],) if len(phone) > _LANGSTE_NUMMER else ()
    return (phone[-_EIGEN_CIJFERS:], *first)

"""One tie, read from both sides with the right word: her `tante` is my `nicht`."""

from __future__ import annotations

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieSoort
from kernteam_tui.domain.relatie import Relatie

_BROER_ZUS = ("broer", "zus", "broer of zus")
_NEEF_NICHT = ("neef", "nicht", "neef of nicht")
_WEDERKERIG: dict[str, tuple[str, str, str]] = {
    "oom": _NEEF_NICHT,
    "tante": _NEEF_NICHT,
    "oudoom": ("achterneef", "achternicht", "achterneef of achternicht"),
    "oudtante": ("achterneef", "achternicht", "achterneef of achternicht"),
    "opa": ("kleinzoon", "kleindochter", "kleinkind"),
    "oma": ("kleinzoon", "kleindochter", "kleinkind"),
    "overgrootvader": ("achterkleinzoon", "achterkleindochter", "achterkleinkind"),
    "overgrootmoeder": ("achterkleinzoon", "achterkleindochter", "achterkleinkind"),
    "kleinzoon": ("opa", "oma", "grootouder"),
    "kleindochter": ("opa", "oma", "grootouder"),
    "kleinkind": ("opa", "oma", "grootouder"),
    "neef": ("neef of oom", "nicht of tante", "familie"),
    "nicht": ("neef of oom", "nicht of tante", "familie"),
    "broer": _BROER_ZUS,
    "zus": _BROER_ZUS,
    "halfbroer": ("halfbroer", "halfzus", "halfbroer of halfzus"),
    "halfzus": ("halfbroer", "halfzus", "halfbroer of halfzus"),
    "stiefbroer": ("stiefbroer", "stiefzus", "stiefbroer of stiefzus"),
    "stiefzus": ("stiefbroer", "stiefzus", "stiefbroer of stiefzus"),
    "pleegbroer": ("pleegbroer", "pleegzus", "pleegbroer of pleegzus"),
    "pleegzus": ("pleegbroer", "pleegzus", "pleegbroer of pleegzus"),
    "zwager": ("zwager", "schoonzus", "zwager of schoonzus"),
    "schoonzus": ("zwager", "schoonzus", "zwager of schoonzus"),
    "schoonmoeder": ("schoonzoon", "schoondochter", "schoonkind"),
    "schoonvader": ("schoonzoon", "schoondochter", "schoonkind"),
    "schoonzoon": ("schoonvader", "schoonmoeder", "schoonouder"),
    "schoondochter": ("schoonvader", "schoonmoeder", "schoonouder"),
    "buurman": ("buurman", "buurvrouw", "buur"),
    "buurvrouw": ("buurman", "buurvrouw", "buur"),
    "vriend": ("vriend", "vriendin", "vriend of vriendin"),
    "vriendin": ("vriend", "vriendin", "vriend of vriendin"),
}
"""How the first is called -> how the second is called: a man, a woman, anybody."""
_PLAATS = {Geslacht.MAN: 0, Geslacht.VROUW: 1}
_OUDER = {
    OuderSoort.BIOLOGISCH: ("vader", "moeder", "ouder"),
    OuderSoort.ADOPTIE: ("adoptievader", "adoptiemoeder", "adoptieouder"),
    OuderSoort.PLEEG: ("pleegvader", "pleegmoeder", "pleegouder"),
    OuderSoort.STIEF: ("stiefvader", "stiefmoeder", "stiefouder"),
    OuderSoort.VOOGD: ("voogd", "voogd", "voogd"),
}
_KIND = {
    OuderSoort.BIOLOGISCH: ("zoon", "dochter", "kind"),
    OuderSoort.ADOPTIE: ("adoptiezoon", "adoptiedochter", "adoptiekind"),
    OuderSoort.PLEEG: ("pleegzoon", "pleegdochter", "pleegkind"),
    OuderSoort.STIEF: ("stiefzoon", "stiefdochter", "stiefkind"),
    OuderSoort.VOOGD: ("pupil", "pupil", "pupil"),
}


def woord_van(relatie: Relatie, persoon: Persoon, ander: Persoon) -> str:
    """What `ander` is to `persoon`, the one of whom the reader is looking at."""
    if not relatie.omschrijving:
        return relatie.soort.label
    if persoon.id == relatie.naar_id:
        return relatie.omschrijving
    return wederkerig(relatie.omschrijving, ander.geslacht) or relatie.soort.label


def wederkerig(woord: str, geslacht: Geslacht) -> str:
    """What the other one is, who calls the first `woord`; empty where the language has no word for it."""
    words = _WEDERKERIG.get(woord.strip().casefold())
    return words[_PLAATS.get(geslacht, 2)] if words else ""


def ouderwoord(soort: OuderSoort, geslacht: Geslacht) -> str:
    """`moeder`, `stiefvader`, `pleegouder`, `voogd`."""
    return _OUDER[soort][_PLAATS.get(geslacht, 2)]


def kindwoord(soort: OuderSoort, geslacht: Geslacht) -> str:
    """`dochter`, `pleegzoon`, `kind`."""
    return _KIND[soort][_PLAATS.get(geslacht, 2)]


def broers_en_zussen(gezin: Gezin, persoon_id: str) -> list[tuple[Persoon, bool]]:
    """Who shares a parent by law with this person, and whether all parents that are known (False: half)."""
    own = _ouders(gezin, persoon_id)
    found = []
    for ander in gezin.personen:
        theirs = _ouders(gezin, ander.id)
        if ander.id != persoon_id and own & theirs:
            found.append((ander, own == theirs))
    return found


def wie_is(gezin: Gezin, persoon: Persoon, jongere_id: str) -> str:
    """What somebody is to the jongere, in one word: `stiefmoeder`, `halfbroer`, `oma`; empty: not known."""
    jongere = gezin.persoon(jongere_id)
    for band in gezin.ouderschappen_van(jongere_id):
        if band.ouder_id == persoon.id:
            return ouderwoord(band.soort, persoon.geslacht)
    for band in gezin.ouderschappen_van(persoon.id):
        if band.ouder_id == jongere_id:
            return kindwoord(band.soort, persoon.geslacht)
    for ander, heel in broers_en_zussen(gezin, jongere_id):
        if ander.id == persoon.id:
            return ("" if heel else "half") + _BROER_ZUS[_PLAATS.get(persoon.geslacht, 2)]
    for relatie in gezin.relaties:
        if relatie.omschrijving and relatie.tussen(persoon.id, jongere_id):
            return woord_van(relatie, jongere, persoon)
    return _via_ouder(gezin, persoon, jongere_id)


def _via_ouder(gezin: Gezin, persoon: Persoon, jongere_id: str) -> str:
    """A grandparent, or a brother or sister of a parent."""
    plaats = _PLAATS.get(persoon.geslacht, 2)
    for ouder_id in _ouders(gezin, jongere_id):
        if persoon.id in _ouders(gezin, ouder_id):
            return ("opa", "oma", "grootouder")[plaats]
        brussen = {ander.id for ander, _ in broers_en_zussen(gezin, ouder_id)}
        brussen |= {
            r.van_id for r in gezin.relaties if r.naar_id == ouder_id and r.omschrijving in _BROER_ZUS
        }
        if persoon.id in brussen:
            return ("oom", "tante", "oom of tante")[plaats]
    return ""


def is_familie(soort: RelatieSoort) -> bool:
    """Whether the tie needs a word of its own (`tante`) to say what it is."""
    return soort in (RelatieSoort.FAMILIE, RelatieSoort.ANDERS)


def _ouders(gezin: Gezin, persoon_id: str) -> set[str]:
    return {band.ouder_id for band in gezin.ouderschappen_van(persoon_id) if band.soort.juridisch}

"""Whom a line means: a name as it was typed, a word such as `moeder`, or somebody new."""

from __future__ import annotations

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.gezinsinvoer.woorden import Band, Rol, rol_van
from kernteam_tui.domain.namen import TUSSENVOEGSELS, vouw

MEESTE_OUDERS = 2
"""Parents by law that a child has at most."""


class Onduidelijk(ValueError):
    """Nobody, or more than one, is meant. The text is a sentence without a name; `over` is what was typed."""

    def __init__(self, zin: str, over: str = "") -> None:
        super().__init__(zin)
        self.over = over


def splits_naam(woorden: tuple[str, ...]) -> tuple[str, str]:
    """Roepnaam and last name; the last name begins at its first small word, else at the second word."""
    if len(woorden) == 1 and " " in woorden[0]:
        woorden = tuple(woorden[0].split())
    klein = (nr for nr, woord in enumerate(woorden) if nr and woord.casefold() in TUSSENVOEGSELS)
    begin = next(klein, 1)
    return " ".join(woorden[:begin]), " ".join(woorden[begin:])


def zoek_naam(gezin: Gezin, woorden: tuple[str, ...]) -> list[Persoon]:
    """Who has this name: the whole name, or only the roepnaam where no last name was typed."""
    typed = vouw(" ".join(woorden))
    whole = [persoon for persoon in gezin.personen if vouw(persoon.naam) == typed]
    if whole:
        return whole
    roepnaam, achternaam = (vouw(deel) for deel in splits_naam(woorden))
    if not achternaam:
        return [persoon for persoon in gezin.personen if vouw(persoon.naam).split()[:1] == [roepnaam]]
    return [persoon for persoon in gezin.personen if vouw(persoon.naam) == roepnaam]


def wie(gezin: Gezin, jongere_ids: tuple[str, ...], tekst: str, niet_id: str = "") -> Persoon:
    """The person that this name or word means, and not `niet_id`. Raises Onduidelijk."""
    found = [p for p in zoek_naam(gezin, tuple(tekst.split())) if p.id != niet_id]
    rol = rol_van(tekst)
    if not found and vouw(tekst) in ("jongere", "kind"):
        found = [gezin.persoon(id_) for id_ in jongere_ids]
    elif not found and rol is not None and rol.band is Band.OUDER:
        found = _ouder_met_rol(gezin, jongere_ids, rol, niet_id)
    if not found:
        raise Onduidelijk("Wie is dit? Zet deze persoon eerst op een eigen regel.", tekst)
    if len(found) > 1:
        raise Onduidelijk(
            "Dit kan op meer mensen slaan. Typ voornaam en achternaam; heten zij hetzelfde, zet dit dan bij "
            "de persoon zelf op tabblad Gezin.",
            tekst,
        )
    return found[0]


def _ouder_met_rol(gezin: Gezin, jongere_ids: tuple[str, ...], rol: Rol, niet_id: str) -> list[Persoon]:
    found = ouders_met_rol(gezin, jongere_ids, rol)
    if not found:
        raise Onduidelijk(
            f"Er staat nog niet wie de {rol.woord} is. Typ op een eigen regel de naam, met ‘{rol.woord}’ "
            "erachter."
        )
    anderen = [ouder for ouder in found if ouder.id != niet_id]
    if not anderen:
        raise Onduidelijk("Dit is twee keer dezelfde persoon. Noem twee verschillende mensen.")
    return anderen


def ouders_met_rol(gezin: Gezin, jongere_ids: tuple[str, ...], rol: Rol) -> list[Persoon]:
    """The parents of these jongeren of whom this word is true.

    Of two parents, one known as the father, the other is the mother, also where nobody noted that of her:
    after an aanmelding a parent is just that. Of a single parent it is not guessed.
    """
    ouders = _ouders(gezin, jongere_ids, rol)
    true = [p for p in ouders if rol.geslacht in (Geslacht.ONBEKEND, p.geslacht)]
    if true or len(ouders) != MEESTE_OUDERS:
        return true
    left = [p for p in ouders if p.geslacht is Geslacht.ONBEKEND]
    return left if len(left) == 1 else []


def onbekende_ouders(gezin: Gezin, jongere_ids: tuple[str, ...], rol: Rol) -> list[Persoon]:
    """The parents of this kind of whom nobody noted whether they are a mother or a father."""
    return [p for p in _ouders(gezin, jongere_ids, rol) if p.geslacht is Geslacht.ONBEKEND]


def _ouders(gezin: Gezin, jongere_ids: tuple[str, ...], rol: Rol) -> list[Persoon]:
    bands = [band for id_ in jongere_ids for band in gezin.ouderschappen_van(id_) if band.soort is rol.ouder]
    return list({band.ouder_id: gezin.persoon(band.ouder_id) for band in bands}.values())

"""Whom a line means: a name as it was typed, a word such as `moeder`, or somebody new."""

from __future__ import annotations

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht
from kernteam_tui.domain.gezinsinvoer.woorden import Band, Rol, rol_van
from kernteam_tui.domain.namen import TUSSENVOEGSELS, vouw


class Onduidelijk(ValueError):
    """Nobody, or more than one, is meant; the text is a sentence for the screen."""


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
        found = ouders_met_rol(gezin, jongere_ids, rol)
    if not found:
        raise Onduidelijk(f"Wie is ‘{tekst}’? Zet deze persoon eerst op een eigen regel.")
    if len(found) > 1:
        raise Onduidelijk(f"‘{tekst}’ kan op meer mensen slaan. Typ voornaam en achternaam.")
    return found[0]


def ouders_met_rol(gezin: Gezin, jongere_ids: tuple[str, ...], rol: Rol) -> list[Persoon]:
    """The parents of these jongeren of whom this word is true."""
    bands = [band for id_ in jongere_ids for band in gezin.ouderschappen_van(id_) if band.soort is rol.ouder]
    ouders = {band.ouder_id: gezin.persoon(band.ouder_id) for band in bands}
    return [p for p in ouders.values() if rol.geslacht in (Geslacht.ONBEKEND, p.geslacht)]

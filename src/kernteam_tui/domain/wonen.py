"""Who lives with whom, read from the households; and what that says of parents who live apart (S14)."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.huishouden import Bewoner, Huishouden


def woont_samen(gezin: Gezin, een_id: str, ander_id: str) -> bool | None:
    """Whether these two share a front door; None where nobody noted where one of them lives."""
    een = _huizen(gezin, een_id)
    ander = _huizen(gezin, ander_id)
    return bool(een & ander) if een and ander else None


def zet_woont_bij(gezin: Gezin) -> None:
    """Let every `woont_bij` say what the households say, where they say something."""
    for band in gezin.ouderschappen:
        samen = woont_samen(gezin, band.jongere_id, band.ouder_id)
        if samen is not None:
            band.woont_bij = samen


def ouders_apart(gezin: Gezin, jongere_id: str) -> bool | None:
    """Whether the living parents of this jongere live apart; None where that cannot be said.

    By the households, else by where the jongere lives.
    """
    bands = [
        band
        for band in gezin.ouderschappen_van(jongere_id)
        if band.soort.juridisch and not gezin.persoon(band.ouder_id).overleden
    ]
    if len(bands) < 2:
        return None
    een, ander = bands[0], bands[1]
    samen = woont_samen(gezin, een.ouder_id, ander.ouder_id)
    if samen is not None:
        return not samen
    if {een.woont_bij, ander.woont_bij} == {True, False}:
        return True
    return False if een.woont_bij and ander.woont_bij else None


def bewoners_van(gezin: Gezin, huishouden_id: str) -> list[Bewoner]:
    """Who lives there, in the order in which they were entered."""
    return [bewoner for bewoner in gezin.bewoners if bewoner.huishouden_id == huishouden_id]


def laat_wonen(gezin: Gezin, huishouden: Huishouden, persoon_id: str, *, deels: bool) -> None:
    """This person lives there, wholly or for a part. What is known of other households stays."""
    for bewoner in bewoners_van(gezin, huishouden.id):
        if bewoner.persoon_id == persoon_id:
            bewoner.deels = deels
            return
    gezin.bewoners.append(
        Bewoner(gezin_id=gezin.id, huishouden_id=huishouden.id, persoon_id=persoon_id, deels=deels)
    )


def zet_bewoners(gezin: Gezin, huishouden: Huishouden, heel: Iterable[str], deels: Iterable[str]) -> None:
    """Exactly these people live there; who lives there for a part is named in `deels`.

    Who moves out no longer lives with who stays, wherever that may be.
    """
    deels = set(deels)
    wanted = {*heel, *deels}
    gone = {b.persoon_id for b in bewoners_van(gezin, huishouden.id)} - wanted
    for bewoner in bewoners_van(gezin, huishouden.id):
        if bewoner.persoon_id in gone:
            gezin.bewoners.remove(bewoner)
    for band in gezin.ouderschappen:
        pair = {band.jongere_id, band.ouder_id}
        if pair & gone and pair & wanted:
            band.woont_bij = False
    for persoon in gezin.personen:
        if persoon.id in wanted:
            laat_wonen(gezin, huishouden, persoon.id, deels=persoon.id in deels)


def haal_huis_weg(gezin: Gezin, huishouden: Huishouden) -> None:
    """The household was a mistake: who lived there together is not known any more."""
    bewoners = bewoners_van(gezin, huishouden.id)
    ids = {bewoner.persoon_id for bewoner in bewoners}
    for band in gezin.ouderschappen:
        if {band.jongere_id, band.ouder_id} <= ids:
            band.woont_bij = None
    for bewoner in bewoners:
        gezin.bewoners.remove(bewoner)
    gezin.huishoudens.remove(huishouden)
    zet_woont_bij(gezin)


def adres_van(huishouden: Huishouden) -> str:
    """`Kanaalstraat 12, 3531 CJ Utrecht`; empty where nothing is known."""
    plaats = f"{huishouden.postcode} {huishouden.plaats}".strip()
    return ", ".join(deel for deel in (huishouden.straat, plaats) if deel)


def _huizen(gezin: Gezin, persoon_id: str) -> set[str]:
    return {bewoner.huishouden_id for bewoner in gezin.bewoners if bewoner.persoon_id == persoon_id}

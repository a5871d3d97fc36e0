"""Gezag and being told, of one parent over the children that a line names, or over all of them."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.domain.gezagsbeeld import is_volwassen
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinsinvoer.banden import namen
from kernteam_tui.domain.gezinsinvoer.duiding import Verslag
from kernteam_tui.domain.gezinsinvoer.namen import wie
from kernteam_tui.domain.gezinsinvoer.regels import Persoonregel

_ZIN = {
    JaNeeOnbekend.JA: "gezag over {}",
    JaNeeOnbekend.NEE: "geen gezag over {}",
    JaNeeOnbekend.ONBEKEND: "gezag over {} nog niet bekend",
}


def zet_gezag(
    gezin: Gezin,
    jongere_ids: tuple[str, ...],
    ouder: Persoon,
    regel: Persoonregel,
    verslag: Verslag,
    vandaag: date,
) -> None:
    """Note gezag with how it is known, and the day on which this parent was told. May raise Onduidelijk."""
    bands = onder_gezag(gezin, ouder.id, vandaag)
    if regel.gezag is not None:
        _zet(gezin, jongere_ids, bands, regel, verslag, vandaag)
    elif not ouder.overleden and any(_open(band) for band in bands):
        verslag.vraag_naar("Heeft deze ouder gezag? Typ gezag, geen gezag of gezag? erachter.")
    if regel.geinformeerd is not None:
        eigen = [band for band in bands if band.jongere_id in jongere_ids]
        if not eigen:
            verslag.meld("Geïnformeerd noteer je bij een ouder van de jongere.")
        for band in eigen:
            band.geinformeerd_op = regel.geinformeerd
        verslag.gezag.append(f"geïnformeerd {dag_kort(regel.geinformeerd)}")


def onder_gezag(gezin: Gezin, ouder_id: str, op: date) -> list[Ouderschap]:
    """The children of this parent over whom somebody may have gezag: not those who are grown up."""
    return [
        band
        for band in gezin.ouderschappen
        if band.ouder_id == ouder_id and _is_kind(gezin.persoon(band.jongere_id), gezin, op)
    ]


def _open(band: Ouderschap) -> bool:
    return band.soort.juridisch and band.gezag is JaNeeOnbekend.ONBEKEND


def _is_kind(persoon: Persoon, gezin: Gezin, op: date) -> bool:
    if persoon.rol is PersoonRol.OUDER or is_volwassen(persoon, op):
        return False
    if persoon.rol is PersoonRol.JONGERE or persoon.geboortedatum or persoon.geboortejaar:
        return True
    return not any(band.ouder_id == persoon.id for band in gezin.ouderschappen)


def _zet(
    gezin: Gezin,
    jongere_ids: tuple[str, ...],
    bands: list[Ouderschap],
    regel: Persoonregel,
    verslag: Verslag,
    vandaag: date,
) -> None:
    if regel.gezag is None:
        return
    if not bands:
        verslag.meld("Gezag hoort bij een ouder of voogd. Zet erbij wie dit is, bijvoorbeeld moeder.")
        return
    if regel.gezag_over:
        over = {wie(gezin, jongere_ids, tekst).id for tekst in regel.gezag_over}
        bands = [band for band in bands if band.jongere_id in over]
        if len(bands) < len(over):
            verslag.meld("Gezag over wie? Deze persoon is geen ouder van dit kind.")
            return
    for band in bands:
        if band.gezag is not regel.gezag or regel.gezag_hoe:
            band.gezag_op = vandaag
        band.gezag = regel.gezag
        band.gezag_hoe = regel.gezag_hoe or band.gezag_hoe
    zin = _ZIN[regel.gezag].format(namen(gezin.persoon(band.jongere_id) for band in bands))
    verslag.gezag.append(f"{zin} ({regel.gezag_hoe})" if regel.gezag_hoe else zin)

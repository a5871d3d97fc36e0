"""Who must give consent for one jongere (Jeugdwet 7.3.4, 7.3.5, 7.3.15; BW 1:253a; domain 3.2).

Where sources differ the stricter one is taken; `assets/delen/toestemming.csv` is the law that the tests hold
against this file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.codes import GeverRol, Gezagsbeeld, Leeftijdsband
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.delen.toestemmingsregels import REGELS
from kernteam_tui.domain.gezin import Gezin, Ouderschap
from kernteam_tui.domain.gezinscodes import OuderSoort

_SAMEN = (Leeftijdsband.VAN_12, Leeftijdsband.ONBEKEND)
"""Ages at which the jongere decides together with who has gezag."""


@dataclass(frozen=True)
class Gezagsdrager:
    """A parent or voogd of the jongere, with what is known of the gezag."""

    id: str
    soort: OuderSoort = OuderSoort.BIOLOGISCH
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    naam: str = ""
    """Only for a voogd who is no person of the family (`id` is then empty)."""


@dataclass(frozen=True)
class Beslisvraag:
    """All that decides who gives consent for one jongere."""

    jongere_id: str
    band: Leeftijdsband
    dragers: tuple[Gezagsdrager, ...] = ()
    wilsonbekwaam: bool = False
    gezagsconflict: bool = False


@dataclass(frozen=True)
class Gever:
    """One person who must agree."""

    id: str
    rol: GeverRol
    naam: str = ""
    """See `Gezagsdrager.naam`."""


@dataclass(frozen=True)
class Vereiste:
    """Who must agree before anything about this jongere is shared, and whether that is possible now.

    Where `kan` is false no consent stands, whoever agreed; `gevers` are then those who are known already.
    """

    jongere_id: str
    gevers: tuple[Gever, ...]
    zin: str
    artikel: str
    kan: bool
    wat_nu: str
    regel: str
    """Key of the rule in `toestemmingsregels`."""


def bepaal_gezagsbeeld(dragers: tuple[Gezagsdrager, ...]) -> Gezagsbeeld:
    """The gezag as a whole. One answer that is missing makes it unknown, and so does a voogd beside a parent
    with gezag: voogdij is there only where no parent has gezag (BW 1:245)."""
    if any(drager.gezag is JaNeeOnbekend.ONBEKEND for drager in dragers):
        return Gezagsbeeld.ONBEKEND
    with_gezag = _met_gezag(dragers)
    voogden = [drager for drager in with_gezag if drager.soort is OuderSoort.VOOGD]
    if voogden:
        return Gezagsbeeld.VOOGD if len(voogden) == len(with_gezag) else Gezagsbeeld.ONBEKEND
    if not with_gezag:
        return Gezagsbeeld.NIEMAND
    return Gezagsbeeld.ALLEEN if len(with_gezag) == 1 else Gezagsbeeld.GEZAMENLIJK


def bepaal_vereiste(vraag: Beslisvraag) -> Vereiste:
    """Who must agree for this jongere, in a sentence with the article and the next step."""
    beeld = bepaal_gezagsbeeld(vraag.dragers)
    regel = REGELS[_regel(vraag, beeld)]
    return Vereiste(
        jongere_id=vraag.jongere_id,
        gevers=_gevers(vraag),
        zin=regel.zin,
        artikel=regel.artikel,
        kan=regel.kan,
        wat_nu=regel.wat_nu,
        regel=regel.sleutel,
    )


def vraag_over(gezin: Gezin, jongere_id: str, op: date) -> Beslisvraag:
    """The question for one jongere of a family on that day, with who can have gezag (`telt_mee`).

    Raises NietGevonden where the jongere or a parent is no person of this family.
    """
    jongere = gezin.persoon(jongere_id)
    dragers = tuple(
        Gezagsdrager(band.ouder_id, band.soort, band.gezag)
        for band in gezin.ouderschappen_van(jongere_id)
        if telt_mee(gezin, band)
    )
    return Beslisvraag(
        jongere_id, band_van(jongere, op), dragers, jongere.wilsonbekwaam, jongere.gezagsconflict
    )


def telt_mee(gezin: Gezin, band: Ouderschap) -> bool:
    """Whether gezag of this parent over this child is a question at all: not of who died, and of a step- or
    foster parent only where it is known that there is gezag (BW 1:251, 1:253t)."""
    if gezin.persoon(band.ouder_id).overleden:
        return False
    return band.soort.juridisch or band.soort is OuderSoort.VOOGD or band.gezag is JaNeeOnbekend.JA


def _met_gezag(dragers: tuple[Gezagsdrager, ...]) -> list[Gezagsdrager]:
    return [drager for drager in dragers if drager.gezag is JaNeeOnbekend.JA]


def _regel(vraag: Beslisvraag, beeld: Gezagsbeeld) -> str:
    if vraag.band is Leeftijdsband.VAN_18:
        return "wilsonbekwaam-volwassen" if vraag.wilsonbekwaam else "volwassen"
    if vraag.band is Leeftijdsband.ONBEKEND and vraag.wilsonbekwaam:
        return "leeftijd-onbekend-wilsonbekwaam"
    if vraag.band is Leeftijdsband.VAN_16 and not vraag.wilsonbekwaam:
        return "jongere-16-17"
    if beeld is Gezagsbeeld.ONBEKEND:
        return "gezag-nagaan-12-15" if _jongere_beslist_mee(vraag) else "gezag-nagaan"
    if beeld is Gezagsbeeld.NIEMAND:
        return "niemand-met-gezag"
    if beeld is Gezagsbeeld.GEZAMENLIJK and vraag.gezagsconflict:
        return "gezagsconflict"
    return _regel_met_gezag(vraag, beeld is Gezagsbeeld.VOOGD)


def _regel_met_gezag(vraag: Beslisvraag, voogd: bool) -> str:
    if vraag.band is Leeftijdsband.ONBEKEND:
        return "leeftijd-onbekend-voogd" if voogd else "leeftijd-onbekend"
    if vraag.band is Leeftijdsband.TOT_12:
        return "voogd-onder-12" if voogd else "ouders-onder-12"
    if vraag.wilsonbekwaam:
        return "wilsonbekwaam-voogd" if voogd else "wilsonbekwaam-ouders"
    return "samen-met-voogd-12-15" if voogd else "samen-12-15"


def _jongere_beslist_mee(vraag: Beslisvraag) -> bool:
    return vraag.band in _SAMEN and not vraag.wilsonbekwaam


def _gevers(vraag: Beslisvraag) -> tuple[Gever, ...]:
    jongere = Gever(vraag.jongere_id, GeverRol.JONGERE)
    if vraag.band is Leeftijdsband.VAN_18 or (vraag.wilsonbekwaam and vraag.band is Leeftijdsband.ONBEKEND):
        return () if vraag.wilsonbekwaam else (jongere,)
    if vraag.band is Leeftijdsband.VAN_16 and not vraag.wilsonbekwaam:
        return (jongere,)
    holders = tuple(Gever(drager.id, _gever_rol(drager), drager.naam) for drager in _met_gezag(vraag.dragers))
    return (jongere, *holders) if _jongere_beslist_mee(vraag) else holders


def _gever_rol(drager: Gezagsdrager) -> GeverRol:
    return GeverRol.VOOGD if drager.soort is OuderSoort.VOOGD else GeverRol.OUDER

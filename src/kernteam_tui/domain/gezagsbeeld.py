"""Who has gezag over one jongere, as a worker reads it, with how and when that is known (domain 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.beslissers import Gezagsdrager, bepaal_gezagsbeeld, telt_mee
from kernteam_tui.domain.delen.codes import Gezagsbeeld
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort

MEERDERJARIG = 18
"""From this age nobody has gezag (BW 1:233, 1:245)."""
HOOGSTENS = 2
"""Gezag is with one person or with two (BW 1:245, 1:253t)."""


@dataclass(frozen=True)
class Gezagsregel:
    """One parent or voogd of the jongere."""

    ouder_id: str
    naam: str
    soort: OuderSoort
    gezag: JaNeeOnbekend
    hoe: str
    """How it was established; empty where nobody wrote that down."""
    op: date | None
    geinformeerd_op: date | None


@dataclass(frozen=True)
class Gezagsoverzicht:
    """Gezag over one jongere as a whole."""

    jongere_id: str
    jongere: str
    soort: Gezagsbeeld
    volwassen: bool
    """18 or older: nobody has gezag any more; `soort` then says nothing."""
    regels: tuple[Gezagsregel, ...]
    twijfel: str
    """What still has to be found out, as a sentence; empty where nothing has."""

    @property
    def met_gezag(self) -> tuple[Gezagsregel, ...]:
        """Those who have it."""
        return tuple(regel for regel in self.regels if regel.gezag is JaNeeOnbekend.JA)

    @property
    def zin(self) -> str:
        """`gezamenlijk, Ayşe en Kemal`, `alleen Ayşe`, `voogd …`, `onbekend`."""
        if self.volwassen:
            return "18 of ouder, beslist zelf"
        namen = en_lijst([regel.naam for regel in self.met_gezag])
        if self.soort is Gezagsbeeld.GEZAMENLIJK:
            return f"gezamenlijk, {namen}"
        if self.soort is Gezagsbeeld.ALLEEN:
            return f"alleen {namen}"
        if self.soort is Gezagsbeeld.VOOGD:
            return f"voogd {namen}"
        return "onbekend"


def gezagsbeeld(gezin: Gezin, jongere_id: str, op: date) -> Gezagsoverzicht:
    """Gezag over this jongere on that day.

    A step- or foster parent counts only with gezag, a parent who died never. Raises NietGevonden.
    """
    jongere = gezin.persoon(jongere_id)
    bands = [band for band in gezin.ouderschappen_van(jongere_id) if telt_mee(gezin, band)]
    regels = tuple(_regel(gezin, band) for band in bands)
    soort = bepaal_gezagsbeeld(tuple(Gezagsdrager(r.ouder_id, r.soort, r.gezag) for r in regels))
    if sum(regel.gezag is JaNeeOnbekend.JA for regel in regels) > HOOGSTENS:
        soort = Gezagsbeeld.ONBEKEND
    volwassen = is_volwassen(jongere, op)
    twijfel = "" if volwassen else _twijfel(jongere, regels, soort)
    return Gezagsoverzicht(jongere_id, jongere.roepnaam, soort, volwassen, regels, twijfel)


def is_volwassen(persoon: Persoon, op: date) -> bool:
    """Whether somebody is certainly 18 on that day; where only the year is known, in the year after it."""
    age = persoon.leeftijd(op)
    if age is not None:
        return age >= MEERDERJARIG
    return persoon.geboortejaar is not None and op.year - persoon.geboortejaar > MEERDERJARIG


def en_lijst(woorden: list[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    if len(woorden) < 2:
        return "".join(woorden)
    return f"{', '.join(woorden[:-1])} en {woorden[-1]}"


def _regel(gezin: Gezin, band: Ouderschap) -> Gezagsregel:
    ouder = gezin.persoon(band.ouder_id)
    return Gezagsregel(
        ouder.id, ouder.roepnaam, band.soort, band.gezag, band.gezag_hoe, band.gezag_op, band.geinformeerd_op
    )


def _twijfel(jongere: Persoon, regels: tuple[Gezagsregel, ...], soort: Gezagsbeeld) -> str:
    unknown = [regel.naam for regel in regels if regel.gezag is JaNeeOnbekend.ONBEKEND]
    with_gezag = [regel for regel in regels if regel.gezag is JaNeeOnbekend.JA]
    if unknown:
        return f"Ga na of {en_lijst(unknown)} gezag {'heeft' if len(unknown) == 1 else 'hebben'}."
    if not with_gezag:
        return "Niemand met gezag bekend. Ga na wie dat is, of wie de voogd is."
    if len(with_gezag) > HOOGSTENS:
        return "Gezag hebben hoogstens twee mensen. Kijk het na in het gezagsregister."
    if soort is Gezagsbeeld.ONBEKEND:
        return "Een ouder en een voogd hebben niet samen gezag. Kijk het na in het gezagsregister."
    if jongere.gezagsconflict:
        return "De ouders zijn het niet eens. De rechter beslist (BW 1:253a)."
    if len(regels) == 1 and soort is Gezagsbeeld.ALLEEN:
        return "De andere ouder staat er niet bij. Kijk in het gezagsregister of die ook gezag heeft."
    if any(not regel.hoe for regel in with_gezag):
        return "Er staat nog niet bij hoe je het weet."
    return ""

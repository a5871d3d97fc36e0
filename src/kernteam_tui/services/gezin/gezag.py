"""Gezag per parent and child, with how it is known; and whether a parent was told (domain 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezin import Gezin, Ouderschap
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.domain.gezinsinvoer.gezag import onder_gezag
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class GezagVanKind:
    """Gezag of one parent over one child."""

    jongere_id: str
    naam: str
    gezag: JaNeeOnbekend
    hoe: str
    soort: OuderSoort


@dataclass(frozen=True)
class GezagVanOuder:
    """What the form for gezag asks of one parent."""

    naam: str
    kinderen: tuple[GezagVanKind, ...]

    @property
    def overal_gelijk(self) -> bool:
        """Whether the answer is the same for each child."""
        return len({(kind.gezag, kind.hoe) for kind in self.kinderen}) < 2


def get_gezag(sessie: Sessie, casus_id: str, ouder_id: str) -> GezagVanOuder:
    """One parent and each child of the family over whom gezag is a question. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        bands = _bands(gezin, ouder_id, sessie.vandaag())
        return GezagVanOuder(
            gezin.persoon(ouder_id).naam,
            tuple(
                GezagVanKind(
                    band.jongere_id,
                    gezin.persoon(band.jongere_id).roepnaam,
                    band.gezag,
                    band.gezag_hoe,
                    band.soort,
                )
                for band in bands
            ),
        )


def save_gezag(
    sessie: Sessie, casus_id: str, ouder_id: str, per_kind: dict[str, JaNeeOnbekend], hoe: str
) -> None:
    """Note gezag for each of these children (id -> answer), and how that was established.

    Raises InhoudOngeldig without `hoe`, NietGevonden for a child that is not of this parent.
    """
    if not hoe.strip():
        raise InhoudOngeldig("Er staat niet bij hoe je dit weet.", "Vul in wat je bekeek, en wanneer.")
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        bands = {band.jongere_id: band for band in _bands(gezin, ouder_id, sessie.vandaag())}
        for jongere_id, gezag in per_kind.items():
            if jongere_id not in bands:
                raise NietGevonden("Dit kind hoort niet bij deze ouder.", "Open de casus opnieuw.")
            band = bands[jongere_id]
            if (band.gezag, band.gezag_hoe) != (gezag, hoe.strip()):
                band.gezag, band.gezag_hoe, band.gezag_op = gezag, hoe.strip(), sessie.vandaag()
        uow.log(LogSoort.GEWIJZIGD, "gezag", casus_id=casus_id)
        uow.commit()


def noteer_geinformeerd(sessie: Sessie, casus_id: str, ouder_id: str, op: date | None) -> None:
    """This parent was told that the child came to the table, on that day; None: not told after all.

    Raises InhoudOngeldig for a day to come, NietGevonden for who is no parent of a jongere of the casus.
    """
    if op is not None and op > sessie.vandaag():
        raise InhoudOngeldig("Deze dag moet nog komen.", "Noteer hem als je het verteld hebt.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        jongere_ids = {jongere.id for jongere in casus.jongeren}
        bands = [b for b in gezin.ouderschappen if b.ouder_id == ouder_id and b.jongere_id in jongere_ids]
        if not bands:
            raise NietGevonden("Dit is geen ouder van de jongere.", "Kies een ouder.")
        for band in bands:
            band.geinformeerd_op = op
        uow.log(LogSoort.GEWIJZIGD, "ouder geïnformeerd op", casus_id=casus_id)
        uow.commit()


def _bands(gezin: Gezin, ouder_id: str, op: date) -> list[Ouderschap]:
    bands = onder_gezag(gezin, ouder_id, op)
    if not bands:
        bands = [band for band in gezin.ouderschappen if band.ouder_id == ouder_id]
    if not bands:
        raise NietGevonden("Dit is geen ouder in dit gezin.", "Zet eerst vast van wie dit een ouder is.")
    return bands

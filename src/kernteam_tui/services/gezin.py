"""The persons of a family: add, change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, PersoonRol
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class PersoonGegevens:
    """What a form asks of a person; gezag and woont_bij only count for a parent."""

    rol: PersoonRol
    roepnaam: str
    achternaam: str = ""
    geboortedatum: date | None = None
    telefoon: str = ""
    email: str = ""
    taal: str = ""
    tolk: bool = False
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    gezag_hoe: str = ""
    woont_bij: bool | None = None


def get_persoon(sessie: Sessie, casus_id: str, persoon_id: str) -> PersoonGegevens:
    """A person of the family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        return _gegevens(gezin, persoon_id)


def _gegevens(gezin: Gezin, persoon_id: str) -> PersoonGegevens:
    persoon = gezin.persoon(persoon_id)
    bands = [band for band in gezin.ouderschappen if band.ouder_id == persoon_id]
    band = bands[0] if bands else None
    return PersoonGegevens(
        rol=persoon.rol,
        roepnaam=persoon.roepnaam,
        achternaam=persoon.achternaam,
        geboortedatum=persoon.geboortedatum,
        telefoon=persoon.telefoon or "",
        email=persoon.email or "",
        taal=persoon.taal or "",
        tolk=persoon.tolk,
        gezag=band.gezag if band else JaNeeOnbekend.ONBEKEND,
        gezag_hoe=band.gezag_hoe if band else "",
        woont_bij=band.woont_bij if band else None,
    )


def save_persoon(sessie: Sessie, casus_id: str, persoon_id: str | None, gegevens: PersoonGegevens) -> str:
    """Change a person, or add one where `persoon_id` is None; answers the id.

    Raises InhoudOngeldig without a name.
    """
    if not gegevens.roepnaam.strip():
        raise InhoudOngeldig("De naam ontbreekt.", "Vul in hoe deze persoon heet.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        voor = _gegevens(gezin, persoon_id) if persoon_id is not None else None
        persoon = _persoon(gezin, persoon_id, gegevens)
        if persoon.rol is PersoonRol.OUDER:
            _zet_ouderschap(gezin, persoon, [j.id for j in casus.jongeren], gegevens, sessie.vandaag())
        changed = velden_die_verschillen(voor, _gegevens(gezin, persoon.id)) if voor else "iemand erbij"
        uow.log(LogSoort.GEWIJZIGD, f"gezin: {changed or 'niets veranderd'}", casus_id=casus_id)
        uow.commit()
        return persoon.id


def _persoon(gezin: Gezin, persoon_id: str | None, gegevens: PersoonGegevens) -> Persoon:
    if persoon_id is None:
        persoon = Persoon(gezin_id=gezin.id, rol=gegevens.rol, roepnaam=gegevens.roepnaam.strip())
        gezin.personen.append(persoon)
    else:
        persoon = gezin.persoon(persoon_id)
    persoon.roepnaam = gegevens.roepnaam.strip()
    persoon.achternaam = gegevens.achternaam.strip()
    persoon.geboortedatum = gegevens.geboortedatum
    persoon.telefoon = gegevens.telefoon.strip() or None
    persoon.email = gegevens.email.strip() or None
    persoon.taal = gegevens.taal.strip() or None
    persoon.tolk = gegevens.tolk
    return persoon


def _zet_ouderschap(
    gezin: Gezin, ouder: Persoon, jongere_ids: list[str], gegevens: PersoonGegevens, vandaag: date
) -> None:
    for jongere_id in jongere_ids:
        band = next((b for b in gezin.ouderschappen_van(jongere_id) if b.ouder_id == ouder.id), None)
        if band is None:
            band = Ouderschap(gezin_id=gezin.id, jongere_id=jongere_id, ouder_id=ouder.id)
            gezin.ouderschappen.append(band)
        if band.gezag is not gegevens.gezag:
            band.gezag_op = vandaag
        band.gezag, band.gezag_hoe = gegevens.gezag, gegevens.gezag_hoe.strip()
        band.woont_bij = gegevens.woont_bij

"""The households of a family: where the front doors are, and who lives behind them (S14)."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.domain.huishouden import Huishouden
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.wonen import bewoners_van, haal_huis_weg, zet_bewoners, zet_woont_bij
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class HuishoudenGegevens:
    """What a form asks of a household. `bewoners` live there wholly, `deels` for a part: ids of persons."""

    naam: str
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    wijk: str = ""
    geheim: bool = False
    post: VeiligBereiken = VeiligBereiken.ONBEKEND
    let_op: str = ""
    bewoners: tuple[str, ...] = ()
    deels: tuple[str, ...] = ()


def get_huishouden(sessie: Sessie, casus_id: str, huishouden_id: str) -> HuishoudenGegevens:
    """A household of the family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        return _gegevens(gezin, vind_huishouden(gezin, huishouden_id))


def vind_huishouden(gezin: Gezin, huishouden_id: str) -> Huishouden:
    """The household with that id. Raises NietGevonden."""
    for huishouden in gezin.huishoudens:
        if huishouden.id == huishouden_id:
            return huishouden
    raise NietGevonden("Dit huishouden is er niet meer.", "Open de casus opnieuw.")


def _gegevens(gezin: Gezin, huis: Huishouden) -> HuishoudenGegevens:
    bewoners = bewoners_van(gezin, huis.id)
    return HuishoudenGegevens(
        naam=huis.naam,
        straat=huis.straat,
        postcode=huis.postcode,
        plaats=huis.plaats,
        wijk=huis.wijk,
        geheim=huis.geheim,
        post=huis.post,
        let_op=huis.let_op,
        bewoners=tuple(bewoner.persoon_id for bewoner in bewoners if not bewoner.deels),
        deels=tuple(bewoner.persoon_id for bewoner in bewoners if bewoner.deels),
    )


def save_huishouden(
    sessie: Sessie, casus_id: str, huishouden_id: str | None, gegevens: HuishoudenGegevens
) -> str:
    """Change a household, or add one where the id is None; answers the id.

    Whether a jongere lives with a parent follows from it. Raises InhoudOngeldig without a name.
    """
    if not gegevens.naam.strip():
        raise InhoudOngeldig(
            "De naam van het huishouden ontbreekt.", "Vul in hoe het gezin het noemt, zoals ‘bij moeder’."
        )
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        for persoon_id in (*gegevens.bewoners, *gegevens.deels):
            gezin.persoon(persoon_id)
        if huishouden_id is None:
            huis = Huishouden(gezin_id=gezin.id, naam="", volgorde=len(gezin.huishoudens) + 1)
            gezin.huishoudens.append(huis)
            changed = "huishouden erbij"
            _neem_over(gezin, huis, gegevens)
        else:
            huis = vind_huishouden(gezin, huishouden_id)
            voor = _gegevens(gezin, huis)
            _neem_over(gezin, huis, gegevens)
            changed = (
                f"huishouden: {velden_die_verschillen(voor, _gegevens(gezin, huis)) or 'niets veranderd'}"
            )
        uow.log(LogSoort.GEWIJZIGD, changed, casus_id=casus_id)
        uow.commit()
        return huis.id


def _neem_over(gezin: Gezin, huis: Huishouden, gegevens: HuishoudenGegevens) -> None:
    huis.naam = gegevens.naam.strip()
    huis.straat = gegevens.straat.strip()
    huis.postcode = gegevens.postcode.strip()
    huis.plaats = gegevens.plaats.strip()
    huis.wijk = gegevens.wijk.strip()
    huis.geheim = gegevens.geheim
    huis.post = gegevens.post
    huis.let_op = gegevens.let_op.strip()
    zet_bewoners(gezin, huis, gegevens.bewoners, gegevens.deels)
    zet_woont_bij(gezin)


def verwijder_huishouden(sessie: Sessie, casus_id: str, huishouden_id: str) -> None:
    """Take a household away; the people stay. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        haal_huis_weg(gezin, vind_huishouden(gezin, huishouden_id))
        uow.log(LogSoort.GEWIJZIGD, "huishouden eraf", casus_id=casus_id)
        uow.commit()

"""Families for the screens of the plan, told in one line."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.sessie import Sessie


def meld_aan(
    sessie: Sessie, roepnaam: str, achternaam: str, geboren: str, *ouders: dict[str, str | bool]
) -> str:
    """Id of the casus of one jongere, of the school that is there."""
    return register_aanmelding(
        sessie,
        {
            "jongere": {"roepnaam": roepnaam, "achternaam": achternaam, "geboortedatum": geboren},
            "ouders": list(ouders),
            "school": "Voorbeeldcollege",
            "aangemeld": "2026-11-20",
            "redenen": ["thuiszitten"],
        },
    ).casus_id


def ouder(naam: str, *, gezag: str = "ja", woont_bij: bool = True) -> dict[str, str | bool]:
    """A parent, as an aanmelding has it."""
    return {"naam": naam, "gezag": gezag, "woont_bij": woont_bij}


def zus_erbij(sessie: Sessie, casus_id: str, geboren: date) -> str:
    """Sara, in the same gezin, with a casus of her own."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        sara = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sara", achternaam="Bos", geboortedatum=geboren)
        els = next(persoon for persoon in gezin.personen if persoon.rol is PersoonRol.OUDER)
        gezin.personen.append(sara)
        gezin.ouderschappen.append(
            Ouderschap(jongere_id=sara.id, ouder_id=els.id, gezag=JaNeeOnbekend.JA, woont_bij=True)
        )
        hers = Casus(
            nummer="2026-099",
            gezin_id=gezin.id,
            school_id=casus.school_id,
            jongeren=[sara],
            aangemeld=date(2026, 11, 20),
        )
        uow.casussen.add(hers)
        uow.commit()
        return hers.id

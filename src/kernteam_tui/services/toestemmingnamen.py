"""Consents for a parent who reads along go by a name: they follow a person who is called otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.delen.naamgenoten import Naamgevolg, namen_van, volg_namen
from kernteam_tui.domain.gezin import Gezin

_WAT = {
    Naamgevolg.MEE: "toestemming om mee te lezen volgt de nieuwe naam",
    Naamgevolg.VERVALLEN: "toestemming om mee te lezen vervallen: niet zeker voor wie",
}


def laat_toestemmingen_volgen(uow: UnitOfWork, gezin: Gezin, voor: Mapping[str, str], vandaag: date) -> None:
    """After a change of the family, in the same transaction; `voor` is `namen_van(gezin)` before it.

    What changed is logged with each casus, without a name.
    """
    after = namen_van(gezin)
    if after == dict(voor):
        return
    for casus in uow.casussen.find(gezin_id=gezin.id):
        rows = uow.toestemmingen.find(casus_id=casus.id)
        for gevolg in dict.fromkeys(volg_namen(rows, voor, after, vandaag)):
            uow.log(LogSoort.GEWIJZIGD, _WAT[gevolg], casus_id=casus.id)

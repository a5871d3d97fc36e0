"""A whole family at once: lines of text, read anew when they are saved, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.delen.naamgenoten import namen_van
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsinvoer import neem_op
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingnamen import laat_toestemmingen_volgen


@dataclass(frozen=True)
class Invoerbasis:
    """What stands in the store already, to read lines against while they are typed; never changed."""

    gezin: Gezin
    jongere_ids: tuple[str, ...]
    nummer: str
    jongere: str


def get_invoerbasis(sessie: Sessie, casus_id: str) -> Invoerbasis:
    """The family of this casus, as lines add to it."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        return Invoerbasis(gezin, tuple(j.id for j in casus.jongeren), casus.nummer, casus.jongere.korte_naam)


def bewaar_invoer(sessie: Sessie, casus_id: str, teksten: Sequence[str]) -> int:
    """Put these lines into the family, all or none; answers how many said something.

    Raises InhoudOngeldig with the first line that is not understood.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        namen = namen_van(gezin)
        duidingen = neem_op(gezin, tuple(j.id for j in casus.jongeren), teksten, sessie.vandaag())
        for nummer, duiding in enumerate(duidingen, 1):
            if duiding.fout:
                raise InhoudOngeldig(f"Regel {nummer} klopt nog niet.", duiding.fout)
        gezegd = sum(bool(duiding.wie) for duiding in duidingen)
        uow.log(LogSoort.GEWIJZIGD, f"gezin ingevoerd: {gezegd} regels", casus_id=casus_id)
        laat_toestemmingen_volgen(uow, gezin, namen, sessie.vandaag())
        uow.commit()
        return gezegd

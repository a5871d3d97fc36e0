"""Ties between two people of a family: one record, read from both sides."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import RelatieKwaliteit, RelatieSoort
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.verwantschap import is_familie
from kernteam_tui.services.sessie import Sessie

VROEGST, LAATST = 1900, 2100
"""Years that a tie can begin or end in."""


@dataclass(frozen=True)
class RelatieGegevens:
    """What a form asks of a tie: `van` is, to `naar`, what `soort` or `omschrijving` says."""

    van_id: str
    naar_id: str
    soort: RelatieSoort
    kwaliteit: RelatieKwaliteit | None = None
    omschrijving: str = ""
    sinds: int | None = None
    tot: int | None = None


@dataclass(frozen=True)
class RelatieBegin:
    """Who can be chosen, (name, id), and the tie as it is; None for a new one."""

    personen: tuple[tuple[str, str], ...]
    relatie: RelatieGegevens | None


def get_relatie(sessie: Sessie, casus_id: str, relatie_id: str = "") -> RelatieBegin:
    """What the form begins with. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        personen = tuple((persoon.naam, persoon.id) for persoon in gezin.personen)
        if not relatie_id:
            return RelatieBegin(personen, None)
        relatie = _vind(gezin, relatie_id)
        return RelatieBegin(
            personen,
            RelatieGegevens(
                relatie.van_id,
                relatie.naar_id,
                relatie.soort,
                relatie.kwaliteit,
                relatie.omschrijving,
                relatie.sinds,
                relatie.tot,
            ),
        )


def save_relatie(sessie: Sessie, casus_id: str, relatie_id: str | None, gegevens: RelatieGegevens) -> str:
    """Change a tie, or add one where the id is None; answers the id.

    Raises InhoudOngeldig for somebody with oneself, a tie that is there already, or years that cannot be.
    """
    _controleer(gegevens)
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        for persoon_id in (gegevens.van_id, gegevens.naar_id):
            gezin.persoon(persoon_id)
        _weiger_dubbele(gezin, relatie_id, gegevens)
        if relatie_id is None:
            relatie = Relatie(
                gezin_id=gezin.id, van_id=gegevens.van_id, naar_id=gegevens.naar_id, soort=gegevens.soort
            )
            gezin.relaties.append(relatie)
        else:
            relatie = _vind(gezin, relatie_id)
        relatie.van_id, relatie.naar_id = gegevens.van_id, gegevens.naar_id
        relatie.soort, relatie.kwaliteit = gegevens.soort, gegevens.kwaliteit
        relatie.omschrijving = gegevens.omschrijving.strip() if is_familie(gegevens.soort) else ""
        relatie.sinds, relatie.tot = gegevens.sinds, gegevens.tot
        uow.log(LogSoort.GEWIJZIGD, "relatie", casus_id=casus_id)
        uow.commit()
        return relatie.id


def verwijder_relatie(sessie: Sessie, casus_id: str, relatie_id: str) -> None:
    """Take a tie away; both people stay. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(casus_id).gezin_id)
        gezin.relaties.remove(_vind(gezin, relatie_id))
        uow.log(LogSoort.GEWIJZIGD, "relatie eraf", casus_id=casus_id)
        uow.commit()


def _vind(gezin: Gezin, relatie_id: str) -> Relatie:
    for relatie in gezin.relaties:
        if relatie.id == relatie_id:
            return relatie
    raise NietGevonden("Deze relatie is er niet meer.", "Open de casus opnieuw.")


def _controleer(gegevens: RelatieGegevens) -> None:
    if gegevens.van_id == gegevens.naar_id:
        raise InhoudOngeldig("Dit is twee keer dezelfde persoon.", "Kies twee verschillende mensen.")
    for jaar in (gegevens.sinds, gegevens.tot):
        if jaar is not None and not VROEGST <= jaar <= LAATST:
            raise InhoudOngeldig("Dit jaartal kan niet.", "Typ een jaar, bijvoorbeeld 2019.")
    if gegevens.sinds and gegevens.tot and gegevens.tot < gegevens.sinds:
        raise InhoudOngeldig("Het einde ligt vóór het begin.", "Kijk de jaren na.")


def _weiger_dubbele(gezin: Gezin, relatie_id: str | None, gegevens: RelatieGegevens) -> None:
    for relatie in gezin.relaties:
        same = relatie.soort is gegevens.soort or (relatie.soort.koppel and gegevens.soort.koppel)
        if relatie.id != relatie_id and same and relatie.tussen(gegevens.van_id, gegevens.naar_id):
            raise InhoudOngeldig(
                "Deze twee hebben al zo’n relatie.", "Wijzig die: kies hem bij relaties op tabblad Gezin."
            )

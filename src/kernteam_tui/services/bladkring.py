"""Who stands around a family, for the picture on the page of one reader."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import Kringlid
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Mens
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.netwerk import kaart_van
from kernteam_tui.services.netwerkpapier import feit_van_mens

KRING = "kring"


class Bladkring:
    """Those of the netwerkkaart who may be in it: not who lives there, nor who gives only tension.

    `verzwegen`: the jongere keeps from this reader who is important.
    """

    def __init__(self, uow: UnitOfWork, poort: Poort, gevallen: Sequence[Geval], *, verzwegen: bool) -> None:
        kaart = kaart_van(uow, poort.casus, poort.gezin, None)
        self._poort, self._gevallen, self._verzwegen = poort, gevallen, verzwegen
        self._mensen = tuple(sorted(filter(_in_beeld, kaart.mensen), key=lambda mens: mens.nabij))

    def feiten(self) -> Iterator[Feit]:
        """Each of them, as the netwerkkaart for this reader would weigh them."""
        for mens in self._mensen:
            fact = feit_van_mens(self._poort, mens, self._gevallen)
            yield Feit(f"{KRING}:{mens.id}", fact.gegeven, fact.over_id, onthouden=self._verzwegen)

    def leden(self, ids: Collection[str]) -> tuple[Kringlid, ...]:
        """Those whose fact passed, nearest first; of the reader only the name."""
        reader = self._gevallen[0].lezer.id
        passed = (mens for mens in self._mensen if f"{KRING}:{mens.id}" in ids)
        shown = (mens.verzwegen() if reader and mens.persoon_id == reader else mens for mens in passed)
        return tuple(Kringlid(mens.naam, mens.relatie, mens.nabij) for mens in shown)


def _in_beeld(mens: Mens) -> bool:
    return mens.groep is not Netwerkgroep.GEZIN and mens.gevoel is not Gevoel.SPANNING

"""Taking the last change back: what was there before is there again, with the same ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from kernteam_tui.data.opname import Rijwissel, opnemen
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.services.gesprekken import herstel_gesprek
from kernteam_tui.services.sessie import Sessie

T = TypeVar("T")


@dataclass(frozen=True)
class Ongedaan:
    """What it takes to take one change back; kept in memory, between the change and the next one."""

    wat: str
    """What was done, as the user reads it: `Notitie gewist`."""
    zet_terug: Callable[[Sessie], object]
    daarna: str = ""
    """What the user still has to do after it, a sentence."""


@dataclass(frozen=True)
class Gedaan(Generic[T]):
    """The answer of a service, and the rows that it changed."""

    uitkomst: T
    wissels: tuple[Rijwissel, ...]

    def ongedaan(self, wat: str) -> Ongedaan | None:
        """The way back; None where nothing was changed."""
        return Ongedaan(wat, partial(zet_terug, wat=wat, wissels=self.wissels)) if self.wissels else None


def doe_met_opname(functie: Callable[..., T], sessie: Any, *args: Any, **kw: Any) -> Gedaan[T]:
    """Run `functie(sessie, …)` and note which rows of records it changes. Raises what it raises."""
    with opnemen() as opname:
        uitkomst = functie(sessie, *args, **kw)
    return Gedaan(uitkomst, opname.wissels())


def zet_terug(sessie: Sessie, *, wat: str, wissels: tuple[Rijwissel, ...]) -> None:
    """Put back exactly what was there; revisions rise, search follows, the log says `teruggezet`.

    Raises VerouderdeVersie where somebody changed one of these rows since, RegelGeweigerd where calendars
    would not hear of it; then nothing is written.
    """
    with sessie.unit_of_work() as uow:
        _weiger_uitgenodigd(uow, wissels)
        roots = uow.draai_terug(wissels)
        _weiger_verstuurd(roots)
        casussen = dict.fromkeys(casus_id for root in roots for casus_id in _casussen(uow, root))
        for casus_id in casussen or (None,):
            uow.log(LogSoort.GEWIJZIGD, f"teruggezet: {wat[:1].lower()}{wat[1:]}", casus_id=casus_id)
        uow.commit()


def _weiger_uitgenodigd(uow: UnitOfWork, wissels: tuple[Rijwissel, ...]) -> None:
    """A talk that was new and is in the calendars of others by now: it has to be called off."""
    new = {w.sleutel for w in wissels if w.is_wortel and w.voor is None and w.wortel.soort is Gesprek}
    if any(gesprek.verstuurd for gesprek_id in new for gesprek in uow.gesprekken.find(id=gesprek_id)):
        raise RegelGeweigerd(
            "De uitnodigingen hiervan zijn al gemaakt.", "Zeg het gesprek af; dan hoort iedereen het."
        )


def _weiger_verstuurd(roots: list[Record]) -> None:
    """A number of an invitation that went out is never used again: calendars would not hear of it."""
    for root in roots:
        if isinstance(root, Gesprek) and any(number > root.volgnummer for number in root.verstuurd):
            raise RegelGeweigerd(
                "De uitnodigingen van deze wijziging zijn al gemaakt.",
                "Verzet het gesprek opnieuw; dan krijgt iedereen het goede moment.",
            )


def afzegging(gesprek_id: str) -> Ongedaan:
    """The way back of a cancelled talk: no rows put back, since the cancellation may have been sent."""
    weg = partial(herstel_gesprek, gesprek_id=gesprek_id)
    return Ongedaan("Gesprek afgezegd", weg, daarna="Verstuur nieuwe uitnodigingen.")


def _casussen(uow: UnitOfWork, root: Record) -> tuple[str, ...]:
    match root:
        case Casus():
            return (root.id,)
        case Gesprek() | Notitie() | Toestemming() | Verzoek():
            return (root.casus_id,)
        case Gezin():
            return tuple(casus.id for casus in uow.casussen.find(gezin_id=root.id))
        case Gezinsplan():
            return tuple(casus.id for casus in uow.casussen.find(gezin_id=root.gezin_id))
    return ()

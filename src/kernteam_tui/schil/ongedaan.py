"""ctrl+z: the last change is taken back. One step, in memory, gone at locking."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from kernteam_tui.domain.fouten import KernteamError, VerouderdeVersie
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.schil.vangnet import bewaar

if TYPE_CHECKING:
    from kernteam_tui.app.basis import BasisApp
    from kernteam_tui.services.ongedaan import Gedaan, Ongedaan

T = TypeVar("T")

OPDRACHT = "ongedaan"
"""Id of the command."""
AANBOD = "Met ctrl+z maak je dat ongedaan."
AANBOD_IN_TEKST = "Via ctrl+p maak je dat ongedaan."
"""Where the cursor stands in a text: there ctrl+z takes back the last words."""
NIETS = "Er is niets om ongedaan te maken."


class Terugweg:
    """Keeps the way back of the last change. A change without one ends that of the change before it."""

    def __init__(self, app: BasisApp) -> None:
        self._app = app
        self.laatste: Ongedaan | None = None

    def volg(
        self,
        functie: Callable[..., T],
        bij_klaar: Callable[[T], None] | None,
        ongedaan: str | Ongedaan = "",
    ) -> tuple[Callable[..., Gedaan[T]], Callable[[Gedaan[T]], None]]:
        """The same write and callback, made so that what the write changes can be taken back.

        `ongedaan`: what was done, as the user reads it (`Notitie gewist`): the rows are put back. Or
        the way back itself, where that takes more than rows. Empty: this change cannot be taken back.
        """

        def na(gedaan: Gedaan[T]) -> None:
            weg = gedaan.ongedaan(ongedaan) if isinstance(ongedaan, str) else ongedaan
            if weg is not None and weg.wat:
                self.laatste = weg
            elif gedaan.wissels:
                self.laatste = None
            if bij_klaar is not None:
                bij_klaar(gedaan.uitkomst)
            if gedaan.wissels or self.laatste is weg:
                self._trek_aanbod_in()
            if weg is not None and weg.wat:
                self._app.call_later(self._zeg_aanbod, weg)

        return partial(_met_opname, functie), na

    def bied_aan(self, weg: Ongedaan) -> None:
        """What was saved by itself, piece by piece, can be taken back as one change from now on."""
        self.laatste = weg
        self._trek_aanbod_in()
        self._app.call_later(self._zeg_aanbod, weg)

    def _zeg_aanbod(self, weg: Ongedaan) -> None:
        """Said when the cursor stands where it goes, and only while it can still be done: not to a family
        that looks along."""
        if self.laatste is not weg or self._app.aan_tafel is not None:
            return
        in_text = getattr(self._app.focused, "read_only", True) is False  # a text area that takes letters
        self._app.meldingen.zeg(f"{weg.wat}. {AANBOD_IN_TEKST if in_text else AANBOD}")

    def _trek_aanbod_in(self) -> None:
        """Only the last change can be taken back: no older notification may still offer it."""
        for melding in list(self._app._notifications):
            if melding.message.endswith((AANBOD, AANBOD_IN_TEKST)):
                self._app._unnotify(melding)

    def draai_terug(self) -> None:
        """Take the last change back; what is half typed on the screen is saved first."""
        weg, scherm = self.laatste, self._app.screen
        if weg is None:
            self._app.meldingen.zeg(NIETS)
            return
        try:
            bewaar(scherm)
        except KernteamError as fout:
            self._app.toon(fout)
            return

        def na(_: object) -> None:
            self.laatste = None
            self._app.clear_notifications()  # the one that offers what was just done
            gedaan = f"Ongedaan gemaakt: {_klein(weg.wat)}. {weg.daarna}".strip()
            self._app.meldingen.zeg(gedaan, van=scherm)
            self._app.screen.ververs()  # type: ignore[attr-defined]  # a KernteamScreen, as below

        def bij_fout(fout: KernteamError) -> None:
            if isinstance(fout, VerouderdeVersie):
                self.laatste = None  # it will not work the next time either
            self._app.toon(fout)

        sessie: Any = self._app.sessie
        scherm.roep(  # type: ignore[attr-defined]  # the command rests on any other screen
            weg.zet_terug, sessie, bij_klaar=na, bij_fout=bij_fout, groep=OPDRACHT
        )

    def vergeet(self) -> None:
        """Nothing can be taken back any more."""
        self.laatste = None

    def benoem(self, opdrachten: Iterable[Opdracht]) -> list[Opdracht]:
        """The commands for the list behind ctrl+p: this one says what it takes back, or is left out."""
        weg = self.laatste
        return [
            replace(op, uitleg=f"Ongedaan maken: {_klein(weg.wat)}") if op.id == OPDRACHT and weg else op
            for op in opdrachten
            if op.id != OPDRACHT or weg is not None
        ]


def _klein(wat: str) -> str:
    return f"{wat[:1].lower()}{wat[1:]}"


def _met_opname(functie: Callable[..., T], sessie: Any, *args: Any, **kw: Any) -> Gedaan[T]:
    from kernteam_tui.services.ongedaan import doe_met_opname  # in the thread: it loads the store

    return doe_met_opname(functie, sessie, *args, **kw)

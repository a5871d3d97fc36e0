"""The paper that a writer of files asks for: made by the deel-poort only.

`laat_door` weighs each fact; what passed travels with a `Doorlaat`. A file without client facts has one too,
which says in words why none is in it, so that a search for it finds every such place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import InitVar, dataclass

from kernteam_tui.domain.deelcodes import LezerSoort, Uitweg
from kernteam_tui.domain.delen.deelpoort import Oordeel, beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval
from kernteam_tui.domain.fouten import KernteamError

_SLEUTEL = object()


class DoorlaatOngeldig(KernteamError):
    """A file was about to be written without the deel-poort: a fault in the program, nothing was written."""

    code = "doorlaat_ongeldig"
    titel = "Dit bestand is niet gemaakt"


def _ongeldig() -> DoorlaatOngeldig:
    return DoorlaatOngeldig(
        "Dit bestand is niet langs de deelregels gegaan.",
        "Er is niets geschreven. Meld dit aan wie het programma beheert.",
    )


@dataclass(frozen=True)
class Doorlaat:
    """Leave to write one file. Cannot be made, copied with changes, or widened outside this module."""

    sleutel: InitVar[object]
    uitweg: Uitweg | None
    """The way out; None where no client facts are in the file."""
    lezer: LezerSoort | None
    oordelen: tuple[Oordeel, ...] = ()
    """The judgement of each fact that passed."""
    weggelaten: int = 0
    """How many facts were left out."""
    zonder_reden: str = ""
    """Why no client facts are in the file; empty where there are."""

    def __post_init__(self, sleutel: object) -> None:
        if sleutel is not _SLEUTEL:
            raise _ongeldig()

    @staticmethod
    def zonder_clientgegevens(reden: str) -> Doorlaat:
        """For a file that holds no readable client facts (an encrypted backup, a recovery code, figures).

        `reden` says in words why. Raises DoorlaatOngeldig where it is empty.
        """
        if not reden.strip():
            raise _ongeldig()
        return Doorlaat(_SLEUTEL, None, None, zonder_reden=reden.strip())

    @property
    def uitzonderingen(self) -> tuple[Oordeel, ...]:
        """What passed by a written reason: the service logs each."""
        return tuple(oordeel for oordeel in self.oordelen if oordeel.met_uitzondering)

    def eis(self, uitweg: Uitweg) -> None:
        """Refuse a file of another kind than this was given for. Raises DoorlaatOngeldig."""
        if self.uitweg is not uitweg:
            raise _ongeldig()


def eis_doorlaat(papier: object) -> None:
    """Refuse to write without a leave of this module. Raises DoorlaatOngeldig."""
    if not isinstance(papier, Doorlaat):
        raise _ongeldig()


@dataclass(frozen=True)
class Doorgelaten:
    """What passed the deel-poort and what did not, each with why."""

    door: tuple[Feit, ...]
    weggelaten: tuple[tuple[Feit, Oordeel], ...]
    doorlaat: Doorlaat
    """For the writer of the file. Also there when nothing passed: the file then holds no facts."""

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the facts that may go."""
        return frozenset(feit.id for feit in self.door)

    @property
    def redenen(self) -> tuple[Oordeel, ...]:
        """Why something was left out, each reason once, in the order of the facts."""
        return tuple(dict.fromkeys(oordeel for _, oordeel in self.weggelaten))


def laat_door(feiten: Iterable[Feit], geval: Geval, *andere: Geval) -> Doorgelaten:
    """Weigh each fact for one reader and one way; the order of the facts stays.

    A casus with several jongeren gives a `Geval` for each of them: a fact about one of them is weighed for
    that one, any other has to pass for all. Raises DoorlaatOngeldig where the cases differ in reader or way.
    """
    gevallen = (geval, *andere)
    if any((other.uitweg, other.lezer.id) != (geval.uitweg, geval.lezer.id) for other in andere):
        raise _ongeldig()
    weighed = [(feit, _weeg(feit, gevallen)) for feit in feiten]
    weggelaten = tuple((feit, oordeel) for feit, oordeel in weighed if not oordeel.mag)
    passed = tuple((feit, oordeel) for feit, oordeel in weighed if oordeel.mag)
    doorlaat = Doorlaat(
        _SLEUTEL,
        geval.uitweg,
        geval.lezer_soort,
        oordelen=tuple(oordeel for _, oordeel in passed),
        weggelaten=len(weggelaten),
    )
    return Doorgelaten(tuple(feit for feit, _ in passed), weggelaten, doorlaat)


def _weeg(feit: Feit, gevallen: tuple[Geval, ...]) -> Oordeel:
    about = tuple(geval for geval in gevallen if geval.jongere_id == feit.over_id) or gevallen
    oordelen = [beslis(Deelvraag(geval, feit)) for geval in about]
    refused = (oordeel for oordeel in oordelen if not oordeel.mag)
    by_exception = (oordeel for oordeel in oordelen if oordeel.met_uitzondering)
    return next(refused, None) or next(by_exception, None) or oordelen[0]

"""What a piece of the file is to one reader, by its text and by whose it is: the deel-poort decides after."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto

from kernteam_tui.domain.afschrift.herkennen import Meelezer
from kernteam_tui.domain.afschrift.stukken import Stuk
from kernteam_tui.domain.deelcodes import Gegeven
from kernteam_tui.domain.delen.deelvraag import Feit, Lezer
from kernteam_tui.domain.delen.melding import gaat_over_wonen, noemt_meldcode, noemt_melding
from kernteam_tui.domain.delen.oudenaam import vreemde_woorden
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.gesloten import houdt_achter

_WOORD = re.compile(r"\w+")


class EerstLezen(Enum):
    """Why the worker looks at a piece before it can go."""

    ANDER = auto()
    """It names another, comes from a talk with another, or tells that somebody worried about safety."""
    RUW = auto()
    """A draft or a remark for herself (NVO: no part of the file until it is worked out)."""


@dataclass(frozen=True)
class Bron:
    """One piece, and what it is to the rules when nothing is in it that must be read first."""

    stuk: Stuk
    feit: Feit
    eerst_lezen: EerstLezen | None = None
    belangrijk: bool = False
    """Also for a parent without gezag who asked for important facts (BW 1:377c)."""

    def onthouden(self) -> Bron:
        """The same, kept from this reader."""
        return replace(self, feit=replace(self.feit, onthouden=True))


class Dossier:
    """The pieces of one casus for one reader."""

    def __init__(self, poort: Poort, lezer: Lezer) -> None:
        self.poort = poort
        self.lezer = lezer
        self.jongeren = tuple(jongere.id for jongere in poort.casus.jongeren)
        own_file = lezer.id in self.jongeren
        self._van_meer = own_file and len(self.jongeren) > 1
        """A jongere whose casus is also that of a brother or sister: a text does not say about whom it is."""
        about = (lezer.id,) if own_file else self.jongeren
        self._meelezer = Meelezer(poort.gezin, lezer.id, about)
        self._vreemd: frozenset[str] = frozenset()
        """Words of names in the plan that nobody here has: a former name, or somebody not written down."""

    # --- what a text is -----------------------------------------------------------------------

    def is_vindplaats(self, tekst: str) -> bool:
        """Whether it tells how to find somebody else."""
        return self.poort.verraadt_een_ander(tekst, self.lezer) or self._meelezer.noemt_een_nummer(tekst)

    def verhuist(self, tekst: str) -> bool:
        """Whether it may tell a parent that the other one moves, or with whom."""
        return gaat_over_wonen(tekst) and self.poort.een_ouder_elders(self.lezer)

    def leer_namen(self, namen: Iterable[str]) -> None:
        """Names that stand in the plan; where nobody has one, a text that holds it is read first."""
        gezin, known = self.poort.gezin, self.poort.bekenden
        self._vreemd |= {word for naam in namen for word in vreemde_woorden(naam, gezin, known)}

    def noemt_een_ander(self, tekst: str) -> bool:
        said = frozenset(_WOORD.findall(gevouwen(tekst)))
        return bool(said & self._vreemd) or self._meelezer.noemt_een_ander(tekst)

    def vast(self, stuk: Stuk, gegeven: Gegeven, over_id: str = "", *, belangrijk: bool = False) -> Bron:
        """A piece whose kind is known; with an address or number of another in it, it is that. What names the
        meldcode or a move is read first, unless the reader said it."""
        if gegeven is not Gegeven.EIGEN_CONTACT and self.is_vindplaats(f"{stuk.kop}\n{stuk.tekst}"):
            return Bron(stuk, Feit(stuk.id, Gegeven.CONTACT_ANDER))
        quiet = noemt_meldcode(f"{stuk.kop}\n{stuk.tekst}") or self.verhuist(stuk.tekst)
        first = EerstLezen.ANDER if quiet and over_id != self.lezer.id else None
        return Bron(stuk, Feit(stuk.id, gegeven, over_id), first, belangrijk)

    def vrij(self, stuk: Stuk, *, van: str = "", van_id: str = "", ruw: bool = False) -> Bron:
        """Mixed text of a worker. `van`, `van_id`: with or from whom it is, where that is known."""
        if self.is_vindplaats(f"{stuk.kop}\n{stuk.tekst}\n{van}"):
            return Bron(stuk, Feit(stuk.id, Gegeven.CONTACT_ANDER))
        if ruw:
            return Bron(stuk, Feit(stuk.id, Gegeven.WERKAANTEKENING), EerstLezen.RUW)
        family = {persoon.id for persoon in self.poort.gezin.personen} - {self.lezer.id}
        other = self._van_meer or van_id in family or self._meelezer.komt_van_een_ander(van)
        named = (
            self.verhuist(stuk.tekst)
            or self.noemt_een_ander(stuk.tekst)
            or noemt_melding(f"{stuk.kop}\n{stuk.tekst}")
        )
        first = EerstLezen.ANDER if other or named else None
        return Bron(stuk, Feit(stuk.id, Gegeven.INHOUD), first)

    def gezegd(self, stuk: Stuk, van: str) -> Bron:
        """Words under a name that nobody of the family has; without a name the text of a worker."""
        bron = self.vrij(stuk, van=van)
        return self._eerst_lezen(bron) if van.strip() else bron

    def misschien(self, stuk: Stuk, *, ruw: bool) -> Bron:
        """A note without with whom it was: that may have been a parent who lives elsewhere."""
        return self._eerst_lezen(self.vrij(stuk, ruw=ruw))

    def afspraak(self, stuk: Stuk, over_id: str, *, belangrijk: bool = False) -> Bron:
        """What was agreed by all; read first where it names a jongere or partner whom this parent has nothing
        to do with."""
        return self._als_iemand_apart(self.vast(stuk, Gegeven.INHOUD, over_id, belangrijk=belangrijk))

    def _als_iemand_apart(self, bron: Bron) -> Bron:
        named = self.poort.wie_apart_genoemd_wordt(bron.stuk.tekst, self.lezer)
        return replace(bron, eerst_lezen=EerstLezen.ANDER) if named else bron

    def van_niemand(self, stuk: Stuk, naam: str, over_id: str) -> Bron:
        """What somebody is to do. Under a name that nobody has it is read first: that may be a former one."""
        bron = self.afspraak(stuk, over_id)
        unsure = self.poort.is_van_niemand_hier(naam, self.lezer)
        return replace(bron, eerst_lezen=EerstLezen.ANDER) if unsure else bron

    def houdt_achter(self, bron: Bron, gesloten_door: Collection[str], naam: str = "") -> bool:
        """Whether what stands in a section that these jongeren closed is kept from this reader
        (`services/gesloten`); `naam`: of a goal or an action."""
        van_id = bron.feit.over_id if bron.feit.gegeven is Gegeven.EIGEN_WOORDEN else ""
        return houdt_achter(self.poort, self.lezer, gesloten_door, naam, van_id=van_id)

    def _eerst_lezen(self, bron: Bron) -> Bron:
        """Where parents live apart, what may be of the other one is read before it goes."""
        unsure = self.poort.een_ouder_elders(self.lezer)
        return replace(bron, eerst_lezen=bron.eerst_lezen or EerstLezen.ANDER) if unsure else bron

    def daad(self, stuk: Stuk, van_id: str) -> Bron:
        """What one person asked, stated or agreed to: for that person; of a jongere for a parent once it was
        read; of anybody else never, also where they live together."""
        if van_id == self.lezer.id:
            return self.vast(stuk, Gegeven.EIGEN_WOORDEN, van_id, belangrijk=True)
        if van_id in self.jongeren and self.lezer.id not in self.jongeren:
            return self.vrij(stuk, van_id=van_id)
        return Bron(stuk, Feit(stuk.id, Gegeven.WOORDEN_ANDER if van_id else Gegeven.DERDE))

    def woorden(self, stuk: Stuk, over_id: str) -> Bron:
        """Words that somebody of the family said, letter for letter."""
        own = over_id == self.lezer.id
        bron = self.vast(stuk, Gegeven.EIGEN_WOORDEN, over_id, belangrijk=own)
        return bron if own else self._als_iemand_apart(bron)

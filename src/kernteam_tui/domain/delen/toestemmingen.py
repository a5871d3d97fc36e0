"""Which consent stands, who is missing, what ends soon, and what withdrawing touches (S32, S35)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.delen.beslissers import Gever, Vereiste
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming

_ORDE = tuple(Niveau)


@dataclass(frozen=True)
class Doelwit:
    """To whom, and about what: one line of the register."""

    partner: PartnerSoort
    onderwerp: Onderwerp = Onderwerp.HULP
    partner_naam: str = ""
    """Which one, where there can be more. A consent that names nobody holds for each of the kind; one that
    names somebody holds for that one only."""
    partner_id: str = ""
    """Of a person of the family: who it is. A consent with an id holds for that id, whatever the name."""


@dataclass(frozen=True)
class Stand:
    """How consent stands for one `Doelwit` on one day."""

    doelwit: Doelwit
    niveau: Niveau | None
    """The level to which everybody who must agree agreed; None: nothing may be shared."""
    gaven: tuple[tuple[Gever, Niveau], ...]
    """Who agreed, and how far each goes."""
    ontbreekt: tuple[Gever, ...]
    """Who must agree and did not."""
    vereiste: Vereiste

    def ontbreekt_voor(self, niveau: Niveau) -> tuple[Gever, ...]:
        """Who has to be asked still before this level may be shared."""
        short = tuple(gever for gever, gave in self.gaven if _rang(gave) < _rang(niveau))
        return (*self.ontbreekt, *short)

    @property
    def wat_nu(self) -> str:
        """The next step; empty where something may be shared already."""
        if self.niveau is not None:
            return ""
        return self.vereiste.wat_nu or "Vraag toestemming en leg die vast."


@dataclass(frozen=True)
class OpenAfspraak:
    """An agreement to tell a partner something that is not done yet (S32)."""

    id: str
    partner: PartnerSoort
    niveau: Niveau
    partner_naam: str = ""
    onderwerp: Onderwerp = Onderwerp.HULP


@dataclass(frozen=True)
class Verval:
    """A level that falls when a consent is withdrawn."""

    doelwit: Doelwit
    van: Niveau
    naar: Niveau | None


@dataclass(frozen=True)
class Geraakt:
    """What withdrawing one consent touches. What was told already stays told."""

    vervalt: tuple[Verval, ...]
    afspraken: tuple[str, ...]
    """Ids of open agreements that may no longer be kept as they stand."""


def geldig(rijen: Iterable[Toestemming], op: date) -> list[Toestemming]:
    """The consents that hold on that day."""
    return [rij for rij in rijen if rij.geldt(op)]


def bepaal_stand(
    rijen: Iterable[Toestemming],
    vereiste: Vereiste,
    doelwit: Doelwit,
    op: date,
    gestopt_op: date | None = None,
) -> Stand:
    """What stands for this partner and subject: the lowest level among all who must agree.

    Nothing stands where one of them did not agree, or where the requirement itself cannot be met. After
    `gestopt_op`, the last day of the help, what has no last day of its own goes no further than that.
    """
    fitting = [rij for rij in geldig(rijen, op) if _past(rij, vereiste.jongere_id, doelwit)]
    given = {gever: _hoogste(fitting, gever, op, gestopt_op) for gever in vereiste.gevers}
    gaven = tuple((gever, niveau) for gever, niveau in given.items() if niveau is not None)
    complete = vereiste.kan and bool(gaven) and len(gaven) == len(given)
    return Stand(
        doelwit=doelwit,
        niveau=min((niveau for _, niveau in gaven), key=_rang) if complete else None,
        gaven=gaven,
        ontbreekt=tuple(gever for gever, niveau in given.items() if niveau is None),
        vereiste=vereiste,
    )


@dataclass(frozen=True)
class Botsing:
    """One person agreed to less for one partner by name than for all of that kind. The more holds, also for
    the one by name: if the name won, to withdraw it would let more be shared."""

    op_naam: Toestemming
    voor_allen: Toestemming

    def met(self, rij: Toestemming) -> bool:
        """Whether this consent is one of the two."""
        return rij is self.op_naam or rij is self.voor_allen


def botsingen(rijen: Iterable[Toestemming], op: date) -> list[Botsing]:
    """Every pair that holds on that day and says less by name than for all, in the order of the rows."""
    held = geldig(rijen, op)
    return [
        Botsing(rij, other)
        for rij in held
        for other in held
        if rij.partner_naam.strip() and not other.partner_naam.strip() and _zegt_minder(rij, other)
    ]


def _zegt_minder(rij: Toestemming, other: Toestemming) -> bool:
    return (
        _past(other, rij.jongere_id, doelwit_van_rij(rij))
        and _zelfde_gever(rij, other)
        and _rang(rij.niveau) < _rang(other.niveau)
    )


def verloopt_binnen(rijen: Sequence[Toestemming], op: date, dagen: int) -> list[Toestemming]:
    """Consents that end within that many days (the last day counts), soonest first.

    One that is followed by another of the same giver, as wide and longer, is left out.
    """
    until = op + timedelta(days=dagen)
    held = geldig(rijen, op)
    soon = [rij for rij in held if rij.tot is not None and rij.tot <= until]
    return sorted(
        (rij for rij in soon if not any(_vervangt(other, rij) for other in held)),
        key=lambda rij: (rij.tot or op, rij.id),
    )


def raakt(
    rij: Toestemming,
    rijen: Sequence[Toestemming],
    vereiste: Vereiste,
    afspraken: Sequence[OpenAfspraak],
    op: date,
    gestopt_op: date | None = None,
) -> Geraakt:
    """What falls away when this consent is withdrawn on that day; `rijen` holds it too.

    A consent that names no partner carries those by name as well: each that is named in a row or an
    agreement is looked at.
    """
    rest = [other for other in rijen if other.id != rij.id]
    vervalt = []
    for doelwit in _geraakte_doelwitten(rij, rijen, afspraken):
        before = bepaal_stand(rijen, vereiste, doelwit, op, gestopt_op).niveau
        after = bepaal_stand(rest, vereiste, doelwit, op, gestopt_op).niveau
        if before is not None and before is not after:
            vervalt.append(Verval(doelwit, before, after))
    fallen = {verval.doelwit: verval for verval in vervalt}
    broken = tuple(
        afspraak.id for afspraak in afspraken if _kan_niet_meer(afspraak, fallen.get(_doelwit(afspraak)))
    )
    return Geraakt(tuple(vervalt), broken)


def _kan_niet_meer(afspraak: OpenAfspraak, verval: Verval | None) -> bool:
    if verval is None or _rang(verval.van) < _rang(afspraak.niveau):
        return False
    return verval.naar is None or _rang(verval.naar) < _rang(afspraak.niveau)


def _geraakte_doelwitten(
    rij: Toestemming, rijen: Sequence[Toestemming], afspraken: Sequence[OpenAfspraak]
) -> list[Doelwit]:
    own = doelwit_van_rij(rij)
    known = [doelwit_van_rij(r) for r in rijen] + [_doelwit(afspraak) for afspraak in afspraken]
    return list(dict.fromkeys([own, *(doelwit for doelwit in known if _past(rij, rij.jongere_id, doelwit))]))


def doelwit_van_rij(rij: Toestemming) -> Doelwit:
    """To whom and about what this consent is."""
    return Doelwit(rij.partner, rij.onderwerp, rij.partner_naam, rij.partner_id)


def _doelwit(afspraak: OpenAfspraak) -> Doelwit:
    return Doelwit(afspraak.partner, afspraak.onderwerp, afspraak.partner_naam)


def _past(rij: Toestemming, jongere_id: str, doelwit: Doelwit) -> bool:
    same_line = (rij.jongere_id, rij.partner, rij.onderwerp) == (
        jongere_id,
        doelwit.partner,
        doelwit.onderwerp,
    )
    if rij.partner_id:
        return same_line and rij.partner_id == doelwit.partner_id
    return same_line and (not rij.partner_naam.strip() or _zelfde(rij.partner_naam, doelwit.partner_naam))


def _hoogste(rijen: Iterable[Toestemming], gever: Gever, op: date, gestopt_op: date | None) -> Niveau | None:
    levels = [rij.niveau_op(op, gestopt_op) for rij in rijen if _gaf(rij, gever)]
    return max((niveau for niveau in levels if niveau is not None), key=_rang, default=None)


def _gaf(rij: Toestemming, gever: Gever) -> bool:
    if gever.id or rij.gever_id:
        return rij.gever_id == gever.id
    return bool(gever.naam.strip()) and _zelfde(rij.gever_naam, gever.naam)


def _vervangt(other: Toestemming, rij: Toestemming) -> bool:
    covers = _past(other, rij.jongere_id, doelwit_van_rij(rij))
    longer = other.tot is None or (rij.tot is not None and other.tot > rij.tot)
    return _zelfde_gever(other, rij) and covers and longer and _rang(other.niveau) >= _rang(rij.niveau)


def _zelfde_gever(een: Toestemming, ander: Toestemming) -> bool:
    return een.gever_id == ander.gever_id and _zelfde(een.gever_naam, ander.gever_naam)


def _zelfde(a: str, b: str) -> bool:
    return " ".join(a.split()).casefold() == " ".join(b.split()).casefold()


def _rang(niveau: Niveau) -> int:
    return _ORDE.index(niveau)

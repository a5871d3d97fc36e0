"""Who takes a casus and who does what in it: the rule, its exception, regisseur, maatje, duo (S16, S18)."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.data.queries.buurtteams import lees_buurtteams
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, PersoonRol
from kernteam_tui.domain.deelcodes import SignaalBij, WiePakt
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.wie_pakt import (
    BRON,
    WiePaktRegel,
    controleer_regisseur,
    controleer_wie_pakt,
    is_een_naam,
    regel_voor,
    wijkt_af,
)
from kernteam_tui.exchange.buurtteams import read_buurtteams
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class WieDoetWat:
    """What the form asks."""

    signaal_bij: SignaalBij = SignaalBij.ONBEKEND
    buurtteam: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    wie_pakt: WiePakt = WiePakt.ONBEKEND
    wie_pakt_reden: str = ""
    regisseur: str = ""
    maatje: str = ""
    duo_partner: str = ""
    duo_team: str = ""


@dataclass(frozen=True)
class WiePaktUitkomst:
    """The outcome of the rule for a casus, in words."""

    wie: WiePakt
    """The worker's own choice, or else what the rule says."""
    zin: str
    """What the agreement says, and why."""
    stap: str
    """What to do next; may be empty."""
    uitzondering: bool
    """Somebody else takes it than the rule says."""
    bron: str = BRON


@dataclass(frozen=True)
class WieDoetWatBeeld:
    """A casus with what can be chosen."""

    casus: CasusBeeld
    nu: WieDoetWat
    gezin: tuple[str, ...]
    """Names of who may be regisseur: parents, jongeren and others of the family who live."""
    buurtteams: tuple[str, ...]
    """Those of the list, and those that were typed in other casussen."""


def uitkomst_bij(
    signaal_bij: SignaalBij, buurtteam: JaNeeOnbekend, wie: WiePakt = WiePakt.ONBEKEND
) -> WiePaktUitkomst:
    """What the rule says of these answers (S16)."""
    regel: WiePaktRegel = regel_voor(signaal_bij, buurtteam)
    chosen = regel.wie if wie is WiePakt.ONBEKEND else wie
    return WiePaktUitkomst(chosen, regel.zin, regel.stap, wijkt_af(regel, wie))


def uitkomst_van(casus: CasusBeeld) -> WiePaktUitkomst:
    """What the rule says of this casus, with the worker's own choice."""
    return uitkomst_bij(casus.signaal_bij, casus.buurtteam, casus.wie_pakt)


def is_een_regisseur(naam: str) -> bool:
    """Whether exactly one regisseur is named."""
    return is_een_naam(naam)


def get_wie_doet_wat(sessie: Sessie, casus_id: str) -> WieDoetWatBeeld:
    """The casus with the choices of the form. Raises NietGevonden."""
    casus = get_casus(sessie, casus_id)
    family = (PersoonRol.OUDER, PersoonRol.JONGERE, PersoonRol.GEZINSLID)
    return WieDoetWatBeeld(
        casus=casus,
        nu=_van(casus),
        gezin=tuple(p.naam for rol in family for p in casus.personen if p.rol is rol and not p.overleden),
        buurtteams=list_buurtteams(sessie),
    )


def list_buurtteams(sessie: Sessie) -> tuple[str, ...]:
    """Names of buurtteams by alphabet: of the list, and those typed before in a casus that is still there."""
    with sessie.lezen() as conn:
        typed = lees_buurtteams(conn)
    return tuple(sorted({*read_buurtteams(), *typed}, key=str.casefold))


def save_wie_doet_wat(sessie: Sessie, casus_id: str, revision: int, gegevens: WieDoetWat) -> CasusBeeld:
    """Keep who does what.

    Raises VerouderdeVersie where another window saved since `revision`, InhoudOngeldig for two regisseurs
    or an exception to the rule without a reason.
    """
    controleer_regisseur(gegevens.regisseur)
    regel = regel_voor(gegevens.signaal_bij, gegevens.buurtteam)
    controleer_wie_pakt(regel, gegevens.wie_pakt, gegevens.wie_pakt_reden)
    reden = gegevens.wie_pakt_reden.strip() if gegevens.wie_pakt is not WiePakt.ONBEKEND else ""
    voor = _van(get_casus(sessie, casus_id))
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id, revision=revision)
        casus.signaal_bij, casus.buurtteam = gegevens.signaal_bij, gegevens.buurtteam
        casus.wie_pakt, casus.wie_pakt_reden = gegevens.wie_pakt, reden
        casus.regisseur, casus.maatje = gegevens.regisseur.strip(), gegevens.maatje.strip()
        casus.duo_partner, casus.duo_team = gegevens.duo_partner.strip(), gegevens.duo_team.strip()
        wat = velden_die_verschillen(voor, gegevens) or "niets veranderd"
        uow.log(LogSoort.GEWIJZIGD, f"wie doet wat: {wat}", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def _van(casus: CasusBeeld) -> WieDoetWat:
    return WieDoetWat(
        signaal_bij=casus.signaal_bij,
        buurtteam=casus.buurtteam,
        wie_pakt=casus.wie_pakt,
        wie_pakt_reden=casus.wie_pakt_reden,
        regisseur=casus.regisseur,
        maatje=casus.maatje,
        duo_partner=casus.duo_partner,
        duo_team=casus.duo_team,
    )

"""The rows of a consent that is given: checked, with what they replace, and beside what holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from kernteam_tui.domain.delen.naamgenoten import dragers_van, namen_van, wie_bedoeld
from kernteam_tui.domain.delen.toestemmingen import Botsing, botsingen, doelwit_van_rij
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.lezer import weiger_overleden
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.toestemmingbeeld import ToestemmingGegevens

VERVANGEN = "vervangen door een nieuwe"
"""Reason of a consent that the same person gave anew."""
ALLEEN_OP_NAAM = "geldt nu alleen nog bij naam"
"""Reason of a consent for all of a kind that was withdrawn for one that names somebody."""

Oplossing = Callable[[Botsing, Toestemming], list[Toestemming]]
"""What to do about a new consent that says less by name than what holds for all: the rows it adds."""


class MinderOpNaam(RegelGeweigerd):
    """Less for one by name would change nothing, as long as more holds for all of that kind."""

    titel = "Voor allen geldt nog meer"

    def __init__(self, voor_allen: Toestemming) -> None:
        kind = voor_allen.partner.label
        super().__init__(
            f"Voor iedereen van {kind} geldt nog: {voor_allen.niveau.label}. Dat houdt ook wie je hier bij "
            "naam noemt.",
            "Beperk die toestemming ook, of trek die eerst in.",
        )


class MeerVoorAllen(RegelGeweigerd):
    """More for all of a kind would undo what was agreed for one by name."""

    titel = "Bij naam geldt minder"

    def __init__(self, op_naam: Toestemming) -> None:
        super().__init__(
            f"Voor één van {op_naam.partner.label} is bij naam minder gegeven: {op_naam.niveau.label}. Dit "
            "zou ook voor die ene gelden.",
            "Noem bij naam wie meer mag weten, of trek de toestemming bij naam eerst in.",
        )


def controleer(gegevens: ToestemmingGegevens, vandaag: date) -> None:
    """Raises InhoudOngeldig for what cannot be: nobody, a day to come, an end before the begin."""
    if not gegevens.gevers:
        raise InhoudOngeldig("Er staat niet bij wie toestemming gaf.", "Vink aan wie het goed vond.")
    if gegevens.op > vandaag:
        raise InhoudOngeldig("De dag van de toestemming ligt in de toekomst.", "Kies vandaag of eerder.")
    if gegevens.tot is not None and gegevens.tot < gegevens.op:
        raise InhoudOngeldig("De laatste dag ligt vóór de eerste.", "Kies een latere dag, of laat hem leeg.")
    if gegevens.partner is PartnerSoort.OUDER and not (gegevens.partner_id or gegevens.partner_naam.strip()):
        raise InhoudOngeldig("Er staat niet bij welke ouder mag meelezen.", "Kies de ouder.")


def met_persoon(gezin: Gezin, gegevens: ToestemmingGegevens) -> ToestemmingGegevens:
    """With who of the family reads along, by id and by name.

    Raises InhoudOngeldig where the name is nobody's or that of more people, NietGevonden, LezerOverleden.
    """
    if gegevens.partner is not PartnerSoort.OUDER:
        return replace(gegevens, partner_id="", partner_naam=gegevens.partner_naam.strip())
    namen = namen_van(gezin)
    meant = gegevens.partner_id or wie_bedoeld("", gegevens.partner_naam, namen)
    if not meant:
        more = bool(dragers_van(gegevens.partner_naam, namen))
        raise InhoudOngeldig(
            "Meer mensen in dit gezin heten zo." if more else "Niemand in dit gezin heet zo.",
            "Kies de ouder uit de lijst.",
        )
    reader = gezin.persoon(meant)
    weiger_overleden(reader)
    return replace(gegevens, partner_id=meant, partner_naam=reader.naam)


def nieuwe_rij(casus_id: str, gever: Persoon, gegevens: ToestemmingGegevens) -> Toestemming:
    """What one person agrees to."""
    return Toestemming(
        casus_id=casus_id,
        jongere_id=gegevens.jongere_id,
        gever_id=gever.id,
        partner=gegevens.partner,
        partner_naam=gegevens.partner_naam,
        partner_id=gegevens.partner_id,
        onderwerp=gegevens.onderwerp,
        niveau=gegevens.niveau,
        hoe=gegevens.hoe,
        op=gegevens.op,
        tot=gegevens.tot,
    )


def vervang(rijen: Iterable[Toestemming], nieuw: Toestemming) -> None:
    """One agreement of one person for one partner: the newest says how far it goes, also where an older one
    is noted after it. A withdrawal is newer than what was given before it."""
    same = [rij for rij in rijen if _zelfde_afspraak(rij, nieuw)]
    for rij in same:
        if rij.ingetrokken_op is None and rij.geldt(nieuw.op):
            rij.trek_in(nieuw.op, VERVANGEN)
    given = [rij.op for rij in same]
    withdrawn = [rij.ingetrokken_op for rij in same if rij.ingetrokken_op is not None]
    later = [dag for dag in (*given, *withdrawn) if dag > nieuw.op]
    if later:
        nieuw.trek_in(min(later), VERVANGEN)


def los_botsing_op(
    rijen: Iterable[Toestemming], nieuw: Toestemming, vandaag: date, oplossing: Oplossing
) -> list[Toestemming]:
    """Rows to add beside `nieuw`, so that nobody reads in the register that somebody hears less than holds.

    Raises MeerVoorAllen, and what the `oplossing` raises.
    """
    added: list[Toestemming] = []
    for botsing in botsingen([*rijen, nieuw], vandaag):
        if botsing.voor_allen is nieuw:
            raise MeerVoorAllen(botsing.op_naam)
        if botsing.op_naam is nieuw:
            added += oplossing(botsing, nieuw)
    return added


def weiger(botsing: Botsing, _nieuw: Toestemming) -> list[Toestemming]:
    """Raises MinderOpNaam: the worker chooses first."""
    raise MinderOpNaam(botsing.voor_allen)


def beperk_allen(vandaag: date) -> Oplossing:
    """From that day on all of the kind hear no more than the one by name."""

    def beperk(botsing: Botsing, nieuw: Toestemming) -> list[Toestemming]:
        wide = botsing.voor_allen
        wide.trek_in(vandaag, VERVANGEN)
        less = Toestemming(
            casus_id=wide.casus_id,
            jongere_id=wide.jongere_id,
            gever_id=wide.gever_id,
            gever_naam=wide.gever_naam,
            partner=wide.partner,
            onderwerp=wide.onderwerp,
            niveau=nieuw.niveau,
            hoe=nieuw.hoe,
            op=vandaag,
            tot=wide.tot,
        )
        return [less]

    return beperk


def trek_allen_in(vandaag: date) -> Oplossing:
    """From that day on only the one by name hears something."""

    def trek_in(botsing: Botsing, _nieuw: Toestemming) -> list[Toestemming]:
        botsing.voor_allen.trek_in(vandaag, ALLEEN_OP_NAAM)
        return []

    return trek_in


def _zelfde_afspraak(rij: Toestemming, nieuw: Toestemming) -> bool:
    one, other = doelwit_van_rij(rij), doelwit_van_rij(nieuw)
    about = (rij.gever_id, rij.jongere_id, one.partner, one.onderwerp)
    if about != (nieuw.gever_id, nieuw.jongere_id, other.partner, other.onderwerp):
        return False
    if one.partner_id and other.partner_id:
        return one.partner_id == other.partner_id
    return one.partner_naam.strip().casefold() == other.partner_naam.strip().casefold()

"""Who takes a casus: the rule at the aanmelding, its reasoned exception, and the one regisseur (S16, S18)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kernteam_tui.domain.codes import AanmelderRol, JaNeeOnbekend, Route
from kernteam_tui.domain.deelcodes import SignaalBij, WiePakt
from kernteam_tui.domain.fouten import InhoudOngeldig

BRON = "NJi, School en wijk in de praktijk: voortgezet onderwijs en jeugdhulp in Utrecht"

_SCHOOL = frozenset(
    {
        AanmelderRol.ZORGCOORDINATOR,
        AanmelderRol.TEAMLEIDER,
        AanmelderRol.ZORGBEGELEIDER,
        AanmelderRol.MENTOR,
        AanmelderRol.DOCENT,
    }
)
_MEER_NAMEN = re.compile(r"[,;/&+\n]|\s(?:en|and)\s", re.IGNORECASE)


@dataclass(frozen=True)
class WiePaktRegel:
    """What the agreement says for one aanmelding."""

    wie: WiePakt
    zin: str
    """The outcome and why, for the worker."""
    stap: str
    """What to do next; may be empty."""


def bepaal_signaal_bij(route: Route, rol: AanmelderRol) -> SignaalBij:
    """Where the signal came in, as far as the aanmelding tells."""
    if rol is AanmelderRol.BUURTTEAM:
        return SignaalBij.BUURTTEAM
    if route is Route.SCHOOL or (route is Route.ONBEKEND and rol in _SCHOOL):
        return SignaalBij.SCHOOL
    if route is Route.ZELF:
        return SignaalBij.GEZIN
    return SignaalBij.ONBEKEND if route is Route.ONBEKEND else SignaalBij.ELDERS


def regel_voor(signaal_bij: SignaalBij, buurtteam: JaNeeOnbekend) -> WiePaktRegel:
    """Who takes it (S16): a buurtteam in the family goes before where the signal came in.

    Whether there is one is asked of the family and never looked up (S36).
    """
    if buurtteam is JaNeeOnbekend.JA:
        return WiePaktRegel(
            WiePakt.SAMEN,
            "Er is al een buurtteam in het gezin. Kijk samen wie welke vraag het best kan oppakken.",
            "Vraag het gezin om toestemming en zoek je collega in de wijk op.",
        )
    if signaal_bij is SignaalBij.BUURTTEAM:
        return WiePaktRegel(
            WiePakt.BUURTTEAM,
            "Het signaal kwam binnen bij een buurtteam. Dat buurtteam geeft de hulp.",
            _vraag_na(buurtteam),
        )
    if signaal_bij is SignaalBij.SCHOOL:
        return WiePaktRegel(
            WiePakt.VO_TEAM,
            "Het signaal kwam binnen op school. Het vo-team geeft de hulp.",
            _vraag_na(buurtteam),
        )
    if signaal_bij is SignaalBij.ONBEKEND:
        return WiePaktRegel(
            WiePakt.ONBEKEND, "Waar het signaal binnenkwam is nog niet bekend.", "Vul dat eerst in."
        )
    return WiePaktRegel(
        WiePakt.ONBEKEND,
        "De afspraak noemt alleen school en buurtteam.",
        "Beslis samen met het gezin wie het oppakt.",
    )


def _vraag_na(buurtteam: JaNeeOnbekend) -> str:
    if buurtteam is JaNeeOnbekend.ONBEKEND:
        return "Vraag het gezin of er al een buurtteam meekijkt."
    return ""


def wijkt_af(regel: WiePaktRegel, wie: WiePakt) -> bool:
    """Whether somebody else takes it than the rule says; no choice yet is no exception."""
    return WiePakt.ONBEKEND not in (wie, regel.wie) and wie is not regel.wie


def controleer_wie_pakt(regel: WiePaktRegel, wie: WiePakt, reden: str) -> None:
    """Raises InhoudOngeldig for an exception without a reason."""
    if wijkt_af(regel, wie) and not reden.strip():
        raise InhoudOngeldig(
            f"Volgens de afspraak is dit voor {regel.wie.label}.",
            "Schrijf op waarom het hier anders gaat.",
        )


def is_een_naam(naam: str) -> bool:
    """Whether this names exactly one person."""
    return bool(naam.strip()) and _MEER_NAMEN.search(naam.strip()) is None


def controleer_regisseur(naam: str) -> None:
    """There is one regisseur or, so far, none; raises InhoudOngeldig for more than one name."""
    if naam.strip() and not is_een_naam(naam):
        raise InhoudOngeldig("Er is één regisseur.", "Noem één naam; een ander kan maatje zijn.")

"""Parents are told, always, unless a jongere of 16 or older does not want it (S34; Jeugdwet 7.3.5).

Where the two sources differ the law wins (domain 8, 9): "we informeren ze altijd" holds up to 16.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.kalender import Kalender
from kernteam_tui.domain.leeftijdstap import Leeftijdstap
from kernteam_tui.domain.termijnen import kennismaking_uiterlijk

BESLIST_ZELF, VOLWASSEN = 16, 18
INFORMEREN_WERKDAGEN = 5
"""An agreement, no term of the law: as long as one has for offering the kennismaking."""


@dataclass(frozen=True)
class ZonderOuders:
    """Why no parent was there, and what comes after. Exactly one of the last three is given."""

    waarom: str
    informeren_voor: date | None = None
    """They are still to be told, by this day."""
    geinformeerd_op: date | None = None
    """They know already."""
    ouders_niet: str = ""
    """The jongere of 16 or older does not want it; in own words."""


def beslist_zelf(jongeren: Collection[Persoon], op: date) -> bool:
    """Whether the jongeren may say that their parents are not told: each is 16, and able to weigh it.

    A birth date that is not known counts as too young.
    """
    return bool(jongeren) and all(
        (jongere.leeftijd(op) or 0) >= BESLIST_ZELF and not jongere.wilsonbekwaam for jongere in jongeren
    )


def is_volwassen(jongeren: Collection[Persoon], op: date) -> bool:
    """Whether each is 18: then nobody has to be told (BW 1:233)."""
    return bool(jongeren) and all((jongere.leeftijd(op) or 0) >= VOLWASSEN for jongere in jongeren)


def informeren_uiterlijk(gesprek_op: date, kalender: Kalender) -> date:
    """The fifth working day after a talk without parents, counted as for the kennismaking."""
    return kennismaking_uiterlijk(gesprek_op, kalender, INFORMEREN_WERKDAGEN)


def noteer_zonder_ouders(
    gesprek: Gesprek, zonder: ZonderOuders, jongeren: Collection[Persoon], vandaag: date
) -> None:
    """Note on the talk that no parent was there, why, and what follows.

    Raises InhoudOngeldig without a reason or with no answer, RegelGeweigerd where a jongere under 16 would
    decide that parents are not told.
    """
    if not zonder.waarom.strip():
        raise InhoudOngeldig("Waarom waren de ouders er niet bij?", "Schrijf het in een paar woorden op.")
    answers = (zonder.informeren_voor, zonder.geinformeerd_op, zonder.ouders_niet.strip())
    if sum(bool(answer) for answer in answers) != 1:
        raise InhoudOngeldig("Wat horen de ouders hierover?", "Kies een van de antwoorden.")
    if zonder.geinformeerd_op is not None:
        _weiger_toekomst(zonder.geinformeerd_op, vandaag)
    if zonder.ouders_niet.strip():
        weiger_te_jong(jongeren, vandaag)
    gesprek.zonder = zonder.waarom.strip()
    gesprek.zonder_ouders = True
    gesprek.ouders_informeren_voor = zonder.informeren_voor
    gesprek.ouders_geinformeerd_op = zonder.geinformeerd_op
    gesprek.ouders_niet = zonder.ouders_niet.strip()


def noteer_ouder_erbij(gesprek: Gesprek) -> None:
    """A parent was there after all: nothing has to be told any more."""
    gesprek.zonder_ouders = False
    gesprek.ouders_informeren_voor = None
    gesprek.ouders_geinformeerd_op = None
    gesprek.ouders_niet = ""


def meld_geinformeerd(gesprek: Gesprek, op: date, vandaag: date) -> None:
    """The parents were told of a talk without them. Refuses a talk with parents, and a day to come."""
    _eis_zonder_ouders(gesprek)
    _weiger_toekomst(op, vandaag)
    gesprek.ouders_geinformeerd_op, gesprek.ouders_niet = op, ""


def sluit_zonder_informeren(
    gesprek: Gesprek, reden: str, jongeren: Collection[Persoon], vandaag: date
) -> None:
    """The jongere of 16 or older does not want the parents to be told; refused below that age."""
    _eis_zonder_ouders(gesprek)
    weiger_te_jong(jongeren, vandaag)
    if not reden.strip():
        raise InhoudOngeldig("De reden ontbreekt.", "Schrijf op wat de jongere erover zei.")
    gesprek.ouders_niet, gesprek.ouders_geinformeerd_op = reden.strip(), None


def noteer_jongere_verteld(stap: Leeftijdstap, op: date | None, vandaag: date) -> None:
    """The jongere was told of this birthday on that day; None takes it back."""
    if op is not None:
        _weiger_toekomst(op, vandaag)
    stap.jongere_verteld_op = op


def noteer_ouders_verteld(stap: Leeftijdstap, op: date | None, vandaag: date) -> None:
    """The parents were told of this birthday on that day; None takes it back."""
    if op is not None:
        _weiger_toekomst(op, vandaag)
        stap.ouders_niet = ""
    stap.ouders_verteld_op = op


def noteer_ouders_niet(stap: Leeftijdstap, reden: str, jongere: Persoon, vandaag: date) -> None:
    """The jongere does not want the parents to be told; empty takes it back. Refused below 16."""
    if reden.strip():
        weiger_te_jong((jongere,), vandaag)
        stap.ouders_verteld_op = None
    stap.ouders_niet = reden.strip()


def stap_van(stappen: list[Leeftijdstap], jongere_id: str, grens: Leeftijdsgrens) -> Leeftijdstap:
    """What was noted of this birthday of this jongere; a new one is added where nothing was."""
    for stap in stappen:
        if stap.jongere_id == jongere_id and stap.grens is grens:
            return stap
    stap = Leeftijdstap(jongere_id=jongere_id, grens=grens)
    stappen.append(stap)
    return stap


def weiger_te_jong(jongeren: Collection[Persoon], op: date) -> None:
    """Raises RegelGeweigerd unless the jongeren may decide that parents are not told (`beslist_zelf`)."""
    if beslist_zelf(jongeren, op):
        return
    raise RegelGeweigerd(
        "Pas vanaf 16 jaar beslist een jongere zelf of de ouders dit horen (Jeugdwet 7.3.5).",
        "Vertel het de ouders. Is de geboortedatum niet ingevuld, doe dat dan eerst.",
    )


def _eis_zonder_ouders(gesprek: Gesprek) -> None:
    if not gesprek.zonder_ouders:
        raise RegelGeweigerd("Bij dit gesprek was een ouder.", "Er valt niets meer te vertellen.")


def _weiger_toekomst(op: date, vandaag: date) -> None:
    if op > vandaag:
        raise RegelGeweigerd("Die dag moet nog komen.", "Kies vandaag of een dag die voorbij is.")

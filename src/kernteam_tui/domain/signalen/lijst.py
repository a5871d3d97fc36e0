"""All rules, and the order in which a worker sees what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from kernteam_tui.domain.signalen import (
    begin,
    delen,
    gesprek,
    gezin,
    leeftijden,
    loop,
    verzoeken,
    wachten,
    wie,
)
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal

Regel = Callable[[Beeld], Iterator[Signaal]]

REGELS: tuple[Regel, ...] = (
    begin.startgesprek,
    begin.kennismaking_aanbieden,
    begin.gesprek_vastleggen,
    gesprek.tolk_regelen,
    gesprek.iedereen_gevraagd,
    begin.ouders_informeren,
    begin.gezag_onbekend,
    begin.kennismaking_reden,
    gezin.ouder_informeren,
    gezin.woongemeente_bespreken,
    gezin.klas_en_mentor,
    wie.ouders_na_gesprek,
    verzoeken.verzoek_open,
    loop.terugkoppelen,
    delen.afspraak_zonder_toestemming,
    delen.toestemming_leeftijd,
    delen.toestemming_verloopt,
    loop.evaluatie,
    loop.plan_vaststellen,
    loop.plan_op_papier,
    loop.actie_over_datum,
    loop.volgende_poging,
    loop.stil,
    wachten.wachtcontact,
    wachten.lang_wachten,
    wie.geen_regisseur,
    leeftijden.leeftijdsgrens,
    loop.concept_uitwerken,
    loop.vernietigen,
)
"""The order here decides between signals with the same last day."""

ZONDER_DATUM = timedelta(days=7)
"""What has no day of its own stands among what must be done in a week."""


def bepaal_signalen(beeld: Beeld) -> tuple[Signaal, ...]:
    """What must be done for this casus, most urgent first."""
    return sorteer((s for regel in REGELS for s in regel(beeld)), beeld.vandaag)


def sorteer(signalen: Iterable[Signaal], vandaag: date) -> tuple[Signaal, ...]:
    """Earliest last day first; on the same day spoed first, then the order of the rules."""

    def key(signaal: Signaal) -> tuple[date, bool]:
        return signaal.uiterlijk or vandaag + ZONDER_DATUM, not signaal.spoed

    return tuple(sorted(signalen, key=key))

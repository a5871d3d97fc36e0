"""Rules about what somebody asked about the file: as soon as possible, at the latest within a month.

Jeugdwet 7.3.10 lid 1 says `zo spoedig mogelijk`; AVG art. 12 lid 3 one month. Asking for more time is for the
organisation, not for this program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.feiten import VerzoekFeit
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.verzoek import antwoord_uiterlijk

DRINGEND_NA = timedelta(weeks=4)
"""From so long after the day of asking it is urgent."""
_WAT = {
    VerzoekSoort.INZAGE: "afschrift geven, of het dossier laten lezen",
    VerzoekSoort.INFORMATIE: "ouder zonder gezag antwoorden",
    VerzoekSoort.CORRECTIE: "verzoek om verbetering behandelen",
    VerzoekSoort.VERKLARING: "eigen verklaring toevoegen",
}


def verzoek_open(beeld: Beeld) -> Iterator[Signaal]:
    """Something was asked and is not handled: named from the first day, also of a closed casus."""
    for verzoek in beeld.feiten.verzoeken:
        signaal = Signaal.over(
            beeld,
            "verzoek_open",
            _WAT[verzoek.soort],
            _waarom(beeld, verzoek),
            antwoord_uiterlijk(verzoek.op),
            "Doe het zo snel mogelijk, en noteer wat je deed.",
            "verzoeken",
            verzoek.id,
        )
        urgent = beeld.vandaag >= verzoek.op + DRINGEND_NA
        yield replace(signaal, spoed=True) if urgent else signaal


def _waarom(beeld: Beeld, verzoek: VerzoekFeit) -> str:
    asked = f"gevraagd op {beeld.dag(verzoek.op)}"
    return f"{asked}; de maand is voorbij" if beeld.vandaag > antwoord_uiterlijk(verzoek.op) else asked

"""What was done about a birthday that changes the law, and the seven domains of 16 to 27 (S70)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Leeftijdstap(Record):
    """That a jongere passes this age was told, and to whom."""

    casus_id: str = ""
    jongere_id: str
    grens: Leeftijdsgrens
    jongere_verteld_op: date | None = None
    ouders_verteld_op: date | None = None
    ouders_niet: str = ""
    """Why the parents are not told, where the jongere of 16 or older does not want it (Jeugdwet 7.3.5)."""

    @property
    def klaar(self) -> bool:
        """Whether everybody who must be told was told."""
        return self.jongere_verteld_op is not None and (
            self.ouders_verteld_op is not None or bool(self.ouders_niet.strip())
        )


@dataclass(kw_only=True, eq=False)
class Toekomst(Record):
    """One of the seven domains, as it was talked about with the jongere."""

    casus_id: str = ""
    jongere_id: str
    domein: Toekomstdomein
    besproken_op: date | None = None
    afspraak: str = ""

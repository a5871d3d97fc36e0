"""Who of the kernteam is at this overleg."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.services.overleg.lezen import Aanwezige, OverlegBeeld, get_overleg
from kernteam_tui.services.overleg.wijzigen import zet_aanwezig
from kernteam_tui.widgets.meerkeuze import Meerkeuze


class OverlegAanwezigScreen(GesprekFormulier):
    """Ticks; who is there decides what may be on the table."""

    NAAM = "overleg_aanwezig"
    TITEL = "Wie is er bij het overleg?"
    UITLEG = (
        "Op tafel staat alleen wat iedereen die hier aangevinkt is, mag weten. Wie afwezig gemeld is, staat "
        "uit; komt die toch, vink hem dan aan."
    )
    CSS_PATH = stijl("overleg")

    def __init__(self, school_id: str) -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id

    def concept_sleutel(self) -> str:
        return f"overleg_aanwezig:{self._school_id}"

    def laad(self) -> None:
        self.lees(get_overleg, self._school_id, bij_klaar=self._toon)

    def _toon(self, beeld: OverlegBeeld) -> None:
        self.kop(onderwerp=beeld.school)
        begin = {"wie": [een.id for een in beeld.kernteam if een.erbij]}
        self.toon_rijen(self._rijen(beeld), begin)

    def _rijen(self, beeld: OverlegBeeld) -> Iterator[Widget]:
        opties = [(_wie(een), een.id) for een in beeld.kernteam]
        yield Meerkeuze("wie", "Wie is erbij?", opties, verplicht=True)

    def afronden(self) -> None:
        self.rond_af(
            zet_aanwezig,
            self._school_id,
            tuple(self.waarde["wie"]),
            bij_klaar=lambda _: self._bewaard(),
            ongedaan="Wie erbij is gewijzigd",
        )

    def _bewaard(self) -> None:
        self.klaar()
        self.terug()


def _wie(een: Aanwezige) -> str:
    """`Lia, leerplicht (ziek)`."""
    note = "jij" if een.ik else een.weg
    return f"{een.wie} ({note})" if note else een.wie

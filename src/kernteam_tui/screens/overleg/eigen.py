"""A point that the worker puts on the agenda, or the question beside one."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.overleg.naamwacht import Naamwacht
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, Puntkeuze, bewaar_punt, get_puntkeuze
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstvlak


class OverlegEigenScreen(Naamwacht):
    """`sleutel` empty: a new point."""

    NAAM = "overleg_eigen"
    TITEL = "Agendapunt"
    UITLEG = (
        "Schrijf waar het over gaat. Kies je er een casus bij, dan hoort de vraag bij die casus en zien "
        "alleen partners met toestemming voor de inhoud hem. Zonder casus mag er geen naam in staan."
    )
    CSS_PATH = stijl("overleg")

    def __init__(self, school_id: str, sleutel: str = "") -> None:
        super().__init__(school_id=school_id, sleutel=sleutel)
        self._school_id, self._sleutel = school_id, sleutel

    def concept_sleutel(self) -> str:
        return f"overleg_eigen:{self._school_id}:{self._sleutel or 'nieuw'}"

    def laad(self) -> None:
        self.lees(get_puntkeuze, self._school_id, self._sleutel, bij_klaar=self._toon)

    def _toon(self, keuze: Puntkeuze) -> None:
        self.kop(titel="Agendapunt" if self._sleutel else "Nieuw agendapunt", onderwerp=keuze.school)
        begin = {"tekst": keuze.nu.tekst, "casus": keuze.nu.casus_id}
        self.toon_rijen(self._rijen(keuze), begin)

    def _rijen(self, keuze: Puntkeuze) -> Iterator[Widget]:
        yield Tekstvlak("tekst", "Wat is de vraag?", hoogte=4)
        yield self.waarschuwing()
        if not self._sleutel:
            yield Keuzeveld("casus", "Over welke casus?", keuze.casussen, leeg="geen casus, geen namen")
        elif keuze.nu.casus_id:
            wie = dict(keuze.casussen).get(keuze.nu.casus_id, "")
            yield Tekst(f"Hoort bij {wie}.", classes="zacht")

    def _casus(self) -> str:
        return str(self.waarde.get("casus") or "")

    def anonieme_tekst(self) -> str:
        return "" if self._casus() else str(self.waarde.get("tekst", ""))

    def afronden(self) -> None:
        self.rond_af(
            bewaar_punt,
            self._school_id,
            self._sleutel,
            PuntGegevens(self.waarde["tekst"], self._casus()),
            bij_klaar=self._bewaard,
            ongedaan="Agendapunt bewaard",
        )

    def _bewaard(self, _: str) -> None:
        self.klaar()
        self.terug()

"""Another passphrase."""

from __future__ import annotations

from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.screens.eerste_keer.wachtwoordzin import WachtwoordzinStap
from kernteam_tui.screens.sleutels.stappen import REKENT, HuidigStap, StappenScreen
from kernteam_tui.services.sleutels import controleer_geheim, wijzig_wachtwoordzin

GEWIJZIGD = "Je nieuwe wachtwoordzin geldt vanaf nu. Je herstelcode blijft dezelfde."


class SleutelZinScreen(StappenScreen):
    """Two steps: the current one, the new one twice."""

    NAAM = "sleutel_zin"
    TITEL = "Wachtwoordzin wijzigen"
    UITLEG = (
        "Je kiest een nieuwe wachtwoordzin. Je herstelcode blijft dezelfde. Wie een oude kopie van je kluis "
        "én je oude zin heeft, kan die kopie nog openen; is je zin gelekt, kies dan ‘mogelijk gelekt’."
    )
    STAPPEN = (HuidigStap, WachtwoordzinStap)

    def na(self, stap: Stap) -> None:
        self.rekent(REKENT)
        huidig = self.stap(HuidigStap).zin
        if isinstance(stap, HuidigStap):
            self.doe(controleer_geheim, huidig, bij_klaar=lambda _: self.volgende(), bij_fout=self.zeg_fout)
            return
        nieuw = self.stap(WachtwoordzinStap).zin
        self.doe(wijzig_wachtwoordzin, huidig, nieuw, bij_klaar=self._gewijzigd, bij_fout=self.zeg_fout)

    def _gewijzigd(self, meldingen: tuple[str, ...]) -> None:
        self.stap(HuidigStap).vergeet()
        self.stap(WachtwoordzinStap).vergeet()
        for melding in (GEWIJZIGD, *meldingen):
            self.meld(melding)
        self.terug()

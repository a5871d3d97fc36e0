"""Another recovery code."""

from __future__ import annotations

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.screens.eerste_keer.terugtypen import ANDERS, TerugtypenStap
from kernteam_tui.screens.sleutels.stappen import REKENT, HuidigStap, NieuweCodeStap, StappenScreen
from kernteam_tui.services.sleutels import NieuweHerstelcode, begin_herstelcode

GEWIJZIGD = "Je nieuwe herstelcode geldt vanaf nu; de oude opent je kluis niet meer."


class SleutelCodeScreen(StappenScreen):
    """Three steps: the current passphrase, the code on paper, the code typed back."""

    NAAM = "sleutel_code"
    TITEL = "Nieuwe herstelcode"
    UITLEG = (
        "Je krijgt een nieuwe herstelcode te zien en typt hem over van papier. Tot dat laatste werkt de "
        "oude. Je wachtwoordzin blijft dezelfde."
    )
    STAPPEN = (HuidigStap, NieuweCodeStap, TerugtypenStap)

    def __init__(self) -> None:
        super().__init__()
        self._nieuw: NieuweHerstelcode | None = None

    def na(self, stap: Stap) -> None:
        if isinstance(stap, HuidigStap):
            self.rekent(REKENT)
            self.doe(begin_herstelcode, stap.zin, bij_klaar=self._gemaakt, bij_fout=self.zeg_fout)
        elif isinstance(stap, TerugtypenStap) and self._nieuw is not None:
            self.rekent(REKENT)
            self.roep(
                self._nieuw.bevestig, stap.code, bij_klaar=self._bevestigd, bij_fout=self._niet_bevestigd
            )
        else:
            self.volgende()

    def _gemaakt(self, nieuw: NieuweHerstelcode) -> None:
        self._nieuw = nieuw
        self.stap(HuidigStap).vergeet()
        self.toon(NieuweCodeStap)
        self.stap(NieuweCodeStap).toon(nieuw.herstelcode)

    def _niet_bevestigd(self, fout: KernteamError) -> None:
        self.toon(TerugtypenStap, ANDERS if fout.code == "wachtwoord_onjuist" else fout.zin)

    def _bevestigd(self, meldingen: tuple[str, ...]) -> None:
        self._nieuw = None
        for melding in (GEWIJZIGD, *meldingen):
            self.meld(melding)
        self.terug()

    def on_unmount(self) -> None:
        if self._nieuw is not None:
            self._nieuw.laat()

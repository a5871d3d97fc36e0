"""A passphrase or code that somebody else may know: a new key for everything."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.screens.eerste_keer.terugtypen import ANDERS, TerugtypenStap
from kernteam_tui.screens.eerste_keer.wachtwoordzin import WachtwoordzinStap
from kernteam_tui.screens.sleutels.stappen import REKENT, HuidigStap, NieuweCodeStap, StappenScreen
from kernteam_tui.services.sleutels import NieuweSleutel, begin_nieuwe_sleutel, controleer_geheim
from kernteam_tui.widgets.tekst import Tekst

ONAF = "sleutelwissel_onaf"
VERSLEUTELT = "Je kluis wordt opnieuw versleuteld …"


class LekStap(Stap):
    """What it does, and what it cannot do."""

    NUMMER = 1
    NAAM = "wat er gebeurt"
    VERDER = "Verder"

    def rijen(self) -> ComposeResult:
        yield Tekst(
            "Denk je dat iemand je wachtwoordzin of je herstelcode kent? Dan krijgt alles hier een nieuwe "
            "sleutel: een nieuwe wachtwoordzin, een nieuwe herstelcode, en een opnieuw versleutelde kluis.",
            classes="stap-uitleg",
        )
        yield Tekst(
            "Daarna opent niets van vroeger je kluis nog, ook niet wie een oud sleutelbestand heeft. Een "
            "slot van je organisatie gaat mee.",
            classes="stap-uitleg",
        )
        yield Tekst(
            "Wat het niet kan: een reservekopie die er al is, ook op een stick, blijft opengaan met de oude "
            "wachtwoordzin. Na afloop kun je die hier weghalen. En wie je kluis al gelezen heeft, weet "
            "wat erin stond: overleg met je organisatie of dit een datalek is.",
            classes="stap-uitleg waarschuwing",
        )


class LekCodeStap(NieuweCodeStap):
    """As for a new code; typing it back starts the new key."""

    WAARVOOR = (
        "Je ziet deze code alleen nu. In de volgende stap typ je hem over van het papier; daarna wordt je "
        "kluis opnieuw versleuteld."
    )


class KlaarStap(Stap):
    """It was done. The lock asks the new passphrase, so she knows at once whether she remembers it."""

    NUMMER = 6
    NAAM = "klaar"
    VERDER = "Op slot doen"

    def rijen(self) -> ComposeResult:
        yield Tekst(id="gelekt-klaar", classes="stap-uitleg")
        yield Tekst(
            "Het programma gaat nu op slot. Open je kluis met je nieuwe wachtwoordzin; daarna kun je hier de "
            "oude kopieën weghalen.",
            classes="stap-uitleg",
        )

    def toon_uitkomst(self, zin: str) -> None:
        self.query_one("#gelekt-klaar", Tekst).update(zin)


class SleutelGelektScreen(StappenScreen):
    """Six steps; nothing has changed until the code was typed back."""

    NAAM = "sleutel_gelekt"
    TITEL = "Mogelijk gelekt"
    UITLEG = (
        "Je kluis krijgt een nieuwe sleutel. Tot je de nieuwe herstelcode hebt overgetypt verandert er "
        "niets; daarna openen de oude wachtwoordzin en herstelcode je kluis niet meer."
    )
    STAPPEN = (LekStap, HuidigStap, WachtwoordzinStap, LekCodeStap, TerugtypenStap, KlaarStap)

    def __init__(self) -> None:
        super().__init__()
        self._nieuw: NieuweSleutel | None = None

    def na(self, stap: Stap) -> None:
        if isinstance(stap, HuidigStap):
            self.rekent(REKENT)
            self.doe(controleer_geheim, stap.zin, bij_klaar=lambda _: self.volgende(), bij_fout=self.zeg_fout)
        elif isinstance(stap, WachtwoordzinStap):
            self._begin(stap.zin)
        elif isinstance(stap, TerugtypenStap) and self._nieuw is not None:
            self.rekent(VERSLEUTELT)
            self.roep(
                self._nieuw.bevestig, stap.code, bij_klaar=self._bevestigd, bij_fout=self._niet_bevestigd
            )
        elif isinstance(stap, KlaarStap):
            self._naar_slot()
        else:
            self.volgende()

    def _begin(self, zin: str) -> None:
        self.rekent(REKENT)
        huidig = self.stap(HuidigStap).zin
        self.doe(begin_nieuwe_sleutel, huidig, zin, bij_klaar=self._gemaakt, bij_fout=self.zeg_fout)

    def _gemaakt(self, nieuw: NieuweSleutel) -> None:
        self._nieuw = nieuw
        self.stap(HuidigStap).vergeet()
        self.stap(WachtwoordzinStap).vergeet()
        self.toon(LekCodeStap)
        self.stap(LekCodeStap).toon(nieuw.herstelcode)

    def _niet_bevestigd(self, fout: KernteamError) -> None:
        if fout.code == ONAF:
            self._klaar_met(fout.zin)
        else:
            self.toon(TerugtypenStap, ANDERS if fout.code == "wachtwoord_onjuist" else fout.zin)

    def _bevestigd(self, _meldingen: tuple[str, ...]) -> None:
        self._klaar_met(
            "Je kluis is opnieuw versleuteld. De oude wachtwoordzin en herstelcode werken niet meer."
        )

    def _klaar_met(self, zin: str) -> None:
        self._nieuw = None
        self.stap(LekCodeStap).toon("")
        self.toon(KlaarStap)
        self.stap(KlaarStap).toon_uitkomst(zin)

    def action_terug(self) -> None:
        """After the new key counts there is only one way on."""
        if self.STAPPEN[self._plaats] is KlaarStap:
            self._naar_slot()
        else:
            super().action_terug()

    def _naar_slot(self) -> None:
        """Lock, with the list of keys as the place to come back to: the old copies stand there."""
        self.vervang("sleutels")
        self.app.call_later(self.kernteam.vergrendel)

    def on_unmount(self) -> None:
        if self._nieuw is not None:
            self._nieuw.laat()

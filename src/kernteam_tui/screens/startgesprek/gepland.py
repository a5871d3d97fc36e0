"""What can be done with a startgesprek that stands planned."""

from __future__ import annotations

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.register import Argument
from kernteam_tui.services.gesprekken import GesprekBeeld, zeg_gesprek_af
from kernteam_tui.services.ongedaan import afzegging

GEPLAND = (
    Opdracht("verzetten", "v", "verzetten", "Een ander moment kiezen, met een reden"),
    Opdracht("afzeggen", "a", "afzeggen", "Dit gesprek afzeggen, met een reden"),
    Opdracht("vastleggen", "g", "vastleggen", "Vastleggen wie er was en wat is afgesproken"),
    Opdracht("check", "c", "checklist", "Nalopen wat er voor het gesprek nog moet"),
    Opdracht("wiens_keuze", "k", "wiens keuze", "Vastleggen waarom het later is, en wiens keuze dat is"),
    Opdracht("uitnodigingen", "u", "uitnodigingen", "De bestanden en de regel voor de telefoon"),
)


class GeplandScreen(KernteamScreen):
    """The commands; a subclass says in `_gesprek` which talk stands planned."""

    def __init__(self, **argumenten: Argument) -> None:
        super().__init__(**argumenten)
        self._gesprek: GesprekBeeld | None = None

    @property
    def casus_id(self) -> str:
        return str(self.argumenten["casus_id"])

    def bij_gepland(self, gesprek: GesprekBeeld) -> list[Opdracht]:
        """What can be done with a talk that stands planned; how it went only once it has begun."""
        geweest = gesprek.start <= self.kernteam.klok.nu()
        niet = {"check"} if geweest else {"vastleggen"}
        niet |= set() if gesprek.te_laat else {"wiens_keuze"}
        return [opdracht for opdracht in GEPLAND if opdracht.id not in niet]

    def action_verzetten(self) -> None:
        if self._gesprek is not None:
            self.open("startgesprek", casus_id=self.casus_id, gesprek_id=self._gesprek.id)

    def action_afzeggen(self) -> None:
        if self._gesprek is None:
            return
        gesprek = self._gesprek
        self.vraag_reden(
            "Afzeggen",
            f"Waarom gaat het gesprek van {moment_kort(gesprek.start)} niet door?",
            lambda reden: self.doe(
                zeg_gesprek_af, gesprek.id, reden, bij_klaar=self._afgezegd, ongedaan=afzegging(gesprek.id)
            ),
            sleutel=f"afzeggen:{gesprek.id}",
        )

    def _afgezegd(self, gesprek: GesprekBeeld) -> None:
        self.open("uitnodigingen", gesprek_id=gesprek.id, schrijf=True)

    def action_vastleggen(self) -> None:
        if self._gesprek is not None:
            self.open("gesprek_vastleggen", gesprek_id=self._gesprek.id)

    def action_check(self) -> None:
        if self._gesprek is not None:
            self.open("gesprekcheck", gesprek_id=self._gesprek.id)

    def action_wiens_keuze(self) -> None:
        self.open("uitstel", casus_id=self.casus_id)

    def action_uitnodigingen(self) -> None:
        if self._gesprek is not None:
            self.open("uitnodigingen", gesprek_id=self._gesprek.id)

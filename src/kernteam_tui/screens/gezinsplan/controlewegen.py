"""The looks at a plan: F7, and from each look to where it is mended; who agrees; the familiegroepsplan."""

from __future__ import annotations

from typing import ClassVar

from kernteam_tui.domain.gezinsplancodes import Oppstand
from kernteam_tui.domain.plancontrole import Controlepunt, Naar
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.gezinsplan.dialogen import Controledialoog, aantal_open
from kernteam_tui.screens.gezinsplan.planbasis import Planbasis
from kernteam_tui.services.plancontrole import controleer, set_opp

_OPP = {
    Oppstand.BEKEKEN: "ja, bekeken",
    Oppstand.NIET: "nee, nog niet bekeken",
    Oppstand.GEEN: "er is geen OPP",
    Oppstand.ONBEKEND: "nog niet gevraagd",
}


class Plancontrolewegen(Planbasis):
    """F7, which the screen itself lists, `a` and `f`. What was typed is saved before it is looked at."""

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht("akkoord", "a", "akkoord", "Wie het eens is met het plan", "planakkoord", False),
        Opdracht(
            "familieplan", "f", "familieplan", "Het plan dat het gezin zelf maakt", "familieplan", False
        ),
    )

    def action_controle(self) -> None:
        if self._bewaar_of_meld():
            self.lees(controleer, self._casus_id, bij_klaar=self._open_controle, groep="controledialoog")

    def _wat_open_staat(self) -> str:
        """For whoever is going to fix a version: how much is open, and whom to ask (again); often empty."""
        te_doen = aantal_open(self._controle)
        if not te_doen:
            return ""
        akkoord = (p.wat_nu for p in self._controle if p.naar is Naar.AKKOORD and p.in_orde is False)
        open_ = "staat nog 1 punt" if te_doen == 1 else f"staan nog {te_doen} punten"
        regels = (f"Bij de controle (F7) {open_} open. Dat mag.", *akkoord)
        return "\n\n" + "\n".join(regels)

    def _open_controle(self, punten: tuple[Controlepunt, ...]) -> None:
        self._toon_controle(punten)
        self.app.push_screen(Controledialoog(punten), self._na_controle)

    def _na_controle(self, punt: Controlepunt | None) -> None:
        if punt is None:
            return
        wegen = {
            Naar.AKKOORD: self._naar_akkoord,
            Naar.OPP: self._vraag_opp,
            Naar.GEZIN: self._naar_gezin,
            Naar.WIE_DOET_WAT: self._naar_wie_doet_wat,
        }
        if punt.naar in wegen:
            wegen[punt.naar]()
        elif punt.onderdeel and self._ga_naar_onderdeel(punt.onderdeel):
            self._vak.focus_eerste()

    def _vraag_opp(self) -> None:
        opties = [(tekst, stand) for stand, tekst in _OPP.items()]
        self.kies("Is het OPP van school bekeken?", opties, self._opp)

    def _opp(self, stand: Oppstand) -> None:
        if self._bewaar_of_meld():
            self.doe(
                self._schrijver.wijzig,
                set_opp,
                stand,
                bij_klaar=self._na_wijziging,
                groep="opp",
                ongedaan="OPP genoteerd",
            )

    def _naar_akkoord(self) -> None:
        """Of the version that the looks are about."""
        if self._plan is not None:
            nieuw = self._plan.gewijzigd or not self._plan.versie
            self.open("planakkoord", casus_id=self._casus_id, versie=self._plan.versie + nieuw)

    def _naar_gezin(self) -> None:
        self.open("casus", casus_id=self._casus_id, tab="gezin")

    def _naar_wie_doet_wat(self) -> None:
        self.open("wie_doet_wat", casus_id=self._casus_id)

    def action_akkoord(self) -> None:
        if self._bewaar_of_meld():
            self.open("planakkoord", casus_id=self._casus_id)

    def action_familieplan(self) -> None:
        if self._bewaar_of_meld():
            self.open("familieplan", casus_id=self._casus_id)

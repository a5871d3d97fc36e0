"""Text from notes: a key opens what the notes have for the open section, and what is chosen comes in it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from kernteam_tui.domain.merken import Alinea
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.gezinsplan.merk import Planmerk
from kernteam_tui.screens.gezinsplan.notitiedialoog import Notitiedialoog
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.notitiebron import Notitiebron, lees_notitiebron, neem_over
from kernteam_tui.services.planbeeld import PlanBeeld

_GEEN = "In de notities van deze casus staat niets om over te nemen."


class Plannotities(Planmerk):
    """ctrl+u. What is taken over is one change: ctrl+z takes it back."""

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht(
            "uit_notities",
            "ctrl+u",
            "uit notities",
            "Alinea’s uit notities overnemen in dit onderdeel",
            "",
            False,
        ),
    )

    def action_uit_notities(self) -> None:
        if self._plan is not None and self._bewaar_of_meld():
            sleutel = self._vak.sleutel
            na = partial(self._toon_bron, sleutel)
            self.lees(lees_notitiebron, self._casus_id, sleutel, bij_klaar=na, groep="uit-notities")

    def _toon_bron(self, sleutel: str, bron: Notitiebron) -> None:
        if self._plan is None or self.app.screen is not self:
            return
        if not bron.notities:
            self.meld(_GEEN)
            return
        dialoog = Notitiedialoog(self._plan.onderdeel(sleutel).titel, bron)
        self.app.push_screen(dialoog, partial(self._neem_over, sleutel))

    def _neem_over(self, sleutel: str, alineas: tuple[Alinea, ...] | None) -> None:
        if alineas and self._bewaar_of_meld():
            self.doe(
                self._schrijver.wijzig,
                neem_over,
                sleutel,
                alineas,
                bij_klaar=partial(self._na_overname, self._vak.inhoud),
                groep="neem-over",
                ongedaan="Uit notities overgenomen",
            )

    def _na_overname(self, eerst: Inhoud, plan: PlanBeeld) -> None:
        """Show the section with what came in; what was typed in the meantime stays."""
        self._na_wijziging(plan)
        nu, nieuw = self._vak.inhoud, Inhoud.van(plan.onderdeel(eerst.sleutel))
        if nu.sleutel != eerst.sleutel:
            return
        if nu == eerst:
            self._toon_onderdeel(eerst.sleutel)
            self.query_one("#onderdelen").focus()  # in a text field ctrl+z would not take this back
        else:
            self._vervang_tekst(nu.samen_met(nieuw))

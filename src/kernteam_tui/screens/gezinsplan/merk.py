"""Marks in the gezinsplan: feit, mening, citaat; what may stand on the page; what parents may see."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on

from kernteam_tui.domain.alineaknip import is_lang
from kernteam_tui.domain.ouderszien import NIEMAND_MEER, ZINNEN, volgend_antwoord
from kernteam_tui.domain.talen import TALEN, taal_naam
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.gezinsplan.alinearegel import Alinearegel
from kernteam_tui.screens.gezinsplan.citaatvak import Citaatvak
from kernteam_tui.screens.gezinsplan.onderdeel import OnderdeelVak
from kernteam_tui.screens.gezinsplan.ouderregel import wie_zegt
from kernteam_tui.screens.gezinsplan.taal import Plantaal
from kernteam_tui.services.ouderantwoorden import JongereZegt
from kernteam_tui.services.ouderszien import open_voor_ouders, set_ouders_zien
from kernteam_tui.widgets.alineamerk import draai_merk, knip_alinea, regel_onder_cursor
from kernteam_tui.widgets.schrijfvlak import Schrijfvlak

_OUDERS = "ouders_zien"
_KNIPPEN_HOEFT_NIET = "Deze alinea is niet te lang om in te typen; knippen hoeft niet."
_GEEN_PLEK = "In deze alinea staat nergens een spatie om te knippen."
_IN_DE_TOELICHTING = "Feit, mening en citaat staan in jouw toelichting. Zet daar eerst de cursor."
_NIET_VAN_HIER = "Wie dit sloot, kan het alleen in de eigen casus weer openen."
_NIET_GESLOTEN = "Dit onderdeel houdt niemand dicht voor ouders."
_IN_EEN_CITAAT = "Zet de cursor in een citaat dat op de bladzijde kan."


class Planmerk(Plantaal):
    """ctrl+e, ctrl+b, ctrl+k, `o`, and ctrl+t in a quote."""

    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht(
            "merk", "ctrl+e", "feit", "Deze alinea van de toelichting: feit, mening, citaat", in_voet=False
        ),
        Opdracht("op_bladzijde", "ctrl+b", "blad", "Dit citaat wel of niet op de bladzijde", in_voet=False),
        Opdracht("knip", "ctrl+k", "knip", "Een heel lange alinea in tweeën knippen", in_voet=False),
        Opdracht(
            _OUDERS, "o", "ouders", "Of ouders dit onderdeel mogen zien (jongere van 16)", in_voet=False
        ),
    )

    # --- the paragraph under the cursor ---------------------------------------------------

    def action_merk(self) -> None:
        if self.focused is not self._toelichting:
            self.meld(_IN_DE_TOELICHTING)
            return
        draai_merk(self._toelichting)
        self._toon_alinea()

    def action_knip(self) -> None:
        vlak = self.focused
        if not isinstance(vlak, Schrijfvlak) or not is_lang(regel_onder_cursor(vlak)):
            self.meld(_KNIPPEN_HOEFT_NIET)
        elif not knip_alinea(vlak):
            self.meld(_GEEN_PLEK)

    @on(OnderdeelVak.CursorVerplaatst)
    def _cursor_verplaatst(self) -> None:
        self._toon_alinea()

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _ander_vlak(self) -> None:
        self._toon_alinea()
        self._vak.toon_hulp(self.focused)

    def _toon_alinea(self) -> None:
        vlak = self._toelichting
        self.query_one(Alinearegel).toon(regel_onder_cursor(vlak) if self.focused is vlak else "")

    # --- a quote --------------------------------------------------------------------------

    @property
    def _citaat(self) -> Citaatvak | None:
        """The quote in which the cursor is."""
        focus = self.focused
        ouders = focus.ancestors if focus is not None else []
        return next((node for node in ouders if isinstance(node, Citaatvak)), None)

    def action_op_bladzijde(self) -> None:
        citaat = self._citaat
        if citaat is None or not citaat.kan_op_bladzijde:
            self.meld(_IN_EEN_CITAAT)
        else:
            citaat.wissel_bladzijde()

    def action_taal(self) -> None:
        citaat = self._citaat
        if citaat is None or self._plan is None:
            super().action_taal()
            return
        eerst = self._plan.talen
        codes = (*eerst, *(code for code in TALEN if code not in eerst))
        opties = [(taal_naam(code), code) for code in codes]
        self.kies("In welke taal is dit gezegd?", opties, citaat.zet_taal)

    # --- what parents may see -------------------------------------------------------------

    @property
    def _ouders_gevraagd(self) -> bool:
        return self._plan is not None and any(onderdeel.antwoorden for onderdeel in self._plan.onderdelen)

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [op for op in super().eigen_opdrachten() if op.id != _OUDERS or self._ouders_gevraagd]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == _OUDERS and not self._ouders_gevraagd:
            return False
        return super().check_action(action, parameters)

    def action_ouders_zien(self) -> None:
        if self._plan is None:
            return
        onderdeel = self._plan.onderdeel(self._vak.sleutel)
        antwoorden = onderdeel.antwoorden
        if len(antwoorden) == 1:
            self._draai_antwoord(antwoorden[0])
        elif antwoorden:
            self.kies("Wie zegt dit?", [(wie_zegt(een), een) for een in antwoorden], self._draai_antwoord)
        else:
            self.meld(_NIET_VAN_HIER if onderdeel.ook_dicht_door else _NIET_GESLOTEN)

    def _draai_antwoord(self, een: JongereZegt) -> None:
        sleutel = self._vak.sleutel
        naam = f"ouders-{sleutel}"
        if een.jongere_id == NIEMAND_MEER:
            self._wijzig(naam, open_voor_ouders, sleutel, ongedaan="Niet meer dicht voor ouders")
            return
        antwoord = volgend_antwoord(een.antwoord)
        gezegd = ZINNEN[antwoord].rstrip(".")
        self._wijzig(naam, set_ouders_zien, sleutel, antwoord, een.jongere_id, ongedaan=gezegd)

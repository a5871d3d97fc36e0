"""What was agreed at a talk is ticked off from its signal."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.domain.datumtekst import dag_kort
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.gesprek_woorden import rol_kort
from kernteam_tui.services.gespreksacties import OpenActie, list_open_acties, vink_actie_af


def vink_af(scherm: KernteamScreen, gesprek_id: str, bij_klaar: Callable[[], None]) -> None:
    """Tick what is done; with more than one it is asked which. ctrl+z takes it back."""

    def doe(actie: OpenActie) -> None:
        scherm.doe(
            vink_actie_af,
            gesprek_id,
            actie.deelnemer_id,
            bij_klaar=lambda _: bij_klaar(),
            ongedaan="Afspraak afgevinkt",
        )

    def kies(acties: tuple[OpenActie, ...]) -> None:
        if len(acties) == 1:
            doe(acties[0])
        elif acties:
            scherm.kies("Wat is er gedaan?", [(_tekst(actie), actie) for actie in acties], doe)
        else:
            bij_klaar()

    scherm.lees(list_open_acties, gesprek_id, bij_klaar=kies)


def _tekst(actie: OpenActie) -> str:
    dag = f" (vóór {dag_kort(actie.voor)})" if actie.voor is not None else ""
    return f"{rol_kort(actie.rol)}: {actie.wat}{dag}"

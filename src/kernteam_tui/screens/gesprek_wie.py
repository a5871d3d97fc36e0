"""Other people at a talk that stands: tick who comes, say why, and show the invitations to send."""

from __future__ import annotations

from collections.abc import Callable

from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.gesprek_woorden import genodigde_tekst
from kernteam_tui.screens.startgesprek.wie import WieDialoog
from kernteam_tui.services.genodigden import Genodigden, get_genodigden
from kernteam_tui.services.gesprekken import GesprekBeeld, wijzig_genodigden

REDENEN = (
    ("iemand kan niet", "kan niet"),
    ("het gezin wil dit graag", "op verzoek van het gezin"),
    ("iemand is toch nodig", "toch nodig"),
)


def vraag_andere_genodigden(
    scherm: KernteamScreen, gesprek_id: str, bij_klaar: Callable[[GesprekBeeld], None]
) -> None:
    """Ask who comes; nothing is asked further where that stays the same."""
    scherm.lees(get_genodigden, gesprek_id, bij_klaar=lambda nu: _vraag(scherm, nu, bij_klaar))


def _vraag(scherm: KernteamScreen, nu: Genodigden, bij_klaar: Callable[[GesprekBeeld], None]) -> None:
    gesprek = nu.gesprek

    def na(gekozen: list[str] | None) -> None:
        if gekozen is None or set(gekozen) == set(nu.wie):
            return
        scherm.vraag_reden(
            "Andere genodigden",
            "Waarom komt er iemand bij, of gaat er iemand af? Dit staat niet in de uitnodiging.",
            lambda reden: scherm.doe(wijzig_genodigden, gesprek.id, gekozen, reden, bij_klaar=bij_klaar),
            sleutel=f"genodigden:{gesprek.id}",
            keuzes=REDENEN,
        )

    opties = [(genodigde_tekst(wie), wie.id) for wie in nu.mogelijk]
    titel = f"Wie komt er {moment_kort(gesprek.start)}?"
    scherm.app.push_screen(WieDialoog(titel, opties, nu.wie), na)

"""Later than the agreed week: first whose choice it was, then why (S26)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from kernteam_tui.domain.codes import RedenLater
from kernteam_tui.screens.vragen import VraagScreen

REDENEN: dict[RedenLater, Sequence[tuple[str, str]]] = {
    RedenLater.EIGEN_VERZOEK: (("het gezin wil liever later", "het gezin wilde later"),),
    RedenLater.AGENDA_GEZIN: (
        ("een ouder moet werken", "een ouder moet werken"),
        ("het gezin is weg", "het gezin is weg"),
    ),
    RedenLater.AGENDA_PARTNER: (
        ("iemand is ziek", "iemand is ziek"),
        ("agenda’s passen niet", "agenda’s pasten niet"),
    ),
    RedenLater.WIJ: (("wij hadden geen plek", "wij hadden geen plek"), ("schoolvakantie", "schoolvakantie")),
}
"""Ready reasons by whose choice it was; another one is typed."""


def vraag_waarom_later(
    scherm: VraagScreen, vraag: str, sleutel: str, bij_antwoord: Callable[[RedenLater, str], None]
) -> None:
    """Ask both; what is half typed is kept under `sleutel`."""

    def na_keuze(keuze: RedenLater) -> None:
        scherm.vraag_reden(
            "Later dan een week",
            f"{vraag} ({keuze.label})",
            partial(bij_antwoord, keuze),
            sleutel=sleutel,
            keuzes=REDENEN[keuze],
        )

    scherm.kies(
        "Later dan een week: wiens keuze is dat?", [(reden.label, reden) for reden in RedenLater], na_keuze
    )

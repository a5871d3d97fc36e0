"""Plans for paper, small and very long."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planformaat import VastOnderdeel
from kernteam_tui.domain.planpapier import (
    Papieractie,
    Papierakkoord,
    Papierdoel,
    Papieronderdeel,
    Papierregel,
    Papierwoorden,
    Planpapier,
    Tekenaar,
)
from kernteam_tui.exchange.planformaat import read_planformaat

DAG = date(2026, 11, 23)
VAST = date(2026, 11, 9)
FORMAAT = "gezinsplan-2026-2"
ARABISCH = "أريد أن تذهب ابنتي إلى المدرسة"


def vaste_onderdelen(variant: PlanVariant = PlanVariant.GEZIN) -> tuple[VastOnderdeel, ...]:
    return read_planformaat(FORMAAT).in_variant(variant).onderdelen


def maak_plan(
    variant: PlanVariant = PlanVariant.GEZIN,
    woorden: tuple[Papierwoorden, ...] = (),
    toelichting: str = "",
    vastgesteld_op: date | None = VAST,
) -> Planpapier:
    """A plan with these words and this explanation in every section, two goals and two actions."""
    return Planpapier(
        voor="Fatma Yilmaz",
        datum=DAG,
        formaat=FORMAAT,
        versie=3,
        vastgesteld_op=vastgesteld_op,
        onderdelen=tuple(
            Papieronderdeel(o.nr, o.titel, o.vraag, o.invul, o.per_ouder, woorden, toelichting)
            for o in vaste_onderdelen(variant)
        ),
        doelen=(
            Papierdoel("Vier dagen naar school", "Lina", 4, 7, "Ze staat zelf op."),
            Papierdoel("Samen eten", erbij=(Papierregel("Doel van school", "rust in de klas"),)),
        ),
        acties=(
            Papieractie("belt Lina wakker", "oma", date(2026, 12, 1)),
            Papieractie("praat met de mentor", "Fatma", klaar=True),
        ),
        evaluatie_op=date(2027, 1, 18),
        tekenaars=(Tekenaar("Fatma Yilmaz", "ouder"), Tekenaar("Lina Yilmaz", "jongere")),
    )


AKKOORD = Papierakkoord("Murat Kaya", "niet eens", VAST, "te snel", "Niemand vroeg het mij.", DAG)

"""The longest page of the demo: words of several people, three goals, many actions, a picture."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.bladzijde import (
    Bereikbaarheid,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    Kringlid,
)
from kernteam_tui.domain.gezinsplan import MAX_DOELEN, Citaat

DAG = date(2026, 11, 23)
_ZIN = "Het gaat elke week een beetje beter, en daar zijn we met z’n allen trots op."


def langste_bladzijde(taal: str = "nl") -> Bladzijde:
    """A full sheet; the same every time."""
    return Bladzijde(
        voor="Elif Kaya",
        datum=DAG,
        plan_versie=3,
        taal=taal,
        met_nederlands=taal != "nl",
        waarom=tuple(Citaat(van, "nl", _ZIN) for van in ("Lina", "Elif", "Murat")),
        goed=tuple(Citaat(van, "nl", _ZIN) for van in ("Lina", "oma Zehra")),
        doelen=tuple(
            BladzijdeDoel(f"Doel {nummer}: elke dag naar school.", "Lina", nummer, nummer + 3, _ZIN)
            for nummer in range(1, MAX_DOELEN + 1)
        ),
        acties=tuple(BladzijdeActie("belt Lina elke ochtend wakker", naam, DAG) for naam in ("Oma", "Elif")),
        evaluatie_op=date(2027, 1, 18),
        school_weet=("dat wij elkaar spreken",),
        school_weet_niet=("wat wij thuis bespreken",),
        kring=tuple(Kringlid(naam, "familie", 1 + n % 3) for n, naam in enumerate(("Oma", "Roos", "Piet"))),
        bellen=Bereikbaarheid("Vera Voorbeeld", "06-00000001", "vera@voorbeeld.invalid"),
    )

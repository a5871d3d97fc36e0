"""The birthdays that change something: 12, 16, 16½, 17, 17½ and 18 (domain 3.2, 3.7; S70)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.feiten import JongereFeit, LeeftijdstapFeit
from kernteam_tui.domain.leeftijden.tijdlijn import nog_te_bespreken, te_vertellen
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal

REGEL = "wordt_"
"""Begin of the codes: `wordt_12`, `wordt_16_half`."""

_TOEKOMST = frozenset({Leeftijdsgrens.ZESTIEN_HALF, Leeftijdsgrens.ZEVENTIEN, Leeftijdsgrens.ZEVENTIEN_HALF})
_WOORDEN = {
    Leeftijdsgrens.TWAALF: ("wordt 12: toestemming opnieuw vragen", "beslist voortaan mee"),
    Leeftijdsgrens.ZESTIEN: ("wordt 16: toestemming opnieuw vragen", "beslist voortaan zelf"),
    Leeftijdsgrens.ZESTIEN_HALF: ("16 en een half: toekomstplan beginnen", ""),
    Leeftijdsgrens.ZEVENTIEN: ("wordt 17: toekomstplan bespreken", ""),
    Leeftijdsgrens.ZEVENTIEN_HALF: ("17 en een half: overdracht vragen", ""),
    Leeftijdsgrens.ACHTTIEN: ("wordt 18: toestemming opnieuw vragen", "is volwassen"),
}
"""What must be done, and what changes."""


def leeftijdsgrens(beeld: Beeld) -> Iterator[Signaal]:
    """A birthday to tell about, from a month ahead until it was told; who still has to hear it is named."""
    feiten = beeld.feiten
    if not feiten.open:
        return
    for jongere in feiten.jongeren:
        if jongere.geboren is None:
            continue
        told = {stap.grens for stap in jongere.stappen if stap.klaar}
        for grens, day in te_vertellen(jongere.geboren, feiten.aangemeld, told, beeld.vandaag):
            yield _signaal(beeld, jongere, grens, day)


def _signaal(beeld: Beeld, jongere: JongereFeit, grens: Leeftijdsgrens, day: date) -> Signaal:
    text, change = _WOORDEN[grens]
    parts = (beeld.dag(day), change, _wie_nog(jongere, grens), _onderwerpen(jongere, grens))
    return Signaal.over(
        beeld,
        f"{REGEL}{grens.value}",
        f"{jongere.roepnaam} {text}" if len(beeld.feiten.jongeren) > 1 else text,
        ", ".join(part for part in parts if part),
        day,
        "Leg uit wat er verandert, en noteer wie het weet.",
        "leeftijden",
        jongere.id,
    )


def _wie_nog(jongere: JongereFeit, grens: Leeftijdsgrens) -> str:
    stap = next((s for s in jongere.stappen if s.grens is grens), LeeftijdstapFeit(grens, False, False))
    who = ([] if stap.jongere_verteld else [jongere.roepnaam]) + ([] if stap.ouders_verteld else ["ouders"])
    return f"nog vertellen: {' en '.join(who)}"


def _onderwerpen(jongere: JongereFeit, grens: Leeftijdsgrens) -> str:
    if grens not in _TOEKOMST:
        return ""
    left = nog_te_bespreken(jongere.besproken)
    return f"nog bespreken: {', '.join(domein.label for domein in left)}" if left else ""

"""Rules about consent: what ends, what no longer holds by age, what was promised without it (S32, S35)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kernteam_tui.domain.delen.afspraken import band_op, rijen_van, staat_voor, vereiste_op
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.delen.toestemmingen import (
    Doelwit,
    bepaal_stand,
    doelwit_van_rij,
    geldig,
    verloopt_binnen,
)
from kernteam_tui.domain.feiten import DeelJongereFeit
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.toestemming import Toestemming

VERLOOPT_BINNEN = 30
"""Days ahead at which a consent that ends is named."""
_ZINNEN = {
    Leeftijdsband.VAN_12: "is 12 geworden en beslist mee",
    Leeftijdsband.VAN_16: "is 16 geworden en beslist zelf",
    Leeftijdsband.VAN_18: "is 18 geworden en beslist zelf",
}


def toestemming_verloopt(beeld: Beeld) -> Iterator[Signaal]:
    """A consent ends within thirty days: one line for each partner and subject, as they are called."""
    if not beeld.feiten.open or not beeld.feiten.toestemmingen:
        return
    soon = verloopt_binnen(rijen_van(beeld.feiten.toestemmingen), beeld.vandaag, VERLOOPT_BINNEN)
    first: dict[Doelwit, Toestemming] = {}
    for rij in soon:
        first.setdefault(replace(doelwit_van_rij(rij), partner_id=""), rij)
    for doelwit, rij in first.items():
        assert rij.tot is not None  # `verloopt_binnen` looks for a last day
        yield Signaal.over(
            beeld,
            "toestemming_verloopt",
            f"toestemming verlengen: {partner_tekst(doelwit.partner, doelwit.partner_naam)}",
            f"loopt af op {beeld.dag(rij.tot)}; {doelwit.onderwerp.label}",
            rij.tot,
            "Vraag het gezin opnieuw en leg het vast.",
            "delen",
        )


def toestemming_leeftijd(beeld: Beeld) -> Iterator[Signaal]:
    """A consent that stood until a birthday: who must agree has changed (Jeugdwet 7.3.4, 7.3.5)."""
    if not beeld.feiten.open or not beeld.feiten.toestemmingen:
        return
    rijen = geldig(rijen_van(beeld.feiten.toestemmingen), beeld.vandaag)
    for jongere in beeld.feiten.deeljongeren:
        fallen = _vervallen(jongere, rijen, beeld.vandaag)
        band = band_op(jongere, beeld.vandaag)
        if not fallen or band not in _ZINNEN:
            continue
        to_whom = ", ".join(dict.fromkeys(partner_tekst(d.partner, d.partner_naam) for d in fallen))
        yield Signaal.over(
            beeld,
            "toestemming_leeftijd",
            f"toestemming opnieuw vragen: {to_whom}",
            f"de jongere {_ZINNEN[band]}",
            None,
            "Vraag het opnieuw en leg het vast; deel tot dan niets.",
            "delen",
        )


def afspraak_zonder_toestemming(beeld: Beeld) -> Iterator[Signaal]:
    """Partners were promised something that the family did not (all) agree to; one line a casus."""
    feiten = beeld.feiten
    if not feiten.open or not feiten.deeljongeren:
        return
    without = [a for a in feiten.terugkoppelingen if not staat_voor(feiten, a, beeld.vandaag)]
    if not without:
        return
    partners = ", ".join(dict.fromkeys(afspraak.partner for afspraak in without))
    yield Signaal.over(
        beeld,
        "afspraak_zonder_toestemming",
        f"toestemming vragen: {partners}",
        "afgesproken om te laten weten, nog zonder toestemming",
        None,
        "Vraag het wie erover beslist, en leg het vast met t.",
        "delen",
    )


def _vervallen(jongere: DeelJongereFeit, rijen: list[Toestemming], vandaag: date) -> list[Doelwit]:
    """What stood with the age at which the last consent was given, and does not stand now."""
    own = [rij for rij in rijen if rij.jongere_id == jongere.id]
    fallen = []
    for doelwit in dict.fromkeys(map(doelwit_van_rij, own)):
        given = max(rij.op for rij in own if doelwit_van_rij(rij) == doelwit)
        before = bepaal_stand(own, vereiste_op(jongere, given), doelwit, vandaag).niveau
        now = bepaal_stand(own, vereiste_op(jongere, vandaag), doelwit, vandaag).niveau
        if before is not None and now is None:
            fallen.append(doelwit)
    return fallen

"""Rules while a family waits for the help to begin: the second clock (S26, S27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kernteam_tui.domain.contactafspraak import lees_elke_dagen
from kernteam_tui.domain.datumtekst import dagen_geleden
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.wachttijd import wachttijd


def heeft_contactafspraak(beeld: Beeld) -> bool:
    """Whether this family waits and a rhythm of contact was agreed with it."""
    waiting = wachttijd(beeld.feiten, beeld.vandaag) is not None
    return waiting and lees_elke_dagen(beeld.feiten.wachtcontact) is not None


def wachtcontact(beeld: Beeld) -> Iterator[Signaal]:
    """Nobody had contact in the time that was agreed with a family that waits (S27)."""
    waiting = wachttijd(beeld.feiten, beeld.vandaag)
    every = lees_elke_dagen(beeld.feiten.wachtcontact)
    if waiting is None or every is None:
        return
    last = beeld.feiten.laatste_contact or waiting.vanaf
    agreed = beeld.feiten.wachtcontact.strip()
    due = last + timedelta(days=every)
    if beeld.vandaag <= due:
        return
    yield Signaal.over(
        beeld,
        "wachtcontact",
        "bellen, zoals afgesproken voor de wachttijd",
        f"laatste contact {dagen_geleden(last, beeld.vandaag)}; afgesproken: {agreed}",
        due,
        "Bel of ga langs en schrijf een notitie.",
        "notities",
    )


def lang_wachten(beeld: Beeld) -> Iterator[Signaal]:
    """28 and 100 days of waiting are moments to look again, until there was contact since. Never late: that a
    family waits is no failure of one worker."""
    waiting = wachttijd(beeld.feiten, beeld.vandaag)
    if waiting is None or waiting.mijlpaal is None:
        return
    last = beeld.feiten.laatste_contact
    if last is not None and last >= waiting.mijlpaal:
        return
    yield Signaal.over(
        beeld,
        "lang_wachten",
        f"wacht al {waiting.dagen} dagen op de start",
        f"sinds de kennismaking; nu in de band {waiting.band.label}",
        None,
        "Bespreek met het gezin en je team wat nu al kan.",
        "kennismaking",
    )

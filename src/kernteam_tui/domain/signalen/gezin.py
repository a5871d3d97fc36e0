"""Rules about the family: parents with gezag are told, the school year, a woongemeente elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kernteam_tui.domain.codes import GesprekSoort, JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.domain.feiten import CasusFeiten, OuderFeit
from kernteam_tui.domain.schooljaar import schooljaar_op
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal
from kernteam_tui.domain.woongemeente import woont_elders

MET_HET_GEZIN = (GesprekSoort.KENNISMAKING, GesprekSoort.STARTGESPREK, GesprekSoort.HUISBEZOEK)
"""Talks with the family itself: before the first of these every parent with gezag is told."""
VOORUIT = timedelta(days=7)
"""How far ahead a talk is near."""


def ouder_informeren(beeld: Beeld) -> Iterator[Signaal]:
    """Every parent with gezag is told before the first talk (SKJ; domain 3.2)."""
    feiten = beeld.feiten
    first = feiten.gehouden(*MET_HET_GEZIN) or feiten.gepland(*MET_HET_GEZIN)
    if not feiten.open or first is None or dag_van(first.start) > beeld.vandaag + VOORUIT:
        return
    count = len(_niet_geinformeerd(feiten))
    if not count:
        return
    was = first is feiten.gehouden(*MET_HET_GEZIN)
    yield Signaal.over(
        beeld,
        "ouder_informeren",
        "ouder met gezag informeren" if count == 1 else f"{count} ouders met gezag informeren",
        f"{first.soort.label} {'was' if was else 'is'} {beeld.dag(dag_van(first.start))}; "
        "elke ouder met gezag hoort het daarvoor",
        dag_van(first.start),
        "Vertel het deze ouder en noteer de dag.",
        "gezin",
    )


def _niet_geinformeerd(feiten: CasusFeiten) -> list[OuderFeit]:
    """Parents with gezag of whom no day is noted. That the parents know of the aanmelding says enough where
    there is only one."""
    met_gezag = [ouder for ouder in feiten.ouders if ouder.gezag is JaNeeOnbekend.JA]
    if len(met_gezag) == 1 and feiten.ouders_weten:
        return []
    return [ouder for ouder in met_gezag if ouder.geinformeerd_op is None]


def klas_en_mentor(beeld: Beeld) -> Iterator[Signaal]:
    """Klas and mentor change with the schooljaar, from 1 August (S9)."""
    feiten = beeld.feiten
    nu = schooljaar_op(beeld.vandaag)
    gevraagd = feiten.schooljaar or schooljaar_op(feiten.aangemeld)
    if not feiten.open or gevraagd >= nu:
        return
    yield Signaal.over(
        beeld,
        "klas_en_mentor",
        "klas en mentor opnieuw vragen",
        f"schooljaar {nu}, wat er staat is van {gevraagd}",
        None,
        "Vraag welke klas en mentor het nu zijn, en leg dat vast.",
        "gezin",
    )


def woongemeente_bespreken(beeld: Beeld) -> Iterator[Signaal]:
    """Help to somebody from elsewhere: discuss what the woongemeente can do better (S19)."""
    feiten = beeld.feiten
    started = feiten.begeleiding_gestart
    if not feiten.open or started is None or not woont_elders(feiten.woongemeente):
        return
    if OverdrachtStap.BESPROKEN in feiten.overdracht:
        return
    yield Signaal.over(
        beeld,
        "woongemeente_bespreken",
        "bespreken wat de woongemeente kan doen",
        f"woont in {feiten.woongemeente.strip()}, hulp gestart {beeld.dag(started)}",
        None,
        "Bespreek het met het gezin en vink de stap af.",
        "gezin",
    )

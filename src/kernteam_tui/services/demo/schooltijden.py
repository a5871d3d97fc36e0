"""What the demo keeps of a school beside its kernteam: lesson hours, study days, the overleg, who is away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.lesrooster import maak_lesuren
from kernteam_tui.domain.plancodes import Schooldagsoort
from kernteam_tui.domain.school import School
from kernteam_tui.domain.schooltijd import Overlegmoment, Schooldag
from kernteam_tui.exchange.voorbeeld import VoorbeeldSchool


def vul_tijden(school: School, voorbeeld: VoorbeeldSchool, studiedagen: Iterable[date]) -> None:
    """Give a school its hours, its weekly overleg and its study days."""
    school.lesuren = maak_lesuren(
        voorbeeld.eerste_les, voorbeeld.lesminuten, voorbeeld.lessen, dict(voorbeeld.pauzes)
    )
    school.overleg = Overlegmoment(*voorbeeld.overleg) if voorbeeld.overleg else None
    for dag in studiedagen:
        school.dagen.append(
            Schooldag(
                school_id=school.id,
                van=dag,
                tot_en_met=dag,
                soort=Schooldagsoort.STUDIEDAG,
                created_at=school.created_at,
                updated_at=school.updated_at,
            )
        )


def afwezigen(school: School, voorbeeld: VoorbeeldSchool, vandaag: date) -> Iterator[Afwezigheid]:
    """Who of this kernteam is away, in the order of the kernteam."""
    for lid, partner in zip(voorbeeld.kernteam, school.kernteam, strict=True):
        if lid.weg is not None:
            van, tot_en_met = (vandaag + timedelta(days=dagen) for dagen in lid.weg)
            yield Afwezigheid(
                partner_id=partner.id,
                van=van,
                tot_en_met=tot_en_met,
                reden=lid.weg_reden,
                created_at=school.created_at,
                updated_at=school.updated_at,
            )

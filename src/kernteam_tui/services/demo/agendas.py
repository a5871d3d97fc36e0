"""Calendars of the demo: invented busy times, the same every week, as if they had been read from a file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from kernteam_tui.domain.agenda import Bezetblok
from kernteam_tui.domain.codes import Dag
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.planning.tijd import moment
from kernteam_tui.domain.roosterweek import maandag_van
from kernteam_tui.exchange.agenda.merk import merk_van
from kernteam_tui.exchange.voorbeeld import VoorbeeldPartner, VoorbeeldSchool
from kernteam_tui.services.demo.gezinnen import Schoolbeeld

WEKEN = 26
"""From this week on; half a year is what is asked of a partner."""
GELEZEN_OM = time(16)


def agendas(plaats: Schoolbeeld) -> Iterator[Partneragenda]:
    """The calendars of one kernteam, in its order."""
    vandaag = plaats.dagen.vandaag
    for lid, partner in zip(plaats.voorbeeld.kernteam, plaats.school.kernteam, strict=True):
        if not lid.agenda:
            continue
        gelezen = vandaag - timedelta(days=lid.agenda_oud)
        begin = maandag_van(gelezen)
        gelezen_op = moment(gelezen, GELEZEN_OM)
        yield Partneragenda(
            partner_id=partner.id,
            bestand=f"{lid.naam.lower().replace(' ', '-')}.ics",
            peildatum=gelezen,
            gelezen_op=gelezen_op,
            van=begin,
            tot=begin + timedelta(weeks=WEKEN),
            blokken=tuple(_blokken(plaats.voorbeeld, lid, begin)),
            created_at=gelezen_op,
            updated_at=gelezen_op,
        )


def _blokken(school: VoorbeeldSchool, lid: VoorbeeldPartner, begin: date) -> Iterator[Bezetblok]:
    for week in range(WEKEN):
        for nummer, (dag_code, van, tot, staat) in enumerate(lid.agenda):
            dag = begin + timedelta(weeks=week, days=tuple(Dag).index(dag_code))
            uid = f"{school.sleutel}-{lid.rol}-{week}-{nummer}@voorbeeld.invalid"
            yield Bezetblok(moment(dag, van), moment(dag, tot), staat, merk_van(uid))

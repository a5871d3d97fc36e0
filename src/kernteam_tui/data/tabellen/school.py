"""Schools and their kernteam."""

from __future__ import annotations

from sqlalchemy import Integer, Text

from kernteam_tui.data.tabellen.basis import may, need, part_of, record_table
from kernteam_tui.data.typen import AANWEZIGHEID, DAGEN, TEKSTEN, Codetekst, JaNee
from kernteam_tui.domain import codes as c

school = record_table(
    "school",
    need("naam", Text),
    need("soort", Codetekst(c.SchoolSoort)),
    need("regio", Codetekst(c.Regio)),
    need("dicht", DAGEN),
    need("ruimtes", TEKSTEN),
    need("mentor_erbij", JaNee),
    need("gesprek_minuten", Integer),
)

kernpartner = record_table(
    "kernpartner",
    part_of("school"),
    need("rol", Codetekst(c.Rol)),
    need("naam", Text),
    may("email", Text),
    may("telefoon", Text),
    need("ik", JaNee),
    need("aanwezig", AANWEZIGHEID),
    need("volgorde", Integer),
)

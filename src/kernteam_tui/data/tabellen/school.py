"""Schools: their kernteam, their days, who is away, calendars that were read in, and the overleg."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Text

from kernteam_tui.data.tabellen.basis import may, need, part_of, record_table, since
from kernteam_tui.data.typen import (
    AANWEZIGHEID,
    BLOKKEN,
    DAGDELEN,
    DAGEN,
    LESUREN,
    OVERLEG,
    TEKSTEN,
    Codetekst,
    Dagtekst,
    JaNee,
    Moment,
)
from kernteam_tui.domain import codes as c
from kernteam_tui.domain import plancodes as p

school = record_table(
    "school",
    need("naam", Text),
    need("soort", Codetekst(c.SchoolSoort)),
    need("regio", Codetekst(c.Regio)),
    need("dicht", DAGEN),
    need("ruimtes", TEKSTEN),
    need("mentor_erbij", JaNee),
    need("gesprek_minuten", Integer),
    since("lesuren", LESUREN, "'[]'"),
    since("dagdelen", DAGDELEN, "'[]'"),
    may("overleg", OVERLEG),
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

schooldag = record_table(
    "schooldag",
    part_of("school"),
    need("van", Dagtekst),
    need("tot_en_met", Dagtekst),
    need("soort", Codetekst(p.Schooldagsoort)),
    need("wat", Text),
)

afwezigheid = record_table(
    "afwezigheid",
    part_of("kernpartner", "partner_id"),
    need("van", Dagtekst),
    need("tot_en_met", Dagtekst),
    may("dagdeel", Codetekst(c.Dagdeel)),
    need("reden", Codetekst(p.Afwezigreden)),
    may("vervanger_id", Text),
)

partneragenda = record_table(
    "partneragenda",
    part_of("kernpartner", "partner_id"),
    need("bestand", Text),
    need("peildatum", Dagtekst),
    need("gelezen_op", Moment),
    need("van", Dagtekst),
    need("tot", Dagtekst),
    need("problemen", Integer),
    need("blokken", BLOKKEN),
)

overleg = record_table(
    "overleg",
    part_of("school"),
    Column("start", Moment, nullable=False, index=True),
    need("minuten", Integer),
    need("staat", Codetekst(p.Overlegstaat)),
    need("aanwezig", TEKSTEN),
)

overlegpunt = record_table(
    "overlegpunt",
    part_of("overleg"),
    Column(
        "casus_id",
        Text,
        ForeignKey("casus.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    need("soort", Codetekst(p.Overlegsoort)),
    need("tekst", Text),
    need("uitkomst", Text),
    need("gesprek_id", Text),
    need("wie", Text),
    need("actie", Text),
    may("actie_op", Dagtekst),
    need("actie_klaar", JaNee),
    need("besproken", JaNee),
    need("volgorde", Integer),
)

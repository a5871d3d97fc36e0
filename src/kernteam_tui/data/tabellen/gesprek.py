"""Talks with their agreements, and notes."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Text, text

from kernteam_tui.data.tabellen.basis import may, need, part_of, record_table, since
from kernteam_tui.data.typen import GETALLEN, TEKSTEN, WIJZIGINGEN, Codetekst, Dagtekst, JaNee, Moment
from kernteam_tui.domain import codes as c
from kernteam_tui.domain import gezinscodes as g
from kernteam_tui.domain import plancodes as p

gesprek = record_table(
    "gesprek",
    part_of("casus"),
    need("soort", Codetekst(c.GesprekSoort)),
    need("staat", Codetekst(c.GesprekStaat)),
    Column("start", Moment, nullable=False, index=True),
    need("minuten", Integer),
    need("plek", Text),
    need("op_school", JaNee),
    need("volgnummer", Integer),
    need("wijzigingen", WIJZIGINGEN),
    need("zonder", Text),
    need("verslag", Text),
    since("zonder_ouders", JaNee, "0"),
    may("ouders_informeren_voor", Dagtekst),
    may("ouders_geinformeerd_op", Dagtekst),
    since("ouders_niet", Text, "''"),
    since("ruimte", Text, "''"),
    may("aangeboden_op", Dagtekst),
    may("tolk_geregeld_op", Dagtekst),
    since("verstuurd", GETALLEN, "'[]'"),
    since("organisator", Text, "''"),
)

deelnemer = record_table(
    "deelnemer",
    part_of("gesprek"),
    need("wie_id", Text),
    need("rol", Text),
    need("naam", Text),
    may("email", Text),
    need("is_ouder", JaNee),
    may("aanwezig", JaNee),
    need("actie", Text),
    may("actie_op", Dagtekst),
    need("actie_klaar", JaNee),
    need("volgorde", Integer),
    may("gevraagd_op", Dagtekst),
    since("reactie", Codetekst(p.Reactie), "'geen'"),
    since("akkoord", Codetekst(c.JaNeeOnbekend), "'onbekend'"),
)
Index("ix_deelnemer_actie", deelnemer.c.gesprek_id, sqlite_where=text("actie <> '' AND actie_klaar = 0"))

terugkoppelafspraak = record_table(
    "terugkoppelafspraak",
    part_of("gesprek"),
    part_of("casus"),
    need("partner", Text),
    need("niveau", Codetekst(c.Niveau)),
    need("moment", Codetekst(c.TerugkoppelMoment)),
    may("op", Dagtekst),
    may("gedaan_op", Dagtekst),
    may("soort", Codetekst(g.PartnerSoort)),
)

notitie = record_table(
    "notitie",
    part_of("casus", index=False),
    need("soort", Codetekst(c.NotitieSoort)),
    need("moment", Moment),
    need("met_wie", Text),
    need("bereikt", JaNee),
    need("staat", Codetekst(c.NotitieStaat)),
    may("afgerond_op", Moment),
    need("tekst", Text),
    since("onderdelen", TEKSTEN, "'[]'"),
)
Index("ix_notitie_contact", notitie.c.casus_id, notitie.c.staat, notitie.c.bereikt, notitie.c.moment)
Index("ix_notitie_concept", notitie.c.casus_id, sqlite_where=text("staat = 'concept'"))
Index("ix_notitie_poging", notitie.c.casus_id, notitie.c.moment, sqlite_where=text("bereikt = 0"))
"""The last two hold few rows each, so Vandaag need not look through every note."""

addendum = record_table("addendum", part_of("notitie"), need("tekst", Text))

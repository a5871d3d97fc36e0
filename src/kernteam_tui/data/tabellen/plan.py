"""The gezinsplan with its frozen versions, what is kept with it, and what was given of it."""

from __future__ import annotations

from sqlalchemy import Integer, LargeBinary, Text, UniqueConstraint

from kernteam_tui.data.tabellen.basis import may, need, part_of, record_table, since
from kernteam_tui.data.typen import CITATEN, OUDERANTWOORDEN, VELDEN, Codetekst, Dagtekst, JaNee
from kernteam_tui.domain import codes as c
from kernteam_tui.domain import gezinsplancodes as g

gezinsplan = record_table(
    "gezinsplan",
    part_of("gezin", index=False),
    need("formaat", Text),
    need("variant", Codetekst(c.PlanVariant)),
    may("evaluatie_op", Dagtekst),
    need("evaluatie_uitkomst", Text),
    need("gewijzigd", JaNee),
    may("op_papier_gevraagd_op", Dagtekst),
    may("op_papier_gegeven_op", Dagtekst),
    since("opp", Codetekst(g.Oppstand), "'onbekend'"),
    since("familieplan", Codetekst(g.Familieplan), "'onbekend'"),
    may("familieplan_op", Dagtekst),
    may("geevalueerd_op", Dagtekst),
    UniqueConstraint("gezin_id"),
)

onderdeel = record_table(
    "onderdeel",
    part_of("gezinsplan", "plan_id", index=False),
    need("sleutel", Text),
    need("woorden", CITATEN),
    need("toelichting", Text),
    since("velden", VELDEN, "'[]'"),
    since("ouders_zien", OUDERANTWOORDEN, "'[]'"),
    UniqueConstraint("plan_id", "sleutel"),
)

doel = record_table(
    "doel",
    part_of("gezinsplan", "plan_id"),
    need("wat", Text),
    need("van", Text),
    may("nu", Integer),
    may("gewenst", Integer),
    need("hoe_zien_we_dat", Text),
    need("actief", JaNee),
    need("volgorde", Integer),
    since("opp_doel", Text, "''"),
    may("opp_afgestemd_op", Dagtekst),
    since("familiedoel", Text, "''"),
)

actie = record_table(
    "actie",
    part_of("gezinsplan", "plan_id"),
    need("wat", Text),
    need("wie", Text),
    may("wanneer", Dagtekst),
    need("klaar", JaNee),
    need("volgorde", Integer),
)

planversie = record_table(
    "planversie",
    part_of("gezinsplan", "plan_id", index=False),
    need("nummer", Integer),
    need("vastgesteld_op", Dagtekst),
    need("inhoud", Text),
    UniqueConstraint("plan_id", "nummer"),
)

meting = record_table(
    "meting",
    part_of("gezinsplan", "plan_id"),
    part_of("doel"),
    need("op", Dagtekst),
    may("cijfer", Integer),
    may("uitkomst", Codetekst(g.Doeluitkomst)),
    need("tekst", Text),
    need("van", Text),
)

akkoord = record_table(
    "akkoord",
    part_of("gezinsplan", "plan_id"),
    need("versie", Integer),
    need("persoon_id", Text),
    need("naam", Text),
    need("standpunt", Codetekst(g.Standpunt)),
    need("omdat", Text),
    need("verklaring", Text),
    need("op", Dagtekst),
    may("getekend_op", Dagtekst),
    need("tekst_toen", Text),
)

bijlage = record_table(
    "bijlage",
    part_of("gezin"),
    need("naam", Text),
    need("ontvangen_op", Dagtekst),
    need("inhoud", LargeBinary),
)

verstrekking = record_table(
    "verstrekking",
    part_of("casus"),
    need("persoon_id", Text),
    need("rol", Text),
    need("wat", Text),
    need("versie", Integer),
    need("op", Dagtekst),
    need("hoe", Codetekst(g.Verstrekwijze)),
    need("vorm", Text),
    need("taal", Text),
    need("gevraagd_door", Text),
    need("inhoud", Text),
    need("merk", Text),
)

eigenformaat = record_table(
    "eigenformaat",
    need("naam", Text),
    need("inhoud", Text),
    need("ingelezen_op", Dagtekst),
    need("in_gebruik", JaNee),
    UniqueConstraint("naam"),
)

"""The gezinsplan with its frozen versions."""

from __future__ import annotations

from sqlalchemy import Integer, Text, UniqueConstraint

from kernteam_tui.data.tabellen.basis import may, need, part_of, record_table
from kernteam_tui.data.typen import CITATEN, Codetekst, Dagtekst, JaNee
from kernteam_tui.domain import codes as c

gezinsplan = record_table(
    "gezinsplan",
    part_of("gezin", index=False),
    need("formaat", Text),
    need("variant", Codetekst(c.PlanVariant)),
    may("evaluatie_op", Dagtekst),
    need("evaluatie_uitkomst", Text),
    need("gewijzigd", JaNee),
    may("op_papier_gevraagd_op", Dagtekst),
    UniqueConstraint("gezin_id"),
)

onderdeel = record_table(
    "onderdeel",
    part_of("gezinsplan", "plan_id", index=False),
    need("sleutel", Text),
    need("woorden", CITATEN),
    need("toelichting", Text),
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

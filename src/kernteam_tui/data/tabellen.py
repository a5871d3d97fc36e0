"""The tables of the store. Ids are UUIDv7 text; every table is STRICT.

Foreign keys are checked at commit (DEFERRED), so the order in which records are added does not
matter. What belongs to a gezin, casus, plan, gesprek or notitie goes with it (ON DELETE CASCADE); a
gezin or school to which a casus belongs cannot go.

A change here needs a migration in `migraties/versions`: a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from kernteam_tui.data.typen import (
    AANWEZIGHEID,
    CITATEN,
    DAGEN,
    TEKSTEN,
    WIJZIGINGEN,
    Codetekst,
    Dagtekst,
    JaNee,
    Moment,
    codes,
)
from kernteam_tui.domain import codes as c

metadata = MetaData()


def _record_table(name: str, *columns: Any) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("created_at", Moment, nullable=False),
        Column("updated_at", Moment, nullable=False),
        *columns,
        sqlite_strict=True,
    )


def _need(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=False)


def _may(name: str, kind: Any) -> Column[Any]:
    return Column(name, kind, nullable=True)


def _part_of(table: str, name: str = "", *, index: bool = True) -> Column[Any]:
    """The record it belongs to and with which it goes; `index=False` where a wider index begins with it."""
    key = ForeignKey(f"{table}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name or f"{table}_id", Text, key, nullable=False, index=index)


def _refers_to(table: str, name: str = "") -> Column[Any]:
    """A record that cannot go as long as this one is there."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name or f"{table}_id", Text, key, nullable=False, index=True)


school = _record_table(
    "school",
    _need("naam", Text),
    _need("soort", Codetekst(c.SchoolSoort)),
    _need("regio", Codetekst(c.Regio)),
    _need("dicht", DAGEN),
    _need("ruimtes", TEKSTEN),
    _need("mentor_erbij", JaNee),
    _need("gesprek_minuten", Integer),
)

kernpartner = _record_table(
    "kernpartner",
    _part_of("school"),
    _need("rol", Codetekst(c.Rol)),
    _need("naam", Text),
    _may("email", Text),
    _may("telefoon", Text),
    _need("ik", JaNee),
    _need("aanwezig", AANWEZIGHEID),
    _need("volgorde", Integer),
)

gezin = _record_table("gezin")

persoon = _record_table(
    "persoon",
    _part_of("gezin"),
    _need("rol", Codetekst(c.PersoonRol)),
    _need("roepnaam", Text),
    _need("achternaam", Text),
    _may("geboortedatum", Dagtekst),
    _may("telefoon", Text),
    _may("email", Text),
    _may("taal", Text),
    _need("tolk", JaNee),
)

ouderschap = _record_table(
    "ouderschap",
    _part_of("gezin"),
    _refers_to("persoon", "jongere_id"),
    _refers_to("persoon", "ouder_id"),
    _need("gezag", Codetekst(c.JaNeeOnbekend)),
    _need("gezag_hoe", Text),
    _may("gezag_op", Dagtekst),
    _may("woont_bij", JaNee),
)

casus = _record_table(
    "casus",
    Column("nummer", Text, nullable=False, unique=True),
    _refers_to("gezin"),
    _refers_to("school"),
    _need("klas", Text),
    _need("mentor", Text),
    _need("aangemeld", Dagtekst),
    _need("route", Codetekst(c.Route)),
    _need("aanmelder_naam", Text),
    _need("aanmelder_rol", Codetekst(c.AanmelderRol)),
    _need("redenen", codes(c.Reden)),
    _need("vraagstukken", codes(c.Vraagstuk)),
    _need("woorden", Text),
    _may("ouders_weten", JaNee),
    _may("jongere_weet", JaNee),
    _need("buurtteam", Codetekst(c.JaNeeOnbekend)),
    _need("spoed", JaNee),
    _may("kennismaking_aangeboden_op", Dagtekst),
    _may("kennismaking_reden_later", Codetekst(c.RedenLater)),
    _need("startgesprek_reden_later", Text),
    _may("begeleiding_gestart", Dagtekst),
    _need("zorg_zonder_vraag", JaNee),
    _may("volgende_poging", Dagtekst),
    _need("regisseur", Text),
    _need("maatje", Text),
    _need("woongemeente", Text),
    _may("vernietiging_gevraagd_op", Dagtekst),
    _may("vernietiging_geweigerd", Text),
)

casus_jongere = Table(
    "casus_jongere",
    metadata,
    Column("volgorde", Integer, primary_key=True),
    _part_of("casus", index=False),
    _refers_to("persoon"),
    UniqueConstraint("casus_id", "persoon_id"),
    sqlite_strict=True,
)
"""Which jongeren a casus is about, in the order in which they were entered."""

afsluiting = _record_table(
    "afsluiting",
    _part_of("casus", index=False),
    _need("soort", Codetekst(c.AfsluitSoort)),
    _need("op", Dagtekst),
    _may("kenmerk", Codetekst(c.AfsluitKenmerk)),
    _may("zelfstandig_verder", JaNee),
    _need("toelichting", Text),
    _may("cijfer", Integer),
    UniqueConstraint("casus_id"),
)

gesprek = _record_table(
    "gesprek",
    _part_of("casus"),
    _need("soort", Codetekst(c.GesprekSoort)),
    _need("staat", Codetekst(c.GesprekStaat)),
    Column("start", Moment, nullable=False, index=True),
    _need("minuten", Integer),
    _need("plek", Text),
    _need("op_school", JaNee),
    _need("volgnummer", Integer),
    _need("wijzigingen", WIJZIGINGEN),
    _need("zonder", Text),
    _need("verslag", Text),
)

deelnemer = _record_table(
    "deelnemer",
    _part_of("gesprek"),
    _need("wie_id", Text),
    _need("rol", Text),
    _need("naam", Text),
    _may("email", Text),
    _need("is_ouder", JaNee),
    _may("aanwezig", JaNee),
    _need("actie", Text),
    _may("actie_op", Dagtekst),
    _need("actie_klaar", JaNee),
    _need("volgorde", Integer),
)
Index("ix_deelnemer_actie", deelnemer.c.gesprek_id, sqlite_where=text("actie <> '' AND actie_klaar = 0"))

terugkoppelafspraak = _record_table(
    "terugkoppelafspraak",
    _part_of("gesprek"),
    _part_of("casus"),
    _need("partner", Text),
    _need("niveau", Codetekst(c.Niveau)),
    _need("moment", Codetekst(c.TerugkoppelMoment)),
    _may("op", Dagtekst),
    _may("gedaan_op", Dagtekst),
)

notitie = _record_table(
    "notitie",
    _part_of("casus", index=False),
    _need("soort", Codetekst(c.NotitieSoort)),
    _need("moment", Moment),
    _need("met_wie", Text),
    _need("bereikt", JaNee),
    _need("staat", Codetekst(c.NotitieStaat)),
    _may("afgerond_op", Moment),
    _need("tekst", Text),
)
Index("ix_notitie_contact", notitie.c.casus_id, notitie.c.staat, notitie.c.bereikt, notitie.c.moment)
Index("ix_notitie_concept", notitie.c.casus_id, sqlite_where=text("staat = 'concept'"))
Index("ix_notitie_poging", notitie.c.casus_id, notitie.c.moment, sqlite_where=text("bereikt = 0"))
"""The last two hold few rows each, so Vandaag need not look through every note."""

addendum = _record_table("addendum", _part_of("notitie"), _need("tekst", Text))

gezinsplan = _record_table(
    "gezinsplan",
    _part_of("gezin", index=False),
    _need("formaat", Text),
    _need("variant", Codetekst(c.PlanVariant)),
    _may("evaluatie_op", Dagtekst),
    _need("evaluatie_uitkomst", Text),
    _need("gewijzigd", JaNee),
    UniqueConstraint("gezin_id"),
)

onderdeel = _record_table(
    "onderdeel",
    _part_of("gezinsplan", "plan_id", index=False),
    _need("sleutel", Text),
    _need("woorden", CITATEN),
    _need("toelichting", Text),
    UniqueConstraint("plan_id", "sleutel"),
)

doel = _record_table(
    "doel",
    _part_of("gezinsplan", "plan_id"),
    _need("wat", Text),
    _need("van", Text),
    _may("nu", Integer),
    _may("gewenst", Integer),
    _need("hoe_zien_we_dat", Text),
    _need("actief", JaNee),
    _need("volgorde", Integer),
)

actie = _record_table(
    "actie",
    _part_of("gezinsplan", "plan_id"),
    _need("wat", Text),
    _need("wie", Text),
    _may("wanneer", Dagtekst),
    _need("klaar", JaNee),
    _need("volgorde", Integer),
)

planversie = _record_table(
    "planversie",
    _part_of("gezinsplan", "plan_id", index=False),
    _need("nummer", Integer),
    _need("vastgesteld_op", Dagtekst),
    _need("inhoud", Text),
    UniqueConstraint("plan_id", "nummer"),
)

concept = _record_table(
    "concept",
    Column("sleutel", Text, nullable=False, unique=True),
    _need("inhoud", Text),
)

instellingen = _record_table(
    "instellingen",
    _need("naam", Text),
    _may("email", Text),
    _may("telefoon", Text),
    _need("startgesprek_dagen", Integer),
    _need("kennismaking_werkdagen", Integer),
    _need("goede_vrijdag_vrij", JaNee),
    _need("bevrijdingsdag", Codetekst(c.Bevrijdingsdag)),
    _need("slot_minuten", Integer),
    _need("stil_na_dagen", Integer),
    _need("geheim", LargeBinary),
)

logboek = Table(
    "logboek",
    metadata,
    Column("nr", Integer, primary_key=True),
    _need("moment", Moment),
    _need("soort", Codetekst(c.LogSoort)),
    _may("casus_id", Text),
    _need("wat", Text),
    _need("voor", Text),
    _may("zout", LargeBinary),
    _need("inhoud", LargeBinary),
    _need("keten", LargeBinary),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
Index("ix_logboek_casus_id", logboek.c.casus_id)
"""Only added to, one chain over all lines (see `logketen`). No foreign key: a line outlives its casus."""

wissing = Table(
    "wissing",
    metadata,
    Column("merk", Text, primary_key=True),
    _need("nummer", Text),
    _need("gewist_op", Moment),
    _need("grond", Codetekst(c.WisGrond)),
    _need("notities", Integer),
    _need("gesprekken", Integer),
    sqlite_strict=True,
)
"""Proof of an erasure, without a name: `merk` is an HMAC of the id of the casus under the store's secret."""

uitvoer = Table(
    "uitvoer",
    metadata,
    Column("nr", Integer, primary_key=True),
    Column(
        "casus_id",
        Text,
        ForeignKey("casus.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    _need("pad", Text),
    _need("soort", Text),
    _need("voor", Text),
    _need("gemaakt_op", Moment),
    sqlite_strict=True,
)
"""Files that were written from a casus and may still lie somewhere: where, what, for whom (a role)."""

zoektekst = Table(
    "zoektekst",
    metadata,
    Column("nr", Integer, primary_key=True),
    Column("bron_id", Text, nullable=False, unique=True),
    Column(
        "casus_id",
        Text,
        ForeignKey("casus.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    Column(
        "gezin_id",
        Text,
        ForeignKey("gezin.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        index=True,
    ),
    _need("soort", Text),
    _need("onderdeel", Text),
    _need("datum", Text),
    _need("titel", Text),
    _need("tekst", Text),
    _need("plat", Text),
    sqlite_strict=True,
)
"""What can be found, one row per source; `zoekindex` reads its words from here (see `zoekrijen`)."""
Index("ix_zoektekst_nr", zoektekst.c.nr, zoektekst.c.soort, zoektekst.c.datum)
"""Hits are put in order from this index alone: reading, and decrypting, the text of every hit of a common
word takes twenty times as long at 50,000 notes."""

"""What the store keeps for itself: drafts, settings, log, proofs of erasures, files outside, search rows."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from kernteam_tui.data.tabellen.basis import may, metadata, need, record_table, since
from kernteam_tui.data.typen import DAGEN, REISTIJDEN, VRIJE_DAGEN, Codetekst, JaNee, Moment
from kernteam_tui.domain import codes as c

concept = record_table(
    "concept",
    Column("sleutel", Text, nullable=False, unique=True),
    need("inhoud", Text),
)

instellingen = record_table(
    "instellingen",
    need("naam", Text),
    may("email", Text),
    may("telefoon", Text),
    need("startgesprek_dagen", Integer),
    need("kennismaking_werkdagen", Integer),
    need("goede_vrijdag_vrij", JaNee),
    need("bevrijdingsdag", Codetekst(c.Bevrijdingsdag)),
    need("slot_minuten", Integer),
    need("stil_na_dagen", Integer),
    need("geheim", LargeBinary),
    since("vrije_dagen", VRIJE_DAGEN, "'[]'"),
    since("ruildagen", DAGEN, "'[]'"),
    since("reistijden", REISTIJDEN, "'[]'"),
    since("agenda_map", Text, "''"),
)

logboek = Table(
    "logboek",
    metadata,
    Column("nr", Integer, primary_key=True),
    need("moment", Moment),
    need("soort", Codetekst(c.LogSoort)),
    may("casus_id", Text),
    need("wat", Text),
    need("voor", Text),
    may("zout", LargeBinary),
    need("inhoud", LargeBinary),
    need("keten", LargeBinary),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
Index("ix_logboek_casus_id", logboek.c.casus_id)
"""Only added to, one chain over all lines (see `logketen`). No foreign key: a line outlives its casus."""

wissing = Table(
    "wissing",
    metadata,
    Column("merk", Text, primary_key=True),
    need("nummer", Text),
    need("gewist_op", Moment),
    need("grond", Codetekst(c.WisGrond)),
    need("notities", Integer),
    need("gesprekken", Integer),
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
    need("pad", Text),
    need("soort", Text),
    need("voor", Text),
    need("gemaakt_op", Moment),
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
    need("soort", Text),
    need("onderdeel", Text),
    need("datum", Text),
    need("titel", Text),
    need("tekst", Text),
    need("plat", Text),
    sqlite_strict=True,
)
"""What can be found, one row per source; `zoekindex` reads its words from here (see `zoekrijen`)."""
Index("ix_zoektekst_nr", zoektekst.c.nr, zoektekst.c.soort, zoektekst.c.datum)
"""Hits are put in order from this index alone: reading, and decrypting, the text of every hit of a common
word takes twenty times as long at 50,000 notes."""

"""Casussen and what hangs under one by itself: closing, birthdays, consents, requests."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from kernteam_tui.data.tabellen.basis import may, metadata, need, part_of, record_table, refers_to, since
from kernteam_tui.data.typen import GEZINSTIJDEN, LESTIJDEN, Codetekst, Dagtekst, JaNee, codes
from kernteam_tui.domain import codes as c
from kernteam_tui.domain import deelcodes as d
from kernteam_tui.domain import gezinscodes as g

casus = record_table(
    "casus",
    Column("nummer", Text, nullable=False, unique=True),
    refers_to("gezin"),
    refers_to("school"),
    need("klas", Text),
    need("mentor", Text),
    need("aangemeld", Dagtekst),
    need("route", Codetekst(c.Route)),
    need("aanmelder_naam", Text),
    need("aanmelder_rol", Codetekst(c.AanmelderRol)),
    need("redenen", codes(c.Reden)),
    need("vraagstukken", codes(c.Vraagstuk)),
    need("woorden", Text),
    may("ouders_weten", JaNee),
    may("jongere_weet", JaNee),
    need("buurtteam", Codetekst(c.JaNeeOnbekend)),
    need("spoed", JaNee),
    may("kennismaking_aangeboden_op", Dagtekst),
    may("kennismaking_reden_later", Codetekst(c.RedenLater)),
    need("startgesprek_reden_later", Text),
    may("begeleiding_gestart", Dagtekst),
    need("zorg_zonder_vraag", JaNee),
    may("volgende_poging", Dagtekst),
    need("regisseur", Text),
    need("maatje", Text),
    need("woongemeente", Text),
    may("vernietiging_gevraagd_op", Dagtekst),
    may("vernietiging_geweigerd", Text),
    since("duo_partner", Text, "''"),
    since("duo_team", Text, "''"),
    since("signaal_bij", Codetekst(d.SignaalBij), "'onbekend'"),
    since("wie_pakt", Codetekst(d.WiePakt), "'onbekend'"),
    since("wie_pakt_reden", Text, "''"),
    since("overdracht", codes(d.OverdrachtStap), "'[]'"),
    since("schooljaar", Text, "''"),
    may("startgesprek_keuze", Codetekst(c.RedenLater)),
    may("startgesprek_aangeboden_op", Dagtekst),
    may("gezin_vanaf", Dagtekst),
    since("oudertijden", GEZINSTIJDEN, "'[]'"),
    since("lessen", LESTIJDEN, "'[]'"),
    since("hoe_snel", Text, "''"),
    since("intussen", Text, "''"),
    since("wachtcontact", Text, "''"),
)

casus_jongere = Table(
    "casus_jongere",
    metadata,
    Column("volgorde", Integer, primary_key=True),
    part_of("casus", index=False),
    refers_to("persoon"),
    UniqueConstraint("casus_id", "persoon_id"),
    sqlite_strict=True,
)
"""Which jongeren a casus is about, in the order in which they were entered."""

afsluiting = record_table(
    "afsluiting",
    part_of("casus", index=False),
    need("soort", Codetekst(c.AfsluitSoort)),
    need("op", Dagtekst),
    may("kenmerk", Codetekst(c.AfsluitKenmerk)),
    may("zelfstandig_verder", JaNee),
    need("toelichting", Text),
    may("cijfer", Integer),
    UniqueConstraint("casus_id"),
)

leeftijdstap = record_table(
    "leeftijdstap",
    part_of("casus"),
    refers_to("persoon", "jongere_id"),
    need("grens", Codetekst(d.Leeftijdsgrens)),
    may("jongere_verteld_op", Dagtekst),
    may("ouders_verteld_op", Dagtekst),
    need("ouders_niet", Text),
)

toekomst = record_table(
    "toekomst",
    part_of("casus"),
    refers_to("persoon", "jongere_id"),
    need("domein", Codetekst(d.Toekomstdomein)),
    may("besproken_op", Dagtekst),
    need("afspraak", Text),
)

toestemming = record_table(
    "toestemming",
    part_of("casus"),
    refers_to("persoon", "jongere_id"),
    need("gever_id", Text),
    need("gever_naam", Text),
    need("partner", Codetekst(g.PartnerSoort)),
    need("partner_naam", Text),
    need("onderwerp", Codetekst(d.Onderwerp)),
    need("niveau", Codetekst(c.Niveau)),
    need("hoe", Codetekst(d.ToestemmingHoe)),
    need("op", Dagtekst),
    may("tot", Dagtekst),
    may("ingetrokken_op", Dagtekst),
    need("ingetrokken_reden", Text),
    since("partner_id", Text, "''"),
)

verzoek = record_table(
    "verzoek",
    part_of("casus"),
    need("soort", Codetekst(d.VerzoekSoort)),
    need("van_id", Text),
    need("van_naam", Text),
    need("op", Dagtekst),
    need("tekst", Text),
    may("uitkomst", Codetekst(d.VerzoekUitkomst)),
    may("afgehandeld_op", Dagtekst),
    need("reden", Text),
)

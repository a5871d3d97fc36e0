"""Families: people, households, ties, network, schools they went to; and the address book."""

from __future__ import annotations

from sqlalchemy import Integer, Text

from kernteam_tui.data.tabellen.basis import may, may_refer_to, need, part_of, record_table, refers_to, since
from kernteam_tui.data.typen import Codetekst, Dagtekst, JaNee, codes
from kernteam_tui.domain import codes as c
from kernteam_tui.domain import gezinscodes as g

gezin = record_table("gezin")

persoon = record_table(
    "persoon",
    part_of("gezin"),
    need("rol", Codetekst(c.PersoonRol)),
    need("roepnaam", Text),
    need("achternaam", Text),
    may("geboortedatum", Dagtekst),
    may("telefoon", Text),
    may("email", Text),
    may("taal", Text),
    need("tolk", JaNee),
    since("geslacht", Codetekst(g.Geslacht), "'onbekend'"),
    may("geboortejaar", Integer),
    since("overleden", JaNee, "0"),
    may("overleden_jaar", Integer),
    since("bellen", Codetekst(g.VeiligBereiken), "'onbekend'"),
    since("let_op", Text, "''"),
    since("wilsonbekwaam", JaNee, "0"),
    since("gezagsconflict", JaNee, "0"),
)

ouderschap = record_table(
    "ouderschap",
    part_of("gezin"),
    refers_to("persoon", "jongere_id"),
    refers_to("persoon", "ouder_id"),
    need("gezag", Codetekst(c.JaNeeOnbekend)),
    need("gezag_hoe", Text),
    may("gezag_op", Dagtekst),
    may("woont_bij", JaNee),
    since("soort", Codetekst(g.OuderSoort), "'biologisch'"),
    may("geinformeerd_op", Dagtekst),
)

huishouden = record_table(
    "huishouden",
    part_of("gezin"),
    need("naam", Text),
    need("straat", Text),
    need("postcode", Text),
    need("plaats", Text),
    need("wijk", Text),
    need("geheim", JaNee),
    need("post", Codetekst(g.VeiligBereiken)),
    need("let_op", Text),
    need("volgorde", Integer),
)

bewoner = record_table(
    "bewoner",
    part_of("gezin"),
    refers_to("huishouden"),
    refers_to("persoon"),
    need("deels", JaNee),
)

relatie = record_table(
    "relatie",
    part_of("gezin"),
    refers_to("persoon", "van_id"),
    refers_to("persoon", "naar_id"),
    need("soort", Codetekst(g.RelatieSoort)),
    may("kwaliteit", Codetekst(g.RelatieKwaliteit)),
    need("omschrijving", Text),
    may("sinds", Integer),
    may("tot", Integer),
)

contact = record_table(
    "contact",
    need("naam", Text),
    need("soort", Codetekst(g.PartnerSoort)),
    need("functie", Text),
    need("organisatie", Text),
    may("telefoon", Text),
    may("email", Text),
    need("opmerking", Text),
)

netwerklid = record_table(
    "netwerklid",
    part_of("gezin"),
    may_refer_to("persoon", "rond_id"),
    may_refer_to("persoon", "persoon_id"),
    may_refer_to("contact", "contact_id"),
    need("naam", Text),
    need("relatie", Text),
    need("groep", Codetekst(g.Netwerkgroep)),
    need("hulp", codes(g.Hulpsoort)),
    need("gevoel", Codetekst(g.Gevoel)),
    need("nabij", Integer),
    may("telefoon", Text),
    need("jim", JaNee),
    may("jim_jongere_op", Dagtekst),
    may("jim_ouders_op", Dagtekst),
    may("jim_zelf_op", Dagtekst),
    need("volgorde", Integer),
)

schooljaar = record_table(
    "schooljaar",
    part_of("gezin"),
    refers_to("persoon"),
    need("jaar", Text),
    need("school", Text),
    need("klas", Text),
    need("mentor", Text),
)

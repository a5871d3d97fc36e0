"""Which record stands in which table. The domain knows nothing of it."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, literal_column
from sqlalchemy.orm import RelationshipProperty, registry, relationship

from kernteam_tui.data import tabellen as t
from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.bijlage import Bijlage
from kernteam_tui.domain.casus import Afsluiting, Casus
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.eigenformaat import EigenFormaat
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinsplan import Actie, Doel, Gezinsplan, Onderdeel, PlanVersie
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.instellingen import Instellingen
from kernteam_tui.domain.leeftijdstap import Leeftijdstap, Toekomst
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.notitie import Addendum, Notitie
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.school import Kernpartner, School
from kernteam_tui.domain.schooljaar import Schooljaar
from kernteam_tui.domain.schooltijd import Schooldag
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verstrekking import Verstrekking
from kernteam_tui.domain.verzoek import Verzoek

ROOTS: tuple[type[Record], ...] = (
    School,
    Afwezigheid,
    Partneragenda,
    Overleg,
    Contact,
    Gezin,
    Casus,
    Toestemming,
    Verzoek,
    Gesprek,
    Notitie,
    Gezinsplan,
    Bijlage,
    Verstrekking,
    EigenFormaat,
)
"""Records whose revision also rises when only a child of theirs changes."""

CHILDREN: dict[type[Record], dict[str, type[Record]]] = {
    School: {"kernteam": Kernpartner, "dagen": Schooldag},
    Overleg: {"punten": Overlegpunt},
    Gezin: {
        "personen": Persoon,
        "ouderschappen": Ouderschap,
        "huishoudens": Huishouden,
        "bewoners": Bewoner,
        "relaties": Relatie,
        "netwerk": Netwerklid,
        "schooljaren": Schooljaar,
    },
    Casus: {"afsluiting": Afsluiting, "leeftijdstappen": Leeftijdstap, "toekomst": Toekomst},
    Gesprek: {"deelnemers": Deelnemer, "terugkoppelafspraken": Terugkoppelafspraak},
    Notitie: {"addenda": Addendum},
    Gezinsplan: {
        "onderdelen": Onderdeel,
        "doelen": Doel,
        "acties": Actie,
        "versies": PlanVersie,
        "metingen": Meting,
        "akkoorden": Akkoord,
    },
}
"""Per root the attributes that hold its own children."""

TABLES: dict[type[Record], Table] = {
    School: t.school,
    Kernpartner: t.kernpartner,
    Schooldag: t.schooldag,
    Afwezigheid: t.afwezigheid,
    Partneragenda: t.partneragenda,
    Overleg: t.overleg,
    Overlegpunt: t.overlegpunt,
    Gezin: t.gezin,
    Persoon: t.persoon,
    Ouderschap: t.ouderschap,
    Huishouden: t.huishouden,
    Bewoner: t.bewoner,
    Relatie: t.relatie,
    Contact: t.contact,
    Netwerklid: t.netwerklid,
    Schooljaar: t.schooljaar,
    Casus: t.casus,
    Afsluiting: t.afsluiting,
    Leeftijdstap: t.leeftijdstap,
    Toekomst: t.toekomst,
    Toestemming: t.toestemming,
    Verzoek: t.verzoek,
    Gesprek: t.gesprek,
    Deelnemer: t.deelnemer,
    Terugkoppelafspraak: t.terugkoppelafspraak,
    Notitie: t.notitie,
    Addendum: t.addendum,
    Gezinsplan: t.gezinsplan,
    Onderdeel: t.onderdeel,
    Doel: t.doel,
    Actie: t.actie,
    PlanVersie: t.planversie,
    Meting: t.meting,
    Akkoord: t.akkoord,
    Bijlage: t.bijlage,
    Verstrekking: t.verstrekking,
    EigenFormaat: t.eigenformaat,
    Concept: t.concept,
    Instellingen: t.instellingen,
}


@functools.cache
def start_mapping() -> None:
    """Map every record to its table. Runs once per process; later calls do nothing."""
    mapper = registry(metadata=t.metadata)
    for record, table in TABLES.items():
        properties = {name: _children(record, name) for name in CHILDREN.get(record, {})}
        if record is Casus:
            properties["jongeren"] = relationship(
                Persoon, secondary=t.casus_jongere, order_by=t.casus_jongere.c.volgorde, lazy="selectin"
            )
        mapper.map_imperatively(record, table, properties=properties, version_id_col=table.c.revision)
    mapper.configure()


def children_of(root: Record) -> Iterator[Record]:
    """The children that this record owns."""
    for name in CHILDREN.get(type(root), {}):
        value = getattr(root, name)
        if isinstance(value, Record):
            yield value
        elif value is not None:
            yield from value


def parent_key(parent: Table, child: Table) -> Column[Any]:
    """The column of the child's table that names its parent."""
    return next(key.parent for key in child.foreign_keys if key.column.table is parent)


def _children(root: type[Record], name: str) -> RelationshipProperty[Any]:
    child = CHILDREN[root][name]
    return relationship(
        child,
        foreign_keys=parent_key(TABLES[root], TABLES[child]),
        uselist=name != "afsluiting",
        order_by=_order(TABLES[child]),
        lazy="selectin",
        cascade="all, delete-orphan",
    )


def _order(table: Table) -> list[ColumnElement[Any]]:
    """By `volgorde` or `nummer` where there is one, else in the order in which the rows were made."""
    by_number = [table.c[name] for name in ("volgorde", "nummer") if name in table.c]
    return [*by_number, literal_column(f"{table.name}.rowid")]

"""The tables of the store. Ids are UUIDv7 text; every table is STRICT.

Foreign keys are checked at commit (DEFERRED), so the order in which records are added does not
matter. What belongs to a gezin, casus, plan, gesprek or notitie goes with it (ON DELETE CASCADE); a
gezin or school to which a casus belongs cannot go.

A change here needs a migration in `migraties/versions`: a test compares the two.
"""

from __future__ import annotations

from kernteam_tui.data.tabellen.basis import metadata
from kernteam_tui.data.tabellen.casus import (
    afsluiting,
    casus,
    casus_jongere,
    leeftijdstap,
    toekomst,
    toestemming,
    verzoek,
)
from kernteam_tui.data.tabellen.gesprek import addendum, deelnemer, gesprek, notitie, terugkoppelafspraak
from kernteam_tui.data.tabellen.gezin import (
    bewoner,
    contact,
    gezin,
    huishouden,
    netwerklid,
    ouderschap,
    persoon,
    relatie,
    schooljaar,
)
from kernteam_tui.data.tabellen.kluis import concept, instellingen, logboek, uitvoer, wissing, zoektekst
from kernteam_tui.data.tabellen.plan import (
    actie,
    akkoord,
    bijlage,
    doel,
    eigenformaat,
    gezinsplan,
    meting,
    onderdeel,
    planversie,
    verstrekking,
)
from kernteam_tui.data.tabellen.school import (
    afwezigheid,
    kernpartner,
    overleg,
    overlegpunt,
    partneragenda,
    school,
    schooldag,
)

__all__ = [
    "actie",
    "addendum",
    "afsluiting",
    "afwezigheid",
    "akkoord",
    "bewoner",
    "bijlage",
    "casus",
    "casus_jongere",
    "concept",
    "contact",
    "deelnemer",
    "doel",
    "eigenformaat",
    "gesprek",
    "gezin",
    "gezinsplan",
    "huishouden",
    "instellingen",
    "kernpartner",
    "leeftijdstap",
    "logboek",
    "metadata",
    "meting",
    "netwerklid",
    "notitie",
    "onderdeel",
    "ouderschap",
    "overleg",
    "overlegpunt",
    "partneragenda",
    "persoon",
    "planversie",
    "relatie",
    "school",
    "schooldag",
    "schooljaar",
    "terugkoppelafspraak",
    "toekomst",
    "toestemming",
    "uitvoer",
    "verstrekking",
    "verzoek",
    "wissing",
    "zoektekst",
]

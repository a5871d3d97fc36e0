"""The codes of the field: what files and the command line say, each with its Dutch label.

Codes are part of the contracts: they never change; labels may.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """Base of every list of codes: the value is the code, `label` the Dutch word on the screen."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class Reden(Code):
    """Why the school asks the kernteam (contract 4): decides who must be at the startgesprek."""

    THUISZITTEN = "thuiszitten", "thuiszitten"
    VERZUIM = "verzuim", "verzuim"
    ZIEKTE = "ziekte", "ziekte"
    LEREN = "leren", "leren"
    SCHOOLLOOPBAAN = "schoolloopbaan", "schoolloopbaan"
    GEDRAG = "gedrag", "gedrag"
    THUISSITUATIE = "thuissituatie", "thuissituatie"
    OPVOEDING = "opvoeding", "opvoeding"
    CONFLICT = "conflict", "conflict met school"
    PESTEN = "pesten", "pesten"
    SCHULDEN = "schulden", "schulden"
    VERSLAVING = "verslaving", "verslaving"


class Rol(Code):
    """Role of somebody who works with the kernteam (contract 4, S4)."""

    kort: str

    def __new__(cls, code: str, label: str = "", kort: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.kort = kort
        return member

    GEZINSWERKER = "gezinswerker", "gezinswerker", "gezinswerker"
    LEERPLICHTAMBTENAAR = "leerplichtambtenaar", "leerplichtambtenaar", "leerplicht"
    JEUGDVERPLEEGKUNDIGE = "jeugdverpleegkundige", "jeugdverpleegkundige", "JGZ"
    JEUGDARTS = "jeugdarts", "jeugdarts", "jeugdarts"
    BEGELEIDER_PASSEND_ONDERWIJS = (
        "begeleider_passend_onderwijs",
        "begeleider passend onderwijs",
        "passend onderwijs",
    )
    MENTOR = "mentor", "mentor", "mentor"
    ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator", "zorgcoördinator"
    OVERIG = "overig", "overig", "andere partner"


class Dag(Code):
    """Day of the week; in the order of `date.weekday()`."""

    MA = "ma", "maandag"
    DI = "di", "dinsdag"
    WO = "wo", "woensdag"
    DO = "do", "donderdag"
    VR = "vr", "vrijdag"
    ZA = "za", "zaterdag"
    ZO = "zo", "zondag"

    @classmethod
    def from_weekday(cls, weekday: int) -> Dag:
        """The day for `date.weekday()` (0 is Monday)."""
        return tuple(cls)[weekday]


class Dagdeel(Code):
    """Half of a school day; the hours are a setting of the school."""

    OCHTEND = "ochtend", "ochtend"
    MIDDAG = "middag", "middag"


class Bevrijdingsdag(Code):
    """In which years 5 May is a free day (cao Sociaal Werk 5.9: every year)."""

    ELK_JAAR = "elk-jaar", "elk jaar vrij"
    LUSTRUM = "lustrum", "eens in de vijf jaar vrij"
    NOOIT = "nooit", "nooit vrij"


class Regio(Code):
    """Region of the school holidays."""

    MIDDEN = "midden", "midden"
    NOORD = "noord", "noord"
    ZUID = "zuid", "zuid"


class SchoolSoort(Code):
    """Kind of school (S1, S86)."""

    VO = "vo", "voortgezet onderwijs"
    VSO = "vso", "voortgezet speciaal onderwijs"
    PRO = "pro", "praktijkonderwijs"
    MBO = "mbo", "mbo"


class JaNeeOnbekend(Code):
    """An answer that may not be known yet."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "weet ik nog niet"


class PersoonRol(Code):
    """Place of a person in the family."""

    JONGERE = "jongere", "jongere"
    OUDER = "ouder", "ouder"
    GEZINSLID = "gezinslid", "gezinslid"


class Route(Code):
    """Where the signal came in (S25; contract 6)."""

    ZELF = "zelf", "gezin zelf"
    SCHOOL = "school", "school"
    HUISARTS = "huisarts", "huisarts"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    POLITIE = "politie", "politie"
    AANVULLENDE_ZORG = "aanvullende_zorg", "aanvullende zorg"
    GEMEENTE = "gemeente", "gemeente"
    WONINGCORPORATIE = "woningcorporatie", "woningcorporatie"
    OVERIG = "overig", "overig"
    ONBEKEND = "onbekend", "onbekend"


class AanmelderRol(Code):
    """Role of the aanmelder (S8; contract 5)."""

    ZORGCOORDINATOR = "zorgcoordinator", "zorgcoördinator"
    TEAMLEIDER = "teamleider", "teamleider"
    ZORGBEGELEIDER = "zorgbegeleider", "zorgbegeleider"
    MENTOR = "mentor", "mentor"
    DOCENT = "docent", "docent"
    OUDER = "ouder", "ouder"
    JONGERE = "jongere", "jongere"
    KERNPARTNER = "kernpartner", "kernpartner"
    BUURTTEAM = "buurtteam", "buurtteam"
    HUISARTS = "huisarts", "huisarts"
    OVERIG = "overig", "overig"


class Vraagstuk(Code):
    """The eight themes of S58."""

    OPVOEDEN_EN_OPGROEIEN = "opvoeden_en_opgroeien", "opvoeden en opgroeien"
    BEPERKING_OF_PSYCHISCH = "beperking_of_psychisch", "beperking of psychische klachten"
    TAAL = "taal", "taal"
    SCHULDEN = "schulden", "schulden"
    WONEN = "wonen", "wonen"
    GEZONDHEID = "gezondheid", "gezondheid"
    ECHTSCHEIDING = "echtscheiding", "echtscheiding"
    PARTICIPATIE = "participatie", "meedoen"


class RedenLater(Code):
    """Why the kennismaking was held after the fifth working day (S26)."""

    EIGEN_VERZOEK = "eigen_verzoek", "het gezin wilde later"
    AGENDA_GEZIN = "agenda_gezin", "agenda van het gezin"
    AGENDA_PARTNER = "agenda_partner", "agenda van een partner"
    WIJ = "wij", "wij hadden geen plek"


class AfsluitSoort(Code):
    """Kind of closing: decides the fase (design 4)."""

    AFGESLOTEN = "afgesloten", "afgesloten"
    OVERGEDRAGEN = "overgedragen", "overgedragen"
    NIET_GESTART = "niet_gestart", "niet gestart"


class AfsluitKenmerk(Code):
    """How a begeleiding ended (S65), with its definition as shown on the screen."""

    uitleg: str

    def __new__(cls, code: str, label: str, uitleg: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.uitleg = uitleg
        return member

    VOLGENS_PLAN = (
        "volgens_plan",
        "volgens plan",
        "De doelen zijn bereikt of de afgesproken tijd is om.",
    )
    VOORTIJDIG_IN_OVEREENSTEMMING = (
        "voortijdig_in_overeenstemming",
        "eerder klaar, samen besloten",
        "Eerder gestopt dan gepland, en het gezin en jij zijn het daarover eens.",
    )
    EENZIJDIG_KLANT = (
        "eenzijdig_klant",
        "gestopt door het gezin",
        "Na meerdere pogingen geen contact meer. Kon het gezin eerder zonder ons verder? "
        "Kies dan ‘eerder klaar, samen besloten’.",
    )
    EENZIJDIG_HULPVERLENER = (
        "eenzijdig_hulpverlener",
        "gestopt door ons",
        "Wij konden niet verder, bijvoorbeeld na agressie.",
    )
    OVERDRACHT = (
        "overdracht",
        "overgedragen",
        "Een ander team of een andere gemeente helpt het gezin verder.",
    )


class Fase(Code):
    """Where a casus stands; computed from facts (design 4), never typed."""

    AANGEMELD = "aangemeld", "aangemeld"
    KENNISMAKING_GEPLAND = "kennismaking_gepland", "kennismaking gepland"
    WACHT_OP_START = "wacht_op_start", "wacht op start"
    IN_BEGELEIDING = "in_begeleiding", "in begeleiding"
    EVALUATIE = "evaluatie", "evaluatie"
    ZORG_ZONDER_VRAAG = "zorg_zonder_vraag", "zorg zonder vraag"
    AFGESLOTEN = "afgesloten", "afgesloten"
    OVERGEDRAGEN = "overgedragen", "overgedragen"
    NIET_GESTART = "niet_gestart", "niet gestart"


class GesprekSoort(Code):
    """Kind of talk."""

    KENNISMAKING = "kennismaking", "kennismaking"
    STARTGESPREK = "startgesprek", "startgesprek"
    HUISBEZOEK = "huisbezoek", "huisbezoek"
    EVALUATIE = "evaluatie", "evaluatie"
    OVERLEG = "overleg", "overleg"
    DRIEGESPREK = "driegesprek", "gesprek met z’n drieën"


class GesprekStaat(Code):
    """State of a talk. A moved talk is VERZET and still has to be held."""

    AANGEBODEN = "aangeboden", "aangeboden"
    GEPLAND = "gepland", "gepland"
    GEHOUDEN = "gehouden", "gehouden"
    VERZET = "verzet", "verzet"
    AFGEZEGD = "afgezegd", "afgezegd"
    NIET_VERSCHENEN = "niet_verschenen", "niet verschenen"

    @property
    def nog_te_houden(self) -> bool:
        """Whether a talk in this state still has to be held."""
        return self in (GesprekStaat.AANGEBODEN, GesprekStaat.GEPLAND, GesprekStaat.VERZET)


class Niveau(Code):
    """How much a partner may know (S32, S35)."""

    GESTART_GESTOPT = "gestart_gestopt", "alleen gestart of gestopt"
    PROCES = "proces", "hoe het loopt"
    INHOUD = "inhoud", "ook de inhoud"


class TerugkoppelMoment(Code):
    """When a partner is told (S32)."""

    BIJ_START = "bij_start", "als de hulp start"
    BIJ_WEIGERING = "bij_weigering", "als ouders niet willen"
    BIJ_AFSLUITEN = "bij_afsluiten", "als de hulp stopt"
    OP_DATUM = "op_datum", "op een datum"


class NotitieSoort(Code):
    """Kind of note."""

    HUISBEZOEK = "huisbezoek", "huisbezoek"
    GESPREK_SCHOOL = "gesprek_school", "gesprek op school"
    TELEFOON = "telefoon", "telefoon"
    BERICHT = "bericht", "bericht"
    OVERLEG = "overleg", "overleg"
    OVERIG = "overig", "overig"


class NotitieStaat(Code):
    """A note is a draft until it is finished."""

    CONCEPT = "concept", "concept"
    AFGEROND = "afgerond", "afgerond"


class PlanVariant(Code):
    """Variant of the gezinsplan (S54)."""

    GEZIN = "gezin", "gezin"
    JONGERE = "jongere", "jongere"
    GESCHEIDEN_OUDERS = "gescheiden_ouders", "gescheiden ouders"


class LogSoort(Code):
    """Kind of line in the log."""

    GEOPEND = "geopend", "geopend"
    GEWIJZIGD = "gewijzigd", "gewijzigd"
    GEEXPORTEERD = "geexporteerd", "naar buiten gebracht"
    UITZONDERING = "uitzondering", "uitzondering met reden"
    ONTGRENDELD = "ontgrendeld", "ontgrendeld"
    MISLUKT = "mislukt", "openen mislukt"
    AFGEDRUKT = "afgedrukt", "afgedrukt"
    OPGERUIMD = "opgeruimd", "bestanden opgeruimd"
    GEWIST = "gewist", "definitief gewist"
    TERUGGEZET = "teruggezet", "reservekopie teruggezet"
    RESERVEKOPIE = "reservekopie", "reservekopie gemaakt"
    SLEUTEL = "sleutel", "sleutel gewijzigd"


class WisGrond(Code):
    """Why a casus was erased for good."""

    OP_VERZOEK = "op_verzoek", "op verzoek van het gezin"
    OVERGEDRAGEN = "overgedragen", "het dossier staat bij de organisatie"
    TERMIJN = "termijn", "de bewaartermijn is voorbij"
    VERGISSING = "vergissing", "bij vergissing ingevoerd"
    OPNIEUW = "opnieuw", "al eerder gewist, en met een reservekopie teruggekomen"

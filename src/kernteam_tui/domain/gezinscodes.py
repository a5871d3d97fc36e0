"""Codes of the family: who somebody is, how people belong together, and who stands around them."""

from __future__ import annotations

from kernteam_tui.domain.codes import Code


class Geslacht(Code):
    """As the family says it; decides the sign in a genogram."""

    MAN = "man", "man of jongen"
    VROUW = "vrouw", "vrouw of meisje"
    ANDERS = "anders", "anders"
    ONBEKEND = "onbekend", "niet ingevuld"


class OuderSoort(Code):
    """How a parent belongs to a child. Gezag is a fact of its own (BW 1:251; domain 3.2)."""

    BIOLOGISCH = "biologisch", "vader of moeder"
    ADOPTIE = "adoptie", "adoptieouder"
    PLEEG = "pleeg", "pleegouder"
    STIEF = "stief", "stiefouder"
    VOOGD = "voogd", "voogd"

    @property
    def juridisch(self) -> bool:
        """Whether this is a parent by law, who may have gezag as such."""
        return self in (OuderSoort.BIOLOGISCH, OuderSoort.ADOPTIE)


class RelatieSoort(Code):
    """How two people belong together, apart from parent and child; one row, read both ways."""

    GEHUWD = "gehuwd", "getrouwd met"
    SAMENWONEND = "samenwonend", "woont samen met"
    RELATIE = "relatie", "heeft een relatie met"
    GESCHEIDEN = "gescheiden", "gescheiden van"
    UIT_ELKAAR = "uit_elkaar", "uit elkaar met"
    TWEELING = "tweeling", "tweeling met"
    FAMILIE = "familie", "familie van"
    ANDERS = "anders", "hoort bij"

    @property
    def koppel(self) -> bool:
        """Whether these two are, or were, a couple."""
        return self in _KOPPELS

    @property
    def voorbij(self) -> bool:
        """Whether they were a couple and no longer are."""
        return self in (RelatieSoort.GESCHEIDEN, RelatieSoort.UIT_ELKAAR)


_KOPPELS = (
    RelatieSoort.GEHUWD,
    RelatieSoort.SAMENWONEND,
    RelatieSoort.RELATIE,
    RelatieSoort.GESCHEIDEN,
    RelatieSoort.UIT_ELKAAR,
)


class RelatieKwaliteit(Code):
    """How it is between two people (genogram; domain 7)."""

    HECHT = "hecht", "heel hecht"
    GOED = "goed", "goed"
    AFSTANDELIJK = "afstandelijk", "op afstand"
    CONFLICT = "conflict", "vaak ruzie"
    VERBROKEN = "verbroken", "geen contact meer"


class Netwerkgroep(Code):
    """Circle of the netwerkkaart in which somebody stands (domain 7)."""

    GEZIN = "gezin", "gezin"
    FAMILIE = "familie", "familie"
    VRIENDEN = "vrienden", "vrienden"
    KENNISSEN = "kennissen", "kennissen"
    BUREN = "buren", "buren"
    SCHOOL = "school", "school"
    PROFESSIONALS = "professionals", "professionals"

    @property
    def eigen_kring(self) -> bool:
        """Whether these are the family's own people and no professionals."""
        return self not in (Netwerkgroep.SCHOOL, Netwerkgroep.PROFESSIONALS)


class Hulpsoort(Code):
    """Kind of help somebody gives: P, G, A, E (ecogram; domain 7)."""

    letter: str

    def __new__(cls, code: str, label: str = "", letter: str = "") -> Hulpsoort:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.letter = letter
        return member

    PRAKTISCH = "praktisch", "praktische hulp", "P"
    GEZELSCHAP = "gezelschap", "gezelschap", "G"
    ADVIES = "advies", "advies", "A"
    EMOTIONEEL = "emotioneel", "een luisterend oor", "E"


class Gevoel(Code):
    """Whether somebody gives support, costs strength, or both (S60)."""

    STEUN = "steun", "geeft steun"
    SPANNING = "spanning", "geeft spanning"
    BEIDE = "beide", "geeft steun en spanning"
    ONBEKEND = "onbekend", "nog niet besproken"


class VeiligBereiken(Code):
    """Whether a phone or an address can be used without harm."""

    JA = "ja", "kan altijd"
    LET_OP = "let_op", "let op"
    NEE = "nee", "niet gebruiken"
    ONBEKEND = "onbekend", "nog niet gevraagd"


class PartnerSoort(Code):
    """With whom may be shared, or who stands around a family as a professional (S4, S8, S10, S21, S22)."""

    OUDER = "ouder", "een ouder"
    """For a jongere of 16 or older who agrees that a parent reads along (Jeugdwet 7.3.5)."""
    SCHOOL = "school", "school (zorgteam)"
    MENTOR = "mentor", "mentor"
    LEERPLICHT = "leerplicht", "leerplicht"
    JGZ = "jgz", "jeugdgezondheidszorg"
    PASSEND_ONDERWIJS = "passend_onderwijs", "passend onderwijs"
    BUURTTEAM = "buurtteam", "buurtteam"
    HUISARTS = "huisarts", "huisarts"
    JEUGDHULP = "jeugdhulp", "specialistische jeugdhulp"
    GGZ = "ggz", "ggz"
    SAVE = "save", "SAVE of jeugdbescherming"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    POLITIE = "politie", "politie of wijkagent"
    GEMEENTE = "gemeente", "gemeente"
    WERK_EN_INKOMEN = "werk_en_inkomen", "werk en inkomen"
    WONEN = "wonen", "woningcorporatie"
    JONGERENWERK = "jongerenwerk", "jongerenwerk"
    TOLK = "tolk", "tolk"
    OVERIG = "overig", "iemand anders"

    @property
    def bij_school(self) -> bool:
        """Whether this partner works at or for the school."""
        return self in (PartnerSoort.SCHOOL, PartnerSoort.MENTOR)

    @property
    def voor_veiligheid(self) -> bool:
        """Whether this partner guards the safety of children (S21)."""
        return self in (PartnerSoort.SAVE, PartnerSoort.VEILIG_THUIS, PartnerSoort.POLITIE)

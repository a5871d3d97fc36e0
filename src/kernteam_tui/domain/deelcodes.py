"""Codes of sharing: who hears what, how a consent was given, what leaves the store and how."""

from __future__ import annotations

from kernteam_tui.domain.codes import Code


class Onderwerp(Code):
    """What a consent is about (S35: only what the other needs)."""

    HULP = "hulp", "de hulp aan het gezin"
    SCHOOL = "school", "school en aanwezigheid"
    GEZONDHEID = "gezondheid", "gezondheid"
    THUIS = "thuis", "thuis en opvoeding"
    GELD = "geld", "geld en wonen"
    PLAN = "plan", "het gezinsplan"
    OVERDRACHT = "overdracht", "overdragen aan een ander team"
    ANDERS = "anders", "iets anders"


class ToestemmingHoe(Code):
    """How a consent was given."""

    GESPREK = "gesprek", "gezegd, in een gesprek"
    TELEFOON = "telefoon", "gezegd, aan de telefoon"
    SCHRIFTELIJK = "schriftelijk", "op papier"
    BERICHT = "bericht", "in een bericht"


class LezerSoort(Code):
    """For whom something is that leaves the store."""

    JONGERE = "jongere", "de jongere"
    OUDER = "ouder", "een ouder"
    VOOGD = "voogd", "de voogd"
    GEZINSLID = "gezinslid", "een ander gezinslid"
    NETWERK = "netwerk", "iemand uit het netwerk"
    KERNPARTNER = "kernpartner", "een kernpartner"
    SCHOOL = "school", "school"
    PARTNER = "partner", "een andere partner"
    GEZINSVOOGD = "gezinsvoogd", "de gezinsvoogd"
    GEZINSWERKER = "gezinswerker", "jijzelf"
    DERDE = "derde", "iemand anders"


class Uitweg(Code):
    """A way out of the store."""

    BLADZIJDE = "bladzijde", "de bladzijde"
    PLAN = "plan", "het hele gezinsplan"
    BRIEF = "brief", "een brief"
    UITNODIGING = "uitnodiging", "een uitnodiging"
    TERUGKOPPELING = "terugkoppeling", "een terugkoppeling"
    OVERLEG = "overleg", "een overleg"
    AFSCHRIFT = "afschrift", "een afschrift van het dossier"
    TEKENING = "tekening", "een genogram of netwerkkaart"
    CIJFERS = "cijfers", "cijfers over je werk"
    UITVOER = "uitvoer", "de hele kluis in een bestand"


class Gegeven(Code):
    """A kind of fact that may leave the store."""

    BEKEND = "bekend", "dat wij dit gezin kennen"
    GESTART_GESTOPT = "gestart_gestopt", "dat de hulp begon of stopte"
    PROCES = "proces", "hoe het loopt"
    INHOUD = "inhoud", "wat er speelt"
    EIGEN_WOORDEN = "eigen_woorden", "woorden van de lezer zelf"
    WOORDEN_ANDER = "woorden_ander", "woorden van een ander"
    EIGEN_CONTACT = "eigen_contact", "adres en telefoon van de lezer zelf"
    CONTACT_ANDER = "contact_ander", "adres, telefoon of e-mail van een ander"
    NETWERK_ANDER = "netwerk_ander", "het netwerk van de andere ouder"
    DERDE = "derde", "gegevens over iemand anders"
    WERKAANTEKENING = "werkaantekening", "een ruwe werkaantekening"
    MELDCODE = "meldcode", "een aantekening bij de meldcode"


class VerzoekSoort(Code):
    """What somebody asked about the file (Jeugdwet 7.3.8 to 7.3.10; BW 1:377c)."""

    INZAGE = "inzage", "het dossier inzien of een afschrift"
    INFORMATIE = "informatie", "informatie als ouder zonder gezag"
    CORRECTIE = "correctie", "een feit verbeteren"
    VERKLARING = "verklaring", "een eigen verklaring erbij"


class VerzoekUitkomst(Code):
    """What was done with a request."""

    TOEGEWEZEN = "toegewezen", "gedaan"
    DEELS = "deels", "voor een deel gedaan"
    GEWEIGERD = "geweigerd", "niet gedaan"


class Leeftijdsgrens(Code):
    """A birthday that changes what the law says, and half a year before it (domain 3.2; S70)."""

    maanden: int
    """The age in whole months."""

    def __new__(cls, code: str, label: str = "", maanden: int = 0) -> Leeftijdsgrens:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.maanden = maanden
        return member

    TWAALF = "12", "12 jaar", 144
    ZESTIEN = "16", "16 jaar", 192
    ZESTIEN_HALF = "16_half", "16 jaar en 6 maanden", 198
    ZEVENTIEN = "17", "17 jaar", 204
    ZEVENTIEN_HALF = "17_half", "17 jaar en 6 maanden", 210
    ACHTTIEN = "18", "18 jaar", 216


class Toekomstdomein(Code):
    """The seven domains of the plan for 16 to 27 (domain 3.7; NJi)."""

    WONEN = "wonen", "wonen"
    SCHOOL = "school", "school"
    WERK = "werk", "werk"
    INKOMEN = "inkomen", "inkomen"
    RELATIES = "relaties", "vrienden en relaties"
    VRIJE_TIJD = "vrije_tijd", "vrije tijd"
    ZORG = "zorg", "zorg"


class SignaalBij(Code):
    """Where the signal came in: decides who gives the help (S16)."""

    SCHOOL = "school", "op school"
    BUURTTEAM = "buurtteam", "bij een buurtteam"
    GEZIN = "gezin", "van het gezin zelf"
    ELDERS = "elders", "ergens anders"
    ONBEKEND = "onbekend", "weet ik nog niet"


class WiePakt(Code):
    """Who takes the casus (S16, S18)."""

    VO_TEAM = "vo_team", "het vo-team"
    BUURTTEAM = "buurtteam", "het buurtteam"
    SAMEN = "samen", "samen, in duo"
    ONBEKEND = "onbekend", "nog niet besloten"


class OverdrachtStap(Code):
    """Step of a hand-over to the woongemeente of a jongere from elsewhere (S19; woonplaatsbeginsel)."""

    BESPROKEN = "besproken", "met het gezin besproken wat de woongemeente beter kan"
    TOESTEMMING = "toestemming", "toestemming om te overleggen met de woongemeente"
    CONTACT = "contact", "contactpersoon bij jeugdhulp of Wmo daar gevonden"
    OVERLEG = "overleg", "samen met het gezin overlegd"
    BESCHIKKING = "beschikking", "een besluit wordt daar gevraagd, niet in Utrecht"

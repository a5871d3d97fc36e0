"""The deel-poort: the one function that says what may go to whom, and why (domain 3.1 to 3.4).

The rules are tried in the order in which they stand here. `assets/delen/delen.csv`, written by hand with the
article in each row, is the law that the tests hold against this file for every combination.
"""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagstand, Leeftijdsband, Uitkomst, Verzocht
from kernteam_tui.domain.delen.deelregels import REGELS
from kernteam_tui.domain.delen.deelvraag import Deelvraag

_POST = frozenset({Uitweg.BRIEF, Uitweg.UITNODIGING, Uitweg.TERUGKOPPELING})
_EIGEN = frozenset({Gegeven.EIGEN_WOORDEN, Gegeven.EIGEN_CONTACT})
_VAN_EEN_ANDER = frozenset({Gegeven.CONTACT_ANDER, Gegeven.NETWERK_ANDER, Gegeven.WOORDEN_ANDER})
_KORT = frozenset({Gegeven.BEKEND, Gegeven.GESTART_GESTOPT})
_VOOR_HET_GEZIN = frozenset({Uitweg.BLADZIJDE, Uitweg.TEKENING})
_EIGEN_WERK = frozenset({Uitweg.PLAN, Uitweg.TEKENING})
_HELE_DOSSIER = frozenset({Uitweg.PLAN, Uitweg.AFSCHRIFT})
_MET_GEZAG = frozenset({LezerSoort.OUDER, LezerSoort.VOOGD})
_VRAAGT_NIETS_NA = frozenset(
    {
        LezerSoort.GEZINSLID,
        LezerSoort.NETWERK,
        LezerSoort.KERNPARTNER,
        LezerSoort.SCHOOL,
        LezerSoort.PARTNER,
    }
)
"""Who hears neither yes nor no to the question whether a family is known (S36)."""
_KRING = frozenset({LezerSoort.GEZINSLID, LezerSoort.NETWERK})
_NODIG = {Gegeven.BEKEND: Niveau.GESTART_GESTOPT, Gegeven.GESTART_GESTOPT: Niveau.GESTART_GESTOPT}
_NODIG[Gegeven.PROCES] = Niveau.PROCES
_ORDE = tuple(Niveau)


@dataclass(frozen=True)
class Oordeel:
    """What the deel-poort says about one fact for one reader, in words that can be shown."""

    mag: bool
    zin: str
    artikel: str
    wat_nu: str
    """What to do about a refusal; of a yes: what to mind, may be empty."""
    uitkomst: Uitkomst
    regel: str
    """Key of the rule in `deelregels`; fit for a log line."""
    reden: str = ""
    """The reason of the exception that opened it; empty where none was needed. For the log of this case."""

    @property
    def uitzondering_kan(self) -> bool:
        """Whether a written reason would open this."""
        return self.uitkomst is Uitkomst.UITZONDERING and not self.mag

    @property
    def met_uitzondering(self) -> bool:
        """Whether a written reason opened this: the service logs it."""
        return bool(self.reden)


def beslis(vraag: Deelvraag) -> Oordeel:
    """Whether this fact may go to this reader by this way, in a sentence with the article and the next step.

    A reason (`Geval.reden`) opens what is `uitzondering` and nothing else.
    """
    regel = REGELS[_regel(vraag)]
    reden = vraag.geval.reden.strip() if regel.uitkomst is Uitkomst.UITZONDERING else ""
    return Oordeel(
        mag=regel.uitkomst is Uitkomst.JA or bool(reden),
        zin=regel.zin,
        artikel=regel.artikel,
        wat_nu=regel.wat_nu,
        uitkomst=regel.uitkomst,
        regel=regel.sleutel,
        reden=reden,
    )


def staat_toe(toestemming: Niveau | None, gegeven: Gegeven) -> bool:
    """Whether a consent at this level covers this kind of fact."""
    nodig = _NODIG.get(gegeven, Niveau.INHOUD)
    return toestemming is not None and _ORDE.index(toestemming) >= _ORDE.index(nodig)


def _regel(vraag: Deelvraag) -> str:
    return _altijd(vraag) or _nooit(vraag) or _voor_lezer(vraag)


def _altijd(vraag: Deelvraag) -> str:
    """What holds before anything else: the address on the envelope, ways without content, own work."""
    uitweg = vraag.geval.uitweg
    if vraag.gegeven is Gegeven.EIGEN_CONTACT and uitweg in _POST:
        return "eigen-adres"
    if uitweg is Uitweg.UITNODIGING:
        return "uitnodiging-zonder-inhoud"
    if uitweg is Uitweg.CIJFERS:
        return "cijfers-zonder-gezin"
    if vraag.geval.lezer_soort is LezerSoort.GEZINSWERKER:
        return _eigen_werk(vraag)
    return "uitvoer-alleen-jij" if uitweg is Uitweg.UITVOER else ""


def _eigen_werk(vraag: Deelvraag) -> str:
    uitweg, gegeven = vraag.geval.uitweg, vraag.gegeven
    if uitweg is Uitweg.UITVOER:
        separately = gegeven is not Gegeven.MELDCODE or vraag.verzocht is Verzocht.APART
        return "eigen-werk" if separately else "meldcode-apart"
    if uitweg not in _EIGEN_WERK:
        return "kies-voor-wie"
    return _ruw(gegeven) or "eigen-werk"


def _nooit(vraag: Deelvraag) -> str:
    """What nothing opens, whatever was agreed."""
    lezer, uitweg, gegeven = vraag.geval.lezer_soort, vraag.geval.uitweg, vraag.gegeven
    if gegeven in _VAN_EEN_ANDER:
        return "van-een-ander"
    if gegeven is Gegeven.DERDE:
        return "derde"
    if lezer is LezerSoort.DERDE:
        return "buitenstaander"
    if gegeven is Gegeven.BEKEND and lezer in _VRAAGT_NIETS_NA:
        return "is-bekend"
    if uitweg is Uitweg.AFSCHRIFT:
        return "" if _mag_iets_opvragen(lezer, gegeven) else "geen-afschrift"
    if raw := _ruw(gegeven):
        return raw
    if uitweg is Uitweg.TERUGKOPPELING and gegeven not in _KORT:
        return "terugkoppeling-kort"
    of_the_family = lezer is LezerSoort.JONGERE or lezer in _MET_GEZAG
    return "alleen-voor-gezin" if uitweg in _VOOR_HET_GEZIN and not of_the_family else ""


def _ruw(gegeven: Gegeven) -> str:
    return {Gegeven.MELDCODE: "meldcode", Gegeven.WERKAANTEKENING: "werkaantekening"}.get(gegeven, "")


def _mag_iets_opvragen(lezer: LezerSoort, gegeven: Gegeven) -> bool:
    if lezer in _KRING:
        return gegeven in _EIGEN
    return lezer is LezerSoort.JONGERE or lezer in _MET_GEZAG


def _voor_lezer(vraag: Deelvraag) -> str:
    if vraag.feit.onthouden:
        return "onthouden"
    if vraag.geval.uitweg is Uitweg.AFSCHRIFT and vraag.gegeven in _EIGEN:
        return "afschrift-op-verzoek" if vraag.verzocht is Verzocht.GEEN else "eigen-gegevens"
    if vraag.geval.lezer_soort is LezerSoort.JONGERE:
        return _jongere(vraag)
    if vraag.geval.lezer_soort in _MET_GEZAG:
        return _ouder(vraag)
    return _met_toestemming(vraag)


def _jongere(vraag: Deelvraag) -> str:
    young = vraag.geval.band in (Leeftijdsband.TOT_12, Leeftijdsband.ONBEKEND)
    if vraag.geval.uitweg not in _HELE_DOSSIER:
        return "jongere-naar-begrip" if young else "jongere-zelf"
    if young:
        known = vraag.geval.band is Leeftijdsband.TOT_12
        return "jongere-onder-12" if known else "jongere-leeftijd-onbekend"
    if vraag.geval.wilsonbekwaam:
        return "jongere-vertegenwoordigd"
    return _afschrift(vraag) or "jongere-zelf"


def _afschrift(vraag: Deelvraag) -> str:
    """Of a copy of the file: what was not asked for; empty where nothing stands in the way."""
    if vraag.geval.uitweg is not Uitweg.AFSCHRIFT:
        return ""
    if vraag.gegeven is Gegeven.MELDCODE and vraag.verzocht is not Verzocht.APART:
        return "meldcode-apart"
    return "afschrift-op-verzoek" if vraag.verzocht is Verzocht.GEEN else ""


def _ouder(vraag: Deelvraag) -> str:
    geval = vraag.geval
    if geval.band is Leeftijdsband.VAN_18:
        return _ouder_van_volwassene(vraag)
    if geval.band is Leeftijdsband.ONBEKEND:
        return _ouder_bij_onbekende_leeftijd(vraag)
    if geval.band is Leeftijdsband.VAN_16 and not geval.wilsonbekwaam:
        return _ouder_van_16_of_17(vraag)
    return _ouder_met_zeggenschap(vraag)


def _ouder_van_volwassene(vraag: Deelvraag) -> str:
    if vraag.geval.wilsonbekwaam:
        return "volwassen-vertegenwoordigd"
    if vraag.geval.uitweg is Uitweg.AFSCHRIFT:
        return "volwassen-afschrift"
    return "volwassen-akkoord" if _akkoord(vraag) else "volwassen-beslist"


def _ouder_bij_onbekende_leeftijd(vraag: Deelvraag) -> str:
    with_gezag = vraag.geval.lezer.stand is Gezagstand.JA
    if vraag.geval.uitweg is Uitweg.AFSCHRIFT or not with_gezag:
        return "leeftijd-onbekend-wachten"
    agreed = _akkoord(vraag) and not vraag.geval.wilsonbekwaam
    if agreed:
        return "leeftijd-onbekend-akkoord"
    page = vraag.geval.uitweg is Uitweg.BLADZIJDE
    return "leeftijd-onbekend-bladzijde" if page else "leeftijd-onbekend"


def _ouder_van_16_of_17(vraag: Deelvraag) -> str:
    with_gezag = vraag.geval.lezer.stand is Gezagstand.JA
    if vraag.geval.uitweg is Uitweg.AFSCHRIFT:
        whole = with_gezag and vraag.geval.toestemming is Niveau.INHOUD
        return (_afschrift(vraag) or "jongere-akkoord") if whole else "jongere-beslist-afschrift"
    if _akkoord(vraag):
        return "jongere-akkoord"
    return "jongere-beslist" if with_gezag else "jongere-beslist-geen-gezag"


def _ouder_met_zeggenschap(vraag: Deelvraag) -> str:
    """The jongere is under sixteen, or cannot weigh this: gezag decides."""
    stand, copy = vraag.geval.lezer.stand, vraag.geval.uitweg is Uitweg.AFSCHRIFT
    if stand is Gezagstand.ONBEKEND:
        return "gezag-onbekend-geen-afschrift" if copy else "gezag-onbekend"
    if stand is not Gezagstand.JA:
        return "zonder-gezag-geen-afschrift" if copy else _zonder_gezag(vraag)
    if asked := _afschrift(vraag):
        return asked
    if vraag.geval.band is Leeftijdsband.TOT_12:
        return "ouder-met-gezag"
    return "ouder-voor-wilsonbekwame" if vraag.geval.wilsonbekwaam else "ouder-met-gezag-12-15"


def _zonder_gezag(vraag: Deelvraag) -> str:
    if _akkoord(vraag):
        return "toestemming-staat"
    if vraag.geval.lezer.stand is Gezagstand.NEE_VERZORGER:
        return "verzorger-zonder-gezag"
    if vraag.geval.uitweg in _EIGEN_WERK:
        return "ouder-zonder-gezag-niet-alles"
    asked = vraag.verzocht is not Verzocht.GEEN
    return "ouder-zonder-gezag-vroeg" if asked else "ouder-zonder-gezag"


def _met_toestemming(vraag: Deelvraag) -> str:
    lezer, uitweg = vraag.geval.lezer_soort, vraag.geval.uitweg
    if uitweg is Uitweg.PLAN:
        whole = vraag.geval.toestemming is Niveau.INHOUD
        return "toestemming-staat" if whole else "toestemming-ontbreekt"
    if _akkoord(vraag):
        return "toestemming-staat"
    if lezer is LezerSoort.GEZINSVOOGD:
        return "gezinsvoogd-noodzaak"
    if lezer is LezerSoort.PARTNER and uitweg is not Uitweg.TERUGKOPPELING:
        return "partner-alleen-bij-nood"
    return "toestemming-ontbreekt"


def _akkoord(vraag: Deelvraag) -> bool:
    return staat_toe(vraag.geval.toestemming, vraag.gegeven)

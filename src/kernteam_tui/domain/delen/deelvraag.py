"""One question to the deel-poort: may this fact go to this reader, by this way?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagstand, Leeftijdsband, Verzocht
from kernteam_tui.domain.gezinscodes import OuderSoort

_UIT_EEN_HUIS = (LezerSoort.JONGERE, LezerSoort.OUDER, LezerSoort.VOOGD)
_OVER_HET_KIND = (Gegeven.BEKEND, Gegeven.GESTART_GESTOPT, Gegeven.PROCES, Gegeven.INHOUD)
_VAN_WIE_HET_IS = {
    Gegeven.EIGEN_CONTACT: (Gegeven.EIGEN_CONTACT, Gegeven.CONTACT_ANDER),
    Gegeven.CONTACT_ANDER: (Gegeven.EIGEN_CONTACT, Gegeven.CONTACT_ANDER),
    Gegeven.EIGEN_WOORDEN: (Gegeven.EIGEN_WOORDEN, Gegeven.WOORDEN_ANDER),
    Gegeven.WOORDEN_ANDER: (Gegeven.EIGEN_WOORDEN, Gegeven.WOORDEN_ANDER),
    Gegeven.NETWERK_ANDER: (Gegeven.INHOUD, Gegeven.NETWERK_ANDER),
}
"""What a fact is when it is the reader's own, and when it is somebody else's."""


@dataclass(frozen=True)
class Lezer:
    """For whom it is, and how that person stands to the jongere."""

    soort: LezerSoort
    id: str = ""
    """Person of the family, or how a partner is known; empty where the reader has no record."""
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    """Of this reader over this jongere; asked of an ouder or voogd only."""
    ouder_soort: OuderSoort = OuderSoort.BIOLOGISCH
    gevraagd_op: date | None = None
    """Day on which the reader asked for it; None: did not ask."""
    huisgenoten: frozenset[str] = frozenset()
    """Who lives in one house with this reader, where the parents have no secrets for each other: their words
    may stand on one page. Leave empty when in doubt."""
    beslissen_zelf: frozenset[str] = frozenset()
    """Jongeren of the family of sixteen and older, or of unknown age: their words are theirs, also at home
    (Jeugdwet 7.3.5)."""

    @property
    def stand(self) -> Gezagstand:
        """Gezag as the rules ask for it: BW 1:377c gives a right to a parent by law only."""
        if self.gezag is JaNeeOnbekend.JA:
            return Gezagstand.JA
        if self.gezag is JaNeeOnbekend.ONBEKEND:
            return Gezagstand.ONBEKEND
        legal_parent = self.soort is LezerSoort.OUDER and self.ouder_soort.juridisch
        return Gezagstand.NEE_OUDER if legal_parent else Gezagstand.NEE_VERZORGER


@dataclass(frozen=True)
class Geval:
    """What is the same for every fact of one file: the reader, the way, the jongere, the consent."""

    lezer: Lezer
    uitweg: Uitweg
    jongere_id: str
    band: Leeftijdsband
    wilsonbekwaam: bool = False
    toestemming: Niveau | None = None
    """The level that stands for this reader on this day (`toestemmingen.bepaal_stand`); None: no consent."""
    reden: str = ""
    """Why the worker makes an exception; empty: none. Goes into the log."""

    @property
    def lezer_soort(self) -> LezerSoort:
        """What the reader is for this jongere: a brother or sister who is a jongere too is a gezinslid."""
        sibling = self.lezer.soort is LezerSoort.JONGERE and self.lezer.id != self.jongere_id
        return LezerSoort.GEZINSLID if sibling else self.lezer.soort


@dataclass(frozen=True)
class Feit:
    """One fact that could leave the store. What it says is no business of the rules: only the id travels."""

    id: str
    gegeven: Gegeven
    over_id: str = ""
    """Whose fact it is, or about whom; empty: about the jongere or the help."""
    onthouden: bool = False
    """The worker decided to keep this from this reader (Jeugdwet 7.3.11 lid 3, 7.3.15 lid 4).

    Also set where it is kept from the parent with gezag and the reader is the one without (BW 1:377c).
    """
    apart_gevraagd: bool = False
    """This piece was asked for by itself: a note of the meldcode (domain 3.4)."""


@dataclass(frozen=True)
class Deelvraag:
    """May this fact go to this reader, by this way?"""

    geval: Geval
    feit: Feit

    @property
    def verzocht(self) -> Verzocht:
        """Whether the reader asked, and by itself for this piece."""
        if self.feit.apart_gevraagd:
            return Verzocht.APART
        return Verzocht.GEEN if self.geval.lezer.gevraagd_op is None else Verzocht.GEVRAAGD

    @property
    def gegeven(self) -> Gegeven:
        """What kind of fact this really is for this reader: decided by whose it is, not by its label alone.

        The label `eigen` is believed only where the ids agree; a fact about somebody else is a third party's.
        """
        gegeven, over_id, lezer = self.feit.gegeven, self.feit.over_id, self.geval.lezer
        own = bool(over_id) and over_id == lezer.id
        if gegeven in _OVER_HET_KIND:
            mine = own or over_id in ("", self.geval.jongere_id)
            return gegeven if mine else Gegeven.DERDE
        if gegeven not in _VAN_WIE_HET_IS:
            return gegeven
        as_own, as_other = _VAN_WIE_HET_IS[gegeven]
        if own:
            return as_own
        if as_other is Gegeven.WOORDEN_ANDER and self._mag_horen(over_id):
            return Gegeven.INHOUD
        return as_other

    def _mag_horen(self, over_id: str) -> bool:
        """What the jongere said is for who may know; a parent without gezag hears important facts, and the
        words themselves only with consent (BW 1:377c)."""
        if not over_id:
            return False
        lezer = self.geval.lezer
        at_home = lezer.huisgenoten - lezer.beslissen_zelf
        if self.geval.lezer_soort in _UIT_EEN_HUIS and over_id in at_home:
            return True
        on_request_only = self.geval.lezer_soort is LezerSoort.OUDER and lezer.stand is Gezagstand.NEE_OUDER
        return over_id == self.geval.jongere_id and not (on_request_only and self.geval.toestemming is None)
